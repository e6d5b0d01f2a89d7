import Training
import Words

/// A year's totals by one dimension: its lines, those who stand in several, and the year.
struct TotalsTable {
    let writer: YearReportWriter
    let dimension: Training.Dimension

    private typealias Line = (kind: ReportTable.Kind, name: String, cells: [String], bar: ReportBar?)

    private var lines: [Total] { writer.report[dimension] }
    private var achievement: Achievement { writer.achievement }
    private var words: Phrasebook { writer.words }
    private var hasTargets: Bool { lines.contains { $0.target != nil } }
    private var hasResidents: Bool { dimension == .kecamatan && !writer.report.residents.isEmpty }
    /// Bars show shares of targets where every line has one; those from outside have none, and lines without a name.
    private var barsOfTarget: Bool {
        let own = lines.filter { $0.code != Total.outsideCode && !$0.code.isEmpty }
        return !own.isEmpty && own.allSatisfy { $0.target != nil }
    }

    func table(_ caption: String) -> ReportTable {
        let terms = words.terms
        let headings: [ReportTable.Heading] =
            [.init(terms.people), .init(terms.enrollments)]
            + (hasTargets ? [.init(terms.target), .init(terms.percent)] : [])
            + (hasResidents ? [.init(writer.phrases.shareOfResidents, isWide: true)] : [])
        return ReportTable(
            caption, name: words.totals.dimension(dimension), headings,
            bars: barHeading,
            rows: lines.map(line) + [overlap, total].compactMap(\.self))
    }

    private var barHeading: String {
        if barsOfTarget { return writer.phrases.barsOfTarget }
        return hasTargets ? writer.phrases.barsOfCount : words.explanation.countHeading
    }

    private func line(_ total: Total) -> Line {
        (
            .line, name(of: total),
            cells(
                total.people, total.enrollments, total.target, total.percent, of: writer.report.residents[total.code]),
            bar(of: total)
        )
    }

    private func name(of total: Total) -> String {
        if dimension == .organizer, total.code.isEmpty { return writer.phrases.noOrganizer }
        if dimension == .funding, total.code.isEmpty { return writer.phrases.noFunding }
        return words.name(of: total, by: dimension)
    }

    private func cells(
        _ people: Int, _ enrollments: Int, _ target: Int?, _ percent: Percent?, of residents: Int?
    ) -> [String] {
        [writer.number(people), writer.number(enrollments)]
            + (hasTargets ? [target.map(writer.number) ?? words.terms.none, writer.percent(percent)] : [])
            + (hasResidents ? [writer.percent(Percent(people, of: residents))] : [])
    }

    /// Who stands in several lines is taken away, so that the lines add up to the year.
    private var overlap: Line? {
        let count = lines.overlap(beyond: achievement.people)
        guard count != 0 else { return nil }
        return (.overlap, words.totals.overlap, [writer.number(-count)], nil)
    }

    private var total: Line {
        (
            .total, words.totals.total,
            cells(
                achievement.people, achievement.enrollments, achievement.target, achievement.percent, of: allResidents),
            nil
        )
    }

    /// The residents of the regency, where those of every kecamatan are known. Those from outside count among the people,
    /// so the share is not given where there are any.
    private var allResidents: Int? {
        let counts = lines.filter { $0.code != Total.outsideCode }.map { writer.report.residents[$0.code] }
        let outside = lines.first { $0.code == Total.outsideCode }?.people ?? 0
        return outside > 0 || counts.contains(nil) ? nil : counts.compactMap(\.self).reduce(0, +)
    }

    /// Nothing stands for a line that has no target where the others are measured by theirs.
    private func bar(of total: Total) -> ReportBar? {
        let name = name(of: total)
        guard barsOfTarget else {
            let full = lines.map { max($0.counted, $0.target ?? 0) }.max() ?? 0
            return ReportBar(
                total.counted, mark: total.target, full: full,
                spoken: writer.phrases.barOfCount(name, writer.number(total.counted)))
        }
        guard total.target != nil else { return nil }
        let full = max(1_000, lines.compactMap { $0.percent?.tenths }.max() ?? 0)
        return ReportBar(
            total.percent?.tenths ?? 0, mark: 1_000, full: full,
            spoken: writer.phrases.barOfTarget(name, writer.percent(total.percent)))
    }
}
