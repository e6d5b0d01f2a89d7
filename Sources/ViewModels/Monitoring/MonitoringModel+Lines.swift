import Training
import Words

/// The lines of a table of checks: a kecamatan or desa each, with a number for each state.
struct MonitoringLines {
    /// The kecamatan whose desa the lines are; `nil` for the whole regency.
    let kecamatan: RegionCode?
    let counts: [FollowUpCount]
    let context: Context

    private var words: FollowUpPhrases { context.words.followUps }

    /// What each column after the name counts, in the order in which it presses.
    static let shown: [FollowUpListModel.Shown] = [.late, .due, .upcoming, .done, .all]

    var columns: [FigureColumn] {
        let name = kecamatan == nil ? context.words.terms.kecamatan : context.words.terms.desa
        return [FigureColumn(name, 18, upTo: 36)]
            + Self.shown.map { .numbers($0.heading(words), 7, upTo: 14) }
    }

    /// The places by code; last those whose place is not known so closely.
    var rows: [FigureRow] {
        (counts.filter(isPlace) + counts.filter { !isPlace($0) }).map { line in
            FigureRow(line.code, [FigureCell(name(of: line.code))] + cells(line.counts))
        }
    }

    private func isPlace(_ line: FollowUpCount) -> Bool {
        RegionCode(line.code).map { kecamatan == nil || $0.isDesa } ?? false
    }

    /// All lines together.
    var total: FigureRow {
        let sums = counts.reduce(into: [DueFollowUp.State: Int]()) { sums, line in
            sums.merge(line.counts, uniquingKeysWith: +)
        }
        return FigureRow(Self.totalID, [FigureCell(words.total, look: .title)] + cells(sums))
    }

    static let totalID = "total"

    private func cells(_ counts: [DueFollowUp.State: Int]) -> [FigureCell] {
        Self.shown.map { shown in
            let count = shown.states.map { counts[$0] ?? 0 }.reduce(0, +)
            let look: FigureCell.Look = count == 0 ? .muted : shown == .late ? .doubt : .value
            return FigureCell(number: count, text: context.words.language.number(count), look: look)
        }
    }

    func name(of code: String) -> String {
        guard let region = RegionCode(code) else { return context.words.terms.outside }
        if kecamatan != nil, !region.isDesa { return context.words.regions.desaUnknown }
        return context.gazetteer[region]?.name ?? code
    }
}

extension MonitoringModel {
    /// The kecamatan whose name is highlighted.
    var kecamatanBelow: RegionCode? {
        guard isLoaded, level.kecamatan == nil, grid.column == 0, let id = grid.row?.id else { return nil }
        return RegionCode(id)
    }

    /// The checks behind the highlighted cell: those that a number counts, or what is open where a name is highlighted.
    func listBelow(_ context: Context) -> FollowUpListModel? {
        guard isLoaded, let row = grid.row else { return nil }
        let shown =
            grid.column > 0 && grid.column <= MonitoringLines.shown.count
            ? MonitoringLines.shown[grid.column - 1] : .open
        return list(row.id, shown, context)
    }

    /// What is open in the table in front.
    func listOfAll(_ context: Context) -> FollowUpListModel { list(MonitoringLines.totalID, .open, context) }

    private func list(_ id: String, _ shown: FollowUpListModel.Shown, _ context: Context) -> FollowUpListModel {
        guard id != MonitoringLines.totalID else {
            let place = level.kecamatan.map { context.gazetteer[$0].map { "Kec. \($0.name)" } ?? $0.description }
            return FollowUpListModel(
                level.kecamatan.map { .within($0) }, place: place ?? context.words.followUps.regency, shown)
        }
        let lines = MonitoringLines(kecamatan: level.kecamatan, counts: level.counts ?? [], context: context)
        var place = lines.name(of: id)
        let region: ParticipantQuery.RegionFilter
        switch RegionCode(id) {
        case nil: region = .outside
        case let code? where level.kecamatan != nil && !code.isDesa: region = .desaUnknown(in: code)
        case let code?:
            region = .within(code)
            if !code.isDesa { place = "Kec. \(place)" }
        }
        return FollowUpListModel(region, place: place, shown)
    }
}
