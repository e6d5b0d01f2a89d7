import Keyboard
import Training

/// A field with a list under it that narrows as one types.
///
/// What is typed stays in the field until a choice is taken, and while the list is still loading: nothing typed is lost.
public struct ChoiceList: Hashable, Sendable {
    /// What was typed. Empty once a choice is taken, unless any text is allowed.
    public private(set) var text: TextField
    /// The choice taken; always `nil` where any text is allowed.
    public private(set) var chosen: Choice?
    /// Whether the list is to be shown.
    public private(set) var isOpen = false
    /// The choices that fit what was typed, best first.
    public private(set) var matches: [Choice] = []
    /// Which of ``matches`` Enter takes.
    public private(set) var highlighted: Int?
    /// Whether text that is in no list is as good: the list then only suggests.
    public let allowsAnyText: Bool
    /// Whether the choices are sought for the text that is typed, rather than narrowed from all there are: people, of whom there are too
    /// many, or the classes of a large year. Every change of the text then waits for choices of its own.
    public private(set) var isSoughtByText: Bool
    /// How many fit besides ``matches``.
    public private(set) var others = 0
    private var choices: [SearchableChoice]?
    /// What is there to choose from before anything is typed, where choices are sought by text.
    private var beginning: Beginning?
    /// Whether the highlighted choice was pointed at, not just the first.
    private var isPointedAt = false

    private struct Beginning: Hashable, Sendable {
        var choices: [SearchableChoice] = []
        var others = 0
    }

    /// What leaving the field makes of what was typed.
    public enum Settlement: Hashable, Sendable {
        /// It stays as it was.
        case unchanged
        /// A choice was taken.
        case took
        /// The text names no choice, or several.
        case unresolved
        /// The list has to come first.
        case mustWait
    }

    /// A list to choose from; `nil` while it is still loading.
    public init(_ choices: [Choice]? = nil, allowsAnyText: Bool = false, isSoughtByText: Bool = false) {
        self.allowsAnyText = allowsAnyText
        self.isSoughtByText = isSoughtByText
        text = TextField()
        self.choices = choices.map { $0.map(SearchableChoice.init) }
        narrow()
    }

    /// Whether the list can be seen before anything is typed.
    public var opensUntyped: Bool { !allowsAnyText && (!isSoughtByText || beginning != nil) }

    /// How many fit what was typed.
    public var fitting: Int { matches.count + others }

    /// Whether the choices have not come yet.
    public var isLoading: Bool { choices == nil }

    /// Whether there is neither a choice nor text.
    public var isEmpty: Bool { chosen == nil && text.isEmpty }

    /// Whether text stands in the field that has not become a choice.
    public var isUnresolved: Bool { !allowsAnyText && chosen == nil && !text.isEmpty }

    /// Puts in the list that has come, or a newer one; text and choice stay as they are.
    ///
    /// - Parameter total: how many there are, where these are not all.
    public mutating func supply(_ newer: [Choice], of total: Int? = nil) {
        let pointedAt = highlighted.map { matches[$0].id }
        choices = newer.map(SearchableChoice.init)
        others = max(0, (total ?? newer.count) - newer.count)
        if let id = chosen?.id, let fresh = newer.first(where: { $0.id == id }) { chosen = fresh }
        narrow()
        if isPointedAt, let place = matches.firstIndex(where: { $0.id == pointedAt }) { highlighted = place }
    }

    /// From now on the list has all there are.
    public mutating func narrowByItself() {
        guard isSoughtByText else { return }
        (isSoughtByText, beginning, others) = (false, nil, 0)
    }

    /// From now on choices are sought for what is typed, as there are too many for a list.
    ///
    /// - Parameters:
    ///   - first: what there is to choose from before anything is typed.
    ///   - total: how many there are.
    public mutating func seekByText(first: [Choice], of total: Int) {
        if !isSoughtByText { choices = nil }
        isSoughtByText = true
        beginning = Beginning(choices: first.map(SearchableChoice.init), others: max(0, total - first.count))
        if text.isEmpty { supply(first, of: total) }
    }

    /// Says that the list will have to be loaded anew.
    public mutating func forgetChoices() {
        choices = nil
        narrow()
    }

    /// Takes a choice from outside: carried forward, copied or restored.
    public mutating func choose(_ choice: Choice?) {
        text.set(allowsAnyText ? choice?.value ?? "" : "")
        chosen = allowsAnyText ? nil : choice
        seekAnew()
        close()
    }

