import Foundation

/// How a year's headline comes about: from every enrollment on file to the figure, step by step, each with the names behind it.
public struct Explanation: Hashable, Sendable {
    public var year: Int
    /// Until when what was entered is counted.
    public var cutOff: Date
    /// Whether this is how it stood at an earlier time, read from the log; its names are not the ones of today.
    public var isPast: Bool
    /// The targets of the regency for the year.
    public var targets: [Target]
    /// How many stand at each step.
    public var counts: [Step: Int]

    /// What is counted, in the order in which it is told.
    public enum Step: String, CaseIterable, Sendable, Codable {
        /// All enrollments on file, of every year.
        case onFile
        /// Those of other fiscal years.
        case otherYears
        /// Those of this year.
        case ofYear
        /// Taken away, because they have not taken part.
        case cancelled, registered, dropped
        /// What is left: attending, completed, certified.
        case counted
        /// Enrollments after somebody's first: counted by people, they are taken away too.
        case repeats
        /// Residents who took part, each once.
        case people
        /// Among the people: those with more than one class, from outside the regency, without NIK, with open doubts.
        case severalClasses, outside, noNIK, openDoubts

        /// What the step does to the running sum.
        public var role: Role {
            switch self {
            case .onFile: .start
            case .otherYears, .cancelled, .registered, .dropped, .repeats: .minus
            case .ofYear, .counted, .people: .sum
            case .severalClasses, .outside, .noNIK, .openDoubts: .among
            }
        }
    }

    /// What a step does to the running sum.
    public enum Role: Sendable { case start, minus, sum, among }

    /// An explanation.
    public init(
        year: Int, cutOff: Date, isPast: Bool = false, targets: [Target] = [], counts: [Step: Int] = [:]
    ) {
        self.year = year
        self.cutOff = cutOff
        self.isPast = isPast
        self.targets = targets
        self.counts = counts
    }

    /// The count of a step.
    public subscript(step: Step) -> Int { counts[step] ?? 0 }

    /// How the year stands by it.
    public var achievement: Achievement {
        let regency = targets.filter { $0.scope == .regency }
        return Achievement(
            year: year, original: regency.first { $0.stage == .original }?.count,
            revised: regency.first { $0.stage == .revised }?.count,
            rule: target?.rule ?? .people, people: self[.people], enrollments: self[.counted],
            beside: [.registered: self[.registered], .dropped: self[.dropped], .cancelled: self[.cancelled]])
    }

    /// The target in force.
    public var target: Target? { targets.inForce(for: .regency) }

    /// The names behind a step, as they are today.
    public static func figure(_ step: Step, of year: Int) -> Figure {
        let all = Set(EnrollmentStatus.allCases)
        switch step {
        case .onFile: return Figure(year: nil, statuses: all, unit: .enrollments)
        case .otherYears:
            var figure = Figure(year: nil, statuses: all, unit: .enrollments)
            figure.otherYearThan = year
            return figure
        case .ofYear: return Figure(year: year, statuses: all, unit: .enrollments)
        case .cancelled: return Figure(year: year, statuses: [.cancelled], unit: .enrollments)
        case .registered: return Figure(year: year, statuses: [.registered], unit: .enrollments)
        case .dropped: return Figure(year: year, statuses: [.dropped], unit: .enrollments)
        case .counted: return Figure(year: year, unit: .enrollments)
        case .repeats: return Figure(year: year, unit: .repeats(across: []))
        case .people: return Figure(year: year)
        case .severalClasses: return Figure(year: year, trait: .severalClasses)
        case .outside: return Figure(year: year).part(.kecamatan, Total.outsideCode)
        case .noNIK: return Figure(year: year, trait: .noNIK)
        case .openDoubts: return Figure(year: year, trait: .openDoubts)
        }
    }
}

/// Counts the steps of an explanation from enrollments given one by one.
public struct ExplanationCounter {
    /// What an explanation asks of one enrollment.
    public struct Entry: Sendable {
        public var participant: Int64
        public var year: Int
        public var status: EnrollmentStatus
        public var isOutside: Bool
        public var hasNIK: Bool
        public var hasOpenDoubts: Bool

        public init(
            participant: Int64, year: Int, status: EnrollmentStatus, isOutside: Bool, hasNIK: Bool, hasOpenDoubts: Bool
        ) {
            self.participant = participant
            self.year = year
            self.status = status
            self.isOutside = isOutside
            self.hasNIK = hasNIK
            self.hasOpenDoubts = hasOpenDoubts
        }
    }

    private let year: Int
    private var counts: [Explanation.Step: Int] = [:]
    private var classes: [Int64: Int] = [:]

    /// A counter of one fiscal year's headline.
    public init(year: Int) { self.year = year }

    /// Takes one enrollment.
    public mutating func add(_ entry: Entry) {
        counts[.onFile, default: 0] += 1
        guard entry.year == year else {
            counts[.otherYears, default: 0] += 1
            return
        }
        counts[.ofYear, default: 0] += 1
        switch entry.status {
        case .cancelled: counts[.cancelled, default: 0] += 1
        case .registered: counts[.registered, default: 0] += 1
        case .dropped: counts[.dropped, default: 0] += 1
        case .attending, .completed, .certified: count(entry)
        }
    }

    private mutating func count(_ entry: Entry) {
        counts[.counted, default: 0] += 1
        let earlier = classes[entry.participant, default: 0]
        classes[entry.participant] = earlier + 1
        if earlier == 1 { counts[.severalClasses, default: 0] += 1 }
        guard earlier == 0 else {
            counts[.repeats, default: 0] += 1
            return
        }
        counts[.people, default: 0] += 1
        if entry.isOutside { counts[.outside, default: 0] += 1 }
        if !entry.hasNIK { counts[.noNIK, default: 0] += 1 }
        if entry.hasOpenDoubts { counts[.openDoubts, default: 0] += 1 }
    }

    /// The counts of all that was taken.
    public var steps: [Explanation.Step: Int] { counts }
}
