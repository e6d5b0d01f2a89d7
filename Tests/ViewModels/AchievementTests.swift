import DeskScript
import Foundation
import Keyboard
import Testing
import Training
import Words

@testable import ViewModels

/// Stories at Capaian, at the years side by side, at the months and before the wall.
@Suite struct AchievementTests {
    private func desk(_ years: SeveralYears, year: Int = 2026, columns: Int = 120, rows: Int = 40) async -> ModelDesk {
        await ModelDesk(years.store, year: year, columns: columns, rows: rows)
    }

    private func grid(_ desk: ModelDesk) async throws -> FigureGrid {
        try #require(await desk.front.screen as? any FigureScreen).grid
    }

    // MARK: Every figure opens

    @Test(arguments: [2024, 2025, 2026]) func everyFigureOfCapaianOpensToItsNames(year: Int) async throws {
        let years = try await SeveralYears()
        try await years.addByOther("Jumiati", 91, in: "K-013")
        let opened = try await FigureWalk(at: await desk(years, year: year)).play()
        #expect(opened > 40)
    }

    @Test func everyFigureOfTheYearsAndTheMonthsOpensToItsNames() async throws {
        let years = try await SeveralYears()
        let desk = await desk(years)
        await desk.type("y")
        try await desk.sees("Tahun-tahun anggaran berdampingan")
        // People and enrollments, of the year and of each of three tracks.
        #expect(try await FigureWalk(at: desk).play() == 3 * 8)
        await desk.press(.escape)
        await openMonths(desk)
        try await desk.sees("Menurut bulan mulai kelas")
        #expect(try await FigureWalk(at: desk).play() >= 4)
    }

    private func openMonths(_ desk: ModelDesk) async {
        await desk.press(.home)
        while let grid = try? await grid(desk), grid.row?.id != "months", !grid.isEmpty { await desk.press(.down) }
        await desk.press(.left, .left, .left, .enter)
    }

    @Test func aLineOpensAtOnceByItsName() async throws {
        let desk = await desk(try await SeveralYears())
        await desk.press(.end, .left, .left, .left, .left, .enter)
        try await desk.sees("Bintang Ara · tahun 2026")
    }

    // MARK: What it says

    @Test func theGaugeNamesBothTargetsAndBothPaces() async throws {
        let desk = await desk(try await SeveralYears())
        try await desk.sees("A target awal 5 · P target perubahan 8")
        // 328 of 365 days; 18 of 34 seats are in classes that have begun.
        try await desk.sees("H laju hari 89 % = 7 · K laju kursi 52 % = 4")
    }

    @Test func thePaceByCountedSeatsIsOfTheYearInFront() async throws {
        let desk = await desk(try await SeveralYears())
        try await desk.sees("K laju kursi 52 % = 4")
        await desk.type("<")
        try await desk.sees("Capaian pelatihan tahun anggaran 2025")
        try await desk.sees("K laju kursi 100 % = 4")
    }

    @Test func whoEnteredHowMuchTodayIsNamedAndOpens() async throws {
        let years = try await SeveralYears()
        try await years.addByOther("Jumiati", 91, in: "K-013")
        let desk = await desk(years)
        try await desk.sees("entri hari ini +8 oleh rina 7, budi 1 · minggu ini +8 oleh rina 7, budi 1")
        for serial in 92...93 {
            let author = Author(name: "noorhayati\(serial)", desk: "meja3")
            try await years.enroll("Peserta \(serial - 51)", in: "K-013", by: author)
        }
        await desk.resize(columns: 80, rows: 24)
        await desk.hearsOfChange()
        try await desk.sees("entri hari ini +10 oleh rina 7, budi 1, noorhayati92 1, noorhayati93 1")
        try await desk.sees("entri minggu ini +10 oleh rina 7, budi 1, noorhayati92 1, noorhayati93 1")
        await desk.press(.home, .down, .down, .right, .right, .enter)
        try await desk.sees("dicatat hari ini oleh budi")
        try await desk.sees("Jumiati")
        try await desk.doesNotSee("Aulia")
    }

