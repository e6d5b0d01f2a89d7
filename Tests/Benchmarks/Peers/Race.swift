import BenchmarkTables
import Foundation

/// What is measured of several in turn, as a row of the result names it.
struct RaceRow: Hashable, Sendable {
    let what: String
    let unit: Measure

    init(_ what: String, in unit: Measure = .seconds) { (self.what, self.unit) = (what, unit) }

    func hash(into hasher: inout Hasher) { hasher.combine(what) }
}

/// What a turn found out.
struct RaceFinding: Sendable {
    /// What one run comes to.
    enum Value: Sendable {
        case of(Double)
        /// Ended at the limit.
        case over(seconds: Double)
        /// It cannot be had, and why.
        case lacking(String)

        var isOver: Bool { if case .over = self { true } else { false } }
    }

    let row: RaceRow
    /// `silat`, a peer's name, or ``Race/smaller``.
    let name: String
    let value: Value
}

/// Somebody who takes turns.
struct Contestant {
    let name: String
    /// The rows that are named as failed where a turn throws.
    let rows: [RaceRow]
    /// How many turns are taken however long they last: one run alone on either side makes no ratio.
    var leastTurns = 1
    let turn: () throws -> [RaceFinding]
}

/// Runs everybody in turn, round by round, so that noise meets all alike.
struct Race {
    /// silat at the smaller file, whose figures tell how silat grows.
    static let smaller = "smaller"

    /// How many rounds there are at most.
    var rounds = 30
    /// Who has taken so long in all sits out the rounds that are left, after ``Contestant/leastTurns``.
    var patience = Duration.seconds(60)
    private var values: [RaceRow: [String: [RaceFinding.Value]]] = [:]

    init(rounds: Int, patience: Duration) { (self.rounds, self.patience) = (rounds, patience) }

    /// Runs all rounds.
    mutating func run(_ contestants: [Contestant], say: (String) -> Void) {
        var spent = contestants.map { _ in Duration.zero }
        var isOut = contestants.map { _ in false }
        for round in 0..<rounds {
            // The first round goes in order: later contestants work on what earlier ones made. Then somebody else begins each round.
            for place in contestants.indices.map({ ($0 + round) % contestants.count }) where !isOut[place] {
                let contestant = contestants[place]
                let begin = ContinuousClock.now
                do {
                    let findings = try contestant.turn()
                    for finding in findings { take(finding) }
                    isOut[place] = findings.contains(where: \.value.isOver)
                } catch {
                    say("\(contestant.name): \(error)")
                    for row in contestant.rows {
                        take(RaceFinding(row: row, name: contestant.name, value: .lacking("failed")))
                    }
                    isOut[place] = true
                }
                spent[place] += begin.duration(to: .now)
                if spent[place] >= patience, round + 1 >= contestant.leastTurns { isOut[place] = true }
                if round == 0, spent[place] > .seconds(5) {
                    say("\(contestant.name), \(contestant.rows.first?.what ?? ""): \(spent[place] / .seconds(1)) s")
                }
            }
        }
    }

    private mutating func take(_ finding: RaceFinding) {
        values[finding.row, default: [:]][finding.name, default: []].append(finding.value)
    }

    /// What somebody was measured at in a row.
    func finding(_ row: RaceRow, of name: String) -> Finding? {
        guard let all = values[row]?[name] else { return nil }
        let runs = all.compactMap { if case .of(let value) = $0 { value } else { nil } }.sorted()
        guard !runs.isEmpty else {
            switch all.first {
            case .over(let seconds): return .over(seconds: seconds)
            case .lacking(let reason): return .lacking(reason)
            default: return nil
            }
        }
        return .spread(
            median: runs[runs.count / 2], p99: runs[min(runs.count * 99 / 100, runs.count - 1)], runs: runs.count)
    }

    /// A row of the result.
    func comparison(_ row: RaceRow, goals: [Comparison.Goal] = [], smaller: String = "") -> Comparison {
        let peers = Peer.allCases.compactMap { peer in finding(row, of: peer.name).map { (peer.name, $0) } }
        return Comparison(
            row.what, in: row.unit, goals: goals, silat: finding(row, of: "silat") ?? .lacking(""),
            peers: Dictionary(uniqueKeysWithValues: peers),
            smaller: finding(row, of: Self.smaller).map { .init(smaller, $0) })
    }
}
