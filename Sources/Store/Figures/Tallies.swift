import GRDB
import Training

/// Totals that stay live: kept by triggers in the transaction that changes what they count.
///
/// Whatever changes somebody's participation, their share is taken out of every tally before, and put back as it is after.
/// One rule serves every kind of change, so a tally cannot drift by a case that nobody thought of; `check` recounts all.
///
/// A cell of a tally is for one place and one sex. Somebody lives in one place and has one sex, so cells add up to any total by
/// these, people included; only what people can have several of, such as tracks, is a tally of its own. By two of those at once,
/// totals are for the whole regency, in a tally for each pair.
///
/// Triggers count the people that a change concerns; of many at once, ``Recount`` makes the same cells.
enum Tallies {
    /// What a tally groups by, besides place and sex. The numbers stand in the file and are never given anew.
    enum Grouping: Int, CaseIterable {
        /// Everybody; the key tells who has no NIK.
        case regency = 0
        case track = 3
        case program = 4
        case organizer = 5
        case funding = 6
        case month = 7
        case age = 9
        /// A tally of enrollments that do not count, too.
        case status = 11
        /// How many classes somebody has joined.
        case classes = 10

        /// The groupings that totals are taken by, two at once included.
        static let crossed: [Grouping] = [.track, .program, .organizer, .funding, .month, .age]

        /// Where a grouping's cells are told apart by kecamatan only: programs are many, and each is held in few places.
        var isByKecamatan: Bool { self == .program }

        /// What the key is, of an enrollment `e` in class `c` of program `p`, participant `r`.
        var key: String {
            switch self {
            case .regency: "r.nik IS NULL"
            case .classes: "0"
            case .status: "e.status"
            case .track: "p.track"
            case .program: "p.id"
            case .organizer: "coalesce(p.organizer, 0)"
            case .funding: "coalesce(p.funding, 0)"
            case .month: "c.start_date / 100"
            case .age: "(\(Self.ageGroup))"
            }
        }

        private static var ageGroup: String {
            // Dates as yyyymmdd: their difference, cut by 10000, is an age in whole years.
            let bands = AgeGroup.allCases.dropLast().map {
                "WHEN (c.start_date - r.birth_date) / 10000 <= \($0.years.upperBound) THEN \($0.rawValue)"
            }
            return "CASE \(bands.joined(separator: " ")) ELSE \(AgeGroup.from65.rawValue) END"
        }
    }

    /// A tally by two groupings at once, in the whole regency.
    struct Crossing: Hashable {
        let one: Grouping
        let other: Grouping

        /// The crossing of two groupings, in whichever order they are given; `nil` for a grouping with itself.
        init?(_ one: Grouping, _ other: Grouping) {
            guard one != other, Grouping.crossed.contains(one), Grouping.crossed.contains(other) else { return nil }
            self.init(sorting: one, other)
        }

        private init(sorting one: Grouping, _ other: Grouping) {
            (self.one, self.other) = one.rawValue < other.rawValue ? (one, other) : (other, one)
        }

        /// How each organizer's enrollments stand, those that do not count included.
        static let organizerStatus = Crossing(sorting: .organizer, .status)

        static let counted: [Crossing] = Grouping.crossed.flatMap { one in
            Grouping.crossed.filter { $0.rawValue > one.rawValue }.compactMap { Crossing(one, $0) }
        }

        static let all = counted + [organizerStatus]

        /// Its number in the file, beside those of the groupings.
        var number: Int { one.rawValue * 100 + other.rawValue }
    }

