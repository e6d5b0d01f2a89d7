import GRDB

/// Indexes and triggers that are dropped while very many rows are written, and made anew afterwards: within one transaction, so that nobody else sees the
/// file without them.
struct LaidAside {
    private let db: Database
    /// As they were made, to the letter: the file's description is held against them.
    private let statements: [String]

    /// - Parameters:
    ///   - indexes: those that nothing reads meanwhile; made anew they are sorted, not grown.
    ///   - triggers: those that do nothing for the rows that are written, or whose work is done by the caller.
    init(indexes: [String], triggers: [String] = [], in db: Database) throws {
        self.db = db
        let things = indexes.map { ("index", $0) } + triggers.map { ("trigger", $0) }
        statements = try things.compactMap { kind, name in
            try String.fetchOne(
                db, sql: "SELECT sql FROM sqlite_master WHERE type = ? AND name = ?", arguments: [kind, name])
        }
        for (kind, name) in things { try db.execute(sql: "DROP \(kind) \(name)") }
    }

    func putBack() throws {
        for statement in statements { try db.execute(sql: statement) }
    }
}
