import Keyboard
import Training
import Words

/// The people of one list of recall, and what came of asking each.
public struct RecallPeopleModel: Screen {
    public var tickets = TicketBook(screen: 0)
    /// Which list.
    public let recall: Stored<Recall>
    /// Those on it, by name.
    public private(set) var people = ItemList<AlumniLine>()
    /// Whether they have come.
    public private(set) var isLoaded = false
    /// The rows that the next state is set for.
    public private(set) var marks: Set<ID<Participant>> = []
    /// The state that is being set, with the note that is typed for it.
    public private(set) var pending: (state: RecallEntry.State, note: TextField)?
    /// Whose phone is shown in full, until the cursor moves.
    public private(set) var revealed: ID<Participant>?
    private var revealing: ID<Participant>?

    /// Rows above the first person: the title, the criteria, the counts or the question, the headings.
    public static let headRows = 4

    /// The people of a list.
    public init(_ recall: Stored<Recall>) { self.recall = recall }

    public var takesText: Bool { pending != nil }

    public var holdsKeys: Bool {
        !isLoaded && tickets.isWaiting(for: "people") || tickets.isWaiting(for: "state")
    }

    private var isList: Bool { pending == nil && !people.isEmpty }

    public static let keys: [KeyBinding<Self>] =
        noteKeys + stateKeys + listKeys
        + KeyBinding.moves(
            when: { $0.pending == nil },
            run: { model, move, _ in
                model.people.move(move)
                model.revealed = nil
                return []
            })

    private static let noteKeys: [KeyBinding<Self>] = [
        KeyBinding(.enter, label: \.monitoring.keepState, when: { $0.pending != nil }, run: { $0.setState($1) }),
        KeyBinding(
            .escape, label: \.figures.cancel, when: { $0.pending != nil },
            run: { model, _ in
                model.pending = nil
                return []
            }),
    ]

    private static let stateKeys: [KeyBinding<Self>] = [
        state("h", .asked, \.monitoring.asked), state("b", .willing, \.monitoring.willing),
        state("t", .declined, \.monitoring.declined), state("p", .placed, \.monitoring.placed),
    ]

    private static func state(
        _ key: Character, _ state: RecallEntry.State, _ label: @escaping @Sendable (KeyPhrases) -> KeyPhrase
    ) -> KeyBinding<Self> {
        KeyBinding(
            .character(key), label: label, when: { $0.isList },
            run: { model, _ in
                model.pending = (state, TextField(limit: 200))
                return []
            })
    }

    private static let listKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .enter, label: \.monitoring.openPerson, when: { $0.isList },
            run: { model, _ in
                model.people.selected.map { [.open(.participantFile(ParticipantFileModel($0.person.id)))] } ?? []
            }),
        KeyBinding(
            .character(" "), label: \.monitoring.mark, when: { $0.isList }, run: { model, _ in model.toggleMark() }),
        KeyBinding(
            .character("*"), label: \.monitoring.markAll, onBottomLine: false, when: { $0.isList },
            run: { model, _ in
                let all = Set(model.people.items.map(\.person.id))
                model.marks = model.marks == all ? [] : all
                return []
            }),
        KeyBinding(
            .character("r"), label: \.monitoring.revealPhone, when: { $0.isList },
            run: { model, _ in model.reveal() }
        ).needs(.revealing),
        KeyBinding(.escape, label: \.back, when: { $0.pending == nil }, run: { _, _ in [.close] }),
        exportKey { $0.isList },
    ]

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared, .fileChanged:
            fit(context)
            let id = recall.id
            return [.ask(tickets.take("people")) { .alumni(try await $0.recall(id)) }]
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fit(resized)
            return []
        case .key(let key): return pending?.note.handle(key) == true ? [] : nil
        case .paste(let text):
            guard pending != nil else { return nil }
            pending?.note.insert(text)
            return []
        case .answered(let ticket, .alumni(let lines)):
            guard tickets.redeem(ticket) else { return nil }
            isLoaded = true
            people.replace(with: lines, sameness: \.person.id)
            marks.formIntersection(lines.map(\.person.id))
            return []
        case .performed(let ticket, let receipt):
            guard tickets.redeem(ticket) else { return nil }
            return performed(ticket, receipt, context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        default: return nil
        }
    }

    private mutating func fit(_ context: Context) { people.rows = max(1, context.bodyRows - Self.headRows) }

    /// Whom the next state is set for: those marked, or the highlighted one.
    public var chosen: [AlumniLine] {
        marks.isEmpty ? people.selected.map { [$0] } ?? [] : people.items.filter { marks.contains($0.person.id) }
    }

    private mutating func toggleMark() -> [Effect] {
        guard let id = people.selected?.person.id else { return [] }
        if marks.remove(id) == nil { marks.insert(id) }
        people.move(.down)
        return []
    }

    private mutating func reveal() -> [Effect] {
        guard let line = people.selected, line.phone != nil else { return [] }
        revealing = line.person.id
        return [.reveal(tickets.take("reveal"), line.person.id)]
    }

    private mutating func setState(_ context: Context) -> [Effect] {
        guard let pending else { return [] }
        let entries = chosen.compactMap { $0.entry?.id }
        return [
            .perform(
                tickets.take("state"),
                .setRecallState(entries, pending.state, on: context.today, note: pending.note.text.fieldText))
        ]
    }

    private mutating func performed(_ ticket: Ticket, _ receipt: Receipt, _ context: Context) -> [Effect] {
        guard ticket.purpose == "state" else {
            // The cursor may have gone on: only the phone that the log names is shown.
            if people.selected?.person.id == revealing { revealed = revealing }
            return []
        }
        let words = context.words
        let state = pending.map { words.monitoring.recallState($0.state) } ?? ""
        let count = chosen.count
        (pending, marks) = (nil, [])
        return [.say(Notice(words.recall.stateSet(words.language.number(count), state), .done))]
    }

    /// How many stand how.
    public var counts: [RecallEntry.State: Int] { people.items.counts }
}
