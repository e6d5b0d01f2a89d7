import ArgumentParser
import Exchange
import Store
import Training

/// `silat totals`: a year's totals by one dimension.
struct TotalsCommand: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "totals", abstract: spoken.command.help.totals)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption
    @Option(help: ArgumentHelp(spoken.command.help.by))
    var by: Training.Dimension

    var mode: SilatStore.Mode { .readOnly }

    func run(at desk: Desk) async throws {
        let totals = try await desk.store.totals(by: by, of: try await desk.year)
        try desk.write(totals, form.format, Column.totals(spoken, by: by))
    }
}
