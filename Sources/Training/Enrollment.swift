/// One participant in one class (Keikutsertaan).
public struct Enrollment: Hashable, Sendable {
    /// Who takes part.
    public var participant: ID<Participant>
    /// In which class.
    public var trainingClass: ID<TrainingClass>
    /// How it stands, and since when.
    public var standing: EnrollmentStanding

    /// Joins participant, class and standing.
    public init(
        participant: ID<Participant>, trainingClass: ID<TrainingClass>, standing: EnrollmentStanding
    ) {
        self.participant = participant
        self.trainingClass = trainingClass
        self.standing = standing
    }
}

/// How far an enrollment has come, in the order in which it usually does.
public enum EnrollmentStatus: String, CaseIterable, Sendable, Codable {
    case registered, attending, completed, certified, dropped, cancelled

    /// Whether an enrollment of this status has taken part, and so counts in its fiscal year's figure.
    public var counts: Bool {
        switch self {
        case .attending, .completed, .certified: true
        case .registered, .dropped, .cancelled: false
        }
    }
}

/// A status with the day it holds from, and what that status must carry.
public enum EnrollmentStanding: Hashable, Sendable {
    case registered(on: CalendarDate)
    case attending(on: CalendarDate)
    case completed(on: CalendarDate)
    /// With the certificate's number.
    case certified(on: CalendarDate, number: String)
    /// With the reason given.
    case dropped(on: CalendarDate, reason: String)
    case cancelled(on: CalendarDate)

    /// Joins a status with its day and what it must carry.
    ///
    /// - Parameter detail: the certificate's number or the reason for dropping out; not looked at for other statuses.
    /// - Returns: `nil` where a certificate has no number or a drop-out no reason.
    public init?(_ status: EnrollmentStatus, on date: CalendarDate, detail: String? = nil) {
        switch (status, detail?.fieldText) {
        case (.registered, _): self = .registered(on: date)
        case (.attending, _): self = .attending(on: date)
        case (.completed, _): self = .completed(on: date)
        case (.certified, let number?): self = .certified(on: date, number: number)
        case (.dropped, let reason?): self = .dropped(on: date, reason: reason)
        case (.cancelled, _): self = .cancelled(on: date)
        case (.certified, nil), (.dropped, nil): return nil
        }
    }

    /// What a new enrollment gets: attending where the class has started by `today`, else registered.
    public static func new(in trainingClass: TrainingClass, today: CalendarDate) -> Self {
        trainingClass.start <= today ? .attending(on: today) : .registered(on: today)
    }

    /// The bare status.
    public var status: EnrollmentStatus {
        switch self {
        case .registered: .registered
        case .attending: .attending
        case .completed: .completed
        case .certified: .certified
        case .dropped: .dropped
        case .cancelled: .cancelled
        }
    }

    /// The day since when it holds.
    public var date: CalendarDate {
        switch self {
        case .registered(let date), .attending(let date), .completed(let date),
            .cancelled(let date), .certified(let date, _), .dropped(let date, _):
            date
        }
    }

    /// The certificate's number or the reason for dropping out.
    public var detail: String? {
        switch self {
        case .certified(_, let detail), .dropped(_, let detail): detail
        case .registered, .attending, .completed, .cancelled: nil
        }
    }
}
