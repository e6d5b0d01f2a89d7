import Foundation
import Training
import Words

/// A form in which what was typed and not saved may be gone on with.
public protocol DraftOffering: FormScreen {
    /// Whether a draft is to be had.
    var offersDraft: Bool { get }
}

extension DraftOffering {
    /// Whether Enter and Delete are about the draft. In another field, or in an open list, they are the field's own.
    public var draftTakesKeys: Bool { offersDraft && form.isAtBeginning }
}

/// A form of participants, one after the other: it names whose draft it offers.
public protocol EntryForm: DraftOffering {
    /// What the draft that is offered is about.
    func offeredDraftTitle(_ words: Phrasebook) -> String
}

extension EntryForm {
    /// The line that offers the draft, and says with which keys or where.
    public func draftOffer(_ words: Phrasebook) -> String {
        let title = offeredDraftTitle(words)
        guard !draftTakesKeys, let field = form.beginsOn?.label(words) else { return words.entry.draftOffer(title) }
        return words.entry.draftOfferElsewhere(title, field)
    }
}

/// A form that keeps what was typed and not saved, and offers it when it is opened again.
///
/// What is kept is offered while nothing is typed: where the form begins, Enter goes on with it and Delete drops it; typing takes
/// its place.
public protocol DraftedForm: DraftOffering {
    /// What was typed earlier and not saved.
    var offeredDraft: RecordDraft? { get set }
    /// The name a draft is kept under: one for each thing that the form can be about.
    var draftName: String { get }
    /// The step that last changed the record that is typed against; `nil` where there is none.
    var draftVersion: Int64? { get }
    /// Whether anything was typed, chosen or taken away.
    var isTouched: Bool { get }
    /// The fields that tell the clerk which draft it is.
    func tellingFields(of draft: FormDraft) -> [Field]
    /// What follows once a draft stands in the fields.
    mutating func draftRestored(_ draft: RecordDraft)
    /// What follows once a draft was dropped.
    mutating func draftDropped(_ context: Context)
}

extension DraftedForm {
    public mutating func draftDropped(_ context: Context) {}

    /// Whether a draft is to be had.
    public var offersDraft: Bool { offeredDraft != nil && !isTouched }

    /// The first words of the draft that is offered, so that the clerk knows what it was about.
    public var offeredSummary: String? {
        guard offersDraft, let form = offeredDraft?.form else { return nil }
        let said = tellingFields(of: form).compactMap { field in
            form.fields[field.rawValue].map { $0.value.choice?.label ?? $0.value.text }
        }
        return said.joined(separator: " ")
    }

    /// The line that offers the draft, and says with which keys or where.
    public func draftOffer(_ words: Phrasebook) -> String? {
        guard let offeredSummary else { return nil }
        guard !draftTakesKeys, let field = form.beginsOn?.label(words) else {
            return words.classes.draftOffered(offeredSummary)
        }
        return words.classes.draftOfferedElsewhere(offeredSummary, field)
    }

    /// The keys of a form with drafts; those of ``FormScreen/formKeys`` follow, without Enter.
    static var draftKeys: [KeyBinding<Self>] {
        [
            KeyBinding(
                .delete, label: { $0.classes.dropDraft }, when: { $0.draftTakesKeys }, run: { $0.dropDraft($1) }),
            KeyBinding(
                .enter, label: { $0.classes.restoreDraft }, when: { $0.draftTakesKeys }, run: { $0.restoreDraft($1) }),
            KeyBinding(.enter, label: { $0.classes.nextField }, when: { !$0.draftTakesKeys }, run: { $0.goOn($1) }),
        ]
    }

    /// Esc: what was typed is kept, and offered when the form is opened again.
    public mutating func leave(_ context: Context) -> [Effect] {
        isTouched || offeredDraft == nil ? [keepDraft(), .close] : [.close]
    }

    /// Asks whether there is a draft; keys wait until the answer is there.
    mutating func askForDraft(_ context: Context) -> Effect {
        let name = draftName
        let author = context.author
        return .ask(tickets.take("draft")) { .draft(try await $0.draft(form: name, by: author)) }
    }

    /// Keeps what stands in the fields now, or forgets the draft where they were put back as they were.
    func keepDraft() -> Effect {
        let draft = RecordDraft(version: draftVersion, form: form.draft)
        return .keepDraft(isTouched ? draft.text : nil, form: draftName)
    }

    /// What was typed is saved, or no longer wanted.
    func forgetDraft() -> Effect { .keepDraft(nil, form: draftName) }

    mutating func restoreDraft(_ context: Context) -> [Effect] {
        guard let draft = offeredDraft else { return [] }
        offeredDraft = nil
        form.restore(draft.form)
        // What was begun is gone on with.
        for id in form.fields.map(\.id) { form[id]?.typingReplaces = false }
        draftRestored(draft)
        // A field that the draft shows again could not take the focus before.
        if let id = draft.form.focus.flatMap(Field.init(rawValue:)) { form.focus(on: id) }
        return []
    }

    mutating func dropDraft(_ context: Context) -> [Effect] {
        offeredDraft = nil
        draftDropped(context)
        return [forgetDraft()]
    }
}

/// What was typed into a form, and the version of the record it was typed against.
public struct RecordDraft: Hashable, Sendable, Codable {
    /// The step that last changed the record then; `nil` for a new one.
    var version: Int64?
    /// What stood in the fields.
    var form: FormDraft

    fileprivate var text: String? {
        (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension RecordDraft {
    /// Reads what was kept; `nil` where a version of silat wrote it that kept something else.
    init?(text: String) {
        guard let draft = try? JSONDecoder().decode(RecordDraft.self, from: Data(text.utf8)) else { return nil }
        self = draft
    }
}
