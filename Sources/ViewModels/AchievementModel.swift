import Keyboard
import Training
import Words

/// Capaian: the year's gauge, large, and beneath it the totals by kecamatan and by track.
public struct AchievementModel: Screen {
    public var tickets = TicketBook(screen: 0)
    /// A year's totals, by kecamatan and by track; empty until they are known.
    public private(set) var totals: [Dimension: [Total]] = [:]
    /// The fiscal years on file, newest first.
    public private(set) var years: [Int] = []
    /// The targets of the regency in the year in view.
    public private(set) var targets: [Target] = []
    /// The highlighted line: the tracks first, then the kecamatan.
    public private(set) var cursor = ListCursor()
    /// What went wrong with the last question, in a sentence.
    public private(set) var trouble: String?

    public static let keys: [KeyBinding<Self>] = [
        KeyBinding(
            .enter, label: { $0.open }, when: { $0.selected != nil },
            run: { model, context in
                model.openNames(context)
            }),
        KeyBinding(
            .character("t"), label: { $0.setTarget },
            run: { model, context in
                [.open(.recordForm(RecordFormModel(targetFor: context.year, existing: model.targets)))]
            }),
        KeyBinding(
            .character("<"), .left, label: { $0.otherYear }, when: { $0.years.count > 1 },
            run: { model, context in model.showYear(1, context) }),
        KeyBinding(
            .character(">"), .right, label: { $0.otherYear }, onBottomLine: false, when: { $0.years.count > 1 },
            run: { model, context in model.showYear(-1, context) }),
        KeyBinding(.up, .character("k"), label: { $0.move }, onBottomLine: false, run: { $0.move(.up, $1) }),
        KeyBinding(.down, .character("j"), label: { $0.move }, run: { $0.move(.down, $1) }),
        KeyBinding(.pageUp, label: { $0.page }, onBottomLine: false, run: { $0.move(.pageUp, $1) }),
        KeyBinding(.pageDown, label: { $0.page }, onBottomLine: false, run: { $0.move(.pageDown, $1) }),
        KeyBinding(.home, .character("g"), label: { $0.ends }, onBottomLine: false, run: { $0.move(.first, $1) }),
        KeyBinding(.end, .character("G"), label: { $0.ends }, onBottomLine: false, run: { $0.move(.last, $1) }),
    ]

    public init() {}

    /// A line that opens to names.
    public enum Line: Hashable, Sendable {
        case track(Total)
        case kecamatan(Total)
    }

    /// The lines under the gauge, in the order they are shown in.
    public var lines: [Line] {
        (totals[.track] ?? []).map(Line.track) + (totals[.kecamatan] ?? []).map(Line.kecamatan)
    }

    /// The highlighted line.
    public var selected: Line? { lines.indices.contains(cursor.index) ? lines[cursor.index] : nil }

    /// How many lines can be in sight: the gauge takes eight rows above them.
    public func visibleRows(_ context: Context) -> Int { max(1, context.bodyRows - 8) }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared, .fileChanged, .achievement: return [ask(context)]
        case .answered(let ticket, .figures(let figures)) where tickets.redeem(ticket):
            (totals, years, targets) = (figures.totals, figures.years, figures.targets)
            cursor.place(at: cursor.index, count: lines.count, rows: visibleRows(context))
            trouble = nil
            return []
        case .failed(let ticket, let failure) where tickets.redeem(ticket):
            trouble = context.sentence(for: failure)
            return []
        case .resized:
            cursor.place(at: cursor.index, count: lines.count, rows: visibleRows(context))
            return []
        default: return nil
        }
    }

    private mutating func ask(_ context: Context) -> Effect {
        let year = context.year
        return .ask(tickets.take("figures")) { store in
            let targets = try await store.targets().map(\.value)
            return .figures(
                YearFigures(
                    totals: [
                        .kecamatan: try await store.totals(by: .kecamatan, of: year),
                        .track: try await store.totals(by: .track, of: year),
                    ],
                    years: try await store.years(),
                    targets: targets.filter { $0.year == year && $0.scope == .regency }))
        }
    }

    private mutating func move(_ move: ListMove, _ context: Context) -> [Effect] {
        cursor.move(move, count: lines.count, rows: visibleRows(context))
        return []
    }

    private func showYear(_ offset: Int, _ context: Context) -> [Effect] {
        guard let place = years.firstIndex(of: context.year) else { return years.first.map { [.showYear($0)] } ?? [] }
        return years.indices.contains(place + offset) ? [.showYear(years[place + offset])] : []
    }

    private func openNames(_ context: Context) -> [Effect] {
        var query = ParticipantQuery(figure: Figure(year: context.year))
        let title: String
        switch selected {
        case .track(let total):
            query.figure = query.figure?.part(.track, total.code)
            title = Track(rawValue: total.code).map(context.words.terms.track) ?? total.code
        case .kecamatan(let total):
            query.region = RegionCode(total.code).map { .within($0) } ?? .outside
            title = total.name ?? context.words.terms.outside
        case nil: return []
        }
        return [.open(.participants(ParticipantsModel(query: query, title: title)))]
    }
}

/// What Capaian shows beside the gauge.
public struct YearFigures: Sendable, Equatable {
    /// The year's totals.
    public var totals: [Dimension: [Total]]
    /// The fiscal years on file, newest first.
    public var years: [Int]
    /// The regency's targets of the year.
    public var targets: [Target]

    public init(totals: [Dimension: [Total]], years: [Int], targets: [Target]) {
        self.totals = totals
        self.years = years
        self.targets = targets
    }
}
