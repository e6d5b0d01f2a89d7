import Terminal
import Training
import ViewModels
import Words

extension ContributionsModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.contributions
        frame.write(words.title(context.year), at: 1, body.top, Theme.title, width: body.columns - 2)
        guard let figures else {
            frame.write(words.loading, at: 3, body.top + 2, Theme.muted)
            return
        }
        guard !figures.contributions.isEmpty else {
            frame.write(words.noOrganizers, at: 3, body.top + 2, Theme.muted, width: body.columns - 4)
            return
        }
        frame.write(words.legend(figures.achievement.rule), at: 1, body.top + 1, Theme.muted, width: body.columns - 2)
        grid.draw(into: &frame, top: body.top + Self.otherRows - 1, width: body.columns)
    }
}
