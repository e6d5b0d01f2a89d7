import Keyboard
import Training
import Words

/// One step of the log, with what stood before and after in every record it touched.
public struct LoggedStepModel: Screen {
    public var tickets = TicketBook(screen: 0)
    /// The step, as it was read last.
    public private(set) var step: Step
    /// The records and their fields, one line each.
    public private(set) var lines = ItemList<Line>()
    public private(set) var isLoaded = false
    /// How many of the step's changes were read.
    public private(set) var read = 0
    private var turn = StepTurn()
    /// Of a merge: the steps of the other file that it brought in.
    private var merged: [Step] = []
    private var changes: [Line] = []

    /// A step that a merge brought in, a record, or one of its fields.
    public enum Line: Hashable, Sendable {
        case merged(Step)
        case record(ChangeEntry)
        case field(FieldChange, of: ChangeEntry)

        /// The change that the line is part of.
        public var change: ChangeEntry? {
            switch self {
            case .merged: nil
            case .record(let change), .field(_, of: let change): change
            }
        }

        fileprivate var identity: String {
            switch self {
            case .merged(let step): "merged \(step.id)"
            case .record(let change): "\(change.place)"
            case .field(let field, of: let change): "\(change.place) \(field.field)"
            }
        }
    }

    private enum Purpose {
        static let first = "changes"
        static let more = "more changes"
        static let merged = "merged"
    }

    /// How many changes are read at once: an import has a hundred thousand.
    static let page = 200
    /// The rows above the list: what the step was, when and by whom, and the columns' heads.
    static let headRows = 4

    /// A step of the log.
    public init(_ step: Step) { self.step = step }

    public var holdsKeys: Bool { turn.isUnderWay(tickets) }

    public static let keys: [KeyBinding<Self>] =
        [
            KeyBinding(.enter, label: \.log.record, when: { !$0.lines.isEmpty }, run: { $0.open($1) }),
            KeyBinding(.character("u"), label: \.log.undoStep, run: { $0.turnStep(redoes: false, $1) }),
            KeyBinding(.character("U"), label: \.log.redoStep, run: { $0.turnStep(redoes: true, $1) }),
            KeyBinding(.escape, label: \.back, run: { _, _ in [.close] }),
            exportKey { $0.isLoaded && !$0.lines.isEmpty },
        ]
        + KeyBinding.moves { model, move, _ in
            model.lines.move(move)
            return model.askMore()
        }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared, .fileChanged:
            lines.rows = max(1, context.bodyRows - Self.headRows)
            return [ask(from: 0, count: max(Self.page, read), Purpose.first)] + askMerged()
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            lines.rows = max(1, resized.bodyRows - Self.headRows)
            return []
        case .answered(let ticket, .loggedStep(let step, let changes)):
            guard tickets.redeem(ticket) else { return nil }
            take(step, changes, isMore: ticket.purpose == Purpose.more)
            return []
        case .answered(let ticket, .log(let merged)):
            guard tickets.redeem(ticket) else { return nil }
            self.merged = merged
            show()
            return []
        case .performed(let ticket, let receipt):
            guard tickets.redeem(ticket) else { return nil }
            return [.say(context.news(of: receipt))]
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        default: return nil
        }
    }

    private mutating func ask(from place: Int, count: Int, _ purpose: String) -> Effect {
        let id = step.id
        return .ask(tickets.take(purpose)) {
            .loggedStep(try await $0.step(id), try await $0.changes(of: id, from: place, count: count))
        }
    }

    private mutating func askMerged() -> [Effect] {
        guard step.kind == .mergeFile else { return [] }
        let id = step.id
        return [.ask(tickets.take(Purpose.merged)) { .log(try await $0.steps(mergedBy: id, about: nil)) }]
    }

    /// Asks for more before the last line read comes into sight.
    private mutating func askMore() -> [Effect] {
        guard read < step.changes, lines.cursor.index + 2 * lines.rows >= lines.items.count,
            !tickets.isWaiting(for: Purpose.more)
        else { return [] }
        return [ask(from: read, count: Self.page, Purpose.more)]
    }

    private mutating func take(_ step: Step?, _ changes: [ChangeEntry], isMore: Bool) {
        if let step { self.step = step }
        // What was read anew meanwhile is not put in a second time.
        guard !isMore || changes.first.map({ $0.place == read }) ?? false else { return }
        let more = changes.flatMap { change in
            [.record(change)] + change.fields.map { Line.field($0, of: change) }
        }
        self.changes = (isMore ? self.changes : []) + more
        show()
        read = (isMore ? read : 0) + changes.count
        isLoaded = true
    }

    private mutating func show() {
        lines.replace(with: merged.map(Line.merged) + changes, sameness: \.identity)
    }

    private mutating func turnStep(redoes: Bool, _ context: Context) -> [Effect] {
        turn.turn(step, redoes: redoes, &tickets, context)
    }

    /// Opens what the highlighted change was about, where that is still on file.
    private mutating func open(_ context: Context) -> [Effect] {
        guard let record = lines.selected?.change?.record else { return [] }
        if let id = record.participant { return [.open(.participantFile(ParticipantFileModel(id)))] }
        if let id = record.equipment { return [.open(.equipmentItem(EquipmentItemModel(id)))] }
        if let id = record.trainingClass { return [.open(.roster(id))] }
        return [.say(Notice(context.words.log.nowGone, .trouble))]
    }
}

/// Writing a step's changes to a file: all of them, a line for each field.
extension LoggedStepModel: TableScreen {
    /// A field of a change, or a change that has none.
    private struct Row: Sendable {
        let change: ChangeEntry
        let field: FieldChange?
    }

    public func exported(_ context: Context) -> ExportOffer? {
        guard isLoaded else { return nil }
        let (words, gazetteer, id, phrases) = (context.words, context.gazetteer, step.id, context.words.log)
        let columns: [ExportColumn<Row>] = [
            ExportColumn(phrases.placeHeading) { .number($0.change.place + 1) },
            ExportColumn(phrases.recordHeading) { .text(phrases.record($0.change.record.kind)) },
            ExportColumn(phrases.nameHeading) { TableFact($0.change.record.name) },
            ExportColumn(phrases.wayHeading) { .text(phrases.way($0.change.way)) },
            ExportColumn(phrases.fieldHeading) { row in
                TableFact(row.field.map { words.label(of: $0.field, in: row.change.record.kind) })
            },
            ExportColumn(phrases.beforeHeading) { TableFact($0.field?.before.map { words.text(of: $0, gazetteer) }) },
            ExportColumn(phrases.afterHeading) { TableFact($0.field?.after.map { words.text(of: $0, gazetteer) }) },
        ]
        let table = TableExport(columns, what: "log") { store in
            try await store.changes(of: id, from: 0, count: .max).flatMap { change in
                change.fields.isEmpty
                    ? [Row(change: change, field: nil)] : change.fields.map { Row(change: change, field: $0) }
            }
        }
        return ExportOffer(.table(table), title: phrases.stepTitle(id.description), count: nil)
    }
}
