import Keyboard
import Training
import Words

/// Peralatan: the register of items handed out, as five lists; narrowed as one types, by name, number, holder or code.
public struct EquipmentModel: FigureScreen {
    public var tickets = TicketBook(screen: 0)
    public var grid = FigureGrid()
    /// The list in front.
    public private(set) var list = EquipmentList.all
    /// What narrows it.
    public private(set) var search = TextField(limit: 80)
    /// Whether letters are words sought.
    public private(set) var isSearching = false
    /// Every item, or those of ``scope``, by code; `nil` until they have come.
    public private(set) var lines: [EquipmentLine]?
    /// Only what graduates of this program hold.
    public let scope: Scope?

    /// A program whose graduates hold the items.
    public struct Scope: Hashable, Sendable {
        public let program: ID<Program>
        /// What stands above the list.
        public let title: String

        public init(program: ID<Program>, title: String) {
            self.program = program
            self.title = title
        }
    }

    /// The lists, in the order they are gone through.
    public static let lists: [EquipmentList] = [.all, .due, .unchecked, .idle, .lost]

    private enum Purpose {
        static let lines = "lines"
        static let code = "code"
    }

    /// The register; of one program where asked.
    public init(_ scope: Scope? = nil) { self.scope = scope }

    public func tableTitle(_ context: Context) -> String {
        let words = context.words
        let title = "\(words.monitoring.equipment) · \(words.equipment.list(list))"
        return scope.map { "\(title) · \($0.title)" } ?? title
    }

    /// Its lines name who holds the items.
    public func exported(_ context: Context) -> ExportOffer? { exported(context, what: "equipment") }

    public var takesText: Bool { isSearching }

    public var holdsKeys: Bool {
        tickets.isWaiting(for: Purpose.code) || lines == nil && tickets.isWaiting(for: Purpose.lines)
    }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared, .fileChanged: return [ask(context)]
        case .tick:
            fill(context)
            return []
        case .resized(let columns, let rows):
            var resized = context
            (resized.columns, resized.rows) = (columns, rows)
            fill(resized)
            return []
        case .key, .paste: return isSearching && type(event, context) ? [] : nil
        case .answered(let ticket, .equipment(let lines)):
            guard tickets.redeem(ticket) else { return nil }
            self.lines = lines
            fill(context)
            return []
        case .answered(let ticket, .equipmentCode(let id)):
            guard tickets.redeem(ticket) else { return nil }
            dropSearch(context)
            return [.open(.equipmentItem(EquipmentItemModel(id)))]
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        default: return nil
        }
    }

    // Reading

    private mutating func ask(_ context: Context) -> Effect {
        let (today, scope) = (context.today, scope)
        return .ask(tickets.take(Purpose.lines)) { store in
            let lines = try await store.equipment(.all, in: nil, today: today)
            guard let scope else { return .equipment(lines) }
            let graduates = try await Self.graduates(of: scope.program, from: store)
            return .equipment(lines.filter { !graduates.isDisjoint(with: $0.holding.holder.people) })
        }
    }

    /// Those who completed a class of a program.
    private static func graduates(
        of program: ID<Program>, from store: any TrainingStore
    ) async throws -> Set<ID<Participant>> {
        var graduates: Set<ID<Participant>> = []
        for year in try await store.years() {
            for line in try await store.classes(of: year) where line.trainingClass.value.program == program {
                let roster = try await store.roster(of: line.trainingClass.id)
                let completed = roster.filter {
                    [.completed, .certified].contains($0.enrollment.value.standing.status)
                }
                graduates.formUnion(completed.map(\.participant.id))
            }
        }
        return graduates
    }

    /// How many items a list has; `nil` until they have come.
    public func count(of list: EquipmentList, _ context: Context) -> Int? {
        lines?.filter { $0.isOn(list, context.today) }.count
    }

    /// The items of the list in front that fit what was typed.
    private func shown(_ context: Context) -> [EquipmentLine] {
        let typed = FoldedText(search.text)
        let code = try? LabelCode(typed: search.text)
        return (lines ?? []).filter { line in
            guard line.isOn(list, context.today) else { return false }
            return typed.text.isEmpty || line.code == code || line.sought(context).rank(of: typed) != nil
        }
    }

    private mutating func fill(_ context: Context) {
        guard lines != nil else { return }
        let table = EquipmentTable(context: context)
        grid.take(table.columns, shown(context).map(table.row))
        fit(context)
    }

    /// The rows for items: those of the screen without its two headings, the columns' heads and the sum.
    private mutating func fit(_ context: Context) { grid.fit(rows: max(1, context.bodyRows - 4)) }

    /// The highlighted item.
    public var selected: EquipmentLine? {
        grid.row.flatMap { row in lines?.first { $0.equipment.id.description == row.id } }
    }

    /// What the items in sight of the list cost together.
    public func sum(_ context: Context) -> String? {
        guard lines != nil else { return nil }
        let values = shown(context).map(\.equipment.value.value)
        let without = values.filter { $0 == nil }.count
        let language = context.words.language
        return context.words.equipment.sum(
            language.rupiah(values.compactMap(\.self).reduce(0, +)), without == 0 ? nil : language.number(without))
    }

    // Keys

    public static let keys: [KeyBinding<Self>] =
        searchKeys + (ownKeys + gridKeys).map { $0.only(when: { !$0.isSearching }) } + searchMoves

    private static let searchKeys: [KeyBinding<Self>] = [
        KeyBinding(.enter, label: \.monitoring.openCode, when: { $0.isSearching }, run: { $0.endSearch($1) }),
        KeyBinding(
            .escape, label: \.classes.clearSearch, when: { $0.isSearching || !$0.search.isEmpty },
            run: { model, context in
                model.dropSearch(context)
                return []
            }),
    ]

    /// Arrows move in what is found while one types.
    private static let searchMoves = KeyBinding<Self>.moves(
        when: { $0.isSearching }, letters: { _ in false },
        run: { model, move, _ in
            model.grid.move(move)
            return []
        })

    private static let ownKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .enter, label: \.monitoring.openItem, when: { $0.selected != nil },
            run: { model, _ in
                model.selected.map { [.open(.equipmentItem(EquipmentItemModel($0.equipment.id)))] } ?? []
            }),
        KeyBinding(.tab, label: \.monitoring.otherList, run: { $0.turn(by: 1, $1) }),
        KeyBinding(.backTab, label: \.monitoring.otherList, onBottomLine: false, run: { $0.turn(by: -1, $1) }),
        KeyBinding(
            .character("/"), label: \.search,
            run: { model, _ in
                model.isSearching = true
                return []
            }),
        KeyBinding(
            .character("n"), label: \.monitoring.newItem, when: { $0.scope == nil },
            run: { _, context in [.open(.equipmentForm(EquipmentFormModel(.new, today: context.today)))] }),
        KeyBinding(
            .character("p"), label: \.monitoring.checkItem, when: { $0.selected != nil },
            run: { model, context in
                model.selected.map {
                    [.open(.equipmentForm(EquipmentFormModel(.check($0), today: context.today)))]
                } ?? []
            }),
        KeyBinding(.escape, label: \.back, run: { _, _ in [.close] }),
    ]

    private mutating func turn(by offset: Int, _ context: Context) -> [Effect] {
        let place = Self.lists.firstIndex(of: list) ?? 0
        list = Self.lists[(place + offset + Self.lists.count) % Self.lists.count]
        grid.restart()
        fill(context)
        return []
    }

    private mutating func type(_ event: Event, _ context: Context) -> Bool {
        let before = search.text
        switch event {
        case .key(let key): guard search.handle(key) else { return false }
        case .paste(let text): search.insert(text)
        default: return false
        }
        if search.text != before { fill(context) }
        return true
    }

    /// Enter: what was typed is a code from a sticker, whose item is opened whichever list it is on, or words.
    private mutating func endSearch(_ context: Context) -> [Effect] {
        isSearching = false
        do throws(LabelCode.Flaw) {
            let code = try LabelCode(typed: search.text)
            return [.ask(tickets.take(Purpose.code)) { .equipmentCode(try await $0.equipment(code: code)) }]
        } catch {
            guard error == .checkDigit, grid.body.isEmpty else { return [] }
            return [.say(Notice(context.words.monitoring.flaw(error, search.text), .trouble))]
        }
    }

    private mutating func dropSearch(_ context: Context) {
        isSearching = false
        search.set("")
        fill(context)
    }
}

