import Terminal
import Training
import ViewModels
import Words

extension EquipmentModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        drawLists(into: &frame, body, context)
        drawNarrowing(into: &frame, row: body.top + 1, body, context)
        guard lines != nil else {
            frame.write(context.words.equipment.loading, at: 3, body.top + 3, Theme.muted)
            return
        }
        grid.draw(into: &frame, top: body.top + 2, width: body.columns)
        if grid.body.isEmpty {
            let words = context.words
            let nothing = search.isEmpty ? words.equipment.nothing(list) : words.classes.nothingFound
            frame.write(nothing, in: body.columns - 4, at: 3, body.top + 4, Theme.muted)
        } else if let sum = sum(context) {
            frame.write(sum, in: body.columns - 2, at: 1, body.top + body.rows - 1, Theme.muted)
        }
    }

    /// The lists with their counts; the one in front in brackets, so that it is told without colour.
    private func drawLists(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words
        var column = 0
        for list in Self.lists {
            let isFront = list == self.list
            let name = words.equipment.list(list)
            let text = count(of: list, context).map { "\(name) \(words.language.number($0))" } ?? name
            column = frame.write(
                isFront ? "[\(text)]" : " \(text) ", at: column, body.top, isFront ? Theme.title : Theme.muted)
            column += 1
        }
        if scope == nil {
            let title = words.monitoring.equipment
            if column + title.columns + 2 < body.columns {
                frame.write(title, at: body.columns - 1 - title.columns, body.top, Theme.label)
            }
        }
    }

    /// What narrows the list: words, or a program.
    private func drawNarrowing(into frame: inout Frame, row: Int, _ body: Body, _ context: Context) {
        let words = context.words
        var column = 1
        if let scope {
            column =
                frame.write(
                    words.outcomes.equipmentOf(scope.title), in: body.columns - 30, at: column, row, Theme.title) + 2
        }
        guard isSearching || !search.isEmpty else { return }
        column = frame.write(words.classes.searching, at: column, row, Theme.label) + 1
        let number = words.language.number
        let shown = words.classes.shown(number(grid.body.items.count), number(count(of: list, context) ?? 0))
        let room = body.columns - shown.columns - 2 - column
        if isSearching {
            frame.draw(search, at: column, row, width: room)
        } else {
            frame.write(search.text, in: room, at: column, row, Theme.value)
        }
        frame.write(shown, at: body.columns - shown.columns - 1, row, Theme.muted)
    }
}
