/// Forms: what stands in, beside and under their fields.
public struct EntryPhrases: Sendable {
    // Beside a field
    public let fromNIK: String
    public let pinned: String
    public let copied: String
    /// In an empty field that has a list.
    public let listHint: String
    public let dateHint: String

    // Under a field
    public let required: @Sendable (_ label: String) -> String
    public let noMatch: @Sendable (_ typed: String) -> String
    public let severalMatch: @Sendable (_ typed: String, _ count: Int) -> String
    public let noDate: @Sendable (_ typed: String) -> String
    public let loading: String
    public let moreChoices: @Sendable (_ count: Int) -> String
    public let nothingToCopy: String
}

extension EntryPhrases {
    static let indonesian = EntryPhrases(
        fromNIK: "dari NIK", pinned: "▪ tetap", copied: "dari atas",
        listHint: "ketik nama atau kode; spasi: semua", dateHint: "tanggal-bulan-tahun, misalnya 24-11-1999",
        required: { "\($0) harus diisi" },
        noMatch: { "tidak ada pilihan yang berawal “\($0)”; hapus lalu tekan spasi untuk melihat semua" },
        severalMatch: { "“\($0)” cocok dengan \($1) pilihan; ketik lagi atau pilih dengan ↓ lalu Enter" },
        noDate: { "“\($0)” bukan tanggal; tulis tanggal-bulan-tahun, misalnya 24-11-1999 atau 24111999" },
        loading: "memuat daftar …",
        moreChoices: { "… \($0) lagi" },
        nothingToCopy: "Belum ada catatan sebelumnya untuk disalin")

    static let english = EntryPhrases(
        fromNIK: "from NIK", pinned: "▪ pinned", copied: "from above",
        listHint: "type a name or code; space: all", dateHint: "day-month-year, such as 24-11-1999",
        required: { "\($0) is needed" },
        noMatch: { "nothing begins with “\($0)”; delete it and press space to see all" },
        severalMatch: { "“\($0)” fits \($1) choices; type on, or choose with ↓ and Enter" },
        noDate: { "“\($0)” is no date; write day-month-year, such as 24-11-1999 or 24111999" },
        loading: "loading the list …",
        moreChoices: { "… \($0) more" },
        nothingToCopy: "There is no previous record to copy from yet")
}
