import Foundation
import SheetFixtures
import Testing
import Training
import Words

@testable import ViewModels

/// A row made of texts alone.
private struct TextRow: ListedRecord, Equatable {
    static var orders: [RecordOrder] { [.code, .title, .start] }

    var number: Int64
    var parent: Int64?
    var code: Code
    var title: String
    var texts: [String?]
    var day = 0

    func addTexts(to filling: inout WordIndexFilling, _ words: Phrasebook) {
        filling.add(title)
        for text in texts { filling.add(text.map { .text($0) }, text) }
    }

    func sortKey(_ order: RecordOrder) -> SortKey {
        switch order {
        case .title: .text(title)
        case .start: .number(day)
        default: .text(code.text)
        }
    }

    /// Whether every word sought begins a word of the row, accents and case ignored, as it is said in words.
    func has(_ search: String) -> Bool {
        func folded(_ text: String) -> String {
            text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        }
        let text = folded(([title] + texts.compactMap(\.self)).joined(separator: " "))
        let starts = text.indices.filter { index in
            guard index > text.startIndex else { return true }
            let before = text[text.index(before: index)]
            return !(before.isLetter || before.isNumber)
        }
        return folded(search).split(separator: " ").allSatisfy { word in
            starts.contains { text[$0...].hasPrefix(word) }
        }
    }
}

@Suite struct NarrowedListTests {
    private let words = Phrasebook.of(.indonesian)

    private func list(_ rows: [TextRow]) -> NarrowedList<TextRow> {
        var list = NarrowedList<TextRow>()
        list.take(ListedRows(rows, words))
        return list
    }

    private func found(_ search: String, _ rows: [TextRow]) -> [Int64] {
        var list = list(rows)
        _ = list.search { $0.set(search) == () }
        return list.rows.map(\.number)
    }

