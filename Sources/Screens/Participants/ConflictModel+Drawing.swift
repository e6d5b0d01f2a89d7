import Terminal
import Training
import ViewModels
import Words

extension ConflictModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.participants
        let name = base.value.name.text
        frame.write(words.conflictTitle(name).fitted(body.columns - 2), at: 1, body.top, Theme.title)
        frame.write(words.changedBy(author).fitted(body.columns - 2), at: 1, body.top + 1, Theme.value)
        if fields.isEmpty {
            frame.write(words.nothingDiffers, at: 3, body.top + 3, Theme.muted, width: body.columns - 4)
        } else {
            Table(columns(context)).draw(
                fields.items, visible: fields.visible, cursor: fields.cursor.index, into: &frame, top: body.top + 2,
                width: body.columns)
        }
        drawHighlighted(into: &frame, body, context)
        question?.draw(into: &frame, body, context)
    }

    private func text(_ field: ParticipantField, _ participant: Participant, _ context: Context) -> String {
        field.text(of: participant, isRevealed: isRevealed, context) ?? context.words.participants.empty
    }

    private func columns(_ context: Context) -> [TableColumn<ParticipantField>] {
        let words = context.words.participants
        let third = 18
        func mark(_ field: ParticipantField, _ side: Side) -> String { self.side(of: field) == side ? "✓ " : "  " }
        return [
            TableColumn(
                "", 14, style: { side(of: $0) == nil ? Theme.doubt : Theme.label },
                text: {
                    side(of: $0) == nil ? "\($0.label(context.words)) ?" : $0.label(context.words)
                }),
            TableColumn(words.was, 14, upTo: 36, style: { _ in Theme.muted }, text: { text($0, base.value, context) }),
            TableColumn(
                "  \(words.mine)", third, upTo: 40, style: { style($0, .mine) },
                text: {
                    mark($0, .mine) + text($0, mine, context)
                }),
            TableColumn(
                "  \(words.theirs)", third, upTo: 40, style: { style($0, .theirs) },
                text: {
                    mark($0, .theirs) + text($0, theirs.value, context)
                }),
        ]
    }

    private func style(_ field: ParticipantField, _ side: Side) -> Style {
        self.side(of: field) == side ? Theme.good : Theme.value
    }

    /// The highlighted field's three values in full, at the foot of the screen.
    private func drawHighlighted(into frame: inout Frame, _ body: Body, _ context: Context) {
        guard let field = fields.selected else { return }
        let words = context.words.participants
        let values = [(words.was, base.value), (words.mine, mine), (words.theirs, theirs.value)]
        let labels = (values.map(\.0.columns).max() ?? 0) + 2
        for (offset, value) in values.enumerated() {
            let row = body.top + body.rows - values.count + offset
            frame.write(value.0, at: 1, row, Theme.label)
            frame.write(
                text(field, value.1, context).fitted(body.columns - labels - 2), at: 1 + labels, row, Theme.value)
        }
    }
}
