import Foundation
import GRDB
import Training

/// The log as it is read and proved.
struct StepLog {
    let db: Database

    private static let select = """
        SELECT s.id, s.kind, s.undoes, s.changes, s.note, s.subject, a.name, a.desk, r.name AS person
        FROM step s JOIN author a ON a.id = s.author LEFT JOIN participant r ON r.id = s.subject
        """

    func steps(_ query: LogQuery, before: ID<Step>?, count: Int) throws -> [Step] {
        var conditions: [String] = []
        var arguments: StatementArguments = []
        func demand(_ condition: String, _ values: (any DatabaseValueConvertible)...) {
            conditions.append(condition)
            arguments += StatementArguments(values.map(\.databaseValue))
        }
        if let participant = query.participant?.rawValue {
            demand(Self.ofParticipant, try MergedPeople(db: db).whoStays(for: participant) ?? participant)
        }
        if let author = query.author { demand("a.name = ? AND a.desk = ?", author.name, author.desk) }
        if let name = query.operatorName { demand("a.name = ?", name) }
        if !query.kinds.isEmpty {
            let kinds = query.kinds.map(\.rawValue)
            let places = Array(repeating: "?", count: kinds.count).joined(separator: ", ")
            conditions.append("s.kind IN (\(places))")
            arguments += StatementArguments(kinds)
        }
        if let since = query.since { demand("s.id >= ?", Clock.firstNumber(at: since)) }
        if let until = query.until { demand("s.id < ?", Clock.firstNumber(at: until)) }
        if let before { demand("s.id < ?", before.rawValue) }
        if !query.words.isEmpty {
            demand("(instr(lower(s.note), lower(?)) OR instr(lower(r.name), lower(?)))", query.words, query.words)
        }
        let wanted = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        arguments += [count]
        return try Row.fetchAll(
            db.cachedStatement(sql: "\(Self.select) \(wanted) ORDER BY s.id DESC LIMIT ?"), arguments: arguments
        ).map(step)
    }

    /// The steps that touched somebody, or what belongs to them, whether or not it is still on file. Whoever was merged into them is
    /// them.
    private static let ofParticipant = """
        s.id IN (
            WITH RECURSIVE who (id) AS (
                SELECT ? UNION SELECT m.gone FROM who w JOIN merged_participant m ON m.stays = w.id)
            SELECT step FROM change WHERE row IN (SELECT id FROM who)
            UNION SELECT step FROM change WHERE row IN (
                SELECT id FROM enrollment WHERE participant IN (SELECT id FROM who)
                UNION SELECT enrollment FROM removed_enrollment WHERE participant IN (SELECT id FROM who))
            UNION SELECT step FROM change WHERE row IN (
                SELECT f.id FROM enrollment e JOIN follow_up f ON f.enrollment = e.id
                    WHERE e.participant IN (SELECT id FROM who)
                UNION SELECT o.id FROM enrollment e JOIN outcome o ON o.enrollment = e.id
                    WHERE e.participant IN (SELECT id FROM who))
            UNION SELECT id FROM step WHERE subject IN (SELECT id FROM who))
        """

    func step(_ row: Row) throws -> Step {
        let id: Int64 = row["id"]
        let undoes: Int64? = row["undoes"]
        let chain = try undoes.flatMap { _ in try StepChain(of: id, in: db) }
        return Step(
            id: ID(id), time: Clock.time(of: id), author: Author(name: row["name"], desk: row["desk"]),
            kind: try .stored(row["kind"]), undoes: undoes.map { ID($0) },
            changes: row["changes"], note: row["note"], person: try row["person"] ?? nameOfGone(row["subject"]),
            isTakenBack: try StepChain.isTakenBack(id, in: db), origin: chain?.root.kind,
            isRedo: chain?.place.isMultiple(of: 2) ?? false)
    }

    /// The name of somebody who is no longer on file, as it stood when they were removed.
    private func nameOfGone(_ person: Int64?) throws -> String? {
        guard let person else { return nil }
        let statement = try db.cachedStatement(
            sql: """
                SELECT before ->> 'name' FROM change WHERE row = ? AND entity = \(Entity.participant.rawValue)
                    AND before ->> 'deleted' = 1 ORDER BY step DESC LIMIT 1
                """)
        return try String.fetchOne(statement, arguments: [person])
    }

    func step(_ id: Int64) throws -> Step? {
        try Row.fetchOne(db.cachedStatement(sql: "\(Self.select) WHERE s.id = ?"), arguments: [id]).map(step)
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
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM step")).map { ID($0) }
    }

    /// Computes every hash anew. Returns the first step whose hash is another, or `nil` where the chain holds.
    ///
    /// A step of which old values were replaced says something else than it said: it holds where the last seal on it has the hash of
    /// what it says now, and the step that put the seal says so.
    func firstBrokenStep() throws -> Int64? {
        var previous = Data()
        let seals = try Seals(db: db).all()
        let last = seals.sorted { $0.key < $1.key }.flatMap(\.value)
            .reduce(into: [Int64: Seals.Seal]()) { $0[$1.step] = $1 }
        let steps = try Row.fetchCursor(
            db, sql: "SELECT s.*, a.name, a.desk FROM step s JOIN author a ON a.id = s.author ORDER BY s.id")
        while let row = try steps.next() {
            let id: Int64 = row["id"]
            let content = try digest(of: row, after: previous)
            previous = row["hash"]
            if let seal = last[id] {
                guard seal.hash == previous, try seal.content == sealed(content, of: row) else { return id }
            } else if content != previous {
                return id
            }
            if row["kind"] == Step.Kind.forget.rawValue {
                let said = (row["note"] as String?)?.split(separator: " ").first
                guard said.map(String.init) == Seals.digest(seals[id] ?? []) else { return id }
            } else if seals[id] != nil {
                return id
            }
        }
        return nil
    }

    /// The hash that a seal has of a step: that of what it says, and for a merge of what it brought in besides.
    private func sealed(_ content: Data, of row: Row) throws -> Data {
        guard row["kind"] == Step.Kind.mergeFile.rawValue else { return content }
        return Seals.content(content, with: try MergedLog(db: db).digest(of: row["id"]))
    }

    /// The hash of what a step says, on that of the step before it, as a seal has it.
    func content(of step: Int64) throws -> Data {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT s.*, a.name, a.desk FROM step s JOIN author a ON a.id = s.author WHERE s.id = ?"),
            arguments: [step])
        guard let row else { throw DamagedRow(what: "step") }
        let previous = try Data.fetchOne(
            db.cachedStatement(sql: "SELECT hash FROM step WHERE id < ? ORDER BY id DESC LIMIT 1"), arguments: [step])
        return try sealed(digest(of: row, after: previous ?? Data()), of: row)
    }

    private func digest(of row: Row, after previous: Data) throws -> Data {
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
        return chain.digest()
    }
}
