import CZip
import Foundation
import Sheets
import Store
import Synchronization
import Testing
import Training
import Words

@testable import Exchange

/// Numbers for properties: the same for the same seed.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

extension Participant {
    /// Somebody with everything that could be mistaken for something else in a table.
    fileprivate static func nasty(_ serial: Int, _ dice: inout Dice) -> Participant {
        func text() -> String? {
            let pieces = [
                "=1+1", "+62", "-", "@nama", "'", "''=", "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "é", "M. Yusuf",
                "🙂", "e\u{301}", "•", " ", "NULL", "007", "_x0041_", "\u{FEFF}", "<b>&",
            ]
            let count = Int.random(in: 0...4, using: &dice)
            return (0..<count).compactMap { _ in pieces.randomElement(using: &dice) }.joined().fieldText
        }
        let day = Int.random(in: 1...28, using: &dice)
        let digits = "630906" + String(format: "%02d", day) + "0599" + String(format: "%04d", serial)
        let hasNIK = Bool.random(using: &dice)
        return Participant(
            identity: hasNIK ? .nik(try! NIK(digits)) : .none(reason: text() ?? "belum merekam"),
            name: PersonName((text() ?? "") + "Siti \(serial)")!, birthplace: text(),
            birthDate: CalendarDate(iso: "1999-05-\(String(format: "%02d", day))")!, sex: .male,
            residence: [.outside, .desa(RegionCode("63.09.06.2005")!), .kecamatan(RegionCode("63.09.02")!)]
                .randomElement(using: &dice)!,
            address: text(), phone: Bool.random(using: &dice) ? PhoneNumber("+62 812-3456-78\(serial % 10)") : nil,
            education: Education.allCases.randomElement(using: &dice), occupation: text())
    }
}

/// What leaves a file and comes into another one is the same data.
@Suite struct ExportTests {
    private func filled(seed: UInt64) async throws -> SilatStore {
        let store = try SilatStore.inMemory()
        var dice = Dice(state: seed)
        for serial in 1...40 {
            let person = Participant.nasty(serial, &dice)
            let doubts = Set(Doubt.allCases)
            _ = try await store.perform(
                .addParticipant(person, in: nil, confirmed: doubts), by: Author(name: "rina", desk: "meja1"))
        }
        return store
    }

    private func people(_ store: SilatStore) async throws -> Set<Participant> {
        let found = Mutex<Set<Participant>>([])
        try await store.eachParticipant(ParticipantQuery()) { person in
            found.withLock { _ = $0.insert(person.value) }
        }
        return found.withLock(\.self)
    }

    private func write(_ store: SilatStore, _ format: ExportFormat, to path: String, reveal: Bool) async throws {
        let output = try Output.file(path)
        let columns = Column.roster(.tabalong, reveal: reveal)
        let list = ListWriter(exporting: format, columns: columns, style: plain, to: output)
        try await store.eachParticipant(ParticipantQuery()) { try list.add($0) }
        try list.finish()
        try output.keep()
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func aRosterInCSVComesInElsewhereAsItWas(seed: UInt64) async throws {
        let store = try await filled(seed: seed)
        let roster = try await Roster()
        let path = roster.folder + "/out.csv"
        try await write(store, .csv, to: path, reveal: true)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "a spreadsheet knows UTF-8 by its mark")
        let (counts, rejections) = try await roster.take(String(decoding: bytes, as: UTF8.self), inClass: false)
        #expect(rejections.isEmpty && counts.added == 40, "seed \(seed): \(rejections)")
        #expect(try await people(roster.store) == people(store), "seed \(seed)")
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func aRosterInAWorkbookComesInElsewhereAsItWas(seed: UInt64) async throws {
        let store = try await filled(seed: seed)
        let roster = try await Roster()
        let path = roster.folder + "/out.xlsx"
        try await write(store, .xlsx, to: path, reveal: true)
        let (counts, rejections) = try await roster.take(file: path, inClass: false)
        #expect(rejections == [] && counts.added == 40, "seed \(seed): \(rejections)")
        #expect(try await people(roster.store) == people(store), "seed \(seed)")
    }

    /// Every cell of a roster as a workbook, read from the XML itself.
    @Test func aRosterAsWorkbookHasTheSameTexts() async throws {
        let store = try await filled(seed: 3)
        let path = NSTemporaryDirectory() + "silat-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await write(store, .xlsx, to: path, reveal: true)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        let archive = try #require(zip_open(path, ZIP_RDONLY, nil))
        defer { zip_discard(archive) }
        let part = try #require(zip_fopen(archive, "xl/worksheets/sheet1.xml", 0))
        defer { zip_fclose(part) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        bytes.removeLast(bytes.count - Int(zip_fread(part, &bytes, 1 << 20)))
        let sheet = String(decoding: bytes, as: UTF8.self)
        #expect(sheet.contains("<t>nik</t>") && sheet.contains("<t>alasan_tanpa_nik</t>"))
        #expect(!sheet.contains("<f>"))
        for person in try await people(store) {
            if let nik = person.nik { #expect(sheet.contains("<t>\(nik.digits)</t>")) }
            if let phone = person.phone { #expect(sheet.contains("<t>\(phone.digits)</t>")) }
        }
    }

    /// Texts are guarded in workbooks too, for when they are saved as csv from there.
    @Test(arguments: [
        (Cell.text("=1+1"), WorkbookCell.text("'=1+1")), (.text("'@x"), .text("''@x")), (.text("a=b"), .text("a=b")),
        (.texts(["+1", "2"]), .text("'+1 2")), (.word("x_y", shown: "X"), .text("x_y")), (.text(nil), .empty),
        (.number(-3), .number(-3)), (.number(nil), .empty), (.year(2026), .plainNumber(2026)),
        (.percent(Percent(11_630, of: 3_000)), .permille(3_876)), (.flag(false), .flag(false)),
        (.date(CalendarDate(iso: "2026-11-24")), .date(year: 2026, month: 11, day: 24)),
    ])
    func everyCellOfAWorkbookIsWhatItIs(cell: Cell, expected: WorkbookCell) { #expect(cell.workbook == expected) }

    @Test func aWorkbookForAStreamIsSentOnWhole() throws {
        let path = NSTemporaryDirectory() + "silat-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        mkfifo(path, 0o600)
        let reader = open(path, O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        let list = ListWriter(
            exporting: .xlsx, columns: [Column<Int>("n", "N") { .number($0) }], style: plain, to: try Output.file(path)
        )
        try list.add(1)
        try list.finish()
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(reader, &bytes, bytes.count)
        #expect(count > 1_000 && bytes.starts(with: Array("PK".utf8)))
    }

    @Test(arguments: [
        ("a.csv", ExportFormat.csv), ("A.XLSX", .xlsx), ("/x.y/b.json", .json), ("a.xls", nil), ("csv", nil),
    ])
    func theEndingSaysTheForm(path: String, form: ExportFormat?) { #expect(ExportFormat(path: path) == form) }

    @Test func headingsAreNeverTheSame() {
        #expect(TableExport(["P", "L", "P", "P"]) { _ in [] }.headings == ["P", "L", "P 2", "P 3"])
    }
}
