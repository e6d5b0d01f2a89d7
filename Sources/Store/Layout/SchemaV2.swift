import GRDB
import Training

/// The second layout: tallies of which the cells can be crossed, targets of a term and the day of their document, claims of
/// organizers, and how many people live in a kecamatan.
enum SchemaV2 {
    static func create(_ db: Database) throws {
        try db.execute(sql: withoutOldTallies)
        try db.execute(sql: targets + claims + indexes)
        try db.execute(sql: Tallies.tables)
        try Tallies.fillDimensions(db)
        try db.execute(sql: Tallies.triggers)
        try Recount(db: db).addToTallies(from: .min)
        try db.execute(sql: Tallies.rebuildClasses)
    }

    private static var withoutOldTallies: String {
        let changes = [
            "enrollment_insert", "enrollment_delete", "enrollment_update", "participant_update",
            "training_class_update", "program_update",
        ]
        let triggers =
            changes.flatMap { ["tally_\($0)_before", "tally_\($0)_after"] }
            + ["insert", "delete", "update"].map { "class_tally_\($0)" }
        return triggers.map { "DROP TRIGGER IF EXISTS \($0);\n" }.joined() + """
            DROP VIEW IF EXISTS participation;
            DROP TABLE IF EXISTS tally;
            DROP TABLE IF EXISTS dimension;

            """
    }

    // A check cannot be changed in place: the table is made anew, with its rows.
    private static let targets = """
        CREATE TABLE target_2 (
            id INTEGER PRIMARY KEY,
            year INTEGER NOT NULL,
            scope TEXT NOT NULL CHECK (scope IN ('regency', 'kecamatan', 'track', 'organizer', 'term')),
            scope_key INTEGER NOT NULL,
            stage TEXT NOT NULL CHECK (stage IN ('original', 'revised')),
            count INTEGER NOT NULL CHECK (count > 0),
            rule TEXT NOT NULL CHECK (rule IN ('people', 'enrollments')),
            source TEXT,
            source_date INTEGER,
            UNIQUE (year, scope, scope_key, stage)
        ) STRICT;
        INSERT INTO target_2 (id, year, scope, scope_key, stage, count, rule, source)
        SELECT id, year, scope, scope_key, stage, count, rule, source FROM target;
        DROP TABLE target;
        ALTER TABLE target_2 RENAME TO target;

        """

    private static let claims = """
        CREATE TABLE claim (
            id INTEGER PRIMARY KEY,
            organizer INTEGER NOT NULL REFERENCES organizer (id),
            year INTEGER NOT NULL,
            count INTEGER NOT NULL CHECK (count >= 0),
            reported_on INTEGER,
            letter TEXT,
            UNIQUE (organizer, year)
        ) STRICT;

        CREATE TABLE residents (
            id INTEGER PRIMARY KEY,
            kecamatan INTEGER NOT NULL UNIQUE,
            count INTEGER NOT NULL CHECK (count > 0),
            source TEXT
        ) STRICT;

        """

    // Covering: the people of a class, and who of a kecamatan lives in a desa, are told without looking at the rows themselves.
    private static let indexes = """
        DROP INDEX enrollment_by_class;
        CREATE INDEX enrollment_by_class ON enrollment (class, status, participant);
        DROP INDEX participant_by_kecamatan;
        CREATE INDEX participant_by_kecamatan ON participant (kecamatan, name_key, desa);

        """
}
