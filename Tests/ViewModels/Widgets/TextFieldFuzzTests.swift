import DeskScript
import Keyboard
import SheetFixtures
import Store
import Testing

@testable import ViewModels

/// Keys and pastes of all kinds into a field. How much it tries: see ``FuzzBudget``.
@Suite struct TextFieldFuzzTests {
    @Test func aFieldStaysAFieldWhateverIsTyped() {
        for seed in FuzzBudget(seeds: 350, share: 0.03).seeds {
            var random = Seeded(state: seed)
            var field = TextField(limit: Int.random(in: 0...200, using: &random))
            for _ in 0..<200 {
                if Int.random(in: 0..<8, using: &random) == 0 {
                    field.insert(OddText.text(&random))
                } else {
                    _ = field.handle(Self.key(&random))
                }
                #expect((0...field.text.count).contains(field.cursor), "seed \(seed)")
                #expect(field.text.count <= field.limit, "seed \(seed)")
                // Marks are bounded with the characters they stand on.
                #expect(field.text.unicodeScalars.count <= field.limit * 8, "seed \(seed)")
                #expect(!field.text.holdsControls, "seed \(seed): \(field.text.debugDescription)")
                #expect(field.beforeCursor.count == field.cursor, "seed \(seed)")
            }
        }
    }

    /// What was typed, however odd, never reaches the screen as anything that could steer it.
    @Test func nothingTypedSteersTheScreen() async throws {
        let year = try await TrainingYear.small()
        for seed in FuzzBudget(seeds: 50, share: 0.02).seeds {
            var random = Seeded(state: seed)
            let desk = await ModelDesk(year.store)
            await desk.press(.character("2"), .character("n"), .tab)
            for _ in 0..<20 {
                if Bool.random(using: &random) {
                    await desk.paste(OddText.text(&random))
                } else {
                    await desk.press(Self.key(&random))
                }
                let frame = await desk.frame
                #expect(!frame.text.contains { $0.holdsControls }, "seed \(seed)")
                if let cursor = frame.cursor {
                    #expect((0..<80).contains(cursor.column) && (0..<24).contains(cursor.row), "seed \(seed)")
                }
            }
        }
    }

    /// A paste is read once, and no further than it takes to fill the field, so that nobody waits for it; and what it leaves behind
    /// is no longer than what any field holds, so that it is typed into like any field.
    @Test func aPasteOfAMillionIsReadUntilTheFieldIsFull() {
        for unit in ["a", "e\u{301}", "\u{301}", "\u{200B}", "\u{202E}", "\u{0}", "👩‍💻", "\r\n"] {
            let paste = CountedPaste(of: unit, count: 1_000_000)
            var field = TextField()
            let most = field.limit * 8
            field.insert(scalars: paste)
            let kept = TextField(pasted: unit).text.unicodeScalars.count
            // Of what is not kept none fills it.
            let enough = kept == 0 ? paste.count : (most + kept - 1) / kept * unit.unicodeScalars.count
            #expect(paste.timesRead == 1, "\(unit.debugDescription)")
            #expect(paste.scalarsRead <= enough, "\(unit.debugDescription)")
            for key in Self.keys {
                #expect(field.text.count <= field.limit, "\(unit.debugDescription)")
                #expect(field.text.unicodeScalars.count <= most, "\(unit.debugDescription)")
                _ = field.handle(key)
            }
        }
    }

    private static let keys: [Key] = [
        .left, .right, .home, .end, .wordLeft, .wordRight, .backspace, .delete, .control("a"), .control("e"),
        .control("w"), .control("u"), .control("k"), .character(" "),
        .character("a"), .character("\u{301}"), .character("\u{202E}"), .character("\u{0}"), .up, .tab, .insert,
    ]

    private static func key(_ random: inout Seeded) -> Key {
        guard Int.random(in: 0..<3, using: &random) > 0 else { return keys.randomElement(using: &random) ?? .tab }
        return .character(OddText.text(&random).first ?? "x")
    }
}

/// The same text over and over, which counts how much of it is read.
private final class CountedPaste: Sequence, IteratorProtocol {
    private let unit: [Unicode.Scalar]
    /// How many letters and marks there are.
    let count: Int
    private(set) var scalarsRead = 0
    private(set) var timesRead = 0

    init(of unit: String, count: Int) { (self.unit, self.count) = (Array(unit.unicodeScalars), count) }

    func makeIterator() -> CountedPaste {
        timesRead += 1
        return self
    }

    func next() -> Unicode.Scalar? {
        guard scalarsRead < count else { return nil }
        scalarsRead += 1
        return unit[scalarsRead % unit.count]
    }
}

extension TextField {
    fileprivate init(pasted text: String) {
        self.init()
        insert(text)
    }
}

/// Text that no clerk types and some file or terminal sends.
enum OddText {
    static func text(_ random: inout Seeded) -> String {
        let unit = units.randomElement(using: &random) ?? ""
        let count = Int.random(in: 0..<50, using: &random) == 0 ? 4_000 : Int.random(in: 1...12, using: &random)
        let storm = String(repeating: unit, count: count)
        guard Bool.random(using: &random) else { return storm }
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...20, using: &random) {
            if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) { scalars.append(scalar) }
        }
        return storm + String(scalars)
    }

    private static let units = [
        "a", "Siti ", "\u{301}", "e\u{301}\u{302}\u{303}", "\u{0}", "\u{1B}[2J", "\u{9B}31m", "\u{7F}", "\u{200B}",
        "\u{200D}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\r\n", "\t", "語", "👩‍💻", "🇮🇩", "\u{E0041}", "\u{1160}", "ﷺ",
    ]
}

extension String {
    /// Whether there is something in it that a terminal would take for more than text.
    var holdsControls: Bool {
        unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            case .format: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            default: false
            }
        }
    }
}
