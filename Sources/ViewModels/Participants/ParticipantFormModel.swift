import Keyboard
import Training
import Words

/// The entry form of a participant: new, edited, or somebody on file who is assigned to a class.
public struct ParticipantFormModel: EntryForm {
    public var tickets = TicketBook(screen: 0)
    public var form: Form<Field>
    /// What the form is about now.
    public internal(set) var purpose: Purpose
    /// Who holds the NIK that was typed, where somebody does.
    public internal(set) var holder: ParticipantRow?
    /// What was found doubtful when saving, until it is answered.
    public internal(set) var question: Question?
    /// What was saved last; shown until the next save.
    public internal(set) var echo: Echo?
    /// Why the last save did not happen; shown until something is typed.
    public internal(set) var trouble: String?
    /// What was typed earlier and not saved, newest first: offered while nothing is typed.
    public internal(set) var offeredDrafts: [FormDraft] = []
    /// The classes of the year that are known: all, or those that were sought last.
    public internal(set) var classes: [ClassLine] = []

    var isPrepared = false
    /// The doubts that the clerk confirmed for what stands in the form.
    var confirmed: Set<Doubt> = []
    /// The entry form as it was when something else took its place.
    var suspended: SuspendedEntry?
    /// The record of another desk that the conflict screen was opened about.
    var conflictingVersion: ID<Step>?
    /// Whether the two records side by side were opened from here.
    var isMerging = false
    /// The NIK that somebody is given when their form opens.
    private var givenNIK: NIK?

    /// The form's fields, in the order in which they are asked for.
    public enum Field: String, FieldID, CaseIterable {
        case nik, noNIKReason, name, birthplace, birthDate, sex, kecamatan, desa, address, phone, education, occupation,
            trainingClass
    }

    /// What the form is about.
    public enum Purpose: Hashable, Sendable {
        /// A new participant.
        case entry
        /// A participant on file, as they were when editing began.
        case edit(Stored<Participant>)
        /// Somebody on file who is assigned to a class.
        case assign(ParticipantRow)

        var isAboutAClass: Bool { if case .edit = self { false } else { true } }
    }

    /// What was found doubtful.
    public struct Question: Hashable, Sendable {
        public var doubts: [Doubt]
        /// The people that a doubt is about.
        public var others: [ParticipantRow]
    }

    /// What was saved.
    public struct Echo: Hashable, Sendable {
        /// The line that tells it.
        public var text: String
        /// Whose record it was.
        public var participant: ID<Participant>?
    }

    struct SuspendedEntry: Sendable {
        var form: Form<Field>
        var holder: ParticipantRow?
        var offeredDrafts: [FormDraft]
    }

    /// An entry form; people entered go to a class where one is given, and the first has the NIK that is known already.
    public init(assignTo line: ClassLine? = nil, nik: NIK? = nil) {
        purpose = .entry
        form = Form(Self.fields)
        if let line { form[.trainingClass]?.chosen = Self.choice(line, seats: "") }
        if line != nil { form[.trainingClass]?.origin = .carried }
        form.markUnchanged()
        if let nik { form[.nik]?.text = nik.digits }
    }

    /// The form of a participant on file.
    ///
    /// - Parameter nik: what they are given, where they have none yet.
    public init(editing stored: Stored<Participant>, nik: NIK? = nil) {
        purpose = .edit(stored)
        form = Form(Self.fields)
        givenNIK = nik
    }

    // Keys

    public static let keys: [KeyBinding<Self>] =
        questionKeys
        + [
            KeyBinding(.enter, label: { $0.restoreDraft }, when: { $0.draftTakesKeys }, run: { $0.restoreOffered($1) }),
            KeyBinding(
                .delete, label: { $0.discardDraft }, when: { $0.draftTakesKeys }, run: { $0.discardOffered($1) }),
            KeyBinding(.enter, label: { $0.next }, when: { $0.mustKnowHolder }, run: { $0.waitForHolder($1) }),
            KeyBinding(.enter, label: { $0.assignHolder }, when: { $0.holderIsInFocus }, run: { $0.assignHolder($1) }),
            KeyBinding(
                .function(6), label: { $0.assignHolder }, onBottomLine: false,
                when: { $0.otherPerson != nil && $0.canAssign },
                run: { $0.assignHolder($1) }),
            KeyBinding(
                .function(6), label: { $0.duplicates.mergeHolder }, when: { $0.canMerge }, run: { $0.openMerge($1) }),
            KeyBinding(
                .function(8), label: { $0.duplicates.giveNIK }, when: { $0.canGiveNIK },
                run: { $0.askForOneWithout($1) }),
            KeyBinding(
                .function(7), label: { $0.openHolder }, when: { $0.otherPerson != nil }, run: { $0.openOther($1) }),
            KeyBinding(
                .control("p"), label: { $0.justSaved }, onBottomLine: false, when: { $0.canGoBackToSaved },
                run: { $0.askForSaved($1) }),
            KeyBinding(
                .control("r"), label: { $0.revealFields }, onBottomLine: false, when: { $0.hidesSomething },
                run: { $0.reveal($1) }
            ).needs(.revealing),
        ] + formKeys.map { $0.only(when: { $0.question == nil }) }

