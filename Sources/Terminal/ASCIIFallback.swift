import Foundation

extension Character {
    /// The character in ASCII, in as many columns: for terminals whose locale has no UTF-8.
    ///
    /// Frames and blocks become the nearest signs, letters with marks lose them, and what has no likeness is `?`.
    public var asciiFallback: String {
        if isASCII, columns == 1 { return String(self) }
        if let sign = Self.signs[self] { return String(sign) }
        if let letter = baseLetter { return String(letter) }
        return String(repeating: "?", count: columns)
    }

    /// The ASCII character under the marks.
    private var baseLetter: Character? {
        guard let first = unicodeScalars.first else { return nil }
        guard let base = String(Character(first)).decomposedStringWithCanonicalMapping.unicodeScalars.first,
            (0x20...0x7E).contains(base.value)
        else { return nil }
        return Character(base)
    }

    private static let signs: [Character: Character] = {
        var signs: [Character: Character] = [:]
        for (ascii, characters) in table {
            for character in characters { signs[character] = ascii }
        }
        return signs
    }()

    private static let table: [(Character, String)] = [
        ("-", "─━┄┅┈┉╌╍╴╶╸╺‐‑‒–—―−"),
        ("|", "│┃┆┇┊┋╎╏╵╷╹╻║▏▎▍▌▐"),
        ("=", "═"),
        ("+", "┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╔╗╚╝╠╣╦╩╬╭╮╯╰✓✔"),
        ("#", "█▉▊▋▓▆▇"),
        (":", "▒▄▅"),
        (".", "░…·"),
        ("\"", "▀“”„«»"),
        ("*", "▪■•●◆★✱"),
        ("o", "○◯□◇☆▫øº°"),
        (">", "→▸▶►›"),
        ("<", "←◂◀◄‹"),
        ("^", "↑▴▲"),
        ("v", "↓▾▼"),
        ("x", "✗✘×"),
        ("'", "‘’‚′ʼʻ"),
        (" ", "\u{A0}\u{202F}\u{2009}\u{2003}\u{2002}"),
        ("_", "␣▁▂▃"),
        ("s", "ßſ"), ("a", "æª"), ("A", "Æ"), ("O", "Ø"), ("o", "œ"), ("O", "Œ"), ("d", "đð"), ("D", "ĐÐ"),
        ("l", "ł"), ("L", "Ł"), ("i", "ı"), ("h", "ħ"), ("t", "þ"), ("T", "Þ"), ("1", "¹"), ("2", "²"), ("3", "³"),
        ("/", "÷⁄"), ("~", "≈"), ("E", "€"),
    ]
}
