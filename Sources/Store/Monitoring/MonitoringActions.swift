import GRDB
import Training

/// What became of people: checks, outcomes, equipment and recall, each through the door.
extension Actions {
    // MARK: Checks and outcomes

    func record(_ followUp: FollowUp, found: Outcome.Fact?) throws -> Receipt {
        let door = try open(.recordFollowUp)
        let id = try record(followUp, found: found, on: today, through: door)
        return try finish(door, record: id)
    }

    /// Writes a check with what was found, and after the last attempt, that somebody cannot be reached.
    func record(
        _ followUp: FollowUp, found: Outcome.Fact?, on today: CalendarDate, through door: Door
    ) throws -> Int64 {
        let line = try completed(followUp.enrollment)
        guard followUp.date <= today else { throw Refusal.invalid(.checkDate) }
        guard followUp.date >= line.end else { throw Refusal.outcomeBeforeEnd(end: line.end) }
        guard line.marks.contains(followUp.mark) else {
            throw Refusal.noSuchMark(followUp.mark, marks: line.marks)
        }
        guard followUp.visitor.fieldText != nil else { throw Refusal.invalid(.visitor) }
        if let nextTry = followUp.nextTry, nextTry < followUp.date { throw Refusal.invalid(.nextTry) }
        door.subject = line.participant
        door.note = line.code
        let id = try door.insert(.followUp, followUp.values)
        if followUp.isReached, let found {
            try check(found)
            try insert(Outcome(enrollment: followUp.enrollment, date: followUp.date, fact: found), through: door)
        }
        if !followUp.isReached, try attempts(followUp) == FollowUp.attempts {
            try insert(
                Outcome(enrollment: followUp.enrollment, date: followUp.date, fact: .unreachable), through: door)
        }
        return id
    }

