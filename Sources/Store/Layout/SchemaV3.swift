import GRDB
import Training

/// The third layout: what became of people, equipment and its holders, and lists of recall.
///
/// What is due is not on file: it follows from classes and programs, so that whatever moves those moves it too.
enum SchemaV3 {
    static func create(_ db: Database) throws {
        try db.execute(sql: "ALTER TABLE program ADD COLUMN follow_up_months TEXT")
        try db.execute(sql: followUps + equipment + recall + schedule)
    }

    private static let followUps = """
        CREATE TABLE follow_up (
            id INTEGER PRIMARY KEY,
            enrollment INTEGER NOT NULL REFERENCES enrollment (id),
            mark INTEGER NOT NULL,
            date INTEGER NOT NULL,
            visitor TEXT NOT NULL,
            method TEXT NOT NULL,
            reached INTEGER NOT NULL CHECK (reached IN (0, 1)),
            next_try INTEGER,
            note TEXT
        ) STRICT;
        CREATE INDEX follow_up_by_enrollment ON follow_up (enrollment, mark, reached);

        CREATE TABLE outcome (
            id INTEGER PRIMARY KEY,
            enrollment INTEGER NOT NULL REFERENCES enrollment (id),
            date INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('working', 'self-employed', 'studying', 'not-using', 'unreachable')),
            uses INTEGER NOT NULL CHECK (uses IN (0, 1)),
            employer TEXT,
            sector TEXT,
            formal INTEGER CHECK (formal IN (0, 1)),
            band TEXT,
            business TEXT,
            nib TEXT,
            workers INTEGER,
            trained_workers INTEGER,
            reason TEXT,
            note TEXT
        ) STRICT;
        CREATE INDEX outcome_by_enrollment ON outcome (enrollment, date);

        CREATE TABLE assignment (
            id INTEGER PRIMARY KEY,
            enrollment INTEGER NOT NULL REFERENCES enrollment (id),
            mark INTEGER NOT NULL,
            visitor TEXT NOT NULL,
            UNIQUE (enrollment, mark)
        ) STRICT;

        CREATE TABLE label (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL CHECK (kind IN ('P', 'A')),
            subject INTEGER NOT NULL,
            mark INTEGER NOT NULL,
            UNIQUE (kind, subject, mark)
        ) STRICT;

        """

    private static let equipment = """
        CREATE TABLE equipment (
            id INTEGER PRIMARY KEY,
            item TEXT NOT NULL,
            kind TEXT NOT NULL,
            serial TEXT UNIQUE,
            value INTEGER,
            funding INTEGER CHECK (funding BETWEEN 1 AND 5),
            photo TEXT
        ) STRICT;

        CREATE TABLE holding (
            id INTEGER PRIMARY KEY,
            equipment INTEGER NOT NULL REFERENCES equipment (id),
            date INTEGER NOT NULL,
            letter TEXT,
            group_name TEXT,
            note TEXT
        ) STRICT;
        CREATE INDEX holding_by_equipment ON holding (equipment, date);

        CREATE TABLE holder (
            id INTEGER PRIMARY KEY,
            holding INTEGER NOT NULL REFERENCES holding (id),
            participant INTEGER NOT NULL REFERENCES participant (id),
            UNIQUE (holding, participant)
        ) STRICT;
        CREATE INDEX holder_by_participant ON holder (participant);

        CREATE TABLE equipment_check (
            id INTEGER PRIMARY KEY,
            equipment INTEGER NOT NULL REFERENCES equipment (id),
            date INTEGER NOT NULL,
            visitor TEXT NOT NULL,
            condition TEXT NOT NULL,
            place TEXT,
            note TEXT
        ) STRICT;
        CREATE INDEX equipment_check_by_equipment ON equipment_check (equipment, date);

        """

    private static let recall = """
        CREATE TABLE recall (
            id INTEGER PRIMARY KEY,
            title TEXT NOT NULL,
            date INTEGER NOT NULL,
            criteria TEXT NOT NULL
        ) STRICT;

        CREATE TABLE recall_entry (
            id INTEGER PRIMARY KEY,
            recall INTEGER NOT NULL REFERENCES recall (id),
            participant INTEGER NOT NULL REFERENCES participant (id),
            state TEXT NOT NULL,
            date INTEGER NOT NULL,
            note TEXT,
            UNIQUE (recall, participant)
        ) STRICT;
        CREATE INDEX recall_entry_by_participant ON recall_entry (participant);

        """

    /// When the checks of each class are due: the same day of a later month, or that month's last.
    private static let schedule = """
        CREATE VIEW schedule AS
        SELECT class, program, mark, year * 10000 + month * 100 + min(day, CASE
            WHEN month IN (4, 6, 9, 11) THEN 30
            WHEN month <> 2 THEN 31
            WHEN year % 4 = 0 AND (year % 100 <> 0 OR year % 400 = 0) THEN 29
            ELSE 28 END) AS due_on
        FROM (SELECT class, program, mark, months / 12 AS year, months % 12 + 1 AS month, day
              FROM (SELECT c.id AS class, c.program, m.value AS mark, c.end_date % 100 AS day,
                        c.end_date / 10000 * 12 + c.end_date / 100 % 100 - 1 + m.value AS months
                    FROM training_class c JOIN program p ON p.id = c.program
                    JOIN json_each(coalesce(p.follow_up_months, '[3,6,12]')) m));
        """
}
