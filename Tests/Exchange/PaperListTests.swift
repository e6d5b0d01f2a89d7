import Foundation
import Testing
import Training
import Words

@testable import Exchange

/// Lists of a class on paper: their HTML as it is kept, without a flaw of form, and what they must not carry.
@Suite struct PaperListTests {
    private static let today = CalendarDate(iso: "2026-11-24")!
    private static let day = CalendarDate(iso: "2026-02-11")!

    private static var line: ClassLine {
        let program = Program(code: Code("PBM-01")!, title: "Menjahit <Dasar>", year: 2026, track: .community)
        let value = TrainingClass(
            code: Code("K-014")!, program: ID(1), start: CalendarDate(iso: "2026-02-02")!, end: day,
            place: "Balai Desa Maburai", seats: 16, instructor: "Hj. Mariam")
        return ClassLine(
            trainingClass: Stored(id: ID(1), version: ID(1), value: value), program: program, enrollments: [:])
    }

    private static func person(_ serial: Int, _ standing: EnrollmentStanding, name: String? = nil) -> ListedPerson {
        let value = Participant(
            identity: .nik(try! NIK("630906450599" + String(format: "%04d", serial))),
            name: PersonName(name ?? "Siti Aminah \(["A", "B", "C"][serial % 3])")!, birthplace: "Tanjung",
            birthDate: CalendarDate(iso: "1999-05-05")!, sex: serial % 4 == 0 ? .male : .female,
            residence: .desa(RegionCode("63.09.06.2005")!), address: "RT 0\(serial % 9)",
            phone: PhoneNumber("0812345678\(String(format: "%02d", serial))"), education: .sma)
        return ListedPerson(
            person: Stored(id: ID(Int64(serial)), version: ID(1), value: value), standing: standing, trainingClass: line
        )
    }

    /// Nineteen people: more than one sheet.
    private static func contents(_ list: PaperList, sessions: Int = 1) -> PaperListContents {
        let certified = (1...3).map { person($0, .certified(on: day, number: "0\($0)/BLK/2026")) }
        let others = (4...18).map { person($0, .completed(on: day)) }
        let last = person(19, .completed(on: day), name: "Rahmah <script>\u{202E}")
        return PaperListContents(
            list: list, sessions: sessions, people: certified + others + [last], trainingClass: line,
            organizer: Organizer(code: Code("LKP-01")!, name: "LKP Mawar & Melati", kind: .lkp), year: 2026)
    }

    private static func text(
        _ contents: PaperListContents, _ format: PaperListFormat = .html, _ language: Language = .indonesian,
        reveal: Bool = false
    ) throws -> String {
        let path = NSTemporaryDirectory() + "silat-\(UUID().uuidString)"
        defer { unlink(path) }
        let output = try Output.file(path)
        try contents.write(format, .of(language), .tabalong, today: today, reveal: reveal, to: output)
        try output.keep()
        return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }

    @Test(arguments: PaperList.allCases)
    func looksAsKept(list: PaperList) throws {
        try expectGoldenFile(try Self.text(Self.contents(list)), "\(list.rawValue).html")
    }

    @Test(
        arguments: [
            (PaperList.attendance, 1), (.attendance, 9), (.certificates, 1), (.nominative, 1),
        ], Language.allCases)
    func isFlawlessHTML(list: (PaperList, Int), language: Language) throws {
        let html = try Self.text(Self.contents(list.0, sessions: list.1), .html, language)
        let path = NSTemporaryDirectory() + "silat-\(UUID().uuidString).html"
        defer { unlink(path) }
        try Data(html.utf8).write(to: URL(fileURLWithPath: path))
        let tidy = Process()
        tidy.executableURL = URL(fileURLWithPath: "/usr/bin/tidy")
        tidy.arguments = ["-q", "-e", path]
        let messages = Pipe()
        tidy.standardError = messages
        try tidy.run()
        let said = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        tidy.waitUntilExit()
        #expect(tidy.terminationStatus == 0, "\(said)")
    }

    @Test func nothingOfANameIsMarkup() throws {
        for list in PaperList.allCases {
            let html = try Self.text(Self.contents(list))
            #expect(html.contains("Rahmah &lt;script&gt;") && !html.contains("<script") && !html.contains("\u{202E}"))
            #expect(html.contains("LKP Mawar &amp; Melati"))
        }
    }

    @Test func everybodyHasOneBoxForEachSession() throws {
        for sessions in [1, 4, 9] {
            let html = try Self.text(Self.contents(.attendance, sessions: sessions))
            for number in 1...19 {
                #expect(html.components(separatedBy: ">\(number).</td>").count - 1 == sessions)
            }
        }
    }

    @Test func numbersAreMaskedUnlessAskedFor() throws {
        let nik = "6309064505990001"
        for format in PaperListFormat.allCases {
            let masked = try Self.text(Self.contents(.nominative), format)
            #expect(!masked.contains(nik) && masked.contains("6309••••••••0001") && !masked.contains("081234567801"))
            let full = try Self.text(Self.contents(.nominative), format, reveal: true)
            #expect(full.contains(nik) && full.contains("081234567801"))
        }
        for list in [PaperList.attendance, .certificates] {
            #expect(try !Self.text(Self.contents(list), reveal: true).contains(nik))
        }
    }

    @Test func isATableForSpreadsheetsToo() throws {
        let lines = try Self.text(Self.contents(.attendance, sessions: 2), .csv).split(separator: "\n")
        #expect(lines.count == 20)
        #expect(lines[0] == "\u{FEFF}name,sex,desa,session_1,session_2")
        #expect(try Self.text(Self.contents(.certificates), .csv).contains("certified,01/BLK/2026,2026-02-11\n"))
    }

    @Test func nobodyIsSaidInsteadOfAnEmptyTable() throws {
        var contents = Self.contents(.certificates)
        contents.people = Array(contents.people.suffix(2))
        let html = try Self.text(contents)
        #expect(html.contains("Belum ada.") && html.contains("Selesai tanpa sertifikat: 2 orang"))
    }
}
