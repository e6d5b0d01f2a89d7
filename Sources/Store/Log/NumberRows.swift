import GRDB
import GRDBSQLite

/// Reads rows that are whole numbers and nothing else, for what is counted by the million: by GRDB's way, reading a row costs several times what finding
/// it does.
struct NumberRows {
    private let statement: Statement

    /// - Parameter sql: its columns must be whole numbers.
    init(_ sql: String, arguments: StatementArguments = StatementArguments(), in db: Database) throws {
        statement = try db.cachedStatement(sql: sql)
        try statement.setArguments(arguments)
    }

    /// Hands out each row.
    ///
    /// - Throws: `DatabaseError`, and what `body` does.
    func each(_ body: (StatementRow) throws -> Void) throws {
        let rows = statement.sqliteStatement
        let row = StatementRow(of: statement)
        defer { sqlite3_reset(rows) }
        while true {
            switch sqlite3_step(rows) {
            case SQLITE_ROW: try body(row)
            case SQLITE_DONE: return
            case let result:
                let message = sqlite3_errmsg(sqlite3_db_handle(rows)).map { String(cString: $0) }
                throw DatabaseError(resultCode: ResultCode(rawValue: result), message: message, sql: statement.sql)
            }
        }
    }
}
