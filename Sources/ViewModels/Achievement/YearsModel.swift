import Keyboard
import Training
import Words

/// The fiscal years on file side by side; none of them ever vanishes.
public struct YearsModel: FigureScreen {
    public var tickets = TicketBook(screen: 0)
    public var grid = FigureGrid()
    /// The goals of terms and what their years add up to, in sentences: they stand above the years.
    public private(set) var goals: [String] = []
    /// Whether the figures have come.
    public private(set) var isLoaded = false

    /// The rows outside the grid's lines: title, goals, a blank line, the headings.
    private var otherRows: Int { goals.count + 3 }

    private static let purpose = "years"

    public static let keys: [KeyBinding<Self>] =
        [
            KeyBinding(
                .enter, label: \.achievement.toYear, when: { $0.grid.cell?.leadsOn == true },
                run: { model, _ in
                    guard let year = model.grid.row.flatMap({ Int($0.id) }) else { return [] }
                    return [.close, .showYear(year)]
                }),
            KeyBinding(.escape, .character("y"), label: \.back, run: { _, _ in [.close] }),
        ] + gridKeys

    public init() {}

    public func tableTitle(_ context: Context) -> String { context.words.achievement.yearsTitle }

    /// A fiscal year, with what each track brought.
    public struct Year: Sendable, Equatable {
        public var achievement: Achievement
        public var tracks: [Total]
    }

    /// All years, newest first, and the goals set for several of them.
    public struct Years: Sendable, Equatable {
        public var years: [Year]
        public var goals: [AchievementFigures.Goal]
    }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared, .fileChanged, .achievement:
            return [.ask(tickets.take(Self.purpose)) { .years(try await Years.read($0)) }]
        case .answered(let ticket, .years(let years)) where tickets.redeem(ticket):
            take(years, context)
            return settleSoon()
        case .failed(let ticket, let failure) where tickets.redeem(ticket):
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        case .woke(let ticket) where tickets.redeem(ticket):
            grid.settle()
            return []
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            grid.fit(rows: resized.bodyRows - otherRows)
            return []
        default: return nil
        }
    }

    private mutating func take(_ years: Years, _ context: Context) {
        let lines = YearLines(years: years, words: context.words)
        goals = years.goals.map(lines.goal)
        grid.take(lines.columns, years.years.map(lines.line), marksMoves: isLoaded)
        grid.fit(rows: context.bodyRows - otherRows)
        if !isLoaded { grid.select(String(context.year)) }
        isLoaded = true
    }
}

extension YearsModel.Years {
    static func read(_ store: any TrainingStore) async throws -> Self {
        var years: [YearsModel.Year] = []
        for year in try await store.years() {
            years.append(
                YearsModel.Year(
                    achievement: try await store.achievement(of: year),
                    tracks: try await store.totals(by: .track, of: year)))
        }
        var goals: [AchievementFigures.Goal] = []
        for target in try await store.targets().map(\.value).goals {
            let parts = years.map(\.achievement).filter { target.years.contains($0.year) }
            goals.append(
                AchievementFigures.Goal(
                    target: target, count: parts.map { $0.figure(by: target.rule) }.reduce(0, +)))
        }
        return Self(years: years, goals: goals)
    }
}

/// The lines of the years side by side.
struct YearLines {
    let years: YearsModel.Years
    let words: Phrasebook

    private var phrases: AchievementPhrases { words.achievement }

    var columns: [FigureColumn] {
        let terms = words.terms
        return [
            FigureColumn(terms.year, 5, upTo: 16), .numbers(phrases.originalHeading, 6),
            .numbers(phrases.revisedHeading, 6), .numbers(terms.people, 6), .numbers(terms.enrollments, 9),
            .numbers(terms.percent, 7), .numbers(phrases.laps, 4),
        ]
            + Track.allCases.flatMap { track in
                [
                    FigureColumn.numbers(phrases.trackHeading(track), 6, upTo: 16),
                    .numbers(phrases.trackEnrollments(track), 6, upTo: 18),
                ]
            } + [.bars(8, upTo: 60)]
    }

    /// A goal of a term, with the sum of its years.
    func goal(_ goal: AchievementFigures.Goal) -> String {
        let number = words.language.number
        let period = goal.target.years
        let sum = phrases.goalSum(
            number(goal.target.count), period.lowerBound, period.upperBound, number(goal.count),
            words.terms.rule(goal.target.rule))
        return goal.percent.map { "\(sum) · \(words.language.percent($0))" } ?? sum
    }

    func line(_ year: YearsModel.Year) -> FigureRow {
        let number = words.language.number
        let achievement = year.achievement
        let whole = Figure(year: achievement.year)
        let title = phrases.names(phrases.tookPart, achievement.year)
        let percent = achievement.percent
        return FigureRow(
            String(achievement.year),
            [
                FigureCell(leadingOn: achievement.year, text: String(achievement.year)),
                FigureCell(number: achievement.original, text: achievement.original.map(number)),
                FigureCell(number: achievement.revised, text: achievement.revised.map(number)),
                FigureCell(achievement.people, whole, title, text: number(achievement.people)),
                FigureCell(
                    achievement.enrollments, whole.counting(.enrollments), title,
                    text: number(achievement.enrollments)),
                FigureCell(percent, text: percent.map(words.language.percent)),
                FigureCell(
                    number: percent.map { _ in achievement.laps }, text: percent.map { _ in number(achievement.laps) }),
            ] + tracks(of: year) + [
                FigureCell(bar: FigureCell.Bar(count: achievement.count, target: achievement.target, full: full))
            ])
    }

    private func tracks(of year: YearsModel.Year) -> [FigureCell] {
        year.tracks.flatMap { total -> [FigureCell] in
            let figure = Figure(year: year.achievement.year).part(.track, total.code)
            let name = Track(rawValue: total.code).map(words.terms.track) ?? total.code
            let title = phrases.names(name, year.achievement.year)
            let number = words.language.number
            return [
                FigureCell(total.people, figure, title, text: number(total.people)),
                FigureCell(
                    total.enrollments, figure.counting(.enrollments), title, text: number(total.enrollments)),
            ]
        }
    }

    private var full: Int { years.years.map { max($0.achievement.count, $0.achievement.target ?? 0) }.max() ?? 0 }
}
