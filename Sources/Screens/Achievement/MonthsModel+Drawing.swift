import Terminal
import ViewModels
import Words

extension MonthsModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.achievement
        frame.write(words.monthsTitle(context.year), at: 1, body.top, Theme.title, width: body.columns - 2)
        guard isLoaded else {
            frame.write(words.loading, at: 3, body.top + 2, Theme.muted)
            return
        }
        grid.draw(into: &frame, top: body.top + 2, width: body.columns)
    }
}
