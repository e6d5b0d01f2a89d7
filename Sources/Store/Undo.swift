import Foundation
import GRDB
import Training

/// Taking back a step: what it made goes, what it changed or removed comes back, as a step of its own.
extension Actions {
    /// What an operator may take back: their own steps at this desk that changed something and still stand.
    static func undoable(by author: Author, in db: Database) throws -> Row? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT s.id, s.kind FROM step s JOIN author a ON a.id = s.author
                WHERE a.name = ? AND a.desk = ? AND s.undoes IS NULL AND s.changes > 0 AND s.kind <> 'generate'
                    AND NOT EXISTS (SELECT 1 FROM step u WHERE u.undoes = s.id)
                ORDER BY s.id DESC LIMIT 1
                """, arguments: [author.name, author.desk])
    }

    func undo() throws -> Receipt {
        guard let undoable = try Self.undoable(by: author, in: db) else { throw Refusal.nothingToUndo }
        let step: Int64 = undoable["id"]
        let door = try open(.undo, undoes: step)
        let changes = try Row.fetchAll(
            db, sql: "SELECT entity, row, before FROM change WHERE step = ? ORDER BY position DESC", arguments: [step])
        for change in changes {
            guard let entity = Entity(rawValue: change["entity"]) else { throw DamagedRow(what: "change") }
            do {
                try takeBack(entity, change["row"], before: change["before"], madeBy: step, through: door)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                throw try inUseSince(step)
            }
        }
        let subject = try Int64.fetchOne(db, sql: "SELECT subject FROM step WHERE id = ?", arguments: [step])
        door.subject = subject
        var receipt = try finish(door, record: subject)
        receipt.undone = Step.Kind(rawValue: undoable["kind"])
        return receipt
    }

    private func takeBack(
        _ entity: Entity, _ row: Int64, before: String?, madeBy step: Int64, through door: Door
    ) throws {
        guard let before = try before.map(Before.init(text:)) else {
            try refuseIfChanged(row, after: step, butBy: door)
            return try door.delete(entity, row)
        }
        let values = Dictionary(before.columns.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
        if before.wasDeleted {
            try door.insert(entity, id: row, entity.columns.map { values[$0] ?? .null })
        } else {
            try refuseIfChanged(row, after: step, columns: Set(values.keys), butBy: door)
            let current = try door.current(entity, row)
            try door.update(
                entity, row, zip(entity.columns, current).map { values[$0.0] ?? $0.1 })
        }
    }

    /// Refuses where a later step changed the same columns of the row, or, where no columns are given, the row at all.
    private func refuseIfChanged(
        _ row: Int64, after step: Int64, columns: Set<String>? = nil, butBy door: Door
    ) throws {
        let later = try Row.fetchAll(
            db, sql: "SELECT step, before FROM change WHERE row = ? AND step > ? AND step <> ? ORDER BY step DESC",
            arguments: [row, step, door.step])
        // A later step that was itself taken back stands no more, and neither does the one that took it back.
        for change in later where try !cancelsOut(change["step"]) {
            let changed = try (change["before"] as String?).map { try Before(text: $0).columns.map(\.0) } ?? []
            if columns?.isDisjoint(with: changed) != true {
                throw Refusal.changedSince(by: try Queries(db: db).author(of: change["step"]))
            }
        }
    }

    private func cancelsOut(_ step: Int64) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT (SELECT undoes FROM step WHERE id = ?1) IS NOT NULL
                    OR EXISTS (SELECT 1 FROM step WHERE undoes = ?1)
                """, arguments: [step]) ?? false
    }

    /// A row cannot come back or go: something later refers to it, or has taken its code or NIK.
    private func inUseSince(_ step: Int64) throws -> Refusal {
        let latest = try Int64.fetchOne(db, sql: "SELECT max(id) FROM step WHERE id > ?", arguments: [step]) ?? step
        return .changedSince(by: try Queries(db: db).author(of: latest))
    }
}
