import Training

/// Who on file a row of a roster may be.
struct RosterMatch {
    /// The person that the row means, or may mean; `nil` where nobody on file comes near.
    let person: Person?
    /// Why that is to be asked; `nil` where the NIK says it.
    private let lookalike: Doubt?

    /// Somebody on file.
    struct Person {
        let id: ID<Participant>
        let participant: Participant
        let row: ParticipantRow
    }

    /// Looks for somebody by NIK, else by the rule of the entry form for people who look alike.
    init(_ read: Participant, _ intake: any Intake) throws {
        if let nik = read.nik, let holder = try intake.holder(of: nik) {
            person = try Self.person(holder, intake)
            lookalike = nil
        } else if let near = try intake.lookalikes(of: read).min(by: { Self.isNearer($0, $1, to: read) }) {
            person = try Self.person(near.row.id, intake)
            lookalike = near.doubt
        } else {
            (person, lookalike) = (nil, nil)
        }
    }

    /// The same name, birth date and residence tells more than a number that is nearly the same, and most where neither has a number.
    private static func isNearer(_ one: Lookalike, _ other: Lookalike, to read: Participant) -> Bool {
        func distance(_ near: Lookalike) -> Int {
            guard near.doubt == .samePerson else { return 2 }
            return near.row.nik == read.nik ? 0 : 1
        }
        return distance(one) < distance(other)
    }

    private static func person(_ id: ID<Participant>, _ intake: any Intake) throws -> Person? {
        guard let participant = try intake.participant(id), let row = try intake.row(of: id) else { return nil }
        return Person(id: id, participant: participant, row: row)
    }

    /// What a clerk must, or may, be asked about the row; `nil` where it can go through in silence.
    func doubt(of read: RosterPerson, row: Int) -> ImportDoubt? {
        guard let person else {
            return read.doubts.contains(.roundedNIK)
                ? ImportDoubt(row: row, kind: .roundedNIK, read: read.participant) : nil
        }
        func doubt(_ kind: ImportDoubt.Kind) -> ImportDoubt {
            ImportDoubt(
                row: row, kind: kind, read: read.participant, holder: person.row, onFile: person.participant)
        }
        switch lookalike {
        case nil:
            if person.participant.name.key != read.participant.name.key { return doubt(.otherName) }
            let differs = doubt(.otherValues)
            // How the same name is written is no other value.
            return differs.differing.allSatisfy { $0 == .name } ? nil : differs
        case .nearlySameNIK: return doubt(.nearlySameNIK)
        default:
            let same = doubt(.samePerson)
            let isBeyondDoubt = read.participant.nik == nil && person.participant.nik == nil
            return isBeyondDoubt && same.differing.allSatisfy { $0 == .name } ? nil : same
        }
    }
}
