import Foundation
import Keyboard

/// Words of a search, typed faster than searches end: each letter as soon as the one before stands in the search line, whatever is still sought.
enum HurriedSearch {
    static let name = "search typed without waiting"

    private static let words = ["siti rahmah", "ahmad", "noor aini", "6309064505", "muh r", "zzyx"]
    private static let rounds = 5
    private static let line = " Cari: "

    /// Types every word some times. A letter's time ends with the first repaint that shows it.
    ///
    /// - Throws: `MeasuredTerminal.Failure` where what a hurried word ends at is not what it finds when typed at rest.
    static func measure(
        at terminal: MeasuredTerminal, _ each: ((String) -> Void)?
    ) throws -> TerminalFigures.Keys {
        var keys = TerminalFigures.Keys(name: name)
        try terminal.press([.character("2"), .character("/")])
        try terminal.requireSight(of: line.trimmingBlanks)
        for word in words {
            try terminal.press(word.map(Key.character))
            let expected = terminal.screen
            try clear(word, at: terminal)
            for _ in 0..<rounds {
                try type(word, at: terminal, into: &keys, each)
                guard terminal.screen == expected else {
                    throw MeasuredTerminal.Failure(
                        description: "“\(word)” typed without waiting ends at:\n"
                            + terminal.screen.joined(separator: "\n"))
                }
                try clear(word, at: terminal)
            }
        }
        try terminal.press([.escape, .character("1")])
        try terminal.requireSight(of: "Capaian pelatihan")
        return keys
    }

    private static func type(
        _ word: String, at terminal: MeasuredTerminal, into keys: inout TerminalFigures.Keys,
        _ each: ((String) -> Void)?
    ) throws {
        var typed = ""
        for letter in word {
            typed.append(letter)
            let repaint = try terminal.press(.character(letter)) { shows(typed, terminal) }
            keys.add(repaint, for: .character(letter), each)
        }
        try terminal.rest()
    }

    /// A blank is seen by the cursor behind it alone.
    private static func shows(_ typed: String, _ terminal: MeasuredTerminal) -> Bool {
        guard let cursor = terminal.cursor, cursor.column == line.count + typed.count else { return false }
        return terminal.screen[cursor.row].trimmingBlanks == (line + typed).trimmingBlanks
    }

    private static func clear(_ word: String, at terminal: MeasuredTerminal) throws {
        try terminal.pressAhead(Array(repeating: .backspace, count: word.count))
    }
}

extension String {
    /// Without the blanks at both ends.
    fileprivate var trimmingBlanks: String { trimmingCharacters(in: .whitespaces) }
}
