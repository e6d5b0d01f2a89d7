import Keyboard
import Training
import Words

/// The names behind a number on a screen: which, how many, and what their list is called.
public struct Names: Hashable, Sendable {
    public var figure: Figure
    /// How many lines the list has: the number on the screen.
    public var count: Int
    /// The heading of the list.
    public var title: String

    public init(_ figure: Figure, count: Int, title: String) {
        self.figure = figure
        self.count = count
        self.title = title
    }

    /// Puts the list of names on top.
    public var opening: Effect {
        .open(.participants(ParticipantsModel(query: ParticipantQuery(figure: figure), title: title)))
    }
}

/// One cell of a grid of figures.
public struct FigureCell: Hashable, Sendable {
    /// What it shows.
    public var text: String
    /// The names behind it, where it is a number that counts some.
    public var names: Names?
    /// What sorting compares.
    public var order: Order
    /// How it looks.
    public var look: Look
    /// A bar in place of text.
    public var bar: Bar?
    /// Whether Enter leads on from it to another screen of figures; the screen says where to.
    public var leadsOn = false
    /// What it says where the table leaves as a file.
    public var fact: TableFact

    /// Whether Enter does something on it.
    public var opens: Bool { names != nil || leadsOn }

    /// What sorting compares: numbers with numbers, texts with texts.
    public enum Order: Hashable, Comparable, Sendable {
        case none
        case number(Int)
        case text(String)
    }

    /// How a cell looks, outside the highlight.
    public enum Look: Sendable { case value, muted, label, good, doubt, title }

    /// A count as a bar, with a mark where its target stands.
    public struct Bar: Hashable, Sendable {
        public var count: Int
        public var target: Int?
        /// What a bar across the whole width stands for.
        public var full: Int

        public init(count: Int, target: Int?, full: Int) {
            self.count = count
            self.target = target
            self.full = full
        }
    }

    /// A text.
    public init(_ text: String, look: Look = .value, order: Order? = nil) {
        self.text = text
        self.look = look
        self.order = order ?? .text(text.lowercased())
        fact = text == Self.nothing ? .nothing : TableFact(text.fieldText)
    }

    /// A day; days sort as they follow one another.
    public init(_ date: CalendarDate, look: Look = .value) {
        self.init(date.onScreen, look: look, order: .number(date.daysSince1970))
        fact = .date(date)
    }

    /// A share.
    public init(_ percent: Percent?, text: String?, look: Look = .value) {
        self.init(number: percent?.tenths, text: text, look: look)
        fact = percent.map(TableFact.percent) ?? .nothing
    }

    /// What stands where there is nothing to say.
    private static let nothing = "–"

    /// A number as it is written: without separators it is a year, with a minus it takes away; where something else is
    /// written that opens to so many names, it is that.
    private static func fact(_ number: Int, _ text: String) -> TableFact {
        let digits = text.filter(\.isNumber)
        guard digits == String(number.magnitude) || number == 0 else { return TableFact(text.fieldText) }
        if number >= 1_000, text == digits { return .year(number) }
        let takesAway = text.hasPrefix("−") || text.hasPrefix("-")
        return .number(takesAway ? -abs(number) : number)
    }

    /// A number that opens to names; a blank of it stands as a muted 0.
    public init(_ count: Int, _ figure: Figure, _ title: String, text: String, look: Look = .value) {
        self.text = text
        names = Names(figure, count: count, title: title)
        order = .number(count)
        self.look = count == 0 ? .muted : look
        fact = Self.fact(count, text)
    }

    /// A number that counts no names: a target, a share.
    public init(number: Int?, text: String?, look: Look = .value) {
        self.text = text ?? Self.nothing
        order = number.map(Order.number) ?? .none
        self.look = text == nil ? .muted : look
        fact = number.flatMap { number in text.map { Self.fact(number, $0) } } ?? .nothing
    }

    /// A number that is made of several figures, each with its names on the screen that Enter leads to.
    public init(leadingOn count: Int, text: String, look: Look = .value) {
        self.text = text
        leadsOn = true
        order = .number(count)
        self.look = look
        fact = Self.fact(count, text)
    }

    /// A bar.
    public init(bar: Bar) {
        text = ""
        self.bar = bar
        order = .number(bar.count)
        look = .good
        fact = .number(bar.count)
    }
}

/// One line of a grid of figures.
public struct FigureRow: Hashable, Sendable {
    /// What makes it the same line after the figures were read again.
    public var id: String
    public var cells: [FigureCell]
    /// Whether the cells follow each other as a sentence does, rather than stand in columns.
    public var isSentence: Bool
    /// Which part of the table the line belongs to; lines are sorted within theirs. Sentences have parts of their own, and
    /// are not sorted.
    public var group: Int

    public init(_ id: String, _ cells: [FigureCell], isSentence: Bool = false, group: Int = 0) {
        self.id = id
        self.cells = cells
        self.isSentence = isSentence
        self.group = group
    }
}

