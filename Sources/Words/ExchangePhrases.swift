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
    public let isPipe: String
    public let notATable: String
    public let changedWhileRead: String
    public let badEncoding: String
    public let nul: String
    public let unclosedQuote: String
    public let strayAfterQuote: String
    public let rowTooLong: String
    public let tooManyColumns: @Sendable (_ limit: Int) -> String
    public let oldWorkbook: String
    public let encrypted: String
    public let notAWorkbook: String
    public let damagedArchive: @Sendable (_ what: String) -> String
    public let tooLarge: @Sendable (_ part: String) -> String
    public let unsafeArchive: @Sendable (_ part: String) -> String
    public let noSheet: @Sendable (_ name: String, _ sheets: String) -> String
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

    // A row that nobody has settled
    public let settleFirst: @Sendable (_ doubt: String) -> String
    public let skipped: String
    /// More or fewer names than the sender says.
    public let wrongTotal: @Sendable (_ read: Int, _ said: Int) -> String

    // What to do with whoever carries a NIK of another name
    public let otherName: @Sendable (_ taken: String) -> String

    static let indonesian = ExchangePhrases(
        noSuchFile: "berkas tidak ada",
        isFolder: "ini folder, bukan berkas CSV",
        unreadable: { "tidak dapat dibaca: \(indonesianReason($0))" },
        empty: "berkas kosong; baris pertama harus judul kolom",
        noHeader: { "baris pertama bukan judul kolom; harus berisi \($0)" },
        missingColumn: { "kolom \($0) tidak ada di baris judul" },
        doubledColumn: { "kolom \($0) ada dua kali di baris judul" },
        isPipe: "ini bukan berkas biasa (pipa atau perangkat); simpan dulu isinya ke berkas",
        notATable: "bukan tabel; yang dapat dibaca: CSV dan XLSX",
        changedWhileRead: "berkas berubah selagi dibaca; tidak ada yang disimpan, ulangi impornya",
        badEncoding: "huruf di sini tidak terbaca (bukan UTF-8); simpan ulang sebagai “CSV UTF-8”",
        nul: "ada bita nol; ini bukan berkas teks, simpan ulang sebagai “CSV UTF-8”",
        unclosedQuote: "tanda kutip dibuka di sini dan tidak pernah ditutup",
        strayAfterQuote:
            "sesudah tanda kutip penutup harus ada pemisah kolom; kutip di dalam isi ditulis dua kali (\"\")",
        rowTooLong: "baris ini lebih panjang dari 1 MB",
        tooManyColumns: { "lebih dari \($0) kolom; ini bukan daftar peserta" },
        oldWorkbook: "buku kerja bentuk lama (.xls); buka dan simpan sebagai .xlsx",
        encrypted: "buku kerja terkunci kata sandi; buka, hapus kata sandinya, simpan lagi",
        notAWorkbook: "bukan buku kerja .xlsx; buka dengan lembar kerja dan simpan sebagai .xlsx",
        damagedArchive: { "buku kerja rusak atau terpotong (\($0)); minta kirim ulang" },
        tooLarge: { "isi buku kerja terlalu besar bila dibuka (\($0)); simpan ulang sebagai CSV" },
        unsafeArchive: { "buku kerja ini tidak aman (\($0)); minta kirim ulang dari lembar kerja biasa" },
        noSheet: { "tidak ada lembar “\($0)”; yang ada: \($1)" },
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
        settleFirst: { "\($0); putuskan dulu di layar impor, atau perbaiki barisnya" },
        skipped: "dilewati oleh petugas",
        wrongTotal: {
            "terbaca \($0) nama, padahal pengirim menyebut \($1); tidak ada yang disimpan. Periksa barisnya, atau sebut jumlah yang benar (--expect \($0))"
        },
        otherName: { "\($0); periksa NIK atau namanya" })

    static let english = ExchangePhrases(
        noSuchFile: "no such file",
        isFolder: "this is a folder, not a CSV file",
        unreadable: { "cannot be read: \($0)" },
        empty: "the file is empty; the first row must name the columns",
        noHeader: { "the first row names no columns; it must hold \($0)" },
        missingColumn: { "the header has no column \($0)" },
        doubledColumn: { "the header has column \($0) twice" },
        isPipe: "this is no ordinary file (a pipe or a device); save what comes out of it first",
        notATable: "this is no table; what can be read is CSV and XLSX",
        changedWhileRead: "the file changed while it was read; nothing is kept, import it again",
        badEncoding: "the letters here cannot be read (not UTF-8); save it again as “CSV UTF-8”",
        nul: "a zero byte: this is no text file; save it again as “CSV UTF-8”",
        unclosedQuote: "a quote is opened here and never closed",
        strayAfterQuote: "a separator must follow a closing quote; a quote inside a cell is written twice (\"\")",
        rowTooLong: "this row is longer than 1 MB",
        tooManyColumns: { "more than \($0) columns; this is no roster" },
        oldWorkbook: "a workbook of the old form (.xls); open it and save it as .xlsx",
        encrypted: "the workbook is locked with a password; open it, take the password off, save it again",
        notAWorkbook: "this is no .xlsx workbook; open it in a spreadsheet and save it as .xlsx",
        damagedArchive: { "the workbook is broken or cut off (\($0)); ask for it again" },
        tooLarge: { "the workbook is too large when unpacked (\($0)); save it as CSV" },
        unsafeArchive: { "the workbook is not safe (\($0)); ask for one saved by an ordinary spreadsheet" },
        noSheet: { "there is no sheet “\($0)”; there are: \($1)" },
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
        settleFirst: { "\($0); settle it on the import screen, or mend the row" },
        skipped: "left out by the clerk",
        wrongTotal: {
            "\($0) names were read, but the sender says \($1); nothing is kept. Look at the rows, or give the right number (--expect \($0))"
        },
        otherName: { "\($0); look at the NIK or the name" })
}
