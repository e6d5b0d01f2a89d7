import Testing

@testable import ViewModels

@Suite struct ListCursorTests {
    @Test(arguments: [
        (ListMove.down, 0, 1), (.up, 0, 0), (.up, 5, 4), (.pageDown, 0, 9), (.pageDown, 95, 99), (.pageUp, 20, 11),
        (.pageUp, 3, 0), (.first, 50, 0), (.last, 50, 99), (.down, 99, 99),
    ])
    func movesInAHundredRowsOfWhichTenShow(_ move: ListMove, from: Int, to: Int) {
        var cursor = ListCursor()
        cursor.place(at: from, count: 100, rows: 10)
        cursor.move(move, count: 100, rows: 10)
        #expect(cursor.index == to)
        #expect(cursor.visible(count: 100, rows: 10).contains(to))
    }

    @Test func scrollsOnlyAsFarAsTheHighlightNeeds() {
        var cursor = ListCursor()
        for _ in 0..<10 { cursor.move(.down, count: 100, rows: 10) }
        #expect(cursor.visible(count: 100, rows: 10) == 1..<11)
        for _ in 0..<9 { cursor.move(.up, count: 100, rows: 10) }
        #expect(cursor.visible(count: 100, rows: 10) == 1..<11)
        cursor.move(.up, count: 100, rows: 10)
        #expect(cursor.visible(count: 100, rows: 10) == 0..<10)
    }

    @Test func leavesNoEmptyLinesWhenTheTerminalGrows() {
        var cursor = ListCursor()
        cursor.move(.last, count: 30, rows: 10)
        #expect(cursor.visible(count: 30, rows: 25) == 5..<30)
        #expect(cursor.visible(count: 30, rows: 5) == 25..<30)
        #expect(cursor.visible(count: 30, rows: 50) == 0..<30)
    }

    @Test func staysOnTheSameItemWhenRowsComeAndGo() {
        var list = ItemList(["b", "d", "f"], rows: 2)
        list.move(.last)
        list.replace(with: ["a", "b", "c", "d", "e", "f"], sameness: { $0 })
        #expect(list.selected == "f")
        #expect(list.visible.contains(5))
        list.replace(with: ["a", "b"], sameness: { $0 })
        #expect(list.selected == "b")
        list.replace(with: [], sameness: { $0 })
        #expect(list.selected == nil)
        #expect(list.visible.isEmpty)
    }
}
