import Keyboard
import Training
import Words

/// All that is on file about one participant: fields, doubts, enrollments, and what was done when and by whom.
public struct ParticipantFileModel: PickingScreen, AskingScreen {
    public var tickets = TicketBook(screen: 0)
    /// Whose file it is.
    public let id: ID<Participant>
    /// What is on file; `nil` until it is read.
    public private(set) var file: ParticipantFile?
    /// Whether the participant is no longer on file.
    public private(set) var isGone = false
    /// Into whom the participant was merged, where that is why.
    public private(set) var mergedInto: ParticipantRow?
    /// Doubts, enrollments and history, under their headings.
    public private(set) var lines = ItemList<Line>()
    /// Whether NIK and phone are shown in full.
    public private(set) var isRevealed = false
    public var picker: Picker?
    public var question: Question?
    /// The class that is being assigned.
    private var assigned: (id: ID<TrainingClass>, code: Code)?
    /// The doubts about it that the clerk has confirmed.
    private var confirmed: Set<Doubt> = []

    /// The screen's rows above the list: the heading, the fields, a blank one.
    public static let headRows = 7

    /// One line of the list.
    public enum Line: Hashable, Sendable {
        case heading(Section)
        /// A section with nothing in it.
        case empty(Section)
        case doubt(Doubt)
        case enrollment(EnrollmentLine)
        /// A part of the path, as wide as the screen.
        case path(String)
        case outcome(Stored<Outcome>)
        case step(Step)

        /// Whether the cursor can stand on it.
        var isSelectable: Bool {
            switch self {
            case .heading, .empty, .path: false
            case .doubt, .enrollment, .outcome, .step: true
            }
        }

        /// What makes it the same line after the file was read again.
        fileprivate var identity: String {
            switch self {
            case .heading(let section), .empty(let section): "\(section)"
            case .doubt(let doubt): doubt.rawValue
            case .enrollment(let line): "\(line.enrollment.id)"
            case .path(let text): text
            case .outcome(let outcome): "\(outcome.id)"
            case .step(let step): "\(step.id)"
            }
        }
    }

    /// The parts of the list.
    public enum Section: Sendable { case doubts, enrollments, path, outcomes, history }

    private enum Purpose {
        static let file = "file"
        static let classes = "classes"
        static let enroll = "enroll"
        static let delete = "delete"
        static let reveal = "reveal"
        static let traces = "traces"
        static let forget = "forget"
        static let merged = "merged"
    }

    /// The file of one participant.
    public init(_ id: ID<Participant>) { self.id = id }

    public var takesText: Bool { picker != nil || question != nil }
    public var holdsKeys: Bool {
        picker?.isEnterWaiting == true || tickets.isWaiting(for: Purpose.delete)
            || (file == nil && !isGone && tickets.isWaiting(for: Purpose.file))
    }

    private var isReady: Bool { file != nil && !isGone && !takesText }

    /// The highlighted enrollment, where an enrollment is highlighted.
    public var highlightedEnrollment: EnrollmentLine? {
        if case .enrollment(let line) = lines.selected { line } else { nil }
    }

    /// The highlighted step of the history, where one is highlighted.
    public var highlightedStep: Step? {
        if case .step(let step) = lines.selected { step } else { nil }
    }

    public static let keys: [KeyBinding<Self>] = questionKeys + pickerKeys + ownKeys + moveKeys

    private static let moveKeys = KeyBinding<Self>.moves(
        when: { $0.isReady },
        run: { model, move, _ in
            model.move(move)
            return []
        })

