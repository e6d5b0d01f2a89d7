import Keyboard
import Training
import Words

extension LogModel {
    public static let keys: [KeyBinding<Self>] =
        pickerKeys + dayKeys + searchKeys + listKeys
        + KeyBinding.moves(
            when: { !$0.takesText },
            run: { model, move, context in
                model.steps.move(move)
                return model.askOlder(context)
            })

    private var hasStep: Bool { !takesText && steps.selected != nil }
    private var isNarrowed: Bool { isOwn || kind != nil || day != nil || !search.isEmpty }

    private static let dayKeys: [KeyBinding<Self>] = [
        KeyBinding(.enter, label: \.log.takeDay, when: { $0.dayField != nil }, run: { $0.showDay($1) }),
        KeyBinding(
            .escape, label: \.back, when: { $0.dayField != nil },
            run: { model, _ in
                model.dayField = nil
                return []
            }),
    ]

    private static let searchKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .enter, .down, label: \.log.keepSearch, when: { $0.isSearching },
            run: { model, _ in
                model.isSearching = false
                return []
            }),
        KeyBinding(
            .escape, label: \.participants.clearSearch, when: { $0.isSearching },
            run: { model, context in
                model.isSearching = false
                model.search.set("")
                return model.begin(context)
            }),
    ]

    private static let listKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .enter, label: \.log.step, when: { $0.hasStep },
            run: { model, _ in model.opened.map { [.open(.loggedStep(LoggedStepModel($0)))] } ?? [] }),
        KeyBinding(
            .character("u"), label: \.log.undoStep, when: { $0.hasStep }, run: { $0.turnStep(redoes: false, $1) }),
        KeyBinding(
            .character("U"), label: \.log.redoStep, when: { $0.hasStep }, run: { $0.turnStep(redoes: true, $1) }),
        KeyBinding(
            .character("/"), label: \.log.search, when: { !$0.takesText && $0.isLoaded },
            run: { model, _ in
                model.isSearching = true
                return []
            }),
        KeyBinding(.character("f"), label: \.log.filter, when: { !$0.takesText }, run: { $0.openFilter($1) }),
        KeyBinding(
            .character("d"), label: \.log.day, when: { !$0.takesText },
            run: { model, _ in
                model.dayField = TextField(model.day?.onScreen ?? "", limit: 40)
                return []
            }),
        KeyBinding(
            .character("F"), label: \.log.clear, when: { !$0.takesText && $0.isNarrowed },
            run: { model, context in
                (model.isOwn, model.kind, model.day) = (false, nil, nil)
                model.search.set("")
                return model.begin(context)
            }),
        KeyBinding(
            .character("M"), label: \.merge.open, when: { !$0.takesText && $0.person == nil },
            run: { _, _ in [.open(.fileMerge(FileMergeModel()))] }
        ).needs(.merging),
        KeyBinding(.escape, label: \.back, when: { !$0.takesText }, run: { _, _ in [.close] }),
        exportKey { !$0.takesText && $0.isLoaded },
    ]

    /// The step to open: of what a merge brought in, the merge.
    private var opened: Step? {
        guard let merge = steps.selected?.merge else { return steps.selected }
        return steps.items.first { $0.id == merge }
    }

    private mutating func turnStep(redoes: Bool, _ context: Context) -> [Effect] {
        guard let step = steps.selected else { return [] }
        // It was done in another file: what brought it in is the step that can be turned.
        guard step.merge == nil else { return [.say(Notice(context.words.merge.partOfMerge, .trouble))] }
        return turn.turn(step, redoes: redoes, &tickets, context)
    }

    private mutating func showDay(_ context: Context) -> [Effect] {
        guard let typed = dayField?.text.fieldText else {
            (day, dayField) = (nil, nil)
            return begin(context)
        }
        guard let day = CalendarDate(typed: typed, latest: context.today) else {
            return [.say(Notice(context.words.log.notADay(typed.strippedOfControls), .trouble))]
        }
        (self.day, dayField) = (day, nil)
        return begin(context)
    }

    // What is shown

    private static let everybody = "everybody"
    private static let own = "own"
    private static let everyKind = "every kind"

    private mutating func openFilter(_ context: Context) -> [Effect] {
        let words = context.words
        let active = words.participants.active
        let people = [
            Choice(id: Self.everybody, label: words.log.everybody, note: isOwn ? "" : active),
            Choice(id: Self.own, label: words.log.own, note: isOwn ? active : ""),
        ]
        let every = Choice(id: Self.everyKind, label: words.log.everyKind, note: kind == nil ? active : "")
        let kinds = Step.Kind.allCases.map {
            Choice(id: $0.rawValue, label: words.terms.step($0), note: $0 == kind ? active : "")
        }
        picker = Picker(
            words.log.filterTitle, people + [every] + kinds, isLoading: false, rows: context.bodyRows - 5)
        return []
    }

    public mutating func picked(_ choice: Choice, _ context: Context) -> [Effect] {
        switch choice.id {
        case Self.everybody: isOwn = false
        case Self.own: isOwn = true
        default: kind = Step.Kind(rawValue: choice.id)
        }
        return begin(context)
    }
}

/// Writing the steps that are shown to a file: all of them, also those that were not read yet.
extension LogModel: TableScreen {
    /// What the screen is called.
    public func title(_ words: Phrasebook) -> String { person.map { words.log.titleOf($0.name) } ?? words.log.title }

    public func exported(_ context: Context) -> ExportOffer? {
        guard isLoaded else { return nil }
        let (words, zone, query) = (context.words, context.zone, query(context))
        let phrases = words.log
        let columns: [ExportColumn<Step>] = [
            ExportColumn(words.command.id) { .text($0.id.description) },
            ExportColumn(phrases.timeHeading) { .text($0.time.toTheMinute(in: zone)) },
            ExportColumn(words.command.operatorName) { .text($0.author.name) },
            ExportColumn(words.command.desk) { .text($0.author.desk) },
            ExportColumn(phrases.whatHeading) { .text(words.what($0)) },
            ExportColumn(words.terms.name) { TableFact($0.person) },
            ExportColumn(phrases.note) { TableFact($0.note) },
            ExportColumn(phrases.changesHeading) { .number($0.changes) },
            ExportColumn(phrases.takenBackHeading) { .text($0.isTakenBack ? phrases.yes : phrases.no) },
        ]
        let table = TableExport(columns, what: "log") { try await $0.logWithMerged(query, before: nil, count: .max) }
        return ExportOffer(.table(table), title: title(words), count: hasMore ? nil : steps.items.count)
    }
}
