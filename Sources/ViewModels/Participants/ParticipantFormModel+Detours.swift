import Training
import Words

/// What takes the entry form's place for a while: assigning somebody on file, the record just saved, another desk's version.
extension ParticipantFormModel {
    // Somebody on file

    /// The person on file that the form has come upon.
    public var otherPerson: ParticipantRow? {
        if case .assign = purpose { return nil }
        return question?.others.first ?? holder
    }

    /// Whether that person can be assigned from here: while a record on file is edited, nobody is.
    public var canAssign: Bool { purpose == .entry }

    /// Whether Enter means the person who holds the NIK.
    var holderIsInFocus: Bool { holder != nil && form.focus == .nik && purpose == .entry && question == nil }

    /// Whether Enter has to wait until it is known who holds the NIK.
    var mustKnowHolder: Bool {
        form.focus == .nik && question == nil && form.keyWaiting == nil
            && tickets.isWaiting(for: Purposes.holder.rawValue)
    }

    mutating func waitForHolder(_ context: Context) -> [Effect] {
        form.keyWaiting = .enter
        return []
    }

    mutating func openOther(_ context: Context) -> [Effect] {
        guard let otherPerson else { return [] }
        question = nil
        return [.open(Self.file(of: otherPerson.id))]
    }

    /// Turns the form into "assign this person to the class".
    mutating func assignHolder(_ context: Context) -> [Effect] {
        guard let row = otherPerson, canAssign else { return [] }
        suspend()
        question = nil
        trouble = nil
        confirmed = []
        let trainingClass = suspended?.form[.trainingClass]
        purpose = .assign(row)
        form = Form(Self.fields)
        prepareLists(context)
        show(row, context)
        if let trainingClass { form[.trainingClass] = trainingClass }
        form[.trainingClass]?.isHidden = false
        form[.trainingClass]?.isRequired = true
        form.focus(on: .trainingClass)
        return []
    }

    private mutating func show(_ row: ParticipantRow, _ context: Context) {
        let nik = row.nik?.masked ?? context.words.terms.none
        form[.nik]?.text = nik
        form[.name]?.text = row.name.text
        form[.birthDate]?.text = row.birthDate.onScreen
        form[.sex]?.chosen = Self.sexChoice(row.sex, context)
        put(row.residence, context)
        for place in form.fields.indices where form.fields[place].id != .trainingClass {
            form.fields[place].isReadOnly = true
            form.fields[place].isHidden = form.fields[place].isEmpty
        }
    }

    /// After somebody on file was assigned: what was typed was about that person, so the next entry begins.
    mutating func assigned(_ context: Context) -> [Effect] {
        let trainingClass = form[.trainingClass]?.value
        resumeEntry(context)
        if let trainingClass { form[.trainingClass]?.value = trainingClass }
        beginNext(context)
        return [keepDraft()].compactMap(\.self)
    }

    private mutating func suspend() {
        suspended = SuspendedEntry(form: form, holder: holder, offeredDrafts: offeredDrafts)
    }

    private mutating func resumeEntry(_ context: Context) {
        guard let suspended else { return }
        form = suspended.form
        holder = suspended.holder
        offeredDrafts = suspended.offeredDrafts
        self.suspended = nil
        purpose = .entry
        question = nil
        trouble = nil
        confirmed = []
        conflictingVersion = nil
    }

    // The record just saved

    var canGoBackToSaved: Bool { echo?.participant != nil && purpose == .entry && question == nil }

    mutating func askForSaved(_ context: Context) -> [Effect] {
        guard let id = echo?.participant else { return [] }
        return [.ask(tickets.take(Purposes.saved.rawValue)) { .participant(try await $0.participant(id)) }]
    }

    mutating func goBack(to stored: Stored<Participant>?, _ context: Context) -> [Effect] {
        guard let stored else { return [.say(Notice(context.words.entry.goneMeanwhile, .trouble))] }
        suspend()
        holder = nil
        offeredDrafts = []
        purpose = .edit(stored)
        form = Form(Self.fields)
        prepareLists(context)
        return fill(from: stored, context) + [askForDraft(context)]
    }

