import Keyboard
import Training
import Words

/// The fields of a check.
public enum FollowUpField: String, FieldID {
    case visitor, date, method, outcome, employer, business, sector, formal, related, wage, nib, turnover, workers,
        trainedWorkers, reason, nextTry, note
}

extension FollowUpFormModel {
    /// What the list of results has besides outcomes: nobody was reached.
    static let attempt = "attempt"
    private static let yes = "yes"
    private static let no = "no"
    /// A next try is proposed after so many days.
    private static let daysToNextTry = 14

    // Laying out

    /// Puts the fields of the subject in, with what is carried from the last check.
    mutating func layOut(_ context: Context) {
        form = Form(Self.fields(context.words))
        form.pinsFields = false
        let results = results(context.words)
        form[.outcome]?.list?.supply(results)
        let visit = context.visit
        let isOfCheck = check != nil
        form[.visitor]?.isHidden = !isOfCheck
        form[.method]?.isHidden = !isOfCheck
        propose(visit?.visitor ?? check?.visitor ?? givenTo ?? "", in: .visitor)
        let date = visit.flatMap { $0.enteredOn == context.today ? $0.date : nil }
        propose((date ?? context.today).onScreen, in: .date)
        let method = visit?.method ?? .visit
        let choice = form[.method]?.list?.matches.first { $0.id == method.rawValue }
        form[.method]?.chosen = choice
        form[.method]?.origin = .carried
        showDetailFields()
        form.markUnchanged()
        if let id = form.fields.first(where: \.needsTheClerk)?.id { form.begin(on: id) }
    }

    private mutating func propose(_ text: String, in id: FollowUpField) {
        form[id]?.text = text
        form[id]?.typingReplaces = !text.isEmpty
        form[id]?.origin = .carried
    }

    private static func fields(_ words: Phrasebook) -> [FormField<FollowUpField>] {
        let terms = words.monitoring
        let sectors = Self.numbered(Outcome.Sector.allCases) { terms.sector($0) }
        let incomes = Self.numbered(Outcome.IncomeBand.allCases) { terms.income($0) }
        let reasons = Self.numbered(Outcome.Reason.allCases) { terms.reason($0) }
        let methods = Self.numbered(FollowUp.Method.allCases) { terms.method($0) }
        return [
            FormField(.visitor, required: true, limit: 80) { $0.monitoring.visitor },
            FormField(.date, .date, required: true) { $0.followUps.date },
            FormField(.method, ChoiceList(methods), required: true) { $0.monitoring.methodLabel },
            FormField(.outcome, ChoiceList(), required: true, hint: outcomeHint) {
                $0.monitoring.outcomeLabel
            },
            FormField(.employer) { $0.monitoring.employer },
            FormField(.business) { $0.monitoring.business },
            FormField(.sector, ChoiceList(sectors)) { $0.monitoring.sectorLabel },
            FormField(.formal, ChoiceList(yesAndNo(words)), hint: yesOrNo) { $0.followUps.isFormal },
            FormField(.related, ChoiceList(yesAndNo(words)), required: true, hint: yesOrNo) {
                $0.followUps.isRelated
            },
            FormField(.wage, ChoiceList(incomes)) { $0.monitoring.wage },
            FormField(.nib, .groupedDigits, limit: 20) { $0.monitoring.nib },
            FormField(.turnover, ChoiceList(incomes)) { $0.monitoring.turnover },
            FormField(.workers, limit: 6) { $0.monitoring.workers },
            FormField(.trainedWorkers, limit: 6) { $0.monitoring.trainedWorkers },
            FormField(.reason, ChoiceList(reasons), required: true, hint: reasonHint) {
                $0.monitoring.reasonLabel
            },
            FormField(.nextTry, .date) { $0.monitoring.nextTry },
            FormField(.note) { $0.followUps.note },
        ]
    }

    /// Choices that can be typed by their place: a digit and Enter.
    private static func numbered<Value: RawRepresentable<String>>(
        _ values: [Value], _ label: (Value) -> String
    ) -> [Choice] {
        values.enumerated().map { Choice(id: $1.rawValue, code: String($0 + 1), label: label($1)) }
    }

    private static func yesAndNo(_ words: Phrasebook) -> [Choice] {
        [
            Choice(id: yes, code: "1", label: words.followUps.yes),
            Choice(id: no, code: "2", label: words.followUps.no),
        ]
    }

    private static let outcomeHint: @Sendable (Phrasebook) -> String? = { $0.followUps.outcomeHint }
    private static let reasonHint: @Sendable (Phrasebook) -> String? = { $0.followUps.reasonHint }

    private static var yesOrNo: @Sendable (Phrasebook) -> String? {
        { "1 \($0.followUps.yes) 2 \($0.followUps.no)" }
    }

    /// What a check can bring: an outcome, or that nobody was reached; outside the schedule, an outcome.
    private func results(_ words: Phrasebook) -> [Choice] {
        let found = Outcome.Kind.allCases.filter { $0 != .unreachable || check == nil }
        var choices = Self.numbered(found) { words.monitoring.outcome($0) }
        if check != nil {
            choices.append(Choice(id: Self.attempt, code: String(found.count + 1), label: words.followUps.notMet))
        }
        return choices
    }

