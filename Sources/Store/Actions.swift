import Foundation
import GRDB
import Training

/// How each action goes through the door.
struct Actions {
    let db: Database
    let author: Author
    let desk: String
    let now: Date

    var today: CalendarDate { .today(now) }

    /// Does one thing and closes the step; where nothing had to change, no step is written.
    func perform(_ action: Action) throws -> Receipt {
        try demand(Permission(for: action))
        return switch action {
        case .addParticipant(let participant, let classID, let confirmed):
            try add(participant, in: classID, confirmed: confirmed)
        case .editParticipant(let edited, let basis, let confirmed):
            try edit(edited, basedOn: basis, confirmed: confirmed)
        case .deleteParticipant(let id): try delete(id)
        case .enroll(let people, let classID, let standing, let confirmed):
            try enroll(people, in: classID, standing: standing, confirmed: confirmed)
        case .setStandings(let standings): try set(standings)
        case .removeEnrollments(let ids): try remove(ids)
        case .addOrganizer(let organizer): try add(organizer, .addOrganizer)
        case .editOrganizer(let stored): try edit(stored, .editOrganizer)
        case .deleteOrganizer(let id):
            try delete(
                .organizer, id.rawValue, .deleteOrganizer, usedBy: (.program, "program", "organizer"),
                (.claim, "claim", "organizer"))
        case .addProgram(let program): try add(program, .addProgram)
        case .editProgram(let stored): try edit(stored, .editProgram)
        case .deleteProgram(let id):
            try delete(.program, id.rawValue, .deleteProgram, usedBy: (.trainingClass, "training_class", "program"))
        case .addClass(let trainingClass): try add(trainingClass, .addClass)
        case .editClass(let stored): try edit(stored, .editClass)
        case .deleteClass(let id):
            try delete(.trainingClass, id.rawValue, .deleteClass, usedBy: (.enrollment, "enrollment", "class"))
        case .setTarget(let target): try set(target)
        case .setClaim(let claim): try set(claim)
        case .setResidents(let residents): try set(residents)
        case .recordFollowUp(let followUp, let found): try record(followUp, found: found)
        case .recordOutcome(let outcome): try record(outcome)
        case .assignVisitor(let checks, let visitor): try assign(checks, to: visitor)
        case .addEquipment(let equipment, let holder, let date, let letter):
            try add(equipment, to: holder, on: date, letter: letter)
        case .editEquipment(let stored): try edit(stored)
        case .checkEquipment(let check): try record(check)
        case .moveEquipment(let holding): try move(holding)
        case .addRecall(let recall, let people): try add(recall, people)
        case .setRecallState(let entries, let state, let date, let note):
            try set(entries, to: state, on: date, note: note)
        case .mergeParticipants(let merge, let confirmed): try self.merge(merge, confirmed: confirmed)
        case .keepApart(let one, let other): try keepApart(one, other)
        case .forgetApart(let one, let other): try forgetApart(one, other)
        case .verify(let entry, let basis, let corrected, let confirmed):
            try verify(entry, of: basis, corrected: corrected, confirmed: confirmed)
        case .reveal(let id, let reason):
            try enter(.reveal, for: reason) {
                $0.subject = id.rawValue
                $0.note = reason.note
            }
        case .export(let what, let count, let withNIK, let reason):
            try enter(.export, for: reason) { door in
                let why = reason.map { " (\($0.note))" } ?? ""
                door.note = "\(what) \(count)\(withNIK ? " NIK\(why)" : "")"
            }
        case .forget(let id, let reason): try Forgetting(actions: self, person: id.rawValue).run(reason: reason)
        case .setRole(let person): try setRole(person)
        case .removeOperator(let id): try removeOperator(id)
        case .setLock(let minutes): try setLock(after: minutes)
        case .undo: try undo()
        case .undoStep(let step): try undo(step)
        case .redo: try redo()
        case .redoStep(let step): try redo(step)
        }
    }

    /// Enters in the log something that changed no record.
    private func enter(_ kind: Step.Kind, for reason: RevealReason?, _ say: (Door) -> Void) throws -> Receipt {
        if reason?.holdsNumber == true { throw Refusal.invalid(.reason) }
        let door = try open(kind)
        say(door)
        return try finish(door, evenIfUnused: true)
    }

    private func remove(_ ids: [ID<Enrollment>]) throws -> Receipt {
        let door = try open(.removeEnrollment)
        for id in ids {
            try deleteFollowUps(of: id.rawValue, through: door)
            try door.delete(.enrollment, id.rawValue)
        }
        return try finish(door)
    }

    func open(_ kind: Step.Kind, undoes: Int64? = nil) throws -> Door {
        try Door(db, author: author, kind: kind, undoes: undoes, desk: desk, now: now)
    }

