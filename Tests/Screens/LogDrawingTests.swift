import DeskScript
import Testing
import Training
import ViewModels
import Words

@testable import Screens

/// The log and one of its steps, as golden text.
@Suite struct LogDrawingTests {
    private func desk(
        columns: Int = 80, rows: Int = 24, _ language: Language = .indonesian
    ) async throws -> ModelDesk {
        let year = try await TrainingYear.small()
        let basis = try #require(try await year.store.participant(year.people["Siti Aminah"]!))
        var edited = basis
        edited.value.name = PersonName("Siti Aminah Noor")!
        edited.value.residence = .desa(RegionCode("63.09.01.2001")!)
        edited.value.phone = PhoneNumber("081234567890")
        try await year.perform(
            .editParticipant(edited, basedOn: basis, confirmed: Set(Doubt.allCases)),
            by: Author(name: "dewi", desk: "meja2"))
        try await year.perform(.undo)
        let desk = await ModelDesk(year.store, language: language, columns: columns, rows: rows)
        await desk.type("L")
        return desk
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func log(columns: Int, rows: Int) async throws {
        try expectGolden(await desk(columns: columns, rows: rows).screen, "log-\(columns)x\(rows)")
    }

    @Test func logInEnglish() async throws { try expectGolden(await desk(.english).screen, "log-english-80x24") }

    @Test(arguments: [(80, 24), (120, 40)])
    func step(columns: Int, rows: Int) async throws {
        let desk = try await desk(columns: columns, rows: rows)
        await desk.press(.down, .enter)
        try expectGolden(withoutNumber(await desk.screen), "log-step-\(columns)x\(rows)")
    }

    @Test func stepInEnglish() async throws {
        let desk = try await desk(.english)
        await desk.press(.down, .enter)
        try expectGolden(withoutNumber(await desk.screen), "log-step-english-80x24")
    }

    /// The number of a step has the desk's in it, which is drawn by lot.
    private func withoutNumber(_ screen: [String]) -> [String] {
        screen.map { $0.replacing(/[0-9]{15,}/) { String(repeating: "0", count: $0.output.count) } }
    }
}
