import CNcurses
import Testing

@testable import Terminal

/// Whether the tests run under a UTF-8 locale, which the C library's widths need.
let usesUTF8Locale: Bool = setlocale(LC_CTYPE, "C.UTF-8") != nil

@Suite struct GlyphTests {
    @Test(
        arguments: [
            ("─", "-"), ("━", "-"), ("│", "|"), ("┌", "+"), ("┼", "+"), ("╯", "+"), ("═", "="), ("║", "|"), ("▐", "|"),
            ("█", "#"),
            ("▌", "|"), ("▏", "|"), ("▎", "|"), ("▍", "|"), ("▋", "#"), ("▊", "#"), ("▉", "#"), ("░", "."), ("▒", ":"),
            ("▓", "#"),
            ("▪", "*"), ("✓", "+"), ("✗", "x"), ("•", "*"), ("…", "."), ("→", ">"), ("←", "<"), ("↑", "^"), ("↓", "v"),
            ("▸", ">"),
            ("▾", "v"), ("●", "*"), ("○", "o"), ("“", "\""), ("”", "\""), ("’", "'"), ("‘", "'"), ("–", "-"),
            ("—", "-"), ("·", "."),
            ("é", "e"), ("e\u{301}", "e"), ("ñ", "n"), ("Å", "A"), ("ç", "c"), ("ß", "s"), ("ø", "o"), ("đ", "d"),
            ("ı", "i"),
            ("a", "a"), ("~", "~"), (" ", " "), ("\u{A0}", " "), ("ж", "?"), ("語", "??"), ("😀", "??"),
            ("\u{FFFD}", "?"),
        ] as [(Character, String)])
    func asciiFallback(_ character: Character, _ ascii: String) {
        #expect(character.asciiFallback == ascii)
        #expect(character.asciiFallback.count == character.columns)
    }

    @Test func everyCharacterHasAPrintableFallbackOfItsWidth() {
        for value in (0x20...0x2FFFF as ClosedRange<UInt32>) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let character = Character(scalar)
            let ascii = character.asciiFallback
            let isSound = ascii.utf8.count == character.columns && ascii.utf8.allSatisfy { (0x20...0x7E).contains($0) }
            if !isSound { Issue.record("U+\(String(value, radix: 16)) became “\(ascii)”") }
        }
    }

    private func written(_ character: Character, usesUTF8: Bool = true) -> [String] {
        #expect(usesUTF8Locale)
        return Glyph.scalars(character, usesUTF8: usesUTF8).map { String(String.UnicodeScalarView($0)) }
    }

    @Test func writesCharactersWithTheirMarks() {
        #expect(written("é") == ["é"])
        #expect(written("e\u{301}") == ["e\u{301}"])
        #expect(written("語") == ["語"])
        #expect(written("█") == ["█"])
    }

    @Test func leavesOutWhatWouldShiftTheLine() {
        #expect(written("👩‍💻") == ["👩"])
        #expect(written("❤️") == ["❤"])
        #expect(written("🇮🇩") == ["🇮"])
        #expect(written("a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}") == ["a\u{301}\u{302}\u{303}\u{304}"])
    }

    @Test func aWidthTheTerminalReckonsOtherwiseIsAQuestionMark() {
        #expect(Glyph.scalars("é", usesUTF8: true, width: { _ in -1 }) == [["?"]])
        #expect(Glyph.scalars("語", usesUTF8: true, width: { _ in 1 }) == [["?"], ["?"]])
    }

    @Test func writesASCIIWhereTheLocaleHasNoMore() {
        #expect(written("é", usesUTF8: false) == ["e"])
        #expect(written("語", usesUTF8: false) == ["?", "?"])
    }

    @Test func pausesOfOldTerminalsAreLeftOut() {
        func clean(_ text: String) -> String {
            String(decoding: Terminfo.withoutPauses(Array(text.utf8)), as: UTF8.self)
        }
        #expect(clean("\u{1B}[H\u{1B}[J$<50>") == "\u{1B}[H\u{1B}[J")
        #expect(clean("$<2/>a$<3*>b$c<d") == "ab$c<d")
        #expect(clean("a$<") == "a$<")
    }
}
