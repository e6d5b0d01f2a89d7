import DeskScript
import Keyboard
import Store
import Testing
import Training
import ViewModels

@Suite("Kelas")
struct ClassesModelTests {
    @Test("from an empty machine to the first class, by keys alone")
    func firstClass() async throws {
        let year = try TrainingYear()
        let desk = await ModelDesk(year.store)
        await desk.press(.character("3"))
        try await desk.sees("Belum ada kelas tahun 2026")
        await desk.press(.character("n"))
        try await desk.sees("Kelas memerlukan program")
        try await desk.sees("Belum ada program tahun 2026")
        await desk.press(.tab)
        try await desk.sees("Belum ada penyelenggara – tekan n")

        await desk.press(.character("n"))
        await desk.type("disnaker")
        await desk.press(.enter)
        await desk.type("Dinas Tenaga Kerja")
        await desk.press(.enter)
        await desk.type("sk")
        await desk.press(.enter)
        try await desk.sees("Tersimpan: DISNAKER Dinas Tenaga Kerja")

        await desk.press(.enter, .character("n"))

        await desk.type("p-01")
        await desk.press(.enter)
        await desk.type("Menjahit Dasar")
        await desk.press(.enter)
        await desk.type("nonk")
        await desk.press(.enter)

        await desk.type("Garmen")
        await desk.press(.enter)
        await desk.type("pokir")
        await desk.press(.enter)
        await desk.type("H. Syahrani")
        await desk.press(.enter, .enter, .enter)

        try await desk.sees("Tersimpan: P-01 Menjahit Dasar")

        await desk.press(.enter, .character("n"))

        await desk.type("03022026")
        await desk.press(.enter)
        await desk.type("17/3/26")
        await desk.press(.enter)
        await desk.type("Balai Latihan Kerja")
        await desk.press(.enter, .enter)

        try await desk.sees("Tersimpan: K-001 Menjahit Dasar")
        try await desk.sees("03-02–17-03-2026")
        try await desk.sees("0/16")
        let line = try await year.store.trainingClass(code: "K-001")
        #expect(line.trainingClass.value.place == "Balai Latihan Kerja")
        #expect(line.trainingClass.value.end == CalendarDate(iso: "2026-03-17"))
        #expect(line.program.pokirProposer == "H. Syahrani")
        await desk.press(.enter)

    }

    @Test("the list narrows as one types, from the start of any word, accents and case ignored")
    func narrows() async throws {
        let year = try await TrainingYear.small()
        let desk = await ModelDesk(year.store)
        await desk.press(.character("3"), .character("/"))
        await desk.type("BENG")
        try await desk.sees("1 dari 3")
        try await desk.sees("K-014")
        try await desk.doesNotSee("K-013")
        await desk.press(.control("u"))
        await desk.type("mah")
        try await desk.sees("Tidak ada yang cocok")
        await desk.press(.escape)
        try await desk.sees("K-013")
    }

    @Test("Enter goes from an organizer to its programs, from a program to its classes, and Esc back")
    func drillsDown() async throws {
        let year = try await TrainingYear.small()
        let desk = await ModelDesk(year.store)
        await desk.press(.character("3"), .backTab)
        try await desk.sees("[Penyelenggara 2]")
        await desk.press(.enter)
        try await desk.sees("Program dari Dinas Tenaga Kerja")
        try await desk.sees("P-02")
        try await desk.doesNotSee("P-03")
        await desk.press(.down, .enter)
        try await desk.sees("Kelas dari program P-02 Las SMAW 3G")
        try await desk.sees("K-014")
        try await desk.doesNotSee("K-013")
        await desk.press(.enter)
        try await desk.sees("K-014  Las SMAW 3G")
        await desk.press(.escape, .escape)
        try await desk.sees("Program dari Dinas Tenaga Kerja")
        await desk.press(.escape)
        try await desk.sees("[Penyelenggara 2]")
    }

    @Test("deleting asks, is refused with how many use it, and can be undone")
    func deletes() async throws {
        let year = try await TrainingYear.small()
        let desk = await ModelDesk(year.store)
        await desk.press(.character("3"), .character("d"))
        try await desk.sees("Hapus K-013 Menjahit Dasar?")
        await desk.press(.character("n"))
        try await desk.doesNotSee("Hapus K-013")
        await desk.press(.character("d"), .character("y"))
        try await desk.sees("masih dipakai oleh 4 keikutsertaan")
        await desk.press(.end, .character("d"), .character("y"))
        try await desk.sees("Terhapus")
        try await desk.doesNotSee("K-015")
        await desk.press(.character("u"))
        try await desk.sees("K-015")
    }

    @Test("another desk's change is followed and the highlight stays on its record")
    func followsOtherDesk() async throws {
        var year = try await TrainingYear.small()
        let desk = await ModelDesk(year.store)
        await desk.press(.character("3"), .down)
        try await year.addClass("K-001", "P-01", "2026-01-05", "2026-01-09", place: nil, seats: 16)
        await desk.hearsOfChange()
        try await desk.sees("[Kelas 4]")
        await desk.press(.character("d"))
        try await desk.sees("Hapus K-014 Las SMAW 3G?")
    }

    @Test("a question about a record that another desk deletes is taken back")
    func questionTakenBack() async throws {
        let year = try await TrainingYear.small()
        let desk = await ModelDesk(year.store)
        await desk.press(.character("3"), .end, .character("d"))
        try await desk.sees("Hapus K-015")
        try await year.perform(.deleteClass(year.classes["K-015"]!), by: Author(name: "udin", desk: "meja2"))
        await desk.hearsOfChange()
        try await desk.doesNotSee("Hapus")
        await desk.press(.character("y"))
        #expect(try await year.store.classes(of: 2026).map(\.trainingClass.value.code.text) == ["K-013", "K-014"])
    }

    @Test("s cycles the orders: code, first day, title, free seats")
    func sorts() async throws {
        let year = try await TrainingYear.small()
        let desk = await ModelDesk(year.store)
        await desk.press(.character("3"))
        func codes() async -> [String] {
            await desk.screen.compactMap { $0.firstMatch(of: /^ (K-\d+)/).map { String($0.1) } }
        }
        #expect(await codes() == ["K-013", "K-014", "K-015"])
        await desk.press(.character("s"), .character("s"))
        try await desk.sees("urut judul")
        #expect(await codes() == ["K-015", "K-014", "K-013"])
        await desk.press(.character("s"))
        try await desk.sees("urut kursi kosong")
        #expect(await codes() == ["K-015", "K-013", "K-014"])
    }

    /// After a form was saved, `n` waits for the list that has what it added.
    @Test func keysWaitForTheListsAfterASave() async throws {
        let year = try await TrainingYear.small()
        let context = Context(
            words: .of(.indonesian), author: year.author, year: 2026, today: CalendarDate(iso: "2026-11-24")!)
        let desk = await ScreenDesk(ClassesModel(), year.store, context)
        await desk.press(.character("n"))
        let opened = await desk.opened.count
        await desk.slowDown()
        await desk.comesBack()
        await desk.press(.character("n"))
        #expect(await desk.opened.count == opened)
        await desk.catchUp()
        #expect(await desk.opened.count == opened + 1)
    }
}
