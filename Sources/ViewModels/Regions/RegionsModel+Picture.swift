import Training
import Words

/// A table of totals as a picture: one bar a line, with the count and the share beside it.
struct RegionPicture {
    let lines: RegionLines
    let scale: RegionsModel.Scale

    private var figures: RegionFigures { lines.figures }
    private var words: Phrasebook { lines.context.words }

    /// What the bars are measured against: what was chosen, where the records have it for every line.
    enum Measure { case target, residents, largest }

    var measure: Measure {
        let hasResidents = lines.view.rows == .kecamatan && !figures.residents.isEmpty
        if scale == .residents, hasResidents { return .residents }
        let lines = figures.lines.filter { $0.code != Total.outsideCode && !$0.code.isEmpty }
        return !lines.isEmpty && lines.allSatisfy { $0.target != nil } ? .target : .largest
    }

    var page: RegionsModel.Page {
        let columns = [
            FigureColumn(lines.heading, 16, upTo: 44), .bars(8, upTo: 240),
            .numbers(figures.whole.rule == .people ? words.terms.people : words.terms.enrollments),
            .numbers(measure == .residents ? words.regions.residents : words.terms.target),
            .numbers(words.terms.percent),
        ]
        return RegionsModel.Page(
            columns: columns, rows: figures.lines.map(row), footer: [overlap, total].compactMap(\.self))
    }

    private func row(_ line: Total) -> FigureRow {
        FigureRow(
            RegionLines.id(of: line),
            [lines.nameCell(line), FigureCell(bar: bar(of: line))]
                + numbers(line, lines.figure(of: line), lines.name(of: line)))
    }

    private var total: FigureRow {
        FigureRow("total", [lines.totalCell, FigureCell("")] + numbers(figures.whole, lines.base, lines.wholeName))
    }

    /// What the lines have more than the whole, where people stand in several.
    private var overlap: FigureRow? {
        let count = figures.lines.overlap(beyond: figures.whole.people)
        guard count != 0, figures.whole.rule == .people else { return nil }
        let figure = lines.base.counting(.repeats(across: [lines.view.rows]))
        return FigureRow(
            "overlap",
            [
                FigureCell(words.regions.overlap, look: .label), FigureCell(""),
                lines.overlap(count, figure, [], across: lines.view.rows), FigureCell(""), FigureCell(""),
            ])
    }

    /// The count, what it is measured against, and its share of that.
    private func numbers(_ line: Total, _ figure: Figure, _ name: String) -> [FigureCell] {
        let against = against(line)
        let percent = share(of: line)
        return [
            lines.count(count(line), figure.counting(figures.whole.rule.unit), [name]),
            FigureCell(number: against, text: against.map(words.language.number)),
            FigureCell(percent, text: percent.map(words.language.percent)),
        ]
    }

    private func count(_ line: Total) -> Int { figures.whole.rule == .people ? line.people : line.enrollments }

    private func against(_ line: Total) -> Int? {
        guard measure == .residents else { return line.target }
        return line.code.isEmpty ? allResidents : figures.residents[line.code]
    }

    /// The residents of the regency, where those of every kecamatan are on file: of a part of them the share would say too much.
    private var allResidents: Int? {
        let counts = figures.lines.filter(isOfRegency).map { figures.residents[$0.code] }
        return counts.contains(nil) ? nil : counts.compactMap(\.self).reduce(0, +)
    }

    private func isOfRegency(_ line: Total) -> Bool { line.code != Total.outsideCode }

    /// Of a target its own rule's count; of residents the people who live there.
    private func share(of line: Total) -> Percent? {
        guard measure == .residents else { return line.percent }
        let isWhole = line.code.isEmpty
        let people = isWhole ? figures.lines.filter(isOfRegency).map(\.people).reduce(0, +) : line.people
        return Percent(people, of: against(line))
    }

    /// A bar as long as the share, with a mark at the whole target; where not all have one, as long as the count.
    private func bar(of line: Total) -> FigureCell.Bar {
        switch measure {
        case .largest:
            let full = figures.lines.map { max(count($0), $0.target ?? 0) }.max() ?? 0
            return FigureCell.Bar(count: count(line), target: line.target, full: full)
        case .target:
            let full = max(1_000, figures.lines.compactMap { share(of: $0)?.tenths }.max() ?? 0)
            return FigureCell.Bar(
                count: share(of: line)?.tenths ?? 0, target: line.target.map { _ in 1_000 }, full: full)
        case .residents:
            return FigureCell.Bar(
                count: perMillion(line), target: nil, full: figures.lines.map(perMillion).max() ?? 0)
        }
    }

    /// People of a million residents: shares are small, and tenths of a percent would make unlike bars equal.
    private func perMillion(_ line: Total) -> Int {
        figures.residents[line.code].map { line.people * 1_000_000 / max(1, $0) } ?? 0
    }
}

extension RegionsModel {
    /// What a whole bar of the picture stands for.
    public func scaleText(_ context: Context) -> String? {
        guard showsPicture, let figures = level.figures else { return nil }
        let picture = RegionPicture(
            lines: RegionLines(view: view, figures: figures, context: context), scale: scale)
        return switch picture.measure {
        case .target: context.words.regions.scaledToTarget
        case .residents: context.words.regions.scaledToResidents
        case .largest: context.words.regions.scaledToLargest
        }
    }
}
