/// One press of a key, as a screen is told of it.
public enum Key: Hashable, Sendable {
    /// A character typed, accents and all: one grapheme.
    case character(Character)
    /// A letter pressed with Ctrl, in lower case: `control("s")`. Never `i`, `m`, `[` or `h`, which terminals send as Tab, Enter, Esc and Backspace.
    case control(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// Left or right with Ctrl or Alt: by words.
    case wordLeft, wordRight
    /// F1 to F12.
    case function(Int)
}

extension Key {
    /// The key as help and the bottom line name it; keys whose names are words differ by language and are named by the phrasebook.
    public var symbol: String {
        switch self {
        case .character(" "): "␣"
        case .character(let character): String(character)
        case .control(let letter): "Ctrl-\(letter.uppercased())"
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .insert: "Ins"
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .wordLeft: "Ctrl-←"
        case .wordRight: "Ctrl-→"
        case .function(let number): "F\(number)"
        }
    }
}

/// What a terminal sends: keys, and text pasted in one piece.
public enum Input: Hashable, Sendable {
    case key(Key)
    /// Text between the marks of bracketed paste, with its line breaks.
    case paste(String)
}
