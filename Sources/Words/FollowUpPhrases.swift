import Training

/// Words of Pemantauan and of the form of a check; see ``Phrasebook``.
public struct FollowUpPhrases: Sendable {
    // The figures
    public let title: String
    public let desaTitle: @Sendable (_ kecamatan: String) -> String
    public let late: String
    public let due: String
    public let upcoming: String
    public let done: String
    public let all: String
    public let total: String
    public let regency: String
    public let loading: String
    /// After how many days past its day a check is late.
    public let lateAfter: @Sendable (_ days: Int) -> String
    /// No class has ended yet whose participants completed it.
    public let nothing: String

    // The list
    /// What a list shows, in its heading.
    public let shownOpen: String
    public let listTitle: @Sendable (_ place: String, _ shown: String) -> String
    public let count: @Sendable (_ count: String) -> String
    /// There are more than the list reads.
    public let moreThan: @Sendable (_ count: String) -> String
    public let marked: @Sendable (_ count: Int) -> String
    public let noneHere: String
    public let nameHeading: String
    public let codeHeading: String
    public let markHeading: String
    public let dueHeading: String
    public let lateHeading: String
    public let attemptsHeading: String
    public let visitorHeading: String
    public let latestHeading: String
    public let programHeading: String
    public let today: String
    public let latest: @Sendable (_ outcome: String) -> String
    public let nextTry: @Sendable (_ date: String) -> String
    public let filterTitle: String
    public let everyVisitor: String
    public let byVisitor: @Sendable (_ visitor: String) -> String

    // Giving checks to a visitor
    public let assignTo: @Sendable (_ count: Int) -> String
    public let assignHint: String
    public let assigned: @Sendable (_ count: Int, _ visitor: String) -> String
    public let takenBack: @Sendable (_ count: Int) -> String

    // The form
    public let formTitle: @Sendable (_ mark: String, _ name: String) -> String
    public let outcomeTitle: @Sendable (_ name: String) -> String
    /// How many are still to come in the same desa.
    public let remaining: @Sendable (_ count: String, _ desa: String) -> String
    public let lastIn: @Sendable (_ desa: String) -> String
    public let dueOn: @Sendable (_ date: String) -> String
    public let daysLate: @Sendable (_ days: Int) -> String
    public let attempts: @Sendable (_ count: Int) -> String
    public let givenTo: @Sendable (_ visitor: String) -> String
    /// The check was done before; what is recorded now is a fact besides.
    public let doneBefore: String
    public let noPhone: String
    public let notMet: String
    public let outcomeHint: String
    public let reasonHint: String
    public let isFormal: String
    public let isRelated: String
    public let yes: String
    public let no: String
    public let note: String
    public let date: String
    /// The third attempt that reaches nobody makes somebody unreachable.
    public let lastAttempt: @Sendable (_ attempt: Int) -> String
    public let noNumber: @Sendable (_ typed: String) -> String
    public let recorded: @Sendable (_ name: String, _ what: String, _ mark: String?) -> String
    public let attempt: @Sendable (_ count: Int) -> String
    public let lastOfDesa: String

    // The path
    public let path: String
    public let outcomes: String
    public let noOutcome: String

    // Codes
    public let askCode: String
    public let codeHint: String
}

