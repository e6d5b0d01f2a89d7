import Terminal
import Training
import ViewModels
import Words

extension RosterModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        guard let line else {
            frame.write(context.words.entry.loading, at: 1, body.top, Theme.muted)
            return
        }
        ClassHeading(line: line, words: context.words).draw(into: &frame, body)
        let panel = body.top + Self.headingRows
        if let addLine {
            draw(addLine, into: &frame, row: panel, body, context)
        } else {
            drawQuestion(into: &frame, row: panel, body, context)
        }
        drawPeople(into: &frame, top: panel + panelRows, body, context)
        drawCounts(line, into: &frame, row: body.top + body.rows - 1, body, context)
    }

    private func drawQuestion(into frame: inout Frame, row: Int, _ body: Body, _ context: Context) {
        guard case .removing(let asked) = mode else {
            drawSelected(into: &frame, row: row, body, context)
            return
        }
        let name = roster.items.first { $0.enrollment.id == asked.first }?.participant.name.text ?? ""
        let text = context.words.classes.askRemove(asked.count, name)
        frame.write(text, in: body.columns - 2, at: 1, row, Theme.doubt)
    }

    /// What a narrow table has no room for, of the highlighted row.
    private func drawSelected(into frame: inout Frame, row: Int, _ body: Body, _ context: Context) {
        guard let line = roster.selected else { return }
        let terms = context.words.terms
        let detail: String? =
            switch line.enrollment.value.standing {
            case .certified(_, let number): "\(terms.certificateNumber): \(number)"
            case .dropped(_, let reason): "\(terms.dropReason): \(reason)"
            case .registered, .attending, .completed, .cancelled: nil
            }
        let text = [line.participant.name.text, line.participant.residence.name(context), detail]
        frame.write(text.compactMap(\.self).joined(separator: " · "), in: body.columns - 2, at: 1, row, Theme.muted)
    }

    // Adding

    private func draw(_ line: AddLine, into frame: inout Frame, row: Int, _ body: Body, _ context: Context) {
        let words = context.words.classes
        let start = frame.write(words.addLabel, at: 1, row, Theme.label) + 1
        frame.write(line.field.text, in: body.columns - start - 1, at: start, row, Theme.focused)
        if line.field.isEmpty { frame.write(words.addHint, at: start + 2, row, Theme.muted) }
        frame.cursor = Frame.Position(column: start + line.field.beforeCursor.columns, row: row)
        if let question = line.question {
            let doubts = question.doubts.map(context.words.terms.doubt).joined(separator: "; ")
            let text = words.askEnroll(question.person.name.text, doubts)
            frame.write(text, in: body.columns - 2, at: 1, row + 1, Theme.doubt)
        } else if let message = line.message {
            frame.write(sentence(for: message, context), in: body.columns - 2, at: 1, row + 1, Theme.doubt)
        }
        let present = Dictionary(
            roster.items.map { ($0.participant.id, $0.enrollment.value.standing.status) },
            uniquingKeysWith: { first, _ in first })
        for (place, match) in line.matches.prefix(Self.matchRows).enumerated() {
            draw(
                match, isHighlighted: place == line.highlighted, status: present[match.id], into: &frame,
                row: row + 2 + place, body, context)
        }
    }

    private func sentence(for message: AddLine.Message, _ context: Context) -> String {
        let words = context.words.classes
        return switch message {
        case .alreadyIn(let name, let status): words.alreadyIn(name.text, status.map(context.words.terms.status))
        case .notOnFile(let nik): words.notOnFile(nik.masked)
        case .flaw(let flaw): context.words.refusals.flaw(flaw)
        case .nobody(let typed): words.nobody(typed)
        case .several: words.several
        case .failure(let sentence): sentence
        }
    }

    private func draw(
        _ match: ParticipantRow, isHighlighted: Bool, status: EnrollmentStatus?, into frame: inout Frame, row: Int,
        _ body: Body, _ context: Context
    ) {
        let words = context.words
        let style = isHighlighted ? Theme.selected : status == nil ? Theme.value : Theme.muted
        if isHighlighted { frame.clear(at: 1, row, width: body.columns - 2, style) }
        let beside =
            status.map { "\(words.classes.inClass): \(words.terms.status($0))" } ?? match.latestClass?.text ?? ""
        frame.write(isHighlighted ? ">" : " ", at: 1, row, style)
        frame.write(match.name.text, in: 26, at: 3, row, style)
        frame.write(match.nik?.masked ?? words.classes.noNIK, in: 16, at: 31, row, style)
        let place = match.residence.name(context)
        let room = body.columns - 2 - beside.columns - 49
        if room > 8 { frame.write(place, in: room - 1, at: 49, row, style) }
        frame.write(beside, at: body.columns - 2 - beside.columns, row, style)
    }

    // People

    private func drawPeople(into frame: inout Frame, top: Int, _ body: Body, _ context: Context) {
        guard !roster.isEmpty else {
            frame.write(context.words.classes.emptyRoster, at: 1, top + 1, Theme.value)
            return
        }
        table(context).draw(
            roster.items.enumerated().map { RosterRow(number: $0.offset + 1, line: $0.element) },
            visible: roster.visible, cursor: showsCursor ? roster.cursor.index : nil, into: &frame, top: top,
            width: body.columns)
    }

    private func table(_ context: Context) -> Table<RosterRow> {
        let words = context.words
        let terms = words.terms
        let (marks, revealed) = (marks, revealed)
        // The column stands only where forms of the class are being keyed twice.
        let mark = TableColumn<RosterRow>(
            "", 1, style: { _ in Theme.good }, text: { $0.line.isVerified ? "✓" : "" })
        let verified = verifiedCount == nil ? [] : [mark]
        return Table(
            [
                TableColumn(words.classes.number, 5, .right) { row in
                    (marks.contains(row.line.enrollment.id) ? "* " : "") + String(row.number)
                },
                TableColumn(terms.name, 20, upTo: 34) { $0.line.participant.name.text },
            ] + verified + [
                TableColumn(terms.nik, 16) { row in
                    let person = row.line.participant
                    return person.nik.map { person.id == revealed ? $0.digits : $0.masked } ?? words.classes.noNIK
                },
                TableColumn("", 1) { $0.line.participant.sex.rawValue },
                TableColumn(terms.desa, 12, upTo: 22, dropped: 2) { $0.line.participant.residence.name(context) },
                TableColumn(terms.statusLabel, 13, style: { Theme.style(of: $0.line.enrollment.value.standing.status) })
                {
                    terms.status($0.line.enrollment.value.standing.status)
                },
                TableColumn(words.classes.since, 10, dropped: 1) { $0.line.enrollment.value.standing.date.onScreen },
                TableColumn(words.classes.detail, 20, upTo: 40, dropped: 3) {
                    $0.line.enrollment.value.standing.detail ?? ""
                },
            ])
    }

    /// How many stand how, so that one sees the class at a glance.
    private func drawCounts(
        _ line: ClassLine, into frame: inout Frame, row: Int, _ body: Body, _ context: Context
    ) {
        let words = context.words
        let counts = EnrollmentStatus.allCases.filter { line.enrollments[$0] > 0 }
            .map { "\(words.terms.status($0)) \(line.enrollments[$0])" }
        let verified = verifiedCount.map { words.secondEntry.progress($0, roster.items.count) }
        frame.write((counts + [verified].compactMap(\.self)).joined(separator: " · "), at: 1, row, Theme.label)
        let right = [
            marks.isEmpty ? nil : words.classes.marked(marks.count), words.classes.sortedBy(order.rawValue),
        ].compactMap(\.self).joined(separator: " · ")
        frame.write(right, at: body.columns - right.columns - 1, row, marks.isEmpty ? Theme.muted : Theme.title)
    }
}

