import Terminal
import ViewModels

extension FigureGrid {
    private var margin: Int { 1 }
    private var gap: Int { 2 }

    /// How many rows of the frame the grid takes where `rows` of its lines are in sight.
    static let headRows = 1

    /// Draws the lines in sight from `top` on, and the lines of totals below them.
    ///
    /// Headings stand over the table: below the sentences that lead to it.
    ///
    /// - Parameters:
    ///   - gap: how many blank lines stand between those sentences and the headings.
    ///   - rowsEach: how many rows of the frame a line of the table takes; its bars are as thick.
    func draw(into frame: inout Frame, top: Int, width: Int, gap: Int = 0, rowsEach: Int = 1) {
        // The last column of the frame is left for the arrow that says more is to the right.
        let layout = layout(width: width - 1)
        let visible = body.visible
        let lead = visible.prefix { body.items[$0].isSentence }.count
        let headings = top + lead + (lead > 0 ? gap : 0)
        drawHeadings(layout, into: &frame, headings, width)
        drawHiddenLines(visible, into: &frame, headings, width)
        for index in visible {
            let place = index - visible.lowerBound
            let line = place < lead ? top + place : headings + 1 + (place - lead) * rowsEach
            draw(
                body.items[index], layout, isHighlighted: footerIndex == nil && index == body.cursor.index,
                into: &frame, line, width)
            if rowsEach > 1 { thickenBars(of: body.items[index], layout, into: &frame, line + 1) }
        }
        for (index, row) in footer.enumerated() {
            draw(
                row, layout, isHighlighted: footerIndex == index, into: &frame,
                headings + 1 + (visible.count - lead) * rowsEach + index, width, base: Theme.title)
        }
    }

    /// Half a row more of each bar, so that a gap stays between one line's and the next.
    private func thickenBars(of row: FigureRow, _ layout: Layout, into frame: inout Frame, _ line: Int) {
        for (place, left, room) in layout where row.cells.indices.contains(place) {
            guard let bar = row.cells[place].bar else { continue }
            let text = CountBar(count: bar.count, target: bar.target, full: bar.full).lowerText(width: room)
            frame.write(text, at: left, line, Theme.style(of: row.cells[place].look), width: room)
        }
    }

    /// How many lines are out of sight above and below, where the headings leave room to say so.
    private func drawHiddenLines(_ visible: Range<Int>, into frame: inout Frame, _ row: Int, _ width: Int) {
        let (above, below) = (visible.lowerBound, body.items.count - visible.upperBound)
        let text = [above > 0 ? "▲\(above)" : nil, below > 0 ? "▼\(below)" : nil].compactMap(\.self)
            .joined(separator: " ")
        let start = width - 2 - text.columns
        guard !text.isEmpty, (start - 1..<width - 1).allSatisfy({ frame[$0, row].character == " " }) else { return }
        frame.write(text, at: start, row, Theme.muted)
    }

    private typealias Layout = [(column: Int, left: Int, width: Int)]

    /// The first column, then as many of the others as fit, the highlighted one among them, and the pinned ones.
    private func layout(width: Int) -> Layout {
        guard let first = columns.first else { return [] }
        var widths = columns.indices.map(self.width)
        let others = columns.indices.dropFirst()
        let pinned = others.filter { columns[$0].isPinned }
        let moving = others.filter { !columns[$0].isPinned }
        func room(_ places: some Sequence<Int>) -> Int { places.map { widths[$0] + gap }.reduce(0, +) }
        // A name gives way down to its least width before a figure goes.
        let all = margin + widths[0] + room(others)
        if all > width { widths[0] = max(first.minimum, widths[0] - (all - width)) }
        let free = width - margin - widths[0] - room(pinned)
        var start = 0
        let sought = row?.isSentence == true ? nil : moving.firstIndex(of: column)
        while let sought, start < sought, room(moving[start...sought]) > free { start += 1 }
        var shown: [Int] = []
        for place in moving.dropFirst(start) {
            guard room(shown + [place]) <= free else {
                // Text gives way down to its least width before it goes.
                let spare = free - room(shown) - gap - margin
                if !columns[place].isNumber, spare >= columns[place].minimum {
                    widths[place] = spare
                    shown.append(place)
                }
                break
            }
            shown.append(place)
        }
        var layout: Layout = [(0, margin, widths[0])]
        var left = margin + widths[0] + gap
        for place in shown + pinned {
            layout.append((place, left, widths[place]))
            left += widths[place] + gap
        }
        widen(&layout, to: width - (left - gap))
        return layout
    }

    /// Gives bars, or else the names, what is left.
    private func widen(_ layout: inout Layout, to spare: Int) {
        guard spare > 0 else { return }
        let place = layout.firstIndex { columns[$0.column].isBar } ?? 0
        let column = columns[layout[place].column]
        let more = min(spare, max(0, column.maximum - layout[place].width))
        layout[place].width += more
        for later in layout.indices where later > place { layout[later].left += more }
    }

