import Training

/// How tables for people are laid out.
public struct TableStyle: Sendable {
    /// How many columns of a terminal a text takes.
    public var width: @Sendable (String) -> Int
    /// A figure as the language writes it.
    public var number: @Sendable (Int) -> String
    /// A percentage as the language writes it.
    public var percent: @Sendable (Percent) -> String
    /// What `true` and `false` are called.
    public var flag: @Sendable (Bool) -> String

    public init(
        width: @escaping @Sendable (String) -> Int, number: @escaping @Sendable (Int) -> String,
        percent: @escaping @Sendable (Percent) -> String, flag: @escaping @Sendable (Bool) -> String
    ) {
        self.width = width
        self.number = number
        self.percent = percent
        self.flag = flag
    }

    func text(_ cell: Cell) -> String {
        switch cell {
        case .text(let text), .word(_, let text): text?.strippedOfControls ?? ""
        case .number(let number): number.map(self.number) ?? ""
        case .year(let year): String(year)
        case .percent(let percent): percent.map(self.percent) ?? ""
        case .date(let date): date?.onScreen ?? ""
        case .flag(let flag): self.flag(flag)
        case .counts(let counts): counts.map { "\($0.key) \(number($0.count))" }.joined(separator: ", ")
        case .texts(let texts): texts.joined(separator: ", ").strippedOfControls
        }
    }
}

/// A table for people: columns as wide as what stands in them, figures at the right.
struct Table<Row>: Sendable {
    private let columns: [Column<Row>]
    private let style: TableStyle

    init(columns: [Column<Row>], style: TableStyle) {
        self.columns = columns.filter(\.isShown)
        self.style = style
    }

    /// Heading and rows; nothing where there are none.
    func text(_ rows: [Row]) -> String {
        guard let first = rows.first else { return "" }
        let widths = widths(rows)
        let headings = zip(columns, widths).map { column, width in
            padded(column.heading, to: width, right: column.value(first).isFigure)
        }
        return trimmed(headings) + rows.map { line($0, widths) }.joined()
    }

    /// How wide each column must be for its heading and these rows.
    func widths(_ rows: [Row]) -> [Int] {
        columns.map { column in
            rows.map { style.width(style.text(column.value($0))) }.reduce(style.width(column.heading), max)
        }
    }

    /// One row.
    func line(_ row: Row, _ widths: [Int]) -> String {
        trimmed(
            zip(columns, widths).map { column, width in
                let cell = column.value(row)
                return padded(style.text(cell), to: width, right: cell.isFigure)
            })
    }

    private func padded(_ text: String, to width: Int, right: Bool) -> String {
        let blanks = String(repeating: " ", count: max(0, width - style.width(text)))
        return right ? blanks + text : text + blanks
    }

    private func trimmed(_ cells: [String]) -> String {
        var text = cells.joined(separator: "  ")
        while text.last == " " { text.removeLast() }
        return text + "\n"
    }
}

extension Cell {
    /// Whether the cell is a figure, which stands at the right of its column.
    fileprivate var isFigure: Bool {
        switch self {
        case .number, .percent: true
        case .text, .word, .year, .date, .flag, .texts, .counts: false
        }
    }
}
