import Keyboard
import Training
import Words

/// Hasil: the ladder of outcomes by a dimension, every step with its names; and the whole year's ladder as bars.
public struct OutcomesModel: FigureScreen, PickingScreen {
    public var tickets = TicketBook(screen: 0)
    /// What the lines of the table are.
    public private(set) var dimension = Dimension.kecamatan
    /// The list of dimensions to choose from, while it is there.
    public var picker: Picker?
    /// Whether the whole year's ladder is shown as bars.
    public private(set) var isPicture = false
    /// What was read last; `nil` until it has come.
    public private(set) var figures: OutcomeFigures?
    private var table = FigureGrid()
    private var picture = FigureGrid()
    /// Whether the file has changed since the question under way was asked.
    private var asksAgain = false
    /// Whether the answer is to a change of the file, so that what moved is marked.
    private var marks = false

    /// The dimensions, in the order they are offered.
    static let dimensions: [Dimension] = [
        .kecamatan, .track, .program, .organizer, .funding, .month, .age, .sex, .desa,
    ]

    public init() {}

    public var grid: FigureGrid {
        get { isPicture ? picture : table }
        set { if isPicture { picture = newValue } else { table = newValue } }
    }

    public var takesText: Bool { picker != nil }

    /// Keys wait until the figures they are meant for are there.
    public var holdsKeys: Bool { figures == nil && tickets.isWaiting(for: Self.purpose) }

    private static let purpose = "outcomes"

    public static let keys: [KeyBinding<Self>] =
        pickerKeys + (openKeys + ownKeys + gridKeys).map { $0.only(when: { $0.picker == nil }) }

    /// Opening names, before what the grid has besides: the bottom line of 80 columns names what comes first.
    private static var openKeys: [KeyBinding<Self>] { gridKeys.filter { $0.keys == [.enter] } }

    private static let ownKeys: [KeyBinding<Self>] = [
        KeyBinding(.character("v"), label: \.monitoring.by, run: { $0.openPicker($1) }),
        KeyBinding(
            .character("b"), label: \.monitoring.picture,
            run: { model, context in
                model.isPicture.toggle()
                model.fill(context)
                return []
            }),
        KeyBinding(.escape, label: \.back, run: { _, _ in [.close] }),
    ]

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared: return ask(context)
        case .fileChanged:
            marks = true
            return ask(context)
        case .tick(let today): return figures.map { $0.today != today } == true ? ask(context) : []
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            picker?.resize(rows: Self.pickerRows(resized))
            fit(resized)
            return []
        case .key, .paste: return picker?.type(event) == true ? [] : nil
        case .answered(let ticket, .outcomes(let figures)):
            guard tickets.redeem(ticket) else { return nil }
            return take(figures, context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            (asksAgain, marks) = (false, false)
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        case .woke(let ticket):
            guard tickets.redeem(ticket) else { return nil }
            grid.settle()
            return []
        default: return nil
        }
    }

    // Reading

    /// Asks for the figures, one question at a time, so that a busy file cannot pile them up.
    private mutating func ask(_ context: Context) -> [Effect] {
        let (dimension, year, today) = (dimension, context.year, context.today)
        if figures.map({ $0.year != year || $0.dimension != dimension }) == true {
            figures = nil
        } else if tickets.isWaiting(for: Self.purpose) {
            asksAgain = true
            return []
        }
        asksAgain = false
        return [
            .ask(tickets.take(Self.purpose)) {
                .outcomes(try await OutcomeFigures.read(by: dimension, of: year, today: today, from: $0))
            }
        ]
    }

    private mutating func take(_ newer: OutcomeFigures, _ context: Context) -> [Effect] {
        let marksMoves = marks && figures != nil
        let before = grid.moved
        figures = newer
        fill(context, marksMoves: marksMoves)
        let settling = grid.moved == before ? [] : settleSoon()
        guard asksAgain else {
            marks = false
            return settling
        }
        return settling + ask(context)
    }

    private mutating func fill(_ context: Context, marksMoves: Bool = false) {
        guard let figures else { return }
        let lines = OutcomeLines(figures: figures, context: context)
        let page = isPicture ? OutcomePicture(lines: lines).page : OutcomeTable(lines: lines).page
        grid.take(page.columns, page.rows, footer: page.footer, marksMoves: marksMoves)
        fit(context)
    }

    /// The rows for lines: those of the screen without its heading, the columns' heads and the note.
    private func gridRows(_ context: Context) -> Int { max(2, context.bodyRows - 4) }

    private mutating func fit(_ context: Context) { grid.fit(rows: gridRows(context)) }

    // Choosing a dimension

    private static func pickerRows(_ context: Context) -> Int { max(1, context.bodyRows - 5) }

    private mutating func openPicker(_ context: Context) -> [Effect] {
        let words = context.words
        let choices = Self.dimensions.map { dimension in
            Choice(
                id: dimension.rawValue, label: dimension.name(words.terms),
                note: dimension == self.dimension ? words.participants.active : "")
        }
        picker = Picker(words.regions.chooseRows, choices, isLoading: false, rows: Self.pickerRows(context))
        return []
    }

    public mutating func picked(_ choice: Choice, _ context: Context) -> [Effect] {
        guard let dimension = Dimension(rawValue: choice.id) else { return [] }
        isPicture = false
        guard dimension != self.dimension else {
            fill(context)
            return []
        }
        self.dimension = dimension
        table.restart()
        marks = false
        return ask(context)
    }

    // What is said above and below

    /// What stands above the table.
    public func title(_ context: Context) -> String {
        let words = context.words.outcomes
        return isPicture
            ? words.pictureTitle(context.year)
            : words.title(dimension.name(context.words.terms).lowercased(), context.year)
    }

    public func tableTitle(_ context: Context) -> String { title(context) }

    /// What the highlighted figure counts.
    public func note(_ context: Context) -> String? {
        guard let figures else { return nil }
        let lines = OutcomeLines(figures: figures, context: context)
        guard isPicture else { return OutcomeTable(lines: lines).meaning(ofColumn: grid.column) }
        return OutcomePicture(lines: lines).meaning(ofRow: grid.row?.id)
    }
}

/// What Hasil shows, as it was read.
public struct OutcomeFigures: Sendable {
    public let year: Int
    public let dimension: Dimension
    /// The day up to which checks are due.
    public let today: CalendarDate
    public let lines: [OutcomeLadder]
    /// Everybody of the year, each once.
    public let whole: OutcomeLadder

    static func read(
        by dimension: Dimension, of year: Int, today: CalendarDate, from store: any TrainingStore
    ) async throws -> OutcomeFigures {
        let lines = try await store.ladder(by: dimension, of: year, today: today)
        let whole = try await store.ladder(by: nil, of: year, today: today).first
        return OutcomeFigures(
            year: year, dimension: dimension, today: today, lines: lines.filter { isShown($0, by: dimension) },
            whole: whole ?? OutcomeLadder(code: "", name: nil, counts: [:], workersAbsorbed: 0))
    }

    /// Of what there is much of, lines that nobody came to would only push the others out of sight.
    private static func isShown(_ line: OutcomeLadder, by dimension: Dimension) -> Bool {
        switch dimension {
        case .program, .organizer, .desa: line[.tookPart] > 0
        case .kecamatan, .track, .funding, .month, .sex, .age: true
        }
    }
}
