import CZip
import Foundation

/// A workbook made of parts, as odd as a test wants it.
package struct WorkbookFixture: Sendable {
    /// The parts in their order; a name may be anything.
    package var parts: [(name: String, bytes: [UInt8])]
    /// Whether parts are deflated; stored ones stand in the file as they are.
    package var isDeflated = true
    /// Locks all parts.
    package var password: String?

    package init(parts: [(name: String, text: String)]) {
        self.parts = parts.map { ($0.name, Array($0.text.utf8)) }
    }

    /// A workbook of sheets with these cells.
    package init(sheets: [(name: String, rows: [[Cell]])]) {
        var strings: [String] = []
        let bodies = sheets.map { Self.sheetData($0.rows, &strings) }
        self.init(sheetData: bodies, names: sheets.map(\.name))
        if !strings.isEmpty { add(strings: strings.map { "<t xml:space=\"preserve\">\(Self.escaped($0))</t>" }) }
    }

    /// A workbook of one sheet or more, each given as what stands in its `sheetData`; style 1 shows days, style 2 times.
    package init(sheetData bodies: [String], names: [String]? = nil) {
        let names = names ?? bodies.indices.map { "Sheet\($0 + 1)" }
        self.init(parts: [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("_rels/.rels", Self.relations([("rId1", "officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", Self.workbook(names)),
            ("xl/_rels/workbook.xml.rels", ""), ("xl/styles.xml", Self.styles),
        ])
        for (place, body) in bodies.enumerated() {
            self["xl/worksheets/sheet\(place + 1).xml"] =
                "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(body)</sheetData></worksheet>"
        }
        self["xl/_rels/workbook.xml.rels"] = Self.relations(
            bodies.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
                + [("rId900", "styles", "styles.xml"), ("rId901", "sharedStrings", "sharedStrings.xml")])
    }

    /// A cell of a sheet.
    package enum Cell: Sendable {
        case empty
        /// Text that stands among the shared strings.
        case text(String)
        /// Text that stands in the cell.
        case inline(String)
        /// A number, as the workbook writes it.
        case number(String)
        /// A day, as the workbook counts it.
        case day(Int)
        case flag(Bool)
        case failure(String)
    }

    /// The text of a part.
    package subscript(name: String) -> String {
        get { String(decoding: parts.first { $0.name == name }?.bytes ?? [], as: UTF8.self) }
        set {
            parts.removeAll { $0.name == name }
            parts.append((name, Array(newValue.utf8)))
        }
    }

    /// Adds shared strings, each given as what stands in its `si`.
    package mutating func add(strings: [String]) {
        self["xl/sharedStrings.xml"] =
            "<sst xmlns=\"\(Self.main)\">\(strings.map { "<si>\($0)</si>" }.joined())</sst>"
    }

    /// The bytes of the file.
    package func bytes() throws -> [UInt8] {
        guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { throw FixtureFailure() }
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let zip = zip_open_from_source(target, ZIP_TRUNCATE, nil) else { throw FixtureFailure() }
        for part in parts {
            // Of an empty part libzip would not free what it was given.
            let copy = part.bytes.isEmpty ? nil : malloc(part.bytes.count)
            part.bytes.withUnsafeBytes { bytes in
                if let copy, let start = bytes.baseAddress { copy.copyMemory(from: start, byteCount: bytes.count) }
            }
            let source = zip_source_buffer(zip, copy, zip_uint64_t(part.bytes.count), 1)!
            let place = zip_file_add(zip, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
            guard place >= 0 else { throw FixtureFailure() }
            zip_set_file_compression(zip, UInt64(place), isDeflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0)
            if let password { zip_file_set_encryption(zip, UInt64(place), UInt16(ZIP_EM_AES_256), password) }
        }
        guard zip_close(zip) == 0 else { throw FixtureFailure() }
        var facts = zip_stat()
        guard zip_source_stat(target, &facts) == 0, zip_source_open(target) == 0 else { throw FixtureFailure() }
        defer { zip_source_close(target) }
        var bytes = [UInt8](repeating: 0, count: Int(facts.size))
        guard zip_source_read(target, &bytes, facts.size) == zip_int64_t(facts.size) else { throw FixtureFailure() }
        return bytes
    }

    /// The archive could not be written.
    private struct FixtureFailure: Error {}

    package func file() throws -> FixtureFile { try FixtureFile(bytes()) }

    /// The relationships of a part, each with its identifier, the last step of its type's address and its target.
    package static func relations(_ relations: [(id: String, kind: String, target: String)]) -> String {
        let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        let all = relations.map { "<Relationship Id=\"\($0.id)\" Type=\"\(type)\($0.kind)\" Target=\"\($0.target)\"/>" }
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + all.joined() + "</Relationships>"
    }

    package static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    private static func workbook(_ names: [String]) -> String {
        let sheets = names.enumerated().map { place, name in
            "<sheet name=\"\(escaped(name))\" sheetId=\"\(place + 1)\" r:id=\"rId\(place + 1)\"/>"
        }
        return
            "<workbook xmlns=\"\(main)\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
            + "<workbookPr/><sheets>\(sheets.joined())</sheets></workbook>"
    }

    private static let styles =
        "<styleSheet xmlns=\"\(main)\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>"

    private static func sheetData(_ rows: [[Cell]], _ strings: inout [String]) -> String {
        var text = ""
        for (row, cells) in rows.enumerated() {
            text += "<row r=\"\(row + 1)\">"
            for (column, cell) in cells.enumerated() {
                let reference = "r=\"\(letters(column + 1))\(row + 1)\""
                switch cell {
                case .empty: break
                case .text(let value):
                    text += "<c \(reference) t=\"s\"><v>\(strings.count)</v></c>"
                    strings.append(value)
                case .inline(let value):
                    text += "<c \(reference) t=\"inlineStr\"><is><t>\(escaped(value))</t></is></c>"
                case .number(let value): text += "<c \(reference)><v>\(value)</v></c>"
                case .day(let value): text += "<c \(reference) s=\"1\"><v>\(value)</v></c>"
                case .flag(let value): text += "<c \(reference) t=\"b\"><v>\(value ? 1 : 0)</v></c>"
                case .failure(let value): text += "<c \(reference) t=\"e\"><v>\(value)</v></c>"
                }
            }
            text += "</row>"
        }
        return text
    }

    /// The letters of a column.
    package static func letters(_ column: Int) -> String {
        let rest = (column - 1) / 26
        return (rest > 0 ? letters(rest) : "") + String(UnicodeScalar(UInt8(65 + (column - 1) % 26)))
    }

    package static func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
            .replacingOccurrences(of: "\"", with: "&quot;")
    }
}

/// A file that is there as long as somebody holds this.
package final class FixtureFile {
    package let path: String

    package init(_ bytes: [UInt8]) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).xlsx").path
        try replace(bytes)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes other bytes into the same file.
    package func replace(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }
}
