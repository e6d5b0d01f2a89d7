import Foundation

/// What a figure is counted in.
public enum Measure: Sendable, Equatable {
    case seconds
    case bytes
    /// Of one processor's time.
    case share
    /// Things that are counted.
    case pieces

    /// A value as a table gives it, in a size that keeps it short: `0,22 ms`, `3,4 min`, `142 MB`, `0,02 %`.
    public func text(_ value: Double) -> String {
        if self == .pieces { return Self.count(Int(value.rounded())) }
        for step in steps where abs(value) >= step.from { return Self.number(value / step.size) + " " + step.name }
        let least = steps[steps.count - 1]
        return Self.number(value / least.size) + " " + least.name
    }

    /// A round value without digits that say nothing: `10 ms`.
    func roundText(_ value: Double) -> String {
        // A thousand seconds are round, the minutes they make are not.
        if self == .seconds, value >= 120 { return Self.number(value) + " s" }
        let parts = text(value).split(separator: " ")
        guard let number = parts.first, number.contains(",") else { return text(value) }
        let digits = number.reversed().drop { $0 == "0" }.drop { $0 == "," }.reversed()
        return ([String(digits)] + parts.dropFirst().map(String.init)).joined(separator: " ")
    }

    /// From which value on a size is used, largest first.
    private var steps: [(from: Double, size: Double, name: String)] {
        switch self {
        case .seconds: [(120, 60, "min"), (1, 1, "s"), (0, 0.001, "ms")]
        case .bytes: [(1e9, 1e9, "GB"), (1e6, 1e6, "MB"), (1e4, 1e3, "kB"), (0, 1, "B")]
        case .share: [(0, 0.01, "%")]
        case .pieces: [(0, 1, "")]
        }
    }

    /// How many runs there were, where the 99th percentile of them is simply the slowest: ` ×20`.
    public static func fewRuns(_ runs: Int) -> String { runs < 100 ? " ×\(runs)" : "" }

    /// A count with its thousands parted.
    public static func count(_ count: Int) -> String {
        var digits = ArraySlice(String(count))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits = digits.dropLast(3)
        }
        return ([String(digits)] + groups).joined(separator: ".")
    }

    /// A number with two digits that tell, one where it is large.
    public static func number(_ value: Double) -> String {
        if abs(value) >= 1_000 { return count(Int(value.rounded())) }
        let digits = abs(value) < 9.995 ? (abs(value) < 0.1 ? 3 : 2) : abs(value) < 99.95 ? 1 : 0
        return String(format: "%.\(digits)f", value).replacingOccurrences(of: ".", with: ",")
    }
}
