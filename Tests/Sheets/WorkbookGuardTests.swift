import Foundation
import SheetFixtures
import Testing

@testable import Sheets

/// What a file may try, and what it is told.
@Suite struct WorkbookGuardTests {
    private static let sheet = "xl/worksheets/sheet1.xml"

    private func outcome(_ body: () throws -> Void) -> SheetFlaw? {
        do { try body() } catch { return error as? SheetFlaw }
        return nil
    }

    private func flaw(of fixture: WorkbookFixture) -> SheetFlaw? { outcome { _ = try fixture.rows() } }

    private func flaw(ofBytes bytes: [UInt8]) -> SheetFlaw? { outcome { _ = try FixtureFile(bytes).rows() } }

    /// A good workbook of one sheet.
    private func fixture(_ sheetData: String = "<row><c><v>1</v></c></row>") -> WorkbookFixture {
        WorkbookFixture(sheetData: [sheetData])
    }

    // MARK: The file

    @Test func refusesWhatIsNoArchive() throws {
        #expect(flaw(ofBytes: []) == .empty)
        #expect(flaw(ofBytes: Array("nik,nama\n".utf8)) == .notAWorkbook)
        #expect(flaw(ofBytes: Array("%PDF-1.7\n".utf8)) == .notATable)
        #expect(flaw(ofBytes: [1, 0, 0, 2, 0, 0]) == .notATable)
        #expect(outcome { _ = try Workbook(path: "/nowhere/a.xlsx") } == .noSuchFile)
        #expect(outcome { _ = try Workbook(path: NSTemporaryDirectory()) } == .isFolder)
    }

    @Test func refusesAnArchiveCutOffAnywhere() throws {
        let bytes = try fixture().bytes()
        for length in 4..<bytes.count {
            let found = flaw(ofBytes: Array(bytes.prefix(length)))
            guard case .damagedArchive = found else {
                Issue.record("\(length) bytes: \(String(describing: found))")
                return
            }
        }
    }

    @Test func refusesOtherArchives() throws {
        let letter = WorkbookFixture(parts: [
            ("_rels/.rels", WorkbookFixture.relations([("rId1", "officeDocument", "word/document.xml")])),
            ("word/document.xml", "<w:document xmlns:w=\"w\"><w:body/></w:document>"),
        ])
        let openDocument = WorkbookFixture(parts: [
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<office:document/>"),
        ])
        let binary = WorkbookFixture(parts: [
            ("_rels/.rels", WorkbookFixture.relations([("rId1", "officeDocument", "xl/workbook.bin")])),
            ("xl/workbook.bin", "\u{1}\u{2}"),
        ])
        for other in [letter, openDocument, binary, WorkbookFixture(parts: [("a.txt", "a")])] {
            #expect(flaw(of: other) == .notAWorkbook)
        }
    }

    @Test func tellsLockedWorkbooksFromOldOnes() throws {
        #expect(flaw(ofBytes: compound(["Root Entry", "EncryptionInfo", "EncryptedPackage"])) == .encrypted)
        #expect(flaw(ofBytes: compound(["Root Entry", "Workbook"])) == .oldWorkbook)
        #expect(flaw(ofBytes: compound(["Root Entry", "WordDocument"])) == .notATable)
        #expect(
            flaw(ofBytes: compound(["Root Entry"]) + Array("EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }))
                == .oldWorkbook)
    }

    /// A compound file as far as its directory goes; the directory lies beyond the first piece that is read.
    private func compound(_ names: [String]) -> [UInt8] {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 66_040)
        for name in names {
            let letters = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            bytes += letters + [UInt8](repeating: 0, count: 64 - letters.count) + [UInt8(letters.count + 2), 0]
            bytes += [UInt8](repeating: 0, count: 62)
        }
        return bytes
    }

    @Test func refusesLockedParts() throws {
        var locked = fixture()
        locked.password = "rahasia"
        #expect(flaw(of: locked) == .encrypted)
    }

