import Terminal
import Training
import ViewModels
import Words

extension RegionsModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        drawHeading(into: &frame, body, context)
        if isLoaded {
            drawFigures(into: &frame, body, context)
        } else {
            frame.write(context.words.regions.loading, at: 3, body.top + 2, Theme.muted)
        }
        picker?.draw(into: &frame, body, context)
    }

    /// The table's name to the left, what is to be known of it to the right.
    private func drawHeading(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.regions
        let number = context.words.language.number
        let unreached = unreachedCount.map { words.unreached(number($0)) }
        let visible = grid.body.visible
        let all = grid.body.items.count
        let sight =
            isLoaded && visible.count < all
            ? words.inSight(number(visible.lowerBound + 1), number(visible.upperBound), number(all)) : nil
        let title = title(context)
        var parts = [scaleText(context), unreached, sight].compactMap(\.self)
        // What the bars stand for goes first where the line is too short for all.
        while parts.count > 1, title.columns + parts.joined(separator: " · ").columns + 4 > body.columns {
            parts.removeFirst()
        }
        let right = parts.joined(separator: " · ")
        frame.write(title.fitted(body.columns - right.columns - 4), at: 1, body.top, Theme.title)
        frame.write(
            right, at: body.columns - 1 - right.columns, body.top, level.showsUnreachedOnly ? Theme.doubt : Theme.muted)
    }

    private func drawFigures(into frame: inout Frame, _ body: Body, _ context: Context) {
        let rowsEach = rowsEach(bodyRows: body.rows)
        grid.draw(into: &frame, top: body.top + 1, width: body.columns, rowsEach: rowsEach)
        let lines = grid.body.visible.count
        if lines == 0 {
            let words = context.words.regions
            let nothing = level.showsUnreachedOnly ? words.allReached : words.noLines
            frame.write(nothing, at: 3, body.top + 3 + grid.footer.count, Theme.muted)
        }
        guard let note = note(context) else { return }
        frame.write(
            note.fitted(body.columns - 2), at: 1, body.top + 2 + lines * rowsEach + grid.footer.count, Theme.muted)
    }
}
