import Keyboard
import Training
import Words

/// Whose form it is, what differs, and which side is right.
extension SecondEntryModel {
    public mutating func fieldChanged(_ id: Field, _ context: Context) -> [Effect] {
        confirmed = []
        trouble = nil
        if let field = VerifiedField(id) {
            findings.second.remove(field)
            findings.first.remove(field)
        }
        switch id {
        case .nik:
            pointedAt = nil
            entry.decodeNIK(context)
            seekOwner(context)
            if nik != nil { check(.nik, context) }
        case .kecamatan: entry.offerDesa(context)
        default: break
        }
        if id != .nik { form[id]?.aside = nil }
        return [keepDraft()]
    }

    public mutating func fieldLeft(_ id: Field, _ context: Context) {
        entry.fieldLeft(id, context)
        seekOwner(context)
        if let field = VerifiedField(id), wasKeyed(id) { note(field, context) }
        askForReason(context)
    }

    /// Whether a field was come to, or the form is whole: of what is still to be keyed nothing is compared, and so nothing shown.
    private func wasKeyed(_ id: Field) -> Bool {
        guard let place = form.fields.firstIndex(where: { $0.id == id }) else { return false }
        return place <= form.focusIndex
            || form.fields.allSatisfy { !$0.canBeVisited || !$0.isRequired || !$0.isEmpty }
    }

    /// A letter after a whole NIK begins the name, as in the entry form: the clerk's eyes are on the paper.
    public mutating func takeBeforeField(_ event: Event, _ context: Context) -> [Effect]? {
        let first: Character? =
            switch event {
            case .key(.character(let character)): character
            case .paste(let text): text.first
            default: nil
            }
        guard form.focus == .nik, let first, first.isLetter, nik != nil, form[.name]?.isEmpty == true else {
            return nil
        }
        fieldLeft(.nik, context)
        check(.nik, context)
        form.focus(on: .name)
        return type(event, context)
    }

    /// The NIK keyed, where it is one.
    var nik: NIK? { try? NIK(form[.nik]?.text ?? "") }

    // Whose form

    /// Finds whose form it is; another's findings are not this one's.
    mutating func seekOwner(_ context: Context) {
        let birthDate = form[.birthDate].flatMap { CalendarDate(typed: $0.text, latest: context.today) }
        let search = OwnerSearch(
            nik: nik, name: PersonName(form[.name]?.text ?? ""), birthDate: birthDate, pointedAt: pointedAt)
        let found = search.owner(among: people)
        if found.enrollment != owner.enrollment { forgetFindings() }
        owner = found
    }

    /// Forgets what was found, with whatever of the first entry was put into fields.
    private mutating func forgetFindings() {
        for id in findings.first.map(\.entryField) {
            form[id]?.value = FieldValue()
            form[id]?.mask = nil
        }
        for id in form.fields.map(\.id) where id != .nik {
            form[id]?.aside = nil
            form[id]?.message = nil
        }
        (findings, openFields) = (Findings(), [])
    }

    /// Under which field it is said whose form it is.
    var ownerField: Field { form[.nik]?.isEmpty == false ? .nik : .birthDate }

    /// The form is of the person named; pressed again, it is not.
    mutating func point(_ context: Context) -> [Effect] {
        pointedAt = pointedAt == nil ? owner.neighbour : nil
        seekOwner(context)
        note(.nik, context)
        check(ownerField, context)
        compareWhatWasPassed(context)
        return [keepDraft()]
    }

    // What differs

    /// Whether what stands in a field differs from the first entry; `nil` where it cannot be said.
    func differs(_ field: VerifiedField, _ context: Context) -> Bool? {
        guard let person = subject?.participant.value,
            let second = EnteredValue(field, in: form, today: context.today)
        else { return nil }
        return second != EnteredValue(field, of: person)
    }

