import Keyboard
import Training
import Words

/// Peserta: the table of participants, or of the names behind one figure.
public struct ParticipantsModel: PickingScreen, AskingScreen {
    public var tickets = TicketBook(screen: 0)
    /// What stands above the names behind a figure; `nil` for the table of everybody.
    public let title: String?
    /// Which participants are shown, and in which order.
    public internal(set) var query: ParticipantQuery
    /// The rows around the highlighted one.
    public internal(set) var list = PagedList()
    /// How many rows the list has, as far as they were counted; `nil` until they were.
    public internal(set) var counted: RowCount?
    /// The words sought.
    public internal(set) var search = TextField(limit: 100)
    /// Whether keys go to the search line.
    public internal(set) var isSearching = false
    /// The class that the filter names.
    public internal(set) var filteredClass: Code?
    /// The row whose NIK is shown in full, until the cursor leaves it.
    public internal(set) var revealed: ID<Participant>?
    public var picker: Picker?
    public var question: Question?

    /// What the query was before the clerk narrowed it.
    let figure: ParticipantQuery
    /// The row whose NIK is to be shown once the log says so.
    var revealing: ID<Participant>?
    /// What is to be done with the highlighted row once it is known which that is.
    var deferred: RowAct?
    /// Who the question or the change under way is about.
    var subject: PersonName?
    /// Whether the number of rows has to be asked for again once the one under way has come.
    var isCountStale = false
    /// While words are typed nobody waits until all are counted whom the first letters find.
    var countedWhileTyping = 1_000

    /// What can be done with the highlighted row.
    enum RowAct: Sendable { case open, edit, delete, reveal }

    /// What the screen asks the store for.
    enum Purpose {
        static let page = "page"
        static let count = "count"
        static let classes = "classes"
        static let edit = "edit"
        static let enrollments = "enrollments"
        static let delete = "delete"
        static let reveal = "reveal"
    }

    /// The table of everybody.
    public init() { self.init(ParticipantQuery(), title: nil) }

    /// The names behind a figure. Closing it leads back to where it was opened.
    ///
    /// - Parameter title: what the figure says, as the heading repeats it.
    public init(query: ParticipantQuery, title: String) { self.init(query, title: title) }

    private init(_ query: ParticipantQuery, title: String?) {
        self.query = query
        self.title = title
        figure = query
        search.set(query.words)
    }

    /// Letters are text in the search line and in a list laid over; a question takes every key as its answer.
    public var takesText: Bool { isSearching || picker != nil || question != nil }

    /// Keys wait while it is not known which row they are meant for, or what the question about it says.
    public var holdsKeys: Bool {
        deferred != nil || tickets.isWaiting(for: Purpose.edit) || tickets.isWaiting(for: Purpose.enrollments)
            || picker?.isEnterWaiting == true
    }

    /// Whether keys go to the table.
    public var isBrowsing: Bool { !takesText }

    /// Whether there is a row for a key to act on, or one may still come.
    var hasRow: Bool { isBrowsing && (list.selected != nil || !list.isSettled) }

    /// Whether the clerk has narrowed the list by filters.
    public var hasFilters: Bool {
        query.region != figure.region || query.trainingClass != figure.trainingClass || query.status != figure.status
    }

    /// How many rows the list has; `nil` until it is known.
    var total: Int? {
        if case .exactly(let total)? = counted { total } else { nil }
    }

    /// Whether the search line is in sight.
    public var showsSearch: Bool { isSearching || !search.isEmpty }

    /// How many rows of participants fit: the screen's rows without the heading, the search line and the columns' heads.
    func listRows(_ bodyRows: Int) -> Int { max(1, bodyRows - 2 - (showsSearch ? 1 : 0)) }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        if declines(event) { return [] }
        switch event {
        case .appeared, .fileChanged:
            let resized = fit(context)
            return resized + refresh()
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            return fit(resized)
        case .key, .paste: return type(event, context)
        case .answered(let ticket, let answer):
            guard tickets.redeem(ticket) else { return nil }
            return take(answer, for: ticket.purpose, context)
        case .performed(let ticket, _):
            guard tickets.redeem(ticket) else { return nil }
            return performed(ticket.purpose, context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return failed(ticket.purpose, failure, context)
        case .achievement, .tick, .draftNotKept, .backupNotMade, .waiting, .exported, .woke, .progressed, .idle:
            return nil
        }
    }

    // Typing

    private mutating func type(_ event: Event, _ context: Context) -> [Effect]? {
        if picker != nil { return picker?.type(event) == true ? [] : nil }
        guard isSearching else { return nil }
        switch event {
        case .key(let key): guard search.handle(key) else { return nil }
        case .paste(let text): search.insert(text)
        default: return nil
        }
        return searchAgain(context)
    }

    /// Asks anew where the words sought are others than those asked for; a space between two, or after the last, finds nobody else.
    mutating func searchAgain(_ context: Context) -> [Effect] {
        func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
        guard words(search.text) != words(query.words) else { return [] }
        query.words = search.text
        return begin(context)
    }

    // Reading

    /// Shows another list from its first row.
    mutating func begin(_ context: Context) -> [Effect] {
        counted = nil
        revealed = nil
        // A number that is still being counted belongs to the list before this one.
        isCountStale = tickets.isWaiting(for: Purpose.count)
        _ = list.resize(height: listRows(context.bodyRows))
        let page = ask(list.begin())
        // While words are typed, so few are counted that it delays nothing.
        return countsFew && !isCountStale ? page + count() : page
    }

    /// Whether words are being typed, of which the next will find others. Without words, it is everybody who is counted.
    private var countsFew: Bool { isSearching && query.words.contains { !$0.isWhitespace } }

    private mutating func refresh() -> [Effect] {
        // Who opens a figure waits for its number as for its names.
        guard list.isLoaded else { return ask(list.begin()) + (query.figure == nil ? [] : count()) }
        return ask(list.reload()) + count()
    }

    mutating func fit(_ context: Context) -> [Effect] {
        picker?.resize(rows: Self.pickerRows(context))
        return ask(list.resize(height: listRows(context.bodyRows)))
    }

    static func pickerRows(_ context: Context) -> Int { max(1, context.bodyRows - 5) }

    mutating func ask(_ request: PagedList.Request?) -> [Effect] {
        guard let request else { return [] }
        let query = query
        return [
            .ask(tickets.take(Purpose.page)) { store in
                .page(try await store.page(of: query, request.start, count: request.count), total: nil)
            }
        ]
    }

    /// Asks how many rows there are: one question at a time, however fast the list changes.
    mutating func count() -> [Effect] {
        guard !tickets.isWaiting(for: Purpose.count) else {
            isCountStale = true
            return []
        }
        isCountStale = false
        let (query, limit) = (query, countsFew ? countedWhileTyping : nil)
        return [
            .ask(tickets.take(Purpose.count)) { store in
                guard let limit else { return .count(.exactly(try await store.count(of: query))) }
                return .count(try await store.count(of: query, upTo: limit))
            }
        ]
    }
}
