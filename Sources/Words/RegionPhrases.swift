/// Words of Wilayah; see ``Phrasebook``.
public struct RegionPhrases: Sendable {
    /// What stands above the kecamatan.
    public let title: @Sendable (_ year: Int) -> String
    /// What stands above the desa of a kecamatan.
    public let desaTitle: @Sendable (_ kecamatan: String, _ year: Int) -> String
    /// What stands above the names behind a figure.
    public let names: @Sendable (_ place: String, _ year: Int) -> String
    /// The line of those whose desa is not on file.
    public let desaUnknown: String
    public let total: String
    public let loading: String
    /// What the bars stand for.
    public let scale: @Sendable (_ full: String) -> String

    static let indonesian = RegionPhrases(
        title: { "Wilayah · tahun \($0)" },
        desaTitle: { "Kec. \($0) · desa dan kelurahan · tahun \($1)" },
        names: { "\($0) · ikut pelatihan \($1)" },
        desaUnknown: "desa belum dicatat", total: "Jumlah", loading: "memuat…",
        scale: { "penuh = \($0)" })

    static let english = RegionPhrases(
        title: { "Regions · year \($0)" },
        desaTitle: { "Kec. \($0) · desa and kelurahan · year \($1)" },
        names: { "\($0) · took part in \($1)" },
        desaUnknown: "desa not on file", total: "Total", loading: "loading…",
        scale: { "full = \($0)" })
}
