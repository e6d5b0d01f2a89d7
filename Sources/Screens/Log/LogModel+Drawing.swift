import Foundation
import Terminal
import Training
import ViewModels
import Words

extension LogModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.log
        drawHeading(into: &frame, body, context)
        guard isLoaded else {
            frame.write(words.loading, at: 3, body.top + 2, Theme.muted)
            return
        }
        if steps.isEmpty { frame.write(words.none, at: 3, body.top + 4, Theme.muted) }
        Table(columns(context)).draw(
            steps.items, visible: steps.visible, cursor: steps.cursor.index, into: &frame, top: body.top + 2,
            width: body.columns)
        picker?.draw(into: &frame, body, context)
    }

    private func drawHeading(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words
        let number = words.language.number(steps.items.count)
        let count = hasMore ? words.log.atLeast(number) : words.log.count(number)
        let right = isLoaded ? count : ""
        frame.write(right, at: body.columns - 1 - right.columns, body.top, Theme.muted)
        let parts = [
            title(words), isOwn ? words.log.own : nil, kind.map(words.terms.step), day?.onScreen,
            search.isEmpty || isSearching ? nil : "“\(search.text)”",
        ]
        let title = parts.compactMap(\.self).joined(separator: " · ")
        frame.write(title, in: body.columns - right.columns - 4, at: 1, body.top, Theme.title)
        if let dayField {
            let start = frame.write("\(words.log.dayLabel):", at: 1, body.top + 1, Theme.title) + 1
            frame.draw(dayField, at: start, body.top + 1, width: 20)
            frame.write(
                words.log.dayHint, in: body.columns - start - 23, at: start + 22, body.top + 1, Theme.muted)
        } else if isSearching {
            let start = frame.write("\(words.participants.sought):", at: 1, body.top + 1, Theme.title) + 1
            frame.draw(search, at: start, body.top + 1, width: body.columns - start - 1)
        } else {
            drawSelected(into: &frame, body.top + 1, body, context)
        }
    }

    /// What a narrow table has no room for, of the highlighted step.
    private func drawSelected(into frame: inout Frame, _ row: Int, _ body: Body, _ context: Context) {
        guard isLoaded, let step = steps.selected else { return }
        let words = context.words
        let parts = [
            words.what(step), step.isTakenBack ? words.log.takenBack : nil, words.about(step),
            words.log.byWhom(step.author),
        ]
        frame.write(
            parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · "), in: body.columns - 2, at: 1, row,
            Theme.muted)
    }

    private func columns(_ context: Context) -> [TableColumn<Step>] {
        let words = context.words
        let phrases = words.log
        func style(_ step: Step) -> Style { step.isTakenBack ? Theme.muted : Theme.value }
        func muted(_ step: Step) -> Style { Theme.muted }
        return [
            TableColumn(phrases.timeHeading, 16, style: muted) { $0.time.toTheMinute(in: context.zone) },
            TableColumn(phrases.whoHeading, 12, upTo: 24, style: style) { phrases.byWhom($0.author) },
            TableColumn(phrases.whatHeading, 21, upTo: 36, style: style) { step in
                let what = (step.merge == nil ? "" : "↳ ") + words.what(step)
                return step.isTakenBack ? "(\(what))" : what
            },
            TableColumn(phrases.aboutHeading, 13, upTo: 40, style: style) { words.about($0) },
            TableColumn(phrases.changesHeading, 7, .right, style: style) {
                $0.changes == 0 ? "" : words.language.number($0.changes)
            },
        ]
    }
}

extension LoggedStepModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words
        let right = words.log.stepTitle(step.id.description)
        frame.write(right, at: body.columns - 1 - right.columns, body.top, Theme.muted)
        let title = [words.what(step), words.about(step)].filter { !$0.isEmpty }.joined(separator: " · ")
        frame.write(title, in: body.columns - right.columns - 4, at: 1, body.top, Theme.title)
        let parts = [
            step.time.toTheMinute(in: context.zone), words.log.byWhom(step.author),
            "\(words.log.changesHeading): \(words.language.number(step.changes))",
            step.isTakenBack ? words.log.takenBack : nil,
        ]
        frame.write(
            parts.compactMap(\.self).joined(separator: " · "), in: body.columns - 2, at: 1, body.top + 1,
            step.isTakenBack ? Theme.doubt : Theme.muted)
        guard isLoaded else {
            frame.write(words.log.loading, at: 3, body.top + 3, Theme.muted)
            return
        }
        if lines.isEmpty {
            frame.write(words.log.noChanges, at: 3, body.top + 3, Theme.muted)
            return
        }
        Table(columns(context)).draw(
            lines.items, visible: lines.visible, cursor: lines.cursor.index, into: &frame, top: body.top + 3,
            width: body.columns)
    }

    private func columns(_ context: Context) -> [TableColumn<Line>] {
        let (words, gazetteer) = (context.words, context.gazetteer)
        func value(_ value: LoggedValue?) -> String { value.map { words.text(of: $0, gazetteer) } ?? words.terms.none }
        func style(_ line: Line) -> Style {
            switch line {
            case .merged: Theme.muted
            case .record: Theme.label
            case .field: Theme.value
            }
        }
        return [
            TableColumn(words.log.fieldHeading, 26, upTo: 40, style: style) { line in
                switch line {
                case .merged(let step): "↳ \(words.what(step))"
                case .record(let change): "\(words.log.record(change.record.kind)) \(words.log.way(change.way))"
                case .field(let field, of: let change): "  " + words.label(of: field.field, in: change.record.kind)
                }
            },
            TableColumn(words.log.beforeHeading, 22, upTo: 50, style: style) { line in
                switch line {
                case .merged(let step): words.about(step)
                case .record(let change): change.record.name ?? ""
                case .field(let field, of: _): value(field.before)
                }
            },
            TableColumn(words.log.afterHeading, 22, upTo: 50, style: style) { line in
                switch line {
                case .merged(let step): words.merge.by(step.author, step.time.toTheMinute(in: context.zone))
                case .record(let change):
                    change.origin.map { words.merge.by($0.author, $0.time.toTheMinute(in: context.zone)) } ?? ""
                case .field(let field, of: _): value(field.after)
                }
            },
        ]
    }
}