/// One column of a grid of figures.
public struct FigureColumn: Hashable, Sendable {
    public var heading: String
    /// The least width, in terminal columns; a column grows to what stands in it.
    public var minimum: Int
    /// The greatest width.
    public var maximum: Int
    /// Whether it leans to the right, as numbers do.
    public var isNumber: Bool
    /// Whether it takes all the width that is left: bars.
    public var isBar: Bool
    /// Whether it stays in sight at the right edge while others move: totals of the lines.
    public var isPinned = false

    /// A column of text.
    public init(_ heading: String, _ minimum: Int, upTo maximum: Int? = nil) {
        self.init(heading, minimum, maximum ?? minimum, isNumber: false)
    }

    private init(_ heading: String, _ minimum: Int, _ maximum: Int, isNumber: Bool, isBar: Bool = false) {
        self.heading = heading
        self.minimum = minimum
        self.maximum = maximum
        self.isNumber = isNumber
        self.isBar = isBar
    }

    /// A column of numbers.
    public static func numbers(_ heading: String, _ minimum: Int = 5, upTo maximum: Int = 14) -> FigureColumn {
        FigureColumn(heading, minimum, maximum, isNumber: true)
    }

    /// A column of bars, in what the others leave.
    public static func bars(_ minimum: Int = 8, upTo maximum: Int = 60) -> FigureColumn {
        FigureColumn("", minimum, maximum, isNumber: false, isBar: true)
    }

    /// The same, staying in sight at the right edge.
    public func pinned() -> FigureColumn {
        var column = self
        column.isPinned = true
        return column
    }
}

/// A table in which every number can be highlighted and opened to its names.
///
/// The first column stays in sight while the others move; the lines of totals stay at the foot while the rest scrolls and is
/// sorted. Where figures are read again, the highlight stays on its line and its column.
public struct FigureGrid: Sendable {
    /// The columns, the first of which names the lines.
    public private(set) var columns: [FigureColumn] = []
    /// The lines that scroll, as they are sorted.
    public private(set) var body = ItemList<FigureRow>()
    /// The lines that stay below them: totals.
    public private(set) var footer: [FigureRow] = []
    /// The highlighted cell's place in its line.
    public private(set) var column = 0
    /// The highlighted line of the footer; `nil` while the highlight is in the body.
    public private(set) var footerIndex: Int?
    /// By which column the lines are sorted, and which way; `nil` for the order they came in.
    public private(set) var sorting: Sorting?
    /// The lines that moved with the last change of the file.
    public private(set) var moved: Set<String> = []
    private var natural: [FigureRow] = []

    /// How lines are sorted.
    public struct Sorting: Hashable, Sendable {
        public var column: Int
        public var isFalling: Bool
    }

    /// A grid with nothing in it yet.
    public init() {}

    /// Whether figures have come.
    public var isEmpty: Bool { natural.isEmpty && footer.isEmpty }

    /// The highlighted line.
    public var row: FigureRow? { footerIndex.map { footer[$0] } ?? body.selected }

