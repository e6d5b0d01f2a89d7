/// A resident who takes part in training, once, whatever number of classes they join (Peserta).
public struct Participant: Hashable, Sendable {
    /// The population number, or why there is none yet.
    public var identity: Identity
    /// The name with the capitals it was typed in.
    public var name: PersonName
    /// Place of birth, as written on the identity card.
    public var birthplace: String?
    /// Day of birth.
    public var birthDate: CalendarDate
    /// Sex as on the identity card.
    public var sex: Sex
    /// Where the person lives: this, and not the NIK's digits, counts for kecamatan and desa.
    public var residence: Residence
    /// Street, number, RT/RW.
    public var address: String?
    /// Telephone number: personal data.
    public var phone: PhoneNumber?
    /// Highest education completed.
    public var education: Education?
    /// Occupation, in the person's own words.
    public var occupation: String?

    /// A participant with everything the form asks for.
    public init(
        identity: Identity, name: PersonName, birthplace: String? = nil, birthDate: CalendarDate,
        sex: Sex, residence: Residence, address: String? = nil, phone: PhoneNumber? = nil,
        education: Education? = nil, occupation: String? = nil
    ) {
        self.identity = identity
        self.name = name
        self.birthplace = birthplace
        self.birthDate = birthDate
        self.sex = sex
        self.residence = residence
        self.address = address
        self.phone = phone
        self.education = education
        self.occupation = occupation
    }

    /// The NIK, where there is one.
    public var nik: NIK? {
        // Never inlined: the optimizer of Swift 6.3.1 stops where it is, among reads of other fields.
        @inline(never) get { if case .nik(let nik) = identity { nik } else { nil } }
    }
}

/// Who somebody is on paper.
public enum Identity: Hashable, Sendable {
    /// The population number.
    case nik(NIK)
    /// No number yet, and why. Never a shared placeholder.
    case none(reason: String)
}

/// Sex as identity cards state it.
public enum Sex: String, CaseIterable, Sendable, Codable {
    /// Laki-laki, L.
    case male = "L"
    /// Perempuan, P.
    case female = "P"
}

/// Where somebody lives.
public enum Residence: Hashable, Sendable {
    /// A desa or kelurahan of this regency.
    case desa(RegionCode)
    /// A kecamatan of this regency, the desa not known.
    case kecamatan(RegionCode)
    /// Outside the regency: counted for the regency's total under "Luar Tabalong".
    case outside

    /// The kecamatan, or `nil` outside the regency.
    public var kecamatan: RegionCode? {
        switch self {
        case .desa(let code): code.kecamatan
        case .kecamatan(let code): code
        case .outside: nil
        }
    }

    /// The desa, where it is known.
    public var desa: RegionCode? {
        if case .desa(let code) = self { code } else { nil }
    }
}

/// Highest education completed, in rising order.
public enum Education: String, CaseIterable, Sendable, Codable {
    case none, sd, smp, sma, smk, d1, d2, d3, d4, s1, s2, s3
}
