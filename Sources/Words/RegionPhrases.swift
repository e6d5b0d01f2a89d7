import Training

/// Words of Wilayah; see ``Phrasebook``.
public struct RegionPhrases: Sendable {
    /// What stands above the kecamatan.
    public let title: @Sendable (_ year: Int) -> String
    /// What stands above the desa of a kecamatan.
    public let desaTitle: @Sendable (_ kecamatan: String, _ year: Int) -> String
    /// What stands above a table by another dimension.
    public let by: @Sendable (_ dimension: String, _ year: Int) -> String
    /// What stands above a crossing, of one kecamatan where one is given.
    public let crossed:
        @Sendable (_ kecamatan: String?, _ rows: String, _ columns: String, _ counted: String, _ year: Int) -> String
    /// What stands above the names behind a figure.
    public let names: @Sendable (_ place: String, _ year: Int) -> String
    /// All lines together, in the heading of their names.
    public let regency: String
    /// The line of those whose desa is not on file.
    public let desaUnknown: String
    public let noOrganizer: String
    public let noFunding: String
    public let total: String
    /// The line of what counting people once takes away.
    public let overlap: String
    /// The column of the same.
    public let overlapHeading: String
    /// Those who are counted twice, in the heading of their names.
    public let overlapNames: @Sendable (_ dimension: String) -> String
    public let residents: String
    public let loading: String
    /// There is nothing to take totals by: no program, for instance.
    public let noLines: String
    public let unreached: @Sendable (_ count: String) -> String
    public let allReached: String
    /// Which of all lines are in sight.
    public let inSight: @Sendable (_ first: String, _ last: String, _ count: String) -> String
    /// What a bar of the picture is measured against.
    public let scaledToTarget: String
    public let scaledToResidents: String
    public let scaledToLargest: String
    /// How many people live where is not on file.
    public let noResidents: String
    /// The targets of the lines add up to something else than the target of the whole.
    public let targetsDiffer: @Sendable (_ sum: String, _ lines: String, _ dimension: String, _ whole: String) -> String
    public let chooseRows: String
    public let chooseColumns: @Sendable (_ rows: String) -> String

    static let indonesian = RegionPhrases(
        title: { "Wilayah · tahun \($0)" },
        desaTitle: { "Kec. \($0) · desa dan kelurahan · tahun \($1)" },
        by: { "Menurut \($0) · tahun \($1)" },
        crossed: { kecamatan, rows, columns, counted, year in
            (kecamatan.map { "Kec. \($0) · " } ?? "") + "\(rows) × \(columns) · \(counted) · tahun \(year)"
        },
        names: { "\($0) · ikut pelatihan \($1)" },
        regency: "Kabupaten", desaUnknown: "desa belum dicatat", noOrganizer: "tanpa penyelenggara",
        noFunding: "tanpa sumber dana", total: "Jumlah", overlap: "terhitung rangkap", overlapHeading: "Rangkap",
        overlapNames: { "terhitung di lebih dari satu \($0)" },
        residents: "Penduduk", loading: "memuat angka…", noLines: "belum ada yang dapat dihitung di sini",
        unreached: { "\($0) desa belum terjangkau" },
        allReached: "Semua desa sudah terjangkau.",
        inSight: { "\($0)–\($1) dari \($2)" },
        scaledToTarget: "balok: bagian dari target, │ = 100 %",
        scaledToResidents: "balok: bagian dari penduduk", scaledToLargest: "balok: jumlahnya, │ = target",
        noResidents: "Jumlah penduduk belum dicatat; isi dengan: silat residents set",
        targetsDiffer: { "Target \($1) \($2) berjumlah \($0); target kabupaten \($3)" },
        chooseRows: "Tampilkan menurut", chooseColumns: { "\($0) disilangkan dengan" })

    static let english = RegionPhrases(
        title: { "Regions · year \($0)" },
        desaTitle: { "Kec. \($0) · desa and kelurahan · year \($1)" },
        by: { "By \($0) · year \($1)" },
        crossed: { kecamatan, rows, columns, counted, year in
            (kecamatan.map { "Kec. \($0) · " } ?? "") + "\(rows) × \(columns) · \(counted) · year \(year)"
        },
        names: { "\($0) · took part in \($1)" },
        regency: "Regency", desaUnknown: "desa not on file", noOrganizer: "no organizer", noFunding: "no funding",
        total: "Total", overlap: "counted twice", overlapHeading: "Twice",
        overlapNames: { "counted in more than one \($0)" },
        residents: "Residents", loading: "reading figures…", noLines: "nothing to count here yet",
        unreached: { "\($0) desa not reached" },
        allReached: "Every desa has been reached.",
        inSight: { "\($0)–\($1) of \($2)" },
        scaledToTarget: "bars: share of the target, │ = 100 %",
        scaledToResidents: "bars: share of residents", scaledToLargest: "bars: the count, │ = target",
        noResidents: "Residents are not on file; enter them with: silat residents set",
        targetsDiffer: { "Targets of \($1) \($2) add up to \($0); the target of the regency is \($3)" },
        chooseRows: "Show by", chooseColumns: { "\($0) crossed with" })
}

/// What keys do on Wilayah.
public struct RegionKeyPhrases: Sendable {
    public let down: KeyPhrase
    public let by: KeyPhrase
    public let cross: KeyPhrase
    public let picture: KeyPhrase
    public let scale: KeyPhrase
    public let counted: KeyPhrase
    public let unreached: KeyPhrase

    static let indonesian = RegionKeyPhrases(
        down: KeyPhrase("desa", "buka desa dan kelurahan kecamatan ini"),
        by: KeyPhrase("menurut", "pilih angka menurut apa: desa, jalur, bulan, …"),
        cross: KeyPhrase("silang", "silangkan dengan jalur, bulan, …; jumlahnya di kedua tepi"),
        picture: KeyPhrase("gambar", "tabel menjadi balok, atau kembali"),
        scale: KeyPhrase("skala", "ukur balok terhadap target atau terhadap penduduk"),
        counted: KeyPhrase("orang/ikut", "hitung orang atau keikutsertaan"),
        unreached: KeyPhrase("belum", "hanya desa yang belum terjangkau, atau semua lagi"))

    static let english = RegionKeyPhrases(
        down: KeyPhrase("desa", "open the desa and kelurahan of this kecamatan"),
        by: KeyPhrase("by", "choose what figures are taken by: desa, track, month, …"),
        cross: KeyPhrase("cross", "cross with track, month, … with totals on both edges"),
        picture: KeyPhrase("picture", "turn the table into bars, or back"),
        scale: KeyPhrase("scale", "measure the bars against the target or against residents"),
        counted: KeyPhrase("count", "count people or enrollments"),
        unreached: KeyPhrase("unreached", "only desa that nobody comes from, or all again"))
}
