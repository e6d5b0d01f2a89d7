/// Capaian: the year's gauge and its totals.
public struct AchievementPhrases: Sendable {
    public let title: @Sendable (_ year: Int) -> String
    /// What to do where the year has no target.
    public let noTarget: String
    public let targets: @Sendable (_ original: String?, _ revised: String?) -> String
    public let counts: @Sendable (_ people: String, _ enrollments: String, _ rule: String) -> String
    /// What is shown beside the figure and never in it.
    public let beside: @Sendable (_ statuses: String) -> String
    /// Which rows of a table are in sight, where not all are.
    public let rowsInSight: @Sendable (_ first: Int, _ last: Int, _ all: Int) -> String

    static let indonesian = AchievementPhrases(
        title: { "Capaian pelatihan tahun anggaran \($0)" },
        noTarget: "Belum ada target untuk tahun ini: tekan t untuk menetapkannya.",
        targets: { original, revised in
            [original.map { "target awal \($0)" }, revised.map { "target perubahan \($0)" }]
                .compactMap(\.self).joined(separator: " · ")
        },
        counts: { "\($0) orang · \($1) keikutsertaan · dihitung per \($2)" },
        beside: { "di luar hitungan: \($0)" },
        rowsInSight: { "baris \($0)–\($1) dari \($2)" })

    static let english = AchievementPhrases(
        title: { "Training in fiscal year \($0)" },
        noTarget: "There is no target for this year yet: press t to set one.",
        targets: { original, revised in
            [original.map { "original target \($0)" }, revised.map { "revised target \($0)" }]
                .compactMap(\.self).joined(separator: " · ")
        },
        counts: { "\($0) people · \($1) enrollments · counted by \($2)" },
        beside: { "beside the figure: \($0)" },
        rowsInSight: { "rows \($0)–\($1) of \($2)" })
}
