import BenchmarkTables

/// What is asked of silat by itself, and how it did.
extension Growth {
    /// The file that the goals are asked of: that of so many people as they are set for, else the largest.
    private var judged: Int { sizes.firstIndex(of: Self.people) ?? sizes.count - 1 }
    private static let people = 1_000_000
    private var people: String { Measure.count(sizes[judged]) + " people" }

    /// What no key may take, and no Esc though it waits.
    private static let mostOfKey = Comparison.Goal.median(0.033)

    /// What the terminal was measured at on that file; `nil` where it failed.
    private var terminal: TerminalFigures? {
        guard terminals.indices.contains(judged) else { return nil }
        // Nothing was browsed where the terminal failed.
        return terminals[judged].memory.browsed > 0 ? terminals[judged] : nil
    }

    /// The rows of the goals.
    var goals: [Comparison] {
        guard let first = starts.first else { return [] }
        let start = Comparison(
            "start to the first screen, \(people)", goals: [.median(0.05), .growth(1.2)],
            silat: Finding(starts[judged]), smaller: .init(smallest, Finding(first)))
        return [start] + storeGoals + (terminal.map { keyGoals($0) + byteGoals($0) + processGoals($0) } ?? [])
    }

    /// All keys at that file, case by case, and which file it is.
    var keyTable: (people: String, table: FigureTable)? { terminal.map { (people, $0.table) } }

    private var smallest: String { Measure.count(sizes[0]) }

    private func keyGoals(_ terminal: TerminalFigures) -> [Comparison] {
        let most = [
            ("slowest key of the \(TerminalFigures.walkName)", terminal.walk.slowest),
            ("slowest \(TerminalFigures.escapeName)", terminal.slowestEscape),
            ("slowest of all keys", terminal.slowest),
        ]
        return terminal.keys.filter { $0.times.count > 0 }.map { keys in
            Comparison(
                "key: \(keys.name), \(people)", goals: [.p99(keys.goal / .seconds(1))], silat: Finding(keys.times))
        }
            + most.compactMap { name, finding in
                finding.map { Comparison("\(name), \(people)", goals: [Self.mostOfKey], silat: $0) }
            }
    }

    private func byteGoals(_ terminal: TerminalFigures) -> [Comparison] {
        terminal.keys.compactMap { keys in
            guard let limit = keys.mostBytes,
                let most = keys.repaints.max(by: { $0.repaint.bytes < $1.repaint.bytes })
            else { return nil }
            return Comparison(
                "most bytes for a key: \(keys.name)", in: .bytes, goals: [.median(Double(limit))],
                silat: .most(Double(most.repaint.bytes), of: keys.repaints.count, at: most.key.symbol))
        }
    }

    private func processGoals(_ terminal: TerminalFigures) -> [Comparison] {
        [
            Comparison(
                "memory after browsing everything, \(people)", in: .bytes, goals: [.median(48e6)],
                silat: Finding(once: Double(terminal.memory.browsed))),
            Comparison(
                "processor at rest, live watch on, \(people)", in: .share, goals: [.median(0.002)],
                silat: Finding(once: terminal.restingLoad)),
        ]
    }

    private var storeGoals: [Comparison] {
        func row(_ what: String, _ times: [Times], _ goals: [Comparison.Goal]) -> Comparison? {
            guard times.indices.contains(judged), let first = times.first else { return nil }
            return Comparison(
                "\(what), \(people)", goals: goals, silat: Finding(times[judged]),
                smaller: .init(smallest, Finding(first)))
        }
        let searches = Self.searches.map { row("store: \($0)", changes[$0] ?? [], [.p99(0.016)]) }
        return
            (searches + [
                row("save with the disk's sync", changes[Self.save] ?? [], [.median(0.005), .growth(1.2)]),
                unsynced.count == sizes.count
                    ? row("save without", unsynced, [.median(0.002), .growth(1.2)]) : nil,
                row("store: totals by kecamatan", changes[Self.totals] ?? [], [.median(0.005)]),
            ]).compactMap(\.self)
    }
}
