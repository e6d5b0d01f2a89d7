import BenchmarkTables
import Foundation
import Keyboard

/// What the built program was measured at, in a terminal of 80×24, on one file.
struct TerminalFigures: Sendable {
    /// The repaints of one case.
    struct Keys: Sendable {
        let name: String
        var mostBytes: Int?
        var goal = TerminalCase.key
        var repaints: [(key: Key, repaint: MeasuredTerminal.Repaint)] = []
        /// The bytes of the same keys at 200×60.
        var wideBytes: [Int] = []

        /// The times of its keys but Esc, which waits 25 ms whether more bytes come that make another key of it.
        var times: Times { Times(repaints.filter { $0.key != .escape }.map(\.repaint.time)) }
        /// Those of Esc with them.
        var allTimes: Times { Times(repaints.map(\.repaint.time)) }
        var bytes: [Int] { repaints.map(\.repaint.bytes) }

        /// Takes what came of a key, and tells it.
        mutating func add(_ repaint: MeasuredTerminal.Repaint, for key: Key, _ tell: ((String) -> Void)?) {
            // Keys that change nothing on the screen have nothing to time.
            guard repaint.bytes > 0 else { return }
            repaints.append((key, repaint))
            let time = String(format: "%.2f", repaint.time / .milliseconds(1))
            tell?("\(name): \(key.symbol) \(time) ms, \(repaint.bytes) bytes")
        }
    }

    /// From the start of the program to the last byte of its first screen before a pause of 10 ms, figures, table and keys.
    var start = Times()
    /// The same to the last byte of all, for which outcomes are counted.
    var wholeStart = Times()
    var keys: [Keys] = []
    /// The keys that lead through everything, most of which do something for the first time.
    var walk = Keys(name: walkName)
    static let walkName = "walk through all screens"
    /// The keys of all cases together, without Esc and the walk.
    var allKeys: Times { keys.reduce(into: Times()) { $0.add($1.times) } }
    /// Every Esc, by itself.
    var escapes: Keys {
        Keys(name: Self.escapeName, repaints: (keys + [walk]).flatMap(\.repaints).filter { $0.key == .escape })
    }
    static let escapeName = "Esc, which waits 25 ms"
    /// The slowest Esc, and where it was pressed.
    var slowestEscape: Finding? { slowest(of: { $0 == .escape }) }
    /// The slowest of all keys, Esc and the walk with them; `nil` where none was pressed.
    var slowest: Finding? { slowest(of: { _ in true }) }
    /// Resident memory at the first screen, in the first rest after everything was browsed, and at most; in bytes.
    var memory = (start: 0, browsed: 0, most: 0)
    /// The share of a processor that is spent while nobody does anything and the file is watched.
    var restingLoad = 0.0
    /// The time of `silat --version`.
    var version = Times()
    /// The time of a program that does nothing, started the same way.
    var nothing = Times()
}

// MARK: What they come to

extension TerminalFigures.Keys {
    /// The slowest of its keys but Esc, and which it was.
    var slowest: Finding? {
        let counted = repaints.filter { $0.key != .escape }
        return counted.max { $0.repaint.time < $1.repaint.time }.map { most in
            .most(most.repaint.time / .seconds(1), of: counted.count, at: most.key.symbol)
        }
    }
}

extension TerminalFigures {
    private func slowest(of counts: (Key) -> Bool) -> Finding? {
        let all = (keys + [walk]).flatMap { one in
            one.repaints.filter { counts($0.key) }.map { (one.name, $0.key, $0.repaint.time) }
        }
        return all.max { $0.2 < $1.2 }.map { name, key, time in
            .most(time / .seconds(1), of: all.count, at: "\(key.symbol), \(name)")
        }
    }

    /// The times and bytes of all keys, case by case.
    var table: FigureTable {
        let cases = (keys + [walk]).map { (one: $0, times: $0.times, slowest: $0.slowest) }
        let escapes = escapes
        let last = (one: escapes, times: escapes.allTimes, slowest: slowestEscape)
        return FigureTable(
            ["key", "times: median / p99", "slowest", "bytes: median / most", "at 200×60"],
            (cases + [last]).filter { $0.times.count > 0 }.map { one, times, slowest in
                [
                    one.name, Finding(times).text(in: .seconds), slowest?.text(in: .seconds) ?? "",
                    Self.bytes(one.bytes), one.wideBytes.isEmpty ? "" : Self.bytes(one.wideBytes),
                ]
            })
    }

    private static func bytes(_ counts: [Int]) -> String {
        let sorted = counts.sorted()
        guard let most = sorted.last else { return "" }
        return "\(Measure.count(sorted[sorted.count / 2])) / \(Measure.count(most))"
    }
}
