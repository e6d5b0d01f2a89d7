import DeskScript
import Foundation
import Keyboard
import Testing
import Training

/// Writing the names behind a figure to a file, from the list that they open to.
@Suite struct NamesExportTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "silat-names-\(UUID().uuidString)")

    /// The list of the four in K-013, opened from Capaian's first number.
    private func desk(_ year: TrainingYear) async throws -> ModelDesk {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let desk = await ModelDesk(year.store)
        await desk.press(.home, .enter)
        try await desk.sees("6 peserta")
        return desk
    }

    private func write(to path: String, _ desk: ModelDesk) async {
        await desk.press(.character("x"), .control("u"))
        await desk.paste(path)
        await desk.press(.enter)
    }

    @Test func asManyLinesAreWrittenAsTheFigureSaysAndTheLogKnows() async throws {
        let year = try await TrainingYear.small()
        let desk = try await desk(year)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "nama.csv").path
        await write(to: path, desk)
        try await desk.sees("6 baris ditulis ke")
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
        #expect(lines.count == 7)
        #expect(lines[0].hasPrefix("id,nik,name"))
        #expect(lines.dropFirst().allSatisfy { $0.contains("6309••••••••") })
        let step = try #require(try await year.store.log(of: nil, count: 1).first)
        #expect(step.kind == .export && step.note == "names 6" && step.author.name == "rina")
    }

    @Test func aFileThatIsThereIsReplacedOnlyWhenEnterIsPressedAgain() async throws {
        let desk = try await desk(try await TrainingYear.small())
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "nama.json").path
        try "lama".write(toFile: path, atomically: true, encoding: .utf8)
        await write(to: path, desk)
        try await desk.sees("sudah ada; Enter sekali lagi untuk menggantinya: /")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "lama")
        await desk.press(.enter)
        try await desk.sees("6 baris ditulis ke")
        let written = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path))) as? [[String: Any]]
        #expect(written?.count == 6)
    }

    @Test func whatCannotBeWrittenIsSaidAndThePathStays() async throws {
        let desk = try await desk(try await TrainingYear.small())
        defer { try? FileManager.default.removeItem(at: folder) }
        await write(to: folder.path + "/tidak/ada.csv", desk)
        try await desk.sees("tidak dapat ditulis")
        try await desk.sees("ada.csv")
        await desk.press(.escape)
        try await desk.doesNotSee("ada.csv")
        try await desk.sees("6 peserta")
    }
}
