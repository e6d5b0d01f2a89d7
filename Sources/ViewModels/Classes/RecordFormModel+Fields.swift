import Training
import Words

/// The fields of the forms of records.
public enum RecordField: String, FieldID {
    case code, title, kind
    case year, track, vocation, organizer, funding, skkni, pokirProposer, pokirReference, followUpMarks
    case program, start, end, place, seats, instructor
    case scope, lastYear, original, source, sourceDate, revised, revisedSource, revisedSourceDate, rule
    case claimed, reportDate, letter

    /// Whether what stands in the field is short and of one piece, so that typing begins it anew.
    var isReplacedWhole: Bool {
        switch self {
        case .code, .year, .start, .end, .seats, .original, .revised, .sourceDate, .revisedSourceDate, .lastYear: true
        case .claimed, .reportDate: true
        default: false
        }
    }
}

extension RecordFormModel {
    static func fields(of subject: Subject) -> [FormField<RecordField>] {
        switch subject {
        case .organizer: [code, name, list(.kind, required: true) { $0.terms.kind }]
        case .program: programFields
        case .trainingClass: classFields
        case .target(_, let scope, _): scope == nil ? scopeFields + targetFields : targetFields
        case .claim: claimFields
        }
    }

    private static var code: FormField<RecordField> {
        FormField(
            .code, required: true, ditto: false, limit: 24, hint: { $0.classes.codeHint }, label: { $0.terms.code })
    }

    private static var name: FormField<RecordField> { text(.title, required: true) { $0.terms.name } }

    private static var programFields: [FormField<RecordField>] {
        [
            code, text(.title, required: true) { $0.terms.title },
            text(.year, required: true, limit: 4) { $0.terms.year },
            list(.track, required: true) { $0.terms.trackLabel },
            text(.vocation) { $0.terms.vocation }, list(.organizer) { $0.terms.organizer },
            list(.funding) { $0.terms.fundingLabel }, text(.skkni) { $0.terms.skkni },
            text(.pokirProposer) { $0.terms.pokirProposer }, text(.pokirReference) { $0.terms.pokirReference },
            FormField(
                .followUpMarks, ditto: false, limit: 30, hint: { $0.classes.followUpMarksHint },
                label: { $0.terms.followUpMarks }),
        ]
    }

    private static var classFields: [FormField<RecordField>] {
        [
            code, list(.program, required: true) { $0.terms.program },
            FormField(.start, .date, required: true, ditto: false) { $0.terms.start },
            FormField(.end, .date, required: true, ditto: false) { $0.terms.end },
            text(.place) { $0.terms.place }, text(.seats, required: true, limit: 6) { $0.terms.seats },
            text(.instructor) { $0.terms.instructor },
        ]
    }

    private static var targetFields: [FormField<RecordField>] {
        [
            text(.original, limit: 11) { $0.classes.originalTarget }, text(.source) { $0.terms.source },
            day(.sourceDate) { $0.terms.sourceDate },
            text(.revised, limit: 11) { $0.classes.revisedTarget }, text(.revisedSource) { $0.terms.source },
            day(.revisedSourceDate) { $0.terms.sourceDate }, list(.rule, required: true) { $0.classes.countingRule },
        ]
    }

    /// Whom a target is for, where the clerk says so.
    private static var scopeFields: [FormField<RecordField>] {
        [
            list(.scope, required: true) { $0.targets.scope },
            FormField(
                .lastYear, required: true, ditto: false, limit: 4, hint: { $0.targets.lastYearHint },
                label: { $0.targets.lastYear }),
        ]
    }

    private static var claimFields: [FormField<RecordField>] {
        [
            text(.claimed, required: true, limit: 11) { $0.contributions.count },
            day(.reportDate) { $0.contributions.dateOfReport }, text(.letter) { $0.contributions.letterNumber },
        ]
    }

    private static func day(
        _ id: RecordField, label: @escaping @Sendable (Phrasebook) -> String
    ) -> FormField<RecordField> {
        FormField(id, .date, ditto: false, label: label)
    }

    private static func text(
        _ id: RecordField, required: Bool = false, limit: Int = 200,
        label: @escaping @Sendable (Phrasebook) -> String
    ) -> FormField<RecordField> {
        FormField(id, required: required, ditto: false, limit: limit, label: label)
    }

    private static func list(
        _ id: RecordField, required: Bool = false, label: @escaping @Sendable (Phrasebook) -> String
    ) -> FormField<RecordField> {
        FormField(id, ChoiceList(), required: required, ditto: false, label: label)
    }

    /// Gives the lists that are the same everywhere, in the language of the screen.
    mutating func supplyFixedLists(_ context: Context) {
        let terms = context.words.terms
        form[.kind]?.list?.supply(
            Organizer.Kind.allCases.map { .init(id: $0.rawValue, label: terms.organizerKind($0)) })
        form[.track]?.list?.supply(Track.allCases.map { .init(id: $0.rawValue, label: terms.track($0)) })
        form[.funding]?.list?.supply(Funding.allCases.map { .init(id: $0.rawValue, label: terms.funding($0)) })
        form[.rule]?.list?.supply(CountingRule.allCases.map { .init(id: $0.rawValue, label: terms.rule($0)) })
    }

    /// Hides what only another track has; what was typed there stays, in case the track is changed back.
    mutating func showFieldsOfTrack() {
        let track = form[.track]?.chosen.flatMap { Track(rawValue: $0.id) }
        form[.skkni]?.isHidden = track != .competency
        form[.pokirProposer]?.isHidden = track != .nonCompetency
        form[.pokirReference]?.isHidden = track != .nonCompetency
    }
}

extension Stored<Organizer> {
    var choice: Choice { Choice(id: id.description, code: value.code.text, label: value.name) }
}

extension ProgramLine {
    func choice(_ words: Phrasebook) -> Choice {
        Choice(
            id: program.id.description, code: code.text, label: title, value: "\(code) \(title)",
            note: words.classes.trackShort(program.value.track))
    }
}
