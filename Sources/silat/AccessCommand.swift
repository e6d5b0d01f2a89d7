import ArgumentParser
import Exchange
import Store
import Training

/// `silat access`: who may read the file.
struct AccessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: spoken.care.accessHelp, subcommands: [Owner.self, Group.self])

    /// `silat access owner`
    struct Owner: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "owner", abstract: spoken.care.ownerHelp)

        @OptionGroup var global: GlobalOptions

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .maintaining }

        func run(at desk: Desk) async throws {
            try desk.store.setAccess(.owner)
            say(spoken.care.nowOwner(global.path))
        }
    }

    /// `silat access group`
    struct Group: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "group", abstract: spoken.care.groupHelp)

        @OptionGroup var global: GlobalOptions
        @Argument(help: ArgumentHelp(spoken.care.groupNameHelp))
        var name: String?

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .maintaining }

        func run(at desk: Desk) async throws {
            try desk.store.setAccess(.group(name))
            say(spoken.care.nowGroup(global.path))
        }
    }
}
