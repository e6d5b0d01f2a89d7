import SheetFixtures
import Testing

@testable import Sheets

/// All rows of a text, read in pieces of a size.
func rows(_ text: String, piece: Int = 4_096) throws -> [[String]] { try rows(Array(text.utf8), piece: piece) }

func rows(_ bytes: [UInt8], piece: Int = 4_096) throws -> [[String]] {
    var reader = try CSVReader(MemoryBytes(bytes, piece: piece))
    var record = SheetRecord()
    var rows: [[String]] = []
    while try reader.read(&record) { rows.append(record.cells) }
    return rows
}

@Suite struct CSVReaderTests {
    struct Case: CustomTestStringConvertible {
        let text: String
        let rows: [[String]]
        var testDescription: String { text.debugDescription }
    }

    @Test(
        arguments: [
            Case(text: "a,b\n1,2\n", rows: [["a", "b"], ["1", "2"]]),
            Case(text: "a,b\n1,2", rows: [["a", "b"], ["1", "2"]]),
            Case(text: "a,b\r\n1,2\r\n", rows: [["a", "b"], ["1", "2"]]),
            Case(text: "a,b\r1,2\r", rows: [["a", "b"], ["1", "2"]]),
            Case(text: "\u{FEFF}a,b\n1,2\n", rows: [["a", "b"], ["1", "2"]]),
            Case(text: "a;b\n1,5;2\n", rows: [["a", "b"], ["1,5", "2"]]),
            Case(text: "a\tb\n1\t\n", rows: [["a", "b"], ["1", ""]]),
            Case(text: "\"a,x\";b\n\"1;2\";3\n", rows: [["a,x", "b"], ["1;2", "3"]]),
            Case(text: "Peserta, 2026\na;b\n1;2\n", rows: [["Peserta, 2026"], ["a", "b"], ["1", "2"]]),
            Case(text: "Peserta\n\na\tb\r1,5\t2", rows: [["Peserta"], [""], ["a", "b"], ["1,5", "2"]]),
            Case(text: "a;b\nJl. 5\" x;Gg, 1, 2\n", rows: [["a", "b"], ["Jl. 5\" x", "Gg, 1, 2"]]),
            Case(text: "a;\"b\n,,,\n,,,\"\n", rows: [["a", "b\n,,,\n,,,"]]),
            Case(text: "a,b\n\"x\r\ny\",\"\"\"q\"\"\"\n", rows: [["a", "b"], ["x\r\ny", "\"q\""]]),
            Case(text: "a,b\n,\n\"\",\n", rows: [["a", "b"], ["", ""], ["", ""]]),
            Case(text: "a,b\n\n1,2\n", rows: [["a", "b"], [""], ["1", "2"]]),
            Case(text: "a,b\nJl. \"A\" 5,2\n", rows: [["a", "b"], ["Jl. \"A\" 5", "2"]]),
            Case(text: "a\n1\n", rows: [["a"], ["1"]]),
            Case(text: "nama\né’😀", rows: [["nama"], ["é’😀"]]),
        ], [1, 2, 3, 7, 4_096])
    func readsTables(_ each: Case, piece: Int) throws {
        #expect(try rows(each.text, piece: piece) == each.rows)
    }

    @Test(
        arguments: [
            ("", SheetFlaw.empty), ("\u{FEFF}", .empty),
            ("a,b\n1,\"2\n3,4\n", .unclosedQuote(TextPosition(line: 2, column: 3))),
            ("a,b\n1,\"2\"x\n", .strayAfterQuote(TextPosition(line: 2, column: 6))),
            ("a,b\né,\0\n", .nul(TextPosition(line: 2, column: 3))),
        ], [1, 2, 4_096])
    func saysWhereItIsNoTable(_ each: (text: String, flaw: SheetFlaw), piece: Int) {
        #expect(throws: each.flaw) { try rows(each.text, piece: piece) }
    }

