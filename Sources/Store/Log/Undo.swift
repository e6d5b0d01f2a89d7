import Foundation
import GRDB
import Training

/// Taking back a step: what it made goes, what it changed or removed comes back, as a step of its own. Bringing it back takes back
/// the step that took it back.
extension Actions {
    func undo() throws -> Receipt {
        guard let chain = try StepChain.newest(standing: true, by: author, in: db) else { throw Refusal.nothingToUndo }
        return try turn(chain)
    }

    func redo() throws -> Receipt {
        guard let chain = try StepChain.newest(standing: false, by: author, in: db) else { throw Refusal.nothingToRedo }
        return try turn(chain)
    }

    /// Takes back what one step did. Of a step that is an undo itself, that is to bring back what it took.
    func undo(_ step: ID<Step>) throws -> Receipt { try turn(step, standing: true, else: .takenBack) }

    /// Brings back what one step did.
    func redo(_ step: ID<Step>) throws -> Receipt { try turn(step, standing: false, else: .stands) }

    private func turn(_ step: ID<Step>, standing: Bool, else flaw: Refusal.TakeBackFlaw) throws -> Receipt {
        func refusal(_ flaw: Refusal.TakeBackFlaw) -> Refusal { .cannotTakeBack(step, flaw) }
        guard let chain = try StepChain(of: step.rawValue, in: db) else { throw refusal(.unknown) }
        guard chain.root.author == author else { throw refusal(.notOwn(chain.root.author)) }
        guard chain.root.kind != .generate else { throw refusal(.madeUp) }
        guard chain.root.changes > 0 else { throw refusal(.changedNothing) }
        guard chain.memberStands == standing else { throw refusal(flaw) }
        return try turn(chain)
    }

    /// Takes back the last step of a chain, so that what its first did goes, or is there again.
    private func turn(_ chain: StepChain) throws -> Receipt {
        // For good: what it replaced is nowhere any more.
        guard chain.root.kind != .forget else { throw Refusal.cannotTakeBack(chain.root.id, .forgot) }
        try demand(Permission(toDo: chain.root.kind))
        let step = chain.head
        let door = try open(.undo, undoes: step)
        let changes = try Row.fetchCursor(
            db.cachedStatement(
                sql: "SELECT entity, row, before FROM change WHERE step = ? ORDER BY position DESC"), arguments: [step])
        while let change = try changes.next() {
            guard let entity = Entity(rawValue: change["entity"]) else { throw DamagedRow(what: "change") }
            let row: Int64 = change["row"]
            do {
                try takeBack(entity, row, before: change["before"], madeBy: chain, through: door)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                throw try inTheWay(of: entity, row, before: change["before"], since: step, butBy: door)
            }
        }
        try Operators(db: db).refuseWithoutSupervisor()
        let subject = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT subject FROM step WHERE id = ?"), arguments: [step])
        door.subject = subject
        door.note = chain.root.note
        var receipt = try finish(door, record: subject)
        if chain.stands { receipt.undone = chain.root.kind } else { receipt.redone = chain.root.kind }
        return receipt
    }

