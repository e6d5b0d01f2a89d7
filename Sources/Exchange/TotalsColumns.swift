import Training
import Words

/// A line of totals, with what an organizer claimed for it.
public struct TotalsRow: Sendable {
    public var total: Total
    /// What was claimed, where the line is an organizer's; and by how much that exceeds the names.
    public var claimed: Int?
    public var difference: Int?

    public init(_ total: Total, contribution: Contribution? = nil) {
        self.total = total
        claimed = contribution?.claim?.count
        difference = contribution?.difference
    }

    /// The code of the row that takes away those who stand in several lines.
    public static let overlapCode = "overlap"

    /// The lines of totals and, where somebody stands in several, the row that takes that away: then they add up to the whole.
    public static func rows(
        _ totals: [Total], of whole: Count, _ words: Phrasebook, contributions: [Contribution] = []
    ) -> [TotalsRow] {
        let claims = Dictionary(
            contributions.map { ($0.organizer.value.code.text, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = totals.map { TotalsRow($0, contribution: claims[$0.code]) }
        let overlap = totals.overlap(beyond: whole.people)
        guard overlap != 0 else { return rows }
        let row = Total(code: overlapCode, name: words.totals.overlap, people: -overlap, enrollments: 0)
        return rows + [TotalsRow(row)]
    }
}

extension Column where Row == TotalsRow {
    /// A year's totals by one dimension.
    public static func totals(_ words: Phrasebook, by dimension: Training.Dimension) -> [Column] {
        let terms = words.terms
        let columns: [Column] = [
            Column("code", terms.code) { .text($0.total.code) },
            Column("name", terms.name) { .text(words.name(of: $0.total, by: dimension)) },
            Column("target", terms.target) { .number($0.total.target) },
            Column("people", terms.people) { .number($0.total.people) },
            Column("enrollments", terms.enrollments) { .number($0.total.enrollments) },
            Column("percent", terms.percent) { .percent($0.total.percent) },
        ]
        guard dimension == .organizer else { return columns }
        return columns + [
            Column("claimed", words.contributions.claimed) { .number($0.claimed) },
            Column("difference", words.contributions.difference) { .number($0.difference) },
        ]
    }
}

/// One cell of a crossing of two dimensions, as a line of its own.
public struct CrossRow: Sendable {
    public var code: String
    public var name: String
    public var columnCode: String?
    public var columnName: String?
    public var count: Count

    /// The cells of a crossing that are not empty, line by line, and at the end the row that takes away those who stand in
    /// several: then they add up to the whole.
    public static func rows(_ table: CrossTable, _ words: Phrasebook) -> [CrossRow] {
        let cells = table.rows.flatMap { row in
            table.columns.compactMap { column -> CrossRow? in
                let count = table[row.code, column.code]
                guard count != Count() else { return nil }
                return CrossRow(
                    code: row.code, name: words.name(of: row, by: table.rowDimension), columnCode: column.code,
                    columnName: words.name(of: column, by: table.columnDimension), count: count)
            }
        }
        guard table.overlap != 0 else { return cells }
        return cells + [
            CrossRow(
                code: TotalsRow.overlapCode, name: words.totals.overlap, columnCode: nil, columnName: nil,
                count: Count(people: -table.overlap, enrollments: 0))
        ]
    }
}

extension Column where Row == CrossRow {
    /// A year's totals by two dimensions, a line for each cell.
    public static func cross(_ words: Phrasebook, _ table: CrossTable) -> [Column] {
        let terms = words.terms
        return [
            Column("code", terms.code) { .text($0.code) },
            Column("name", words.totals.dimension(table.rowDimension)) { .text($0.name) },
            Column("column_code", terms.code) { .text($0.columnCode) },
            Column("column_name", words.totals.dimension(table.columnDimension)) { .text($0.columnName) },
            Column("people", terms.people) { .number($0.count.people) },
            Column("enrollments", terms.enrollments) { .number($0.count.enrollments) },
        ]
    }
}

/// A crossing of two dimensions as a table for people, with totals at both edges.
public struct CrossSheet: Sendable {
    private let table: CrossTable
    private let rule: CountingRule
    private let words: Phrasebook
    private let style: TableStyle

    /// One line of the sheet: the name, a figure for each column, what stands in several, and the total.
    private struct Line {
        var name: String
        var figures: [Int]
        var overlap: Int
        var total: Int
    }

    /// - Parameter rule: whether people or enrollments are counted.
    public init(_ table: CrossTable, counting rule: CountingRule, _ words: Phrasebook, _ style: TableStyle) {
        self.table = table
        self.rule = rule
        self.words = words
        self.style = style
    }

    /// The sheet, or `nil` where its lines are longer than `width` columns.
    public func text(width: Int) -> String? {
        let text = Table(columns: columns, style: style).text(lines)
        let widest = text.split(separator: "\n").map { style.width(String($0)) }.max() ?? 0
        return widest <= width ? text : nil
    }

    /// Lines and columns in which there is anybody.
    private var shownRows: [Total] { table.rows.filter { $0.enrollments != 0 } }
    private var shownColumns: [Total] { table.columns.filter { $0.enrollments != 0 } }

    private var columns: [Column<Line>] {
        let dimension = words.totals.dimension
        let heading = words.totals.crossing(
            dimension(table.rowDimension), dimension(table.columnDimension), words.terms.rule(rule))
        let figures = shownColumns.enumerated().map { place, column in
            Column<Line>(column.code, words.shortName(of: column, by: table.columnDimension)) {
                .number($0.figures[place])
            }
        }
        let hasOverlap = lines.contains { $0.overlap != 0 }
        return [Column("name", heading) { .text($0.name) }] + figures
            + (hasOverlap ? [Column("overlap", words.totals.overlapShort) { .number($0.overlap) }] : [])
            + [Column("total", words.totals.total) { .number($0.total) }]
    }

    private var lines: [Line] {
        let body = shownRows.map { row in
            line(
                words.name(of: row, by: table.rowDimension), shownColumns.map { table[row.code, $0.code].by(rule) },
                row.count(by: rule))
        }
        let totals = line(words.totals.total, shownColumns.map { $0.count(by: rule) }, table.whole.by(rule))
        // What the lines above take together beyond the totals, column by column.
        let excess = shownColumns.indices.map { place in
            totals.figures[place] - body.map { $0.figures[place] }.reduce(0, +)
        }
        let overlap = Line(
            name: words.totals.overlap, figures: excess, overlap: totals.overlap - body.map(\.overlap).reduce(0, +),
            total: totals.total - body.map(\.total).reduce(0, +))
        let isOverlap = overlap.total != 0 || overlap.figures.contains { $0 != 0 }
        return body + (isOverlap ? [overlap] : []) + [totals]
    }

    private func line(_ name: String, _ figures: [Int], _ total: Int) -> Line {
        Line(name: name, figures: figures, overlap: total - figures.reduce(0, +), total: total)
    }
}

extension Total {
    fileprivate func count(by rule: CountingRule) -> Int { rule == .people ? people : enrollments }
}
