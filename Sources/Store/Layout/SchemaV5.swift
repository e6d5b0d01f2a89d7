import GRDB

/// The fifth layout, part by part: each stands in a file of its own.
enum SchemaV5 {
    static func create(_ db: Database) throws {
        for part in [layouts, removals, secondEntries, mergedPeople, mergedFiles, operators, forgetting] {
            try db.execute(sql: part)
        }
    }

    /// Which version of silat first knew a layout: an older one that is handed the file can say what is needed.
    private static let layouts = """
        CREATE TABLE layout (number INTEGER PRIMARY KEY, program TEXT NOT NULL) STRICT;
        INSERT INTO layout VALUES (5, '0.2.0');

        """

    /// Whose enrollment was removed, derived from the log: in place of an index on the log's JSON, which a connection that trusts no
    /// schema cannot open.
    private static let removals = """
        DROP INDEX change_of_removed_enrollment;
        CREATE TABLE removed_enrollment (
            participant INTEGER NOT NULL,
            enrollment INTEGER NOT NULL,
            PRIMARY KEY (participant, enrollment)
        ) STRICT, WITHOUT ROWID;
        INSERT OR IGNORE INTO removed_enrollment
        SELECT before ->> 'participant', row FROM change
        WHERE entity = 5 AND before ->> 'deleted' = 1 AND before ->> 'participant' IS NOT NULL;
        CREATE TRIGGER enrollment_removed AFTER DELETE ON enrollment BEGIN
        INSERT OR IGNORE INTO removed_enrollment VALUES (OLD.participant, OLD.id);
        END;

        """

}
