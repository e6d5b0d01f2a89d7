import DeskScript
import Foundation
import Keyboard
import Sample
import Store
import Terminal
import Testing
import Training

@testable import ViewModels

/// Stories at Wilayah.
@Suite struct RegionsTests {
    private func office() async throws -> PeopleOffice {
        let office = try await PeopleOffice(target: 2)
        try await office.add("Aminah", 1, in: office.sewing)
        try await office.add("Budi", 2, in: office.sewing, residence: "63.09.06")
        try await office.add("Citra", 3, in: office.sewing, residence: "63.09.02.1001")
        try await office.add("Dewi", 4, in: office.sewing, residence: nil)
        // Registered only: not in the figure.
        try await office.add("Eka", 5, in: office.welding)
        return office
    }

    // Going down and back

    @Test func opensKecamatanThenDesaThenNamesAndComesBackToTheSameRow() async throws {
        let desk = await ModelDesk(try await office().store)
        await desk.press(.character("4"))
        try await desk.sees("Murung Pudak")
        try await desk.sees("Luar Tabalong")
        try await desk.sees("Jumlah")
        for _ in 0..<5 { await desk.press(.down) }
        await desk.press(.enter)
        try await desk.sees("Kec. Murung Pudak")
        try await desk.sees("desa belum dicatat")
        await desk.press(.end, .up, .enter)
        try await desk.sees("desa belum dicatat · ikut pelatihan 2026")
        try await desk.sees("1 peserta")
        try await desk.sees("Budi")
        try await desk.doesNotSee("Aminah")
        await desk.press(.escape)
        try await desk.sees("Kec. Murung Pudak")
        await desk.press(.escape)
        let frame = await desk.frame
        let highlighted = (0..<24).filter { frame[0, $0].style.isReverse && frame[79, $0].style.isReverse }
        #expect(highlighted.map { frame.text[$0].contains("Murung Pudak") } == [true])
    }

    @Test func comesBackFromNamesToTheSameRowAndColumn() async throws {
        let desk = await ModelDesk(try await office().store)
        await desk.press(.character("4"), .down, .down, .down, .down, .down, .right, .right, .enter)
        try await desk.sees("2 keikutsertaan")
        await desk.press(.escape)
        let frame = await desk.frame
        let row = try #require(frame.text.firstIndex { $0.contains("Murung Pudak") })
        #expect(reversed(frame, row).hasPrefix("Murung Pudak"))
        #expect(reversed(frame, row).hasSuffix("2"))
        #expect((0..<24).filter { !reversed(frame, $0).isEmpty && $0 > 2 } == [row])
    }

    @Test func comesBackThroughDesaOfACrossingToTheRowOfEachTable() async throws {
        var story = try await ScreenStory(office(), RegionsModel())
        await story.settle()
        await story.press(.down)
        await story.cross("Jalur")
        #expect(story.model.view == .init(rows: .kecamatan, columns: .track))
        for _ in 0..<5 { await story.press(.down) }
        await story.press(.enter)
        await story.settle()
        #expect(story.model.view == .init(rows: .desa, kecamatan: RegionCode("63.09.06"), columns: .track))
        await story.press(.escape)
        await story.settle()
        #expect(story.model.grid.row?.cells[0].text == "Murung Pudak")
        await story.press(.escape)
        await story.settle()
        #expect(story.model.view == .init(rows: .kecamatan))
        #expect(story.model.grid.body.cursor.index == 1)
    }

    @Test func thePictureKeepsTheRowAndTheTableKeepsItsOwnOrder() async throws {
        var story = try await ScreenStory(office(), RegionsModel())
        await story.settle()
        for _ in 0..<5 { await story.press(.down) }
        await story.press(.right, .character("s"), .character("b"))
        #expect(story.model.showsPicture)
        #expect(story.model.grid.row?.cells[0].text == "Murung Pudak")
        #expect(story.model.grid.body.cursor.index == 5)
        await story.press(.down, .character("b"))
        #expect(story.model.grid.row?.cells[0].text == "Muara Uya")
        #expect(story.model.grid.body.items[0].cells[0].text == "Murung Pudak")
    }

