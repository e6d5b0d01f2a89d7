import ArgumentParser

/// `swift run -c release silat-benchmark`: how fast silat is, and how that grows with its file.
@main
struct BenchmarkProgram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "silat-benchmark", abstract: "Measures silat on made-up files of growing size.",
        subcommands: [
            AllCommand.self, PeersCommand.self, GrowthCommand.self, StoreCommand.self, TerminalCommand.self,
            LineCommand.self,
        ], defaultSubcommand: AllCommand.self)
}
