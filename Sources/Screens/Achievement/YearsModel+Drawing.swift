import Terminal
import ViewModels
import Words

extension YearsModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.achievement
        frame.write(words.yearsTitle, at: 1, body.top, Theme.title, width: body.columns - 2)
        guard isLoaded else {
            frame.write(words.loading, at: 3, body.top + 2, Theme.muted)
            return
        }
        for (offset, goal) in goals.enumerated() {
            frame.write(goal, at: 1, body.top + 1 + offset, Theme.label, width: body.columns - 2)
        }
        grid.draw(into: &frame, top: body.top + goals.count + 2, width: body.columns)
    }
}
