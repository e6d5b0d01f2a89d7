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
    let plan: FileMergePlan
    /// Gives a number to a record whose own cannot be kept.
    let newID: () -> Int64
    /// Numbers from here on are yet to be given here.
    let firstFree: Int64

    var writes: [MergeWrite] = []
    private(set) var choices: [MergeChoice] = []
    private(set) var unsettled: [MergeConflict] = []
    /// Rows that both sides brought to the same state.
    var same = 0
    /// The numbers here of their records, where they are others.
    var numbers: [RowKey: Int64] = [:]
    /// Rows here that are removed.
    var removed: Set<RowKey> = []
    /// Where the row that is to be written stands among the writes.
    var places: [RowKey: Int] = [:]
    /// Who was merged there, and into whom, by their numbers here.
    var mergedThere: [RowKey: RowKey] = [:]
    let people: (ours: MergedPeople, theirs: MergedPeople)
    /// Rows that are to be written, and what each alone may have.
    var planned: Set<RowKey> = []
    var plannedKeys: [NaturalKey: Int64] = [:]
    /// Their records that belong to one that was removed here.
    var orphans: [RowKey: [RowKey]] = [:]

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
    func ownNumber(of key: RowKey) -> Int64 {
        if let number = numbers[key] { return number }
        if let known = base.numbers[key] { return known ?? key.id }
        return key.id
    }

    /// The record here; of somebody who goes because they were merged there, that of the one who stays in the end.
    func here(_ key: RowKey) -> RowKey {
        var (found, seen) = (RowKey(key.entity, number(of: key)), Set<RowKey>())
        while let stays = mergedThere[found], seen.insert(found).inserted { found = stays }
        return found
    }

    /// Their values with the numbers that records have here.
    func translate(_ entity: Entity, _ values: Door.Values) -> Door.Values {
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
    static func ordered(_ entity: Entity, _ values: Door.Values) -> Door.Values {
        guard entity == .distinctPeople, let one = Int64.fromDatabaseValue(values[0]),
            let other = Int64.fromDatabaseValue(values[1]), one > other
        else { return values }
        return [values[1], values[0]]
    }

    /// Whether a row says something of somebody and themselves, since the two it speaks of are one here.
    static func isOfOne(_ entity: Entity, _ values: Door.Values) -> Bool {
        (entity == .distinctPeople || entity == .mergedParticipant) && values[0] == values[1]
    }

    /// A row as it stood when the files parted, in the numbers of this file.
    func start(of key: RowKey, now: Door.Values?) throws -> Door.Values? {
        if let ownHistory {
            let mine = here(key)
            return ownHistory.start(of: mine, now: try mine.entity.values(mine.id, in: ours))
        }
        return history.start(of: key, now: now).map { translate(key.entity, $0) }
    }

    // MARK: Conflicts

    func settle(
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
