import Keyboard
import Training
import Words

/// The forms of equipment: a new item with its handover, the facts of one on file, a check, and a move to another holder.
public struct EquipmentFormModel: DraftedForm {
    public var tickets = TicketBook(screen: 0)
    public var form: Form<EquipmentField>
    /// What the form is about.
    public private(set) var subject: Subject
    public var offeredDraft: RecordDraft?
    /// What stood in the fields before anything was typed.
    private var base: [EquipmentField: FieldValue] = [:]
    private let today: CalendarDate
    private var isBegun = false

    /// What a form can be about.
    public enum Subject: Sendable {
        case new
        case edit(EquipmentLine)
        case check(EquipmentLine)
        case move(EquipmentLine)

        /// The item, where it is on file.
        public var line: EquipmentLine? {
            switch self {
            case .new: nil
            case .edit(let line), .check(let line), .move(let line): line
            }
        }
    }

    private enum Purpose {
        static let save = "save"
        static let draft = "draft"
        static let kinds = "kinds"
        static let theirs = "theirs"
        /// People are sought for one field at a time, each with a question of its own.
        static func people(_ field: EquipmentField) -> String { "people \(field.rawValue)" }
    }

    /// A form, dated today unless told otherwise.
    public init(_ subject: Subject, today: CalendarDate) {
        self.subject = subject
        self.today = today
        form = Form(EquipmentField.fields(of: subject))
        form.enterVisitsAll = true
        form.pinsFields = false
        showMembers()
    }

    /// A save is under way, the focused field waits for its list, or there may be a draft: keys wait for each.
    public var holdsKeys: Bool {
        form.keyWaiting != nil || [Purpose.save, Purpose.draft, Purpose.theirs].contains { tickets.isWaiting(for: $0) }
    }

    public static let keys: [KeyBinding<Self>] =
        [
            KeyBinding(
                .enter, label: { $0.classes.restoreDraft }, when: { $0.draftTakesKeys },
                run: { $0.restoreDraft($1) + $0.seekUnresolved() })
        ] + draftKeys + [KeyBinding(.control("s"), label: { $0.classes.saveAndClose }, run: { $0.submit($1) })]
        + formKeys.filter { !$0.keys.contains { Self.ownOrUnused.contains($0) } }

