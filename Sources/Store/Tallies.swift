import GRDB
import Training

/// Totals that stay live: kept by triggers in the transaction that changes what they count.
///
/// Whatever changes somebody's participation, their share is taken out of every tally before, and put back as it is after.
/// One rule serves every kind of change, so a tally cannot drift by a case that nobody thought of; `check` recounts all.
enum Tallies {
    /// The dimensions by number; 0 is the whole regency.
    static let dimensions: [(Int, String)] =
        [(0, "regency")] + Dimension.allCases.map { (number(of: $0), $0.rawValue) }

    static func number(of dimension: Dimension) -> Int {
        switch dimension {
        case .kecamatan: 1
        case .desa: 2
        case .track: 3
        case .program: 4
        case .organizer: 5
        case .funding: 6
        case .month: 7
        case .sex: 8
        }
    }

    private enum Sign: String {
        case out = "-"
        case back = "+"
    }

    /// Takes the shares of some participants out of the tallies, or puts them back.
    private static func move(_ sign: Sign, of participants: String) -> String {
        """
        INSERT INTO tally (year, dimension, key, people, enrollments)
        SELECT year, dimension, key, \(sign.rawValue)count(*), \(sign.rawValue)sum(enrollments)
        FROM (SELECT year, dimension, key, count(*) AS enrollments
              FROM participation WHERE participant \(participants)
              GROUP BY participant, year, dimension, key)
        WHERE true
        GROUP BY year, dimension, key
        ON CONFLICT DO UPDATE SET
            people = people + excluded.people, enrollments = enrollments + excluded.enrollments;
        """
    }

    /// What the triggers leave to the end of a batch: the shares of participants made in it.
    static let addBatch = move(.back, of: ">= (SELECT begins_at FROM batch)")

    static let addBatchClasses = """
        INSERT INTO class_tally (class, status, enrollments)
        SELECT class, status, count(*) FROM enrollment
        WHERE participant >= (SELECT begins_at FROM batch) GROUP BY class, status
        ON CONFLICT DO UPDATE SET enrollments = enrollments + excluded.enrollments
        """

    /// Makes all tallies anew from the tables.
    static let rebuild = """
        DELETE FROM tally;
        \(move(.back, of: "IS NOT NULL"))
        DELETE FROM class_tally;
        INSERT INTO class_tally SELECT class, status, count(*) FROM enrollment GROUP BY class, status;
        """

    /// Lines where a tally and a recount differ; a tally of nobody may be missing.
    static let differences = """
        WITH recount AS (
            SELECT year, dimension, key, count(*) AS people, sum(enrollments) AS enrollments
            FROM (SELECT year, dimension, key, count(*) AS enrollments
                  FROM participation GROUP BY participant, year, dimension, key)
            GROUP BY year, dimension, key),
        class_recount AS (SELECT class, status, count(*) AS enrollments FROM enrollment GROUP BY 1, 2)
        SELECT count(*) FROM (
            SELECT * FROM (SELECT * FROM tally WHERE people <> 0 OR enrollments <> 0 EXCEPT SELECT * FROM recount)
            UNION ALL SELECT * FROM (SELECT * FROM recount EXCEPT SELECT * FROM tally)
            UNION ALL SELECT class, status, enrollments, 0, 0 FROM
                (SELECT * FROM class_tally WHERE enrollments <> 0 EXCEPT SELECT * FROM class_recount)
            UNION ALL SELECT class, status, enrollments, 0, 0 FROM
                (SELECT * FROM class_recount EXCEPT SELECT * FROM class_tally))
        """

    static let triggers =
        ofOne("enrollment_insert", "INSERT ON enrollment", "NEW.participant")
        + ofOne("enrollment_delete", "DELETE ON enrollment", "OLD.participant")
        + ofOne("enrollment_update", "UPDATE OF class, status ON enrollment", "NEW.participant")
        + ofOne("participant_update", "UPDATE OF kecamatan, desa, sex ON participant", "NEW.id")
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

    private static let classTriggers: String = {
        func count(_ row: String, _ sign: Sign) -> String {
            """
            INSERT INTO class_tally VALUES (\(row).class, \(row).status, \(sign.rawValue)1)
            ON CONFLICT DO UPDATE SET enrollments = enrollments + excluded.enrollments;
            """
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
