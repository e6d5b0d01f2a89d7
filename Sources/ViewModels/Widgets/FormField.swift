import Keyboard
import Training
import Words

/// What a form's fields are told apart by; the raw value is the name a draft keeps.
public protocol FieldID: Hashable, Sendable, RawRepresentable where RawValue == String {}

/// One field of a form: its words, what stands in it, where that came from and what is to be said about it.
public struct FormField<ID: FieldID>: Sendable {
    /// Which field this is.
    public let id: ID
    /// What stands before it.
    public let label: @Sendable (Phrasebook) -> String
    /// What may be typed into it.
    public let kind: Kind
    /// What stands in it.
    public var input: Input
    /// Where that came from.
    public var origin: Origin = .typed
    /// Whether the next record begins with the same.
    public var carry: Carry
    /// Whether a record must have it.
    public var isRequired: Bool
    /// Whether it is shown only.
    public var isReadOnly = false
    /// Whether it is not asked for now.
    public var isHidden = false
    /// Whether `F4` and `"` copy the previous record's value into it.
    public let takesDitto: Bool
    /// What stands under it.
    public var message: FieldMessage?
    /// What is shown in place of personal data that was not revealed. Typing takes another value in its place; what is
    /// hidden cannot be changed in part.
    public var mask: String?
    /// Whether the first character typed takes the place of what stands in it, as in a date or a number that was
    /// proposed; a key that moves or deletes keeps it.
    public var typingReplaces = false
    /// What was typed or pasted last and found no room; `nil` once the text is changed again.
    public private(set) var cut: Cut?
    /// What stands beside it: what a number tells about a person, for instance.
    public var aside: String?
    /// What stands in it, faintly, while it has the focus and is empty.
    public var hint: @Sendable (Phrasebook) -> String?

    /// What a field could not hold.
    public struct Cut: Hashable, Sendable {
        /// How many characters.
        public var count: Int
        /// Whether they were pasted: that is not seen as it happens, so the rest may not be saved as if it were all.
        public var wasPasted: Bool
    }

    /// What may be typed into a field.
    public enum Kind: Hashable, Sendable {
        /// Any text.
        case text
        /// A day; see ``CalendarDate/init(typed:latest:)``.
        case date
        /// Digits, shown in groups of four.
        case groupedDigits
        /// One of a list, or text with suggestions.
        case choice
    }

    /// What stands in a field.
    public enum Input: Hashable, Sendable {
        case text(TextField)
        case choice(ChoiceList)
    }

    /// Where what stands in a field came from.
    public enum Origin: String, Hashable, Sendable, Codable {
        /// The clerk typed or chose it here.
        case typed
        /// The NIK tells it.
        case fromNIK
        /// The previous record had it and it was kept.
        case carried
        /// The clerk copied it from the previous record.
        case ditto
        /// It is on file.
        case onFile
    }

    /// Whether the next record begins with what this one has.
    public enum Carry: String, Hashable, Sendable, Codable {
        case never
        /// Where there is something in the field.
        case filled
        /// Even if it is empty: it is then passed over.
        case always
    }

    /// A text, date or digits field.
    public init(
        _ id: ID, _ kind: Kind = .text, required: Bool = false, carry: Carry = .never, ditto: Bool = true,
        limit: Int = 200, hint: (@Sendable (Phrasebook) -> String?)? = nil,
        label: @escaping @Sendable (Phrasebook) -> String
    ) {
        self.id = id
        self.kind = kind
        self.label = label
        self.carry = carry
        let isDate = kind == .date
        self.hint = hint ?? { isDate ? $0.entry.dateHint : nil }
        isRequired = required
        takesDitto = ditto
        input = .text(TextField(limit: limit))
    }

    /// A field with a list.
    public init(
        _ id: ID, _ list: ChoiceList, required: Bool = false, carry: Carry = .never, ditto: Bool = true,
        hint: (@Sendable (Phrasebook) -> String?)? = nil, label: @escaping @Sendable (Phrasebook) -> String
    ) {
        self.id = id
        self.label = label
        self.carry = carry
        self.hint = hint ?? { list.allowsAnyText ? nil : $0.entry.listHint }
        kind = .choice
        isRequired = required
        takesDitto = ditto
        input = .choice(list)
    }
}

/// What stands under a field.
public struct FieldMessage: Hashable, Sendable {
    /// What is said.
    public var text: String
    /// How much it weighs.
    public var kind: Kind

    /// How much a message weighs.
    public enum Kind: Hashable, Sendable {
        /// It cannot be saved so.
        case trouble
        /// It is asked about when saving.
        case doubt
    }

    /// What cannot be saved so.
    public static func trouble(_ text: String) -> Self { Self(text: text, kind: .trouble) }