    private func takeBack(
        _ entity: Entity, _ row: Int64, before: String?, madeBy chain: StepChain, through door: Door
    ) throws {
        guard let before = try before.map(Before.init(text:)) else {
            try refuseIfChanged(entity, row, after: chain, butBy: door)
            return try door.delete(entity, row)
        }
        let values = Dictionary(before.columns.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
        if before.wasDeleted {
            try door.insert(entity, id: row, entity.columns.map { values[$0] ?? .null })
        } else {
            try refuseIfChanged(entity, row, after: chain, columns: Set(values.keys), butBy: door)
            let current = try door.current(entity, row)
            try door.update(
                entity, row, zip(entity.columns, current).map { values[$0.0] ?? $0.1 })
        }
    }

    /// Refuses where later steps changed the same columns of the row, or, where no columns are given, the row at all.
    private func refuseIfChanged(
        _ entity: Entity, _ row: Int64, after chain: StepChain, columns: Set<String>? = nil, butBy door: Door
    ) throws {
        let later = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT step, before FROM change WHERE row = ? AND entity = ? AND step > ? AND step <> ?
                    ORDER BY step DESC
                    """), arguments: [row, entity.rawValue, chain.head, door.step])
        for change in later {
            let step: Int64 = change["step"]
            let changed = try (change["before"] as String?).map { try Before(text: $0).columns.map(\.0) } ?? []
            guard columns?.isDisjoint(with: changed) != true, try !cancelsOut(step, after: chain.head) else { continue }
            throw try changedSince(by: step)
        }
    }

    /// Whether what a later step did was done and undone, both since: then nothing of it is in the way.
    ///
    /// A step that was taken back before, and one that took it back since, are in the way: together they changed something.
    private func cancelsOut(_ step: Int64, after head: Int64) throws -> Bool {
        guard let chain = try StepChain(of: step, in: db) else { return false }
        var (member, since) = (chain.root.id.rawValue, 0)
        if member > head { since += 1 }
        while let next = try StepChain.undoing(member, in: db) {
            member = next
            if member > head { since += 1 }
        }
        return since.isMultiple(of: 2)
    }

    private func changedSince(by step: Int64) throws -> Refusal {
        guard let step = try StepLog(db: db).step(step) else { throw DamagedRow(what: "change") }
        return step.kind == .forget ? .forgotten(by: step) : .changedSince(by: step)
    }

    /// What keeps a row from coming back or going: something that refers to it since, that it refers to and is gone, or that has
    /// taken its code or NIK.
    private func inTheWay(
        of entity: Entity, _ row: Int64, before: String?, since step: Int64, butBy door: Door
    ) throws -> Refusal {
        let latest =
            try before.flatMap { try lastOfThoseItNeeds(entity, row, Before(text: $0), butBy: door) } ?? lastReferring(
                to: entity, row, butBy: door)
            ?? Int64.fetchOne(
                db.cachedStatement(sql: "SELECT max(step) FROM change WHERE entity = ? AND step > ? AND step <> ?"),
                arguments: [entity.rawValue, step, door.step])
        return try changedSince(by: latest ?? step)
    }

    /// The last step that changed what refers to a row.
    private func lastReferring(to entity: Entity, _ row: Int64, butBy door: Door) throws -> Int64? {
        for user in Entity.allCases {
            for key in try foreignKeys(of: user) where key.table == entity.table {
                let last = try Int64.fetchOne(
                    db.cachedStatement(
                        sql: """
                            SELECT max(c.step) FROM \(user.table) u JOIN change c ON c.row = u.id
                            WHERE u.\(key.column) = ? AND c.step <> ?
                            """), arguments: [row, door.step])
                if let last { return last }
            }
        }
        return nil
    }

    /// The last step that removed what a row refers to, or gave its code or number to another.
    private func lastOfThoseItNeeds(
        _ entity: Entity, _ row: Int64, _ before: Before, butBy door: Door
    ) throws -> Int64? {
        let values = Dictionary(before.columns.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
        for key in try foreignKeys(of: entity) {
            guard let needed = values[key.column], !needed.isNull else { continue }
            let isThere = try Bool.fetchOne(
                db.cachedStatement(sql: "SELECT 1 FROM \(key.table) WHERE id = ?"), arguments: [needed])
            guard isThere == nil else { continue }
            return try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT max(step) FROM change WHERE row = ? AND step <> ?"),
                arguments: [needed, door.step])
        }
        for column in ["code", "nik", "serial"] {
            guard let value = values[column], !value.isNull else { continue }
            let last = try Int64.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT max(c.step) FROM \(entity.table) o JOIN change c ON c.row = o.id
                        WHERE o.\(column) = ? AND o.id <> ? AND c.step <> ?
                        """), arguments: [value, row, door.step])
            if let last { return last }
        }
        return nil
    }

    private func foreignKeys(of entity: Entity) throws -> [(table: String, column: String)] {
        try Row.fetchAll(db.cachedStatement(sql: "PRAGMA foreign_key_list(\(entity.table))")).map {
            ($0["table"], $0["from"])
        }
    }
}
