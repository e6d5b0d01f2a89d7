import Training

/// How a headline came about, told step by step; see ``Phrasebook``.
public struct ExplanationPhrases: Sendable {
    public let title: @Sendable (_ year: Int) -> String
    /// What a step counts, as it stands above its names.
    public let name: @Sendable (_ step: Explanation.Step, _ year: Int) -> String
    /// What is taken away begins so, and so does what is told of those who are left.
    public let less: @Sendable (_ name: String) -> String
    public let among: @Sendable (_ name: String) -> String
    public let stepHeading: String
    public let countHeading: String
    /// What is counted against the target.
    public let rule: @Sendable (CountingRule) -> String
    /// A target with its stage.
    public let target: @Sendable (_ stage: String, _ count: String) -> String
    public let source: @Sendable (_ source: String, _ date: String?) -> String
    /// Only the date of the document is on file.
    public let sourceOfDay: @Sendable (_ date: String) -> String
    public let noSource: String
    public let noTarget: String
    public let cutOff: @Sendable (_ moment: String) -> String
    /// What stands above figures of an earlier day.
    public let past: @Sendable (_ day: String) -> String
    /// Why figures of an earlier day do not open to names.
    public let pastHasNoNames: String
    public let askDay: String
    public let askDayHint: String
    public let dayInFuture: @Sendable (_ day: String) -> String
    public let nothingYet: @Sendable (_ day: String) -> String
    public let loading: String

    static let indonesian = ExplanationPhrases(
        title: { "Asal-usul angka tahun anggaran \($0)" },
        name: { step, year in
            switch step {
            case .onFile: "Semua keikutsertaan yang tercatat, dari semua tahun"
            case .otherYears: "kelas tahun anggaran lain"
            case .ofYear: "Keikutsertaan di kelas tahun anggaran \(year)"
            case .cancelled: "batal, tidak jadi ikut"
            case .registered: "baru terdaftar, belum mengikuti"
            case .dropped: "berhenti di tengah jalan"
            case .counted: "Yang dihitung: mengikuti, selesai, dan bersertifikat"
            case .repeats: "kelas kedua dan seterusnya dari orang yang sama"
            case .people: "Orang yang ikut pelatihan, masing-masing satu kali"
            case .severalClasses: "ikut lebih dari satu kelas"
            case .outside: "tinggal di luar Tabalong"
            case .noNIK: "belum punya NIK"
            case .openDoubts: "ada yang masih perlu diperiksa"
            }
        },
        less: { "dikurangi: \($0)" }, among: { "di antaranya: \($0)" },
        stepHeading: "Langkah", countHeading: "Jumlah",
        rule: {
            switch $0 {
            case .people: "Dihitung per orang: satu orang satu kali setahun, berapa pun kelasnya."
            case .enrollments: "Dihitung per keikutsertaan: satu orang sebanyak kelas yang diikutinya."
            }
        },
        target: { stage, count in "Target \(stage) \(count)" },
        source: { source, date in source + (date.map { ", tanggal \($0)" } ?? "") },
        sourceOfDay: { "dokumen tanggal \($0)" },
        noSource: "dokumen sumber belum dicatat", noTarget: "Belum ada target untuk tahun ini.",
        cutOff: { "Menurut yang tercatat sampai \($0)" },
        past: { "Keadaan pada akhir tanggal \($0), pukul 24.00" },
        pastHasNoNames: "Angka hari lalu tidak terbuka ke nama: daftar nama selalu keadaan sekarang.",
        askDay: "Keadaan pada tanggal:", askDayHint: "tanggal-bulan-tahun; kosong: sekarang",
        dayInFuture: { "\($0) belum tiba; pilih hari ini atau hari yang lalu" },
        nothingYet: { "belum ada data sampai akhir tanggal \($0)" }, loading: "menghitung…")

    static let english = ExplanationPhrases(
        title: { "How the figure of fiscal year \($0) comes about" },
        name: { step, year in
            switch step {
            case .onFile: "All enrollments on file, of every year"
            case .otherYears: "classes of other fiscal years"
            case .ofYear: "Enrollments in classes of fiscal year \(year)"
            case .cancelled: "cancelled, did not take part"
            case .registered: "registered only, not attending yet"
            case .dropped: "dropped out"
            case .counted: "What counts: attending, completed and certified"
            case .repeats: "second and further enrollments of the same person"
            case .people: "People who took part, each once"
            case .severalClasses: "in more than one class"
            case .outside: "living outside Tabalong"
            case .noNIK: "without a NIK yet"
            case .openDoubts: "with something still to settle"
            }
        },
        less: { "less: \($0)" }, among: { "among them: \($0)" },
        stepHeading: "Step", countHeading: "Count",
        rule: {
            switch $0 {
            case .people: "Counted by people: each once a year, in however many classes."
            case .enrollments: "Counted by enrollments: each person once for every class."
            }
        },
        target: { stage, count in "\(stage.prefix(1).uppercased() + stage.dropFirst()) target \(count)" },
        source: { source, date in source + (date.map { ", dated \($0)" } ?? "") },
        sourceOfDay: { "document dated \($0)" },
        noSource: "no document on file", noTarget: "There is no target for this year yet.",
        cutOff: { "By what was on file until \($0)" },
        past: { "As it stood at the end of \($0), 24:00" },
        pastHasNoNames: "Figures of an earlier day do not open: lists of names are always of now.",
        askDay: "As it stood on:", askDayHint: "day-month-year; empty: now",
        dayInFuture: { "\($0) has not come yet; choose today or an earlier day" },
        nothingYet: { "nothing was on file by the end of \($0)" }, loading: "counting…")
}

extension ExplanationPhrases {
    /// What a step counts, in a sentence that its count stands beside.
    public func sentence(_ step: Explanation.Step, _ year: Int) -> String {
        switch step.role {
        case .start, .sum: name(step, year)
        case .minus: less(name(step, year))
        case .among: among(name(step, year))
        }
    }
}

/// What keys do on the explanation; see ``KeyPhrases``.
public struct ExplanationKeyPhrases: Sendable {
    /// Opens the explanation.
    public let open: KeyPhrase
    public let asOf: KeyPhrase
    public let now: KeyPhrase
    public let show: KeyPhrase
    public let cancel: KeyPhrase

    static let indonesian = ExplanationKeyPhrases(
        open: KeyPhrase("asal-usul", "asal-usul angka: dari semua keikutsertaan sampai capaian"),
        asOf: KeyPhrase("tanggal", "keadaan pada satu tanggal yang lalu"),
        now: KeyPhrase("sekarang", "kembali ke keadaan sekarang"),
        show: KeyPhrase("tampilkan", "tampilkan keadaan pada tanggal itu"),
        cancel: KeyPhrase("batal", "tetap pada tanggal yang tampil"))

    static let english = ExplanationKeyPhrases(
        open: KeyPhrase("explain", "how the figure comes about, from all enrollments to the headline"),
        asOf: KeyPhrase("day", "as it stood on an earlier day"),
        now: KeyPhrase("now", "back to how it stands now"),
        show: KeyPhrase("show", "show how it stood on that day"),
        cancel: KeyPhrase("cancel", "stay with the day shown"))
}
