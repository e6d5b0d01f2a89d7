import DeskScript
import Keyboard
import Testing
import Training
import ViewModels

@Suite("The second entry of a roster, drawn")
struct SecondEntryDrawingTests {
    private func desk(_ size: (Int, Int)) async throws -> ModelDesk {
        let year = try await TrainingYear.small()
        let desk = await ModelDesk(
            year.store, columns: size.0, rows: size.1, author: Author(name: "udin", desk: "meja2"))
        await desk.opensSecondEntry(of: "K-013")
        return desk
    }

    private func expect(_ desk: ModelDesk, _ name: String, _ size: (Int, Int)) async throws {
        try expectGolden(await desk.screen, "\(name)-\(size.0)x\(size.1)")
    }

    @Test("the form: empty, a NIK nearby, differences decided and open", arguments: ClassScreenTests.sizes)
    func form(size: (Int, Int)) async throws {
        let desk = try await desk(size)
        try await expect(desk, "second-entry-empty", size)
        await desk.type("6309064505990014")
        try await expect(desk, "second-entry-near", size)
        await desk.press(.control("u"))
        await desk.keys(
            PaperForm(
                nik: TrainingYear.nik(4), name: "SITI AMINAH", kecamatan: "murung", desa: "pembataan",
                phone: "0812 3456 7890"))
        await desk.press(.function(3))
        try await expect(desk, "second-entry-differs", size)
    }

    @Test("who is left, the roster, the rates and the names behind them", arguments: ClassScreenTests.sizes)
    func tables(size: (Int, Int)) async throws {
        let desk = try await desk(size)
        await desk.keys(
            PaperForm(nik: TrainingYear.nik(4), name: "Siti Aminatun", kecamatan: "murung", desa: "maburai"))
        await desk.press(.function(3), .control("s"))
        await desk.type(TrainingYear.nik(1))
        await desk.press(.enter)
        await desk.type("Aulia Rahma")
        await desk.press(.enter, .function(2), .control("s"))
        try await expect(desk, "second-entry-saved", size)
        await desk.press(.function(8))
        try await expect(desk, "second-entry-list", size)
        await desk.press(.escape, .function(9))
        try await expect(desk, "error-rates", size)
        await desk.press(.down, .right, .right, .enter)
        try await expect(desk, "error-rates-names", size)
        await desk.press(.escape, .escape, .escape)
        try await expect(desk, "roster-verified", size)
        await desk.press(.escape, .character("V"), .character("v"))
        try await expect(desk, "error-rates-classes", size)
    }
}
