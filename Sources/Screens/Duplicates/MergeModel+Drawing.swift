import Terminal
import Training
import ViewModels
import Words

extension MergeModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.duplicates
        guard let records else {
            frame.write(
                isGone ? words.gone : context.words.participants.loading, at: 1, body.top, Theme.muted,
                width: body.columns - 2)
            return
        }
        let likeness = Likeness(records.stays.person.value, records.goes.person.value)
        let why = likeness.reasons.map(words.reason).joined(separator: " · ")
        let end = frame.write(words.beside, at: 1, body.top, Theme.title)
        frame.write("  \(why)".fitted(body.columns - end - 1), at: end, body.top, Theme.muted)
        frame.write(
            unresolved.isEmpty ? words.allSettled : words.chooseFields, in: body.columns - 2, at: 1, body.top + 1,
            Theme.muted)
        Table(columns(records, context)).draw(
            fields.items, visible: fields.visible, cursor: fields.cursor.index, into: &frame, top: body.top + 2,
            width: body.columns)
        drawBelongings(records, into: &frame, body.top + 3 + fields.visible.count, body, context)
        if let prompt {
            draw(prompt, into: &frame, body, context)
        } else {
            drawHighlighted(records, into: &frame, body, context)
        }
        question?.draw(into: &frame, body, context)
    }

    private func text(_ field: ParticipantField, _ side: Side, _ context: Context) -> String {
        guard let records else { return "" }
        if field == .nik, side == .stays, let typedNIK { return isRevealed ? typedNIK.digits : typedNIK.masked }
        let person = side == .stays ? records.stays.person.value : records.goes.person.value
        return field.text(of: person, isRevealed: isRevealed, context) ?? context.words.participants.empty
    }

    private func columns(
        _ records: (stays: PersonBeside, goes: PersonBeside), _ context: Context
    ) -> [TableColumn<ParticipantField>] {
        let words = context.words.duplicates
        func differs(_ field: ParticipantField) -> Bool {
            !field.agrees(records.stays.person.value, records.goes.person.value)
        }
        func style(_ field: ParticipantField, _ side: Side) -> Style {
            guard differs(field) else { return Theme.muted }
            return self.side(of: field) == side ? Theme.good : Theme.value
        }
        func mark(_ field: ParticipantField, _ side: Side) -> String {
            differs(field) && self.side(of: field) == side ? "✓ " : "  "
        }
        return [
            TableColumn(
                "", 15, style: { side(of: $0) == nil ? Theme.doubt : Theme.label },
                text: { side(of: $0) == nil ? "\($0.label(context.words)) ?" : $0.label(context.words) }),
            TableColumn(
                "  \(words.stays)", 28, upTo: 60, style: { style($0, .stays) },
                text: { mark($0, .stays) + text($0, .stays, context) }),
            TableColumn(
                "  \(words.goes)", 28, upTo: 60, style: { style($0, .goes) },
                text: { mark($0, .goes) + text($0, .goes, context) }),
        ]
    }

    /// The classes, checks and equipment of both.
    private func drawBelongings(
        _ records: (stays: PersonBeside, goes: PersonBeside), into frame: inout Frame, _ top: Int, _ body: Body,
        _ context: Context
    ) {
        let words = context.words
        func equipment(_ person: PersonBeside) -> String { person.equipment.map(\.item).joined(separator: ", ") }
        func checks(_ person: PersonBeside) -> String { words.duplicates.checks(person.followUps, person.outcomes) }
        let lines: [Belongings] = [
            Belongings(
                label: words.duplicates.classes, stays: records.stays.classes(words), goes: records.goes.classes(words)),
            Belongings(label: words.frame.monitoring, stays: checks(records.stays), goes: checks(records.goes)),
            Belongings(
                label: words.duplicates.equipment, stays: equipment(records.stays), goes: equipment(records.goes)),
        ]
        let none = words.terms.none
        let table = Table<Belongings>([
            TableColumn("", 15, style: { _ in Theme.label }, text: { $0.label }),
            TableColumn("", 28, upTo: 60) { "  " + ($0.stays.isEmpty ? none : $0.stays) },
            TableColumn("", 28, upTo: 60) { "  " + ($0.goes.isEmpty ? none : $0.goes) },
        ])
        for (offset, line) in lines.enumerated() {
            table.draw(line, into: &frame, row: top + offset, width: body.columns)
        }
    }

    private struct Belongings {
        var label: String
        var stays: String
        var goes: String
    }

    /// The highlighted field's two values in full, at the foot of the screen.
    private func drawHighlighted(
        _ records: (stays: PersonBeside, goes: PersonBeside), into frame: inout Frame, _ body: Body, _ context: Context
    ) {
        guard let field = fields.selected else { return }
        let words = context.words.duplicates
        let labels = max(words.stays.columns, words.goes.columns) + 2
        for (offset, side) in [Side.stays, .goes].enumerated() {
            let row = body.top + body.rows - 2 + offset
            frame.write(side == .stays ? words.stays : words.goes, at: 1, row, Theme.label)
            frame.write(
                text(field, side, context).fitted(body.columns - labels - 2), at: 1 + labels, row, Theme.value)
        }
    }

    private func draw(_ prompt: TextField, into frame: inout Frame, _ body: Body, _ context: Context) {
        let row = body.top + body.rows - 2
        let start = frame.write("\(context.words.duplicates.typedNIK): ", at: 1, row, Theme.label)
        frame.draw(prompt, at: start, row, width: body.columns - start - 1)
        if let promptTrouble {
            frame.write(promptTrouble.fitted(body.columns - 2), at: 1, row + 1, Theme.trouble)
        }
    }
}