    @Test(
        arguments: [
            [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3, 0x28], [0x80],
            [0xFE, 0xFF],
        ] as [[UInt8]], [1, 4_096])
    func refusesWhatIsNotUTF8(_ bytes: [UInt8], piece: Int) {
        let text = Array("a,b\nxé,".utf8) + bytes
        #expect {
            try rows(text, piece: piece)
        } throws: { error in
            guard case .badEncoding(let place)? = error as? SheetFlaw else { return false }
            return place.line == 2 && (4...5).contains(place.column)
        }
    }

    @Test func countsLinesInsideQuotesToo() {
        let text = "a,b\r\n\"x\r\ny\",\"z\"w\r\n"
        #expect(throws: SheetFlaw.strayAfterQuote(TextPosition(line: 3, column: 7))) { try rows(text) }
    }

    @Test func aQuoteNeverClosedDoesNotSwallowTheFile() {
        let text = "a,b\n1,\"" + String(repeating: "x\n", count: SheetLimits.rowBytes)
        #expect(throws: SheetFlaw.unclosedQuote(TextPosition(line: 2, column: 3))) { try rows(text) }
    }

    /// A cell of any size is refused as soon as it is longer than a row may be: the rest of it is not even read.
    @Test(arguments: [true, false]) func anEndlessCellEndsEarly(isQuoted: Bool) throws {
        let source = EndlessCell("a,b\n1," + (isQuoted ? "\"" : ""))
        var reader = try CSVReader(source)
        var record = SheetRecord()
        let flaw: SheetFlaw =
            isQuoted
            ? .unclosedQuote(TextPosition(line: 2, column: 3))
            : .rowTooLong(TextPosition(line: 2, column: 2 + SheetLimits.rowBytes))
        #expect(try reader.read(&record))
        #expect(throws: flaw) { try reader.read(&record) }
        #expect(reader.consumed < 2 * SheetLimits.rowBytes)
    }

    /// Cells without end after a beginning.
    private struct EndlessCell: ByteSource {
        private var beginning: [UInt8]

        init(_ beginning: String) { self.beginning = Array(beginning.utf8) }

        mutating func read(into buffer: inout [UInt8]) {
            buffer += beginning
            buffer += repeatElement(UInt8(ascii: "x"), count: 65_536)
            beginning = []
        }
    }

    /// More cells than a table has are no table; empty ones at the end are what a spreadsheet leaves.
    @Test func aRowHasSoManyCellsAtMost() throws {
        let most = SheetLimits.columns
        func row(_ cells: Int) -> String { Array(repeating: "x", count: cells).joined(separator: ",") + "\n" }
        #expect(try rows(row(most)).map(\.count) == [most])
        let flaw = SheetFlaw.tooManyColumns(TextPosition(line: 2, column: 2 * most + 1))
        #expect(throws: flaw) { try rows("a,b\n" + row(most + 1)) }
        #expect(throws: flaw) { try rows("a,b\n" + row(most + 1).dropLast()) }
        #expect(try rows(row(2).dropLast() + String(repeating: ",", count: 400) + "\n").map(\.count) == [402])
    }

    /// What is taken in runs is what is taken byte by byte: every cell, every place, every flaw, however the bytes come.
    @Test(arguments: 0..<400 as Range<UInt64>)
    func readsTheSameInPiecesOfAnySize(seed: UInt64) throws {
        var random = Seeded(state: seed)
        let parts: [[UInt8]] =
            ["a", "Jl. Mawar", "é", "😀", " ", "\"", "\"\"", ",", ",", ";", "\t", "\r\n", "\n", "\r", "=", "\u{7F}"]
            .map { Array($0.utf8) } + (seed.isMultiple(of: 4) ? [[0], [0xFF], [0xC3], [0xE2, 0x82]] : [])
        let bytes = (0..<Int.random(in: 0...80, using: &random)).flatMap { _ in parts.randomElement(using: &random)! }
        let whole = Self.transcript(of: bytes, piece: 4_096)
        for piece in [1, 2, 3, 7] { #expect(Self.transcript(of: bytes, piece: piece) == whole, "seed \(seed)") }
        #expect(whole == Self.plainTranscript(of: bytes), "seed \(seed)")
    }

    /// All that a reader says of bytes: cells and where they begin, rows and where they end, and the flaw that ends it.
    private static func transcript(of bytes: [UInt8], piece: Int) -> [String] {
        var said: [String] = []
        do {
            var reader = try CSVReader(MemoryBytes(bytes, piece: piece))
            said.append("\(reader.dialect.separator)")
            var record = SheetRecord()
            while try reader.read(&record) {
                let cells = (0..<record.count).map { "\(record[$0].debugDescription)@\(record.start(of: $0))" }
                said.append("\(record.row): \(cells) to \(record.end)")
            }
        } catch {
            said.append("\(error)")
        }
        return said
    }

    /// The same, told by a reader that looks at one byte after the other and knows no shorter way.
    private static func plainTranscript(of bytes: [UInt8]) -> [String] {
        guard !bytes.isEmpty else { return ["\(SheetFlaw.empty)"] }
        var said: [String] = []
        // Which separator it is, is told elsewhere.
        guard let reader = try? CSVReader(MemoryBytes(bytes)) else { return said }
        said.append("\(reader.dialect.separator)")
        var plain = PlainReader(bytes, reader.dialect.separator)
        do throws(SheetFlaw) {
            while let row = try plain.nextRow() { said.append(row) }
        } catch {
            said.append("\(error)")
        }
        return said
    }

    /// RFC 4180, one byte after the other.
    private struct PlainReader {
        private let bytes: [UInt8]
        private let separator: UInt8
        private var next = 0
        private var (line, column) = (1, 1)
        private var row = 0
        private var check = UTF8Check()

        init(_ bytes: [UInt8], _ separator: UInt8) { (self.bytes, self.separator) = (bytes, separator) }

        private var place: TextPosition { TextPosition(line: line, column: column) }

        mutating func nextRow() throws(SheetFlaw) -> String? {
            if next > 0, next < bytes.count, bytes[next] == .lineFeed, bytes[next - 1] == .carriageReturn { step() }
            guard next < bytes.count else {
                if check.isUnfinished { throw .badEncoding(place) }
                return nil
            }
            row += 1
            var cells: [String] = []
            while true {
                let start = place
                let (text, ending) = try cell()
                cells.append("\(String(decoding: text, as: UTF8.self).debugDescription)@\(start)")
                guard let end = ending else { continue }
                return "\(row): \(cells) to \(end)"
            }
        }

        /// One cell, and where the row ends if it is the last.
        private mutating func cell() throws(SheetFlaw) -> (text: [UInt8], end: TextPosition?) {
            var text: [UInt8] = []
            let opened = place
            let isQuoted = next < bytes.count && bytes[next] == .quote
            if isQuoted { step() }
            var isOpen = isQuoted
            while next < bytes.count {
                let (byte, here) = (bytes[next], place)
                if byte == 0 { throw .nul(here) }
                if !check.accepts(byte) { throw .badEncoding(here) }
                step()
                if isOpen {
                    guard byte == .quote else {
                        text.append(byte)
                        continue
                    }
                    if next < bytes.count, bytes[next] == .quote {
                        step()
                        text.append(byte)
                    } else {
                        isOpen = false
                    }
                } else if byte == separator {
                    return (text, nil)
                } else if byte == .lineFeed || byte == .carriageReturn {
                    return (text, here)
                } else if isQuoted {
                    throw .strayAfterQuote(here)
                } else {
                    text.append(byte)
                }
            }
            if check.isUnfinished { throw .badEncoding(place) }
            if isOpen { throw .unclosedQuote(opened) }
            return (text, place)
        }

        private mutating func step() {
            let byte = bytes[next]
            let isSecondOfTwo = byte == .lineFeed && next > 0 && bytes[next - 1] == .carriageReturn
            next += 1
            if byte == .carriageReturn || (byte == .lineFeed && !isSecondOfTwo) {
                (line, column) = (line + 1, 1)
            } else if byte != .lineFeed, byte & 0xC0 != 0x80 {
                column += 1
            }
        }
    }

    @Test func remembersHowTheFileIsWritten() throws {
        let reader = try CSVReader(MemoryBytes("\u{FEFF}a;b\r\n1;2\r\n".utf8, piece: 1))
        #expect(reader.dialect.hasByteOrderMark)
        #expect(reader.dialect.endsInCRLF)
        #expect(reader.dialect.separator == UInt8(ascii: ";"))
    }

    @Test func commasInCellsDoNotSeparateRowsOfDifferentLengths() throws {
        var dialect = CSVDialect()
        dialect.separator = UInt8(ascii: ";")
        let written = [["nik", "nama"], ["1", "Siti, Hj.", "x"], ["2", "Noor, Hj.", "x", "y"]]
        #expect(try rows(written.map { dialect.row($0) }.joined()) == written)
    }

    /// Whatever is written is read back as it was, in any dialect and any piece size.
    @Test(arguments: 0..<200 as Range<UInt64>)
    func readsBackWhatItWrites(seed: UInt64) throws {
        var random = Seeded(state: seed)
        var dialect = CSVDialect()
        dialect.separator = try #require(
            [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].randomElement(using: &random))
        dialect.endsInCRLF = Bool.random(using: &random)
        let columns = Int.random(in: 2...5, using: &random)
        let alphabet: [String] = ["a", "é", "😀", " ", "\"", ",", ";", "\t", "\r\n", "\n", "\r", "'", "=", "-", "x"]
        let header = (0..<columns).map { "k\($0)" }
        let data = (0..<Int.random(in: 0...20, using: &random)).map { _ in
            (0..<columns).map { _ in
                (0..<Int.random(in: 0...6, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
                    .joined()
            }
        }
        let text = ([header] + data).map { dialect.row($0) }.joined()
        let piece = Int.random(in: 1...64, using: &random)
        #expect(try rows(text, piece: piece) == [header] + data, "seed \(seed)")
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("-5", "'-5"), ("+62", "'+62"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "'\rx"),
        ("'=x", "''=x"), ("'x", "'x"), ("Ku'u", "Ku'u"), ("", ""), ("12", "12"), ("'", "'"),
    ])
    func guardsAgainstFormulasAndTakesExactlyThatOffAgain(text: String, guarded: String) {
        #expect(text.guardedAgainstFormulas == guarded)
        #expect(guarded.withoutFormulaGuard == text)
    }
}
