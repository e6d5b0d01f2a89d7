import ArgumentParser
import Store
import Terminal
import Training

/// `silat` without a subcommand: the terminal program.
struct TerminalCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "terminal", abstract: spoken.command.help.terminal, shouldDisplay: false)

    @OptionGroup var global: GlobalOptions

    var mode: SilatStore.Mode { .create }
    var needs: Permission { .totals }

    func prepare() throws { try TerminalSession.requireTerminal() }

    func run(at desk: Desk) async throws {
        try await TerminalProgram.run(
            at: desk, year: desk.year,
            standing: (desk.store.role(of: desk.author.name), desk.store.deskLock(of: desk.author.name)))
    }
}
