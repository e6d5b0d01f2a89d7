import Keyboard
import Training
import Words

/// Two records side by side that may be one person: field by field which value is kept, which record stays, and what becomes of them.
///
/// What only one of them says is taken from it. Where both say something else, that is for the clerk to choose; nothing is merged
/// before.
public struct MergeModel: AskingScreen {
    public var tickets = TicketBook(screen: 0)
    /// The record that stays, and the one that goes.
    public private(set) var ids: (stays: ID<Participant>, goes: ID<Participant>)
    /// Both as they are on file; `nil` until they are read.
    public private(set) var records: (stays: PersonBeside, goes: PersonBeside)?
    /// Whether one of them is no longer on file.
    public private(set) var isGone = false
    /// All fields, in the form's order.
    public private(set) var fields = ItemList(ParticipantField.allCases, rows: ParticipantField.allCases.count)
    /// Whether NIK and phone are shown in full.
    public private(set) var isRevealed = false
    /// A NIK that is neither's.
    public private(set) var typedNIK: NIK?
    /// The line that one is typed into.
    public private(set) var prompt: TextField?
    /// Why what was typed is none.
    public private(set) var promptTrouble: String?
    public var question: Question?
    private var choices: [ParticipantField: Side] = [:]
    private var confirmed: Set<Doubt> = []

    /// Whose value of a field is kept.
    public enum Side: Sendable { case stays, goes }

    /// The rows around the fields: title, hint, heads; what belongs to both, and the highlighted field's values in full.
    public static let otherRows = 8

    private enum Purpose {
        static let read = "read"
        static let merge = "merge"
        static let apart = "apart"
        static let reveal = "reveal"
        static let revealOther = "revealOther"
    }

    /// Lays two records side by side.
    public init(stays: ID<Participant>, goes: ID<Participant>) { ids = (stays, goes) }

    public var takesText: Bool { question != nil || prompt != nil }
    public var holdsKeys: Bool {
        tickets.isWaiting(for: Purpose.merge) || tickets.isWaiting(for: Purpose.apart)
            || (records == nil && !isGone && tickets.isWaiting(for: Purpose.read))
    }

    private var isReady: Bool { records != nil && !isGone && !takesText }

    /// Whose value of a field is kept; `nil` where the clerk has to say.
    public func side(of field: ParticipantField) -> Side? {
        if let chosen = choices[field] { return chosen }
        guard let (stays, goes) = records.map({ ($0.stays.person.value, $0.goes.person.value) }) else { return nil }
        if field.agrees(stays, goes) { return .stays }
        if ParticipantField.missing(in: stays, butIn: goes).contains(field) { return .goes }
        if ParticipantField.missing(in: goes, butIn: stays).contains(field) { return .stays }
        if field == .nik, typedNIK != nil || field.isEmpty(in: stays) { return .stays }
        return nil
    }

    /// The fields of which both say something, and nobody has decided.
    public var unresolved: [ParticipantField] { fields.items.filter { side(of: $0) == nil } }

    /// The record as it would be.
    public var merged: Participant? {
        guard let records else { return nil }
        var merged = records.stays.person.value
        for field in fields.items where side(of: field) == .goes {
            field.copy(from: records.goes.person.value, to: &merged)
        }
        if let typedNIK { merged.identity = .nik(typedNIK) }
        return merged
    }

    // Keys

    public static let keys: [KeyBinding<Self>] = questionKeys + promptKeys + ownKeys + moveKeys

    private static let promptKeys: [KeyBinding<Self>] = [
        KeyBinding(.enter, label: \.duplicates.takeNIK, when: { $0.prompt != nil }, run: { $0.takeTyped($1) }),
        KeyBinding(
            .escape, label: \.duplicates.noNIK, when: { $0.prompt != nil },
            run: { model, _ in
                (model.prompt, model.promptTrouble, model.typedNIK) = (nil, nil, nil)
                return []
            }),
    ]

