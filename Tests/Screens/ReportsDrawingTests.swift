import DeskScript
import Keyboard
import Testing
import Words

/// Laporan as golden text.
@Suite struct ReportsDrawingTests {
    private func golden(
        _ name: String, _ language: Language = .indonesian, sizes: [(Int, Int)], _ steps: (ModelDesk) async -> Void
    ) async throws {
        for (columns, rows) in sizes {
            let year = try await TrainingYear.contested()
            let desk = await ModelDesk(year.store, language: language, columns: columns, rows: rows)
            await desk.type("6")
            await steps(desk)
            try expectGolden(await desk.screen, "\(name)-\(columns)x\(rows)")
        }
    }

    @Test func theReport() async throws {
        try await golden("reports", sizes: [(80, 24), (120, 40)]) { _ in }
    }

    @Test func theReportInEnglish() async throws {
        try await golden("reports-english", .english, sizes: [(80, 24)]) { await $0.press(.pageDown) }
    }

    @Test func whereToWriteThePage() async throws {
        try await golden("reports-path", sizes: [(80, 24)]) { await $0.type("x") }
    }
}
