import Terminal
import Training
import ViewModels

extension ParticipantFormModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        frame.write(title(context), at: 1, body.top, Theme.title)
        if let line = classLine(context) {
            let column = max(1 + title(context).columns + 2, body.columns - 1 - line.columns)
            frame.write(line, at: column, body.top, Theme.muted, width: body.columns - 1 - column)
        }
        let footer = footer(context, columns: body.columns)
        let rows = max(1, body.rows - 1 - footer.count)
        form.draw(into: &frame, top: body.top + 1, rows: rows, columns: body.columns, context.words)
        for (offset, line) in footer.enumerated() {
            frame.write(
                line.text, at: 1, body.top + body.rows - footer.count + offset, line.style, width: body.columns - 2)
        }
    }

    private func title(_ context: Context) -> String {
        switch purpose {
        case .entry: context.words.entry.newParticipant
        case .edit: context.words.entry.editParticipant
        case .assign: context.words.entry.assignToClass
        }
    }

    private func classLine(_ context: Context) -> String? {
        guard let line = chosenClass, form[.trainingClass]?.isHidden == false else { return nil }
        let trainingClass = line.trainingClass.value
        return context.words.entry.classInHand(
            trainingClass.code.text, line.program.title, line.taken, trainingClass.seats)
    }

    private struct FooterLine {
        var text: String
        var style: Style
    }

    /// What stands below the form: a question, why a save failed, a draft on offer; and last, what was saved.
    private func footer(_ context: Context, columns: Int) -> [FooterLine] {
        var lines: [FooterLine] = []
        if let question {
            lines = self.lines(of: question, context)
        } else if let trouble {
            lines = trouble.wrapped(to: columns - 2).map { FooterLine(text: $0, style: Theme.trouble) }
        } else if offersDraft {
            let offer = draftOffer(context.words)
            lines = offer.wrapped(to: columns - 2).map { FooterLine(text: $0, style: Theme.doubt) }
        }
        if let echo {
            // The end tells how to take it back; a very long name gives way.
            lines += echo.text.lines(atMost: 2, width: columns - 2).map { FooterLine(text: $0, style: Theme.good) }
        }
        return lines
    }

    private func lines(of question: Question, _ context: Context) -> [FooterLine] {
        let words = context.words.entry
        var lines = [FooterLine(text: words.question, style: Theme.doubt)]
        lines += question.doubts.map { FooterLine(text: "· \(context.words.terms.doubt($0))", style: Theme.doubt) }
        if let other = question.others.first {
            lines += whom(other, context).map { FooterLine(text: "  \($0)", style: Theme.value) }
        }
        lines.append(FooterLine(text: words.questionKeys, style: Theme.title))
        return lines
    }

    private func whom(_ other: ParticipantRow, _ context: Context) -> [String] {
        let whom = context.words.entry.whom(other.name.text, other.place(context), other.latestClass?.text, canAssign)
        return (canGiveNIK ? "\(whom) · \(context.words.duplicates.giveNIK)" : whom).wrapped(to: context.columns - 4)
    }
}
