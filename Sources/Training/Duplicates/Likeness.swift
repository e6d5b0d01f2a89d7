/// What speaks for two records being one person, and what against.
public struct Likeness: Hashable, Sendable {
    /// What was found, what weighs most first.
    public let reasons: [Reason]
    /// How likely it is that the two are one: 0 to 100, no more than an order in which to look.
    public let rank: Int

    /// Something that is the same, or nearly, or contradicts.
    public enum Reason: String, CaseIterable, Sendable {
        case nikOneDigitOff, nikDigitsSwapped
        /// One of the two has no NIK yet.
        case oneWithoutNIK
        /// Neither has one.
        case bothWithoutNIK
        case sameName
        /// Spelled differently, and the same to the ear; see ``NameSound``.
        case sameSound
        case similarName
        case sameBirthDate
        /// One's day is the other's month, in the same year.
        case dayMonthSwapped
        /// Only the day, the month or the year is another.
        case nearlySameBirthDate
        case samePhone, sameDesa, sameKecamatan
        case otherName, otherBirthDate, otherSex
        /// Both have a NIK, and the two are far apart.
        case otherNIK

        /// Whether it speaks against the two being one.
        public var contradicts: Bool {
            switch self {
            case .otherName, .otherBirthDate, .otherSex, .otherNIK: true
            default: false
            }
        }
    }

    /// The lowest rank that is worth a clerk's look: the same name and birth date, even with two NIKs that are far apart.
    public static let least = 35

    /// Whether the two may well be one. Numbers alone never say so: those of one village, born on one day, are neighbours.
    public var isLikely: Bool { rank >= Self.least && !reasons.contains(.otherName) }

    /// Compares two people.
    public init(_ one: Participant, _ other: Participant) {
        self.init(PersonTraits(one), PersonTraits(other), names: NameLikeness(one.name, other.name))
    }

    /// Compares two people by what was noted of them.
    public init(_ one: PersonTraits, _ other: PersonTraits, names: NameLikeness) {
        let dates = Self.dates(one, other)
        var reasons = [Self.numbers(one, other), Self.reason(names), dates]
        if one.phone != 0, one.phone == other.phone { reasons.append(.samePhone) }
        if one.desa != 0, one.desa == other.desa {
            reasons.append(.sameDesa)
        } else if one.kecamatan != 0, one.kecamatan == other.kecamatan {
            reasons.append(.sameKecamatan)
        }
        if one.isWoman != other.isWoman { reasons.append(.otherSex) }
        let areTwoDates = dates == .otherBirthDate
        rank = max(0, min(100, reasons.map { Self.weight(of: $0, withOtherDate: areTwoDates) }.reduce(0, +)))
        self.reasons = reasons.filter { !$0.contradicts } + reasons.filter(\.contradicts)
    }

    /// What a finding adds. Two numbers that are far apart say little where the rest agrees, since one may be wrong throughout,
    /// and much where the birth dates are two as well.
    private static func weight(of reason: Reason, withOtherDate: Bool) -> Int {
        switch reason {
        case .nikOneDigitOff, .nikDigitsSwapped: 40
        case .oneWithoutNIK, .bothWithoutNIK: 10
        case .otherNIK: withOtherDate ? -40 : -15
        case .sameName: 30
        case .sameSound: 27
        case .similarName: 15
        case .otherName: -30
        case .sameBirthDate: 25
        case .dayMonthSwapped: 18
        case .nearlySameBirthDate: -10
        case .otherBirthDate: -20
        case .samePhone: 15
        case .sameDesa: 10
        case .sameKecamatan: 4
        case .otherSex: -25
        }
    }

    private static func reason(_ names: NameLikeness) -> Reason {
        switch names {
        case .same: .sameName
        case .sounding: .sameSound
        case .similar: .similarName
        case .other: .otherName
        }
    }

    private static func numbers(_ one: PersonTraits, _ other: PersonTraits) -> Reason {
        switch (one.nik, other.nik) {
        case (0, 0): .bothWithoutNIK
        case (0, _), (_, 0): .oneWithoutNIK
        case (let number, let another):
            switch NIK.slip(between: number, and: another) {
            case .oneDigit: .nikOneDigitOff
            case .twoSwapped: .nikDigitsSwapped
            case nil: .otherNIK
            }
        }
    }

    private static func dates(_ one: PersonTraits, _ other: PersonTraits) -> Reason {
        guard one.birthDate != other.birthDate else { return .sameBirthDate }
        if one.dateOrderless == other.dateOrderless { return .dayMonthSwapped }
        func parts(_ date: Int32) -> [Int32] { [date / 10_000, date / 100 % 100, date % 100] }
        let differing = zip(parts(one.birthDate), parts(other.birthDate)).filter { $0 != $1 }.count
        return differing == 1 ? .nearlySameBirthDate : .otherBirthDate
    }
}

/// What two records are compared by, besides the name, in a few numbers: a million of them are held at a time.
public struct PersonTraits: Hashable, Sendable {
    /// The NIK's number; 0 where there is none.
    public var nik: Int64
    /// `yyyymmdd`
    public var birthDate: Int32
    /// The codes of where somebody lives, as numbers; 0 where that is not known.
    public var kecamatan: Int32
    public var desa: Int64
    /// A telephone number's digits as one number; 0 where there is none.
    public var phone: Int64
    public var isWoman: Bool

    public init(nik: Int64, birthDate: Int32, kecamatan: Int32, desa: Int64, phone: Int64, isWoman: Bool) {
        self.nik = nik
        self.birthDate = birthDate
        self.kecamatan = kecamatan
        self.desa = desa
        self.phone = phone
        self.isWoman = isWoman
    }

    /// What a participant is compared by.
    public init(_ participant: Participant) {
        self.init(
            nik: participant.nik?.number ?? 0, birthDate: Int32(participant.birthDate.number),
            kecamatan: Int32(participant.residence.kecamatan?.number ?? 0),
            desa: participant.residence.desa?.number ?? 0,
            phone: participant.phone.flatMap { Int64($0.digits) } ?? 0, isWoman: participant.sex == .female)
    }

    /// The birth date with day and month in the order of their size: the same for two that are swapped.
    public var dateOrderless: Int32 {
        let (year, month, day) = (birthDate / 10_000, birthDate / 100 % 100, birthDate % 100)
        return year * 10_000 + min(month, day) * 100 + max(month, day)
    }
}

extension NIK {
    /// A slip of the pen that makes one number of another.
    public enum Slip: Hashable, Sendable {
        /// One digit is another.
        case oneDigit
        /// Two digits stand in each other's place.
        case twoSwapped
    }

    /// The slip that lies between two numbers of 16 digits; `nil` where they are the same, or further apart.
    public static func slip(between one: Int64, and other: Int64) -> Slip? {
        var (one, other) = (one, other)
        var differing: [(Int64, Int64)] = []
        for _ in 0..<16 where one != other {
            if one % 10 != other % 10 {
                guard differing.count < 2 else { return nil }
                differing.append((one % 10, other % 10))
            }
            one /= 10
            other /= 10
        }
        switch differing.count {
        case 1: return .oneDigit
        case 2: return differing[0].0 == differing[1].1 && differing[0].1 == differing[1].0 ? .twoSwapped : nil
        default: return nil
        }
    }
}
