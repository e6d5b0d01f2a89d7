import Keyboard
import Training
import Words

/// The months of a fiscal year and those before it, each with its names.
public struct MonthsModel: FigureScreen {
    public var tickets = TicketBook(screen: 0)
    public var grid = FigureGrid()
    /// Whether the figures have come.
    public private(set) var isLoaded = false

    /// The rows outside the grid's lines: title, a blank line, the headings.
    public static let otherRows = 3

    private static let purpose = "months"

    public static let keys: [KeyBinding<Self>] =
        gridKeys + [KeyBinding(.escape, label: \.back, run: { _, _ in [.close] })]

    public init() {}

    public func tableTitle(_ context: Context) -> String { context.words.achievement.monthsTitle(context.year) }

    /// A month of a fiscal year's classes. A month may belong to two fiscal years.
    public struct Month: Sendable, Equatable {
        public var fiscalYear: Int
        public var total: Total
    }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared, .fileChanged, .achievement:
            let (year, today) = (context.year, context.today)
            return [
                .ask(tickets.take(Self.purpose)) { .months(try await Self.read($0, year: year, today: today)) }
            ]
        case .answered(let ticket, .months(let months)) where tickets.redeem(ticket):
            take(months, context)
            return settleSoon()
        case .failed(let ticket, let failure) where tickets.redeem(ticket):
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        case .woke(let ticket) where tickets.redeem(ticket):
            grid.settle()
            return []
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            grid.fit(rows: resized.bodyRows - Self.otherRows)
            return []
        default: return nil
        }
    }

    /// All months of the year, and those of other fiscal years within the twelve that Capaian shows.
    private static func read(_ store: any TrainingStore, year: Int, today: CalendarDate) async throws -> [Month] {
        let twelve = Set(MonthCode.twelve(of: year, today: today).map(\.code))
        var months: [Month] = []
        for fiscalYear in try await store.years() {
            let totals = try await store.totals(by: .month, of: fiscalYear)
            months += totals.filter { fiscalYear == year || twelve.contains($0.code) }.map {
                Month(fiscalYear: fiscalYear, total: $0)
            }
        }
        return months.sorted { ($0.total.code, $0.fiscalYear) < ($1.total.code, $1.fiscalYear) }
    }

    private mutating func take(_ months: [Month], _ context: Context) {
        let terms = context.words.terms
        let columns = [
            FigureColumn(terms.month, 14, upTo: 20), .numbers(context.words.achievement.fiscalYear, 6),
            .numbers(terms.people, 7), .numbers(terms.enrollments, 9), .bars(8, upTo: 100),
        ]
        let full = months.map(\.total.enrollments).max() ?? 0
        grid.take(columns, months.map { line($0, full: full, context.words) }, marksMoves: isLoaded)
        grid.fit(rows: context.bodyRows - Self.otherRows)
        isLoaded = true
    }

    private func line(_ month: Month, full: Int, _ words: Phrasebook) -> FigureRow {
        let total = month.total
        let name = MonthCode(total.code).map { words.language.month($0.month, of: $0.year) } ?? total.code
        let figure = Figure(year: month.fiscalYear).part(.month, total.code)
        let title = words.achievement.names(name, month.fiscalYear)
        let number = words.language.number
        return FigureRow(
            "\(total.code) \(month.fiscalYear)",
            [
                FigureCell(name, order: MonthCode(total.code).map { .number($0.year * 100 + $0.month) }),
                FigureCell(number: month.fiscalYear, text: String(month.fiscalYear)),
                FigureCell(total.people, figure, title, text: number(total.people)),
                FigureCell(total.enrollments, figure.counting(.enrollments), title, text: number(total.enrollments)),
                FigureCell(bar: FigureCell.Bar(count: total.enrollments, target: nil, full: full)),
            ])
    }
}