    static let tables: String = {
        let keys = Grouping.allCases.filter { $0 != .classes }.map { "WHEN \($0.rawValue) THEN \($0.key)" }
            .joined(separator: " ")
        return """
            CREATE TABLE dimension (
                number INTEGER PRIMARY KEY, name TEXT NOT NULL, one INTEGER NOT NULL, other INTEGER
            ) STRICT;

            CREATE VIEW participation AS
            SELECT e.id AS enrollment, e.participant, p.year, d.number AS dimension,
                CASE WHEN d.other IS NOT NULL THEN 0
                    WHEN d.number = \(Grouping.program.rawValue) THEN r.kecamatan
                    ELSE coalesce(r.desa, r.kecamatan) END AS place,
                d.other IS NULL AND r.sex = 'P' AS woman,
                CASE d.one \(keys) ELSE 0 END AS key,
                CASE d.other \(keys) ELSE 0 END AS crossing
            FROM enrollment e
            JOIN training_class c ON c.id = e.class
            JOIN program p ON p.id = c.program
            JOIN participant r ON r.id = e.participant
            CROSS JOIN dimension d
            WHERE (e.status IN (2, 3, 4) OR coalesce(d.other, d.one) = \(Grouping.status.rawValue))
                AND d.number <> \(Grouping.classes.rawValue);

            CREATE TABLE tally (
                year INTEGER NOT NULL,
                dimension INTEGER NOT NULL,
                place INTEGER NOT NULL,
                woman INTEGER NOT NULL,
                key INTEGER NOT NULL,
                crossing INTEGER NOT NULL,
                people INTEGER NOT NULL,
                enrollments INTEGER NOT NULL,
                latest INTEGER NOT NULL,
                PRIMARY KEY (year, dimension, place, woman, key, crossing)
            ) STRICT, WITHOUT ROWID;

            """
    }()

    /// Names the dimensions, for whoever looks into the file and for the view.
    static func fillDimensions(_ db: Database) throws {
        for grouping in Grouping.allCases {
            try db.execute(
                sql: "INSERT INTO dimension VALUES (?1, ?2, ?1, NULL)", arguments: [grouping.rawValue, "\(grouping)"])
        }
        for crossing in Crossing.all {
            try db.execute(
                sql: "INSERT INTO dimension VALUES (?, ?, ?, ?)",
                arguments: [
                    crossing.number, "\(crossing.one) × \(crossing.other)", crossing.one.rawValue,
                    crossing.other.rawValue,
                ])
        }
    }

    /// A condition that leads through the cells of all years: by year, since that is what they are found by first.
    static let ofEveryYear = "year IN (SELECT year FROM program)"

    /// Everybody's shares: one row for each tally that somebody stands in, with how many enrollments they have in it.
    private static func shares(of participants: String) -> String {
        let grouped = """
            SELECT participant, year, dimension, place, woman, key, crossing, count(*) AS enrollments,
                max(enrollment) AS latest
            FROM participation WHERE participant \(participants)
            """
        return """
            \(grouped) GROUP BY participant, year, dimension, place, woman, key, crossing
            UNION ALL
            SELECT participant, year, \(Grouping.classes.rawValue), place, woman, enrollments, 0, enrollments, latest
            FROM (\(grouped) AND dimension = \(Grouping.regency.rawValue) GROUP BY participant, year, place, woman)
            """
    }

    private static func sums(of participants: String, _ sign: DerivedTriggers.Sign) -> String {
        """
        SELECT year, dimension, place, woman, key, crossing, \(sign.rawValue)count(*) AS people,
            \(sign.rawValue)sum(enrollments) AS enrollments, max(latest) AS latest
        FROM (\(shares(of: participants))) WHERE true
        GROUP BY year, dimension, place, woman, key, crossing
        """
    }

    /// Takes the shares of some participants out of the tallies, or puts them back. When something was entered last stays.
    private static func move(_ sign: DerivedTriggers.Sign, of participants: String) -> String {
        """
        INSERT INTO tally (year, dimension, place, woman, key, crossing, people, enrollments, latest)
        \(sums(of: participants, sign))
        \(onConflict);
        """
    }

    /// Takes some people's shares out before a change, and puts them back after it.
    static func out(of participants: String) -> String { move(.out, of: participants) }
    static func back(of participants: String) -> String { move(.back, of: participants) }

