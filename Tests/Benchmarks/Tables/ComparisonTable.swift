/// The result of a run: one row for everything that was measured.
public struct ComparisonTable: Sendable {
    /// The peers' names, in the order of their columns.
    public let peers: [String]
    public private(set) var rows: [Comparison] = []

    public init(peers: [String], rows: [Comparison] = []) { (self.peers, self.rows) = (peers, rows) }

    /// Adds rows at the end.
    public mutating func add(_ more: [Comparison]) { rows += more }

    private var head: [String] { ["what: median / p99", "goal", "silat"] + shownPeers + ["ratio", "verdict"] }

    /// Peers that nothing was measured of need no column.
    private var shownPeers: [String] { peers.filter { peer in rows.contains { $0.peers[peer] != nil } } }

    private func cells(_ row: Comparison) -> [String] {
        [row.what, row.goalText, row.silat.text(in: row.unit)]
            + shownPeers.map { row.peers[$0]?.text(in: row.unit) ?? "" } + [row.ratioText, row.verdictText]
    }

    /// The rows in which something is asked of silat.
    public var goals: ComparisonTable { ComparisonTable(peers: [], rows: rows.filter { !$0.goals.isEmpty }) }

    /// The rows in which silat is compared with somebody.
    public var races: ComparisonTable { ComparisonTable(peers: peers, rows: rows.filter { !$0.peers.isEmpty }) }

    /// As text, in columns.
    public var text: String { TextColumns.text([head] + rows.map(cells)) + ending }

    /// As a Markdown table.
    public var markdown: String { TextColumns.markdown(head, rows.map(cells)) + ending }

    private var ending: String { summary.isEmpty ? "" : "\n\n" + summary }

    /// How many goals are met, which are not, and which rows a peer wins; empty where nothing is asked and nobody compared with.
    public var summary: String {
        let met = rows.count { $0.isMet == true }
        let missed = rows.filter { $0.isMet == false }.map(\.what)
        let lost = rows.filter { $0.winner.map { $0 != "silat" } ?? false }.map { "\($0.what) (\($0.winner ?? ""))" }
        let asked = "Goals met: \(met), not met: \(missed.count)\(Self.list(missed))"
        let raced = "Rows that a peer wins: \(lost.count)\(Self.list(lost))"
        return [goals.rows.isEmpty ? nil : asked, races.rows.isEmpty ? nil : raced].compactMap(\.self)
            .joined(separator: "\n\n")
    }

    private static func list(_ names: [String]) -> String {
        names.isEmpty ? "." : ": \(names.joined(separator: "; "))."
    }
}

/// Cells in columns.
enum TextColumns {
    /// Two blanks between columns, none at the end of a line.
    static func text(_ lines: [[String]]) -> String {
        let count = lines.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in lines.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        return lines.map { line in
            var text = ""
            for (cell, width) in zip(line, widths) {
                text += cell + String(repeating: " ", count: width - cell.count + 2)
            }
            while text.last == " " { text.removeLast() }
            return text
        }.joined(separator: "\n")
    }

    /// A table whose cells hold whatever they hold.
    static func markdown(_ head: [String], _ lines: [[String]]) -> String {
        func row(_ cells: [String]) -> String {
            "| "
                + cells.map { $0.replacing("\\", with: "\\\\").replacing("|", with: "\\|").replacing("\n", with: " ") }
                .joined(separator: " | ") + " |"
        }
        return ([row(head), "|" + String(repeating: "---|", count: head.count)] + lines.map(row))
            .joined(separator: "\n")
    }
}
