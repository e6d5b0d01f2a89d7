import Keyboard
import Training
import Words

/// Pemanggilan: the lists of alumni that were kept, newest first, with how far each has come.
public struct RecallModel: FigureScreen {
    public var tickets = TicketBook(screen: 0)
    public var grid = FigureGrid()
    /// The lists; `nil` until they have come.
    public private(set) var lines: [RecallLine]?

    public init() {}

    public func tableTitle(_ context: Context) -> String { context.words.recall.title }

    public var holdsKeys: Bool { lines == nil && tickets.isWaiting(for: "recalls") }

    public static let keys: [KeyBinding<Self>] =
        [
            KeyBinding(
                .enter, label: \.monitoring.openRecall, when: { $0.selected != nil },
                run: { model, _ in
                    model.selected.map { [.open(.recallPeople(RecallPeopleModel($0.recall)))] } ?? []
                }),
            KeyBinding(
                .character("n"), label: \.monitoring.newRecall,
                run: { _, context in [.open(.recallForm(RecallFormModel(today: context.today)))] }),
            KeyBinding(.escape, label: \.back, run: { _, _ in [.close] }),
        ] + gridKeys

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared, .fileChanged:
            return [
                .ask(tickets.take("recalls")) { store in
                    var lines: [RecallLine] = []
                    for recall in try await store.recalls() {
                        lines.append(RecallLine(recall, try await store.recall(recall.id)))
                    }
                    return .recalls(lines)
                }
            ]
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fit(resized)
            return []
        case .answered(let ticket, .recalls(let lines)):
            guard tickets.redeem(ticket) else { return nil }
            self.lines = lines
            let words = context.words
            let states = RecallEntry.State.allCases
            grid.take(
                [
                    FigureColumn(words.recall.titleLabel, 18, upTo: 40), FigureColumn(words.recall.dateHeading, 10),
                    .numbers(words.recall.peopleHeading),
                ] + states.map { .numbers(words.recall.short($0)) } + [
                    FigureColumn(words.monitoring.criteria, 16, upTo: 80)
                ], lines.map { row($0, context) })
            fit(context)
            return []
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        default: return nil
        }
    }

    private func row(_ line: RecallLine, _ context: Context) -> FigureRow {
        func number(_ count: Int) -> FigureCell {
            FigureCell(
                number: count, text: count == 0 ? "·" : context.words.language.number(count),
                look: count == 0 ? .muted : .value)
        }
        let recall = line.recall.value
        return FigureRow(
            line.recall.id.description,
            [
                FigureCell(recall.title),
                FigureCell(recall.date), number(line.people),
            ] + RecallEntry.State.allCases.map { number(line.counts[$0] ?? 0) } + [FigureCell(recall.criteria)])
    }

    /// The rows for lists: those of the screen without its heading, the columns' heads and the criteria of the highlighted one.
    private mutating func fit(_ context: Context) { grid.fit(rows: max(1, context.bodyRows - 4)) }

    /// The highlighted list.
    public var selected: RecallLine? {
        grid.row.flatMap { row in lines?.first { $0.recall.id.description == row.id } }
    }
}

/// A list of recall with how far it has come.
public struct RecallLine: Sendable {
    public let recall: Stored<Recall>
    /// How many stand on it.
    public let people: Int
    /// How many of them stand how.
    public let counts: [RecallEntry.State: Int]

    init(_ recall: Stored<Recall>, _ lines: [AlumniLine]) {
        self.recall = recall
        people = lines.count
        counts = lines.counts
    }
}

extension [AlumniLine] {
    /// How many stand how.
    var counts: [RecallEntry.State: Int] {
        Dictionary(grouping: compactMap { $0.entry?.value.state }, by: \.self).mapValues(\.count)
    }
}
