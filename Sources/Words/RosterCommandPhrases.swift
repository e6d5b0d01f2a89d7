import Training

/// What `silat import` says beside its figures.
public struct RosterCommandPhrases: Sendable {
    public let expectHelp: String
    public let sheetHelp: String
    public let senderHelp: String
    public let matchHelp: @Sendable (_ columns: String) -> String
    public let otherSheets: @Sendable (_ sheet: String, _ others: String) -> String
    public let importedBefore: @Sendable (_ date: CalendarDate, _ author: String) -> String
    public let notesPassedOver: @Sendable (_ rows: String) -> String
    public let sum: @Sendable (_ read: String, _ added: String, _ matched: String, _ rejected: String) -> String
    public let totalAgrees: @Sendable (_ total: String) -> String

    static let indonesian = RosterCommandPhrases(
        expectHelp: "Jumlah nama menurut pengirim; kalau lain, tidak ada yang disimpan.",
        sheetHelp: "Lembar buku kerja yang dibaca; bawaannya lembar pertama yang berisi daftar.",
        senderHelp: "Pengirim daftar: arti judul kolomnya diingat untuk berikutnya.",
        matchHelp: { "Arti satu judul kolom, mis. “No. Identitas=nik”; kosong berarti tidak dibaca. Kolom: \($0)." },
        otherSheets: { "dibaca lembar “\($0)”; lembar lain dibiarkan: \($1)" },
        importedBefore: { "berkas ini sudah diimpor pada \($0.onScreen) oleh \($1); orang yang sama tidak digandakan" },
        notesPassedOver: { "baris yang bukan nama dilewati: \($0)" },
        sum: { "dibaca \($0) = baru \($1) + sudah ada \($2) + ditolak \($3)" },
        totalAgrees: { "jumlah menurut pengirim cocok: \($0)" })

    static let english = RosterCommandPhrases(
        expectHelp: "How many names the sender says there are; where there are others, nothing is kept.",
        sheetHelp: "The sheet of a workbook to read; else the first that holds a roster.",
        senderHelp: "Who sent the roster: what its headings mean is remembered.",
        matchHelp: { "What a heading means, as in “No. Identitas=nik”; nothing for not read. Columns: \($0)." },
        otherSheets: { "read from sheet “\($0)”; other sheets are left: \($1)" },
        importedBefore: { "this file was imported on \($0.onScreen) by \($1); the same people are not added twice" },
        notesPassedOver: { "rows that are no names were passed over: \($0)" },
        sum: { "read \($0) = added \($1) + matched \($2) + rejected \($3)" },
        totalAgrees: { "the sender's total agrees: \($0)" })
}
