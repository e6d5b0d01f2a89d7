import GRDB

/// The fourth layout: which roster was imported when, and what its senders call their columns.
enum SchemaV4 {
    static func create(_ db: Database) throws {
        try db.execute(
            sql: """
                -- An import's note ends in the file's hash: the same file is known again by it.
                CREATE INDEX step_import ON step (note) WHERE kind = 'importRoster';

                -- How an office reads, not what is on file: no part of the log.
                CREATE TABLE sender_heading (
                    sender TEXT NOT NULL,
                    heading TEXT NOT NULL,
                    roster_column TEXT,
                    PRIMARY KEY (sender, heading)
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