    /// How a share is added to the cell that there is.
    static let onConflict = """
        ON CONFLICT DO UPDATE SET
            people = people + excluded.people, enrollments = enrollments + excluded.enrollments,
            latest = max(latest, excluded.latest)
        """

    /// What the triggers leave to the end of a batch: the classes of participants made in it.
    static let addBatchClasses = """
        INSERT INTO class_tally (class, status, enrollments)
        SELECT class, status, count(*) FROM enrollment NOT INDEXED
        WHERE id >= (SELECT begins_at FROM batch) AND participant >= (SELECT begins_at FROM batch) GROUP BY class, status
        ON CONFLICT DO UPDATE SET enrollments = enrollments + excluded.enrollments
        """

    static let rebuildClasses = """
        DELETE FROM class_tally;
        INSERT INTO class_tally SELECT class, status, count(*) FROM enrollment GROUP BY class, status;
        """

    /// Classes whose tally and recount differ; a tally of nobody may be missing.
    static let classDifferences = """
        WITH class_recount AS (SELECT class, status, count(*) AS enrollments FROM enrollment GROUP BY 1, 2)
        SELECT (SELECT count(*) FROM (SELECT * FROM class_tally WHERE enrollments <> 0 EXCEPT SELECT * FROM class_recount))
            + (SELECT count(*) FROM (SELECT * FROM class_recount EXCEPT SELECT * FROM class_tally))
        """

    static let triggers =
        ofOne("enrollment_insert", "INSERT ON enrollment", "NEW.participant")
        + ofOne("enrollment_delete", "DELETE ON enrollment", "OLD.participant")
        + ofOne("enrollment_update", "UPDATE OF class, status ON enrollment", "NEW.participant")
        + ofOne("participant_update", "UPDATE OF nik, kecamatan, desa, sex, birth_date ON participant", "NEW.id")
        + ofMany("training_class_update", "UPDATE OF program, start_date ON training_class", DerivedTriggers.ofClass)
        + ofMany(
            "program_update", "UPDATE OF year, track, organizer, funding ON program", DerivedTriggers.ofProgram)
        + classTriggers

    private static func ofOne(_ name: String, _ event: String, _ participant: String) -> String {
        DerivedTriggers.around(
            "tally_\(name)", event, participant: participant, out: move(.out, of: "= \(participant)"),
            back: move(.back, of: "= \(participant)"))
    }

    private static func ofMany(_ name: String, _ event: String, _ participants: String) -> String {
        DerivedTriggers.around(
            "tally_\(name)", event, out: move(.out, of: participants), back: move(.back, of: participants))
    }

    private static func countInClass(_ trainingClass: String, _ status: String, _ sign: DerivedTriggers.Sign) -> String
    {
        """
        INSERT INTO class_tally VALUES (\(trainingClass), \(status), \(sign.rawValue)1)
        ON CONFLICT DO UPDATE SET enrollments = enrollments + excluded.enrollments;
        """
    }

    /// Counts one more enrollment of a class and a status.
    static let addToClass = countInClass("?1", "?2", .back)

    private static let classTriggers: String = {
        func count(_ row: String, _ sign: DerivedTriggers.Sign) -> String {
            countInClass("\(row).class", "\(row).status", sign)
        }
        return """
            CREATE TRIGGER class_tally_insert AFTER INSERT ON enrollment
            \(DerivedTriggers.unlessInBatch("NEW.participant")) BEGIN
            \(count("NEW", .back))
            END;
            CREATE TRIGGER class_tally_delete AFTER DELETE ON enrollment
            \(DerivedTriggers.unlessInBatch("OLD.participant")) BEGIN
            \(count("OLD", .out))
            END;
            CREATE TRIGGER class_tally_update AFTER UPDATE OF class, status ON enrollment
            \(DerivedTriggers.unlessInBatch("NEW.participant")) BEGIN
            \(count("OLD", .out))
            \(count("NEW", .back))
            END;

            """
    }()
}
