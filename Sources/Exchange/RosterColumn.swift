import Sheets

/// The columns of a roster, as its header names them.
public enum RosterColumn: String, CaseIterable, Sendable {
    case nik
    case name = "nama"
    case birthplace = "tempat_lahir"
    case birthDate = "tanggal_lahir"
    case sex = "jenis_kelamin"
    case kecamatan
    case desa
    case address = "alamat"
    case phone = "telepon"
    case education = "pendidikan"
    case occupation = "pekerjaan"
    /// Why somebody has no NIK yet.
    case noNIKReason = "alasan_tanpa_nik"
    /// Why the row was refused: written beside refused rows, and not looked at when they are fed back.
    case rejection = "alasan_ditolak"

    /// The columns of a roster that silat writes, in the order of the entry form.
    public static let written: [RosterColumn] = allCases.filter { $0 != .rejection }

    /// The column that a cell of a header names; case, outer blanks, and blanks or hyphens for `_` don't matter.
    init?(heading: String) {
        let name = heading.trimmingPrefix { $0.isWhitespace }.lowercased()
            .split { $0 == " " || $0 == "-" || $0 == "_" || $0 == "\u{A0}" }.joined(separator: "_")
        self.init(rawValue: name)
    }
}

/// Which cell of a row holds what.
public struct RosterHeader: Sendable {
    /// The cells of the header as they stand in the file.
    public let cells: [String]
    /// Columns that a roster does not have, as they stand in the file; they are left.
    public let extras: [String]
    private let places: [RosterColumn: Int]

    /// Reads the header.
    ///
    /// - Throws: ``RosterFlaw`` where it is none, names a column twice, or lacks the NIK or the name.
    public init(_ record: SheetRecord) throws(RosterFlaw) {
        cells = record.cells
        var places: [RosterColumn: Int] = [:]
        var extras: [String] = []
        for (place, cell) in cells.enumerated() {
            if let column = RosterColumn(heading: cell) {
                guard places[column] == nil else { throw .doubledColumn(column, record.start(of: place)) }
                places[column] = place
            } else {
                extras.append(cell)
            }
        }
        guard !places.isEmpty else { throw .noHeader }
        for column in [RosterColumn.nik, .name] where places[column] == nil { throw .missingColumn(column) }
        self.places = places
        self.extras = extras
    }

    /// Where a row of so many cells goes wrong: the first column that it lacks, or the last of all where it has too many.
    func lastColumn(upTo cells: Int) -> RosterColumn {
        let inOrder = places.sorted { $0.value < $1.value }
        return (inOrder.first { $0.value >= cells } ?? inOrder.last)?.key ?? .nik
    }

    /// Where a column stands; `nil` where the file has none.
    public func place(of column: RosterColumn) -> Int? { places[column] }
}
