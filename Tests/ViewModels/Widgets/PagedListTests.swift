import Testing
import Training

@testable import ViewModels

@Suite struct PagedListTests {
    /// A long list to page through, answering as a store does.
    private struct Pile {
        var rows: [ParticipantRow]

        init(_ ids: some Sequence<Int>) { rows = ids.map(Self.row) }

        static func row(_ id: Int) -> ParticipantRow {
            ParticipantRow(
                id: ID(Int64(id)), nik: nil, name: PersonName("Orang")!, sex: .male,
                birthDate: CalendarDate(iso: "1999-05-05")!, residence: .outside)
        }

        func page(_ request: PagedList.Request) -> ParticipantPage {
            let range: Range<Int>
            switch request.start {
            case .first: range = 0..<request.count
            case .last: range = (rows.count - request.count)..<rows.count
            case .after(let row): range = end(upTo: row)..<end(upTo: row) + request.count
            case .before(let row): range = begin(of: row) - request.count..<begin(of: row)
            case .from(let row): range = begin(of: row)..<begin(of: row) + request.count
            }
            let held = range.clamped(to: 0..<rows.count)
            return ParticipantPage(
                rows: Array(rows[held]), hasEarlier: held.lowerBound > 0, hasLater: held.upperBound < rows.count)
        }

        private func begin(of row: ParticipantRow) -> Int { rows.firstIndex { $0.id >= row.id } ?? rows.count }
        private func end(upTo row: ParticipantRow) -> Int { rows.firstIndex { $0.id > row.id } ?? rows.count }
    }

    /// A list over a pile, with the page that is under way.
    private struct Reader {
        var pile: Pile
        var list: PagedList
        var underWay: PagedList.Request?

        init(_ pile: Pile, height: Int = 10) {
            self.pile = pile
            list = PagedList(height: height)
            ask(list.begin())
        }

        mutating func ask(_ request: PagedList.Request?) { underWay = request ?? underWay }

        mutating func answer() {
            guard let request = underWay else { return }
            underWay = nil
            ask(list.accept(pile.page(request)))
        }

        mutating func settle() { while underWay != nil { answer() } }

        mutating func move(_ moves: ListMove...) { for move in moves { ask(list.move(move)) } }

        var selected: Int? { list.selected.map { Int($0.id.rawValue) } }
    }

    @Test func keysPressedBeforeThePageComesAreAddedUp() {
        var reader = Reader(Pile(0..<1_000))
        reader.move(.down, .down, .pageDown)
        #expect(!reader.list.isSettled)
        reader.settle()
        #expect(reader.selected == 11)
        reader.move(.last, .up, .up)
        reader.settle()
        #expect(reader.selected == 997)
        reader.move(.first, .down)
        reader.settle()
        #expect(reader.selected == 1)
    }

    @Test func turningBackBeforeTheOtherEndComesStaysHere() {
        var reader = Reader(Pile(0..<1_000))
        reader.settle()
        reader.move(.last, .first, .down)
        reader.settle()
        #expect(reader.selected == 1)
        #expect(!reader.list.hasEarlier)
    }

    @Test func theLastPageStandsAtTheBottom() {
        var reader = Reader(Pile(0..<1_000))
        reader.move(.last)
        reader.settle()
        #expect(reader.list.visible.upperBound == reader.list.rows.count)
        #expect(reader.list.visible.count == 10)
        #expect(!reader.list.hasLater)
    }

    @Test func theNextPageIsAskedForBeforeTheEdgeShows() {
        var reader = Reader(Pile(0..<1_000))
        reader.settle()
        // At first there is what is in sight.
        #expect(reader.list.rows.count == 10)
        reader.move(.down)
        reader.settle()
        while reader.underWay == nil { reader.move(.down) }
        #expect(reader.list.visible.upperBound < reader.list.rows.count)
        #expect(reader.list.isSettled)
    }

    @Test func holdsNoMoreThanSomePages() {
        var reader = Reader(Pile(0..<20_000))
        for _ in 0..<1_500 {
            reader.move(.pageDown)
            reader.settle()
        }
        #expect(reader.selected == 13_500)
        #expect(reader.list.rows.count < 1_000)
    }

    @Test func aPageThatCannotBeReadIsAskedForAgain() {
        var reader = Reader(Pile(0..<1_000))
        reader.settle()
        while reader.underWay == nil { reader.move(.pageDown) }
        reader.underWay = nil
        reader.list.fail()
        reader.move(.last)
        reader.settle()
        #expect(reader.selected == 999)
    }

    @Test func anotherListStandsAtItsFirstRowAndIsNotTakenForTheOldOne() {
        var reader = Reader(Pile(0..<100))
        reader.settle()
        reader.move(.pageDown)
        reader.pile = Pile(500..<600)
        reader.ask(reader.list.begin())
        #expect(!reader.list.isSettled)
        reader.settle()
        #expect(reader.list.isSettled)
        #expect(reader.selected == 500)
    }

    @Test func rereadingShowsWhatCameBeforeTheFirstRowInSight() {
        var reader = Reader(Pile(10..<100))
        reader.settle()
        reader.pile = Pile(8..<100)
        reader.ask(reader.list.reload())
        reader.settle()
        #expect(reader.selected == 10)
        #expect(reader.list.visible == 0..<10)
        #expect(reader.list.rows[0].id == ID(8))
    }

