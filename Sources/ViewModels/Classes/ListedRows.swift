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
    /// Adds all texts that words are sought in: as many for each row of a list.
    func addTexts(to filling: inout WordIndexFilling, _ words: Phrasebook)
    /// What an order compares; the code decides between equals.
    func sortKey(_ order: RecordOrder) -> SortKey
}

/// The orders of the lists on Kelas.
public enum RecordOrder: String, CaseIterable, Sendable {
    case code, title, start, track, organizer, kind, freeSeats
}

/// What an order compares of a record.
public enum SortKey: Hashable, Comparable, Sendable {
    case number(Int)
    /// A text, its case ignored.
    case text(String)

    fileprivate var withoutCase: SortKey {
        switch self {
        case .number: self
        case .text(let text): .text(text.lowercased())
        }
    }
}

/// The records of a list with what narrows and orders them made ready, so that no key waits for it. It is made where it keeps nobody waiting.
public struct ListedRows<Row: ListedRecord>: Sendable {
    /// The records by code.
    public let rows: [Row]
    /// How many there are on file: more than rows where only the first or the last ones were read.
    public let total: Int
    /// How many come before the first row: none, but where only the last ones were read.
    public let offset: Int
    private let index: WordIndex
    /// The places of the rows in each order but that by code.
    private let orders: [RecordOrder: [Int32]]

    /// - Parameters:
    ///   - rows: all records, or the first or last by code.
    ///   - total: how many there are, where these are not all.
    ///   - offset: how many come before them.
    public init(_ rows: [Row], of total: Int? = nil, after offset: Int = 0, _ words: Phrasebook) {
        self.rows = Self.byCode(rows)
        self.total = total ?? rows.count
        self.offset = offset
        // Nobody seeks, or puts in another order, the first ones alone.
        let isWhole = rows.count >= self.total
        index = WordIndex(isWhole ? self.rows : []) { $0.addTexts(to: &$1, words) }
        let others = isWhole ? Row.orders.filter { $0 != .code } : []
        orders = Dictionary(uniqueKeysWithValues: others.map { [rows = self.rows] in ($0, Self.places(of: rows, $0)) })
    }

    /// All records, where they are others than those at hand: to make a thousand ready takes longer than to compare them.
    init(_ rows: [Row], _ words: Phrasebook, unless earlier: Self?) where Row: Equatable {
        if let earlier, earlier.isWhole, earlier.rows == rows { self = earlier } else { self.init(rows, words) }
    }

    /// Whether these are all records there are.
    public var isWhole: Bool { rows.count >= total }

    /// Where the rows stand that are to be seen, in their order. Of some alone there are none for whoever wants less than all by code.
    func places(_ order: RecordOrder, of scope: Int64?, having search: String) -> [Int32] {
        guard isWhole || (order == .code && scope == nil && search.isEmpty) else { return [] }
        var places = orders[order] ?? Array(0..<Int32(rows.count))
        if let scope { places.removeAll { rows[Int($0)].parent != scope } }
        return search.isEmpty ? places : index.rows(places, having: search)
    }

    /// The rows by code; as they are where they come so, as they do from the file: there may be tens of thousands, held once then.
    private static func byCode(_ rows: [Row]) -> [Row] {
        func precedes(_ one: Row, _ other: Row) -> Bool { (one.code, one.number) < (other.code, other.number) }
        let isSorted = !rows.indices.dropFirst().contains { precedes(rows[$0], rows[$0 - 1]) }
        return isSorted ? rows : rows.sorted(by: precedes)
    }

    /// Many rows have the same key: they are compared by the place it has among all keys, and then by their own.
    private static func places(of rows: [Row], _ order: RecordOrder) -> [Int32] {
        let keys = rows.map { $0.sortKey(order) }
        let different = Set(keys)
        let sorted = Set(different.map(\.withoutCase)).sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(sorted, 0...))
        let ranks = Dictionary(uniqueKeysWithValues: different.map { ($0, places[$0.withoutCase] ?? 0) })
        return keys.enumerated().map { (ranks[$1] ?? 0) << 32 | $0 }.sorted().map { Int32(truncatingIfNeeded: $0) }
    }
}
