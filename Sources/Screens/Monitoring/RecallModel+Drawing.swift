import Terminal
import Training
import ViewModels
import Words

extension RecallModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.recall
        frame.write(words.title, in: body.columns - 2, at: 1, body.top, Theme.title)
        guard let lines else {
            frame.write(words.loading, at: 3, body.top + 2, Theme.muted)
            return
        }
        guard !lines.isEmpty else {
            frame.write(words.none, in: body.columns - 4, at: 3, body.top + 2, Theme.value)
            return
        }
        grid.draw(into: &frame, top: body.top + 1, width: body.columns)
        guard let criteria = selected?.recall.value.criteria else { return }
        let text = "\(context.words.monitoring.criteria): \(criteria)"
        frame.write(text, in: body.columns - 2, at: 1, body.top + body.rows - 1, Theme.muted)
    }
}
