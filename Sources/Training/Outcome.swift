/// What became of somebody after a class (Hasil), as it was on one day. A change is a new fact; none is overwritten.
public struct Outcome: Hashable, Sendable {
    /// After which enrollment.
    public var enrollment: ID<Enrollment>
    /// The day it was found so.
    public var date: CalendarDate
    /// What was found.
    public var fact: Fact
    /// Anything else.
    public var note: String?

    /// What somebody does, with what is known of it.
    public enum Fact: Hashable, Sendable {
        case working(Work)
        case selfEmployed(Business)
        case studying
        case notUsing(Reason)
        case unreachable
    }

    /// What somebody does, in a word.
    public enum Kind: String, CaseIterable, Sendable, Codable {
        /// Bekerja.
        case working
        /// Wirausaha.
        case selfEmployed = "self-employed"
        /// Belajar lagi.
        case studying
        /// Belum memanfaatkan.
        case notUsing = "not-using"
        /// Tidak terjangkau.
        case unreachable
    }

    /// A job.
    public struct Work: Hashable, Sendable {
        public var employer: String?
        public var sector: Sector?
        /// Whether it is formal work; `nil` where that is not known.
        public var isFormal: Bool?
        /// Whether it uses what was learned.
        public var isRelated: Bool
        public var wage: IncomeBand?

        public init(
            employer: String? = nil, sector: Sector? = nil, isFormal: Bool? = nil, isRelated: Bool,
            wage: IncomeBand? = nil
        ) {
            self.employer = employer
            self.sector = sector
            self.isFormal = isFormal
            self.isRelated = isRelated
            self.wage = wage
        }
    }

    /// A business.
    public struct Business: Hashable, Sendable {
        public var name: String?
        public var sector: Sector?
        /// The business number (NIB): 13 digits.
        public var nib: String?
        public var turnover: IncomeBand?
        /// People taken on.
        public var workers: Int
        /// How many of them are from training, and so participants themselves.
        public var trainedWorkers: Int

        public init(
            name: String? = nil, sector: Sector? = nil, nib: String? = nil, turnover: IncomeBand? = nil,
            workers: Int = 0, trainedWorkers: Int = 0
        ) {
            self.name = name
            self.sector = sector
            self.nib = nib
            self.turnover = turnover
            self.workers = workers
            self.trainedWorkers = trainedWorkers
        }
    }

    /// Branches of trade, as few as a clerk can choose from at once.
    public enum Sector: String, CaseIterable, Sendable, Codable {
        case agriculture, mining, manufacturing, construction, trade, transport, food, services, technology, government
    }

    /// What a month brings, in rupiah.
    public enum IncomeBand: String, CaseIterable, Sendable, Codable {
        case under1 = "under-1m"
        case to2 = "1m-2m"
        case to3 = "2m-3m"
        case to5 = "3m-5m"
        case over5 = "over-5m"
    }

    /// Why somebody does not use what they learned.
    public enum Reason: String, CaseIterable, Sendable, Codable {
        case noJob = "no-job"
        case noCapital = "no-capital"
        case noEquipment = "no-equipment"
        case noMarket = "no-market"
        case family, health
        case otherWork = "other-work"
        case other
    }

    public init(enrollment: ID<Enrollment>, date: CalendarDate, fact: Fact, note: String? = nil) {
        self.enrollment = enrollment
        self.date = date
        self.fact = fact
        self.note = note
    }
}

extension Outcome.Fact {
    /// What somebody does, in a word.
    public var kind: Outcome.Kind {
        switch self {
        case .working: .working
        case .selfEmployed: .selfEmployed
        case .studying: .studying
        case .notUsing: .notUsing
        case .unreachable: .unreachable
        }
    }

    /// Whether what was learned is used: a business, or related work.
    public var usesTraining: Bool {
        switch self {
        case .working(let work): work.isRelated
        case .selfEmployed: true
        case .studying, .notUsing, .unreachable: false
        }
    }

    /// Whether somebody works or runs a business, related or not.
    public var earns: Bool { kind == .working || kind == .selfEmployed }
}

/// One step of somebody's path after registration: a status, or what was found later.
public struct PathStep: Hashable, Sendable {
    public var date: CalendarDate
    public var trainingClass: Code
    public var event: Event

    /// What happened.
    public enum Event: Hashable, Sendable {
        case status(EnrollmentStatus)
        case outcome(Outcome.Fact)
        case received(Equipment)
    }

    public init(date: CalendarDate, trainingClass: Code, event: Event) {
        self.date = date
        self.trainingClass = trainingClass
        self.event = event
    }
}

/// The ladder of one line of a table: from taking part to a business that stands.
///
/// Every step counts enrollments' people once in the line. Rates are given with both denominators, and with bounds: had none, or had
/// all, of those who were not reached done as those who were.
public struct OutcomeLadder: Hashable, Sendable {
    /// The line, as ``Total`` has it.
    public var code: String
    public var name: String?
    /// How many people stand on each step.
    public var counts: [Step: Int]
    /// People taken on by businesses of participants, without those who are participants themselves.
    public var workersAbsorbed: Int

    /// The steps, each a part of the one before but for the last two pairs, which are parts of ``reached``.
    public enum Step: String, CaseIterable, Sendable, Codable {
        case tookPart = "took_part"
        case completed, certified
        /// Had a check due by now.
        case due
        /// Was reached at one at least.
        case reached
        /// Uses the training, by what was found last.
        case using
        case working
        case selfEmployed = "self_employed"
        /// Works or runs a business still, by a check at twelve months or later.
        case standing
    }

    public init(code: String, name: String?, counts: [Step: Int], workersAbsorbed: Int) {
        self.code = code
        self.name = name
        self.counts = counts
        self.workersAbsorbed = workersAbsorbed
    }

    public subscript(step: Step) -> Int { counts[step] ?? 0 }

    /// The share who use the training, of those reached.
    public var usingOfReached: Percent? { Percent(self[.using], of: self[.reached]) }
    /// The share who use the training, of all who were due: the lower bound, as if nobody unreached did.
    public var usingOfDue: Percent? { Percent(self[.using], of: self[.due]) }
    /// The upper bound, as if everybody unreached did.
    public var usingAtMost: Percent? { Percent(self[.using] + self[.due] - self[.reached], of: self[.due]) }
}
