import Foundation
import GRDB
import Training

/// Takes a stream of participants through the door as one step.
///
/// Tallies and search index of people made here are brought up to date once at the end: triggers leave alone whoever was made
/// after the batch began.
final class IntakeDoor: Intake {
    private let db: Database
    private let actions: Actions
    private let door: Door
    private let queries: Queries
    private let note: String
    private var added = 0
    /// Whoever was added last, until they join a class.
    private var unenrolled: (id: Int64, person: NewcomerCount.Person)?
    private var newcomers: NewcomerCount
    private var met = MetPeople()
    private var bulk: BulkLoad?
    /// Classes that are on file.
    private var classes: Set<Int64> = []
    private let looksUpReferences: Bool
    /// Whether something else came than people with their classes and doubts.
    private var hasOtherReferences = false

    /// Whether SQLite is to leave alone what refers to other records. It would look up the class and the person of each enrollment of a roster, and
    /// its step for each entry of the log, an eleventh of the time; most of these people were made the moment before, and the class is always the same.
    static func looksUpReferences(_ kind: Step.Kind) -> Bool { kind == .importRoster }

    init(_ actions: Actions, kind: Step.Kind, note: String) throws {
        looksUpReferences = Self.looksUpReferences(kind)
        db = actions.db
        self.actions = actions
        try actions.demand(Permission(toDo: kind))
        door = try actions.open(kind)
        self.note = note
        queries = Queries(db: actions.db)
        newcomers = NewcomerCount(actions.db)
        try db.execute(sql: "UPDATE batch SET begins_at = ?", arguments: [door.step])
    }

    /// Brings the derived tables up to date and writes the step.
    func close() throws {
        try door.catchUp()
        met = MetPeople()
        try bulk?.forgetPeople()
        let catalogue = CardCatalogue(db: db)
        // Made beside what is done here meanwhile: the cards first, so that names are not held in two places while they are sorted.
        let draft = try catalogue.isOutgrown(by: added) ? SearchIndexDraft(of: db) : nil
        if let draft { try catalogue.putCards(of: draft) }
        try bulk?.putBackIndexes()
        try newcomers.addToTallies(from: door.step)
        try db.execute(sql: Tallies.addBatchClasses)
        try CheckRecount(db: db).addToTally(from: door.step)
        if let draft { try draft.move(to: db) } else { try catalogue.addBatch() }
        try db.execute(sql: "UPDATE batch SET begins_at = \(Int64.max)")
        door.note = note
        door.subject = nil
        if !door.isUnused { try door.close() }
        if looksUpReferences, hasOtherReferences { try checkReferences() }
    }

    /// Checks what refers to other records as SQLite would have done, but for what is looked up when it comes, and the log, whose step is written last.
    private func checkReferences() throws {
        let referring = try String.fetchSet(
            db,
            sql: """
                SELECT DISTINCT m.name FROM sqlite_master m, pragma_foreign_key_list(m.name) WHERE m.type = 'table'
                """)
        for table in referring.subtracting(["enrollment", "doubt", "change", "step", "seal"]) {
            try db.checkForeignKeys(in: table)
        }
    }

    func meet(_ participant: Participant, _ sighting: Sighting) throws {
        guard met.isInOrder else { return }
        met.meet(participant, sighting)
        guard !met.isInOrder, let bulk else { return }
        try door.catchUp()
        try bulk.addEverybody()
    }

    func holder(of nik: NIK) throws -> ID<Participant>? {
        if let bulk, !bulk.mayKnow(nik), !met.mayKnow(nik) { return nil }
        try door.catchUp()
        let statement = try db.cachedStatement(sql: "SELECT id FROM participant WHERE nik = ?")
        return try Int64.fetchOne(statement, arguments: [nik.number]).map { ID($0) }
    }

    func row(of participant: ID<Participant>) throws -> ParticipantRow? {
        try door.catchUp()
        return try queries.row(of: participant)
    }

    func participant(_ id: ID<Participant>) throws -> Participant? {
        try door.catchUp()
        return try queries.participant(id)?.value
    }

    func lookalikes(of participant: Participant) throws -> [Lookalike] {
        if let candidates = candidates(for: participant) {
            guard !candidates.isEmpty else { return [] }
            try door.catchUp()
            return try Lookalikes(db: db).among(candidates, participant)
        }
        return try Lookalikes(db: db).find(participant, except: nil)
    }

    /// Who may be the same person, where that can be told without asking the file.
    private func candidates(for participant: Participant) -> Set<Int64>? {
        guard let bulk else { return nil }
        if let (keys, people) = met.namesakes(of: participant) { return people.union(bulk.candidates(for: keys)) }
        return met.isEmpty ? bulk.candidates(for: participant) : nil
    }

    func update(_ id: ID<Participant>, to participant: Participant) throws {
        if let nik = participant.nik, let other = try holder(of: nik), other != id, let row = try row(of: other) {
            throw Refusal.nikTaken(nik, holder: row)
        }
        try door.catchUp()
        if id.rawValue >= door.step { newcomers.giveUp() }
        try door.update(.participant, id.rawValue, participant.values)
        bulk?.add(participant, id.rawValue)
    }

    func add(_ participant: Participant, doubts: [Doubt]) throws -> ID<Participant> {
        let id = try door.add(participant)
        if !doubts.isEmpty { try add(doubts.unique, about: id) }
        try count(participant, id)
        return ID(id)
    }

