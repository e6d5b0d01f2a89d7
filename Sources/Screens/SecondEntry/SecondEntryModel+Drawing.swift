import Terminal
import Training
import ViewModels
import Words

extension SecondEntryModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        guard let line else {
            frame.write(context.words.entry.loading, at: 1, body.top, Theme.muted)
            return
        }
        let words = context.words.secondEntry
        let done = !people.isEmpty && verified == people.count
        let right = words.progress(verified, people.count) + (done ? " · \(words.allVerified)" : "")
        frame.write(right, at: body.columns - 1 - right.columns, body.top, done ? Theme.good : Theme.label)
        frame.write(
            words.title(line.trainingClass.value.code.text, line.program.title),
            in: body.columns - right.columns - 4, at: 1, body.top, Theme.title)
        frame.write(whose(context), in: body.columns - 2, at: 1, body.top + 1, Theme.muted)
        let footer = footer(context, columns: body.columns)
        let rows = max(1, body.rows - 2 - footer.count)
        form.draw(into: &frame, top: body.top + 2, rows: rows, columns: body.columns, context.words)
        for (offset, line) in footer.enumerated() {
            frame.write(
                line.text, at: 1, body.top + body.rows - footer.count + offset, line.style, width: body.columns - 2)
        }
    }

    /// Whose form it is, without the name: that would be the first entry's.
    private func whose(_ context: Context) -> String {
        let words = context.words.secondEntry
        guard let subject else { return words.hint }
        if let earlier = subject.verification {
            let day = CalendarDate.today(earlier.time, in: context.zone).onScreen
            return words.changedSince(earlier.by.name, day)
        }
        return subject.firstBy.name == context.author.name ? words.foundOwn : words.found(subject.firstBy.name)
    }

    private typealias FooterLine = (text: String, style: Style)

    /// What stands below the form: a question, why a save failed, a draft on offer, what F2 and F3 decide; and last, what was saved.
    private func footer(_ context: Context, columns: Int) -> [FooterLine] {
        func wrapped(_ text: String, _ style: Style) -> [FooterLine] {
            text.wrapped(to: columns - 2).map { ($0, style) }
        }
        let words = context.words
        var lines: [FooterLine] = []
        if let question {
            lines = [(words.entry.question, Theme.doubt)]
            lines += question.doubts.map { ("· \(words.terms.doubt($0))", Theme.doubt) }
            lines += question.others.prefix(1).map { ("  \($0.name.text)", Theme.value) }
            lines.append((words.entry.questionKeys, Theme.title))
        } else if let trouble {
            lines = wrapped(trouble, Theme.trouble)
        } else if offersDraft {
            lines = wrapped(draftOffer(words), Theme.doubt)
        } else if let openDifference {
            lines = wrapped(words.secondEntry.decide(words.label(openDifference)), Theme.title)
        }
        if let echo { lines += echo.lines(atMost: 2, width: columns - 2).map { ($0, Theme.good) } }
        return lines
    }
}
