/// Why a file can't be read as a table at all: nothing of it is kept.
public enum SheetFlaw: Error, Hashable, Sendable {
    // The file

    /// There is no such file (exit 66).
    case noSuchFile
    /// The path names a folder.
    case isFolder
    /// The path names a pipe, and only a file can be read in any order.
    case isPipe
    /// The system will not let it be read; its own words.
    case unreadable(String)
    /// There is nothing in the file.
    case empty
    /// It is neither text nor a workbook: a picture, a letter, a program.
    case notATable
    /// It was changed, or cut, while it was read.
    case changedWhileRead

    // Text

    /// A byte that is no part of the encoding that the file began in.
    case badEncoding(TextPosition)
    /// A zero byte.
    case nul(TextPosition)
    /// A quote is opened here and never closed.
    case unclosedQuote(TextPosition)
    /// Something stands between a closing quote and the separator.
    case strayAfterQuote(TextPosition)
    /// The row is longer than a row can be.
    case rowTooLong(TextPosition)
    /// The row has more cells than ``SheetLimits/columns``.
    case tooManyColumns(TextPosition)

    // A workbook

    /// A workbook in the form from before 2007 (.xls).
    case oldWorkbook
    /// A workbook that opens with a password only.
    case encrypted
    /// An archive, but no workbook of the form .xlsx.
    case notAWorkbook
    /// The archive is cut off or broken; what of it.
    case damagedArchive(String)
    /// A part of the archive would unpack to more than a workbook can hold.
    case tooLarge(part: String)
    /// A part of the archive has a name that leads out of it, or declares entities.
    case unsafeArchive(part: String)
    /// The workbook has no sheet of this name.
    case noSheet(String, sheets: [String])

    /// Where in the file it is, where it is in one place.
    public var position: TextPosition? {
        switch self {
        case .badEncoding(let place), .nul(let place), .unclosedQuote(let place), .strayAfterQuote(let place),
            .rowTooLong(let place), .tooManyColumns(let place):
            place
        default: nil
        }
    }
}

/// How much a table may hold.
public enum SheetLimits {
    /// The most bytes that one row may hold: a quote that is never closed must not swallow the file.
    public static let rowBytes = 1 << 20
    /// The most cells of a row.
    public static let columns = 256
}
