import Testing

@testable import Keyboard

@Suite struct KeyDecoderPropertyTests {
    /// Pieces that a terminal sends, whole.
    private static let pieces: [String] = [
        "a", "Siti ", "6309064505990012", "é", "ñ", "’", "e\u{301}", "語", "👩‍💻", "\r", "\t", "\u{7F}", "\u{13}",
        "\u{1B}[A", "\u{1B}OD", "\u{1B}[1;5C", "\u{1B}[3~", "\u{1B}[24~", "\u{1B}[[B", "\u{1B}[Z", "\u{1B}OM",
        "\u{1B}b",
        "\u{1B}é", "\u{1B}\u{7F}", "\u{1B}\u{1B}[D", "\u{1B}[200~Noor\rhayati \u{1B}[A’\u{1B}[201~", "\u{1B}[?1;2c",
        "\u{1B}]11;rgb:00/00/00\u{07}", "\u{1B}[<0;1;1M", "\u{1B}\u{1B}\u{1B}", "\u{1B}\r",
    ]

    /// The inputs with typed characters run together, since marks join a character only within one piece.
    private func joined(_ inputs: [Input]) -> [String] {
        var parts: [String] = []
        var text = ""
        for input in inputs {
            if case .key(.character(let character)) = input {
                text.append(character)
            } else {
                if !text.isEmpty { parts.append(text) }
                text = ""
                parts.append("\(input)")
            }
        }
        return text.isEmpty ? parts : parts + [text]
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func anySplitGivesTheSame(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...20, using: &random) {
            bytes += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
            if Int.random(in: 0..<4, using: &random) == 0 { bytes.append(.random(in: 0...255, using: &random)) }
        }
        var whole = KeyDecoder()
        let expected = joined(whole.feed(bytes) + whole.flush())
        var single = KeyDecoder()
        #expect(joined(bytes.flatMap { single.feed([$0]) } + single.flush()) == expected, "seed \(seed)")
        var torn = KeyDecoder()
        var inputs: [Input] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Int.random(in: 0...min(7, rest.count), using: &random)
            inputs += torn.feed(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        #expect(joined(inputs + torn.flush()) == expected, "seed \(seed)")
    }

    @Test(arguments: 0..<50 as Range<UInt64>) func noBytesCrashOrLastForEver(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var decoder = KeyDecoder()
        for _ in 0..<400 {
            let isNasty = Bool.random(using: &random)
            let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                let nasty: [UInt8] = [0x1B, 0x5B, 0x4F, 0x5D, 0x50, 0x3B, 0x24, 0x7E, 0xE2, 0xF0, 0x9F, 0x31, 0x4D]
                return isNasty ? nasty.randomElement(using: &random) ?? 0 : .random(in: 0...255, using: &random)
            }
            _ = decoder.feed(bytes)
            #expect(decoder.isWaiting == (decoder.delay != nil))
            if Int.random(in: 0..<5, using: &random) == 0 {
                _ = decoder.flush()
                #expect(!decoder.isWaiting)
            }
        }
        _ = decoder.flush()
        #expect(decoder.feed("z\u{1B}[A".utf8) == [.key(.character("z")), .key(.up)], "seed \(seed)")
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
