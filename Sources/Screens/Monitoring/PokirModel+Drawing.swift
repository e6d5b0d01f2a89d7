import Terminal
import Training
import ViewModels
import Words

extension PokirModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words
        frame.write(words.outcomes.pokirTitle(context.year), in: body.columns - 2, at: 1, body.top, Theme.title)
        guard let trails else {
            frame.write(words.regions.loading, at: 3, body.top + 2, Theme.muted)
            return
        }
        guard !trails.isEmpty else {
            let lines = words.outcomes.pokirNone(context.year).wrapped(body.columns - 4)
            for (offset, line) in lines.enumerated() { frame.write(line, at: 3, body.top + 2 + offset, Theme.muted) }
            return
        }
        grid.draw(into: &frame, top: body.top + 1, width: body.columns)
        for (offset, line) in [note(context), meaning(context)].compactMap(\.self).enumerated() {
            frame.write(line, in: body.columns - 2, at: 1, body.top + body.rows - 2 + offset, Theme.muted)
        }
    }
}
