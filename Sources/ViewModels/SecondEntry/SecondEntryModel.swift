import Keyboard
import Training
import Words

/// The second entry of a class's paper forms: each is keyed again blind, compared field by field as fields are left, and whichever
/// entry was right is kept.
///
/// What the first entry said stands nowhere on screen before a field that differs was left.
public struct SecondEntryModel: EntryForm {
    public typealias Field = ParticipantFormModel.Field

    public var tickets = TicketBook(screen: 0)
    /// The entry form as clerks know it, for its fields, lists and checks. The class is given and not asked for.
    var entry = ParticipantFormModel()
    /// The class.
    public let id: ID<TrainingClass>
    /// The class with its program; `nil` until it was read.
    public private(set) var line: ClassLine?
    /// Its people, each as the first entry left them.
    public private(set) var people: [SecondEntryLine] = []
    /// Whose form is being keyed.
    var owner = FormOwner.unknown
    /// Who the clerk said it is, where the fields alone would not find them.
    var pointedAt: ID<Enrollment>?
    /// What was found in the fields that were left.
    var findings = Findings()
    /// The fields that differ, and of which the clerk has not said which entry is right.
    var openFields: [VerifiedField] = []
    /// What is being saved.
    var saving: SecondEntry?
    /// What the store found doubtful in a correction, until it is answered.
    public internal(set) var question: ParticipantFormModel.Question?
    /// What was saved last; shown until the next save.
    public internal(set) var echo: String?
    /// Why the last save did not happen; shown until something is typed.
    public internal(set) var trouble: String?
    /// What was keyed earlier and not saved: offered while nothing is keyed.
    var offeredDraft: KeptSecondEntry?
    /// The doubts that the clerk confirmed for what stands in the form.
    var confirmed: Set<Doubt> = []
    private var isPrepared = false

    /// What was found in the fields of one form.
    struct Findings: Hashable, Sendable, Codable {
        /// The fields that differed when they were left, whatever was made of it.
        var differed: Set<VerifiedField> = []
        /// Those in which the clerk took the second entry.
        var second: Set<VerifiedField> = []
        /// Those in which the first entry was put back.
        var first: Set<VerifiedField> = []
    }

    /// The second entry of a class.
    public init(_ id: ID<TrainingClass>) {
        self.id = id
        form[.trainingClass]?.isHidden = true
    }

    public var form: Form<Field> {
        get { entry.form }
        set { entry.form = newValue }
    }

    /// Whose form is being keyed, once that is known.
    public var subject: SecondEntryLine? { owner.enrollment.flatMap(person) }

    func person(_ enrollment: ID<Enrollment>) -> SecondEntryLine? { people.first { $0.enrollment == enrollment } }

    /// How many of the class were keyed a second time.
    public var verified: Int { people.count(where: \.isVerified) }

    // Keys

    public static let keys: [KeyBinding<Self>] =
        questionKeys + (draftKeys + decisionKeys + movingKeys + otherKeys).map { $0.only(when: { $0.question == nil }) }

    private static let questionKeys: [KeyBinding<Self>] = [
        KeyBinding(.enter, .control("s"), label: \.confirm, when: { $0.question != nil }, run: { $0.confirm($1) }),
        KeyBinding(
            .escape, label: \.back, when: { $0.question != nil },
            run: { model, _ in
                model.question = nil
                return []
            }),
    ]

    private static let draftKeys: [KeyBinding<Self>] = [
        KeyBinding(.enter, label: \.restoreDraft, when: { $0.draftTakesKeys }, run: { $0.restoreOffered($1) }),
        KeyBinding(.delete, label: \.discardDraft, when: { $0.draftTakesKeys }, run: { $0.discardOffered($1) }),
    ]