extension EquipmentLine {
    /// By what the item is sought.
    fileprivate func sought(_ context: Context) -> SearchableChoice {
        let item = equipment.value
        let words = [
            item.item, item.kind, item.serial, holderName, person.name.text,
            context.gazetteer.desaName(of: person.residence),
        ].compactMap(\.self)
        return SearchableChoice(
            Choice(id: equipment.id.description, code: code.description, label: words.joined(separator: " ")))
    }
}

/// The register as a table.
struct EquipmentTable {
    let context: Context

    private var words: Phrasebook { context.words }

    /// Whether names have room beside how the item was found, which must be in sight on 80 columns too.
    private var isWide: Bool { context.columns >= 110 }

    var columns: [FigureColumn] {
        let (terms, monitoring) = (words.terms, words.monitoring)
        return [
            FigureColumn(terms.code, 8, upTo: 12), FigureColumn(monitoring.item, 16, upTo: isWide ? 36 : 20),
            FigureColumn(monitoring.holder, 12, upTo: isWide ? 24 : 16),
            FigureColumn(words.equipment.checkHeading, 10, upTo: 24), FigureColumn(words.equipment.dueHeading, 10),
            FigureColumn(terms.desa, 8, upTo: 18),
            FigureColumn(words.equipment.sinceHeading, 10), .numbers(monitoring.value, 8, upTo: 18),
            FigureColumn(monitoring.serial, 8, upTo: 24),
        ]
    }

    func row(_ line: EquipmentLine) -> FigureRow {
        let item = line.equipment.value
        let residence = line.person.residence
        let place = context.gazetteer.desaName(of: residence) ?? context.gazetteer.kecamatanName(of: residence)
        return FigureRow(
            line.equipment.id.description,
            [
                FigureCell(line.code.description, order: .number(line.code.number)), FigureCell(item.item),
                FigureCell(line.holderName), check(line), due(line), FigureCell(place ?? words.terms.outside),
                FigureCell(line.holding.date),
                FigureCell(number: item.value, text: item.value.map(words.language.rupiah)),
                FigureCell(item.serial ?? words.terms.none, look: item.serial == nil ? .muted : .value),
            ])
    }

    /// How it was found last, and when.
    private func check(_ line: EquipmentLine) -> FigureCell {
        guard let check = line.lastCheck else {
            return FigureCell(words.equipment.neverChecked, look: .muted, order: FigureCell.Order.none)
        }
        let text = "\(words.monitoring.condition(check.condition)) \(check.date.onScreen)"
        return FigureCell(text, look: check.condition == .inUse ? .value : .doubt, order: .text(text))
    }

    private func due(_ line: EquipmentLine) -> FigureCell {
        guard let due = line.nextDue else {
            return FigureCell(words.terms.none, look: .muted, order: FigureCell.Order.none)
        }
        return FigureCell(due, look: line.isOn(.due, context.today) ? .doubt : .value)
    }
}
