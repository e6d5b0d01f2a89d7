import DeskScript
import Foundation
import Keyboard
import Store
import Testing
import Training

/// The whole clerk's morning, at the built program and at the view models alone.
@Suite(.serialized) struct ClerksMorningTests {
    /// The most that one participant may cost beyond the NIK, the name and the birthplace.
    private static let extraKeystrokes = 6

    @Test func atTheTerminal() async throws {
        let desk = try TerminalDesk(["--db", "pagi.db", "--year", "\(ClerksMorning<ScriptedTerminal>.year)"])
        var morning = ClerksMorning(at: desk.scripted)
        try await morning.play()
        #expect(morning.extraKeystrokes.count == 2 && morning.extraKeystrokes.allSatisfy { $0 <= Self.extraKeystrokes })
        try leave(desk)
        #expect(desk.settings == desk.settingsBefore)
        // One file holds everything: nothing is left beside it but the day's backup.
        let left = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).sorted()
        #expect(left == ["pagi.db", "pagi.db.backups"])
        let store = try SilatStore.open(at: desk.folder.appending(path: "pagi.db").path, mode: .readOnly)
        defer { store.close() }
        try await holdsTheMorning(store)
    }

    @Test func atTheViewModels() async throws {
        let store = try SilatStore.inMemory(now: TrainingYear.noon)
        let desk = await ModelDesk(store, year: ClerksMorning<ModelDesk>.year)
        var morning = ClerksMorning(at: desk)
        try await morning.play()
        #expect(morning.extraKeystrokes.count == 2 && morning.extraKeystrokes.allSatisfy { $0 <= Self.extraKeystrokes })
        try await holdsTheMorning(store)
    }

    /// Where nothing would be lost, `q` leaves at once.
    private func leave(_ desk: TerminalDesk) throws { try desk.press(.character("q")).ends(.exited(0)) }

    private func holdsTheMorning(_ store: SilatStore) async throws {
        let achievement = try await store.achievement(of: ClerksMorning<ScriptedTerminal>.year)
        #expect(achievement.people == 5)
        #expect(achievement.percent?.tenths == 500)
        let line = try #require(try await store.classes(of: ClerksMorning<ScriptedTerminal>.year).first)
        #expect(line.taken == 5)
        let roster = try await store.roster(of: line.trainingClass.id)
        #expect(
            roster.map(\.participant.name.text).sorted()
                == ["Hj. Masitah", "M. Noor", "Rahmad Hidayat", "Rahmawati", "Siti Noorhayati"])
        let numbers = roster.compactMap { line -> String? in
            guard case .certified(_, let number) = line.enrollment.value.standing else { return nil }
            return number
        }
        #expect(numbers.sorted() == ["S-001/2025", "S-002/2025"])
        let mended = try #require(try await store.participant(nik: NIK("6309065003980003")))
        #expect(mended.value.birthplace == "Barabai")
        let nameless = try #require(roster.first { $0.participant.name.text == "Hj. Masitah" })
        let stored = try await store.participant(nameless.participant.id)
        #expect(stored?.value.identity == Identity.none(reason: "KTP hilang"))
        #expect(stored?.value.residence == .desa(RegionCode("63.09.06.2004")!))
    }
}
