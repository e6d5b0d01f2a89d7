/// Names of places as they are cut short on paper: `MRG PUDAK`, `M. Uya`, `Tjg`.
struct PlaceAbbreviation {
    private let words: [[UInt8]]

    /// The words of a name, without the words for its kind before it.
    ///
    /// - Returns: `nil` where too little is left to name anything.
    init?(_ written: String, without kinds: Set<String>) {
        let words = written.split { !$0.isLetter && !$0.isNumber && !Self.joins.contains($0) }
            .map { String($0).comparable }.filter { !$0.isEmpty }
        let named = words.drop { kinds.contains($0) }
        // A letter or two by themselves could be anything.
        guard named.map(\.utf8.count).reduce(0, +) >= 3 else { return nil }
        self.words = named.map { Array($0.utf8) }
    }

    /// Whether a name can be cut short like this, word for word: to its beginning, or to some of its consonants. Anything else is
    /// a slip of the pen, which is asked about.
    func fits(_ name: String) -> Bool {
        let full = name.split { !$0.isLetter && !$0.isNumber && !Self.joins.contains($0) }
            .map { Array(String($0).comparable.utf8) }
        guard full.count == words.count else { return false }
        return zip(words, full).allSatisfy { Self.shortens($0, $1) }
    }

    private static func shortens(_ short: [UInt8], _ full: [UInt8]) -> Bool {
        guard short.first == full.first else { return false }
        if full.starts(with: short) { return true }
        guard !short.dropFirst().contains(where: vowels.contains) else { return false }
        var rest = short[...]
        for letter in full where rest.first == letter { rest = rest.dropFirst() }
        return rest.isEmpty
    }

    private static let vowels = Set("aiueo".utf8)

    /// Marks that stand inside a word.
    private static let joins: Set<Character> = ["'", "\u{2019}", "`"]
}
