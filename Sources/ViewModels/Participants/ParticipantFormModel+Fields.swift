import Training
import Words

/// The fields and their lists.
extension ParticipantFormModel {
    static var fields: [FormField<Field>] {
        [
            FormField(.nik, .groupedDigits, ditto: false, limit: 60, label: { $0.terms.nik }),
            hidden(FormField(.noNIKReason, required: true, label: { $0.terms.noNIKReason })),
            FormField(.name, required: true, ditto: true, label: { $0.terms.name }),
            FormField(.birthplace, label: { $0.terms.birthplace }),
            FormField(.birthDate, .date, required: true, limit: 30, label: { $0.terms.birthDate }),
            FormField(
                .sex, ChoiceList(), required: true,
                hint: { words in Sex.allCases.map { "\($0.rawValue) \(words.terms.sex($0))" }.joined(separator: " · ")
                },
                label: { $0.terms.sexLabel }),
            FormField(.kecamatan, ChoiceList(), required: true, carry: .filled, label: { $0.terms.kecamatan }),
            FormField(.desa, ChoiceList([]), carry: .filled, label: { $0.terms.desa }),
            FormField(.address, label: { $0.terms.address }),
            FormField(.phone, limit: 40, label: { $0.terms.phone }),
            FormField(.education, ChoiceList(), label: { $0.terms.educationLabel }),
            FormField(.occupation, ChoiceList(allowsAnyText: true), label: { $0.terms.occupation }),
            FormField(.trainingClass, ChoiceList(), carry: .filled, label: { $0.terms.trainingClass }),
        ]
    }

    private static func hidden(_ field: FormField<Field>) -> FormField<Field> {
        var field = field
        field.isHidden = true
        return field
    }

    /// Fills the lists that need nothing from the store.
    mutating func prepareLists(_ context: Context) {
        let terms = context.words.terms
        form[.sex]?.list?.supply(
            Sex.allCases.map {
                Choice(id: $0.rawValue, code: $0.rawValue, label: terms.sex($0), value: $0.rawValue)
            })
        form[.education]?.list?.supply(Education.allCases.map { Choice(id: $0.rawValue, label: terms.education($0)) })
        form[.occupation]?.list?.supply(context.words.entry.occupations.map { Choice(id: $0, label: $0) })
        let places = context.gazetteer.kecamatan.map(Self.choice)
        form[.kecamatan]?.list?.supply(places + [Self.outside(context)])
        offerDesa(context)
    }

    /// Gives the desa field the places of the kecamatan chosen; outside the regency there are none.
    mutating func offerDesa(_ context: Context) {
        let kecamatan = form[.kecamatan]?.chosen
        let code = kecamatan.flatMap { RegionCode($0.id) }
        let places = code.map { context.gazetteer.desa(of: $0).map(Self.choice) } ?? []
        form[.desa]?.list?.supply(places)
        form[.desa]?.isReadOnly = kecamatan?.id == Total.outsideCode
        guard kecamatan != nil, let desa = form[.desa] else { return }
        let fits = desa.chosen.map { chosen in places.contains { $0.id == chosen.id } } ?? !desa.isReadOnly
        guard !fits else { return }
        form[.desa]?.value = FieldValue()
        form[.desa]?.origin = .typed
        form[.desa]?.message = nil
    }

    static func choice(_ region: Region) -> Choice {
        Choice(
            id: region.code.description, code: region.code.description, label: region.name,
            note: region.kind == .kelurahan ? region.kind.rawValue : "")
    }

    static func outside(_ context: Context) -> Choice {
        Choice(id: Total.outsideCode, code: Total.outsideCode, label: context.words.terms.outside)
    }

    // A participant on file

    /// Puts a participant's record into the form, with the NIK and the phone hidden.
    mutating func fill(from stored: Stored<Participant>, _ context: Context) -> [Effect] {
        let person = stored.value
        put(person, context)
        hideWhatIsOnFile(person)
        form[.noNIKReason]?.isHidden = person.nik != nil
        form[.trainingClass]?.isHidden = true
        form.enterVisitsAll = true
        form.pinsFields = false
        form.focusOnFirst()
        decodeNIK(context)
        form.markUnchanged()
        return []
    }

    /// Hides NIK and phone where they are those on file, and not typed here.
    mutating func hideWhatIsOnFile(_ person: Participant) {
        let (nik, phone) = (form[.nik]?.text, form[.phone]?.text)
        form[.nik]?.mask = person.nik?.digits == nik ? person.nik?.masked : nil
        form[.phone]?.mask = person.phone?.digits == phone ? person.phone?.masked : nil
    }

    private mutating func put(_ person: Participant, _ context: Context) {
        form[.nik]?.text = person.nik?.digits ?? ""
        if case .none(let reason) = person.identity { form[.noNIKReason]?.text = reason }
        form[.name]?.text = person.name.text
        form[.birthplace]?.text = person.birthplace ?? ""
        form[.birthDate]?.text = person.birthDate.onScreen
        form[.sex]?.chosen = Self.sexChoice(person.sex, context)
        put(person.residence, context)
        form[.address]?.text = person.address ?? ""
        form[.phone]?.text = person.phone?.digits ?? ""
        form[.education]?.chosen = person.education.map {
            Choice(id: $0.rawValue, label: context.words.terms.education($0))
        }
        form[.occupation]?.text = person.occupation ?? ""
        for place in form.fields.indices { form.fields[place].origin = .onFile }
    }

    static func sexChoice(_ sex: Sex, _ context: Context) -> Choice {
        Choice(id: sex.rawValue, code: sex.rawValue, label: context.words.terms.sex(sex), value: sex.rawValue)
    }

    mutating func put(_ residence: Residence, _ context: Context) {
        if let code = residence.kecamatan {
            form[.kecamatan]?.chosen = context.gazetteer[code].map(Self.choice)
        } else {
            form[.kecamatan]?.chosen = Self.outside(context)
        }
        offerDesa(context)
        form[.desa]?.chosen = residence.desa.flatMap { context.gazetteer[$0] }.map(Self.choice)
    }
}
