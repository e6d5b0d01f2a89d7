import Foundation
import SheetFixtures
import Testing

@testable import Sheets

@Suite struct WorkbookReaderTests {
    /// What stands in the first row of a sheet with these cells.
    private func cells(_ cells: String, strings: [String] = [], isFrom1904: Bool = false) throws -> [String] {
        var fixture = WorkbookFixture(sheetData: ["<row>\(cells)</row>"])
        if !strings.isEmpty { fixture.add(strings: strings) }
        if isFrom1904 {
            fixture["xl/workbook.xml"] = fixture["xl/workbook.xml"].replacingOccurrences(
                of: "<workbookPr/>", with: "<workbookPr date1904=\"1\"/>")
        }
        return try fixture.rows().first.map { row in zip(row.cells, row.kinds).map { "\($0) \($1)" } } ?? []
    }

    @Test func readsEveryKindOfCell() throws {
        let fixture = WorkbookFixture(sheets: [
            (
                "Peserta",
                [
                    [.text("NIK"), .inline("Nama"), .empty, .text("a < b & c")],
                    [.number("6.309064505990012E15"), .day(36_677), .flag(true), .flag(false), .failure("#REF!")],
                ]
            )
        ])
        let rows = try fixture.rows()
        #expect(rows.map(\.row) == [1, 2])
        #expect(
            rows.map(\.cells) == [
                ["NIK", "Nama", "", "a < b & c"], ["6309064505990012", "2000-05-31", "TRUE", "FALSE", "#REF!"],
            ])
        #expect(rows.map(\.kinds) == [[.text, .text, .text, .text], [.number, .date, .flag, .flag, .failure]])
    }

    @Test(
        arguments: [
            // Formulas: what came of them.
            ("<c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>2x</v></c>", ["2 number", "2x text"]),
            ("<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", ["#DIV/0! failure"]),
            // Days as text, their time cut off; a time alone is none.
            (
                "<c t=\"d\"><v>2000-05-31T23:59:59</v></c><c t=\"d\"><v>2000-05-31</v></c>",
                ["2000-05-31 date", "2000-05-31 date"]
            ),
            (
                "<c t=\"d\"><v>T12:00:00</v></c><c t=\"d\"><v>2000-05-311</v></c>",
                ["T12:00:00 text", "2000-05-311 text"]
            ),
            // Styles: days, times, and what is too large to be a day.
            ("<c s=\"1\"><v>45443.75</v></c><c s=\"2\"><v>0.75</v></c>", ["2024-05-31 date", "0.75 number"]),
            (
                "<c s=\"1\"><v>6309064505990012</v></c><c s=\"1\"><v>-1</v></c>",
                ["6309064505990012 number", "-1 number"]
            ),
            ("<c s=\"99\"><v>45443</v></c>", ["45443 number"]),
            // Positions by reference, by order, and both.
            ("<c r=\"C1\"><v>3</v></c><c><v>4</v></c>", [" text", " text", "3 number", "4 number"]),
            ("<c r=\"ab1\"><v>3</v></c>", Array(repeating: " text", count: 27) + ["3 number"]),
            ("<c/><c><v>2</v></c><c/><c t=\"str\"><v></v></c>", [" text", "2 number"]),
            // Text in runs; how to pronounce it is left out, and foreign elements are passed over.
            (
                "<c t=\"inlineStr\"><is><r><rPr><b/></rPr><t>Siti </t></r><r><t>Aminah</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></is></c>",
                ["Siti Aminah text"]
            ),
            ("<c><v>1</v><extLst><ext><v>9</v></ext></extLst></c>", ["1 number"]),
            // Signs for what XML can't hold.
            (
                "<c t=\"str\"><v>a_x000A_b_x005F_x000D_c_xD83D__xDE00_d_x0000__xD83D_e_x12_</v></c>",
                ["a\nb_x000D_c😀d\u{FFFD}\u{FFFD}e_x12_ text"]
            ),
            ("<c><v>n/a</v></c><c t=\"b\"><v>ya</v></c>", ["n/a text", "ya text"]),
        ])
    func readsCells(_ xml: String, _ expected: [String]) throws {
        #expect(try cells(xml) == expected)
    }

    @Test func joinsTheRunsOfSharedStrings() throws {
        let strings = [
            "<t xml:space=\"preserve\"> Siti </t>", "<r><t>Amin</t></r><r><rPr/><t>ah</t></r>",
            "<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/>", "", "<t>a_x000D_b</t>",
        ]
        let xml = (0..<5).reversed().map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
        #expect(try cells(xml, strings: strings) == ["a\rb text", " text", "東京 text", "Aminah text", " Siti  text"])
    }

    @Test func keepsSharedStringsApartWhereTheirPiecesEnd() throws {
        let texts = (0..<9_000).map { "\($0) " + String(repeating: "é", count: $0 % 97) }
        let fixture = WorkbookFixture(sheets: [("Peserta", texts.map { [.text($0)] })])
        #expect(try fixture.rows().flatMap(\.cells) == texts)
    }

    @Test func countsRowsAsTheSpreadsheetDoes() throws {
        let cell = "<c><v>1</v></c>"
        let fixture = WorkbookFixture(sheetData: [
            "<row>\(cell)</row><row/><row r=\"7\">\(cell)</row><row><c r=\"B8\"/></row><row>\(cell)</row>"
                + "<row r=\"1048576\"><c r=\"C1048576\"><v>2</v></c></row>"
        ])
        let file = try fixture.file()
        let reader = try Workbook(path: file.path).reader(of: 0)
        var record = SheetRecord()
        var rows: [Int] = []
        while try reader.read(&record) {
            rows.append(record.row)
            #expect(record.start(of: record.count - 1) == TextPosition(line: record.row, column: record.count))
        }
        #expect(rows == [1, 7, 9, 1_048_576])
        #expect(record.count == 0)
        #expect(try !reader.read(&record))
    }

    @Test func readsTheSystemThatBeginsIn1904() throws {
        let xml = "<c s=\"1\"><v>0</v></c><c s=\"1\"><v>43981</v></c>"
        #expect(try cells(xml, isFrom1904: true) == ["1904-01-01 date", "2024-05-31 date"])
    }

    @Test func readsAnyPrefixAndAnyTarget() throws {
        var fixture = WorkbookFixture(sheetData: [])
        fixture["xl/workbook.xml"] =
            "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:q=\"r\"><x:sheets>"
            + "<x:sheet name=\"A\" sheetId=\"1\" q:id=\"a\"/><x:sheet name=\"B\" sheetId=\"2\" q:id=\"b\" state=\"veryHidden\"/>"
            + "<x:sheet name=\"Grafik\" sheetId=\"3\" q:id=\"c\"/></x:sheets></x:workbook>"
        fixture["xl/_rels/workbook.xml.rels"] = WorkbookFixture.relations([
            ("a", "worksheet", "/xl/worksheets/Sheet1.xml"), ("b", "worksheet", "./x/../worksheets/sheet2.xml"),
            ("c", "chartsheet", "charts/sheet1.xml"),
        ])
        for sheet in 1...2 {
            fixture["XL/worksheets/sheet\(sheet).XML"] =
                "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row><x:c>"
                + "<x:v>\(sheet)</x:v></x:c></x:row></x:sheetData></x:worksheet>"
        }
        fixture["xl/charts/sheet1.xml"] = "<chartsheet/>"
        fixture["_rels/.rels"] = WorkbookFixture.relations([("z", "officeDocument", "/xl/workbook.xml")])
        let file = try fixture.file()
        let workbook = try Workbook(path: file.path)
        #expect(workbook.sheets.map(\.name) == ["A", "B"])
        #expect(workbook.sheets.map(\.isHidden) == [false, true])
        #expect(try file.rows(0).map(\.cells) == [["1"]])
        #expect(try file.rows(1).map(\.cells) == [["2"]])
    }

    @Test func readsASheetAsOftenAsAsked() throws {
        let file = try WorkbookFixture(sheets: [("A", [[.text("a")], [.text("b")]]), ("B", [[.text("c")]])]).file()
        let workbook = try Workbook(path: file.path)
        let (first, second) = try (workbook.reader(of: 0), workbook.reader(of: 0))
        let other = try workbook.reader(of: 1)
        var record = SheetRecord()
        for (reader, text) in [(first, "a"), (other, "c"), (second, "a"), (first, "b"), (second, "b")] {
            #expect(try reader.read(&record))
            #expect(record.cells == [text])
        }
        #expect(throws: SheetFlaw.noSheet("3", sheets: ["A", "B"])) { try workbook.reader(of: 2) }
    }

    @Test func readsUTF16AsXMLAllowsIt() throws {
        var fixture = WorkbookFixture(sheetData: [""])
        let text =
            "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet><sheetData><row><c t=\"str\"><v>é</v></c></row></sheetData></worksheet>"
        fixture.parts.removeAll { $0.name == "xl/worksheets/sheet1.xml" }
        fixture.parts.append(("xl/worksheets/sheet1.xml", text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
        #expect(try fixture.rows().map(\.cells) == [["é"]])
    }

    @Test(
        arguments: [
            ("dd/mm/yyyy", true), ("[$-421]dd mmmm yyyy;@", true), ("DD-MM-YY", true), ("mmm\\-yy", true), ("d", true),
            ("mm", true), ("m/d h:mm", true), ("[$-F800]dddd\\,\\ mmmm\\ dd", true), ("mmmm", true),
            ("m\" bulan\"", true),
            ("h:mm", false), ("mm:ss", false), ("[h]:mm:ss", false), ("[mm]:ss", false), ("h:mm:ss AM/PM", false),
            ("General", false), ("0.00E+00", false), ("#,##0;[Red]-#,##0", false), ("\"dd\"0", false), ("0\\d", false),
            ("_d0", false), ("[Red]0", false), ("\"Rp\"#,##0", false), ("[$Rp-421]#,##0", false), ("0;dd", false),
            ("", false), ("\"", false), ("[", false), ("\\", false), ("@", false),
        ])
    func tellsDaysByTheirFormat(_ code: String, _ isDate: Bool) throws {
        #expect(NumberFormat.isDate(code) == isDate)
        var fixture = WorkbookFixture(sheetData: ["<row><c s=\"1\"><v>45443</v></c></row>"])
        let escaped = code.replacingOccurrences(of: "\"", with: "&quot;")
        fixture["xl/styles.xml"] =
            "<styleSheet><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf/><xf numFmtId=\"164\"/></cellXfs>"
            + "<numFmts><numFmt numFmtId=\"164\" formatCode=\"\(escaped)\"/></numFmts></styleSheet>"
        #expect(try fixture.rows().first?.cells == [isDate ? "2024-05-31" : "45443"])
    }
}
