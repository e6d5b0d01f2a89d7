/// Words of tables that leave as files; see ``Phrasebook``.
public struct ExportPhrases: Sendable {
    /// Why a workbook can't hold a list, and what can.
    public let tooManyRows: @Sendable (_ most: String) -> String
    /// Where a text stands that a workbook can't hold; the row counts as a spreadsheet does.
    public let textTooLong: @Sendable (_ row: String, _ column: String, _ length: String, _ most: String) -> String
    /// A workbook is not for the eyes: it wants a file.
    public let workbookNeedsFile: String
    /// The ending of a path names no form of file.
    public let unknownEnding: @Sendable (_ path: String, _ endings: [String]) -> String

    static let indonesian = ExportPhrases(
        tooManyRows: { "satu lembar xlsx hanya memuat \($0) baris; pilih csv" },
        textTooLong: { row, column, length, most in
            "baris \(row) kolom \(column): teksnya \(length) huruf, satu sel xlsx hanya memuat \(most); pilih csv"
        },
        workbookNeedsFile: "xlsx tidak untuk dibaca di terminal; sebutkan berkasnya dengan -o",
        unknownEnding: { path, endings in
            "akhiran nama berkas menentukan bentuknya: \(endings.joined(separator: ", ")) (tertulis: \(path))"
        })

    static let english = ExportPhrases(
        tooManyRows: { "a sheet of xlsx holds \($0) rows only; choose csv" },
        textTooLong: { row, column, length, most in
            "row \(row), column \(column): its text has \(length) characters, a cell of xlsx holds \(most); choose csv"
        },
        workbookNeedsFile: "xlsx is not for a terminal to show; name a file with -o",
        unknownEnding: { path, endings in
            "the ending of a file's name says its form: \(endings.joined(separator: ", ")) (typed: \(path))"
        })
}
