import Keyboard
import Training
import Words

extension ParticipantsModel {
    public static let keys: [KeyBinding<Self>] =
        questionKeys + pickerKeys + filterKeys + searchKeys + tableKeys + moveKeys

    /// The keys of the search line; letters go to ``handle(_:_:)``.
    private static let searchKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .enter, label: \.followUps.openCode, when: { $0.isSearching && LabelCode.looksLikeOne($0.search.text) },
            run: { model, _ in [.openCode(model.search.text)] }),
        KeyBinding(.enter, label: \.participants.keepSearch, when: { $0.isSearching }, run: { $0.leaveSearch($1) }),
        KeyBinding(.down, label: \.participants.toRows, when: { $0.isSearching }, run: { $0.leaveSearch($1) }),
        KeyBinding(.escape, label: \.participants.clearSearch, when: { $0.isSearching }, run: { $0.clearSearch($1) }),
    ]

    private static let tableKeys: [KeyBinding<Self>] = [
        KeyBinding(.enter, label: \.open, when: { $0.hasRow }, run: { $0.act(.open, $1) }),
        KeyBinding(
            .character("/"), label: \.search, when: { $0.isBrowsing },
            run: { model, context in
                model.isSearching = true
                return model.fit(context)
            }),
        KeyBinding(
            .character("n"), label: \.new, when: { $0.isBrowsing && $0.title == nil },
            run: { _, _ in
                [.open(.participantForm(ParticipantFormModel()))]
            }),
        KeyBinding(
            .character("i"), label: \.rosters.importRoster, when: { $0.isBrowsing && $0.title == nil },
            run: { _, _ in [.open(.rosterImport(RosterImportModel()))] }),
        KeyBinding(
            .character("D"), label: \.duplicates.open, onBottomLine: false, when: { $0.isBrowsing && $0.title == nil },
            run: { _, _ in [.open(.duplicates(DuplicatesModel()))] }),
        KeyBinding(.character("e"), label: \.edit, when: { $0.hasRow }, run: { $0.act(.edit, $1) }),
        KeyBinding(.character("d"), label: \.delete, when: { $0.hasRow }, run: { $0.act(.delete, $1) }),
        KeyBinding(.character("s"), label: \.sort, when: { $0.isBrowsing }, run: { $0.sort($1) }),
        KeyBinding(.character("f"), label: \.filter, when: { $0.isBrowsing }, run: { $0.openFilters($1) }),
        KeyBinding(
            .character("F"), label: \.participants.clearFilters, when: { $0.isBrowsing && $0.hasFilters },
            run: { $0.clearFilters($1) }),
        exportKey { $0.isBrowsing },
        KeyBinding(
            .character("r"), label: \.reveal, onBottomLine: false, when: { $0.hasRow },
            run: {
                $0.act(.reveal, $1)
            }
        ).needs(.revealing),
        KeyBinding(
            .escape, label: \.participants.clearSearch, onBottomLine: false,
            when: { $0.isBrowsing && $0.search.text != $0.figure.words }, run: { $0.clearSearch($1) }),
        KeyBinding(.escape, label: \.back, when: { $0.isBrowsing && $0.title != nil }, run: { _, _ in [.close] }),
    ]

    private static let moveKeys = KeyBinding<Self>.moves(when: { $0.isBrowsing }, run: { $0.move($1, $2) })

    private mutating func move(_ move: ListMove, _ context: Context) -> [Effect] {
        revealed = nil
        revealing = nil
        return ask(list.move(move))
    }

    /// The words stay; keys go to the rows found.
    private mutating func leaveSearch(_ context: Context) -> [Effect] {
        isSearching = false
        return fit(context) + countToTheEnd()
    }

    private mutating func clearSearch(_ context: Context) -> [Effect] {
        isSearching = false
        search.set(figure.words)
        return fit(context) + searchAgain(context) + countToTheEnd()
    }

    /// Counts anew where no more than some were counted, or are being counted, while words were typed.
    private mutating func countToTheEnd() -> [Effect] {
        switch counted {
        case .exactly?: []
        case .moreThan?: count()
        case nil: tickets.isWaiting(for: Purpose.count) ? count() : []
        }
    }

    private mutating func sort(_ context: Context) -> [Effect] {
        let orders = ParticipantQuery.Order.allCases
        let place = orders.firstIndex(of: query.order) ?? 0
        query.order = orders[(place + 1) % orders.count]
        return begin(context)
    }
}