    /// Keys of ``FormScreen/formKeys`` that mean something else here, or that only a run of many records needs.
    private static let ownOrUnused: Set<Key> = [.enter, .control("s"), .function(4), .function(5), .character("\"")]

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared: return appear(context)
        case .answered(let ticket, let answer):
            guard tickets.redeem(ticket) else { return nil }
            return take(ticket, answer, context)
        case .performed(let ticket, let receipt):
            guard tickets.redeem(ticket) else { return nil }
            return saved(receipt, context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            // A key that waited for a list that does not come would wait for ever.
            form.keyWaiting = nil
            return failed(ticket, failure, context)
        case .key, .paste: return type(event, context)
        default: return nil
        }
    }

    // Reading

    private mutating func appear(_ context: Context) -> [Effect] {
        guard !isBegun else { return [] }
        isBegun = true
        begin(context)
        var effects = [askForDraft(context)]
        if form[.kind] != nil {
            let today = context.today
            let ticket = tickets.take(Purpose.kinds)
            effects.append(.ask(ticket) { .equipment(try await $0.equipment(.all, in: nil, today: today)) })
        }
        return effects
    }

    private mutating func begin(_ context: Context) {
        let (terms, monitoring) = (context.words.terms, context.words.monitoring)
        form[.funding]?.list?.supply(Funding.allCases.map { Choice(id: $0.rawValue, label: terms.funding($0)) })
        form[.condition]?.list?.supply(
            Equipment.Condition.allCases.map { Choice(id: $0.rawValue, label: monitoring.condition($0)) })
        if case .edit(let line) = subject {
            for (id, value) in Self.values(of: line.equipment.value, context) {
                form[id]?.value = value
                form[id]?.origin = .onFile
            }
        } else {
            form[.date]?.text = context.today.onScreen
        }
        for id in [EquipmentField.date, .value] { form[id]?.typingReplaces = true }
        base = form.values
        form.markUnchanged()
    }

    private static func values(of item: Equipment, _ context: Context) -> [EquipmentField: FieldValue] {
        var values: [EquipmentField: FieldValue] = [
            .item: FieldValue(text: item.item), .kind: FieldValue(text: item.kind),
        ]
        values[.serial] = item.serial.map { FieldValue(text: $0) }
        values[.value] = item.value.map { FieldValue(text: context.words.language.number($0)) }
        values[.photo] = item.photo.map { FieldValue(text: $0) }
        values[.funding] = item.funding.map {
            FieldValue(choice: Choice(id: $0.rawValue, label: context.words.terms.funding($0)))
        }
        return values
    }

    private mutating func take(_ ticket: Ticket, _ answer: Answer, _ context: Context) -> [Effect] {
        switch answer {
        case .draft(let text):
            offeredDraft = text.flatMap(RecordDraft.init(text:))
            return []
        case .equipment(let lines):
            var seen: Set<String> = []
            let kinds = lines.map(\.equipment.value.kind).filter { seen.insert($0.lowercased()).inserted }.sorted()
            return supply(kinds.map { Choice(id: $0, label: $0) }, to: .kind, context)
        case .people(let rows):
            guard let field = form.fields.first(where: { Purpose.people($0.id) == ticket.purpose })?.id else {
                return []
            }
            return supply(rows.map { Self.choice($0, context) }, to: field, context)
        case .equipmentItem(let item): return meet(item?.history.line, context)
        default: return []
        }
    }

    /// A person as a choice: told from namesakes by the masked NIK and the desa.
    private static func choice(_ row: ParticipantRow, _ context: Context) -> Choice {
        let place =
            context.gazetteer.desaName(of: row.residence) ?? context.gazetteer.kecamatanName(of: row.residence)
            ?? context.words.terms.outside
        return Choice(
            id: row.id.description, label: "\(row.name.text) · \(row.nik?.masked ?? context.words.classes.noNIK)",
            value: "\(row.name.text), \(place)", note: place)
    }

    /// Asks for those who fit what stands in a field: the holder of a whole NIK, else whoever has words beginning so.
    private mutating func seek(_ id: EquipmentField) -> [Effect] {
        guard let text = form[id]?.text, text.contains(where: { $0.isLetter || $0.isNumber }) else {
            // Whoever is still being sought was sought for other words.
            tickets.void(Purpose.people(id))
            form[id]?.list?.supply([])
            return []
        }
        let nik = try? NIK(text)
        return [
            .ask(tickets.take(Purpose.people(id))) { store in
                guard let nik else {
                    return .people(
                        try await store.page(of: ParticipantQuery(words: text), .first, count: Self.people).rows)
                }
                guard let holder = try await store.participant(nik: nik), let row = try await store.row(of: holder.id)
                else { return .people([]) }
                return .people([row])
            }
        ]
    }

    /// Asks for those who fit what a draft has left unfinished.
    private mutating func seekUnresolved() -> [Effect] {
        let unresolved = form.fields.filter { $0.id.isPerson && $0.list?.isUnresolved == true }.map(\.id)
        return unresolved.flatMap { seek($0) }
    }

    /// How many people who fit are offered.
    private static let people = 30

    // What the fields say

    /// Shows a field more for each member of a group that is named.
    private mutating func showMembers() {
        let isGroup = form[.group]?.text.fieldText != nil
        var isNamed = form[.holder]?.chosen != nil
        for id in EquipmentField.members {
            form[id]?.isHidden = !(isGroup && isNamed)
            isNamed = isNamed && form[id]?.chosen != nil
        }
    }

    public mutating func fieldChanged(_ id: EquipmentField, _ context: Context) -> [Effect] {
        var effects: [Effect] = []
        if id.isPerson {
            if form[id]?.chosen == nil { effects += seek(id) }
            showMembers()
        } else if id == .group {
            showMembers()
        }
        return effects + [keepDraft()]
    }

    public mutating func fieldLeft(_ id: EquipmentField, _ context: Context) {
        switch id {
        case .date:
            if let date { form[.date]?.text = date.onScreen }
            form[.date]?.typingReplaces = true
        case .value:
            if let value { form[.value]?.text = context.words.language.number(value) }
            form[.value]?.typingReplaces = true
        default: break
        }
    }

    public func message(for id: EquipmentField, _ context: Context) -> FieldMessage? {
        let words = context.words
        guard let field = form[id], !field.isEmpty else { return nil }
        switch id {
        case .item, .kind, .visitor:
            return field.text.fieldText == nil ? .trouble(words.entry.required(field.label(words))) : nil
        case .value: return value == nil ? .trouble(words.equipment.noValue(field.text)) : nil
        case .date:
            guard let date else { return .trouble(words.entry.noDate(field.text)) }
            return date > today ? .trouble(words.sentence(for: .invalid(.checkDate))) : nil
        default:
            guard id.isPerson, let chosen = field.chosen else { return nil }
            let earlier = people.prefix { $0.field != id }
            return earlier.contains { $0.choice.id == chosen.id } ? .trouble(words.equipment.twice(chosen.value)) : nil
        }
    }

    private func kept(_ id: EquipmentField) -> String? { form[id]?.text.fieldText }

    private var date: CalendarDate? {
        guard let text = kept(.date), let latest = CalendarDate(year: 2099, month: 12, day: 31) else { return nil }
        return CalendarDate(typed: text, latest: latest)
    }

    /// The amount typed: with or without `Rp` and marks between thousands.
    private var value: Int? {
        guard var text = kept(.value) else { return nil }
        if text.lowercased().hasPrefix("rp") { text = String(text.dropFirst(2)) }
        return text.drop { $0 == " " || $0 == "." }.description.fieldText.flatMap(Int.init(typed:))
    }

    /// Those chosen in the fields for people, in order.
    private var people: [(field: EquipmentField, choice: Choice)] {
        ([.holder] + EquipmentField.members).compactMap { id in
            guard let field = form[id], !field.isHidden, let choice = field.chosen else { return nil }
            return (id, choice)
        }
    }

    private var holder: EquipmentHolding.Holder? {
        let ids = people.compactMap { ID<Participant>($0.choice.id) }
        guard let first = ids.first else { return nil }
        return kept(.group).map { .group($0, members: ids) } ?? .participant(first)
    }

    private var equipment: Equipment? {
        guard let item = kept(.item), let kind = kept(.kind) else { return nil }
        return Equipment(
            item: item, kind: kind, serial: kept(.serial), value: value,
            funding: form[.funding]?.chosen.flatMap { Funding(rawValue: $0.id) }, photo: kept(.photo))
    }

    // Saving

    private var action: Action? {
        switch subject {
        case .new:
            guard let equipment, let holder, let date else { return nil }
            return .addEquipment(equipment, holder, on: date, letter: kept(.letter))
        case .edit(let line):
            guard let equipment else { return nil }
            return .editEquipment(
                Stored(id: line.equipment.id, version: line.equipment.version, value: equipment))
        case .check(let line):
            let condition = form[.condition]?.chosen.flatMap { Equipment.Condition(rawValue: $0.id) }
            guard let date, let visitor = kept(.visitor), let condition else { return nil }
            return .checkEquipment(
                EquipmentCheck(
                    equipment: line.equipment.id, date: date, visitor: visitor, condition: condition,
                    place: kept(.place), note: kept(.note)))
        case .move(let line):
            guard let holder, let date else { return nil }
            return .moveEquipment(
                EquipmentHolding(
                    equipment: line.equipment.id, date: date, letter: kept(.letter), holder: holder, note: kept(.note)))
        }
    }

    public mutating func save(_ context: Context) -> [Effect] {
        guard let action else { return [] }
        return [.perform(tickets.take(Purpose.save), action)]
    }

    private mutating func saved(_ receipt: Receipt, _ context: Context) -> [Effect] {
        let words = context.words.equipment
        let code = subject.line?.code.description ?? ""
        let said: String
        switch subject {
        case .new:
            // The item's screen says the code that goes on its sticker.
            guard let id = receipt.record else { return [forgetDraft(), .close] }
            return [forgetDraft(), .replace(.equipmentItem(EquipmentItemModel(ID(id))))]
        case .edit: said = words.saved(code, kept(.item) ?? "")
        case .check: said = words.checked(code, form[.condition]?.chosen?.label ?? "")
        case .move: said = words.moved(code, kept(.group) ?? people.first?.choice.value ?? "")
        }
        return [forgetDraft(), .close, .say(Notice(said, .done))]
    }

    private mutating func failed(_ ticket: Ticket, _ failure: Failure, _ context: Context) -> [Effect] {
        let sentence = context.sentence(for: failure)
        guard ticket.purpose == Purpose.save, case .refused(let refusal) = failure else {
            return [.say(Notice(sentence, .trouble))]
        }
        if case .recordChangedMeanwhile = refusal, let id = subject.line?.equipment.id {
            let today = context.today
            let ticket = tickets.take(Purpose.theirs)
            return [
                .say(Notice(sentence, .trouble)),
                .ask(ticket) { .equipmentItem(try await EquipmentItem.read(id, today: today, from: $0)) },
            ]
        }
        guard let id = place(of: refusal), form[id]?.canBeVisited == true else {
            return [.say(Notice(sentence, .trouble))]
        }
        form[id]?.message = .trouble(sentence)
        form.focus(on: id)
        return []
    }

    /// The field that a refusal is about.
    private func place(of refusal: Refusal) -> EquipmentField? {
        switch refusal {
        case .serialTaken: .serial
        case .neverEnrolled(let row): people.first { $0.choice.id == row.id.description }?.field
        case .beforeHandover, .invalid(.checkDate): .date
        case .invalid(.visitor): .visitor
        case .invalid(.rupiah): .value
        case .invalid(.title): .item
        case .invalid(.groupMembers): .holder
        default: nil
        }
    }

    /// Another desk saved the same item first: fields untouched here follow it, what was typed stays and shows theirs beside it.
    private mutating func meet(_ newer: EquipmentLine?, _ context: Context) -> [Effect] {
        guard let newer else { return [.say(Notice(context.words.equipment.gone, .trouble))] }
        let values = Self.values(of: newer.equipment.value, context)
        for id in form.fields.map(\.id) {
            let (mine, old) = (form[id]?.value ?? FieldValue(), base[id] ?? FieldValue())
            let new = values[id] ?? FieldValue()
            guard !new.isSame(as: old), !new.isSame(as: mine) else { continue }
            if mine.isSame(as: old) {
                form[id]?.value = new
                form[id]?.origin = .onFile
            } else {
                form[id]?.aside = context.words.equipment.theirs(new.choice?.value ?? new.text)
            }
        }
        base = values
        subject = .edit(newer)
        return []
    }
}

// What was typed and not saved
extension EquipmentFormModel {
    public var draftName: String {
        switch subject {
        case .new: "equipment"
        case .edit(let line): "equipment \(line.equipment.id)"
        case .check(let line): "equipment check \(line.equipment.id)"
        case .move(let line): "equipment move \(line.equipment.id)"
        }
    }

    public var draftVersion: Int64? {
        if case .edit(let line) = subject { line.equipment.version.rawValue } else { nil }
    }

    public var isTouched: Bool {
        form.fields.contains { !$0.value.isSame(as: base[$0.id] ?? FieldValue()) }
    }

    public func tellingFields(of draft: FormDraft) -> [EquipmentField] {
        [.item, .serial, .visitor, .condition, .holder, .group, .note]
    }

    public mutating func draftRestored(_ draft: RecordDraft) {
        showMembers()
        guard let version = draft.version, case .edit(var line) = subject else { return }
        // What was typed was typed against that version: if another desk saved since, saving must find out.
        line.equipment = Stored(id: line.equipment.id, version: ID(version), value: line.equipment.value)
        subject = .edit(line)
    }
}
