import Terminal
import Training
import ViewModels
import Words

extension MonitoringModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.followUps
        let title = level.kecamatan.map { words.desaTitle(context.gazetteer[$0]?.name ?? $0.description) }
        frame.write(title ?? words.title, at: 1, body.top, Theme.title)
        guard isLoaded else {
            frame.write(words.loading, at: 3, body.top + 2, Theme.muted)
            return
        }
        guard !grid.isEmpty else {
            frame.write(words.nothing, in: body.columns - 4, at: 3, body.top + 2, Theme.muted)
            return
        }
        let visible = grid.body.visible
        let sight =
            visible.count < grid.body.items.count
            ? context.words.regions.inSight(
                "\(visible.lowerBound + 1)", "\(visible.upperBound)", "\(grid.body.items.count)") : nil
        let right = [words.lateAfter(DueFollowUp.daysOfGrace), sight].compactMap(\.self).joined(separator: " · ")
        frame.write(right, at: body.columns - 1 - right.columns, body.top, Theme.muted)
        grid.draw(into: &frame, top: body.top + 1, width: body.columns)
    }
}