    /// Puts text in the field in place of what was there.
    public mutating func set(_ typed: String) {
        chosen = nil
        text.set(typed)
        seekAnew()
        narrow()
        isOpen = false
    }

    /// Takes the list away, keeping what was typed.
    public mutating func close() {
        isOpen = false
        narrow()
    }

    /// Takes text pasted in one piece.
    ///
    /// - Returns: how many characters at its end found no room.
    @discardableResult
    public mutating func insert(_ pasted: String) -> Int {
        chosen = nil
        let left = text.insert(pasted)
        retyped()
        return left
    }

    /// Takes a key that types, or moves in the open list.
    ///
    /// - Returns: whether the key was one of them.
    public mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .down, .up:
            guard isOpen, !matches.isEmpty else { return false }
            point(key == .down ? 1 : -1)
            return true
        case .character(" ") where text.isEmpty && opensUntyped:
            openAll()
            return true
        default: return edit(key)
        }
    }

    private mutating func edit(_ key: Key) -> Bool {
        if chosen != nil {
            // A choice is one piece: a letter begins another, and what deletes deletes it whole.
            switch key {
            case .character, .backspace, .delete, .control("u"), .control("w"), .control("k"): chosen = nil
            default: break
            }
        }
        let before = text
        guard text.handle(key) else { return false }
        if text.text != before.text { retyped() } else if chosen == nil, text.isEmpty { close() }
        return true
    }

    private mutating func retyped() {
        seekAnew()
        narrow()
        isOpen = !text.isEmpty
    }

    /// Choices that were sought for another text are not for this one.
    private mutating func seekAnew() {
        guard isSoughtByText else { return }
        choices = text.isEmpty ? beginning?.choices ?? [] : nil
        others = text.isEmpty ? beginning?.others ?? 0 : 0
    }

    private mutating func openAll() {
        isOpen = true
        narrow()
        if let id = chosen?.id { highlighted = matches.firstIndex { $0.id == id } ?? highlighted }
        isPointedAt = false
    }

    private mutating func point(_ step: Int) {
        isPointedAt = true
        let place = (highlighted ?? -1) + step
        highlighted = allowsAnyText && place < 0 ? nil : min(max(0, place), matches.count - 1)
    }

    private mutating func narrow() {
        isPointedAt = false
        let typed = FoldedText(text.text)
        let all = choices ?? []
        if typed.text.isEmpty || isSoughtByText {
            matches = all.map(\.choice)
        } else {
            let ranked = all.compactMap { choice in choice.rank(of: typed).map { (rank: $0, choice: choice.choice) } }
            // Choices that fit as well keep the list's order.
            matches = (0...3).flatMap { rank in ranked.filter { $0.rank == rank }.map(\.choice) }
        }
        highlighted = allowsAnyText || matches.isEmpty ? nil : 0
    }

    /// Makes of the text what it stands for, before the field is left.
    ///
    /// - Parameter byEnter: whether Enter is what leaves; it takes the highlighted choice. Every other way out takes an
    ///   only match, one that was pointed at, or one whose whole name or code was typed.
    public mutating func settle(byEnter: Bool) -> Settlement {
        if allowsAnyText { return settleAnyText(byEnter: byEnter) }
        let wasOpen = isOpen
        let browses = wasOpen && text.isEmpty
        if chosen != nil || text.isEmpty {
            defer { close() }
            guard browses, byEnter || isPointedAt, let highlighted else { return .unchanged }
            take(matches[highlighted])
            return .took
        }
        guard let choices else { return .mustWait }
        if let place = taken(byEnter: byEnter, choices) {
            take(matches[place])
            return .took
        }
        isOpen = false
        return .unresolved
    }

    private func taken(byEnter: Bool, _ choices: [SearchableChoice]) -> Int? {
        guard let highlighted else { return nil }
        if byEnter || isPointedAt || fitting == 1 { return highlighted }
        let typed = FoldedText(text.text)
        let exact = choices.filter { $0.rank(of: typed) == 0 }
        return exact.count == 1 ? matches.firstIndex(of: exact[0].choice) : nil
    }

    private mutating func settleAnyText(byEnter: Bool) -> Settlement {
        defer { close() }
        guard isOpen, byEnter, let highlighted else { return .unchanged }
        take(matches[highlighted])
        return .took
    }

    private mutating func take(_ choice: Choice) { choose(choice) }
}
