import Keyboard
import Training
import Words

/// What follows from what was typed, and what is wrong with it.
extension ParticipantFormModel {
    public mutating func fieldChanged(_ id: Field, _ context: Context) -> [Effect] {
        confirmed = []
        trouble = nil
        var effects: [Effect] = []
        switch id {
        case .nik: effects = nikChanged(context)
        case .kecamatan: offerDesa(context)
        case .trainingClass: effects = seekClasses(context)
        case .birthDate, .sex: break
        default: return [keepDraft()].compactMap(\.self)
        }
        return effects + [keepDraft()].compactMap(\.self)
    }

    public mutating func fieldLeft(_ id: Field, _ context: Context) {
        switch id {
        case .nik:
            let hasNIK = !nikText.isEmpty
            form[.noNIKReason]?.isHidden = hasNIK
        case .birthDate:
            guard let text = form[.birthDate]?.text,
                let date = CalendarDate(typed: text, latest: context.today), date.onScreen != text
            else { return }
            form[.birthDate]?.text = date.onScreen
        case .trainingClass: if form[.birthDate]?.isEmpty == false { check(.birthDate, context) }
        default: return
        }
    }

    /// A letter after a whole NIK begins the name: the clerk's eyes are on the paper.
    public mutating func takeBeforeField(_ event: Event, _ context: Context) -> [Effect]? {
        let first: Character? =
            switch event {
            case .key(.character(let character)): character
            case .paste(let text): text.first
            default: nil
            }
        guard form.focus == .nik, let first, first.isLetter,
            isNIKComplete, form[.name]?.isEmpty == true, form[.name]?.canBeVisited == true
        else { return nil }
        fieldLeft(.nik, context)
        check(.nik, context)
        form.focus(on: .name)
        return type(event, context)
    }

    // NIK

    private var nikText: String { form[.nik]?.text ?? "" }

