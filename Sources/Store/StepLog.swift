import Foundation
import GRDB
import Training

/// The log as it is read and proved.
struct StepLog {
    let db: Database

    private static let select = """
        SELECT s.id, s.kind, s.undoes, s.changes, s.note, a.name, a.desk FROM step s JOIN author a ON a.id = s.author
        """

    func steps(of participant: ID<Participant>?, count: Int) throws -> [Step] {
        guard let participant else {
            return try Row.fetchAll(db, sql: "\(Self.select) ORDER BY s.id DESC LIMIT ?", arguments: [count])
                .map(step)
        }
        return try Row.fetchAll(
            db,
            sql: """
                \(Self.select) WHERE s.id IN (
                    SELECT step FROM change WHERE row = ?1
                    UNION SELECT step FROM change WHERE row IN (SELECT id FROM enrollment WHERE participant = ?1)
                    UNION SELECT step FROM change WHERE row IN (
                        SELECT f.id FROM enrollment e JOIN follow_up f ON f.enrollment = e.id WHERE e.participant = ?1
                        UNION SELECT o.id FROM enrollment e JOIN outcome o ON o.enrollment = e.id
                            WHERE e.participant = ?1)
                    UNION SELECT id FROM step WHERE subject = ?1)
                ORDER BY s.id DESC LIMIT ?2
                """, arguments: [participant.rawValue, count]
        ).map(step)
    }

    func step(_ row: Row) throws -> Step {
        let id: Int64 = row["id"]
        return Step(
            id: ID(id), time: Clock.time(of: id), author: Author(name: row["name"], desk: row["desk"]),
            kind: try .stored(row["kind"]), undoes: (row["undoes"] as Int64?).map { ID($0) },
            changes: row["changes"], note: row["note"])
    }

    func step(_ id: Int64) throws -> Step? {
        try Row.fetchOne(db, sql: "\(Self.select) WHERE s.id = ?", arguments: [id]).map(step)
    }

    /// The work of steps that are not among some, by author; the most steps first.
    func work(outside known: Set<Int64>) throws -> [LostWork] {
        var work: [Author: LostWork] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT s.id, s.changes, a.name, a.desk FROM step s JOIN author a ON a.id = s.author ORDER BY s.id"
        )
        while let row = try rows.next() {
            let id: Int64 = row["id"]
            guard !known.contains(id) else { continue }
            let author = Author(name: row["name"], desk: row["desk"])
            let time = Clock.time(of: id)
            var own = work[author] ?? LostWork(author: author, steps: 0, changes: 0, first: time, last: time)
            own.steps += 1
            own.changes += row["changes"]
            own.last = time
            work[author] = own
        }
        return work.values.sorted {
            ($0.steps, $0.author.name, $0.author.desk) > ($1.steps, $1.author.name, $1.author.desk)
        }
    }

    /// How many of some steps are on file.
    func count(among ids: Set<Int64>) throws -> Int {
        let rows = try Int64.fetchCursor(db, sql: "SELECT id FROM step")
        var count = 0
        while let id = try rows.next() { if ids.contains(id) { count += 1 } }
        return count
    }

    func newest() throws -> ID<Step>? {
        try Int64.fetchOne(db, sql: "SELECT max(id) FROM step").map { ID($0) }
    }

    /// Computes every hash anew. Returns the first step whose hash is another, or `nil` where the chain holds.
    func firstBrokenStep() throws -> Int64? {
        var previous = Data()
        let steps = try Row.fetchCursor(
            db, sql: "SELECT s.*, a.name, a.desk FROM step s JOIN author a ON a.id = s.author ORDER BY s.id")
        while let row = try steps.next() {
            let id: Int64 = row["id"]
            var chain = Chain(after: previous)
            let changes = try Row.fetchCursor(
                db, sql: "SELECT entity, row, before FROM change WHERE step = ? ORDER BY position", arguments: [id])
            while let change = try changes.next() {
                chain.add(change["entity"] as Int64)
                chain.add(change["row"] as Int64)
                chain.add(change["before"] as String?)
            }
            chain.addStep(
                id: id, last: row["last_id"], author: Author(name: row["name"], desk: row["desk"]), kind: row["kind"],
                undoes: row["undoes"], subject: row["subject"], note: row["note"], changes: row["changes"])
            previous = row["hash"]
            if chain.digest() != previous { return id }
        }
        return nil
    }
}
