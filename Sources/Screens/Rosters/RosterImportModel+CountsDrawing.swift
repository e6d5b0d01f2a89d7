import Foundation
import Terminal
import Training
import ViewModels
import Words

/// The dry run, the import and what came of it.
extension RosterImportModel {
    func drawCounts(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.rosters
        let isImporting = job?.kind == .importing
        let title = isImporting ? "\(words.importing) \(fileName)" : words.countsTitle(fileName)
        drawTitle(title, isImporting ? "" : words.nothingKeptYet, into: &frame, body, Theme.muted)
        if let job {
            draw(job, into: &frame, body, context)
        } else if let outcome {
            let top = drawSums(outcome, into: &frame, body.top + 2, body, context)
            drawCountLines(outcome, into: &frame, top + 1, body, context)
        }
        if let trouble { drawFoot(trouble.wrapped(body.columns - 2), Theme.trouble, into: &frame, body) }
    }

    private func draw(_ job: Job, into frame: inout Frame, _ body: Body, _ context: Context) {
        let (words, language) = (context.words.rosters, context.words.language)
        let top = body.top + 2
        if job.isStopping { frame.write(words.stopping, at: 3, top, Theme.title) }
        if let progress = job.progress {
            let width = min(60, body.columns - 14)
            if let fraction = progress.fraction {
                let done = min(1_000, max(0, Int(fraction * 1_000)))
                let bar = CountBar(count: done, target: nil, full: 1_000).text(width: width)
                frame.write("[", at: 3, top + 2, Theme.muted)
                frame.write(bar, at: 4, top + 2, Theme.gauge)
                frame.write("]", at: 4 + width, top + 2, Theme.muted)
                frame.write("\(done / 10) %", at: 6 + width, top + 2, Theme.value)
            }
            let parts = [
                words.rows(language.number(progress.rows)),
                progress.rate > 0 ? words.rate(language.number(progress.rate)) : nil,
                progress.remaining.map { words.remaining($0.clock) },
            ]
            frame.write(parts.compactMap(\.self).joined(separator: " · "), at: 3, top + 3, Theme.value)
        }
        frame.write(words.escStops, at: 3, top + 5, Theme.muted)
    }

    /// What was read and what becomes of it, so that the sum can be seen.
    private func drawSums(
        _ outcome: ImportOutcome, into frame: inout Frame, _ top: Int, _ body: Body, _ context: Context
    ) -> Int {
        var row = top
        for (label, text, style) in sums(outcome, context) {
            frame.write(label, in: 12, .left, at: 3, row, Theme.label)
            for line in text.wrapped(body.columns - 18) {
                frame.write(line, at: 17, row, style, width: body.columns - 18)
                row += 1
            }
        }
        return row
    }

    private func sums(_ outcome: ImportOutcome, _ context: Context) -> [(String, String, Style)] {
        let (words, counts) = (context.words.rosters, outcome.counts)
        let number = context.words.language.number
        var lines = [
            (
                words.readLabel,
                words.sum(number(counts.read), number(counts.added), number(counts.matched), number(counts.rejected)),
                Theme.value
            )
        ]
        if let code = trainingClass?.trainingClass.value.code {
            let text = words.classSum(number(counts.enrolled), number(counts.alreadyEnrolled))
            lines.append(("\(context.words.terms.trainingClass) \(code)", text, Theme.value))
        }
        if counts.updated > 0 { lines.append((words.updatedLabel, words.updated(number(counts.updated)), Theme.value)) }
        if let said = outcome.controlTotal {
            let difference = counts.read - said
            lines.append(
                difference == 0
                    ? (words.totalLabel, words.totalRight(number(said)), Theme.good)
                    : (
                        words.totalLabel,
                        words.totalWrong(number(said), number(counts.read), number(abs(difference)), difference > 0),
                        Theme.trouble
                    ))
        }
        if !outcome.notes.isEmpty {
            let rows = outcome.notes.prefix(5).map { "\($0)" }.joined(separator: ", ")
            let more = outcome.notes.count > 5 ? ", …" : ""
            lines.append((words.notesLabel, words.notes(number(outcome.notes.count), rows + more), Theme.muted))
        }
        for doubt in Doubt.allCases {
            guard let count = counts.doubts[doubt], count > 0 else { continue }
            let text = words.doubtKept(number(count), context.words.terms.doubt(doubt))
            lines.append((words.doubtsKeptLabel, text, Theme.doubt))
        }
        return lines
    }

