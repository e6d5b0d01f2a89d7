import Keyboard
import Training
import Words

/// The targets of the year: whom each is for, what its parts add up to, and which held when.
public struct TargetsModel: FigureScreen {
    public var tickets = TicketBook(screen: 0)
    public var grid = FigureGrid()
    /// What is shown; `nil` until it has come.
    public private(set) var figures: TargetFigures?

    private static let purpose = "targets"

    public init() {}

    public func tableTitle(_ context: Context) -> String { context.words.targets.title(context.year) }

    /// Lines of sums and the history follow what they are about, so nothing is sorted here.
    public static let keys: [KeyBinding<Self>] =
        gridKeys.filter { $0.keys != [.character("s")] } + [
            KeyBinding(
                .enter, .character("e"), label: \.targets.edit, when: { $0.selected != nil }, run: { $0.edit($1) }
            ).needs(.targets),
            KeyBinding(
                .character("n"), label: \.targets.new, when: { $0.figures != nil },
                run: { model, context in
                    [.open(.recordForm(RecordFormModel(newTargetFor: context.year, existing: model.ofYear(context))))]
                }
            ).needs(.targets),
            KeyBinding(.escape, label: \.back, run: { _, _ in [.close] }),
        ]

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared, .fileChanged:
            fit(context)
            return [ask(context)]
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fit(resized)
            return []
        case .answered(let ticket, .targets(let figures)):
            guard tickets.redeem(ticket) else { return nil }
            self.figures = figures
            let table = TargetTable(figures, context)
            grid.take(table.columns, table.rows)
            return []
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        default: return nil
        }
    }

    /// The rows outside the table's lines: heading, a blank and the columns' heads.
    public static let otherRows = 3

    private mutating func fit(_ context: Context) { grid.fit(rows: context.bodyRows - Self.otherRows) }

    private mutating func ask(_ context: Context) -> Effect {
        let year = context.year
        return .ask(tickets.take(Self.purpose)) { store in
            .targets(
                TargetFigures(
                    targets: try await store.targets().map(\.value),
                    history: try await store.targetHistory(of: year).holding,
                    organizers: try await store.organizers()))
        }
    }

    private func ofYear(_ context: Context) -> [Target] {
        figures?.targets.filter { $0.year == context.year } ?? []
    }

    /// The target whose line is highlighted.
    private var selected: Target? {
        guard let id = grid.row?.id else { return nil }
        return figures?.targets.first { $0.lineID == id }
    }

    private func edit(_ context: Context) -> [Effect] {
        guard let selected, let figures else { return [] }
        let name = selected.scope == .regency ? nil : figures.name(of: selected, context)
        let form = RecordFormModel(
            targetFor: selected.year, scope: TargetScope(selected.scope, name: name),
            existing: figures.targets.filter { $0.year == selected.year })
        return [.open(.recordForm(form))]
    }
}

/// What the screen of targets is made from.
public struct TargetFigures: Sendable, Equatable {
    /// The targets of every year: a term's years are beside the one in view.
    public var targets: [Target]
    /// Which of the year's targets held when, oldest first.
    public var history: [TargetVersion]
    public var organizers: [Stored<Organizer>]

    public init(targets: [Target], history: [TargetVersion], organizers: [Stored<Organizer>]) {
        self.targets = targets
        self.history = history
        self.organizers = organizers
    }

    /// Whom a target is for.
    func name(of target: Target, _ context: Context) -> String {
        let words = context.words
        switch target.scope {
        case .regency: return words.targets.regency
        case .kecamatan(let code):
            return "\(words.terms.kecamatan) \(context.gazetteer[code]?.name ?? code.description)"
        case .track(let track): return words.terms.track(track)
        case .organizer(let id):
            let organizer = organizers.first { $0.id == id }?.value
            return organizer.map { "\($0.code) \($0.name)" } ?? id.description
        case .term(let last): return words.targets.term(target.year, last)
        }
    }
}

extension Target {
    /// What tells the lines of targets apart: original and revised stand in one.
    fileprivate var lineID: String { "\(year) \(TargetScope(scope).draftName)" }
}

/// The lines of targets as a grid: those of the regency and its terms, then its parts with their sums, then the history.
private struct TargetTable {
    private let figures: TargetFigures
    private let context: Context
    private var words: Phrasebook { context.words }

