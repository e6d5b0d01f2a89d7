import GRDB
import Training

/// Compares what two files did since they parted, and says what is to be written here.
///
/// States are compared, not steps: what was done and taken back on either side comes to nothing by itself.
final class FileMergePlanner {
    let ours: Database
    let theirs: Database
    let shape: FileShape
    let base: FileMergeBase
    let origins: MergeOrigins
    let forgotten: ForgottenPeople
    /// What happened there since the base.
    let history: FileHistory
    /// What happened here since, where the base is a step of this file.
    private let ownHistory: FileHistory?
    private let describe: (ours: ChangeLog, theirs: ChangeLog)
    private let plan: FileMergePlan
    /// Gives a number to a record whose own cannot be kept.
    private let newID: () -> Int64
    /// Numbers from here on are yet to be given here.
    private let firstFree: Int64

    private(set) var writes: [MergeWrite] = []
    private(set) var choices: [MergeChoice] = []
    private(set) var unsettled: [MergeConflict] = []
    /// Rows that both sides brought to the same state.
    private(set) var same = 0
    /// The numbers here of their records, where they are others.
    private(set) var numbers: [RowKey: Int64] = [:]
    /// Rows here that are removed.
    private var removed: Set<RowKey> = []
    /// Where the row that is to be written stands among the writes.
    private var places: [RowKey: Int] = [:]
    /// Who was merged there, and into whom, by their numbers here.
    private var mergedThere: [RowKey: RowKey] = [:]
    private let people: (ours: MergedPeople, theirs: MergedPeople)
    /// Rows that are to be written, and what each alone may have.
    private var planned: Set<RowKey> = []
    private var plannedKeys: [NaturalKey: Int64] = [:]
    /// Their records that belong to one that was removed here.
    private var orphans: [RowKey: [RowKey]] = [:]

    init(
        ours: Database, theirs: Database, base: FileMergeBase, plan: FileMergePlan, firstFree: Int64,
        newID: @escaping () -> Int64
    ) throws {
        (self.ours, self.theirs, self.base, self.plan) = (ours, theirs, base, plan)
        (self.firstFree, self.newID) = (firstFree, newID)
        people = (MergedPeople(db: ours), MergedPeople(db: theirs))
        shape = try FileShape(ours)
        history = try FileHistory(theirs, after: base.since)
        ownHistory = try base.ours.map { try FileHistory(ours, after: $0) }
        forgotten = try ForgottenPeople(ours: ours, theirs: theirs, base: base)
        origins = MergeOrigins(ours: ours, theirs: theirs, parted: base.parted)
        describe = (ChangeLog(db: ours), ChangeLog(db: theirs))
    }

    /// Compares everything.
    ///
    /// - Parameter step: is called before each record; where it throws, the comparison ends.
    func run(_ step: (Double) throws -> Void) throws {
        try planRemovals()
        let refused = base.numbers.filter { $0.value == nil }.map(\.key)
        let keys = Set(history.touched.keys).union(refused)
        let places = Dictionary(uniqueKeysWithValues: shape.order.enumerated().map { ($1, $0) })
        let sorted = keys.sorted { (places[$0.entity] ?? 0, $0.id) < (places[$1.entity] ?? 0, $1.id) }
        for (place, key) in sorted.enumerated() {
            try step(Double(place) / Double(sorted.count))
            try consider(key)
        }
        for root in orphans.keys.sorted(by: { (places[$0.entity] ?? 0, $0.id) < (places[$1.entity] ?? 0, $1.id) }) {
            try settleRemovedHere(root)
        }
        try moveToThoseWhoStay()
    }

    // MARK: Numbers

    /// The number here of one of their records.
    ///
    /// Of somebody who was merged here, it is that of the one who stays.
    func number(of key: RowKey) -> Int64 {
        let number = ownNumber(of: key)
        guard key.entity == .participant else { return number }
        return (try? people.ours.whoStays(for: number)) ?? number
    }

