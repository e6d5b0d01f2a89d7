/// What a key does: a word or two for the bottom line, a sentence for the help.
public struct KeyPhrase: Hashable, Sendable {
    public let short: String
    public let help: String

    public init(_ short: String, _ help: String) {
        self.short = short
        self.help = help
    }
}

/// What keys do, on every screen.
public struct KeyPhrases: Sendable {
    public let next: KeyPhrase
    public let anyField: KeyPhrase
    public let ditto: KeyPhrase
    public let pin: KeyPhrase
    public let save: KeyPhrase
    public let confirm: KeyPhrase
    public let restoreDraft: KeyPhrase
    public let discardDraft: KeyPhrase
    public let assignHolder: KeyPhrase
    public let openHolder: KeyPhrase
    public let justSaved: KeyPhrase
    public let revealFields: KeyPhrase
    public let open: KeyPhrase
    public let back: KeyPhrase
    public let move: KeyPhrase
    public let page: KeyPhrase
    public let ends: KeyPhrase
    public let search: KeyPhrase
    /// The table of participants, a participant's file, conflicts.
    public let participants: ParticipantKeyPhrases
    /// Grids of figures, and the names behind them.
    public let figures: FigureKeyPhrases
    /// How a headline came about, claims, and targets.
    public let explanation: ExplanationKeyPhrases
    public let contributions: ContributionKeyPhrases
    public let targets: TargetKeyPhrases
    /// Wilayah.
    public let regions: RegionKeyPhrases
    /// Pemantauan, and the form of a check.
    public let followUps: FollowUpKeyPhrases
    /// The screens of monitoring.
    public let monitoring: MonitoringKeyPhrases
    /// Laporan.
    public let reports: ReportKeyPhrases
    public let new: KeyPhrase
    public let edit: KeyPhrase
    public let delete: KeyPhrase
    public let sort: KeyPhrase
    public let filter: KeyPhrase
    public let help: KeyPhrase
    public let undo: KeyPhrase
    public let reveal: KeyPhrase
    public let quit: KeyPhrase
    public let lock: KeyPhrase
    public let forget: KeyPhrase
    /// While it is asked why a number is to be shown.
    public let revealPrompt: RevealPhrases
    public let interrupt: KeyPhrase
    public let suspend: KeyPhrase
    public let tabs: KeyPhrase
    public let otherYear: KeyPhrase
    public let setTarget: KeyPhrase
    /// Capaian, the years side by side, the wall.
    public let achievement: AchievementKeyPhrases
    /// Kelas, rosters and the forms of records.
    public let classes: ClassKeyPhrases
    /// The import of a roster.
    public let rosters: RosterKeyPhrases
    /// The second entry of a roster.
    public let secondEntry: SecondEntryKeyPhrases
    /// The log, and doing again what was taken back.
    public let log: LogKeyPhrases
    /// People who may be one.
    public let duplicates: DuplicateKeyPhrases
    /// Bringing in what was done in a copy of the file.
    public let merge: FileMergeKeyPhrases

