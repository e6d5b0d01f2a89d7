import Training
import Words

/// The fields in which two versions of a participant can differ.
public enum ParticipantField: CaseIterable, Sendable {
    case nik, name, birthplace, birthDate, sex, residence, address, phone, education, occupation

    /// Whether two versions say the same.
    func agrees(_ one: Participant, _ other: Participant) -> Bool {
        switch self {
        case .nik: one.identity == other.identity
        case .name: one.name == other.name
        case .birthplace: one.birthplace == other.birthplace
        case .birthDate: one.birthDate == other.birthDate
        case .sex: one.sex == other.sex
        case .residence: one.residence == other.residence
        case .address: one.address == other.address
        case .phone: one.phone == other.phone
        case .education: one.education == other.education
        case .occupation: one.occupation == other.occupation
        }
    }

    /// Puts one version's value in the other.
    func copy(from source: Participant, to target: inout Participant) {
        switch self {
        case .nik: target.identity = source.identity
        case .name: target.name = source.name
        case .birthplace: target.birthplace = source.birthplace
        case .birthDate: target.birthDate = source.birthDate
        case .sex: target.sex = source.sex
        case .residence: target.residence = source.residence
        case .address: target.address = source.address
        case .phone: target.phone = source.phone
        case .education: target.education = source.education
        case .occupation: target.occupation = source.occupation
        }
    }

    /// What the field is called.
    public func label(_ words: Phrasebook) -> String {
        switch self {
        case .nik: words.terms.nik
        case .name: words.terms.name
        case .birthplace: words.terms.birthplace
        case .birthDate: words.terms.birthDate
        case .sex: words.terms.sexLabel
        case .residence: words.participants.residence
        case .address: words.terms.address
        case .phone: words.terms.phone
        case .education: words.terms.educationLabel
        case .occupation: words.terms.occupation
        }
    }

    /// What the field says of a participant; NIK and phone masked unless revealed, `nil` where it is empty.
    public func text(of participant: Participant, isRevealed: Bool, _ context: Context) -> String? {
        let terms = context.words.terms
        switch self {
        case .nik:
            switch participant.identity {
            case .nik(let nik): return isRevealed ? nik.digits : nik.masked
            case .none(let reason): return "\(context.words.participants.noNIK): \(reason)"
            }
        case .name: return participant.name.text
        case .birthplace: return participant.birthplace
        case .birthDate: return participant.birthDate.onScreen
        case .sex: return terms.sex(participant.sex)
        case .residence:
            let gazetteer = context.gazetteer
            let places = [
                gazetteer.kecamatanName(of: participant.residence), gazetteer.desaName(of: participant.residence),
            ].compactMap(\.self)
            return places.isEmpty ? terms.outside : places.joined(separator: ", ")
        case .address: return participant.address
        case .phone: return participant.phone.map { isRevealed ? $0.digits : $0.masked }
        case .education: return participant.education.map(terms.education)
        case .occupation: return participant.occupation
        }
    }
}
