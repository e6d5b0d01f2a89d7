import Keyboard
import Training
import Words

/// A list laid over the screen, of which one line is chosen. It narrows as one types.
public struct Picker: Sendable {
    /// What is to be chosen.
    public let title: String
    /// What was typed.
    public private(set) var text = TextField(limit: 80)
    /// The choices that fit what was typed.
    public private(set) var matches: ItemList<Choice>
    /// Whether more choices are still to come.
    public private(set) var isLoading: Bool
    /// Whether Enter was pressed before the choices came, and is still to be carried out.
    public private(set) var isEnterWaiting = false
    private var all: [SearchableChoice]
    /// Whether the highlighted choice was pointed at, not just the first.
    private var isPointedAt = false

    /// A list with nothing typed.
    public init(_ title: String, _ choices: [Choice], isLoading: Bool, rows: Int) {
        self.title = title
        self.isLoading = isLoading
        all = choices.map(SearchableChoice.init)
        matches = ItemList(choices, rows: max(1, rows))
    }

    /// Adds the choices that have come, after those there are.
    ///
    /// - Returns: the choice that an Enter pressed earlier takes, if one waited.
    public mutating func supply(_ more: [Choice]) -> Choice? {
        isLoading = false
        all += more.map(SearchableChoice.init)
        narrow(keepsCursor: isPointedAt)
        return isEnterWaiting ? enter() : nil
    }

    /// Takes the highlighted choice; waits where one that fits better may still come.
    public mutating func enter() -> Choice? {
        isEnterWaiting = isLoading && !isPointedAt && (matches.isEmpty || !text.isEmpty)
        return isEnterWaiting ? nil : matches.selected
    }

    /// Moves in the list.
    public mutating func move(_ move: ListMove) {
        isPointedAt = !matches.isEmpty
        matches.move(move)
    }

    /// Shows another number of rows.
    public mutating func resize(rows: Int) { matches.rows = max(1, rows) }

    /// Takes what is typed or pasted.
    ///
    /// - Returns: whether it was text, or a key that edits text.
    public mutating func type(_ event: Event) -> Bool {
        let before = text.text
        switch event {
        case .key(let key): guard text.handle(key) else { return false }
        case .paste(let pasted): text.insert(pasted)
        default: return false
        }
        if text.text != before { narrow(keepsCursor: false) }
        return true
    }

    private mutating func narrow(keepsCursor: Bool) {
        let typed = FoldedText(text.text)
        let ranked = all.compactMap { choice in
            (typed.words.isEmpty ? 0 : choice.rank(of: typed)).map { (rank: $0, choice: choice.choice) }
        }
        // Choices that fit as well keep the list's order.
        let fitting = Dictionary(grouping: ranked, by: \.rank).sorted { $0.key < $1.key }
            .flatMap { $0.value.map(\.choice) }
        isPointedAt = keepsCursor
        let kept = keepsCursor ? matches.selected : nil
        matches.replace(with: fitting, sameness: \.id)
        matches.select(kept.flatMap { kept in fitting.firstIndex { $0.id == kept.id } } ?? 0)
    }
}

/// A screen that can lay a ``Picker`` over itself. Its key table begins with ``pickerKeys``, which take every key that is
/// no text while the list is there; its `handle` gives the picker what is typed.
public protocol PickingScreen: Screen {
    /// The list in front, while there is one.
    var picker: Picker? { get set }
    /// Takes the choice; the list is gone by then.
    mutating func picked(_ choice: Choice, _ context: Context) -> [Effect]
}

extension PickingScreen {
    /// The keys of the list in front.
    public static var pickerKeys: [KeyBinding<Self>] {
        [
            KeyBinding(
                .enter, label: \.participants.choose, when: { $0.picker != nil },
                run: { model, context in
                    guard let choice = model.picker?.enter() else { return [] }
                    model.picker = nil
                    return model.picked(choice, context)
                }),
            KeyBinding(
                .escape, label: \.back, when: { $0.picker != nil },
                run: { model, _ in
                    model.picker = nil
                    return []
                }),
        ]
            + KeyBinding.moves(
                when: { $0.picker != nil }, letters: { _ in false },
                run: { model, move, _ in
                    model.picker?.move(move)
                    return []
                })
    }

    /// Gives the list in front more choices; an Enter that waited for them is carried out.
    mutating func supplyPicker(_ choices: [Choice], _ context: Context) -> [Effect] {
        guard let choice = picker?.supply(choices) else { return [] }
        picker = nil
        return picked(choice, context)
    }
}