    /// What stands in reverse in a row of the frame.
    private func reversed(_ frame: Frame, _ row: Int) -> String {
        let cells = (0..<frame.columns).filter { frame[$0, row].style.isReverse }
        let text = Array(frame.text[row])
        return String(cells.filter(text.indices.contains).map { text[$0] }).trimmingCharacters(in: .whitespaces)
    }

    // Figures

    @Test func thePercentIsTheRegencysAndCut() async throws {
        var story = try await ScreenStory(office(), RegionsModel())
        await story.settle()
        let total = try #require(story.model.grid.footer.last)
        #expect(total.cells[1].names?.count == 4)
        #expect(total.cells[4].text == "200,0 %")
        let other = try await PeopleOffice(target: 3)
        for serial in 1...4 { try await other.add("Orang \(serial)", serial, in: other.sewing) }
        var cut = try await ScreenStory(other, RegionsModel())
        await cut.settle()
        #expect(cut.model.grid.footer.last?.cells[4].text == "133,3 %")
    }

    @Test func targetsOfPartsThatDoNotAddUpAreBothSaid() async throws {
        let office = try await office()
        var story = try await ScreenStory(office, RegionsModel())
        await story.settle()
        #expect(story.model.note(story.context) == nil)
        let scope = Target.Scope.kecamatan(RegionCode("63.09.06")!)
        _ = try await office.store.perform(
            .setTarget(Target(year: 2026, scope: scope, count: 5)), by: office.other)
        story.take(.fileChanged)
        await story.settle()
        #expect(story.model.note(story.context)?.contains("berjumlah 5; target kabupaten 2") == true)
    }

    /// Every line of every level opens to as many names as it counts, and the lines add up to the year's figure.
    @Test func everyFigureOpensToTheNamesBehindIt() async throws {
        let office = try await Self.sampleOffice(400)
        var story = try await ScreenStory(office, RegionsModel())
        await story.settle()
        let achievement = try await office.store.achievement(of: 2026)
        #expect(story.model.grid.footer.last?.cells[1].names?.count == achievement.people)
        try await expectNames(story.model.grid, office)
        for place in story.model.grid.body.items.indices {
            await story.press(.home)
            for _ in 0..<place { await story.press(.down) }
            let line = try #require(story.model.grid.row)
            guard line.cells[0].names == nil else { continue }
            await story.press(.enter)
            await story.settle()
            let grid = story.model.grid
            #expect(grid.footer.last?.cells[1].names?.count == line.cells[1].names?.count)
            #expect(sum(grid.body.items, 1) == line.cells[1].names?.count)
            try await expectNames(grid, office)
            await story.press(.escape)
            await story.settle()
        }
    }

    @Test(arguments: ["Desa", "Jalur", "Program", "Penyelenggara", "Sumber dana", "Bulan", "Umur", "Jenis kelamin"])
    func everyFigureOfEveryDimensionOpens(name: String) async throws {
        let office = try await Self.sampleOffice(400)
        let achievement = try await office.store.achievement(of: 2026)
        var story = try await ScreenStory(office, RegionsModel())
        await story.settle()
        await story.choose("v", name)
        for _ in 0..<2 {
            let grid = story.model.grid
            try await expectNames(grid, office)
            #expect(grid.footer.last?.cells.compactMap(\.names?.count).contains(achievement.people) == true)
            await story.press(.character("b"))
        }
        let grid = story.model.grid
        let repeats = grid.footer.count == 2 ? grid.footer[0].cells[1].names?.count ?? 0 : 0
        #expect(sum(grid.body.items, 1) == achievement.people + repeats)
        #expect(sum(grid.body.items, 2) == achievement.enrollments)
    }

