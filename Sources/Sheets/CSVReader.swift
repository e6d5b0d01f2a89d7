/// Reads comma-separated values (RFC 4180) one row at a time, in memory that does not grow with the file.
///
/// The separator is found from the first rows. Cells may be quoted and hold separators, doubled quotes and line
/// breaks; rows end in LF, CR LF or CR. The bytes must be UTF-8.
public struct CSVReader<Source: ByteSource>: SheetReader {
    /// How the file is written, as its beginning tells.
    public var dialect: CSVDialect { rows.dialect }
    /// How many bytes of the text were taken in so far, as UTF-8.
    public private(set) var consumed = 0
    private var source: Source
    private var rows = CSVRows()

    /// Reads far enough to know how the file is written.
    ///
    /// - Throws: ``SheetFlaw`` where the source can't be read or is empty.
    public init(_ source: Source) throws(SheetFlaw) {
        self.source = source
        var size = 0
        repeat {
            size = rows.buffer.count
            try refill()
        } while rows.buffer.count <= 3 && rows.buffer.count > size
        rows.passByteOrderMark()
        guard rows.next < rows.buffer.count else { throw .empty }
        try sniff()
    }

    /// Reads the next row.
    ///
    /// - Returns: `false` at the end, where `record` is left empty.
    /// - Throws: ``SheetFlaw``, saying where, for bytes that are no such table.
    public mutating func read(_ record: inout SheetRecord) throws(SheetFlaw) -> Bool {
        rows.begin(&record)
        while !(try rows.readOn(&record)) {
            rows.emptyBuffer()
            try refill()
            if rows.buffer.isEmpty { return try rows.end(&record) }
        }
        return true
    }

    private mutating func refill() throws(SheetFlaw) {
        let before = rows.buffer.count
        try source.read(into: &rows.buffer)
        consumed += rows.buffer.count - before
    }

    /// Looks ahead through the first rows: in which number of `,`, `;` or tab outside quotes most of them agree, and what ends them.
    /// Titles above a table have commas of their own.
    private mutating func sniff() throws(SheetFlaw) {
        var tally = SeparatorTally()
        var place = rows.next
        let end = rows.next + Self.lookahead
        while place < end, tally.rows < Self.rowsAhead {
            if place + 1 >= rows.buffer.count { try refill() }
            guard place < rows.buffer.count else { break }
            if tally.look(at: rows.buffer[place]), tally.rows == 1 {
                rows.dialect.endsInCRLF = rows.buffer[place...].starts(with: [.carriageReturn, .lineFeed])
            }
            place += 1
        }
        // A row that the lookahead cuts is not counted, unless it is the only one.
        if place < end || tally.rows == 0 { _ = tally.look(at: .lineFeed) }
        rows.dialect.separator = tally.separator
    }

    private static var lookahead: Int { 1 << 16 }
    private static var rowsAhead: Int { 60 }
}

/// How often each separator stands in the rows of a text.
private struct SeparatorTally {
    /// Rows that were looked at, empty ones too.
    private(set) var rows = 0
    private var counts = [0, 0, 0]
    /// By separator: how many rows have it so many times.
    private var rowsByCount: [[Int: Int]] = [[:], [:], [:]]
    private var isQuoted = false
    private var previous = UInt8.lineFeed

    private static let candidates = CSVDialect.separators

    /// Looks at the next byte.
    ///
    /// - Returns: whether it ends a row.
    mutating func look(at byte: UInt8) -> Bool {
        defer { previous = byte }
        let isEnd = byte == .lineFeed || byte == .carriageReturn
        if byte == .quote {
            // Inside a cell that does not begin with one a quote means nothing.
            let opens = previous == .quote || previous == .lineFeed || previous == .carriageReturn
            if isQuoted || opens || Self.candidates.contains(previous) { isQuoted.toggle() }
        } else if !isQuoted, let candidate = Self.candidates.firstIndex(of: byte) {
            counts[candidate] += 1
        } else if !isQuoted, isEnd, byte == .carriageReturn || previous != .carriageReturn {
            endRow()
            return true
        }
        return false
    }

    private mutating func endRow() {
        rows += 1
        for (candidate, count) in counts.enumerated() where count > 0 { rowsByCount[candidate][count, default: 0] += 1 }
        counts = [0, 0, 0]
    }

    /// The one on whose number most rows agree; of those, the one that makes most cells.
    var separator: UInt8 {
        let best = rowsByCount.map { byCount in
            byCount.map { (rows: $0.value, count: $0.key) }.max { $0 < $1 } ?? (rows: 0, count: 0)
        }
        let most = best.max { $0 < $1 } ?? (rows: 0, count: 0)
        return Self.candidates[best.firstIndex { $0 == most } ?? 0]
    }
}

extension CSVReader: Sendable where Source: Sendable {}

/// Checks UTF-8 byte by byte: no overlong forms, no surrogates, nothing past U+10FFFF (Unicode 16, table 3-7).
struct UTF8Check: Sendable {
    private var missing = 0
    private var range: ClosedRange<UInt8> = 0x80...0xBF

    var isUnfinished: Bool { missing > 0 }

    mutating func accepts(_ byte: UInt8) -> Bool {
        if missing > 0 {
            guard range.contains(byte) else { return false }
            missing -= 1
            range = 0x80...0xBF
            return true
        }
        switch byte {
        case 0x00...0x7F: return true
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, range) = (2, 0xA0...0xBF)
        case 0xED: (missing, range) = (2, 0x80...0x9F)
        case 0xE1...0xEF: missing = 2
        case 0xF0: (missing, range) = (3, 0x90...0xBF)
        case 0xF1...0xF3: missing = 3
        case 0xF4: (missing, range) = (3, 0x80...0x8F)
        default: return false
        }
        return true
    }
}

extension UInt8 {
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let tab = UInt8(ascii: "\t")
}
