/// How a cost stands beside the recorded one.
public enum CostChange: Equatable, Sendable {
    /// Within a tenth of what is recorded.
    case little
    /// More than a tenth above it, or nothing is recorded for what was counted, or nothing was counted of what is.
    case risen, unrecorded, gone
    /// More than a tenth below it: worth recording anew, so that it stays.
    case fallen

    /// A change of one never tells: a tenth of a small count would be less.
    private static let least = 2

    /// Compares counts of the same work; `nil` where there is none.
    public init(from recorded: Int?, to counted: Int?) {
        guard let recorded else {
            self = counted == nil ? .little : .unrecorded
            return
        }
        guard let counted else {
            self = .gone
            return
        }
        let change = counted - recorded
        let isGreat = abs(change) >= Self.least && abs(change) * 10 > recorded
        self = isGreat ? (change > 0 ? .risen : .fallen) : .little
    }

    /// Whether nobody may pass it over.
    public var fails: Bool { self == .risen || self == .unrecorded || self == .gone }
}
