import Training

/// Whose paper form is being keyed, as far as the fields tell.
enum FormOwner: Hashable, Sendable {
    /// Too little was keyed to say.
    case unknown
    /// Somebody of the class whose form was not keyed a second time.
    case known(ID<Enrollment>)
    /// Somebody whose form was, and whose record has not changed since.
    case verified(ID<Enrollment>)
    /// Nobody of the class, but somebody is near.
    case near(ID<Enrollment>, Nearness)
    /// Several of the class have this name and birth date.
    case several(Int)
    /// Nobody of the class.
    case nobody

    /// In what somebody is near.
    enum Nearness: Hashable, Sendable {
        /// One digit of the NIK is another: at this place, from 1.
        case digit(Int)
        /// Two digits of the NIK are swapped: the first at this place, from 1.
        case swapped(Int)
        /// The name, or the name with another birth date.
        case name
    }

    /// Who is compared with.
    var enrollment: ID<Enrollment>? { if case .known(let id) = self { id } else { nil } }

    /// Who is near.
    var neighbour: ID<Enrollment>? { if case .near(let id, _) = self { id } else { nil } }
}

/// What was keyed that tells whose form it is.
struct OwnerSearch {
    let nik: NIK?
    let name: PersonName?
    let birthDate: CalendarDate?
    /// Who the clerk said it is.
    let pointedAt: ID<Enrollment>?

    /// Looks among a class's people only: who is on file elsewhere has no form in this class.
    func owner(among people: [SecondEntryLine]) -> FormOwner {
        if let line = people.first(where: { $0.enrollment == pointedAt }) { return owner(line) }
        if let nik, let line = people.first(where: { $0.participant.value.nik == nik }) { return owner(line) }
        let named = people.filter { line in
            guard let name, let birthDate else { return false }
            return line.participant.value.birthDate == birthDate && line.participant.value.name.key == name.key
        }
        if named.count == 1 { return owner(named[0]) }
        if named.count > 1 { return .several(named.count) }
        // Who is left is meant more likely than who was keyed already.
        let likely = people.filter { !$0.isVerified } + people.filter(\.isVerified)
        return near(nik, among: likely) ?? nearName(among: likely)
            ?? (nik != nil || (name != nil && birthDate != nil) ? .nobody : .unknown)
    }

    private func owner(_ line: SecondEntryLine) -> FormOwner {
        line.isVerified ? .verified(line.enrollment) : .known(line.enrollment)
    }

    private func near(_ nik: NIK?, among people: [SecondEntryLine]) -> FormOwner? {
        guard let nik else { return nil }
        let typed = Array(nik.digits.utf8)
        for line in people {
            guard let other = line.participant.value.nik else { continue }
            let digits = Array(other.digits.utf8)
            let places = typed.indices.filter { typed[$0] != digits[$0] }
            if places.count == 1 { return .near(line.enrollment, .digit(places[0] + 1)) }
            guard places.count == 2, places[1] == places[0] + 1, typed[places[0]] == digits[places[1]],
                typed[places[1]] == digits[places[0]]
            else { continue }
            return .near(line.enrollment, .swapped(places[0] + 1))
        }
        return nil
    }

    private func nearName(among people: [SecondEntryLine]) -> FormOwner? {
        guard let name, let birthDate else { return nil }
        if let line = people.first(where: { $0.participant.value.name.key == name.key }) {
            return .near(line.enrollment, .name)
        }
        // Born on the same day, a name that has a word in common or begins alike is more than chance.
        let words = Set(name.key.split(separator: " "))
        return people.first { line in
            let other = line.participant.value.name.key
            return line.participant.value.birthDate == birthDate
                && (other.prefix(3) == name.key.prefix(3) || !words.isDisjoint(with: other.split(separator: " ")))
        }.map { .near($0.enrollment, .name) }
    }
}
