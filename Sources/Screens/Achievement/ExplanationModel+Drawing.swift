import Terminal
import Training
import ViewModels
import Words

extension ExplanationModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.explanation
        guard let explanation else {
            frame.write(words.title(context.year), at: 1, body.top, Theme.title)
            frame.write(words.loading, at: 3, body.top + 2, Theme.muted)
            return
        }
        drawHeadline(of: explanation, into: &frame, body, context)
        let basis = context.words.basis(of: explanation, asOf: day, in: context.zone)
        for (place, line) in basis.enumerated() {
            let isPast = day != nil && place == basis.count - 1
            frame.write(
                line.fitted(body.columns - 2), at: 1, body.top + 1 + place, isPast ? Theme.doubt : Theme.label)
        }
        drawDay(into: &frame, row: body.top + 4, body, context)
        grid.draw(into: &frame, top: body.top + Self.otherRows - 1, width: body.columns)
    }

    private func drawHeadline(
        of explanation: Explanation, into frame: inout Frame, _ body: Body, _ context: Context
    ) {
        let achievement = explanation.achievement
        let number = context.words.language.number
        let count = [number(achievement.count), achievement.target.map(number)].compactMap(\.self)
            .joined(separator: " / ")
        let headline = ["\(count) \(context.words.terms.rule(achievement.rule))"]
        let share = achievement.percent.map { [context.words.language.percent($0)] } ?? []
        let text = (headline + share).joined(separator: "   ")
        frame.write(text, at: body.columns - 1 - text.columns, body.top, Theme.good)
        frame.write(
            context.words.explanation.title(explanation.year), at: 1, body.top, Theme.title,
            width: body.columns - text.columns - 4)
    }

    /// The line in which a day is typed, or why figures of an earlier day do not open.
    private func drawDay(into frame: inout Frame, row: Int, _ body: Body, _ context: Context) {
        let words = context.words.explanation
        if let dayField {
            let start = frame.write("\(words.askDay) ", at: 1, row, Theme.key)
            frame.draw(dayField, at: start, row, width: 16)
            frame.write(words.askDayHint, at: start + 18, row, Theme.muted, width: body.columns - start - 19)
        } else if day != nil {
            frame.write(words.pastHasNoNames, at: 1, row, Theme.muted, width: body.columns - 2)
        }
    }
}