    /// After an edit was saved: back to the entry that was begun, or off the screen.
    mutating func finishEditing(_ context: Context) -> [Effect] {
        let forgotten = Effect.keepDraft(nil, form: draftName)
        guard suspended != nil else {
            let name = PersonName(form[.name]?.text ?? "")?.text ?? ""
            let text = context.words.entry.savedAndClosed(name, nik?.masked ?? "")
            return [forgotten, .close] + (echo == nil ? [] : [.say(Notice(text, .done))])
        }
        resumeEntry(context)
        return [forgotten]
    }

    // Hidden data

    var hidesSomething: Bool { form.fields.contains { $0.mask != nil } && question == nil }

    /// Asks for NIK and phone to be shown in full; they are once the log says so.
    mutating func reveal(_ context: Context) -> [Effect] {
        guard case .edit(let stored) = purpose else { return [] }
        return [.reveal(tickets.take(Purposes.reveal.rawValue), stored.id)]
    }

    mutating func unmask() {
        for place in form.fields.indices { form.fields[place].mask = nil }
    }

    // Another desk's version

    mutating func openConflict(_ theirs: Stored<Participant>, _ author: Author, _ context: Context) -> [Effect] {
        guard case .edit(let base) = purpose, let mine = participant(context) else { return [] }
        conflictingVersion = theirs.version
        let conflict = ConflictModel(base: base, mine: mine, theirs: theirs, by: author, confirmed: confirmed)
        return [.open(.conflict(conflict))]
    }

    /// Where the conflict was settled here, editing is done; where it was left, what was typed stands as before, whatever
    /// other desks did to the record meanwhile.
    mutating func afterConflict(_ file: ParticipantFile?, _ context: Context) -> [Effect] {
        defer { (conflictingVersion, isMerging) = (nil, false) }
        if isMerging { return afterMerge(file, context) }
        guard let file, file.participant.version != conflictingVersion,
            file.log.first(where: { $0.id == file.participant.version })?.author == context.author
        else { return [] }
        return finishEditing(context)
    }

    // Somebody who was entered without NIK

    /// Whether the person asked about has no NIK yet, and the form has one: it may be theirs.
    public var canGiveNIK: Bool {
        guard purpose == .entry, nik != nil, let other = question?.others.first else { return false }
        return other.nik == nil
    }

    mutating func askForOneWithout(_ context: Context) -> [Effect] {
        guard let other = question?.others.first else { return [] }
        return [.ask(tickets.take(Purposes.without.rawValue)) { .participant(try await $0.participant(other.id)) }]
    }

    /// Opens their form with the NIK in it. What was typed here stays, to assign them to the class or to drop.
    mutating func giveNIK(to stored: Stored<Participant>?, _ context: Context) -> [Effect] {
        guard let stored, let nik else { return [.say(Notice(context.words.entry.goneMeanwhile, .trouble))] }
        question = nil
        return [.open(.participantForm(ParticipantFormModel(editing: stored, nik: nik)))]
    }

    // The NIK of another record

    /// Whether the NIK typed for somebody on file belongs to another record, which may be the same person.
    var canMerge: Bool {
        guard case .edit = purpose else { return false }
        return holder != nil && question == nil
    }

    mutating func openMerge(_ context: Context) -> [Effect] {
        guard case .edit(let stored) = purpose, let holder else { return [] }
        (conflictingVersion, isMerging) = (stored.version, true)
        return [.open(.merge(MergeModel(stays: stored.id, goes: holder.id)))]
    }

    /// Where the two were merged here, editing is done; what was typed besides the NIK stays as a draft of the record.
    private mutating func afterMerge(_ file: ParticipantFile?, _ context: Context) -> [Effect] {
        guard case .edit(let stored) = purpose, file?.participant.version != conflictingVersion else { return [] }
        var typed = participant(context)
        typed?.identity = stored.value.identity
        let effects = finishEditing(context)
        return typed == stored.value ? effects : Array(effects.dropFirst())
    }

    private static func file(of id: ID<Participant>) -> ScreenModel { .participantFile(ParticipantFileModel(id)) }

    // Leaving

    public mutating func leave(_ context: Context) -> [Effect] {
        guard suspended == nil else {
            let kept = keepDraft()
            resumeEntry(context)
            return [kept].compactMap(\.self)
        }
        return [keepDraft(), .close].compactMap(\.self)
    }
}