    /// The number that a record of theirs has or had here itself.
    private func ownNumber(of key: RowKey) -> Int64 {
        if let number = numbers[key] { return number }
        if let known = base.numbers[key] { return known ?? key.id }
        return key.id
    }

    /// The record here; of somebody who goes because they were merged there, that of the one who stays in the end.
    private func here(_ key: RowKey) -> RowKey {
        var (found, seen) = (RowKey(key.entity, number(of: key)), Set<RowKey>())
        while let stays = mergedThere[found], seen.insert(found).inserted { found = stays }
        return found
    }

    /// Their values with the numbers that records have here.
    private func translate(_ entity: Entity, _ values: Door.Values) -> Door.Values {
        var values = values
        for reference in shape.references(entity, values) {
            guard let id = Int64.fromDatabaseValue(values[reference.column]) else { continue }
            values[reference.column] = here(RowKey(reference.entity, id)).id.databaseValue
        }
        if entity == .mergedParticipant, let gone = Int64.fromDatabaseValue(values[0]) {
            values[0] = ownNumber(of: RowKey(.participant, gone)).databaseValue
        }
        return Self.ordered(entity, values)
    }

    /// Two people stand in the order of their numbers.
    private static func ordered(_ entity: Entity, _ values: Door.Values) -> Door.Values {
        guard entity == .distinctPeople, let one = Int64.fromDatabaseValue(values[0]),
            let other = Int64.fromDatabaseValue(values[1]), one > other
        else { return values }
        return [values[1], values[0]]
    }

    /// Whether a row says something of somebody and themselves, since the two it speaks of are one here.
    private static func isOfOne(_ entity: Entity, _ values: Door.Values) -> Bool {
        (entity == .distinctPeople || entity == .mergedParticipant) && values[0] == values[1]
    }

    /// A row as it stood when the files parted, in the numbers of this file.
    private func start(of key: RowKey, now: Door.Values?) throws -> Door.Values? {
        if let ownHistory {
            let mine = here(key)
            return ownHistory.start(of: mine, now: try mine.entity.values(mine.id, in: ours))
        }
        return history.start(of: key, now: now).map { translate(key.entity, $0) }
    }

    // MARK: What was removed there

    private func planRemovals() throws {
        var gone: [RowKey: (theirs: RowKey, isChanged: Bool)] = [:]
        for key in history.touched.keys where try key.entity.values(key.id, in: theirs) == nil {
            let mine = here(key)
            // Merged here, by whichever side first: the one who stays is not the one who was removed there.
            if key.entity == .participant, mine.id != ownNumber(of: key) || people.ours.areMerged(key.id) { continue }
            let stays = try whoTakesOver(key)
            if stays == mine { continue }
            guard let was = try start(of: key, now: nil), let now = try mine.entity.values(mine.id, in: ours) else {
                continue
            }
            gone[mine] = (key, now != was)
            if let stays { mergedThere[mine] = stays }
        }
        let movedOver = try Set(gone.keys.filter { try isMovedOver($0) })
        let troubled = try troubled(gone.mapValues(\.isChanged), except: movedOver)
        var kept: Set<RowKey> = []
        for root in troubled.sorted(by: Self.byNumber) {
            let parents = try parents(of: root)
            guard let key = gone[root]?.theirs, parents.allSatisfy({ gone[$0] == nil || movedOver.contains($0) })
            else { continue }
            let tree = try descendants(of: [root]) { try self.shape.children(of: $0, in: self.ours) }
            let side = try settle(
                .removedThere, key, root, field: nil, values: (nil, try root.entity.values(root.id, in: ours), nil),
                origins: (try origins.lastHere(tree), try origins.there(history.touched[key]?.last)))
            if side == .ours {
                kept.formUnion(tree.filter { gone[$0] != nil })
            } else {
                removed.formUnion(tree)
            }
        }
        removed.formUnion(gone.keys.filter { !kept.contains($0) })
        removed.subtract(kept)
        writes += removed.map { .delete($0, theirs: gone[$0]?.theirs) }
    }

