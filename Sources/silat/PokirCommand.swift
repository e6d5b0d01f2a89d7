import ArgumentParser
import Exchange
import Store
import Training

/// `silat pokir`: what came of each council member's proposal.
struct PokirCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "pokir", abstract: spoken.command.help.monitoring.pokir)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption

    var mode: SilatStore.Mode { .readOnly }
    var needs: Permission { .totals }

    func run(at desk: Desk) async throws {
        let trails = try await desk.store.pokirTrails(of: try await desk.year, today: desk.today)
        try desk.write(trails, form.format, Column.pokir(spoken))
    }
}
