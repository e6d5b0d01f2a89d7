import Keyboard
import Training
import Words

/// One row of a screen's key table: the keys, their words and what they do.
///
/// The handler, the bottom line, the help screen and docs/keys.md are all made from these rows.
public struct KeyBinding<Model>: Sendable {
    /// The keys, the one to show first.
    public let keys: [Key]
    /// One or two words for the bottom line; a sentence in the help.
    public let label: @Sendable (KeyPhrases) -> KeyPhrase
    /// Whether the bottom line names it; help always does.
    public let isOnBottomLine: Bool
    /// Whether the key does something in this state; where not, it is not shown and not taken.
    public let isAvailable: @Sendable (Model) -> Bool
    /// What the operator must be allowed to do for it; `nil` where every role has it.
    public let permission: Permission?
    /// What it does.
    public let run: @Sendable (inout Model, Context) -> [Effect]

    /// A row of a key table.
    public init(
        _ keys: Key..., label: @escaping @Sendable (KeyPhrases) -> KeyPhrase,
        onBottomLine: Bool = true,
        when isAvailable: @escaping @Sendable (Model) -> Bool = { _ in true },
        run: @escaping @Sendable (inout Model, Context) -> [Effect]
    ) {
        self.init(keys: keys, label: label, onBottomLine: onBottomLine, when: isAvailable, needs: nil, run: run)
    }

    private init(
        keys: [Key], label: @escaping @Sendable (KeyPhrases) -> KeyPhrase, onBottomLine: Bool,
        when isAvailable: @escaping @Sendable (Model) -> Bool, needs permission: Permission?,
        run: @escaping @Sendable (inout Model, Context) -> [Effect]
    ) {
        self.keys = keys
        self.label = label
        self.isOnBottomLine = onBottomLine
        self.isAvailable = isAvailable
        self.permission = permission
        self.run = run
    }

    /// The same row, but for those states only in which a condition holds as well.
    public func only(when condition: @escaping @Sendable (Model) -> Bool) -> Self {
        let isAvailable = isAvailable
        return Self(
            keys: keys, label: label, onBottomLine: isOnBottomLine, when: { isAvailable($0) && condition($0) },
            needs: permission, run: run)
    }

    /// The same row, for those only who may do something.
    public func needs(_ permission: Permission) -> Self {
        Self(
            keys: keys, label: label, onBottomLine: isOnBottomLine, when: isAvailable, needs: permission, run: run)
    }

    /// Whether the row is shown and taken in this state, for somebody of this role.
    public func works(_ model: Model, for role: Role) -> Bool {
        isAvailable(model) && permission.map(role.may) != false
    }
}

/// A row of a key table as help and the bottom line show it.
public struct KeyHint: Hashable, Sendable {
    public let keys: [Key]
    public let phrase: KeyPhrase
    public let isOnBottomLine: Bool
}

extension Sequence where Element == KeyHint {
    /// The hints with those that say the same made one, as help and docs/keys.md show them: up and down are one line.
    public var joined: [KeyHint] {
        var joined: [KeyHint] = []
        for hint in self {
            guard let place = joined.firstIndex(where: { $0.phrase == hint.phrase }) else {
                joined.append(hint)
                continue
            }
            let earlier = joined[place]
            joined[place] = KeyHint(
                keys: earlier.keys + hint.keys.filter { !earlier.keys.contains($0) }, phrase: earlier.phrase,
                isOnBottomLine: earlier.isOnBottomLine || hint.isOnBottomLine)
        }
        return joined
    }
}

/// What every screen's state and keys are to the rest of the program.
public protocol Screen: Sendable {
    /// The screen's keys, looked at in order: the first that is available runs.
    static var keys: [KeyBinding<Self>] { get }
    /// The tickets of this screen's questions; ``Session`` gives each screen a book of its own.
    var tickets: TicketBook { get set }
    /// Whether letters and digits are text here now; global letter and number keys then rest.
    var takesText: Bool { get }
    /// Whether leaving the program now would lose something that is kept nowhere.
    var wouldLoseOnQuit: Bool { get }
    /// Whether keys and pasted text must wait: the screen needs an answer before it can say where they belong.
    ///
    /// While this holds, ``Session`` keeps them and gives them out, in order, once it no longer does.
    var holdsKeys: Bool { get }
    /// Whether a key or pasted text must wait, where that depends on which it is; else ``holdsKeys`` speaks for all.
    func holds(_ event: Event) -> Bool
    /// Takes what its key table did not: text, paste, answers, changes of the file.
    ///
    /// - Returns: what is to be done, or `nil` where the event is none of this screen's.
    mutating func handle(_ event: Event, _ context: Context) -> [Effect]?
    /// Asks now for what was put off: a key waits for it.
    mutating func hurry(_ context: Context) -> [Effect]
    /// Lets go of what takes much memory and is soon read again: another tab is in front now.
    ///
    /// - Returns: what it held, where there was any.
    mutating func letGo(_ context: Context) -> (any Sendable)?
}

extension Screen {
    public var takesText: Bool { false }
    public var wouldLoseOnQuit: Bool { false }
    public var holdsKeys: Bool { false }
    public func holds(_ event: Event) -> Bool { holdsKeys }
    public mutating func hurry(_ context: Context) -> [Effect] { [] }
    public mutating func letGo(_ context: Context) -> (any Sendable)? { nil }

    /// Lets the key table have a key first, then the screen itself.
    public mutating func respond(to event: Event, _ context: Context) -> [Effect]? {
        if case .key(let key) = event,
            let row = Self.keys.first(where: { $0.keys.contains(key) && $0.works(self, for: context.role) })
        {
            return row.run(&self, context)
        }
        return handle(event, context)
    }

    /// Whether the key table has a key now.
    public func binds(_ key: Key, for role: Role) -> Bool {
        Self.keys.contains { $0.keys.contains(key) && $0.works(self, for: role) }
    }

    /// The keys that work now, as help and the bottom line show them. Each key is named by the row that takes it.
    public func hints(_ words: Phrasebook, for role: Role = .supervisor) -> [KeyHint] {
        var taken: Set<Key> = []
        return Self.keys.filter { $0.works(self, for: role) }.compactMap { row in
            let keys = row.keys.filter { taken.insert($0).inserted }
            guard !keys.isEmpty else { return nil }
            return KeyHint(keys: keys, phrase: row.label(words.keys), isOnBottomLine: row.isOnBottomLine)
        }
    }
}
