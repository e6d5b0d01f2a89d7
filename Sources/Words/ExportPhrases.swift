/// Words of tables that leave as files; see ``Phrasebook``.
public struct ExportPhrases: Sendable {
    /// Asks for the path; the count is not always known.
    public let whereTo: @Sendable (_ count: String?, _ endings: String) -> String
    /// Whether NIK and phone stand in full, and of how many people.
    public let numbers: @Sendable (_ inFull: Bool, _ count: String?) -> String
    public let enter: String
    public let tab: String
    public let controlR: String
    public let escape: String
    /// While a long list is written: how much of it is, and which key stops that.
    public let writing: @Sendable (_ percent: String) -> String
    /// Nothing was written, since that was asked for.
    public let stopped: String
    public let written: @Sendable (_ count: String, _ path: String, _ isMasked: Bool) -> String
    /// What a class's roster is called as a file.
    public let roster: @Sendable (_ code: String) -> String
    public let seatsTaken: String
    /// Why a workbook can't hold a list, and what can.
    public let tooManyRows: @Sendable (_ most: String) -> String
    /// Where a text stands that a workbook can't hold; the row counts as a spreadsheet does.
    public let textTooLong:
        @Sendable (_ row: Int, _ column: String, _ length: Int, _ most: Int, _ language: Language) -> String
    /// A workbook is not for the eyes: it wants a file.
    public let workbookNeedsFile: String
    /// The ending of a path names no form of file.
    public let unknownEnding: @Sendable (_ path: String, _ endings: [String]) -> String

    static let indonesian = ExportPhrases(
        whereTo: { count, endings in
            "Tulis \(count.map { "\($0) baris" } ?? "semua baris") ke berkas (\(endings)):"
        },
        numbers: { inFull, count in
            inFull
                ? "NIK dan telepon lengkap dari \(count.map { "\($0) orang" } ?? "semua orang"); tercatat dalam log"
                : "NIK dan telepon disamarkan"
        },
        enter: "Enter tulis", tab: "Tab daftar lain", controlR: "Ctrl-R NIK lengkap", escape: "Esc batal",
        writing: { "menulis… \($0) · Esc berhenti" }, stopped: "dihentikan; tidak ada yang ditulis",
        written: { "\($0) baris ditulis ke \($1)" + ($2 ? ", NIK disamarkan" : "") },
        roster: { "Peserta kelas \($0)" }, seatsTaken: "Terisi",
        tooManyRows: { "satu lembar xlsx hanya memuat \($0) baris; pilih csv" },
        textTooLong: { row, column, length, most, language in
            let (row, length, most) = (language.number(row), language.number(length), language.number(most))
            return
                "baris \(row) kolom \(column): teksnya \(length) huruf, satu sel xlsx hanya memuat \(most); pilih csv"
        },
        workbookNeedsFile: "xlsx tidak untuk dibaca di terminal; sebutkan berkasnya dengan -o",
        unknownEnding: { path, endings in
            "akhiran nama berkas menentukan bentuknya: \(endings.joined(separator: ", ")) (tertulis: \(path))"
        })

    static let english = ExportPhrases(
        whereTo: { count, endings in
            "Write \(count.map { "\($0) lines" } ?? "all lines") to the file (\(endings)):"
        },
        numbers: { inFull, count in
            inFull
                ? "NIK and phone in full, of \(count.map { "\($0) people" } ?? "everybody"); it is logged"
                : "NIK and phone are masked"
        },
        enter: "Enter writes", tab: "Tab other list", controlR: "Ctrl-R full NIK", escape: "Esc cancels",
        writing: { "writing… \($0) · Esc stops" }, stopped: "stopped; nothing was written",
        written: { "\($0) lines written to \($1)" + ($2 ? ", NIK masked" : "") },
        roster: { "Participants of class \($0)" }, seatsTaken: "Taken",
        tooManyRows: { "a sheet of xlsx holds \($0) rows only; choose csv" },
        textTooLong: { row, column, length, most, language in
            let (row, length, most) = (language.number(row), language.number(length), language.number(most))
            return
                "row \(row), column \(column): its text has \(length) characters, a cell of xlsx holds \(most); choose csv"
        },
        workbookNeedsFile: "xlsx is not for a terminal to show; name a file with -o",
        unknownEnding: { path, endings in
            "the ending of a file's name says its form: \(endings.joined(separator: ", ")) (typed: \(path))"
        })
}
