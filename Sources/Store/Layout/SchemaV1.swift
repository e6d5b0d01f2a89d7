import GRDB
import Training

/// The first layout.
///
/// Dates are numbers `yyyymmdd`. Region codes are their digits as a number; `kecamatan` is 999999 for those who live
/// outside the regency, so that they sort last. Tracks, fundings and statuses are their place, from 1, in the field's
/// lists. Tables hold what is, `change` holds what was, and `search` can be made again from the tables. The tallies that this
/// layout had are not made any more: the next layout replaces them.
enum SchemaV1 {
    static func create(_ db: Database) throws {
        try db.execute(sql: records)
        try db.execute(sql: history)
        try db.execute(sql: derived)
        try db.execute(sql: SearchIndexV1.triggers)
        try fill(db)
    }

    private static let records = """
        CREATE TABLE region (code INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;

        CREATE TABLE organizer (
            id INTEGER PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            kind TEXT NOT NULL
        ) STRICT;

        CREATE TABLE program (
            id INTEGER PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            year INTEGER NOT NULL,
            track INTEGER NOT NULL CHECK (track BETWEEN 1 AND 3),
            vocation TEXT,
            organizer INTEGER REFERENCES organizer (id),
            funding INTEGER CHECK (funding BETWEEN 1 AND 5),
            skkni TEXT,
            pokir_proposer TEXT,
            pokir_reference TEXT
        ) STRICT;
        CREATE INDEX program_by_year ON program (year);
        CREATE INDEX program_by_organizer ON program (organizer);

        CREATE TABLE training_class (
            id INTEGER PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            program INTEGER NOT NULL REFERENCES program (id),
            start_date INTEGER NOT NULL,
            end_date INTEGER NOT NULL CHECK (end_date >= start_date),
            place TEXT,
            seats INTEGER NOT NULL CHECK (seats > 0),
            instructor TEXT
        ) STRICT;
        CREATE INDEX training_class_by_program ON training_class (program);

        CREATE TABLE participant (
            id INTEGER PRIMARY KEY,
            nik INTEGER UNIQUE,
            no_nik_reason TEXT CHECK ((nik IS NULL) = (no_nik_reason IS NOT NULL)),
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            birthplace TEXT,
            birth_date INTEGER NOT NULL,
            sex TEXT NOT NULL CHECK (sex IN ('L', 'P')),
            kecamatan INTEGER NOT NULL,
            desa INTEGER CHECK (desa / 10000 = kecamatan),
            address TEXT,
            phone TEXT,
            education TEXT,
            occupation TEXT
        ) STRICT;
        CREATE INDEX participant_by_name ON participant (name_key);
        CREATE INDEX participant_by_kecamatan ON participant (kecamatan, name_key);

        CREATE TABLE enrollment (
            id INTEGER PRIMARY KEY,
            participant INTEGER NOT NULL REFERENCES participant (id),
            class INTEGER NOT NULL REFERENCES training_class (id),
            status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 6),
            since INTEGER NOT NULL,
            detail TEXT,
            UNIQUE (participant, class)
        ) STRICT;
        CREATE INDEX enrollment_by_class ON enrollment (class, status);

        CREATE TABLE target (
            id INTEGER PRIMARY KEY,
            year INTEGER NOT NULL,
            scope TEXT NOT NULL CHECK (scope IN ('regency', 'kecamatan', 'track', 'organizer')),
            scope_key INTEGER NOT NULL,
            stage TEXT NOT NULL CHECK (stage IN ('original', 'revised')),
            count INTEGER NOT NULL CHECK (count > 0),
            rule TEXT NOT NULL CHECK (rule IN ('people', 'enrollments')),
            source TEXT,
            UNIQUE (year, scope, scope_key, stage)
        ) STRICT;

        CREATE TABLE doubt (
            id INTEGER PRIMARY KEY,
            participant INTEGER NOT NULL REFERENCES participant (id),
            kind TEXT NOT NULL
        ) STRICT;
        CREATE INDEX doubt_by_participant ON doubt (participant);

        """

    private static let history = """
        CREATE TABLE desk (number INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL UNIQUE) STRICT;

        CREATE TABLE author (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            desk TEXT NOT NULL,
            UNIQUE (name, desk)
        ) STRICT;

        CREATE TABLE step (
            id INTEGER PRIMARY KEY,
            last_id INTEGER NOT NULL,
            author INTEGER NOT NULL REFERENCES author (id),
            kind TEXT NOT NULL,
            undoes INTEGER UNIQUE REFERENCES step (id),
            subject INTEGER,
            note TEXT,
            changes INTEGER NOT NULL,
            hash BLOB NOT NULL
        ) STRICT;
        CREATE INDEX step_by_author ON step (author);
        CREATE INDEX step_by_subject ON step (subject) WHERE subject IS NOT NULL;

        CREATE TABLE change (
            step INTEGER NOT NULL REFERENCES step (id) DEFERRABLE INITIALLY DEFERRED,
            position INTEGER NOT NULL,
            entity INTEGER NOT NULL,
            row INTEGER NOT NULL,
            before TEXT,
            PRIMARY KEY (step, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX change_by_row ON change (row);

        CREATE TABLE draft (
            id INTEGER PRIMARY KEY,
            form TEXT NOT NULL,
            operator TEXT NOT NULL,
            desk TEXT NOT NULL,
            process INTEGER NOT NULL,
            content TEXT NOT NULL,
            UNIQUE (form, operator, desk, process)
        ) STRICT;

        CREATE TRIGGER step_is_kept BEFORE UPDATE ON step
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
        CREATE TRIGGER step_stays BEFORE DELETE ON step
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
        CREATE TRIGGER change_is_kept BEFORE UPDATE ON change
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
        CREATE TRIGGER change_stays BEFORE DELETE ON change
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

        """

    private static let derived = """
        CREATE TABLE batch (one INTEGER PRIMARY KEY CHECK (one = 1), begins_at INTEGER NOT NULL) STRICT;
        INSERT INTO batch VALUES (1, 9223372036854775807);

        CREATE TABLE class_tally (
            class INTEGER NOT NULL,
            status INTEGER NOT NULL,
            enrollments INTEGER NOT NULL,
            PRIMARY KEY (class, status)
        ) STRICT, WITHOUT ROWID;

        CREATE VIEW search_document AS
        SELECT r.id AS id, r.name AS name,
            (SELECT g.name FROM region g WHERE g.code = r.desa) AS desa,
            (SELECT group_concat(replace(c.code, '-', '') || ' ' || c.code || ' ' || p.title, ' ')
             FROM enrollment e
             JOIN training_class c ON c.id = e.class
             JOIN program p ON p.id = c.program
             WHERE e.participant = r.id) AS class
        FROM participant r;

        CREATE VIRTUAL TABLE search USING fts5 (
            name, desa, class,
            content = 'search_document', content_rowid = 'id',
            tokenize = 'unicode61 remove_diacritics 2',
            prefix = '2 3', detail = none, columnsize = 0
        );

        """

    private static func fill(_ db: Database) throws {
        let gazetteer = Gazetteer.tabalong
        for region in gazetteer.kecamatan + gazetteer.desa {
            try db.execute(
                sql: "INSERT INTO region VALUES (?, ?)", arguments: [region.code.number, region.name])
        }
    }
}
