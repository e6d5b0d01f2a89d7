import Keyboard
import Training
import Words

/// Wilayah: the year's figure by kecamatan, each opening to its desa and those to the names; by any other dimension, and crossed.
public struct RegionsModel: FigureScreen, PickingScreen {
    public var tickets = TicketBook(screen: 0)
    /// The tables one came through, the one in front last; Esc leads back.
    public internal(set) var levels = [Level(View(rows: .kecamatan))]
    /// The list of dimensions to choose from, while it is there.
    public var picker: Picker?
    /// What the choice is for.
    var picking = Picking.rows
    /// What crossings count.
    public internal(set) var rule = CountingRule.people
    /// Whether tables that are not crossed are shown as bars.
    public internal(set) var isPicture = false
    /// What the bars of the picture are measured against.
    public internal(set) var scale = Scale.target
    /// The questions under way: the totals, and the tracks beside them where those take longer.
    private var totals = Inquiry("totals")
    private var tracks = Inquiry("tracks")

    /// Which table is shown.
    public struct View: Hashable, Sendable {
        /// What its lines are.
        public var rows: Dimension
        /// The kecamatan whose desa the lines are; `nil` for the whole regency.
        public var kecamatan: RegionCode?
        /// What its columns are, where it is a crossing.
        public var columns: Dimension?

        public init(rows: Dimension, kecamatan: RegionCode? = nil, columns: Dimension? = nil) {
            self.rows = rows
            self.kecamatan = kecamatan
            self.columns = columns
        }
    }

    /// A table with its highlight, as it is kept while others lie over it.
    public struct Level: Sendable {
        public let view: View
        var table = FigureGrid()
        var picture = FigureGrid()
        /// What was read last; `nil` until it has come.
        public internal(set) var figures: RegionFigures?
        /// Whether only desa that nobody comes from are shown.
        public internal(set) var showsUnreachedOnly = false

        init(_ view: View) { self.view = view }
    }

    /// What the bars of the picture are measured against.
    public enum Scale: Sendable { case target, residents }

    /// What a dimension is chosen for.
    enum Picking { case rows, columns }

    /// A question that is asked again and again, one at a time, so that a busy file cannot pile them up.
    private struct Inquiry: Sendable {
        let purpose: String
        /// What was asked for last.
        var asked: (view: View, year: Int)?
        /// Whether the file has changed since.
        var asksAgain = false
        /// Whether the answer is to a change of the file, so that what moved is marked.
        var marks = false

        init(_ purpose: String) { self.purpose = purpose }
    }

    public init() {}

    public func tableTitle(_ context: Context) -> String { title(context) }

    /// The table in front.
    public internal(set) var level: Level {
        get { levels[levels.count - 1] }
        set { levels[levels.count - 1] = newValue }
    }

    /// Which table is in front.
    public var view: View { level.view }

    /// Whether the table in front is drawn as bars.
    public var showsPicture: Bool { isPicture && view.columns == nil }

    public var grid: FigureGrid {
        get { showsPicture ? level.picture : level.table }
        set { if showsPicture { level.picture = newValue } else { level.table = newValue } }
    }

    /// Whether the figures of the table in front have come.
    public var isLoaded: Bool { level.figures != nil }

    public var takesText: Bool { picker != nil }