    /// Those of the removed rows that were changed here or that something here still needs, and all that they belong to.
    private func troubled(_ gone: [RowKey: Bool], except movedOver: Set<RowKey>) throws -> Set<RowKey> {
        var troubled: Set<RowKey> = []
        var fresh = try gone.filter { key, isChanged in
            guard !movedOver.contains(key) else { return false }
            return try isChanged || shape.children(of: key, in: ours).contains { gone[$0] == nil }
        }.map(\.key)
        while let key = fresh.popLast() {
            guard troubled.insert(key).inserted else { continue }
            fresh += try parents(of: key).filter { gone[$0] != nil && !movedOver.contains($0) }
        }
        return troubled
    }

    private func parents(of key: RowKey) throws -> [RowKey] {
        guard let values = try key.entity.values(key.id, in: ours) else { return [] }
        return shape.parents(of: key.entity, values)
    }

    private func descendants(of roots: [RowKey], _ children: (RowKey) throws -> [RowKey]) throws -> [RowKey] {
        var (found, seen, next) = (roots, Set(roots), 0)
        while next < found.count {
            found += try children(found[next]).filter { seen.insert($0).inserted }
            next += 1
        }
        return found
    }

    private static func byNumber(_ one: RowKey, _ other: RowKey) -> Bool {
        (one.entity.rawValue, one.id) < (other.entity.rawValue, other.id)
    }

    // MARK: What was added or changed there

    private func consider(_ key: RowKey) throws {
        guard let now = try key.entity.values(key.id, in: theirs) else { return }
        var values = translate(key.entity, now)
        guard !Self.isOfOne(key.entity, values) else { return }
        let isForgotten = try forgotten.covers(key.entity, number(of: key), values)
        if isForgotten { values = key.entity.forgetting(values) }
        let wasRefused = base.numbers[key].map { $0 == nil } ?? false
        let start = wasRefused ? nil : try start(of: key, now: now)
        let was = isForgotten ? start.map(key.entity.forgetting) : start
        if let was, was == values { return }
        let own = here(key)
        if let mine = try find(key, values) {
            // One that only has the same code or number was never the same row: there is nothing they both come from.
            return try meet(key, mine, was: mine == own ? was : nil, values, isForgotten)
        }
        // Somebody who is forgotten and no longer on file stays away.
        if isForgotten, key.entity == .participant { return }
        if let root = try removedHere(key, now) {
            if !isForgotten { orphans[root, default: []].append(key) }
            return
        }
        // What stood in both files and is gone here was removed here; else it is new.
        if was != nil {
            orphans[key, default: []].append(key)
            return
        }
        // What it refers to may have been found here under another number only now.
        let again = translate(key.entity, now)
        let added = isForgotten ? key.entity.forgetting(again) : again
        if added != values, let mine = try find(key, added) {
            return try meet(key, mine, was: nil, added, isForgotten)
        }
        add(key, added)
    }

    /// Their record as it is here already: by its number, or by what there is only one of.
    private func find(_ key: RowKey, _ values: Door.Values) throws -> RowKey? {
        let same = here(key)
        if try same.entity.values(same.id, in: ours) != nil, !removed.contains(same) { return same }
        for natural in shape.naturalKeys(key.entity, values) {
            guard let id = try plannedKeys[natural] ?? natural.find(in: ours) else { continue }
            let found = RowKey(key.entity, id)
            guard !removed.contains(found) else { continue }
            numbers[key] = id
            return found
        }
        return nil
    }

    private func add(_ key: RowKey, _ values: Door.Values) {
        let id = freeNumber(for: key)
        if id != key.id { numbers[key] = id }
        let mine = RowKey(key.entity, id)
        planned.insert(mine)
        for natural in shape.naturalKeys(key.entity, values) { plannedKeys[natural] = id }
        places[mine] = writes.count
        writes.append(.insert(mine, theirs: key, values))
    }

