import Training

/// How a headline came about, told step by step; see ``Phrasebook``.
public struct ExplanationPhrases: Sendable {
    public let title: @Sendable (_ year: Int) -> String
    /// What a step counts, in a sentence that its count stands beside.
    public let step: @Sendable (_ step: Explanation.Step, _ year: Int) -> String
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
        step: { step, year in
            switch step {
            case .onFile: "Semua keikutsertaan yang tercatat, dari semua tahun"
            case .otherYears: "dikurangi: kelas tahun anggaran lain"
            case .ofYear: "Keikutsertaan di kelas tahun anggaran \(year)"
            case .cancelled: "dikurangi: batal, tidak jadi ikut"
            case .registered: "dikurangi: baru terdaftar, belum mengikuti"
            case .dropped: "dikurangi: berhenti di tengah jalan"
            case .counted: "Yang dihitung: mengikuti, selesai, dan bersertifikat"
            case .repeats: "dikurangi: keikutsertaan kedua dan seterusnya dari orang yang sama"
            case .people: "Orang yang ikut pelatihan, masing-masing satu kali"
            case .severalClasses: "di antaranya: ikut lebih dari satu kelas"
            case .outside: "di antaranya: tinggal di luar Tabalong"
            case .noNIK: "di antaranya: belum punya NIK"
            case .openDoubts: "di antaranya: ada yang masih perlu diperiksa"
            }
        },
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
        pastHasNoNames: "Angka dari hari lalu tidak terbuka ke nama; daftar nama selalu keadaan sekarang.",
        askDay: "Keadaan pada tanggal:", askDayHint: "Enter tampilkan · kosong: sekarang · Esc batal",
        dayInFuture: { "\($0) belum tiba; pilih hari ini atau hari yang lalu" },
        nothingYet: { "belum ada data sampai akhir tanggal \($0)" }, loading: "menghitung…")

    static let english = ExplanationPhrases(
        title: { "How the figure of fiscal year \($0) comes about" },
        step: { step, year in
            switch step {
            case .onFile: "All enrollments on file, of every year"
            case .otherYears: "less: classes of other fiscal years"
            case .ofYear: "Enrollments in classes of fiscal year \(year)"
            case .cancelled: "less: cancelled, did not take part"
            case .registered: "less: registered only, not attending yet"
            case .dropped: "less: dropped out"
            case .counted: "What counts: attending, completed and certified"
            case .repeats: "less: second and further enrollments of the same person"
            case .people: "People who took part, each once"
            case .severalClasses: "among them: in more than one class"
            case .outside: "among them: living outside Tabalong"
            case .noNIK: "among them: without a NIK yet"
            case .openDoubts: "among them: with something still to settle"
            }
        },
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
        pastHasNoNames: "Figures of an earlier day do not open to names; lists of names are always of now.",
        askDay: "As it stood on:", askDayHint: "Enter shows it · empty: now · Esc cancels",
        dayInFuture: { "\($0) has not come yet; choose today or an earlier day" },
        nothingYet: { "nothing was on file by the end of \($0)" }, loading: "counting…")
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