    func finish(
        _ door: Door, record: Int64? = nil, unchanged: Int = 0, evenIfUnused: Bool = false
    ) throws -> Receipt {
        if door.isUnused, !evenIfUnused {
            return Receipt(step: nil, record: record, changed: 0, unchanged: unchanged)
        }
        try door.close()
        return Receipt(step: ID(door.step), record: record, changed: door.changes, unchanged: unchanged)
    }

    // MARK: Participants

    private func add(
        _ participant: Participant, in classID: ID<TrainingClass>?, confirmed: Set<Doubt>
    ) throws -> Receipt {
        try check(participant)
        let trainingClass = try classID.map(self.trainingClass)
        var found = participant.doubts(firstDay: trainingClass?.value.start, gazetteer: .tabalong)
        let lookalikes = try Lookalikes(db: db).find(participant, except: nil)
        found += lookalikes.map(\.doubt)
        if let trainingClass, try isFull(trainingClass, with: 1) { found.append(.classFull) }
        try refuse(found, confirmed: confirmed, others: lookalikes.map(\.row))
        let door = try open(.addParticipant)
        let id = try door.insert(.participant, participant.values)
        door.subject = id
        if let trainingClass {
            let standing = EnrollmentStanding.new(in: trainingClass.value, today: today)
            try door.insert(
                .enrollment,
                Enrollment(participant: ID(id), trainingClass: trainingClass.id, standing: standing).values)
        }
        try keep(found, of: id, through: door)
        return try finish(door, record: id)
    }

    private func edit(
        _ edited: Stored<Participant>, basedOn basis: Stored<Participant>, confirmed: Set<Doubt>
    ) throws -> Receipt {
        let door = try open(.editParticipant)
        door.subject = edited.id.rawValue
        try change(edited, basedOn: basis, confirmed: confirmed, through: door)
        return try finish(door, record: edited.id.rawValue)
    }

    /// Writes a changed participant, once nothing about it is in doubt that was not confirmed.
    func change(
        _ edited: Stored<Participant>, basedOn basis: Stored<Participant>, confirmed: Set<Doubt>, through door: Door
    ) throws {
        let queries = Queries(db: db)
        guard let current = try queries.participant(edited.id) else { throw Refusal.gone }
        guard current.version == basis.version else {
            throw Refusal.changedMeanwhile(theirs: current, by: try queries.author(of: current.version.rawValue))
        }
        try check(edited.value, except: edited.id)
        let lookalikes = try Lookalikes(db: db).find(edited.value, except: edited.id)
        // What was confirmed when the record was entered, and has not changed since, is not asked about again.
        let settled = Set(current.value.doubts(firstDay: nil, gazetteer: .tabalong))
        let found = edited.value.doubts(firstDay: nil, gazetteer: .tabalong) + lookalikes.map(\.doubt)
        try refuse(
            found, confirmed: confirmed.union(settled).union(try queries.openDoubts(of: edited.id)),
            others: lookalikes.map(\.row))
        if try door.update(.participant, edited.id.rawValue, edited.value.values) {
            try keep(found, of: edited.id.rawValue, through: door)
        }
    }

    private func delete(_ id: ID<Participant>) throws -> Receipt {
        let door = try open(.deleteParticipant)
        door.subject = id.rawValue
        try refuseIfHolding(id.rawValue)
        for entity in [Entity.enrollment, .doubt, .recallEntry] {
            let rows = try Int64.fetchAll(
                db.cachedStatement(sql: "SELECT id FROM \(entity.table) WHERE participant = ?"),
                arguments: [id.rawValue])
            for row in rows {
                if entity == .enrollment { try deleteFollowUps(of: row, through: door) }
                try door.delete(entity, row)
            }
        }
        try forgetApart(allOf: id.rawValue, through: door)
        try door.delete(.participant, id.rawValue)
        return try finish(door, record: id.rawValue)
    }

    /// What the types cannot hold off: a number that is taken, a date that cannot be, a missing reason.
    func check(_ participant: Participant, except id: ID<Participant>? = nil, _ alsoExcept: ID<Participant>? = nil)
        throws
    {
        guard participant.birthDate <= today, participant.birthDate.year >= 1900 else {
            throw Refusal.invalid(.birthDate)
        }
        try check(participant.residence)
        switch participant.identity {
        case .none(let reason):
            guard reason.fieldText != nil else { throw Refusal.invalid(.noNIKReason) }
        case .nik(let nik):
            let queries = Queries(db: db)
            if let holder = try queries.participant(nik: nik), holder.id != id, holder.id != alsoExcept,
                let row = try queries.row(of: holder.id)
            {
                throw Refusal.nikTaken(nik, holder: row)
            }
        }
    }

    func check(_ residence: Residence) throws {
        let gazetteer = Gazetteer.tabalong
        for (code, kind) in [(residence.desa, Refusal.CodeKind.desa), (residence.kecamatan, .kecamatan)] {
            guard let code, gazetteer[code] == nil else { continue }
            // A wrong desa most likely lies in the kecamatan that was meant.
            let neighbours = kind == .desa ? gazetteer.desa(of: code.kecamatan) : gazetteer.kecamatan
            let known = (neighbours.isEmpty ? gazetteer.desa : neighbours).map(\.code.description)
            throw Refusal.unknownCode(
                code.description, kind: kind, nearest: nearest(to: code.description, among: known))
        }
    }

