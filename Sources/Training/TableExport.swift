/// What stands in one cell of a table that leaves: the fact, not how a screen writes it.
public enum TableFact: Hashable, Sendable {
    case nothing
    case text(String)
    case number(Int)
    /// A year, which is written without separators.
    case year(Int)
    case percent(Percent)
    case date(CalendarDate)
    /// Masked in a file, unless full numbers are asked for.
    case nik(NIK)
    case phone(PhoneNumber)

    /// A text, or nothing.
    public init(_ text: String?) { self = text.map(TableFact.text) ?? .nothing }

    /// A day, or nothing.
    public init(_ date: CalendarDate?) { self = date.map(TableFact.date) ?? .nothing }
}

/// A table that is to be written to a file.
public struct TableExport: Sendable {
    /// What stands above each column; no two are the same.
    public let headings: [String]
    /// Reads all rows, each with a fact for each column.
    public let rows: @Sendable (any TrainingStore) async throws -> [[TableFact]]
    /// What the log calls it; `nil` where it names no person, and nothing is logged.
    public let what: String?

    /// - Parameter headings: where several are the same, the later ones get a number.
    public init(
        _ headings: [String], what: String? = nil,
        rows: @escaping @Sendable (any TrainingStore) async throws -> [[TableFact]]
    ) {
        var seen: [String: Int] = [:]
        self.headings = headings.map { heading in
            let count = (seen[heading] ?? 0) + 1
            seen[heading] = count
            return count == 1 ? heading : "\(heading) \(count)"
        }
        self.what = what
        self.rows = rows
    }
}

/// The lists that go on paper.
public enum PaperList: String, CaseIterable, Sendable {
    /// Those who are in a class, with boxes to sign in (daftar hadir).
    case attendance
    /// Those who got a certificate, and those who completed without.
    case certificates
    /// Everybody with everything that identifies them (daftar nominatif).
    case nominative
}

/// What is to be written to a file.
public enum ExportContent: Sendable {
    /// The names that a query finds, in its order.
    case names(ParticipantQuery)
    /// A table of a screen.
    case table(TableExport)
    /// A list of a class for paper.
    case list(PaperList, of: ID<TrainingClass>)
}