    /// Remembers that a field differed when it was left.
    mutating func note(_ field: VerifiedField, _ context: Context) {
        let differs = differs(field, context)
        // What must be filled in and is not was not keyed yet; that is said, and no more.
        let isMissing = form[field.entryField].map { $0.isRequired && $0.isEmpty } ?? true
        if differs == true, !isMissing { findings.differed.insert(field) }
        guard field != .nik else { return }
        form[field.entryField]?.aside = differs == false ? "✓" : nil
    }

    /// Compares the fields before the one in focus: Enter passes over what is filled, and what is carried may differ too.
    mutating func compareWhatWasPassed(_ context: Context) {
        guard subject != nil else { return }
        for passed in form.fields.prefix(form.focusIndex) where passed.canBeVisited {
            // Shift-Tab comes to the last field from the first: an empty field between was not keyed as empty.
            guard let field = VerifiedField(passed.id), !passed.isEmpty || findings.differed.contains(field) else {
                continue
            }
            note(field, context)
            check(passed.id, context)
        }
        askForReason(context)
        openFields = VerifiedField.allCases.filter { isOpen($0, context) }
    }

    /// Whether a field differs, and the clerk has not said which entry is right.
    private func isOpen(_ field: VerifiedField, _ context: Context) -> Bool {
        guard findings.differed.contains(field), form[field.entryField]?.canBeVisited == true,
            differs(field, context) == true
        else { return false }
        return !isTaken(field, context)
    }

    /// Whether the second entry was taken. With another kecamatan the desa is another too, and is not asked about by itself.
    private func isTaken(_ field: VerifiedField, _ context: Context) -> Bool {
        findings.second.contains(field)
            || field == .desa && findings.second.contains(.kecamatan) && differs(.kecamatan, context) == true
    }

    /// The difference that F2 and F3 decide: that of the field in focus, else the last one before it, else any.
    public var openDifference: VerifiedField? {
        let focus = form.focus.flatMap { VerifiedField($0) }
        if let focus, openFields.contains(focus) { return focus }
        let places = openFields.compactMap { field in
            form.fields.firstIndex { $0.id == field.entryField }.map { (place: $0, field: field) }
        }
        return (places.last { $0.place < form.focusIndex } ?? places.first)?.field
    }

    // Which side is right

    /// The first entry was right: it takes the place of what was keyed, as if that had been keyed again.
    mutating func takeFirst(_ context: Context) -> [Effect] {
        guard let field = openDifference, let person = subject else { return [] }
        pointedAt = pointedAt ?? person.enrollment
        put(field, of: person.participant.value, context)
        return decided(field, context)
    }

    private mutating func put(_ field: VerifiedField, of person: Participant, _ context: Context) {
        findings.second.remove(field)
        findings.first.insert(field)
        let id = field.entryField
        switch field {
        case .nik:
            form[.nik]?.text = person.nik?.digits ?? ""
            form[.nik]?.mask = person.nik?.masked
            entry.decodeNIK(context)
        case .phone:
            form[.phone]?.text = person.phone?.digits ?? ""
            form[.phone]?.mask = person.phone?.masked
        case .kecamatan:
            form[.kecamatan]?.chosen =
                person.residence.kecamatan.flatMap { context.gazetteer[$0] }
                .map(ParticipantFormModel.choice) ?? ParticipantFormModel.outside(context)
            entry.offerDesa(context)
            // The desa keyed lies in the kecamatan that was not right.
            if form[.desa]?.isEmpty == true, findings.differed.contains(.desa) { put(.desa, of: person, context) }
        case .desa:
            form[.desa]?.chosen = person.residence.desa.flatMap { context.gazetteer[$0] }
                .map(ParticipantFormModel.choice)
        case .sex: form[.sex]?.chosen = ParticipantFormModel.sexChoice(person.sex, context)
        case .education:
            form[.education]?.chosen = person.education.map {
                Choice(id: $0.rawValue, label: context.words.terms.education($0))
            }
        case .birthDate: form[.birthDate]?.text = person.birthDate.onScreen
        case .name: form[.name]?.text = person.name.text
        case .birthplace: form[.birthplace]?.text = person.birthplace ?? ""
        case .address: form[.address]?.text = person.address ?? ""
        case .occupation: form[.occupation]?.text = person.occupation ?? ""
        }
        form[id]?.origin = .typed
    }

