import ArgumentParser
import Exchange
import Store
import Training

/// `silat gauge`: how the year stands against its target.
struct GaugeCommand: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "gauge", abstract: spoken.command.help.gauge)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption
    @Flag(help: ArgumentHelp(spoken.command.help.watch))
    var watch = false

    var mode: SilatStore.Mode { .readOnly }
    var needs: Permission { .totals }

    func run(at desk: Desk) async throws {
        let year = try await desk.year
        // Watching begins before the first reading, so that nothing changes unseen between the two.
        let changes = desk.store.changesElsewhere()
        try desk.output.write(form.format == .csv ? Achievement.csvHeader : "")
        var shown = try await show(year, desk, unlike: nil)
        guard watch else { return }
        for await _ in changes { shown = try await show(year, desk, unlike: shown) }
    }

    private func show(_ year: Int, _ desk: Desk, unlike last: Achievement?) async throws -> Achievement {
        let achievement = try await desk.store.achievement(of: year)
        guard achievement != last else { return achievement }
        switch form.format {
        case .json: try desk.output.write(achievement.json.text + "\n")
        case .csv: try desk.output.write(achievement.csvRow)
        case .table: try desk.output.write(spoken.line(for: achievement) + "\n")
        }
        try desk.output.flush()
        return achievement
    }
}
