import CXlsxWriter
import CZip
import Foundation

/// Why a workbook can't be written.
public enum WorkbookFailure: Error, Hashable, Sendable {
    /// The file can't be written; the system's own words.
    case cannotWrite(reason: String)
    /// There are more rows than a sheet holds, which is so many under its heading.
    case tooManyRows(most: Int)
    /// A text is longer than a cell holds. The row counts as a spreadsheet does, with the heading as row 1.
    case textTooLong(row: Int, column: String, length: Int, most: Int)
}

/// What stands in one cell of a workbook.
public enum WorkbookCell: Hashable, Sendable {
    case empty
    /// Always text, whatever it looks like: digits stay digits, and nothing is a formula.
    case text(String)
    /// A count, with separators of thousands.
    case number(Int)
    /// A number without separators: a year.
    case plainNumber(Int)
    /// Tenths of a percent: 3876 shows as 387,6 %.
    case permille(Int)
    /// A day, as a spreadsheet counts days; before 1900, where it counts none, the day in ISO 8601.
    case date(year: Int, month: Int, day: Int)
    case flag(Bool)
}

/// Writes a workbook of one sheet, row by row, in memory that does not grow with it.
///
/// The heading stays in sight, and columns can be filtered.
public final class WorkbookWriter {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let path: String
    private let headings: [String]
    private var widths: [Int]
    private var rows = 1
    private var isOpen = true

    private let title: UnsafeMutablePointer<lxw_format>?
    private let count: UnsafeMutablePointer<lxw_format>?
    private let percent: UnsafeMutablePointer<lxw_format>?
    private let day: UnsafeMutablePointer<lxw_format>?

    /// The most rows under the heading.
    public static let mostRows = 1_048_575
    /// The most characters of a cell, as a spreadsheet counts them: in UTF-16.
    public static let longestText = 32_767
    /// How many rows settle the widths of the columns.
    private static let sampled = 500
    /// Beyond this, a column is cut off on the screen rather than wider.
    private static let widest = 60

