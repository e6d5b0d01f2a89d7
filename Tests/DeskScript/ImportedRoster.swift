import Foundation
import Training

/// A roster that stories import, and what comes of it.
public enum ImportedRoster {
    /// A folder of the file system with files in it, and nothing else; gone when it is let go.
    public final class Folder: Sendable {
        public let path: String

        public init(_ names: String...) throws {
            path = FileManager.default.temporaryDirectory.appending(path: "silat-\(UUID().uuidString)").path
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            for name in names {
                let full = "\(path)/\(name)"
                if name.hasSuffix("/") {
                    try FileManager.default.createDirectory(atPath: full, withIntermediateDirectories: true)
                } else {
                    try Data("nama;nik\n".utf8).write(to: URL(filePath: full))
                }
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    /// The headings of a kecamatan's sheet, and what they are taken for.
    public static let headings: [(String, RosterColumn?)] = [
        ("No", .lineNumber), ("No. KTP", .nik), ("Nama Lengkap", .name), ("TTL", .birth), ("Kec.", .kecamatan),
        ("Desa/Kel", .desa), ("No HP", .phone), ("Ket.", nil),
    ]

    /// The sheet as it would be read, with what was chosen for its columns.
    public static func preview(
        _ path: String, _ choices: RosterChoices = RosterChoices(), sheets: [String] = [], controlTotal: Int? = nil,
        earlier: [Step] = [], hash: String = "5f2c"
    ) -> RosterPreview {
        let columns = headings.map { heading, known in choices.columns[heading] ?? known }
        return RosterPreview(
            path: path, hash: hash, sheets: sheets, sheet: choices.sheet ?? sheets.first, headings: headings.map(\.0),
            headerRow: 4, columns: columns,
            rows: [
                row(5, PeopleOffice.person("Siti Noorhayati", 1)), row(6, PeopleOffice.person("Rahmah", 2)),
                RosterPreview.Row(
                    row: 7, cells: ["3", "6309", "Aminah", "", "Kelua", "", "", ""], participant: nil,
                    rejection: Rejection(row: 7, column: .nik, value: "6309", reason: "NIK harus 16 angka, ini 4")),
            ], controlTotal: controlTotal, earlier: earlier)
    }

    private static func row(_ row: Int, _ person: Participant) -> RosterPreview.Row {
        let cells = [
            "\(row - 4)", person.nik?.digits ?? "", person.name.text, "Tanjung, 05-05-1999", "Murung Pudak", "Maburai",
            "081234567890", "",
        ]
        return RosterPreview.Row(row: row, cells: cells, participant: person, rejection: nil)
    }

    /// What comes of so many rows.
    public static func outcome(
        read: Int = 48, added: Int = 48, matched: Int = 0, rejected: Int = 0, undecided: Int = 0
    ) -> ImportOutcome {
        var counts = ImportCounts()
        (counts.read, counts.added, counts.matched) = (read, added, matched)
        (counts.rejected, counts.undecided) = (rejected, undecided)
        return ImportOutcome(counts: counts)
    }

    /// A row that is asked about beside somebody on file.
    public static func doubt(
        _ kind: ImportDoubt.Kind, row: Int, _ read: Participant, holder id: Int64? = 7, onFile: Participant? = nil
    ) -> ImportDoubt {
        guard let id, kind != .roundedNIK else { return ImportDoubt(row: row, kind: kind, read: read) }
        let file = onFile ?? PeopleOffice.person("Siti Nurhayati", 1)
        let holder = ParticipantRow(
            id: ID(id), nik: file.nik, name: file.name, sex: file.sex, birthDate: file.birthDate,
            residence: file.residence)
        return ImportDoubt(row: row, kind: kind, read: read, holder: holder, onFile: file)
    }

    /// One row of each kind, the first in row 5.
    public static var doubts: [ImportDoubt] {
        var read = PeopleOffice.person("Siti Noorhayati", 1)
        read.address = "Jl. Melati 4"
        read.phone = PhoneNumber("085111222333")
        return ImportDoubt.Kind.allCases.enumerated().map { offset, kind in doubt(kind, row: 5 + offset, read) }
    }

    /// A place that is written in a way that fits none.
    public static func place(_ desa: String, row: Int, rows: Int = 3) -> PlaceDoubt {
        PlaceDoubt(
            written: WrittenPlace(kecamatan: nil, desa: desa), firstRow: row, rows: rows,
            nearest: ["63.09.06.2004", "63.09.06.2003", "63.09.02.1001"].compactMap {
                RegionCode($0).map(Residence.desa)
            }
        )
    }
}
