import Foundation
import Training
import Words

/// A record that a list on Kelas shows: narrowed by words, ordered, found again when the list is read anew.
public protocol ListedRecord: Sendable {
    /// The orders that the list can have; the first is the one it begins with.
    static var orders: [RecordOrder] { get }
    /// The record's number.
    var number: Int64 { get }
    /// The number of the record it belongs to: a class's program, a program's organizer.
    var parent: Int64? { get }
    /// The code it is named by.
    var code: Code { get }
    /// What it is called.
    var title: String { get }
    /// All that words are sought in.
    func searchText(_ words: Phrasebook) -> String
    /// What an order compares, as text that sorts; the code decides between equals.
    func sortText(_ order: RecordOrder, _ words: Phrasebook) -> String
}

/// The orders of the lists on Kelas.
public enum RecordOrder: String, CaseIterable, Sendable {
    case code, title, start, track, organizer, kind, freeSeats
}

/// A list held in memory, as the clerk wants to see it: only what belongs to one record, only what has the words sought.
public struct NarrowedList<Row: ListedRecord>: Sendable {
    /// What is seen, in order, with the cursor.
    public private(set) var shown = ItemList<Row>()
    /// How many there are in all; `nil` until the list was read.
    public var total: Int? { all?.count }
    /// The words sought.
    public private(set) var search = TextField(limit: 60)
    /// The record that the rows belong to, where the list is narrowed to one.
    public private(set) var scope: Int64?
    /// The order.
    public private(set) var order: RecordOrder = Row.orders.first ?? .code
    private var all: [Row]?

    /// A list that was not read yet.
    public init() {}

    /// Whether some rows are left out of sight by words or by a scope.
    public var isNarrowed: Bool { !search.isEmpty || scope != nil }

    /// Takes the rows as they are on file now. The cursor stays on its record, or at its height where that is gone.
    public mutating func take(_ rows: [Row], _ words: Phrasebook) {
        all = rows
        refresh(words)
    }

    /// Forgets the rows: another year's are to come.
    public mutating func forget() {
        all = nil
        scope = nil
        shown.replace(with: []) { $0.number }
    }

    /// The highest number on file, to tell a record that came later.
    public var newest: Int64 { all?.map(\.number).max() ?? 0 }

    /// The record of this number, whether in sight or not.
    public func record(_ number: Int64) -> Row? { all?.first { $0.number == number } }

    /// Changes the words sought with a key of the text field; `false` where the key is none of its.
    public mutating func search(_ words: Phrasebook, edit: (inout TextField) -> Bool) -> Bool {
        let before = search.text
        guard edit(&search) else { return false }
        if search.text != before {
            refresh(words)
            shown.select(0)
        }
        return true
    }

    /// Drops the words sought; the cursor stays on its record.
    public mutating func dropSearch(_ words: Phrasebook) {
        search.set("")
        refresh(words)
    }

    /// Shows only what belongs to one record, or everything.
    public mutating func setScope(_ scope: Int64?, _ words: Phrasebook) {
        self.scope = scope
        refresh(words)
    }

    /// Goes on to the next order.
    public mutating func cycleOrder(_ words: Phrasebook) {
        let place = Row.orders.firstIndex(of: order) ?? 0
        order = Row.orders[(place + 1) % Row.orders.count]
        refresh(words)
    }

    /// Moves the cursor.
    public mutating func move(_ move: ListMove) { shown.move(move) }

    /// Highlights a record, bringing it into view by dropping what narrows the list.
    public mutating func reveal(_ number: Int64, _ words: Phrasebook) {
        if !shown.items.contains(where: { $0.number == number }) {
            search.set("")
            scope = nil
            refresh(words)
        }
        if let place = shown.items.firstIndex(where: { $0.number == number }) { shown.select(place) }
    }

    /// Says how many rows are in sight.
    public mutating func fit(rows: Int) {
        if shown.rows != rows { shown.rows = rows }
    }

    private mutating func refresh(_ words: Phrasebook) {
        shown.replace(with: ordered(narrowed(words), words)) { $0.number }
    }

    private func narrowed(_ words: Phrasebook) -> [Row] {
        guard isNarrowed, let all else { return all ?? [] }
        let sought = Self.folded(search.text).split(separator: " ")
        return all.filter { (scope == nil || $0.parent == scope) && Self.has(sought, in: $0, words) }
    }

    /// The rows in their order; as they are where that is theirs, as it is when they come from the file: there may be tens of thousands, held once then.
    private func ordered(_ rows: [Row], _ words: Phrasebook) -> [Row] {
        let texts = rows.map { $0.sortText(order, words).lowercased() }
        func precedes(_ one: Int, _ other: Int) -> Bool {
            (texts[one], rows[one].code, rows[one].number) < (texts[other], rows[other].code, rows[other].number)
        }
        guard rows.indices.dropFirst().contains(where: { precedes($0, $0 - 1) }) else { return rows }
        return rows.indices.sorted(by: precedes).map { rows[$0] }
    }

    /// Whether every word sought begins a word of the row, accents and case ignored.
    private static func has(_ sought: [Substring], in row: Row, _ words: Phrasebook) -> Bool {
        guard !sought.isEmpty else { return true }
        let text = folded(row.searchText(words))
        let starts = text.indices.filter { index in
            index == text.startIndex || !text[text.index(before: index)].isWordPart
        }
        return sought.allSatisfy { word in starts.contains { text[$0...].hasPrefix(word) } }
    }

    private static func folded(_ text: String) -> String {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    }
}

extension Character {
    fileprivate var isWordPart: Bool { isLetter || isNumber }
}
