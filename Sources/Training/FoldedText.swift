import Foundation

/// What was typed, as lists are searched by it: without case, accents and apostrophes.
public struct FoldedText: Hashable, Sendable {
    public let text: String
    /// Each of which has to begin a word of what is sought.
    public let words: [String]

    public init(_ typed: String) {
        text = typed.foldedForSearch.trimmingCharacters(in: .whitespaces)
        words = text.searchWords
    }
}

extension String {
    /// Without case and accents; and without apostrophes, so that `mabuun` finds Mabu'un.
    public var foldedForSearch: String {
        let folded = folded(.widthInsensitive)
        // Nearly none has any, and there may be tens of thousands of classes.
        let isPlain = folded.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "`") }
        return isPlain ? folded : folded.filter { !"'’‘`".contains($0) }
    }

    /// The words that a list is searched by; those of a folded text are folded.
    public var searchWords: [String] {
        split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
