import Terminal
import Training
import ViewModels
import Words

extension StandingModel: ScreenDrawing {
    /// Rows for the form: its fields, a message, and the list of statuses.
    private static let formRows = 9

    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words
        let value = trainingClass.trainingClass.value
        frame.write(
            "\(words.classes.changeStanding(chosen.count)) · \(value.code) \(trainingClass.title)",
            in: body.columns - 2, at: 1, body.top, Theme.title)
        drawOfferedDraft(into: &frame, body, context)
        let lines = offersDraft ? 1 : 0
        form.draw(
            into: &frame, top: body.top + 1 + lines, rows: Self.formRows - lines, columns: body.columns, words)
        drawPreview(into: &frame, top: body.top + 1 + Self.formRows, body, context)
    }

    /// Who gets what: the change as it will be, before it is made.
    private func drawPreview(into frame: inout Frame, top: Int, _ body: Body, _ context: Context) {
        let terms = context.words.terms
        let words = context.words.classes
        let coming = Dictionary(
            standings.map { ($0.line.enrollment.id, $0.standing) }, uniquingKeysWith: { first, _ in first })
        let table = Table<RosterLine>([
            TableColumn(terms.name, 20, upTo: 34) { $0.participant.name.text },
            TableColumn(words.now, 13) { terms.status($0.enrollment.value.standing.status) },
            TableColumn(words.becomes, 24, upTo: 50, style: { _ in Theme.title }) { line in
                guard let standing = coming[line.enrollment.id] else { return terms.none }
                return [terms.status(standing.status), standing.detail].compactMap(\.self).joined(separator: " · ")
            },
        ])
        let rows = body.rows - Self.formRows - 2
        // The last row counts those who do not fit.
        let fits = chosen.count <= rows
        let shown = fits ? chosen.count : rows - 1
        table.draw(chosen, visible: 0..<shown, cursor: nil, into: &frame, top: top, width: body.columns)
        if !fits {
            let rest = context.words.entry.moreChoices(chosen.count - shown)
            frame.write(rest, at: 1, top + 1 + shown, Theme.muted)
        }
    }
}
