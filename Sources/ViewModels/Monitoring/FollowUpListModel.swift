import Keyboard
import Training
import Words

/// The checks of a place, the nearest first: who, which check, how late, given to whom.
public struct FollowUpListModel: PickingScreen {
    public var tickets = TicketBook(screen: 0)
    /// Whose checks; `nil` for the whole regency.
    public let region: ParticipantQuery.RegionFilter?
    /// The place's name.
    public let place: String
    /// Which checks are shown.
    public internal(set) var shown: Shown
    /// Only those given to this visitor.
    public internal(set) var visitor: String?
    /// The words sought in names, classes, trainings and codes.
    public internal(set) var search = TextField(limit: 60)
    /// Whether keys go to the words sought.
    public internal(set) var isSearching = false
    /// The checks that have them, in order, with the cursor.
    public internal(set) var checks = ItemList<DueFollowUp>()
    /// Whether there are more than were read.
    public private(set) var hasMore = false
    /// How many there are, whatever words are sought; `nil` where that was not counted.
    private var total: Int?
    public private(set) var isLoaded = false
    /// Whether only the first of them have come, and the rest is asked for.
    public private(set) var isBeginning = false
    /// The checks that are marked.
    public internal(set) var marks: Set<DueFollowUp.Key> = []
    /// The line that a visitor's name is typed into, while it is open.
    public internal(set) var assigning: AssignLine?
    /// The list of what can be shown, while it is open.
    public var picker: Picker?
    /// Everybody whom a check in sight was given to so far.
    var visitors: Set<String> = []
    /// Whom checks are being given to, and whom they were given to last.
    var givenTo: String?
    var lastVisitor: String?
    /// Every check that was read, with what it is sought by.
    private var all: [(check: DueFollowUp, sought: SearchableChoice)] = []
    private var asksAgain = false
    private var day: CalendarDate?

    /// Which checks a list shows.
    public enum Shown: String, CaseIterable, Sendable {
        /// Late and due.
        case open
        case late, due, upcoming, done, all

        /// The states of the checks.
        public var states: Set<DueFollowUp.State> {
            switch self {
            case .open: [.late, .due]
            case .late: [.late]
            case .due: [.due]
            case .upcoming: [.upcoming]
            case .done: [.done]
            case .all: Set(DueFollowUp.State.allCases)
            }
        }
    }

    /// How many checks are read at most: nobody goes through more by hand.
    public static let limit = 2_000
    /// How many come first, so that nobody waits for the rest of a long list.
    public static let first = 100
    private static let purpose = "checks"
    static let assignPurpose = "assign"

    /// The checks of a place.
    public init(_ region: ParticipantQuery.RegionFilter?, place: String, _ shown: Shown = .open) {
        self.region = region
        self.place = place
        self.shown = shown
    }

    public var takesText: Bool { picker != nil || assigning != nil || isSearching }
    public var holdsKeys: Bool {
        !isLoaded && tickets.isWaiting(for: Self.purpose) || tickets.isWaiting(for: Self.assignPurpose)
    }

    /// Of a list that has only begun to come, what is in sight can be gone through; what is about all of it waits for the rest.
    public func holds(_ event: Event) -> Bool {
        guard !holdsKeys, isBeginning, case .key(let key) = event else { return holdsKeys || isBeginning }
        switch key {
        case .up, .pageUp, .home, .enter, .escape: return false
        case .down, .pageDown: return checks.cursor.index + 2 * checks.rows > checks.items.count
        default: return Self.keys.contains { $0.keys.contains(key) }
        }
    }

    /// How many checks the list has, or will have once all of it is read, and whether there are still more.
    public var length: (count: Int, hasMore: Bool) {
        guard isBeginning else { return (hasMore ? Self.limit : checks.items.count, hasMore) }
        guard let total else { return (Self.first, true) }
        return (min(total, Self.limit), total > Self.limit)
    }

