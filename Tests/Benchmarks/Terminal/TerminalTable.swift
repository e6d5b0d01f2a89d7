import BenchmarkTables
import Foundation

/// The figures of the program at several files as text, each beside its goal.
struct TerminalTable {
    /// How many people each file holds, and what was measured there.
    let measured: [(people: Int, figures: TerminalFigures)]

    private static let nameWidth = 44
    private static let cellWidth = 28

    var text: String {
        ([head]
            + lines.map { line in
                Self.padded(line.name, Self.nameWidth) + measured.map { Self.cell(line.cell($0.figures)) }.joined()
                    + "  " + verdict(line)
            }).joined(separator: "\n")
    }

    private struct Line {
        let name: String
        let goal: String
        let cell: (TerminalFigures) -> String
        let isMet: (TerminalFigures) -> Bool?

        init(
            _ name: String, _ goal: String = "", _ isMet: @escaping (TerminalFigures) -> Bool? = { _ in nil },
            cell: @escaping (TerminalFigures) -> String
        ) {
            (self.name, self.goal, self.isMet, self.cell) = (name, goal, isMet, cell)
        }
    }

    private var head: String {
        Self.padded("median / p99 / most", Self.nameWidth) + measured.map { Self.cell("\($0.people)") }.joined()
            + "  goal at the largest"
    }

    private var lines: [Line] {
        let cases = measured.first?.figures.keys ?? []
        return [
            Line("start to first screen, ms", "≤ 50, ≤ 1,2 × smallest", startIsMet) { Self.times($0.start) },
            Line("start to its last figure, ms") { Self.times($0.wholeStart) },
        ]
            + cases.indices.map { place in
                keyLine("\(cases[place].name), ms", cases[place].goal) { $0.keys[place].times }
            } + [
                keyLine("all of these, ms") { $0.allKeys },
                mostLine(TerminalFigures.walkName) { $0.walk.times },
                mostLine(TerminalFigures.escapeName) { $0.escapes.allTimes },
                Line("slowest of all keys") { $0.slowest?.text(in: .seconds) ?? "–" },
            ]
            + cases.indices.map { byteLine($0, of: cases[$0]) }
            + cases.indices.filter { !cases[$0].wideBytes.isEmpty }.map { place in
                Line("\(cases[place].name), bytes at 200×60") { Self.counts($0.keys[place].wideBytes) }
            } + processLines
    }

    private func keyLine(
        _ name: String, _ goal: Duration = TerminalCase.key, _ times: @escaping (TerminalFigures) -> Times
    ) -> Line {
        func isMet(_ figures: TerminalFigures) -> Bool? {
            guard times(figures).count > 0 else { return nil }
            return times(figures).p99 < goal && times(figures).most <= .milliseconds(33)
        }
        return Line(name, "p99 < \(Int(goal / .milliseconds(1))), most ≤ 33", isMet) { Self.times(times($0)) }
    }

    /// Keys that are only asked never to take long.
    private func mostLine(_ name: String, _ times: @escaping (TerminalFigures) -> Times) -> Line {
        func isMet(_ figures: TerminalFigures) -> Bool? {
            times(figures).count > 0 ? times(figures).most <= .milliseconds(33) : nil
        }
        return Line("\(name), ms", "most ≤ 33", isMet) { Self.times(times($0)) }
    }

    private func byteLine(_ place: Int, of one: TerminalFigures.Keys) -> Line {
        func isMet(_ figures: TerminalFigures) -> Bool? {
            one.mostBytes.map { figures.keys[place].bytes.max() ?? 0 < $0 }
        }
        return Line("\(one.name), bytes", one.mostBytes.map { "< \($0)" } ?? "", isMet) {
            Self.counts($0.keys[place].bytes)
        }
    }

    private var processLines: [Line] {
        func isSmall(_ figures: TerminalFigures) -> Bool? { figures.memory.browsed < 48_000_000 }
        func rests(_ figures: TerminalFigures) -> Bool? { figures.restingLoad < 0.002 }
        func isQuick(_ figures: TerminalFigures) -> Bool? { figures.version.median < .milliseconds(10) }
        return [
            Line("memory at start, MB") { Self.megabytes($0.memory.start) },
            Line("memory after browsing, MB", "< 48", isSmall) { Self.megabytes($0.memory.browsed) },
            Line("memory at most, MB") { Self.megabytes($0.memory.most) },
            Line("at rest, % of a core", "< 0,2", rests) { String(format: "%.3f", $0.restingLoad * 100) },
            Line("silat --version, ms", "median < 10", isQuick) { Self.times($0.version) },
            Line("/bin/true, ms") { Self.times($0.nothing) },
        ]
    }

    private func startIsMet(_ figures: TerminalFigures) -> Bool? {
        guard let smallest = measured.first?.figures.start.median else { return nil }
        return figures.start.median <= .milliseconds(50) && figures.start.median / smallest <= 1.2
    }

    private func verdict(_ line: Line) -> String {
        guard let figures = measured.last?.figures, let isMet = line.isMet(figures) else { return line.goal }
        return "\(line.goal): \(isMet ? "met" : "NOT MET")"
    }

    private static func times(_ times: Times) -> String {
        guard times.count > 0 else { return "–" }
        return [times.median, times.p99, times.most].map { String(format: "%.2f", $0 / .milliseconds(1)) }.joined(
            separator: " / ") + Measure.fewRuns(times.count)
    }

    private static func counts(_ counts: [Int]) -> String {
        let sorted = counts.sorted()
        guard let most = sorted.last else { return "–" }
        return "\(sorted[sorted.count / 2]) / \(sorted[min(sorted.count * 99 / 100, sorted.count - 1)]) / \(most)"
    }

    private static func megabytes(_ bytes: Int) -> String { String(format: "%.1f", Double(bytes) / 1_000_000) }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private static func cell(_ text: String) -> String {
        String(repeating: " ", count: max(1, cellWidth - text.count)) + text
    }
}
