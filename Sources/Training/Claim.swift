/// A total that an organizer reported for a fiscal year (Klaim), to be compared with the names on file.
public struct Claim: Hashable, Sendable {
    /// Who reported it.
    public var organizer: ID<Organizer>
    /// The fiscal year it was reported for.
    public var year: Int
    /// How many, at least 0.
    public var count: Int
    /// The day of the report.
    public var reportedOn: CalendarDate?
    /// The number of the letter it came with.
    public var letter: String?

    /// A claim with everything on file about it.
    public init(
        organizer: ID<Organizer>, year: Int, count: Int, reportedOn: CalendarDate? = nil, letter: String? = nil
    ) {
        self.organizer = organizer
        self.year = year
        self.count = count
        self.reportedOn = reportedOn
        self.letter = letter
    }
}

/// What an organizer claimed for a year beside the names on file, and what may explain the difference.
public struct Contribution: Hashable, Sendable {
    public var organizer: Stored<Organizer>
    /// The fiscal year.
    public var year: Int
    /// What it reported; `nil` where no report is on file.
    public var claim: Claim?
    /// The names on file that count.
    public var named: Count
    /// What is counted against a claim: the rule of the year's target.
    public var rule: CountingRule
    /// How many stand behind each reason; reasons of nobody are left out.
    public var reasons: [Reason: Int]

    /// Why a claim may differ from the names on file.
    public enum Reason: String, CaseIterable, Sendable, Codable {
        /// Enrollments of people who have another in the organizer's classes: claimed twice, counted once.
        case sameTwice
        /// People without NIK: perhaps not the ones that the organizer means.
        case noNIK
        /// Enrollments still registered, or given up: claimed, but not counted.
        case registered, dropped, cancelled
        /// People from outside the regency: counted, but perhaps not claimed.
        case outside
        /// Enrollments that count in another fiscal year, in classes that began in this calendar year.
        case otherYear
    }

    /// An organizer's contribution.
    public init(
        organizer: Stored<Organizer>, year: Int, claim: Claim?, named: Count, rule: CountingRule,
        reasons: [Reason: Int]
    ) {
        self.organizer = organizer
        self.year = year
        self.claim = claim
        self.named = named
        self.rule = rule
        self.reasons = reasons
    }

    /// What was claimed beyond the names on file; negative where there are more names than were claimed.
    public var difference: Int? { claim.map { $0.count - named.by(rule) } }

    /// The names that count.
    public var figure: Figure { Self.figure(of: organizer.value.code, year, rule) }

    private static func figure(of code: Code, _ year: Int, _ rule: CountingRule) -> Figure {
        Figure(year: year, unit: rule.unit).part(.organizer, code.text)
    }

    /// The names behind a reason.
    public func figure(_ reason: Reason) -> Figure { Self.figure(reason, of: organizer.value.code, year) }

    /// The names behind a reason for one organizer's difference.
    public static func figure(_ reason: Reason, of code: Code, _ year: Int) -> Figure {
        var figure = figure(of: code, year, .enrollments)
        switch reason {
        case .sameTwice: figure.unit = .repeats(across: [])
        case .noNIK:
            figure.unit = .people
            figure.trait = .noNIK
        case .registered: figure.statuses = [.registered]
        case .dropped: figure.statuses = [.dropped]
        case .cancelled: figure.statuses = [.cancelled]
        case .outside:
            figure.unit = .people
            figure.parts.append(Figure.Part(.kecamatan, Total.outsideCode))
        case .otherYear:
            figure.year = nil
            figure.otherYearThan = year
            figure.beginsIn = year
        }
        return figure
    }
}
