import Terminal
import Training
import ViewModels
import Words

extension RosterImportModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        switch step {
        case .file: drawFile(into: &frame, body, context)
        case .columns: drawColumns(into: &frame, body, context)
        case .counts: drawCounts(into: &frame, body, context)
        case .doubts: drawDoubt(into: &frame, body, context)
        case .places: drawPlace(into: &frame, body, context)
        case .refusals: drawRefusals(into: &frame, body, context)
        case .result: drawResult(into: &frame, body, context)
        }
        picker?.draw(into: &frame, body, context)
        if !warnings.isEmpty { drawWarnings(into: &frame, body, context) }
    }

    private func drawFile(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.rosters
        frame.write(words.fileTitle, in: body.columns - 2, .left, at: 1, body.top, Theme.title)
        browser.draw(into: &frame, top: body.top + 1, body, context)
        if job != nil {
            drawFoot([words.reading(fileName)], Theme.muted, into: &frame, body)
        } else if let trouble {
            drawFoot(trouble.wrapped(body.columns - 2), Theme.trouble, into: &frame, body)
        }
    }

    /// Writes lines at the foot of the body, over what stands there.
    func drawFoot(_ lines: [String], _ style: Style, into frame: inout Frame, _ body: Body) {
        let lines = lines.suffix(body.rows)
        for (offset, line) in lines.enumerated() {
            let row = body.top + body.rows - lines.count + offset
            frame.clear(at: 0, row, width: body.columns)
            frame.write(line, in: body.columns - 2, .left, at: 1, row, style)
        }
    }

    /// A title to the left, something shorter to the right.
    func drawTitle(_ title: String, _ right: String, into frame: inout Frame, _ body: Body, _ style: Style) {
        frame.write(
            title, in: body.columns - right.columns - 4, .left, at: 1, body.top, Theme.title)
        frame.write(right, at: body.columns - 1 - right.columns, body.top, style)
    }

    /// One line of a list whose lines are chosen: what it is, what it says, a remark.
    func drawLine(
        _ label: String, _ value: String, note: String = "", isSelected: Bool, style: Style = Theme.value,
        labelWidth: Int, into frame: inout Frame, _ row: Int, _ body: Body
    ) {
        let mark = isSelected ? "▸ " : "  "
        frame.write(mark, at: 1, row, Theme.key)
        frame.write(label, in: labelWidth, .left, at: 3, row, Theme.label)
        let start = 3 + labelWidth + (labelWidth > 0 ? 2 : 0)
        let end = frame.write(value.fitted(body.columns - start - 1), at: start, row, style)
        if !note.isEmpty, end + 2 < body.columns - 1 {
            frame.write(note.fitted(body.columns - end - 3), at: end + 2, row, Theme.muted)
        }
        if isSelected { frame.restyle(Theme.selected, at: 0, row, width: body.columns) }
    }

    /// The line that is typed into, in the place of its value.
    func drawEditing(at start: Int, hint: String, into frame: inout Frame, _ row: Int, _ body: Body) {
        guard let editing else { return }
        frame.clear(at: start, row, width: body.columns - start)
        let remark = editing.message ?? hint
        let width = max(16, body.columns - start - remark.columns - 4)
        frame.draw(editing.text, at: start, row, width: width)
        frame.write(
            remark, in: body.columns - start - width - 2, .left, at: start + width + 1, row,
            editing.message == nil ? Theme.muted : Theme.trouble)
    }

    private func drawRefusals(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.rosters
        let count = outcome?.counts.rejected ?? refusals.items.count
        drawTitle(
            words.refusalsTitle(context.words.language.number(count)),
            count > refusals.items.count ? words.first(context.words.language.number(refusals.items.count)) : "",
            into: &frame, body, Theme.muted)
        let language = context.words.language
        let table = Table<Rejection>([
            TableColumn(words.rowHeading, 9, .right) { language.number($0.row) },
            TableColumn(words.columnHeading, 14, upTo: 22) { words.columnReads($0.column) },
            TableColumn(words.valueHeading, 16, upTo: 24) { $0.value.strippedOfControls },
            TableColumn(words.reasonHeading, 20, upTo: 120) { $0.reason.strippedOfControls },
        ])
        table.draw(
            refusals.items, visible: refusals.visible, cursor: refusals.cursor.index, into: &frame, top: body.top + 1,
            width: body.columns)
        let reason = refusals.selected?.reason.strippedOfControls ?? ""
        drawFoot(Array(reason.wrapped(body.columns - 2).prefix(3)), Theme.value, into: &frame, body)
    }

    private func drawWarnings(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.rosters
        let width = min(body.columns - 4, 76)
        let lines = warnings.map { sentence(for: $0, context) }.flatMap { $0.wrapped(width - 4) }
        let box = frame.drawBox(words.askTitle, width: width, height: lines.count + 4, in: body)
        for (offset, line) in lines.enumerated() {
            frame.write(line, at: box.left, box.top + offset, Theme.value, width: box.width)
        }
        frame.write(
            context.words.participants.answerHint, at: box.left, box.top + lines.count + 1, Theme.key, width: box.width)
    }

    private func sentence(for warning: Warning, _ context: Context) -> String {
        let (words, language) = (context.words.rosters, context.words.language)
        return switch warning {
        case .undecided(let rows): words.askUndecided(language.number(rows), rejectsName)
        case .total(let said, let read): words.askTotal(language.number(said), language.number(read))
        case .importedBefore(let step): words.askAgain(step.time.toTheMinute(in: context.zone), step.author)
        }
    }
}
