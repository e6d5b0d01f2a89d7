import Terminal
import Training
import ViewModels
import Words

extension DuplicatesModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        drawHeading(into: &frame, body, context)
        let words = context.words.duplicates
        if let progress {
            frame.write(
                words.seeking(context.words.language.number(progress)), at: 3, body.top + 2, Theme.muted,
                width: body.columns - 4)
        } else if pairs.isEmpty {
            let nobody = subject.map { words.noneOf($0.name) } ?? words.none
            frame.write(
                showsApart ? words.noneApart : nobody, at: 3, body.top + 2, Theme.muted, width: body.columns - 4)
        } else {
            Table(columns(context)).draw(
                pairs.items, visible: pairs.visible, cursor: pairs.cursor.index, into: &frame, top: body.top + 1,
                width: body.columns)
            drawHighlighted(into: &frame, body, context)
        }
        question?.draw(into: &frame, body, context)
    }

    private func drawHeading(into frame: inout Frame, _ body: Body, _ context: Context) {
        let (words, language) = (context.words.duplicates, context.words.language)
        let title = showsApart ? words.apartTitle : subject.map { words.titleOf($0.name) } ?? words.title
        var count = ""
        if progress == nil, !pairs.isEmpty {
            let all = total ?? pairs.items.count
            let isWhole = showsApart || all <= pairs.items.count
            count = words.count(language.number(pairs.items.count), isWhole ? nil : language.number(all))
        }
        frame.write(title.fitted(body.columns - count.columns - 4), at: 1, body.top, Theme.title)
        frame.write(count, at: body.columns - 1 - count.columns, body.top, Theme.label)
    }

    private func columns(_ context: Context) -> [TableColumn<DuplicatePair>] {
        let words = context.words.duplicates
        return [
            TableColumn(
                words.rank, 5, .right, style: { $0.isOpenDoubt ? Theme.doubt : Theme.value },
                text: { "\($0.likeness.rank)" }),
            TableColumn(words.one, 20, upTo: 32) { $0.one.name.text },
            TableColumn(words.other, 20, upTo: 32) { $0.other.name.text },
            TableColumn(words.reasonsHeading, 24, upTo: 80, style: { _ in Theme.muted }, text: { why($0, context) }),
        ]
    }

    private func why(_ pair: DuplicatePair, _ context: Context) -> String {
        let words = context.words.duplicates
        return ((pair.isOpenDoubt ? [words.openDoubt] : []) + pair.likeness.reasons.map(words.reason))
            .joined(separator: " · ")
    }

    /// The highlighted pair, a line for each, and why it is offered.
    private func drawHighlighted(into frame: inout Frame, _ body: Body, _ context: Context) {
        guard let pair = pairs.selected else { return }
        let foot = body.top + body.rows - 4
        for (offset, person) in [pair.one, pair.other].enumerated() {
            frame.write(line(person, context).fitted(body.columns - 2), at: 1, foot + offset, Theme.value)
        }
        let style = pair.likeness.reasons.contains(where: \.contradicts) ? Theme.doubt : Theme.label
        for (offset, line) in why(pair, context).wrapped(to: body.columns - 2).prefix(2).enumerated() {
            frame.write(line, at: 1, foot + 2 + offset, style)
        }
    }

    private func line(_ person: ParticipantRow, _ context: Context) -> String {
        [
            person.nik?.masked ?? context.words.participants.noNIK, person.name.text, person.sex.rawValue,
            person.birthDate.onScreen, person.place(context), person.latestClass?.text,
        ].compactMap(\.self).joined(separator: " · ")
    }
}
