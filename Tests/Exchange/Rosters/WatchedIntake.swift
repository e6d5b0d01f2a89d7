import Training

/// Hands everything on, and tells who is added.
struct WatchedIntake: Intake {
    private let intake: any Intake
    private let tell: (Participant) -> Void

    init(_ intake: any Intake, tell: @escaping (Participant) -> Void) {
        self.intake = intake
        self.tell = tell
    }

    func add(_ participant: Participant, doubts: [Doubt]) throws -> ID<Participant> {
        let id = try intake.add(participant, doubts: doubts)
        tell(participant)
        return id
    }

    func meet(_ participant: Participant, _ sighting: Sighting) throws { try intake.meet(participant, sighting) }
    func holder(of nik: NIK) throws -> ID<Participant>? { try intake.holder(of: nik) }
    func row(of id: ID<Participant>) throws -> ParticipantRow? { try intake.row(of: id) }
    func participant(_ id: ID<Participant>) throws -> Participant? { try intake.participant(id) }
    func lookalikes(of participant: Participant) throws -> [Lookalike] { try intake.lookalikes(of: participant) }
    func update(_ id: ID<Participant>, to participant: Participant) throws { try intake.update(id, to: participant) }
    func enroll(
        _ participant: ID<Participant>, in trainingClass: ID<TrainingClass>, standing: EnrollmentStanding
    ) throws -> ID<Enrollment>? {
        try intake.enroll(participant, in: trainingClass, standing: standing)
    }
    func note(_ doubts: [Doubt], about participant: ID<Participant>) throws -> [Doubt] {
        try intake.note(doubts, about: participant)
    }
    func add(_ organizer: Organizer) throws -> ID<Organizer> { try intake.add(organizer) }
    func add(_ program: Program) throws -> ID<Program> { try intake.add(program) }
    func add(_ trainingClass: TrainingClass) throws -> ID<TrainingClass> { try intake.add(trainingClass) }
    func set(_ target: Target) throws { try intake.set(target) }
    func set(_ claim: Claim) throws { try intake.set(claim) }
    func set(_ residents: Residents) throws { try intake.set(residents) }
    func record(_ followUp: FollowUp, found: Outcome.Fact?, on today: CalendarDate) throws {
        try intake.record(followUp, found: found, on: today)
    }
    func add(
        _ equipment: Equipment, to holder: EquipmentHolding.Holder, on date: CalendarDate, letter: String?
    ) throws -> ID<Equipment> {
        try intake.add(equipment, to: holder, on: date, letter: letter)
    }
    func record(_ check: EquipmentCheck) throws { try intake.record(check) }
    func move(_ holding: EquipmentHolding) throws { try intake.move(holding) }
}
