import Keyboard
import Training
import Words

extension FollowUpListModel {
    public static let keys: [KeyBinding<Self>] =
        pickerKeys + assigningKeys + searchKeys + listKeys
        + KeyBinding.moves(
            when: { $0.isBrowsing },
            run: { model, move, _ in
                model.checks.move(move)
                return []
            })

    private var isBrowsing: Bool { !takesText }
    private var hasRow: Bool { isBrowsing && checks.selected != nil }

    /// While a visitor's name is typed.
    private static let assigningKeys: [KeyBinding<Self>] = [
        KeyBinding(.enter, label: \.followUps.give, when: { $0.assigning != nil }, run: { model, _ in model.assign() }),
        KeyBinding(
            .escape, label: \.back, when: { $0.assigning != nil },
            run: { model, _ in
                model.assigning = nil
                return []
            }),
    ]

    /// While words are sought.
    private static let searchKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .enter, label: \.followUps.openCode, when: { $0.isSearching && LabelCode.looksLikeOne($0.search.text) },
            run: { model, _ in [.openCode(model.search.text)] }),
        KeyBinding(
            .enter, .down, label: \.participants.keepSearch, when: { $0.isSearching },
            run: { model, _ in
                model.isSearching = false
                return []
            }),
        KeyBinding(
            .escape, label: \.participants.clearSearch, when: { $0.isSearching || !$0.search.isEmpty && !$0.takesText },
            run: { model, _ in
                model.isSearching = false
                model.search.set("")
                model.narrow()
                return []
            }),
    ]

    private static let listKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .enter, label: \.followUps.record, when: { $0.hasRow },
            run: { model, _ in
                guard let check = model.checks.selected else { return [] }
                return [.open(.followUpForm(FollowUpFormModel(check, givenTo: model.visitor)))]
            }),
        KeyBinding(
            .character(" "), label: \.followUps.mark, when: { $0.hasRow },
            run: { model, _ in
                guard let key = model.checks.selected?.key else { return [] }
                if model.marks.remove(key) == nil { model.marks.insert(key) }
                model.checks.move(.down)
                return []
            }),
        KeyBinding(
            .character("*"), label: \.followUps.markAll, onBottomLine: false, when: { $0.hasRow },
            run: { model, _ in
                let all = Set(model.checks.items.map(\.key))
                model.marks = model.marks == all ? [] : all
                return []
            }),
        KeyBinding(.character("a"), label: \.followUps.assign, when: { $0.hasRow }, run: { $0.openAssigning($1) }),
        KeyBinding(
            .character("/"), label: \.search, when: { $0.isBrowsing && $0.isLoaded },
            run: { model, _ in
                model.isSearching = true
                return []
            }),
        KeyBinding(
            .character("f"), label: \.followUps.narrow, when: { $0.isBrowsing && $0.isLoaded },
            run: { $0.openFilter($1) }),
        KeyBinding(
            .character("p"), label: \.followUps.person, when: { $0.hasRow },
            run: { model, _ in
                model.checks.selected.map { [.open(.participantFile(ParticipantFileModel($0.person.id)))] } ?? []
            }),
        KeyBinding(.escape, label: \.back, when: { $0.isBrowsing }, run: { _, _ in [.close] }),
        exportKey { $0.isBrowsing && $0.isLoaded },
    ]

    // What is shown

    private static let everyVisitor = "every visitor"
    private static let visitorPrefix = "visitor "

    private mutating func openFilter(_ context: Context) -> [Effect] {
        let words = context.words.followUps
        let active = context.words.participants.active
        var choices = Shown.allCases.map {
            Choice(id: $0.rawValue, label: $0.heading(words).lowercased(), note: $0 == shown ? active : "")
        }
        if visitor != nil { choices.append(Choice(id: Self.everyVisitor, label: words.everyVisitor)) }
        choices += visitors.sorted().map {
            Choice(id: Self.visitorPrefix + $0, label: words.byVisitor($0), note: $0 == visitor ? active : "")
        }
        picker = Picker(words.filterTitle, choices, isLoading: false, rows: context.bodyRows - 5)
        return []
    }

    public mutating func picked(_ choice: Choice, _ context: Context) -> [Effect] {
        if let shown = Shown(rawValue: choice.id) {
            self.shown = shown
        } else {
            visitor = choice.id == Self.everyVisitor ? nil : String(choice.id.dropFirst(Self.visitorPrefix.count))
        }
        return begin(context)
    }
}
