import Sheets
import Synchronization
import Training

/// The forms in which a command gives its data.
public enum ListFormat: String, CaseIterable, Sendable {
    /// Columns for people.
    case table
    /// Comma-separated values.
    case csv
    /// JSON.
    case json
}

/// What stands in one cell of a list.
public enum Cell: Sendable {
    case text(String?)
    /// A word of the field: its identifier for programs, its name for people.
    case word(String?, shown: String?)
    case number(Int?)
    /// A year: a number that is written without separators.
    case year(Int)
    case percent(Percent?)
    case date(CalendarDate?)
    case flag(Bool)
    /// Several texts.
    case texts([String])
    /// Several figures, each with its name.
    case counts([(key: String, count: Int)])

    var json: JSONValue {
        switch self {
        case .text(let text), .word(let text, _): .text(text)
        case .number(let number): .number(number)
        case .year(let year): .int(year)
        case .percent(let percent): .percent(percent)
        case .date(let date): .date(date)
        case .flag(let flag): .bool(flag)
        case .texts(let texts): .array(texts.map(JSONValue.string))
        case .counts(let counts): .object(counts.map { ($0.key, .int($0.count)) })
        }
    }

    /// The cell for another program: plain digits, ISO dates, empty where there is nothing.
    var machine: String {
        if case .texts(let texts) = self { texts.joined(separator: " ").guardedAgainstFormulas } else { json.cell }
    }

    /// Adds the cell for another program to a row of comma-separated values.
    func write(to bytes: inout [UInt8], _ dialect: CSVDialect) {
        switch self {
        case .text(nil), .word(nil, _), .number(nil), .percent(nil), .date(nil): break
        case .text(let text?), .word(let text?, _):
            // What neither begins as a formula does nor holds a sign that means something goes out as it is.
            let first = text.utf8.first ?? 0
            let isHarmless = (0x30...0x39).contains(first) || (0x41...0x5A).contains(first & 0xDF)
            guard !isHarmless || !bytes.appendPlain(text, except: dialect.separator) else { return }
            dialect.add(machine, to: &bytes)
        case .date(let date?): bytes += date.description.utf8
        default: dialect.add(machine, to: &bytes)
        }
    }

    /// The cell of a workbook: numbers, days and shares as such, all else as text. Texts are guarded there as well, since
    /// what is a harmless text in a workbook is a formula again once it is saved as comma-separated values.
    var workbook: WorkbookCell {
        switch self {
        case .number(let number?): .number(number)
        case .year(let year): .plainNumber(year)
        case .percent(let percent?): .permille(percent.tenths)
        case .date(let date?): .date(year: date.year, month: date.month, day: date.day)
        case .flag(let flag): .flag(flag)
        case .number(nil), .percent(nil), .date(nil): .empty
        case .text, .word, .texts, .counts: machine.isEmpty ? .empty : .text(machine)
        }
    }
}

/// One column of a list: what it is called by programs and by people, and what it says of a row.
public struct Column<Row>: Sendable {
    /// The key in JSON and the header in comma-separated values: English, snake_case.
    public let key: String
    /// The heading for people.
    public let heading: String
    /// Whether the column stands in tables too, or only where a program reads.
    public let isShown: Bool
    /// What it says of a row.
    public let value: @Sendable (Row) -> Cell

    /// - Parameter isShown: whether people see it in a table as well.
    public init(_ key: String, _ heading: String, isShown: Bool = true, _ value: @escaping @Sendable (Row) -> Cell) {
        self.key = key
        self.heading = heading
        self.isShown = isShown
        self.value = value
    }
}

/// Writes a list row by row as a table, comma-separated values, a workbook or a JSON array. Memory does not grow with the list.
public final class ListWriter<Row: Sendable>: Sendable {
    private let form: Form
    private let columns: [Column<Row>]
    private let table: Table<Row>
    private let output: Output
    private let state = Mutex(State())

    private enum Form: Sendable {
        case table, json, workbook
        case csv(CSVDialect)
    }

    /// Rows of a table wait until their columns' widths are known; from then on they go out as they come.
    private struct State {
        var count = 0
        /// What was written and not handed on yet.
        var bytes: [UInt8] = []
        var waiting: [Row] = []
        var widths: [Int]?
        var workbook: (writer: WorkbookWriter, place: WorkbookPlace)?

        /// What waits to be handed on, where that is so many bytes.
        mutating func taken(atLeast count: Int) -> [UInt8] {
            guard bytes.count >= count else { return [] }
            var taken: [UInt8] = []
            taken.reserveCapacity(bytes.capacity)
            swap(&taken, &bytes)
            return taken
        }
    }

    /// How many bytes are handed on at once.
    private static var piece: Int { 1 << 15 }

    /// How many rows settle the widths of a table's columns.
    private static var sampled: Int { 500 }

    /// A list that goes to `output` in the form asked for.
    public convenience init(_ format: ListFormat, columns: [Column<Row>], style: TableStyle, to output: Output) {
        let form: Form =
            switch format {
            case .table: .table
            case .csv: .csv(CSVDialect())
            case .json: .json
            }
        self.init(form, columns, style, output)
    }

