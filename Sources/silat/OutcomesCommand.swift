import ArgumentParser
import Exchange
import Store
import Training

/// `silat outcomes`: what a year's training led to.
struct OutcomesCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcomes", abstract: spoken.command.help.monitoring.outcomes)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.divide))
    var by: Training.Dimension?

    var mode: SilatStore.Mode { .readOnly }
    var needs: Permission { .totals }

    func run(at desk: Desk) async throws {
        let ladders = try await desk.store.ladder(by: by, of: try await desk.year, today: desk.today)
        try desk.write(
            ladders, form.format, Column.outcomes(spoken, by: by, withBounds: form.format == .table))
    }
}
