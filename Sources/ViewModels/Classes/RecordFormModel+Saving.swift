import Training
import Words

extension RecordFormModel {
    /// What the record says, field by field; what a new one usually begins with.
    func valuesOnFile(_ context: Context) -> [RecordField: FieldValue] {
        switch subject {
        case .organizer(let stored?): values(of: stored.value)
        case .program(let stored?, _): values(of: stored.value)
        case .trainingClass(let stored?, _): values(of: stored.value, context)
        case .target: values(of: targetsOnFile, context)
        case .claim(_, _, let claim): values(of: claim, context)
        case .organizer(nil): [:]
        case .program(nil, let organizer):
            [.year: FieldValue(text: String(context.year)), .organizer: reference(organizer?.description)].filled
        case .trainingClass(nil, let program):
            [.seats: FieldValue(text: "16"), .program: reference(program?.description)].filled
        }
    }

    /// A choice whose words come with its list.
    private func reference(_ id: String?) -> FieldValue {
        FieldValue(choice: id.map { Choice(id: $0, label: "…") })
    }

    private func choice(_ id: RecordField, _ value: String?) -> FieldValue {
        guard let value else { return FieldValue() }
        let known = form[id]?.list?.matches.first { $0.id == value }
        return FieldValue(choice: known ?? Choice(id: value, label: "…"))
    }

    private func values(of organizer: Organizer) -> [RecordField: FieldValue] {
        [
            .code: FieldValue(text: organizer.code.text), .title: FieldValue(text: organizer.name),
            .kind: choice(.kind, organizer.kind.rawValue),
        ].filled
    }

    private func values(of program: Program) -> [RecordField: FieldValue] {
        [
            .code: FieldValue(text: program.code.text), .title: FieldValue(text: program.title),
            .year: FieldValue(text: String(program.year)), .track: choice(.track, program.track.rawValue),
            .vocation: FieldValue(text: program.vocation ?? ""),
            .organizer: reference(program.organizer?.description),
            .funding: choice(.funding, program.funding?.rawValue), .skkni: FieldValue(text: program.skkni ?? ""),
            .pokirProposer: FieldValue(text: program.pokirProposer ?? ""),
            .pokirReference: FieldValue(text: program.pokirReference ?? ""),
            .followUpMarks: FieldValue(
                text: program.followUpMarks?.map(String.init).joined(separator: ", ") ?? ""),
        ].filled
    }

    private func values(of value: TrainingClass, _ context: Context) -> [RecordField: FieldValue] {
        [
            .code: FieldValue(text: value.code.text), .program: reference(value.program.description),
            .start: FieldValue(text: value.start.onScreen), .end: FieldValue(text: value.end.onScreen),
            .place: FieldValue(text: value.place ?? ""),
            .seats: FieldValue(text: context.words.language.number(value.seats)),
            .instructor: FieldValue(text: value.instructor ?? ""),
        ].filled
    }

    private func values(of targets: [Target], _ context: Context) -> [RecordField: FieldValue] {
        let original = targets.first { $0.stage == .original }
        let revised = targets.first { $0.stage == .revised }
        func count(_ target: Target?) -> FieldValue {
            FieldValue(text: target.map { context.words.language.number($0.count) } ?? "")
        }
        return [
            .original: count(original), .source: FieldValue(text: original?.source ?? ""),
            .sourceDate: FieldValue(text: original?.sourceDate?.onScreen ?? ""),
            .revised: count(revised), .revisedSource: FieldValue(text: revised?.source ?? ""),
            .revisedSourceDate: FieldValue(text: revised?.sourceDate?.onScreen ?? ""),
            .rule: choice(.rule, (revised ?? original)?.rule.rawValue ?? CountingRule.people.rawValue),
        ].filled
    }

    private func values(of claim: Claim?, _ context: Context) -> [RecordField: FieldValue] {
        [
            .claimed: FieldValue(text: claim.map { context.words.language.number($0.count) } ?? ""),
            .reportDate: FieldValue(text: claim?.reportedOn?.onScreen ?? ""),
            .letter: FieldValue(text: claim?.letter ?? ""),
        ].filled
    }

    // Saving

    public mutating func save(_ context: Context) -> [Effect] {
        guard var actions = actions() else { return [] }
        guard !actions.isEmpty else { return close(context) }
        remaining = Array(actions.dropFirst())
        return [.perform(tickets.take("save"), actions.removeFirst())]
    }