/// A line of a roster with its place in the list.
private struct RosterRow {
    let number: Int
    let line: RosterLine
}

/// What stands at the head of a class's screens: code, title, seats; dates, place, instructor.
struct ClassHeading {
    let line: ClassLine
    let words: Phrasebook

    func draw(into frame: inout Frame, _ body: Body) {
        let value = line.trainingClass.value
        let seats = words.classes.seatsTaken(line.seatsText) + mark
        let style = line.fullness == .hasRoom ? Theme.good : Theme.doubt
        frame.write(seats, at: body.columns - seats.columns - 1, body.top, style)
        frame.write("\(value.code)  \(line.title)", in: body.columns - seats.columns - 4, at: 1, body.top, Theme.title)
        let particulars = [
            value.dates, value.place, value.instructor.map(words.classes.taughtBy),
            words.terms.track(line.program.track),
        ].compactMap(\.self).joined(separator: " · ")
        frame.write(particulars, in: body.columns - 2, at: 1, body.top + 1, Theme.label)
    }

    private var mark: String {
        switch line.fullness {
        case .hasRoom: ""
        case .full: " – \(words.classes.full)"
        case .over: " – \(words.classes.overfull)"
        }
    }
}

extension Residence {
    /// The desa's name, else the kecamatan's, else that it lies outside.
    func name(_ context: Context) -> String {
        context.gazetteer.desaName(of: self) ?? context.gazetteer.kecamatanName(of: self) ?? context.words.terms.outside
    }
}

extension Theme {
    /// How a status looks in a list: what counts is told from what does not.
    static func style(of status: EnrollmentStatus) -> Style {
        switch status {
        case .completed, .certified: good
        case .attending: value
        case .registered: label
        case .dropped, .cancelled: muted
        }
    }
}