    @Test func aLongSentenceMovesAsideForTheHighlightedNumber() async throws {
        let years = try await SeveralYears()
        for serial in 31...35 {
            let author = Author(name: "operator-nomor-\(serial)", desk: "meja3")
            try await years.enroll("Peserta \(serial)", in: "K-013", by: author)
        }
        let desk = await desk(years, columns: 80, rows: 24)
        try await desk.doesNotSee("operator-nomor-35")
        await desk.press(.home, .down, .down, .right, .right, .right, .right, .right, .right)
        try await desk.sees("operator-nomor-35 1")
        await desk.press(.enter)
        try await desk.sees("dicatat hari ini oleh operator-nomor-35")
        try await desk.sees("Peserta 35")
    }

    @Test func theTermsGoalAddsUpItsYearsAndLeadsToThem() async throws {
        let desk = await desk(try await SeveralYears())
        // 5 in 2024, 4 in 2025 of whom one was there the year before, 6 in 2026.
        try await desk.sees("15 sampai 2028: 15 · 100,0 %")
        await desk.press(.home, .down, .down, .down, .enter)
        try await desk.sees("Sasaran 2024–2028: 15 orang · jumlah tahun-tahunnya 15 · 100,0 %")
    }

    @Test func targetsOfPartsThatDoNotAddUpAreShownWithTheWhole() async throws {
        let years = try await SeveralYears()
        let desk = await desk(years)
        try await desk.sees("target 2 kecamatan berjumlah 5, kabupaten 8")
        try await years.year.perform(
            .setTarget(Target(year: 2026, scope: .kecamatan(RegionCode("63.09.02")!), count: 5)))
        await desk.hearsOfChange()
        try await desk.doesNotSee("kecamatan berjumlah")
    }

    @Test func peopleInTwoTracksAreSaidToBeCountedAgain() async throws {
        let desk = await desk(try await SeveralYears())
        try await desk.sees("terhitung lagi di jalur lain 1: jalur berjumlah 7, orangnya 6")
    }

    @Test func aYearWithoutTargetSaysWhatToDoAndShowsItsFigures() async throws {
        let year = try await TrainingYear.small()
        let desk = await ModelDesk(year.store)
        try await desk.sees("Belum ada target untuk tahun ini: tekan t untuk menetapkannya.")
        try await desk.sees("6 orang · 6 keikutsertaan")
        try await desk.doesNotSee("laju")
    }

    // MARK: Years

    @Test func yearsAreSwitchedAndTheHighlightStaysOnItsLine() async throws {
        let desk = await desk(try await SeveralYears())
        await desk.press(.end)
        let place = try await grid(desk)
        await desk.type("<")
        try await desk.sees("Capaian pelatihan tahun anggaran 2025")
        try await desk.sees("4 / 4 orang   100,0 %")
        #expect(try await grid(desk).row?.id == place.row?.id)
        #expect(try await grid(desk).moved.isEmpty)
        await desk.type("<")
        try await desk.sees("5 / 2 orang   250,0 %")
        await desk.type("<")
        try await desk.sees("tahun anggaran 2024")
        await desk.type(">>")
        try await desk.sees("tahun anggaran 2026")
    }

    @Test func allYearsStandSideBySideAndOneIsGoneTo() async throws {
        let desk = await desk(try await SeveralYears())
        await desk.type("y")
        for year in ["2024", "2025", "2026"] { try await desk.sees(year) }
        try await desk.sees("250,0 %")
        #expect(try await grid(desk).row?.id == "2026")
        await desk.press(.end, .enter)
        try await desk.sees("Capaian pelatihan tahun anggaran 2024")
        try await desk.sees("5 / 2 orang")
    }

    // MARK: Live