    /// Its own number, unless that is yet to be given here: a clock that runs ahead would have it given twice.
    private func freeNumber(for key: RowKey) -> Int64 {
        let id = number(of: key)
        let isOther = try? Bool.fetchOne(
            ours, sql: "SELECT 1 FROM change WHERE row = ? AND entity <> ? LIMIT 1",
            arguments: [id, key.entity.rawValue])
        return id >= firstFree || isOther == true ? newID() : id
    }

    /// Lays their record over the one here, field by field.
    ///
    /// Of somebody who is forgotten, what stands here holds, and nobody is asked.
    private func meet(
        _ key: RowKey, _ mine: RowKey, was: Door.Values?, _ values: Door.Values, _ isForgotten: Bool
    ) throws {
        // Another of theirs that turned out to be the same new one: the first stands.
        guard let stored = try mine.entity.values(mine.id, in: ours) else { return }
        // Two of theirs may be one here: what the first brought holds.
        let now = places[mine].flatMap { writes[$0].final } ?? stored
        var (final, loser) = (now, now)
        for field in shape.fields(of: key.entity) {
            let (there, here) = (field.map { values[$0] }, field.map { now[$0] })
            guard there != here else { continue }
            if isForgotten, field.allSatisfy({ key.entity.personalColumns.contains(key.entity.columns[$0]) }) {
                continue
            }
            if let start = was.map({ was in field.map { was[$0] } }) {
                if there == start { continue }
                if here == start {
                    for place in field { final[place] = values[place] }
                    continue
                }
            } else if there.allSatisfy(\.isNull) {
                continue
            } else if here.allSatisfy(\.isNull) {
                for place in field { final[place] = values[place] }
                continue
            }
            let side = try settle(
                .field, key, mine, field: field, values: (was, now, values),
                origins: (try origins.here(mine, field), try origins.there(key, field)))
            for place in field {
                if side == .theirs { final[place] = values[place] } else { loser[place] = values[place] }
            }
        }
        if final != now || loser != now {
            let write = MergeWrite.update(mine, theirs: key, final: final, loser: loser == now ? nil : loser)
            if let place = places[mine] {
                writes[place] = write
            } else {
                places[mine] = writes.count
                writes.append(write)
            }
        } else if now == values {
            same += 1
        }
    }

    // MARK: Who was merged there

    /// Into whom a record of theirs was merged there, as numbered here.
    private func whoTakesOver(_ key: RowKey) throws -> RowKey? {
        guard key.entity == .participant, let stays = try people.theirs.whoStays(for: key.id) else { return nil }
        return here(RowKey(.participant, stays))
    }

    /// Whether a row that is gone there is that of somebody who was merged, or an enrollment that another took in.
    private func isMovedOver(_ mine: RowKey) throws -> Bool {
        if mergedThere[mine] != nil { return true }
        guard mine.entity == .enrollment, let values = try mine.entity.values(mine.id, in: ours),
            let participant = Int64.fromDatabaseValue(values[0]),
            mergedThere[RowKey(.participant, participant)] != nil,
            let stays = try people.theirs.whoStays(for: participant)
        else { return false }
        return try Bool.fetchOne(
            theirs, sql: "SELECT 1 FROM enrollment WHERE participant = ? AND class = ?", arguments: [stays, values[1]])
            != nil
    }

