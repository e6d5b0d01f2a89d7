import Foundation
import Training

/// The texts of a list's rows, made ready for words to be sought in.
///
/// A list may have tens of thousands of rows, and they are gone through for every letter typed. So texts are folded once, a text that
/// many rows share is kept and looked through once for all of them, and what is plain is looked through as bytes.
struct WordIndex: Sendable {
    /// The plain texts, folded, one after the other, each with an end mark; of the others there is the end mark alone.
    private var bytes: [UInt8] = []
    /// Where the texts end.
    private var ends: [Int32] = []
    /// Folded texts with other characters than printable ASCII has.
    private var others: [(text: Int, folded: String)] = []
    /// The texts of the rows by number, row by row: the same count for each.
    private var textsOfRows: [Int32] = []
    private var textsPerRow = 1

    private static let endMark = UInt8(ascii: "\n")

    /// - Parameter addTexts: adds the texts of a row: as many for each, though some may be missing.
    init<Row>(_ rows: [Row], addTexts: (Row, inout WordIndexFilling) -> Void) {
        var filling = WordIndexFilling()
        _ = filling.index.number("")
        for (place, row) in rows.enumerated() {
            addTexts(row, &filling)
            if place == 0 {
                filling.index.textsPerRow = max(1, filling.index.textsOfRows.count)
                filling.index.textsOfRows.reserveCapacity(rows.count * filling.index.textsPerRow)
            }
        }
        self = filling.index
    }

    fileprivate init() {}

    /// Gives the next row a text by its number.
    fileprivate mutating func addToRow(_ text: Int32) { textsOfRows.append(text) }

    /// Keeps a text; its number.
    fileprivate mutating func number(_ text: String) -> Int32 {
        let folded = Self.folded(text)
        if folded.isPrintableASCII {
            bytes.append(contentsOf: folded.utf8)
        } else {
            others.append((ends.count, folded))
        }
        bytes.append(Self.endMark)
        ends.append(Int32(bytes.count))
        return Int32(ends.count - 1)
    }

    /// The rows, of some, in which every word sought begins a word, accents and case ignored.
    func rows(_ rows: [Int32], having search: String) -> [Int32] {
        var found = rows
        for word in Self.folded(search).split(separator: " ") {
            let texts = texts(having: word)
            found = found.filter { row in
                let first = Int(row) * textsPerRow
                return (first..<first + textsPerRow).contains { texts[Int(textsOfRows[$0])] }
            }
        }
        return found
    }

    /// For each text whether one of its words begins so.
    private func texts(having word: Substring) -> [Bool] {
        var found = [Bool](repeating: false, count: ends.count)
        if String(word).isPrintableASCII { findPlain(Array(word.utf8), &found) }
        for (text, folded) in others where Self.has(word, in: folded) { found[text] = true }
        return found
    }

    private func findPlain(_ word: [UInt8], _ found: inout [Bool]) {
        guard let initial = word.first, bytes.count >= word.count else { return }
        var text = 0
        for place in 0...bytes.count - word.count where bytes[place] == initial {
            guard place == 0 || !bytes[place - 1].isWordPart, bytes[place...].starts(with: word) else { continue }
            while ends[text] <= place { text += 1 }
            found[text] = true
        }
    }

    private static func has(_ word: Substring, in text: String) -> Bool {
        text.indices.contains { index in
            (index == text.startIndex || !text[text.index(before: index)].isWordPart) && text[index...].hasPrefix(word)
        }
    }

    /// The text without accents and case. Of two that are the same to a reader either both are plain or none is.
    private static func folded(_ text: String) -> String {
        let folded = text.folded()
        return folded.isPrintableASCII ? folded : folded.decomposedStringWithCanonicalMapping
    }
}

/// A ``WordIndex`` while rows add their texts to it.
public struct WordIndexFilling {
    fileprivate var index = WordIndex()
    private var known: [Source: Int32] = [:]

    /// What tells texts apart that many rows share.
    public enum Source: Hashable {
        /// The text itself.
        case text(String)
        /// A value that many rows have in common.
        case shared(ObjectIdentifier)
        /// A day put into words.
        case day(CalendarDate)
    }

    /// Adds a text that no other row is likely to have.
    public mutating func add(_ text: String) { index.addToRow(index.number(text)) }

    /// Adds a text, if there is one, that is the same wherever its source is.
    public mutating func add(_ source: Source?, _ text: @autoclosure () -> String?) {
        guard let source else { return index.addToRow(0) }
        if let number = known[source] { return index.addToRow(number) }
        let number = index.number(text() ?? "")
        known[source] = number
        index.addToRow(number)
    }
}

extension Character {
    fileprivate var isWordPart: Bool { isLetter || isNumber }
}

extension UInt8 {
    /// Whether the byte is a small letter or a digit; capitals are folded.
    fileprivate var isWordPart: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
