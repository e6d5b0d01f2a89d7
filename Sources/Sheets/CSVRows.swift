/// Takes rows of comma-separated values out of bytes that come piece by piece.
// Not generic, unlike the reader around it: this is where every byte of a file goes by.
struct CSVRows: Sendable {
    var dialect = CSVDialect()
    /// The piece that is read, and where in it the next byte is.
    var buffer: [UInt8] = []
    private(set) var next = 0
    private var here = TextPosition(line: 1, column: 1)
    private var row = 0
    private var encoding = UTF8Check()
    private var previous: UInt8 = 0
    private var state = State.cellStart
    /// Where the quoted cell begins that is read.
    private var opened = TextPosition(line: 1, column: 1)

    private enum State { case cellStart, bare, quoted, quoteInQuotes }

    /// Passes over U+FEFF at the beginning.
    mutating func passByteOrderMark() {
        guard buffer.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
        dialect.hasByteOrderMark = true
        next = 3
    }

    /// Makes room for the next piece, all of this one being read.
    mutating func emptyBuffer() {
        buffer.removeAll(keepingCapacity: true)
        next = 0
    }

    /// Begins the next row.
    mutating func begin(_ record: inout SheetRecord) {
        record.clear(row: row + 1)
        state = .cellStart
        opened = here
    }

    /// Reads on in the row that was begun.
    ///
    /// - Returns: whether the row is whole; else all of the buffer is read.
    mutating func readOn(_ record: inout SheetRecord) throws(SheetFlaw) -> Bool {
        while next < buffer.count {
            if readPlainRun(&record) { continue }
            let byte = buffer[next]
            if record.isUnstarted, byte == .lineFeed, previous == .carriageReturn {
                advance(over: byte)
                continue
            }
            try look(at: byte)
            guard record.bytes.count < SheetLimits.rowBytes else {
                throw state == .quoted ? .unclosedQuote(opened) : .rowTooLong(here)
            }
            if try take(byte, &record) { return true }
        }
        return false
    }

    /// Ends the last row, after which there is nothing.
    ///
    /// - Returns: whether there was one.
    mutating func end(_ record: inout SheetRecord) throws(SheetFlaw) -> Bool {
        if encoding.isUnfinished { throw .badEncoding(here) }
        if state == .quoted { throw .unclosedQuote(opened) }
        if record.isUnstarted { return false }
        try endRow(&record, at: here)
        return true
    }

    /// Takes what stands in a cell up to the next byte that may mean something else or is no printable ASCII, all at once.
    ///
    /// - Returns: whether there was any.
    private mutating func readPlainRun(_ record: inout SheetRecord) -> Bool {
        guard state != .quoteInQuotes, !encoding.isUnfinished else { return false }
        let room = SheetLimits.rowBytes - record.bytes.count
        // A separator inside quotes is none; it is taken as such a byte all the same.
        let separator = dialect.separator
        let end = min(buffer.count, next + max(0, room))
        let run = buffer.withUnsafeBufferPointer { bytes in
            var place = next
            while place < end {
                let byte = bytes[place]
                guard byte >= 0x20, byte < 0x7F, byte != .quote, byte != separator else { break }
                place += 1
            }
            return next..<place
        }
        guard !run.isEmpty else { return false }
        if record.isUnstarted { record.begin(at: here) }
        record.append(buffer[run])
        here.column += run.count
        next = run.upperBound
        previous = buffer[run.upperBound - 1]
        if state == .cellStart { state = .bare }
        return true
    }

    /// Takes one byte as what it means where it stands.
    ///
    /// - Returns: whether it ends the row.
    private mutating func take(_ byte: UInt8, _ record: inout SheetRecord) throws(SheetFlaw) -> Bool {
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
            try checkColumns(of: record)
            state = .cellStart
        case (_, .lineFeed), (_, .carriageReturn):
            try endRow(&record, at: place)
            return true
        case (.cellStart, .quote):
            opened = place
            state = .quoted
        case (.quoteInQuotes, _): throw .strayAfterQuote(place)
        case (.cellStart, _), (.bare, _):
            record.append(byte)
            state = .bare
        }
        return false
    }

    private mutating func endRow(_ record: inout SheetRecord, at place: TextPosition) throws(SheetFlaw) {
        record.endRow(at: place)
        try checkColumns(of: record)
        row += 1
    }

    /// Spreadsheets write separators for as many columns as somebody once coloured: empty cells are let go.
    private func checkColumns(of record: SheetRecord) throws(SheetFlaw) {
        let last = record.count - 1
        guard last >= SheetLimits.columns, !record.utf8(of: last).isEmpty else { return }
        throw .tooManyColumns(record.start(of: last))
    }

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
}
