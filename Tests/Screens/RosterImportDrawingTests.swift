import DeskScript
import Foundation
import Keyboard
import Terminal
import Testing
import Training
import Words

@testable import Screens
@testable import ViewModels

/// The import of a roster as it looks, step by step, with the keys on the bottom line.
@Suite struct RosterImportDrawingTests {
    /// An import into a class of sixteen, at one of its steps.
    private struct Picture {
        let office: PeopleOffice
        let desk: ModelDesk
        let context: Context
        var model: RosterImportModel

        init(_ language: Language, _ columns: Int = 80, _ rows: Int = 24) async throws {
            office = try await PeopleOffice(target: 48)
            desk = await ModelDesk(office.store, language: language, columns: columns, rows: rows)
            context = Context(
                words: .of(language), author: office.author, year: 2026, today: CalendarDate(iso: "2026-11-24")!,
                zone: TimeZone(secondsFromGMT: 8 * 3_600)!, columns: columns, rows: rows)
            let line = try await office.store.trainingClass(office.sewing)!
            model = RosterImportModel(into: line)
            _ = model.browser.take(FolderListing(path: "/home/rina/unduhan", .folder(Self.entries)))
            model.path = "/home/rina/unduhan/peserta-kelua.xlsx"
            model.rejectsPath = "/home/rina/unduhan/peserta-kelua-ditolak.xlsx"
        }

        private static let entries: [FolderListing.Entry] = {
            let noon = PeopleOffice.noon()
            return [
                .init(name: "2025", isFolder: true), .init(name: "surat masuk", isFolder: true),
                .init(name: "peserta-kelua.xlsx", isFolder: false, size: 18_432, modified: noon),
                .init(name: "peserta-muara-harus.csv", isFolder: false, size: 734, modified: noon),
                .init(name: "rekap 2024.pdf", isFolder: false, size: 2_400_000, modified: noon),
            ]
        }()

        /// The columns of the sheet, which was imported before.
        mutating func toColumns() {
            let step = Step(
                id: ID(1), time: PeopleOffice.noon(), author: Author(name: "udin", desk: "meja2"), kind: .importRoster,
                changes: 48)
            let preview = ImportedRoster.preview(
                "/home/rina/unduhan/peserta-kelua.xlsx", sheets: ["Kelua", "Muara Harus"], controlTotal: 50,
                earlier: [step])
            _ = model.take(preview, context)
        }

        /// The counts of a dry run with everything in it.
        mutating func toCounts() {
            toColumns()
            model.push(.counts, context)
            var outcome = ImportedRoster.outcome(read: 48, added: 36, matched: 5, rejected: 7, undecided: 6)
            (outcome.counts.enrolled, outcome.counts.alreadyEnrolled) = (40, 1)
            outcome.counts.doubts = [.under15: 2]
            outcome.controlTotal = 50
            outcome.notes = [1, 2, 54]
            outcome.doubts = ImportedRoster.doubts
            outcome.placeDoubts = [ImportedRoster.place("Maburay", row: 12), ImportedRoster.place("Entah", row: 20)]
            outcome.rejections = [
                Rejection(row: 7, column: .nik, value: "6309", reason: "NIK harus 16 angka, ini 4"),
                Rejection(
                    row: 12, column: .desa, value: "Maburay", reason: "tidak ada desa “Maburay”; yang mirip: Maburai"),
            ]
            _ = model.rehearsed(outcome, context)
        }

        func lines() async -> [String] {
            await desk.opens(.rosterImport(model))
            return await desk.screen
        }
    }

    static let pictures: [(Language, Int, Int)] = [(.indonesian, 80, 24), (.english, 80, 24), (.indonesian, 132, 40)]

    private func name(_ step: String, _ language: Language, _ columns: Int, _ rows: Int) -> String {
        "import-\(step)-\(language.rawValue)-\(columns)x\(rows)"
    }

    @Test(arguments: pictures) func theFile(_ language: Language, _ columns: Int, _ rows: Int) async throws {
        let picture = try await Picture(language, columns, rows)
        try expectGolden(await picture.lines(), name("file", language, columns, rows))
    }

    @Test(arguments: pictures) func theColumns(_ language: Language, _ columns: Int, _ rows: Int) async throws {
        var picture = try await Picture(language, columns, rows)
        picture.toColumns()
        try expectGolden(await picture.lines(), name("columns", language, columns, rows))
    }

    @Test(arguments: pictures) func theCounts(_ language: Language, _ columns: Int, _ rows: Int) async throws {
        var picture = try await Picture(language, columns, rows)
        picture.toCounts()
        try expectGolden(await picture.lines(), name("counts", language, columns, rows))
    }

    @Test(arguments: pictures) func aDoubt(_ language: Language, _ columns: Int, _ rows: Int) async throws {
        var picture = try await Picture(language, columns, rows)
        picture.toCounts()
        _ = picture.model.open(.open, picture.context)
        _ = picture.model.take(fromRoster: true, picture.context)
        try expectGolden(await picture.lines(), name("doubt", language, columns, rows))
    }

    @Test(arguments: pictures) func aPlace(_ language: Language, _ columns: Int, _ rows: Int) async throws {
        var picture = try await Picture(language, columns, rows)
        picture.toCounts()
        _ = picture.model.openPlaces(picture.context)
        try expectGolden(await picture.lines(), name("place", language, columns, rows))
    }

    @Test func theRefusals() async throws {
        var picture = try await Picture(.indonesian)
        picture.toCounts()
        picture.model.push(.refusals, picture.context)
        try expectGolden(await picture.lines(), "import-refusals-id-80x24")
    }

    @Test func whatIsAskedBeforeTheImport() async throws {
        var picture = try await Picture(.indonesian)
        picture.toCounts()
        _ = picture.model.importNow(picture.context)
        try expectGolden(await picture.lines(), "import-asking-id-80x24")
    }

    @Test func theImportUnderWay() async throws {
        var picture = try await Picture(.indonesian)
        picture.toCounts()
        _ = picture.model.goAhead()
        picture.model.job?.progress = ImportProgress(rows: 31_400, fraction: 0.314, elapsed: .seconds(8))
        try expectGolden(await picture.lines(), "import-running-id-80x24")
    }

    @Test func theResult() async throws {
        var picture = try await Picture(.indonesian)
        picture.toCounts()
        var outcome = try #require(picture.model.outcome)
        outcome.rejectsPath = picture.model.rejectsPath
        _ = picture.model.imported(outcome, picture.context)
        try expectGolden(await picture.lines(), "import-result-id-80x24")
    }

    /// Meaning never hangs on colour: what is chosen, what differs and what is wrong have marks of their own.
    @Test func itCanBeReadInBlackAndWhite() async throws {
        var picture = try await Picture(.indonesian)
        picture.toCounts()
        #expect(await picture.lines().contains { $0.contains("✗ seharusnya 50") })
        _ = picture.model.open(.open, picture.context)
        let doubt = await picture.lines()
        #expect(doubt.contains { $0.contains("≠ Nama") && $0.contains("✓ Siti Nurhayati") })
    }
}
