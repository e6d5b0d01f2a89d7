import Terminal
import Training
import ViewModels
import Words

extension ParticipantsModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        drawHeading(into: &frame, body, context)
        var top = body.top + 1
        if showsSearch {
            drawSearch(into: &frame, row: top, body, context)
            top += 1
        }
        if list.rows.isEmpty {
            let text = list.isLoaded ? emptyText(context) : context.words.participants.loading
            frame.write(text, at: 3, top + 1, Theme.muted, width: body.columns - 4)
        } else {
            Table(columns(context)).draw(
                list.rows, visible: list.visible, cursor: isSearching ? nil : list.cursor.index, into: &frame, top: top,
                width: body.columns)
        }
        picker?.draw(into: &frame, body, context)
        question?.draw(into: &frame, body, context)
    }

    /// The title, the order and the filters to the left; how many there are to the right.
    private func drawHeading(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.participants
        let phrase = query.listsEnrollments ? context.words.figures.enrollmentCount : words.count
        let number = context.words.language.number
        let count =
            switch counted {
            case .exactly(let count)?: phrase(number(count))
            case .moreThan(let count)?: phrase(words.moreThan(number(count)))
            case nil: ""
            }
        let room = body.columns - count.columns - 4
        let title = (self.title ?? words.title).fitted(room)
        let end = frame.write(title, at: 1, body.top, Theme.title)
        let rest = ([words.order(query.order)] + activeFilters(context)).joined(separator: " · ")
        frame.write(
            " · \(rest)".fitted(max(0, room - end + 1)), at: end, body.top, hasFilters ? Theme.doubt : Theme.muted)
        frame.write(count, at: body.columns - 1 - count.columns, body.top, Theme.value)
    }

    private func drawSearch(into frame: inout Frame, row: Int, _ body: Body, _ context: Context) {
        let label = context.words.participants.sought
        let start = frame.write("\(label): ", at: 1, row, Theme.label)
        if isSearching {
            frame.draw(search, at: start, row, width: body.columns - start - 1)
        } else {
            frame.write(search.text.fitted(body.columns - start - 1), at: start, row, Theme.value)
        }
    }

    private func emptyText(_ context: Context) -> String {
        let words = context.words.participants
        if !search.isEmpty { return words.nobodyFound(search.text) }
        if hasFilters { return words.nobodyLeft }
        return title == nil ? words.nobodyYet : words.nobodyCounted
    }

    private func columns(_ context: Context) -> [TableColumn<ParticipantRow>] {
        let terms = context.words.terms
        let words = context.words.participants
        let gazetteer = context.gazetteer
        let revealed = revealed
        return [
            TableColumn(terms.nik, 16) { row in
                guard let nik = row.nik else { return words.noNIK }
                return row.id == revealed ? nik.digits : nik.masked
            },
            TableColumn(terms.name, 18, upTo: 40) { $0.name.text },
            TableColumn(words.sexHeading, 3, dropped: 2) { $0.sex.rawValue },
            TableColumn(terms.birthDate, 13, dropped: 4) { $0.birthDate.onScreen },
            TableColumn(terms.kecamatan, 13) { gazetteer.kecamatanName(of: $0.residence) ?? terms.outside },
            TableColumn(terms.desa, 12, upTo: 20, dropped: 3) { gazetteer.desaName(of: $0.residence) ?? terms.none },
            TableColumn(terms.trainingClass, 8, upTo: 24) { $0.latestClass?.text ?? terms.none },
            TableColumn(terms.statusLabel, 13) { $0.latestStatus.map(terms.status) ?? "" },
        ]
    }
}