    /// Rows whose texts are made of few pieces, so that many share them and words are often found. None begins with a mark that would
    /// join the character before it: no field keeps such a text.
    private func rows(_ count: Int, _ random: inout Seeded) -> [TextRow] {
        let pieces = [
            "menjahit", "Menja", "é", "Ménjahit", "e\u{301}", "las", "LAS", "3G", "smaw", "-", "K-014", "'", "mabu'un",
            "\u{A0}",
            " ", " ", " ", "ß", "ﬁ", "İ", "ı", "مدرسة", "مُدَرِّسة", "½", "²", "日本", "한국", "\r\n", "\t", "ø",
            "\u{212A}",
            "\u{37E}", "👩🏽‍🏭", "_", "/", "2026",
        ]
        func text() -> String {
            (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
        }
        let shared = (0..<5).map { _ in text() }
        return (1...count).map { number in
            TextRow(
                number: Int64(number), parent: Int64(number % 3), code: Code("K-\(1000 + number)")!, title: text(),
                texts: [shared.randomElement(using: &random), Bool.random(using: &random) ? text() : nil],
                day: Int.random(in: -2...2, using: &random))
        }
    }

    @Test(arguments: [
        ("menj", [1, 2]), ("MENJ", [1, 2]), ("ménj", [1, 2]), ("e", [3]), ("é", [3]), ("e\u{301}", [3]), ("ahit", []),
        ("las 3g", [4]), ("3g las", [4]), ("g", []), ("un", [5]), ("mabu'un", [5]), ("k-0", [5]), ("-014", []),
        ("014", [5]),
        ("مدرسة", []), ("مُدَرِّسة", [6]), ("درسة", []), ("dua", [7]), ("satu\u{A0}d", [7]),
        ("", [1, 2, 3, 4, 5, 6, 7, 8]),
        ("   ", [1, 2, 3, 4, 5, 6, 7, 8]), ("strasse", [8]), ("straße", [8]), ("\u{212A}-014", [5]), ("\n", []),
    ])
    func whatIsSoughtBeginsAWord(_ search: String, _ expected: [Int64]) {
        let texts = [
            "Menjahit dasar", "MÉNJAHIT", "e\u{301}lan", "Las SMAW 3G", "Mabu'un K-014", "مُدَرِّسة", "satu\u{A0}dua",
            "Straße",
        ]
        let rows = texts.enumerated().map { place, text in
            TextRow(number: Int64(place + 1), code: Code("P-\(place)")!, title: "", texts: [text])
        }
        #expect(found(search, rows) == expected)
        #expect(rows.filter { $0.has(search) }.map(\.number) == expected)
    }

    @Test(arguments: 1...60) func searchesFindWhatTheirDefinitionSays(seed: UInt64) {
        var random = Seeded(state: seed)
        let rows = rows(40, &random)
        var list = list(rows)
        let letters =
            rows.flatMap { [$0.title] + $0.texts.compactMap(\.self) }.joined(separator: " ").map(\.self) + [
                "e", " ", "M", "1",
            ]
        for _ in 0..<40 {
            var text = list.search.text
            switch Int.random(in: 0..<6, using: &random) {
            case 0: text = String(text.dropLast())
            case 1: text = ""
            case 2: text = String((rows.randomElement(using: &random)?.title ?? "").prefix(5))
            default: text += String(letters.randomElement(using: &random)!)
            }
            _ = list.search { $0.set(text) == () }
            let expected = rows.filter { $0.has(list.search.text) }.map(\.number)
            #expect(list.rows.map(\.number) == expected, "seed \(seed), sought \(list.search.text.debugDescription)")
        }
    }

    @Test(arguments: 1...20) func ordersAreThoseOfSortingByTextThenCodeThenNumber(seed: UInt64) {
        var random = Seeded(state: seed)
        let rows = rows(60, &random)
        var list = list(rows.shuffled(using: &random))
        #expect(list.rows.map(\.number) == rows.map(\.number))
        let scope = Int64.random(in: 0...2, using: &random)
        list.setScope(scope)
        let some = rows.filter { $0.parent == scope }
        #expect(list.rows.map(\.number) == some.map(\.number))
        list.cycleOrder()
        let byTitle = some.sorted {
            ($0.title.lowercased(), $0.code, $0.number) < ($1.title.lowercased(), $1.code, $1.number)
        }
        #expect(list.rows.map(\.number) == byTitle.map(\.number))
        list.cycleOrder()
        let byDay = some.sorted { ($0.day, $0.code, $0.number) < ($1.day, $1.code, $1.number) }
        #expect(list.rows.map(\.number) == byDay.map(\.number))
        list.cycleOrder()
        list.setScope(nil)
        #expect(list.rows.map(\.number) == rows.map(\.number))
    }

    @Test func theCursorStaysOnItsRecordAndASearchPutsItFirst() {
        var random = Seeded(state: 7)
        let rows = rows(30, &random)
        var list = list(rows)
        list.fit(rows: 5)
        list.move(.last)
        list.cycleOrder()
        #expect(list.selected?.number == 30)
        #expect(list.visible.contains(list.cursor))
        list.take(ListedRows(Array(rows.dropFirst(3)), words))
        #expect(list.selected?.number == 30)
        list.take(ListedRows(Array(rows.dropLast()), words))
        #expect(list.selected != nil)
        _ = list.search { $0.set("e") == () }
        #expect(list.cursor == 0)
    }

    @Test func aRecordIsRevealedByDroppingWhatHidesIt() {
        let rows = (1...9).map {
            TextRow(number: $0, parent: $0 % 2, code: Code("K-\($0)")!, title: "kelas \($0)", texts: [])
        }
        var list = list(rows)
        list.setScope(1)
        list.reveal(7)
        #expect(list.selected?.number == 7 && list.scope == 1)
        list.reveal(4)
        #expect(list.selected?.number == 4 && list.scope == nil)
        list.reveal(12)
        #expect(list.selected?.number == 4)
    }

    @Test func aListThatIsOnlyBegunSaysHowManyThereAreAndWhereItEnds() {
        let rows = (1...9).map { TextRow(number: $0, code: Code("K-\($0)")!, title: "", texts: []) }
        var list = NarrowedList<TextRow>()
        list.fit(rows: 4)
        list.take(ListedRows(Array(rows.prefix(6)), of: 9, words))
        #expect(list.total == 9 && list.isBegun)
        list.move(.pageDown)
        #expect(!list.leavesWhatWasRead(by: .down))
        #expect(list.leavesWhatWasRead(by: .pageDown))
        #expect(list.leavesWhatWasRead(by: .last))
        #expect(!list.leavesWhatWasRead(by: .first))
        list.move(.down)
        list.move(.down)
        #expect(list.leavesWhatWasRead(by: .down))
        let before = list.visible
        list.take(ListedRows(rows, words))
        #expect(!list.isBegun && list.selected?.number == 6 && list.visible == before)
        #expect(!list.leavesWhatWasRead(by: .last))
    }
}
