/// Reads comma-separated values (RFC 4180) one row at a time, in memory that does not grow with the file.
///
/// The separator is found from the first row. Cells may be quoted and hold separators, doubled quotes and line
/// breaks; rows end in LF, CR LF or CR. The bytes must be UTF-8.
public struct CSVReader<Source: ByteSource>: SheetReader {
    /// How the file is written, as its beginning tells.
    public private(set) var dialect = CSVDialect()
    /// How many bytes of the text were taken in so far, as UTF-8.
    public private(set) var consumed = 0
    private var source: Source
    private var buffer: [UInt8] = []
    private var next = 0
    private var here = TextPosition(line: 1, column: 1)
    private var row = 0
    private var encoding = UTF8Check()
    private var previous: UInt8 = 0

    /// Reads far enough to know how the file is written.
    ///
    /// - Throws: ``SheetFlaw`` where the source can't be read or is empty.
    public init(_ source: Source) throws(SheetFlaw) {
        self.source = source
        var size = 0
        repeat {
            size = buffer.count
            try refill()
        } while buffer.count <= 3 && buffer.count > size
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) {
            dialect.hasByteOrderMark = true
            next = 3
        }
        guard next < buffer.count else { throw .empty }
        try sniff()
    }

    /// Reads the next row.
    ///
    /// - Returns: `false` at the end, where `record` is left empty.
    /// - Throws: ``SheetFlaw``, saying where, for bytes that are no such table.
    public mutating func read(_ record: inout SheetRecord) throws(SheetFlaw) -> Bool {
        record.clear(row: row + 1)
        var state = State.cellStart
        var opened = here
        while let byte = try peek() {
            if record.isUnstarted, byte == .lineFeed, previous == .carriageReturn {
                advance(over: byte)
                continue
            }
            try look(at: byte)
            guard record.bytes.count < SheetLimits.rowBytes else {
                throw state == .quoted ? .unclosedQuote(opened) : .rowTooLong(here)
            }
            let place = here
            if record.isUnstarted { record.begin(at: place) }
            advance(over: byte)
            switch (state, byte) {
            case (.quoted, .quote): state = .quoteInQuotes
            case (.quoted, _): record.append(byte)
            case (.quoteInQuotes, .quote):
                record.append(byte)
                state = .quoted
            case (_, dialect.separator):
                record.endCell(nextAt: here)
                state = .cellStart
            case (_, .lineFeed), (_, .carriageReturn):
                record.endRow(at: place)
                row += 1
                return true
            case (.cellStart, .quote):
                opened = place
                state = .quoted
            case (.quoteInQuotes, _): throw .strayAfterQuote(place)
            case (.cellStart, _), (.bare, _):
                record.append(byte)
                state = .bare
            }
        }
        if encoding.isUnfinished { throw .badEncoding(here) }
        if state == .quoted { throw .unclosedQuote(opened) }
        if record.isUnstarted { return false }
        record.endRow(at: here)
        row += 1
        return true
    }

    private enum State { case cellStart, bare, quoted, quoteInQuotes }

    /// Counts lines and characters, as an editor shows them; CR LF is one line's end.
    private mutating func advance(over byte: UInt8) {
        next += 1
        if byte == .carriageReturn || (byte == .lineFeed && previous != .carriageReturn) {
            here = TextPosition(line: here.line + 1, column: 1)
        } else if byte != .lineFeed, byte & 0xC0 != 0x80 {
            here.column += 1
        }
        previous = byte
    }

    private mutating func look(at byte: UInt8) throws(SheetFlaw) {
        if byte == 0 { throw .nul(here) }
        if !encoding.accepts(byte) { throw .badEncoding(here) }
    }

    private mutating func peek() throws(SheetFlaw) -> UInt8? {
        if next == buffer.count {
            buffer.removeAll(keepingCapacity: true)
            next = 0
            try refill()
            guard !buffer.isEmpty else { return nil }
        }
        return buffer[next]
    }

    private mutating func refill() throws(SheetFlaw) {
        let before = buffer.count
        try source.read(into: &buffer)
        consumed += buffer.count - before
    }

    /// Looks ahead through the first row: which of `,`, `;` and tab stands there most often outside quotes, and what ends it.
    private mutating func sniff() throws(SheetFlaw) {
        let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), .tab]
        var counts = candidates.map { _ in 0 }
        var isQuoted = false
        var place = next
        while place < SheetLimits.rowBytes {
            if place + 1 >= buffer.count { try refill() }
            guard place < buffer.count else { break }
            let byte = buffer[place]
            if byte == .quote { isQuoted.toggle() }
            if !isQuoted, byte == .lineFeed || byte == .carriageReturn {
                dialect.endsInCRLF = buffer[place...].starts(with: [.carriageReturn, .lineFeed])
                break
            }
            if !isQuoted, let candidate = candidates.firstIndex(of: byte) { counts[candidate] += 1 }
            place += 1
        }
        let most = counts.max() ?? 0
        dialect.separator = candidates[counts.firstIndex(of: most) ?? 0]
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
