import DeskScript
import Keyboard
import Testing
import Training
import Words

/// The box in which a clerk says where a file is to be written, over the screen it was opened from.
@Suite struct ExportDrawingTests {
    private func desk(_ language: Language = .indonesian) async throws -> ModelDesk {
        let year = try await TrainingYear.small()
        return await ModelDesk(year.store, language: language)
    }

    @Test func aTableOfFigures() async throws {
        let desk = try await desk()
        await desk.press(.character("4"), .character("x"))
        try expectGolden(await desk.screen, "export-figures")
    }

    @Test func namesWithFullNumbers() async throws {
        let desk = try await desk(.english)
        await desk.press(.character("2"), .character("x"), .control("r"))
        try expectGolden(await desk.screen, "export-names-en")
    }

    @Test func listsForPaper() async throws {
        let desk = try await desk()
        await desk.press(.character("3"), .enter, .character("p"), .tab, .tab)
        try expectGolden(await desk.screen, "export-paper")
    }

    @Test func afterEscapeTheTableIsThereAgain() async throws {
        let desk = try await desk()
        await desk.press(.character("4"))
        let before = await desk.screen
        await desk.press(.character("x"), .escape)
        #expect(await desk.screen == before)
    }
}
