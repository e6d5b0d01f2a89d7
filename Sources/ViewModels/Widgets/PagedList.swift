import Training

/// A list of participants of any length, of which a few pages around the highlighted row are held.
///
/// Pages are asked for by key, before the edge of what is held comes into sight, and one at a time: what moves while a
/// page is under way is added up and carried out when it comes. Every method that may need a page returns what to ask for;
/// a request that is returned takes the place of the one under way.
public struct PagedList: Sendable {
    /// A page to ask the store for.
    public struct Request: Hashable, Sendable {
        public let start: PageStart
        /// The most rows to read.
        public let count: Int
        fileprivate let purpose: Purpose
    }

    /// What a page does to the rows held.
    fileprivate enum Purpose: Hashable, Sendable {
        case later, earlier
        /// The list from its beginning or to its end.
        case first, last
        /// The rows held, read again from the one at this index on.
        case again(from: Int)
    }

    /// Where the clerk wants to be.
    fileprivate enum Aim: Equatable {
        /// At a row held, counted from the first one held; beyond them while a page is under way.
        case row(Int)
        /// So many rows after the list's first.
        case first(plus: Int)
        /// So many rows before the list's last.
        case last(minus: Int)
    }

    /// The rows held, in order.
    public private(set) var rows: [ParticipantRow] = []
    /// The highlighted row, counted from the first one held.
    public private(set) var cursor = ListCursor()
    /// Whether the list has rows before the ones held.
    public private(set) var hasEarlier = false
    /// Whether the list has rows after the ones held.
    public private(set) var hasLater = false
    /// Whether anything has been read yet.
    public private(set) var isLoaded = false
    /// How many rows are in sight, at least 1.
    public private(set) var height: Int

    private var aim = Aim.first(plus: 0)
    private var underWay: Request?
    /// Whether what is held belongs to an earlier query.
    private var isOtherList = true
    /// Whether the file has changed since what is held was asked for.
    private var isStale = false
    /// The highlighted row, where reading again did not come as far as it.
    private var lostRow: ParticipantRow?

    /// A list with nothing read yet.
    public init(height: Int = 1) { self.height = max(1, height) }

    /// The highlighted row; `nil` in an empty list.
    public var selected: ParticipantRow? {
        rows.indices.contains(cursor.index) ? rows[cursor.index] : nil
    }

    /// Which of the rows held are in sight.
    public var visible: Range<Int> { cursor.visible(count: rows.count, rows: height) }

    /// Whether the highlighted row is the one that the clerk means: nothing that would move it is under way.
    public var isSettled: Bool { !isOtherList && aim == .row(cursor.index) }

    // A page read at once is some screenfuls; the next is asked for two screenfuls before the edge.
    private var chunk: Int { max(60, 3 * height) }
    private var margin: Int { 2 * height }
    private var kept: Int { 3 * chunk }

    /// Moves the cursor, at once as far as the rows held go.
    public mutating func move(_ move: ListMove) -> Request? {
        let page = max(1, height - 1)
        switch move {
        case .up: aim = aim.moved(by: -1)
        case .down: aim = aim.moved(by: 1)
        case .pageUp: aim = aim.moved(by: -page)
        case .pageDown: aim = aim.moved(by: page)
        case .first: aim = hasEarlier || isOtherList ? .first(plus: 0) : .row(0)
        case .last: aim = hasLater || isOtherList ? .last(minus: 0) : .row(rows.count - 1)
        }
        return proceed()
    }

    /// Begins another list: another query, from its first row. The rows held stay in sight until the new ones come.
    public mutating func begin() -> Request? {
        isOtherList = true
        isStale = false
        lostRow = nil
        underWay = nil
        aim = .first(plus: 0)
        return proceed()
    }

    /// Reads the rows held again, because the file has changed. The cursor stays on its row.
    public mutating func reload() -> Request? {
        isStale = true
        return proceed()
    }

    /// Shows another number of rows.
    public mutating func resize(height: Int) -> Request? {
        guard max(1, height) != self.height else { return nil }
        self.height = max(1, height)
        cursor.place(at: cursor.index, count: rows.count, rows: self.height)
        return isLoaded ? proceed() : nil
    }

    /// The page under way could not be read. What is held stays; the next key asks again.
    public mutating func fail() {
        if underWay?.purpose.readsAnew == true { isStale = true }
        underWay = nil
        if !isOtherList { aim = .row(cursor.index) }
    }

    /// Asks again for what is still missing, where a page could not be read.
    public mutating func retry() -> Request? { proceed() }

    /// Takes the page that was asked for last.
    public mutating func accept(_ page: ParticipantPage) -> Request? {
        guard let request = underWay else { return nil }
        underWay = nil
        switch request.purpose {
        case .later: append(page)
        case .earlier: prepend(page)
        case .first, .last: replace(with: page, atEnd: request.purpose == .last)
        case .again(let start): refresh(with: page, from: start)
        }
        return proceed()
    }

    // Going where the clerk wants to be

    /// Goes as far as the rows held allow, and says what to read next.
    private mutating func proceed() -> Request? {
        if case .row(let target) = aim, !isOtherList {
            // A page from the other end is of no use to who has turned back.
            if underWay?.purpose == .first || underWay?.purpose == .last {
                underWay = nil
                isStale = true
            }
            let lowest = hasEarlier ? target : max(0, target)
            let reachable = hasLater ? lowest : min(lowest, max(0, rows.count - 1))
            aim = .row(reachable)
            cursor.place(at: reachable, count: rows.count, rows: height)
        }
        guard let request = nextRequest() else { return nil }
        underWay = request
        // What changes from now on may miss the page.
        if request.purpose.readsAnew { isStale = false }
        return request
    }

