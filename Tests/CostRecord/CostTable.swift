import Foundation

/// What was counted beside what is recorded, one line a path and cost, and what is to be done about it.
public struct CostTable {
    private let counted: CountedCosts
    private let recorded: [CostOfPath: Int]

    public init(_ counted: CountedCosts, recorded: [CostOfPath: Int]) {
        self.counted = counted
        self.recorded = recorded
    }

    /// Whether a cost has risen, or has no counterpart.
    public var fails: Bool { keys.contains { change(of: $0).fails } }

    private var keys: [CostOfPath] { Set(counted.counts.keys).union(recorded.keys).sorted() }

    private func change(of key: CostOfPath) -> CostChange { CostChange(from: recorded[key], to: counted.counts[key]) }

    /// The table, without a line for what costs nothing and never did, and below it a line for each cost that has changed.
    public var text: String {
        let head = Self.line("path", "cost", "each", "now", "recorded", "change")
        let lines = keys.filter { counted.counts[$0] != 0 || recorded[$0] != 0 }.map(line)
        return ([head] + lines + [""] + verdicts + [summary]).joined(separator: "\n")
    }

    private func line(of key: CostOfPath) -> String {
        Self.line(
            key.path, key.cost.rawValue, each(key), number(counted.counts[key]), number(recorded[key]), share(key))
    }

    /// Of one time that the path was taken.
    private func each(_ key: CostOfPath) -> String {
        guard let times = counted.times[key.path], times > 0, let count = counted.counts[key] else { return "-" }
        return String(format: "%.1f", Double(count) / Double(times))
    }

    private var verdicts: [String] {
        keys.compactMap { key in
            let what = "\(key.path) \(key.cost.rawValue)"
            let figures = "from \(number(recorded[key])) to \(number(counted.counts[key]))"
            return switch change(of: key) {
            case .little: nil
            case .risen: "RISEN: \(what) \(figures) \(share(key))"
            case .unrecorded: "NOT RECORDED: \(what); record it with --record"
            case .gone: "NOT COUNTED ANY MORE: \(what); record anew with --record"
            case .fallen: "fallen: \(what) \(figures) \(share(key)); worth recording anew with --record"
            }
        }
    }

    private var summary: String {
        let failing = keys.count { change(of: $0).fails }
        return failing == 0 ? "\(keys.count) costs, none has risen." : "\(failing) of \(keys.count) costs fail."
    }

    private func number(_ count: Int?) -> String { count.map(String.init) ?? "-" }

    private func share(_ key: CostOfPath) -> String {
        guard let before = recorded[key], let now = counted.counts[key], before > 0 else { return "" }
        return String(format: "%+.1f %%", Double(now - before) / Double(before) * 100)
    }

    private static func line(_ path: String, _ cost: String, _ numbers: String...) -> String {
        return numbers.reduce(padded(path, 8) + padded(cost, 16)) { $0 + padded($1, 13, left: false) }
    }

    private static func padded(_ text: String, _ width: Int, left: Bool = true) -> String {
        let space = String(repeating: " ", count: max(width - text.count, 1))
        return left ? text + space : space + text
    }
}
