import DeskScript
import Keyboard
import Store
import Testing
import Training
import Words

@testable import Screens
@testable import ViewModels

/// Hasil, Peralatan, Pemanggilan and Jejak pokir as golden text, on made-up people of 2025 who were followed up.
@Suite struct MonitoringScreensTests {
    private func golden(
        _ name: String, _ screen: ScreenModel, language: Language = .indonesian,
        sizes: [(Int, Int)] = [(80, 24), (120, 40)], _ steps: (ModelDesk) async -> Void = { _ in }
    ) async throws {
        for (columns, rows) in sizes {
            // Each size has a file of its own: steps may save.
            let store = try SilatStore.inMemory(now: TrainingYear.noon)
            try await store.fillMonitored(participants: 1_200, today: MonitoredYear.today)
            let desk = await ModelDesk(store, language: language, year: 2025, columns: columns, rows: rows)
            await desk.opens(screen)
            await steps(desk)
            try expectGolden(await desk.screen, "\(name)-\(columns)x\(rows)")
        }
    }

    private func enter(_ text: String, _ desk: ModelDesk) async {
        await desk.type(text)
        await desk.press(.enter)
    }

    // Hasil

    @Test func theLadder() async throws {
        try await golden("outcomes", .outcomes(OutcomesModel())) { desk in
            for _ in 0..<6 { await desk.press(.right) }
        }
    }

    @Test func theLadderByProgram() async throws {
        try await golden("outcomes-program", .outcomes(OutcomesModel()), sizes: [(80, 24)]) {
            await enter("vprogram", $0)
        }
    }

    @Test func theLadderByTrackSaysWhoIsCountedTwice() async throws {
        try await golden("outcomes-track", .outcomes(OutcomesModel()), sizes: [(80, 24)]) {
            await enter("vjalur", $0)
            await $0.press(.end, .down, .right)
        }
    }

    @Test func theLadderAsBars() async throws {
        try await golden("outcomes-ladder", .outcomes(OutcomesModel())) { desk in
            await desk.type("b")
            for _ in 0..<5 { await desk.press(.down) }
        }
    }

    // Peralatan

    @Test func theRegister() async throws { try await golden("equipment", .equipment(EquipmentModel())) }

    @Test func idleItemsNarrowed() async throws {
        try await golden("equipment-idle", .equipment(EquipmentModel()), sizes: [(80, 24)]) {
            await $0.press(.tab, .tab, .tab)
            await $0.type("/mesin")
        }
    }

    @Test func oneIdleItem() async throws {
        try await golden("equipment-item", .equipment(EquipmentModel())) {
            await $0.press(.tab, .tab, .tab, .enter)
        }
    }

    @Test func aNewItemForAGroup() async throws {
        try await golden("equipment-new", .equipment(EquipmentModel()), sizes: [(80, 24)]) { desk in
            await desk.type("n")
            await enter("Mesin jahit Juki DDL-8700", desk)
            await enter("mesin jahit", desk)
            await enter("JK-8700-118", desk)
            await enter("Rp4.250.000", desk)
            await enter("apbd", desk)
            await desk.press(.enter)
            await enter("KUB Melati", desk)
            await desk.type("siti")
        }
    }

    @Test func aCheckThatIsNotWhole() async throws {
        try await golden("equipment-check", .equipment(EquipmentModel()), sizes: [(80, 24)]) { desk in
            await desk.press(.enter)
            await desk.type("p")
            await enter("rusak", desk)
            await desk.press(.control("s"))
        }
    }

    // Pemanggilan

    @Test func alumniWhoFit() async throws {
        try await golden("recall-form", .recallForm(RecallFormModel(today: MonitoredYear.today))) { desk in
            await desk.press(.enter)
            await enter("las", desk)
            await desk.press(.enter)
            await enter("18-45", desk)
            await enter("tanjung", desk)
            await enter("murung", desk)
            await desk.press(.tab)
            await enter("belum", desk)
        }
    }

    @Test func aListAndThePeopleOnIt() async throws {
        func keep(_ desk: ModelDesk) async {
            await desk.type("n")
            await desk.press(.enter, .enter, .enter, .enter, .enter)
            await enter("belum", desk)
            await desk.press(.enter)
            await enter("Kelas las lanjutan 2026", desk)
            await enter("h", desk)
            await desk.press(.down)
            await desk.type("b")
            await enter("bisa mulai Desember", desk)
            await desk.press(.down)
            await desk.type("t")
            await enter("sudah pindah", desk)
        }
        try await golden("recall-people", .recall(RecallModel()), keep)
        try await golden("recall", .recall(RecallModel()), sizes: [(80, 24)]) {
            await keep($0)
            await $0.press(.escape)
        }
    }

    // Jejak pokir

    @Test func theTrail() async throws {
        try await golden("pokir", .pokir(PokirModel())) { desk in
            await desk.press(.down)
            for _ in 0..<3 { await desk.press(.right) }
        }
    }

    // English

    @Test func inEnglish() async throws {
        try await golden("outcomes-english", .outcomes(OutcomesModel()), language: .english, sizes: [(80, 24)]) {
            await $0.type("b")
        }
        try await golden("equipment-english", .equipment(EquipmentModel()), language: .english, sizes: [(80, 24)]) {
            await $0.press(.enter)
        }
    }
}