    private func nextRequest() -> Request? {
        switch aim {
        case .first(let offset):
            if case .first = underWay?.purpose { return nil }
            // What is in sight comes first, the rest once somebody moves: of words that are being typed, many lists are begun.
            let count = offset == 0 ? height : size(reaching: offset)
            return Request(start: .first, count: count, purpose: .first)
        case .last(let offset):
            if case .last = underWay?.purpose { return nil }
            return Request(start: .last, count: size(reaching: offset), purpose: .last)
        case .row(let target):
            guard underWay == nil else { return nil }
            if isStale || lostRow != nil { return reloading() }
            // Who stands on the first row may be typing other words.
            let ahead = target == 0 ? 0 : margin
            if hasLater, target >= rows.count - ahead, let last = rows.last {
                return Request(
                    start: .after(last), count: size(reaching: target - rows.count), purpose: .later)
            }
            if hasEarlier, target < margin, let first = rows.first {
                return Request(start: .before(first), count: size(reaching: -target), purpose: .earlier)
            }
            return nil
        }
    }

    /// How many rows to read so that one `distance` rows off is among them, with those around it.
    private func size(reaching distance: Int) -> Int {
        min(max(chunk, distance + margin + height), 2_000)
    }

    private func reloading() -> Request {
        let start = max(0, cursor.index - kept / 2)
        if let lostRow {
            return Request(start: .from(lostRow), count: chunk, purpose: .again(from: cursor.index))
        }
        guard rows.indices.contains(start), start > 0 || hasEarlier else {
            return Request(start: .first, count: max(chunk, rows.count + height), purpose: .again(from: 0))
        }
        return Request(
            start: .from(rows[start]), count: max(chunk, rows.count - start + margin), purpose: .again(from: start))
    }

    // Taking a page

    private mutating func append(_ page: ParticipantPage) {
        let held = Set(rows.map(\.lineID))
        rows += page.rows.filter { !held.contains($0.lineID) }
        hasLater = page.hasLater
        let surplus = min(cursor.index, cursor.visible(count: rows.count, rows: height).lowerBound) - kept
        if surplus > 0 {
            rows.removeFirst(surplus)
            hasEarlier = true
            shift(by: -surplus)
        }
    }

    private mutating func prepend(_ page: ParticipantPage) {
        let held = Set(rows.map(\.lineID))
        let new = page.rows.filter { !held.contains($0.lineID) }
        rows = new + rows
        hasEarlier = page.hasEarlier
        shift(by: new.count)
        let surplus = rows.count - (cursor.index + height + kept)
        if surplus > 0 {
            rows.removeLast(surplus)
            hasLater = true
        }
    }

    private mutating func shift(by offset: Int) {
        cursor.shift(by: offset)
        aim = aim.moved(by: offset)
    }

    private mutating func replace(with page: ParticipantPage, atEnd: Bool) {
        take(page)
        cursor = ListCursor()
        switch aim {
        case .first(let offset): aim = .row(offset)
        case .last(let offset): aim = .row(rows.count - 1 - offset)
        case .row: aim = .row(atEnd ? rows.count - 1 : 0)
        }
        // From below, so that the last row stands on the last line.
        if atEnd { cursor.shift(by: rows.count) }
    }

    private mutating func refresh(with page: ParticipantPage, from start: Int) {
        // Everything from the first row on was deleted, and something stands before it.
        if page.rows.isEmpty, page.hasEarlier {
            take(page)
            aim = .last(minus: 0)
            return
        }
        let selected = selected
        let found = selected.flatMap { selected in page.rows.firstIndex { $0.lineID == selected.lineID } }
        if found == nil, page.hasLater, let selected, start < cursor.index {
            // So much was put before the highlighted row that it lies beyond the page: read from it on.
            lostRow = selected
            return
        }
        let place = cursor.index - start
        let line = cursor.index - visible.lowerBound
        let wasAtTop = visible.lowerBound == 0 && !hasEarlier
        let ahead = if case .row(let target) = aim { target - cursor.index } else { 0 }
        take(page)
        let index = max(0, min(found ?? place, rows.count - 1))
        cursor = ListCursor()
        // Where the list's first row was in sight, what came before it comes into sight too.
        if !(wasAtTop && index < height) { cursor.shift(by: max(0, index - line)) }
        cursor.place(at: index, count: rows.count, rows: height)
        aim = .row(index + ahead)
    }

    private mutating func take(_ page: ParticipantPage) {
        rows = page.rows
        hasEarlier = page.hasEarlier
        hasLater = page.hasLater
        isLoaded = true
        isOtherList = false
        lostRow = nil
    }
}

extension PagedList.Purpose {
    /// Whether the page takes the place of all that is held.
    fileprivate var readsAnew: Bool {
        switch self {
        case .later, .earlier: false
        case .first, .last, .again: true
        }
    }
}

extension PagedList.Aim {
    fileprivate func moved(by rows: Int) -> Self {
        switch self {
        case .row(let target): .row(target + rows)
        case .first(let offset): .first(plus: max(0, offset + rows))
        case .last(let offset): .last(minus: max(0, offset - rows))
        }
    }
}
