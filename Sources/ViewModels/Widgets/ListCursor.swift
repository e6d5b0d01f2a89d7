import Keyboard
import Words

/// The ways a cursor moves in a list.
public enum ListMove: Sendable {
    case up, down, pageUp, pageDown, first, last
}

/// The highlighted row of a list, and the part of the list that is in sight.
public struct ListCursor: Hashable, Sendable {
    /// The highlighted row, from 0; 0 in an empty list.
    public private(set) var index = 0
    /// The first row in sight.
    public private(set) var top = 0

    /// A cursor on the first row.
    public init() {}

    /// Moves in a list of `count` rows of which `rows` are in sight. A page leaves one row of the last in sight.
    public mutating func move(_ move: ListMove, count: Int, rows: Int) {
        let page = max(1, rows - 1)
        let target =
            switch move {
            case .up: index - 1
            case .down: index + 1
            case .pageUp: index - page
            case .pageDown: index + page
            case .first: 0
            case .last: count - 1
            }
        place(at: target, count: count, rows: rows)
    }

    /// Puts the highlight on a row, or the nearest there is, and brings it into sight.
    public mutating func place(at target: Int, count: Int, rows: Int) {
        index = max(0, min(target, count - 1))
        top = visible(count: count, rows: rows).lowerBound
    }

    /// Counts rows that were put before the first one (or, where negative, taken away), so that the same stay in sight.
    public mutating func shift(by offset: Int) {
        index = max(0, index + offset)
        top = max(0, top + offset)
    }

    /// The rows in sight where `rows` fit: always with the highlighted one, and with no empty line that a row could fill.
    public func visible(count: Int, rows: Int) -> Range<Int> {
        let rows = max(1, rows)
        let last = max(0, min(index, count - 1))
        let first = min(max(top, last - rows + 1), last, max(0, count - rows))
        return first..<min(count, first + rows)
    }
}

/// A list held whole in memory, with its cursor.
public struct ItemList<Item: Sendable>: Sendable {
    /// The rows, in order.
    public private(set) var items: [Item]
    /// The highlighted row.
    public private(set) var cursor = ListCursor()
    /// How many rows are in sight; the screen says so when its size changes.
    public var rows: Int {
        didSet { cursor.place(at: cursor.index, count: items.count, rows: rows) }
    }

    /// A list with the cursor on its first row.
    public init(_ items: [Item] = [], rows: Int = 1) {
        self.items = items
        self.rows = rows
    }

    public var isEmpty: Bool { items.isEmpty }

    /// The highlighted row; `nil` in an empty list.
    public var selected: Item? { items.indices.contains(cursor.index) ? items[cursor.index] : nil }

    /// Which rows are in sight.
    public var visible: Range<Int> { cursor.visible(count: items.count, rows: rows) }

    /// Moves the cursor.
    public mutating func move(_ move: ListMove) {
        cursor.move(move, count: items.count, rows: rows)
    }

    /// Counts rows that are about to be put before the first one (or, where negative, taken away).
    public mutating func shift(by offset: Int) { cursor.shift(by: offset) }

    /// Highlights a row by its place, or the nearest there is.
    public mutating func select(_ index: Int) {
        cursor.place(at: index, count: items.count, rows: rows)
    }

    /// Puts other rows in place of these. The cursor stays on the same item, or where that is gone, at the same height.
    public mutating func replace(with items: [Item], sameness identity: (Item) -> some Equatable) {
        let kept = selected.map(identity)
        replace(with: items, at: kept.flatMap { kept in items.firstIndex { identity($0) == kept } })
    }

    /// Puts other rows in place of these, with the cursor at a place, or where that is none, at the same height.
    public mutating func replace(with items: [Item], at place: Int?) {
        self.items = items
        select(place ?? cursor.index)
    }
}

extension ListMove {
    /// The keys of a move: always, and where letters are no text.
    fileprivate static let keys: [(move: ListMove, key: Key, letter: Character?)] = [
        (.down, .down, "j"), (.up, .up, "k"), (.pageDown, .pageDown, nil), (.pageUp, .pageUp, nil),
        (.first, .home, "g"), (.last, .end, "G"),
    ]

    /// How a key moves the cursor where letters are no text; `nil` where it does not.
    init?(_ key: Key) {
        guard let row = Self.keys.first(where: { $0.key == key || $0.letter.map(Key.character) == key }) else {
            return nil
        }
        self = row.move
    }

    fileprivate var label: @Sendable (KeyPhrases) -> KeyPhrase {
        switch self {
        case .up, .down: { $0.move }
        case .pageUp, .pageDown: { $0.page }
        case .first, .last: { $0.ends }
        }
    }
}

extension KeyBinding {
    /// The rows of a key table that move in a list. Letters move only where they are not text.
    public static func moves(
        when isAvailable: @escaping @Sendable (Model) -> Bool = { _ in true },
        letters: @escaping @Sendable (Model) -> Bool = { _ in true },
        run: @escaping @Sendable (inout Model, ListMove, Context) -> [Effect]
    ) -> [KeyBinding] {
        ListMove.keys.flatMap { move, key, letter in
            let act: @Sendable (inout Model, Context) -> [Effect] = { run(&$0, move, $1) }
            let byKey = KeyBinding(key, label: move.label, onBottomLine: false, when: isAvailable, run: act)
            guard let letter else { return [byKey] }
            let byLetter = KeyBinding(
                .character(letter), label: move.label, onBottomLine: false,
                when: { isAvailable($0) && letters($0) }, run: act)
            return [byKey, byLetter]
        }
    }
}
