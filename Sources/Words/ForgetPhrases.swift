/// Words for replacing somebody's personal data on lawful request.
public struct ForgetPhrases: Sendable {
    public let key: KeyPhrase
    public let title: @Sendable (_ name: String) -> String
    /// What is replaced, and what stays.
    public let replaced: String
    public let kept: @Sendable (_ enrollments: String, _ followUps: String) -> String
    public let copies: String
    public let exports: @Sendable (_ count: String) -> String
    public let final: String
    public let done: @Sendable (_ enrollments: String) -> String
    public let already: String
    /// An older step that cannot be taken back, because what it replaced is forgotten.
    public let forgotten: @Sendable (_ step: String) -> String
    /// The step itself, which cannot be taken back.
    public let isFinal: String

    // The command line
    public let help: String
    public let reasonHelp: String
    public let confirmHelp: String
    public let confirm: String
    public let remains: String
    public let whatLabel: String
    public let countLabel: String
    public let whenLabel: String
    public let nameLabel: String
    public let enrollments: String
    public let followUps: String
    public let backup: String
    public let export: String

    static let indonesian = ForgetPhrases(
        key: KeyPhrase("hapus data pribadi", "ganti data pribadi orang ini atas permintaannya; angka tetap"),
        title: { "Hapus data pribadi \($0)?" },
        replaced:
            "Nama, NIK, tempat lahir, alamat, telepon, pekerjaan, dan catatan tentang orang ini diganti, juga di riwayat. Tanggal lahir menjadi awal tahunnya. Jenis kelamin, tempat tinggal, dan kelas tetap.",
        kept: { "Tetap terhitung: \($0) keikutsertaan, \($1) pemantauan dan hasil." },
        copies:
            "Salinan mungkin masih ada: di cadangan, di berkas yang pernah diekspor, di laptop lain, dan di kertas.",
        exports: {
            "Sejak orang ini dimasukkan, nama keluar dari berkas \($0) kali; riwayat menyebut kapan dan ke mana."
        },
        final: "Ini tidak bisa diurungkan.",
        done: { "Data pribadi dihapus; \($0) keikutsertaan tetap terhitung" },
        already: "data pribadi orang ini sudah dihapus atas permintaannya",
        forgotten: {
            "tidak jadi: data orang ini sudah dihapus atas permintaannya (langkah \($0)), jadi yang lama tidak bisa kembali"
        },
        isFinal: "untuk selamanya: data pribadi dihapus atas permintaan; langkah lain diurungkan dari Riwayat",
        help: "Mengganti data pribadi peserta atas permintaannya yang sah; semua angka tetap.",
        reasonHelp: "dasar permintaannya, untuk log: nomor surat, misalnya",
        confirmHelp: "Lakukan; tanpa ini hanya disebut apa yang akan terjadi.",
        confirm: "ulangi dengan --yes untuk melakukannya; ini tidak bisa diurungkan",
        remains: "yang tersisa ada di atas; salinan di laptop lain dan di kertas tidak diketahui silat",
        whatLabel: "Yang tersisa", countLabel: "Jumlah", whenLabel: "Waktu", nameLabel: "Nama",
        enrollments: "keikutsertaan", followUps: "pemantauan dan hasil", backup: "cadangan", export: "ekspor")

    static let english = ForgetPhrases(
        key: KeyPhrase("forget", "replace this person's data at their request; figures stay"),
        title: { "Forget the personal data of \($0)?" },
        replaced:
            "Name, NIK, birthplace, address, phone, occupation and notes about this person are replaced, in the log too. The birth date becomes the start of its year. Sex, residence and classes stay.",
        kept: { "Still counted: \($0) enrollments, \($1) checks and outcomes." },
        copies: "Copies may be left: in backups, in files that were exported, on other laptops, and on paper.",
        exports: { "Since this person was entered, names left the file \($0) times; the log says when and what." },
        final: "This cannot be taken back.", done: { "Personal data forgotten; \($0) enrollments still count" },
        already: "this person's data was replaced at their request already",
        forgotten: {
            "not done: this person's data was replaced at their request (step \($0)), so what was there cannot come back"
        },
        isFinal: "is for good: it replaced somebody's data at their request; take others back from the log",
        help: "Replace a participant's personal data at their lawful request; all figures stay.",
        reasonHelp: "what the request rests on, for the log: the number of a letter, say",
        confirmHelp: "Do it; without, only what would happen is said.",
        confirm: "run it again with --yes to do it; this cannot be taken back",
        remains: "what remains is listed above; copies on other laptops and on paper silat does not know of",
        whatLabel: "What remains", countLabel: "Count", whenLabel: "Time", nameLabel: "Name",
        enrollments: "enrollments", followUps: "checks and outcomes", backup: "backup", export: "export")
}
