import Terminal
import Training
import ViewModels
import Words

extension EquipmentItemModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.equipment
        guard let item, !isGone else {
            frame.write(isGone ? words.gone : words.loading, at: 1, body.top, Theme.muted)
            return
        }
        drawFacts(item, into: &frame, body, context)
        let visible = lines.visible
        for index in visible {
            draw(
                lines.items[index], of: item, isHighlighted: index == lines.cursor.index, into: &frame,
                row: body.top + Self.headRows + index - visible.lowerBound, body, context)
        }
    }

    // Facts

    private func drawFacts(_ item: EquipmentItem, into frame: inout Frame, _ body: Body, _ context: Context) {
        let line = item.history.line
        let condition = line.lastCheck.map { context.words.monitoring.condition($0.condition) }
        let state = condition ?? context.words.equipment.neverChecked
        let isWell = line.lastCheck?.condition == .inUse
        frame.write(
            "\(line.code)  \(line.equipment.value.item)", in: body.columns - state.columns - 4, at: 1, body.top,
            Theme.title)
        frame.write(state, at: body.columns - 1 - state.columns, body.top, isWell ? Theme.good : Theme.doubt)
        let facts = [particulars(line, context), origin(line, context), holder(item, context)]
        for (offset, text) in facts.enumerated() {
            frame.write(
                text, in: body.columns - 2, at: 1, body.top + 1 + offset, offset == 2 ? Theme.value : Theme.label)
        }
    }

    private func particulars(_ line: EquipmentLine, _ context: Context) -> String {
        let value = line.equipment.value
        let words = context.words
        return [
            value.kind, value.serial.map(words.equipment.serial), value.value.map(words.language.rupiah),
            value.funding.map(words.terms.funding),
        ].compactMap(\.self).joined(separator: " · ")
    }

    private func origin(_ line: EquipmentLine, _ context: Context) -> String {
        let words = context.words.equipment
        let isGone = line.isOn(.lost, context.today)
        let due = line.nextDue.map { words.due($0.onScreen) } ?? words.noFurtherCheck
        return [line.equipment.value.photo.map(words.photo), isGone ? nil : due].compactMap(\.self)
            .joined(separator: " · ")
    }

    /// Who has it now, where they live, and since when.
    private func holder(_ item: EquipmentItem, _ context: Context) -> String {
        let line = item.history.line
        let (name, members) = item.holder(line.holding.holder)
        let whole = members.isEmpty ? name : "\(name) (\(members.joined(separator: ", ")))"
        return [
            "\(context.words.monitoring.holder): \(whole)", line.person.placeName(context),
            context.words.equipment.since(line.holding.date.onScreen),
        ].joined(separator: " · ")
    }

    // Lines

    private func draw(
        _ line: Line, of item: EquipmentItem, isHighlighted: Bool, into frame: inout Frame, row: Int, _ body: Body,
        _ context: Context
    ) {
        switch line {
        case .heading(let section):
            frame.write(heading(section, item, context), in: body.columns - 2, at: 1, row, Theme.label)
        case .empty:
            let words = context.words.equipment
            let hasDesa = item.history.line.person.residence.desa != nil
            frame.write(hasDesa ? words.noCandidates : words.noDesa, at: 3, row, Theme.muted)
        case .holding, .check, .candidate:
            let (day, rest) = texts(line, item, context)
            frame.write(day, at: 3, row, Theme.muted)
            let start = day.isEmpty ? 3 : 15
            frame.write(rest, in: body.columns - start - 1, at: start, row, style(of: line))
            if isHighlighted { frame.restyle(Theme.selected, at: 0, row, width: body.columns) }
        }
    }

    private func heading(_ section: Section, _ item: EquipmentItem, _ context: Context) -> String {
        let words = context.words.equipment
        switch section {
        case .lifeLine: return words.lifeLine
        case .candidates: return words.candidates(item.history.line.person.placeName(context))
        }
    }

    private func style(of line: Line) -> Style {
        guard case .check(let check) = line else { return Theme.value }
        return check.value.condition == .inUse ? Theme.good : Theme.doubt
    }

    /// What a line says: the day first, or for somebody the item could go to, nothing.
    private func texts(_ line: Line, _ item: EquipmentItem, _ context: Context) -> (String, String) {
        let words = context.words
        switch line {
        case .holding(let holding, let isFirst):
            let (name, members) = item.holder(holding.value.holder)
            let said = isFirst ? words.equipment.handedTo(name) : words.equipment.movedTo(name)
            let rest: [String?] = [
                said, holding.value.letter.map(words.equipment.letter), holding.value.note,
                members.isEmpty ? nil : members.joined(separator: ", "),
            ]
            return (holding.value.date.onScreen, rest.compactMap(\.self).joined(separator: " · "))
        case .check(let check):
            let found = words.equipment.foundBy(
                words.monitoring.condition(check.value.condition), check.value.visitor)
            let rest = [found, check.value.place, check.value.note]
            return (check.value.date.onScreen, rest.compactMap(\.self).joined(separator: " · "))
        case .candidate(let row):
            let rest = [row.name.text, row.nik?.masked, row.latestClass?.text]
            return ("", rest.compactMap(\.self).joined(separator: " · "))
        case .heading, .empty: return ("", "")
        }
    }
}

extension ParticipantRow {
    /// The desa's name, else the kecamatan's, else that it lies outside.
    func placeName(_ context: Context) -> String {
        context.gazetteer.desaName(of: residence) ?? context.gazetteer.kecamatanName(of: residence)
            ?? context.words.terms.outside
    }
}
