import Training

/// Words of grids of figures and of the names behind them; see ``Phrasebook``.
public struct FigurePhrases: Sendable {
    /// A line of a list of enrollments is counted in these words: `1.234 keikutsertaan`.
    public let enrollmentCount: @Sendable (_ number: String) -> String
    public let fileExists: @Sendable (_ path: String) -> String
    public let cannotExport: @Sendable (_ path: String, _ reason: String) -> String

    static let indonesian = FigurePhrases(
        enrollmentCount: { "\($0) keikutsertaan" },
        fileExists: { "berkas itu sudah ada; Enter sekali lagi untuk menggantinya: \($0)" },
        cannotExport: { "tidak dapat ditulis, \(indonesianReason($1)): \($0)" })

    static let english = FigurePhrases(
        enrollmentCount: { "\($0) enrollments" },
        fileExists: { "that file exists; press Enter once more to replace it: \($0)" },
        cannotExport: { "cannot be written, \($1): \($0)" })
}

/// What keys do in grids of figures and lists of names.
public struct FigureKeyPhrases: Sendable {
    public let names: KeyPhrase
    public let aside: KeyPhrase
    public let export: KeyPhrase
    public let write: KeyPhrase
    public let cancel: KeyPhrase
    public let otherList: KeyPhrase
    public let fullNumbers: KeyPhrase

    static let indonesian = FigureKeyPhrases(
        names: KeyPhrase("nama", "buka nama-nama di balik angka ini"),
        aside: KeyPhrase("kolom", "ke angka di samping"),
        export: KeyPhrase("ekspor", "tulis yang tampil ini ke berkas"),
        write: KeyPhrase("tulis", "tulis berkasnya"),
        cancel: KeyPhrase("batal", "batal menulis berkas"),
        otherList: KeyPhrase("daftar lain", "pilih daftar lain untuk dicetak"),
        fullNumbers: KeyPhrase(
            "NIK lengkap", "NIK dan telepon lengkap atau disamarkan; yang lengkap tercatat dalam log"))

    static let english = FigureKeyPhrases(
        names: KeyPhrase("names", "open the names behind this number"),
        aside: KeyPhrase("column", "to the number beside"),
        export: KeyPhrase("export", "write what is shown here to a file"),
        write: KeyPhrase("write", "write the file"),
        cancel: KeyPhrase("cancel", "do not write the file"),
        otherList: KeyPhrase("other list", "choose another list to print"),
        fullNumbers: KeyPhrase("full NIK", "NIK and phone in full or masked; in full is logged"))
}
