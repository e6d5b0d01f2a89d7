import Terminal
import Training
import ViewModels
import Words

extension ClassesModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        drawNames(into: &frame, body, context)
        drawNarrowing(into: &frame, row: body.top + 1, body, context)
        let table = RecordTables(words: context.words)
        let top = body.top + 2
        switch shelf {
        case .classes: draw(classes, table.classes, into: &frame, top, body, context)
        case .programs: draw(programs, table.programs, into: &frame, top, body, context)
        case .organizers: draw(organizers, table.organizers, into: &frame, top, body, context)
        }
    }

    /// The lists' names with their counts; the one in front in brackets, so that it is told without colour.
    private func drawNames(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words
        let names: [(Shelf, String, Int?)] = [
            (.classes, words.terms.trainingClass, classes.total), (.programs, words.classes.programs, programs.total),
            (.organizers, words.classes.organizers, organizers.total),
        ]
        var column = 0
        for (shelf, name, total) in names {
            let isFront = shelf == self.shelf
            let text = total.map { "\(name) \(words.language.number($0))" } ?? name
            column = frame.write(
                isFront ? "[\(text)]" : " \(text) ", at: column, body.top, isFront ? Theme.title : Theme.muted)
            column += 1
        }
        let order = words.classes.sortedBy(front.order.rawValue)
        frame.write(order, at: body.columns - order.columns - 1, body.top, Theme.muted)
    }

    /// What is asked, or what narrows the list.
    private func drawNarrowing(into frame: inout Frame, row: Int, _ body: Body, _ context: Context) {
        let words = context.words.classes
        let number = context.words.language.number
        if mode == .deleting {
            frame.write(words.askDelete(front.selectedName ?? ""), in: body.columns - 2, .left, at: 1, row, Theme.doubt)
            return
        }
        var column = 1
        if let scope = scopeText(context) {
            column = frame.write(scope, in: 46, at: column, row, Theme.title) + 2
        }
        guard mode == .searching || !front.search.isEmpty else { return }
        column = frame.write(words.searching, at: column, row, Theme.label) + 1
        let shown = words.shown(number(front.count), number(front.total ?? 0))
        let room = body.columns - shown.columns - 2 - column
        if mode == .searching {
            frame.draw(front.search, at: column, row, width: room)
        } else {
            frame.write(front.search.text, in: room, at: column, row, Theme.value)
        }
        frame.write(shown, at: body.columns - shown.columns - 1, row, Theme.muted)
    }

    private func scopeText(_ context: Context) -> String? {
        guard let scope = front.scope else { return nil }
        let words = context.words.classes
        switch shelf {
        case .classes: return words.ofProgram(programs.record(scope).map { "\($0.code) \($0.title)" } ?? "…")
        case .programs: return words.ofOrganizer(organizers.record(scope)?.title ?? "…")
        case .organizers: return nil
        }
    }

    private func draw<Row>(
        _ list: NarrowedList<Row>, _ table: Table<Row>, into frame: inout Frame, _ top: Int, _ body: Body,
        _ context: Context
    ) {
        guard let total = list.total else {
            frame.write(context.words.entry.loading, at: 1, top + 1, Theme.muted)
            return
        }
        guard !list.rows.isEmpty else {
            let lines = total == 0 ? emptyText(context) : [context.words.classes.nothingFound]
            for (offset, line) in lines.enumerated() {
                frame.write(line, at: 1, top + 1 + offset, offset == 0 ? Theme.value : Theme.muted)
            }
            return
        }
        table.draw(
            list.rows, visible: list.visible, cursor: list.cursor, into: &frame, top: top,
            width: body.columns)
    }

    private func emptyText(_ context: Context) -> [String] {
        let words = context.words.classes
        return switch shelf {
        case .classes: words.noClasses(context.year)
        case .programs: words.noPrograms(context.year)
        case .organizers: words.noOrganizers
        }
    }
}

/// How classes, programs and organizers look as tables.
struct RecordTables {
    let words: Phrasebook

    var classes: Table<ClassLine> {
        let terms = words.terms
        return Table([
            TableColumn(terms.code, 8, upTo: 10) { $0.code.text },
            TableColumn(terms.program, 22, upTo: 36) { $0.title },
            TableColumn(terms.trackLabel, 10, dropped: 2) { words.classes.trackShort($0.program.track) },
            TableColumn(words.classes.dates, 16) { $0.trainingClass.value.dates },
            TableColumn(terms.place, 18, upTo: 30, dropped: 3) { $0.trainingClass.value.place ?? terms.none },
            TableColumn(
                terms.seats, 11, upTo: 12, style: { $0.fullness == .hasRoom ? Theme.value : Theme.doubt }
            ) { line, room in seats(line, room) },
            TableColumn(terms.instructor, 14, upTo: 30, dropped: 4) { $0.trainingClass.value.instructor ?? terms.none },
        ])
    }

    /// `16/16 penuh` where there is room, else `16/16 !`.
    private func seats(_ line: ClassLine, _ room: Int) -> String {
        let text = line.seatsText
        let word =
            switch line.fullness {
            case .hasRoom: ""
            case .full: words.classes.full
            case .over: words.classes.overfull
            }
        guard !word.isEmpty else { return text }
        let whole = "\(text) \(word)"
        return whole.columns <= room ? whole : "\(text) \(line.fullness == .over ? "!!" : "!")"
    }

    var programs: Table<ProgramLine> {
        let terms = words.terms
        return Table([
            TableColumn(terms.code, 8, upTo: 10) { $0.code.text },
            TableColumn(terms.title, 14, upTo: 40) { $0.title },
            TableColumn(terms.trackLabel, 10) { words.classes.trackShort($0.program.value.track) },
            TableColumn(terms.vocation, 10, upTo: 20, dropped: 2) { $0.program.value.vocation ?? terms.none },
            TableColumn(terms.organizer, 12, upTo: 30, dropped: 1) { $0.organizer?.name ?? terms.none },
            TableColumn(terms.fundingLabel, 11, dropped: 3) {
                $0.program.value.funding.map(terms.funding) ?? terms.none
            },
            TableColumn(words.classes.classCount, 7, .right) { words.language.number($0.classes) },
        ])
    }

    var organizers: Table<Stored<Organizer>> {
        let terms = words.terms
        return Table([
            TableColumn(terms.code, 10, upTo: 24) { $0.code.text },
            TableColumn(terms.name, 30, upTo: 60) { $0.title },
            TableColumn(terms.kind, 12, upTo: 16) { terms.organizerKind($0.value.kind) },
        ])
    }
}

extension Frame {
    /// Writes text into at most `width` columns.
    ///
    /// - Returns: the column after the last one written.
    @discardableResult
    mutating func write(_ text: String, in width: Int, at column: Int, _ row: Int, _ style: Style) -> Int {
        write(text.fitted(width), at: column, row, style, width: width)
    }
}
