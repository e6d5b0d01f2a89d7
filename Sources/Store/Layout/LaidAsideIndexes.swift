import GRDB

/// Indexes that are dropped while very many rows are written, and made anew afterwards, sorted: within one transaction, so that nobody else sees the file
/// without them.
struct LaidAsideIndexes {
    private let db: Database
    /// As they were made, to the letter: the file's description is held against them.
    private let statements: [String]

    init(_ names: [String], in db: Database) throws {
        self.db = db
        statements = try names.compactMap { name in
            try String.fetchOne(
                db, sql: "SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?", arguments: [name])
        }
        for name in names { try db.execute(sql: "DROP INDEX \(name)") }
    }

    func putBack() throws {
        for statement in statements { try db.execute(sql: statement) }
    }
}
