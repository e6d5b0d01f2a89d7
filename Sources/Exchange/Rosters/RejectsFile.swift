import Sheets
import Training

/// Refused rows as they came in, with the reason beside them: ready to be mended and fed back.
public final class RejectsFile: Sendable {
    private let output: Output
    private let dialect: CSVDialect
    private let reasonPlace: Int
    private let holdsOldReasons: Bool

    /// Begins the file with the roster's own header, separator and line ends.
    ///
    /// - Throws: ``OutputFailure`` where it can't be written.
    public init(_ path: String, of roster: RosterFile) throws(OutputFailure) {
        output = try Output.file(path)
        dialect = roster.reader.dialect
        var cells = roster.header.cells
        // Fed back and refused again, a row gets its new reason in the place of the old one.
        reasonPlace = roster.header.place(of: .rejection) ?? cells.count
        holdsOldReasons = reasonPlace < cells.count
        if !holdsOldReasons { cells.append(RosterColumn.rejection.rawValue) }
        try output.write((dialect.hasByteOrderMark ? "\u{FEFF}" : "") + dialect.row(cells))
    }

    /// Adds a row.
    public func add(_ record: SheetRecord, reason: String) throws(OutputFailure) {
        var cells = record.cells
        // A row may be shorter than the header, or longer: what is over stays, to the right of the reason.
        while cells.count < reasonPlace { cells.append("") }
        let old = holdsOldReasons && cells.count > reasonPlace ? 1 : 0
        cells[reasonPlace..<reasonPlace + old] = [reason]
        try output.write(dialect.row(cells))
    }

    /// Puts the file in its place.
    public func keep() throws(OutputFailure) { try output.keep() }
}
