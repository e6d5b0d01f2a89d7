import BenchmarkTables
import Testing

@Suite struct ComparisonTableTests {
    @Test func `a peer that wins stands there as winning`() {
        let row = Comparison(
            "import", goals: [.times(4, of: "sqlite3")], silat: .init(once: 3), peers: ["sqlite3": .init(once: 1)])
        #expect(row.isMet == true)
        #expect(row.winner == "sqlite3")
        let table = ComparisonTable(peers: ["sqlite3", "fzf"], rows: [row])
        #expect(
            table.markdown.hasPrefix(
                """
                | what: median / p99 | goal | silat | sqlite3 | ratio | verdict |
                |---|---|---|---|---|---|
                | import | ≤ 4 × sqlite3 | 3,00 s ×1 | 1,00 s ×1 | 3 × sqlite3 | met; sqlite3 WINS |
                """))
        #expect(table.summary.contains("Rows that a peer wins: 1: import (sqlite3)."))
    }

    @Test func `a peer that is stopped has lost, and says how long it had`() {
        let row = Comparison(
            "open", silat: .spread(median: 0.02, p99: 0.03, runs: 20), peers: ["LibreOffice": .over(seconds: 600)])
        #expect(row.winner == "silat")
        let text = ComparisonTable(peers: ["LibreOffice"], rows: [row]).text
        #expect(text.contains("> 10,0 min"))
        #expect(text.contains("20,0 ms / 30,0 ms ×20"))
    }

    @Test func `a goal that nothing was measured for is neither met nor missed`() {
        let row = Comparison(
            "import", goals: [.times(4, of: "sqlite3")], silat: .init(once: 3),
            peers: ["sqlite3": .lacking("not installed")])
        #expect(row.isMet == nil)
        #expect(row.winner == nil)
        let table = ComparisonTable(peers: ["sqlite3"], rows: [row])
        #expect(table.text.contains("not installed"))
        #expect(table.summary.contains("Goals met: 0, not met: 0."))
    }

    @Test func `one missed goal of two is a missed goal`() {
        let row = Comparison(
            "start", goals: [.median(0.05), .growth(1.2)], silat: .init(once: 0.04),
            smaller: .init("1.000", .init(once: 0.02)))
        #expect(row.isMet == false)
        let table = ComparisonTable(peers: [], rows: [row])
        #expect(table.text.contains("≤ 50,0 ms, ≤ 1,20 × 1.000"))
        #expect(table.text.contains("2 × 1.000"))
        #expect(table.summary.contains("not met: 1: start."))
    }

    @Test func `the 99th percentile is held to its own goal`() {
        let slow = Finding.spread(median: 0.001, p99: 0.009, runs: 100)
        #expect(Comparison("key", goals: [.p99(0.008)], silat: slow).isMet == false)
        #expect(Comparison("key", goals: [.median(0.008)], silat: slow).isMet == true)
    }

    @Test func `how many runs there were is told of fewer than a hundred`() {
        func text(_ finding: Finding, _ unit: Measure = .seconds) -> String {
            ComparisonTable(peers: [], rows: [Comparison("row", in: unit, silat: finding)]).text
        }
        #expect(text(.spread(median: 0.02, p99: 0.03, runs: 99)).contains("20,0 ms / 30,0 ms ×99"))
        #expect(!text(.spread(median: 0.02, p99: 0.03, runs: 100)).contains("×"))
        #expect(text(.init(once: 48e6), .bytes).contains("48,0 MB ×1"))
    }

    @Test func `the slowest of many is named and held to its goal`() {
        let row = Comparison(
            "slowest", goals: [.median(0.033)], silat: .most(0.04, of: 1_532, at: "Enter, opening and going back"))
        #expect(row.isMet == false)
        let table = ComparisonTable(peers: [], rows: [row])
        #expect(table.text.contains("40,0 ms of 1.532: Enter, opening and going back"))
    }

    @Test func `a bar in a name does not part a Markdown cell`() {
        let row = Comparison("a | b", silat: .init(once: 1))
        #expect(ComparisonTable(peers: [], rows: [row]).markdown.contains("| a \\| b |"))
    }

    @Test func `rows with goals and rows with peers can be had by themselves`() {
        let table = ComparisonTable(
            peers: ["fzf"],
            rows: [
                Comparison("goal", goals: [.median(1)], silat: .init(once: 1)),
                Comparison("race", silat: .init(once: 1), peers: ["fzf": .init(once: 2)]),
                Comparison("both", goals: [.median(1)], silat: .init(once: 1), peers: ["fzf": .init(once: 2)]),
            ])
        #expect(table.goals.rows.map(\.what) == ["goal", "both"])
        #expect(table.races.rows.map(\.what) == ["race", "both"])
        #expect(!table.goals.markdown.contains("| fzf |"))
        #expect(table.goals.summary.contains("Goals met: 2, not met: 0."))
    }
}

@Suite struct FigureTableTests {
    @Test func `figures stand in columns of their own`() {
        let table = FigureTable(["key", "none", "bytes"], [["Enter", "", "20"], ["a | b", "", "3"]])
        #expect(table.text == "key    bytes\nEnter  20\na | b  3")
        #expect(table.markdown == "| key | bytes |\n|---|---|\n| Enter | 20 |\n| a \\| b | 3 |")
    }
}