    private static let decisionKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .function(2), label: \.secondEntry.firstRight, when: { $0.openDifference != nil },
            run: { $0.takeFirst($1) }),
        KeyBinding(
            .function(3), label: \.secondEntry.secondRight, when: { $0.openDifference != nil },
            run: { $0.takeSecond($1) }),
        KeyBinding(
            .function(6), label: \.secondEntry.thisPerson, when: { $0.owner.neighbour != nil }, run: { $0.point($1) }),
        KeyBinding(
            .function(6), label: \.secondEntry.otherPerson, onBottomLine: false, when: { $0.pointedAt != nil },
            run: { $0.point($1) }),
    ]

    /// The keys that leave a field, after which what was passed is compared.
    private static let movingKeys: [KeyBinding<Self>] = [
        KeyBinding(.enter, label: \.next, run: { $0.leaving($1) { $0.goOn($1) } }),
        KeyBinding(.control("s"), label: \.secondEntry.save, run: { $0.leaving($1) { $0.submit($1) } }),
        KeyBinding(.tab, label: \.anyField, onBottomLine: false, run: { $0.leaving($1) { $0.visit(1, by: .tab, $1) } }),
        KeyBinding(
            .backTab, label: \.anyField, onBottomLine: false, run: { $0.leaving($1) { $0.visit(-1, by: .backTab, $1) } }
        ),
        KeyBinding(
            .down, label: \.anyField, onBottomLine: false, run: { $0.leaving($1) { $0.visit(1, by: .down, $1) } }),
        KeyBinding(.up, label: \.anyField, onBottomLine: false, run: { $0.leaving($1) { $0.visit(-1, by: .up, $1) } }),
    ]

    private static let otherKeys: [KeyBinding<Self>] =
        [
            KeyBinding(
                .function(8), label: \.secondEntry.people, when: { $0.line != nil },
                run: { model, _ in model.line.map { [.open(.secondEntryList(SecondEntryListModel(of: $0)))] } ?? [] }),
            KeyBinding(
                .function(9), label: \.secondEntry.rates, onBottomLine: false, when: { $0.line != nil },
                run: { model, _ in model.line.map { [.open(.errorRates(ErrorRatesModel(of: $0)))] } ?? [] }),
        ]
        + formKeys.filter { $0.keys.allSatisfy { ![.enter, .tab, .backTab, .down, .up, .control("s")].contains($0) } }

    private mutating func leaving(
        _ context: Context, _ move: (inout Self, Context) -> [Effect]
    ) -> [Effect] {
        let effects = move(&self, context)
        compareWhatWasPassed(context)
        return effects
    }

    /// Whether keys must wait: for the class and a draft that may be there, and for the end of a save.
    public var holdsKeys: Bool {
        form.keyWaiting != nil || (line == nil && tickets.isWaiting(for: Purpose.people))
            || [Purpose.save, Purpose.draft].contains { tickets.isWaiting(for: $0) }
    }

    /// What the screen waits for.
    enum Purpose {
        static let people = "people"
        static let draft = "draft"
        static let save = "save"
    }

    // Events

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared:
            guard !isPrepared else { return [askForPeople()] }
            isPrepared = true
            entry.prepareLists(context)
            form.markUnchanged()
            return [askForPeople(), askForDraft(context)]
        case .fileChanged: return [askForPeople()]
        case .key, .paste: return question == nil ? type(event, context) : refuse(event, context)
        case .answered(let ticket, let answer):
            guard tickets.redeem(ticket) else { return nil }
            return answered(answer, context)
        case .performed(let ticket, _):
            guard tickets.redeem(ticket) else { return nil }
            return saved(context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return ticket.purpose == Purpose.save
                ? notSaved(failure, context) : [.say(Notice(context.sentence(for: failure), .trouble))]
        case .resized, .achievement, .tick, .draftNotKept, .backupNotMade, .waiting, .exported, .woke, .progressed,
            .idle:
            return nil
        }
    }

    mutating func askForPeople() -> Effect {
        let id = id
        return .ask(tickets.take(Purpose.people)) { store in
            let line = try await store.trainingClass(id)
            return .secondEntries(line, try await store.secondEntries(of: id))
        }
    }

    /// While a question stands, what is typed answers nothing, and the clerk is told so.
    private func refuse(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .key(.function), .key(.control): nil
        default: [.say(Notice(context.words.entry.answerFirst, .trouble))]
        }
    }

    private mutating func answered(_ answer: Answer, _ context: Context) -> [Effect] {
        switch answer {
        case .secondEntries(nil, _): return [.close, .say(Notice(context.words.sentence(for: .gone), .trouble))]
        case .secondEntries(let line?, let people):
            self.line = line
            self.people = people
            seekOwner(context)
            if form[.nik]?.isEmpty == false || form[.name]?.isEmpty == false { check(ownerField, context) }
            compareWhatWasPassed(context)
        case .draft(let text): takeDraft(text)
        default: break
        }
        return []
    }
}
