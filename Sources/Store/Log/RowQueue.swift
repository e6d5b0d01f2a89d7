import GRDB

/// Rows of one table that nothing reads for a while: they are kept back and written many at a time.
///
/// Where one statement writes several rows that go to the end of a table and its indexes, SQLite looks for the end once.
final class RowQueue {
    private let one: RowInsert
    private let many: RowInsert
    private let columns: Int
    private var waiting: [DatabaseValue] = []

    /// More at a time would be no faster.
    private static let most = 16

    /// - Parameter sql: writes one row, and ends with its `?`s in parentheses, one a column.
    init(_ sql: String, columns: Int, in db: Database) throws {
        self.columns = columns
        one = try RowInsert(sql, in: db)
        let row = "(\(Array(repeating: "?", count: columns).joined(separator: ", ")))"
        many = try RowInsert("\(sql)\(String(repeating: ", \(row)", count: Self.most - 1))", in: db)
        waiting.reserveCapacity(columns * Self.most)
    }

    /// Whether the next row is written at once, with all that wait.
    var writesNext: Bool { waiting.count == columns * (Self.most - 1) }

    /// Takes a row: some numbers first, then the other values, in the order of the statement.
    ///
    /// - Throws: `DatabaseError`; some of the rows that waited are not there then.
    func add(_ numbers: Int64..., values: some Sequence<DatabaseValue>) throws {
        for number in numbers { waiting.append(number.databaseValue) }
        waiting.append(contentsOf: values)
        guard waiting.count == columns * Self.most else { return }
        try many(values: waiting)
        waiting.removeAll(keepingCapacity: true)
    }

    /// Writes the rows that wait.
    ///
    /// - Throws: `DatabaseError`; some of the rows that waited are not there then.
    func flush() throws {
        for start in stride(from: 0, to: waiting.count, by: columns) {
            try one(values: waiting[start..<start + columns])
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
