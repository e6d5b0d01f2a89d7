import Keyboard

/// Keys whose repaints are measured, one by one.
struct TerminalCase: Sendable {
    let name: String
    /// What leads from the first screen there.
    let way: [Key]
    /// What the screen shows there.
    let sight: String
    let keys: [Key]
    /// What leads back.
    let back: [Key]
    /// The most bytes that any of its repaints may take at 80×24, where that is a goal.
    var mostBytes: Int?
    /// What 99 of 100 of its repaints are to stay under: what a key may take, or the first page of a search.
    var goal = key

    static let key = Duration.milliseconds(8)
    static let firstPage = Duration.milliseconds(16)

    static let all: [TerminalCase] = [
        TerminalCase(
            name: "letter in a field",
            way: text("2n6309064505500001S"), sight: "> Nama",
            keys: repeated(
                3, text("Noorhayati binti Abdurrahman al-Banjari") + Array(repeating: .backspace, count: 39)),
            back: [.backspace, .backTab] + Array(repeating: .backspace, count: 16) + [.escape], mostBytes: 64),
        letters("digit of a date", in: "> Tanggal lahir", after: 4, "05051999"),
        letters("letter of an address", in: "> Alamat", after: 8, "Jalan Ir. P. H. M. Noor RT 05 No. 17"),
        letters("digit of a phone number", in: "> Telepon", after: 9, "081251234567"),
        // What stands in an empty field to tell how a day is written is a line of text, and no letter's repaint.
        TerminalCase(
            name: "hint of a date, gone and back", way: text("2n") + Array(repeating: .tab, count: 4),
            sight: "> Tanggal lahir", keys: repeated(50, [.character("0"), .backspace]), back: [.escape]),
        TerminalCase(
            name: "next field of a form", way: [.character("2"), .character("n")],
            sight: "> NIK",
            keys: repeated(3, Array(repeating: .tab, count: 24) + Array(repeating: .backTab, count: 24)),
            back: [.escape]),
        TerminalCase(
            name: "list that narrows", way: [.character("2"), .character("n")] + Array(repeating: .tab, count: 6),
            sight: "> Kecamatan",
            keys: repeated(
                6, text("murung pudak") + [.down, .up] + Array(repeating: .backspace, count: 12)),
            back: [.escape, .escape]),
        TerminalCase(
            name: "step in a table", way: [.character("2")],
            sight: "menurut nama", keys: Array(repeating: .down, count: 100) + Array(repeating: .up, count: 100),
            back: [.home]),
        TerminalCase(
            name: "page of a table", way: [.character("2")],
            sight: "menurut nama",
            keys: Array(repeating: .pageDown, count: 60) + [.end] + Array(repeating: .pageUp, count: 60) + [.home],
            back: [], mostBytes: 4_000),
        search("search as typed", for: searches, after: "", back: ""),
        search(
            "search as typed, the newest first", for: searches.filter(hasNoDigits), after: "s", back: "ss", firstPage),
        search("search as typed, by kecamatan", for: searches.filter(hasNoDigits), after: "ss", back: "s", firstPage),
        TerminalCase(
            name: "another screen", way: [], sight: "Capaian pelatihan", keys: repeated(17, text("234561")), back: [],
            mostBytes: 4_000),
        TerminalCase(
            name: "opening and going back", way: [.character("2")],
            sight: "menurut nama",
            keys: repeated(20, [.enter, .escape, .character("s"), .escape, .down])
                + [.character("1")] + repeated(20, [.down, .enter, .escape, .character("h"), .escape]),
            // The list is by name again: its order was changed twenty times, and there are three.
            back: [.character("2"), .character("s"), .home, .character("1"), .home]),
    ]

    /// What clerks seek among all people, in one of the orders of their list.
    ///
    /// - Parameters:
    ///   - words: what is typed and taken away again.
    ///   - orders: the keys that lead to the order from that by name.
    ///   - back: those that lead back.
    private static func search(
        _ name: String, for words: [String], after orders: String, back: String, _ goal: Duration = key
    ) -> TerminalCase {
        TerminalCase(
            name: name, way: text("2\(orders)/"), sight: "Cari",
            keys: repeated(2, words.flatMap { text($0) + Array(repeating: .backspace, count: $0.count) }),
            back: [.escape] + text(back), goal: goal)
    }

    /// What clerks seek: first names that thousands have, both names, a NIK, a name that nobody has.
    private static let searches = [
        "siti rahmah", "ahm", "m", "a", "s", "nur", "6309064505", "noor aini", "zzyx", "muh r",
    ]

    private static func hasNoDigits(_ words: String) -> Bool { !words.contains(where: \.isNumber) }

    /// What leads through everything that holds memory: every tab, long lists, figures opened to their names, the log.
    static let walk: [Key] =
        text("123456").flatMap { tab in
            [tab] + Array(repeating: .pageDown, count: 8)
                + [.end, .home, .enter, .pageDown, .end, .enter, .escape, .escape, .escape, .backTab, .pageDown, .home]
        } + text("2") + Array(repeating: .pageDown, count: 200) + [.end] + Array(repeating: .pageUp, count: 200)
        + text("/siti") + [.enter, .pageDown, .end, .escape, .escape] + text("L")
        + Array(repeating: .pageDown, count: 10)
        + [.escape] + text("1")

    /// Text that is typed into a field of the entry form and taken away again but for its first letter, as often as a percentile needs.
    ///
    /// - Parameter tabs: how many lead to the field.
    private static func letters(_ name: String, in field: String, after tabs: Int, _ typed: String) -> TerminalCase {
        let rest = text(typed).dropFirst()
        return TerminalCase(
            name: name, way: text("2n") + Array(repeating: .tab, count: tabs) + text(typed).prefix(1), sight: field,
            keys: repeated(50 / rest.count + 1, rest + Array(repeating: .backspace, count: rest.count)),
            back: [.backspace, .escape], mostBytes: 64)
    }

    private static func text(_ text: String) -> [Key] { text.map { .character($0) } }

    private static func repeated(_ count: Int, _ keys: [Key]) -> [Key] {
        (0..<count).flatMap { _ in keys }
    }
}
