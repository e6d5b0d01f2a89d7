import GRDB
import Training

/// What is remembered of rosters that came in: what their senders call the columns, and which files were taken.
struct Senders {
    let db: Database

    func names() throws -> [String] {
        try String.fetchAll(db, sql: "SELECT DISTINCT sender FROM sender_heading ORDER BY sender")
    }

    func columns(of sender: String) throws -> [String: RosterColumn?] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT heading, roster_column FROM sender_heading WHERE sender = ?", arguments: [sender])
        return Dictionary(
            rows.map {
                ($0["heading"] as String, ($0["roster_column"] as String?).flatMap(RosterColumn.init(rawValue:)))
            },
            uniquingKeysWith: { first, _ in first })
    }

    func keep(_ columns: [String: RosterColumn?], of sender: String) throws {
        for (heading, column) in columns {
            try db.execute(
                sql: """
                    INSERT INTO sender_heading (sender, heading, roster_column) VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET roster_column = excluded.roster_column
                    """, arguments: [sender, heading, column?.rawValue])
        }
    }

    /// The imports of a file that were not taken back, newest first.
    func imports(hash: String) throws -> [Step] {
        let log = StepLog(db: db)
        let ids = try Int64.fetchAll(
            db,
            sql: """
                SELECT id FROM step s WHERE kind = 'importRoster' AND substr(note, -length(?1)) = ?1
                ORDER BY id DESC
                """, arguments: [hash])
        return try ids.compactMap { try log.step($0) }.filter { !$0.isTakenBack }
    }
}
