import GRDB

/// The fourth layout: which roster was imported when, what its senders call their columns, and a log that is only ever added to.
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

                -- What happened to somebody's enrollments that are gone is found by what the log kept of them.
                CREATE INDEX change_of_removed_enrollment ON change (before ->> 'participant')
                WHERE entity = 5 AND before ->> 'deleted' = 1;

                -- REPLACE removes a row without asking the triggers that refuse a removal.
                CREATE TRIGGER step_is_new BEFORE INSERT ON step
                WHEN EXISTS (SELECT 1 FROM step WHERE id = new.id)
                BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
                CREATE TRIGGER change_is_new BEFORE INSERT ON change
                WHEN EXISTS (SELECT 1 FROM change WHERE step = new.step AND position = new.position)
                BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
                -- The hash of a step covers who did it: authors are not renamed either.
                CREATE TRIGGER author_is_kept BEFORE UPDATE ON author
                BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
                CREATE TRIGGER author_stays BEFORE DELETE ON author
                BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
                """)
    }
}
