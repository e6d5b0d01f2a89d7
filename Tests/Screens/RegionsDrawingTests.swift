import DeskScript
import Keyboard
import Sample
import Store
import Testing
import Training
import Words

@testable import Screens

/// Wilayah as golden text, on made-up people of 2025.
@Suite struct RegionsDrawingTests {
    /// Made-up people, with a target and residents for each kecamatan.
    private func store(_ people: Int = 1_200) async throws -> SilatStore {
        let store = try SilatStore.inMemory(now: TrainingYear.noon)
        let author = Author(name: "rina", desk: "meja1")
        let sample = SampleData(participants: people, year: 2025, seed: 1)
        try await store.takeIn(as: .generate, note: "", by: author, keep: true) { intake in
            try sample.fill(intake)
            for (place, kecamatan) in Gazetteer.tabalong.kecamatan.enumerated() {
                let target = Target(year: 2025, scope: .kecamatan(kecamatan.code), count: 60 + place * 17)
                try intake.set(target)
                try intake.set(Residents(kecamatan: kecamatan.code, count: 9_350 + place * 4_210))
            }
        }
        return store
    }

    private func golden(
        _ name: String, people: Int = 1_200, _ steps: (ModelDesk) async -> Void
    ) async throws {
        let store = try await store(people)
        for (columns, rows) in [(80, 24), (120, 40)] {
            let desk = await ModelDesk(store, year: 2025, columns: columns, rows: rows)
            await desk.type("4")
            await steps(desk)
            try expectGolden(await desk.screen, "\(name)-\(columns)x\(rows)")
        }
    }

    /// Chooses a dimension from the list that a key opens.
    private func choose(_ key: String, _ name: String, _ desk: ModelDesk) async {
        await desk.type(key + name)
        await desk.press(.enter)
    }

    @Test func theKecamatan() async throws { try await golden("regions") { await $0.press(.down, .right) } }

    @Test func theDesa() async throws {
        try await golden("regions-desa") {
            for _ in 0..<5 { await $0.press(.down) }
            await $0.press(.enter)
        }
    }

    @Test func byOrganizerSorted() async throws {
        try await golden("regions-organizer") {
            await choose("v", "penye", $0)
            await $0.press(.right, .character("s"))
        }
    }

    @Test func byMonth() async throws { try await golden("regions-month") { await choose("v", "bulan", $0) } }

    @Test func theKecamatanByTrack() async throws {
        try await golden("regions-crossed") {
            await choose("m", "jalur", $0)
            await $0.press(.down, .right)
        }
    }

    @Test func theMatrixOfDesaAndTracks() async throws {
        try await golden("regions-matrix") {
            await choose("v", "desa", $0)
            await choose("m", "jalur", $0)
        }
    }

    @Test func theDesaThatNobodyComesFrom() async throws {
        try await golden("regions-unreached", people: 90) {
            await choose("v", "desa", $0)
            await choose("m", "bulan", $0)
            await $0.type("z")
        }
    }

    @Test func thePictureByTarget() async throws {
        try await golden("regions-picture") {
            await $0.type("b")
            await $0.press(.down, .down, .right)
        }
    }

    @Test func thePictureByResidents() async throws { try await golden("regions-residents") { await $0.type("bp") } }

    @Test func theListOfDimensions() async throws { try await golden("regions-choice") { await $0.type("v") } }

    @Test func inEnglish() async throws {
        let desk = await ModelDesk(try await store(), language: .english, year: 2025)
        await desk.type("4")
        await choose("m", "month", desk)
        try expectGolden(await desk.screen, "regions-english-80x24")
    }

    @Test func withoutResidentsItSaysHowToEnterThem() async throws {
        let desk = await ModelDesk(try await TrainingYear.small().store)
        await desk.type("4bp")
        try await desk.sees("silat residents set")
    }

    /// The share of all residents is not said while some are not on file: it would say too much.
    @Test func aShareOfPartOfTheResidentsIsNotSaid() async throws {
        let year = try await TrainingYear.small()
        let action = Action.setResidents(Residents(kecamatan: RegionCode("63.09.06")!, count: 1_000))
        try await year.perform(action)
        let desk = await ModelDesk(year.store)
        await desk.type("4bp")
        let lines = await desk.screen
        #expect(lines.first { $0.contains("Murung Pudak") }?.contains("0,6 %") == true)
        #expect(lines.first { $0.contains("Jumlah") }?.contains("%") == false)
        try await desk.doesNotSee("silat residents set")
    }

    /// Where some lines have no target, all bars stand for counts, so that none is left out.
    @Test func barsAreCountsWhereTargetsAreMissing() async throws {
        let year = try await TrainingYear.small()
        let target = Target(year: 2026, scope: .kecamatan(RegionCode("63.09.01")!), count: 3)
        try await year.perform(.setTarget(target))
        let desk = await ModelDesk(year.store)
        await desk.type("4b")
        let lines = await desk.screen
        #expect(lines.first { $0.contains("Murung Pudak") }?.contains("█") == true)
        #expect(lines.first { $0.contains("Banua Lawas") }?.contains("│") == true)
    }
}