    init(_ figures: TargetFigures, _ context: Context) {
        self.figures = figures
        self.context = context
    }

    var columns: [FigureColumn] {
        let phrases = words.targets
        return [
            FigureColumn(phrases.scope, 24, upTo: 44), .numbers(phrases.original, 7), .numbers(phrases.revised, 9),
            .numbers(phrases.inForce, 8), FigureColumn(phrases.document, 16, upTo: 60),
            FigureColumn(phrases.rule, 13),
        ]
    }

    var rows: [FigureRow] {
        let ofYear = figures.targets.filter { $0.year == context.year }
        let sums = figures.targets.sums(of: context.year)
        let whole = lines(ofYear.filter { $0.scope == .regency })
        let terms = lines(figures.targets.terms(around: context.year)) + sumLines(sums, .years)
        let parts: [FigureRow] = [
            (TargetSum.Kind.kecamatan, { if case .kecamatan = $0 { true } else { false } }),
            (.track, { if case .track = $0 { true } else { false } }),
            (.organizer, { if case .organizer = $0 { true } else { false } }),
        ].flatMap { (kind: TargetSum.Kind, isPart: (Target.Scope) -> Bool) in
            lines(ofYear.filter { isPart($0.scope) }) + sumLines(sums, kind)
        }
        return whole + terms + parts + history
    }

    /// A line for each whom a target is for, with both counts.
    private func lines(_ targets: [Target]) -> [FigureRow] {
        var seen: Set<String> = []
        return targets.filter { seen.insert($0.lineID).inserted }.map(line)
    }

    private func line(_ target: Target) -> FigureRow {
        let both = figures.targets.filter { $0.year == target.year && $0.scope == target.scope }
        let inForce = both.inForce(for: target.scope) ?? target
        return FigureRow(
            target.lineID,
            [
                FigureCell(figures.name(of: target, context)),
                number(both.first { $0.stage == .original }?.count), number(both.first { $0.stage == .revised }?.count),
                number(inForce.count, look: .title), FigureCell(words.document(of: inForce) ?? words.terms.none),
                FigureCell(words.terms.rule(inForce.rule), look: .muted),
            ])
    }

    /// What the parts add up to, beside the whole's.
    private func sumLines(_ sums: [TargetSum], _ kind: TargetSum.Kind) -> [FigureRow] {
        sums.filter { $0.kind == kind }.enumerated().map { place, sum in
            let parts = words.targets.parts(sum.kind, sum.parts)
            let look: FigureCell.Look = sum.gap == 0 ? .good : .doubt
            return FigureRow(
                "sum \(kind) \(place)",
                [
                    FigureCell("  \(words.targets.sum(parts))", look: .muted), number(nil), number(nil),
                    number(sum.sum, look: look), FigureCell(comparison(of: sum), look: look),
                ])
        }
    }

    private func comparison(of sum: TargetSum) -> String {
        guard let whole = sum.whole, let gap = sum.gap else { return words.terms.none }
        let amounts = (words.language.number(abs(gap)), words.language.number(whole.count))
        if gap == 0 { return words.targets.sameAsWhole }
        return gap > 0
            ? words.targets.lessThanWhole(amounts.0, amounts.1) : words.targets.moreThanWhole(amounts.0, amounts.1)
    }

    private var history: [FigureRow] {
        guard !figures.history.isEmpty else { return [] }
        let heading = FigureRow("history", [FigureCell(words.targets.history, look: .label)], isSentence: true)
        return [heading]
            + figures.history.reversed().enumerated().map { place, version in
                let from = CalendarDate.today(version.from, in: context.zone).onScreen
                let until =
                    version.until.map { CalendarDate.today($0, in: context.zone).onScreen } ?? words.targets.holds
                let target = words.targets.version(
                    figures.name(of: version.target, context), words.terms.stage(version.target.stage),
                    words.language.number(version.target.count))
                let text =
                    version.from == version.until
                    ? words.targets.neverHeld(from, target, version.by.name)
                    : words.targets.held(from, until, target, version.by.name)
                return FigureRow("version \(place)", [FigureCell("  \(text)")], isSentence: true)
            }
    }

    private func number(_ number: Int?, look: FigureCell.Look = .value) -> FigureCell {
        FigureCell(number: number, text: number.map(words.language.number), look: look)
    }
}
