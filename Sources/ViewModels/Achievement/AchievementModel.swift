import Keyboard
import Training
import Words

/// Capaian: the year's gauge, large, and beneath it every figure of the year, each opening to its names.
public struct AchievementModel: FigureScreen, YearScreen {
    public var tickets = TicketBook(screen: 0)
    /// The lines under the gauge: sentences, then the tracks and the kecamatan.
    public var grid = FigureGrid()
    /// The year as it was read last; `nil` until it is known.
    public private(set) var figures: AchievementFigures?
    /// What went wrong with the last question, in a sentence.
    public private(set) var trouble: String?

    /// The year's pace by the seats of all its classes. It is read after the figures, which do not wait for tens of thousands of classes.
    private var seats: (pace: Pace, year: Int)?

    /// What came of the year's people: the inner ring. It is read by itself, and after the figures, so that the gauge never waits for it, nor for
    /// the processor that it takes.
    public private(set) var ladder: OutcomeLadder?
    private var ladderYear: Int?
    /// Whether the ring has to be read again, once the figures or the reading under way have come.
    private var isLadderStale = false

    private static let purpose = "figures"
    private static let seats = "seats"
    private static let ring = "ring"

    public static let keys: [KeyBinding<Self>] =
        [
            KeyBinding(
                .enter, label: \.achievement.leadOn, when: { $0.grid.cell?.leadsOn == true },
                run: { model, _ in model.leadOn() })
        ]
        + gridKeys.filter { $0.keys == [.enter] }
        + [
            KeyBinding(
                .character("t"), label: \.setTarget,
                run: { model, context in
                    let existing = model.figures?.year == context.year ? model.figures?.regencyTargets : nil
                    return [.open(.recordForm(RecordFormModel(targetFor: context.year, existing: existing ?? [])))]
                }
            ).needs(.targets),
            KeyBinding(
                .character("h"), label: \.explanation.open,
                run: { _, _ in [.open(.explanation(ExplanationModel()))] }),
            KeyBinding(
                .character("c"), label: \.contributions.open,
                run: { _, _ in [.open(.contributions(ContributionsModel()))] }),
            KeyBinding(
                .character("o"), label: \.monitoring.outcomes,
                run: { _, _ in [.open(.outcomes(OutcomesModel()))] }),
            KeyBinding(
                .character("T"), label: \.targets.open, onBottomLine: false,
                run: { _, _ in [.open(.targets(TargetsModel()))] }),
            KeyBinding(
                .character("y"), label: \.achievement.years, run: { _, _ in [.open(.years(YearsModel()))] }),
        ]
        + yearKeys
        + [
            KeyBinding(
                .character("W"), label: \.achievement.wall, run: { _, _ in [.open(.wall(WallModel()))] })
        ]
        + gridKeys.filter { $0.keys != [.enter] }

    public init() {}

    public func tableTitle(_ context: Context) -> String {
        context.words.achievement.title(figures?.year ?? context.year)
    }

    /// The fiscal years on file, newest first.
    public var years: [Int] { figures?.years ?? [] }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared, .fileChanged:
            isLadderStale = true
            return [ask(context)]
        case .achievement: return [ask(context)]
        case .tick(let today):
            // Only a new day moves the marks of the pace and what was entered today.
            guard let figures, figures.today.since != today.start(in: context.zone) else { return [] }
            isLadderStale = true
            return [ask(context)]
        case .answered(let ticket, .ladder(let ladder, let year)) where tickets.redeem(ticket):
            (self.ladder, ladderYear) = (ladder, year)
            show(context, marksMoves: true)
            return (isLadderStale || year != context.year ? askForRing(context) : []) + settleSoon()
        case .answered(let ticket, .pace(let pace, let year)) where tickets.redeem(ticket):
            seats = (pace, year)
            countSeats()
            fit(context)
            return []
        case .answered(let ticket, .achievementFigures(let figures)) where tickets.redeem(ticket):
            return take(figures, context)
        case .failed(let ticket, let failure) where tickets.redeem(ticket):
            trouble = context.sentence(for: failure)
            return []
        case .woke(let ticket) where tickets.redeem(ticket):
            grid.settle()
            return []
        case .resized(let columns, let rows):
            var resized = context
            (resized.columns, resized.rows) = (columns, rows)
            show(resized, marksMoves: true)
            return []
        default: return nil
        }
    }

    private mutating func ask(_ context: Context) -> Effect {
        let (year, today, zone) = (context.year, context.today, context.zone)
        return .ask(tickets.take(Self.purpose)) { store in
            .achievementFigures(try await AchievementFigures.read(store, year: year, today: today, zone: zone))
        }
    }

    private mutating func askForSeats(_ context: Context) -> Effect {
        let (year, today) = (context.year, context.today)
        return .ask(tickets.take(Self.seats)) { .pace(try await $0.pace(of: year, today: today), year: year) }
    }

    private mutating func countSeats() {
        guard let seats, seats.year == figures?.year else { return }
        figures?.pace.seatsBegun = seats.pace.seatsBegun
        figures?.pace.seatsPlanned = seats.pace.seatsPlanned
    }

    /// One reading at a time, however fast the file changes.
    private mutating func askForRing(_ context: Context) -> [Effect] {
        guard !tickets.isWaiting(for: Self.ring) else {
            isLadderStale = true
            return []
        }
        isLadderStale = false
        let (year, today) = (context.year, context.today)
        return [
            .ask(tickets.take(Self.ring)) { store in
                let ladder = try await store.ladder(by: nil, of: year, today: today).first
                return .ladder(
                    ladder ?? OutcomeLadder(code: "", name: nil, counts: [:], workersAbsorbed: 0), year: year)
            }
        ]
    }

    private mutating func take(_ figures: AchievementFigures, _ context: Context) -> [Effect] {
        let isSameYear = self.figures?.year == figures.year
        self.figures = figures
        countSeats()
        trouble = nil
        show(context, marksMoves: isSameYear)
        return settleSoon() + [askForSeats(context)] + (isLadderStale ? askForRing(context) : [])
    }

    private mutating func show(_ context: Context, marksMoves: Bool) {
        guard let figures else { return }
        let lines = AchievementLines(figures, context)
        grid.take(lines.columns, lines.rows, marksMoves: marksMoves)
        fit(context)
    }

    private mutating func fit(_ context: Context) {
        guard figures != nil else { return }
        let layout = layout(context)
        // The headings take a row, and as many blank lines as there are above and below the gauge stand before them.
        grid.fit(rows: context.bodyRows - layout.gaugeRows - layout.gap - 1)
    }

    /// What the gauge takes of the screen, and what the lines beneath it have.
    public func layout(_ context: Context) -> AchievementLayout {
        AchievementLayout(figures, ladder: ladderYear == figures?.year ? ladder : nil, context)
    }

    /// The goal of a term leads to its years, the course of the months to each of them.
    private func leadOn() -> [Effect] {
        grid.row?.id == AchievementLines.months ? [.open(.months(MonthsModel()))] : [.open(.years(YearsModel()))]
    }
}
