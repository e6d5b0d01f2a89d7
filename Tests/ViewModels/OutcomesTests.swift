import DeskScript
import Keyboard
import Sample
import Store
import Testing
import Training
import Words

@testable import ViewModels

/// Stories at Hasil and at the pokir trail.
@Suite struct OutcomesTests {
    private let today = MonitoredYear.today

    private func desk(_ screen: ScreenModel) async throws -> ModelDesk {
        let desk = await ModelDesk(try await MonitoredYear().store)
        await desk.opens(screen)
        return desk
    }

    @Test func everyStepOfTheWholeOpensToItsNames() async throws {
        let desk = try await desk(.outcomes(OutcomesModel()))
        try await desk.sees("Hasil menurut kecamatan · tahun 2026")
        try await desk.sees("Murung Pudak")
        await desk.press(.end, .down, .right)
        try await desk.sees("Ikut: berstatus")
        await desk.press(.enter)
        try await desk.sees("Kabupaten · ikut · 2026")
        try await desk.sees("6 peserta")
        await desk.press(.escape)
        for _ in 0..<5 { await desk.press(.right) }
        await desk.press(.enter)
        try await desk.sees("Kabupaten · memanfaatkan · 2026")
        try await desk.sees("2 peserta")
        try await desk.sees("Aulia Rahmah")
        try await desk.doesNotSee("Budi Santoso")
    }

    /// Of 6 due, 4 were reached and 2 use it: 50 % of those reached; of all at least 33 %, at most 66 %. All cut.
    @Test func bothRatesStandAtTheEdgeWhereverOneIs() async throws {
        let desk = try await desk(.outcomes(OutcomesModel()))
        for _ in 0..<12 {
            let total = try #require(await desk.screen.first { $0.hasPrefix(" Jumlah") })
            #expect(total.contains("50,0 %"))
            #expect(total.contains("33–66 %"))
            await desk.press(.right)
        }
    }

    @Test func workersAbsorbedHaveNoNamesAndNobodyTwice() async throws {
        let desk = try await desk(.outcomes(OutcomesModel()))
        await desk.press(.end, .down)
        for _ in 0..<10 { await desk.press(.right) }
        try await desk.sees("tidak ada namanya")
        let before = await desk.screen
        await desk.press(.enter)
        #expect(await desk.screen == before)
        let total = try #require(before.first { $0.hasPrefix(" Jumlah") })
        // Three workers, one of whom is from training.
        #expect(total.split(separator: " ").contains("2"))
    }

    @Test func theLadderOfTheWholeYearAsBars() async throws {
        let desk = try await desk(.outcomes(OutcomesModel()))
        await desk.type("b")
        try await desk.sees("Tangga hasil · tahun 2026")
        let using = try #require(await desk.screen.first { $0.contains("Memanfaatkan") })
        #expect(using.contains("█"))
        #expect(using.contains("50,0 %"))
        #expect(using.contains("33–66 %"))
        await desk.press(.down, .down, .down, .down, .right, .enter)
        try await desk.sees("Kabupaten · terjangkau · 2026")
        try await desk.sees("4 peserta")
        await desk.press(.escape)
        await desk.type("b")
        try await desk.sees("menurut kecamatan")
    }

    @Test func byAnotherDimensionAndBack() async throws {
        let desk = try await desk(.outcomes(OutcomesModel()))
        await desk.type("vprog")
        await desk.press(.enter)
        try await desk.sees("Hasil menurut program")
        try await desk.sees("P-01 Menjahit Dasar")
        try await desk.doesNotSee("P-03")
        await desk.press(.escape)
        try await desk.sees("Capaian")
    }

    @Test func whatAnotherDeskFindsIsMarkedAndThenSettles() async throws {
        let monitored = try await MonitoredYear()
        let desk = await ModelDesk(monitored.store)
        await desk.opens(.outcomes(OutcomesModel()))
        let outcome = Outcome(
            enrollment: monitored.enrollments["Siti Aminah"]!, date: CalendarDate(iso: "2026-11-01")!, fact: .studying)
        try await monitored.year.perform(.recordOutcome(outcome))
        await desk.hearsOfChange()
        try await desk.sees("●Murung Pudak")
        await desk.timePasses()
        try await desk.doesNotSee("●")
    }

