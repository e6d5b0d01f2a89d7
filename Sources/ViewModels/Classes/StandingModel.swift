import Keyboard
import Training
import Words

/// The form that gives several people of a roster another status at once: from when, and with which certificates or why.
public struct StandingModel: DraftedForm {
    public var tickets = TicketBook(screen: 0)
    public var form: Form<StandingField>

    /// The class.
    public let trainingClass: ClassLine
    /// Those whose status is to change, in the roster's order.
    public let chosen: [RosterLine]
    /// Everybody in the class: whose certificates are taken.
    private let roster: [RosterLine]
    private let today: CalendarDate
    /// What was typed earlier for the same people and not saved.
    public var offeredDraft: RecordDraft?
    private var isBegun = false

    /// The fields of the form.
    public enum StandingField: String, FieldID { case status, date, number, reason }

    /// A change of status for people of a class, from today unless told otherwise.
    public init(of chosen: [RosterLine], in trainingClass: ClassLine, roster: [RosterLine], today: CalendarDate) {
        self.chosen = chosen
        self.trainingClass = trainingClass
        self.roster = roster
        self.today = today
        form = Form([
            FormField(.status, ChoiceList(), required: true, ditto: false) { $0.terms.statusLabel },
            FormField(.date, .date, required: true, ditto: false) { $0.classes.since },
            FormField(.number, required: true, ditto: false) { $0.classes.certificate(chosen.count) },
            FormField(.reason, required: true, ditto: false) { $0.terms.dropReason },
        ])
        form.enterVisitsAll = true
        form[.date]?.text = today.onScreen
        form[.date]?.typingReplaces = true
        form.markUnchanged()
        showDetailFields()
    }

    /// A save is under way, or there may be a draft: keys wait for each.
    public var holdsKeys: Bool {
        form.keyWaiting != nil || tickets.isWaiting(for: "save") || tickets.isWaiting(for: "draft")
    }

    public static let keys: [KeyBinding<Self>] =
        draftKeys + [KeyBinding(.control("s"), label: { $0.classes.apply }, run: { $0.submit($1) })]
        + formKeys.filter { !$0.keys.contains { Self.ownOrUnused.contains($0) } }

