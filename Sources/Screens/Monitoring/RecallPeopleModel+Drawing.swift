import Terminal
import Training
import ViewModels
import Words

extension RecallPeopleModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words
        let value = recall.value
        let count = "\(words.language.number(people.items.count)) \(words.terms.people.lowercased())"
        frame.write(value.title, in: body.columns - count.columns - 4, at: 1, body.top, Theme.title)
        frame.write(count, at: body.columns - 1 - count.columns, body.top, Theme.label)
        frame.write(
            words.recall.kept(value.date.onScreen, value.criteria), in: body.columns - 2, at: 1, body.top + 1,
            Theme.label)
        drawPanel(into: &frame, row: body.top + 2, body, context)
        guard isLoaded else {
            frame.write(words.recall.loading, at: 3, body.top + Self.headRows, Theme.muted)
            return
        }
        AlumniTable(context: context, marks: marks, revealed: revealed, isKept: true).table.draw(
            people.items, visible: people.visible, cursor: pending == nil ? people.cursor.index : nil, into: &frame,
            top: body.top + Self.headRows - 1, width: body.columns)
    }

    /// How many stand how; or while a state is being set, the note that goes with it.
    private func drawPanel(into frame: inout Frame, row: Int, _ body: Body, _ context: Context) {
        let words = context.words
        guard let pending else {
            let parts = RecallEntry.State.allCases.compactMap { state in
                counts[state].map { words.recall.count(words.language.number($0), words.monitoring.recallState(state)) }
            }
            let marked = marks.isEmpty ? "" : words.recall.marked(words.language.number(marks.count))
            frame.write(parts.joined(separator: " · "), in: body.columns - marked.columns - 3, at: 1, row, Theme.value)
            frame.write(marked, at: body.columns - 1 - marked.columns, row, Theme.title)
            return
        }
        let name = chosen.first?.person.name.text ?? ""
        let asked = words.recall.askNote(words.monitoring.recallState(pending.state), name, chosen.count - 1)
        let start = frame.write(asked, in: body.columns - 24, at: 1, row, Theme.doubt) + 1
        frame.draw(pending.note, at: start, row, width: body.columns - start - 1)
        let hint = words.recall.noteHint
        if pending.note.isEmpty, start + hint.columns + 3 < body.columns {
            frame.write(hint, at: start + 2, row, Theme.muted)
        }
    }
}

/// Alumni as a table: on a list that is kept, with how the recall stands; else as they fit.
struct AlumniTable {
    let context: Context
    var marks: Set<ID<Participant>> = []
    var revealed: ID<Participant>?
    let isKept: Bool

    var table: Table<AlumniLine> {
        let words = context.words
        let (terms, recall) = (words.terms, words.recall)
        let marks = marks
        let common: [TableColumn<AlumniLine>] = [
            TableColumn(terms.name, 18, upTo: 32) { line in
                (marks.contains(line.person.id) ? "* " : "") + line.person.name.text
            },
            TableColumn(terms.desa, 12, upTo: 20, dropped: isKept ? 2 : 0) { $0.person.placeName(context) },
            TableColumn(terms.phone, 14, upTo: 16) { phone($0) },
        ]
        let found: [TableColumn<AlumniLine>] = [
            TableColumn(terms.program, 12, upTo: 30, dropped: 3) { $0.program },
            TableColumn(recall.latest, 12, upTo: 18, dropped: isKept ? 4 : 0) {
                $0.latest.map(words.monitoring.outcome) ?? terms.none
            },
            TableColumn(recall.certificate, 10, upTo: 22, dropped: 5) { $0.certificate ?? terms.none },
        ]
        return Table(isKept ? common + state + found : common + found)
    }

    private var state: [TableColumn<AlumniLine>] {
        let words = context.words
        return [
            TableColumn(
                words.recall.stateHeading, 12, style: { style(of: $0) },
                text: { line in line.entry.map { words.monitoring.recallState($0.value.state) } ?? "" }),
            TableColumn(words.recall.dateHeading, 10, dropped: 6) { $0.entry?.value.date.onScreen ?? "" },
            TableColumn(words.recall.note, 20, upTo: 40) { $0.entry?.value.note ?? "" },
        ]
    }

    private func style(of line: AlumniLine) -> Style {
        switch line.entry?.value.state {
        case .willing, .placed: Theme.good
        case .declined: Theme.muted
        case .asked: Theme.value
        case .listed, nil: Theme.label
        }
    }

    private func phone(_ line: AlumniLine) -> String {
        guard let phone = line.phone else { return context.words.recall.noPhone }
        return line.person.id == revealed ? phone.digits : phone.masked
    }
}
