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
        await desk.show()
        await desk.type("p-01")
        await desk.press(.enter)
        await desk.type("Menjahit Dasar")
        await desk.press(.enter)
        await desk.type("nonk")
        await desk.press(.enter)
        await desk.show()
        await desk.type("Garmen")
        await desk.press(.enter)
        await desk.type("pokir")
        await desk.press(.enter)
        await desk.type("H. Syahrani")
        await desk.press(.enter, .enter)
        await desk.show()
        try await desk.sees("Tersimpan: P-01 Menjahit Dasar")

        await desk.press(.enter, .character("n"))
        await desk.show()
        await desk.type("03022026")
        await desk.press(.enter)
        await desk.type("17/3/26")
        await desk.press(.enter)
        await desk.type("Balai Latihan Kerja")
        await desk.press(.enter, .enter)
        await desk.show()
        try await desk.sees("Tersimpan: K-001 Menjahit Dasar")
        try await desk.sees("03-02–17-03-2026")
        try await desk.sees("0/16")
        let line = try await year.store.trainingClass(code: "K-001")
        #expect(line.trainingClass.value.place == "Balai Latihan Kerja")
        #expect(line.trainingClass.value.end == CalendarDate(iso: "2026-03-17"))
        #expect(line.program.pokirProposer == "H. Syahrani")
        await desk.press(.enter)
        await desk.show()
    }
}

extension ModelDesk {
    func show() { print(screen.joined(separator: "\n")) }
}
