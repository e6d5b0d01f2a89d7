import Keyboard
import Training
import Words

/// Kemungkinan ganda: pairs of people who may be one, the likeliest first; of everybody, or of one person with the others. Beside it,
/// the pairs that were decided to be two people.
public struct DuplicatesModel: AskingScreen {
    public var tickets = TicketBook(screen: 0)
    /// Whose other records are sought; `nil` where all are compared.
    public let subject: Subject?
    /// The pairs offered, or those decided, as ``showsApart`` says.
    public private(set) var pairs = ItemList<DuplicatePair>()
    /// How many were found in all; `nil` until the search is over.
    public private(set) var total: Int?
    /// How far the search under way has come, in percent; `nil` where none is.
    public private(set) var progress: Int?
    /// Whether the pairs that were decided are shown.
    public private(set) var showsApart = false
    public var question: Question?
    /// The pairs of the other list, while one is shown.
    private var offered: DuplicateList?
    private var search: Ticket?
    /// The pair that the question or the change under way is about.
    private var concerned: DuplicatePair?

    /// Somebody whose other records are sought.
    public struct Subject: Hashable, Sendable {
        public var id: ID<Participant>
        public var name: String

        public init(id: ID<Participant>, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// The rows around the pairs: title and heads; the highlighted pair in full, and its reasons.
    public static let otherRows = 7

    private enum Purpose {
        static let search = "search"
        static let check = "check"
        static let apart = "apart"
        static let decide = "decide"
        static let forget = "forget"
    }

    /// - Parameter subject: whose other records are sought; of everybody where nobody is named.
    public init(of subject: Subject? = nil) { self.subject = subject }

    public var takesText: Bool { question != nil }
    public var holdsKeys: Bool { tickets.isWaiting(for: Purpose.decide) || tickets.isWaiting(for: Purpose.forget) }

    /// Whether the search is over, or the list of decisions is in sight.
    private var isReady: Bool { question == nil && progress == nil }

    public static let keys: [KeyBinding<Self>] = questionKeys + ownKeys + moveKeys

    private static let moveKeys = KeyBinding<Self>.moves(
        when: { $0.isReady },
        run: { model, move, _ in
            model.pairs.move(move)
            return []
        })

    private static let ownKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .enter, label: \.duplicates.pair, when: { $0.isReady && !$0.pairs.isEmpty },
            run: { model, _ in
                model.pairs.selected.map { [.open(.merge(MergeModel(stays: $0.one.id, goes: $0.other.id)))] } ?? []
            }),
        KeyBinding(
            .character("b"), label: \.duplicates.apart,
            when: { $0.isReady && !$0.showsApart && !$0.pairs.isEmpty }, run: { $0.askApart($1) }
        ).needs(.merging),
        KeyBinding(
            .delete, label: \.duplicates.forget, when: { $0.isReady && $0.showsApart && !$0.pairs.isEmpty },
            run: { model, _ in model.forget() }
        ).needs(.merging),
        KeyBinding(
            .tab, label: \.duplicates.decided, when: { $0.isReady && !$0.showsApart }, run: { $0.showApart($1) }),
        KeyBinding(
            .tab, label: \.duplicates.offered, when: { $0.isReady && $0.showsApart },
            run: { model, _ in model.showOffered() }),
        KeyBinding(
            .function(5), label: \.duplicates.again, onBottomLine: false, when: { $0.isReady },
            run: { model, _ in model.seek() }),
        KeyBinding(
            .escape, label: \.duplicates.stop, when: { $0.progress != nil },
            run: { model, _ in model.search.map { [.stop($0)] } ?? [] }),
        KeyBinding(.escape, label: \.back, when: { $0.isReady }, run: { _, _ in [.close] }),
    ]

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        if declines(event) { return [] }
        switch event {
        case .appeared, .fileChanged:
            fit(context)
            guard progress == nil else { return [] }
            return total == nil ? seek() : [check()]
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fit(resized)
            return []
        case .progressed(let ticket, let progress):
            guard ticket == search else { return nil }
            self.progress = Int((progress.fraction ?? 0) * 100)
            return []
        case .answered(let ticket, let answer):
            guard tickets.redeem(ticket) else { return nil }
            take(answer, for: ticket.purpose)
            return []
        case .performed(let ticket, _):
            guard tickets.redeem(ticket) else { return nil }
            return performed(ticket.purpose, context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return failed(ticket.purpose, failure, context)
        default: return nil
        }
    }