    private static let ownKeys: [KeyBinding<Self>] = [
        KeyBinding(.left, label: \.duplicates.left, when: { $0.isReady }, run: { model, _ in model.choose(.stays) }),
        KeyBinding(.right, label: \.duplicates.right, when: { $0.isReady }, run: { model, _ in model.choose(.goes) }),
        KeyBinding(
            .control("s"), label: \.duplicates.merge, when: { $0.isReady }, run: { $0.askMerge($1) }
        ).needs(.merging),
        KeyBinding(
            .character("b"), label: \.duplicates.apart, when: { $0.isReady }, run: { $0.askApart($1) }
        ).needs(.merging),
        KeyBinding(.character("t"), label: \.duplicates.swap, when: { $0.isReady }, run: { model, _ in model.swap() }),
        KeyBinding(
            .character("n"), label: \.duplicates.typeNIK, when: { $0.isReady },
            run: { model, _ in
                model.prompt = TextField(limit: 40)
                return []
            }),
        KeyBinding(
            .character("p"), label: \.duplicates.openStays, onBottomLine: false, when: { $0.isReady },
            run: { model, _ in [.open(.participantFile(ParticipantFileModel(model.ids.stays)))] }),
        KeyBinding(
            .character("P"), label: \.duplicates.openGoes, onBottomLine: false, when: { $0.isReady },
            run: { model, _ in [.open(.participantFile(ParticipantFileModel(model.ids.goes)))] }),
        KeyBinding(
            .character("r"), label: \.reveal, onBottomLine: false, when: { $0.isReady },
            run: { model, _ in model.reveal() }
        ).needs(.revealing),
        KeyBinding(.escape, label: \.back, when: { !$0.takesText }, run: { _, _ in [.close] }),
    ]

    private static let moveKeys = KeyBinding<Self>.moves(
        when: { $0.isReady },
        run: { model, move, _ in
            model.fields.move(move)
            return []
        })

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        if declines(event) { return [] }
        switch event {
        case .appeared, .fileChanged:
            fit(context)
            return [read()]
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fit(resized)
            return []
        case .key, .paste: return type(event)
        case .answered(let ticket, .beside(let stays, let goes)):
            guard tickets.redeem(ticket) else { return nil }
            return show(stays, goes, context)
        case .performed(let ticket, _):
            guard tickets.redeem(ticket) else { return nil }
            return performed(ticket.purpose, context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return failed(failure, context)
        default: return nil
        }
    }

    private mutating func fit(_ context: Context) { fields.rows = max(1, context.bodyRows - Self.otherRows) }

    // Reading

    private mutating func read() -> Effect {
        let ids = ids
        return .ask(tickets.take(Purpose.read)) { store in
            .beside(try await .read(ids.stays, from: store), try await .read(ids.goes, from: store))
        }
    }

    private mutating func show(_ stays: PersonBeside?, _ goes: PersonBeside?, _ context: Context) -> [Effect] {
        guard let stays, let goes else {
            isGone = true
            (records, question, prompt) = (nil, nil, nil)
            return []
        }
        guard stays.person.id == ids.stays else { return [] }
        isGone = false
        let earlier = records
        records = (stays, goes)
        guard let earlier else {
            select(unresolved.first)
            return []
        }
        let before = choices
        // What was chosen of a value that is another now has not been seen yet.
        choices = choices.filter { field, _ in
            field.agrees(earlier.stays.person.value, stays.person.value)
                && field.agrees(earlier.goes.person.value, goes.person.value)
        }
        guard
            choices.count != before.count || earlier.stays.person != stays.person || earlier.goes.person != goes.person
        else { return [] }
        question = nil
        return [.say(Notice(context.words.duplicates.changed, .trouble))]
    }

    // Choosing

    private mutating func choose(_ side: Side) -> [Effect] {
        guard let field = fields.selected else { return [] }
        choices[field] = side
        if field == .nik { typedNIK = nil }
        // On to the next that is open, below first.
        let open = unresolved
        let below = fields.items.dropFirst(fields.cursor.index + 1).first(where: open.contains)
        select(below ?? open.first)
        return []
    }

