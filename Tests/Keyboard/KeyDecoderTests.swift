import Testing

@testable import Keyboard

@Suite struct KeyDecoderTests {
    /// Everything the bytes come to, with what time settles at their end.
    private func inputs(_ bytes: some Sequence<UInt8>, extra: [[UInt8]: Key] = [:]) -> [Input] {
        var decoder = KeyDecoder(extra: extra)
        return decoder.feed(bytes) + decoder.flush()
    }

    private func keys(_ text: String) -> [Key] {
        inputs(text.utf8).compactMap { if case .key(let key) = $0 { key } else { nil } }
    }

    @Test(
        arguments: [
            ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{08}", .backspace),
            ("\u{1B}", .escape),
            ("\u{00}", .control(" ")), ("\u{01}", .control("a")), ("\u{13}", .control("s")), ("\u{1A}", .control("z")),
            ("\u{03}", .control("c")), ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")),
            ("a", .character("a")), (" ", .character(" ")), ("é", .character("é")), ("’", .character("’")),
            ("e\u{301}", .character("é")), ("語", .character("語")), ("👩‍💻", .character("👩‍💻")),
        ] as [(String, Key)])
    func charactersAndControls(_ sent: String, _ key: Key) {
        #expect(keys(sent) == [key])
    }

    /// Esc and a key pressed fast, or on a line that gathers bytes, come as what other programs take for Alt.
    @Test(arguments: Array("1qb%~ ]P_[OéG語’") + ["\u{7F}"])
    func escapeAndACharacterAreTwoKeys(_ character: Character) {
        let key: Key = character == "\u{7F}" ? .backspace : .character(character)
        #expect(keys("\u{1B}\(character)") == [.escape, key])
        #expect(keys("x\u{1B}\(character)") == [.character("x"), .escape, key])
    }

    @Test(
        arguments: [
            // xterm, and with cursor keys in application mode; VT100 sends the same.
            ("[A", .up), ("[B", .down), ("[C", .right), ("[D", .left), ("[H", .home), ("[F", .end),
            ("OA", .up), ("OB", .down), ("OC", .right), ("OD", .left), ("OH", .home), ("OF", .end),
            ("[1;5D", .wordLeft), ("[1;5C", .wordRight), ("[1;3D", .wordLeft), ("[1;3C", .wordRight), ("[1;2D", .left),
            ("[1;5A", .up), ("[1;2H", .home), ("[1;5F", .end), ("[5D", .left), ("O5D", .wordLeft), ("[Z", .backTab),
            ("[2~", .insert), ("[3~", .delete), ("[5~", .pageUp), ("[6~", .pageDown), ("[3;5~", .delete),
            ("OP", .function(1)), ("OQ", .function(2)), ("OR", .function(3)), ("OS", .function(4)),
            ("[15~", .function(5)), ("[17~", .function(6)), ("[18~", .function(7)), ("[19~", .function(8)),
            ("[20~", .function(9)), ("[21~", .function(10)), ("[23~", .function(11)), ("[24~", .function(12)),
            // Linux console.
            ("[[A", .function(1)), ("[[E", .function(5)), ("[1~", .home), ("[4~", .end),
            // rxvt and older PuTTY.
            ("[7~", .home), ("[8~", .end), ("[11~", .function(1)), ("[14~", .function(4)), ("[7$", .home),
            ("[3^", .delete),
            ("[5@", .pageUp), ("Od", .wordLeft), ("Oc", .wordRight), ("[d", .left), ("[a", .up), ("Oa", .up),
            ("\u{1B}[D", .wordLeft), ("\u{1B}OC", .wordRight), ("\u{1B}[A", .up),
            // The keypad while a program runs.
            ("Op", .character("0")), ("Oy", .character("9")), ("On", .character(".")), ("OM", .enter),
            ("Om", .character("-")),
            // Characters by their code.
            ("[97;5u", .control("a")), ("[27u", .escape), ("[9;2u", .backTab), ("[13u", .enter),
            ("[27;5;105~", .control("i")),
            ("[127;3u", .control("w")), ("[233u", .character("é")),
        ] as [(String, Key)])
    func sequences(_ afterEscape: String, _ key: Key) {
        #expect(keys("\u{1B}" + afterEscape) == [key])
        #expect(keys("x\u{1B}" + afterEscape + "y") == [.character("x"), key, .character("y")])
    }

    @Test(arguments: [
        "[99~", "[?1;2c", "[12;40R", "[I", "[O", "[<0;12;33M", "[M !!", "[?2004;1$y", "[[Z", "[15;2~", "[1;2P", "Oz",
        "[E", "[98;3u",
        "[201~", "[999999999999999999999999~", "[;;;;~", "[99999999999u", "]11;rgb:0000/0000/0000\u{1B}\\",
        "]0;Nama\u{07}",
        "P1$r0m\u{1B}\\", "_Gi=1;OK\u{1B}\\", "[\(String(repeating: "1;", count: 500))m",
    ])
    func unknownSequencesAreSwallowedWhole(_ afterEscape: String) {
        #expect(keys("x\u{1B}" + afterEscape + "y") == [.character("x"), .character("y")])
    }

