import Testing

@testable import Terminal

@Suite struct FrameTests {
    private func frame(_ columns: Int = 10, _ rows: Int = 2, _ draw: (inout Frame) -> Void) -> Frame {
        var frame = Frame(columns: columns, rows: rows)
        draw(&frame)
        return frame
    }

    @Test(
        arguments: [
            ("a", 1), ("é", 1), ("e\u{301}", 1), ("ñ", 1), ("│", 1), ("█", 1), ("▏", 1), ("✓", 1), ("•", 1), ("’", 1),
            ("…", 1),
            ("語", 2), ("한", 2), ("、", 2), ("Ａ", 2), ("😀", 2), ("👩‍💻", 2), ("🇮🇩", 1), ("❤️", 1),
            ("\u{1B}", 0), ("\u{7F}", 0), ("\u{9B}", 0), ("\n", 0), ("\r\n", 0), ("\t", 0), ("\u{301}", 0),
            ("\u{200B}", 0),
            ("\u{202E}", 0), ("\u{FEFF}", 0), ("\u{2028}", 0), ("\u{0378}", 0),
        ] as [(Character, Int)])
    func columnsOfACharacter(_ character: Character, _ columns: Int) {
        #expect(character.columns == columns)
        #expect("a b~\(character)z".columns == 5 + columns)
        #expect("\(character)".columns == columns)
        #expect("".columns == 0)
    }

