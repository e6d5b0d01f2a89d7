import GRDB
import Training

/// How many checks of a place fall due on a day, and how many of these are done: kept by triggers in the transaction that changes what it counts.
///
/// How a check stands follows from today, from its day, and from whether it is done. The first is not on file, so a cell is for one day, and whoever reads
/// adds up a place's. Each check is counted twice: once for its kecamatan, once for its desa, so that no table adds up cells by the ten thousand.
///
/// As with ``Tallies``, shares are taken out before any change and put back after it; those made in a batch wait for its end, for ``CheckRecount``.
enum CheckTally {
    static let tables = """
        CREATE TABLE check_tally (
            -- 0 for the regency, of which the places are kecamatan; else the kecamatan of which they are desa, itself where the desa is unknown.
            region INTEGER NOT NULL,
            place INTEGER NOT NULL,
            due_on INTEGER NOT NULL,
            checks INTEGER NOT NULL,
            done INTEGER NOT NULL,
            PRIMARY KEY (region, place, due_on)
        ) STRICT, WITHOUT ROWID;

        CREATE VIEW check_share AS
        SELECT e.id AS enrollment, e.participant, e.class,
            CASE t.of_desa WHEN 0 THEN 0 ELSE r.kecamatan END AS region,
            CASE t.of_desa WHEN 0 THEN r.kecamatan ELSE coalesce(r.desa, r.kecamatan) END AS place,
            s.due_on, \(FollowUps.isDone) AS done
        FROM enrollment e CROSS JOIN participant r ON r.id = e.participant CROSS JOIN schedule s ON s.class = e.class
            CROSS JOIN (SELECT 0 AS of_desa UNION ALL SELECT 1) t
        WHERE e.status IN (3, 4);

        """

    private static func move(_ sign: DerivedTriggers.Sign, of checks: String) -> String {
        """
        INSERT INTO check_tally (region, place, due_on, checks, done)
        SELECT region, place, due_on, \(sign.rawValue)1, \(sign.rawValue)done FROM check_share
        WHERE \(checks) AND participant < (SELECT begins_at FROM batch)
        \(onConflict);
        """
    }

    /// How a share is added to the cell that there is.
    static let onConflict =
        "ON CONFLICT DO UPDATE SET checks = checks + excluded.checks, done = done + excluded.done"

    /// Counts the checks of the participant `?1` in the class `?2`.
    static let addEnrollment = move(.back, of: "participant = ?1 AND class = ?2")

    static let triggers =
        around("enrollment_insert", "INSERT ON enrollment", when: "NEW.status IN (3, 4)", "enrollment = NEW.id")
        + around("enrollment_delete", "DELETE ON enrollment", when: "OLD.status IN (3, 4)", "enrollment = OLD.id")
        + around(
            "enrollment_update", "UPDATE OF participant, class, status ON enrollment",
            when: "OLD.status IN (3, 4) OR NEW.status IN (3, 4)", "enrollment = NEW.id")
        + around(
            "participant_update", "UPDATE OF kecamatan, desa ON participant",
            when: "OLD.kecamatan <> NEW.kecamatan OR OLD.desa IS NOT NEW.desa", "participant = NEW.id")
        + around(
            "training_class_update", "UPDATE OF program, end_date ON training_class",
            when: "OLD.program <> NEW.program OR OLD.end_date <> NEW.end_date", "class = NEW.id")
        + around(
            "program_update", "UPDATE OF follow_up_months ON program",
            when: "OLD.follow_up_months IS NOT NEW.follow_up_months",
            "class IN (SELECT id FROM training_class WHERE program = NEW.id)")
        + around("follow_up_insert", "INSERT ON follow_up", "enrollment = NEW.enrollment")
        + around("follow_up_delete", "DELETE ON follow_up", "enrollment = OLD.enrollment")
        + around(
            "follow_up_update", "UPDATE OF enrollment, mark, reached ON follow_up",
            "enrollment IN (OLD.enrollment, NEW.enrollment)")

    private static func around(
        _ name: String, _ event: String, when condition: String? = nil, _ checks: String
    ) -> String {
        DerivedTriggers.around(
            "check_tally_\(name)", event, when: condition, out: move(.out, of: checks), back: move(.back, of: checks))
    }
}