extension FollowUpPhrases {
    static let indonesian = FollowUpPhrases(
        title: "Pemantauan alumni", desaTitle: { "Pemantauan · Kec. \($0)" },
        late: "Terlambat", due: "Jatuh tempo", upcoming: "Akan datang", done: "Selesai", all: "Semua",
        total: "Jumlah", regency: "Kabupaten", loading: "memuat…",
        lateAfter: { "terlambat: lewat lebih dari \($0) hari" },
        nothing: "Belum ada yang perlu dipantau: belum ada peserta yang menyelesaikan kelas.",
        shownOpen: "terlambat dan jatuh tempo", listTitle: { "\($0) · \($1)" }, count: { "\($0) pemantauan" },
        moreThan: { "baru \($0) yang pertama; f untuk menyaring" }, marked: { "\($0) ditandai" },
        noneHere: "Tidak ada pemantauan di sini – f untuk melihat yang lain",
        nameHeading: "Nama", codeHeading: "Kode", markHeading: "Bln", dueHeading: "Jatuh tempo",
        lateHeading: "Lewat", attemptsHeading: "Coba", visitorHeading: "Petugas", latestHeading: "Hasil terakhir",
        programHeading: "Pelatihan", today: "hari ini", latest: { "terakhir: \($0)" },
        nextTry: { "coba lagi \($0)" }, filterTitle: "Tampilkan pemantauan", everyVisitor: "semua petugas",
        byVisitor: { "petugas \($0)" },
        assignTo: { $0 == 1 ? "Tugaskan kepada:" : "Tugaskan \($0) pemantauan kepada:" },
        assignHint: "kosong: tugas dicabut",
        assigned: { "\($0) pemantauan ditugaskan kepada \($1) (u urungkan)" },
        takenBack: { "\($0) pemantauan tidak ditugaskan lagi (u urungkan)" },
        formTitle: { "Pemantauan \($0) · \($1)" }, outcomeTitle: { "Hasil · \($0)" },
        remaining: { "\($0) lagi di \($1)" }, lastIn: { "terakhir di \($0)" },
        dueOn: { "jatuh tempo \($0)" }, daysLate: { "lewat \($0) hari" }, attempts: { "\($0) kali dicoba" },
        givenTo: { "ditugaskan kepada \($0)" },
        doneBefore: "sudah selesai; yang dicatat sekarang menjadi fakta baru",
        noPhone: "tanpa telepon", notMet: "tidak bertemu",
        outcomeHint: "1 bekerja 2 wirausaha 3 belajar 4 belum 5 tidak bertemu",
        reasonHint: "2 modal 3 alat 4 pembeli …; spasi: semua", isFormal: "Formal",
        isRelated: "Sesuai pelatihan", yes: "ya", no: "tidak", note: "Catatan", date: "Tanggal",
        lastAttempt: { "percobaan ke-\($0): tercatat tidak terjangkau" },
        noNumber: { "“\($0)” bukan jumlah orang; tulis angka, misalnya 2" },
        recorded: { name, what, mark in ["Tercatat: \(name)", what, mark].compactMap(\.self).joined(separator: " · ") },
        attempt: { "percobaan ke-\($0), tidak bertemu" },
        lastOfDesa: "yang terakhir di desa ini", path: "Perjalanan", outcomes: "Hasil",
        noOutcome: "Belum ada kelas yang diselesaikan; hasil baru ada sesudah itu",
        askCode: "Kode:", codeHint: "misalnya P-0123-2 pada lembar, A-0123-8 pada stiker")

    static let english = FollowUpPhrases(
        title: "Follow-up of alumni", desaTitle: { "Follow-up · Kec. \($0)" },
        late: "Late", due: "Due", upcoming: "Upcoming", done: "Done", all: "All", total: "Total",
        regency: "Regency", loading: "loading…", lateAfter: { "late: more than \($0) days past" },
        nothing: "Nobody to follow up yet: nobody has completed a class.",
        shownOpen: "late and due", listTitle: { "\($0) · \($1)" }, count: { "\($0) checks" },
        moreThan: { "only the first \($0); f to narrow" }, marked: { "\($0) marked" },
        noneHere: "No checks here – f to see others",
        nameHeading: "Name", codeHeading: "Code", markHeading: "Mon", dueHeading: "Due on", lateHeading: "Late",
        attemptsHeading: "Tried", visitorHeading: "Visitor", latestHeading: "Last outcome",
        programHeading: "Training", today: "today", latest: { "last: \($0)" }, nextTry: { "next try \($0)" },
        filterTitle: "Show checks", everyVisitor: "every visitor", byVisitor: { "visitor \($0)" },
        assignTo: { $0 == 1 ? "Give to:" : "Give \($0) checks to:" },
        assignHint: "empty: taken back",
        assigned: { "\($0) checks given to \($1) (u to undo)" },
        takenBack: { "\($0) checks given to nobody any more (u to undo)" },
        formTitle: { "Check of \($0) · \($1)" }, outcomeTitle: { "Outcome · \($0)" },
        remaining: { "\($0) more in \($1)" }, lastIn: { "the last in \($0)" },
        dueOn: { "due on \($0)" }, daysLate: { "\($0) days late" }, attempts: { "tried \($0) times" },
        givenTo: { "given to \($0)" }, doneBefore: "done already; what is recorded now is a new fact",
        noPhone: "no phone", notMet: "not met",
        outcomeHint: "1 working 2 self-employed 3 studying 4 not using 5 not met",
        reasonHint: "2 capital 3 equipment 4 market …; space: all", isFormal: "Formal",
        isRelated: "Uses training", yes: "yes", no: "no", note: "Note", date: "Date",
        lastAttempt: { "attempt \($0): recorded as unreachable" },
        noNumber: { "“\($0)” is no number of people; write digits, such as 2" },
        recorded: { name, what, mark in ["Recorded: \(name)", what, mark].compactMap(\.self).joined(separator: " · ") },
        attempt: { "attempt \($0), not met" },
        lastOfDesa: "the last of this desa", path: "Path", outcomes: "Outcomes",
        noOutcome: "No class is completed yet; outcomes come after that",
        askCode: "Code:", codeHint: "such as P-0123-2 on a sheet, A-0123-8 on a sticker")
}

