import Foundation

/// One line of a table of totals.
public struct Total: Hashable, Sendable {
    /// What the line stands for, as files and JSON name it; empty where the records name nothing.
    public var code: String
    /// What the line stands for, where it has a name of its own: a place, a program, an organizer.
    public var name: String?
    /// The target set for it, in force.
    public var target: Int?
    /// The rule of that target.
    public var rule: CountingRule
    /// Residents who took part, each once in this line.
    public var people: Int
    /// Enrollments that count.
    public var enrollments: Int
    /// Women among ``people``.
    public var women: Int
    /// When an enrollment was last entered for it; removing one does not take this back.
    public var lastEntry: Date?

    /// A line of totals.
    public init(
        code: String, name: String?, target: Int? = nil, rule: CountingRule = .people, people: Int,
        enrollments: Int, women: Int = 0, lastEntry: Date? = nil
    ) {
        self.code = code
        self.name = name
        self.target = target
        self.rule = rule
        self.people = people
        self.enrollments = enrollments
        self.women = women
        self.lastEntry = lastEntry
    }

    /// The figure that the line's rule asks for.
    public var counted: Int { rule == .people ? people : enrollments }

    /// The share of the line's own target.
    public var percent: Percent? { Percent(counted, of: target) }

    /// Women among the people, cut.
    public var shareOfWomen: Percent? { Percent(women, of: people) }

    /// The code of the line of those who live outside the regency.
    public static let outsideCode = "00"
}

/// People and enrollments, side by side so that neither passes for the other.
public struct Count: Hashable, Sendable {
    public var people: Int
    public var enrollments: Int

    /// A count; of nobody unless told otherwise.
    public init(people: Int = 0, enrollments: Int = 0) {
        self.people = people
        self.enrollments = enrollments
    }

    /// The figure that a rule asks for.
    public func by(_ rule: CountingRule) -> Int { rule == .people ? people : enrollments }
}

/// A year's totals by two dimensions at once, with the totals of both at the edges.
public struct CrossTable: Hashable, Sendable {
    public var year: Int
    public var rowDimension: Dimension
    public var columnDimension: Dimension
    /// The lines, each with its own total.
    public var rows: [Total]
    /// The columns, each with its own total.
    public var columns: [Total]
    /// Everybody and everything of the year, each once.
    public var whole: Count
    private let cells: [Key: Count]

    private struct Key: Hashable {
        let row: String
        let column: String
    }

    /// A table; cells that are not given are empty.
    public init(
        year: Int, _ rowDimension: Dimension, _ columnDimension: Dimension, rows: [Total], columns: [Total],
        whole: Count, cells: [(row: String, column: String, count: Count)]
    ) {
        self.year = year
        self.rowDimension = rowDimension
        self.columnDimension = columnDimension
        self.rows = rows
        self.columns = columns
        self.whole = whole
        self.cells = Dictionary(
            cells.map { (Key(row: $0.row, column: $0.column), $0.count) },
            uniquingKeysWith: { Count(people: $0.people + $1.people, enrollments: $0.enrollments + $1.enrollments) })
    }

    /// What one line and one column have in common.
    public subscript(row: String, column: String) -> Count { cells[Key(row: row, column: column)] ?? Count() }

    /// How often people of a line stand in a column after their first: its cells add up to this much more than its total.
    public func overlap(ofRow row: Total) -> Int {
        columns.map { self[row.code, $0.code].people }.reduce(0, +) - row.people
    }

    /// How often people of a column stand in a line after their first.
    public func overlap(ofColumn column: Total) -> Int {
        rows.map { self[$0.code, column.code].people }.reduce(0, +) - column.people
    }

    /// By how much all cells together exceed the people of the year.
    public var overlap: Int { cells.values.map(\.people).reduce(0, +) - whole.people }

    /// The figure in a cell.
    public func figure(_ row: String, _ column: String) -> Figure {
        Figure(year: year).part(rowDimension, row).part(columnDimension, column)
    }
}

extension Sequence where Element == Total {
    /// How often people stand in a line after their first: the lines add up to this much more than the people of the whole.
    public func overlap(beyond people: Int) -> Int { map(\.people).reduce(0, +) - people }
}