    /// Keys of ``FormScreen/formKeys`` that mean something else here, or that only a run of many records needs.
    private static let ownOrUnused: Set<Key> = [.enter, .control("s"), .function(4), .function(5), .character("\"")]

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared: return appear(context)
        case .answered(let ticket, .draft(let text)):
            guard tickets.redeem(ticket) else { return nil }
            offeredDraft = text.flatMap(RecordDraft.init(text:))
            openStatuses(context)
            return []
        case .performed(let ticket, let receipt):
            guard tickets.redeem(ticket) else { return nil }
            let status = context.words.terms.status(status ?? .registered)
            let said = context.words.classes.standingSet(receipt.changed, status)
            return [forgetDraft(), .close, .say(Notice(said, .done))]
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            openStatuses(context)
            return failed(failure, context)
        case .key, .paste: return type(event, context)
        case .answered, .fileChanged, .resized, .achievement, .tick, .draftNotKept, .backupNotMade, .waiting, .exported,
            .woke, .progressed, .idle:
            return nil
        }
    }

    private mutating func appear(_ context: Context) -> [Effect] {
        guard !isBegun else {
            openStatuses(context)
            return []
        }
        isBegun = true
        form[.status]?.list?.supply(
            EnrollmentStatus.allCases.map { Choice(id: $0.rawValue, label: context.words.terms.status($0)) })
        return [askForDraft(context)]
    }

    /// Shows all statuses, on the one that most of those chosen come to next; not while Enter goes on with a draft.
    private mutating func openStatuses(_ context: Context) {
        guard form[.status]?.isEmpty == true, !offersDraft else { return }
        guard var field = form.focused, field.id == .status else { return }
        _ = field.type(.character(" "))
        for _ in 0..<(EnrollmentStatus.allCases.firstIndex(of: likeliest) ?? 0) { _ = field.type(.down) }
        form.focused = field
    }

    private var likeliest: EnrollmentStatus {
        let counts = Dictionary(grouping: chosen) { $0.enrollment.value.standing.status }.mapValues(\.count)
        // In the statuses' order, so that equal counts always give the same.
        let usual = EnrollmentStatus.allCases.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
        return switch usual {
        case .registered, .dropped, .cancelled, nil: .attending
        case .attending: .completed
        case .completed, .certified: .certified
        }
    }

    // What the fields say

    /// The status chosen.
    public var status: EnrollmentStatus? { form[.status]?.chosen.flatMap { EnrollmentStatus(rawValue: $0.id) } }

    private var date: CalendarDate? {
        guard let text = form[.date]?.text, let latest = CalendarDate(year: 2099, month: 12, day: 31) else {
            return nil
        }
        return CalendarDate(typed: text, latest: latest)
    }

    /// Those who get a certificate now: of several, whoever has one keeps it; a single one can be given another number.
    private var toCertify: [RosterLine] {
        chosen.count == 1 ? chosen : chosen.filter { $0.enrollment.value.standing.status != .certified }
    }

    /// Numbers that are years on paper: the class's fiscal year, and that of the certificates' date.
    private var years: Set<Int> { [trainingClass.program.year, (date ?? today).year] }

    /// What everybody's standing will be; empty where the fields do not say yet.
    public var standings: [(line: RosterLine, standing: EnrollmentStanding)] {
        guard let status, let date else { return [] }
        switch status {
        case .certified:
            let lines = toCertify
            guard let first = form[.number]?.text.fieldText else { return [] }
            let series = Series(first: first, years: years)
            guard series != nil || lines.count == 1 else { return [] }
            return lines.enumerated().map { place, line in (line, .certified(on: date, number: series?[place] ?? first))
            }
        case .dropped:
            guard let reason = form[.reason]?.text.fieldText else { return [] }
            return chosen.map { ($0, .dropped(on: date, reason: reason)) }
        case .registered, .attending, .completed, .cancelled:
            return chosen.compactMap { line in EnrollmentStanding(status, on: date).map { (line, $0) } }
        }
    }

    /// The next number after those that the class has; a single certified person's own.
    private var proposedNumber: String? {
        if chosen.count == 1, case .certified(_, let number)? = chosen.first?.enrollment.value.standing {
            return number
        }
        return Series.next(after: taken.map(\.number), years: years)
    }

    private var taken: [(number: String, line: RosterLine)] {
        let changing = Set(toCertify.map(\.enrollment.id))
        return roster.compactMap { line in
            guard case .certified(_, let number) = line.enrollment.value.standing,
                !changing.contains(line.enrollment.id)
            else { return nil }
            return (number, line)
        }
    }

    // The form

    private mutating func showDetailFields() {
        let status = status
        form[.number]?.isHidden = status != .certified
        form[.reason]?.isHidden = status != .dropped
    }

    public mutating func fieldChanged(_ id: StandingField, _ context: Context) -> [Effect] {
        if id == .status { statusChanged() }
        return [keepDraft()]
    }

    private mutating func statusChanged() {
        showDetailFields()
        if status == .certified, form[.number]?.isEmpty == true, let number = proposedNumber {
            form[.number]?.text = number
            form[.number]?.typingReplaces = true
        }
    }

    public mutating func fieldLeft(_ id: StandingField, _ context: Context) {
        guard id == .date else { return }
        if let date { form[.date]?.text = date.onScreen }
        form[.date]?.typingReplaces = true
    }

    public func message(for id: StandingField, _ context: Context) -> FieldMessage? {
        switch id {
        case .date:
            guard let date else { return .trouble(context.words.entry.noDate(form[.date]?.text ?? "")) }
            return date > today ? .doubt(context.words.classes.inFuture) : nil
        case .number: return numberMessage(context)
        case .reason:
            return form[.reason]?.text.fieldText == nil
                ? .trouble(context.words.entry.required(context.words.terms.dropReason)) : nil
        case .status: return nil
        }
    }

    private func numberMessage(_ context: Context) -> FieldMessage? {
        let words = context.words.classes
        guard let first = form[.number]?.text.fieldText else {
            return .trouble(context.words.entry.required(context.words.terms.certificateNumber))
        }
        if toCertify.count > 1, Series(first: first, years: years) == nil { return .trouble(words.noSeries) }
        let numbers = Set(standings.compactMap(\.standing.detail))
        if let clash = taken.first(where: { numbers.contains($0.number) }) {
            return .trouble(words.numberTaken(clash.number, clash.line.participant.name.text))
        }
        return nil
    }

    public mutating func save(_ context: Context) -> [Effect] {
        let changes = standings.map { (enrollment: $0.line.enrollment.id, standing: $0.standing) }
        guard !changes.isEmpty else {
            return [forgetDraft(), .close, .say(Notice(context.words.classes.nothingToChange, .trouble))]
        }
        return [.perform(tickets.take("save"), .setStandings(changes))]
    }

    private mutating func failed(_ failure: Failure, _ context: Context) -> [Effect] {
        guard case .refused(.dateBeforeClass) = failure else {
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        }
        form[.date]?.message = .trouble(context.sentence(for: failure))
        form.focus(on: .date)
        return []
    }
}

// What was typed and not saved
extension StandingModel {
    /// One draft for each set of people of a class, in whatever order they stand.
    public var draftName: String {
        let people = chosen.map(\.enrollment.id).sorted().map(\.description).joined(separator: ",")
        return "standing \(trainingClass.trainingClass.id) \(people)"
    }

    /// None: whoever sets statuses last is right.
    public var draftVersion: Int64? { nil }

    public var isTouched: Bool { form.isChanged }

    public func tellingFields(of draft: FormDraft) -> [StandingField] {
        let status = draft.fields[StandingField.status.rawValue]?.value.choice?.id
        let detail: StandingField? =
            switch status.flatMap(EnrollmentStatus.init(rawValue:)) {
            case .certified: .number
            case .dropped: .reason
            default: nil
            }
        return [.status, .date] + [detail].compactMap(\.self)
    }

    public mutating func draftRestored(_ draft: RecordDraft) { showDetailFields() }

    public mutating func draftDropped(_ context: Context) { openStatuses(context) }
}
