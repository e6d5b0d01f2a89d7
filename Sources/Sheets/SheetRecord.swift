/// Where in a file something is: both count from 1. In text `column` counts characters; in a workbook `line` is the row and `column`
/// the sheet's column.
public struct TextPosition: Hashable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// One row of a table, as it is read: what stands in each cell, and what the file says that it is.
///
/// A record is used again and again, so that reading a row allocates nothing.
public struct SheetRecord: Sendable {
    /// What a file says that a cell is; a text file says `text` of all.
    public enum Kind: UInt8, Sendable {
        case text
        /// A number: its digits, without exponent where it is whole.
        case number
        /// A day: ISO 8601.
        case date
        /// `TRUE` or `FALSE`.
        case flag
        /// A formula that failed: `#REF!` and its like.
        case failure
    }

    /// The row as a spreadsheet counts it: the first row of the sheet is 1, an empty row counts.
    public private(set) var row = 0
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var starts: [TextPosition] = []
    private var kinds: [Kind] = []
    /// Where the row ends in the file.
    public private(set) var end = TextPosition(line: 1, column: 1)

    /// A row to read into; it can be used again and again.
    public init() {}

    /// How many cells the row has.
    public var count: Int { ends.count }

    /// The text of a cell, as it is without its quotes.
    public subscript(cell: Int) -> String { String(decoding: utf8(of: cell), as: UTF8.self) }

    /// How many bytes of text the row has.
    public var size: Int { bytes.count }

    /// The text of a cell as UTF-8.
    public func utf8(of cell: Int) -> ArraySlice<UInt8> { bytes[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]] }

    /// What the file says that a cell is.
    public func kind(of cell: Int) -> Kind { cell < kinds.count ? kinds[cell] : .text }

    /// All cells.
    public var cells: [String] { (0..<count).map { self[$0] } }

    /// Where a cell begins in the file.
    public func start(of cell: Int) -> TextPosition { starts[cell] }

    /// Whether no cell holds anything but blanks.
    public var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == .tab } }

    var isUnstarted: Bool { starts.isEmpty }

    /// Empties the record for the next row.
    mutating func clear(row: Int) {
        self.row = row
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        kinds.removeAll(keepingCapacity: true)
    }

    mutating func begin(at place: TextPosition) { starts.append(place) }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(_ run: ArraySlice<UInt8>) { bytes.append(contentsOf: run) }

    mutating func endCell(nextAt place: TextPosition) {
        ends.append(bytes.count)
        starts.append(place)
    }

    mutating func endRow(at place: TextPosition) {
        ends.append(bytes.count)
        end = place
    }

    /// Adds a whole cell; for readers that know what it is.
    mutating func appendCell(_ text: some Sequence<UInt8>, _ kind: Kind, at place: TextPosition) {
        starts.append(place)
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        kinds.append(kind)
        end = place
    }
}

/// Gives the rows of a table, one at a time, in memory that does not grow with the table.
public protocol SheetReader {
    /// Reads the next row.
    ///
    /// - Returns: `false` at the end, where `record` is left empty.
    /// - Throws: ``SheetFlaw``, saying where, for what is no such table.
    mutating func read(_ record: inout SheetRecord) throws(SheetFlaw) -> Bool
}
