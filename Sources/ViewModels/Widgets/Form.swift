import Keyboard

/// Fields in their order, and which of them has the focus.
public struct Form<ID: FieldID>: Sendable {
    /// The fields, in the order in which they are asked for.
    public var fields: [FormField<ID>]
    /// Where in ``fields`` the focus stands.
    public private(set) var focusIndex: Int
    /// What the previous record had, for ditto.
    public var previous: [ID: FieldValue] = [:]
    /// Whether Enter goes through every field, as it does where a record on file is changed.
    public var enterVisitsAll = false
    /// Whether fields can be pinned for a next record; not where one record alone is changed.
    public var pinsFields = true
    /// A key that waits for the focused field's list to come; see ``Screen/holdsKeys``.
    public var keyWaiting: Key?
    private var untouched: [ID: FieldValue] = [:]
    /// The field where the form began, where that is not the first.
    private var beginning: ID?

    /// A form with the focus on its first field.
    public init(_ fields: [FormField<ID>]) {
        self.fields = fields
        focusIndex = fields.firstIndex(where: \.canBeVisited) ?? 0
        markUnchanged()
    }

    /// The field of this name; `nil` where the form has none.
    public subscript(id: ID) -> FormField<ID>? {
        get { fields.first { $0.id == id } }
        set {
            guard let newValue, let place = fields.firstIndex(where: { $0.id == id }) else { return }
            fields[place] = newValue
        }
    }

    /// The field that has the focus.
    public var focused: FormField<ID>? {
        get { fields.indices.contains(focusIndex) ? fields[focusIndex] : nil }
        set {
            guard let newValue, fields.indices.contains(focusIndex) else { return }
            fields[focusIndex] = newValue
        }
    }

    /// Which field has the focus.
    public var focus: ID? { focused?.id }

    /// Puts the focus on a field, if it can stand there.
    public mutating func focus(on id: ID) {
        guard let place = fields.firstIndex(where: { $0.id == id && $0.canBeVisited }) else { return }
        focusIndex = place
    }

    /// Puts the focus on the first field that can have it.
    public mutating func focusOnFirst() {
        focusIndex = fields.firstIndex(where: \.canBeVisited) ?? 0
    }

    /// Puts the focus on a field, as the one where the form begins.
    public mutating func begin(on id: ID) {
        focus(on: id)
        beginning = id
    }

    /// The field where the form began, or the first where that one is not asked for any more.
    public var beginsOn: FormField<ID>? {
        fields.first { $0.id == beginning && $0.canBeVisited } ?? fields.first(where: \.canBeVisited)
    }

    /// Whether the focus stands where the form began, with no list open: nobody has gone to work on a field yet.
    public var isAtBeginning: Bool { focus == beginsOn?.id && focused?.list?.isOpen != true }

    /// Goes on to the next field that needs the clerk.
    ///
    /// - Returns: `false` where there is none; the focus then stays.
    public mutating func advance() -> Bool {
        let later = fields.indices.dropFirst(focusIndex + 1)
        let next = later.first { enterVisitsAll ? fields[$0].canBeVisited : fields[$0].needsTheClerk }
        guard let next else { return false }
        focusIndex = next
        return true
    }

    /// Goes to the next or previous field, whether it needs the clerk or not.
    ///
    /// - Parameter wraps: whether the first follows the last.
    public mutating func step(_ direction: Int, wraps: Bool) {
        let places = fields.indices.filter { fields[$0].canBeVisited }
        guard let here = places.firstIndex(of: focusIndex) else {
            focusOnFirst()
            return
        }
        let there = here + direction
        if places.indices.contains(there) {
            focusIndex = places[there]
        } else if wraps, let first = places.first, let last = places.last {
            focusIndex = direction > 0 ? first : last
        }
    }

    // What stands in it

    /// What stands in the fields, without those that are empty.
    public var values: [ID: FieldValue] {
        Dictionary(fields.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first }).filter {
            !$0.value.isEmpty
        }
    }

    /// Takes what stands in the fields as what there was before the clerk began.
    public mutating func markUnchanged() { untouched = values }

    /// Whether anything was typed, chosen or taken away since ``markUnchanged()``.
    ///
    /// What a list shows beside a choice, such as seats taken, changes by itself and is no change of the form.
    public var isChanged: Bool {
        let now = values
        return now.count != untouched.count
            || now.contains { id, value in untouched[id].map { !value.isSame(as: $0) } ?? true }
    }

    /// Begins the next record: what is carried stays, all else is emptied, and ditto copies from what stood here.
    public mutating func beginNext() {
        previous = values
        for place in fields.indices {
            fields[place].message = nil
            fields[place].aside = nil
            let keeps = fields[place].carry != .never
            if !keeps { fields[place].value = FieldValue() }
            fields[place].origin =
                keeps && !(fields[place].carry == .filled && fields[place].isEmpty) ? .carried : .typed
        }
        keyWaiting = nil
        focusOnFirst()
        markUnchanged()
    }

    /// Pins the focused field for the next record, or frees it.
    public mutating func togglePin() {
        guard var field = focused else { return }
        if field.carry == .never {
            field.carry = .always
        } else {
            field.carry = .never
            if field.origin == .carried { field.origin = .typed }
        }
        focused = field
    }

    /// Copies what the previous record had into the focused field.
    ///
    /// - Returns: whether there was anything to copy.
    public mutating func copyPrevious() -> Bool {
        guard var field = focused, field.takesDitto, let value = previous[field.id], !value.isEmpty else {
            return false
        }
        field.value = value
        field.origin = .ditto
        field.message = nil
        focused = field
        return true
    }
}

/// What was typed into a form, as a draft keeps it.
public struct FormDraft: Hashable, Sendable, Codable {
    /// What stood in each field, by the field's name.
    public var fields: [String: Field]
    /// Which field had the focus.
    public var focus: String?

    /// One field of a draft.
    public struct Field: Hashable, Sendable, Codable {
        public var value: FieldValue
        public var origin: String
        public var carry: String
    }
}

extension Form {
    /// What was typed, as a draft keeps it.
    public var draft: FormDraft {
        let kept = fields.filter { !$0.isEmpty || $0.carry == .always }.map { field in
            (
                field.id.rawValue,
                FormDraft.Field(value: field.value, origin: field.origin.rawValue, carry: field.carry.rawValue)
            )
        }
        return FormDraft(
            fields: Dictionary(kept, uniquingKeysWith: { first, _ in first }), focus: focus?.rawValue)
    }

    /// Puts back what a draft kept; fields that the form does not have are passed over.
    public mutating func restore(_ draft: FormDraft) {
        for place in fields.indices {
            let kept = draft.fields[fields[place].id.rawValue]
            fields[place].value = kept?.value ?? FieldValue()
            fields[place].origin = kept.flatMap { .init(rawValue: $0.origin) } ?? .typed
            if let carry = kept.flatMap({ FormField<ID>.Carry(rawValue: $0.carry) }) { fields[place].carry = carry }
            fields[place].message = nil
        }
        if let id = draft.focus.flatMap(ID.init(rawValue:)) { focus(on: id) }
    }
}
