import ArgumentParser
import Exchange
import Store
import Training

/// `silat organizer`: who holds programs.
struct OrganizerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organizer", abstract: spoken.command.help.organizer, subcommands: [Add.self, List.self])

    /// `silat organizer add`
    struct Add: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "add", abstract: spoken.command.help.organizerAdd)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Option(help: ArgumentHelp(spoken.command.help.code))
        var code: String
        @Option(help: ArgumentHelp(spoken.command.help.name))
        var name: String
        @Option(help: ArgumentHelp(spoken.command.help.kind))
        var kind: Organizer.Kind

        var mode: SilatStore.Mode { .create }
        var needs: Permission { .entering }

        func run(at desk: Desk) async throws {
            let organizer = Organizer(code: try desk.code(code), name: name.fieldText ?? "", kind: kind)
            let receipt = try await desk.store.perform(.addOrganizer(organizer), by: desk.author)
            try desk.answer(
                form.format, spoken.command.organizerAdded(organizer.code.text),
                [("id", .text(receipt.record?.description)), ("code", .string(organizer.code.text))])
        }
    }

    /// `silat organizer list`
    struct List: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: spoken.command.help.list)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption

        var mode: SilatStore.Mode { .readOnly }
        var needs: Permission { .totals }

        func run(at desk: Desk) async throws {
            try desk.write(try await desk.store.organizers(), form.format, Column.organizers(spoken))
        }
    }
}
