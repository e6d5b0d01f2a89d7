/// Why a file can't be read as a roster at all: nothing of it is kept.
public enum SheetFlaw: Error, Hashable, Sendable {
    /// There is no such file (exit 66).
    case noSuchFile
    /// The path names a folder.
    case isFolder
    /// The system will not let it be read; its own words.
    case unreadable(String)
    /// There is nothing in the file.
    case empty
    /// The first row names none of the columns.
    case noHeader
    /// The header lacks a column that every roster needs.
    case missingColumn(RosterColumn)
    /// Two columns of the header have the same name.
    case doubledColumn(RosterColumn, TextPosition)
    /// A byte that is no part of UTF-8.
    case notUTF8(TextPosition)
    /// A zero byte.
    case nul(TextPosition)
    /// A quote is opened here and never closed.
    case unclosedQuote(TextPosition)
    /// Something stands between a closing quote and the separator.
    case strayAfterQuote(TextPosition)
    /// The row is longer than a row can be.
    case rowTooLong(TextPosition)

    /// Where in the file it is, where it is in one place.
    public var position: TextPosition? {
        switch self {
        case .noSuchFile, .isFolder, .unreadable, .empty: nil
        case .noHeader, .missingColumn: TextPosition(line: 1, column: 1)
        case .doubledColumn(_, let place), .notUTF8(let place), .nul(let place),
            .unclosedQuote(let place), .strayAfterQuote(let place), .rowTooLong(let place):
            place
        }
    }
}
