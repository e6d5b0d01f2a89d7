/// A list of alumni who may fit an opening or an advanced class (Pemanggilan kembali), with what came of asking them.
public struct Recall: Hashable, Sendable {
    /// What it is for.
    public var title: String
    /// The day it was made.
    public var date: CalendarDate
    /// How they were found, in words.
    public var criteria: String

    public init(title: String, date: CalendarDate, criteria: String) {
        self.title = title
        self.date = date
        self.criteria = criteria
    }
}

/// One of those on a list of recall.
public struct RecallEntry: Hashable, Sendable {
    public var recall: ID<Recall>
    public var participant: ID<Participant>
    public var state: State
    /// The day of the state.
    public var date: CalendarDate
    public var note: String?

    /// How far it has come.
    public enum State: String, CaseIterable, Sendable, Codable {
        case listed, asked, willing, declined, placed
    }

    public init(
        recall: ID<Recall>, participant: ID<Participant>, state: State = .listed, date: CalendarDate,
        note: String? = nil
    ) {
        self.recall = recall
        self.participant = participant
        self.state = state
        self.date = date
        self.note = note
    }
}

/// Whom to look for among those who completed a class.
public struct AlumniQuery: Hashable, Sendable {
    /// Who completed a class of this program, by code, or of this vocation.
    public var program: String?
    public var vocation: String?
    /// Only those with a certificate.
    public var isCertified: Bool
    /// How old on the day, in whole years.
    public var ages: ClosedRange<Int>?
    /// Where they live: any of these.
    public var places: [RegionCode]
    /// What was found of them last: any of these; empty for all.
    public var outcomes: Set<Outcome.Kind>

    public init(
        program: String? = nil, vocation: String? = nil, isCertified: Bool = false, ages: ClosedRange<Int>? = nil,
        places: [RegionCode] = [], outcomes: Set<Outcome.Kind> = []
    ) {
        self.program = program
        self.vocation = vocation
        self.isCertified = isCertified
        self.ages = ages
        self.places = places
        self.outcomes = outcomes
    }
}

extension AlumniQuery {
    /// Reads ages as people write them: `20-30`, or one age.
    public static func ages(typed: String) -> ClosedRange<Int>? {
        let parts = typed.filter { $0 != " " }.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
            .map { Int($0) }
        guard (1...2).contains(parts.count), let first = parts.first ?? nil, let last = parts.last ?? nil,
            (0...150).contains(first), (first...150).contains(last)
        else { return nil }
        return first...last
    }
}

/// One line of a list of alumni.
public struct AlumniLine: Hashable, Sendable {
    public var person: ParticipantRow
    public var phone: PhoneNumber?
    public var program: String
    public var certificate: String?
    public var latest: Outcome.Kind?
    /// How the recall stands with them, in a list that is kept.
    public var entry: Stored<RecallEntry>?

    public init(
        person: ParticipantRow, phone: PhoneNumber?, program: String, certificate: String?, latest: Outcome.Kind?,
        entry: Stored<RecallEntry>? = nil
    ) {
        self.person = person
        self.phone = phone
        self.program = program
        self.certificate = certificate
        self.latest = latest
        self.entry = entry
    }
}

/// What came of one council member's proposal: its classes, people, outcomes and equipment.
public struct PokirTrail: Hashable, Sendable {
    public var proposer: String
    public var reference: String?
    public var program: Stored<Program>
    public var classes: Int
    public var ladder: OutcomeLadder
    public var equipment: Int

    public init(
        proposer: String, reference: String?, program: Stored<Program>, classes: Int, ladder: OutcomeLadder,
        equipment: Int
    ) {
        self.proposer = proposer
        self.reference = reference
        self.program = program
        self.classes = classes
        self.ladder = ladder
        self.equipment = equipment
    }
}
