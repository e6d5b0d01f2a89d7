/// How long the runs of something took.
public struct Times: Sendable {
    /// All runs, in their order.
    public private(set) var all: [Duration] = []
    /// The time of all runs together.
    public private(set) var sum = Duration.zero

    /// No runs so far.
    public init() {}

    /// These runs.
    public init(_ times: [Duration]) { for time in times { add(time) } }

    /// How many runs there were.
    public var count: Int { all.count }

    /// Adds a run.
    public mutating func add(_ time: Duration) {
        all.append(time)
        sum += time
    }

    /// Adds the runs of another.
    public mutating func add(_ other: Times) { for time in other.all { add(time) } }

    /// The time in the middle; of an even number of runs, the later of the two.
    public var median: Duration { at(0.5) }

    /// The time that one run in a hundred exceeds; of fewer runs, the slowest.
    public var p99: Duration { at(0.99) }

    /// The slowest run.
    public var most: Duration { all.max() ?? .zero }

    private func at(_ share: Double) -> Duration {
        let sorted = all.sorted()
        return sorted.isEmpty ? .zero : sorted[min(Int(Double(sorted.count) * share), sorted.count - 1)]
    }
}