/// What keys do on Pemantauan, in its lists and in the form of a check.
public struct FollowUpKeyPhrases: Sendable {
    public let down: KeyPhrase
    public let checks: KeyPhrase
    public let list: KeyPhrase
    public let record: KeyPhrase
    public let assign: KeyPhrase
    public let give: KeyPhrase
    public let narrow: KeyPhrase
    public let person: KeyPhrase
    public let mark: KeyPhrase
    public let markAll: KeyPhrase
    public let saveAndNext: KeyPhrase
    public let outcome: KeyPhrase
    public let code: KeyPhrase
    public let openCode: KeyPhrase

    static let indonesian = FollowUpKeyPhrases(
        down: KeyPhrase("desa", "buka desa dan kelurahan kecamatan ini"),
        checks: KeyPhrase("daftar", "buka pemantauan yang dihitung angka ini, yang terdekat dahulu"),
        list: KeyPhrase("semua", "daftar semua pemantauan di tabel ini, yang terdekat dahulu"),
        record: KeyPhrase("catat", "catat pemantauan yang disorot"),
        assign: KeyPhrase("tugaskan", "tugaskan baris yang ditandai, atau yang disorot, kepada seorang petugas"),
        give: KeyPhrase("tugaskan", "tugaskan kepada petugas ini"),
        narrow: KeyPhrase("saring", "pilih keadaan atau petugas yang ditampilkan"),
        person: KeyPhrase("berkas", "buka berkas peserta"),
        mark: KeyPhrase("tandai", "tandai atau lepaskan baris yang disorot"),
        markAll: KeyPhrase("semua", "tandai semua baris, atau lepaskan semua"),
        saveAndNext: KeyPhrase("simpan", "simpan dan lanjut ke pemantauan berikutnya di desa yang sama"),
        outcome: KeyPhrase("hasil", "catat hasil di luar jadwal pemantauan"),
        code: KeyPhrase("kode", "buka pemantauan atau alat dengan kodenya"),
        openCode: KeyPhrase("buka", "buka yang berkode ini"))

    static let english = FollowUpKeyPhrases(
        down: KeyPhrase("desa", "open this kecamatan's desa and kelurahan"),
        checks: KeyPhrase("list", "open the checks that this number counts, the nearest first"),
        list: KeyPhrase("all", "list all checks of this table, the nearest first"),
        record: KeyPhrase("record", "record the highlighted check"),
        assign: KeyPhrase("assign", "give the marked rows, or the highlighted one, to a visitor"),
        give: KeyPhrase("give", "give them to this visitor"),
        narrow: KeyPhrase("filter", "choose which checks are shown, or whose"),
        person: KeyPhrase("file", "open the participant's file"),
        mark: KeyPhrase("mark", "mark or unmark the highlighted row"),
        markAll: KeyPhrase("all", "mark all rows, or none"),
        saveAndNext: KeyPhrase("save", "save and go on to the next check of the same desa"),
        outcome: KeyPhrase("outcome", "record an outcome outside the schedule"),
        code: KeyPhrase("code", "open a check or an item of equipment by its code"),
        openCode: KeyPhrase("open", "open what has this code"))
}
