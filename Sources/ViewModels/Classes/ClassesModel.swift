import Keyboard
import Training
import Words

/// Kelas: the year's classes, its programs, and the organizers; three lists, one in front.
public struct ClassesModel: Screen {
    public var tickets = TicketBook(screen: 0)

    /// The lists there are.
    public enum Shelf: Int, CaseIterable, Sendable { case classes, programs, organizers }

    /// What the keys mean now.
    public enum Mode: Hashable, Sendable {
        case list
        /// Letters are words sought.
        case searching
        /// The clerk is asked whether the highlighted record is to go.
        case deleting
    }

    /// The list in front.
    public internal(set) var shelf = Shelf.classes
    public internal(set) var mode = Mode.list
    public internal(set) var classes = NarrowedList<ClassLine>()
    public internal(set) var programs = NarrowedList<ProgramLine>()
    public internal(set) var organizers = NarrowedList<Stored<Organizer>>()
    /// The fiscal year that the lists are of.
    private var year: Int?
    /// The list that a new record is being made for, and the highest number it had before.
    private var awaited: (shelf: Shelf, newest: Int64)?

    /// Rows of the body above the list's first row: the lists' names, a line for what narrows them, the headings.
    public static let rowsAbove = 3

    public init() {}

    public var takesText: Bool { mode == .searching }

    /// After a form was saved, keys wait for the lists that have what it added: `n` must not ask for a program that is there. After a step to
    /// the end, they wait for what stands there.
    public var holdsKeys: Bool {
        tickets.isWaiting(for: "last classes")
            || awaited != nil && ["organizers", "programs", "classes"].contains { tickets.isWaiting(for: $0) }
    }

    /// While only the first classes were read, keys that concern them all wait for the others.
    public func holds(_ event: Event) -> Bool {
        if holdsKeys { return true }
        guard classes.isBegun, case .key(let key) = event else { return false }
        switch shelf {
        case .classes:
            guard let move = ListMove(key) else { return Self.keysForAllClasses.contains(key) }
            return move != .last && classes.leavesWhatWasRead(by: move)
        case .programs: return key == .enter
        case .organizers: return false
        }
    }

