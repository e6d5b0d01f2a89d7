/// A screenful of cells: what a screen draws into and the terminal shows. It knows nothing of terminals.
public struct Frame: Hashable, Sendable {
    /// Columns, at least 1.
    public let columns: Int
    /// Rows, at least 1.
    public let rows: Int
    /// Where the cursor stands; `nil` where it is hidden.
    public var cursor: Position?
    private var cells: [Cell]

    /// A place on the screen; both count from 0.
    public struct Position: Hashable, Sendable {
        public var column: Int
        public var row: Int

        public init(column: Int, row: Int) {
            self.column = column
            self.row = row
        }
    }

    /// An empty screenful.
    public init(columns: Int, rows: Int) {
        self.columns = max(1, columns)
        self.rows = max(1, rows)
        cells = Array(repeating: .blank, count: self.columns * self.rows)
    }

    /// One cell. Places outside the frame read as blank, and writing there does nothing.
    ///
    /// Writing over one half of a wide character blanks the other, as terminals do.
    public subscript(column: Int, row: Int) -> Cell {
        get { contains(column, row) ? cells[row * columns + column] : .blank }
        set {
            guard contains(column, row) else { return }
            let index = row * columns + column
            if cells[index].isContinuation != newValue.isContinuation || cells[index].character != newValue.character {
                if cells[index].isContinuation, column > 0, cells[index - 1].character.columns == 2 {
                    cells[index - 1] = Cell(" ", cells[index - 1].style)
                }
                if column + 1 < columns, cells[index + 1].isContinuation {
                    cells[index + 1] = Cell(" ", cells[index + 1].style)
                }
            }
            cells[index] = newValue
        }
    }

    private func contains(_ column: Int, _ row: Int) -> Bool {
        (0..<columns).contains(column) && (0..<rows).contains(row)
    }

    /// Writes text from a place to the right, cut at `width` columns or the frame's edge.
    ///
    /// Control characters are passed over, so that no text can steer the terminal. A character two columns wide takes two
    /// cells, or is left out where only one is free.
    ///
    /// - Returns: the column after the last one written.
    @discardableResult
    public mutating func write(
        _ text: some StringProtocol, at column: Int, _ row: Int, _ style: Style = .plain,
        width: Int = .max
    ) -> Int {
        let limit = end(of: column, width)
        var column = column
        for character in text {
            let wide = character.columns
            guard wide > 0 else { continue }
            guard column + wide <= limit else { break }
            if wide == 2, column >= 0 {
                self[column, row] = Cell(character, style)
                self[column + 1, row] = Cell(continuation: style)
            } else {
                // Of a wide character that begins left of the frame, the half within is blank.
                self[column + wide - 1, row] = Cell(wide == 2 ? " " : character, style)
            }
            column += wide
        }
        return column
    }

    /// Gives the cells of a stretch of a row a style, keeping what they show.
    public mutating func restyle(_ style: Style, at column: Int, _ row: Int, width: Int) {
        for column in stretch(from: column, width) { self[column, row].style = style }
    }

    /// Blanks a stretch of a row.
    public mutating func clear(at column: Int, _ row: Int, width: Int, _ style: Style = .plain) {
        for column in stretch(from: column, width) { self[column, row] = Cell(" ", style) }
    }

    /// The column after a stretch, cut at the frame's edge.
    private func end(of column: Int, _ width: Int) -> Int {
        let (end, isBeyond) = column.addingReportingOverflow(max(0, width))
        return isBeyond ? columns : min(columns, end)
    }

    private func stretch(from column: Int, _ width: Int) -> Range<Int> {
        let start = max(0, column)
        return start..<max(start, end(of: column, width))
    }

    /// The rows as text, without the blanks at their ends: what golden files hold.
    public var text: [String] {
        (0..<rows).map { row in
            var line = ""
            for column in 0..<columns where !self[column, row].isContinuation {
                line.append(self[column, row].character)
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
