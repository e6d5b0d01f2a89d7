import Training
import Words

/// A list held in memory, as the clerk wants to see it: only what belongs to one record, only what has the words sought.
public struct NarrowedList<Row: ListedRecord>: Sendable {
    /// Where the rows that are seen stand among all, in order, with the cursor.
    private var shown = ItemList<Int32>()
    /// The rows, where they were read.
    private(set) var listed: ListedRows<Row>?
    /// The words sought.
    public private(set) var search = TextField(limit: 60)
    /// The record that the rows belong to, where the list is narrowed to one.
    public private(set) var scope: Int64?
    /// The order.
    public private(set) var order: RecordOrder = Row.orders.first ?? .code

    /// A list that was not read yet.
    public init() {}

    /// How many there are in all; `nil` until the list was read.
    public var total: Int? { listed?.total }
    /// Whether only the first rows, or the last, were read so far.
    public var isBegun: Bool { listed?.isWhole == false }
    /// Whether some rows are left out of sight by words or by a scope.
    public var isNarrowed: Bool { !search.isEmpty || scope != nil }
    /// Whether the list is as it is first seen: by code, and narrowed by nothing.
    public var isPlain: Bool { !isNarrowed && order == .code }

    /// The rows that are seen, in order. While the list is only begun, there are more than these.
    public var rows: SeenRows<Row> { SeenRows(rows: all, places: shown.items) }
    /// The highlighted row; `nil` in an empty list.
    public var selected: Row? { shown.selected.map { all[Int($0)] } }
    /// Where the highlighted row stands among ``rows``.
    public var cursor: Int { shown.cursor.index }
    /// Which rows are in sight.
    public var visible: Range<Int> { shown.visible }

    private var all: [Row] { listed?.rows ?? [] }

    /// Takes the rows as they are on file now. The cursor stays on its record, or at its height where that is gone.
    public mutating func take(_ listed: ListedRows<Row>) {
        let kept = selected?.number
        // What is in sight stays there, at its height.
        shown.shift(by: (self.listed?.offset ?? 0) - listed.offset)
        self.listed = listed
        refresh(keeping: kept.flatMap { kept in listed.rows.firstIndex { $0.number == kept } })
    }

    /// Forgets the rows: another year's are to come.
    public mutating func forget() {
        listed = nil
        scope = nil
        shown.replace(with: [], at: nil)
    }

    /// Whether of many more rows than these none but the first are in sight.
    public func isAtBeginning(of count: Int) -> Bool {
        guard let listed, listed.offset == 0, listed.total > 2 * count, isPlain else { return false }
        return visible.upperBound <= count && cursor < count
    }

    /// Holds no more than the first rows, where it ``isAtBeginning(of:)`` its list.
    ///
    /// - Returns: what it held, where it holds no more now.
    public mutating func letGo(keeping count: Int, _ words: Phrasebook) -> ListedRows<Row>? {
        guard let listed, isAtBeginning(of: count), listed.rows.count > count else { return nil }
        take(ListedRows(Array(listed.rows.prefix(count)), of: listed.total, words))
        return listed
    }

    /// The highest number on file, to tell a record that came later.
    public var newest: Int64 { all.lazy.map(\.number).max() ?? 0 }

    /// The record of this number, whether in sight or not.
    public func record(_ number: Int64) -> Row? { all.first { $0.number == number } }

    /// Changes the words sought with a key of the text field; `false` where the key is none of its.
    public mutating func search(edit: (inout TextField) -> Bool) -> Bool {
        let before = search.text
        guard edit(&search) else { return false }
        if search.text != before {
            refresh()
            shown.select(0)
        }
        return true
    }

    /// Drops the words sought; the cursor stays on its record.
    public mutating func dropSearch() {
        search.set("")
        refresh()
    }

    /// Shows only what belongs to one record, or everything.
    public mutating func setScope(_ scope: Int64?) {
        self.scope = scope
        refresh()
    }

    /// Goes on to the next order.
    public mutating func cycleOrder() {
        let place = Row.orders.firstIndex(of: order) ?? 0
        order = Row.orders[(place + 1) % Row.orders.count]
        refresh()
    }

    /// Moves the cursor.
    public mutating func move(_ move: ListMove) { shown.move(move) }

    /// Whether the cursor would move beyond the rows that were read so far.
    public func leavesWhatWasRead(by move: ListMove) -> Bool {
        guard let listed, isBegun else { return false }
        let read = listed.offset..<listed.offset + listed.rows.count
        var cursor = shown.cursor
        cursor.shift(by: listed.offset)
        cursor.move(move, count: listed.total, rows: shown.rows)
        let visible = cursor.visible(count: listed.total, rows: shown.rows)
        return visible.lowerBound < read.lowerBound || visible.upperBound > read.upperBound
    }

    /// Highlights a record, bringing it into view by dropping what narrows the list.
    public mutating func reveal(_ number: Int64) {
        guard let place = all.firstIndex(where: { $0.number == number }) else { return }
        if !shown.items.contains(Int32(place)) {
            search.set("")
            scope = nil
            refresh()
        }
        if let place = shown.items.firstIndex(of: Int32(place)) { shown.select(place) }
    }

    /// Says how many rows are in sight.
    public mutating func fit(rows: Int) {
        if shown.rows != rows { shown.rows = rows }
    }

    private mutating func refresh() { refresh(keeping: shown.selected.map(Int.init)) }

    /// - Parameter place: where the row stands that the cursor is on, if it is still there.
    private mutating func refresh(keeping place: Int?) {
        let places = listed?.places(order, of: scope, having: search.text) ?? []
        shown.replace(with: places, at: place.flatMap { places.firstIndex(of: Int32($0)) })
    }
}

/// Rows of a list that are not held once more for being in another order, or without some.
public struct SeenRows<Row: Sendable>: RandomAccessCollection, Sendable {
    fileprivate let rows: [Row]
    fileprivate let places: [Int32]

    public var startIndex: Int { 0 }
    public var endIndex: Int { places.count }

    public subscript(position: Int) -> Row { rows[Int(places[position])] }
}
