import Training

/// Words of the ladder of outcomes, as table, as bars and in one line, and of the pokir trail; see ``Phrasebook``.
public struct OutcomePhrases: Sendable {
    /// What stands above the ladder by a dimension.
    public let title: @Sendable (_ dimension: String, _ year: Int) -> String
    /// What stands above the ladder of the whole year.
    public let pictureTitle: @Sendable (_ year: Int) -> String
    /// A step in so few letters that many fit side by side.
    public let short: @Sendable (OutcomeLadder.Step) -> String
    /// What a step counts.
    public let meaning: @Sendable (OutcomeLadder.Step) -> String
    public let workersShort: String
    public let workersMeaning: String
    public let ofReachedShort: String
    public let ofReachedMeaning: String
    public let ofDueShort: String
    public let ofDueMeaning: String
    public let stepHeading: String
    public let countHeading: String
    public let ofTookPart: String
    /// What stands above the names on a step.
    public let names: @Sendable (_ step: String, _ line: String, _ year: Int) -> String
    /// The same, counted in more than one line.
    public let repeatedNames: @Sendable (_ step: String, _ dimension: String, _ year: Int) -> String
    /// The share of those reached, and of all who were due, at least and at most; longest first.
    public let ring: @Sendable (_ ofReached: String, _ ofDue: String) -> [String]
    public let ringLabel: String
    /// Nobody has had a check yet.
    public let ringEmpty: String

    // The pokir trail
    public let pokirTitle: @Sendable (_ year: Int) -> String
    public let pokirNone: @Sendable (_ year: Int) -> String
    public let classesShort: String
    public let equipmentShort: String
    /// Where a program comes from, of the highlighted line.
    public let pokirSource: @Sendable (_ proposer: String, _ reference: String?, _ program: String) -> String
    public let equipmentMeaning: String
    public let equipmentOf: @Sendable (_ program: String) -> String

    static let indonesian = OutcomePhrases(
        title: { "Hasil menurut \($0) · tahun \($1)" },
        pictureTitle: { "Tangga hasil · tahun \($0)" },
        short: {
            switch $0 {
            case .tookPart: "Ikut"
            case .completed: "Selesai"
            case .certified: "Sertif"
            case .due: "Tempo"
            case .reached: "Jangkau"
            case .using: "Manfaat"
            case .working: "Kerja"
            case .selfEmployed: "Usaha"
            case .standing: "Bertahan"
            }
        },
        meaning: {
            switch $0 {
            case .tookPart: "Ikut: berstatus mengikuti, selesai atau bersertifikat"
            case .completed: "Selesai: menyelesaikan kelasnya"
            case .certified: "Bersertifikat: selesai dengan sertifikat"
            case .due: "Jatuh tempo: selesai, dan pemantauan pertamanya sudah jatuh tempo"
            case .reached: "Terjangkau: dari yang jatuh tempo, hasilnya sudah diketahui"
            case .using: "Memanfaatkan: bekerja sesuai pelatihan atau berusaha, menurut kabar terakhir"
            case .working: "Bekerja: menurut kabar terakhir, sesuai pelatihan atau tidak"
            case .selfEmployed: "Wirausaha: menjalankan usaha sendiri, menurut kabar terakhir"
            case .standing: "Bertahan: masih bekerja atau berusaha 12 bulan sesudah kelas"
            }
        },
        workersShort: "Tenaga",
        workersMeaning: "Tenaga terserap: pekerja usaha peserta, bukan peserta, jadi tidak ada namanya",
        ofReachedShort: "% jangkau",
        ofReachedMeaning: "% jangkau: yang memanfaatkan, dari yang terjangkau",
        ofDueShort: "% tempo",
        ofDueMeaning: "% tempo: dari semua yang jatuh tempo, paling sedikit–paling banyak",
        stepHeading: "Langkah", countHeading: "Orang", ofTookPart: "dari ikut",
        names: { "\($1) · \($0.lowercased()) · \($2)" },
        repeatedNames: { "\($0) · terhitung di lebih dari satu \($1) · \($2)" },
        ring: { reached, due in
            [
                "memanfaatkan \(reached) dari yang dijangkau · \(due) dari yang jatuh tempo",
                "manfaat \(reached) dari dijangkau · \(due) dari jatuh tempo",
                "\(reached) dijangkau · \(due) jatuh tempo",
            ]
        },
        ringLabel: "hasil", ringEmpty: "belum ada pemantauan yang jatuh tempo",
        pokirTitle: { "Jejak pokir · tahun \($0)" },
        pokirNone: {
            "Belum ada program dari pokok-pokok pikiran tahun \($0); isi pengusulnya pada program (3 Kelas)."
        },
        classesShort: "Kelas", equipmentShort: "Alat",
        pokirSource: { proposer, reference, program in
            [proposer, reference, program].compactMap(\.self).joined(separator: " · ")
        },
        equipmentMeaning: "Alat: yang sekarang dipegang lulusan program ini; Enter membuka daftarnya",
        equipmentOf: { "Peralatan di tangan lulusan \($0)" })

