/// Which participants a list shows, and in which order.
public struct ParticipantQuery: Hashable, Sendable {
    /// Words sought in name, NIK, desa and class, each from its beginning; empty for all.
    public var words: String
    /// Only those who live in this place: a kecamatan or a desa.
    public var region: RegionFilter?
    /// Only those in this class.
    public var trainingClass: ID<TrainingClass>?
    /// Only those with an enrollment of this status, in the class asked for where there is one.
    public var status: EnrollmentStatus?
    /// Only the names behind this figure; where it counts enrollments, a line for each.
    public var figure: Figure?
    /// The order.
    public var order: Order

    /// Where people live, as a filter.
    public enum RegionFilter: Hashable, Sendable {
        case within(RegionCode)
        /// In this kecamatan, the desa not on file.
        case desaUnknown(in: RegionCode)
        case outside
    }

    /// The orders a list can have.
    public enum Order: String, CaseIterable, Sendable {
        /// By name, ignoring case, accents and titles.
        case name
        /// The last entered first.
        case newest
        /// By kecamatan, within it by name.
        case kecamatan
    }

    /// Everybody by name, unless narrowed.
    public init(
        words: String = "", region: RegionFilter? = nil, trainingClass: ID<TrainingClass>? = nil,
        status: EnrollmentStatus? = nil, figure: Figure? = nil, order: Order = .name
    ) {
        self.words = words
        self.region = region
        self.trainingClass = trainingClass
        self.status = status
        self.figure = figure
        self.order = order
    }

    /// Whether a line is an enrollment rather than a person.
    public var listsEnrollments: Bool { figure.map { $0.unit != .people } ?? false }
}

/// One line of a list of participants.
public struct ParticipantRow: Hashable, Sendable {
    public var id: ID<Participant>
    public var nik: NIK?
    public var name: PersonName
    public var sex: Sex
    public var birthDate: CalendarDate
    public var residence: Residence
    /// The enrollment that the line is, in a list of enrollments.
    public var enrollment: ID<Enrollment>?
    /// The class of ``enrollment``, or else the one joined last, where there is one, with how the enrollment stands.
    public var latestClass: Code?
    public var latestStatus: EnrollmentStatus?

    /// A line of a list.
    public init(
        id: ID<Participant>, nik: NIK?, name: PersonName, sex: Sex, birthDate: CalendarDate,
        residence: Residence, enrollment: ID<Enrollment>? = nil, latestClass: Code? = nil,
        latestStatus: EnrollmentStatus? = nil
    ) {
        self.id = id
        self.nik = nik
        self.name = name
        self.sex = sex
        self.birthDate = birthDate
        self.residence = residence
        self.enrollment = enrollment
        self.latestClass = latestClass
        self.latestStatus = latestStatus
    }

    /// What tells the line from every other of its list: the enrollment's number, or the person's.
    public var lineID: Int64 { enrollment?.rawValue ?? id.rawValue }
}

/// From where a page of a list is read.
public enum PageStart: Hashable, Sendable {
    /// The first rows.
    case first
    /// The last rows.
    case last
    /// The rows that follow a row, or where it is gone, the place where it stood.
    case after(ParticipantRow)
    /// The rows that come before a row.
    case before(ParticipantRow)
    /// The rows from this one on, itself included.
    case from(ParticipantRow)
}

/// Some rows of a list, in its order.
public struct ParticipantPage: Hashable, Sendable {
    public var rows: [ParticipantRow]
    /// Whether there are rows before the first of these.
    public var hasEarlier: Bool
    /// Whether there are rows after the last of these.
    public var hasLater: Bool

    /// Some rows of a list.
    public init(rows: [ParticipantRow], hasEarlier: Bool, hasLater: Bool) {
        self.rows = rows
        self.hasEarlier = hasEarlier
        self.hasLater = hasLater
    }
}

/// How many rows a list has, as far as they were counted.
public enum RowCount: Hashable, Sendable {
    case exactly(Int)
    /// So many were counted, and there are more.
    case moreThan(Int)

    /// - Parameter counted: how many were counted, one beyond `limit` at most.
    public init(_ counted: Int, upTo limit: Int) { self = counted > limit ? .moreThan(limit) : .exactly(counted) }
}