    private func drawCountLines(
        _ outcome: ImportOutcome, into frame: inout Frame, _ top: Int, _ body: Body, _ context: Context
    ) {
        for index in countLines.visible {
            let line = countLines.items[index]
            let row = top + index - countLines.visible.lowerBound
            let isSelected = index == countLines.cursor.index
            let (label, value, style) = text(of: line, outcome, context)
            let width = line == .goOn ? 0 : 32
            drawLine(
                label, value, isSelected: isSelected && editing == nil, style: style, labelWidth: width, into: &frame,
                row, body)
            if isSelected, editing != nil { drawEditing(at: width + 5, hint: "", into: &frame, row, body) }
        }
    }

    private func text(
        of line: CountLine, _ outcome: ImportOutcome, _ context: Context
    ) -> (label: String, value: String, style: Style) {
        let (words, counts) = (context.words.rosters, outcome.counts)
        let number = context.words.language.number
        func settled(_ count: Int, _ open: Int) -> (String, Style) {
            let left = open == 0 ? words.allDecided : words.undecided(number(open))
            return ("\(number(count)) · \(left)", open == 0 ? Theme.value : Theme.doubt)
        }
        switch line {
        case .goOn:
            let taken = counts.added + counts.matched
            let text =
                isStale
                ? words.countAgain
                : taken > 0 ? words.importNow(number(taken), number(counts.rejected)) : words.nothingToTake
            return ("", text, Theme.key)
        case .doubts:
            let listed = doubts[.open]?.count ?? 0
            guard outcome.doubts.count < ImportOutcome.limit else {
                // More rows wait for a decision than are listed.
                return (words.doubtsLine, words.listed(number(counts.undecided), number(listed)), Theme.doubt)
            }
            let (text, style) = settled(listed, openDoubts)
            return (words.doubtsLine, text, style)
        case .places:
            let (text, style) = settled(placeDoubts.count, openPlaces)
            return (words.placesLine, text, style)
        case .otherValues:
            return (
                words.otherValuesLine, "\(number(doubts[.otherValues]?.count ?? 0)) · \(words.optional)", Theme.value
            )
        case .refusals:
            let listed = outcome.rejections.count
            let first = listed < counts.rejected ? " · \(words.first(number(listed)))" : ""
            return (words.refusalsLine, number(counts.rejected) + first, Theme.value)
        case .rejects:
            return (words.rejectsLine, rejectsPath.strippedOfControls.fittedAtEnd(context.columns - 38), Theme.value)
        }
    }

    func drawResult(into frame: inout Frame, _ body: Body, _ context: Context) {
        guard let outcome else { return }
        let words = context.words.rosters
        frame.write(words.resultTitle(fileName), in: body.columns - 2, .left, at: 1, body.top, Theme.good)
        var row = drawSums(outcome, into: &frame, body.top + 2, body, context) + 1
        if let path = outcome.rejectsPath, outcome.counts.rejected > 0 {
            let text = words.rejectsWritten(context.words.language.number(outcome.counts.rejected), path)
            for line in text.strippedOfControls.wrapped(body.columns - 4) {
                frame.write(line, at: 3, row, Theme.doubt)
                row += 1
            }
            row += 1
        }
        for (index, line) in resultLines.items.enumerated() {
            let way = rosterAhead.map { words.toRoster("\($0)") } ?? words.toList
            let text = line == .goOn ? way : words.seeRefusals(context.words.language.number(outcome.counts.rejected))
            drawLine(
                "", text, isSelected: index == resultLines.cursor.index, style: Theme.key, labelWidth: 0, into: &frame,
                row, body)
            row += 1
        }
        frame.write(words.undoHint, at: 3, row + 1, Theme.muted)
    }
}

extension Duration {
    /// Minutes and seconds, or hours before them: `2:05`, `1:00:00`.
    fileprivate var clock: String {
        let seconds = Int((self / .seconds(1)).rounded(.up))
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
        let rest = padded(seconds % 60)
        return hours > 0 ? "\(hours):\(padded(minutes)):\(rest)" : "\(minutes):\(rest)"
    }
}
