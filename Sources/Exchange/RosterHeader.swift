import Sheets
import Training

/// Which cell of a row holds what.
public struct RosterHeader: Sendable {
    /// The cells of the header as they stand in the file.
    public let cells: [String]
    /// Columns that a roster does not have, as they stand in the file; they are left.
    public let extras: [String]
    private let places: [RosterColumn: Int]

    /// Reads the header.
    ///
    /// - Throws: ``RosterFlaw`` where it is none, names a column twice, or lacks the NIK or the name.
    public init(_ record: SheetRecord) throws(RosterFlaw) {
        cells = record.cells
        var places: [RosterColumn: Int] = [:]
        var extras: [String] = []
        for (place, cell) in cells.enumerated() {
            if let column = RosterColumn(heading: cell) {
                guard places[column] == nil else { throw .doubledColumn(column, record.start(of: place)) }
                places[column] = place
            } else {
                extras.append(cell)
            }
        }
        guard !places.isEmpty else { throw .noHeader }
        for column in [RosterColumn.nik, .name] where places[column] == nil { throw .missingColumn(column) }
        self.places = places
        self.extras = extras
    }

    /// Where a row of so many cells goes wrong: the first column that it lacks, or the last of all where it has too many.
    func lastColumn(upTo cells: Int) -> RosterColumn {
        let inOrder = places.sorted { $0.value < $1.value }
        return (inOrder.first { $0.value >= cells } ?? inOrder.last)?.key ?? .nik
    }

    /// Where a column stands; `nil` where the file has none.
    public func place(of column: RosterColumn) -> Int? { places[column] }
}