    // Names behind every number

    @Test(arguments: OutcomesModel.dimensions) func everyNumberHasItsNames(_ dimension: Dimension) async throws {
        let store = try await sampleStore()
        let context = Context(words: .of(.indonesian), author: Author(name: "a", desk: "b"), year: 2025, today: today)
        let figures = try await OutcomeFigures.read(by: dimension, of: 2025, today: today, from: store)
        let lines = OutcomeLines(figures: figures, context: context)
        for page in [OutcomeTable(lines: lines).page, OutcomePicture(lines: lines).page] {
            try await walk(page.rows + page.footer, store)
        }
    }

    @Test func everyNumberOfThePokirTrailHasItsNames() async throws {
        let store = try await sampleStore()
        let context = Context(words: .of(.indonesian), author: Author(name: "a", desk: "b"), year: 2025, today: today)
        let trails = try await store.pokirTrails(of: 2025, today: today)
        #expect(trails.count > 1)
        try await walk(trails.map(PokirTable(year: 2025, today: today, context: context).row), store)
    }

    private func walk(_ rows: [FigureRow], _ store: SilatStore) async throws {
        let names = rows.flatMap(\.cells).compactMap(\.names)
        #expect(names.count { $0.count > 0 } > 5)
        for names in names {
            #expect(try await store.count(of: ParticipantQuery(figure: names.figure)) == names.count, "\(names.title)")
        }
    }

    private func sampleStore() async throws -> SilatStore {
        let store = try SilatStore.inMemory(now: TrainingYear.noon)
        try await store.fillMonitored(participants: 300, today: today)
        return store
    }

    // The pokir trail

    @Test func theTrailLeadsFromTheProposalToPeopleAndEquipment() async throws {
        let desk = try await desk(.pokir(PokirModel()))
        try await desk.sees("Jejak pokir · tahun 2026")
        try await desk.sees("H. Syahrani")
        try await desk.sees("012/DPRD/2025")
        try await desk.doesNotSee("Las SMAW")
        await desk.press(.right, .right, .enter)
        try await desk.sees("P-01 Menjahit Dasar · ikut · 2026")
        try await desk.sees("4 peserta")
        await desk.press(.escape)
        for _ in 0..<10 { await desk.press(.right) }
        try await desk.sees("Enter membuka daftarnya")
        await desk.press(.enter)
        try await desk.sees("Peralatan di tangan lulusan P-01 Menjahit Dasar")
        try await desk.sees("[semua 2]")
        try await desk.sees("Siti Aminah")
        try await desk.doesNotSee("Perangkat las")
        await desk.press(.escape)
        try await desk.sees("Jejak pokir")
    }

    @Test func withoutProposalsItSaysWhereTheyComeFrom() async throws {
        let desk = await ModelDesk(try TrainingYear().store)
        await desk.opens(.pokir(PokirModel()))
        try await desk.sees("Belum ada program dari pokok-pokok pikiran tahun 2026")
    }

    @Test func theScreensAreReachedByTheSharedKeys() throws {
        let keys: [KeyBinding<HelpModel>] = MonitoringKeys.shared()
        let context = Context(words: .of(.indonesian), author: Author(name: "a", desk: "b"), year: 2026, today: today)
        var model = HelpModel(hints: [], everywhere: [])
        let opened = keys.flatMap { $0.run(&model, context) }.compactMap { effect -> String? in
            if case .open(let screen) = effect { "\(type(of: screen.screen))" } else { nil }
        }
        #expect(opened == ["OutcomesModel", "EquipmentModel", "RecallModel", "PokirModel"])
        let taken = Set("123456qu?/nesfrxjkgG#")
        for case .character(let letter) in keys.flatMap(\.keys) { #expect(!taken.contains(letter)) }
    }
}
