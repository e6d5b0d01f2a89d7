import Terminal
import Training
import ViewModels
import Words

extension AchievementModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let layout = layout(context)
        frame.write(
            context.words.achievement.title(figures?.year ?? context.year), at: 1, body.top, Theme.title,
            width: body.columns - 2)
        let end = drawGauge(layout, into: &frame, body, context)
        if let trouble { frame.write(trouble, at: 1, end, Theme.trouble, width: body.columns - 2) }
        grid.draw(into: &frame, top: body.top + layout.gaugeRows, width: body.columns, gap: layout.gap)
    }

    /// Draws the bar and what is said of it.
    ///
    /// - Returns: the row after it.
    private func drawGauge(
        _ layout: AchievementLayout, into frame: inout Frame, _ body: Body, _ context: Context
    ) -> Int {
        guard let figures else { return body.top + 1 }
        var row = body.top + 1 + layout.gap
        if let gauge = YearGauge(figures, context.words) {
            drawShare(figures.achievement, into: &frame, body.top, context)
            draw(gauge, rows: layout.barRows, into: &frame, row, context)
            row += layout.barRows + 1
        } else {
            frame.write(context.words.achievement.noTarget, at: 1, row, Theme.doubt, width: body.columns - 2)
            row += 1
        }
        if let ring = layout.ring {
            OutcomeRing(ring, context.words).draw(into: &frame, at: 1, row, width: body.columns - 2)
            row += 1
        }
        for line in layout.legend {
            frame.write(line, at: 1, row, Theme.label, width: body.columns - 2)
            row += 1
        }
        for note in layout.notes {
            frame.write("! " + note, at: 1, row, Theme.doubt, width: body.columns - 2)
            row += 1
        }
        return row
    }

    private func drawShare(
        _ achievement: Achievement, into frame: inout Frame, _ row: Int, _ context: Context
    ) {
        guard let percent = achievement.percent else { return }
        let share = context.words.language.percent(percent)
        frame.write(share, at: frame.columns - share.columns - 1, row, Theme.good)
        let laps = context.words.frame.laps(achievement.laps, percent.tenths / 10 - achievement.laps * 100)
        frame.write(laps, at: frame.columns - share.columns - laps.columns - 4, row, Theme.value)
    }

    private func draw(
        _ gauge: YearGauge, rows: Int, into frame: inout Frame, _ top: Int, _ context: Context
    ) {
        let columns = frame.columns - 2
        let farthest = gauge.marks.map(\.count).max() ?? 0
        guard let bar = GaugeBar(gauge.count, of: gauge.target, reaching: farthest) else { return }
        for row in 0..<rows { frame.write(bar.text(columns: columns), at: 1, top + row, Theme.gauge) }
        let scale = GaugeScale(gauge, bar: bar, columns: columns, words: context.words)
        frame.write(scale.text, at: 1, top + rows, Theme.title)
    }
}