    @Test func escapeIsTheKeyOnlyWhenNothingFollows() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B]).isEmpty)
        #expect(decoder.isWaiting)
        #expect(decoder.delay == .milliseconds(25))
        #expect(decoder.flush() == [.key(.escape)])
        #expect(!decoder.isWaiting)
        #expect(decoder.feed([0x1B]).isEmpty)
        #expect(decoder.feed("[".utf8).isEmpty)
        #expect(decoder.delay == .milliseconds(150))
        #expect(decoder.feed("A".utf8) == [.key(.up)])
        #expect(decoder.delay == nil)
    }

    @Test func escapesAndControlsInOneBreath() {
        #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
        #expect(keys("\u{1B}\u{1B}\u{1B}") == [.escape, .escape, .escape])
        #expect(keys("\u{1B}\u{1B}q") == [.escape, .escape, .character("q")])
        #expect(keys("\u{1B}\r") == [.escape, .enter])
        #expect(keys("\u{1B}\u{13}") == [.escape, .control("s")])
        #expect(keys("\u{1B}[1;\r") == [.enter])
        #expect(keys("\u{1B}[\u{1B}[A") == [.escape, .character("["), .up])
        #expect(keys("\u{1B}[12\u{1B}[A") == [.up])
        #expect(keys("\u{1B}[é") == [.escape, .character("["), .character("é")])
        #expect(keys("\u{1B}]11;\r") == [.enter])
    }

    @Test func unfinishedSequencesAreDropped() {
        #expect(keys("a\u{1B}[1;5") == [.character("a")])
        #expect(keys("a\u{1B}]11;rgb") == [.character("a")])
    }

    @Test(
        arguments: [
            ([0xE9], "\u{FFFD}"), ([0xE9, 0x61], "\u{FFFD}a"), ([0xC3, 0xC3, 0xA9], "\u{FFFD}é"),
            ([0x80, 0x61], "\u{FFFD}a"),
            ([0xC0, 0xAF, 0x61], "\u{FFFD}\u{FFFD}a"), ([0xF5, 0x61], "\u{FFFD}a"),
            ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ([0xF0, 0x9F, 0x98, 0x61], "\u{FFFD}a"), ([0xC2, 0x9B, 0x41], "A"),
        ] as [([UInt8], String)])
    func invalidBytesHideNothingThatFollows(_ bytes: [UInt8], _ text: String) {
        #expect(inputs(bytes) == text.map { .key(.character($0)) })
    }

    @Test func marksJoinWhatCameWithThem() {
        var decoder = KeyDecoder()
        #expect(decoder.feed("e".utf8) == [.key(.character("e"))])
        #expect(decoder.feed("\u{301}".utf8) == [.key(.character("\u{301}"))])
    }

    @Test func pasteIsOnePiece() {
        let start = "\u{1B}[200~"
        let end = "\u{1B}[201~"
        #expect(
            inputs("\(start)Siti\rMurung Pudak\r\né\n\(end)x".utf8) == [
                .paste("Siti\nMurung Pudak\né\n"), .key(.character("x")),
            ])
        #expect(inputs("a\(start)\u{1B}[A~\u{1B}\(end)".utf8) == [.key(.character("a")), .paste("\u{1B}[A~\u{1B}")])
        #expect(inputs("\(start)\(end)".utf8).isEmpty)
        #expect(inputs("\(start)a\(end)\(start)b\(end)".utf8) == [.paste("a"), .paste("b")])
    }

    @Test func aLongPasteInSmallPieces() {
        let long = String(repeating: "Noorhayati ~ ’\n", count: 60_000)
        let bytes = Array("\u{1B}[200~\(long)\u{1B}[201~".utf8)
        #expect(bytes.count > 1_000_000)
        var decoder = KeyDecoder()
        var all: [Input] = []
        for start in stride(from: 0, to: bytes.count, by: 4095) {
            all += decoder.feed(bytes[start..<min(bytes.count, start + 4095)])
        }
        #expect(all == [.paste(long)])
    }

    @Test func anUnterminatedPasteLetsTheKeysGo() {
        var decoder = KeyDecoder()
        #expect(decoder.feed("\u{1B}[200~Siti".utf8).isEmpty)
        #expect(decoder.delay == .seconds(3))
        #expect(decoder.flush() == [.paste("Siti")])
        #expect(decoder.feed("x".utf8) == [.key(.character("x"))])
    }

    @Test func extraSequencesFillInWhatIsUnknown() {
        let extra: [[UInt8]: Key] = [
            Array("\u{1B}A".utf8): .up, Array("\u{1B}[224z".utf8): .function(1), Array("\u{1B}[A".utf8): .down,
            Array("\u{1B}Ot".utf8): .function(5), Array("\u{1B}ABC".utf8): .end, [0x61]: .delete, []: .delete,
        ]
        #expect(inputs("\u{1B}A".utf8, extra: extra) == [.key(.up)])
        #expect(inputs("\u{1B}[224z".utf8, extra: extra) == [.key(.function(1))])
        // What every terminal means by a sequence stands, and the keypad's digits stay digits.
        #expect(inputs("\u{1B}[A".utf8, extra: extra) == [.key(.up)])
        #expect(inputs("\u{1B}Ot".utf8, extra: extra) == [.key(.character("4"))])
        #expect(inputs("\u{1B}Q".utf8, extra: extra) == [.key(.escape), .key(.character("Q"))])
        #expect(inputs("a".utf8, extra: extra) == [.key(.character("a"))])
    }
}