    /// Whether the NIK has its 16 digits, right or wrong.
    private var isNIKComplete: Bool {
        nikText.utf8.count == 16 && nikText.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The NIK typed, where it is one.
    var nik: NIK? { try? NIK(nikText) }

    private mutating func nikChanged(_ context: Context) -> [Effect] {
        holder = nil
        if !nikText.isEmpty { form[.noNIKReason]?.isHidden = true }
        decodeNIK(context)
        guard isNIKComplete else { return [] }
        check(.nik, context)
        return askForHolder(context)
    }

    /// Shows what the digits typed so far tell, and fills birth date and sex from a whole NIK.
    mutating func decodeNIK(_ context: Context) {
        let told = aside(context)
        form[.nik]?.aside = told
        guard purpose == .entry || form[.nik]?.origin != .onFile else { return }
        let known = isNIKComplete ? nik : nil
        take(known?.birthDate(today: context.today).onScreen, from: known, into: .birthDate) { $0.text = $1 }
        take(known.map { Self.sexChoice($0.sex, context) }, from: known, into: .sex) { $0.chosen = $1 }
        for id in [Field.birthDate, .sex] where form[id]?.isEmpty == false { check(id, context) }
    }

    /// Puts in what the NIK tells, or takes it out again; what the clerk typed stays.
    private mutating func take<Value>(
        _ told: Value?, from nik: NIK?, into id: Field, _ put: (inout FormField<Field>, Value) -> Void
    ) {
        guard var field = form[id], field.isEmpty || field.origin == .fromNIK || field.origin == .carried else {
            return
        }
        if let told {
            put(&field, told)
            field.origin = .fromNIK
        } else if field.origin == .fromNIK {
            field.value = FieldValue()
            field.origin = .typed
        }
        field.message = nil
        form[id] = field
    }

    private func aside(_ context: Context) -> String? {
        let digits = nikText
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), (6...16).contains(digits.utf8.count) else {
            return nil
        }
        var parts: [String] = []
        // Sex and date stand in the first twelve digits; any serial will do to read them.
        if digits.utf8.count >= 12, let nik = try? NIK(digits.prefix(12) + "0001") {
            parts = [context.words.terms.sex(nik.sex), nik.birthDate(today: context.today).onScreen]
        }
        let gazetteer = context.gazetteer
        let district = RegionCode(digits.prefix(6)).flatMap { gazetteer[$0]?.name }
        let regency = gazetteer.regencies["\(digits.prefix(2)).\(digits.dropFirst(2).prefix(2))"]
        if let place = district ?? regency ?? gazetteer.provinces[String(digits.prefix(2))] {
            parts.append(context.words.entry.regency(place))
        }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    mutating func askForHolder(_ context: Context) -> [Effect] {
        guard let nik else { return [] }
        return [
            .ask(tickets.take(Purposes.holder.rawValue)) { store in
                guard let found = try await store.participant(nik: nik) else { return .holder(nil) }
                return .holder(try await store.row(of: found.id))
            }
        ]
    }

    mutating func takeHolder(_ row: ParticipantRow?, _ context: Context) -> [Effect] {
        // An answer about a NIK that has been saved or changed meanwhile says nothing of this one.
        holder = row.flatMap { $0.nik == nik ? $0 : nil }
        if case .edit(let stored) = purpose, holder?.id == stored.id { holder = nil }
        if isNIKComplete { check(.nik, context) }
        guard form.focus == .nik, let key = form.keyWaiting else { return [] }
        form.keyWaiting = nil
        return respond(to: .key(key), context) ?? []
    }

    // Messages

    public func message(for id: Field, _ context: Context) -> FieldMessage? {
        let text = form[id]?.text ?? ""
        switch id {
        case .nik: return nikMessage(context)
        case .name: return !text.isEmpty && PersonName(text) == nil ? .trouble(context.words.entry.noName) : nil
        case .noNIKReason, .birthplace, .address, .occupation: return nil
        case .birthDate: return birthDateMessage(context)
        case .sex:
            guard let sex, let nik, nik.sex != sex else { return nil }
            return .doubt(context.words.terms.doubt(.sexDiffers))
        case .phone:
            return !text.isEmpty && PhoneNumber(text) == nil ? .trouble(context.words.entry.noPhone) : nil
        case .desa: return desaMessage(context)
        case .kecamatan, .education, .trainingClass: return nil
        }
    }

    private func nikMessage(_ context: Context) -> FieldMessage? {
        guard !nikText.isEmpty else { return nil }
        do throws(NIK.Flaw) {
            let nik = try NIK(nikText)
            if let holder { return .trouble(taken(by: holder, context)) }
            let doubt = nik.doubts(birthDate: nil, sex: nil, gazetteer: context.gazetteer).first
            return doubt.map { .doubt(context.words.terms.doubt($0)) }
        } catch {
            return .trouble(context.words.refusals.flaw(error))
        }
    }

    private func taken(by row: ParticipantRow, _ context: Context) -> String {
        let taken = context.words.entry.nikTaken(row.name.text, row.place(context), row.latestClass?.text, canAssign)
        return canAssign ? taken : "\(taken) · \(context.words.duplicates.mergeHolder)"
    }

    private func desaMessage(_ context: Context) -> FieldMessage? {
        guard let desa = form[.desa]?.chosen, let kecamatan = form[.kecamatan]?.chosen,
            RegionCode(desa.id)?.kecamatan.description != kecamatan.id
        else { return nil }
        return .trouble(context.words.entry.desaElsewhere(desa.label, kecamatan.label))
    }

    private func birthDateMessage(_ context: Context) -> FieldMessage? {
        let words = context.words
        guard let text = form[.birthDate]?.text, !text.isEmpty else { return nil }
        guard let date = CalendarDate(typed: text, latest: context.today) else {
            return .trouble(words.entry.noDate(text))
        }
        guard date <= context.today, date.year >= 1900 else { return .trouble(words.entry.birthDateRange) }
        if let nik, !nik.agrees(with: date) { return .doubt(words.terms.doubt(.birthDateDiffers)) }
        guard let firstDay = chosenClass?.trainingClass.value.start else { return nil }
        switch date.wholeYears(to: firstDay) {
        case ..<15: return .doubt(words.terms.doubt(.under15))
        case 65...: return .doubt(words.terms.doubt(.over64))
        default: return nil
        }
    }

    // The record

    var sex: Sex? { form[.sex]?.chosen.flatMap { Sex(rawValue: $0.id) } }

    private var residence: Residence? {
        guard let kecamatan = form[.kecamatan]?.chosen else { return nil }
        guard kecamatan.id != Total.outsideCode else { return .outside }
        if let desa = form[.desa]?.chosen.flatMap({ RegionCode($0.id) }) { return .desa(desa) }
        return RegionCode(kecamatan.id).map(Residence.kecamatan)
    }

    private var identity: Identity? {
        if nikText.isEmpty { return form[.noNIKReason]?.text.fieldText.map { Identity.none(reason: $0) } }
        return nik.map(Identity.nik)
    }

    /// What the form says, once every field passed its check.
    func participant(_ context: Context) -> Participant? {
        guard let identity, let name = PersonName(form[.name]?.text ?? ""),
            let birthDate = CalendarDate(typed: form[.birthDate]?.text ?? "", latest: context.today), let sex,
            let residence
        else { return nil }
        return Participant(
            identity: identity, name: name, birthplace: form[.birthplace]?.text.fieldText, birthDate: birthDate,
            sex: sex, residence: residence, address: form[.address]?.text.fieldText,
            phone: form[.phone].flatMap { PhoneNumber($0.text) },
            education: form[.education]?.chosen.flatMap { Education(rawValue: $0.id) },
            occupation: form[.occupation]?.text.fieldText)
    }
}

extension ParticipantRow {
    /// Where the person lives, in one word: the desa, else the kecamatan, else outside.
    public func place(_ context: Context) -> String {
        context.gazetteer.desaName(of: residence) ?? context.gazetteer.kecamatanName(of: residence)
            ?? context.words.terms.outside
    }
}
