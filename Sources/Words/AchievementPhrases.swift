import Training

/// Capaian: the year's gauge and its totals; the years side by side; the wall.
public struct AchievementPhrases: Sendable {
    public let title: @Sendable (_ year: Int) -> String
    /// What to do where the year has no target.
    public let noTarget: String
    /// The letters of the marks on the gauge, each other than the rest.
    public let originalMark: String
    public let revisedMark: String
    public let daysMark: String
    public let seatsMark: String
    /// What the marks stand for; a share is in whole percent.
    public let original: @Sendable (_ count: String) -> String
    public let revised: @Sendable (_ count: String) -> String
    public let paceByDays: @Sendable (_ share: Int, _ count: String) -> String
    public let paceBySeats: @Sendable (_ share: Int, _ count: String) -> String
    /// A lap's end on the gauge.
    public let lap: @Sendable (_ number: Int, _ count: String) -> String
    /// What is shown beside the figure and never in it.
    public let beside: String
    public let countedBy: @Sendable (_ rule: String) -> String
    public let tookPart: String
    /// What stands above the names behind a figure.
    public let names: @Sendable (_ what: String, _ year: Int) -> String
    /// What was entered, as it stands before ``today`` and ``week``.
    public let entries: String
    public let today: String
    public let week: String
    public let by: String
    /// What stands above the names that were entered since some time.
    public let entered: @Sendable (_ when: String) -> String
    public let enteredBy: @Sendable (_ when: String, _ who: String) -> String
    public let goal: @Sendable (_ count: String, _ lastYear: Int) -> String
    /// A goal and its years' sum: who takes part in two years counts in both.
    public let goalSum: @Sendable (_ goal: String, _ first: Int, _ last: Int, _ sum: String, _ rule: String) -> String
    /// How often people of one track are counted again in another, and what the tracks add up to.
    public let overlap: String
    public let overlapSum: @Sendable (_ tracks: String) -> String
    public let overlapNames: String
    public let months: String
    public let peak: @Sendable (_ month: String) -> String
    /// Where targets of parts do not add up to the whole's.
    public let kecamatanTargets: @Sendable (_ parts: Int, _ sum: String, _ whole: String) -> String
    public let trackTargets: @Sendable (_ parts: Int, _ sum: String, _ whole: String) -> String
    // The years side by side
    public let yearsTitle: String
    public let originalHeading: String
    public let revisedHeading: String
    public let laps: String
    public let trackHeading: @Sendable (Track) -> String
    public let trackEnrollments: @Sendable (Track) -> String
    public let loading: String
    // The months
    public let monthsTitle: @Sendable (_ year: Int) -> String
    public let fiscalYear: String
    // The wall
    public let wallTitle: @Sendable (_ year: Int) -> String
    public let wallTarget: @Sendable (_ target: String) -> String
    public let wallWithoutTarget: String

    static let indonesian = AchievementPhrases(
        title: { "Capaian pelatihan tahun anggaran \($0)" },
        noTarget: "Belum ada target untuk tahun ini: tekan t untuk menetapkannya.",
        originalMark: "A", revisedMark: "P", daysMark: "H", seatsMark: "K",
        original: { "target awal \($0)" }, revised: { "target perubahan \($0)" },
        paceByDays: { "laju hari \($0) % = \($1)" }, paceBySeats: { "laju kursi \($0) % = \($1)" },
        lap: { "\($0)× = \($1)" },
        beside: "di luar hitungan:", countedBy: { "dihitung per \($0)" }, tookPart: "ikut pelatihan",
        names: { "\($0) · tahun \($1)" },
        entries: "entri", today: "hari ini", week: "minggu ini", by: "oleh",
        entered: { "dicatat \($0)" }, enteredBy: { "dicatat \($0) oleh \($1)" },
        goal: { "\($0) sampai \($1):" },
        goalSum: { "Sasaran \($1)–\($2): \($0) \($4) · jumlah tahun-tahunnya \($3)" },
        overlap: "terhitung lagi di jalur lain", overlapSum: { "jalur berjumlah \($0), orangnya" },
        overlapNames: "ikut juga di jalur lain",
        months: "12 bulan", peak: { "terbanyak \($0)" },
        kecamatanTargets: { "target \($0) kecamatan berjumlah \($1), kabupaten \($2)" },
        trackTargets: { "target \($0) jalur berjumlah \($1), kabupaten \($2)" },
        yearsTitle: "Tahun-tahun anggaran berdampingan", originalHeading: "Awal", revisedHeading: "Perubahan",
        laps: "Putaran",
        trackHeading: {
            switch $0 {
            case .community: "Masyarakat"
            case .competency: "Kompetensi"
            case .nonCompetency: "Nonkompetensi"
            }
        },
        trackEnrollments: { _ in "keikutsertaan" }, loading: "memuat…",
        monthsTitle: { "Menurut bulan mulai kelas · tahun \($0)" }, fiscalYear: "Tahun",
        wallTitle: { "CAPAIAN PELATIHAN \($0)" }, wallTarget: { "target \($0)" },
        wallWithoutTarget: "belum ada target")

