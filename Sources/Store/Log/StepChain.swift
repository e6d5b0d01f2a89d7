import GRDB
import Training

/// A step with everything that took it back and brought it back: each takes back the one before it.
///
/// The step stands where the steps that follow it are even in number.
struct StepChain {
    /// The step itself.
    let root: Step
    /// The last of those that took it back or brought it back; the step itself where none did.
    let head: Int64
    /// How many took it back or brought it back.
    let length: Int
    /// At what place in the chain the step that was asked for is; 0 is the step itself.
    let place: Int

    /// Whether what the step did is on file.
    var stands: Bool { length.isMultiple(of: 2) }

    /// Whether what a member did is on file: those after it cancel out.
    var memberStands: Bool { (length - place).isMultiple(of: 2) }

    /// The chain that a step is in; `nil` where there is no such step.
    init?(of step: Int64, in db: Database) throws {
        var (first, place) = (step, 0)
        while let earlier = try Self.undone(by: first, in: db) {
            first = earlier
            place += 1
        }
        guard let root = try StepLog(db: db).step(first) else { return nil }
        var (head, length) = (step, place)
        while let later = try Self.undoing(head, in: db) {
            head = later
            length += 1
        }
        (self.root, self.head, self.length, self.place) = (root, head, length, place)
    }

    /// The step that an undo took back.
    private static func undone(by step: Int64, in db: Database) throws -> Int64? {
        let statement = try db.cachedStatement(sql: "SELECT undoes FROM step WHERE id = ? AND undoes IS NOT NULL")
        return try Int64.fetchOne(statement, arguments: [step])
    }

    /// The step that took another one back.
    static func undoing(_ step: Int64, in db: Database) throws -> Int64? {
        let statement = try db.cachedStatement(sql: "SELECT id FROM step WHERE undoes = ?")
        return try Int64.fetchOne(statement, arguments: [step])
    }

    /// Whether later steps took a step back, all told.
    static func isTakenBack(_ step: Int64, in db: Database) throws -> Bool {
        var (head, isTakenBack) = (step, false)
        while let later = try undoing(head, in: db) { (head, isTakenBack) = (later, !isTakenBack) }
        return isTakenBack
    }

    /// The chain that an operator touched last at this desk, among those that stand or those that do not.
    static func newest(standing: Bool, by author: Author, in db: Database) throws -> StepChain? {
        let heads = try Int64.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT s.id FROM step s JOIN author a ON a.id = s.author
                    WHERE a.name = ? AND a.desk = ? AND s.changes > 0 AND s.kind <> 'generate'
                        AND (s.undoes IS NOT NULL OR ?) AND NOT EXISTS (SELECT 1 FROM step u WHERE u.undoes = s.id)
                    ORDER BY s.id DESC
                    """), arguments: [author.name, author.desk, standing])
        while let head = try heads.next() {
            if let chain = try StepChain(of: head, in: db), chain.stands == standing, chain.root.kind != .generate {
                return chain
            }
        }
        return nil
    }
}
