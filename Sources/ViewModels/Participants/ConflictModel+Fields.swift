import Training
import Words

extension ParticipantField {
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
