import DeskScript
import Testing
import Training
import ViewModels
import Words

@testable import Screens

/// Gabung berkas as golden text.
@Suite struct FileMergeDrawingTests {
    private func desk(
        _ laptop: VillageLaptop, columns: Int = 80, rows: Int = 24, _ language: Language = .indonesian
    ) async -> ModelDesk {
        let desk = await ModelDesk(laptop.store, language: language, columns: columns, rows: rows)
        await desk.type("LM")
        await desk.paste(laptop.path)
        await desk.press(.enter)
        return desk
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func steps(columns: Int, rows: Int) async throws {
        let laptop = try await VillageLaptop()
        let desk = await desk(laptop, columns: columns, rows: rows)
        try expectGolden(await desk.screen, "file-merge-preview-\(columns)x\(rows)")
        await desk.press(.enter)
        await desk.type("t")
        try expectGolden(await desk.screen, "file-merge-conflicts-\(columns)x\(rows)")
        await desk.type("o")
        await desk.press(.control("s"))
        try expectGolden(await desk.screen, "file-merge-result-\(columns)x\(rows)")
    }

    @Test func inEnglish() async throws {
        let laptop = try await VillageLaptop()
        let desk = await desk(laptop, .english)
        try expectGolden(await desk.screen, "file-merge-preview-english-80x24")
        await desk.press(.enter)
        try expectGolden(await desk.screen, "file-merge-conflicts-english-80x24")
    }
}
