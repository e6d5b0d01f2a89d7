/// How far a year should be by today (Laju), in two ways of reckoning: neither is the target, both are marks on the gauge.
public struct Pace: Hashable, Sendable {
    /// Seats of the classes that have begun.
    public var seatsBegun: Int
    /// Seats of all classes planned.
    public var seatsPlanned: Int
    /// The days of the fiscal year that have passed, today among them.
    public let daysPassed: Int
    /// All days of the fiscal year.
    public let daysOfYear: Int

    /// The pace of a year on a day. The fiscal year is the calendar year (UU 17/2003, article 4).
    public init(year: Int, today: CalendarDate, seatsBegun: Int, seatsPlanned: Int) {
        self.seatsBegun = seatsBegun
        self.seatsPlanned = seatsPlanned
        let first = CalendarDate(year: year, month: 1, day: 1)?.daysSince1970 ?? 0
        let last = CalendarDate(year: year, month: 12, day: 31)?.daysSince1970 ?? 0
        daysOfYear = last - first + 1
        daysPassed = min(max(today.daysSince1970 - first + 1, 0), daysOfYear)
    }

    /// How many of a target are expected by today, by days; cut.
    public func expectedByDays(of target: Int) -> Int { target * daysPassed / daysOfYear }

    /// How many of a target are expected by today, by seats; `nil` where no class is planned.
    public func expectedBySeats(of target: Int) -> Int? {
        seatsPlanned > 0 ? target * seatsBegun / seatsPlanned : nil
    }
}

/// How many enrollments somebody entered since some time that count in a year.
public struct EntryCount: Hashable, Sendable {
    /// The operator.
    public var name: String
    public var enrollments: Int

    public init(name: String, enrollments: Int) {
        self.name = name
        self.enrollments = enrollments
    }
}

/// How many people live in a kecamatan, as a source gives it; what is reached can be measured against it.
public struct Residents: Hashable, Sendable {
    /// The kecamatan.
    public var kecamatan: RegionCode
    /// How many, at least 1.
    public var count: Int
    /// Where the number is from.
    public var source: String?

    public init(kecamatan: RegionCode, count: Int, source: String? = nil) {
        self.kecamatan = kecamatan
        self.count = count
        self.source = source
    }
}
