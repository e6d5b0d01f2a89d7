import Foundation
import Testing
import Training

@testable import Exchange

let plain = TableStyle(
    width: { $0.count }, number: { String($0) }, percent: { "\($0.tenths / 10),\($0.tenths % 10) %" },
    flag: { $0 ? "ya" : "tidak" })

private struct Line: Sendable {
    var name: String?
    var count: Int?
    var share: Percent?
}

private let columns: [Column<Line>] = [
    Column("name", "Nama") { .text($0.name) },
    Column("code", "Kode", isShown: false) { _ in .word("x_y", shown: "X") },
    Column("count", "Jumlah") { .number($0.count) },
    Column("percent", "Persen") { .percent($0.share) },
]

@Suite struct ListWriterTests {
    private func text(_ format: ListFormat, _ lines: [Line]) throws -> String {
        let path = NSTemporaryDirectory() + "silat-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let output = try Output.file(path)
        let list = ListWriter(format, columns: columns, style: plain, to: output)
        for line in lines { try list.add(line) }
        try list.finish()
        try output.keep()
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    private let lines = [
        Line(name: "Kelua", count: 12, share: Percent(11_630, of: 3_000)),
        Line(name: "=\"x\",\u{1B}[2J", count: nil, share: nil),
    ]

    @Test func writesTables() throws {
        #expect(
            try text(.table, lines) == """
                Nama      Jumlah   Persen
                Kelua         12  387,6 %
                ="x",[2J

                """)
    }

    @Test func writesCommaSeparatedValues() throws {
        #expect(
            try text(.csv, lines) == """
                name,code,count,percent
                Kelua,x_y,12,387.6
                "'=""x"",[2J",x_y,,

                """)
    }

    @Test func writesJSON() throws {
        #expect(
            try text(.json, lines) == """
                [
                {"name": "Kelua", "code": "x_y", "count": 12, "percent": 387.6},
                {"name": "=\\"x\\",[2J", "code": "x_y", "count": null, "percent": null}
                ]

                """)
    }

    @Test func writesEmptyLists() throws {
        #expect(try text(.table, []) == "")
        #expect(try text(.csv, []) == "name,code,count,percent\n")
        #expect(try text(.json, []) == "[]\n")
    }

    /// A table goes on in the widths of its beginning; nothing is cut and nothing is lost.
    @Test func longTablesGoOutAsTheyCome() throws {
        let many = (0..<1_200).map { Line(name: $0 == 900 ? String(repeating: "z", count: 40) : "n\($0)", count: $0) }
        let written = try text(.table, many).split(separator: "\n")
        #expect(written.count == 1_201)
        #expect(written[901].hasPrefix(String(repeating: "z", count: 40)))
    }

    @Test func aFileAppearsWholeOrNotAtAll() throws {
        let path = NSTemporaryDirectory() + "silat-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("old".utf8).write(to: URL(fileURLWithPath: path))
        try Output.file(path).write("new")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
        let output = try Output.file(path)
        try output.write("new")
        try output.keep()
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func saysWhyAFileCannotBeWritten() {
        #expect(throws: OutputFailure.cannotWrite(path: "/nowhere/x", reason: "No such file or directory")) {
            try Output.file("/nowhere/x")
        }
    }
}