    /// Keys wait until the figures they are meant for are there.
    public var holdsKeys: Bool { !isLoaded && tickets.isWaiting(for: totals.purpose) }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared: return ask(context)
        case .fileChanged:
            totals.marks = true
            return ask(context)
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            picker?.resize(rows: Self.pickerRows(resized))
            fit(resized)
            return []
        case .key, .paste: return picker?.type(event) == true ? [] : nil
        case .answered(let ticket, .regions(let figures)):
            guard tickets.redeem(ticket) else { return nil }
            return take(figures, context)
        case .answered(let ticket, .cross(let cross)):
            guard tickets.redeem(ticket) else { return nil }
            return take(cross, context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            (totals, tracks) = (Inquiry(totals.purpose), Inquiry(tracks.purpose))
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        case .woke(let ticket):
            guard tickets.redeem(ticket) else { return nil }
            grid.settle()
            return []
        default: return nil
        }
    }

    // Reading

    /// Asks for the figures of the table in front.
    mutating func ask(_ context: Context) -> [Effect] {
        let (view, year) = (view, context.year)
        for place in levels.indices where levels[place].figures?.year != year { levels[place].figures = nil }
        guard let ticket = begin(\.totals, view, year) else { return [] }
        return [.ask(ticket) { .regions(try await RegionFigures.read(view, of: year, from: $0)) }]
    }

    private mutating func askTracks(of year: Int) -> [Effect] {
        guard view.asksTracks, let ticket = begin(\.tracks, view, year) else { return [] }
        let rows = view.rows
        return [.ask(ticket) { .cross(try await $0.cross(rows, .track, of: year)) }]
    }

    /// The ticket of a question, unless the same is under way.
    private mutating func begin(_ inquiry: WritableKeyPath<Self, Inquiry>, _ view: View, _ year: Int) -> Ticket? {
        let purpose = self[keyPath: inquiry].purpose
        if let asked = self[keyPath: inquiry].asked, asked == (view, year), tickets.isWaiting(for: purpose) {
            self[keyPath: inquiry].asksAgain = true
            return nil
        }
        self[keyPath: inquiry].asked = (view, year)
        self[keyPath: inquiry].asksAgain = false
        return tickets.take(purpose)
    }

    private mutating func take(_ figures: RegionFigures, _ context: Context) -> [Effect] {
        let marksMoves = totals.marks && isLoaded
        let earlier = level.figures?.cross
        level.figures = figures
        if view.asksTracks {
            level.figures?.cross = earlier
            tracks.marks = tracks.marks || marksMoves
        }
        let settling = show(context, marksMoves: marksMoves) + askTracks(of: figures.year)
        guard totals.asksAgain else {
            totals.marks = false
            return settling
        }
        return settling + ask(context)
    }

    private mutating func take(_ cross: CrossTable, _ context: Context) -> [Effect] {
        let marksMoves = tracks.marks && level.figures?.cross != nil
        level.figures?.cross = cross
        let settling = show(context, marksMoves: marksMoves)
        guard tracks.asksAgain else {
            tracks.marks = false
            return settling
        }
        return settling + askTracks(of: cross.year)
    }

    /// Puts what has come into the table, and lets new marks go after a moment.
    private mutating func show(_ context: Context, marksMoves: Bool) -> [Effect] {
        let before = grid.moved
        fill(context, marksMoves: marksMoves)
        return grid.moved == before ? [] : settleSoon()
    }

    /// Puts the figures at hand into the table in front.
    mutating func fill(_ context: Context, marksMoves: Bool = false) {
        guard let figures = level.figures else { return }
        let page = page(of: figures, context)
        grid.take(page.columns, page.rows, footer: page.footer, marksMoves: marksMoves)
        fit(context)
    }

    // Going through tables

    /// Puts another table on top.
    mutating func push(_ view: View, _ context: Context) -> [Effect] {
        levels.append(Level(view))
        forgetMarks()
        return ask(context)
    }

    /// Shows tables from the kecamatan on, without those that lie over them now.
    mutating func show(_ views: [View], _ context: Context) -> [Effect] {
        levels = [levels[0]] + views.map(Level.init)
        forgetMarks()
        fill(context)
        return ask(context)
    }

    /// Goes back to the table that this one was opened from.
    mutating func goBack(_ context: Context) -> [Effect] {
        levels.removeLast()
        forgetMarks()
        fill(context)
        return ask(context)
    }

    private mutating func forgetMarks() { (totals.marks, tracks.marks) = (false, false) }

    // Room

    /// How many rows of the frame each line takes: two in the picture where that leaves all in sight.
    public func rowsEach(bodyRows: Int) -> Int {
        showsPicture && grid.body.items.count * 2 + grid.footer.count <= gridRows(bodyRows) ? 2 : 1
    }

    /// The rows for lines: those of the screen without its heading, the columns' heads and the note.
    private func gridRows(_ bodyRows: Int) -> Int { max(2, bodyRows - 3) }

    private mutating func fit(_ context: Context) {
        let rows = gridRows(context.bodyRows)
        let isThick = rowsEach(bodyRows: context.bodyRows) == 2
        grid.fit(rows: isThick ? (rows - grid.footer.count) / 2 + grid.footer.count : rows)
    }

    static func pickerRows(_ context: Context) -> Int { max(1, context.bodyRows - 5) }
}
