import Keyboard
import Training
import Words

/// Contributions: what each organizer claimed for the year beside the names on file, and what may explain the difference.
public struct ContributionsModel: FigureScreen {
    public var tickets = TicketBook(screen: 0)
    public var grid = FigureGrid()
    /// What is shown; `nil` until it has come.
    public private(set) var figures: ClaimFigures?

    private static let purpose = "claims"

    public init() {}

    public func tableTitle(_ context: Context) -> String { context.words.contributions.title(context.year) }

    public static let keys: [KeyBinding<Self>] =
        gridKeys + [
            KeyBinding(
                .enter, label: \.contributions.setClaim, onBottomLine: false,
                when: { $0.grid.cell?.names == nil && $0.selected != nil }, run: { $0.openClaim($1) }
            ).needs(.claims),
            KeyBinding(
                .character("e"), label: \.contributions.setClaim, when: { $0.selected != nil },
                run: { $0.openClaim($1) }
            ).needs(.claims),
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
        case .answered(let ticket, .claims(let figures)):
            guard tickets.redeem(ticket) else { return nil }
            let isNews = self.figures != nil
            self.figures = figures
            let table = ContributionTable(figures, context.words)
            grid.take(table.columns, table.rows, footer: table.footer, marksMoves: isNews)
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

    /// The rows outside the table's lines: heading, legend, a blank and the columns' heads.
    public static let otherRows = 4

    private mutating func fit(_ context: Context) { grid.fit(rows: context.bodyRows - Self.otherRows) }

    private mutating func ask(_ context: Context) -> Effect {
        let year = context.year
        return .ask(tickets.take(Self.purpose)) { store in
            .claims(
                ClaimFigures(
                    contributions: try await store.contributions(of: year),
                    unnamed: try await store.totals(by: .organizer, of: year).first { $0.code.isEmpty },
                    achievement: try await store.achievement(of: year)))
        }
    }

    /// The organizer whose line is highlighted.
    private var selected: Contribution? {
        guard grid.footerIndex == nil, let id = grid.row?.id else { return nil }
        return figures?.contributions.first { $0.organizer.value.code.text == id }
    }

    private func openClaim(_ context: Context) -> [Effect] {
        guard let selected else { return [] }
        return [
            .open(
                .recordForm(
                    RecordFormModel(claimOf: selected.organizer, year: selected.year, existing: selected.claim)))
        ]
    }
}

/// What the screen of contributions is made from.
public struct ClaimFigures: Sendable, Equatable {
    public var contributions: [Contribution]
    /// The line of those whose program names no organizer.
    public var unnamed: Total?
    /// The year, of which the lines are parts.
    public var achievement: Achievement

    public init(contributions: [Contribution], unnamed: Total?, achievement: Achievement) {
        self.contributions = contributions
        self.unnamed = unnamed
        self.achievement = achievement
    }
}

/// The lines of contributions as a grid.
struct ContributionTable {
    private let figures: ClaimFigures
    private let words: Phrasebook
    private let reasons: [Contribution.Reason] = [
        .sameTwice, .registered, .cancelled, .dropped, .noNIK, .outside, .otherYear,
    ]

    init(_ figures: ClaimFigures, _ words: Phrasebook) {
        self.figures = figures
        self.words = words
    }

    private var year: Int { figures.achievement.year }
    private var rule: CountingRule { figures.achievement.rule }

    var columns: [FigureColumn] {
        let phrases = words.contributions
        return [
            FigureColumn(words.terms.organizer, 22, upTo: 48), .numbers(phrases.claimed, 6),
            .numbers(words.terms.people, 6), .numbers(phrases.enrollments, 6), .numbers(phrases.difference, 7),
        ] + reasons.map { .numbers(phrases.reason($0), 5) } + [
            FigureColumn(words.terms.kind, 9, upTo: 14), FigureColumn(phrases.claimedOn, 10),
            FigureColumn(phrases.letter, 10, upTo: 24),
        ]
    }