    /// A workbook that takes the place of the file at `path`, whose rights it keeps.
    ///
    /// Rows wait in a file without a name in the same folder.
    public init(path: String, headings: [String]) throws(WorkbookFailure) {
        errno = 0
        let folder = (path as NSString).deletingLastPathComponent
        let made = (folder.isEmpty ? "." : folder).withCString { folder in
            // The library copies the folder's name, and only reads it.
            var options = lxw_workbook_options(
                constant_memory: 1, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 1)
            return workbook_new_opt(path, &options)
        }
        guard let made else { throw Self.failure() }
        guard let sheet = workbook_add_worksheet(made, "silat") else {
            let failure = Self.failure()
            lxw_workbook_free(made)
            throw failure
        }
        workbook = made
        self.sheet = sheet
        self.path = path
        self.headings = headings
        // Room for the mark that opens the filter.
        widths = headings.map { $0.count + 3 }
        title = workbook_add_format(made)
        count = workbook_add_format(made)
        percent = workbook_add_format(made)
        day = workbook_add_format(made)
        format_set_bold(title)
        format_set_bottom(title, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_num_format(count, "#,##0")
        format_set_num_format(percent, "0.0%")
        format_set_num_format(day, "dd-mm-yyyy")
        for (place, heading) in headings.enumerated() {
            try check(worksheet_write_string(sheet, 0, UInt16(place), Self.escaped(heading), title))
        }
    }

    deinit {
        if isOpen { lxw_workbook_free(workbook) }
    }

    /// Adds a row; one cell for each heading.
    public func add(_ cells: [WorkbookCell]) throws(WorkbookFailure) {
        guard rows <= Self.mostRows else { throw .tooManyRows(most: Self.mostRows) }
        for (place, cell) in cells.enumerated() {
            let shown = try write(cell, UInt32(rows), UInt16(place))
            if rows <= Self.sampled { widths[place] = max(widths[place], shown + 1) }
        }
        rows += 1
    }

    /// Writes the file. Nothing can be added after that.
    public func finish() throws(WorkbookFailure) {
        guard let last = UInt16(exactly: headings.count - 1) else { return }
        worksheet_freeze_panes(sheet, 1, 0)
        try check(worksheet_autofilter(sheet, 0, 0, UInt32(rows - 1), last))
        for (place, width) in widths.enumerated() {
            let width = Double(min(width, Self.widest))
            try check(worksheet_set_column(sheet, UInt16(place), UInt16(place), width, nil))
        }
        // On paper: A4 across, as wide as the page, with the heading on each.
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_repeat_rows(sheet, 0, 0)
        try checkRows()
        isOpen = false
        errno = 0
        let (result, reason) = StandardErrorSilence.around { (workbook_close(workbook), errno) }
        guard result == LXW_NO_ERROR else { throw Self.failure(reason, result) }
        try checkArchive()
    }

    // MARK: Cells

    /// Writes one cell.
    ///
    /// - Returns: how wide it shows, in characters.
    private func write(_ cell: WorkbookCell, _ row: UInt32, _ column: UInt16) throws(WorkbookFailure) -> Int {
        switch cell {
        case .empty: return 0
        case .text(let text): return try write(text, row, column)
        case .number(let number): return try write(number, count, row, column)
        case .plainNumber(let number): return try write(number, nil, row, column)
        case .permille(let tenths):
            try check(worksheet_write_number(sheet, row, column, Double(tenths) / 1000, percent))
            return String(tenths).count + 3
        case .date(let year, let month, let date):
            guard (1900...9999).contains(year) else {
                return try write(Self.iso(year, month, date), row, column)
            }
            var moment = lxw_datetime(
                year: Int32(year), month: Int32(month), day: Int32(date), hour: 0, min: 0, sec: 0)
            try check(worksheet_write_datetime(sheet, row, column, &moment, day))
            return 10
        case .flag(let flag):
            try check(worksheet_write_boolean(sheet, row, column, flag ? 1 : 0, nil))
            return 5
        }
    }

    private func write(_ text: String, _ row: UInt32, _ column: UInt16) throws(WorkbookFailure) -> Int {
        let length = text.utf8.count > Self.longestText ? text.utf16.count : 0
        let escaped = Self.escaped(text)
        guard length <= Self.longestText, escaped.unicodeScalars.count <= Self.longestText else {
            throw .textTooLong(
                row: rows + 1, column: headings[Int(column)], length: text.utf16.count, most: Self.longestText)
        }
        if !escaped.isEmpty { try check(worksheet_write_string(sheet, row, column, escaped, nil)) }
        return rows <= Self.sampled ? text.split(whereSeparator: \.isNewline).map(\.count).max() ?? 0 : 0
    }

    private func write(
        _ number: Int, _ format: UnsafeMutablePointer<lxw_format>?, _ row: UInt32, _ column: UInt16
    ) throws(WorkbookFailure) -> Int {
        // A spreadsheet's numbers have 15 digits; longer ones keep theirs as text.
        guard number.magnitude < 1_000_000_000_000_000 else { return try write(String(number), row, column) }
        try check(worksheet_write_number(sheet, row, column, Double(number), format))
        let digits = String(number).count
        return digits + digits / 3
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        [(year, 4), (month, 2), (day, 2)].map { number, width in
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }.joined(separator: "-")
    }

    /// The text as a workbook can hold it. What XML has no place for stands as `_x0000_`, which spreadsheets read back, and
    /// so does the beginning of a text that looks like such a mark itself. The library does it for the other controls.
    private static func escaped(_ text: String) -> String {
        let needsCare = text.unicodeScalars.contains { $0 == "_" || $0.value == 0 || $0.value & 0xFFFE == 0xFFFE }
        guard needsCare else { return text }
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.reduce(into: "") { escaped, place in
            let scalar = scalars[place]
            if scalar.value == 0 {
                escaped += "_x0000_"
            } else if scalar.value == 0xFFFE || scalar.value == 0xFFFF {
                escaped += "_x\(String(scalar.value, radix: 16, uppercase: true))_"
            } else if isMark(scalars[place...]) {
                escaped += "_x005F_"
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
    }

    /// Whether `_x`, four hexadecimal digits and `_` stand here.
    private static func isMark(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let mark = Array(scalars.prefix(7))
        return mark.count == 7 && mark[0] == "_" && mark[1] == "x" && mark[6] == "_"
            && mark[2..<6].allSatisfy(\.properties.isASCIIHexDigit)
    }

    // MARK: Errors

    private func check(_ result: lxw_error) throws(WorkbookFailure) {
        guard result == LXW_NO_ERROR else { throw Self.failure(errno, result) }
    }

    /// The library does not look whether the rows that wait were written: a full disk would cut them off in silence.
    private func checkRows() throws(WorkbookFailure) {
        lxw_worksheet_write_single_row(sheet)
        errno = 0
        guard let waiting = sheet.pointee.optimize_tmpfile else { return }
        guard fflush(waiting) == 0, ferror(waiting) == 0 else { throw Self.failure(errno == 0 ? ENOSPC : errno) }
    }

    /// Nor does it look whether the end of the file was.
    private func checkArchive() throws(WorkbookFailure) {
        var reason: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &reason) else { throw Self.failure(ENOSPC) }
        zip_discard(archive)
    }

    private static func failure(_ reason: Int32 = errno, _ result: lxw_error = LXW_NO_ERROR) -> WorkbookFailure {
        if reason == 0, result != LXW_NO_ERROR { return .cannotWrite(reason: String(cString: lxw_strerror(result))) }
        return .cannotWrite(reason: String(cString: strerror(reason == 0 ? ENOMEM : reason)))
    }
}