    private func attempts(_ followUp: FollowUp) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM follow_up WHERE enrollment = ? AND mark = ? AND reached = 0",
            arguments: [followUp.enrollment.rawValue, followUp.mark]) ?? 0
    }

    func record(_ outcome: Outcome) throws -> Receipt {
        let line = try completed(outcome.enrollment)
        guard outcome.date <= today else { throw Refusal.invalid(.checkDate) }
        guard outcome.date >= line.end else { throw Refusal.outcomeBeforeEnd(end: line.end) }
        try check(outcome.fact)
        let door = try open(.recordOutcome)
        door.subject = line.participant
        door.note = line.code
        let id = try insert(outcome, through: door)
        return try finish(door, record: id)
    }

    @discardableResult
    private func insert(_ outcome: Outcome, through door: Door) throws -> Int64 {
        try door.insert(.outcome, outcome.values)
    }

    private func check(_ fact: Outcome.Fact) throws {
        guard case .selfEmployed(let business) = fact else { return }
        guard (0...100_000).contains(business.workers), (0...business.workers).contains(business.trainedWorkers) else {
            throw Refusal.invalid(.workers)
        }
        if let nib = business.nib, nib.utf8.count != 13 || !nib.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            throw Refusal.invalid(.nib)
        }
    }

    /// What a check has to know of an enrollment.
    private struct Completed {
        let participant: Int64
        let code: String
        let end: CalendarDate
        let marks: [Int]
    }

    /// An enrollment that a follow-up can be of.
    private func completed(_ id: ID<Enrollment>) throws -> Completed {
        let statement = try db.cachedStatement(
            sql: """
                SELECT e.participant, e.status, c.code, c.end_date, p.follow_up_months FROM enrollment e
                JOIN training_class c ON c.id = e.class JOIN program p ON p.id = c.program WHERE e.id = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [id.rawValue]) else { throw Refusal.gone }
        let status = try EnrollmentStatus.stored(column: row["status"])
        guard status == .completed || status == .certified else { throw Refusal.notCompleted(status) }
        return Completed(
            participant: row["participant"], code: row["code"], end: try .stored(row["end_date"]),
            marks: (row["follow_up_months"] as String?).map(Program.marks) ?? FollowUp.usualMarks)
    }

    func assign(_ checks: [(enrollment: ID<Enrollment>, mark: Int)], to visitor: String?) throws -> Receipt {
        let door = try open(.assignVisitor)
        door.note = visitor?.fieldText
        for (enrollment, mark) in checks {
            _ = try completed(enrollment)
            let earlier = try Int64.fetchOne(
                db, sql: "SELECT id FROM assignment WHERE enrollment = ? AND mark = ?",
                arguments: [enrollment.rawValue, mark])
            let values = [
                enrollment.rawValue.databaseValue, mark.databaseValue, visitor?.fieldText.databaseValue ?? .null,
            ]
            switch (earlier, visitor?.fieldText) {
            case (let row?, nil): try door.delete(.assignment, row)
            case (let row?, _?): try door.update(.assignment, row, values)
            case (nil, _?): try door.insert(.assignment, values)
            case (nil, nil): break
            }
        }
        return try finish(door, unchanged: checks.count - door.changes)
    }

    // MARK: Equipment

    func add(
        _ equipment: Equipment, to holder: EquipmentHolding.Holder, on date: CalendarDate, letter: String?
    ) throws -> Receipt {
        let door = try open(.addEquipment)
        let id = try add(equipment, to: holder, on: date, letter: letter, through: door)
        return try finish(door, record: id)
    }

    func add(
        _ equipment: Equipment, to holder: EquipmentHolding.Holder, on date: CalendarDate, letter: String?,
        through door: Door
    ) throws -> Int64 {
        try check(equipment, except: nil)
        let id = try door.insert(.equipment, equipment.values)
        door.note = LabelCode(.equipment, try FollowUps.number(.equipment, id, in: db)).description
        try insert(EquipmentHolding(equipment: ID(id), date: date, letter: letter, holder: holder), through: door)
        return id
    }

    func edit(_ stored: Stored<Equipment>) throws -> Receipt {
        let queries = Queries(db: db)
        let version = try queries.version(of: stored.id.rawValue)
        guard version == stored.version.rawValue else {
            throw Refusal.recordChangedMeanwhile(by: try queries.author(of: version))
        }
        try check(stored.value, except: stored.id.rawValue)
        let door = try open(.editEquipment)
        door.note = try label(of: stored.id).description
        try door.update(.equipment, stored.id.rawValue, stored.value.values)
        return try finish(door, record: stored.id.rawValue)
    }

    private func check(_ equipment: Equipment, except id: Int64?) throws {
        guard equipment.item.fieldText != nil, equipment.kind.fieldText != nil else { throw Refusal.invalid(.title) }
        if let value = equipment.value, !(0...100_000_000_000).contains(value) { throw Refusal.invalid(.rupiah) }
        guard let serial = equipment.serial else { return }
        let other = try Int64.fetchOne(db, sql: "SELECT id FROM equipment WHERE serial = ?", arguments: [serial])
        if let other, other != id { throw Refusal.serialTaken(serial, try label(of: ID(other))) }
    }

    private func label(of id: ID<Equipment>) throws -> LabelCode {
        LabelCode(.equipment, try FollowUps.number(.equipment, id.rawValue, in: db))
    }

    private func insert(_ holding: EquipmentHolding, through door: Door) throws {
        guard holding.date <= today else { throw Refusal.invalid(.checkDate) }
        let people = holding.holder.people.unique
        guard !people.isEmpty else { throw Refusal.invalid(.groupMembers) }
        for person in people {
            let hasCompleted = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM enrollment WHERE participant = ? AND status IN (2, 3, 4))",
                arguments: [person.rawValue])
            guard let row = try Queries(db: db).row(of: person) else { throw Refusal.gone }
            guard hasCompleted == true else { throw Refusal.neverEnrolled(row) }
        }
        let id = try door.insert(.holding, holding.values)
        for person in people { try door.insert(.holder, [id.databaseValue, person.rawValue.databaseValue]) }
        if people.count == 1 { door.subject = people[0].rawValue }
    }

    func move(_ holding: EquipmentHolding) throws -> Receipt {
        let door = try open(.moveEquipment)
        try move(holding, through: door)
        return try finish(door, record: holding.equipment.rawValue)
    }

    func move(_ holding: EquipmentHolding, through door: Door) throws {
        try refuseBeforeHandover(holding.equipment, holding.date)
        door.note = try label(of: holding.equipment).description
        try insert(holding, through: door)
    }

    func record(_ check: EquipmentCheck) throws -> Receipt {
        let door = try open(.checkEquipment)
        try record(check, through: door)
        return try finish(door, record: check.equipment.rawValue)
    }

    func record(_ check: EquipmentCheck, through door: Door) throws {
        guard check.date <= today else { throw Refusal.invalid(.checkDate) }
        guard check.visitor.fieldText != nil else { throw Refusal.invalid(.visitor) }
        try refuseBeforeHandover(check.equipment, check.date)
        door.note = try label(of: check.equipment).description
        try door.insert(.equipmentCheck, check.values)
    }

    /// An item cannot be seen, or go on, before the day it was handed over last.
    private func refuseBeforeHandover(_ equipment: ID<Equipment>, _ date: CalendarDate) throws {
        let handover = try Int.fetchOne(
            db, sql: "SELECT max(date) FROM holding WHERE equipment = ?", arguments: [equipment.rawValue])
        guard let handover = handover.flatMap(CalendarDate.init(column:)) else { throw Refusal.gone }
        if date < handover { throw Refusal.beforeHandover(handover) }
    }

    // MARK: Recall

    func add(_ recall: Recall, _ people: [ID<Participant>]) throws -> Receipt {
        guard recall.title.fieldText != nil else { throw Refusal.invalid(.title) }
        let door = try open(.addRecall)
        let id = try door.insert(.recall, recall.values)
        for person in people.unique {
            guard try Queries(db: db).row(of: person) != nil else { throw Refusal.gone }
            try door.insert(
                .recallEntry, RecallEntry(recall: ID(id), participant: person, date: recall.date).values)
        }
        return try finish(door, record: id)
    }

    func set(
        _ entries: [ID<RecallEntry>], to state: RecallEntry.State, on date: CalendarDate, note: String?
    ) throws -> Receipt {
        guard date <= today else { throw Refusal.invalid(.checkDate) }
        let door = try open(.setRecallState)
        for id in entries {
            let row = try Row.fetchOne(db, sql: "SELECT * FROM recall_entry WHERE id = ?", arguments: [id.rawValue])
            guard let row else { throw Refusal.gone }
            var entry = try RecallEntry(row: row)
            (entry.state, entry.date) = (state, date)
            if let note = note?.fieldText { entry.note = note }
            try door.update(.recallEntry, id.rawValue, entry.values)
        }
        return try finish(door, unchanged: entries.count - door.changes)
    }

    // MARK: What goes with a record that is removed

    /// Removes what was found of an enrollment, before it goes itself.
    func deleteFollowUps(of enrollment: Int64, through door: Door) throws {
        for entity in [Entity.followUp, .outcome, .assignment, .secondEntry] {
            let rows = try Int64.fetchAll(
                db, sql: "SELECT id FROM \(entity.table) WHERE enrollment = ?", arguments: [enrollment])
            for row in rows { try door.delete(entity, row) }
        }
    }

    /// Whoever has or had equipment stays on file: the item's life-line names them.
    func refuseIfHolding(_ participant: Int64) throws {
        let equipment = try Int64.fetchOne(
            db,
            sql: "SELECT h.equipment FROM holder p JOIN holding h ON h.id = p.holding WHERE p.participant = ? LIMIT 1",
            arguments: [participant])
        if let equipment { throw Refusal.holdsEquipment(try label(of: ID(equipment))) }
    }
}
