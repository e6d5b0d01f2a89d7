import GRDB
import GRDBSQLite

/// The values of the row at which a statement stands, each found by its place among the columns, from 0.
///
/// They are asked of SQLite itself, as ``RowInsert`` hands them to it: by GRDB's way, those of a million rows take as long again as
/// finding the rows. What is of another type than asked for, in a damaged file, comes as SQLite converts it.
struct StatementRow {
    private let statement: Statement

    /// - Parameter statement: must stand at a row whenever a value is asked for.
    init(of statement: Statement) { self.statement = statement }

    /// A number; 0 for null.
    func number(at place: Int) -> Int64 { sqlite3_column_int64(statement.sqliteStatement, Int32(place)) }

    /// A number, or nothing for null.
    func numberIfAny(at place: Int) -> Int64? {
        sqlite3_column_type(statement.sqliteStatement, Int32(place)) == SQLITE_NULL ? nil : number(at: place)
    }

    /// A text, or nothing for null.
    func text(at place: Int) -> String? {
        bytes(at: place).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Hands out the bytes of a text where they stand; none for null.
    func withText(at place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        body(bytes(at: place) ?? UnsafeBufferPointer(start: nil, count: 0))
    }

    private func bytes(at place: Int) -> UnsafeBufferPointer<UInt8>? {
        let row = statement.sqliteStatement
        // The order is SQLite's: it is by the text that the bytes are counted.
        guard let text = sqlite3_column_text(row, Int32(place)) else { return nil }
        return UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(row, Int32(place))))
    }
}

extension Statement {
    /// Runs the statement and hands out each row, whose values are read as ``StatementRow`` reads them.
    ///
    /// - Throws: `DatabaseError`, `CancellationError`, and what `body` does.
    func each(_ arguments: StatementArguments = StatementArguments(), _ body: (StatementRow) throws -> Void) throws {
        let rows = try Row.fetchCursor(self, arguments: arguments)
        let row = StatementRow(of: self)
        while try rows.next() != nil { try body(row) }
    }
}
