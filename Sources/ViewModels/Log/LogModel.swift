import Keyboard
import Training
import Words

/// Riwayat: the steps of the log, the newest first: who, when, from which desk, what; overall, or of one participant.
public struct LogModel: PickingScreen {
    public var tickets = TicketBook(screen: 0)
    /// Whose steps; `nil` for all.
    public let person: Person?
    /// Whether only the operator's own steps are shown.
    public internal(set) var isOwn = false
    /// Only steps of this kind.
    public internal(set) var kind: Step.Kind?
    /// Only steps of this day.
    public internal(set) var day: CalendarDate?
    /// The words sought.
    public internal(set) var search = TextField(limit: 60)
    /// Whether keys go to the words sought.
    public internal(set) var isSearching = false
    /// Where a day is typed, while one is asked for.
    public internal(set) var dayField: TextField?
    public var picker: Picker?
    /// The steps read so far, with the cursor.
    public internal(set) var steps = ItemList<Step>()
    /// Whether there are older ones that were not read yet.
    public private(set) var hasMore = false
    public private(set) var isLoaded = false
    /// The step and key that must be pressed once more, where much would change.
    var turn = StepTurn()

    /// A participant by number and name.
    public struct Person: Hashable, Sendable {
        public let id: ID<Participant>
        public let name: String

        public init(id: ID<Participant>, name: String) {
            self.id = id
            self.name = name
        }
    }

    enum Purpose {
        static let steps = "steps"
        static let older = "older steps"
    }

    /// How many steps are read at once.
    static let page = 200

    /// The rows above the steps: the heading, and the line of the words sought.
    static let headRows = 3

    /// The log, of one participant or of all.
    public init(of person: Person? = nil) { self.person = person }

    public var takesText: Bool { picker != nil || isSearching || dayField != nil }
    public var holdsKeys: Bool { !isLoaded && tickets.isWaiting(for: Purpose.steps) || turn.isUnderWay(tickets) }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared:
            fit(bodyRows: context.bodyRows)
            return ask(context)
        case .fileChanged: return ask(context)
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fit(bodyRows: resized.bodyRows)
            return []
        case .key, .paste: return type(event, context)
        case .answered(let ticket, .log(let found)):
            guard tickets.redeem(ticket) else { return nil }
            take(found, isOlder: ticket.purpose == Purpose.older)
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

    private mutating func type(_ event: Event, _ context: Context) -> [Effect]? {
        if picker != nil { return picker?.type(event) == true ? [] : nil }
        if dayField != nil { return dayField?.type(event) == true ? [] : nil }
        guard isSearching else { return nil }
        let before = search.text
        guard search.type(event) else { return nil }
        return search.text == before ? [] : begin(context)
    }

    /// Which steps are shown.
    func query(_ context: Context) -> LogQuery {
        LogQuery(
            participant: person?.id, author: isOwn ? context.author : nil, kinds: kind.map { [$0] } ?? [],
            since: day.map { $0.adding(days: -1).end(in: context.zone) }, until: day?.end(in: context.zone),
            words: search.text.fieldText ?? "")
    }

    /// Begins another list, from its newest step.
    mutating func begin(_ context: Context) -> [Effect] {
        steps = ItemList(rows: steps.rows)
        isLoaded = false
        return ask(context)
    }

    /// Asks for the steps anew: as many as are held, so that the cursor finds its step again.
    private mutating func ask(_ context: Context) -> [Effect] {
        // Older steps that are under way belong to the list as it was.
        tickets.void(Purpose.older)
        let (query, count) = (query(context), max(Self.page, ownCount))
        return [
            .ask(tickets.take(Purpose.steps)) { .log(try await $0.logWithMerged(query, before: nil, count: count + 1)) }
        ]
    }

    /// Asks for older steps before the last one held comes into sight.
    mutating func askOlder(_ context: Context) -> [Effect] {
        guard hasMore, steps.cursor.index + 2 * steps.rows >= steps.items.count,
            !tickets.isWaiting(for: Purpose.older), let last = steps.items.last(where: { $0.merge == nil })
        else { return [] }
        let query = query(context)
        return [
            .ask(tickets.take(Purpose.older)) {
                .log(try await $0.logWithMerged(query, before: last.id, count: Self.page + 1))
            }
        ]
    }

    private mutating func take(_ found: [Step], isOlder: Bool) {
        let room = isOlder ? Self.page : max(Self.page, ownCount)
        let own = found.indices.filter { found[$0].merge == nil }
        hasMore = own.count > room
        let kept = hasMore ? found[..<own[room]] : found[...]
        steps.replace(with: (isOlder ? steps.items : []) + kept, sameness: \.line)
        isLoaded = true
    }

    /// How many of the steps were done in this file.
    private var ownCount: Int { steps.items.count { $0.merge == nil } }

    private mutating func fit(bodyRows: Int) {
        steps.rows = max(1, bodyRows - Self.headRows)
        picker?.resize(rows: bodyRows - 5)
    }
}

/// Taking back a step, or bringing it back, from a list: where much would change, the key is pressed twice.
struct StepTurn: Sendable {
    private var toConfirm: (step: ID<Step>, redoes: Bool)?

    static let purpose = "turn"
    /// Steps that changed more records than this are turned only when the key is pressed again.
    private static let atOnce = 50

    func isUnderWay(_ tickets: TicketBook) -> Bool { tickets.isWaiting(for: Self.purpose) }

    mutating func turn(_ step: Step, redoes: Bool, _ tickets: inout TicketBook, _ context: Context) -> [Effect] {
        guard step.changes <= Self.atOnce || (toConfirm.map { $0 == (step.id, redoes) } ?? false) else {
            toConfirm = (step.id, redoes)
            let (what, count) = (context.words.what(step), context.words.language.number(step.changes))
            let asked = redoes ? context.words.log.redoMany(what, count) : context.words.frame.undoMany(what, count)
            return [.say(Notice(asked, .trouble))]
        }
        toConfirm = nil
        return [.perform(tickets.take(Self.purpose), redoes ? .redoStep(step.id) : .undoStep(step.id))]
    }
}

extension Context {
    /// What is said after an undo or a redo.
    func news(of receipt: Receipt) -> Notice {
        if let redone = receipt.redone { return Notice(words.log.broughtBack(words.terms.step(redone)), .done) }
        return Notice(words.frame.undone(receipt.undone.map(words.terms.step) ?? ""), .done)
    }
}

extension TextField {
    /// Takes what is typed or pasted.
    ///
    /// - Returns: whether it was text, or a key that edits text.
    mutating func type(_ event: Event) -> Bool {
        switch event {
        case .key(let key): return handle(key)
        case .paste(let text):
            insert(text)
            return true
        default: return false
        }
    }
}

extension TrainingStore {
    /// The log with what merges brought in, each under its merge.
    func logWithMerged(_ query: LogQuery, before: ID<Step>?, count: Int) async throws -> [Step] {
        var lines: [Step] = []
        for step in try await log(query, before: before, count: count) {
            lines.append(step)
            guard step.kind == .mergeFile else { continue }
            lines += try await steps(mergedBy: step.id, about: query.participant)
        }
        return lines
    }
}

extension Step {
    /// Tells lines apart: the same step may have come in by two merges.
    fileprivate var line: [Int64] { [id.rawValue, merge?.rawValue ?? 0] }
}
