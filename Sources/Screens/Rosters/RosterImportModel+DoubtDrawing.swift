import Terminal
import Training
import ViewModels
import Words

/// What is on file beside what the roster says, and what a place may mean.
extension RosterImportModel {
    func drawDoubt(into frame: inout Frame, _ body: Body, _ context: Context) {
        guard let doubt, let pile else { return }
        let (words, language) = (context.words.rosters, context.words.language)
        let all = doubts[pile] ?? []
        drawTitle(
            words.doubtTitle(
                language.number((front[pile] ?? 0) + 1), language.number(all.count), language.number(doubt.row)),
            pile == .open ? words.left(language.number(openDoubts)) : "", into: &frame, body,
            openDoubts > 0 ? Theme.doubt : Theme.good)
        frame.write(words.kind(doubt.kind), in: body.columns - 2, .left, at: 1, body.top + 1, Theme.value)
        Table(columns(doubt, context)).draw(
            fields.items, visible: fields.visible, cursor: fields.cursor.index, into: &frame, top: body.top + 3,
            width: body.columns)
        drawChoice(doubt, into: &frame, body, context)
    }

    private func columns(_ doubt: ImportDoubt, _ context: Context) -> [TableColumn<ParticipantField>] {
        let words = context.words.rosters
        let differing = Set(doubt.differing)
        func text(_ field: ParticipantField, _ participant: Participant?) -> String {
            guard let participant else { return "" }
            return field.text(of: participant, isRevealed: isRevealed, context) ?? context.words.participants.empty
        }
        func mark(_ field: ParticipantField, fromRoster: Bool) -> String {
            guard doubt.onFile != nil, differing.contains(field) else { return "  " }
            return taking.contains(field) == fromRoster ? "✓ " : "  "
        }
        func style(_ field: ParticipantField, fromRoster: Bool) -> Style {
            guard differing.contains(field) else { return Theme.muted }
            return taking.contains(field) == fromRoster ? Theme.good : Theme.value
        }
        let field = TableColumn<ParticipantField>(
            "", 16, style: { differing.contains($0) ? Theme.doubt : Theme.label },
            text: { "\(differing.contains($0) ? "≠ " : "  ")\($0.label(context.words))" })
        let roster = TableColumn<ParticipantField>(
            "  \(words.inRoster)", 27, upTo: 50, style: { style($0, fromRoster: true) },
            text: { mark($0, fromRoster: true) + text($0, doubt.read) })
        guard doubt.onFile != nil else { return [field, roster] }
        let onFile = TableColumn<ParticipantField>(
            "  \(words.onFile)", 27, upTo: 50, style: { style($0, fromRoster: false) },
            text: { mark($0, fromRoster: false) + text($0, doubt.onFile) })
        return [field, onFile, roster]
    }

    /// The highlighted field in full, and what was said of the row.
    private func drawChoice(_ doubt: ImportDoubt, into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.rosters
        let top = body.top + 4 + fields.items.count
        if let field = fields.selected {
            let sides = [(words.onFile, doubt.onFile), (words.inRoster, doubt.read)]
            let width = sides.map(\.0.columns).max() ?? 0
            for (offset, side) in sides.enumerated() {
                guard let participant = side.1 else { continue }
                let text = field.text(of: participant, isRevealed: isRevealed, context)
                frame.write(side.0, at: 1, top + 1 + offset, Theme.label)
                frame.write(
                    (text ?? context.words.participants.empty).fitted(body.columns - width - 5), at: width + 3,
                    top + 1 + offset, Theme.value)
            }
        }
        let said = said(of: doubt, context)
        frame.write("→ \(said.text)", in: body.columns - 2, .left, at: 1, top + 3, said.style)
    }

    private func said(of doubt: ImportDoubt, _ context: Context) -> (text: String, style: Style) {
        let words = context.words.rosters
        switch rows[doubt.row] {
        case .same(let fields, _):
            let names = ParticipantField.allCases.filter(fields.contains).map { $0.label(context.words) }
            return (words.choiceSame(names), Theme.good)
        case .different: return (words.choiceDifferent, Theme.good)
        case .skip: return (words.choiceSkip, Theme.good)
        case nil:
            return (words.choiceNone(doubt.kind.mustBeSettled), doubt.kind.mustBeSettled ? Theme.doubt : Theme.muted)
        }
    }

    func drawPlace(into frame: inout Frame, _ body: Body, _ context: Context) {
        guard let place else { return }
        let (words, language) = (context.words.rosters, context.words.language)
        drawTitle(
            words.placeTitle(language.number(placeInFront + 1), language.number(placeDoubts.count)),
            words.left(language.number(openPlaces)), into: &frame, body, openPlaces > 0 ? Theme.doubt : Theme.good)
        let terms = context.words.terms
        let parts = [(terms.kecamatan, place.written.kecamatan), (terms.desa, place.written.desa)]
            .compactMap { label, text in text.map { "\(label) “\($0.strippedOfControls)”" } }
        frame.write(words.written, in: 12, .left, at: 3, body.top + 2, Theme.label)
        frame.write(parts.joined(separator: " · "), in: body.columns - 18, .left, at: 17, body.top + 2, Theme.title)
        frame.write(
            words.writtenRows(language.number(place.rows), language.number(place.firstRow)), at: 17, body.top + 3,
            Theme.muted)
        frame.write(words.whichPlace, at: 3, body.top + 5, Theme.value)
        for index in placeOptions.visible {
            let row = body.top + 6 + index - placeOptions.visible.lowerBound
            let option = placeOptions.items[index]
            let mark = places[place.written] == option ? " ✓" : ""
            drawLine(
                "\(index + 1)", name(of: option, context) + mark, isSelected: index == placeOptions.cursor.index,
                style: option == .leave ? Theme.muted : Theme.value, labelWidth: 2, into: &frame, row, body)
        }
    }

    private func name(of option: PlaceOption, _ context: Context) -> String {
        let gazetteer = context.gazetteer
        switch option {
        case .leave: return context.words.rosters.leaveRefused
        case .residence(.outside): return context.words.terms.outside
        case .residence(let residence):
            let kecamatan = gazetteer.kecamatanName(of: residence) ?? ""
            guard let desa = gazetteer.desaName(of: residence) else { return context.words.rosters.whole(kecamatan) }
            return "\(desa), Kec. \(kecamatan)"
        }
    }
}
