/// What was measured of somebody.
public enum Finding: Sendable, Equatable {
    /// Median and 99th percentile of so many runs.
    case spread(median: Double, p99: Double, runs: Int)
    /// The most of so many, and what that was.
    case most(Double, of: Int, at: String)
    /// Stopped after so many seconds.
    case over(seconds: Double)
    /// There is no such thing there, or it failed; and why, in a few words.
    case lacking(String)

    /// The runs of something that takes time, in seconds.
    public init(_ times: Times) {
        self = .spread(median: times.median / .seconds(1), p99: times.p99 / .seconds(1), runs: times.count)
    }

    /// What was measured once.
    public init(once value: Double) { self = .spread(median: value, p99: value, runs: 1) }

    /// `nil` where nothing was measured to its end.
    public var median: Double? { sides?.median }

    /// `nil` where nothing was measured to its end.
    public var p99: Double? { sides?.p99 }

    private var sides: (median: Double, p99: Double)? {
        switch self {
        case .spread(let median, let p99, _): (median, p99)
        case .most(let most, _, _): (most, most)
        case .over, .lacking: nil
        }
    }

    /// `12,1 ms / 14,0 ms`; of few runs, how many there were as well: `12,1 ms / 14,0 ms ×20`, `210 s ×1`.
    public func text(in unit: Measure) -> String {
        switch self {
        case .spread(let median, _, 1): return unit.text(median) + Measure.fewRuns(1)
        case .spread(let median, let p99, let runs):
            return "\(unit.text(median)) / \(unit.text(p99))" + Measure.fewRuns(runs)
        case .most(let most, let count, let place): return "\(unit.text(most)) of \(Measure.count(count)): \(place)"
        case .over(let seconds): return "> \(Measure.seconds.text(seconds))"
        case .lacking(let reason): return reason
        }
    }
}

/// One row of the result: what silat was measured at, beside its goal and beside those whom users would pick instead.
public struct Comparison: Sendable {
    /// What is asked of silat.
    public enum Goal: Sendable, Equatable {
        /// The median is no more.
        case median(Double)
        /// The 99th percentile is no more.
        case p99(Double)
        /// The median is no more than so many times that of a peer.
        case times(Double, of: String)
        /// The median is no more than so many times that of the smaller file.
        case growth(Double)
    }

    /// The same of silat at a smaller file.
    public struct Smaller: Sendable {
        let name: String
        let finding: Finding

        /// - Parameter name: which file, as `1.000 people`.
        public init(_ name: String, _ finding: Finding) { (self.name, self.finding) = (name, finding) }
    }

    public let what: String
    public let unit: Measure
    public let goals: [Goal]
    public let silat: Finding
    /// By the peers' names.
    public let peers: [String: Finding]
    public let smaller: Smaller?

    public init(
        _ what: String, in unit: Measure = .seconds, goals: [Goal] = [], silat: Finding, peers: [String: Finding] = [:],
        smaller: Smaller? = nil
    ) {
        (self.what, self.unit, self.goals, self.silat) = (what, unit, goals, silat)
        (self.peers, self.smaller) = (peers, smaller)
    }

    /// Whether all goals are met; `nil` where there are none, or what decides was not measured.
    public var isMet: Bool? {
        let met = goals.map(meets)
        if met.contains(false) { return false }
        return met.isEmpty || met.contains(nil) ? nil : true
    }

    private func meets(_ goal: Goal) -> Bool? {
        guard let median = silat.median, let p99 = silat.p99 else { return nil }
        switch goal {
        case .median(let most): return median <= most
        case .p99(let most): return p99 <= most
        case .times(let most, let peer): return peers[peer]?.median.map { median <= most * $0 }
        case .growth(let most): return smaller?.finding.median.map { median <= most * $0 }
        }
    }

    /// Who has the least median: `silat` or a peer; `nil` where there is nobody to compare with.
    public var winner: String? {
        let rivals = peers.compactMap { name, finding in finding.median.map { (name: name, median: $0) } }
        guard let own = silat.median else { return rivals.min { $0.median < $1.median }?.name }
        guard let best = rivals.min(by: { ($0.median, $0.name) < ($1.median, $1.name) }) else {
            let isBeaten = peers.values.contains { if case .over = $0 { true } else { false } }
            return isBeaten ? "silat" : nil
        }
        return best.median < own ? best.name : "silat"
    }

    var goalText: String {
        goals.map { goal in
            switch goal {
            case .median(let most): "≤ \(unit.text(most))"
            case .p99(let most): "p99 ≤ \(unit.text(most))"
            case .times(let most, let peer): "≤ \(Self.factor(most)) × \(peer)"
            case .growth(let most): "≤ \(Self.factor(most)) × \(smaller?.name ?? "smaller")"
            }
        }.joined(separator: ", ")
    }

    /// silat's median divided by that of the peers with the least, and by that of the smaller file.
    var ratioText: String {
        guard let own = silat.median else { return "" }
        let best = peers.compactMap { name, finding in finding.median.map { (name: name, median: $0) } }
            .filter { $0.median > 0 }.min { ($0.median, $0.name) < ($1.median, $1.name) }
        let against = best.map { "\(Self.factor(own / $0.median)) × \($0.name)" }
        let growth = smaller.flatMap { smaller in
            smaller.finding.median.flatMap { $0 > 0 ? "\(Self.factor(own / $0)) × \(smaller.name)" : nil }
        }
        return [against, growth].compactMap(\.self).joined(separator: ", ")
    }

    var verdictText: String {
        let goal = isMet.map { $0 ? "met" : "NOT MET" }
        let race = winner.map { $0 == "silat" ? "silat wins" : "\($0) WINS" }
        return [goal, race].compactMap(\.self).joined(separator: "; ")
    }

    private static func factor(_ value: Double) -> String {
        value == value.rounded() && value < 1_000 ? String(Int(value)) : Measure.number(value)
    }
}
