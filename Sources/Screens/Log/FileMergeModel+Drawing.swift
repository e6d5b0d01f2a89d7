import Foundation
import Terminal
import Training
import ViewModels
import Words

extension FileMergeModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        switch step {
        case .file: drawFile(into: &frame, body, context)
        case .preview: drawPreview(into: &frame, body, context)
        case .conflicts: drawConflicts(into: &frame, body, context)
        case .result: drawResult(into: &frame, body, context)
        }
        if let job { draw(job, into: &frame, body, context) }
        guard let trouble else { return }
        let lines = trouble.wrapped(body.columns - 2).suffix(body.rows)
        for (offset, line) in lines.enumerated() {
            let row = body.top + body.rows - lines.count + offset
            frame.clear(at: 0, row, width: body.columns)
            frame.write(line, in: body.columns - 2, .left, at: 1, row, Theme.trouble)
        }
    }

    private func drawFile(into frame: inout Frame, _ body: Body, _ context: Context) {
        frame.write(context.words.merge.fileTitle, in: body.columns - 2, .left, at: 1, body.top, Theme.title)
        browser.draw(into: &frame, top: body.top + 1, body, context)
    }

    private func draw(_ job: Job, into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.rosters
        let width = min(body.columns - 4, 66)
        let title = job.isRehearsal ? words.reading(fileName) : context.words.merge.title(fileName)
        let box = frame.drawBox(title, width: width, height: 7, in: body)
        if job.isStopping { frame.write(words.stopping, at: box.left, box.top, Theme.title) }
        if let fraction = job.progress?.fraction {
            let done = min(1_000, max(0, Int(fraction * 1_000)))
            let room = box.width - 9
            let bar = CountBar(count: done, target: nil, full: 1_000).text(width: room)
            frame.write("[\(bar)]", at: box.left, box.top + 1, Theme.gauge)
            frame.write("\(done / 10) %", at: box.left + room + 3, box.top + 1, Theme.value)
        }
        frame.write(words.escStops, at: box.left, box.top + 2, Theme.muted, width: box.width)
    }

    // MARK: What would come in

    private func drawPreview(into frame: inout Frame, _ body: Body, _ context: Context) {
        guard let outcome else { return }
        let (words, number) = (context.words, context.words.language.number)
        frame.write(words.merge.title(fileName), in: body.columns - 2, at: 1, body.top, Theme.title)
        let parted = outcome.partedAt.map { words.merge.partedAt($0.toTheMinute(in: context.zone)) }
        frame.write(
            parted ?? words.merge.neverParted, in: body.columns - 2, at: 1, body.top + 1, Theme.muted)
        var lines: [(String, Style)] = []
        func add(_ heading: String, _ texts: [String], _ style: Style = Theme.value) {
            lines.append((heading, Theme.label))
            lines += texts.flatMap { $0.wrapped(body.columns - 6) }.map { ("  \($0)", style) }
        }
        if outcome.hasNothingNew {
            add(words.merge.theirWork, [words.merge.nothingNew(fileName)])
        } else {
            add(words.merge.theirWork, work(outcome.work, context))
            let own = work(outcome.ownWork, context)
            add(words.merge.ownWork, own.isEmpty ? [words.merge.noOwnWork] : own)
            add(words.merge.wouldBring, [words.merge.sum(outcome.counts, words.language)])
            let ahead =
                conflicts.isEmpty
                ? words.merge.noConflicts : words.merge.conflictsAhead(number(conflicts.items.count))
            lines += ahead.wrapped(body.columns - 4).map { ($0, conflicts.isEmpty ? Theme.good : Theme.doubt) }
            lines += refusals(outcome, context)
        }
        write(lines, into: &frame, body.top + 3, body)
    }

    private func work(_ work: [LostWork], _ context: Context) -> [String] {
        work.map { work in
            context.words.merge.work(
                work.author, context.words.language.number(work.steps), work.first.toTheMinute(in: context.zone),
                work.last.toTheMinute(in: context.zone))
        }
    }

    private func refusals(_ outcome: FileMergeOutcome, _ context: Context) -> [(String, Style)] {
        let words = context.words
        guard !outcome.refusals.isEmpty else { return [] }
        let heading = words.merge.refusalsAhead(words.language.number(outcome.refusals.count))
        let texts = outcome.refusals.map {
            words.merge.refused(words.name(of: $0.record), words.merge.reason($0.reason))
        }
        return [(heading, Theme.trouble)] + texts.map { ("  \($0)", Theme.value) }
    }

    private func write(_ lines: [(String, Style)], into frame: inout Frame, _ top: Int, _ body: Body) {
        for (offset, line) in lines.prefix(body.top + body.rows - top).enumerated() {
            frame.write(line.0, in: body.columns - 4, at: 3, top + offset, line.1)
        }
    }

    // MARK: What both sides changed

    private func drawConflicts(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words
        let number = words.language.number
        let title = words.merge.conflictsTitle(number(open.count), number(conflicts.items.count))
        frame.write(title, in: body.columns - 2, at: 1, body.top, Theme.title)
        Table(columns(context)).draw(
            conflicts.items, visible: conflicts.visible, cursor: conflicts.cursor.index, into: &frame,
            top: body.top + 1, width: body.columns)
        guard let conflict = conflicts.selected else { return }
        let start = body.top + body.rows - 6
        frame.write(
            "\(words.name(of: conflict.record)) · \(words.subject(of: conflict)) · \(words.merge.conflict(conflict.kind))",
            in: body.columns - 2, at: 1, start, Theme.label)
        let base = conflict.base.map { words.text(of: $0, context.gazetteer) } ?? words.merge.nothing
        frame.write("\(words.merge.was): \(base)", in: body.columns - 2, at: 1, start + 1, Theme.muted)
        let sides = [
            (words.merge.ours, MergeSide.ours, conflict.ourOrigin),
            (words.merge.theirs, .theirs, conflict.theirOrigin),
        ]
        for (offset, side) in sides.enumerated() {
            let row = start + 2 + offset
            let mark = answers[conflict.id] == side.1 ? "✓ " : "  "
            let text = words.text(of: conflict, on: side.1, context.gazetteer)
            let by = side.2.map { words.merge.by($0.author, $0.time.toTheMinute(in: context.zone)) }
            let whole = [text, by.map { "(\($0))" }].compactMap(\.self).joined(separator: "  ")
            frame.write("\(mark)\(side.0): \(whole)", in: body.columns - 2, at: 1, row, style(conflict, side.1))
        }
        let foot = open.isEmpty ? words.merge.allDecided : words.merge.undecided(number(open.count))
        frame.write(foot, in: body.columns - 2, at: 1, start + 5, open.isEmpty ? Theme.good : Theme.doubt)
    }

    private func style(_ conflict: MergeConflict, _ side: MergeSide) -> Style {
        answers[conflict.id] == side ? Theme.good : Theme.value
    }

    private func columns(_ context: Context) -> [TableColumn<MergeConflict>] {
        let words = context.words
        func text(_ conflict: MergeConflict, _ side: MergeSide) -> String {
            let mark = answers[conflict.id] == side ? "✓ " : "  "
            return mark + words.text(of: conflict, on: side, context.gazetteer)
        }
        return [
            TableColumn(words.log.recordHeading, 22, upTo: 44) { words.name(of: $0.record) },
            TableColumn(
                words.log.fieldHeading, 16, upTo: 24,
                style: { answers[$0.id] == nil ? Theme.doubt : Theme.label },
                text: { words.subject(of: $0) + (answers[$0.id] == nil ? " ?" : "") }),
            TableColumn(
                "  \(words.merge.ours)", 16, upTo: 40, style: { style($0, .ours) }, text: { text($0, .ours) }),
            TableColumn(
                "  \(words.merge.theirs)", 16, upTo: 40, style: { style($0, .theirs) }, text: { text($0, .theirs) }),
        ]
    }

    // MARK: What it brought

    private func drawResult(into frame: inout Frame, _ body: Body, _ context: Context) {
        guard let outcome else { return }
        let words = context.words
        frame.write(words.merge.title(fileName), in: body.columns - 2, at: 1, body.top, Theme.title)
        var lines: [(String, Style)] = [(words.merge.done, Theme.good)]
        lines += words.merge.sum(outcome.counts, words.language).wrapped(body.columns - 4).map { ($0, Theme.value) }
        lines.append((words.merge.undoHint, Theme.muted))
        lines += refusals(outcome, context)
        if !outcome.lostLabels.isEmpty {
            let codes = outcome.lostLabels.map(\.description).joined(separator: ", ")
            lines += words.merge.lostLabels(codes).wrapped(body.columns - 4).map { ($0, Theme.doubt) }
        }
        write(lines, into: &frame, body.top + 2, body)
    }
}
