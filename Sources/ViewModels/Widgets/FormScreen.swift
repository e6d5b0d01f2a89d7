import Keyboard
import Training
import Words

/// A screen that is a form: how keys move in it, type into it, and when its fields are checked.
///
/// A screen gives its fields, says what follows from a change and what is wrong with a field, and saves; its key table
/// begins with its own keys and ends with ``formKeys``.
public protocol FormScreen: Screen {
    associatedtype Field: FieldID
    /// The fields and the focus.
    var form: Form<Field> { get set }
    /// What follows for the other fields, and for the store, from what was typed or taken in a field.
    mutating func fieldChanged(_ id: Field, _ context: Context) -> [Effect]
    /// Puts a field's content in its usual form when the field is left: a date with its hyphens.
    mutating func fieldLeft(_ id: Field, _ context: Context)
    /// What is wrong or doubtful with what stands in a field; what is required and missing, or in no list, was looked at before.
    func message(for id: Field, _ context: Context) -> FieldMessage?
    /// Saves, after every field was checked and none is in trouble.
    mutating func save(_ context: Context) -> [Effect]
    /// Goes back.
    mutating func leave(_ context: Context) -> [Effect]
    /// Takes a key or pasted text before the focused field does.
    ///
    /// - Returns: `nil` where it is for the field.
    mutating func takeBeforeField(_ event: Event, _ context: Context) -> [Effect]?
}

extension FormScreen {
    public var takesText: Bool { true }
    public var holdsKeys: Bool { form.keyWaiting != nil }
    public mutating func fieldLeft(_ id: Field, _ context: Context) {}
    public mutating func takeBeforeField(_ event: Event, _ context: Context) -> [Effect]? { nil }

    /// The keys that every form has.
    public static var formKeys: [KeyBinding<Self>] {
        [
            KeyBinding(.enter, label: \.next, run: { $0.goOn($1) }),
            KeyBinding(.tab, label: \.anyField, run: { $0.visit(1, by: .tab, $1) }),
            KeyBinding(.backTab, label: \.anyField, onBottomLine: false, run: { $0.visit(-1, by: .backTab, $1) }),
            KeyBinding(.down, label: \.anyField, onBottomLine: false, run: { $0.visit(1, by: .down, $1) }),
            KeyBinding(.up, label: \.anyField, onBottomLine: false, run: { $0.visit(-1, by: .up, $1) }),
            KeyBinding(
                .function(4), label: \.ditto, when: { $0.form.focused?.takesDitto == true },
                run: { $0.ditto($1) }),
            KeyBinding(
                .character("\""), label: \.ditto, onBottomLine: false, when: { $0.quoteMeansDitto },
                run: { $0.ditto($1) }),
            KeyBinding(.control("s"), label: \.save, run: { $0.submit($1) }),
            KeyBinding(.escape, label: \.back, run: { $0.escape($1) }),
            KeyBinding(
                .function(5), label: \.pin, when: { $0.form.pinsFields },
                run: { model, _ in
                    model.form.togglePin()
                    return []
                }),
        ]
    }

    /// A quote is text wherever there is something to quote in, or nothing to copy.
    private var quoteMeansDitto: Bool {
        guard let field = form.focused, field.takesDitto, field.isEmpty else { return false }
        return form.previous[field.id]?.isEmpty == false
    }

    // Keys

    /// Enter: takes what the list offers and goes on to the next field that needs the clerk, or saves on the last.
    public mutating func goOn(_ context: Context) -> [Effect] {
        guard var effects = settle(by: .enter, context) else { return [] }
        if form.focused?.list?.isUnresolved == true { return effects }
        if !form.advance() { effects += checkAndSave(context) }
        return effects
    }

    /// Tab and the arrows: to another field; an arrow in an open list moves there.
    public mutating func visit(_ direction: Int, by key: Key, _ context: Context) -> [Effect] {
        if key == .down || key == .up, var field = form.focused, field.list?.isOpen == true, field.type(key) {
            form.focused = field
            return []
        }
        guard let effects = settle(by: key, context) else { return [] }
        form.step(direction, wraps: key == .tab || key == .backTab)
        return effects
    }

    /// Ctrl-S: checks every field and saves.
    public mutating func submit(_ context: Context) -> [Effect] {
        guard let effects = settle(by: .control("s"), context) else { return [] }
        return effects + checkAndSave(context)
    }

    private mutating func escape(_ context: Context) -> [Effect] {
        if var field = form.focused, let list = field.list, list.isOpen, !list.allowsAnyText {
            field.list?.close()
            form.focused = field
            return []
        }
        return leave(context)
    }

