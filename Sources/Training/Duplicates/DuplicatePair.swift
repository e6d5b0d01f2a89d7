/// Two people on file who may be one.
public struct DuplicatePair: Hashable, Sendable {
    /// The one who rather stays: who has a NIK, or has joined more, or was entered first.
    public var one: ParticipantRow
    public var other: ParticipantRow
    /// Why they are offered.
    public var likeness: Likeness
    /// Whether a clerk was asked about them when one was entered, and the doubt is still open.
    public var isOpenDoubt: Bool

    public init(one: ParticipantRow, other: ParticipantRow, likeness: Likeness, isOpenDoubt: Bool = false) {
        self.one = one
        self.other = other
        self.likeness = likeness
        self.isOpenDoubt = isOpenDoubt
    }
}

/// The pairs that a search found.
public struct DuplicateList: Hashable, Sendable {
    /// Those that clerks were asked about first, then the likeliest.
    public var pairs: [DuplicatePair]
    /// How many were found, those that are not listed included.
    public var total: Int

    public init(pairs: [DuplicatePair] = [], total: Int = 0) {
        self.pairs = pairs
        self.total = total
    }

    /// More than these nobody looks through by hand; once they are settled, the next are found.
    public static let limit = 2_000
}

/// How somebody's record and another's become one.
public struct Merge: Sendable {
    /// The record that stays, with the values that were chosen.
    public var stays: Stored<Participant>
    /// The record that goes; what belongs to it moves to the one that stays.
    public var gone: Stored<Participant>

    /// - Parameters:
    ///   - stays: the record that stays, as it was when the clerk looked.
    ///   - value: what it is to say.
    ///   - gone: the record that goes, as it was when the clerk looked.
    public init(_ stays: Stored<Participant>, saying value: Participant, takesIn gone: Stored<Participant>) {
        self.stays = stays
        self.stays.value = value
        self.gone = gone
    }
}

extension ParticipantField {
    /// The fields of which the record that goes tells something, and the one that stays nothing.
    public static func missing(in stays: Participant, butIn gone: Participant) -> [ParticipantField] {
        allCases.filter { field in
            if field == .residence {
                return stays.residence.desa == nil && gone.residence.desa != nil
                    && stays.residence.kecamatan == gone.residence.kecamatan
            }
            return field.isEmpty(in: stays) && !field.isEmpty(in: gone)
        }
    }
}

extension EnrollmentStatus {
    /// How far somebody has come, where two records of one class become one: what counts outranks what was given up, since a
    /// second record is often cancelled for being a second one.
    public var furtherance: Int {
        switch self {
        case .cancelled: 0
        case .dropped: 1
        case .registered: 2
        case .attending: 3
        case .completed: 4
        case .certified: 5
        }
    }
}