    /// A list that leaves. In a file, comma-separated values begin with U+FEFF, by which spreadsheets know that they are
    /// UTF-8; programs that read standard output get them without.
    public convenience init(
        exporting format: ExportFormat, columns: [Column<Row>], style: TableStyle, to output: Output
    ) {
        var dialect = CSVDialect()
        dialect.hasByteOrderMark = output.path != nil
        let form: Form =
            switch format {
            case .csv: .csv(dialect)
            case .xlsx: .workbook
            case .json: .json
            }
        self.init(form, columns, style, output)
    }

    private init(_ form: Form, _ columns: [Column<Row>], _ style: TableStyle, _ output: Output) {
        self.form = form
        self.columns = columns
        table = Table(columns: columns, style: style)
        self.output = output
    }

    /// Adds a row.
    public func add(_ row: Row) throws(OutputFailure) { try add(rows: [row]) }

    /// Adds rows, all of which are written before the first goes out: a few hundred at most.
    // Of all lists, that of everybody is long enough for code of its own to matter: it takes a seventh off an export.
    @specialized(where Row == Stored<Participant>)
    func add(rows: [Row]) throws(OutputFailure) {
        if case .workbook = form {
            for row in rows { try addToWorkbook(row) }
            return
        }
        let bytes = state.withLock { state -> [UInt8] in
            for row in rows {
                state.count += 1
                switch form {
                case .json:
                    state.bytes += (state.count == 1 ? "[\n" : ",\n").utf8
                    JSONValue.write(row, columns, to: &state.bytes)
                case .csv(let dialect):
                    if state.count == 1 { state.bytes += header(dialect).utf8 }
                    writeLine(of: row, dialect, to: &state.bytes)
                case .table: state.bytes += tableText(adding: row, to: &state).utf8
                case .workbook: break
                }
            }
            return state.taken(atLeast: Self.piece)
        }
        if !bytes.isEmpty { try output.write(bytes: bytes) }
    }

    @specialized(where Row == Stored<Participant>)
    private func writeLine(of row: Row, _ dialect: CSVDialect, to bytes: inout [UInt8]) {
        var isFirst = true
        for column in columns {
            if !isFirst { bytes.append(dialect.separator) }
            isFirst = false
            column.value(row).write(to: &bytes, dialect)
        }
        dialect.endRow(&bytes)
    }

    /// Ends the list. What was written goes out.
    public func finish() throws(OutputFailure) {
        if case .workbook = form { return try finishWorkbook() }
        let bytes = state.withLock { state -> [UInt8] in
            switch form {
            case .json: state.bytes += (state.count == 0 ? "[]\n" : "\n]\n").utf8
            case .csv(let dialect): if state.count == 0 { state.bytes += header(dialect).utf8 }
            case .table: state.bytes += settled(&state).utf8
            case .workbook: break
            }
            return state.taken(atLeast: 0)
        }
        try output.write(bytes: bytes)
        try output.flush()
    }

    private func header(_ dialect: CSVDialect) -> String {
        (dialect.hasByteOrderMark ? "\u{FEFF}" : "") + dialect.row(columns.map(\.key))
    }

    // MARK: Workbooks

    private func addToWorkbook(_ row: Row) throws(OutputFailure) {
        let cells = columns.map { $0.value(row).workbook }
        try withWorkbook { writer, _ throws(WorkbookFailure) in try writer.add(cells) }
    }

    private func finishWorkbook() throws(OutputFailure) {
        let place = try withWorkbook { writer, place throws(WorkbookFailure) in
            try writer.finish()
            return place
        }
        try output.pass(place)
    }

    /// Hands the workbook on, which is begun with the first row.
    private func withWorkbook<Result: Sendable>(
        _ body: (WorkbookWriter, WorkbookPlace) throws(WorkbookFailure) -> Result
    ) throws(OutputFailure) -> Result {
        let path = output.path ?? "stdout"
        return try state.withLock { state throws(OutputFailure) in
            do throws(WorkbookFailure) {
                if let (writer, place) = state.workbook { return try body(writer, place) }
            } catch {
                throw OutputFailure(error, path: path)
            }
            let place = try output.workbookPlace()
            do throws(WorkbookFailure) {
                let writer = try WorkbookWriter(path: place.path, headings: columns.map(\.key))
                state.workbook = (writer, place)
                return try body(writer, place)
            } catch {
                throw OutputFailure(error, path: path)
            }
        }
    }

    // MARK: Tables

    private func tableText(adding row: Row, to state: inout State) -> String {
        if let widths = state.widths { return table.line(row, widths) }
        state.waiting.append(row)
        return state.waiting.count < Self.sampled ? "" : settled(&state)
    }

    /// The heading and the rows that waited, with the widths that they settle.
    private func settled(_ state: inout State) -> String {
        guard state.widths == nil, !state.waiting.isEmpty else { return "" }
        defer {
            state.widths = table.widths(state.waiting)
            state.waiting = []
        }
        return table.text(state.waiting)
    }
}