    private mutating func ditto(_ context: Context) -> [Effect] {
        guard let id = form.focus else { return [] }
        guard form.copyPrevious() else { return [.say(Notice(context.words.entry.nothingToCopy, .trouble))] }
        return fieldChanged(id, context)
    }

    /// Takes a key or pasted text into the focused field.
    ///
    /// - Returns: `nil` where the event is neither, or the field has no use for it.
    public mutating func type(_ event: Event, _ context: Context) -> [Effect]? {
        guard var field = form.focused, field.canBeVisited else { return nil }
        if let effects = takeBeforeField(event, context) { return effects }
        let before = field.value
        switch event {
        case .key(let key): guard field.type(key) else { return nil }
        case .paste(let text): field.paste(text)
        default: return nil
        }
        form.focused = field
        let effects = field.value == before ? [] : fieldChanged(field.id, context)
        if let said = cutMessage(of: field, context) { form[field.id]?.message = said }
        return effects
    }

    // Checks

    /// Makes of the focused field's text what it stands for, and checks it.
    ///
    /// - Returns: what follows, or `nil` where the field's list has to come first: the key then waits.
    private mutating func settle(by key: Key, _ context: Context) -> [Effect]? {
        guard var field = form.focused else { return [] }
        var effects: [Effect] = []
        if var list = field.list {
            let settlement = list.settle(byEnter: key == .enter)
            if settlement == .mustWait {
                form.keyWaiting = key
                return nil
            }
            field.list = list
            if settlement == .took { field.origin = .typed }
            form.focused = field
            if settlement == .took { effects = fieldChanged(field.id, context) }
        }
        fieldLeft(field.id, context)
        check(field.id, context)
        return effects
    }

    /// Looks at one field and puts what is wrong under it.
    public mutating func check(_ id: Field, _ context: Context) {
        guard let field = form[id] else { return }
        let found = fault(of: field, context) ?? cutMessage(of: field, context) ?? message(for: id, context)
        form[id]?.message = field.canBeVisited ? found : nil
    }

    /// What is said of text that a field could not hold.
    private func cutMessage(of field: FormField<Field>, _ context: Context) -> FieldMessage? {
        guard let cut = field.cut else { return nil }
        let words = context.words.entry
        let number = context.words.language.number
        let (count, limit) = (number(cut.count), number(field.limit))
        return cut.wasPasted ? .trouble(words.pastedTooMuch(count, limit)) : .doubt(words.typedTooMuch(count, limit))
    }

    private func fault(of field: FormField<Field>, _ context: Context) -> FieldMessage? {
        let words = context.words.entry
        if let list = field.list, list.isUnresolved {
            if list.isLoading { return nil }
            guard list.matches.isEmpty else {
                return .trouble(words.severalMatch(list.text.text, list.fitting))
            }
            return .trouble(list.opensUntyped ? words.noMatch(list.text.text) : words.nobody(list.text.text))
        }
        return field.isRequired && field.isEmpty ? .trouble(words.required(field.label(context.words))) : nil
    }

    /// Checks every field; the first in trouble gets the focus, or the form is saved.
    private mutating func checkAndSave(_ context: Context) -> [Effect] {
        var effects: [Effect] = []
        for id in form.fields.map(\.id) {
            guard let settled = settleElsewhere(id, context) else { return effects }
            effects += settled
            fieldLeft(id, context)
            check(id, context)
        }
        guard let troubled = form.fields.first(where: { $0.canBeVisited && $0.message?.kind == .trouble }) else {
            return effects + save(context)
        }
        form.focus(on: troubled.id)
        return effects
    }

    /// Makes of text that came into a list by itself, from a draft, what it stands for.
    ///
    /// - Returns: what follows, or `nil` where the list has to come first: saving then waits.
    private mutating func settleElsewhere(_ id: Field, _ context: Context) -> [Effect]? {
        guard var list = form[id]?.list, list.isUnresolved, form[id]?.canBeVisited == true else { return [] }
        switch list.settle(byEnter: false) {
        case .mustWait:
            form.focus(on: id)
            form.keyWaiting = .control("s")
            return nil
        case .took:
            form[id]?.list = list
            return fieldChanged(id, context)
        case .unchanged, .unresolved: return []
        }
    }

    /// Gives a list its choices; a key that waited for them is taken now.
    ///
    /// - Parameter total: how many there are, where these are not all.
    public mutating func supply(
        _ choices: [Choice], of total: Int? = nil, to id: Field, _ context: Context
    ) -> [Effect] {
        form[id]?.list?.supply(choices, of: total)
        guard form.focus == id, let key = form.keyWaiting else { return [] }
        form.keyWaiting = nil
        return respond(to: .key(key), context) ?? []
    }
}
