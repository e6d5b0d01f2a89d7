import Terminal
import Training
import ViewModels
import Words

extension FollowUpListModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.followUps
        drawHeading(into: &frame, body, context)
        guard isLoaded else {
            frame.write(words.loading, at: 3, body.top + 2, Theme.muted)
            return
        }
        if let assigning {
            draw(assigning, into: &frame, body.top + 1, body, context)
        } else if isSearching {
            let start = frame.write("\(context.words.participants.sought):", at: 1, body.top + 1, Theme.title) + 1
            frame.draw(search, at: start, body.top + 1, width: body.columns - start - 1)
        } else {
            drawSelected(into: &frame, body.top + 1, body, context)
        }
        if checks.isEmpty { frame.write(words.noneHere, at: 3, body.top + 4, Theme.muted) }
        table(body, context).draw(
            checks.items, visible: checks.visible, cursor: checks.cursor.index, into: &frame, top: body.top + 2,
            width: body.columns)
        picker?.draw(into: &frame, body, context)
    }

    private func drawHeading(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.followUps
        let number = context.words.language.number
        let length = length
        let more = length.hasMore ? words.moreThan(number(length.count)) : words.count(number(length.count))
        let right = [marks.isEmpty ? nil : words.marked(marks.count), isLoaded ? more : nil].compactMap(\.self)
            .joined(separator: " · ")
        frame.write(
            right, at: body.columns - 1 - right.columns, body.top,
            length.hasMore ? Theme.doubt : marks.isEmpty ? Theme.muted : Theme.title)
        let title = [
            words.listTitle(place, shown.heading(words).lowercased()), visitor.map(words.byVisitor),
            search.isEmpty || isSearching ? nil : "“\(search.text)”",
        ]
        .compactMap(\.self).joined(separator: " · ")
        frame.write(title, in: body.columns - right.columns - 4, at: 1, body.top, Theme.title)
    }

    /// What a narrow table has no room for, of the highlighted check.
    private func drawSelected(into frame: inout Frame, _ row: Int, _ body: Body, _ context: Context) {
        guard let check = checks.selected else { return }
        let words = context.words
        let parts = [
            check.person.name.text, check.person.residence.name(context), check.program,
            check.attempts > 0 ? words.followUps.attempts(check.attempts) : nil,
            check.latest.map { words.followUps.latest(words.monitoring.outcome($0)) },
            check.state == .done ? nil : check.nextTry.map { words.followUps.nextTry($0.onScreen) },
        ]
        frame.write(
            parts.compactMap(\.self).joined(separator: " · "), in: body.columns - 2, at: 1, row, Theme.muted)
    }

    private func draw(
        _ line: AssignLine, into frame: inout Frame, _ row: Int, _ body: Body, _ context: Context
    ) {
        let words = context.words.followUps
        let start = frame.write(words.assignTo(line.count), at: 1, row, Theme.title) + 1
        let hint = words.assignHint
        let width = max(16, min(32, body.columns - start - hint.columns - 3))
        frame.write(hint, in: body.columns - start - width - 3, at: start + width + 2, row, Theme.muted)
        frame.draw(line.field, at: start, row, width: width)
    }

    // The table

    private func table(_ body: Body, _ context: Context) -> Table<DueFollowUp> {
        let words = context.words
        let phrases = words.followUps
        let (marks, today) = (marks, context.today)
        // Most checks have no code before they are printed on a sheet.
        let hasCodes = checks.items.contains { $0.code != nil }
        return Table([
            TableColumn(hasCodes ? " \(phrases.codeHeading)" : "", hasCodes ? 9 : 1, style: { _ in Theme.muted }) {
                (marks.contains($0.key) ? "*" : " ") + ($0.code?.description ?? "")
            },
            TableColumn(phrases.nameHeading, 20, upTo: 30) { $0.person.name.text },
            TableColumn(phrases.programHeading, 16, upTo: 30, dropped: 4) { $0.program },
            TableColumn(words.terms.desa, 12, upTo: 18, dropped: 3) { $0.person.residence.name(context) },
            TableColumn(words.terms.trainingClass, 7, upTo: 10) { $0.trainingClass.text },
            TableColumn(phrases.markHeading, 3, .right) { String($0.mark) },
            TableColumn(phrases.dueHeading, 11) { $0.dueOn.onScreen },
            TableColumn(phrases.lateHeading, 7, .right, style: { Theme.style(of: $0.state) }) { check in
                switch check.state {
                case .done: words.monitoring.state(.done)
                case .upcoming: ""
                case .due, .late:
                    check.daysLate(today) == 0 ? phrases.today : words.language.number(check.daysLate(today))
                }
            },
            TableColumn(phrases.attemptsHeading, 5, .right, dropped: 1) { $0.attempts > 0 ? String($0.attempts) : "" },
            TableColumn(phrases.visitorHeading, 7, upTo: 18) { $0.visitor ?? "" },
            TableColumn(phrases.latestHeading, 14, upTo: 22, dropped: 2) {
                $0.latest.map(words.monitoring.outcome) ?? ""
            },
        ])
    }
}

extension Theme {
    /// How a check's state looks: what presses stands out.
    static func style(of state: DueFollowUp.State) -> Style {
        switch state {
        case .late: doubt
        case .due: value
        case .upcoming, .done: muted
        }
    }
}