    private mutating func fit(_ context: Context) { pairs.rows = max(1, context.bodyRows - Self.otherRows) }

    // Searching

    private mutating func seek() -> [Effect] {
        let ticket = tickets.take(Purpose.search)
        (search, progress, showsApart) = (ticket, 0, false)
        return [.seekDuplicates(ticket, of: subject?.id)]
    }

    /// Looks which pairs are still to be settled. To search anew takes seconds, and is left to the clerk.
    private mutating func check() -> Effect {
        let (pairs, showsApart) = (showsApart ? offered?.pairs ?? [] : pairs.items, showsApart)
        return .ask(tickets.take(showsApart ? Purpose.apart : Purpose.check)) { store in
            guard !showsApart else { return .duplicates(DuplicateList(pairs: try await store.distinctPeople())) }
            let apart = Set(try await store.distinctPeople().map { Set([$0.one.id, $0.other.id]) })
            var left: [DuplicatePair] = []
            for var pair in pairs where !apart.contains([pair.one.id, pair.other.id]) {
                guard let one = try await store.row(of: pair.one.id), let other = try await store.row(of: pair.other.id)
                else { continue }
                (pair.one, pair.other) = (one, other)
                left.append(pair)
            }
            return .duplicates(DuplicateList(pairs: left))
        }
    }

    private mutating func take(_ answer: Answer, for purpose: String) {
        guard case .duplicates(let list) = answer else { return }
        // What was asked about the list that is no longer in sight says nothing of this one.
        guard purpose == Purpose.search || showsApart == (purpose == Purpose.apart) else { return }
        if purpose == Purpose.search {
            (progress, search, total) = (nil, nil, list.total)
        } else if !showsApart, let total {
            self.total = max(list.pairs.count, total - (pairs.items.count - list.pairs.count))
        }
        pairs.replace(with: list.pairs) { [$0.one.id, $0.other.id] }
    }

    private mutating func showApart(_ context: Context) -> [Effect] {
        offered = DuplicateList(pairs: pairs.items, total: total ?? 0)
        showsApart = true
        pairs.replace(with: []) { $0.one.id }
        return [check()]
    }

    private mutating func showOffered() -> [Effect] {
        showsApart = false
        pairs.replace(with: offered?.pairs ?? []) { $0.one.id }
        pairs.select(0)
        return [check()]
    }

    // Deciding

    private mutating func askApart(_ context: Context) -> [Effect] {
        guard let pair = pairs.selected else { return [] }
        concerned = pair
        question = .keepingApart(
            pair.one.name, pair.other.name, .keepApart(pair.one.id, pair.other.id), Purpose.decide, context)
        return []
    }

    private mutating func forget() -> [Effect] {
        guard let pair = pairs.selected else { return [] }
        concerned = pair
        return [.perform(tickets.take(Purpose.forget), .forgetApart(pair.one.id, pair.other.id))]
    }

    private mutating func performed(_ purpose: String, _ context: Context) -> [Effect] {
        guard let pair = concerned else { return [] }
        let words = context.words.duplicates
        let said = purpose == Purpose.forget ? words.forgotten : words.apart
        if purpose == Purpose.forget {
            offered?.pairs.insert(pair, at: 0)
            offered?.total += 1
            total = offered?.total
        }
        return [.say(Notice(said(pair.one.name.text, pair.other.name.text), .done)), check()]
    }

    private mutating func failed(_ purpose: String, _ failure: Failure, _ context: Context) -> [Effect] {
        guard purpose == Purpose.search else { return [.say(Notice(context.sentence(for: failure), .trouble))] }
        let wasStopped = if case .stopped = failure { true } else { false }
        (progress, search) = (nil, nil)
        total = total ?? 0
        let text = wasStopped ? context.words.duplicates.stopped : context.sentence(for: failure)
        return [.say(Notice(text, .trouble))] + (pairs.isEmpty ? [.close] : [])
    }
}

extension Question {
    /// Asks before two are noted as two people.
    static func keepingApart(
        _ one: PersonName, _ other: PersonName, _ action: Action, _ purpose: String, _ context: Context
    ) -> Question {
        let words = context.words.duplicates
        return Question(
            title: words.askApart(one.text, other.text), details: [words.apartMeans], action: action, purpose: purpose)
    }
}
