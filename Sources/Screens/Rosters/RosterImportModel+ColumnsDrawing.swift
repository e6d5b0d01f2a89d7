import Terminal
import Training
import ViewModels
import Words

/// The step of columns: what each is taken for, and the first rows as they will be read.
extension RosterImportModel {
    func drawColumns(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.rosters
        let below = columnLines.items.count - columnLines.visible.upperBound
        let more = below > 0 ? words.moreColumns(below) : ""
        drawTitle(
            words.columnsTitle(fileName), job == nil ? more : words.reading(fileName), into: &frame, body, Theme.muted)
        var top = body.top + 1
        for (sentence, style) in noticeLines(context) {
            frame.write(sentence, in: body.columns - 2, .left, at: 1, top, style)
            top += 1
        }
        drawLines(into: &frame, top, body, context)
        let samples = Self.sampleRows(context)
        drawSamples(into: &frame, body.top + body.rows - samples - 2, samples, body, context)
        if let trouble { drawFoot(trouble.wrapped(body.columns - 2), Theme.trouble, into: &frame, body) }
    }

    private func noticeLines(_ context: Context) -> [(String, Style)] {
        let words = context.words.rosters
        var lines: [(String, Style)] = []
        if let earlier = preview?.earlier, let last = earlier.first {
            let more = earlier.count > 1 ? ", \(words.importedOften(earlier.count - 1))" : ""
            let sentence = words.importedBefore(last.time.toTheMinute(in: context.zone), last.author)
            lines.append(("! \(sentence.strippedOfControls)\(more)", Theme.doubt))
        }
        if !missingColumns.isEmpty {
            lines.append(("! \(words.missing(missingColumns.map(words.columnReads)))", Theme.trouble))
        }
        return lines
    }

    private func drawLines(into frame: inout Frame, _ top: Int, _ body: Body, _ context: Context) {
        let width = headingWidth(body)
        var row = top
        for index in columnLines.visible {
            let line = columnLines.items[index]
            let isSelected = index == columnLines.cursor.index
            draw(line, isSelected: isSelected && editing == nil, width, into: &frame, row, body, context)
            if isSelected, editing != nil {
                let hint = line == .sender ? context.words.rosters.senderHint : context.words.rosters.expectedHint
                drawEditing(at: width + 5, hint: hint, into: &frame, row, body)
            }
            row += 1
        }
    }

    private func headingWidth(_ body: Body) -> Int { min(30, body.columns / 3) }

    private func draw(
        _ line: ColumnLine, isSelected: Bool, _ width: Int, into frame: inout Frame, _ row: Int, _ body: Body,
        _ context: Context
    ) {
        let words = context.words.rosters
        func put(_ label: String, _ value: String, _ note: String = "", _ style: Style = Theme.value) {
            drawLine(
                label, value, note: note, isSelected: isSelected, style: style, labelWidth: width, into: &frame, row,
                body)
        }
        switch line {
        case .goOn:
            drawLine(
                "", words.goOnToDryRun, isSelected: isSelected, style: Theme.key, labelWidth: 0, into: &frame, row, body
            )
        case .sheet: put(words.sheet, sheetText(words))
        case .trainingClass:
            let title = trainingClass.map { "\($0.trainingClass.value.code) \($0.program.title)" }
            put(context.words.terms.trainingClass, title ?? words.noClass)
        case .sender:
            put(words.sender, choices.sender ?? words.senderEmpty, choices.sender == nil ? "" : words.senderHint)
        case .expected:
            let isKnown = expected != nil || preview?.controlTotal != nil
            put(words.expected, expectedText(context), isKnown ? "" : words.expectedHint)
        case .column(let place): drawColumn(place, isSelected: isSelected, width, into: &frame, row, body, context)
        }
    }

    private func sheetText(_ words: RosterPhrases) -> String {
        guard let preview, let sheet = preview.sheet, let place = preview.sheets.firstIndex(of: sheet) else {
            return ""
        }
        return words.sheetOf(sheet.strippedOfControls, place + 1, preview.sheets.count)
    }

    private func expectedText(_ context: Context) -> String {
        let language = context.words.language
        if let expected { return language.number(expected) }
        return preview?.controlTotal.map { context.words.rosters.expectedInSheet(language.number($0)) }
            ?? context.words.terms.none
    }

    private func drawColumn(
        _ place: Int, isSelected: Bool, _ width: Int, into frame: inout Frame, _ row: Int, _ body: Body,
        _ context: Context
    ) {
        let words = context.words.rosters
        let column = preview?.columns[place]
        let value = column.map(words.columnReads) ?? words.notRead
        let start = 3 + width + 2
        drawLine(
            heading(place, context), value, isSelected: isSelected, style: column == nil ? Theme.muted : Theme.value,
            labelWidth: width, into: &frame, row, body)
        let sample = start + 24
        frame.write(
            self.sample(place), in: body.columns - sample - 1, .left, at: sample, row,
            isSelected ? Theme.selected : Theme.muted)
    }

    /// The first rows as they will be read; of one that will not be, why.
    private func drawSamples(
        into frame: inout Frame, _ top: Int, _ count: Int, _ body: Body, _ context: Context
    ) {
        let words = context.words.rosters
        let rows = Array((preview?.rows ?? []).prefix(count))
        frame.write(words.firstRows, in: body.columns - 2, .left, at: 1, top, Theme.title)
        guard !rows.isEmpty else {
            frame.write(words.noRows, at: 3, top + 1, Theme.muted)
            return
        }
        let table = Table(sampleColumns(context))
        table.draw(rows, visible: rows.indices, cursor: nil, into: &frame, top: top + 1, width: body.columns)
        for (offset, row) in rows.enumerated() where row.participant == nil {
            let line = top + 2 + offset
            let left = 1 + 5 + 2
            frame.clear(at: left, line, width: body.columns - left)
            frame.write(refusal(of: row, context), in: body.columns - left - 1, .left, at: left, line, Theme.trouble)
        }
    }

    private func refusal(of row: RosterPreview.Row, _ context: Context) -> String {
        guard let rejection = row.rejection else { return "✗" }
        let value = rejection.value.isEmpty ? "" : " “\(rejection.value)”"
        return "✗ \(context.words.rosters.columnReads(rejection.column))\(value): \(rejection.reason)"
            .strippedOfControls
    }

    private func sampleColumns(_ context: Context) -> [TableColumn<RosterPreview.Row>] {
        let (words, terms) = (context.words.rosters, context.words.terms)
        func column(
            _ heading: String, _ minimum: Int, upTo maximum: Int, dropped: Int = 0, _ field: ParticipantField
        ) -> TableColumn<RosterPreview.Row> {
            TableColumn(heading, minimum, upTo: maximum, dropped: dropped) { row in
                row.participant.flatMap { field.text(of: $0, isRevealed: false, context) } ?? ""
            }
        }
        return [
            TableColumn(words.rowHeading, 5, .right) { "\($0.row)" },
            column(terms.name, 16, upTo: 30, .name), column(terms.nik, 16, upTo: 16, .nik),
            column(terms.birthDate, 13, upTo: 13, .birthDate),
            column(context.words.participants.residence, 20, upTo: 36, .residence),
            column(terms.phone, 14, upTo: 16, dropped: 1, .phone),
            column(terms.address, 16, upTo: 30, dropped: 2, .address),
        ]
    }
}
