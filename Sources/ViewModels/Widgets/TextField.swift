import Keyboard

/// One line of text being typed, with its cursor.
public struct TextField: Hashable, Sendable {
    /// What has been typed.
    public private(set) var text: String
    /// Where the next character goes, in characters from the start.
    public private(set) var cursor: Int
    /// The most characters the field takes; what goes beyond is not taken.
    public var limit: Int

    /// How many letters and marks there may be for each character that the limit allows.
    private static let scalarsForEach = 8

    /// A field with the cursor after its text.
    public init(_ text: String = "", limit: Int = 200) {
        self.text = text
        cursor = text.count
        self.limit = limit
    }

    public var isEmpty: Bool { text.isEmpty }

    /// The part of the text to the left of the cursor.
    public var beforeCursor: Substring { text.prefix(cursor) }

    /// Puts another text in place of what was typed, with the cursor after it.
    public mutating func set(_ text: String) {
        self.text = String(text.prefix(limit))
        cursor = self.text.count
    }

    /// Inserts text at the cursor. Line breaks become spaces, other control characters are left out.
    ///
    /// - Returns: how many characters at the end found no room.
    @discardableResult
    public mutating func insert(_ typed: some StringProtocol) -> Int {
        let taken = insert(scalars: typed.unicodeScalars)
        // Most of what is typed has no more scalars than found room.
        guard typed.unicodeScalars.count > taken else { return 0 }
        return String(String.UnicodeScalarView(typed.unicodeScalars.compactMap(\.asTypedInField))).count - taken
    }

    /// Inserts letters and marks, read once and only until the field is full.
    ///
    /// - Returns: how many characters found room.
    @discardableResult
    mutating func insert(scalars typed: some Sequence<Unicode.Scalar>) -> Int {
        let room = max(0, limit - text.count)
        // One character can have any number of marks: those are bounded too, or a single one could fill the machine.
        let most = max(0, limit * Self.scalarsForEach - text.unicodeScalars.count)
        let fitting = String(String.UnicodeScalarView(typed.lazy.compactMap(\.asTypedInField).prefix(most)))
        let taken = fitting.prefix(room)
        let index = text.index(text.startIndex, offsetBy: cursor)
        let before = text[..<index] + taken
        let after = text[index...]
        // A combining mark joins the character before it, so the cursor is counted anew.
        cursor = before.count
        text = String(before + after)
        return taken.count
    }

    /// Takes a key that moves in the text or changes it.
    ///
    /// - Returns: whether the key was one of them.
    public mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(text.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = text.count
        case .wordLeft: cursor = wordStart
        case .wordRight: cursor = wordEnd
        case .backspace: remove(max(0, cursor - 1)..<cursor)
        case .delete: remove(cursor..<min(text.count, cursor + 1))
        case .control("w"): remove(wordStart..<cursor)
        case .control("u"): remove(0..<cursor)
        case .control("k"): remove(cursor..<text.count)
        default: return false
        }
        return true
    }

    private mutating func remove(_ range: Range<Int>) {
        let start = text.index(text.startIndex, offsetBy: range.lowerBound)
        let end = text.index(text.startIndex, offsetBy: range.upperBound)
        text.removeSubrange(start..<end)
        cursor = range.lowerBound
    }

    private var wordStart: Int {
        let left = text.prefix(cursor).reversed()
        let spaces = left.prefix { !$0.isWordPart }.count
        return cursor - spaces - left.dropFirst(spaces).prefix { $0.isWordPart }.count
    }

    private var wordEnd: Int {
        let right = text.dropFirst(cursor)
        let spaces = right.prefix { !$0.isWordPart }.count
        return cursor + spaces + right.dropFirst(spaces).prefix { $0.isWordPart }.count
    }
}

extension Character {
    fileprivate var isWordPart: Bool { isLetter || isNumber || self == "'" || self == "’" }
}

extension Unicode.Scalar {
    /// As a one-line field takes it: breaks as spaces, no other control characters.
    fileprivate var asTypedInField: Unicode.Scalar? {
        switch properties.generalCategory {
        case .control: self == "\n" || self == "\t" ? " " : nil
        case .format, .surrogate, .lineSeparator, .paragraphSeparator: nil
        default: self
        }
    }
}
