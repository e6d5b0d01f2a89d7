import Terminal
import ViewModels

/// Which side of its room a text leans to.
enum TextAlignment { case left, right }

/// One column of a table.
struct TableColumn<Row> {
    /// What stands above it.
    let heading: String
    /// The narrowest it can be, in terminal columns.
    let minimum: Int
    /// The widest that is of use.
    let maximum: Int
    /// Which side its text leans to; numbers lean right.
    let alignment: TextAlignment
    /// How soon it goes where the terminal is narrow: 0 never, the highest first.
    let dropped: Int
    /// What it shows of a row in so many terminal columns.
    let text: (Row, Int) -> String
    /// How it looks, outside the highlighted row.
    let style: (Row) -> Style

    init(
        _ heading: String, _ minimum: Int, upTo maximum: Int? = nil, _ alignment: TextAlignment = .left,
        dropped: Int = 0, style: @escaping (Row) -> Style = { _ in Theme.value },
        text: @escaping (Row, Int) -> String
    ) {
        self.heading = heading
        self.minimum = minimum
        self.maximum = max(minimum, maximum ?? minimum)
        self.alignment = alignment
        self.dropped = dropped
        self.style = style
        self.text = text
    }

    init(
        _ heading: String, _ minimum: Int, upTo maximum: Int? = nil, _ alignment: TextAlignment = .left,
        dropped: Int = 0, style: @escaping (Row) -> Style = { _ in Theme.value },
        text: @escaping (Row) -> String
    ) {
        self.init(
            heading, minimum, upTo: maximum, alignment, dropped: dropped, style: style,
            text: { row, _ in text(row) })
    }
}

/// A table: one line of headings, then rows, the highlighted one in reverse from edge to edge.
struct Table<Row> {
    let columns: [TableColumn<Row>]

    init(_ columns: [TableColumn<Row>]) { self.columns = columns }

    /// Columns left free at the left edge and between two columns.
    private let margin = 1
    private let gap = 2

    /// Draws the headings at `top` and the rows in sight beneath.
    ///
    /// - Parameters:
    ///   - items: all rows held; `visible` says which of them are in sight.
    ///   - cursor: the highlighted row, as an index of `items`; `nil` where none is.
    func draw<Rows: RandomAccessCollection>(
        _ items: Rows, visible: Range<Int>, cursor: Int?, into frame: inout Frame, top: Int, width: Int
    ) where Rows.Element == Row, Rows.Index == Int {
        let layout = layout(width: width)
        drawHeadings(layout, into: &frame, row: top, width: width)
        for index in visible where index < items.endIndex {
            draw(
                items[index], layout, highlighted: index == cursor, into: &frame,
                row: top + 1 + index - visible.lowerBound, width: width)
        }
    }

    /// Draws one row by itself: a line of totals, for instance.
    func draw(
        _ item: Row, highlighted: Bool = false, into frame: inout Frame, row: Int, width: Int
    ) {
        draw(item, layout(width: width), highlighted: highlighted, into: &frame, row: row, width: width)
    }

    /// The columns that are shown, each with its width.
    func layout(width: Int) -> [(column: TableColumn<Row>, width: Int)] {
        var shown = Array(columns.enumerated())
        func needed() -> Int {
            margin + shown.map(\.element.minimum).reduce(0, +) + gap * max(0, shown.count - 1)
        }
        while needed() > width,
            let least = shown.filter({ $0.element.dropped > 0 }).max(by: { $0.element.dropped < $1.element.dropped })
        {
            shown.removeAll { $0.offset == least.offset }
        }
        var widths = shown.map(\.element.minimum)
        var spare = width - needed()
        while spare > 0 {
            let growing = shown.indices.filter { widths[$0] < shown[$0].element.maximum }
            guard !growing.isEmpty else { break }
            for place in growing.prefix(spare) {
                widths[place] += 1
                spare -= 1
            }
        }
        return zip(shown, widths).map { ($0.element, $1) }
    }

    private func drawHeadings(
        _ layout: [(column: TableColumn<Row>, width: Int)], into frame: inout Frame, row: Int,
        width: Int
    ) {
        var left = margin
        for (column, room) in layout {
            frame.write(column.heading, in: room, column.alignment, at: left, row, Theme.label)
            left += room + gap
        }
    }

    private func draw(
        _ item: Row, _ layout: [(column: TableColumn<Row>, width: Int)], highlighted: Bool,
        into frame: inout Frame, row: Int, width: Int
    ) {
        var left = margin
        for (column, room) in layout {
            frame.write(
                column.text(item, room), in: room, column.alignment, at: left, row,
                highlighted ? Theme.selected : column.style(item))
            left += room + gap
        }
        if highlighted { frame.restyle(Theme.selected, at: 0, row, width: width) }
    }
}

extension Frame {
    /// Writes text into a stretch of a row; what does not fit ends in `…`.
    mutating func write(
        _ text: String, in width: Int, _ alignment: TextAlignment, at column: Int,
        _ row: Int, _ style: Style
    ) {
        let fitted = text.fitted(width)
        let start = alignment == .right ? column + max(0, width - fitted.columns) : column
        write(fitted, at: start, row, style, width: width)
    }
}

extension String {
    /// The text where it fits into so many terminal columns, else its beginning and `…`.
    func fitted(_ width: Int) -> String {
        guard columns > width else { return self }
        guard width > 0 else { return "" }
        var kept = prefix(columns: width - 1)
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }
}
