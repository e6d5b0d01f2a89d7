/// What is taught, for one fiscal year (Program).
public struct Program: Hashable, Sendable {
    /// A short code, unique on file.
    public var code: Code
    /// What it is called.
    public var title: String
    /// The fiscal year that pays for it and that its participants count in.
    public var year: Int
    /// Which of the three tracks it belongs to.
    public var track: Track
    /// The vocation (kejuruan): sewing, welding, …
    public var vocation: String?
    /// Who holds it.
    public var organizer: ID<Organizer>?
    /// What it is paid from.
    public var funding: Funding?
    /// The competency standard's code (SKKNI); competency track only.
    public var skkni: String?
    /// The council member whose pokok-pokok pikiran asked for it; non-competency track only.
    public var pokirProposer: String?
    /// The proposal's reference; non-competency track only.
    public var pokirReference: String?
    /// When follow-ups are due after a class's last day, in months, rising; `nil` for ``FollowUp/usualMarks``.
    public var followUpMarks: [Int]?

    /// A program with everything on file about it.
    public init(
        code: Code, title: String, year: Int, track: Track, vocation: String? = nil,
        organizer: ID<Organizer>? = nil, funding: Funding? = nil, skkni: String? = nil,
        pokirProposer: String? = nil, pokirReference: String? = nil, followUpMarks: [Int]? = nil
    ) {
        self.code = code
        self.title = title
        self.year = year
        self.track = track
        self.vocation = vocation
        self.organizer = organizer
        self.funding = funding
        self.skkni = skkni
        self.pokirProposer = pokirProposer
        self.pokirReference = pokirReference
        self.followUpMarks = followUpMarks
    }

    /// Whether these can be a schedule of follow-ups: months from 1 to 60, rising, six at most.
    public static func isSchedule(_ marks: [Int]) -> Bool {
        (1...6).contains(marks.count) && marks.allSatisfy((1...60).contains)
            && zip(marks, marks.dropFirst()).allSatisfy { $0 < $1 }
    }
}

/// The three tracks of training (Jalur).
public enum Track: String, CaseIterable, Sendable, Codable {
    /// Berbasis masyarakat: self-employment, micro and small business.
    case community
    /// Berbasis kompetensi: to the national standards, for formal work.
    case competency
    /// Nonkompetensi: asked for by residents through council members.
    case nonCompetency = "non-competency"
}

/// What pays for a program (Sumber dana).
public enum Funding: String, CaseIterable, Sendable, Codable {
    /// The regency's budget.
    case apbd
    /// The state's budget.
    case apbn
    /// A company's social responsibility.
    case csr
    /// A council member's proposals.
    case pokir
    /// The participants themselves.
    case selfFunded = "self"
}