    func refuse(_ found: [Doubt], confirmed: Set<Doubt>, others: [ParticipantRow]) throws {
        let open = found.filter { !confirmed.contains($0) }
        guard open.isEmpty else { throw Refusal.unconfirmed(open.unique, others: others) }
    }

    /// Puts confirmed doubts on the list to settle, and takes those off that an edit has settled.
    func keep(_ doubts: [Doubt], of participant: Int64, through door: Door) throws {
        let listed = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT id, kind FROM doubt WHERE participant = ?"), arguments: [participant])
        // Age and seats are asked about when somebody joins a class; an edit of the person says nothing of them.
        let aboutClasses: Set<String> = [Doubt.under15, .over64, .classFull].reduce(into: []) { $0.insert($1.rawValue) }
        for row in listed {
            let kind: String = row["kind"]
            if !doubts.contains(where: { $0.rawValue == kind }), !aboutClasses.contains(kind) {
                try door.delete(.doubt, row["id"])
            }
        }
        for doubt in doubts.unique where !listed.contains(where: { $0["kind"] == doubt.rawValue }) {
            try door.insert(.doubt, [participant.databaseValue, doubt.rawValue.databaseValue])
        }
    }

    // MARK: Enrollments

    private func trainingClass(_ id: ID<TrainingClass>) throws -> Stored<TrainingClass> {
        guard let line = try Queries(db: db).trainingClass(id) else { throw Refusal.gone }
        return line.trainingClass
    }

    private func isFull(_ trainingClass: Stored<TrainingClass>, with more: Int) throws -> Bool {
        let taken = try Queries(db: db).trainingClass(trainingClass.id)?.taken ?? 0
        return more > 0 && taken + more > trainingClass.value.seats
    }

    private func enroll(
        _ people: [ID<Participant>], in classID: ID<TrainingClass>, standing: EnrollmentStanding?,
        confirmed: Set<Doubt>
    ) throws -> Receipt {
        let trainingClass = try trainingClass(classID)
        let standing = standing ?? .new(in: trainingClass.value, today: today)
        try check(standing, in: trainingClass.value)
        let queries = Queries(db: db)
        var joining: [(id: ID<Participant>, doubts: [Doubt])] = []
        for id in people {
            guard let participant = try queries.participant(id) else { throw Refusal.gone }
            if try queries.enrollment(of: id, in: classID) != nil { continue }
            let doubts = participant.value.doubts(firstDay: trainingClass.value.start, gazetteer: .tabalong)
            joining.append((id, doubts.filter { $0 == .under15 || $0 == .over64 }))
        }
        var found = joining.flatMap(\.doubts)
        if try isFull(trainingClass, with: joining.count) { found.append(.classFull) }
        try refuse(found, confirmed: confirmed, others: [])
        let door = try open(.enroll)
        door.note = trainingClass.value.code.text
        if people.count == 1 { door.subject = people[0].rawValue }
        var last: Int64?
        for (id, doubts) in joining {
            last = try door.insert(
                .enrollment, Enrollment(participant: id, trainingClass: classID, standing: standing).values)
            let listed = try queries.openDoubts(of: id)
            for doubt in doubts where !listed.contains(doubt) {
                try door.insert(.doubt, [id.rawValue.databaseValue, doubt.rawValue.databaseValue])
            }
        }
        var receipt = try finish(door, record: last, unchanged: people.count - joining.count)
        receipt.changed = joining.count
        return receipt
    }

    private func check(_ standing: EnrollmentStanding, in trainingClass: TrainingClass) throws {
        switch standing {
        case .completed(let date), .certified(let date, _):
            guard date >= trainingClass.start else { throw Refusal.dateBeforeClass(start: trainingClass.start) }
        case .registered, .attending, .dropped, .cancelled: break
        }
    }

    private func set(_ standings: [(enrollment: ID<Enrollment>, standing: EnrollmentStanding)]) throws -> Receipt {
        let door = try open(.setStatus)
        var unchanged = 0
        for (id, standing) in standings {
            guard var enrollment = try Queries(db: db).enrollment(id)?.value else { throw Refusal.gone }
            let trainingClass = try trainingClass(enrollment.trainingClass)
            try check(standing, in: trainingClass.value)
            enrollment.standing = standing
            if try !door.update(.enrollment, id.rawValue, enrollment.values) { unchanged += 1 }
            door.note = trainingClass.value.code.text
            if standings.count == 1 { door.subject = enrollment.participant.rawValue }
        }
        return try finish(door, record: standings.first?.enrollment.rawValue, unchanged: unchanged)
    }
}
