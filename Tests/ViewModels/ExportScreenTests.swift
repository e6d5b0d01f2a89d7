import DeskScript
import Foundation
import Keyboard
import Testing
import Training

@testable import ViewModels

/// Writing what a screen shows to a file.
@Suite struct ExportScreenTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "silat-names-\(UUID().uuidString)")

    /// The list of the four in K-013, opened from Capaian's first number.
    private func desk(_ year: TrainingYear) async throws -> ModelDesk {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let desk = await ModelDesk(year.store)
        await desk.press(.home, .enter)
        try await desk.sees("6 peserta")
        return desk
    }

    private func text(of path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
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
        let lines = try text(of: path).split(whereSeparator: \.isNewline)
        #expect(lines.count == 7)
        #expect(lines[0].hasPrefix("\u{FEFF}id,nik,name"))
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
        try await desk.sees("sudah ada; Enter sekali lagi untuk menggantinya:")
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

    @Test func fullNumbersLeaveOnlyWhenAskedForAndTheLogKnows() async throws {
        let year = try await TrainingYear.small()
        let desk = try await desk(year)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "nama.csv").path
        await desk.press(.character("x"))
        try await desk.sees("NIK dan telepon disamarkan")
        await desk.press(.control("r"), .control("u"))
        try await desk.sees("lengkap dari 6 orang; tercatat dalam log")
        await desk.paste(path)
        await desk.press(.enter)
        #expect(try text(of: path).contains(TrainingYear.nik(1)))
        let step = try #require(try await year.store.log(of: nil, count: 1).first)
        #expect(step.note == "names 6 NIK", "\(step.note ?? "")")
    }

    @Test func anUnknownEndingSaysWhichThereAre() async throws {
        let desk = try await desk(try await TrainingYear.small())
        defer { try? FileManager.default.removeItem(at: folder) }
        await write(to: folder.appending(path: "nama.xls").path, desk)
        try await desk.sees(".csv, .xlsx, .json")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func aTableOfFiguresLeavesAsNumbers() async throws {
        let year = try await TrainingYear.small()
        let desk = try await desk(year)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "kecamatan.csv").path
        await desk.press(.escape, .character("4"))
        let shown = try #require(await grid(desk))
        await write(to: path, desk)
        let lines = try text(of: path).split(whereSeparator: \.isNewline)
        #expect(lines.count == 1 + shown.rows.filter { !$0.isSentence }.count)
        // The last line is the total, whose figures the header shows.
        let total = try #require(lines.last).split(separator: ",", omittingEmptySubsequences: false)
        #expect(total.contains("6") && !total.contains { $0.contains("%") || $0.contains("•") })
        // Nobody is named, so that nothing is logged.
        #expect(try await year.store.log(of: nil, count: 1).first?.kind != .export)
    }

    @Test("every screen with a table writes it", arguments: ["csv", "xlsx", "json"])
    func everyTableLeaves(ending: String) async throws {
        let year = try await TrainingYear.small()
        let desk = try await desk(year)
        defer { try? FileManager.default.removeItem(at: folder) }
        let id = try #require(year.classes["K-013"])
        let screens: [ScreenModel] = [
            .achievement(AchievementModel()), .years(YearsModel()), .months(MonthsModel()),
            .explanation(ExplanationModel()), .contributions(ContributionsModel()),
            .participants(ParticipantsModel()), .classes(ClassesModel()), .roster(RosterModel(id)),
            .regions(RegionsModel()), .outcomes(OutcomesModel()),
            .followUpList(FollowUpListModel(nil, place: "Tabalong")),
        ]
        for (place, screen) in screens.enumerated() {
            await desk.opens(screen)
            let path = folder.appending(path: "\(place).\(ending)").path
            await write(to: path, desk)
            try await desk.sees("baris ditulis ke")
            let bytes = try Data(contentsOf: URL(filePath: path))
            #expect(
                bytes.starts(
                    with: ending == "xlsx" ? Data("PK".utf8) : ending == "json" ? Data("[".utf8) : Data([0xEF])))
        }
    }

    @Test func aRosterGoesOnPaper() async throws {
        let year = try await TrainingYear.small()
        let desk = try await desk(year)
        defer { try? FileManager.default.removeItem(at: folder) }
        await desk.opens(.roster(RosterModel(try #require(year.classes["K-013"]))))
        await desk.press(.character("p"))
        try await desk.sees("daftar-hadir-k-013-2026-11-24.html")
        await desk.press(.tab)
        try await desk.sees("daftar-sertifikat-k-013-2026-11-24.html")
        await desk.press(.tab, .control("u"))
        let path = folder.appending(path: "nominatif.html").path
        await desk.paste(path)
        await desk.press(.enter)
        try await desk.sees("4 baris ditulis ke")
        #expect(try text(of: path).contains("<h1>DAFTAR NOMINATIF</h1>"))
        #expect(try await year.store.log(of: nil, count: 1).first?.note == "nominative K-013 4")
    }

    @Test func tablesOfMonitoringLeaveAndThoseThatNamePeopleAreLogged() async throws {
        let monitored = try await MonitoredYear()
        let desk = await ModelDesk(monitored.store)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let screens: [(ScreenModel, String?)] = [
            (.monitoring(MonitoringModel()), nil), (.outcomes(OutcomesModel()), nil),
            (.equipment(EquipmentModel()), "equipment 3"),
            (.followUpList(FollowUpListModel(nil, place: "Tabalong", .all)), "follow-ups "),
        ]
        for (place, (screen, note)) in screens.enumerated() {
            let before = try await monitored.store.log(of: nil, count: 1).first?.id
            await desk.opens(screen)
            await write(to: folder.appending(path: "\(place).csv").path, desk)
            try await desk.sees("baris ditulis ke")
            let step = try #require(try await monitored.store.log(of: nil, count: 1).first)
            #expect((step.id == before) == (note == nil))
            if let note { #expect(step.kind == .export && step.note?.hasPrefix(note) == true) }
        }
        let equipment = try text(of: folder.appending(path: "2.csv").path)
        #expect(!equipment.contains("Rp") && equipment.contains("000,"), "facts, not what the screen shows")
        #expect(equipment.contains("2026-04-01"))
    }

    /// A list that is longer than the screen keeps is read anew, and narrowed by the same words.
    @Test(arguments: [("siti", true), ("menjahit", true), ("k-013", true), ("las", false), ("", true)])
    func longListsAreNarrowedByTheSameWords(words: String, fits: Bool) throws {
        let person = ParticipantRow(
            id: ID(1), nik: nil, name: try #require(PersonName("Hj. Siti Aminah")), sex: .female,
            birthDate: try #require(CalendarDate(iso: "1999-05-05")), residence: .outside)
        let check = DueFollowUp(
            person: person, enrollment: ID(2), trainingClass: try #require(Code("K-013")), program: "Menjahit Dasar",
            mark: 3, dueOn: try #require(CalendarDate(iso: "2026-05-11")), state: .due)
        #expect(check.fits(words) == fits)
    }

    private func grid(_ desk: ModelDesk) async -> FigureGrid? {
        (await desk.front.screen as? any FigureScreen)?.grid
    }
}
