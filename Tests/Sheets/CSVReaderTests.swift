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

/// Numbers that are the same for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
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

    @Test func remembersHowTheFileIsWritten() throws {
        let reader = try CSVReader(MemoryBytes("\u{FEFF}a;b\r\n1;2\r\n".utf8, piece: 1))
        #expect(reader.dialect.hasByteOrderMark)
        #expect(reader.dialect.endsInCRLF)
        #expect(reader.dialect.separator == UInt8(ascii: ";"))
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
