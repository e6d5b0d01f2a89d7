import Foundation
import Sheets
import Synchronization
import Training

/// Refused rows as they came in, with the reason beside them: ready to be mended and fed back.
public final class RejectsFile: Sendable {
    private let output: Output
    private let layout: Layout
    private let form: Form

    private enum Form: Sendable {
        case text(CSVDialect, TextEncoding)
        case workbook(Workbook)
    }

    /// A workbook under way; libxlsxwriter is called by one thread at a time.
    private final class Workbook: Sendable {
        private let state: Mutex<WorkbookWriter>
        private let isWhole = Mutex(false)
        /// Where it is made; it goes with this value where it is only on its way elsewhere.
        let place: WorkbookPlace

        init(_ writer: sending WorkbookWriter, at place: WorkbookPlace) {
            state = Mutex(writer)
            self.place = place
        }

        func add(_ cells: [WorkbookCell]) throws(WorkbookFailure) {
            try state.withLock { writer throws(WorkbookFailure) in try writer.add(cells) }
        }

        /// - Returns: whether it was not finished before.
        func finish() throws(WorkbookFailure) -> Bool {
            guard !isWhole.withLock(\.self) else { return false }
            try state.withLock { writer throws(WorkbookFailure) in try writer.finish() }
            isWhole.withLock { $0 = true }
            return true
        }
    }

    /// Begins the file with the roster's own header. A path that ends in `.xlsx`, `.csv` or `.tsv` says the form; any other gets the form that
    /// the roster came in.
    ///
    /// - Throws: ``OutputFailure`` where it can't be written.
    public init(_ path: String, of roster: RosterFile) throws(OutputFailure) {
        output = try Output.file(path)
        layout = Layout(roster.header)
        let ending = (path as NSString).pathExtension.lowercased()
        switch roster.form {
        case .workbook where ending != "csv" && ending != "tsv" && ending != "txt":
            form = try Self.workbook(output, layout)
        case .text where ending == "xlsx": form = try Self.workbook(output, layout)
        case .text(let encoding): form = .text(roster.dialect, encoding)
        case .workbook:
            var dialect = CSVDialect()
            dialect.hasByteOrderMark = true
            if ending == "tsv" { dialect.separator = UInt8(ascii: "\t") }
            form = .text(dialect, .utf8)
        }
        if case .text(let dialect, _) = form {
            let mark = dialect.hasByteOrderMark ? "\u{FEFF}" : ""
            try write(mark + dialect.row(layout.headings))
        }
    }

    private static func workbook(_ output: Output, _ layout: Layout) throws(OutputFailure) -> Form {
        let path = output.path ?? ""
        do throws(WorkbookFailure) {
            let place = try place(of: output)
            return .workbook(
                Workbook(try WorkbookWriter(path: place.path, headings: layout.headings), at: place))
        } catch {
            throw OutputFailure(error, path: path)
        }
    }

    private static func place(of output: Output) throws(WorkbookFailure) -> WorkbookPlace {
        do throws(OutputFailure) { return try output.workbookPlace() } catch {
            throw .cannotWrite(reason: String(describing: error))
        }
    }

    /// Adds a row with what is wrong in it.
    public func add(_ record: SheetRecord, _ rejection: Rejection) throws(OutputFailure) {
        switch form {
        case .text(let dialect, _):
            try write(dialect.row(layout.row(record, rejection, cell: { record[$0] }, text: \.self, empty: "")))
        case .workbook(let workbook):
            let cells = layout.row(
                record, rejection, cell: { record.workbookCell($0) },
                text: { .text($0.guardedAgainstFormulas) }, empty: .empty)
            do throws(WorkbookFailure) { try workbook.add(cells) } catch {
                throw OutputFailure(error, path: output.path ?? "")
            }
        }
    }

    private func write(_ text: String) throws(OutputFailure) {
        guard case .text(_, let encoding) = form, encoding != .utf8 else { return try output.write(text) }
        try output.write(bytes: encoding.bytes(of: text))
    }

    /// Writes the file to its end; only its name is missing. To be called before the rows that are not refused are kept.
    public func secure() throws(OutputFailure) {
        if case .workbook(let workbook) = form {
            let isNew: Bool
            do throws(WorkbookFailure) { isNew = try workbook.finish() } catch {
                throw OutputFailure(error, path: output.path ?? "")
            }
            if isNew { try output.pass(workbook.place) }
        }
        try output.secure()
    }

    /// Puts the file in its place. To be called when the others are kept: it may take the place of the roster itself.
    public func keep() throws(OutputFailure) {
        try secure()
        try output.keep()
    }
}

/// Where the reasons stand beside the cells of a roster.
private struct Layout {
    let headings: [String]
    private let columns: Int
    /// Where each reason goes. Fed back and refused again, a row gets its new reasons in the place of the old ones.
    private let places: [(RosterColumn, Int)]

    init(_ header: RosterHeader) {
        var headings = header.cells
        columns = headings.count
        places = RosterColumn.rejections.map { column in
            if let place = header.place(of: column) { return (column, place) }
            headings.append(column.rawValue)
            return (column, headings.count - 1)
        }
        self.headings = headings
    }

    /// The cells of a refused row and what is wrong with it. What a row has beyond its header stays, to the right of all.
    func row<Cell>(
        _ record: SheetRecord, _ rejection: Rejection, cell: (Int) -> Cell, text: (String) -> Cell, empty: Cell
    ) -> [Cell] {
        var cells = (0..<headings.count).map { $0 < min(columns, record.count) ? cell($0) : empty }
        for (column, place) in places {
            cells[place] =
                switch column {
                case .rejectedRow: text(String(rejection.row))
                case .rejectedColumn: text(rejection.column.rawValue)
                case .rejectedValue: text(rejection.value)
                default: text(rejection.reason)
                }
        }
        if record.count > columns { cells += (columns..<record.count).map(cell) }
        return cells
    }
}

extension SheetRecord {
    /// The cell as a workbook had it: a number stays one, so that what is asked about it is asked again.
    fileprivate func workbookCell(_ cell: Int) -> WorkbookCell {
        let text = self[cell]
        switch kind(of: cell) {
        case .number: if let number = Int(text) { return .plainNumber(number) }
        case .date:
            if let day = CalendarDate(iso: text) { return .date(year: day.year, month: day.month, day: day.day) }
        case .flag: return .flag(text == "TRUE")
        case .text, .failure: break
        }
        return text.isEmpty ? .empty : .text(text)
    }
}
