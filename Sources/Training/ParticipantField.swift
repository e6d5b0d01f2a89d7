/// The fields in which two versions of a participant can differ.
public enum ParticipantField: CaseIterable, Sendable {
    case nik, name, birthplace, birthDate, sex, residence, address, phone, education, occupation

    /// Whether two versions say the same.
    public func agrees(_ one: Participant, _ other: Participant) -> Bool {
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
    public func copy(from source: Participant, to target: inout Participant) {
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
}