    static let english = OutcomePhrases(
        title: { "Outcomes by \($0) · year \($1)" },
        pictureTitle: { "Ladder of outcomes · year \($0)" },
        short: {
            switch $0 {
            case .tookPart: "Part"
            case .completed: "Done"
            case .certified: "Certif"
            case .due: "Due"
            case .reached: "Reached"
            case .using: "Using"
            case .working: "Working"
            case .selfEmployed: "Own"
            case .standing: "Standing"
            }
        },
        meaning: {
            switch $0 {
            case .tookPart: "Took part: attending, completed or certified"
            case .completed: "Completed: finished the class"
            case .certified: "Certified: finished with a certificate"
            case .due: "Due: completed, and the first check is due by now"
            case .reached: "Reached: of those due, it is known what became of them"
            case .using: "Using it: related work or a business, by what was found last"
            case .working: "Working: by what was found last, related to the training or not"
            case .selfEmployed: "Self-employed: runs a business, by what was found last"
            case .standing: "Standing: still works or runs a business 12 months after the class"
            }
        },
        workersShort: "Workers",
        workersMeaning: "Workers absorbed: taken on by participants, no participants, so without names",
        ofReachedShort: "% reached",
        ofReachedMeaning: "% reached: those who use it, of those reached",
        ofDueShort: "% due",
        ofDueMeaning: "% due: of all who were due, at least–at most",
        stepHeading: "Step", countHeading: "People", ofTookPart: "of part",
        names: { "\($1) · \($0.lowercased()) · \($2)" },
        repeatedNames: { "\($0) · counted in more than one \($1) · \($2)" },
        ring: { reached, due in
            [
                "use it: \(reached) of those reached · \(due) of all who were due",
                "\(reached) of reached · \(due) of due",
            ]
        },
        ringLabel: "outcome", ringEmpty: "no check is due yet",
        pokirTitle: { "Pokir trail · year \($0)" },
        pokirNone: { "No program of \($0) comes from a proposal; enter the proposer on the program (3 Classes)." },
        classesShort: "Classes", equipmentShort: "Items",
        pokirSource: { proposer, reference, program in
            [proposer, reference, program].compactMap(\.self).joined(separator: " · ")
        },
        equipmentMeaning: "Items: held now by graduates of this program; Enter opens them",
        equipmentOf: { "Equipment held by graduates of \($0)" })
}

extension Language {
    /// A share in whole percent, cut: `42 %`.
    public func wholePercent(_ percent: Percent) -> String { "\(number(percent.tenths / 10)) %" }

    /// Between which shares something lies, in whole percent, both cut: `18–71 %`; one where both are the same.
    public func wholePercent(from least: Percent, to most: Percent) -> String {
        let (first, last) = (least.tenths / 10, most.tenths / 10)
        return first == last ? wholePercent(least) : "\(number(first))–\(number(last)) %"
    }

    /// An amount of money: `Rp1.250.000`.
    public func rupiah(_ amount: Int) -> String { "Rp\(number(amount))" }
}

/// What keys do on the screens of monitoring.
public struct MonitoringKeyPhrases: Sendable {
    // Where they are reached from
    public let outcomes: KeyPhrase
    public let equipment: KeyPhrase
    public let recall: KeyPhrase
    public let pokir: KeyPhrase

    // The ladder
    public let by: KeyPhrase
    public let picture: KeyPhrase

    // Equipment
    public let otherList: KeyPhrase
    public let newItem: KeyPhrase
    public let openItem: KeyPhrase
    public let checkItem: KeyPhrase
    public let moveItem: KeyPhrase
    public let editItem: KeyPhrase
    public let openPerson: KeyPhrase
    public let openCode: KeyPhrase

    // Recall
    public let newRecall: KeyPhrase
    public let openRecall: KeyPhrase
    public let asked: KeyPhrase
    public let willing: KeyPhrase
    public let declined: KeyPhrase
    public let placed: KeyPhrase
    public let mark: KeyPhrase
    public let markAll: KeyPhrase
    public let revealPhone: KeyPhrase
    public let keepState: KeyPhrase
    public let keepRecall: KeyPhrase
    public let previewPage: KeyPhrase