    @Test func columnsAgreeWithTheCLibrary() {
        // Every letter and sign that our language area, our screens and Latin names use.
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0xAC, 0xAE...0x24F, 0x2010...0x2027, 0x2190...0x21FF, 0x2500...0x25FF,
        ]
        #expect(usesUTF8Locale)
        for value in ranges.joined() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(Glyph.width(scalar) == Character(scalar).columns, "U+\(String(value, radix: 16))")
        }
    }

    @Test func writesAndTellsWhereItEnded() {
        let drawn = frame { frame in
            #expect(frame.write("Siti", at: 2, 0) == 6)
            #expect(frame.write("", at: 3, 1) == 3)
        }
        #expect(drawn.text == ["  Siti", ""])
    }

    @Test func cutsAtWidthAndEdges() {
        #expect(frame { _ = $0.write("Noorhayati binti Ahmad", at: 0, 0) }.text[0] == "Noorhayati")
        #expect(frame { _ = $0.write("Noorhayati", at: 2, 0, width: 4) }.text[0] == "  Noor")
        #expect(frame { _ = $0.write("Noorhayati", at: -4, 0) }.text[0] == "hayati")
        #expect(frame { _ = $0.write("Noorhayati", at: -4, 0, width: 6) }.text[0] == "ha")
        for (column, row, width) in [
            (10, 0, 5), (0, 2, 5), (0, -1, 5), (3, 0, 0), (3, 0, -7), (-20, 0, 5), (99, 99, .max),
        ] {
            #expect(frame { _ = $0.write("Siti", at: column, row, width: width) }.text == ["", ""])
        }
    }

    @Test func styleAndClearStayWithinTheFrame() {
        for (column, width) in [(90, 5), (-3, 2), (0, -1), (10, .max), (.max, .max), (.min, 4)] {
            let blank = frame { _ in }
            #expect(frame { $0.restyle(Style(bold: true), at: column, 0, width: width) } == blank)
            #expect(frame { $0.clear(at: column, 0, width: width, Style(bold: true)) } == blank)
        }
        let drawn = frame { frame in
            frame.write("Noorhayati", at: 0, 0)
            frame.restyle(Style(bold: true), at: -1, 0, width: 3)
            frame.clear(at: 8, 0, width: .max)
        }
        #expect(drawn.text[0] == "Noorhaya")
        #expect((0..<4).map { drawn[$0, 0].style.isBold } == [true, true, false, false])
    }

    @Test func controlCharactersArePassedOver() {
        let drawn = frame(20) { frame in
            #expect(frame.write("a\u{1B}[2Jb\r\nc\u{9B}d\u{202E}e\u{7}", at: 0, 0) == 8)
        }
        #expect(drawn.text[0] == "a[2Jbcde")
    }

    @Test func combiningMarksTakeNoColumn() {
        let drawn = frame { #expect($0.write("e\u{301}n\u{303}", at: 0, 0) == 2) }
        #expect(drawn.text[0] == "e\u{301}n\u{303}")
    }

    @Test func wideCharactersTakeTwoCells() {
        let drawn = frame { #expect($0.write("a語b", at: 0, 0) == 4) }
        #expect(drawn.text[0] == "a語b")
        #expect(drawn[2, 0].isContinuation)
        #expect(frame(4) { _ = $0.write("abc語", at: 0, 0) }.text[0] == "abc")
        #expect(frame { _ = $0.write("語語", at: 0, 0, width: 3) }.text[0] == "語")
        #expect(frame { _ = $0.write("語a", at: -1, 0) }.text[0] == " a")
    }

    @Test func halvesOfWideCharactersDontStayBehind() {
        for (column, text) in [(0, "x 語"), (1, " x語"), (2, "語x"), (3, "語 x")] {
            let drawn = frame { frame in
                frame.write("語語", at: 0, 0)
                frame.write("x", at: column, 0)
            }
            #expect(drawn.text[0] == text)
            #expect(!drawn[column, 0].isContinuation)
        }
        let drawn = frame { frame in
            frame.write("語語", at: 0, 0)
            frame.write("漢", at: 1, 0)
        }
        #expect(drawn.text[0] == " 漢")
        #expect((0..<5).map { drawn[$0, 0].isContinuation } == [false, false, true, false, false])
    }
}

@Suite struct FrameChangesTests {
    private func frame(_ rows: String..., columns: Int = 12) -> Frame {
        var frame = Frame(columns: columns, rows: max(1, rows.count))
        for (row, text) in rows.enumerated() { frame.write(text, at: 0, row) }
        return frame
    }

    private func texts(_ runs: [Run]) -> [String] {
        runs.map { run in "\(run.row),\(run.column):" + String(run.cells.filter { !$0.isContinuation }.map(\.character))
        }
    }

    @Test func nothingChangedWritesNothing() {
        #expect(frame("Siti", "Ahmad").changes(from: frame("Siti", "Ahmad")).isEmpty)
    }

    @Test func onlyWhatChangedIsWritten() {
        #expect(texts(frame("Siti", "Ahmat").changes(from: frame("Siti", "Ahmad"))) == ["1,4:t"])
        #expect(texts(frame("Sxtx", "hmad").changes(from: frame("Siti", "hmad"))) == ["0,1:x", "0,3:x"])
        #expect(texts(frame("Si").changes(from: frame("Siti"))) == ["0,2:  "])
    }

    @Test func aNewLookIsAChange() {
        var styled = frame("Siti")
        styled.restyle(Style(reverse: true), at: 1, 0, width: 2)
        #expect(texts(styled.changes(from: frame("Siti"))) == ["0,1:it"])
    }

    @Test func theCursorAloneIsNone() {
        var moved = frame("Siti")
        moved.cursor = .init(column: 3, row: 0)
        #expect(moved.changes(from: frame("Siti")).isEmpty)
    }

    @Test func anotherSizeIsWrittenWhole() {
        let wanted = ["0,0:Siti        ", "1,0:Ahmad       "]
        #expect(texts(frame("Siti", "Ahmad").changes(from: nil)) == wanted)
        #expect(texts(frame("Siti", "Ahmad").changes(from: frame("Siti", "Ahmad", columns: 11))) == wanted)
        #expect(texts(frame("Siti", "Ahmad").changes(from: frame("Siti"))) == wanted)
    }

    @Test func wideCharactersAreWrittenWhole() {
        #expect(texts(frame("a漢b").changes(from: frame("a語b"))) == ["0,1:漢"])
        #expect(texts(frame("a漢b").changes(from: frame("axyb"))) == ["0,1:漢"])
        #expect(texts(frame("axyb").changes(from: frame("a漢b"))) == ["0,1:xy"])
        #expect(frame("a漢b").changes(from: frame("a語b"))[0].cells.count == 2)
    }

    @Test(arguments: 0..<100 as Range<UInt64>) func changesTurnOneFrameIntoTheOther(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func draw() -> Frame {
            var frame = Frame(columns: 9, rows: 3)
            for _ in 0..<6 {
                let text = String((0..<3).map { _ in "ab語é ".randomElement(using: &random) ?? " " })
                frame.write(
                    text, at: .random(in: -2...9, using: &random), .random(in: 0...2, using: &random),
                    Style(bold: .random(using: &random)))
            }
            return frame
        }
        let shown = draw()
        let wanted = draw()
        var screen = shown
        for run in wanted.changes(from: shown) {
            #expect(run.cells.first?.isContinuation == false, "seed \(seed)")
            for (offset, cell) in run.cells.enumerated() { screen[run.column + offset, run.row] = cell }
        }
        #expect(screen == wanted, "seed \(seed)")
    }
}

/// SplitMix64: the same numbers for the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
