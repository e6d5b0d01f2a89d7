import Training

/// Words of grids of figures and of the names behind them; see ``Phrasebook``.
public struct FigurePhrases: Sendable {
    /// A line of a list of enrollments is counted in these words: `1.234 keikutsertaan`.
    public let enrollmentCount: @Sendable (_ number: String) -> String
    /// Asks where the names are to be written.
    public let exportTo: @Sendable (_ count: String) -> String
    public let exported: @Sendable (_ count: String, _ path: String) -> String
    public let fileExists: @Sendable (_ path: String) -> String
    public let cannotExport: @Sendable (_ path: String, _ reason: String) -> String
    /// The name that a file is proposed to have, without its ending.
    public let fileName: String
    public let exportHint: String

    static let indonesian = FigurePhrases(
        enrollmentCount: { "\($0) keikutsertaan" },
        exportTo: { "Tulis \($0) baris ke berkas (.csv atau .json):" },
        exported: { "\($0) baris ditulis ke \($1), NIK disamarkan" },
        fileExists: { "berkas itu sudah ada; Enter sekali lagi untuk menggantinya: \($0)" },
        cannotExport: { "tidak dapat ditulis, \($1): \($0)" },
        fileName: "daftar-nama", exportHint: "Enter tulis · Esc batal")

    static let english = FigurePhrases(
        enrollmentCount: { "\($0) enrollments" },
        exportTo: { "Write \($0) lines to the file (.csv or .json):" },
        exported: { "\($0) lines written to \($1), NIK masked" },
        fileExists: { "that file exists; press Enter once more to replace it: \($0)" },
        cannotExport: { "cannot be written, \($1): \($0)" },
        fileName: "names", exportHint: "Enter writes · Esc cancels")
}

/// What keys do in grids of figures and lists of names.
public struct FigureKeyPhrases: Sendable {
    public let names: KeyPhrase
    public let aside: KeyPhrase
    public let export: KeyPhrase
    public let write: KeyPhrase
    public let cancel: KeyPhrase

    static let indonesian = FigureKeyPhrases(
        names: KeyPhrase("nama", "buka nama-nama di balik angka ini"),
        aside: KeyPhrase("kolom", "ke angka di samping"),
        export: KeyPhrase("ekspor", "tulis daftar nama ini ke berkas"),
        write: KeyPhrase("tulis", "tulis berkasnya"),
        cancel: KeyPhrase("batal", "batal menulis berkas"))

    static let english = FigureKeyPhrases(
        names: KeyPhrase("names", "open the names behind this number"),
        aside: KeyPhrase("column", "to the number beside"),
        export: KeyPhrase("export", "write these names to a file"),
        write: KeyPhrase("write", "write the file"),
        cancel: KeyPhrase("cancel", "do not write the file"))
}
