import Training

/// Those who come in one stream, each with what those before have in common with them; who is on file for another reason is none of them.
struct MetPeople {
    /// By place in the stream; 0 for who was not added.
    private var ids: [Int64] = []
    /// Whoever came last, until they are added.
    private var latest: (traits: Traits, sighting: Sighting)?
    /// Whether nobody was passed over. A second stream knows nothing of the first: then it is as if nobody had been met.
    private(set) var isInOrder = true

    /// All that a sighting depends on: little of a participant, whom to keep and compare takes longer.
    private struct Traits: Equatable {
        let nik: NIK?
        let name: String
        let birthDate: CalendarDate
        let residence: Residence

        init(_ participant: Participant) {
            nik = participant.nik
            name = participant.name.key
            birthDate = participant.birthDate
            residence = participant.residence
        }
    }

    var isEmpty: Bool { ids.isEmpty }

    mutating func meet(_ participant: Participant, _ sighting: Sighting) {
        guard isInOrder, sighting.place == ids.count else {
            self = MetPeople()
            isInOrder = false
            return
        }
        ids.append(0)
        latest = (Traits(participant), sighting)
    }

    /// Takes note of somebody's number.
    ///
    /// - Returns: whether they are one of these.
    mutating func add(_ participant: Participant, _ id: Int64) -> Bool {
        guard let latest, latest.traits == Traits(participant) else { return false }
        ids[latest.sighting.place] = id
        self.latest = nil
        return true
    }

    /// Whether any of these may hold a NIK.
    func mayKnow(_ nik: NIK) -> Bool {
        guard let latest, latest.traits.nik == nik else { return !isEmpty }
        return latest.sighting.hasNIKOfAnother
    }

    /// What somebody is found by and which of these may be the same person; `nil` where that is known of somebody else only.
    func namesakes(of participant: Participant) -> (keys: NamesakeIndex.Keys, people: Set<Int64>)? {
        guard let latest, latest.traits == Traits(participant) else { return nil }
        let near = latest.sighting.near
        return (latest.sighting.keys, near.isEmpty ? [] : Set(near.map { ids[$0] }).subtracting([0]))
    }
}
