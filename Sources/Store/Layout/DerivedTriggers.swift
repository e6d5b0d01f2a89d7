/// The triggers that keep a derived table: out before a change, back after it, for the participants concerned.
///
/// One shape serves tallies and search index alike. People made in a running batch are left to its end.
enum DerivedTriggers {
    /// Whether shares are taken out of a tally or put back.
    enum Sign: String {
        case out = "-"
        case back = "+"
    }

    /// The participants whom a change of a class concerns.
    static let ofClass = "IN (SELECT participant FROM enrollment WHERE class = NEW.id)"

    /// The participants whom a change of a program concerns.
    static let ofProgram = """
        IN (SELECT participant FROM enrollment WHERE class IN
            (SELECT id FROM training_class WHERE program = NEW.id))
        """

    /// When a trigger fires: not for somebody who was made in the running batch.
    static func unlessInBatch(_ participant: String) -> String {
        "WHEN \(participant) < (SELECT begins_at FROM batch)"
    }

    /// The two triggers around an event.
    ///
    /// - Parameters:
    ///   - participant: the one participant concerned, as `NEW` or `OLD` names them, where batches leave them out.
    static func around(
        _ name: String, _ event: String, participant: String? = nil, out: String, back: String
    ) -> String {
        around(name, event, condition: participant.map(unlessInBatch) ?? "", out: out, back: back)
    }

    /// The two triggers around an event that concern nobody unless a condition holds.
    static func around(_ name: String, _ event: String, when condition: String?, out: String, back: String) -> String {
        around(name, event, condition: condition.map { "WHEN \($0)" } ?? "", out: out, back: back)
    }

    private static func around(
        _ name: String, _ event: String, condition: String, out: String, back: String
    ) -> String {
        """
        CREATE TRIGGER \(name)_before BEFORE \(event) \(condition) BEGIN
        \(out)
        END;
        CREATE TRIGGER \(name)_after AFTER \(event) \(condition) BEGIN
        \(back)
        END;

        """
    }
}
