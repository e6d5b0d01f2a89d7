/// One look at what became of an enrollment (Pemantauan): somebody went or called, and reached the person or did not.
///
/// What is due is never entered: it follows from the class's last day and the program's schedule. What is entered is what was done.
public struct FollowUp: Hashable, Sendable {
    /// Of which enrollment.
    public var enrollment: ID<Enrollment>
    /// Which of the schedule's checks this is, by the months after the class's last day.
    public var mark: Int
    /// The day.
    public var date: CalendarDate
    /// Who went or called.
    public var visitor: String
    /// How.
    public var method: Method
    /// Whether the person, or somebody who knows, was reached. If not, it is an attempt.
    public var isReached: Bool
    /// When the next try is to be, after an attempt.
    public var nextTry: CalendarDate?
    /// Anything else.
    public var note: String?

    /// How somebody is reached.
    public enum Method: String, CaseIterable, Sendable, Codable {
        /// Kunjungan.
        case visit
        /// Telepon.
        case phone
        /// Pesan.
        case message
    }

    /// After so many attempts that reached nobody, somebody counts as unreachable.
    public static let attempts = 3

    /// When checks are due after the last day of a class, in months, unless the program says otherwise.
    public static let usualMarks = [3, 6, 12]

    /// A check, or an attempt at one.
    public init(
        enrollment: ID<Enrollment>, mark: Int, date: CalendarDate, visitor: String, method: Method, isReached: Bool,
        nextTry: CalendarDate? = nil, note: String? = nil
    ) {
        self.enrollment = enrollment
        self.mark = mark
        self.date = date
        self.visitor = visitor
        self.method = method
        self.isReached = isReached
        self.nextTry = nextTry
        self.note = note
    }
}

/// A check that the schedule asks for.
public struct DueFollowUp: Hashable, Sendable {
    /// Whose, in which class.
    public var person: ParticipantRow
    public var enrollment: ID<Enrollment>
    public var phone: PhoneNumber?
    public var trainingClass: Code
    /// What they learned: the program's title.
    public var program: String
    /// Which of the schedule's checks, by the months after the class's last day.
    public var mark: Int
    /// The day it is due.
    public var dueOn: CalendarDate
    /// How it stands.
    public var state: State
    /// Attempts that reached nobody.
    public var attempts: Int
    /// When the next try is to be, after an attempt.
    public var nextTry: CalendarDate?
    /// Who is to go, where the check was given to somebody.
    public var visitor: String?
    /// The code on paper, where it was given one.
    public var code: LabelCode?
    /// What is known of the person by now.
    public var latest: Outcome.Kind?

    /// How a check stands.
    public enum State: String, CaseIterable, Sendable, Codable {
        /// Its day has not come.
        case upcoming
        /// Its day is today, or within the month past.
        case due
        /// Its day is more than a month past. It stays late until somebody goes.
        case late
        /// Somebody was reached, or counts as unreachable after three attempts.
        case done
    }

    /// After so many days a due check is late.
    public static let daysOfGrace = 30

    public init(
        person: ParticipantRow, enrollment: ID<Enrollment>, phone: PhoneNumber? = nil, trainingClass: Code,
        program: String, mark: Int, dueOn: CalendarDate, state: State, attempts: Int = 0,
        nextTry: CalendarDate? = nil, visitor: String? = nil, code: LabelCode? = nil, latest: Outcome.Kind? = nil
    ) {
        self.person = person
        self.enrollment = enrollment
        self.phone = phone
        self.trainingClass = trainingClass
        self.program = program
        self.mark = mark
        self.dueOn = dueOn
        self.state = state
        self.attempts = attempts
        self.nextTry = nextTry
        self.visitor = visitor
        self.code = code
        self.latest = latest
    }

    /// How many days past its day it is; 0 before.
    public func daysLate(_ today: CalendarDate) -> Int { max(0, today.daysSince1970 - dueOn.daysSince1970) }
}

/// Which checks a list shows.
public struct FollowUpQuery: Hashable, Sendable {
    /// Only in this kecamatan or desa.
    public var region: ParticipantQuery.RegionFilter?
    /// Only those given to this visitor.
    public var visitor: String?
    /// Only in these states.
    public var states: Set<DueFollowUp.State>
    /// Only of this enrollment.
    public var enrollment: ID<Enrollment>?
    /// Only up to this day, besides those that are late.
    public var through: CalendarDate?

    /// What is due or late.
    public init(
        region: ParticipantQuery.RegionFilter? = nil, visitor: String? = nil,
        states: Set<DueFollowUp.State> = [.due, .late], enrollment: ID<Enrollment>? = nil,
        through: CalendarDate? = nil
    ) {
        self.region = region
        self.visitor = visitor
        self.states = states
        self.enrollment = enrollment
        self.through = through
    }
}

/// How the checks of a place stand.
public struct FollowUpCount: Hashable, Sendable {
    /// The kecamatan or desa, or ``Total/outsideCode``.
    public var code: String
    public var counts: [DueFollowUp.State: Int]

    public init(code: String, counts: [DueFollowUp.State: Int]) {
        self.code = code
        self.counts = counts
    }
}

extension CalendarDate {
    /// The same day so many months later; the month's last where it has no such day.
    public func adding(months: Int) -> CalendarDate {
        let month = self.year * 12 + self.month - 1 + months
        let (year, place) = (month / 12, month % 12 + 1)
        let day = min(self.day, Self.lastDay(ofMonth: place, year: year))
        return CalendarDate(year: year, month: place, day: day) ?? self
    }
}