    static let crossings: [(String, String)] = [
        ("Kecamatan", "Jalur"), ("Kecamatan", "Program"), ("Kecamatan", "Penyelenggara"), ("Kecamatan", "Sumber dana"),
        ("Kecamatan", "Bulan"), ("Kecamatan", "Umur"), ("Kecamatan", "Jenis kelamin"), ("Desa", "Jalur"),
        ("Desa", "Bulan"), ("Jalur", "Bulan"), ("Penyelenggara", "Jalur"), ("Program", "Bulan"), ("Umur", "Jalur"),
        ("Jenis kelamin", "Umur"), ("Sumber dana", "Penyelenggara"), ("Bulan", "Kecamatan"), ("Jalur", "Desa"),
    ]

    @Test(arguments: crossings) func everyFigureOfACrossingOpensAndItsEdgesAddUp(
        rows: String, columns: String
    ) async throws {
        let office = try await Self.sampleOffice(400)
        let achievement = try await office.store.achievement(of: 2026)
        var story = try await ScreenStory(office, RegionsModel())
        await story.settle()
        await story.choose("v", rows)
        await story.cross(columns)
        for whole in [achievement.people, achievement.enrollments] {
            let grid = story.model.grid
            try await expectNames(grid, office)
            #expect(grid.footer.last?.cells.last?.names?.count == whole)
            expectEdges(grid)
            await story.press(.character("o"))
        }
    }

    /// In every line and every column the parts, less what is counted twice, are the total.
    private func expectEdges(_ grid: FigureGrid) {
        let last = grid.columns.count - 1
        func signed(_ cell: FigureCell) -> Int {
            let count = cell.names?.count ?? 0
            return cell.text.hasPrefix("−") ? -count : count
        }
        let total = grid.footer[grid.footer.count - 1]
        for row in grid.body.items + [total] {
            #expect(row.cells[1..<last].map(signed).reduce(0, +) == signed(row.cells[last]), "\(row.cells[0].text)")
        }
        for place in 1...last where grid.footer.count == 1 || grid.footer[0].cells[place].text != "" {
            let parts = (grid.body.items + grid.footer.dropLast()).map { signed($0.cells[place]) }
            #expect(parts.reduce(0, +) == signed(total.cells[place]), "\(grid.columns[place].heading)")
        }
    }

    @Test func everyFigureOfTheDemoOpens() async throws {
        let office = try await PeopleOffice(codes: ("SATU", "DUA"))
        _ = try await office.store.takeIn(as: .generate, note: "", by: office.author, keep: true) { intake in
            try SampleOffice(year: 2025, today: CalendarDate(iso: "2026-11-24")!).fill(intake)
        }
        var story = try await ScreenStory(office, RegionsModel(), year: 2025)
        await story.settle()
        try await expectNames(story.model.grid, office)
        await story.choose("v", "Penyelenggara")
        try await expectNames(story.model.grid, office)
        await story.choose("v", "Kecamatan")
        await story.cross("Jalur")
        for rows in ["Kecamatan", "Desa", "Umur"] {
            await story.choose("v", rows)
            try await expectNames(story.model.grid, office)
            expectEdges(story.model.grid)
        }
    }

    /// Made-up people of 2026, and two whose desa is not on file or outside.
    static func sampleOffice(_ count: Int) async throws -> PeopleOffice {
        let office = try await PeopleOffice(codes: ("SATU", "DUA"))
        let sample = SampleData(participants: count, year: 2026, seed: 11)
        _ = try await office.store.takeIn(as: .generate, note: "", by: office.author, keep: true) { intake in
            try sample.fill(intake)
        }
        try await office.add("Budi", 9_001, in: office.sewing, residence: "63.09.06")
        try await office.add("Dewi", 9_002, in: office.sewing, residence: nil)
        return office
    }

    /// Each number of a grid is as long as the list of its names.
    private func expectNames(_ grid: FigureGrid, _ office: PeopleOffice) async throws {
        var walked = 0
        var seen: Set<Names> = []
        for row in grid.rows {
            for cell in row.cells {
                guard let names = cell.names, seen.insert(names).inserted else { continue }
                walked += 1
                let count = try await office.store.count(of: ParticipantQuery(figure: names.figure))
                #expect(count == names.count, "\(names.title)")
            }
        }
        #expect(walked > grid.rows.count / 2)
    }

