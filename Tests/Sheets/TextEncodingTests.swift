import Testing

@testable import Sheets

/// A text's bytes in an encoding, read back in pieces of a size.
private func readBack(_ bytes: [UInt8], piece: Int) throws -> [[String]] {
    var detector = TextEncodingDetector()
    detector.look(at: bytes)
    var reader = try CSVReader(UTF8Text(MemoryBytes(bytes, piece: piece), detector.encoding))
    var record = SheetRecord()
    var rows: [[String]] = []
    while try reader.read(&record) { rows.append(record.cells) }
    return rows
}

struct TextEncodingTests {
    private static let text =
        "nama;desa\nMu\u{F1}oz \u{2013} \u{201C}B\u{E9}b\u{E9}\u{201D};Mabu\u{2019}un\nZo\u{EB};\u{20AC} 5\n"
    private static let cells = [
        ["nama", "desa"], ["Mu\u{F1}oz \u{2013} \u{201C}B\u{E9}b\u{E9}\u{201D}", "Mabu\u{2019}un"],
        ["Zo\u{EB}", "\u{20AC} 5"],
    ]

    @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .windows1252], [1, 2, 3, 7, 4_096])
    func readsTheSameTextInEveryEncoding(_ encoding: TextEncoding, piece: Int) throws {
        #expect(try readBack(encoding.bytes(of: Self.text), piece: piece) == Self.cells)
    }

    @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian], [1, 4_096])
    func passesOverTheMarkOfItsEncoding(_ encoding: TextEncoding, piece: Int) throws {
        #expect(try readBack(encoding.bytes(of: "\u{FEFF}" + Self.text), piece: piece) == Self.cells)
    }

    @Test func readsLettersBeyondTheFirstPlane() throws {
        #expect(
            try readBack(TextEncoding.utf16LittleEndian.bytes(of: "\u{FEFF}a,\u{1F600}\n"), piece: 3) == [
                ["a", "\u{1F600}"]
            ])
    }

    /// One byte of Windows-1252 far down decides for the whole file: what came before it was ASCII.
    @Test func oneLetterFarDownTellsTheEncoding() throws {
        let start = Array(String(repeating: "1,Siti\n", count: 20_000).utf8)
        let rows = try readBack(start + [0x32, 0x2C, 0x5A, 0x6F, 0xEB, 0x0A], piece: 4_096)
        #expect(rows.last == ["2", "Zo\u{EB}"])
    }

    @Test(arguments: [
        // Neither UTF-8 nor Windows-1252: it is read as UTF-8, where the letter before is whole.
        (Array("a,b\n1,x\u{E9}".utf8) + [0x81, 0x0A], TextPosition(line: 2, column: 5)),
        ([0xFF, 0xFE, 0x61, 0x00, 0x2C, 0x00, 0x00, 0xD8, 0x62, 0x00], TextPosition(line: 1, column: 3)),
    ])
    func saysWhereThereIsNoLetter(bytes: [UInt8], place: TextPosition) {
        #expect(throws: SheetFlaw.badEncoding(place)) { try readBack(bytes, piece: 4_096) }
    }

    @Test func whatAnEncodingHasNoSignForBecomesAQuestionMark() {
        #expect(TextEncoding.windows1252.bytes(of: "\u{2022}\u{4E2D}") == [0x95, 0x3F])
    }
}
