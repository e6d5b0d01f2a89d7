import Training

/// What organizers claimed beside the names on file; see ``Phrasebook``.
public struct ContributionPhrases: Sendable {
    public let title: @Sendable (_ year: Int) -> String
    public let claimed: String
    public let claimedOn: String
    public let letter: String
    /// Enrollments, as the heading of a narrow column.
    public let enrollments: String
    public let difference: String
    /// The likely reasons, as a heading.
    public let reasons: String
    /// A reason as the heading of a column.
    public let reason: @Sendable (Contribution.Reason) -> String
    /// A reason in a sentence, as it stands above its names.
    public let reasonTitle: @Sendable (Contribution.Reason) -> String
    public let names: @Sendable (_ what: String, _ organizer: String, _ year: Int) -> String
    public let total: String
    /// The line of those who stand in several organizers' figures.
    public let overlap: String
    /// The line of what no organizer is named for.
    public let unnamed: String
    public let noOrganizers: String
    /// How to read the columns: what a difference is.
    public let legend: @Sendable (CountingRule) -> String
    public let loading: String

    // The form of a claim
    public let claim: String
    public let claimOf: @Sendable (_ organizer: String, _ year: Int) -> String
    public let count: String
    public let dateOfReport: String
    public let letterNumber: String

    static let indonesian = ContributionPhrases(
        title: { "Kontribusi penyelenggara · klaim dan nama · tahun \($0)" },
        claimed: "Klaim", claimedOn: "Tgl lapor", letter: "Nomor surat",
        enrollments: "Ikut", difference: "Selisih", reasons: "Kemungkinan sebab",
        reason: {
            switch $0 {
            case .sameTwice: "Rangkap"
            case .noNIK: "Tanpa NIK"
            case .registered: "Terdaftar"
            case .dropped: "Berhenti"
            case .cancelled: "Batal"
            case .outside: "Luar"
            case .otherYear: "Tahun lain"
            }
        },
        reasonTitle: {
            switch $0 {
            case .sameTwice: "orang yang sama di dua kelas"
            case .noNIK: "belum punya NIK"
            case .registered: "baru terdaftar"
            case .dropped: "berhenti"
            case .cancelled: "batal"
            case .outside: "tinggal di luar Tabalong"
            case .otherYear: "dihitung di tahun anggaran lain"
            }
        },
        names: { what, organizer, year in "\(organizer) \(year) · \(what)" },
        total: "Jumlah", overlap: "rangkap antarpenyelenggara", unnamed: "tanpa penyelenggara",
        noOrganizers: "Belum ada penyelenggara; tambahkan di layar 3 Kelas.",
        legend: { rule in
            let named = rule == .people ? "orang" : "keikutsertaan"
            return "Selisih = klaim dikurangi \(named) tercatat; di kanannya kemungkinan sebab."
        },
        loading: "memuat…",
        claim: "Klaim", claimOf: { "Klaim \($0) · tahun \($1)" }, count: "Jumlah yang dilaporkan",
        dateOfReport: "Tanggal laporan", letterNumber: "Nomor surat")

    static let english = ContributionPhrases(
        title: { "Organizers' contributions · claimed and named · \($0)" },
        claimed: "Claimed", claimedOn: "Reported", letter: "Letter",
        enrollments: "Enrol.", difference: "Diff.", reasons: "Likely reasons",
        reason: {
            switch $0 {
            case .sameTwice: "Twice"
            case .noNIK: "No NIK"
            case .registered: "Registered"
            case .dropped: "Dropped"
            case .cancelled: "Cancelled"
            case .outside: "Outside"
            case .otherYear: "Other year"
            }
        },
        reasonTitle: {
            switch $0 {
            case .sameTwice: "the same person in two classes"
            case .noNIK: "without a NIK"
            case .registered: "registered only"
            case .dropped: "dropped out"
            case .cancelled: "cancelled"
            case .outside: "living outside Tabalong"
            case .otherYear: "counted in another fiscal year"
            }
        },
        names: { what, organizer, year in "\(organizer) \(year) · \(what)" },
        total: "Total", overlap: "with several organizers", unnamed: "no organizer",
        noOrganizers: "No organizers yet; add them on screen 3, classes.",
        legend: { "Diff. = claimed less \($0.rawValue) on file; likely reasons stand beside it." },
        loading: "loading…",
        claim: "Claim", claimOf: { "Claim of \($0) · \($1)" }, count: "Total reported",
        dateOfReport: "Date of report", letterNumber: "Letter number")
}

/// What keys do on contributions; see ``KeyPhrases``.
public struct ContributionKeyPhrases: Sendable {
    /// Opens the contributions.
    public let open: KeyPhrase
    public let setClaim: KeyPhrase

    static let indonesian = ContributionKeyPhrases(
        open: KeyPhrase("kontribusi", "klaim tiap penyelenggara di samping nama yang tercatat"),
        setClaim: KeyPhrase("isi klaim", "isi atau ubah klaim penyelenggara ini"))

    static let english = ContributionKeyPhrases(
        open: KeyPhrase("claims", "what each organizer claimed beside the names on file"),
        setClaim: KeyPhrase("set claim", "set or change this organizer's claim"))
}
