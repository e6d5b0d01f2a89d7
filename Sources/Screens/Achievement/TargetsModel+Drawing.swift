import Terminal
import Training
import ViewModels
import Words

extension TargetsModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.targets
        frame.write(words.title(context.year), at: 1, body.top, Theme.title, width: body.columns - 2)
        guard figures != nil else {
            frame.write(words.loading, at: 3, body.top + 2, Theme.muted)
            return
        }
        guard !grid.isEmpty else {
            frame.write(words.noTargets, at: 3, body.top + 2, Theme.muted, width: body.columns - 4)
            return
        }
        grid.draw(into: &frame, top: body.top + Self.otherRows - 1, width: body.columns)
    }
}
