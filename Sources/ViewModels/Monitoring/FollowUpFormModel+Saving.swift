import Keyboard
import Training
import Words

extension FollowUpFormModel {
    /// What was found, where the fields say it.
    var fact: Outcome.Fact? {
        switch kind {
        case .working:
            isYes(.related).map { isRelated in
                .working(
                    Outcome.Work(
                        employer: kept(.employer), sector: chosen(.sector, as: Outcome.Sector.self),
                        isFormal: isYes(.formal), isRelated: isRelated,
                        wage: chosen(.wage, as: Outcome.IncomeBand.self)))
            }
        case .selfEmployed:
            .selfEmployed(
                Outcome.Business(
                    name: kept(.business), sector: chosen(.sector, as: Outcome.Sector.self), nib: nib,
                    turnover: chosen(.turnover, as: Outcome.IncomeBand.self), workers: people(.workers) ?? 0,
                    trainedWorkers: people(.trainedWorkers) ?? 0))
        case .studying: .studying
        case .notUsing: chosen(.reason, as: Outcome.Reason.self).map { .notUsing($0) }
        case .unreachable: .unreachable
        case nil: nil
        }
    }

    public mutating func save(_ context: Context) -> [Effect] {
        guard let date = date(.date), fact != nil || isAttempt else { return [] }
        let ticket = tickets.take(Purpose.save)
        guard let check else {
            return fact.map { fact in
                let outcome = Outcome(enrollment: subject.enrollment, date: date, fact: fact, note: kept(.note))
                return [.perform(ticket, .recordOutcome(outcome))]
            } ?? []
        }
        let followUp = FollowUp(
            enrollment: check.enrollment, mark: check.mark, date: date, visitor: kept(.visitor) ?? "",
            method: chosen(.method, as: FollowUp.Method.self) ?? .visit, isReached: !isAttempt,
            nextTry: form[.nextTry]?.isHidden == false ? self.date(.nextTry) : nil, note: kept(.note))
        return [.perform(ticket, .recordFollowUp(followUp, found: fact))]
    }

    mutating func saved(_ receipt: Receipt, _ context: Context) -> [Effect] {
        var effects = [forgetDraft()]
        guard let check else { return effects + [.close, .say(Notice(echo(context), .done))] }
        if let date = date(.date), let visitor = kept(.visitor) {
            let method = chosen(.method, as: FollowUp.Method.self) ?? .visit
            effects.append(
                .carryForward(
                    CarriedVisit(visitor: visitor, method: method, date: date, enteredOn: context.today)))
        }
        let isLast = queue?.last == check.key
        let echo = [echo(context), isLast ? context.words.followUps.lastOfDesa : nil].compactMap(\.self)
        effects.append(.say(Notice(echo.joined(separator: " · "), .done)))
        let (later, today) = (later, context.today)
        effects.append(
            .ask(tickets.take(Purpose.next)) {
                .followUp(try await FollowUpFile.firstOpen(of: later, today: today, from: $0))
            })
        return effects
    }

    /// What was saved, as the notice names it: `Siti · wirausaha · bulan ke-3`.
    private func echo(_ context: Context) -> String {
        let words = context.words
        var what = fact.map(words.monitoring.fact) ?? ""
        if isAttempt {
            let attempt = (check?.attempts ?? 0) + 1
            what = isLastAttempt ? words.followUps.lastAttempt(attempt) : words.followUps.attempt(attempt)
        }
        return words.followUps.recorded(subject.name.text, what, check.map { words.monitoring.mark($0.mark) })
    }

    /// Puts a refusal under the field that it is about.
    mutating func failed(_ failure: Failure, _ context: Context) -> [Effect] {
        let sentence = context.sentence(for: failure)
        guard case .refused(let refusal) = failure, let id = Self.field(of: refusal), form[id]?.canBeVisited == true
        else { return [.say(Notice(sentence, .trouble))] }
        form[id]?.message = .trouble(sentence)
        form.focus(on: id)
        return []
    }

    private static func field(of refusal: Refusal) -> FollowUpField? {
        switch refusal {
        case .outcomeBeforeEnd, .invalid(.checkDate): .date
        case .invalid(.visitor): .visitor
        case .invalid(.nextTry): .nextTry
        case .invalid(.nib): .nib
        case .invalid(.workers): .workers
        default: nil
        }
    }
}

// What was typed and not saved
extension FollowUpFormModel {
    /// One draft for each check.
    public var draftName: String {
        "follow-up \(subject.enrollment) \(check.map { String($0.mark) } ?? "outcome")"
    }

    /// None: what is recorded is added, and replaces nothing.
    public var draftVersion: Int64? { nil }

    public var isTouched: Bool { form.isChanged }

    public func tellingFields(of draft: FormDraft) -> [FollowUpField] {
        [.outcome, .business, .employer, .reason, .note]
    }

    public mutating func draftRestored(_ draft: RecordDraft) { showDetailFields() }
}
