import Sheets
import Training
import Words

extension Column where Row == EquipmentLine {
    /// Items with who has them and how they were found.
    ///
    /// - Parameter reveal: whether the NIK of the person to ask for stands in full.
    public static func equipment(_ words: Phrasebook, _ gazetteer: Gazetteer, reveal: Bool) -> [Column] {
        let (terms, monitoring) = (words.terms, words.monitoring)
        return [
            Column("code", terms.code) { .text($0.code.description) },
            Column("item", monitoring.item) { .text($0.equipment.value.item) },
            Column("kind", terms.kind, isShown: false) { .text($0.equipment.value.kind) },
            Column("serial", monitoring.serial) { .text($0.equipment.value.serial) },
            Column("holder", monitoring.holder) { .text($0.holderName) },
            Column("participant", terms.name, isShown: false) { .text($0.person.name.text) },
            Column("participant_id", words.command.id, isShown: false) { .text($0.person.id.description) },
            Column("nik", terms.nik, isShown: reveal) { .nik($0.person.nik, reveal: reveal) },
            Column("members", terms.people, isShown: false) { .number($0.holding.holder.people.count) },
            Column("kecamatan", terms.kecamatan, isShown: false) {
                .text(gazetteer.kecamatanName(of: $0.person.residence) ?? terms.outside)
            },
            Column("desa", terms.desa) { .text(gazetteer.desaName(of: $0.person.residence)) },
            Column("desa_code", terms.desa, isShown: false) { .text($0.person.residence.desa?.description) },
            Column("since", monitoring.handover) { .date($0.holding.date) },
            Column("letter", monitoring.letter, isShown: false) { .text($0.holding.letter) },
            Column("condition", monitoring.conditionLabel) {
                .word($0.lastCheck?.condition.rawValue, shown: $0.lastCheck.map { monitoring.condition($0.condition) })
            },
            Column("checked_on", monitoring.checkedOn) { .date($0.lastCheck?.date) },
            Column("next_due", monitoring.nextCheck) { .date($0.nextDue) },
            Column("value", monitoring.value, isShown: false) { .number($0.equipment.value.value) },
            Column("funding", terms.fundingLabel, isShown: false) {
                .word($0.equipment.value.funding?.rawValue, shown: $0.equipment.value.funding.map(terms.funding))
            },
            Column("photo", monitoring.photo, isShown: false) { .text($0.equipment.value.photo) },
        ]
    }
}

/// One line of an item's life: it was handed over, or looked at.
struct EquipmentEvent: Sendable {
    var date: CalendarDate
    var event: Event

    enum Event: Sendable {
        /// To whom, by name.
        case handover(EquipmentHolding, holder: String)
        case check(EquipmentCheck)
    }

    fileprivate var check: EquipmentCheck? { if case .check(let check) = event { check } else { nil } }
    fileprivate var handover: (holding: EquipmentHolding, holder: String)? {
        if case .handover(let holding, let holder) = event { (holding, holder) } else { nil }
    }
}

extension Column where Row == EquipmentEvent {
    static func life(_ words: Phrasebook) -> [Column] {
        let monitoring = words.monitoring
        return [
            Column("date", words.command.date) { .date($0.date) },
            Column("event", monitoring.event) {
                .word(
                    $0.handover == nil ? "check" : "handover",
                    shown: $0.handover == nil ? monitoring.checkLabel : monitoring.handover)
            },
            Column("holder", monitoring.holder) { .text($0.handover?.holder) },
            Column("letter", monitoring.letter) { .text($0.handover?.holding.letter) },
            Column("visitor", monitoring.visitor) { .text($0.check?.visitor) },
            Column("condition", monitoring.conditionLabel) {
                .word($0.check?.condition.rawValue, shown: $0.check.map { monitoring.condition($0.condition) })
            },
            Column("place", words.terms.place) { .text($0.check?.place) },
            Column("note", words.command.note) { .text($0.check?.note ?? $0.handover?.holding.note) },
        ]
    }
}

/// Everything about one item: what it is, its life-line, and who could have it.
public struct EquipmentFile: Sendable {
    private let history: EquipmentHistory
    private let events: [EquipmentEvent]

    /// - Parameter names: of everybody who has or had the item.
    public init(_ history: EquipmentHistory, names: [ID<Participant>: String]) {
        self.history = history
        let handovers = history.holdings.map { holding in
            let people = holding.value.holder.people.compactMap { names[$0] }.joined(separator: ", ")
            let holder = if case .group(let name, _) = holding.value.holder { "\(name) (\(people))" } else { people }
            return EquipmentEvent(date: holding.value.date, event: .handover(holding.value, holder: holder))
        }
        let checks = history.checks.map { EquipmentEvent(date: $0.value.date, event: .check($0.value)) }
        events = (handovers + checks).enumerated()
            .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    }

    /// The item as a sheet for people, its life-line in comma-separated values, or all of it as a JSON object.
    public func text(
        _ format: ListFormat, _ words: Phrasebook, _ gazetteer: Gazetteer, _ style: TableStyle
    ) -> String {
        let life = Column<EquipmentEvent>.life(words)
        return switch format {
        case .table: sheet(words, gazetteer, style)
        case .csv:
            CSVDialect().row(life.map(\.key))
                + events.map { event in CSVDialect().row(life.map { $0.value(event).machine }) }.joined()
        case .json: json(words, gazetteer).text + "\n"
        }
    }

    private func json(_ words: Phrasebook, _ gazetteer: Gazetteer) -> JSONValue {
        let life = Column<EquipmentEvent>.life(words)
        let people = Column<ParticipantRow>.people(words, gazetteer, reveal: false)
        return .object(
            Column<EquipmentLine>.equipment(words, gazetteer, reveal: false)
                .map { (key: $0.key, value: $0.value(history.line).json) } + [
                    (key: "history", value: .array(events.map { .row($0, life) })),
                    (key: "candidates", value: .array(history.candidates.map { .row($0, people) })),
                ])
    }

    private func sheet(_ words: Phrasebook, _ gazetteer: Gazetteer, _ style: TableStyle) -> String {
        let item = history.line.equipment.value
        let title = words.monitoring.itemWithSerial(item.item, item.serial).strippedOfControls
        let life = Table(columns: Column<EquipmentEvent>.life(words), style: style).text(events)
        var text = "\(history.line.code)  \(title)\n\n\(life)"
        if history.line.lastCheck?.condition == .idle, !history.candidates.isEmpty {
            let people = Column<ParticipantRow>.people(words, gazetteer, reveal: false)
            let rows = Table(columns: people, style: style).text(history.candidates)
            text += "\n\(words.monitoring.candidates)\n\(rows)"
        }
        return text
    }
}
