import DeskScript
import Keyboard
import Store
import Testing
import Training
import ViewModels

@Suite("Kelas, its forms and its rosters, drawn")
struct ClassScreenTests {
    /// The sizes that every screen is looked at in.
    static let sizes = [(80, 24), (120, 40)]

    private func desk(_ year: TrainingYear, _ size: (Int, Int)) async -> ModelDesk {
        let desk = await ModelDesk(year.store, columns: size.0, rows: size.1)
        await desk.press(.character("3"))
        return desk
    }

    private func expect(_ desk: ModelDesk, _ name: String, _ size: (Int, Int)) async throws {
        try expectGolden(await desk.screen, "\(name)-\(size.0)x\(size.1)")
    }

    @Test("the three lists", arguments: sizes)
    func lists(size: (Int, Int)) async throws {
        let desk = await desk(try await TrainingYear.small(), size)
        try await expect(desk, "classes", size)
        await desk.press(.tab)
        try await expect(desk, "programs", size)
        await desk.press(.tab, .character("d"))
        try await expect(desk, "organizers-deleting", size)
    }

    @Test("an empty machine", arguments: sizes)
    func empty(size: (Int, Int)) async throws {
        let desk = await desk(try TrainingYear(), size)
        try await expect(desk, "classes-empty", size)
    }

    @Test("what is typed last of a long search is in sight, and so is the cursor")
    func longSearch() async throws {
        let year = try await TrainingYear.small()
        let ways: [(keys: [Key], length: Int)] = [
            ([.character("2")], 95), ([.character("3")], 55), ([.character("3"), .tab, .enter], 55),
            ([.character("5"), .character("i")], 75),
        ]
        for way in ways {
            let desk = await ModelDesk(year.store, columns: 80, rows: 24)
            for key in way.keys + [.character("/")] { await desk.press(key) }
            await desk.type(String(repeating: "abcdefghij", count: 10).prefix(way.length) + "AKHIR")
            let frame = await desk.frame
            let cursor = try #require(frame.cursor)
            let left = frame.text[cursor.row].prefix(cursor.column)
            #expect(left.hasSuffix("AKHIR"), "\(way.keys): \(frame.text[cursor.row])")
        }
    }

    @Test("a search", arguments: sizes)
    func search(size: (Int, Int)) async throws {
        let desk = await desk(try await TrainingYear.small(), size)
        await desk.press(.tab, .enter, .character("/"))
        await desk.type("balai")
        try await expect(desk, "classes-search", size)
    }

    @Test("the form of a program", arguments: sizes)
    func programForm(size: (Int, Int)) async throws {
        let desk = await desk(try await TrainingYear.small(), size)
        await desk.press(.tab, .character("e"), .tab, .tab, .tab, .character(" "))
        try await expect(desk, "program-form", size)
    }

    @Test("a class changed at two desks", arguments: sizes)
    func conflict(size: (Int, Int)) async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year, size)
        await desk.press(.character("e"), .tab, .tab, .tab, .tab, .control("u"))
        await desk.type("Aula Kecamatan")
        var theirs = try await year.store.trainingClass(code: "K-013").trainingClass
        theirs.value.place = "Gedung Serbaguna"
        try await year.perform(.editClass(theirs), by: Author(name: "udin", desk: "meja2"))
        await desk.press(.control("s"))
        try await expect(desk, "class-form-conflict", size)
    }

    @Test("a roster, marked, asked about and added to", arguments: sizes)
    func roster(size: (Int, Int)) async throws {
        let year = try await TrainingYear.small()
        let line = try await year.store.roster(of: year.classes["K-013"]!)
        let date = CalendarDate(iso: "2026-03-17")!
        try await year.perform(
            .setStandings([
                (line[0].enrollment.id, .certified(on: date, number: "0123/BLK/2026")),
                (line[1].enrollment.id, .dropped(on: date, reason: "pindah kerja")),
                (line[2].enrollment.id, .completed(on: date)),
            ]))
        let desk = await desk(year, size)
        await desk.press(.enter, .down, .down, .character(" "), .up)
        try await expect(desk, "roster", size)
        await desk.press(.character("d"))
        try await expect(desk, "roster-removing", size)
        await desk.press(.escape, .character("a"))
        await desk.type("rah")
        try await expect(desk, "roster-adding", size)
    }

    @Test("the form of statuses", arguments: sizes)
    func standing(size: (Int, Int)) async throws {
        let desk = await desk(try await TrainingYear.small(), size)
        await desk.press(.enter, .character("*"), .character("t"))
        try await expect(desk, "standing-statuses", size)
        await desk.type("bers")
        await desk.press(.enter, .enter)
        await desk.type("0123/BLK/2026")
        try await expect(desk, "standing-series", size)
    }

    @Test("a roster and a form in English")
    func english() async throws {
        let desk = await ModelDesk(try await TrainingYear.small().store, language: .english)
        await desk.press(.character("3"), .enter, .character("a"))
        await desk.type("rahm")
        try await expect(desk, "roster-adding-english", (80, 24))
        await desk.press(.escape, .escape, .character("e"))
        try await expect(desk, "class-form-english", (80, 24))
    }
}