    private func add(_ doubts: [Doubt], about participant: Int64) throws {
        try door.catchUp()
        for doubt in doubts {
            try door.insert(.doubt, [participant.databaseValue, doubt.rawValue.databaseValue])
        }
    }

    private func count(_ participant: Participant, _ id: Int64) throws {
        added += 1
        unenrolled = (id, NewcomerCount.Person(participant))
        let isMet = met.add(participant, id)
        if let bulk {
            if !isMet { bulk.add(participant, id) }
            try bulk.makeRoom(for: added)
        } else if BulkLoad.mayBeWorthIt(added), try BulkLoad.isWorthIt(added, in: db) {
            try startBulkLoad()
        }
    }

    func startBulkLoad() throws {
        bulk = try BulkLoad(db, isOneClass: newcomers.isOfOneClass)
        try door.startQueues()
    }

    func enroll(
        _ participant: ID<Participant>, in trainingClass: ID<TrainingClass>, standing: EnrollmentStanding
    ) throws -> ID<Enrollment>? {
        guard try !isEnrolled(participant, in: trainingClass) else { return nil }
        // The class or the person may have gone at another desk since the caller looked.
        guard try isOnFile(participant), try isOnFile(trainingClass) else {
            newcomers.giveUp()
            throw Refusal.gone
        }
        return ID(try insert(Enrollment(participant: participant, trainingClass: trainingClass, standing: standing)))
    }

    private func isOnFile(_ participant: ID<Participant>) throws -> Bool {
        // Whoever was made here may wait to be written.
        guard participant.rawValue < door.step else { return participant.rawValue <= door.newest ?? 0 }
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM participant WHERE id = ?")
        return try Bool.fetchOne(statement, arguments: [participant.rawValue]) != nil
    }

    private func isOnFile(_ trainingClass: ID<TrainingClass>) throws -> Bool {
        guard !classes.contains(trainingClass.rawValue) else { return true }
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM training_class WHERE id = ?")
        guard try Bool.fetchOne(statement, arguments: [trainingClass.rawValue]) != nil else { return false }
        classes.insert(trainingClass.rawValue)
        return true
    }

    private func isEnrolled(_ participant: ID<Participant>, in trainingClass: ID<TrainingClass>) throws -> Bool {
        guard participant.rawValue != unenrolled?.id else { return false }
        try door.catchUp()
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM enrollment WHERE participant = ? AND class = ?")
        return try Bool.fetchOne(statement, arguments: [participant.rawValue, trainingClass.rawValue]) != nil
    }

    private func insert(_ enrollment: Enrollment) throws -> Int64 {
        defer { unenrolled = nil }
        let person = enrollment.participant.rawValue
        guard person < door.step else {
            let id = try door.enroll(enrollment)
            if let unenrolled, unenrolled.id == person {
                try newcomers.add(unenrolled.person, enrollment, id)
            } else {
                newcomers.giveUp()
            }
            return id
        }
        guard let bulk else { return try door.enroll(enrollment) }
        var id: Int64 = 0
        try bulk.enrollOneOnFile(enrollment) { id = try door.insert(.enrollment, enrollment.values) }
        return id
    }

    func note(_ doubts: [Doubt], about participant: ID<Participant>) throws -> [Doubt] {
        guard !doubts.isEmpty else { return [] }
        try door.catchUp()
        let listed = try queries.openDoubts(of: participant)
        let new = doubts.unique.filter { !listed.contains($0) }
        guard try isOnFile(participant) else { throw Refusal.gone }
        try add(new, about: participant.rawValue)
        return new
    }

    func add(_ organizer: Organizer) throws -> ID<Organizer> { ID(try insert(organizer)) }

    func add(_ program: Program) throws -> ID<Program> { ID(try insert(program)) }

    func add(_ trainingClass: TrainingClass) throws -> ID<TrainingClass> { ID(try insert(trainingClass)) }

    func set(_ target: Target) throws { _ = try actions.set(target, through: doorInOrder()) }

    func set(_ claim: Claim) throws { _ = try actions.set(claim, through: doorInOrder()) }

    func set(_ residents: Residents) throws { _ = try actions.set(residents, through: doorInOrder()) }

    func record(_ followUp: FollowUp, found: Outcome.Fact?, on today: CalendarDate) throws {
        _ = try actions.record(followUp, found: found, on: today, through: doorInOrder())
    }

    func add(
        _ equipment: Equipment, to holder: EquipmentHolding.Holder, on date: CalendarDate, letter: String?
    ) throws -> ID<Equipment> {
        ID(try actions.add(equipment, to: holder, on: date, letter: letter, through: doorInOrder()))
    }

    func record(_ check: EquipmentCheck) throws { try actions.record(check, through: doorInOrder()) }

    func move(_ holding: EquipmentHolding) throws { try actions.move(holding, through: doorInOrder()) }

    /// The door, for what reads anything that may wait at it.
    private func doorInOrder() throws -> Door {
        newcomers.giveUp()
        hasOtherReferences = true
        try door.catchUp()
        return door
    }

    private func insert<R: Record>(_ record: R) throws -> Int64 {
        try record.check()
        hasOtherReferences = true
        guard try queries.id(ofCode: record.code.text, in: R.entity) == nil else {
            throw Refusal.codeTaken(record.code)
        }
        return try door.insert(R.entity, record.values)
    }
}