    @Test func refusesAFileThatChanges() throws {
        let rows = (1...20_000).map { [WorkbookFixture.Cell.number("\($0)")] }
        let file = try WorkbookFixture(sheets: [("A", rows)]).file()
        let other = try fixture().bytes()
        var record = SheetRecord()

        let workbook = try Workbook(path: file.path)
        let reader = try workbook.reader(of: 0)
        #expect(try reader.read(&record))
        try file.replace(other)
        #expect(outcome { while try reader.read(&record) {} } == .changedWhileRead)
        #expect(outcome { _ = try reader.read(&record) } == .changedWhileRead)
        #expect(outcome { _ = try workbook.reader(of: 0) } == .changedWhileRead)
        try FileManager.default.removeItem(atPath: file.path)
        #expect(outcome { _ = try workbook.reader(of: 0) } == .noSuchFile)
    }

    // MARK: Broken parts

    @Test func refusesAWrongChecksum() throws {
        var stored = fixture("<row><c><v>12345</v></c></row>")
        stored.isDeflated = false
        var bytes = try stored.bytes()
        let place = try #require(bytes.firstRange(of: Array("12345".utf8)))
        bytes[place.lowerBound] = UInt8(ascii: "9")
        #expect(flaw(ofBytes: bytes) == .damagedArchive(Self.sheet))
    }

    @Test func refusesAPartThatHoldsMoreThanItDeclares() throws {
        var bytes = try fixture(String(repeating: "<row><c><v>1</v></c></row>", count: 9_000)).bytes()
        let entry = try #require(bytes.lastRange(of: Array(Self.sheet.utf8))).lowerBound - 46
        #expect(Array(bytes[entry..<entry + 4]) == Array("PK\u{1}\u{2}".utf8))
        bytes.replaceSubrange(entry + 24..<entry + 28, with: [0, 1, 0, 0])
        #expect(flaw(ofBytes: bytes) == .damagedArchive(Self.sheet))
    }

