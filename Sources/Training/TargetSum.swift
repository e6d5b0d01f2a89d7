/// What the targets of the parts of one kind add up to, beside the whole's: they need not be the same.
public struct TargetSum: Hashable, Sendable {
    /// What the parts are.
    public var kind: Kind
    /// The sum of the parts' targets in force.
    public var sum: Int
    /// How many parts have a target.
    public var parts: Int
    /// The whole's target in force: the regency's, or for years the term's.
    public var whole: Target?

    /// The ways in which a target is divided.
    public enum Kind: CaseIterable, Sendable {
        case kecamatan, track, organizer
        /// The years of a term.
        case years
    }

    public init(kind: Kind, sum: Int, parts: Int, whole: Target?) {
        self.kind = kind
        self.sum = sum
        self.parts = parts
        self.whole = whole
    }

    /// By how much the whole exceeds its parts; negative where they are more. `nil` without a target of the whole.
    public var gap: Int? { whole.map { $0.count - sum } }
}

extension Sequence where Element == Target {
    /// What the parts of a year's target add up to, and what the years of the terms that the year is in do.
    ///
    /// Kinds of which no part has a target are left out.
    public func sums(of year: Int) -> [TargetSum] {
        let ofYear = filter { $0.year == year }
        let whole = ofYear.inForce(for: .regency)
        let kinds: [(TargetSum.Kind, (Target.Scope) -> Bool)] = [
            (.kecamatan, { if case .kecamatan = $0 { true } else { false } }),
            (.track, { if case .track = $0 { true } else { false } }),
            (.organizer, { if case .organizer = $0 { true } else { false } }),
        ]
        let parts = kinds.compactMap { kind, isPart -> TargetSum? in
            let (sum, parts) = ofYear.sum(ofParts: isPart)
            return parts > 0 ? TargetSum(kind: kind, sum: sum, parts: parts, whole: whole) : nil
        }
        return parts + terms(around: year).compactMap(sum(ofYearsOf:))
    }

    /// The targets in force of the terms that a year is in.
    public func terms(around year: Int) -> [Target] {
        let terms = filter {
            if case .term = $0.scope { $0.years.contains(year) } else { false }
        }
        let spans = Set(terms.map(\.years)).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        return spans.compactMap { span in
            terms.filter { $0.years == span }.inForce(for: .term(through: span.upperBound))
        }
    }

    private func sum(ofYearsOf term: Target) -> TargetSum? {
        let counts = term.years.compactMap { year in filter { $0.year == year }.inForce(for: .regency)?.count }
        guard !counts.isEmpty else { return nil }
        return TargetSum(kind: .years, sum: counts.reduce(0, +), parts: counts.count, whole: term)
    }
}