    private mutating func select(_ field: ParticipantField?) {
        if let place = field.flatMap(fields.items.firstIndex(of:)) { fields.select(place) }
    }

    /// Has the other record stay; what was chosen stays chosen.
    private mutating func swap() -> [Effect] {
        ids = (ids.goes, ids.stays)
        records = records.map { ($0.goes, $0.stays) }
        choices = choices.mapValues { $0 == .stays ? .goes : .stays }
        return []
    }

    private mutating func type(_ event: Event) -> [Effect]? {
        guard prompt != nil else { return nil }
        promptTrouble = nil
        switch event {
        case .key(let key): return prompt?.handle(key) == true ? [] : nil
        case .paste(let text):
            prompt?.insert(text)
            return []
        default: return nil
        }
    }

    private mutating func takeTyped(_ context: Context) -> [Effect] {
        do throws(NIK.Flaw) {
            typedNIK = try NIK(prompt?.text ?? "")
            (prompt, promptTrouble) = (nil, nil)
            choices[.nik] = nil
        } catch {
            promptTrouble = context.words.refusals.flaw(error)
        }
        return []
    }

    private mutating func reveal() -> [Effect] {
        if isRevealed {
            isRevealed = false
            return []
        }
        return [.reveal(tickets.take(Purpose.reveal), ids.stays)]
    }

    // Deciding

    private mutating func askMerge(_ context: Context) -> [Effect] {
        let words = context.words.duplicates
        let open = unresolved
        guard open.isEmpty else {
            select(open.first)
            return [.say(Notice(words.stillOpen(open.map { $0.label(context.words) }), .trouble))]
        }
        guard let records, let action = merging else { return [] }
        let shared = records.goes.codes.filter(records.stays.codes.contains)
        let moving = records.goes.codes.filter { !shared.contains($0) }
        question = Question(
            title: words.askMerge(records.goes.person.value.name.text, records.stays.person.value.name.text),
            details: [words.moves(moving)] + (shared.isEmpty ? [] : [words.bothIn(shared)]), action: action,
            purpose: Purpose.merge)
        return []
    }

    private var merging: Action? {
        guard let records, let merged else { return nil }
        return .mergeParticipants(
            Merge(records.stays.person, saying: merged, takesIn: records.goes.person), confirmed: confirmed)
    }

    private mutating func askApart(_ context: Context) -> [Effect] {
        guard let records else { return [] }
        question = .keepingApart(
            records.stays.person.value.name, records.goes.person.value.name, .keepApart(ids.stays, ids.goes),
            Purpose.apart, context)
        return []
    }

    private mutating func performed(_ purpose: String, _ context: Context) -> [Effect] {
        let words = context.words.duplicates
        let names = records.map { ($0.goes.person.value.name.text, $0.stays.person.value.name.text) } ?? ("", "")
        switch purpose {
        case Purpose.merge: return [.say(Notice(words.merged(names.0, names.1), .done)), .close]
        case Purpose.apart: return [.say(Notice(words.apart(names.1, names.0), .done)), .close]
        // Each of the two is asked about, and logged, by itself.
        case Purpose.reveal: return [.reveal(tickets.take(Purpose.revealOther), ids.goes)]
        default:
            isRevealed = true
            return []
        }
    }

    private mutating func failed(_ failure: Failure, _ context: Context) -> [Effect] {
        switch failure {
        case .refused(.unconfirmed(let doubts, let others)):
            confirmed.formUnion(doubts)
            guard let merged, let action = merging else { return [] }
            question = .confirming(doubts, others, of: merged.name, action: action, purpose: Purpose.merge, context)
            return []
        case .refused(.changedMeanwhile):
            return [.say(Notice(context.words.duplicates.changed, .trouble)), read()]
        default: return [.say(Notice(context.sentence(for: failure), .trouble))]
        }
    }
}