    @Test(
        arguments: [
            "<worksheet><sheetData><row><c>", "<worksheet><sheetData></worksheet>", "<a/>", "<worksheet/>x", "",
            "<worksheet>&nbsp;</worksheet>", "<worksheet>\u{1}</worksheet>",
            "<?xml version=\"1.0\" encoding=\"x-unknown\"?><worksheet/>",
            String(repeating: "<worksheet>", count: 300),
            "<worksheet><sheetData><row r=\"2\"/><row r=\"2\"/></sheetData></worksheet>",
            "<worksheet><sheetData><row r=\"-2\"/></sheetData></worksheet>",
            "<worksheet><sheetData><row><c r=\"B1\"/><c r=\"A1\"/></row></sheetData></worksheet>",
            "<worksheet><sheetData><row><c r=\"1\"/></row></sheetData></worksheet>",
            "<worksheet><sheetData><row><c r=\"R1C1\"/></row></sheetData></worksheet>",
            "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>",
            "<worksheet><sheetData><row><c t=\"s\"><v>99999999999999999999</v></c></row></sheetData></worksheet>",
            "<worksheet><sheetData><row><c t=\"s\"><v>-1</v></c></row></sheetData></worksheet>",
        ])
    func refusesBrokenXML(_ xml: String) throws {
        var broken = fixture()
        broken[Self.sheet] = xml
        guard case .damagedArchive(let what) = try #require(flaw(of: broken)) else {
            Issue.record("\(String(describing: flaw(of: broken)))")
            return
        }
        #expect(what.hasPrefix(Self.sheet))
    }

    @Test func refusesAWorkbookThatLacksASheet() throws {
        var lacking = fixture()
        lacking.parts.removeAll { $0.name == Self.sheet }
        #expect(flaw(of: lacking) == .damagedArchive("Sheet1"))
    }

    // MARK: Too much

    @Test func refusesBombs() throws {
        var bomb = fixture(String(repeating: " ", count: 80 << 20))
        #expect(flaw(of: bomb) == .tooLarge(part: Self.sheet))
        bomb = fixture()
        bomb["xl/styles.xml"] = "<styleSheet>\(String(repeating: " ", count: 64 << 20))</styleSheet>"
        #expect(flaw(of: bomb) == .tooLarge(part: "xl/styles.xml"))
    }

    @Test func passesWhatOnlyLooksLikeABomb() {
        #expect(!WorkbookLimits.isBomb(size: 64 << 20, packed: 64 << 10))
        #expect(!WorkbookLimits.isBomb(size: 600 << 20, packed: 3 << 20))
        #expect(WorkbookLimits.isBomb(size: 600 << 20, packed: 1 << 20))
    }

    @Test(arguments: [
        "<c r=\"B3\" t=\"inlineStr\"><is><t>*</t></is></c>", "<c r=\"B3\"><v>*</v></c>",
        "<c r=\"B3\" t=\"str\"><v>*</v></c>",
    ])
    func stopsAtACellWithoutEnd(_ cell: String) throws {
        let letters = String(repeating: "ab ", count: 400_000)
        let endless = fixture("<row r=\"3\">\(cell.replacingOccurrences(of: "*", with: letters))</row>")
        #expect(flaw(of: endless) == .rowTooLong(TextPosition(line: 3, column: 2)))
    }

    @Test func stopsAtSharedTextsThatFillTheRow() throws {
        var long = fixture("<row>\(String(repeating: "<c t=\"s\"><v>0</v></c>", count: 5))</row>")
        long.add(strings: ["<t>\(String(repeating: "a", count: 300_000))</t>"])
        #expect(flaw(of: long) == .rowTooLong(TextPosition(line: 1, column: 4)))
        long.add(strings: ["<t>\(String(repeating: "a", count: 1_100_000))</t>"])
        #expect(flaw(of: long) == .tooLarge(part: "xl/sharedStrings.xml"))
    }

    @Test func stopsAtATagWithoutEnd() throws {
        var random = Seeded(state: 3)
        let letters = String(
            decoding: (0..<3 << 20).map { _ in UInt8.random(in: 0x61...0x7A, using: &random) }, as: UTF8.self)
        #expect(flaw(of: fixture("<row a=\"\(letters)\"/>")) == .tooLarge(part: Self.sheet))
    }

    @Test func stopsAtNamesThatFillTheMemory() throws {
        let names = (0..<40).map { "<n\($0)\(String(repeating: "y", count: 1 << 20))/>" }.joined()
        #expect(flaw(of: fixture(names)) == .tooLarge(part: Self.sheet))
    }

    @Test func refusesColumnsBeyondAnyRoster() throws {
        #expect(flaw(of: fixture("<row><c r=\"IV1\"><v>1</v></c><c r=\"XFD1\"/></row>")) == nil)
        #expect(
            flaw(of: fixture("<row r=\"2\"><c r=\"IW2\"><v>1</v></c></row>"))
                == .tooManyColumns(TextPosition(line: 2, column: 257)))
    }

    // MARK: Ways out

    @Test(
        arguments: [
            "<!DOCTYPE worksheet [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
            "<!DOCTYPE worksheet [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
            "<!DOCTYPE worksheet SYSTEM \"http://example.com/a.dtd\">", "<!DOCTYPE worksheet>",
        ],
        [
            sheet, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "_rels/.rels",
            "xl/_rels/workbook.xml.rels",
        ])
    func refusesDocumentTypes(_ type: String, _ part: String) throws {
        var unsafe = fixture("<row><c t=\"s\"><v>0</v></c></row>")
        unsafe.add(strings: ["<t>a</t>"])
        #expect(flaw(of: unsafe) == nil)
        unsafe[part] = type + unsafe[part]
        #expect(flaw(of: unsafe) == .unsafeArchive(part: part))
    }

    @Test(arguments: ["../../etc/passwd", "/etc/passwd", "xl\\a.xml", "C:/a.xml", "xl/../../a", "xl/.."])
    func refusesNamesThatLeadOut(_ name: String) throws {
        var unsafe = fixture()
        unsafe[name] = "a"
        #expect(flaw(of: unsafe) == .unsafeArchive(part: name))
    }

    @Test(
        arguments: [
            "../../etc/passwd", "/../a.xml", "worksheets\\sheet1.xml", "file:///etc/passwd", "//host/a.xml",
            "http://example.com/a.xml", "worksheets/../../../a.xml",
        ])
    func refusesTargetsThatLeadOut(_ target: String) throws {
        var unsafe = fixture()
        for kind in ["worksheets/sheet1.xml", "styles.xml", "sharedStrings.xml"] {
            unsafe = fixture()
            let relations = unsafe["xl/_rels/workbook.xml.rels"]
            unsafe["xl/_rels/workbook.xml.rels"] = relations.replacingOccurrences(
                of: "\"\(kind)\"", with: "\"\(target)\"")
            #expect(flaw(of: unsafe) == .unsafeArchive(part: target))
        }
    }

    @Test func refusesASheetThatIsElsewhere() throws {
        var unsafe = fixture()
        unsafe["xl/_rels/workbook.xml.rels"] = unsafe["xl/_rels/workbook.xml.rels"].replacingOccurrences(
            of: "Target=\"worksheets", with: "TargetMode=\"External\" Target=\"worksheets")
        #expect(flaw(of: unsafe) == .unsafeArchive(part: "worksheets/sheet1.xml"))
    }

    @Test func refusesTwoPartsOfOneName() throws {
        var doubled = fixture()
        doubled["xl/worksheets/SHEET1.xml"] = "<worksheet/>"
        #expect(flaw(of: doubled) == .damagedArchive(Self.sheet))
    }

    @Test func showsNoControlCharacters() throws {
        var hostile = fixture()
        hostile["xl/_rels/workbook.xml.rels"] = hostile["xl/_rels/workbook.xml.rels"].replacingOccurrences(
            of: "sheet1.xml", with: "a&#x9B;2J.xml")
        hostile["xl/worksheets/a\u{9B}2J.xml"] = "<worksheet>"
        #expect(flaw(of: hostile) == .damagedArchive("xl/worksheets/a\u{FFFD}2J.xml:1:12"))
        #expect(PartName.shown("a\u{1B}[2Jb\u{202E}") == "a\u{FFFD}[2Jb\u{FFFD}")
        #expect(PartName.shown(String(repeating: "a", count: 5_000)).count == 100)
    }
}

