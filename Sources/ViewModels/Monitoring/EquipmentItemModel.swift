import Keyboard
import Training
import Words

/// One item of equipment: its facts, its life-line, and whom an idle one could go to.
public struct EquipmentItemModel: Screen {
    public var tickets = TicketBook(screen: 0)
    /// Which item.
    public let id: ID<Equipment>
    /// What is on file; `nil` until it is read.
    public private(set) var item: EquipmentItem?
    /// Whether the item is no longer on file.
    public private(set) var isGone = false
    /// The life-line and the candidates, under their headings.
    public private(set) var lines = ItemList<Line>()

    /// Rows above the list: the heading, three of facts, a blank one.
    public static let headRows = 5

    /// One line of the list.
    public enum Line: Hashable, Sendable {
        case heading(Section)
        /// A section with nobody in it.
        case empty
        case holding(Stored<EquipmentHolding>, isFirst: Bool)
        case check(Stored<EquipmentCheck>)
        case candidate(ParticipantRow)

        /// Whether the cursor can stand on it.
        var isSelectable: Bool {
            switch self {
            case .heading, .empty: false
            case .holding, .check, .candidate: true
            }
        }

        /// What makes it the same line after the item was read again.
        fileprivate var identity: String {
            switch self {
            case .heading(let section): "\(section)"
            case .empty: "empty"
            case .holding(let holding, _): "holding \(holding.id)"
            case .check(let check): "check \(check.id)"
            case .candidate(let row): "candidate \(row.id)"
            }
        }
    }

    /// The parts of the list.
    public enum Section: Hashable, Sendable { case lifeLine, candidates }

    /// The screen of one item.
    public init(_ id: ID<Equipment>) { self.id = id }

    public var holdsKeys: Bool { item == nil && !isGone && tickets.isWaiting(for: "item") }

    private var isReady: Bool { item != nil && !isGone }

    public static let keys: [KeyBinding<Self>] =
        [
            KeyBinding(
                .character("p"), label: \.monitoring.checkItem, when: { $0.isReady },
                run: { $0.form({ .check($0) }, $1) }),
            KeyBinding(
                .character("m"), label: \.monitoring.moveItem, when: { $0.isReady }, run: { $0.form({ .move($0) }, $1) }
            ),
            KeyBinding(
                .character("e"), label: \.monitoring.editItem, when: { $0.isReady }, run: { $0.form({ .edit($0) }, $1) }
            ),
            KeyBinding(
                .enter, label: \.monitoring.openPerson, when: { $0.person != nil },
                run: { model, _ in model.person.map { [.open(.participantFile(ParticipantFileModel($0)))] } ?? [] }),
            KeyBinding(.escape, label: \.back, run: { _, _ in [.close] }),
        ]
        + KeyBinding.moves(
            when: { $0.isReady },
            run: { model, move, _ in
                model.move(move)
                return []
            })

    private func form(_ subject: (EquipmentLine) -> EquipmentFormModel.Subject, _ context: Context) -> [Effect] {
        guard let item else { return [] }
        return [.open(.equipmentForm(EquipmentFormModel(subject(item.history.line), today: context.today)))]
    }

    /// The person on the highlighted line: a holder, or somebody the item could go to.
    private var person: ID<Participant>? {
        switch lines.selected {
        case .holding(let holding, _): holding.value.holder.people.first
        case .candidate(let row): row.id
        case .check, .heading, .empty, nil: nil
        }
    }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared, .fileChanged:
            fit(context)
            let (id, today) = (id, context.today)
            return [
                .ask(tickets.take("item")) { .equipmentItem(try await EquipmentItem.read(id, today: today, from: $0)) }
            ]
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fit(resized)
            return []
        case .answered(let ticket, .equipmentItem(let item)):
            guard tickets.redeem(ticket) else { return nil }
            take(item)
            return []
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        default: return nil
        }
    }

    private mutating func fit(_ context: Context) { lines.rows = max(1, context.bodyRows - Self.headRows) }

    private mutating func take(_ newer: EquipmentItem?) {
        let isFirst = item == nil
        isGone = newer == nil
        item = newer ?? item
        guard let history = newer?.history else { return }
        let holdings = history.holdings.enumerated().map { place, holding in
            (date: holding.value.date, line: Line.holding(holding, isFirst: place == 0))
        }
        let checks = history.checks.map { (date: $0.value.date, line: Line.check($0)) }
        // On one day an item is handed over before it is looked at.
        let events = (holdings + checks).enumerated()
            .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element.line)
        lines.replace(with: [.heading(.lifeLine)] + events + candidates(history), sameness: \.identity)
        if isFirst, let last = events.indices.last { lines.select(last + 1) }
    }

    /// Whom an idle item could go to.
    private func candidates(_ history: EquipmentHistory) -> [Line] {
        guard history.line.lastCheck?.condition == .idle else { return [] }
        let people = history.candidates.map(Line.candidate)
        return [.heading(.candidates)] + (people.isEmpty ? [.empty] : people)
    }

    /// Moves the cursor, past what it cannot stand on.
    private mutating func move(_ move: ListMove) {
        lines.move(move)
        let step = move == .up || move == .pageUp || move == .first ? -1 : 1
        func isSelectable(_ place: Int) -> Bool { lines.items[place].isSelectable }
        let here = lines.cursor.index
        guard lines.items.indices.contains(here), !isSelectable(here) else { return }
        let ahead = stride(from: here, through: step > 0 ? lines.items.count - 1 : 0, by: step).first(
            where: isSelectable)
        let behind = stride(from: here, through: step > 0 ? 0 : lines.items.count - 1, by: -step)
            .first(where: isSelectable)
        if let place = ahead ?? behind { lines.select(place) }
    }
}

/// All that is on file about one item.
public struct EquipmentItem: Sendable {
    public let history: EquipmentHistory
    /// The names of everybody who holds or held it.
    public let names: [ID<Participant>: String]

    static func read(
        _ id: ID<Equipment>, today: CalendarDate, from store: any TrainingStore
    ) async throws -> EquipmentItem? {
        guard let history = try await store.equipmentHistory(id, today: today) else { return nil }
        var names: [ID<Participant>: String] = [:]
        for person in Set(history.holdings.flatMap(\.value.holder.people)) {
            names[person] = try await store.row(of: person)?.name.text
        }
        return EquipmentItem(history: history, names: names)
    }

    /// Who held it: a person's name, or the group's with its members.
    public func holder(_ holder: EquipmentHolding.Holder) -> (name: String, members: [String]) {
        let people = holder.people.compactMap { names[$0] }
        return switch holder {
        case .participant: (people.first ?? "", [])
        case .group(let name, _): (name, people)
        }
    }
}
