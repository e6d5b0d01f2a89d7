import Foundation

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
    /// The day of that document.
    public var sourceDate: CalendarDate?

    /// Whom a target is set for.
    public enum Scope: Hashable, Sendable {
        case regency
        case kecamatan(RegionCode)
        case track(Track)
        case organizer(ID<Organizer>)
        /// The regency over several fiscal years, from the target's own year through this one: a goal of the term.
        case term(through: Int)
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
        rule: CountingRule = .people, source: String? = nil, sourceDate: CalendarDate? = nil
    ) {
        self.year = year
        self.scope = scope
        self.stage = stage
        self.count = count
        self.rule = rule
        self.source = source
        self.sourceDate = sourceDate
    }

    /// The fiscal years it is set for: one, or those of a term.
    public var years: ClosedRange<Int> {
        if case .term(let last) = scope { year...max(year, last) } else { year...year }
    }
}

extension Sequence where Element == Target {
    /// The target in force for a scope: the revised one where there is one.
    public func inForce(for scope: Target.Scope) -> Target? {
        let found = filter { $0.scope == scope }
        return found.first { $0.stage == .revised } ?? found.first
    }

    /// The sum of the targets in force for the parts of one kind, kecamatan for instance, and how many parts have one.
    ///
    /// It need not be the whole's: where it is not, both are shown.
    public func sum(ofParts isPart: (Target.Scope) -> Bool) -> (count: Int, parts: Int) {
        let scopes = Set(map(\.scope).filter(isPart))
        let counts = scopes.compactMap { inForce(for: $0)?.count }
        return (counts.reduce(0, +), counts.count)
    }
}

/// A target as it stood in the file over some time: the log's answer to which target held on which day.
public struct TargetVersion: Hashable, Sendable {
    public var target: Target
    /// When it was entered, and by whom.
    public var from: Date
    public var by: Author
    /// When another took its place, or it was taken back; `nil` while it holds.
    public var until: Date?

    /// A target over some time.
    public init(target: Target, from: Date, by: Author, until: Date? = nil) {
        self.target = target
        self.from = from
        self.by = by
        self.until = until
    }
}

/// What is counted against a target.
public enum CountingRule: String, CaseIterable, Sendable, Codable {
    /// A participant counts once a year.
    case people
    /// Every enrollment counts.
    case enrollments
}