    /// What will be asked about.
    public static func doubt(_ text: String) -> Self { Self(text: text, kind: .doubt) }
}

/// What stands in a field, without its state: as it is copied, compared and kept.
public struct FieldValue: Hashable, Sendable, Codable {
    /// What was typed.
    public var text: String
    /// The choice taken.
    public var choice: Choice?

    public var isEmpty: Bool { text.isEmpty && choice == nil }

    /// Text typed, or a choice taken.
    public init(text: String = "", choice: Choice? = nil) {
        self.text = text
        self.choice = choice
    }
}

extension FormField {
    /// What stands in the field.
    public var value: FieldValue {
        get {
            switch input {
            case .text(let text): FieldValue(text: text.text)
            case .choice(let list): FieldValue(text: list.text.text, choice: list.chosen)
            }
        }
        set {
            switch input {
            case .text(var text):
                text.set(newValue.text)
                input = .text(text)
            case .choice(var list):
                if let choice = newValue.choice { list.choose(choice) } else { list.set(newValue.text) }
                input = .choice(list)
            }
        }
    }

    /// The text typed, in a list that which names no choice yet.
    public var text: String {
        get { value.text }
        set { value = FieldValue(text: newValue) }
    }

    /// The choice taken; setting it does nothing in a field without a list.
    public var chosen: Choice? {
        get { list?.chosen }
        set {
            guard var list else { return }
            list.choose(newValue)
            input = .choice(list)
        }
    }

    /// The list of a field that has one.
    public var list: ChoiceList? {
        get { if case .choice(let list) = input { list } else { nil } }
        set { if let newValue, kind == .choice { input = .choice(newValue) } }
    }

    public var isEmpty: Bool { value.isEmpty }

    /// Whether the focus can stand on the field.
    public var canBeVisited: Bool { !isHidden && !isReadOnly }

    /// Whether Enter stops at the field: it was not filled for the clerk or by the clerk, or what is in it cannot stay.
    public var needsTheClerk: Bool {
        guard canBeVisited else { return false }
        if message?.kind == .trouble || list?.isUnresolved == true { return true }
        return isEmpty && !(origin == .carried && carry == .always)
    }

    /// Takes a key that types; the origin becomes ``Origin/typed`` when the content changes.
    ///
    /// - Returns: whether the key was taken.
    mutating func type(_ key: Key) -> Bool {
        // Digits are grouped on screen already; a separator typed along says nothing more.
        if kind == .groupedDigits, case .character(let character) = key, character.isDigitSeparator { return true }
        let before = value
        if mask != nil {
            guard key.replacesHidden else { return false }
            input = .text(TextField(limit: textLimit))
        }
        if case .character = key { replaceForTyping() }
        let taken: Bool
        switch input {
        case .text(var text):
            taken = text.handle(key)
            input = .text(text)
        case .choice(var list):
            taken = list.handle(key)
            input = .choice(list)
        }
        if taken { typingReplaces = false }
        if value != before {
            retyped()
        } else if case .character = key, taken, text.count >= limit {
            cut = Cut(count: (cut?.count ?? 0) + 1, wasPasted: cut?.wasPasted ?? false)
        }
        return taken
    }

    /// Takes text pasted in one piece.
    mutating func paste(_ pasted: String) {
        let before = value
        if mask != nil { input = .text(TextField(limit: textLimit)) }
        replaceForTyping()
        let left: Int
        switch input {
        case .text(var text):
            left = text.insert(kind == .groupedDigits ? pasted.filter { !$0.isDigitSeparator } : pasted)
            input = .text(text)
        case .choice(var list):
            left = list.insert(pasted)
            input = .choice(list)
        }
        if value != before { retyped() }
        if left > 0 { cut = Cut(count: left, wasPasted: true) }
    }

    private mutating func replaceForTyping() {
        guard typingReplaces, case .text(var text) = input else { return }
        text.set("")
        input = .text(text)
        typingReplaces = false
    }

    private var textLimit: Int { if case .text(let text) = input { text.limit } else { 200 } }

    /// How many characters it holds.
    public var limit: Int { list?.text.limit ?? textLimit }

    private mutating func retyped() {
        mask = nil
        origin = .typed
        message = nil
        cut = nil
    }
}

extension Key {
    /// Whether the key types or deletes, and so takes the place of a value that is hidden.
    fileprivate var replacesHidden: Bool {
        switch self {
        case .character, .backspace, .delete, .control("u"), .control("w"), .control("k"): true
        default: false
        }
    }
}

extension Character {
    /// Whether people write it between the groups of a long number, or a sheet puts it before one.
    fileprivate var isDigitSeparator: Bool { isWhitespace || ".-'’`".contains(self) }
}