    /// What the fields amount to; `nil` where one is missing after all, which the checks told the clerk.
    private func actions() -> [Action]? {
        switch subject {
        case .organizer(let stored):
            organizer.map { value in [stored.map { .editOrganizer($0.saying(value)) } ?? .addOrganizer(value)] }
        case .program(let stored, _):
            program.map { value in [stored.map { .editProgram($0.saying(value)) } ?? .addProgram(value)] }
        case .trainingClass(let stored, _):
            trainingClass.map { value in [stored.map { .editClass($0.saying(value)) } ?? .addClass(value)] }
        case .target(let year, _, let onFile):
            targetScope.map { targets(year, $0).filter { !onFile.contains($0) }.map { .setTarget($0) } }
        case .claim(_, _, let onFile): claim.map { $0 == onFile ? [] : [.setClaim($0)] }
        }
    }

    private var organizer: Organizer? {
        guard let code = kept(.code).flatMap({ Code($0) }), let name = kept(.title),
            let kind = chosen(.kind, as: Organizer.Kind.self)
        else { return nil }
        return Organizer(code: code, name: name, kind: kind)
    }

    private var program: Program? {
        guard let code = kept(.code).flatMap({ Code($0) }), let title = kept(.title), let year = number(.year),
            let track = chosen(.track, as: Track.self)
        else { return nil }
        return Program(
            code: code, title: title, year: year, track: track, vocation: kept(.vocation),
            organizer: form[.organizer]?.chosen.flatMap { ID($0.id) },
            funding: chosen(.funding, as: Funding.self), skkni: kept(.skkni),
            pokirProposer: kept(.pokirProposer), pokirReference: kept(.pokirReference),
            followUpMarks: kept(.followUpMarks).flatMap(Self.marks))
    }

    /// Months as they are typed, `3, 6, 12`; `nil` where something else stands between the commas.
    static func marks(_ text: String) -> [Int]? {
        let parts = text.split { ", ;".contains($0) }
        let marks = parts.compactMap { Int($0) }
        return marks.count == parts.count && !marks.isEmpty ? marks : nil
    }

    private var trainingClass: TrainingClass? {
        guard let code = kept(.code).flatMap({ Code($0) }),
            let program = form[.program]?.chosen.flatMap({ ID<Program>($0.id) }),
            let start = date(.start), let end = date(.end), let seats = number(.seats)
        else { return nil }
        return TrainingClass(
            code: code, program: program, start: start, end: end, place: kept(.place), seats: seats,
            instructor: kept(.instructor))
    }

    mutating func saved(_ receipt: Receipt, _ context: Context) -> [Effect] {
        guard remaining.isEmpty else { return [.perform(tickets.take("save"), remaining.removeFirst())] }
        return close(context) + [.say(Notice(context.words.classes.saved(name(context)), .done))]
    }

    private func close(_ context: Context) -> [Effect] {
        [forgetDraft(), .close]
    }

    /// What was saved, as a notice names it.
    private func name(_ context: Context) -> String {
        switch subject {
        case .target(let year, let scope, _):
            [context.words.terms.target, scope?.name ?? form[.scope]?.chosen?.label, String(year)]
                .compactMap(\.self).joined(separator: " ")
        case .claim(let organizer, let year, _):
            "\(context.words.contributions.claim) \(organizer.value.code) \(year)"
        case .trainingClass: [kept(.code), form[.program]?.chosen?.label].compactMap(\.self).joined(separator: " ")
        case .organizer, .program: [kept(.code), kept(.title)].compactMap(\.self).joined(separator: " ")
        }
    }

    // Drafts

    public var draftName: String { subject.draftName }

    public func tellingFields(of draft: FormDraft) -> [RecordField] { [.code, .title, .scope, .original, .claimed] }

    public mutating func draftRestored(_ draft: RecordDraft) {
        showFieldsOfTrack()
        showFieldsOfScope()
        // What was typed was typed against that version: if another desk saved since, saving must find out.
        if let version = draft.version { subject.rebase(onto: version) }
    }

    public var draftVersion: Int64? {
        switch subject {
        case .organizer(let stored): stored?.version.rawValue
        case .program(let stored, _): stored?.version.rawValue
        case .trainingClass(let stored, _): stored?.version.rawValue
        case .target, .claim: nil
        }
    }
}

extension Stored {
    /// The same record with another content.
    fileprivate func saying(_ value: Value) -> Self { Self(id: id, version: version, value: value) }

    fileprivate func rebased(onto version: Int64) -> Self { Self(id: id, version: ID<Step>(version), value: value) }
}

extension RecordFormModel.Subject {
    fileprivate mutating func rebase(onto version: Int64) {
        switch self {
        case .organizer(let stored): self = .organizer(stored?.rebased(onto: version))
        case .program(let stored, let organizer): self = .program(stored?.rebased(onto: version), organizer: organizer)
        case .trainingClass(let stored, let program):
            self = .trainingClass(stored?.rebased(onto: version), program: program)
        case .target, .claim: break
        }
    }
}

extension Dictionary where Key == RecordField, Value == FieldValue {
    /// Without the fields that are empty, as ``Form/values`` has it.
    fileprivate var filled: Self { filter { !$0.value.isEmpty } }
}
