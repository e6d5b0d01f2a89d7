import Training

/// A report in words and shapes, from which the page and the plain text are written: so both say the same.
///
/// The page's template reads the stored properties by their names.
struct ReportDocument {
    let language: String
    let title: String
    let place: String
    let headline: String
    let story: String
    let gauge: LapGauge?
    let keyFigures: [KeyFigure]
    let sections: [ReportSection]
    let closing: String
}

/// A figure that stands large at the top.
struct KeyFigure {
    let label: String
    let value: String
}

/// A part of the report under a heading.
struct ReportSection {
    /// Its address in the page.
    let anchor: String
    let heading: String
    let lead: String?
    let map: TileMap?
    let tables: [ReportTable]
    /// What has to be known to read it, a sentence each.
    let remarks: [String]
    let hasRemarks: Bool
    /// Whether it is short enough to stand on one sheet of paper.
    let staysTogether: Bool

    /// So many lines of a table stand on a sheet with room to spare.
    private static let linesOfSheet = 32

    init(
        _ anchor: String, _ heading: String, lead: String? = nil, map: TileMap? = nil, tables: [ReportTable] = [],
        remarks: [String] = []
    ) {
        self.anchor = anchor
        self.heading = heading
        self.lead = lead
        self.map = map
        self.tables = tables
        self.remarks = remarks.map(\.strippedOfControls)
        hasRemarks = !remarks.isEmpty
        staysTogether = tables.map(\.rows.count).reduce(0, +) <= Self.linesOfSheet
    }
}

/// A table whose first column names the lines and whose others are figures, with bars where they help.
struct ReportTable {
    /// What it shows, for those who hear the page.
    let caption: String
    let nameHeading: String
    let headings: [Heading]
    /// What the bars show; `nil` for a table without.
    let barHeading: String?
    let rows: [Row]

    struct Heading {
        let label: String
        /// Whether the column is left out where there is little room, as in plain text.
        let isWide: Bool

        init(_ label: String, isWide: Bool = false) {
            self.label = label
            self.isWide = isWide
        }
    }

    struct Row {
        let kind: String
        let rowName: String
        let cells: [Cell]
        let bar: ReportBar?
        let hasBarColumn: Bool
    }

    struct Cell {
        let text: String
        let isWide: Bool
    }

    /// How a line stands out.
    enum Kind: String { case line, part, overlap, total }

    init(
        _ caption: String, name: String, _ headings: [Heading], bars: String? = nil,
        rows: [(kind: Kind, name: String, cells: [String], bar: ReportBar?)]
    ) {
        self.caption = caption
        nameHeading = name
        self.headings = headings
        barHeading = bars
        self.rows = rows.map { row in
            Row(
                kind: row.kind.rawValue, rowName: row.name.strippedOfControls,
                cells: headings.enumerated().map { place, heading in
                    Cell(text: row.cells.indices.contains(place) ? row.cells[place] : "", isWide: heading.isWide)
                }, bar: row.bar, hasBarColumn: bars != nil)
        }
    }
}

/// A bar in a table, with a mark at what it is measured against.
struct ReportBar {
    /// How long it is, in thousandths of the column.
    let length: Int
    /// Where the mark stands, in thousandths of the column.
    let mark: Int?
    /// The same in percent of the column, for the drawing.
    let width: String
    let markAt: String?
    /// What it shows, in words.
    let spokenBar: String

    /// - Parameter full: what a bar through the whole column stands for.
    init(_ count: Int, mark: Int? = nil, full: Int, spoken: String) {
        length = Percent(count, of: full).map { min($0.tenths, 1_000) } ?? 0
        self.mark = mark.flatMap { Percent($0, of: full)?.tenths }
        width = Self.percent(length)
        markAt = self.mark.map(Self.percent)
        spokenBar = spoken.strippedOfControls
    }

    private static func percent(_ thousandths: Int) -> String { "\(thousandths / 10).\(thousandths % 10)" }
}
