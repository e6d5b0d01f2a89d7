import DeskScript
import Foundation
import Keyboard
import Testing
import Training

@testable import ViewModels

/// Stories at Gabung berkas: the laptop is back from the village.
@Suite struct FileMergeStoryTests {
    private func desk(_ laptop: VillageLaptop) async throws -> ModelDesk {
        let desk = await ModelDesk(laptop.store, columns: 100, rows: 30)
        await desk.press(.character("L"), .character("M"))
        try await desk.sees("pilih berkas yang dibawa pulang")
        await desk.paste(laptop.path)
        await desk.press(.enter)
        return desk
    }

    private func siti(_ laptop: VillageLaptop) async throws -> Participant {
        try #require(try await laptop.store.participant(laptop.siti)?.value)
    }

    @Test func bothSidesAreAskedAboutFieldByField() async throws {
        let laptop = try await VillageLaptop()
        let desk = try await desk(laptop)
        try await desk.sees("budi · laptop1: 2 langkah")
        try await desk.sees("rina · meja1: 2 langkah")
        try await desk.sees("2 hal diubah di kedua pihak")
        await desk.press(.enter)
        try await desk.sees("2 dari 2 belum dipilih")
        try await desk.sees("Jalan Pahlawan 5")
        try await desk.sees("Desa Maburai RT 3")
        try await desk.doesNotSee("081234567890")
        await desk.press(.control("s"))
        try await desk.sees("2 hal belum dipilih")
        await desk.press(.character("t"))
        try await desk.sees("1 dari 2 belum dipilih")
        await desk.press(.character("o"))
        #expect(try await siti(laptop).address == "Jalan Pahlawan 5")
        await desk.press(.control("s"))
        try await desk.sees("Sudah digabung, sebagai satu langkah.")
        let merged = try await siti(laptop)
        #expect(merged.address == "Desa Maburai RT 3" && merged.phone == PhoneNumber("081299998888"))
        #expect(merged.occupation == "penjahit")
        #expect(try await laptop.store.achievement(of: 2026).people == 3)
        await desk.press(.character("u"))
        #expect(try await siti(laptop).address == "Jalan Pahlawan 5")
        #expect(try await laptop.store.achievement(of: 2026).people == 2)
    }

    @Test func allNewerSettlesAtOnceAndTheHistoryTellsWhoseWorkItWas() async throws {
        let laptop = try await VillageLaptop()
        let desk = try await desk(laptop)
        await desk.press(.enter, .character("N"))
        try await desk.sees("Semua sudah dipilih")
        await desk.press(.enter, .enter)
        #expect(try await siti(laptop).address == "Jalan Pahlawan 5")
        guard case .log(let log) = await desk.front else { throw Unexpected() }
        #expect(log.steps.items.prefix(3).map(\.author.name) == ["rina", "budi", "budi"])
        try await desk.sees("↳ peserta diubah")
        await desk.press(.home, .down, .character("u"))
        try await desk.sees("masuk bersama penggabungan")
        #expect(try await laptop.store.achievement(of: 2026).people == 3)
        await desk.press(.enter)
        guard case .loggedStep(let step) = await desk.front else { throw Unexpected() }
        #expect(step.step.kind == .mergeFile)
        try await desk.sees("budi · laptop1, 20-11-2026")
    }

    @Test func whatWasMergedOnceIsNotMergedAgain() async throws {
        let laptop = try await VillageLaptop(isQuiet: true)
        let desk = try await desk(laptop)
        try await desk.sees("Tidak ada yang diubah di kedua pihak.")
        await desk.press(.enter)
        try await desk.sees("Sudah digabung")
        await desk.press(.escape, .character("M"))
        await desk.paste(laptop.path)
        await desk.press(.enter)
        try await desk.sees("tidak ada yang baru di laptop.db")
        let count = try await laptop.store.log(of: nil, count: 100).count
        await desk.press(.enter)
        #expect(try await laptop.store.log(of: nil, count: 100).count == count)
    }

    @Test func aFileThatIsNoneIsSaidAndNothingIsLost() async throws {
        let laptop = try await VillageLaptop()
        let desk = await ModelDesk(laptop.store, columns: 100, rows: 30)
        await desk.press(.character("L"), .character("M"))
        let wrong = laptop.path + ".txt"
        try Data("bukan".utf8).write(to: URL(fileURLWithPath: wrong))
        await desk.paste(wrong)
        await desk.press(.enter)
        try await desk.sees("bukan berkas silat")
        await desk.press(.escape)
        await desk.paste(laptop.path)
        await desk.press(.enter)
        try await desk.sees("budi · laptop1: 2 langkah")
    }

    private struct Unexpected: Error {}
}
