/// A share of a target in tenths of a percent, cut and never rounded up: an official figure may not overstate.
public struct Percent: Hashable, Comparable, Sendable {
    /// Tenths of a percent: 3876 for 387,6 %.
    public let tenths: Int

    /// The share that `count` is of `target`, cut to one decimal; `nil` where there is no target.
    public init?(_ count: Int, of target: Int?) {
        guard let target, target > 0, count >= 0 else { return nil }
        // Full-width arithmetic loses no digit; a share too large for a number, which no count on file has, is cut too.
        let product = UInt(count).multipliedFullWidth(by: 1000)
        let whole = UInt(target)
        tenths = product.high < whole ? Int(clamping: whole.dividingFullWidth(product).quotient) : .max
    }

    public static func < (one: Percent, other: Percent) -> Bool { one.tenths < other.tenths }
}

/// How a year stands against its target: the gauge (Capaian).
public struct Achievement: Hashable, Sendable {
    /// The fiscal year.
    public var year: Int
    /// The count the year began with.
    public var original: Int?
    /// The count it was changed to.
    public var revised: Int?
    /// What is counted against the target.
    public var rule: CountingRule
    /// Residents who took part, each once.
    public var people: Int
    /// Enrollments that count.
    public var enrollments: Int
    /// Enrollments beside the figure, by status: registered, dropped and cancelled.
    public var beside: [EnrollmentStatus: Int]

    /// A year's standing.
    public init(
        year: Int, original: Int? = nil, revised: Int? = nil, rule: CountingRule = .people,
        people: Int = 0, enrollments: Int = 0, beside: [EnrollmentStatus: Int] = [:]
    ) {
        self.year = year
        self.original = original
        self.revised = revised
        self.rule = rule
        self.people = people
        self.enrollments = enrollments
        self.beside = beside
    }

    /// The target in force: the revised one where there is one.
    public var target: Int? { revised ?? original }

    /// The figure that the target's rule asks for.
    public var count: Int { rule == .people ? people : enrollments }

    /// The figure's share of the target in force.
    public var percent: Percent? { Percent(count, of: target) }

    /// How often the target in force has been met in full; 0 without a target.
    public var laps: Int { target.map { $0 > 0 ? count / $0 : 0 } ?? 0 }
}
