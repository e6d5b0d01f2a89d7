/// Refused rows as they came in, with the reason beside them: ready to be mended and fed back.
public final class RejectsFile: Sendable {
    private let output: Output
    private let dialect: CSVDialect
    private let reasonPlace: Int

    /// Begins the file with the roster's own header, separator and line ends.
    ///
    /// - Throws: ``OutputFailure`` where it can't be written.
    public init(_ path: String, of roster: RosterFile) throws(OutputFailure) {
        output = try Output.file(path)
        dialect = roster.reader.dialect
        var cells = roster.header.cells
        // Fed back and refused again, a row gets its new reason in the place of the old one.
        reasonPlace = roster.header.place(of: .rejection) ?? cells.count
        if reasonPlace == cells.count { cells.append(RosterColumn.rejection.rawValue) }
        try output.write((dialect.hasByteOrderMark ? "\u{FEFF}" : "") + dialect.row(cells))
    }

    /// Adds a row.
    public func add(_ record: CSVRecord, reason: String) throws(OutputFailure) {
        var cells = record.cells
        cells[reasonPlace..<min(reasonPlace + 1, cells.count)] = [reason]
        try output.write(dialect.row(cells))
    }

    /// Puts the file in its place.
    public func keep() throws(OutputFailure) { try output.keep() }
}