    /// Search, order, export, and `n`, since what comes after it is known by its number.
    private static let keysForAllClasses: Set<Key> = ["/", "s", "x", "n"].reduce(into: []) { $0.insert(.character($1)) }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared:
            fit(context)
            return reload(context, fromTheFirst: classes.isBegun && classes.listed?.offset == 0)
        case .fileChanged: return reload(context)
        case .achievement: return year == context.year ? [] : reload(context)
        case .resized:
            fit(context)
            return []
        case .answered(let ticket, let answer): return take(ticket, answer, context)
        case .performed(let ticket, _): return deleted(ticket, context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            // The first classes are not taken for all there are.
            if classes.isBegun, !isReadingClasses { classes.forget() }
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        case .key(let key):
            switch mode {
            case .list: return nil
            case .searching: return search { $0.handle(key) } ? [] : nil
            case .deleting:
                // Any key but `y` leaves everything as it is.
                mode = .list
                return []
            }
        case .paste(let text):
            guard mode == .searching else { return nil }
            _ = search {
                $0.insert(text)
                return true
            }
            return []
        case .woke(let ticket):
            guard tickets.redeem(ticket) else { return nil }
            return [askForAllClasses(of: context.year, context.words)]
        case .tick, .draftNotKept, .backupNotMade, .waiting, .exported, .progressed, .idle: return nil
        }
    }

    public mutating func hurry(_ context: Context) -> [Effect] {
        guard tickets.isWaiting(for: "other classes") else { return [] }
        return [askForAllClasses(of: context.year, context.words)]
    }

    /// Tens of thousands of classes are held only while they can be seen; the first of them come back at once.
    public mutating func letGo(_ context: Context) -> (any Sendable)? {
        guard classes.isAtBeginning(of: Self.firstClasses) else { return nil }
        // The rest of them would only come to be held where nobody sees it.
        tickets.void("classes")
        tickets.void("other classes")
        return classes.letGo(keeping: Self.firstClasses, context.words)
    }

    // Reading

    private static let firstClasses = 200
    /// For how long the others are not asked for: whoever leafs through the tabs does not stay to see them, and the first ones are shown without a rival.
    private static let others = Duration.milliseconds(400)

    private var isReadingClasses: Bool { ["classes", "other classes"].contains { tickets.isWaiting(for: $0) } }

    private mutating func reload(_ context: Context, fromTheFirst: Bool = false) -> [Effect] {
        let (year, words) = (context.year, context.words)
        if self.year != year {
            self.year = year
            classes.forget()
            programs.forget()
            mode = .list
        }
        return [
            .ask(tickets.take("organizers")) { .organizerList(ListedRows(try await $0.organizers(), words)) },
            .ask(tickets.take("programs")) { [listed = programs.listed] in
                .programList(ListedRows(try await $0.programs(of: year), words, unless: listed))
            },
            (classes.total == nil || fromTheFirst) && classes.isPlain && awaited == nil
                ? askForFirstClasses(of: year, words) : askForAllClasses(of: year, words),
        ]
    }

    /// Asks for what the screen can show at once: reading tens of thousands takes longer than a clerk should wait.
    private mutating func askForFirstClasses(of year: Int, _ words: Phrasebook) -> Effect {
        .ask(tickets.take("classes")) {
            let (lines, total) = try await $0.classes(of: year, fitting: "", count: Self.firstClasses)
            return .classList(ListedRows(lines, of: total, words))
        }
    }

    /// Asks for what stands at the end: all before it would keep the clerk waiting.
    private mutating func askForLastClasses(_ context: Context) -> Effect {
        let (year, words) = (context.year, context.words)
        return .ask(tickets.take("last classes")) {
            let (lines, total) = try await $0.lastClasses(of: year, count: Self.firstClasses)
            return .classList(ListedRows(lines, of: total, after: total - lines.count, words))
        }
    }

    private mutating func askForAllClasses(of year: Int, _ words: Phrasebook) -> Effect {
        tickets.void("other classes")
        return .ask(tickets.take("classes")) { .classList(ListedRows(try await $0.classes(of: year), words)) }
    }

    /// Asks for the others later, or at once where words are being sought in them or the order needs them.
    private mutating func askForOthers(_ context: Context) -> Effect {
        guard mode != .searching, classes.isPlain else { return askForAllClasses(of: context.year, context.words) }
        return .wake(tickets.take("other classes"), after: Self.others)
    }

    private mutating func take(_ ticket: Ticket, _ answer: Answer, _ context: Context) -> [Effect]? {
        guard tickets.redeem(ticket) else { return nil }
        let asked = selectedNumber
        var effects: [Effect] = []
        switch answer {
        case .organizerList(let list): organizers.take(list)
        case .programList(let list): programs.take(list)
        case .classList(let list):
            effects = take(list, context)
        default: return []
        }
        highlightAwaited(context)
        // What the question was about is gone: the answer must not strike another record.
        if mode == .deleting, selectedNumber != asked { mode = .list }
        return effects
    }

    private mutating func take(_ list: ListedRows<ClassLine>, _ context: Context) -> [Effect] {
        let isEnd = list.offset > 0
        // All of them may have come before the last.
        if !isEnd || classes.isBegun { classes.take(list) }
        if isEnd { classes.move(.last) }
        guard classes.isBegun, !isReadingClasses else { return [] }
        return [askForOthers(context)]
    }

    private mutating func highlightAwaited(_ context: Context) {
        guard let awaited else { return }
        let newest = withList(awaited.shelf) { $0.newest }
        guard newest > awaited.newest else { return }
        self.awaited = nil
        changeList(awaited.shelf) { $0.reveal(newest) }
    }

    private mutating func fit(_ context: Context) {
        let rows = max(1, context.bodyRows - Self.rowsAbove)
        classes.fit(rows: rows)
        programs.fit(rows: rows)
        organizers.fit(rows: rows)
    }

    // What is in front

    /// The number of the highlighted record.
    public var selectedNumber: Int64? { withList(shelf) { $0.selectedNumber } }

    /// The list in front, whatever its rows are.
    public var front: any NarrowedRows { withList(shelf) { $0 } }

    func withList<Result>(_ shelf: Shelf, _ read: (any NarrowedRows) -> Result) -> Result {
        switch shelf {
        case .classes: read(classes)
        case .programs: read(programs)
        case .organizers: read(organizers)
        }
    }

    mutating func changeList<Result>(_ shelf: Shelf, _ change: (inout any NarrowedRows) -> Result) -> Result {
        var list: any NarrowedRows = withList(shelf) { $0 }
        let result = change(&list)
        switch list {
        case let list as NarrowedList<ClassLine>: classes = list
        case let list as NarrowedList<ProgramLine>: programs = list
        case let list as NarrowedList<Stored<Organizer>>: organizers = list
        default: assertionFailure("a list that Kelas does not have: \(type(of: list))")
        }
        return result
    }

    private mutating func search(_ edit: (inout TextField) -> Bool) -> Bool {
        changeList(shelf) { $0.search(edit: edit) }
    }

    // What keys do

    mutating func move(_ move: ListMove, _ context: Context) -> [Effect] {
        fit(context)
        if shelf == .classes, move == .last, classes.leavesWhatWasRead(by: move) { return [askForLastClasses(context)] }
        changeList(shelf) { $0.move(move) }
        return []
    }

    mutating func turn(by offset: Int) -> [Effect] {
        let count = Shelf.allCases.count
        shelf = Shelf(rawValue: (shelf.rawValue + offset + count) % count) ?? .classes
        return []
    }

    mutating func openSelected(_ context: Context) -> [Effect] {
        mode = .list
        switch shelf {
        case .classes:
            guard let line = classes.selected else { return [] }
            return [.open(.roster(RosterModel(line.trainingClass.id)))]
        case .programs:
            guard let number = selectedNumber else { return [] }
            classes.setScope(number)
            shelf = .classes
        case .organizers:
            guard let number = selectedNumber else { return [] }
            programs.setScope(number)
            shelf = .programs
        }
        return []
    }

    /// Drops what narrows the list in front, words first; from a list narrowed to one record back to that record.
    mutating func widen(_ context: Context) -> [Effect] {
        guard front.search.isEmpty else {
            changeList(shelf) { $0.dropSearch() }
            return []
        }
        changeList(shelf) { $0.setScope(nil) }
        if shelf != .organizers { _ = turn(by: 1) }
        return []
    }

    mutating func openNew(_ context: Context) -> [Effect] {
        if shelf == .classes, programs.total == 0 {
            // A class belongs to a program: show where to begin.
            shelf = .programs
            return [.say(Notice(context.words.classes.programFirst, .trouble))]
        }
        awaited = (shelf, front.newest)
        let form =
            switch shelf {
            case .classes: RecordFormModel(classOf: classes.scope.map { ID($0) })
            case .programs: RecordFormModel(programOf: programs.scope.map { ID($0) })
            case .organizers: RecordFormModel(organizer: nil)
            }
        return [.open(.recordForm(form))]
    }

    /// An import, into the highlighted class where classes are in front.
    func openImport() -> [Effect] {
        let line = shelf == .classes ? classes.selected : nil
        return [.open(.rosterImport(RosterImportModel(fromClasses: line)))]
    }

    mutating func openEdit() -> [Effect] {
        switch shelf {
        case .classes:
            classes.selected.map { [.open(.recordForm(RecordFormModel(edit: $0.trainingClass)))] } ?? []
        case .programs: programs.selected.map { [.open(.recordForm(RecordFormModel(edit: $0.program)))] } ?? []
        case .organizers: organizers.selected.map { [.open(.recordForm(RecordFormModel(organizer: $0)))] } ?? []
        }
    }

    mutating func delete() -> [Effect] {
        mode = .list
        guard let number = selectedNumber else { return [] }
        let action: Action =
            switch shelf {
            case .classes: .deleteClass(ID(number))
            case .programs: .deleteProgram(ID(number))
            case .organizers: .deleteOrganizer(ID(number))
            }
        return [.perform(tickets.take("delete"), action)]
    }

    private mutating func deleted(_ ticket: Ticket, _ context: Context) -> [Effect]? {
        guard tickets.redeem(ticket) else { return nil }
        return [.say(Notice(context.words.classes.deleted, .done))]
    }
}

/// A list on Kelas, whatever its rows are.
public protocol NarrowedRows: Sendable {
    var total: Int? { get }
    var count: Int { get }
    var search: TextField { get }
    var scope: Int64? { get }
    var order: RecordOrder { get }
    var isNarrowed: Bool { get }
    var newest: Int64 { get }
    var selectedNumber: Int64? { get }
    /// The highlighted record's code and title, as a question names it.
    var selectedName: String? { get }
    mutating func search(edit: (inout TextField) -> Bool) -> Bool
    mutating func dropSearch()
    mutating func setScope(_ scope: Int64?)
    mutating func cycleOrder()
    mutating func move(_ move: ListMove)
    mutating func reveal(_ number: Int64)
}

extension NarrowedList: NarrowedRows {
    public var count: Int { rows.count }
    public var selectedNumber: Int64? { selected?.number }
    public var selectedName: String? { selected.map { "\($0.code) \($0.title)" } }
}
