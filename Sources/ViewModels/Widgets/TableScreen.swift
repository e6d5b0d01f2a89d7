import Keyboard
import Training
import Words

/// A screen that shows a table, which can be written to a file as it is shown: filters and order kept, and all rows.
public protocol TableScreen: Screen {
    /// What there is to write; `nil` where nothing has come yet.
    func exported(_ context: Context) -> ExportOffer?
}

extension TableScreen {
    /// The key that asks where the table is to be written.
    static func exportKey(
        when isAvailable: @escaping @Sendable (Self) -> Bool = { _ in true }
    ) -> KeyBinding<Self> {
        KeyBinding(
            .character("x"), label: \.figures.export, when: isAvailable,
            run: { model, context in model.exported(context).map { [$0.asking(context)] } ?? [] })
    }
}

/// One column of a list that leaves.
struct ExportColumn<Row>: Sendable {
    let heading: String
    let fact: @Sendable (Row) -> TableFact

    init(_ heading: String, _ fact: @escaping @Sendable (Row) -> TableFact) {
        self.heading = heading
        self.fact = fact
    }
}

extension TableExport {
    /// The rows of a list that are in sight, or could be scrolled to.
    init<Row: Sendable>(_ columns: [ExportColumn<Row>], _ rows: [Row], what: String? = nil) {
        self.init(columns, what: what) { _ in rows }
    }

    /// The rows of a list, read anew.
    init<Row: Sendable>(
        _ columns: [ExportColumn<Row>], what: String? = nil,
        reading read: @escaping @Sendable (any TrainingStore) async throws -> [Row]
    ) {
        self.init(columns.map(\.heading), what: what) { store in
            try await read(store).map { row in columns.map { $0.fact(row) } }
        }
    }
}

extension FigureScreen {
    /// The table as it stands: its lines and totals, in the order they are sorted.
    public func exported(_ context: Context) -> ExportOffer? { exported(context, what: nil) }

    /// - Parameter what: what the log calls it, where its lines name people.
    func exported(_ context: Context, what: String?) -> ExportOffer? {
        guard !grid.isEmpty else { return nil }
        let rows = grid.facts
        return ExportOffer(
            .table(TableExport(grid.headings, what: what) { _ in rows }),
            title: tableTitle(context), count: rows.count)
    }
}

extension FigureGrid {
    /// The headings of what leaves: bars only repeat a number.
    fileprivate var headings: [String] { columns.filter { !$0.isBar }.map(\.heading) }

    /// The lines as facts; the sentences among them are no part of the table.
    fileprivate var facts: [[TableFact]] {
        rows.filter { !$0.isSentence }.map { row in
            columns.indices.filter { !columns[$0].isBar }.map { place in
                row.cells.indices.contains(place) ? row.cells[place].fact : .nothing
            }
        }
    }
}
