import DeskScript
import Keyboard
import SheetFixtures
import Store
import Testing
import ViewModels

/// Keys and pastes of all kinds into a field. How long it runs: see ``FuzzBudget``.
@Suite struct TextFieldFuzzTests {
    @Test func aFieldStaysAFieldWhateverIsTyped() {
        for seed in FuzzBudget(share: 0.03).seeds {
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
        for seed in FuzzBudget(share: 0.02).seeds {
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

    /// Ten times as much pasted takes ten times as long, not a hundred; and what is left is typed into as fast as any field.
    @Test func aPasteOfAMillionIsReadOnce() {
        let clock = ContinuousClock()
        for unit in ["a", "e\u{301}", "\u{301}", "\u{200B}", "\u{202E}", "\u{0}", "👩‍💻", "\r\n"] {
            let most = 1_000_000 / unit.utf8.count
            func time(_ count: Int) -> Duration {
                let pasted = String(repeating: unit, count: count)
                var field = TextField()
                return clock.measure { field.insert(pasted) }
            }
            _ = time(100)
            let (tenth, whole) = (time(most / 10), time(most))
            #expect(whole < tenth * 40 + .milliseconds(100), "\(unit.debugDescription): \(tenth), \(whole)")
            var field = TextField()
            field.insert(String(repeating: unit, count: most))
            let typing = clock.measure { for key in Self.keys { _ = field.handle(key) } }
            #expect(typing < .seconds(1), "\(unit.debugDescription): \(typing)")
        }
    }

    private static let keys: [Key] = [
        .left, .right, .home, .end, .wordLeft, .wordRight, .backspace, .delete, .control("a"), .control("e"),
        .control("w"), .control("u"), .control("k"), .alt("b"), .alt("f"), .alt("d"), .alt("\u{7F}"), .character(" "),
        .character("a"), .character("\u{301}"), .character("\u{202E}"), .character("\u{0}"), .up, .tab, .insert,
    ]

    private static func key(_ random: inout Seeded) -> Key {
        guard Int.random(in: 0..<3, using: &random) > 0 else { return keys.randomElement(using: &random) ?? .tab }
        return .character(OddText.text(&random).first ?? "x")
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