    /// The second entry was right: it is taken into the record when this form is saved.
    mutating func takeSecond(_ context: Context) -> [Effect] {
        guard let field = openDifference, let person = subject else { return [] }
        pointedAt = pointedAt ?? person.enrollment
        findings.second.insert(field)
        return decided(field, context)
    }

    /// After a decision the next one is asked for, where the clerk stands at the field.
    private mutating func decided(_ field: VerifiedField, _ context: Context) -> [Effect] {
        confirmed = []
        trouble = nil
        note(field, context)
        check(field.entryField, context)
        let wasHere = form.focus == field.entryField
        askForReason(context)
        openFields = VerifiedField.allCases.filter { isOpen($0, context) }
        if wasHere {
            if let next = openFields.first { form.focus(on: next.entryField) } else { _ = form.advance() }
        }
        compareWhatWasPassed(context)
        return [keepDraft()]
    }

    /// A reason is asked for only where the second entry takes a NIK away.
    private mutating func askForReason(_ context: Context) {
        let takesAway = findings.second.contains(.nik) && form[.nik]?.isEmpty == true
        form[.noNIKReason]?.isHidden = !takesAway
        if !takesAway { form[.noNIKReason]?.value = FieldValue() }
    }

    // What is said under a field

    public func message(for id: Field, _ context: Context) -> FieldMessage? {
        let own = entry.message(for: id, context)
        if own?.kind == .trouble { return own }
        if id == ownerField, let said = ownerMessage(context) { return said }
        if let field = VerifiedField(id), let said = comparisonMessage(field, context) { return said }
        return own
    }

    private func ownerMessage(_ context: Context) -> FieldMessage? {
        let words = context.words.secondEntry
        let code = line?.trainingClass.value.code.text ?? ""
        switch owner {
        case .unknown, .known: return nil
        case .verified(let id):
            guard let line = person(id), let done = line.verification else { return nil }
            let day = CalendarDate.today(done.time, in: context.zone).onScreen
            return .trouble(words.verifiedAlready(line.participant.value.name.text, done.by.name, day))
        case .several(let count): return .trouble(words.severalNamed(count))
        case .nobody: return .trouble(nik == nil ? words.nobodyNamed(code) : words.notInClass(code))
        case .near(let id, let nearness):
            guard let person = person(id)?.participant.value else { return nil }
            let (name, masked) = (person.name.text, person.nik?.masked ?? context.words.classes.noNIK)
            switch nearness {
            case .digit(let place): return .trouble(words.oneDigitOff(place, name, masked))
            case .swapped(let place): return .trouble(words.digitsSwapped(place, name, masked))
            case .name: return .trouble(words.nearlyNamed(name))
            }
        }
    }

    /// What is said of a field that was left: nothing while it is being keyed for the first time, so that the first entry stays unseen.
    private func comparisonMessage(_ field: VerifiedField, _ context: Context) -> FieldMessage? {
        let words = context.words.secondEntry
        guard findings.differed.contains(field), let person = subject?.participant.value,
            let second = EnteredValue(field, in: form, today: context.today)
        else { return nil }
        let first = EnteredValue(field, of: person)
        guard second != first else {
            return findings.first.contains(field) ? .doubt(words.keptFirst) : nil
        }
        if isTaken(field, context) { return .doubt(words.tookSecond(first.shown(context))) }
        if second.differsInCapitalsOnly(from: first) {
            return .trouble(words.capitalsOnly(first.shown(context), second.shown(context)))
        }
        if let differing = first.digitDiffering(from: second) {
            return .trouble(
                words.digitDiffers(differing.place, String(differing.one), String(differing.other)))
        }
        return .trouble(words.difference(first.shown(context), second.shown(context)))
    }
}