    @Test func anotherDesksSaveMovesALineMarksItAndLeavesTheHighlight() async throws {
        let years = try await SeveralYears()
        let desk = await desk(years, columns: 80, rows: 24)
        await desk.press(.end, .up)
        let before = try await grid(desk)
        try await years.addByOther("Jumiati", 91, in: "K-013")
        await desk.hearsOfChange()
        let after = try await grid(desk)
        #expect(after.row?.id == before.row?.id)
        #expect(after.column == before.column)
        #expect(after.body.visible == before.body.visible)
        #expect(after.moved.contains("kecamatan 63.09.02") && after.moved.contains("standing"))
        #expect(!after.moved.contains("kecamatan 63.09.06"))
        try await desk.sees("7 / 8 orang")
        await desk.timePasses()
        #expect(try await grid(desk).moved.isEmpty)
    }

    @Test func marksOfTwoSavesGoTogether() async throws {
        let years = try await SeveralYears()
        let desk = await desk(years)
        try await years.addByOther("Jumiati", 91, in: "K-013")
        await desk.hearsOfChange()
        await desk.hearsOfChange()
        try await desk.sees("●")
        await desk.timePasses()
        try await desk.doesNotSee("●")
    }

    @Test func sortingKeepsTheSentencesAndTheTracksAbove() async throws {
        let desk = await desk(try await SeveralYears())
        let before = try await grid(desk).rows.map(\.id)
        await desk.press(.end, .right)
        await desk.type("s")
        let after = try await grid(desk).rows.map(\.id)
        #expect(after.prefix(5) == before.prefix(5))
        let firstKecamatan = try #require(after.first { $0.hasPrefix("kecamatan") })
        #expect(firstKecamatan == "kecamatan 63.09.06")
        #expect(after.firstIndex(of: firstKecamatan)! > after.lastIndex { $0.hasPrefix("track") }!)
    }

    // MARK: The wall

    @Test func theWallFillsTheTerminalFollowsSavesAndHearsOnlyEsc() async throws {
        let years = try await SeveralYears()
        let desk = await desk(years, columns: 80, rows: 24)
        await desk.type("W")
        try await desk.sees("CAPAIAN PELATIHAN 2026")
        try await desk.doesNotSee("1 Capaian")
        try await desk.doesNotSee("rina")
        try await desk.sees("6 orang · 7 keikutsertaan · target 8")
        let before = await desk.frame
        for key: Key in [
            .character("q"), .character("u"), .character("2"), .character("?"), .character("W"), .function(1), .enter,
            .control("c"), .control("z"), .down, .tab,
        ] { await desk.press(key) }
        await desk.paste("Siti")
        #expect(await desk.frame == before)
        #expect(await !desk.hasQuit)
        try await years.addByOther("Jumiati", 91, in: "K-013")
        await desk.hearsOfChange()
        try await desk.sees("7 orang · 8 keikutsertaan")
        try await desk.sees("●")
        try await desk.doesNotSee("Jumiati")
        await desk.timePasses()
        try await desk.doesNotSee("●")
        await desk.press(.escape)
        try await desk.sees("1 Capaian")
    }

    // MARK: Parts

    @Test(arguments: [
        ("2026-11-24", "2025-12", "2026-11"), ("2026-01-31", "2025-02", "2026-01"),
        ("2027-05-01", "2026-01", "2026-12"),
        ("2025-05-01", "2026-01", "2026-12"), ("2026-12-31", "2026-01", "2026-12"),
    ])
    func twelveMonthsEndWithTodaysOrAreTheYears(today: String, first: String, last: String) throws {
        let months = MonthCode.twelve(of: 2026, today: try #require(CalendarDate(iso: today))).map(\.code)
        #expect(months.count == 12 && months == months.sorted())
        #expect(months.first == first && months.last == last)
    }

    @Test(
        arguments: [
            ([], ""), ([0, 0], "··"), ([5, 0, 5], "█·█"), ([1, 2, 3, 4, 5, 6, 7, 8], "▁▂▃▄▅▆▇█"), ([1, 10_000], "▁█"),
        ] as [([Int], String)])
    func aSparklineIsAsHighAsItsCounts(counts: [Int], text: String) { #expect(Sparkline(counts).text == text) }
}
