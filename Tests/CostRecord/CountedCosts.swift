/// What was counted of each path, all its times together, and how often it was taken.
public struct CountedCosts: Sendable {
    public private(set) var counts: [CostOfPath: Int] = [:]
    public private(set) var times: [String: Int] = [:]

    public init() {}

    /// Adds what it cost to take a path so many times; `nil` for a cost that was not counted.
    public mutating func add(_ path: String, times: Int, _ costs: (Cost) -> Int?) {
        self.times[path, default: 0] += times
        for cost in Cost.allCases {
            if let count = costs(cost) { counts[CostOfPath(path, cost), default: 0] += count }
        }
    }
}