    private static let questionKeys: [KeyBinding<Self>] = [
        KeyBinding(.enter, .control("s"), label: { $0.confirm }, when: { $0.question != nil }, run: { $0.confirm($1) }),
        KeyBinding(.escape, label: { $0.back }, when: { $0.question != nil }, run: { $0.takeBackQuestion($1) }),
    ]

    /// Whether keys must wait: for the end of a save, for a draft that may be there, for the record to go back to.
    public var holdsKeys: Bool {
        form.keyWaiting != nil || [Purposes.save, .draft, .saved].contains { tickets.isWaiting(for: $0.rawValue) }
    }

    /// What the screen waits for.
    enum Purposes: String { case save, draft, saved, holder, classes, soughtClasses, conflict, reveal, without }

    // Events

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared: return appeared(context)
        case .key, .paste: return question == nil ? type(event, context) : refuse(event, context)
        case .answered(let ticket, let answer):
            guard let purpose = Purposes(rawValue: ticket.purpose), tickets.redeem(ticket) else { return [] }
            return answered(purpose, answer, context)
        case .performed(let ticket, let receipt):
            guard tickets.redeem(ticket) else { return [] }
            if ticket.purpose == Purposes.reveal.rawValue { unmask() }
            return ticket.purpose == Purposes.save.rawValue ? saved(receipt, context) : []
        case .failed(let ticket, let failure):
            guard let purpose = Purposes(rawValue: ticket.purpose), tickets.redeem(ticket) else { return [] }
            return failed(purpose, failure, context)
        case .fileChanged: return isPrepared && purpose.isAboutAClass ? [askForClasses(context)] : []
        case .resized, .achievement, .tick, .draftNotKept, .backupNotMade, .waiting, .exported, .woke, .progressed,
            .idle:
            return nil
        }
    }

    private mutating func appeared(_ context: Context) -> [Effect] {
        guard !isPrepared else { return cameBack(context) }
        isPrepared = true
        prepareLists(context)
        var effects = [askForClasses(context), askForDraft(context)]
        if case .edit(let stored) = purpose { effects += fill(from: stored, context) }
        if let givenNIK {
            form[.nik]?.text = givenNIK.digits
            effects += fieldChanged(.nik, context)
            fieldLeft(.nik, context)
        }
        if case .entry = purpose, form[.nik]?.isEmpty == false {
            effects += fieldChanged(.nik, context)
            _ = form.advance()
        }
        return effects
    }

    private mutating func cameBack(_ context: Context) -> [Effect] {
        var effects = [askForClasses(context)]
        if conflictingVersion != nil, case .edit(let stored) = purpose {
            let ticket = tickets.take(Purposes.conflict.rawValue)
            effects.append(.ask(ticket) { .participantFile(try await ParticipantFile.read(stored.id, from: $0)) })
        }
        // Another screen may have given the NIK typed here to somebody.
        effects += askForHolder(context)
        return effects
    }

    /// While a question stands, what is typed answers nothing, and the clerk is told so.
    private func refuse(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .key(.function), .key(.control): nil
        default: [.say(Notice(context.words.entry.answerFirst, .trouble))]
        }
    }

    private mutating func answered(_ purpose: Purposes, _ answer: Answer, _ context: Context) -> [Effect] {
        switch (purpose, answer) {
        case (.classes, .fittingClasses(let lines, let total)): return takeClasses(lines, of: total, context)
        case (.soughtClasses, .fittingClasses(let lines, let total)):
            return takeSoughtClasses(lines, of: total, context)
        case (.draft, .draft(let text)): return takeDraft(text, context)
        case (.holder, .holder(let row)): return takeHolder(row, context)
        case (.saved, .participant(let stored)): return goBack(to: stored, context)
        case (.without, .participant(let stored)): return giveNIK(to: stored, context)
        case (.conflict, .participantFile(let file)): return afterConflict(file, context)
        default: return []
        }
    }

    private mutating func failed(_ purpose: Purposes, _ failure: Failure, _ context: Context) -> [Effect] {
        switch purpose {
        case .save: return notSaved(failure, context)
        case .classes, .soughtClasses:
            // An empty list lets a waiting key go on; the list is asked for again when the file changes.
            let effects = supply([], to: .trainingClass, context)
            form[.trainingClass]?.message = .trouble(context.sentence(for: failure))
            return effects
        case .holder:
            // The store looks again when saving.
            return takeHolder(nil, context)
        case .draft, .saved, .conflict, .reveal, .without:
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        }
    }
}
