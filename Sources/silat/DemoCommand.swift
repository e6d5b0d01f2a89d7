import ArgumentParser
import Sample
import Store
import Terminal

/// `silat demo`: the terminal program on made-up data that is gone at the end.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "demo", abstract: spoken.command.help.demo)

    @OptionGroup var global: GlobalOptions

    /// The year of the news report.
    private static let year = 2025

    func run() async throws {
        try TerminalSession.requireTerminal()
        // In memory: nothing is left behind, however the program ends.
        let desk = Desk(try SilatStore.inMemory(), global)
        let year = global.year ?? Self.year
        try await desk.store.takeIn(as: .generate, note: "demo", by: desk.author, keep: true) {
            try SampleOffice(year: year, today: desk.today).fill($0)
        }
        try await TerminalProgram.run(at: desk, year: year, standing: (.supervisor, .none))
    }
}
