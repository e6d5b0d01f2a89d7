import Keyboard
import Training
import Words

/// The form of a check: who went, when and how, and what was found; then the next check of the same desa.
///
/// The same form records what became of somebody outside the schedule.
public struct FollowUpFormModel: DraftedForm {
    public var tickets = TicketBook(screen: 0)
    public var form: Form<FollowUpField>
    /// What the form is about.
    public internal(set) var subject: Subject
    /// The person's path; empty until it has come.
    public internal(set) var path: [PathStep] = []
    /// The open checks of the same desa, the nearest first, as they stood when the first was opened; `nil` until they have
    /// come.
    var queue: [DueFollowUp.Key]?
    /// Only checks given to this visitor are gone through.
    let givenTo: String?
    public var offeredDraft: RecordDraft?
    private var isBegun = false

    /// What the form is about.
    public enum Subject: Sendable {
        /// A check of the schedule.
        case check(DueFollowUp)
        /// What became of somebody after a class, outside the schedule.
        case outcome(ID<Participant>, PersonName, EnrollmentLine)

        /// After which enrollment.
        var enrollment: ID<Enrollment> {
            switch self {
            case .check(let check): check.enrollment
            case .outcome(_, _, let line): line.enrollment.id
            }
        }

        /// Whose.
        public var name: PersonName {
            switch self {
            case .check(let check): check.person.name
            case .outcome(_, let name, _): name
            }
        }

        var person: ID<Participant> {
            switch self {
            case .check(let check): check.person.id
            case .outcome(let person, _, _): person
            }
        }
    }

    enum Purpose {
        static let file = "file"
        static let queue = "queue"
        static let next = "next"
        static let draft = "draft"
        static let save = "save"
    }

    /// The form of a check.
    ///
    /// - Parameter visitor: after it, only checks given to this visitor follow.
    public init(_ check: DueFollowUp, givenTo visitor: String? = nil) {
        subject = .check(check)
        givenTo = visitor
        form = Form([])
    }

    /// The form of an outcome outside the schedule.
    public init(outcomeOf person: ID<Participant>, _ name: PersonName, after enrollment: EnrollmentLine) {
        subject = .outcome(person, name, enrollment)
        givenTo = nil
        form = Form([])
    }

    /// The check, where the form is of one.
    public var check: DueFollowUp? { if case .check(let check) = subject { check } else { nil } }

    /// The open checks of the desa that come after this one; all of them where this one is none of them.
    var later: ArraySlice<DueFollowUp.Key> {
        guard let queue, let check else { return [] }
        return queue.firstIndex(of: check.key).map { queue.dropFirst($0 + 1) } ?? queue[...]
    }

    /// How many open checks of the desa come after this one; `nil` until it is known.
    public var remaining: Int? { queue == nil ? nil : later.count }

    /// Keys wait for a save, for what comes after it, and while there may be a draft.
    public var holdsKeys: Bool {
        form.keyWaiting != nil
            || [Purpose.save, Purpose.next, Purpose.queue, Purpose.draft].contains { tickets.isWaiting(for: $0) }
    }

    public static let keys: [KeyBinding<Self>] =
        draftKeys + [
            KeyBinding(
                .control("s"), label: \.followUps.saveAndNext, when: { $0.check != nil }, run: { $0.submit($1) }),
            KeyBinding(
                .control("s"), label: \.classes.saveAndClose, when: { $0.check == nil }, run: { $0.submit($1) }),
        ] + formKeys.filter { !$0.keys.contains { [.enter, .control("s"), .function(5)].contains($0) } }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared:
            guard !isBegun else { return [askForFile(context)] }
            isBegun = true
            return [begin(context), askForFile(context)] + askForQueue(context)
        case .fileChanged:
            // Our own save is followed by the next check's file anyway.
            return tickets.isWaiting(for: Purpose.next) ? [] : [askForFile(context)]
        case .answered(let ticket, let answer):
            guard tickets.redeem(ticket) else { return nil }
            return take(ticket.purpose, answer, context)
        case .performed(let ticket, let receipt):
            guard tickets.redeem(ticket) else { return nil }
            return saved(receipt, context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return failed(failure, context)
        case .key, .paste: return type(event, context)
        case .resized, .achievement, .tick, .draftNotKept, .backupNotMade, .waiting, .exported, .woke, .progressed,
            .idle:
            return nil
        }
    }

    // Reading

    /// Lays out the form of the subject, and asks whether something was typed into it before.
    private mutating func begin(_ context: Context) -> Effect {
        let previous = form.values
        layOut(context)
        form.previous = previous
        offeredDraft = nil
        return askForDraft(context)
    }

    private mutating func askForFile(_ context: Context) -> Effect {
        let ticket = tickets.take(Purpose.file)
        guard let check else {
            let person = subject.person
            return .ask(ticket) { .path(try await $0.path(of: person)) }
        }
        let (key, today) = (check.key, context.today)
        return .ask(ticket) { .followUp(try await FollowUpFile.read(key, today: today, from: $0)) }
    }

    /// Asks what comes after this check: the same desa, and the same visitor where the list was of one.
    private mutating func askForQueue(_ context: Context) -> [Effect] {
        guard let check else { return [] }
        let query = FollowUpQuery(region: check.person.residence.sameDesa, visitor: givenTo)
        let today = context.today
        return [
            .ask(tickets.take(Purpose.queue)) {
                .followUps(
                    try await $0.followUps(query, today: today, count: FollowUpListModel.limit), total: nil)
            }
        ]
    }

    private mutating func take(_ purpose: String, _ answer: Answer, _ context: Context) -> [Effect] {
        switch answer {
        case .draft(let text):
            offeredDraft = text.flatMap(RecordDraft.init(text:))
            return []
        case .path(let path):
            self.path = path
            return []
        case .followUps(let checks, _):
            queue = checks.map(\.key)
            return []
        case .followUp(let file):
            if purpose == Purpose.next { return goOn(to: file, context) }
            guard let file else { return [.close, .say(Notice(context.words.sentence(for: .gone), .trouble))] }
            take(file)
            return []
        default: return []
        }
    }

    mutating func take(_ file: FollowUpFile) {
        subject = .check(file.check)
        path = file.path
        showDetailFields()
    }

    /// Begins the next check, or goes back where this was the last of its desa.
    private mutating func goOn(to file: FollowUpFile?, _ context: Context) -> [Effect] {
        guard let file else { return [.close] }
        // An answer about the check before is no longer waited for.
        _ = tickets.take(Purpose.file)
        subject = .check(file.check)
        let asking = begin(context)
        take(file)
        return [asking]
    }
}
