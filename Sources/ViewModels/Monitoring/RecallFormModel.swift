import Keyboard
import Training
import Words

/// The form that finds alumni: what is asked for above, who fits beneath, counted anew with every change; then kept under a title.
public struct RecallFormModel: DraftedForm {
    public var tickets = TicketBook(screen: 0)
    public var form: Form<RecallField>
    public var offeredDraft: RecordDraft?
    /// Those who fit ``asked``, by name; `nil` until they have come.
    public private(set) var people: [ID<Participant>]?
    /// What is shown of some of them, of as many as are near those in sight: very many may fit.
    public private(set) var lines: [AlumniLine] = []
    /// Where ``lines`` begin among ``people``.
    public private(set) var firstLine = 0
    /// The first of those who fit that is in sight.
    public private(set) var top = 0
    /// Whom the question under way, or the last one, asked for.
    private var asked: AlumniQuery?
    /// Whether the list is to be saved as soon as those who fit are known.
    private var savesWhenFound = false
    private let today: CalendarDate
    private var isBegun = false

    /// The form of a list, dated today.
    public init(today: CalendarDate) {
        self.today = today
        form = Form(RecallField.fields)
        form.enterVisitsAll = true
        form.pinsFields = false
        showFurther()
    }

    public var holdsKeys: Bool {
        form.keyWaiting != nil || tickets.isWaiting(for: "save") || tickets.isWaiting(for: "draft") || savesWhenFound
    }

    public static let keys: [KeyBinding<Self>] =
        [
            KeyBinding(
                .enter, label: { $0.classes.restoreDraft }, when: { $0.draftTakesKeys },
                run: { $0.restoreDraft($1) + $0.askForPeople($1) })
        ] + draftKeys + [
            KeyBinding(.control("s"), label: \.monitoring.keepRecall, run: { $0.submit($1) }),
            KeyBinding(.pageDown, label: \.monitoring.previewPage, run: { $0.turn(1, $1) }),
            KeyBinding(.pageUp, label: \.monitoring.previewPage, onBottomLine: false, run: { $0.turn(-1, $1) }),
        ] + formKeys.filter { !$0.keys.contains { Self.ownOrUnused.contains($0) } }