    // What the fields say

    /// The outcome chosen; `nil` where none is, or nobody was reached.
    public var kind: Outcome.Kind? { form[.outcome]?.chosen.flatMap { Outcome.Kind(rawValue: $0.id) } }

    /// Whether nobody was reached.
    public var isAttempt: Bool { form[.outcome]?.chosen?.id == Self.attempt }

    /// Whether this is the attempt after which somebody counts as unreachable.
    public var isLastAttempt: Bool { isAttempt && (check?.attempts ?? 0) + 1 == FollowUp.attempts }

    func date(_ id: FollowUpField) -> CalendarDate? {
        guard let text = form[id]?.text, let latest = CalendarDate(year: 2099, month: 12, day: 31) else { return nil }
        return CalendarDate(typed: text, latest: latest)
    }

    /// The text of a field; `nil` where it is empty or not asked for.
    func kept(_ id: FollowUpField) -> String? {
        guard let field = form[id], !field.isHidden else { return nil }
        return field.text.fieldText
    }

    func chosen<Value: RawRepresentable<String>>(_ id: FollowUpField, as type: Value.Type) -> Value? {
        guard let field = form[id], !field.isHidden else { return nil }
        return field.chosen.flatMap { Value(rawValue: $0.id) }
    }

    func isYes(_ id: FollowUpField) -> Bool? { form[id]?.chosen.map { $0.id == Self.yes } }

    /// A number of people; 0 where none is written, `nil` where it is no number.
    func people(_ id: FollowUpField) -> Int? {
        guard let text = kept(id) else { return 0 }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    /// The digits of the business number.
    var nib: String? { kept(.nib).map { $0.filter(\.isNumber) } }

    // Which fields are asked for

    /// Shows the fields of the result chosen, and hides those of the others.
    mutating func showDetailFields() {
        let kind = kind
        let hidden: [FollowUpField: Bool] = [
            .employer: kind != .working, .formal: kind != .working, .related: kind != .working,
            .wage: kind != .working, .sector: kind != .working && kind != .selfEmployed,
            .business: kind != .selfEmployed, .nib: kind != .selfEmployed, .turnover: kind != .selfEmployed,
            .workers: kind != .selfEmployed, .trainedWorkers: kind != .selfEmployed || (people(.workers) ?? 0) == 0,
            .reason: kind != .notUsing, .nextTry: !isAttempt || isLastAttempt,
        ]
        for (id, isHidden) in hidden { form[id]?.isHidden = isHidden }
    }

    public mutating func fieldChanged(_ id: FollowUpField, _ context: Context) -> [Effect] {
        if id == .outcome || id == .workers { showDetailFields() }
        if id == .outcome {
            let aside = isLastAttempt ? context.words.followUps.lastAttempt(FollowUp.attempts) : nil
            form[.outcome]?.aside = aside
            if isAttempt, form[.nextTry]?.isEmpty == true {
                let next = (date(.date) ?? context.today).adding(days: Self.daysToNextTry)
                propose(next.onScreen, in: .nextTry)
            }
        }
        return [keepDraft()]
    }

    public mutating func fieldLeft(_ id: FollowUpField, _ context: Context) {
        switch id {
        case .date, .nextTry:
            if let date = date(id) { form[id]?.text = date.onScreen }
            typingReplaces(id)
        case .visitor: typingReplaces(id)
        default: break
        }
    }

    /// Lets typing begin what stands in a field anew.
    private mutating func typingReplaces(_ id: FollowUpField) {
        let isFilled = form[id]?.isEmpty == false
        form[id]?.typingReplaces = isFilled
    }

    // What is wrong with them

    public func message(for id: FollowUpField, _ context: Context) -> FieldMessage? {
        let words = context.words
        guard let field = form[id], !field.isEmpty else { return nil }
        switch id {
        case .visitor: return kept(.visitor) == nil ? .trouble(words.sentence(for: .invalid(.visitor))) : nil
        case .date:
            guard let date = date(.date) else { return .trouble(words.entry.noDate(field.text)) }
            return date > context.today ? .trouble(words.sentence(for: .invalid(.checkDate))) : nil
        case .nextTry:
            guard let next = date(.nextTry) else { return .trouble(words.entry.noDate(field.text)) }
            let isEarly = date(.date).map { next < $0 } ?? false
            return isEarly ? .trouble(words.sentence(for: .invalid(.nextTry))) : nil
        case .nib: return nib?.utf8.count == 13 ? nil : .trouble(words.sentence(for: .invalid(.nib)))
        case .workers: return people(id) == nil ? .trouble(words.followUps.noNumber(field.text)) : nil
        case .trainedWorkers:
            guard let trained = people(id) else { return .trouble(words.followUps.noNumber(field.text)) }
            return trained > people(.workers) ?? 0 ? .trouble(words.sentence(for: .invalid(.workers))) : nil
        default: return nil
        }
    }
}
