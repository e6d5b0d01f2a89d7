import Testing
import Training

@testable import ViewModels

/// A grid of figures: what sorting, moving and marking do to its lines.
@Suite struct FigureGridTests {
    private static let figure = Figure(year: 2026)

    private func count(_ count: Int) -> FigureCell { FigureCell(count, Self.figure, "", text: "\(count)") }

    private func line(_ id: String, _ number: Int, group: Int) -> FigureRow {
        FigureRow(id, [FigureCell(id), count(number)], group: group)
    }

    private func grid(_ last: Int = 2) -> FigureGrid {
        var grid = FigureGrid()
        take(last, &grid)
        grid.fit(rows: 20)
        return grid
    }

    private func take(_ last: Int, _ grid: inout FigureGrid, marks: Bool = false) {
        let sentence = FigureRow("sentence", [FigureCell("so many: "), count(9)], isSentence: true)
        let between = FigureRow("between", [FigureCell("and "), count(8)], isSentence: true, group: 2)
        let lines = [line("a", 1, group: 1), line("b", 3, group: 1)]
        let others = [line("c", 5, group: 3), line("d", 7, group: 3), line("e", last, group: 3)]
        grid.take(
            [FigureColumn("name", 4), .numbers("count")], [sentence] + lines + [between] + others, marksMoves: marks)
    }

    @Test func theEndIsTheLastLineOfTheTotals() {
        var grid = FigureGrid()
        let lines = (0..<30).map { line("\($0)", $0, group: 1) }
        grid.take([FigureColumn("name", 4), .numbers("count")], lines, footer: [line("sum", 9, group: 1)])
        grid.fit(rows: 10)
        grid.move(.last)
        #expect(grid.row?.id == "sum")
        #expect(grid.body.visible.upperBound == 30, "the lines before the totals are in sight")
        grid.move(.up)
        #expect(grid.row?.id == "29")
        grid.move(.last)
        grid.move(.first)
        #expect(grid.row?.id == "0")
    }

    @Test func linesAreSortedWithinTheirPartAndSentencesStay() {
        var grid = grid()
        grid.select("a")
        grid.moveAside(1)
        grid.sort()
        #expect(grid.rows.map(\.id) == ["sentence", "b", "a", "between", "d", "c", "e"])
        grid.sort()
        #expect(grid.rows.map(\.id) == ["sentence", "a", "b", "between", "e", "c", "d"])
        grid.sort()
        #expect(grid.rows.map(\.id) == ["sentence", "a", "b", "between", "c", "d", "e"])
        #expect(grid.row?.id == "a")
    }

    @Test func aSentencesTextIsPassedOver() {
        var grid = grid()
        grid.move(.first)
        #expect(grid.column == 1)
        grid.moveAside(-1)
        #expect(grid.column == 1)
        grid.move(.down)
        grid.moveAside(-1)
        #expect(grid.column == 0)
        grid.move(.up)
        #expect(grid.column == 1)
    }

    @Test func marksStayThroughFurtherReadingUntilTheySettle() {
        var grid = grid()
        #expect(grid.moved.isEmpty)
        take(4, &grid, marks: true)
        take(4, &grid, marks: true)
        #expect(grid.moved == ["e"])
        grid.settle()
        take(4, &grid, marks: true)
        #expect(grid.moved.isEmpty)
    }

    @Test func whatLeadsOnIsMarkedWhereItMoves() {
        var grid = FigureGrid()
        func goal(_ count: Int) -> FigureRow {
            FigureRow("goal", [FigureCell("goal "), FigureCell(leadingOn: count, text: "\(count)")], isSentence: true)
        }
        grid.take([FigureColumn("name", 4)], [goal(1)])
        #expect(grid.column == 1 && grid.cell?.leadsOn == true)
        grid.take([FigureColumn("name", 4)], [goal(2)], marksMoves: true)
        #expect(grid.moved == ["goal"])
    }
}
