import Foundation
import SheetFixtures
import Training

/// A workbook as one can read it: one line a row, `|` between the cells.
///
/// `lembar: Name` begins a sheet (`, tersembunyi` hides it), `gabung: A1:E1` merges cells, `hari pertama: 1904` counts days as old Macs do. A
/// cell is text; `#` is a number as the file writes it, `@` a day, `?` a flag, `!` a failure, `"` text that stands in the cell itself, `*…*` text in
/// several fonts, and `=formula → value` a formula with what came of it.
struct WorkbookListing {
    private var sheets: [(name: String, isHidden: Bool, rows: [String], merged: [String])] = []
    private var strings: [String] = []
    private var begins1904 = false

    init(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if let name = line.after("lembar: ") {
                let isHidden = name.hasSuffix(", tersembunyi")
                sheets.append((name.replacingOccurrences(of: ", tersembunyi", with: ""), isHidden, [], []))
            } else if let cells = line.after("gabung: ") {
                sheets[sheets.count - 1].merged.append(cells)
            } else if line.after("hari pertama: ") != nil {
                begins1904 = true
            } else {
                let row = sheets[sheets.count - 1].rows.count + 1
                let cells = line.split(separator: "|", omittingEmptySubsequences: false).enumerated().map {
                    cell($1.trimmingCharacters(in: .whitespaces), "\(WorkbookFixture.letters($0 + 1))\(row)")
                }
                sheets[sheets.count - 1].rows.append("<row r=\"\(row)\">\(cells.joined())</row>")
            }
        }
    }

    var fixture: WorkbookFixture {
        var fixture = WorkbookFixture(sheetData: sheets.map { $0.rows.joined() }, names: sheets.map(\.name))
        fixture.add(strings: strings)
        var book = fixture["xl/workbook.xml"]
        if begins1904 { book = book.replacingOccurrences(of: "<workbookPr/>", with: "<workbookPr date1904=\"1\"/>") }
        for (place, sheet) in sheets.enumerated() {
            if sheet.isHidden {
                book = book.replacingOccurrences(
                    of: "name=\"\(sheet.name)\"", with: "name=\"\(sheet.name)\" state=\"hidden\"")
            }
            guard !sheet.merged.isEmpty else { continue }
            let cells = sheet.merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
            let part = "xl/worksheets/sheet\(place + 1).xml"
            fixture[part] = fixture[part].replacingOccurrences(
                of: "</sheetData>", with: "</sheetData><mergeCells>\(cells)</mergeCells>")
        }
        fixture["xl/workbook.xml"] = book
        return fixture
    }

    private mutating func cell(_ text: String, _ place: String) -> String {
        guard text.hasPrefix("="), let arrow = text.range(of: " →") else { return valued(text, place, formula: "") }
        let formula = WorkbookFixture.escaped(String(text[..<arrow.lowerBound].dropFirst()))
        let value = text[arrow.upperBound...].trimmingCharacters(in: .whitespaces)
        return valued(value, place, formula: "<f>\(formula)</f>")
    }

    private mutating func valued(_ text: String, _ place: String, formula: String) -> String {
        let rest = String(text.dropFirst())
        func written(_ attributes: String, _ value: String) -> String {
            "<c r=\"\(place)\" \(attributes)>\(formula)<v>\(WorkbookFixture.escaped(value))</v></c>"
        }
        switch text.first {
        case "#": return written("", rest)
        case "@": return written("s=\"1\"", String(serial(rest)))
        case "?": return written("t=\"b\"", rest == "TRUE" ? "1" : "0")
        case "!": return written("t=\"e\"", rest)
        case "\"": return "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(WorkbookFixture.escaped(rest))</t></is></c>"
        case nil where formula.isEmpty: return ""
        default: break
        }
        guard formula.isEmpty else { return written("t=\"str\"", text) }
        let runs = text.split(separator: "*", omittingEmptySubsequences: true)
        let fonts = text.contains("*") ? runs.map { "<r><rPr><b/></rPr>\(plain($0))</r>" }.joined() : plain(text[...])
        strings.append(fonts)
        return written("t=\"s\"", String(strings.count - 1))
    }

    private func plain(_ text: Substring) -> String {
        "<t xml:space=\"preserve\">\(WorkbookFixture.escaped(String(text)))</t>"
    }

    private func serial(_ iso: String) -> Int {
        let start = CalendarDate(iso: begins1904 ? "1904-01-01" : "1899-12-30")!
        return CalendarDate(iso: iso)!.daysSince1970 - start.daysSince1970
    }
}

extension Substring {
    fileprivate func after(_ word: String) -> String? { hasPrefix(word) ? String(dropFirst(word.count)) : nil }
}
