import Training

/// Rosters in, lists out: why a file or a row is refused, and what would be right.
public struct ExchangePhrases: Sendable {
    // The file as a whole
    public let noSuchFile: String
    public let isFolder: String
    public let unreadable: @Sendable (_ reason: String) -> String
    public let empty: String
    public let noHeader: @Sendable (_ columns: String) -> String
    public let missingColumn: @Sendable (_ column: String) -> String
    public let doubledColumn: @Sendable (_ column: String) -> String
    public let notUTF8: String
    public let nul: String
    public let unclosedQuote: String
    public let strayAfterQuote: String
    public let rowTooLong: String
    public let ragged: @Sendable (_ cells: Int, _ columns: Int) -> String

    // One row
    public let nikMissing: String
    public let nikMasked: String
    public let nameMissing: String
    public let tooLong: @Sendable (_ length: Int, _ limit: Int) -> String
    public let birthDateMissing: String
    public let birthDateUnreadable: String
    public let sexMissing: String
    public let sexUnreadable: String
    public let residenceMissing: String
    public let kecamatanMissing: @Sendable (_ bearers: [String]) -> String
    public let phoneUnreadable: String
    public let educationUnknown: @Sendable (_ known: String) -> String
    /// Further flaws of the same row.
    public let also: @Sendable (_ column: String, _ reason: String) -> String

    // What to do with whoever carries a NIK of another name
    public let otherName: @Sendable (_ taken: String) -> String

    static let indonesian = ExchangePhrases(
        noSuchFile: "berkas tidak ada",
        isFolder: "ini folder, bukan berkas CSV",
        unreadable: { "tidak dapat dibaca: \($0)" },
        empty: "berkas kosong; baris pertama harus judul kolom",
        noHeader: { "baris pertama bukan judul kolom; harus berisi \($0)" },
        missingColumn: { "kolom \($0) tidak ada di baris judul" },
        doubledColumn: { "kolom \($0) ada dua kali di baris judul" },
        notUTF8: "bukan teks UTF-8; simpan ulang sebagai “CSV UTF-8”",
        nul: "ada bita nol; ini bukan berkas teks, simpan ulang sebagai “CSV UTF-8”",
        unclosedQuote: "tanda kutip dibuka di sini dan tidak pernah ditutup",
        strayAfterQuote:
            "sesudah tanda kutip penutup harus ada pemisah kolom; kutip di dalam isi ditulis dua kali (\"\")",
        rowTooLong: "baris ini lebih panjang dari 1 MB",
        ragged: { "baris ini berisi \($0) kolom, baris judul \($1)" },
        nikMissing: "NIK kosong; isi NIK, atau tulis sebabnya di kolom alasan_tanpa_nik",
        nikMasked: "NIK tersamar; ekspor lagi dengan --reveal, atau isi NIK lengkapnya",
        nameMissing: "nama harus diisi dengan huruf",
        tooLong: { "terlalu panjang: \($0) karakter, paling banyak \($1)" },
        birthDateMissing: "tanggal lahir harus diisi kalau tidak ada NIK",
        birthDateUnreadable: "bukan tanggal; tulis seperti 1999-05-31 atau 31-05-1999",
        sexMissing: "jenis kelamin harus diisi kalau tidak ada NIK: L atau P",
        sexUnreadable: "jenis kelamin harus L atau P",
        residenceMissing: "kecamatan harus diisi; untuk yang tinggal di luar kabupaten tulis “Luar Tabalong”",
        kecamatanMissing: { bearers in
            "desa ini perlu kecamatannya" + (bearers.isEmpty ? "" : ": \(bearers.joined(separator: " atau "))")
        },
        phoneUnreadable: "bukan nomor telepon; 8–14 angka yang mulai dengan 08, 62 atau +62",
        educationUnknown: { "pendidikan tidak dikenal; pilih \($0)" },
        also: { "; \($0): \($1)" },
        otherName: { "\($0); periksa NIK atau namanya" })

    static let english = ExchangePhrases(
        noSuchFile: "no such file",
        isFolder: "this is a folder, not a CSV file",
        unreadable: { "cannot be read: \($0)" },
        empty: "the file is empty; the first row must name the columns",
        noHeader: { "the first row names no columns; it must hold \($0)" },
        missingColumn: { "the header has no column \($0)" },
        doubledColumn: { "the header has column \($0) twice" },
        notUTF8: "not UTF-8 text; save it again as “CSV UTF-8”",
        nul: "a zero byte: this is no text file; save it again as “CSV UTF-8”",
        unclosedQuote: "a quote is opened here and never closed",
        strayAfterQuote: "a separator must follow a closing quote; a quote inside a cell is written twice (\"\")",
        rowTooLong: "this row is longer than 1 MB",
        ragged: { "this row has \($0) cells, the header \($1)" },
        nikMissing: "no NIK; give it, or say why there is none in the column alasan_tanpa_nik",
        nikMasked: "the NIK is masked; export again with --reveal, or give it in full",
        nameMissing: "a name with letters is needed",
        tooLong: { "too long: \($0) characters, at most \($1)" },
        birthDateMissing: "a birth date is needed where there is no NIK",
        birthDateUnreadable: "no date; write it as 1999-05-31 or 31-05-1999",
        sexMissing: "the sex is needed where there is no NIK: L or P",
        sexUnreadable: "the sex must be L or P",
        residenceMissing: "a kecamatan is needed; for those who live outside the regency write “Luar Tabalong”",
        kecamatanMissing: { bearers in
            "this desa needs its kecamatan" + (bearers.isEmpty ? "" : ": \(bearers.joined(separator: " or "))")
        },
        phoneUnreadable: "no phone number; 8–14 digits that begin with 08, 62 or +62",
        educationUnknown: { "unknown education; choose \($0)" },
        also: { "; \($0): \($1)" },
        otherName: { "\($0); look at the NIK or the name" })
}
