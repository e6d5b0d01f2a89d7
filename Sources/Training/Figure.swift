import Foundation

/// What a number on a screen counts, said so that the names behind it can be listed.
///
/// Every total, every step of an explanation and every difference is counted by one of these, so that the list is as long as the
/// number says.
public struct Figure: Hashable, Sendable {
    /// Only classes of this fiscal year; `nil` for all years.
    public var year: Int?
    /// Only classes of a fiscal year other than this.
    public var otherYearThan: Int?
    /// Only enrollments of these statuses.
    public var statuses: Set<EnrollmentStatus>
    /// Only what belongs to every one of these parts.
    public var parts: [Part]
    /// Whether people are counted, or enrollments.
    public var unit: Unit
    /// Only people of whom this is true.
    public var trait: Trait?
    /// Only enrollments that have come this far, by what was found of them.
    public var stage: Stage?
    /// Only enrollments entered since then.
    public var entered: Entered?
    /// Only classes that begin in this calendar year.
    public var beginsIn: Int?

    /// One line of a table of totals: its dimension and its code, as ``Total/code`` has it.
    public struct Part: Hashable, Sendable {
        public var dimension: Dimension
        public var code: String

        public init(_ dimension: Dimension, _ code: String) {
            self.dimension = dimension
            self.code = code
        }
    }

    /// What is counted, and so what a line of the list is.
    public enum Unit: Hashable, Sendable {
        /// People, each once.
        case people
        /// Enrollments: somebody stands in the list once for each.
        case enrollments
        /// What counting people once takes away: enrollments after somebody's first.
        ///
        /// With dimensions, those that put somebody into a further line of a table taken by them: the overlap of its lines.
        case repeats(across: [Dimension])
    }

    /// What people can be told apart by beyond the dimensions.
    public enum Trait: String, Hashable, Sendable {
        /// Has more than one of the enrollments asked for.
        case severalClasses
        /// Has no NIK yet.
        case noNIK
        /// Has a doubt that is not settled.
        case openDoubts
    }

    /// A step of the ladder of outcomes, on a day.
    public struct Stage: Hashable, Sendable {
        public var step: OutcomeLadder.Step
        public var today: CalendarDate

        public init(_ step: OutcomeLadder.Step, today: CalendarDate) {
            self.step = step
            self.today = today
        }
    }

    /// Since when something was entered, and by whom. Made-up data are nobody's work and left out.
    public struct Entered: Hashable, Sendable {
        public var since: Date
        /// Only by this operator, at whichever desk; `nil` for everybody.
        public var by: String?

        public init(since: Date, by: String? = nil) {
            self.since = since
            self.by = by
        }
    }

    /// The statuses that count.
    public static let countedStatuses = Set(EnrollmentStatus.allCases.filter(\.counts))

    /// The figure of a fiscal year, or a part of it.
    public init(
        year: Int?, statuses: Set<EnrollmentStatus> = Figure.countedStatuses, parts: [Part] = [],
        unit: Unit = .people, trait: Trait? = nil, stage: Stage? = nil, entered: Entered? = nil, beginsIn: Int? = nil
    ) {
        self.year = year
        self.statuses = statuses
        self.parts = parts
        self.unit = unit
        self.trait = trait
        self.stage = stage
        self.entered = entered
        self.beginsIn = beginsIn
    }

    /// The same, of one more part.
    public func part(_ dimension: Dimension, _ code: String) -> Figure {
        var figure = self
        figure.parts.append(Part(dimension, code))
        return figure
    }

    /// The same, counted in another unit.
    public func counting(_ unit: Unit) -> Figure {
        var figure = self
        figure.unit = unit
        return figure
    }
}

extension CountingRule {
    /// The unit that the rule counts in.
    public var unit: Figure.Unit { self == .people ? .people : .enrollments }
}
