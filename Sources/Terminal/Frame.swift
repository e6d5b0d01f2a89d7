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
    public subscript(column: Int, row: Int) -> Cell {
        get { contains(column, row) ? cells[row * columns + column] : .blank }
        set { if contains(column, row) { cells[row * columns + column] = newValue } }
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
        let limit = min(columns, width >= columns ? columns : column + width)
        var column = column
        for character in text {
            let wide = character.columns
            guard wide > 0 else { continue }
            guard column + wide <= limit else { break }
            self[column, row] = Cell(character, style)
            if wide == 2 { self[column + 1, row] = Cell(continuation: style) }
            column += wide
        }
        return column
    }

    /// Gives the cells of a stretch of a row a style, keeping what they show.
    public mutating func restyle(_ style: Style, at column: Int, _ row: Int, width: Int) {
        for column in column..<min(columns, column + max(0, width)) { self[column, row].style = style }
    }

    /// Blanks a stretch of a row.
    public mutating func clear(at column: Int, _ row: Int, width: Int, _ style: Style = .plain) {
        for column in column..<min(columns, column + max(0, width)) {
            self[column, row] = Cell(" ", style)
        }
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

/// One place on the screen: a character and how it looks.
public struct Cell: Hashable, Sendable {
    /// One grapheme; a space in a blank cell.
    public let character: Character
    /// How it looks.
    public var style: Style
    /// Whether this is the right half of the character to its left.
    public let isContinuation: Bool

    /// A cell that shows a character.
    public init(_ character: Character, _ style: Style) {
        self.character = character
        self.style = style
        isContinuation = false
    }

    init(continuation style: Style) {
        character = " "
        self.style = style
        isContinuation = true
    }

    static let blank = Cell(" ", .plain)
}

/// How a cell looks. A terminal without colour shows bold, reverse and underline alone, so meaning never hangs on colour only.
public struct Style: Hashable, Sendable {
    /// The eight colours that every colour terminal has.
    public enum Color: Int, Hashable, Sendable {
        case black, red, green, yellow, blue, magenta, cyan, white
    }

    /// `nil` is the terminal's own.
    public var foreground: Color?
    /// `nil` is the terminal's own.
    public var background: Color?
    public var isBold = false
    public var isDim = false
    public var isReverse = false
    public var isUnderlined = false

    public init(
        _ foreground: Color? = nil, on background: Color? = nil, bold: Bool = false,
        dim: Bool = false, reverse: Bool = false, underlined: Bool = false
    ) {
        self.foreground = foreground
        self.background = background
        isBold = bold
        isDim = dim
        isReverse = reverse
        isUnderlined = underlined
    }

    /// The terminal's own colours.
    public static let plain = Style()
}

extension Character {
    /// How many columns a terminal gives the character: 0 for controls and lone marks, 2 for East Asian wide ones, else 1.
    public var columns: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .nonspacingMark,
            .enclosingMark, .unassigned:
            return 0
        default: break
        }
        if unicodeScalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
        return Self.wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    /// The wide and fullwidth blocks of Unicode's East Asian Width.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
        0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD,
    ]
}

extension StringProtocol {
    /// How many columns the text takes on a terminal.
    public var columns: Int { reduce(0) { $0 + $1.columns } }
}
