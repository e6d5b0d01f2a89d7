import GRDB
import Training

/// Writes what a merge brings through the door, and names what the rules refuse.
///
/// A row is written whole or not at all. What fails is tried again once the rest is written: a code may stand on another record until
/// that is written too.
final class FileMergeWriter {
    private let db: Database
    private let door: Door
    private let rules: MergedRowRules
    private(set) var counts = FileMergeCounts()
    /// Their rows that were refused, and why.
    private(set) var refused: [(key: RowKey, reason: MergeRefusal.Reason)] = []

    init(_ actions: Actions, _ door: Door) {
        db = actions.db
        self.door = door
        rules = MergedRowRules(actions: actions)
    }

    /// - Parameter step: is called before each row; where it throws, the merge ends.
    func write(_ writes: [MergeWrite], in shape: FileShape, _ step: (Double) throws -> Void) throws {
        var rest = Self.sorted(writes, by: shape.order)
        var (done, total) = (0, max(1, rest.count))
        var failed: [(write: MergeWrite, reason: MergeRefusal.Reason)] = []
        repeat {
            failed = []
            for write in rest {
                try step(Double(done) / Double(total))
                do {
                    try perform(write)
                    done += 1
                } catch let refusal as MergedRowRefusal {
                    failed.append((write, refusal.reason))
                } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                    failed.append((write, Self.reason(error, write)))
                }
            }
            guard failed.count < rest.count else { break }
            (rest, total) = (failed.map(\.write), max(total, done + failed.count))
        } while !rest.isEmpty
        for (write, reason) in failed {
            guard let key = write.theirs else { continue }
            refused.append((key, reason))
        }
        counts.refused = refused.count
    }

    /// Removals first, the last kind first; then the others, so that what a row refers to is there; last what only the log keeps.
    private static func sorted(_ writes: [MergeWrite], by order: [Entity]) -> [MergeWrite] {
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        func place(_ write: MergeWrite) -> (Int, Int, Int64) {
            let entity = write.row.map { places[$0.entity] ?? 0 } ?? 0
            return switch write {
            case .delete: (0, -entity, write.row?.id ?? 0)
            case .insert, .update: (1, entity, write.row?.id ?? 0)
            case .lost: (2, 0, 0)
            }
        }
        return writes.sorted { place($0) < place($1) }
    }

    private static func reason(_ error: DatabaseError, _ write: MergeWrite) -> MergeRefusal.Reason {
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: .taken
        case .SQLITE_CONSTRAINT_FOREIGNKEY: if case .delete = write { .used } else { .missing }
        default: .rule
        }
    }

    private func perform(_ write: MergeWrite) throws {
        switch write {
        case .insert(let row, _, let values):
            try rules.check(row.entity, values)
            try door.insert(row.entity, id: row.id, values)
            counts.added += 1
        case .update(let row, _, let final, let loser): try update(row, final, loser)
        case .delete(let row, _):
            guard try row.entity.values(row.id, in: db) != nil else { return }
            try door.delete(row.entity, row.id)
            counts.removed += 1
        case .lost(let rows): try enterLost(rows)
        }
    }

    private func update(_ row: RowKey, _ final: Door.Values, _ loser: Door.Values?) throws {
        guard let now = try row.entity.values(row.id, in: db) else { throw MergedRowRefusal(reason: .missing) }
        if final != now { try rules.check(row.entity, final) }
        if let loser {
            do { try door.update(row.entity, row.id, loser) } catch let error as DatabaseError
                where error.resultCode == .SQLITE_CONSTRAINT
            {
                // It cannot stand here even for a moment; the list of what was asked about has it.
            }
        }
        do { try door.update(row.entity, row.id, final) } catch {
            try door.update(row.entity, row.id, now)
            throw error
        }
        if final != now { counts.changed += 1 }
    }

    /// Has rows come and go, so that the log keeps what they said.
    private func enterLost(_ rows: [MergeWrite]) throws {
        var written: [RowKey] = []
        for case .insert(let row, _, let values) in rows {
            do { try door.insert(row.entity, id: row.id, values) } catch let error as DatabaseError
                where error.resultCode == .SQLITE_CONSTRAINT
            {
                continue
            }
            written.append(row)
        }
        for row in written.reversed() { try door.delete(row.entity, row.id) }
    }
}

extension MergeWrite {
    /// The row here.
    fileprivate var row: RowKey? {
        switch self {
        case .insert(let row, _, _), .update(let row, _, _, _), .delete(let row, _): row
        case .lost: nil
        }
    }

    /// The row there.
    fileprivate var theirs: RowKey? {
        switch self {
        case .insert(_, let key, _), .update(_, let key, _, _): key
        case .delete(_, let key): key
        case .lost: nil
        }
    }
}

/// A row that breaks a rule of the field's.
struct MergedRowRefusal: Error {
    let reason: MergeRefusal.Reason
}

/// What a record must keep that neither side broke alone.
struct MergedRowRules {
    let actions: Actions

    /// - Throws: ``MergedRowRefusal``
    func check(_ entity: Entity, _ values: Door.Values) throws {
        let row = Row(Dictionary(zip(entity.columns, values), uniquingKeysWith: { first, _ in first }))
        do {
            switch entity {
            case .organizer: try Organizer(row: row).check()
            case .program: try Program(row: row).check()
            case .trainingClass: try TrainingClass(row: row).check()
            case .participant: try check(Participant(row: row))
            case .enrollment: try check(Enrollment(row: row))
            case .target: _ = try Target(row: row)
            default: break
            }
        } catch is Refusal { throw MergedRowRefusal(reason: .rule) } catch is DamagedRow {
            throw MergedRowRefusal(reason: .rule)
        }
    }

    private func check(_ participant: Participant) throws {
        guard participant.birthDate <= actions.today, participant.birthDate.year >= 1900 else {
            throw Refusal.invalid(.birthDate)
        }
        try actions.check(participant.residence)
    }

    private func check(_ enrollment: Enrollment) throws {
        guard let line = try Queries(db: actions.db).trainingClass(enrollment.trainingClass) else {
            throw MergedRowRefusal(reason: .missing)
        }
        switch enrollment.standing {
        case .completed(let date), .certified(let date, _):
            let start = line.trainingClass.value.start
            guard date >= start else { throw Refusal.dateBeforeClass(start: start) }
        case .registered, .attending, .dropped, .cancelled: break
        }
    }
}