    /// Keys of ``FormScreen/formKeys`` that mean something else here, or that only a run of many records needs.
    private static let ownOrUnused: Set<Key> = [.enter, .control("s"), .function(4), .function(5), .character("\"")]

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared: return appear(context)
        case .fileChanged: return askForPeople(context, again: true)
        case .answered(let ticket, let answer):
            guard tickets.redeem(ticket) else { return nil }
            return take(answer, context)
        case .performed(let ticket, let receipt):
            guard tickets.redeem(ticket) else { return nil }
            return saved(receipt, context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            savesWhenFound = false
            form.keyWaiting = nil
            return failed(failure, context)
        case .key, .paste: return type(event, context)
        default: return nil
        }
    }

    private mutating func appear(_ context: Context) -> [Effect] {
        guard !isBegun else { return [] }
        isBegun = true
        let words = context.words
        form[.certified]?.list?.supply([Choice(id: "yes", label: words.recall.certifiedOnly)])
        let outcomes = Outcome.Kind.allCases.map { Choice(id: $0.rawValue, label: words.monitoring.outcome($0)) }
        for id in RecallField.outcomes { form[id]?.list?.supply(outcomes) }
        let places = Self.places(context.gazetteer)
        for id in RecallField.places { form[id]?.list?.supply(places) }
        form.markUnchanged()
        let year = context.year
        let programs = Effect.ask(tickets.take("programs")) { store in
            var lines: [ProgramLine] = []
            for year in Set(try await store.years() + [year]).sorted(by: >) {
                lines += try await store.programs(of: year)
            }
            return .programs(lines)
        }
        return [askForDraft(context), programs] + askForPeople(context)
    }

    /// The kecamatan, then the desa, which are found by typing.
    private static func places(_ gazetteer: Gazetteer) -> [Choice] {
        let kecamatan = gazetteer.kecamatan.map { Choice(id: $0.code.description, label: $0.name, note: "kecamatan") }
        let desa = gazetteer.kecamatan.flatMap { region in
            gazetteer.desa(of: region.code).map {
                Choice(id: $0.code.description, label: $0.name, value: "\($0.name), \(region.name)", note: region.name)
            }
        }
        return kecamatan + desa
    }

    private mutating func take(_ answer: Answer, _ context: Context) -> [Effect] {
        switch answer {
        case .draft(let text):
            offeredDraft = text.flatMap(RecordDraft.init(text:))
            return []
        case .programs(let lines):
            var seen: Set<String> = []
            let vocations = lines.compactMap(\.program.value.vocation).filter { seen.insert($0.lowercased()).inserted }
            return supply(lines.map { $0.choice(context.words) }, to: .program, context)
                + supply(vocations.sorted().map { Choice(id: $0, label: $0) }, to: .vocation, context)
        case .alumni(let lines):
            self.lines = lines
            return []
        case .alumniFound(let people, let lines):
            self.people = people
            (self.lines, firstLine) = (lines, 0)
            tickets.void("lines")
            top = min(top, max(0, people.count - 1))
            guard savesWhenFound else { return askForLines(context) }
            savesWhenFound = false
            return save(context)
        default: return []
        }
    }

    // What the fields say

    /// Whom the fields ask for.
    public var query: AlumniQuery {
        func choices(_ fields: [RecallField]) -> [String] {
            fields.compactMap { form[$0]?.isHidden == true ? nil : form[$0]?.chosen?.id }
        }
        return AlumniQuery(
            program: form[.program]?.chosen?.code, vocation: form[.vocation]?.chosen?.id,
            isCertified: form[.certified]?.chosen != nil, ages: (form[.ages]?.text.fieldText).flatMap(AlumniQuery.ages),
            places: choices(RecallField.places).compactMap { RegionCode($0) },
            outcomes: Set(choices(RecallField.outcomes).compactMap { Outcome.Kind(rawValue: $0) }))
    }

    /// Asks for those who fit, where the fields ask for others than before.
    private mutating func askForPeople(_ context: Context, again: Bool = false) -> [Effect] {
        let query = query
        guard again || query != asked else { return [] }
        if query != asked { (people, lines, firstLine, top) = (nil, [], 0, 0) }
        asked = query
        let today = context.today
        return [
            .ask(tickets.take("people")) {
                let people = try await $0.alumniPeople(query, today: today)
                let first = Array(people.prefix(Self.held))
                return .alumniFound(people, try await $0.alumni(query, among: first, today: today))
            }
        ]
    }

    /// Of how many it is read what is shown of them.
    private static let held = 200

    /// Asks for those in sight, where they are not held.
    private mutating func askForLines(_ context: Context) -> [Effect] {
        guard let people, let query = asked, !people.isEmpty else { return [] }
        let sight = top..<min(people.count, top + Self.previewRows(context))
        guard sight.lowerBound < firstLine || sight.upperBound > firstLine + lines.count else { return [] }
        firstLine = max(0, min(top - Self.held / 2, people.count - Self.held))
        lines = []
        let near = Array(people[firstLine...].prefix(Self.held))
        let today = context.today
        return [.ask(tickets.take("lines")) { .alumni(try await $0.alumni(query, among: near, today: today)) }]
    }

    /// Shows a place and an outcome more, once those before them are chosen.
    private mutating func showFurther() {
        for fields in [RecallField.places, RecallField.outcomes] {
            var isChosen = true
            for id in fields {
                form[id]?.isHidden = !isChosen
                isChosen = isChosen && form[id]?.chosen != nil
            }
        }
    }

    public mutating func fieldChanged(_ id: RecallField, _ context: Context) -> [Effect] {
        showFurther()
        return [keepDraft()] + askForPeople(context)
    }

    public func message(for id: RecallField, _ context: Context) -> FieldMessage? {
        let words = context.words
        guard let field = form[id], !field.isEmpty else { return nil }
        switch id {
        case .ages:
            return AlumniQuery.ages(typed: field.text) == nil ? .trouble(words.recall.noAges(field.text)) : nil
        case .vocation: return form[.program]?.chosen != nil ? .trouble(words.recall.oneOfBoth) : nil
        case .title:
            return field.text.fieldText == nil ? .trouble(words.entry.required(field.label(words))) : nil
        default: return nil
        }
    }

    // Who fits

    /// The rows for the fields and an open list; a large terminal shows all of them.
    public static func formRows(_ context: Context) -> Int { context.bodyRows < 28 ? 10 : 16 }

    /// The rows for those who fit: what the title, the fields, the count and the headings leave.
    public static func previewRows(_ context: Context) -> Int { max(1, context.bodyRows - formRows(context) - 3) }

    private mutating func turn(_ direction: Int, _ context: Context) -> [Effect] {
        let (count, rows) = (people?.count ?? 0, Self.previewRows(context))
        top = max(0, min(top + direction * rows, max(0, count - rows)))
        return askForLines(context)
    }

    // Saving

    public mutating func save(_ context: Context) -> [Effect] {
        guard let people, let title = form[.title]?.text.fieldText else {
            savesWhenFound = tickets.isWaiting(for: "people")
            return []
        }
        guard !people.isEmpty else { return [.say(Notice(context.words.recall.nobodyFits, .trouble))] }
        let criteria = context.words.criteria(of: query, context.gazetteer)
        return [
            .perform(
                tickets.take("save"),
                .addRecall(Recall(title: title, date: today, criteria: criteria), people))
        ]
    }

    private mutating func saved(_ receipt: Receipt, _ context: Context) -> [Effect] {
        let words = context.words
        let title = form[.title]?.text.fieldText ?? ""
        let said = Notice(words.recall.saved(title, words.language.number(people?.count ?? 0)), .done)
        guard let id = receipt.record, let step = receipt.step else { return [forgetDraft(), .close, .say(said)] }
        let recall = Recall(title: title, date: today, criteria: words.criteria(of: query, context.gazetteer))
        let stored = Stored(id: ID<Recall>(id), version: step, value: recall)
        return [forgetDraft(), .replace(.recallPeople(RecallPeopleModel(stored))), .say(said)]
    }

    private mutating func failed(_ failure: Failure, _ context: Context) -> [Effect] {
        [.say(Notice(context.sentence(for: failure), .trouble))]
    }
}