    static let indonesian = KeyPhrases(
        next: KeyPhrase("lanjut", "ke isian berikut yang masih perlu diisi; di isian terakhir: simpan"),
        anyField: KeyPhrase(
            "isian", "ke isian berikut atau sebelumnya, satu per satu; di daftar terbuka: pilihan lain"),
        ditto: KeyPhrase("salin", "salin isi catatan sebelumnya; juga dengan \" di isian kosong"),
        pin: KeyPhrase("tetap", "isian ini tetap untuk catatan berikutnya, atau tidak lagi"),
        save: KeyPhrase("simpan", "simpan dan buka formulir berikutnya"),
        confirm: KeyPhrase("benar, simpan", "yang ditanyakan memang benar; simpan begitu"),
        restoreDraft: KeyPhrase("lanjutkan", "lanjutkan isian yang belum disimpan"),
        discardDraft: KeyPhrase("buang", "buang isian yang belum disimpan"),
        assignHolder: KeyPhrase("tugaskan", "orang ini sudah ada: tugaskan ke kelas"),
        openHolder: KeyPhrase("berkas", "buka berkas orang yang sudah ada"),
        justSaved: KeyPhrase("catatan tadi", "kembali ke catatan yang baru disimpan"),
        revealFields: KeyPhrase("buka NIK", "tampilkan NIK dan telepon lengkap; tercatat dalam log"),
        open: KeyPhrase("buka", "buka baris yang disorot"),
        back: KeyPhrase("kembali", "kembali; yang sudah diketik tidak hilang"),
        move: KeyPhrase("pindah", "satu baris ke atas atau ke bawah"),
        page: KeyPhrase("halaman", "satu halaman ke atas atau ke bawah"),
        ends: KeyPhrase("ujung", "ke baris pertama atau terakhir"),
        search: KeyPhrase("cari", "cari sambil mengetik"),
        participants: .indonesian, figures: .indonesian, explanation: .indonesian, contributions: .indonesian,
        targets: .indonesian, regions: .indonesian, followUps: .indonesian, monitoring: .indonesian,
        reports: .indonesian,
        new: KeyPhrase("baru", "buat catatan baru"),
        edit: KeyPhrase("ubah", "ubah catatan yang disorot"),
        delete: KeyPhrase("hapus", "hapus catatan yang disorot, setelah ditanya"),
        sort: KeyPhrase("urut", "ganti urutan"),
        filter: KeyPhrase("saring", "pilih baris mana yang tampil"),
        help: KeyPhrase("bantuan", "tombol-tombol yang berlaku di layar ini"),
        undo: KeyPhrase("urungkan", "batalkan langkah terakhir Anda di meja ini"),
        reveal: KeyPhrase("buka NIK", "tampilkan NIK lengkap; tercatat dalam log"),
        quit: KeyPhrase("keluar", "keluar dari silat"), lock: LockPhrases.indonesian.lockKey,
        forget: ForgetPhrases.indonesian.key, revealPrompt: .indonesian,
        interrupt: KeyPhrase("cara keluar", "menyebut cara keluar; tidak ada yang hilang"),
        suspend: KeyPhrase("jeda", "kembali sebentar ke terminal; fg untuk melanjutkan"),
        tabs: KeyPhrase("layar", "pindah ke layar bernomor"),
        otherYear: KeyPhrase("tahun", "tahun anggaran sebelum atau sesudahnya"),
        setTarget: KeyPhrase("target", "tetapkan target tahun ini"),
        achievement: .indonesian, classes: .indonesian, rosters: .indonesian, secondEntry: .indonesian,
        log: .indonesian, duplicates: .indonesian, merge: .indonesian)

    static let english = KeyPhrases(
        next: KeyPhrase("next", "on to the next field that still needs you; on the last field: save"),
        anyField: KeyPhrase("fields", "to the next or previous field, one by one; in an open list, to another choice"),
        ditto: KeyPhrase("copy", "copy what the previous record has; in an empty field, \" does the same"),
        pin: KeyPhrase("pin", "keep this field for the next record, or no longer"),
        save: KeyPhrase("save", "save and open the next form"),
        confirm: KeyPhrase("yes, save", "what was asked about is right; save it so"),
        restoreDraft: KeyPhrase("go on", "go on with what was typed and not saved"),
        discardDraft: KeyPhrase("drop", "drop what was typed and not saved"),
        assignHolder: KeyPhrase("assign", "this person is on file: assign them to the class"),
        openHolder: KeyPhrase("file", "open the file of the person who is there already"),
        justSaved: KeyPhrase("last saved", "back to the record just saved"),
        revealFields: KeyPhrase("reveal NIK", "show the whole NIK and phone; this is logged"),
        open: KeyPhrase("open", "open the highlighted row"),
        back: KeyPhrase("back", "go back; what was typed is kept"),
        move: KeyPhrase("move", "one row up or down"),
        page: KeyPhrase("page", "one page up or down"),
        ends: KeyPhrase("ends", "to the first or last row"),
        search: KeyPhrase("search", "search as you type"),
        participants: .english, figures: .english, explanation: .english, contributions: .english, targets: .english,
        regions: .english, followUps: .english, monitoring: .english, reports: .english,
        new: KeyPhrase("new", "make a new record"),
        edit: KeyPhrase("edit", "change the highlighted record"),
        delete: KeyPhrase("delete", "delete the highlighted record, after asking"),
        sort: KeyPhrase("sort", "change the order"),
        filter: KeyPhrase("filter", "choose which rows are shown"),
        help: KeyPhrase("help", "the keys that work on this screen"),
        undo: KeyPhrase("undo", "take back your last step at this desk"),
        reveal: KeyPhrase("reveal NIK", "show the whole NIK; this is logged"),
        quit: KeyPhrase("quit", "leave silat"), lock: LockPhrases.english.lockKey, forget: ForgetPhrases.english.key,
        revealPrompt: .english,
        interrupt: KeyPhrase("how to quit", "says how to quit; nothing is lost"),
        suspend: KeyPhrase("pause", "back to the shell for a while; fg to go on"),
        tabs: KeyPhrase("screens", "to the screen of that number"),
        otherYear: KeyPhrase("year", "the fiscal year before or after"),
        setTarget: KeyPhrase("target", "set this year's target"),
        achievement: .english, classes: .english, rosters: .english, secondEntry: .english,
        log: .english, duplicates: .english, merge: .english)
}
