import Training
import Words

/// What one of two entries says in a field, as that field tells the same from another: names and other text as they were typed but for
/// spaces, dates, phones and places by what they stand for.
enum EnteredValue: Hashable, Sendable {
    case nothing
    case text(String)
    case nik(NIK)
    case date(CalendarDate)
    case sex(Sex)
    /// A kecamatan or desa by its code, or the world outside.
    case place(String)
    case phone(PhoneNumber)
    case education(Education)

    /// What a record on file says.
    init(_ field: VerifiedField, of person: Participant) {
        switch field {
        case .nik: self = person.nik.map(EnteredValue.nik) ?? .nothing
        case .name: self = Self.text(typed: person.name.text)
        case .birthplace: self = Self.text(typed: person.birthplace)
        case .birthDate: self = .date(person.birthDate)
        case .sex: self = .sex(person.sex)
        case .kecamatan: self = .place(person.residence.kecamatan?.description ?? Total.outsideCode)
        case .desa: self = person.residence.desa.map { .place($0.description) } ?? .nothing
        case .address: self = Self.text(typed: person.address)
        case .phone: self = person.phone.map(EnteredValue.phone) ?? .nothing
        case .education: self = person.education.map(EnteredValue.education) ?? .nothing
        case .occupation: self = Self.text(typed: person.occupation)
        }
    }

    /// What stands in a form; `nil` while that cannot be read: half a number, a word that names no choice.
    init?(_ field: VerifiedField, in form: Form<ParticipantFormModel.Field>, today: CalendarDate) {
        guard let entered = form[field.entryField] else { return nil }
        guard !entered.isEmpty else {
            self = .nothing
            return
        }
        let value: EnteredValue? =
            switch field {
            case .name, .birthplace, .address, .occupation: Self.text(typed: entered.text)
            case .nik: (try? NIK(entered.text)).map { .nik($0) }
            case .birthDate: CalendarDate(typed: entered.text, latest: today).map { .date($0) }
            case .phone: PhoneNumber(entered.text).map { .phone($0) }
            case .sex: entered.chosen.flatMap { Sex(rawValue: $0.id) }.map { .sex($0) }
            case .education: entered.chosen.flatMap { Education(rawValue: $0.id) }.map { .education($0) }
            case .kecamatan, .desa: entered.chosen.map { .place($0.id) }
            }
        guard let value else { return nil }
        self = value
    }

    private static func text(typed: String?) -> EnteredValue {
        let plain = (typed ?? "").strippedOfControls.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return plain.isEmpty ? .nothing : .text(plain)
    }

    /// Whether two texts differ in their capitals only.
    func differsInCapitalsOnly(from other: EnteredValue) -> Bool {
        guard case .text(let one) = self, case .text(let two) = other else { return false }
        return one != two && one.lowercased() == two.lowercased()
    }

    /// The digits of a number that is personal data, where it is one.
    private var digits: [Character]? {
        switch self {
        case .nik(let nik): Array(nik.digits)
        case .phone(let phone): Array(phone.digits)
        default: nil
        }
    }

    /// The first place, from 1, at which two numbers of as many digits differ, and what stands there in each.
    func digitDiffering(from other: EnteredValue) -> (place: Int, one: Character, other: Character)? {
        guard let one = digits, let two = other.digits, one.count == two.count,
            let place = one.indices.first(where: { one[$0] != two[$0] })
        else { return nil }
        return (place + 1, one[place], two[place])
    }

    /// The value as it may be shown: numbers that are personal data are masked.
    func shown(_ context: Context) -> String {
        switch self {
        case .nothing: context.words.secondEntry.empty
        case .text(let text): text
        case .nik(let nik): nik.masked
        case .date(let date): date.onScreen
        case .sex(let sex): context.words.terms.sex(sex)
        case .place(Total.outsideCode): context.words.terms.outside
        case .place(let code): RegionCode(code).flatMap { context.gazetteer[$0]?.name } ?? code
        case .phone(let phone): phone.masked
        case .education(let education): context.words.terms.education(education)
        }
    }
}

extension VerifiedField {
    /// The field of the entry form.
    var entryField: ParticipantFormModel.Field {
        switch self {
        case .nik: .nik
        case .name: .name
        case .birthplace: .birthplace
        case .birthDate: .birthDate
        case .sex: .sex
        case .kecamatan: .kecamatan
        case .desa: .desa
        case .address: .address
        case .phone: .phone
        case .education: .education
        case .occupation: .occupation
        }
    }

    /// The field that is compared for a field of the entry form, where one is.
    init?(_ field: ParticipantFormModel.Field) {
        guard let match = Self.allCases.first(where: { $0.entryField == field }) else { return nil }
        self = match
    }
}