    /// What belongs here to those who were merged there goes to the ones who stay, as if they had been merged after.
    private func moveToThoseWhoStay() throws {
        var queue = mergedThere.map { (old: $0.key, new: $0.value) }.sorted { Self.byNumber($0.old, $1.old) }
        var next = 0
        while next < queue.count {
            let (old, new) = queue[next]
            next += 1
            for child in try shape.children(of: old, in: ours) {
                let planned = places[child].flatMap { writes[$0].final }
                guard let now = try planned ?? child.entity.values(child.id, in: ours) else { continue }
                var values = now
                for reference in shape.references(child.entity, now)
                where reference.entity == old.entity && now[reference.column] == old.id.databaseValue {
                    values[reference.column] = new.id.databaseValue
                }
                guard values != now else { continue }
                values = Self.ordered(child.entity, values)
                if let twin = try twin(of: child, values) {
                    queue.append((child, twin))
                    try takeOver(from: values, to: twin)
                    remove(child)
                } else if Self.isOfOne(child.entity, values) {
                    remove(child)
                } else if !removed.contains(child) {
                    try rewrite(child) { $0 = values }
                }
            }
        }
    }

    /// The row that says already what a row would say once it belongs to somebody else.
    private func twin(of row: RowKey, _ values: Door.Values) throws -> RowKey? {
        for natural in shape.naturalKeys(row.entity, values) {
            guard let id = try plannedKeys[natural] ?? natural.find(in: ours), id != row.id else { continue }
            let found = RowKey(row.entity, id)
            if !removed.contains(found) { return found }
        }
        return nil
    }

    /// Of two enrollments of one person in one class, the one that is left takes the standing that came further.
    private func takeOver(from values: Door.Values, to twin: RowKey) throws {
        guard twin.entity == .enrollment else { return }
        func furtherance(_ values: Door.Values) -> Int? {
            Int.fromDatabaseValue(values[2]).flatMap { EnrollmentStatus(column: $0) }?.furtherance
        }
        try rewrite(twin) { kept in
            guard let own = furtherance(kept), let other = furtherance(values), other > own else { return }
            for place in 2...4 { kept[place] = values[place] }
        }
    }

    private func rewrite(_ row: RowKey, _ change: (inout Door.Values) -> Void) throws {
        if let place = places[row] {
            switch writes[place] {
            case .insert(let mine, let key, var values):
                change(&values)
                writes[place] = .insert(mine, theirs: key, values)
            case .update(let mine, let key, var final, let loser):
                change(&final)
                writes[place] = .update(mine, theirs: key, final: final, loser: loser)
            case .delete, .lost: break
            }
        } else if var values = try row.entity.values(row.id, in: ours) {
            change(&values)
            places[row] = writes.count
            writes.append(.update(row, theirs: row, final: values, loser: nil))
        }
    }

    private func remove(_ row: RowKey) {
        if let place = places.removeValue(forKey: row) { writes[place] = .lost([]) }
        if removed.insert(row).inserted { writes.append(.delete(row, theirs: nil)) }
    }

    // MARK: What was removed here

    /// The topmost of the records that one of theirs needs and that was removed here; `nil` where all are here.
    private func removedHere(_ key: RowKey, _ values: Door.Values) throws -> RowKey? {
        for parent in shape.parents(of: key.entity, values) {
            let mine = here(parent)
            if planned.contains(mine) { continue }
            guard let there = try parent.entity.values(parent.id, in: theirs) else { continue }
            if try find(parent, translate(parent.entity, there)) != nil { continue }
            return try removedHere(parent, there) ?? parent
        }
        return nil
    }

    /// Brings back what was removed here with all that belongs to it, or enters in the log what is not brought back.
    private func settleRemovedHere(_ root: RowKey) throws {
        let places = Dictionary(uniqueKeysWithValues: shape.order.enumerated().map { ($1, $0) })
        let tree = try descendants(of: [root]) { key in
            try self.shape.children(of: key, in: self.theirs).filter { child in
                let mine = self.here(child)
                return try mine.entity.values(mine.id, in: self.ours) == nil && !self.planned.contains(mine)
            }
        }.sorted { (places[$0.entity] ?? 0, $0.id) < (places[$1.entity] ?? 0, $1.id) }
        let mine = here(root)
        let steps = tree.compactMap { history.touched[$0]?.last }
        let side = try settle(
            .removedHere, root, mine, field: nil, values: (nil, nil, try root.entity.values(root.id, in: theirs)),
            origins: (try origins.lastHere([mine]), try origins.there(steps.max())))
        var rows: [MergeWrite] = []
        for key in tree {
            guard let values = try key.entity.values(key.id, in: theirs) else { continue }
            let row = RowKey(key.entity, history.touched[key]?.isNew == true ? freeNumber(for: key) : number(of: key))
            if row.id != key.id { numbers[key] = row.id }
            rows.append(.insert(row, theirs: key, translate(key.entity, values)))
        }
        if side == .theirs { writes += rows } else { writes.append(.lost(rows)) }
    }