    private static let ownKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .enter, label: \.participants.openClass, when: { $0.isReady && $0.highlightedEnrollment != nil },
            run: { model, _ in
                guard let line = model.highlightedEnrollment else { return [] }
                return [.open(.roster(line.enrollment.value.trainingClass))]
            }),
        KeyBinding(
            .enter, label: \.log.step, when: { $0.isReady && $0.highlightedStep != nil },
            run: { model, _ in model.highlightedStep.map { [.open(.loggedStep(LoggedStepModel($0)))] } ?? [] }),
        KeyBinding(
            .character("L"), label: \.log.ofPerson, onBottomLine: false, when: { $0.isReady },
            run: { model, _ in
                guard let name = model.file?.participant.value.name.text else { return [] }
                return [.open(.log(LogModel(of: LogModel.Person(id: model.id, name: name))))]
            }),
        KeyBinding(
            .character("D"), label: \.duplicates.ofPerson, onBottomLine: false, when: { $0.isReady },
            run: { model, _ in
                guard let name = model.file?.participant.value.name.text else { return [] }
                return [.open(.duplicates(DuplicatesModel(of: DuplicatesModel.Subject(id: model.id, name: name))))]
            }),
        KeyBinding(
            .enter, label: \.duplicates.openMerged, when: { $0.isGone && $0.mergedInto != nil },
            run: { model, _ in
                model.mergedInto.map { [.replace(.participantFile(ParticipantFileModel($0.id)))] } ?? []
            }),
        KeyBinding(
            .character("e"), label: \.edit, when: { $0.isReady },
            run: { model, _ in
                guard let file = model.file else { return [] }
                return [.open(.form(editing: file.participant))]
            }),
        KeyBinding(
            .character("h"), label: \.followUps.outcome, when: { $0.isReady }, run: { $0.openOutcome($1) }),
        KeyBinding(.character("c"), label: \.participants.assign, when: { $0.isReady }, run: { $0.openClasses($1) }),
        KeyBinding(
            .character("d"), label: \.delete, when: { $0.isReady },
            run: { model, context in
                guard let file = model.file else { return [] }
                model.question = .deleting(file, purpose: Purpose.delete, context)
                return []
            }),
        KeyBinding(
            .character("r"), label: \.reveal, when: { $0.isReady }, run: { model, _ in model.reveal() }
        ).needs(.revealing),
        KeyBinding(
            .character("H"), label: \.forget, onBottomLine: false, when: { $0.isReady },
            run: { model, _ in
                let id = model.id
                return [.ask(model.tickets.take(Purpose.traces)) { .traces(try await $0.traces(of: id)) }]
            }
        ).needs(.forgetting),
        KeyBinding(.escape, label: \.back, when: { !$0.takesText }, run: { _, _ in [.close] }),
    ]

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        if declines(event) { return [] }
        switch event {
        case .appeared, .fileChanged:
            fit(bodyRows: context.bodyRows)
            let id = id
            return [
                .ask(tickets.take(Purpose.file)) { .participantFile(try await ParticipantFile.read(id, from: $0)) }
            ]
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fit(bodyRows: resized.bodyRows)
            if let file { show(file, context) }
            return []
        case .key, .paste: return picker?.type(event) == true ? [] : nil
        case .answered(let ticket, let answer):
            guard tickets.redeem(ticket) else { return nil }
            return take(answer, context)
        case .performed(let ticket, let receipt):
            guard tickets.redeem(ticket) else { return nil }
            return performed(ticket.purpose, receipt, context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return failed(ticket.purpose, failure, context)
        case .achievement, .tick, .draftNotKept, .backupNotMade, .waiting, .exported, .woke, .progressed, .idle:
            return nil
        }
    }

    // What was read

    private mutating func take(_ answer: Answer, _ context: Context) -> [Effect] {
        switch answer {
        case .participantFile(let file):
            isGone = file == nil
            if isGone {
                picker = nil
                question = nil
            }
            show(file, context)
            return isGone ? [askIntoWhom()] : []
        case .holder(let row):
            mergedInto = row
            return []
        case .traces(let traces): return askToForget(traces, context)
        case .classes(let classes): return supplyPicker(classes.map(Self.choice), context)
        default: return []
        }
    }

    private mutating func askIntoWhom() -> Effect {
        let id = id
        return .ask(tickets.take(Purpose.merged)) { store in
            guard let stays = try await store.whoStays(for: id) else { return .holder(nil) }
            return .holder(try await store.row(of: stays))
        }
    }

    private mutating func show(_ file: ParticipantFile?, _ context: Context) {
        self.file = file
        let isFirst = lines.isEmpty
        lines.replace(with: file.map { Self.lines(of: $0, context) } ?? [], sameness: \.identity)
        if isFirst { lines.select(0) }
        settle(forward: true)
    }

    private static func lines(of file: ParticipantFile, _ context: Context) -> [Line] {
        let doubts: [Line] = file.doubts.isEmpty ? [] : [.heading(.doubts)] + file.doubts.map { .doubt($0) }
        let enrollments = file.enrollments.map { Line.enrollment($0) }
        let steps = file.log.map { Line.step($0) }
        return doubts + [.heading(.enrollments)] + (enrollments.isEmpty ? [.empty(.enrollments)] : enrollments)
            + becoming(of: file, context) + [.heading(.history)] + (steps.isEmpty ? [.empty(.history)] : steps)
    }

    /// What became of somebody: the path as a line, and what was found. Not shown before anything has.
    private static func becoming(of file: ParticipantFile, _ context: Context) -> [Line] {
        guard file.path.count > 1 else { return [] }
        let path = PathText(file.path, context.words).lines(width: context.columns - 5).map { Line.path($0) }
        let outcomes = file.outcomes.reversed().map { Line.outcome($0) }
        return [.heading(.path)] + path + (outcomes.isEmpty ? [] : [.heading(.outcomes)] + outcomes)
    }

    // Moving

    private mutating func move(_ move: ListMove) {
        lines.move(move)
        switch move {
        case .down, .pageDown, .first: settle(forward: true)
        case .up, .pageUp, .last: settle(forward: false)
        }
    }

    /// Goes on to a line that the cursor can stand on; where there is none that way, back.
    private mutating func settle(forward: Bool) {
        let places = lines.items.indices.filter { lines.items[$0].isSelectable }
        let here = lines.cursor.index
        let after = places.first { $0 >= here }
        let before = places.last { $0 <= here }
        guard let place = forward ? after ?? before : before ?? after else { return }
        // A heading just above comes into sight with its first line.
        if !forward, place == places.first { lines.select(0) }
        lines.select(place)
    }

    private mutating func fit(bodyRows: Int) {
        lines.rows = max(1, bodyRows - Self.headRows)
        picker?.resize(rows: bodyRows - 5)
    }

    // Doing

    /// Opens the form of an outcome: after the highlighted class, or else the last that was completed.
    private mutating func openOutcome(_ context: Context) -> [Effect] {
        guard let file else { return [] }
        let completed = file.enrollments.filter {
            [.completed, .certified].contains($0.enrollment.value.standing.status)
        }
        guard let line = completed.first(where: { $0 == highlightedEnrollment }) ?? completed.first else {
            return [.say(Notice(context.words.followUps.noOutcome, .trouble))]
        }
        return [
            .open(.followUpForm(FollowUpFormModel(outcomeOf: id, file.participant.value.name, after: line)))
        ]
    }

    private mutating func reveal() -> [Effect] {
        if isRevealed {
            isRevealed = false
            return []
        }
        return [.reveal(tickets.take(Purpose.reveal), id)]
    }

    private mutating func askToForget(_ traces: ForgottenTraces?, _ context: Context) -> [Effect] {
        let (words, number) = (context.words.forget, context.words.language.number)
        guard let traces, !traces.isForgotten else { return [.say(Notice(words.already, .trouble))] }
        question = Question(
            title: words.title(traces.name),
            details: [
                words.replaced, words.kept(number(traces.enrollments), number(traces.followUps)), words.copies,
                words.exports(number(traces.exports.count)), words.final,
            ],
            action: .forget(id, reason: nil), purpose: Purpose.forget)
        return []
    }

    private mutating func openClasses(_ context: Context) -> [Effect] {
        guard let file else { return [] }
        picker = Picker(
            context.words.participants.assignTitle(file.participant.value.name.text), [], isLoading: true,
            rows: context.bodyRows - 5)
        let year = context.year
        return [.ask(tickets.take(Purpose.classes)) { .classes(try await $0.classes(of: year)) }]
    }

    private static func choice(_ line: ClassLine) -> Choice {
        let trainingClass = line.trainingClass
        return Choice(
            id: "\(trainingClass.id)", code: trainingClass.value.code.text, label: line.program.title,
            note: "\(line.taken)/\(trainingClass.value.seats) · \(trainingClass.value.start.onScreen)")
    }

    public mutating func picked(_ choice: Choice, _ context: Context) -> [Effect] {
        guard let trainingClass = ID<TrainingClass>(choice.id), let code = Code(choice.code) else { return [] }
        assigned = (trainingClass, code)
        confirmed = []
        return [.perform(tickets.take(Purpose.enroll), enrolling(in: trainingClass))]
    }

    private func enrolling(in trainingClass: ID<TrainingClass>) -> Action {
        .enroll([id], in: trainingClass, standing: nil, confirmed: confirmed)
    }

    private mutating func performed(_ purpose: String, _ receipt: Receipt, _ context: Context) -> [Effect] {
        let words = context.words.participants
        let name = file?.participant.value.name.text ?? ""
        switch purpose {
        case Purpose.reveal:
            isRevealed = true
            return []
        case Purpose.forget:
            isRevealed = false
            let number = context.words.language.number(file?.enrollments.count ?? 0)
            return [.say(Notice(context.words.forget.done(number), .done))]
        case Purpose.delete: return [.say(Notice(words.deleted(name), .done)), .close]
        case Purpose.enroll:
            let code = assigned?.code.text ?? ""
            return receipt.changed > 0
                ? [.say(Notice(words.enrolled(name, code), .done))]
                : [.say(Notice(words.alreadyIn(name, code), .trouble))]
        default: return []
        }
    }

    private mutating func failed(_ purpose: String, _ failure: Failure, _ context: Context) -> [Effect] {
        if case .refused(.unconfirmed(let doubts, let others)) = failure, purpose == Purpose.enroll,
            let assigned, let name = file?.participant.value.name
        {
            confirmed.formUnion(doubts)
            question = .confirming(
                doubts, others, of: name, action: enrolling(in: assigned.id), purpose: Purpose.enroll, context)
            return []
        }
        if purpose == Purpose.classes { picker = nil }
        return [.say(Notice(context.sentence(for: failure), .trouble))]
    }
}
