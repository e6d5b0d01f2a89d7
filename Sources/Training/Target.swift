/// How many are to take part in a fiscal year (Target).
public struct Target: Hashable, Sendable {
    /// The fiscal year.
    public var year: Int
    /// Whom the count is set for.
    public var scope: Scope
    /// Whether this is the count the year began with or the one it was changed to.
    public var stage: Stage
    /// How many, at least 1.
    public var count: Int
    /// What is counted against it.
    public var rule: CountingRule
    /// The document that sets it.
    public var source: String?

    /// Whom a target is set for.
    public enum Scope: Hashable, Sendable {
        case regency
        case kecamatan(RegionCode)
        case track(Track)
        case organizer(ID<Organizer>)
    }

    /// The two counts a year can have.
    public enum Stage: String, CaseIterable, Sendable, Codable {
        /// The count the year began with.
        case original
        /// The count after the budget's revision (perubahan).
        case revised
    }

    /// A target with everything on file about it.
    public init(
        year: Int, scope: Scope = .regency, stage: Stage = .original, count: Int,
        rule: CountingRule = .people, source: String? = nil
    ) {
        self.year = year
        self.scope = scope
        self.stage = stage
        self.count = count
        self.rule = rule
        self.source = source
    }
}

/// What is counted against a target.
public enum CountingRule: String, CaseIterable, Sendable, Codable {
    /// A participant counts once a year.
    case people
    /// Every enrollment counts.
    case enrollments
}
