import Training

/// Words of the log; see ``Phrasebook``.
public struct LogPhrases: Sendable {
    public let title: String
    public let titleOf: @Sendable (_ name: String) -> String
    public let loading: String
    public let none: String
    public let count: @Sendable (_ number: String) -> String
    public let atLeast: @Sendable (_ number: String) -> String
    public let timeHeading: String
    public let whoHeading: String
    public let whatHeading: String
    public let aboutHeading: String
    public let changesHeading: String
    public let takenBackHeading: String
    /// What an undo took back, and what a redo brought back.
    public let undone: @Sendable (_ what: String) -> String
    public let redone: @Sendable (_ what: String) -> String
    /// A step that was taken back, beside what it was.
    public let takenBack: String
    /// The news after a redo.
    public let broughtBack: @Sendable (_ what: String) -> String
    /// Ask for a second key where much would change.
    public let redoMany: @Sendable (_ what: String, _ count: String) -> String
    public let byWhom: @Sendable (Author) -> String

    // Filters
    public let filterTitle: String
    public let everybody: String
    public let own: String
    public let everyKind: String
    public let dayLabel: String
    public let dayHint: String
    public let notADay: @Sendable (_ typed: String) -> String

    // One step
    public let stepTitle: @Sendable (_ number: String) -> String
    public let noChanges: String
    public let recordHeading: String
    public let nameHeading: String
    public let fieldHeading: String
    public let beforeHeading: String
    public let afterHeading: String
    public let wayHeading: String
    public let placeHeading: String
    public let way: @Sendable (ChangeEntry.Way) -> String
    public let record: @Sendable (LoggedRecord.Kind) -> String
    public let nowGone: String

    // Fields that stand nowhere else
    public let since: String
    public let detail: String
    public let note: String
    public let uses: String
    public let group: String
    public let date: String
    public let state: String
    public let countLabel: String
    public let scope: String
    public let doubt: String
    public let yes: String
    public let no: String
    public let through: @Sendable (_ year: Int) -> String
    public let months: @Sendable (_ months: String) -> String

    static let indonesian = LogPhrases(
        title: "Riwayat", titleOf: { "Riwayat \($0)" }, loading: "membaca riwayat…",
        none: "Tidak ada langkah yang cocok.", count: { "\($0) langkah" }, atLeast: { "\($0) langkah atau lebih" },
        timeHeading: "Waktu", whoHeading: "Siapa", whatHeading: "Apa", aboutHeading: "Tentang",
        changesHeading: "Ubahan", takenBackHeading: "Diurungkan", undone: { "urung: \($0)" },
        redone: { "ulang: \($0)" }, takenBack: "diurungkan", broughtBack: { "Diulangi: \($0)" },
        redoMany: { "Mengulangi “\($0)” mengubah \($1) catatan; tekan U sekali lagi" },
        byWhom: { "\($0.name) · \($0.desk)" },
        filterTitle: "Langkah yang tampil", everybody: "semua orang", own: "langkah saya di meja ini",
        everyKind: "semua jenis langkah", dayLabel: "Hari", dayHint: "kosong: semua hari · Enter · Esc",
        notADay: { "“\($0)” bukan tanggal; tulis seperti 24-11-2026" },
        stepTitle: { "Langkah \($0)" }, noChanges: "Langkah ini tidak mengubah catatan.",
        recordHeading: "Catatan", nameHeading: "Nama", fieldHeading: "Isian", beforeHeading: "Sebelum",
        afterHeading: "Sesudah", wayHeading: "Perubahan", placeHeading: "Urutan",
        way: {
            switch $0 {
            case .added: "ditambahkan"
            case .changed: "diubah"
            case .removed: "dihapus"
            }
        },
        record: {
            switch $0 {
            case .organizer: "penyelenggara"
            case .program: "program"
            case .trainingClass: "kelas"
            case .participant: "peserta"
            case .enrollment: "keikutsertaan"
            case .target: "target"
            case .doubt: "keraguan"
            case .claim: "klaim"
            case .residents: "jumlah penduduk"
            case .followUp: "pemantauan"
            case .outcome: "hasil"
            case .assignment: "tugas pemantauan"
            case .equipment: "peralatan"
            case .holding: "serah terima"
            case .holder: "penerima"
            case .equipmentCheck: "pemeriksaan alat"
            case .recall: "daftar pemanggilan"
            case .recallEntry: "pemanggilan"
            case .deskOperator: "operator"
            case .setting: "pengaturan"
            case .secondEntry: "masukan kedua"
            case .mergedParticipant: DuplicatePhrases.indonesian.mergedRecord
            case .distinctPeople: DuplicatePhrases.indonesian.apartRecord
            }
        },
        nowGone: "catatan ini sudah tidak ada",
        since: "Sejak", detail: "Keterangan", note: "Catatan", uses: "Memakai keterampilan", group: "Kelompok",
        date: "Tanggal", state: "Keadaan", countLabel: "Jumlah", scope: "Untuk", doubt: "Keraguan", yes: "ya",
        no: "tidak",
        through: { "sampai \($0)" }, months: { "bulan ke-\($0)" })

