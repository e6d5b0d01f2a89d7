import GRDB
import Training

/// Who changed what last, in both files: a merge's changes are those of whoever made them in the file that it brought in.
struct MergeOrigins {
    let ours: Database
    let theirs: Database
    /// The last step of both files: what was done up to it nobody did since.
    let parted: Int64

    /// Who wrote a field here last.
    func here(_ key: RowKey, _ field: [Int]) throws -> ChangeOrigin? {
        try MergedLog(db: ours).lastWriter(of: key, Set(field.map { key.entity.columns[$0] }), after: 0)
    }

    /// Who touched any of some rows here last, since the files parted.
    func lastHere(_ keys: [RowKey]) throws -> ChangeOrigin? {
        try keys.compactMap { try MergedLog(db: ours).lastWriter(of: $0, nil, after: parted) }
            .max { $0.step < $1.step }
    }

    /// Who wrote a field there last.
    func there(_ key: RowKey, _ field: [Int]) throws -> ChangeOrigin? {
        try MergedLog(db: theirs).lastWriter(of: key, Set(field.map { key.entity.columns[$0] }), after: 0)
    }

    /// One of their steps.
    func there(_ step: Int64?) throws -> ChangeOrigin? { try step.flatMap { try MergedLog(db: theirs).origin($0) } }
}

/// What merges brought in, as the log tells it.
struct MergedLog {
    let db: Database

    /// Who wrote any of some columns of a row last, or touched it at all, by the steps after one.
    func lastWriter(of key: RowKey, _ columns: Set<String>?, after step: Int64) throws -> ChangeOrigin? {
        let changes = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT c.step, c.before, s.kind, s.undoes FROM change c JOIN step s ON s.id = c.step
                    WHERE c.row = ? AND c.entity = ? AND c.step > ? ORDER BY c.step DESC, c.position DESC
                    """), arguments: [key.id, key.entity.rawValue, step])
        var takenBack: Set<Int64> = []
        while let change = try changes.next() {
            guard try Self.concerns(change["before"], columns) else { continue }
            let found: Int64 = change["step"]
            if takenBack.contains(found) { continue }
            // A merge that was taken back leaves what stood before, by whoever wrote that.
            if let undone: Int64 = change["undoes"],
                try StepChain(of: found, in: db)?.root.kind == .mergeFile
            {
                takenBack.insert(undone)
                continue
            }
            if change["kind"] == Step.Kind.mergeFile.rawValue,
                let origin = try origin(of: key, columns, in: found)
            {
                return origin
            }
            return try origin(found)
        }
        return nil
    }

    private static func concerns(_ before: String?, _ columns: Set<String>?) throws -> Bool {
        guard let columns, let before else { return true }
        return try Before(text: before).columns.contains { columns.contains($0.0) }
    }

    /// A step of this file's own log.
    func origin(_ step: Int64) throws -> ChangeOrigin? {
        let statement = try db.cachedStatement(
            sql: "SELECT a.name, a.desk FROM step s JOIN author a ON a.id = s.author WHERE s.id = ?")
        return try Row.fetchOne(statement, arguments: [step]).map {
            ChangeOrigin(
                author: Author(name: $0["name"], desk: $0["desk"]), time: Clock.time(of: step), step: ID(step))
        }
    }

    /// Who made a change that a merge brought in: the last one there that wrote any of these columns, or touched the row.
    ///
    /// Of a file that had taken in a third one, whoever did it in that.
    func origin(of key: RowKey, _ columns: Set<String>?, in merge: Int64) throws -> ChangeOrigin? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT c.before, s.id, s.name, s.desk FROM merged_change c
                JOIN merged_step s ON s.merge = c.merge AND s.id = c.step
                WHERE c.ours = ? AND c.entity = ? AND c.merge = ?
                ORDER BY s.kind = 'mergeFile', c.step DESC, c.position DESC
                """)
        let changes = try Row.fetchCursor(statement, arguments: [key.id, key.entity.rawValue, merge])
        while let change = try changes.next() {
            guard try Self.concerns(change["before"], columns) else { continue }
            let step: Int64 = change["id"]
            return ChangeOrigin(
                author: Author(name: change["name"], desk: change["desk"]), time: Clock.time(of: step), step: ID(step))
        }
        return nil
    }
}

extension MergedLog {
    /// The steps that a merge brought in, the newest first; of one participant, by their number here, where asked.
    func steps(of merge: Int64, about participant: Int64?) throws -> [Step] {
        let condition =
            participant == nil
            ? ""
            : """
            AND s.id IN (
                SELECT c.step FROM merged_change c WHERE c.merge = ?1 AND c.ours IN (
                    SELECT ?2
                    UNION SELECT id FROM enrollment WHERE participant = ?2
                    UNION SELECT f.id FROM enrollment e JOIN follow_up f ON f.enrollment = e.id WHERE e.participant = ?2
                    UNION SELECT o.id FROM enrollment e JOIN outcome o ON o.enrollment = e.id WHERE e.participant = ?2))
            """
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT s.*, coalesce(r.name, (
                    SELECT c.before ->> 'name' FROM merged_change c
                    WHERE c.ours = s.subject AND c.merge = s.merge AND c.entity = \(Entity.participant.rawValue)
                        AND c.before ->> 'deleted' = 1)) AS person
                FROM merged_step s
                LEFT JOIN merged_change m ON m.merge = s.merge AND m.step = s.id AND m.row = s.subject
                    AND m.entity = \(Entity.participant.rawValue)
                LEFT JOIN participant r ON r.id = coalesce(m.ours, s.subject)
                WHERE s.merge = ?1 \(condition) GROUP BY s.id ORDER BY s.id DESC
                """, arguments: participant.map { [merge, $0] } ?? [merge])
        let undone = Dictionary(
            rows.compactMap { row in (row["undoes"] as Int64?).map { ($0, row["id"] as Int64) } },
            uniquingKeysWith: { first, _ in first })
        return try rows.map { row in
            let id: Int64 = row["id"]
            return Step(
                id: ID(id), time: Clock.time(of: id), author: Author(name: row["name"], desk: row["desk"]),
                kind: try .stored(row["kind"]), undoes: (row["undoes"] as Int64?).map { ID($0) },
                changes: row["changes"], note: row["note"], person: row["person"],
                isTakenBack: Self.isTakenBack(id, undone), merge: ID(merge))
        }
    }

    private static func isTakenBack(_ step: Int64, _ undone: [Int64: Int64]) -> Bool {
        var (head, isTakenBack) = (step, false)
        while let later = undone[head] { (head, isTakenBack) = (later, !isTakenBack) }
        return isTakenBack
    }
}
