import Terminal
import Training
import ViewModels
import Words

extension SecondEntryListModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.secondEntry
        frame.write(title(context), in: body.columns - 2, at: 1, body.top, Theme.title)
        guard let everybody else {
            frame.write(words.loading, at: 3, body.top + Self.headRows, Theme.muted)
            return
        }
        frame.write(words.progress(verified, everybody.count), at: 1, body.top + 1, Theme.label)
        guard !people.isEmpty else {
            let nobody = everybody.isEmpty ? words.emptyClass : words.nobodyLeft
            frame.write(nobody, at: 3, body.top + Self.headRows, Theme.good)
            return
        }
        table(context).draw(
            people.items, visible: people.visible, cursor: people.cursor.index, into: &frame,
            top: body.top + Self.headRows - 1, width: body.columns)
    }

    private func table(_ context: Context) -> Table<SecondEntryLine> {
        let (all, zone) = (context.words, context.zone)
        let words = all.secondEntry
        return Table([
            TableColumn(all.terms.name, 18, upTo: 32) { $0.participant.value.name.text },
            TableColumn(all.terms.nik, 16, dropped: 2) { $0.participant.value.nik?.masked ?? all.classes.noNIK },
            TableColumn(words.stateHeading, 13, upTo: 18, style: { $0.isVerified ? Theme.good : Theme.doubt }) {
                words.state($0)
            },
            TableColumn(words.firstHeading, 13, upTo: 18) { $0.firstBy.name },
            TableColumn(words.secondHeading, 12, upTo: 18) { $0.verification?.by.name ?? "" },
            TableColumn(words.dateHeading, 10, dropped: 1) { line in
                line.verification.map { CalendarDate.today($0.time, in: zone).onScreen } ?? ""
            },
            TableColumn(words.differingShort, 6, .right) { line in
                line.verification.map { String($0.differing) } ?? ""
            },
        ])
    }
}

extension ErrorRatesModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.secondEntry
        frame.write(tableTitle(context), in: body.columns - 2, at: 1, body.top, Theme.title)
        guard let entries else {
            frame.write(words.loading, at: 3, body.top + 2, Theme.muted)
            return
        }
        guard !entries.isEmpty || lines == .classes else {
            for (offset, line) in words.none.wrapped(to: body.columns - 4).enumerated() {
                frame.write(line, at: 3, body.top + 2 + offset, Theme.muted)
            }
            return
        }
        grid.draw(into: &frame, top: body.top + 1, width: body.columns)
        frame.write(words.meaning, in: body.columns - 2, at: 1, body.top + body.rows - 1, Theme.muted)
    }
}

extension DifferencesModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let (all, zone) = (context.words, context.zone)
        let words = all.secondEntry
        frame.write(title(context), in: body.columns - 2, at: 1, body.top, Theme.title)
        guard isLoaded else {
            frame.write(words.loading, at: 3, body.top + Self.headRows, Theme.muted)
            return
        }
        // Where one field was asked about, the title names it.
        let field =
            fields.count == 1
            ? [] : [TableColumn<Difference>(words.fieldHeading, 13) { all.label($0.field) }]
        let whose: [TableColumn<Difference>] = [
            TableColumn(all.terms.name, 16, upTo: 32) { $0.compared.name.text },
            TableColumn(all.terms.nik, 16, dropped: 2) { $0.compared.nik?.masked ?? all.classes.noNIK },
            TableColumn(all.terms.trainingClass, 8, upTo: 14) { $0.compared.code.text },
        ]
        let found: [TableColumn<Difference>] = [
            TableColumn(words.rightHeading, 10) { words.right($0.verdict) },
            TableColumn(words.firstHeading, 13, upTo: 18) { $0.compared.firstBy.name },
            TableColumn(words.secondHeading, 12, upTo: 18, dropped: 1) { $0.compared.secondBy.name },
            TableColumn(words.dateHeading, 10, dropped: 3) {
                CalendarDate.today($0.compared.time, in: zone).onScreen
            },
        ]
        let table = Table<Difference>(whose + field + found)
        table.draw(
            differences.items, visible: differences.visible, cursor: differences.cursor.index, into: &frame,
            top: body.top + Self.headRows - 1, width: body.columns)
    }
}