    static let english = AchievementPhrases(
        title: { "Training in fiscal year \($0)" },
        noTarget: "There is no target for this year yet: press t to set one.",
        originalMark: "O", revisedMark: "R", daysMark: "D", seatsMark: "S",
        original: { "original target \($0)" }, revised: { "revised target \($0)" },
        paceByDays: { "pace by days \($0) % = \($1)" }, paceBySeats: { "by seats \($0) % = \($1)" },
        lap: { "\($0)× = \($1)" },
        beside: "beside the figure:", countedBy: { "counted by \($0)" }, tookPart: "took part",
        names: { "\($0) · year \($1)" },
        entries: "entries", today: "today", week: "this week", by: "by",
        entered: { "entered \($0)" }, enteredBy: { "entered \($0) by \($1)" },
        goal: { "\($0) by \($1):" },
        goalSum: { "Goal \($1)–\($2): \($0) \($4) · its years add up to \($3)" },
        overlap: "counted again in another track", overlapSum: { "tracks add up to \($0), people to" },
        overlapNames: "in another track as well",
        months: "12 months", peak: { "most in \($0)" },
        kecamatanTargets: { "targets of \($0) kecamatan add up to \($1), the regency's is \($2)" },
        trackTargets: { "targets of \($0) tracks add up to \($1), the regency's is \($2)" },
        yearsTitle: "Fiscal years side by side", originalHeading: "Original", revisedHeading: "Revised",
        laps: "Laps",
        trackHeading: {
            switch $0 {
            case .community: "Community"
            case .competency: "Competency"
            case .nonCompetency: "Non-comp."
            }
        },
        trackEnrollments: { _ in "enrollments" }, loading: "loading…",
        monthsTitle: { "By the month in which classes begin · year \($0)" }, fiscalYear: "Year",
        wallTitle: { "TRAINING \($0)" }, wallTarget: { "target \($0)" }, wallWithoutTarget: "no target yet")
}

/// What keys do on Capaian, among the years and on the wall.
public struct AchievementKeyPhrases: Sendable {
    public let leadOn: KeyPhrase
    public let years: KeyPhrase
    public let wall: KeyPhrase
    public let toYear: KeyPhrase

    static let indonesian = AchievementKeyPhrases(
        leadOn: KeyPhrase("rinci", "buka angka-angka yang membentuk angka ini"),
        years: KeyPhrase("banding tahun", "semua tahun anggaran berdampingan"),
        wall: KeyPhrase("dinding", "tampilan besar untuk layar di dinding, tanpa nama orang; Esc kembali"),
        toYear: KeyPhrase("ke tahun ini", "tampilkan tahun anggaran yang disorot"))

    static let english = AchievementKeyPhrases(
        leadOn: KeyPhrase("open", "open the figures that this one is made of"),
        years: KeyPhrase("all years", "all fiscal years side by side"),
        wall: KeyPhrase("wall", "large figures for a screen on the wall, without personal names; Esc goes back"),
        toYear: KeyPhrase("to this year", "show the highlighted fiscal year"))
}
