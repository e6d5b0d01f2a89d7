import Keyboard
import Training
import Words

/// Jejak pokir: what came of each council member's proposal, from its classes to people, outcomes and equipment.
public struct PokirModel: FigureScreen {
    public var tickets = TicketBook(screen: 0)
    public var grid = FigureGrid()
    /// What was read last; `nil` until it has come.
    public private(set) var trails: [PokirTrail]?
    private var year: Int?
    private var today: CalendarDate?

    public init() {}

    public func tableTitle(_ context: Context) -> String { context.words.outcomes.pokirTitle(context.year) }

    public var holdsKeys: Bool { trails == nil && tickets.isWaiting(for: "trails") }

    /// The steps of the ladder that have a column.
    static let steps: [OutcomeLadder.Step] = [
        .tookPart, .completed, .certified, .due, .reached, .using, .working, .selfEmployed, .standing,
    ]

    public static let keys: [KeyBinding<Self>] =
        gridKeys.filter { $0.keys == [.enter] } + [
            KeyBinding(
                .enter, label: \.monitoring.equipment, when: { $0.equipmentBelow != nil },
                run: { model, _ in
                    model.equipmentBelow.map { [.open(.equipment(EquipmentModel($0)))] } ?? []
                }
            ).needs(.names),
            KeyBinding(.escape, label: \.back, run: { _, _ in [.close] }),
        ] + gridKeys

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared, .fileChanged: return [ask(context)]
        case .tick(let today): return today == self.today ? [] : [ask(context)]
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fit(resized)
            return []
        case .answered(let ticket, .pokir(let trails, let year)):
            guard tickets.redeem(ticket) else { return nil }
            let marksMoves = self.trails != nil && self.year == year
            (self.trails, self.year) = (trails, year)
            let table = PokirTable(year: year, today: today ?? context.today, context: context)
            grid.take(table.columns, trails.map(table.row), marksMoves: marksMoves)
            fit(context)
            return settleSoon()
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        case .woke(let ticket):
            guard tickets.redeem(ticket) else { return nil }
            grid.settle()
            return []
        default: return nil
        }
    }

    private mutating func ask(_ context: Context) -> Effect {
        let (year, today) = (context.year, context.today)
        if self.year != year { trails = nil }
        self.today = today
        return .ask(tickets.take("trails")) { .pokir(try await $0.pokirTrails(of: year, today: today), year: year) }
    }

    /// The rows for lines: those of the screen without its heading, the columns' heads and two lines of notes.
    private mutating func fit(_ context: Context) { grid.fit(rows: max(1, context.bodyRows - 5)) }

    /// The trail on the highlighted line.
    public var selected: PokirTrail? {
        grid.row.flatMap { row in trails?.first { $0.program.id.description == row.id } }
    }

    /// Whose equipment is highlighted.
    private var equipmentBelow: EquipmentModel.Scope? {
        guard let selected, selected.equipment > 0, grid.column == PokirTable.equipmentColumn else { return nil }
        let program = selected.program.value
        return EquipmentModel.Scope(program: selected.program.id, title: "\(program.code) \(program.title)")
    }

    /// The highlighted line in full.
    public func note(_ context: Context) -> String? {
        guard let selected else { return nil }
        let program = selected.program.value
        return context.words.outcomes.pokirSource(
            selected.proposer, selected.reference, "\(program.code) \(program.title)")
    }

    /// What the highlighted figure counts.
    public func meaning(_ context: Context) -> String? {
        guard trails != nil else { return nil }
        return PokirTable(year: context.year, today: context.today, context: context).meaning(ofColumn: grid.column)
    }
}

/// The trails as a table: one program a line, under the council member who asked for it.
struct PokirTable {
    let year: Int
    let today: CalendarDate
    let context: Context

    private var words: Phrasebook { context.words }

    /// Proposal, classes, the steps, workers, equipment, the program's title, and both rates.
    static let equipmentColumn = 2 + PokirModel.steps.count + 1

    var columns: [FigureColumn] {
        let outcomes = words.outcomes
        return [
            FigureColumn(words.monitoring.proposer, 28, upTo: 40), .numbers(outcomes.classesShort),
        ] + PokirModel.steps.map { .numbers(outcomes.short($0)) } + [
            .numbers(outcomes.workersShort), .numbers(outcomes.equipmentShort),
            FigureColumn(words.terms.program, 8, upTo: 30),
            .numbers(outcomes.ofReachedShort, 9).pinned(), .numbers(outcomes.ofDueShort, 8).pinned(),
        ]
    }

    func row(_ trail: PokirTrail) -> FigureRow {
        let program = trail.program.value
        let whole = OutcomeLadder(code: program.code.text, name: program.title, counts: [:], workersAbsorbed: 0)
        let lines = OutcomeLines(
            figures: OutcomeFigures(year: year, dimension: .program, today: today, lines: [], whole: whole),
            context: context)
        var ladder = trail.ladder
        (ladder.code, ladder.name) = (program.code.text, program.title)
        let number = words.language.number
        return FigureRow(
            trail.program.id.description,
            [
                // The code stands beside the name, so that the proposals of one member are told apart while columns move.
                FigureCell("\(trail.proposer) · \(program.code)"),
                FigureCell(number: trail.classes, text: number(trail.classes)),
            ] + PokirModel.steps.map { lines.cell($0, of: ladder, isWhole: false) } + [
                lines.workers(ladder),
                FigureCell(
                    number: trail.equipment, text: trail.equipment == 0 ? "·" : number(trail.equipment),
                    look: trail.equipment == 0 ? .muted : .value), FigureCell(program.title),
                lines.share(ladder.usingOfReached), lines.shareOfDue(ladder[.using], ladder),
            ])
    }

    /// What a column counts.
    func meaning(ofColumn place: Int) -> String? {
        let outcomes = words.outcomes
        if PokirModel.steps.indices.contains(place - 2) { return outcomes.meaning(PokirModel.steps[place - 2]) }
        return switch place - Self.equipmentColumn {
        case -1: outcomes.workersMeaning
        case 0: outcomes.equipmentMeaning
        case 2: outcomes.ofReachedMeaning
        case 3: outcomes.ofDueMeaning
        default: nil
        }
    }
}
