import Sample
import Training

/// What was written through an intake.
struct Records: Sendable, Equatable {
    struct Entry: Sendable, Equatable {
        var participant: ID<Participant>
        var trainingClass: ID<TrainingClass>
        var standing: EnrollmentStanding
    }

    var participants: [Participant] = []
    var doubts: [Doubt] = []
    var enrollments: [Entry] = []
    var organizers: [Organizer] = []
    var programs: [Program] = []
    var classes: [TrainingClass] = []
    var targets: [Target] = []
    var claims: [Claim] = []
    var residents: [Residents] = []
    var followUps: [FollowUp] = []
    var equipment: [Equipment] = []
    var equipmentChecks: [EquipmentCheck] = []
    var moves: [EquipmentHolding] = []

    /// What a size and a seed give.
    static func made(_ participants: Int, year: Int = 2025, seed: UInt64 = 1) throws -> Records {
        let intake = RecordingIntake()
        try SampleData(participants: participants, year: year, seed: seed).fill(intake)
        return intake.records
    }

    func person(of entry: Entry) -> Participant { participants[Int(entry.participant.rawValue)] }
    func trainingClass(of entry: Entry) -> TrainingClass { classes[Int(entry.trainingClass.rawValue)] }
    func program(of entry: Entry) -> Program {
        programs[Int(trainingClass(of: entry).program.rawValue)]
    }

    /// Those who have taken part in a year, each once.
    func people(in year: Int) -> Set<ID<Participant>> {
        Set(enrollments.filter { $0.standing.status.counts && program(of: $0).year == year }.map(\.participant))
    }
}

/// Remembers everything, and refuses what a store would refuse.
final class RecordingIntake: Intake {
    enum Failure: Error { case nikTaken, alreadyEnrolled, full }

    private(set) var records = Records()
    private var holders: [NIK: ID<Participant>] = [:]
    private var seen: Set<[Int64]> = []
    private let limit: Int

    /// - Parameter limit: how many participants it takes before it fails as a full disk would.
    init(limit: Int = .max) { self.limit = limit }

    func meet(_ participant: Participant, _ sighting: Sighting) {}

    func holder(of nik: NIK) -> ID<Participant>? { holders[nik] }

    func row(of id: ID<Participant>) -> ParticipantRow? {
        guard records.participants.indices.contains(Int(id.rawValue)) else { return nil }
        let person = records.participants[Int(id.rawValue)]
        return ParticipantRow(
            id: id, nik: person.nik, name: person.name, sex: person.sex, birthDate: person.birthDate,
            residence: person.residence)
    }

    func participant(_ id: ID<Participant>) -> Participant? {
        records.participants.indices.contains(Int(id.rawValue)) ? records.participants[Int(id.rawValue)] : nil
    }

    func lookalikes(of participant: Participant) -> [Lookalike] { [] }

    func update(_ id: ID<Participant>, to participant: Participant) {
        records.participants[Int(id.rawValue)] = participant
    }

    func add(_ participant: Participant, doubts: [Doubt]) throws -> ID<Participant> {
        guard records.participants.count < limit else { throw Failure.full }
        let id = ID<Participant>(Int64(records.participants.count))
        if let nik = participant.nik, holders.updateValue(id, forKey: nik) != nil { throw Failure.nikTaken }
        records.participants.append(participant)
        records.doubts += doubts
        return id
    }

    func enroll(
        _ participant: ID<Participant>, in trainingClass: ID<TrainingClass>, standing: EnrollmentStanding
    ) throws -> ID<Enrollment>? {
        guard seen.insert([participant.rawValue, trainingClass.rawValue]).inserted else {
            throw Failure.alreadyEnrolled
        }
        records.enrollments.append(
            Records.Entry(participant: participant, trainingClass: trainingClass, standing: standing))
        return ID(Int64(records.enrollments.count - 1))
    }

    func note(_ doubts: [Doubt], about participant: ID<Participant>) -> [Doubt] {
        records.doubts += doubts
        return doubts
    }

    func add(_ organizer: Organizer) -> ID<Organizer> {
        records.organizers.append(organizer)
        return ID(Int64(records.organizers.count - 1))
    }

    func add(_ program: Program) -> ID<Program> {
        records.programs.append(program)
        return ID(Int64(records.programs.count - 1))
    }

    func add(_ trainingClass: TrainingClass) -> ID<TrainingClass> {
        records.classes.append(trainingClass)
        return ID(Int64(records.classes.count - 1))
    }

    func set(_ target: Target) { records.targets.append(target) }

    func set(_ claim: Claim) { records.claims.append(claim) }

    func set(_ residents: Residents) { records.residents.append(residents) }

    func record(_ followUp: FollowUp, found: Outcome.Fact?, on today: CalendarDate) {
        records.followUps.append(followUp)
    }

    func add(
        _ equipment: Equipment, to holder: EquipmentHolding.Holder, on date: CalendarDate, letter: String?
    ) -> ID<Equipment> {
        records.equipment.append(equipment)
        return ID(Int64(records.equipment.count - 1))
    }

    func record(_ check: EquipmentCheck) { records.equipmentChecks.append(check) }

    func move(_ holding: EquipmentHolding) { records.moves.append(holding) }
}
