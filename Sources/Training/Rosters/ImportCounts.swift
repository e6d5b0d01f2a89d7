/// What came of an import.
///
/// `read = added + matched + rejected`, and where a class was given `added + matched = enrolled + alreadyEnrolled`.
public struct ImportCounts: Hashable, Sendable {
    /// Rows of data in the file; empty ones are not counted.
    public var read = 0
    /// People who were not on file.
    public var added = 0
    /// People who were.
    public var matched = 0
    /// Those of the matched of whom fields were taken from the file, as the clerk said.
    public var updated = 0
    /// People enrolled in the class.
    public var enrolled = 0
    /// People who were in the class already.
    public var alreadyEnrolled = 0
    /// Rows refused, the undecided and the skipped among them.
    public var rejected = 0
    /// Those of the refused whose doubt nobody has settled.
    public var undecided = 0
    /// What is kept, to be settled later.
    public var doubts: [Doubt: Int] = [:]

    public init() {}
}

/// Why a row was refused, as a clerk is told it.
public struct Rejection: Hashable, Sendable {
    /// The row as a spreadsheet counts it: the first row of the sheet is 1.
    public var row: Int
    /// The first cell at fault.
    public var column: RosterColumn
    /// What stands in it; personal numbers are masked.
    public var value: String
    /// What is wrong with the row, and what would be right.
    public var reason: String

    public init(row: Int, column: RosterColumn, value: String, reason: String) {
        self.row = row
        self.column = column
        self.value = value
        self.reason = reason
    }
}

/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
    /// Rows read so far.
    public var rows: Int
    /// How much of the file is read, 0 to 1; `nil` where that can't be known.
    public var fraction: Double?
    /// How long it has taken so far.
    public var elapsed: Duration

    public init(rows: Int, fraction: Double?, elapsed: Duration) {
        self.rows = rows
        self.fraction = fraction
        self.elapsed = elapsed
    }

    /// Rows a second; 0 before anything was read.
    public var rate: Int {
        let seconds = elapsed / .seconds(1)
        return seconds > 0 ? Int(Double(rows) / seconds) : 0
    }

    /// How long it will still take at this rate; `nil` where that can't be known.
    public var remaining: Duration? {
        guard let fraction, fraction > 0 else { return nil }
        return elapsed * ((1 - min(fraction, 1)) / fraction)
    }
}
