import GRDB
import Training

/// Organizers, programs, classes and targets: few, small, and changed by the same four moves.
extension Actions {
    func add(_ record: some Record, _ kind: Step.Kind) throws -> Receipt {
        try record.check()
        let door = try open(kind)
        door.note = record.code.text
        let id = try insert(record, through: door)
        return try finish(door, record: id)
    }

    /// Writes a record whose code is free.
    func insert<R: Record>(_ record: R, through door: Door) throws -> Int64 {
        guard try Queries(db: db).id(ofCode: record.code.text, in: R.entity) == nil else {
            throw Refusal.codeTaken(record.code)
        }
        return try door.insert(R.entity, record.values)
    }

    func edit<R: Record>(_ stored: Stored<R>, _ kind: Step.Kind) throws -> Receipt {
        try stored.value.check()
        let queries = Queries(db: db)
        let version = try queries.version(of: stored.id.rawValue)
        guard version == stored.version.rawValue else {
            _ = try open(kind).current(R.entity, stored.id.rawValue)
            throw Refusal.recordChangedMeanwhile(by: try queries.author(of: version))
        }
        if let holder = try queries.id(ofCode: stored.value.code.text, in: R.entity), holder != stored.id.rawValue {
            throw Refusal.codeTaken(stored.value.code)
        }
        let door = try open(kind)
        door.note = stored.value.code.text
        try door.update(R.entity, stored.id.rawValue, stored.value.values)
        return try finish(door, record: stored.id.rawValue)
    }

    func delete(
        _ entity: Entity, _ id: Int64, _ kind: Step.Kind,
        usedBy users: (kind: Refusal.CodeKind, table: String, column: String)...
    ) throws -> Receipt {
        for user in users {
            let count =
                try Int.fetchOne(
                    db.cachedStatement(sql: "SELECT count(*) FROM \(user.table) WHERE \(user.column) = ?"),
                    arguments: [id]) ?? 0
            guard count == 0 else { throw Refusal.inUse(count: count, by: user.kind) }
        }
        let door = try open(kind)
        door.note = try String.fetchOne(
            db.cachedStatement(sql: "SELECT code FROM \(entity.table) WHERE id = ?"), arguments: [id])
        try door.delete(entity, id)
        return try finish(door, record: id)
    }

    func set(_ target: Target) throws -> Receipt {
        let door = try open(.setTarget)
        door.note = String(target.year)
        let id = try set(target, through: door)
        return try finish(door, record: id)
    }

    /// Writes a target, in place of an earlier one of the same year, scope and stage.
    func set(_ target: Target, through door: Door) throws -> Int64 {
        guard (2000...2100).contains(target.year) else { throw Refusal.invalid(.year) }
        guard (1...100_000_000).contains(target.count) else { throw Refusal.invalid(.targetCount) }
        if case .term(let last) = target.scope, !(target.year + 1...target.year + 9).contains(last) {
            throw Refusal.invalid(.termYears)
        }
        try check(documentDate: target.sourceDate)
        let (scope, key) = target.scope.columns
        let stage = target.stage.rawValue
        return try put(
            .target, target.values,
            inPlaceOf: [
                ("year", target.year.databaseValue), ("scope", scope.databaseValue), ("scope_key", key.databaseValue),
                ("stage", stage.databaseValue),
            ], through: door)
    }

    func set(_ claim: Claim) throws -> Receipt {
        guard let organizer = try Queries(db: db).organizers().first(where: { $0.id == claim.organizer }) else {
            throw Refusal.gone
        }
        let door = try open(.setClaim)
        door.note = "\(organizer.value.code) \(claim.year)"
        let id = try set(claim, through: door)
        return try finish(door, record: id)
    }

    /// Writes a claim, in place of an earlier one of the same organizer and year.
    func set(_ claim: Claim, through door: Door) throws -> Int64 {
        guard (2000...2100).contains(claim.year) else { throw Refusal.invalid(.year) }
        guard (0...100_000_000).contains(claim.count) else { throw Refusal.invalid(.claimCount) }
        try check(documentDate: claim.reportedOn)
        return try put(
            .claim, claim.values,
            inPlaceOf: [("organizer", claim.organizer.rawValue.databaseValue), ("year", claim.year.databaseValue)],
            through: door)
    }

    func set(_ residents: Residents) throws -> Receipt {
        let door = try open(.setResidents)
        door.note = residents.kecamatan.description
        let id = try set(residents, through: door)
        return try finish(door, record: id)
    }

    /// Writes a kecamatan's number of residents, in place of an earlier one.
    func set(_ residents: Residents, through door: Door) throws -> Int64 {
        guard (1...100_000_000).contains(residents.count) else { throw Refusal.invalid(.residentsCount) }
        try check(.kecamatan(residents.kecamatan))
        return try put(
            .residents, residents.values, inPlaceOf: [("kecamatan", residents.kecamatan.number.databaseValue)],
            through: door)
    }

    private func check(documentDate date: CalendarDate?) throws {
        if let date, date > today { throw Refusal.invalid(.documentDate) }
    }

    /// Writes a record of which there is one for each key.
    private func put(
        _ entity: Entity, _ values: Door.Values, inPlaceOf key: [(column: String, value: DatabaseValue)],
        through door: Door
    ) throws -> Int64 {
        let condition = key.map { "\($0.column) = ?" }.joined(separator: " AND ")
        let earlier = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM \(entity.table) WHERE \(condition)"),
            arguments: StatementArguments(key.map(\.value)))
        guard let earlier else { return try door.insert(entity, values) }
        try door.update(entity, earlier, values)
        return earlier
    }
}

/// A record that is named by a code.
protocol Record: Sendable {
    static var entity: Entity { get }
    var code: Code { get }
    var values: Door.Values { get }
    /// Looks at what the types cannot hold off.
    func check() throws(Refusal)
}

extension Organizer: Record {
    static var entity: Entity { .organizer }

    func check() throws(Refusal) {
        guard name.fieldText != nil else { throw .invalid(.title) }
    }
}

extension Program: Record {
    static var entity: Entity { .program }

    func check() throws(Refusal) {
        guard title.fieldText != nil else { throw .invalid(.title) }
        guard (2000...2100).contains(year) else { throw .invalid(.year) }
        guard skkni == nil || track == .competency else { throw .invalid(.skkni) }
        if let followUpMarks, !Self.isSchedule(followUpMarks) { throw .invalid(.followUpMarks) }
        guard pokirProposer == nil && pokirReference == nil || track == .nonCompetency else {
            throw .invalid(.pokir)
        }
    }
}

extension TrainingClass: Record {
    static var entity: Entity { .trainingClass }

    func check() throws(Refusal) {
        guard end >= start else { throw .invalid(.classDates) }
        guard (1...10_000).contains(seats) else { throw .invalid(.seats) }
    }
}
