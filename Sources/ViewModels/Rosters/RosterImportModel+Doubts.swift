import Keyboard
import Training
import Words

/// Settling doubts: somebody on file beside the row, field by field, and what a place means.
extension RosterImportModel {
    // Rows

    mutating func open(_ pile: Pile, _ context: Context) -> [Effect] {
        let all = doubts[pile] ?? []
        front[pile] = all.firstIndex { rows[$0.row] == nil } ?? 0
        push(.doubts(pile), context)
        showDoubt()
        return []
    }

    /// The pile in front.
    public var pile: Pile? { if case .doubts(let pile) = step { pile } else { nil } }

    /// The doubt in front.
    public var doubt: ImportDoubt? {
        guard let pile, let all = doubts[pile], let place = front[pile], all.indices.contains(place) else { return nil }
        return all[place]
    }

    /// The fields that would be taken from the roster, were it the same person.
    public var taking: Set<ParticipantField> {
        guard let doubt else { return [] }
        return takings[doubt.row] ?? []
    }

    private mutating func showDoubt() {
        isRevealed = false
        let first = doubt?.differing.first.flatMap(fields.items.firstIndex(of:))
        fields.select(first ?? 0)
    }

    mutating func moveDoubt(by offset: Int) -> [Effect] {
        guard let pile, let all = doubts[pile], let place = front[pile], !all.isEmpty else { return [] }
        front[pile] = (place + offset + all.count) % all.count
        showDoubt()
        return []
    }

    /// On to the next doubt; after the last, back to the counts.
    mutating func leadOn(_ context: Context) -> [Effect] {
        guard let pile, let place = front[pile], place + 1 < doubts[pile]?.count ?? 0 else { return goBack(context) }
        return moveDoubt(by: 1)
    }

    /// Settles the doubt in front, and goes on to the next that is open; after the last, back to the counts.
    private mutating func settle(_ choice: RowChoice, _ context: Context) -> [Effect] {
        guard let doubt, let pile, let all = doubts[pile], let place = front[pile] else { return [] }
        if rows[doubt.row] != choice { isStale = true }
        rows[doubt.row] = choice
        let open = all.indices.filter { rows[all[$0].row] == nil }
        guard let next = open.first(where: { $0 > place }) ?? open.first else { return goBack(context) }
        front[pile] = next
        showDoubt()
        return []
    }

    mutating func same(_ context: Context) -> [Effect] {
        guard let doubt else { return [] }
        guard doubt.holder != nil else { return [.say(Notice(context.words.rosters.nobodyOnFile, .trouble))] }
        return settle(.same(taking: taking, onFile: doubt.onFile), context)
    }

    mutating func different(_ context: Context) -> [Effect] {
        switch doubt?.kind {
        case .otherName: [.say(Notice(context.words.rosters.neverDifferent, .trouble))]
        case .otherValues: [.say(Notice(context.words.rosters.surelySame, .trouble))]
        case .samePerson, .nearlySameNIK, .roundedNIK: settle(.different, context)
        case nil: []
        }
    }

    mutating func skip(_ context: Context) -> [Effect] { settle(.skip, context) }

    /// Takes the highlighted field from the roster, or leaves it as on file; `nil` turns it round.
    mutating func take(fromRoster: Bool?, _ context: Context) -> [Effect] {
        guard let doubt, let field = fields.selected, doubt.holder != nil else { return [] }
        guard doubt.differing.contains(field) else {
            return [.say(Notice(context.words.rosters.fieldAgrees, .trouble))]
        }
        var taking = taking
        if fromRoster ?? !taking.contains(field) { taking.insert(field) } else { taking.remove(field) }
        return take(taking, of: doubt)
    }

    mutating func takeAll() -> [Effect] {
        guard let doubt, doubt.holder != nil else { return [] }
        let all = Set(doubt.differing)
        return take(taking == all ? [] : all, of: doubt)
    }

    /// What was said of the row already is said with these fields now.
    private mutating func take(_ fields: Set<ParticipantField>, of doubt: ImportDoubt) -> [Effect] {
        takings[doubt.row] = fields
        if case .same? = rows[doubt.row] {
            rows[doubt.row] = .same(taking: fields, onFile: doubt.onFile)
            isStale = true
        }
        return []
    }

    mutating func reveal() -> [Effect] {
        guard let doubt, let holder = doubt.holder else { return [] }
        if isRevealed {
            isRevealed = false
            return []
        }
        revealing = doubt.row
        return [.reveal(tickets.take(Purpose.reveal), holder.id)]
    }

    // Places

    mutating func openPlaces(_ context: Context) -> [Effect] {
        placeInFront = placeDoubts.firstIndex { places[$0.written] == nil } ?? 0
        push(.places, context)
        showPlace()
        return []
    }

    /// The place in front.
    public var place: PlaceDoubt? {
        placeDoubts.indices.contains(placeInFront) ? placeDoubts[placeInFront] : nil
    }

    private mutating func showPlace() {
        guard let place else { return }
        var options = place.nearest.prefix(Self.nearestShown).map(PlaceOption.residence)
        // What was found by searching stands among the options from then on.
        if let chosen = places[place.written], !options.contains(chosen) { options.insert(chosen, at: 0) }
        for option in [PlaceOption.residence(.outside), .leave] where !options.contains(option) {
            options.append(option)
        }
        placeOptions = ItemList(options, rows: placeOptions.rows)
        placeOptions.select(places[place.written].flatMap(options.firstIndex(of:)) ?? 0)
    }

    /// How many of the nearest places are offered: with the two lines below them they have a number each.
    static let nearestShown = 6

    mutating func movePlace(by offset: Int) -> [Effect] {
        guard !placeDoubts.isEmpty else { return [] }
        placeInFront = (placeInFront + offset + placeDoubts.count) % placeDoubts.count
        showPlace()
        return []
    }

    /// Takes the option of a number, from 1.
    mutating func settlePlace(number: Int, _ context: Context) -> [Effect] {
        guard placeOptions.items.indices.contains(number - 1) else { return [] }
        return settlePlace(placeOptions.items[number - 1], context)
    }

    mutating func settlePlace(_ choice: PlaceChoice, _ context: Context) -> [Effect] {
        guard let place else { return [] }
        if places[place.written] != choice { isStale = true }
        places[place.written] = choice
        let open = placeDoubts.indices.filter { places[placeDoubts[$0].written] == nil }
        guard let next = open.first(where: { $0 > placeInFront }) ?? open.first else { return goBack(context) }
        placeInFront = next
        showPlace()
        return []
    }

    mutating func pickAnyPlace(_ context: Context) -> [Effect] {
        let words = context.words.rosters
        let gazetteer = context.gazetteer
        picking = .place
        let desa = gazetteer.desa.map { place in
            Choice(
                id: place.code.description, code: "", label: place.name,
                note: gazetteer[place.code.kecamatan]?.name ?? "")
        }
        let kecamatan = gazetteer.kecamatan.map {
            Choice(id: $0.code.description, label: words.whole($0.name))
        }
        openPicker(words.anyPlaceTitle, desa + kecamatan, context)
        return []
    }

    mutating func settlePlace(with choice: Choice, _ context: Context) -> [Effect] {
        guard let code = RegionCode(choice.id) else { return [] }
        return settlePlace(.residence(code.isDesa ? .desa(code) : .kecamatan(code)), context)
    }
}
