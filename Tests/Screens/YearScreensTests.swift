import DeskScript
import Testing
import Training
import ViewModels
import Words

@testable import Screens

/// The explanation of the headline, contributions and targets, as golden text.
@Suite struct YearScreensTests {
    private func desk(
        _ screen: ScreenModel, columns: Int = 80, rows: Int = 24, _ language: Language = .indonesian
    ) async throws -> ModelDesk {
        let year = try await TrainingYear.contested()
        let desk = await ModelDesk(year.store, language: language, columns: columns, rows: rows)
        await desk.opens(screen)
        return desk
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func explanation(columns: Int, rows: Int) async throws {
        let desk = try await desk(.explanation(ExplanationModel()), columns: columns, rows: rows)
        try expectGolden(await desk.screen, "explanation-\(columns)x\(rows)")
    }

    @Test func explanationInEnglish() async throws {
        let desk = try await desk(.explanation(ExplanationModel()), .english)
        try expectGolden(await desk.screen, "explanation-english-80x24")
    }

    @Test func explanationOfAnEarlierDay() async throws {
        let desk = await ModelDesk(try await TrainingYear.pastAndPresent().store)
        await desk.opens(.explanation(ExplanationModel()))
        await desk.type("a20-11-2026")
        try expectGolden(await desk.screen, "explanation-asking-80x24")
        await desk.press(.enter)
        try expectGolden(await desk.screen, "explanation-past-80x24")
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func contributions(columns: Int, rows: Int) async throws {
        let desk = try await desk(.contributions(ContributionsModel()), columns: columns, rows: rows)
        try expectGolden(await desk.screen, "contributions-\(columns)x\(rows)")
    }

    @Test func contributionsInEnglish() async throws {
        let desk = try await desk(.contributions(ContributionsModel()), .english)
        try expectGolden(await desk.screen, "contributions-english-80x24")
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func targets(columns: Int, rows: Int) async throws {
        let desk = try await desk(.targets(TargetsModel()), columns: columns, rows: rows)
        try expectGolden(await desk.screen, "targets-\(columns)x\(rows)")
    }

    @Test func targetsInEnglish() async throws {
        let desk = try await desk(.targets(TargetsModel()), .english)
        try expectGolden(await desk.screen, "targets-english-80x24")
    }

    @Test func formOfAKecamatansTarget() async throws {
        let desk = try await desk(.targets(TargetsModel()))
        await desk.type("nmurung")
        try expectGolden(await desk.screen, "target-form-new-80x24")
    }

    @Test func formOfAClaim() async throws {
        let desk = try await desk(.contributions(ContributionsModel()))
        await desk.press(.enter)
        try expectGolden(await desk.screen, "claim-form-80x24")
    }

    /// What a rule of enrollments changes: which step is the headline.
    @Test func theHeadlineCountedByEnrollments() async throws {
        let year = try await TrainingYear.contested()
        try await year.perform(.setTarget(Target(year: 2026, stage: .revised, count: 50, rule: .enrollments)))
        let desk = await ModelDesk(year.store, rows: 24)
        await desk.opens(.explanation(ExplanationModel()))
        try await desk.sees("8 / 50 keikutsertaan   16,0 %")
        try await desk.sees("Dihitung per keikutsertaan")
    }
}