    /// The highlighted cell.
    public var cell: FigureCell? { row.flatMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil } }

    /// Every line, the totals last.
    public var rows: [FigureRow] { body.items + footer }

    /// Says how many lines of the body are in sight; the footer has its own.
    public mutating func fit(rows: Int) {
        let rows = max(1, rows - footer.count)
        if body.rows != rows { body.rows = rows }
    }

    /// Takes figures in place of those before.
    ///
    /// - Parameter marksMoves: whether lines whose figures are others than before are marked as moved.
    public mutating func take(
        _ columns: [FigureColumn], _ rows: [FigureRow], footer: [FigureRow] = [], marksMoves: Bool = false
    ) {
        if marksMoves { mark(rows + footer) } else { moved = [] }
        let sight = body.rows + self.footer.count
        follow(into: columns)
        self.columns = columns
        natural = rows
        self.footer = footer
        if let footerIndex { self.footerIndex = footer.isEmpty ? nil : min(footerIndex, footer.count - 1) }
        fit(rows: sight)
        arrange()
        keepColumn()
    }

    /// Keeps the highlight and the sorting on their columns where others came before them: a month, an organizer.
    private mutating func follow(into newer: [FigureColumn]) {
        func place(of column: Int) -> Int {
            guard columns.indices.contains(column) else { return column }
            let heading = columns[column].heading
            if newer.indices.contains(column), newer[column].heading == heading { return column }
            return newer.firstIndex { $0.heading == heading } ?? column
        }
        column = place(of: column)
        if let sorting { self.sorting?.column = place(of: sorting.column) }
    }

    /// Adds marks: one that stands is not taken away by news of something else.
    private mutating func mark(_ rows: [FigureRow]) {
        let before = Dictionary(self.rows.map { ($0.id, $0.counts) }, uniquingKeysWith: { first, _ in first })
        let others = rows.filter { row in before[row.id].map { $0 != row.counts } ?? !before.isEmpty }
        moved.formUnion(others.map(\.id))
    }

    /// Takes the marks of what moved away.
    public mutating func settle() { moved = [] }

    /// Goes back to the first line, the first column and the order the lines come in: for another table.
    public mutating func restart() {
        (sorting, column, footerIndex, moved) = (nil, 0, nil, [])
        natural = []
        footer = []
        arrange()
        body.select(0)
    }

    private mutating func arrange() {
        guard let sorting else { return body.replace(with: natural, sameness: \.id) }
        func order(_ row: FigureRow) -> FigureCell.Order {
            row.cells.indices.contains(sorting.column) ? row.cells[sorting.column].order : .none
        }
        // Lines that are equal stay in the order they came in, whichever way is sorted.
        let sorted = natural.enumerated().sorted { one, other in
            let (group, otherGroup) = (one.element.group, other.element.group)
            if group != otherGroup { return group < otherGroup }
            if one.element.isSentence || other.element.isSentence { return one.offset < other.offset }
            let (first, second) = (order(one.element), order(other.element))
            if first == second { return one.offset < other.offset }
            return sorting.isFalling ? first > second : first < second
        }
        body.replace(with: sorted.map(\.element), sameness: \.id)
    }

    /// Sorts by the highlighted column: numbers from the largest, texts from A; again the other way; then as they came.
    public mutating func sort() {
        let fallsFirst = columns.indices.contains(column) && (columns[column].isNumber || columns[column].isBar)
        switch sorting {
        case Sorting(column: column, isFalling: fallsFirst)?:
            sorting = Sorting(column: column, isFalling: !fallsFirst)
        case Sorting(column: column, isFalling: !fallsFirst)?: sorting = nil
        default: sorting = Sorting(column: column, isFalling: fallsFirst)
        }
        arrange()
    }

    /// Moves the highlight among the lines; below the last one to the totals.
    public mutating func move(_ move: ListMove) {
        switch (move, footerIndex) {
        case (.down, let place?): footerIndex = min(place + 1, footer.count - 1)
        case (.up, let place?): footerIndex = place > 0 ? place - 1 : body.isEmpty ? 0 : nil
        case (.down, nil) where body.cursor.index >= body.items.count - 1 && !footer.isEmpty: footerIndex = 0
        case (.pageUp, _?), (.first, _?):
            footerIndex = nil
            body.move(move)
        case (.last, _) where !footer.isEmpty:
            body.move(.last)
            footerIndex = footer.count - 1
        case (.pageDown, _?): break
        default: body.move(move)
        }
        keepColumn()
    }

    /// Moves the highlight to another cell of its line; what cannot be opened is passed over, but the first.
    public mutating func moveAside(_ step: Int) {
        guard let row else { return }
        var place = column + step
        while row.cells.indices.contains(place) {
            if place == 0 && !row.isSentence || row.cells[place].opens || !row.isSentence && row.cells[place].bar == nil
            {
                column = place
                return
            }
            place += step
        }
    }

    /// Keeps the highlight on a cell that the line has.
    private mutating func keepColumn() {
        guard let row else { return }
        column = min(column, max(0, row.cells.count - 1))
        guard row.isSentence, !row.cells[column].opens else { return }
        column =
            row.cells.indices.filter { row.cells[$0].opens }.min { abs($0 - column) < abs($1 - column) } ?? 0
    }

    /// Highlights a line.
    public mutating func select(_ id: String) {
        if let place = body.items.firstIndex(where: { $0.id == id }) {
            footerIndex = nil
            body.select(place)
        }
        keepColumn()
    }
}

extension FigureRow {
    /// What a change of the file can move.
    fileprivate var counts: [FigureCell.Order] { cells.filter(\.opens).map(\.order) }
}

/// A screen made of a grid of figures.
public protocol FigureScreen: TableScreen {
    var grid: FigureGrid { get set }
    /// What the table is called where it is written to a file.
    func tableTitle(_ context: Context) -> String
}

extension FigureScreen {
    /// What clears the marks of lines that moved.
    static var settling: String { "settling" }

    /// The keys of a grid: moving in both directions, sorting, opening the names behind a number, and writing it to a file.
    static var gridKeys: [KeyBinding<Self>] {
        [
            KeyBinding(
                .enter, label: \.figures.names, when: { $0.grid.cell?.names != nil },
                run: { model, _ in model.grid.cell?.names.map { [$0.opening] } ?? [] }
            ).needs(.names),
            KeyBinding(
                .right, label: \.figures.aside,
                run: { model, _ in
                    model.grid.moveAside(1)
                    return []
                }),
            KeyBinding(
                .left, label: \.figures.aside, onBottomLine: false,
                run: { model, _ in
                    model.grid.moveAside(-1)
                    return []
                }),
            KeyBinding(
                .character("s"), label: \.sort,
                run: { model, _ in
                    model.grid.sort()
                    return []
                }),
        ]
            + KeyBinding.moves { model, move, _ in
                model.grid.move(move)
                return []
            } + [exportKey { !$0.grid.isEmpty }]
    }

    /// Lets marks of lines that moved go after a moment.
    mutating func settleSoon() -> [Effect] {
        grid.moved.isEmpty ? [] : [.wake(tickets.take(Self.settling), after: .seconds(3))]
    }
}
