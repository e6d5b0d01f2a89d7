import ArgumentParser
import Sample
import Store
import Terminal

/// `silat demo`: the terminal program on made-up data that is gone at the end.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "demo", abstract: spoken.command.help.demo)

    @OptionGroup var global: GlobalOptions

    /// The year of the news report, with its 11.630 people and its target of 3.000.
    private static let participants = 11_630
    private static let year = 2025

    func run() async throws {
        try TerminalSession.requireTerminal()
        // In memory: nothing is left behind, however the program ends.
        let desk = Desk(try SilatStore.inMemory(), global)
        let year = global.year ?? Self.year
        try await desk.fill(with: SampleData(participants: Self.participants, year: year, seed: 1))
        try await TerminalProgram.run(at: desk, year: year)
    }
}