    @Test func deletingTheHighlightedRowLeavesTheCursorWhereItStood() {
        var reader = Reader(Pile(0..<100))
        reader.settle()
        reader.move(.down, .down, .down)
        reader.pile.rows.remove(at: 3)
        reader.ask(reader.list.reload())
        reader.settle()
        #expect(reader.selected == 4)
        reader.move(.last)
        reader.settle()
        reader.pile.rows.removeAll { $0.id > ID(50) }
        reader.ask(reader.list.reload())
        reader.settle()
        #expect(reader.selected == 50)
        reader.pile.rows = []
        reader.ask(reader.list.reload())
        reader.settle()
        #expect(reader.selected == nil)
    }

    @Test(arguments: [1, 500]) func manyNewRowsBeforeTheHighlightedOneDoNotMoveIt(count: Int) {
        var reader = Reader(Pile((0..<200).map { $0 * 1_000 }))
        reader.move(.last)
        reader.settle()
        reader.pile = Pile(((0..<200).map { $0 * 1_000 } + (1...count).map { 198_000 + $0 }).sorted())
        reader.ask(reader.list.reload())
        reader.settle()
        #expect(reader.selected == 199_000)
        #expect(reader.list.visible.count == 10)
        reader.move(.up)
        reader.settle()
        #expect(reader.selected == 198_000 + count)
    }

    @Test func aChangeDuringRereadingIsReadToo() {
        var reader = Reader(Pile(0..<100))
        reader.settle()
        reader.ask(reader.list.reload())
        let stale = reader.pile.page(reader.underWay!)
        reader.pile.rows.remove(at: 5)
        reader.ask(reader.list.reload())
        reader.underWay = nil
        reader.ask(reader.list.accept(stale))
        reader.settle()
        #expect(reader.list.rows[5].id == ID(6))
    }

    /// Random keys, answers that come late, rows that come and go: the cursor ends where one would be who sees the whole list.
    @Test(arguments: 0..<200)
    func endsWhereTheWholeListWouldHaveEnded(seed: Int) {
        var random = Sequence32(UInt64(seed) &+ 1)
        var reader = Reader(Pile((0..<random.below(900)).map { $0 * 10 }), height: 2 + random.below(20))
        var whole = ListCursor()
        var previous: ListMove?
        for _ in 0..<300 {
            let count = reader.pile.rows.count
            switch random.below(12) {
            case 0: reader.answer()
            case 1: reader.settle()
            case 2:
                reader.settle()
                change(&reader, &whole, &random)
            default:
                let move = [ListMove.up, .down, .pageUp, .pageDown, .first, .last][random.below(6)]
                // What goes beyond the end is known only when the page comes, so a turn waits for it.
                if move != previous, move != .first, move != .last { reader.settle() }
                previous = move
                reader.move(move)
                whole.move(move, count: count, rows: reader.list.height)
            }
        }
        reader.settle()
        let rows = reader.pile.rows
        #expect(reader.list.isSettled, "seed \(seed)")
        #expect(reader.list.selected?.id == (rows.isEmpty ? nil : rows[whole.index].id), "seed \(seed)")
        expectHeldRowsAreTheListAround(reader, seed: seed)
    }

    private func change(_ reader: inout Reader, _ whole: inout ListCursor, _ random: inout Sequence32) {
        let selected = reader.list.selected?.id
        if random.below(2) == 0, !reader.pile.rows.isEmpty {
            let place = random.below(reader.pile.rows.count)
            // The highlighted row's own fate has tests of its own.
            if reader.pile.rows[place].id != selected { reader.pile.rows.remove(at: place) }
        } else {
            let row = Pile.row(random.below(9_000))
            let place = reader.pile.rows.firstIndex { $0.id >= row.id } ?? reader.pile.rows.count
            if !reader.pile.rows.indices.contains(place) || reader.pile.rows[place].id != row.id {
                reader.pile.rows.insert(row, at: place)
            }
        }
        reader.ask(reader.list.reload())
        reader.settle()
        let place = reader.pile.rows.firstIndex { $0.id == selected } ?? 0
        whole.place(at: place, count: reader.pile.rows.count, rows: reader.list.height)
    }

    private func expectHeldRowsAreTheListAround(_ reader: Reader, seed: Int) {
        let (list, rows) = (reader.list, reader.pile.rows)
        guard let first = list.rows.first, let start = rows.firstIndex(where: { $0.id == first.id }) else {
            #expect(rows.isEmpty, "seed \(seed)")
            return
        }
        let held = rows[start...].prefix(list.rows.count)
        #expect(Array(held) == list.rows, "seed \(seed)")
        #expect(list.hasEarlier == (start > 0), "seed \(seed)")
        #expect(list.hasLater == (start + list.rows.count < rows.count), "seed \(seed)")
        #expect(list.visible.count == min(list.height, rows.count), "seed \(seed)")
    }
}

/// A small generator whose numbers depend on the seed alone.
private struct Sequence32 {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return limit > 0 ? Int(state % UInt64(limit)) : 0
    }
}