    var rows: [FigureRow] {
        figures.contributions.map(row) + (figures.unnamed.map { [row(of: $0)] } ?? [])
    }

    private func row(_ contribution: Contribution) -> FigureRow {
        let organizer = contribution.organizer.value
        let code = organizer.code.text
        let claim = contribution.claim
        return FigureRow(
            code,
            [
                FigureCell("\(code) \(organizer.name)"), number(claim?.count),
                people(contribution.named.people, Figure(year: year).part(.organizer, code), code),
                enrollments(contribution.named.enrollments, Figure(year: year).part(.organizer, code), code),
                difference(contribution.difference),
            ] + reasons.map { reason(contribution, $0) } + [
                FigureCell(words.terms.organizerKind(organizer.kind), look: .muted),
                FigureCell(
                    claim?.reportedOn?.onScreen ?? words.terms.none, order: .text(claim?.reportedOn?.description ?? "")),
                FigureCell(claim?.letter ?? words.terms.none),
            ])
    }

    private func reason(_ contribution: Contribution, _ reason: Contribution.Reason) -> FigureCell {
        let count = contribution.reasons[reason] ?? 0
        let title = words.contributions.names(
            words.contributions.reasonTitle(reason), contribution.organizer.value.code.text, year)
        return FigureCell(
            count, contribution.figure(reason), title, text: words.language.number(count), look: .doubt)
    }

    /// Those whose program names no organizer: nobody claims them.
    private func row(of unnamed: Total) -> FigureRow {
        let name = words.contributions.unnamed
        let figure = Figure(year: year).part(.organizer, unnamed.code)
        return FigureRow(
            "",
            [
                FigureCell(name, look: .muted), number(nil), people(unnamed.people, figure, name),
                enrollments(unnamed.enrollments, figure, name), number(nil),
            ])
    }

    /// Those who stand in several lines are taken away, so that the lines add up to the year's figure.
    ///
    /// What several organizers claim of the same people is a difference too: no single line shows it.
    var footer: [FigureRow] {
        let achievement = figures.achievement
        let phrases = words.contributions
        let overlap =
            figures.contributions.map(\.named.people).reduce(figures.unnamed?.people ?? 0, +) - achievement.people
        let claims = figures.contributions.compactMap(\.claim?.count)
        let named = rule == .people ? achievement.people : achievement.enrollments
        let year = Figure(year: year)
        let total = FigureRow(
            "total",
            [
                FigureCell(phrases.total), number(claims.isEmpty ? nil : claims.reduce(0, +)),
                people(achievement.people, year, phrases.total),
                enrollments(achievement.enrollments, year, phrases.total),
                difference(claims.isEmpty ? nil : claims.reduce(0, +) - named),
            ])
        guard overlap > 0 else { return [total] }
        let repeats = FigureCell(
            overlap, year.counting(.repeats(across: [.organizer])), title(phrases.overlap),
            text: words.language.number(-overlap))
        let gap = rule == .people && !claims.isEmpty ? [number(nil), difference(overlap)] : []
        return [FigureRow("overlap", [FigureCell(phrases.overlap), number(nil), repeats] + gap), total]
    }

    // Cells

    private func title(_ what: String) -> String { "\(what) · \(year)" }

    private func people(_ count: Int, _ figure: Figure, _ name: String) -> FigureCell {
        FigureCell(count, figure, title("\(name) · \(words.terms.people)"), text: words.language.number(count))
    }

    private func enrollments(_ count: Int, _ figure: Figure, _ name: String) -> FigureCell {
        FigureCell(
            count, figure.counting(.enrollments), title("\(name) · \(words.terms.enrollments)"),
            text: words.language.number(count))
    }

    private func number(_ number: Int?) -> FigureCell {
        FigureCell(number: number, text: number.map(words.language.number))
    }

    /// More claimed than named is what has to be explained.
    private func difference(_ difference: Int?) -> FigureCell {
        let text = difference.map { ($0 > 0 ? "+" : "") + words.language.number($0) }
        return FigureCell(number: difference, text: text, look: difference == 0 ? .good : .doubt)
    }
}
