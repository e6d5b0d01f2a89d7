import Keyboard
import Training
import Words

/// A class's roster: who is in it and how each stands; people are added and statuses changed here.
public struct RosterModel: Screen {
    public var tickets = TicketBook(screen: 0)

    /// The class.
    public let id: ID<TrainingClass>
    /// The class with its program and counts; `nil` until it was read.
    public private(set) var line: ClassLine?
    /// Its people, in order, with the cursor.
    public internal(set) var roster = ItemList<RosterLine>()
    /// The enrollments that are marked.
    public internal(set) var marks: Set<ID<Enrollment>> = []
    public internal(set) var order = Order.name
    public internal(set) var mode = Mode.list
    /// Whose NIK is shown in full, until the cursor moves.
    public internal(set) var revealed: ID<Participant>?
    private var revealing: ID<Participant>?
    /// Who was enrolled last from the add line, until the cursor moves.
    private var newcomer: ID<Participant>?
    /// The enrollments that the form of statuses was opened for, as they were then.
    private var changing: [ID<Enrollment>: ID<Step>] = [:]

    /// The orders that a roster can have.
    public enum Order: String, CaseIterable, Sendable { case name, status, newest }

    /// What the keys mean now.
    public enum Mode: Sendable {
        case list
        /// People are typed into the add line.
        case adding(AddLine)
        /// The clerk is asked whether these enrollments are to be removed.
        case removing([ID<Enrollment>])
    }

    /// Rows of the body above the panel: the class, and its particulars.
    public static let headingRows = 2
    /// Matches in sight under the add line.
    public static let matchRows = 6

    /// The roster of a class.
    public init(_ id: ID<TrainingClass>) { self.id = id }

    public var takesText: Bool { addLine != nil }
    public var holdsKeys: Bool { addLine?.leavesKeysToSession == true }

    /// The line that people are typed into, while it is open.
    public internal(set) var addLine: AddLine? {
        get { if case .adding(let line) = mode { line } else { nil } }
        set { mode = newValue.map { .adding($0) } ?? .list }
    }

    /// How many forms were keyed a second time; `nil` where none was.
    public var verifiedCount: Int? {
        roster.items.contains { $0.verification != nil } ? roster.items.count(where: \.isVerified) : nil
    }

    var isList: Bool { if case .list = mode { true } else { false } }
    var isRemoving: Bool { if case .removing = mode { true } else { false } }

    /// Rows between the class's particulars and the headings: what is asked, or the add line with its matches.
    public var panelRows: Int { addLine == nil ? 1 : 2 + Self.matchRows }

    /// Whether the cursor's row is marked out: not while the highlight is on the matches under the add line.
    public var showsCursor: Bool {
        guard let addLine else { return true }
        return newcomer != nil && roster.selected?.participant.id == newcomer && !addLine.hasChoice
    }