    // MARK: Conflicts

    private func settle(
        _ kind: MergeConflict.Kind, _ theirKey: RowKey, _ ourKey: RowKey, field: [Int]?,
        values: (base: Door.Values?, ours: Door.Values?, theirs: Door.Values?),
        origins: (ours: ChangeOrigin?, theirs: ChangeOrigin?)
    ) throws -> MergeSide {
        let entity = theirKey.entity
        // Of columns that change hands together, the one that differs is shown.
        let column = field.flatMap { columns in
            columns.first { place in
                LoggedField(rawValue: entity.columns[place]) != nil && values.ours?[place] != values.theirs?[place]
            } ?? columns.first
        }
        let known = values.ours ?? values.theirs ?? []
        func shown(_ values: Door.Values?) throws -> LoggedValue? {
            guard let column, let values else { return nil }
            // What a value refers to may be on file on one side only.
            return try describe.ours.shown(entity, column, values)
        }
        let parts = [
            "\(entity.rawValue)", "\(ourKey.id)", column.map { entity.columns[$0] } ?? kind.rawValue,
            "\(origins.ours?.step.rawValue ?? 0)", "\(origins.theirs?.step.rawValue ?? 0)",
        ]
        let record =
            values.ours == nil
            ? try describe.theirs.described(entity, theirKey.id, known)
            : try describe.ours.described(entity, ourKey.id, known)
        let conflict = MergeConflict(
            id: parts.joined(separator: "."), record: record, kind: kind,
            field: column.flatMap { LoggedField(rawValue: entity.columns[$0]) }, base: try shown(values.base),
            ours: try shown(values.ours), theirs: try shown(values.theirs), ourOrigin: origins.ours,
            theirOrigin: origins.theirs)
        let side = plan.side(of: conflict)
        if side == nil { unsettled.append(conflict) }
        choices.append(
            MergeChoice(
                conflict: conflict, key: ourKey, columns: field ?? Array(entity.columns.indices), values: values,
                side: side ?? .ours))
        return side ?? .ours
    }

    /// A record of theirs as people know it.
    func described(_ key: RowKey) throws -> LoggedRecord {
        if let values = try key.entity.values(key.id, in: theirs) {
            return try describe.theirs.described(key.entity, key.id, values)
        }
        let mine = here(key)
        return try describe.ours.described(
            key.entity, mine.id, mine.entity.values(mine.id, in: ours) ?? mine.entity.columns.map { _ in .null })
    }
}

/// What is to be written of a merge.
enum MergeWrite {
    case insert(RowKey, theirs: RowKey, Door.Values)
    /// What was decided against is written first, so that the log has it.
    case update(RowKey, theirs: RowKey, final: Door.Values, loser: Door.Values?)
    case delete(RowKey, theirs: RowKey?)
    /// Rows that were decided against: they come and go within the step, so that the log has them.
    case lost([MergeWrite])
}

extension MergeWrite {
    /// How an existing row is to stand.
    fileprivate var final: Door.Values? {
        if case .update(_, _, let final, _) = self { final } else { nil }
    }
}

/// What was asked about, and what holds.
struct MergeChoice {
    let conflict: MergeConflict
    let key: RowKey
    let columns: [Int]
    let values: (base: Door.Values?, ours: Door.Values?, theirs: Door.Values?)
    let side: MergeSide
}