// What was typed and not saved
extension RecallFormModel {
    public var draftName: String { "recall" }
    /// None: a list is always new.
    public var draftVersion: Int64? { nil }
    public var isTouched: Bool { form.isChanged }
    public func tellingFields(of draft: FormDraft) -> [RecallField] { [.title, .program, .vocation, .places[0]] }
    public mutating func draftRestored(_ draft: RecordDraft) { showFurther() }
}

/// The fields of the form that finds alumni.
public struct RecallField: FieldID {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    static let program = Self(rawValue: "program")
    static let vocation = Self(rawValue: "vocation")
    static let certified = Self(rawValue: "certified")
    static let ages = Self(rawValue: "ages")
    static let places = (1...6).map { Self(rawValue: "place \($0)") }
    static let outcomes = (1...Outcome.Kind.allCases.count).map { Self(rawValue: "outcome \($0)") }
    static let title = Self(rawValue: "title")

    static var fields: [FormField<RecallField>] {
        [
            list(.program, ChoiceList()) { $0.terms.program }, list(.vocation, ChoiceList()) { $0.recall.vocation },
            list(.certified, ChoiceList()) { $0.recall.certified },
            FormField(.ages, ditto: false, limit: 12, hint: { $0.recall.agesHint }, label: { $0.recall.ages }),
        ]
            + places.enumerated().map { offset, id in list(id, ChoiceList()) { $0.recall.place(offset + 1) } }
            + outcomes.enumerated().map { offset, id in list(id, ChoiceList()) { $0.recall.outcome(offset + 1) } }
            + [
                FormField(
                    .title, required: true, ditto: false, hint: { $0.recall.titleHint }, label: { $0.recall.listTitle })
            ]
    }

    private static func list(
        _ id: RecallField, _ list: ChoiceList, label: @escaping @Sendable (Phrasebook) -> String
    ) -> FormField<RecallField> {
        FormField(id, list, ditto: false, hint: { $0.recall.criteriaHint }, label: label)
    }
}
