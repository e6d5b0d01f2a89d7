import Foundation
import GRDB
import Training

/// Keeps in the log what a merge brought in: the other file's steps as they stood there, and what was asked about.
struct FileMergeRecord {
    let ours: Database
    let theirs: Database
    let base: FileMergeBase
    /// The step here that brings it in.
    let merge: Int64

    /// Whose steps are new, with how many records they changed.
    static func work(_ theirs: Database, after step: Int64) throws -> [LostWork] {
        let known = try Set(Int64.fetchAll(theirs, sql: "SELECT id FROM step WHERE id <= ?", arguments: [step]))
        return try StepLog(db: theirs).work(outside: known)
    }

    func keep(_ planner: FileMergePlanner, refused: Set<RowKey>) throws {
        let head = try Row.fetchOne(theirs, sql: "SELECT id, hash FROM step ORDER BY id DESC LIMIT 1")
        guard let head else { return }
        try ours.execute(
            sql: "INSERT INTO merged_file (merge, base, last, last_hash) VALUES (?, ?, ?, ?)",
            arguments: [merge, base.known, head["id"] as Int64, head["hash"] as Data])
        try keepSteps(planner, refused)
        try keepSeals()
        try keepOlder(planner, refused)
        try keepChoices(planner.choices)
    }

    private static let insertStep = """
        INSERT INTO merged_step (merge, id, via, last_id, name, desk, kind, undoes, subject, note, changes, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    private static let insertChange = """
        INSERT INTO merged_change (merge, step, position, entity, row, ours, before) VALUES (?, ?, ?, ?, ?, ?, ?)
        """

    private func keepSteps(_ planner: FileMergePlanner, _ refused: Set<RowKey>) throws {
        let steps = try Row.fetchCursor(
            theirs,
            sql: """
                SELECT s.id, NULL, s.last_id, a.name, a.desk, s.kind, s.undoes, s.subject, s.note, s.changes, s.hash
                FROM step s JOIN author a ON a.id = s.author WHERE s.id > ?
                """, arguments: [base.known])
        let insert = try ours.cachedStatement(sql: Self.insertStep)
        while let step = try steps.next() {
            try insert.execute(arguments: StatementArguments([merge.databaseValue] + Array(step.databaseValues)))
        }
        try keepChanges(
            "SELECT step, position, entity, row, before, row AS number FROM change WHERE step > ?", [base.known],
            planner,
            refused)
    }

    /// Where somebody was forgotten there since: the seals on its steps, by which those prove themselves here too.
    private func keepSeals() throws {
        let seals = try Row.fetchAll(
            theirs,
            sql: """
                SELECT l.forget, l.step, l.hash, l.content, s.kind FROM seal l JOIN step s ON s.id = l.step
                WHERE l.forget > ? ORDER BY l.forget, l.step
                """, arguments: [base.known])
        for seal in seals {
            let step: Int64 = seal["step"]
            let isMerge = seal["kind"] == Step.Kind.mergeFile.rawValue
            try ours.execute(
                sql: """
                    INSERT INTO merged_seal (merge, forget, step, hash, content, brought) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    merge, seal["forget"] as Int64, step, seal["hash"] as Data, seal["content"] as Data,
                    isMerge ? try MergedLog(db: theirs).digest(of: step) : nil,
                ])
        }
    }

    /// What the other file had brought in of a third one.
    private func keepOlder(_ planner: FileMergePlanner, _ refused: Set<RowKey>) throws {
        let steps = try Row.fetchAll(
            theirs,
            sql: """
                SELECT id, merge, last_id, name, desk, kind, undoes, subject, note, changes, hash FROM merged_step
                WHERE merge > ? ORDER BY merge, id
                """, arguments: [base.known])
        let insert = try ours.cachedStatement(sql: Self.insertStep)
        var kept: Set<Int64> = []
        for step in steps {
            let (id, via): (Int64, Int64) = (step["id"], step["merge"])
            let isKnown = try Bool.fetchOne(
                ours,
                sql:
                    "SELECT EXISTS (SELECT 1 FROM step WHERE id = ?1) OR EXISTS (SELECT 1 FROM merged_step WHERE merge = ?2 AND id = ?1)",
                arguments: [id, merge])
            guard isKnown == false, kept.insert(id).inserted else { continue }
            try insert.execute(arguments: StatementArguments([merge.databaseValue] + Array(step.databaseValues)))
            try keepChanges(
                """
                SELECT step, position, entity, row, before, ours AS number FROM merged_change
                WHERE merge = ? AND step = ?
                """, [via, id], planner, refused)
        }
    }

    private func keepChanges(
        _ sql: String, _ arguments: StatementArguments, _ planner: FileMergePlanner, _ refused: Set<RowKey>
    ) throws {
        let insert = try ours.cachedStatement(sql: Self.insertChange)
        let changes = try Row.fetchCursor(theirs, sql: sql, arguments: arguments)
        while let change = try changes.next() {
            guard let entity = Entity(rawValue: change["entity"]) else { throw DamagedRow(what: "change") }
            // The row as it is numbered in the other file, where it is there at all.
            let number: Int64? = change["number"]
            let key = number.map { RowKey(entity, $0) }
            let here = key.flatMap { refused.contains($0) ? nil : planner.number(of: $0) }
            try insert.execute(arguments: [
                merge, change["step"] as Int64, change["position"] as Int64, entity.rawValue, change["row"] as Int64,
                here, change["before"] as String?,
            ])
        }
    }

    private func keepChoices(_ choices: [MergeChoice]) throws {
        func text(_ values: Door.Values?, _ choice: MergeChoice) throws -> String? {
            try values.map { values in
                try Before(
                    columns: choice.columns.map { (choice.key.entity.columns[$0], values[$0]) }, wasDeleted: false
                ).text
            }
        }
        for (position, choice) in choices.enumerated() {
            try ours.execute(
                sql: """
                    INSERT INTO merged_choice
                        (merge, position, entity, row, kind, taken, base, ours, theirs, our_step, their_step)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    merge, position, choice.key.entity.rawValue, choice.key.id, choice.conflict.kind.rawValue,
                    choice.side.rawValue, try text(choice.values.base, choice), try text(choice.values.ours, choice),
                    try text(choice.values.theirs, choice), choice.conflict.ourOrigin?.step.rawValue,
                    choice.conflict.theirOrigin?.step.rawValue,
                ])
        }
    }
}

/// Desks that the two files know: numbers of records are made of a desk's number, so two desks must not have the same.
struct MergedDesks {
    let ours: Database
    let theirs: Database

    /// Enters their desks here. Where the same number was drawn on both sides, the desk here draws another: numbers it has given are
    /// kept, and those to come are told from the other's.
    func agree() throws {
        for desk in try Row.fetchAll(theirs, sql: "SELECT number, fingerprint FROM desk ORDER BY number") {
            let (number, fingerprint): (Int64, String) = (desk["number"], desk["fingerprint"])
            let isKnown = try Bool.fetchOne(
                ours, sql: "SELECT 1 FROM desk WHERE fingerprint = ?", arguments: [fingerprint])
            guard isKnown == nil else { continue }
            try ours.execute(sql: "DELETE FROM desk WHERE number = ?", arguments: [number])
            try ours.execute(
                sql: "INSERT INTO desk (number, fingerprint) VALUES (?, ?)", arguments: [number, fingerprint])
        }
    }
}

/// Codes on slips and stickers that were printed from the other file.
struct MergedLabels {
    let ours: Database
    let theirs: Database

    /// Brings their codes here.
    ///
    /// - Returns: those that stand for something else here already: their slips must be printed anew.
    func keep(_ planner: FileMergePlanner, refused: Set<RowKey>) throws -> [LabelCode] {
        var lost: [LabelCode] = []
        for label in try Row.fetchAll(theirs, sql: "SELECT number, kind, subject, mark FROM label ORDER BY number") {
            let (number, kind, mark): (Int64, String, Int64) = (label["number"], label["kind"], label["mark"])
            let key = RowKey(kind == "A" ? .equipment : .enrollment, label["subject"])
            let subject = planner.number(of: key)
            guard !refused.contains(key), try key.entity.values(subject, in: ours) != nil else { continue }
            let known = try Int64.fetchOne(
                ours, sql: "SELECT number FROM label WHERE kind = ? AND subject = ? AND mark = ?",
                arguments: [kind, subject, mark])
            if known == number { continue }
            let isFree =
                try Bool.fetchOne(ours, sql: "SELECT 1 FROM label WHERE number = ?", arguments: [number]) == nil
            if known == nil, isFree {
                try ours.execute(
                    sql: "INSERT INTO label (number, kind, subject, mark) VALUES (?, ?, ?, ?)",
                    arguments: [number, kind, subject, mark])
            } else if let kind = LabelCode.Kind(rawValue: kind), let number = Int(exactly: number) {
                lost.append(LabelCode(kind, number))
            }
        }
        return lost
    }
}
