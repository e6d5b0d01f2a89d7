import SheetFixtures
import Testing

@testable import Keyboard

/// Bytes of all kinds, cut at random places: the same keys however they are cut. How much it tries: see ``FuzzBudget``.
@Suite struct KeyDecoderFuzzTests {
    @Test func theSameKeysHoweverTheBytesAreCut() {
        var bytesTaken = 0
        for seed in FuzzBudget(seeds: 4_000, share: 0.03).seeds {
            var random = Seeded(state: seed)
            let bytes = Self.bytes(&random)
            bytesTaken += bytes.count
            var whole = KeyDecoder()
            let expected = (whole.feed(bytes) + whole.flush()).runs
            for most in [1, 2, 5, 40] {
                var torn = KeyDecoder()
                var inputs: [Input] = []
                var rest = bytes[...]
                while !rest.isEmpty {
                    let piece = rest.prefix(Int.random(in: 1...most, using: &random))
                    inputs += torn.feed(piece)
                    rest = rest.dropFirst(piece.count)
                    if !torn.isWaiting { continue }
                    #expect(torn.delay != nil, "seed \(seed)")
                }
                inputs += torn.flush()
                #expect(inputs.runs == expected, "seed \(seed), pieces of up to \(most)")
                #expect(!torn.isWaiting, "seed \(seed)")
            }
            // Whatever came, the next key is understood.
            #expect(whole.feed("z\u{1B}[A".utf8) == [.key(.character("z")), .key(.up)], "seed \(seed)")
        }
        #expect(bytesTaken > 0)
    }

    /// Bytes that a terminal sends, that one might, and that none does, with some changed.
    private static func bytes(_ random: inout Seeded) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
            case 1:
                bytes += (0..<Int.random(in: 1...30, using: &random)).map { _ in .random(in: 0...255, using: &random) }
            case 2:
                bytes += (0..<Int.random(in: 1...12, using: &random)).map { _ in
                    signs.randomElement(using: &random) ?? 0
                }
            default:
                let scalar = Unicode.Scalar(UInt32.random(in: 0x20...0x2FFFF, using: &random)) ?? "?"
                bytes += Array(String(Character(scalar)).utf8)
            }
        }
        if Bool.random(using: &random) { mutate(&bytes, signs: "\u{1B}[O~;<0", &random) }
        return bytes
    }

    private static let pieces = [
        "Siti ", "e\u{301}", "👩‍💻", "\r", "\t", "\u{1B}[A", "\u{1B}[1;5C", "\u{1B}[3~", "\u{1B}OM", "\u{1B}b",
        "\u{1B}[200~Noor\rhayati\u{1B}[201~", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}]11;rgb:0/0/0\u{07}",
        "\u{1B}P+r\u{1B}\\", "\u{1B}[<0;1;1M", "\u{1B}\u{1B}",
    ]

    private static let signs: [UInt8] = [
        0x1B, 0x5B, 0x4F, 0x5D, 0x50, 0x3B, 0x7E, 0xC3, 0xE2, 0xF0, 0x9F, 0x80, 0x31, 0x4D,
    ]
}

extension [Input] {
    /// The inputs with typed characters run together: marks join a character only within one piece.
    fileprivate var runs: [String] {
        var runs: [String] = []
        var text = ""
        for input in self {
            if case .key(.character(let character)) = input {
                text.append(character)
            } else {
                if !text.isEmpty { runs.append(text) }
                text = ""
                runs.append("\(input)")
            }
        }
        return text.isEmpty ? runs : runs + [text]
    }
}