@Suite struct SheetFormatTests {
    @Test(
        arguments: [
            ([], SheetFormat.text), (Array("nik;nama\n".utf8), .text), ([0xEF, 0xBB, 0xBF, 0x61], .text),
            (Array("PK\u{3}\u{4}".utf8), .zip), (Array("PK\u{5}\u{6}".utf8), .zip), (Array("PK,nama".utf8), .text),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], .compound), (Array("%PDF-1.4".utf8), .binary),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .binary), ([0xFF, 0xD8, 0xFF, 0xE0], .binary),
            ([0x1F, 0x8B, 8], .binary), ([0x7F, 0x45, 0x4C, 0x46], .binary), (Array("{\\rtf1".utf8), .binary),
            ([0xFF, 0xFE, 0x6E, 0], .text), ([0xFE, 0xFF, 0, 0x6E], .text), ([0x6E, 0, 0x69, 0, 0x6B, 0], .text),
            ([0, 0x6E, 0, 0x69, 0, 0x6B], .text), ([0x6E, 0x69, 0, 0x6B, 0, 0, 3], .binary),
            (Array("nik,nama\n\0".utf8) + Array(repeating: 0x61, count: 80), .binary),
            (Array("Peserta é\n".unicodeScalars.map { UInt8($0.value) }), .text),
        ])
    func tellsFormatsByTheirBeginning(_ head: [UInt8], _ format: SheetFormat) {
        #expect(SheetFormat.sniff(head) == format)
    }
}

extension [UInt8] {
    fileprivate func firstRange(of part: [UInt8]) -> Range<Int>? {
        indices.dropLast(part.count - 1).first { self[$0..<$0 + part.count].elementsEqual(part) }
            .map { $0..<$0 + part.count }
    }

    fileprivate func lastRange(of part: [UInt8]) -> Range<Int>? {
        indices.dropLast(part.count - 1).last { self[$0..<$0 + part.count].elementsEqual(part) }
            .map { $0..<$0 + part.count }
    }
}
