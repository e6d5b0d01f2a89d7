import Foundation
import Testing
import Training

/// What is read in bytes where a text is plain says the same as the long way, on any text.
@Suite struct PlainTextTests {
    /// Texts of all that comes in rosters, and of what nobody would write.
    private static func texts(_ count: Int, seed: UInt64, of pieces: [String]) -> [String] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            (0..<Int.random(in: 0...10, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
        }
    }

    private static let pieces = [
        "a", "B", "z", "Z", "7", "0", " ", "  ", "-", "–", "•", "'", "’", "\"", "=", "+", ".", ",", "/", "@", "\t",
        "\r\n",
        "\n", "\u{1B}", "\u{7F}", "\u{85}", "\u{A0}", "\u{AD}", "\u{301}", "é", "ñ", "\u{200B}", "\u{200F}", "\u{202E}",
        "\u{2003}", "\u{3000}", "\u{FEFF}", "ʼ", "İ", "ß", "K", "🙂", "👩‍👧",
    ]

    @Test func fieldsAreAsTheLongWayMakesThem() {
        for text in Self.texts(20_000, seed: 1, of: Self.pieces) {
            let stripped = Self.stripped(text)
            #expect(Array(text.strippedOfControls.unicodeScalars) == stripped)
            var kept = String.UnicodeScalarView()
            kept.append(contentsOf: stripped)
            let trimmed = String(kept).trimmingCharacters(in: .whitespaces)
            #expect(text.fieldText.map { Array($0.utf8) } == (trimmed.isEmpty ? nil : Array(trimmed.utf8)), "\(text)")
            #expect(text[...].fieldText == text.fieldText && text[...].strippedOfControls == text.strippedOfControls)
        }
    }

    /// Every scalar by itself and at either end of a word.
    @Test func everyScalarIsTrimmedAsTheLongWayTrimsIt() {
        for value in UInt32(0)..<0x3100 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "\(scalar)x\(scalar)"
            var kept = String.UnicodeScalarView()
            kept.append(contentsOf: Self.stripped(text))
            let trimmed = String(kept).trimmingCharacters(in: .whitespaces)
            #expect(text.fieldText == trimmed, "U+\(String(value, radix: 16))")
        }
    }

    private static func stripped(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.compactMap { scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: " "
            case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
                0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
                nil
            default: scalar
            }
        }
    }

    @Test func namesAreComparedAsFoundationFoldsThem() {
        for text in Self.texts(20_000, seed: 2, of: Self.pieces) {
            let folded = text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
                .filter { $0.isLetter || $0.isNumber }
            #expect(text.comparable == folded && text[...].comparable == folded, "\(text.debugDescription)")
        }
    }

    /// A mark that leaves nothing sends a number the long way.
    @Test func numbersAreReadAsTheLongWayReadsThem() {
        let tens = [
            "00", "01", "05", "12", "13", "28", "29", "30", "31", "32", "40", "41", "63", "69", "71", "72", "99",
        ]
        var random = SeededGenerator(seed: 3)
        for _ in 0..<20_000 {
            let count = Int.random(in: 0..<20, using: &random) == 0 ? 7 : 8
            let digits = (0..<count).map { _ in tens.randomElement(using: &random)! }.joined()
            let (short, long) = (Self.outcome(digits), Self.outcome("\u{200B}" + digits))
            #expect(short == long, "\(digits)")
            guard case .success(let nik) = short else { continue }
            #expect(nik.digits == digits)
            #expect(nik.masked == "\(digits.prefix(4))••••••••\(digits.suffix(4))")
            #expect((try? NIK(number: nik.number)) == nik)
            let province = Gazetteer.tabalong.provinces[nik.province] != nil
            let regency = Gazetteer.tabalong.regencies[nik.regency] != nil
            let expected: [Doubt] = province ? (regency ? [] : [.unknownRegency]) : [.unknownProvince]
            #expect(nik.doubts(birthDate: nil, sex: nil, gazetteer: .tabalong) == expected)
        }
        for digit in 0...9 {
            let all = String(repeating: "\(digit)", count: 16)
            #expect(Self.outcome(all) == .failure(.placeholder(digit: Character("\(digit)"))))
        }
    }

    private static func outcome(_ text: String) -> Result<NIK, NIK.Flaw> {
        Result { () throws(NIK.Flaw) in try NIK(text) }
    }

    /// A blank before it sends a date the long way.
    @Test func datesAreReadAsTheLongWayReadsThem() {
        let latest = CalendarDate.day("2026-11-24")
        let pieces = ["0", "1", "2", "9", "19", "20", "05", "12", "31", "-", "/", ".", " "]
        let shapes = ["1999-05-12", "12-05-1999", "12/05/1999", "12.5.1999", "2999-01-01", "31-02-2000", "0001-01-01"]
        for text in shapes + Self.texts(40_000, seed: 4, of: pieces) {
            #expect(
                CalendarDate(typed: text, latest: latest) == CalendarDate(typed: " " + text, latest: latest), "\(text)")
        }
    }

    @Test func daysAreWrittenAsISO8601() {
        for days in stride(from: -60_000, to: 80_000, by: 37) {
            let date = CalendarDate(daysSince1970: days)
            let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
            #expect(date.description == "\(date.year)-\(two(date.month))-\(two(date.day))")
        }
    }

    @Test func phonesAreReadAsTheLongWayReadsThem() {
        for text in Self.texts(20_000, seed: 5, of: ["0", "00", "08", "8", "62", "+", "12", "345", " ", "-", "x"]) {
            let (short, long) = (PhoneNumber(text), PhoneNumber("\u{200B}" + text))
            #expect(short == long, "\(text)")
            guard let short else { continue }
            let bullets = String(repeating: "•", count: short.digits.count - 7)
            #expect(short.masked == "\(short.digits.prefix(4))\(bullets)\(short.digits.suffix(3))")
        }
    }

    @Test func codesAreWrittenWithTheirDots() {
        for place in Gazetteer.tabalong.kecamatan + Gazetteer.tabalong.desa {
            let digits = Array(String(place.code.number))
            var parts = [digits[0..<2], digits[2..<4], digits[4..<6]]
            if digits.count > 6 { parts.append(digits[6...]) }
            #expect(place.code.description == parts.map { String($0) }.joined(separator: "."))
        }
    }
}
