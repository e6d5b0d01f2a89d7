import Sheets
import Training

/// Which cell of a row holds what.
public struct RosterHeader: Sendable {
    /// The row that it stands in.
    public let row: Int
    /// The cells of the header as they stand in the file.
    public let cells: [String]
    /// What each of them means.
    public let columns: [RosterColumn?]
    /// How many cells there are up to the last that says anything.
    let named: Int
    private let starts: [TextPosition]
    private let places: [RosterColumn: Int]
    /// The same by the column's own place: every cell of a million rows is found by it.
    private let placesInOrder: [Int?]

    /// Reads a row as a header.
    ///
    /// - Parameter said: what a clerk, or an earlier roster of the same sender, takes headings for.
    public init(_ record: SheetRecord, said: [String: RosterColumn?] = [:]) {
        row = record.row
        cells = record.cells
        starts = cells.indices.map(record.start)
        columns = cells.map { cell in
            if let column = said[cell] { column } else { RosterColumn(heading: cell) }
        }
        places = Dictionary(
            columns.enumerated().compactMap { place, column in column.map { ($0, place) } },
            uniquingKeysWith: { first, _ in first })
        var inOrder = [Int?](repeating: nil, count: RosterColumn.allCases.count)
        for (column, place) in places { inOrder[column.place] = place }
        placesInOrder = inOrder
        named = (cells.lastIndex { $0.fieldText != nil } ?? -1) + 1
    }

    /// Columns that a roster does not have, as they stand in the file; they are left.
    public var extras: [String] {
        zip(cells, columns).filter { $0.1 == nil && $0.0.fieldText != nil }.map(\.0)
    }

    /// What each heading is taken for.
    public var meanings: [String: RosterColumn?] {
        Dictionary(zip(cells, columns), uniquingKeysWith: { first, _ in first })
    }

    /// How many columns were understood.
    var understood: Int { places.keys.filter(RosterColumn.readable.contains).count }

    /// Whether the row is a header without doubt: it has the name, and the NIK or two other columns.
    var isCertain: Bool { places[.name] != nil && (places[.nik] != nil || understood >= 3) }

    /// Looks for what a roster can't be without.
    ///
    /// - Throws: ``RosterFlaw`` where it names no column, one twice, or lacks the NIK or the name.
    public func check() throws(RosterFlaw) {
        guard understood > 0 else { throw .noHeader }
        var seen: Set<RosterColumn> = []
        for (place, column) in columns.enumerated() {
            guard let column, RosterColumn.readable.contains(column) else { continue }
            guard seen.insert(column).inserted else { throw .doubledColumn(column, starts[place]) }
        }
        if seen.contains(.birth), let other = [.birthplace, .birthDate].first(where: seen.contains),
            let place = places[other], places[.birthDate] != nil
        {
            throw .doubledColumn(other, starts[place])
        }
        for column in [RosterColumn.nik, .name] where places[column] == nil {
            throw .missingColumn(column, TextPosition(line: row, column: 1))
        }
    }

    /// Where a row of so many cells goes wrong: the first column that it lacks, or the last of all where it has too many.
    func lastColumn(upTo cells: Int) -> RosterColumn {
        let inOrder = places.filter { RosterColumn.readable.contains($0.key) }.sorted { $0.value < $1.value }
        return (inOrder.first { $0.value >= cells } ?? inOrder.last)?.key ?? .nik
    }

    /// Where a column stands; `nil` where the file has none.
    public func place(of column: RosterColumn) -> Int? { placesInOrder[column.place] }
}

extension RosterColumn {
    /// The column's place among all columns.
    fileprivate var place: Int {
        switch self {
        case .nik: 0
        case .name: 1
        case .birthplace: 2
        case .birthDate: 3
        case .sex: 4
        case .kecamatan: 5
        case .desa: 6
        case .address: 7
        case .phone: 8
        case .education: 9
        case .occupation: 10
        case .noNIKReason: 11
        case .birth: 12
        case .lineNumber: 13
        case .rejectedRow: 14
        case .rejectedColumn: 15
        case .rejectedValue: 16
        case .rejection: 17
        }
    }
}
