import Keyboard
import Training
import Words

/// Two versions of a participant, changed at two desks from the same record: field by field, which one to keep.
///
/// What only one side changed is taken from that side; what both changed differently is for the clerk to say. Nothing is
/// saved before that, and going back to the form loses neither version.
public struct ConflictModel: AskingScreen {
    public var tickets = TicketBook(screen: 0)
    /// The record as it was when editing began.
    public let base: Stored<Participant>
    /// What was typed here.
    public let mine: Participant
    /// What stands on file now.
    public private(set) var theirs: Stored<Participant>
    /// Who put it there.
    public private(set) var author: Author
    /// The fields that differ, in the form's order.
    public private(set) var fields: ItemList<ParticipantField>
    /// Whether NIK and phone are shown in full.
    public private(set) var isRevealed = false
    public var question: Question?
    private var choices: [ParticipantField: Side] = [:]
    /// Doubts that were confirmed in the form.
    private let confirmed: Set<Doubt>
    /// Those, and the ones that the save under way was asked about.
    private var agreed: Set<Doubt> = []

    /// Whose value of a field is kept.
    public enum Side: Sendable { case mine, theirs }

    /// The screen's rows outside the table: heading, who, column heads; a blank, and the highlighted field's three values in full.
    public static let otherRows = 7

    private enum Purpose {
        static let save = "save"
        static let reveal = "reveal"
    }

    /// Lays two versions side by side.
    ///
    /// - Parameters:
    ///   - author: who saved the other version.
    ///   - confirmed: doubts that the clerk has confirmed already.
    public init(
        base: Stored<Participant>, mine: Participant, theirs: Stored<Participant>, by author: Author,
        confirmed: Set<Doubt> = []
    ) {
        self.base = base
        self.mine = mine
        self.theirs = theirs
        self.author = author
        self.confirmed = confirmed
        fields = ItemList(Self.differing(mine, theirs.value), rows: ParticipantField.allCases.count)
        select(fields.items.first { side(of: $0) == nil })
    }

    private static func differing(_ mine: Participant, _ theirs: Participant) -> [ParticipantField] {
        ParticipantField.allCases.filter { !$0.agrees(mine, theirs) }
    }

    public var takesText: Bool { question != nil }
    public var holdsKeys: Bool { tickets.isWaiting(for: Purpose.save) }

    /// Whose value of a field is kept: the clerk's choice, else the only side that changed it; `nil` where that is open.
    public func side(of field: ParticipantField) -> Side? {
        if let chosen = choices[field] { return chosen }
        if field.agrees(mine, theirs.value) || field.agrees(base.value, mine) { return .theirs }
        return field.agrees(base.value, theirs.value) ? .mine : nil
    }

    /// The fields that both sides changed and nobody has decided.
    public var unresolved: [ParticipantField] { fields.items.filter { side(of: $0) == nil } }

    /// The record as it would be saved: theirs, with what is taken from here.
    public var merged: Participant {
        var merged = theirs.value
        for field in fields.items where side(of: field) == .mine { field.copy(from: mine, to: &merged) }
        return merged
    }

    public static let keys: [KeyBinding<Self>] = questionKeys + ownKeys + moveKeys

    private static let moveKeys = KeyBinding<Self>.moves(
        when: { $0.question == nil },
        run: { model, move, _ in
            model.fields.move(move)
            return []
        })

    private static let ownKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .character("m"), .left, label: \.participants.mine, when: { $0.question == nil && !$0.fields.isEmpty },
            run: { model, _ in model.choose(.mine) }),
        KeyBinding(
            .character("t"), .right, label: \.participants.theirs, when: { $0.question == nil && !$0.fields.isEmpty },
            run: { model, _ in model.choose(.theirs) }),
        KeyBinding(.control("s"), label: \.participants.saveMerged, when: { $0.question == nil }, run: { $0.save($1) }),
        KeyBinding(
            .character("r"), label: \.reveal, when: { $0.question == nil }, run: { model, _ in model.reveal() }
        ).needs(.revealing),
        KeyBinding(.escape, label: \.participants.backToForm, when: { $0.question == nil }, run: { _, _ in [.close] }),
    ]

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        if declines(event) { return [] }
        switch event {
        case .appeared:
            fields.rows = max(1, context.bodyRows - Self.otherRows)
            return []
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fields.rows = max(1, resized.bodyRows - Self.otherRows)
            return []
        case .performed(let ticket, _):
            guard tickets.redeem(ticket) else { return nil }
            return performed(ticket.purpose, context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return failed(failure, context)
        default: return nil
        }
    }

    // Choosing

    private mutating func choose(_ side: Side) -> [Effect] {
        guard let field = fields.selected else { return [] }
        choices[field] = side
        // On to the next that is open, below first.
        let open = unresolved
        let below = fields.items.dropFirst(fields.cursor.index + 1).first(where: open.contains)
        select(below ?? open.first)
        return []
    }

    private mutating func select(_ field: ParticipantField?) {
        if let place = field.flatMap(fields.items.firstIndex(of:)) { fields.select(place) }
    }

    private mutating func reveal() -> [Effect] {
        if isRevealed {
            isRevealed = false
            return []
        }
        return [.reveal(tickets.take(Purpose.reveal), base.id)]
    }

    // Saving

    private mutating func save(_ context: Context) -> [Effect] {
        let open = unresolved
        guard open.isEmpty else {
            select(open.first)
            let names = open.map { $0.label(context.words) }
            return [.say(Notice(context.words.participants.stillUnresolved(names), .trouble))]
        }
        agreed = confirmed
        return [.perform(tickets.take(Purpose.save), saving)]
    }

    private var saving: Action {
        .editParticipant(
            Stored(id: theirs.id, version: theirs.version, value: merged), basedOn: theirs, confirmed: agreed)
    }

    private mutating func performed(_ purpose: String, _ context: Context) -> [Effect] {
        guard purpose == Purpose.save else {
            isRevealed = true
            return []
        }
        return [.say(Notice(context.words.participants.merged(merged.name.text), .done)), .close]
    }

    private mutating func failed(_ failure: Failure, _ context: Context) -> [Effect] {
        switch failure {
        case .refused(.changedMeanwhile(let newer, let author)):
            take(newer, by: author)
            return [.say(Notice(context.words.participants.changedAgain(author), .trouble))]
        case .refused(.unconfirmed(let doubts, let others)):
            agreed.formUnion(doubts)
            question = .confirming(
                doubts, others, of: merged.name, action: saving, purpose: Purpose.save, context)
            return []
        default: return [.say(Notice(context.sentence(for: failure), .trouble))]
        }
    }

    /// Puts a newer version in place of theirs. Choices stay, but where their value is another now: it has not been seen yet.
    private mutating func take(_ newer: Stored<Participant>, by author: Author) {
        choices = choices.filter { $0.key.agrees(theirs.value, newer.value) }
        theirs = newer
        self.author = author
        fields.replace(with: Self.differing(mine, newer.value), sameness: \.self)
        select(unresolved.first)
    }
}
