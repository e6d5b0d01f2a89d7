import GRDB
import GRDBSQLite

/// Writes rows into one table, one after the other.
///
/// Values are bound straight to SQLite: an import does little else, and by GRDB's way every row costs as much again.
struct RowInsert {
    private let statement: Statement

    init(_ sql: String, in db: Database) throws { statement = try db.cachedStatement(sql: sql) }

    /// Writes a row: some numbers first, then the other values, in the order of the statement.
    ///
    /// - Throws: `DatabaseError`; the row is not there then.
    func callAsFunction(_ numbers: Int64..., values: some Collection<DatabaseValue>) throws {
        let row = statement.sqliteStatement
        var place: Int32 = 0
        for number in numbers {
            place += 1
            try demand(sqlite3_bind_int64(row, place, number))
        }
        // SQLite reads the texts where they stand until the row is written: a copy of its own for each would be made and freed each time.
        // One more byte than they need: where there are only empty ones, they must stand somewhere too.
        let size = values.reduce(1) { $0 + Self.size(ofText: $1) }
        try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { texts in
            var free = UnsafeMutableBufferPointer(rebasing: texts[...])
            for value in values {
                place += 1
                try bind(value, at: place, of: row, in: &free)
            }
            try step(row)
        }
    }

    private func step(_ row: OpaquePointer) throws {
        let result = sqlite3_step(row)
        defer {
            // Says once more what went wrong in the step.
            sqlite3_reset(row)
            // Nothing may point at texts that are gone.
            sqlite3_clear_bindings(row)
        }
        guard result == SQLITE_DONE else { throw error(result) }
    }

    private static func size(ofText value: DatabaseValue) -> Int {
        if case .string(let text) = value.storage { text.utf8.count } else { 0 }
    }

    /// - Parameter free: where a text is to stand; what is left of it afterwards.
    private func bind(
        _ value: DatabaseValue, at place: Int32, of row: OpaquePointer, in free: inout UnsafeMutableBufferPointer<UInt8>
    ) throws {
        switch value.storage {
        case .null: try demand(sqlite3_bind_null(row, place))
        case .int64(let number): try demand(sqlite3_bind_int64(row, place, number))
        case .double(let number): try demand(sqlite3_bind_double(row, place, number))
        case .string(let text):
            let end = free.update(fromContentsOf: text.utf8)
            let start = UnsafeRawPointer(free.baseAddress)?.assumingMemoryBound(to: CChar.self)
            try demand(sqlite3_bind_text64(row, place, start, UInt64(end), nil, UInt8(SQLITE_UTF8)))
            free = UnsafeMutableBufferPointer(rebasing: free[end...])
        case .blob(let data):
            try demand(
                data.withUnsafeBytes {
                    sqlite3_bind_blob64(row, place, $0.baseAddress, UInt64($0.count), Self.copies)
                })
        }
    }

    /// Has SQLite copy what is bound; C names this value by a cast that Swift does not import.
    private static let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private func demand(_ result: Int32) throws {
        guard result == SQLITE_OK else { throw error(result) }
    }

    private func error(_ result: Int32) -> DatabaseError {
        let message = sqlite3_errmsg(sqlite3_db_handle(statement.sqliteStatement)).map { String(cString: $0) }
        return DatabaseError(resultCode: ResultCode(rawValue: result), message: message, sql: statement.sql)
    }
}
