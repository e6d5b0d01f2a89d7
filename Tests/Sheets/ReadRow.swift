import SheetFixtures

@testable import Sheets

/// A row as it was read.
struct ReadRow: Hashable, CustomStringConvertible {
    let row: Int
    let cells: [String]
    let kinds: [SheetRecord.Kind]

    init(_ record: SheetRecord) {
        row = record.row
        cells = record.cells
        kinds = (0..<record.count).map(record.kind)
    }

    var description: String { "\(row): \(zip(cells, kinds).map { "\($0) \($1)" })" }
}

extension WorkbookFixture {
    /// All rows of a sheet.
    func rows(_ sheet: Int = 0) throws -> [ReadRow] { try file().rows(sheet) }
}

extension FixtureFile {
    /// All rows of a sheet.
    func rows(_ sheet: Int = 0) throws -> [ReadRow] {
        let reader = try Workbook(path: path).reader(of: sheet)
        var record = SheetRecord()
        var rows: [ReadRow] = []
        while try reader.read(&record) { rows.append(ReadRow(record)) }
        return rows
    }
}
