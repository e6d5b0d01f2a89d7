import Keyboard
import Training
import Words

/// Pemantauan: how many checks are late, due, to come and done, by kecamatan and by desa; every number opens to its checks.
public struct MonitoringModel: FigureScreen {
    public var tickets = TicketBook(screen: 0)
    /// The tables one came through, the one in front last.
    public private(set) var levels = [Level(nil)]
    /// Whether the file has changed since the figures under way were asked for.
    private var asksAgain = false
    /// The day of the figures: on another, other checks are late.
    private var day: CalendarDate?

    /// A table with its highlight, as it is kept while another lies over it.
    public struct Level: Sendable {
        /// The kecamatan whose desa the lines are; `nil` for the whole regency.
        public let kecamatan: RegionCode?
        var grid = FigureGrid()
        /// What was read last; `nil` until it has come.
        public internal(set) var counts: [FollowUpCount]?

        init(_ kecamatan: RegionCode?) { self.kecamatan = kecamatan }
    }

    private static let purpose = "counts"

    public init() {}

    public func tableTitle(_ context: Context) -> String {
        let words = context.words.followUps
        return level.kecamatan.map { words.desaTitle(context.gazetteer[$0]?.name ?? $0.description) } ?? words.title
    }

    /// The table in front.
    public internal(set) var level: Level {
        get { levels[levels.count - 1] }
        set { levels[levels.count - 1] = newValue }
    }

    public var grid: FigureGrid {
        get { level.grid }
        set { level.grid = newValue }
    }

    /// Whether the figures of the table in front have come.
    public var isLoaded: Bool { level.counts != nil }

    /// Keys wait until the figures they are meant for are there.
    public var holdsKeys: Bool { !isLoaded && tickets.isWaiting(for: Self.purpose) }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared: return ask(context)
        case .fileChanged:
            guard tickets.isWaiting(for: Self.purpose) else { return ask(context) }
            // One question at a time, so that a busy file cannot pile them up.
            asksAgain = true
            return []
        case .tick(let today): return today == day ? [] : ask(context)
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            grid.fit(rows: Self.gridRows(resized))
            return []
        case .answered(let ticket, .followUpCounts(let counts)):
            guard tickets.redeem(ticket) else { return nil }
            level.counts = counts
            fill(context)
            return asksAgain ? ask(context) : []
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        default: return nil
        }
    }

    private mutating func ask(_ context: Context) -> [Effect] {
        asksAgain = false
        day = context.today
        let (kecamatan, today) = (level.kecamatan, context.today)
        return [
            .ask(tickets.take(Self.purpose)) {
                .followUpCounts(try await $0.followUpCounts(in: kecamatan, today: today))
            }
        ]
    }

    /// Puts another table on top.
    mutating func push(_ kecamatan: RegionCode, _ context: Context) -> [Effect] {
        levels.append(Level(kecamatan))
        return ask(context)
    }

    /// Goes back to the table that this one was opened from.
    mutating func goBack(_ context: Context) -> [Effect] {
        levels.removeLast()
        fill(context)
        return ask(context)
    }

    /// The rows for lines: those of the screen without its heading and the columns' heads.
    private static func gridRows(_ context: Context) -> Int { max(2, context.bodyRows - 2) }

    private mutating func fill(_ context: Context) {
        guard let counts = level.counts else { return }
        let lines = MonitoringLines(kecamatan: level.kecamatan, counts: counts, context: context)
        grid.take(lines.columns, lines.rows, footer: counts.isEmpty ? [] : [lines.total])
        grid.fit(rows: Self.gridRows(context))
    }
}