    /// The checks that a key is about: those marked, else the highlighted one.
    public var chosen: [DueFollowUp] {
        guard !marks.isEmpty else { return checks.selected.map { [$0] } ?? [] }
        return checks.items.filter { marks.contains($0.key) }
    }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared:
            fit(context)
            return ask(context)
        case .fileChanged:
            guard tickets.isWaiting(for: Self.purpose) else { return ask(context) }
            asksAgain = true
            return []
        case .tick(let today): return today == day ? [] : ask(context)
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fit(resized)
            return []
        case .key, .paste: return type(event)
        case .answered(let ticket, .followUps(let found, let total)):
            guard tickets.redeem(ticket) else { return nil }
            take(found, of: total)
            return asksAgain || isBeginning ? ask(context) : []
        case .performed(let ticket, let receipt):
            guard tickets.redeem(ticket) else { return nil }
            return assigned(receipt, context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            isBeginning = false
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        default: return nil
        }
    }

    private mutating func type(_ event: Event) -> [Effect]? {
        if assigning != nil {
            assigning?.type(event)
            return []
        }
        if isSearching { return seek(event) }
        return picker?.type(event) == true ? [] : nil
    }

    /// Takes what is typed into the words sought.
    private mutating func seek(_ event: Event) -> [Effect]? {
        let before = search.text
        switch event {
        case .key(let key): guard search.handle(key) else { return nil }
        case .paste(let text): search.insert(text)
        default: return nil
        }
        guard search.text != before else { return [] }
        narrow()
        checks.select(0)
        return []
    }

    /// Shows the checks that have the words sought.
    mutating func narrow() {
        let typed = FoldedText(search.text)
        let fitting = typed.text.isEmpty ? all : all.filter { $0.sought.rank(of: typed) != nil }
        checks.replace(with: fitting.map(\.check), sameness: \.key)
        // What is out of sight must not be struck by the next key.
        if !marks.isEmpty { marks.formIntersection(checks.items.map(\.key)) }
    }

    /// Begins another list, from its first check.
    mutating func begin(_ context: Context) -> [Effect] {
        marks = []
        search.set("")
        all = []
        checks = ItemList(rows: checks.rows)
        isLoaded = false
        return ask(context)
    }

    /// Which checks are shown, whatever words are sought in them.
    var query: FollowUpQuery { FollowUpQuery(region: region, visitor: visitor, states: shown.states) }

    /// Asks for the checks anew.
    mutating func ask(_ context: Context) -> [Effect] {
        asksAgain = false
        day = context.today
        let (query, today, isFirst) = (query, context.today, !isLoaded)
        let count = isFirst ? Self.first : Self.limit
        return [
            .ask(tickets.take(Self.purpose)) {
                .followUps(
                    try await $0.followUps(query, today: today, count: count + 1),
                    total: isFirst ? try await $0.followUpCount(query, today: today) : nil)
            }
        ]
    }

    private mutating func take(_ found: [DueFollowUp], of total: Int?) {
        self.total = total
        isBeginning = !isLoaded && found.count > Self.first
        hasMore = isBeginning || found.count > Self.limit
        all = found.prefix(isBeginning ? Self.first : Self.limit).map { ($0, SearchableChoice($0.sought)) }
        narrow()
        isLoaded = true
        visitors.formUnion(found.compactMap(\.visitor))
    }

    /// The rows for checks: those of the screen without its heading, the line about the highlighted one and the columns' heads.
    private mutating func fit(_ context: Context) {
        checks.rows = max(1, context.bodyRows - 3)
        picker?.resize(rows: context.bodyRows - 5)
    }
}

extension DueFollowUp {
    /// What makes it the same check after the list was read again.
    public struct Key: Hashable, Sendable {
        public let enrollment: ID<Enrollment>
        public let mark: Int
    }

    public var key: Key { Key(enrollment: enrollment, mark: mark) }

    /// Whether it has all of these words.
    func fits(_ words: String) -> Bool {
        let typed = FoldedText(words)
        return typed.text.isEmpty || SearchableChoice(sought).rank(of: typed) != nil
    }

    /// What it is sought by.
    fileprivate var sought: Choice {
        let label = [person.name.text, trainingClass.text, program].joined(separator: " ")
        return Choice(id: "", code: code?.description ?? "", label: label)
    }
}

extension FollowUpListModel.Shown {
    /// What the checks are called, above a column and in a list's heading.
    public func heading(_ words: FollowUpPhrases) -> String {
        switch self {
        case .open: words.shownOpen
        case .late: words.late
        case .due: words.due
        case .upcoming: words.upcoming
        case .done: words.done
        case .all: words.all
        }
    }
}