    private func sum(_ rows: [FigureRow], _ column: Int) -> Int {
        rows.compactMap { $0.cells[column].names?.count }.reduce(0, +)
    }

    // Order

    @Test func sortsByAnyColumnAndLeavesTiesInTheirOrder() async throws {
        var story = try await ScreenStory(Self.sampleOffice(400), RegionsModel())
        await story.settle()
        let natural = story.model.grid.body.items.map(\.id)
        let columns = story.model.grid.columns.count
        for place in 0..<columns {
            guard story.model.grid.column == place else { continue }
            await story.press(.character("s"))
            let rows = story.model.grid.body.items
            for (one, next) in zip(rows, rows.dropFirst()) {
                let (first, second) = (one.cells[place].order, next.cells[place].order)
                let falls = story.model.grid.sorting?.isFalling == true
                #expect(falls ? first >= second : first <= second)
                if first == second { #expect(natural.firstIndex(of: one.id)! < natural.firstIndex(of: next.id)!) }
            }
            await story.press(.character("s"), .character("s"))
            #expect(story.model.grid.body.items.map(\.id) == natural)
            await story.press(.right)
        }
        #expect(story.model.grid.column == columns - 2)
    }

    // Unreached

    @Test func showsDesaThatNobodyComesFrom() async throws {
        let desk = await ModelDesk(try await office().store)
        await desk.press(.character("4"), .character("v"))
        await desk.type("desa")
        await desk.press(.enter)
        try await desk.sees("129 desa belum terjangkau")
        await desk.press(.character("z"))
        try await desk.doesNotSee("Maburai")
        try await desk.sees("Jumlah")
        await desk.press(.escape)
        await desk.press(.character("m"))
        await desk.type("jalur")
        await desk.press(.enter, .character("z"))
        try await desk.sees("129 desa belum terjangkau")
        try await desk.sees("·")
        await desk.press(.escape, .escape, .escape)
        try await desk.sees("Wilayah · tahun 2026")
    }

    // Live

    @Test func aSaveAtAnotherDeskShowsAndKeepsTheRow() async throws {
        let office = try await office()
        var story = try await ScreenStory(office, RegionsModel())
        await story.settle()
        await story.press(.down, .down)
        let before = story.model.grid.row?.id
        try await office.add("Fitri", 6, in: office.sewing, residence: "63.09.01.2001")
        story.take(.fileChanged)
        await story.settle()
        #expect(story.model.grid.row?.id == before)
        #expect(story.model.grid.body.items[0].cells[1].names?.count == 1)
        #expect(story.model.grid.moved == ["line 63.09.01", "total"])
        story.take(.fileChanged)
        await story.settle()
        #expect(story.model.grid.moved == ["line 63.09.01", "total"])
    }

    @Test func theMarkOfARowThatMovedGoesAfterAMoment() async throws {
        let office = try await office()
        let desk = await ModelDesk(office.store)
        await desk.press(.character("4"), .right, .character("s"), .down, .right)
        try await desk.doesNotSee("●")
        try await office.add("Fitri", 6, in: office.sewing, residence: "63.09.01.2001")
        await desk.hearsOfChange()
        try await desk.sees("●Banua Lawas")
        try await desk.sees("●Jumlah")
        await desk.timePasses()
        try await desk.doesNotSee("●")
    }

    @Test func anotherYearIsReadAnewAndKeepsTheRow() async throws {
        let office = try await office()
        _ = try await office.store.perform(.setTarget(Target(year: 2025, count: 9)), by: office.author)
        let desk = await ModelDesk(office.store)
        await desk.press(.character("4"), .end)
        try await desk.sees("Luar Tabalong")
        await desk.press(.up)
        await desk.press(.character("1"), .character("<"), .character("4"))
        try await desk.sees("Wilayah · tahun 2025")
        try await desk.doesNotSee("Luar Tabalong")
        try await desk.doesNotSee("●")
        let frame = await desk.frame
        let highlighted = (3..<24).filter { frame[0, $0].style.isReverse && frame[79, $0].style.isReverse }
        #expect(highlighted.map { frame.text[$0].contains("Bintang Ara") } == [true])
    }

    @Test func thoseWithoutDesaDoNotHaveTheTargetOfTheKecamatan() async throws {
        let office = try await office()
        let scope = Target.Scope.kecamatan(RegionCode("63.09.06")!)
        _ = try await office.store.perform(.setTarget(Target(year: 2026, scope: scope, count: 5)), by: office.other)
        let lines = try await office.store.totals(by: .desa, of: 2026)
        #expect(lines.first { $0.code == "63.09.06" }?.people == 1)
        #expect(lines.allSatisfy { $0.target == nil })
    }

    @Test func aMonthThatComesBeforeKeepsTheHighlightOnItsColumn() async throws {
        let office = try await office()
        var story = try await ScreenStory(office, RegionsModel())
        await story.settle()
        await story.cross("Bulan")
        await story.press(.right)
        #expect(story.model.grid.columns[story.model.grid.column].heading == "Feb")
        let program = try await office.store.program(code: "PROGRAM").program.id
        let start = CalendarDate(iso: "2026-01-10")!
        let january = TrainingClass(
            code: Code("K-001")!, program: program, start: start, end: start.adding(days: 3), seats: 16)
        let id = ID<TrainingClass>(try await office.store.perform(.addClass(january), by: office.other).record!)
        try await office.add("Fitri", 6, in: id)
        story.take(.fileChanged)
        await story.settle()
        #expect(story.model.grid.columns.map(\.heading).contains("Jan"))
        #expect(story.model.grid.columns[story.model.grid.column].heading == "Feb")
    }

    @Test func changesWhileAnAnswerIsUnderWayAreAskedForOnce() async throws {
        let office = try await office()
        var story = try await ScreenStory(office, RegionsModel())
        await story.settle()
        for _ in 0..<5 { story.take(.fileChanged) }
        #expect(story.waiting.count == 1)
        try await office.add("Fitri", 6, in: office.sewing, residence: "63.09.01.2001")
        await story.settle()
        #expect(story.model.grid.body.items[0].cells[1].names?.count == 1)
    }

    /// By organizer everybody must be looked at to tell the tracks: the totals are there before.
    @Test func totalsDoNotWaitForTracks() async throws {
        let office = try await office()
        var story = try await ScreenStory(office, RegionsModel())
        await story.settle()
        await story.choose("v", "Bulan", settles: false)
        await story.answer(last: false)
        #expect(story.model.isLoaded && !story.model.holdsKeys)
        #expect(story.model.grid.body.items[0].cells[1].names?.count == 4)
        #expect(story.model.grid.body.items[0].cells[6].text == "…")
        await story.settle()
        #expect(story.model.grid.body.items[0].cells[6].names?.count == 4)
        try await office.add("Fitri", 6, in: office.sewing)
        story.take(.fileChanged)
        await story.answer(last: false)
        #expect(story.model.grid.body.items[0].cells[1].names?.count == 5)
        await story.settle()
        #expect(story.model.grid.body.items[0].cells[6].names?.count == 5)
        #expect(story.model.grid.moved == ["line 2026-02", "total"])
    }

    @Test func keysWaitForFiguresThatAreStillRead() async throws {
        var story = try await ScreenStory(office(), RegionsModel())
        #expect(story.model.holdsKeys)
        await story.settle()
        #expect(!story.model.holdsKeys)
        await story.choose("v", "Bulan", settles: false)
        #expect(story.model.holdsKeys && !story.model.isLoaded)
        await story.fail(.store(.busy(path: "")))
        #expect(!story.model.holdsKeys && !story.notices.isEmpty)
        await story.press(.escape)
        await story.settle()
        #expect(story.model.view == .init(rows: .kecamatan))
    }
}

extension ScreenStory<RegionsModel> {
    /// Chooses a dimension from the list that a key opens.
    mutating func choose(_ key: Character, _ name: String, settles: Bool = true) async {
        await press(.character(key))
        for character in name { await press(.character(character)) }
        await press(.enter)
        if settles { await settle() }
    }

    /// Crosses the table in front.
    mutating func cross(_ name: String) async { await choose("m", name) }
}
