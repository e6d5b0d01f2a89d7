import Foundation
import Training
import Words

/// What was typed and not saved: kept with every change, and offered when the form is opened again.
extension ParticipantFormModel {
    /// What the store keeps: what stands in the form, and earlier drafts that were not taken up.
    private struct KeptDrafts: Codable {
        var current: FormDraft?
        var earlier: [FormDraft]
    }

    /// The name under which the draft is kept: one for new participants, one for each record that is edited.
    var draftName: String {
        if case .edit(let stored) = purpose { "participant-\(stored.id)" } else { "participant" }
    }

    /// Keeps what stands in the form now. Assigning somebody leaves the draft of the entry as it is.
    func keepDraft() -> Effect? {
        if case .assign = purpose { return nil }
        let kept = KeptDrafts(current: form.isChanged ? form.draft : nil, earlier: offeredDrafts)
        guard kept.current != nil || !kept.earlier.isEmpty else { return .keepDraft(nil, form: draftName) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // Strings only: encoding cannot fail, and a draft that did would not be worth losing a key for.
        guard let json = try? encoder.encode(kept) else { return nil }
        return .keepDraft(String(decoding: json, as: UTF8.self), form: draftName)
    }

    mutating func askForDraft(_ context: Context) -> Effect {
        let (name, author) = (draftName, context.author)
        return .ask(tickets.take(Purposes.draft.rawValue)) { .draft(try await $0.draft(form: name, by: author)) }
    }

    mutating func takeDraft(_ text: String?, _ context: Context) -> [Effect] {
        // A draft that cannot be read was written by another version; there is nothing to offer.
        guard let text, let kept = try? JSONDecoder().decode(KeptDrafts.self, from: Data(text.utf8)) else { return [] }
        offeredDrafts = [kept.current].compactMap(\.self) + kept.earlier
        return []
    }

    /// Whether a draft is offered now: nothing was typed that it could take the place of.
    public var offersDraft: Bool {
        guard !offeredDrafts.isEmpty, question == nil, !form.isChanged else { return false }
        if case .assign = purpose { return false }
        return true
    }

    /// What the draft offered is about, for the line that offers it.
    public func offeredDraftTitle(_ words: Phrasebook) -> String {
        let fields = offeredDrafts.first?.fields ?? [:]
        let name = fields[Field.name.rawValue]?.value.text ?? ""
        let nik = fields[Field.nik.rawValue]?.value.text ?? ""
        let masked = (try? NIK(nik))?.masked ?? (nik.isEmpty ? nil : "\(nik.prefix(4))…")
        return [name.isEmpty ? words.entry.draftWithoutName : name, masked].compactMap(\.self).joined(separator: " · ")
    }

    mutating func restoreOffered(_ context: Context) -> [Effect] {
        guard !offeredDrafts.isEmpty else { return [] }
        form.restore(offeredDrafts.removeFirst())
        offerDesa(context)
        let asksReason = form[.noNIKReason]?.isEmpty == false
        form[.noNIKReason]?.isHidden = !asksReason
        if case .edit(let stored) = purpose { hideWhatIsOnFile(stored.value) }
        decodeNIK(context)
        return askForHolder(context) + seekClasses(context) + [keepDraft()].compactMap(\.self)
    }

    mutating func discardOffered(_ context: Context) -> [Effect] {
        guard !offeredDrafts.isEmpty else { return [] }
        offeredDrafts.removeFirst()
        return [keepDraft()].compactMap(\.self)
    }
}