    private func width(_ place: Int) -> Int {
        let column = columns[place]
        guard !column.isBar else { return column.minimum }
        let texts = rows.filter { !$0.isSentence && $0.cells.indices.contains(place) }.map {
            $0.cells[place].text.columns
        }
        return min(column.maximum, max(column.minimum, heading(place).columns, texts.max() ?? 0))
    }

    /// The heading of a column, with the arrow of the one that is sorted by.
    private func heading(_ place: Int) -> String {
        guard let sorting, sorting.column == place else { return columns[place].heading }
        return columns[place].heading + (sorting.isFalling ? "▼" : "▲")
    }

    private func drawHeadings(_ layout: Layout, into frame: inout Frame, _ row: Int, _ width: Int) {
        for (place, left, room) in layout {
            frame.write(
                heading(place), in: room, columns[place].isNumber ? .right : .left, at: left, row, Theme.label)
        }
        drawHidden(layout, into: &frame, row, width)
    }

    /// Arrows where columns are out of sight: left of the first that moves, right of the last.
    private func drawHidden(_ layout: Layout, into frame: inout Frame, _ row: Int, _ width: Int) {
        let moving = columns.indices.dropFirst().filter { !columns[$0].isPinned }
        guard let shown = layout.dropFirst().first(where: { !columns[$0.column].isPinned }),
            let last = layout.last(where: { !columns[$0.column].isPinned })
        else { return }
        if let first = moving.first, shown.column > first {
            frame.write("‹", at: shown.left - 1, row, Theme.key)
        }
        if let end = moving.last, last.column < end {
            frame.write("›", at: min(last.left + last.width, width - 1), row, Theme.key)
        }
    }

    private func draw(
        _ row: FigureRow, _ layout: Layout, isHighlighted: Bool, into frame: inout Frame, _ line: Int, _ width: Int,
        base: Style? = nil
    ) {
        if row.isSentence { return drawSentence(row, isHighlighted: isHighlighted, into: &frame, line, width) }
        for (place, left, room) in layout where row.cells.indices.contains(place) {
            let cell = row.cells[place]
            let text = cell.bar.map { CountBar(count: $0.count, target: $0.target, full: $0.full).text(width: room) }
            frame.write(
                text ?? cell.text, in: room, columns[place].isNumber ? .right : .left, at: left, line,
                base ?? Theme.style(of: cell.look))
        }
        guard isHighlighted else { return drawMark(of: row, into: &frame, line) }
        // The name and the figure are highlighted together, so that the line can be followed across a wide table.
        if column == 0 {
            frame.restyle(Theme.selected, at: 0, line, width: width)
        } else if let cell = layout.first(where: { $0.column == column }) {
            frame.restyle(Theme.selected, at: layout[0].left, line, width: layout[0].width)
            frame.restyle(Theme.selected, at: cell.left, line, width: cell.width)
        }
        drawMark(of: row, into: &frame, line)
    }

    /// A line that moved a moment ago.
    private func drawMark(of row: FigureRow, into frame: inout Frame, _ line: Int) {
        if moved.contains(row.id) { frame.write("●", at: 0, line, Theme.good) }
    }

    private func drawSentence(
        _ row: FigureRow, isHighlighted: Bool, into frame: inout Frame, _ line: Int, _ width: Int
    ) {
        var left = margin
        let cells = Array(row.cells.enumerated())
        for (place, cell) in cells.dropFirst(isHighlighted ? hidden(in: row, width) : 0) {
            let isCell = isHighlighted && place == column && cell.opens
            let style = isCell ? Theme.selected : Theme.style(of: cell.look)
            guard let bar = cell.bar else {
                left = frame.write(cell.text.fitted(width - left - 1), at: left, line, style)
                continue
            }
            let text = CountBar(count: bar.count, target: bar.target, full: bar.full).text(
                width: min(40, width - left - 1))
            left = frame.write(text, at: left, line, style)
        }
        // A sentence in which nothing opens is highlighted whole, so that the highlight is always in sight.
        if isHighlighted, row.cells.allSatisfy({ $0.names == nil }) {
            frame.restyle(Theme.selected, at: 0, line, width: width)
        }
        drawMark(of: row, into: &frame, line)
    }

    /// How many cells at the start of a sentence give way, so that the highlighted one is in sight.
    private func hidden(in row: FigureRow, _ width: Int) -> Int {
        let ends = row.cells.prefix(column + 1).map(\.text.columns)
        var (hidden, total) = (0, margin + ends.reduce(0, +))
        while total > width - 1, hidden < column {
            total -= ends[hidden]
            hidden += 1
        }
        return hidden
    }
}

extension Theme {
    /// How a cell of a grid looks.
    static func style(of look: FigureCell.Look) -> Style {
        switch look {
        case .value: value
        case .muted: muted
        case .label: label
        case .good: gauge
        case .doubt: doubt
        case .title: title
        }
    }
}