    /// The enrollments that a key is about: those marked, else the highlighted one.
    public var chosen: [RosterLine] {
        guard !marks.isEmpty else { return roster.selected.map { [$0] } ?? [] }
        return roster.items.filter { marks.contains($0.enrollment.id) }
    }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared:
            fit(context)
            return reload()
        case .fileChanged: return reload() + seekAgain()
        case .resized:
            fit(context)
            return []
        case .answered(let ticket, let answer):
            guard tickets.redeem(ticket) else { return nil }
            return take(answer, context)
        case .performed(let ticket, let receipt):
            guard tickets.redeem(ticket) else { return nil }
            return performed(ticket, receipt, context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return failed(ticket, failure, context)
        case .key:
            if addLine != nil { return type(event, context) }
            return isRemoving ? decline() : nil
        case .paste: return addLine == nil ? nil : type(event, context)
        case .achievement, .tick, .draftNotKept, .backupNotMade, .waiting, .exported, .woke, .progressed, .idle:
            return nil
        }
    }

    // Reading

    mutating func reload() -> [Effect] {
        let id = id
        return [
            .ask(tickets.take("roster")) { store in
                let line = try await store.trainingClass(id)
                return .roster(line, try await store.roster(of: id))
            }
        ]
    }

    private mutating func take(_ answer: Answer, _ context: Context) -> [Effect] {
        switch answer {
        case .roster(nil, _): return [.close, .say(Notice(context.words.sentence(for: .gone), .trouble))]
        case .roster(let line?, let people):
            self.line = line
            roster.replace(with: sorted(people)) { $0.enrollment.id }
            showNewcomer()
            marks.formIntersection(people.map(\.enrollment.id))
            dropMarksThatDidTheirWork()
            keepQuestion()
            return []
        case .page(let page, _): return found(page, context)
        default: return []
        }
    }

    /// Puts the cursor on somebody just enrolled, at once or when the roster with them has come.
    mutating func point(atNewcomer person: ID<Participant>) {
        newcomer = person
        showNewcomer()
    }

    private mutating func showNewcomer() {
        guard addLine != nil, let newcomer,
            let place = roster.items.firstIndex(where: { $0.participant.id == newcomer })
        else { return }
        if roster.cursor.index != place { revealed = nil }
        roster.select(place)
    }

    /// Once the statuses are set that rows were marked for, the marks go: the next key must not strike them again.
    private mutating func dropMarksThatDidTheirWork() {
        let isSet = roster.items.contains { line in
            changing[line.enrollment.id].map { $0 != line.enrollment.version } ?? false
        }
        guard isSet else { return }
        changing = [:]
        marks = []
    }

    /// What another desk removed meanwhile is no longer asked about.
    private mutating func keepQuestion() {
        guard case .removing(let asked) = mode else { return }
        let left = asked.filter { id in roster.items.contains { $0.enrollment.id == id } }
        mode = left.isEmpty ? .list : .removing(left)
    }

    private func sorted(_ people: [RosterLine]) -> [RosterLine] {
        switch order {
        case .name: people
        case .status:
            EnrollmentStatus.allCases.flatMap { status in
                people.filter { $0.enrollment.value.standing.status == status }
            }
        case .newest: people.sorted { $0.enrollment.id > $1.enrollment.id }
        }
    }

    mutating func fit(_ context: Context) {
        // A line for the headings above the rows, one for the counts beneath.
        let rows = max(1, context.bodyRows - Self.headingRows - panelRows - 2)
        if roster.rows != rows { roster.rows = rows }
    }

    // What became of what was asked for

    private mutating func performed(_ ticket: Ticket, _ receipt: Receipt, _ context: Context) -> [Effect] {
        switch ticket.purpose {
        case "enroll": return enrolled(receipt, context)
        case "remove": return [.say(Notice(context.words.classes.removed(receipt.changed), .done))]
        case "reveal":
            // The cursor may have gone on: only the NIK that the log names is shown.
            if roster.selected?.participant.id == revealing { revealed = revealing }
            return []
        default: return []
        }
    }

    private mutating func failed(_ ticket: Ticket, _ failure: Failure, _ context: Context) -> [Effect] {
        switch ticket.purpose {
        case "enroll": return enrollingFailed(failure, context)
        case "matches": return seekingFailed(failure, context)
        default: return [.say(Notice(context.sentence(for: failure), .trouble))]
        }
    }

    // What keys do

    mutating func move(_ move: ListMove, _ context: Context) -> [Effect] {
        fit(context)
        roster.move(move)
        newcomer = nil
        revealed = nil
        return []
    }

    mutating func cycleOrder() -> [Effect] {
        let place = Order.allCases.firstIndex(of: order) ?? 0
        order = Order.allCases[(place + 1) % Order.allCases.count]
        let byName = roster.items.sorted {
            ($0.participant.name.key, $0.participant.id) < ($1.participant.name.key, $1.participant.id)
        }
        roster.replace(with: sorted(byName)) { $0.enrollment.id }
        return []
    }

    mutating func toggleMark() -> [Effect] {
        guard let id = roster.selected?.enrollment.id else { return [] }
        if marks.remove(id) == nil { marks.insert(id) }
        roster.move(.down)
        return []
    }

    mutating func toggleAllMarks() -> [Effect] {
        let all = Set(roster.items.map(\.enrollment.id))
        marks = marks == all ? [] : all
        return []
    }

    mutating func openPerson() -> [Effect] {
        guard let row = roster.selected?.participant else { return [] }
        return [.open(.participantFile(ParticipantFileModel(row.id)))]
    }

    /// Opens the entry form with this class, and with the NIK where one was typed.
    func openNewPerson(_ nik: NIK? = nil) -> [Effect] {
        [.open(.participantForm(ParticipantFormModel(assignTo: line, nik: nik)))]
    }

    mutating func openClass() -> [Effect] {
        guard let line else { return [] }
        return [.open(.recordForm(RecordFormModel(edit: line.trainingClass)))]
    }

    mutating func openStanding(_ context: Context) -> [Effect] {
        guard let line, !chosen.isEmpty else { return [] }
        changing = Dictionary(
            chosen.map { ($0.enrollment.id, $0.enrollment.version) }, uniquingKeysWith: { first, _ in first })
        return [.open(.standing(StandingModel(of: chosen, in: line, roster: roster.items, today: context.today)))]
    }

    mutating func remove() -> [Effect] {
        guard case .removing(let enrollments) = mode else { return [] }
        mode = .list
        return [.perform(tickets.take("remove"), .removeEnrollments(enrollments))]
    }

    /// Any key but `y` leaves everything as it is.
    mutating func decline() -> [Effect] {
        mode = .list
        return []
    }

    mutating func reveal() -> [Effect] {
        guard let row = roster.selected?.participant, row.nik != nil else { return [] }
        if revealed == row.id {
            revealed = nil
            return []
        }
        revealing = row.id
        return [.reveal(tickets.take("reveal"), row.id)]
    }
}