    static let indonesian = MonitoringKeyPhrases(
        outcomes: KeyPhrase("hasil", "tangga hasil: dari ikut sampai bekerja atau berusaha"),
        equipment: KeyPhrase("peralatan", "daftar bantuan peralatan"),
        recall: KeyPhrase("pemanggilan", "daftar alumni yang dipanggil kembali"),
        pokir: KeyPhrase("pokir", "jejak usulan anggota dewan: kelas, orang, hasil, alat"),
        by: KeyPhrase("menurut", "pilih hasil menurut apa: jalur, program, bulan, …"),
        picture: KeyPhrase("tangga", "tangga seluruh tahun sebagai balok, atau kembali ke tabel"),
        otherList: KeyPhrase("daftar", "semua, jatuh tempo, lama tidak diperiksa, menganggur, hilang"),
        newItem: KeyPhrase("alat baru", "catat alat yang diserahkan"),
        openItem: KeyPhrase("buka", "buka riwayat alat yang disorot"),
        checkItem: KeyPhrase("periksa", "catat pemeriksaan: kondisi, tempat, catatan"),
        moveItem: KeyPhrase("alihkan", "serahkan ke pemegang lain; riwayatnya tetap"),
        editItem: KeyPhrase("ubah", "ubah data alat"),
        openPerson: KeyPhrase("berkas", "buka berkas orang di baris ini"),
        openCode: KeyPhrase("buka/selesai", "kode stiker: buka alatnya; kata lain: selesai mengetik"),
        newRecall: KeyPhrase("daftar baru", "cari alumni dan simpan sebagai daftar"),
        openRecall: KeyPhrase("buka", "buka orang-orang di daftar ini"),
        asked: KeyPhrase("dihubungi", "sudah dihubungi"),
        willing: KeyPhrase("bersedia", "bersedia"),
        declined: KeyPhrase("menolak", "menolak"),
        placed: KeyPhrase("ditempatkan", "sudah ditempatkan"),
        mark: KeyPhrase("tandai", "tandai atau lepaskan baris yang disorot"),
        markAll: KeyPhrase("semua", "tandai semua baris, atau lepaskan semua"),
        revealPhone: KeyPhrase("telepon", "tampilkan nomor telepon lengkap; tercatat dalam log"),
        keepState: KeyPhrase("simpan", "simpan keadaan ini dengan catatannya"),
        keepRecall: KeyPhrase("simpan daftar", "simpan yang cocok sebagai daftar"),
        previewPage: KeyPhrase("yang cocok", "halaman lain dari yang cocok"))

    static let english = MonitoringKeyPhrases(
        outcomes: KeyPhrase("outcomes", "the ladder: from taking part to work or a business"),
        equipment: KeyPhrase("equipment", "the register of equipment handed out"),
        recall: KeyPhrase("recall", "lists of alumni to call back"),
        pokir: KeyPhrase("pokir", "the trail of council members' proposals: classes, people, outcomes, equipment"),
        by: KeyPhrase("by", "choose what outcomes are taken by: track, program, month, …"),
        picture: KeyPhrase("ladder", "the whole year's ladder as bars, or back to the table"),
        otherList: KeyPhrase("list", "all, due, long not checked, idle, lost"),
        newItem: KeyPhrase("new item", "enter an item that was handed over"),
        openItem: KeyPhrase("open", "open the life-line of the highlighted item"),
        checkItem: KeyPhrase("check", "enter a check: condition, place, note"),
        moveItem: KeyPhrase("move", "hand it to another holder; its life-line stays"),
        editItem: KeyPhrase("edit", "change the facts of the item"),
        openPerson: KeyPhrase("file", "open the file of the person on this line"),
        openCode: KeyPhrase("open/done", "a code from a sticker: open its item; other words: stop typing"),
        newRecall: KeyPhrase("new list", "find alumni and keep them as a list"),
        openRecall: KeyPhrase("open", "open the people of this list"),
        asked: KeyPhrase("asked", "was asked"),
        willing: KeyPhrase("willing", "is willing"),
        declined: KeyPhrase("declined", "declined"),
        placed: KeyPhrase("placed", "was placed"),
        mark: KeyPhrase("mark", "mark the highlighted row, or free it"),
        markAll: KeyPhrase("all", "mark all rows, or free all"),
        revealPhone: KeyPhrase("phone", "show the whole phone number; this is logged"),
        keepState: KeyPhrase("save", "save this state with its note"),
        keepRecall: KeyPhrase("keep list", "keep those who fit as a list"),
        previewPage: KeyPhrase("who fits", "another page of those who fit"))
}
