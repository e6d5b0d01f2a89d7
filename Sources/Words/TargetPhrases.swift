import Training

/// The targets of a year, their sums and their history; see ``Phrasebook``.
public struct TargetPhrases: Sendable {
    public let title: @Sendable (_ year: Int) -> String
    public let scope: String
    public let original: String
    public let revised: String
    public let inForce: String
    public let rule: String
    public let document: String
    public let regency: String
    public let term: @Sendable (_ first: Int, _ last: Int) -> String
    /// What the parts of one kind are called, `12 kecamatan`.
    public let parts: @Sendable (_ kind: TargetSum.Kind, _ count: Int) -> String
    /// The line that says what the parts add up to.
    public let sum: @Sendable (_ parts: String) -> String
    /// Both sums, where they differ.
    public let sumDiffers: @Sendable (_ parts: String, _ sum: String, _ whole: String, _ gap: String) -> String
    public let sumHasNoWhole: @Sendable (_ parts: String, _ sum: String) -> String
    public let lessThanWhole: @Sendable (_ gap: String, _ whole: String) -> String
    public let moreThanWhole: @Sendable (_ gap: String, _ whole: String) -> String
    public let sameAsWhole: String
    public let history: String
    public let from: String
    public let until: String
    /// A target that still holds.
    public let holds: String
    /// A version of a target, in one line.
    public let version: @Sendable (_ scope: String, _ stage: String, _ count: String) -> String
    /// A version with the time in which it held and who entered it.
    public let held: @Sendable (_ from: String, _ until: String, _ target: String, _ by: String) -> String
    public let neverHeld: @Sendable (_ entered: String, _ target: String, _ by: String) -> String
    public let noTargets: String
    public let loading: String

    // The form
    /// The choice of a term in the list of whom a target is for.
    public let severalYears: String
    public let lastYear: String
    public let lastYearHint: String

    static let indonesian = TargetPhrases(
        title: { "Target tahun anggaran \($0)" }, scope: "Untuk", original: "Awal", revised: "Perubahan",
        inForce: "Berlaku", rule: "Dihitung", document: "Dokumen", regency: "Kabupaten",
        term: { "Periode \($0)–\($1)" },
        parts: { kind, count in
            switch kind {
            case .kecamatan: "\(count) kecamatan"
            case .track: "\(count) jalur"
            case .organizer: "\(count) penyelenggara"
            case .years: "\(count) tahun"
            }
        },
        sum: { "jumlah \($0)" },
        sumDiffers: { "jumlah target \($0) \($1), target keseluruhan \($2); selisih \($3)" },
        sumHasNoWhole: { "jumlah target \($0) \($1); target keseluruhan belum ada" },
        lessThanWhole: { "kurang \($0) dari \($1)" }, moreThanWhole: { "lebih \($0) dari \($1)" }, sameAsWhole: "pas",
        history: "Riwayat: target mana berlaku kapan", from: "Dari", until: "Sampai", holds: "masih berlaku",
        version: { scope, stage, count in "\(scope), \(stage): \(count)" },
        held: { from, until, target, by in "\(from) – \(until)  \(target) · \(by)" },
        neverHeld: { entered, target, by in "\(entered) (tidak sempat berlaku)  \(target) · \(by)" },
        noTargets: "Belum ada target untuk tahun ini; tekan n untuk menetapkannya.", loading: "memuat…",
        severalYears: "Periode beberapa tahun", lastYear: "Sampai tahun",
        lastYearHint: "tahun terakhir periode, misalnya 2029")

    static let english = TargetPhrases(
        title: { "Targets of fiscal year \($0)" }, scope: "For", original: "Original", revised: "Revised",
        inForce: "In force", rule: "Counted", document: "Document", regency: "Regency",
        term: { "Term \($0)–\($1)" },
        parts: { kind, count in
            switch kind {
            case .kecamatan: "\(count) kecamatan"
            case .track: count == 1 ? "1 track" : "\(count) tracks"
            case .organizer: count == 1 ? "1 organizer" : "\(count) organizers"
            case .years: count == 1 ? "1 year" : "\(count) years"
            }
        },
        sum: { "sum of \($0)" },
        sumDiffers: { "the targets of \($0) add up to \($1), the whole's is \($2); difference \($3)" },
        sumHasNoWhole: { "the targets of \($0) add up to \($1); the whole has none yet" },
        lessThanWhole: { "\($0) short of \($1)" }, moreThanWhole: { "\($0) more than \($1)" }, sameAsWhole: "exact",
        history: "History: which target held when", from: "From", until: "Until", holds: "in force",
        version: { scope, stage, count in "\(scope), \(stage): \(count)" },
        held: { from, until, target, by in "\(from) – \(until)  \(target) · \(by)" },
        neverHeld: { entered, target, by in "\(entered) (never held)  \(target) · \(by)" },
        noTargets: "There is no target for this year yet; press n to set one.", loading: "loading…",
        severalYears: "Term of several years", lastYear: "Through year",
        lastYearHint: "the last year of the term, 2029 for instance")
}

/// What keys do on the list of targets; see ``KeyPhrases``.
public struct TargetKeyPhrases: Sendable {
    /// Opens the list.
    public let open: KeyPhrase
    public let new: KeyPhrase
    public let edit: KeyPhrase

    static let indonesian = TargetKeyPhrases(
        open: KeyPhrase("semua target", "semua target tahun ini, jumlah bagiannya, dan riwayatnya"),
        new: KeyPhrase("baru", "tetapkan target kecamatan, jalur, penyelenggara, atau periode"),
        edit: KeyPhrase("ubah", "ubah target yang disorot"))

    static let english = TargetKeyPhrases(
        open: KeyPhrase("all targets", "all targets of the year, what their parts add up to, and their history"),
        new: KeyPhrase("new", "set a target of a kecamatan, a track, an organizer or a term"),
        edit: KeyPhrase("edit", "change the highlighted target"))
}
