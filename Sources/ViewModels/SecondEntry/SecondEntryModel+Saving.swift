import Foundation
import Training
import Words

/// Saving what was found, and what comes of it.
extension SecondEntryModel {
    public mutating func save(_ context: Context) -> [Effect] {
        guard let subject else {
            form[.nik]?.message = .trouble(context.words.secondEntry.whose)
            form.focus(on: .nik)
            return []
        }
        for field in VerifiedField.allCases { note(field, context) }
        guard let corrected = corrected(subject, context) else { return [] }
        let verdicts = VerifiedField.allCases.map { ($0, verdict(on: $0, context)) }
        let found = SecondEntry(
            enrollment: subject.enrollment, verdicts: Dictionary(verdicts, uniquingKeysWith: { first, _ in first }))
        saving = found
        return [
            .perform(
                tickets.take(Purpose.save),
                .verify(found, of: subject.participant, corrected: corrected, confirmed: confirmed))
        ]
    }

    /// Once every difference is decided, what still differs is where the second entry was taken.
    private func verdict(on field: VerifiedField, _ context: Context) -> SecondEntry.Verdict {
        if differs(field, context) == true { return .secondRight }
        return findings.differed.contains(field) ? .firstRight : .agreed
    }

    /// The first entry's record, with what the second was right in.
    private func corrected(_ subject: SecondEntryLine, _ context: Context) -> Participant? {
        var filled = entry
        if filled.form[.nik]?.isEmpty == true, filled.form[.noNIKReason]?.isEmpty == true {
            // Who has no NIK on file keeps the reason that is there; any will do to read the other fields.
            filled.form[.noNIKReason]?.text = context.words.terms.none
        }
        guard let second = filled.participant(context) else { return nil }
        var corrected = subject.participant.value
        for field in VerifiedField.allCases where differs(field, context) == true {
            field.copy(from: second, to: &corrected)
        }
        return corrected
    }

    mutating func confirm(_ context: Context) -> [Effect] {
        confirmed.formUnion(question?.doubts ?? [])
        question = nil
        return save(context)
    }

    // What came of it

    mutating func saved(_ context: Context) -> [Effect] {
        let name = PersonName(form[.name]?.text ?? "")?.text ?? ""
        echo = context.words.secondEntry.saved(
            name, nik?.masked ?? "", saving?.differing.count ?? 0, saving?.fields(.secondRight).count ?? 0)
        beginNext(context)
        return [keepDraft()]
    }

    /// Begins the next form with what is carried forward of this one. What was hidden is not carried, nor copied.
    private mutating func beginNext(_ context: Context) {
        let hidden = form.fields.filter { $0.mask != nil }.map(\.id)
        for id in hidden {
            form[id]?.value = FieldValue()
            form[id]?.mask = nil
        }
        form.beginNext()
        form[.noNIKReason]?.isHidden = true
        (owner, pointedAt, findings, openFields) = (.unknown, nil, Findings(), [])
        (question, trouble, confirmed, saving) = (nil, nil, [], nil)
        entry.offerDesa(context)
        entry.decodeNIK(context)
    }

    mutating func notSaved(_ failure: Failure, _ context: Context) -> [Effect] {
        let sentence = context.sentence(for: failure)
        guard case .refused(let refusal) = failure else {
            trouble = context.words.entry.notSaved(sentence)
            return []
        }
        switch refusal {
        case .nikTaken:
            form[.nik]?.message = .trouble(sentence)
            form.focus(on: .nik)
        case .unconfirmed(let doubts, let others):
            question = ParticipantFormModel.Question(doubts: doubts, others: others)
        case .changedMeanwhile(_, let author):
            trouble = context.words.secondEntry.changedMeanwhile(author.name)
            return [askForPeople()]
        case .verifiedAlready, .gone:
            trouble = context.words.entry.notSaved(sentence)
            return [askForPeople()]
        default: trouble = context.words.entry.notSaved(sentence)
        }
        return []
    }

    // Drafts

    /// The name under which what was keyed is kept: one for each class.
    var draftName: String { "second-entry \(id)" }

    /// Whether a draft is offered now: nothing was keyed that it could take the place of.
    public var offersDraft: Bool { offeredDraft != nil && question == nil && !form.isChanged }

    /// Keeps what was keyed, and what was decided. Of the first entry it has what was put back into fields.
    func keepDraft() -> Effect {
        guard form.isChanged else { return .keepDraft(nil, form: draftName) }
        let kept = KeptSecondEntry(form: form.draft, pointedAt: pointedAt?.rawValue, findings: findings)
        // Strings and numbers only: encoding cannot fail.
        let text = (try? JSONEncoder().encode(kept)).map { String(decoding: $0, as: UTF8.self) }
        return .keepDraft(text, form: draftName)
    }

    mutating func askForDraft(_ context: Context) -> Effect {
        let (name, author) = (draftName, context.author)
        return .ask(tickets.take(Purpose.draft)) { .draft(try await $0.draft(form: name, by: author)) }
    }

    mutating func takeDraft(_ text: String?) {
        // A draft that cannot be read was written by another version; there is nothing to offer.
        offeredDraft = text.flatMap { try? JSONDecoder().decode(KeptSecondEntry.self, from: Data($0.utf8)) }
    }

    /// What the draft offered is about. It was keyed here, so it says nothing of the first entry.
    public func offeredDraftTitle(_ words: Phrasebook) -> String {
        let fields = offeredDraft?.form.fields ?? [:]
        let name = fields[Field.name.rawValue]?.value.text ?? ""
        let nik = fields[Field.nik.rawValue]?.value.text ?? ""
        let masked = (try? NIK(nik))?.masked ?? (nik.isEmpty ? nil : "\(nik.prefix(4))…")
        return [name.isEmpty ? words.entry.draftWithoutName : name, masked].compactMap(\.self).joined(separator: " · ")
    }

    mutating func restoreOffered(_ context: Context) -> [Effect] {
        guard let kept = offeredDraft else { return [] }
        offeredDraft = nil
        form.restore(kept.form)
        entry.offerDesa(context)
        entry.decodeNIK(context)
        pointedAt = kept.pointedAt.map { ID($0) }
        owner = .unknown
        seekOwner(context)
        findings = subject == nil ? Findings() : kept.findings
        hideWhatWasPutBack()
        compareWhatWasPassed(context)
        check(ownerField, context)
        return [keepDraft()]
    }

    private mutating func hideWhatWasPutBack() {
        guard let person = subject?.participant.value else { return }
        if findings.first.contains(.nik) { form[.nik]?.mask = person.nik?.masked }
        if findings.first.contains(.phone) { form[.phone]?.mask = person.phone?.masked }
    }

    mutating func discardOffered(_ context: Context) -> [Effect] {
        offeredDraft = nil
        return [.keepDraft(nil, form: draftName)]
    }

    public mutating func leave(_ context: Context) -> [Effect] {
        offersDraft ? [.close] : [keepDraft(), .close]
    }
}

/// What was keyed of one form and not saved, with what was decided in it.
struct KeptSecondEntry: Hashable, Sendable, Codable {
    var form: FormDraft
    /// Who the clerk said it is.
    var pointedAt: Int64?
    var findings: SecondEntryModel.Findings
}