    static let english = LogPhrases(
        title: "History", titleOf: { "History of \($0)" }, loading: "reading the history…",
        none: "No step fits.", count: { "\($0) steps" }, atLeast: { "\($0) steps or more" },
        timeHeading: "Time", whoHeading: "Who", whatHeading: "What", aboutHeading: "About",
        changesHeading: "Changes", takenBackHeading: "Taken back", undone: { "undo: \($0)" }, redone: { "redo: \($0)" },
        takenBack: "taken back", broughtBack: { "Done again: \($0)" },
        redoMany: { "Redoing “\($0)” changes \($1) records; press U once more" },
        byWhom: { "\($0.name) · \($0.desk)" },
        filterTitle: "Steps shown", everybody: "everybody", own: "my steps at this desk",
        everyKind: "steps of every kind", dayLabel: "Day", dayHint: "empty: every day · Enter · Esc",
        notADay: { "“\($0)” is no date; write it as 24-11-2026" },
        stepTitle: { "Step \($0)" }, noChanges: "This step changed no record.",
        recordHeading: "Record", nameHeading: "Name", fieldHeading: "Field", beforeHeading: "Before",
        afterHeading: "After", wayHeading: "Change", placeHeading: "Place",
        way: {
            switch $0 {
            case .added: "added"
            case .changed: "changed"
            case .removed: "removed"
            }
        },
        record: {
            switch $0 {
            case .organizer: "organizer"
            case .program: "program"
            case .trainingClass: "class"
            case .participant: "participant"
            case .enrollment: "enrollment"
            case .target: "target"
            case .doubt: "doubt"
            case .claim: "claim"
            case .residents: "residents"
            case .followUp: "check"
            case .outcome: "outcome"
            case .assignment: "assigned check"
            case .equipment: "equipment"
            case .holding: "handover"
            case .holder: "holder"
            case .equipmentCheck: "equipment check"
            case .recall: "list of recall"
            case .recallEntry: "recall"
            case .deskOperator: "operator"
            case .setting: "setting"
            case .secondEntry: "second entry"
            case .mergedParticipant: DuplicatePhrases.english.mergedRecord
            case .distinctPeople: DuplicatePhrases.english.apartRecord
            }
        },
        nowGone: "this record is no longer on file",
        since: "Since", detail: "Detail", note: "Note", uses: "Uses the training", group: "Group",
        date: "Date", state: "State", countLabel: "Count", scope: "For", doubt: "Doubt", yes: "yes", no: "no",
        through: { "through \($0)" }, months: { "months \($0)" })
}

/// What the keys of the log do.
public struct LogKeyPhrases: Sendable {
    public let open: KeyPhrase
    public let ofPerson: KeyPhrase
    public let redo: KeyPhrase
    public let step: KeyPhrase
    public let record: KeyPhrase
    public let undoStep: KeyPhrase
    public let redoStep: KeyPhrase
    public let filter: KeyPhrase
    public let day: KeyPhrase
    public let search: KeyPhrase
    public let keepSearch: KeyPhrase
    public let clear: KeyPhrase
    public let takeDay: KeyPhrase

    static let indonesian = LogKeyPhrases(
        open: KeyPhrase("riwayat", "riwayat: siapa mengubah apa, kapan, dari meja mana"),
        ofPerson: KeyPhrase("riwayat", "bagaimana berkas ini terjadi: semua langkah tentang orang ini"),
        redo: KeyPhrase("ulangi", "ulangi langkah Anda yang terakhir diurungkan di meja ini"),
        step: KeyPhrase("buka", "buka langkah yang disorot: isi sebelum dan sesudahnya"),
        record: KeyPhrase("buka", "buka catatan yang disorot, kalau masih ada"),
        undoStep: KeyPhrase("urungkan", "urungkan langkah Anda ini"),
        redoStep: KeyPhrase("ulangi", "ulangi langkah Anda ini yang diurungkan"),
        filter: KeyPhrase("saring", "pilih langkah siapa dan jenis apa yang tampil"),
        day: KeyPhrase("hari", "tampilkan langkah satu hari saja"),
        search: KeyPhrase("cari", "cari kata dalam keterangan langkah dan nama orangnya"),
        keepSearch: KeyPhrase("ke daftar", "selesai mengetik; hasil pencarian tetap tampil"),
        clear: KeyPhrase("semua", "hapus kata pencarian dan saringan"),
        takeDay: KeyPhrase("tampilkan", "tampilkan langkah hari itu"))

    static let english = LogKeyPhrases(
        open: KeyPhrase("history", "the log: who changed what, when, from which desk"),
        ofPerson: KeyPhrase("history", "how this came to be: every step about this person"),
        redo: KeyPhrase("redo", "do again your step that was taken back last at this desk"),
        step: KeyPhrase("open", "open the highlighted step: what stood before and after"),
        record: KeyPhrase("open", "open the highlighted record, if it is still there"),
        undoStep: KeyPhrase("undo", "take back this step of yours"),
        redoStep: KeyPhrase("redo", "do again this step of yours that was taken back"),
        filter: KeyPhrase("filter", "choose whose steps and which kinds are shown"),
        day: KeyPhrase("day", "show the steps of one day only"),
        search: KeyPhrase("search", "search in the notes of steps and names of people"),
        keepSearch: KeyPhrase("to list", "stop typing; the steps found stay"),
        clear: KeyPhrase("all", "drop the words sought and the filters"),
        takeDay: KeyPhrase("show", "show the steps of that day"))
}
