import Terminal
import Training
import ViewModels
import Words

extension OutcomesModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        frame.write(title(context), in: body.columns - 2, at: 1, body.top, Theme.title)
        if figures == nil {
            frame.write(context.words.regions.loading, at: 3, body.top + 2, Theme.muted)
        } else {
            drawFigures(into: &frame, body, context)
        }
        picker?.draw(into: &frame, body, context)
    }

    private func drawFigures(into frame: inout Frame, _ body: Body, _ context: Context) {
        grid.draw(into: &frame, top: body.top + 1, width: body.columns)
        let lines = grid.body.visible.count
        if lines == 0 {
            frame.write(context.words.regions.noLines, at: 3, body.top + 3 + grid.footer.count, Theme.muted)
        }
        guard let note = note(context) else { return }
        frame.write(note, in: body.columns - 2, at: 1, body.top + body.rows - 1, Theme.muted)
    }
}
