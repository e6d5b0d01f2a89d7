import Sheets
import Training

/// Why a file can't be read as a roster at all: nothing of it is kept.
public enum RosterFlaw: Error, Hashable, Sendable {
    /// It can't even be read as a table.
    case sheet(SheetFlaw)
    /// No row near its beginning names the columns.
    case noHeader
    /// The header lacks a column that every roster needs.
    case missingColumn(RosterColumn, TextPosition)
    /// Two columns of the header mean the same.
    case doubledColumn(RosterColumn, TextPosition)
    /// There are more or fewer names than the sender says.
    case wrongTotal(read: Int, said: Int)

    /// Where in the file it is, where it is in one place.
    public var position: TextPosition? {
        switch self {
        case .sheet(let flaw): flaw.position
        case .noHeader: TextPosition(line: 1, column: 1)
        case .missingColumn(_, let place), .doubledColumn(_, let place): place
        case .wrongTotal: nil
        }
    }
}
