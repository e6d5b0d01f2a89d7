/// What totals can be taken by.
public enum Dimension: String, CaseIterable, Sendable {
    case kecamatan, desa, track, program, organizer, funding, month, sex, age

    /// Whether somebody has just one of it, whatever they join. Counting by it never counts anybody twice, and is quick.
    public var isOfPerson: Bool {
        switch self {
        case .kecamatan, .desa, .sex: true
        case .track, .program, .organizer, .funding, .month, .age: false
        }
    }
}

/// How old somebody is on the first day of a class, in the bands of labour statistics.
public enum AgeGroup: Int, CaseIterable, Sendable {
    case under15, from15, from25, from35, from45, from55, from65

    /// The first and the last whole year of the group.
    public var years: ClosedRange<Int> {
        switch self {
        case .under15: -200...14
        case .from15: 15...24
        case .from25: 25...34
        case .from35: 35...44
        case .from45: 45...54
        case .from55: 55...64
        case .from65: 65...400
        }
    }

    /// The group of an age in whole years.
    public init(age: Int) { self = Self.allCases.last { $0.years.lowerBound <= age } ?? .under15 }

    /// The group as files and the screen name it: `15-24`.
    public var code: String {
        switch self {
        case .under15: "0-14"
        case .from65: "65+"
        default: "\(years.lowerBound)-\(years.upperBound)"
        }
    }

    /// The group that has this code.
    public init?(code: String) {
        guard let group = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = group
    }
}
