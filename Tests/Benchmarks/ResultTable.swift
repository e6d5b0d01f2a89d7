import BenchmarkTables
import Foundation

/// The times of all cases as text: one line a case, for each size the median and the 99th percentile in milliseconds.
struct ResultTable {
    let sizes: [Int]
    private var met = 0
    private var missed: [String] = []

    /// At which size the goals hold that are times.
    private static let goalSize = 1_000_000
    private static let nameWidth = 46

    init(sizes: [Int]) { self.sizes = sizes }

    var head: String {
        let columns = sizes.map { Self.padded("\($0)", 20, left: false) }.joined()
        return Self.padded("ms: median / p99", Self.nameWidth) + columns + Self.padded("ratio", 8, left: false)
            + "  goal"
    }

    /// The line of a case.
    mutating func take(_ times: [Times], of benchmark: Benchmark) -> String {
        let cells = times.map { time in
            let text = "\(Self.text(time.median)) / \(Self.text(time.p99))" + Measure.fewRuns(time.count)
            return Self.padded(text, 20, left: false)
        }
        let ratio = (times.last?.median ?? .zero) / max(times.first?.median ?? .zero, .nanoseconds(1))
        return Self.padded(benchmark.name, Self.nameWidth) + cells.joined()
            + Self.padded(String(format: "%.1f", ratio), 8, left: false)
            + "  \(verdict(on: benchmark, largest: times.last?.median ?? .zero, ratio: ratio))"
    }

    private mutating func verdict(on benchmark: Benchmark, largest: Duration, ratio: Double) -> String {
        switch benchmark.goal {
        case .within(let goal):
            let text = "≤ \(Self.text(goal)) ms"
            // At a smaller size, meeting the goal says nothing; missing it does.
            guard sizes.last == Self.goalSize || largest > goal else { return text }
            return text + note(largest <= goal, benchmark)
        case .growth(let goal): return "ratio ≤ \(String(format: "%.0f", goal))" + note(ratio <= goal, benchmark)
        case nil: return ""
        }
    }

    private mutating func note(_ isMet: Bool, _ benchmark: Benchmark) -> String {
        if isMet { met += 1 } else { missed.append(benchmark.name) }
        return isMet ? ", met" : ", NOT MET"
    }

    var summary: String {
        let end = missed.isEmpty ? "." : ": \(missed.joined(separator: ", "))."
        let times = sizes.last == Self.goalSize ? "" : " Goals in ms hold for 1.000.000 people: see --million."
        return "Goals met: \(met), not met: \(missed.count)\(end)\(times)"
    }

    private static func text(_ duration: Duration) -> String {
        let milliseconds = duration / .milliseconds(1)
        return String(format: milliseconds < 10 ? "%.2f" : "%.0f", milliseconds)
    }

    private static func padded(_ text: String, _ width: Int, left: Bool = true) -> String {
        let space = String(repeating: " ", count: max(width - text.count, 1))
        return left ? text + space : space + text
    }
}
