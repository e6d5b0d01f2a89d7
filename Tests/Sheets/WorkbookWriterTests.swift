import CZip
import Foundation
import Testing

@testable import Sheets

/// A workbook on disk, and the parts of its archive as text.
private final class Written {
    let path = NSTemporaryDirectory() + "silat-\(UUID().uuidString).xlsx"

    deinit { unlink(path) }

    func write(_ headings: [String], _ rows: [[WorkbookCell]]) throws {
        let writer = try WorkbookWriter(path: path, headings: headings)
        for row in rows { try writer.add(row) }
        try writer.finish()
    }

    func part(_ name: String) throws -> String {
        let archive = try #require(zip_open(path, ZIP_RDONLY, nil))
        defer { zip_discard(archive) }
        let part = try #require(zip_fopen(archive, name, 0))
        defer { zip_fclose(part) }
        var (text, piece) = ([UInt8](), [UInt8](repeating: 0, count: 4_096))
        while true {
            let count = zip_fread(part, &piece, 4_096)
            guard count > 0 else { return String(decoding: text, as: UTF8.self) }
            text += piece[..<Int(count)]
        }
    }

    var sheet: String { get throws { try part("xl/worksheets/sheet1.xml") } }
}

@Suite struct WorkbookWriterTests {
    @Test func writesEveryKindOfCellAsWhatItIs() throws {
        let written = Written()
        try written.write(
            ["nik", "jumlah"],
            [
                [.text("6309064505990001"), .number(11_630)], [.text("=1+1"), .permille(3_876)],
                [.date(year: 2026, month: 11, day: 24), .flag(true)], [.empty, .plainNumber(2026)],
                [.date(year: 1899, month: 12, day: 31), .number(1_000_000_000_000_000)],
            ])
        let sheet = try written.sheet
        #expect(sheet.contains(#"<c r="A2" t="inlineStr"><is><t>6309064505990001</t></is></c>"#))
        #expect(sheet.contains(#"<c r="A3" t="inlineStr"><is><t>=1+1</t></is></c>"#) && !sheet.contains("<f>"))
        #expect(sheet.contains("<v>11630</v>") && sheet.contains("<v>3.876</v>"))
        #expect(sheet.contains("<v>46350</v>"), "days since 1900, as spreadsheets count them")
        #expect(sheet.contains(#"<c r="B4" t="b"><v>1</v></c>"#))
        #expect(sheet.contains(#"<c r="B5"><v>2026</v></c>"#), "a year has no separators")
        #expect(sheet.contains("<t>1899-12-31</t>") && sheet.contains("<t>1000000000000000</t>"))
        let styles = try written.part("xl/styles.xml")
        #expect(styles.contains(#"formatCode="0.0%""#) && styles.contains(#"formatCode="dd-mm-yyyy""#))
    }

    @Test func theHeadingStaysAndColumnsCanBeFiltered() throws {
        let written = Written()
        try written.write(["nama", "x"], [[.text(String(repeating: "n", count: 30)), .empty], [.empty, .empty]])
        let sheet = try written.sheet
        #expect(sheet.contains(#"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#))
        #expect(sheet.contains(#"<autoFilter ref="A1:B3"/>"#))
        #expect(sheet.contains(#"<col min="1" max="1" width="31.7109375""#))
    }

    @Test func noControlReachesTheFileAndNoTextIsTakenForOne() throws {
        let written = Written()
        try written.write(["a"], [[.text("x\u{1}y\u{0}z\u{FFFF}")], [.text("_x0041_")], [.text(" <&>\"\n ")]])
        let sheet = try written.sheet
        #expect(sheet.contains("<t>x_x0001_y_x0000_z_xFFFF_</t>"))
        #expect(sheet.contains("<t>_x005F_x0041_</t>"))
        #expect(sheet.contains("<t xml:space=\"preserve\"> &lt;&amp;&gt;\"\n </t>"))
    }

    @Test func aTextThatIsTooLongIsNamed() throws {
        let written = Written()
        let writer = try WorkbookWriter(path: written.path, headings: ["a", "alamat"])
        try writer.add([.empty, .text(String(repeating: "x", count: 32_767))])
        #expect(throws: WorkbookFailure.textTooLong(row: 3, column: "alamat", length: 32_768, most: 32_767)) {
            try writer.add([.empty, .text(String(repeating: "x", count: 32_768))])
        }
    }

    @Test func aSheetHoldsSoManyRowsAndNoMore() throws {
        let written = Written()
        let writer = try WorkbookWriter(path: written.path, headings: ["a"])
        for _ in 0..<WorkbookWriter.mostRows { try writer.add([]) }
        #expect(throws: WorkbookFailure.tooManyRows(most: 1_048_575)) { try writer.add([]) }
    }

    @Test func whatCannotBeWrittenIsSaidInTheSystemsWords() {
        #expect(throws: WorkbookFailure.cannotWrite(reason: "No such file or directory")) {
            let writer = try WorkbookWriter(path: "/nowhere/x.xlsx", headings: ["a"])
            try writer.finish()
        }
    }

    /// Rows wait in a file of the same folder; nothing of it is left, and the file keeps its rights.
    @Test func nothingIsLeftBesideTheFile() throws {
        let folder = NSTemporaryDirectory() + "silat-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/x.xlsx"
        try #require(
            FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]))
        let abandoned = try WorkbookWriter(path: folder + "/y.xlsx", headings: ["a"])
        try abandoned.add([.text("x")])
        let writer = try WorkbookWriter(path: path, headings: ["a"])
        for number in 0..<1_000 { try writer.add([.number(number)]) }
        try writer.finish()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["x.xlsx"])
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }
}
