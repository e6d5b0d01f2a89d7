import DeskScript
import Keyboard
import Store
import Terminal
import Testing
import Training
import Words

@testable import Screens
@testable import ViewModels

/// Capaian of a running year, the years side by side, the months and the wall, as golden text; the gauge by cases.
@Suite struct AchievementDrawingTests {
    private func desk(_ columns: Int, _ rows: Int, _ language: Language = .indonesian) async throws -> ModelDesk {
        let years = try await SeveralYears()
        try await years.addByOther("Jumiati", 91, in: "K-013")
        return await ModelDesk(years.store, language: language, columns: columns, rows: rows)
    }

    @Test(arguments: [(80, 24), (120, 40), (200, 60)])
    func capaianOfARunningYear(columns: Int, rows: Int) async throws {
        try expectGolden(await desk(columns, rows).screen, "capaian-running-\(columns)x\(rows)")
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func capaianOfARunningYearInEnglish(columns: Int, rows: Int) async throws {
        try expectGolden(await desk(columns, rows, .english).screen, "capaian-running-english-\(columns)x\(rows)")
    }

    @Test(arguments: [(80, 24), (120, 40)]) func theYears(columns: Int, rows: Int) async throws {
        let desk = try await desk(columns, rows)
        await desk.type("y")
        try expectGolden(await desk.screen, "years-\(columns)x\(rows)")
    }

    @Test func theYearsInEnglish() async throws {
        let desk = try await desk(80, 24, .english)
        await desk.type("y")
        try expectGolden(await desk.screen, "years-english-80x24")
    }

    @Test func theMonths() async throws {
        let desk = try await desk(80, 24)
        await desk.press(.home, .down, .down, .down, .down, .down, .left, .left, .enter)
        try expectGolden(await desk.screen, "months-80x24")
    }

    @Test(arguments: [(80, 24), (160, 50), (200, 60)]) func theWall(columns: Int, rows: Int) async throws {
        let desk = try await desk(columns, rows)
        await desk.type("W")
        try expectGolden(await desk.screen, "wall-\(columns)x\(rows)")
    }

    @Test func theWallWithoutATargetShowsTheCount() async throws {
        let desk = await ModelDesk(try await TrainingYear.small().store)
        await desk.type("W")
        try expectGolden(await desk.screen, "wall-without-target-80x24")
    }

    @Test func capaianAndTheWallReadInASCII() async throws {
        let desk = try await desk(80, 24)
        try expectGolden(await ascii(desk), "capaian-running-ascii-80x24")
        await desk.type("W")
        try expectGolden(await ascii(desk), "wall-ascii-80x24")
    }

    private func ascii(_ desk: ModelDesk) async -> [String] {
        await desk.screen.map { $0.map(\.asciiFallback).joined() }
    }

    // MARK: The gauge

    @Test(arguments: [
        (0, 3000, "░░░░░░░░░░░░"), (1500, 3000, "██████░░░░░░"), (3000, 3000, "████████████"),
        (4500, 3000, "█████▌███░░░"), (11_630, 3000, "██▌██▌██▌██▋"), (2999, 3000, "███████████▉"),
    ])
    func theGaugeGoesOnInLaps(count: Int, target: Int, bar: String) async throws {
        #expect(GaugeBar(count, of: target)?.text(columns: 12) == bar)
    }

    @Test(arguments: [(0, 0), (7, 0)]) func withoutATargetThereIsNoGauge(count: Int, target: Int) {
        #expect(GaugeBar(count, of: target) == nil)
        #expect(GaugeBar(count, of: nil) == nil)
    }

    @Test func aGaugeOfManyLapsShowsTheRunningOne() {
        #expect(GaugeBar(1_000_500, of: 1000)?.text(columns: 10) == "█████░░░░░")
    }

    /// Ten columns; A the original target, P the revised one, H the pace by days.
    @Test(
        arguments: [
            (0, 100, [("A", 100), ("H", 0)], "H        A"), (50, 100, [("A", 100), ("H", 50)], "    H    A"),
            (100, 100, [("A", 100), ("H", 100)], "        HA"), (100, 100, [("A", 100), ("H", 1)], "H        A"),
            (20, 100, [("A", 200), ("P", 100)], "    P    A"), (387, 100, [("A", 100)], "  A 4× = 400"),
            (1_000_000, 100, [("A", 100)], "          "),
        ] as [(Int, Int, [(String, Int)], String)])
    func marksStandWhereTheBarWouldEnd(count: Int, target: Int, marks: [(String, Int)], row: String) throws {
        let gauge = YearGauge(
            count: count, target: target,
            marks: marks.map { YearGauge.Mark(letter: $0.0, count: $0.1, meaning: "") })
        let bar = try #require(GaugeBar(count, of: target, reaching: marks.map(\.1).max() ?? 0))
        let columns = row.count
        #expect(GaugeScale(gauge, bar: bar, columns: columns, words: .of(.indonesian)).text == row)
    }

    @Test func everyMarkIsDrawnHoweverManyFallTogether() throws {
        for columns in 10...200 {
            let marks = "APHK".map { YearGauge.Mark(letter: String($0), count: 3_000, meaning: "") }
            let gauge = YearGauge(count: 11_630, target: 3_000, marks: marks)
            let bar = try #require(GaugeBar(11_630, of: 3_000, reaching: 3_000))
            let text = GaugeScale(gauge, bar: bar, columns: columns, words: .of(.indonesian)).text
            #expect(columns < 12 || "APHK".allSatisfy(text.contains), "\(columns): \(text)")
            #expect(text.count == columns)
        }
    }

    @Test func aGaugeHasRoomForATargetBeyondTheFigure() {
        #expect(GaugeBar(50, of: 100, reaching: 200)?.text(columns: 12) == "███░░┊░░░░░░")
        #expect(GaugeBar(50, of: 100, reaching: 100)?.text(columns: 12) == "██████░░░░░░")
    }
}
