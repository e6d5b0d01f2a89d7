import Terminal
import Training
import ViewModels
import Words

extension RecallFormModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words
        frame.write(words.recall.newTitle, at: 1, body.top, Theme.title)
        drawOfferedDraft(into: &frame, body, context)
        let lines = offersDraft ? 1 : 0
        let rows = Self.formRows(context)
        form.draw(into: &frame, top: body.top + 1 + lines, rows: rows - lines, columns: body.columns, words)
        drawPeople(into: &frame, top: body.top + 1 + rows, body, context)
    }

    /// How many fit, and who: the list as it will be, before it is kept.
    private func drawPeople(into frame: inout Frame, top: Int, _ body: Body, _ context: Context) {
        let words = context.words
        guard let people else {
            frame.write(words.recall.counting, at: 1, top, Theme.muted)
            return
        }
        let number = words.language.number
        let style = people.isEmpty ? Theme.doubt : Theme.good
        frame.write(words.recall.fits(number(people.count)), at: 1, top, style)
        let first = self.top
        let last = min(people.count, first + Self.previewRows(context))
        if last - first < people.count {
            let sight = words.recall.inSight(number(first + 1), number(last))
            frame.write(sight, at: body.columns - 1 - sight.columns, top, Theme.muted)
        }
        // Those who are on their way leave their rows empty.
        let held = (first..<last).clamped(to: firstLine..<firstLine + lines.count)
        AlumniTable(context: context, isKept: false).table.draw(
            lines, visible: held.lowerBound - firstLine..<held.upperBound - firstLine, cursor: nil, into: &frame,
            top: top + 1, width: body.columns)
    }
}
