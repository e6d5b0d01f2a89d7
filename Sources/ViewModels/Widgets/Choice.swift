import Foundation
import Training

/// One line of a list to choose from.
public struct Choice: Hashable, Sendable, Codable {
    /// What it stands for; unique in its list and the same from day to day, so that a draft can keep it.
    public let id: String
    /// The code it can be typed by; empty where it has none.
    public let code: String
    /// What it is called.
    public let label: String
    /// What stands in the field once it is chosen.
    public let value: String
    /// What the list shows beside it, such as seats taken.
    public let note: String

    /// A line of a list; where `value` is `nil`, the label stands in the field.
    public init(id: String, code: String = "", label: String, value: String? = nil, note: String = "") {
        self.id = id
        self.code = code
        self.label = label
        self.value = value ?? label
        self.note = note
    }
}

/// A choice with what it is sought by, made once for each list.
struct SearchableChoice: Hashable, Sendable {
    let choice: Choice
    private let code: String
    private let label: String
    private let words: [String]

    init(_ choice: Choice) {
        self.choice = choice
        code = choice.code.foldedForSearch
        label = choice.label.foldedForSearch
        words = (label.searchWords + code.searchWords)
    }

    /// How well the choice fits what was typed: the lower the better, `nil` where it does not.
    ///
    /// Every word typed has to begin a word of the label or the code.
    func rank(of typed: FoldedText) -> Int? {
        if typed.text == code || typed.text == label { return 0 }
        if code.hasPrefix(typed.text), !code.isEmpty { return 1 }
        if label.hasPrefix(typed.text) { return 2 }
        let fits = typed.words.allSatisfy { word in words.contains { $0.hasPrefix(word) } }
        return fits && !typed.words.isEmpty ? 3 : nil
    }
}
