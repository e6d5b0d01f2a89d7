import Training

/// The report of a year, on paper and on screen 6; see ``Phrasebook``.
public struct ReportPhrases: Sendable {
    public let title: String
    public let fiscalYear: @Sendable (_ place: String, _ year: Int) -> String
    /// The year in a sentence: how many, of which target, which share, how many laps.
    public let headline:
        @Sendable (_ count: String, _ unit: CountingRule, _ year: Int, _ percent: String, _ target: String) -> String
    public let headlineWithoutTarget: @Sendable (_ count: String, _ unit: CountingRule, _ year: Int) -> String
    /// How often the target has been met in full, and how far it is met once more.
    public let met: @Sendable (_ laps: String, _ running: Int) -> String
    public let notMet: @Sendable (_ missing: String) -> String
    /// How the count comes about of all enrollments of the year.
    public let story:
        @Sendable (_ ofYear: String, _ takenAway: String, _ counted: String, _ repeats: String, _ people: String)
            -> String
    public let target: @Sendable (_ stage: String, _ count: String, _ unit: String) -> String
    public let share: String
    public let women: String

    // The gauge
    public let onceAround: @Sendable (_ target: String, _ unit: String) -> String
    public let gauge: @Sendable (_ percent: String, _ laps: String, _ count: String, _ target: String) -> String
    public let lap: @Sendable (_ number: Int) -> String
    public let laps: @Sendable (_ first: Int, _ last: Int) -> String

    // Sections
    public let explanation: String
    public let tracks: String
    public let tracksLead: String
    public let kecamatan: String
    public let map: String
    /// What the map is, for those who hear the page.
    public let mapTitle: String
    public let mapLead: String
    public let outside: @Sendable (_ count: String) -> String
    public let organizers: String
    public let organizersLead: @Sendable (_ unit: String) -> String
    /// How many organizers have reported nothing, and how many names of theirs are on file.
    public let unclaimed: @Sendable (_ organizers: String, _ named: String) -> String
    public let outcomes: String
    public let outcomesLead: String
    public let workers: @Sendable (_ count: String) -> String
    public let equipment: String
    public let equipmentLead: String
    public let noEquipment: String
    public let due: @Sendable (_ due: String, _ unchecked: String) -> String
    public let breakdown: String
    public let method: String

    // Headings and bars
    public let shareOfTarget: String
    public let shareOfResidents: String
    public let barsOfTarget: String
    public let barsOfCount: String
    public let barsOfClaim: String
    public let barsOfTookPart: String
    public let barsOfAll: String
    public let ofTookPart: String
    public let ofReached: String
    public let ofDue: String
    public let neverChecked: String
    public let noOrganizer: String
    public let noFunding: String
    public let barOfTarget: @Sendable (_ name: String, _ percent: String) -> String
    public let barOfCount: @Sendable (_ name: String, _ count: String) -> String
    public let barOfClaim: @Sendable (_ name: String, _ named: String, _ claimed: String?) -> String

    // Method
    public let other: @Sendable (_ count: String, _ rule: CountingRule) -> String
    public let written: @Sendable (_ moment: String) -> String
    public let cut: String
    public let residence: String
    public let overlap: String
    public let denominators: String
    public let privacy: String
    public let madeBy: String

    // The screen
    public let annual: String
    public let loading: String
    public let fileName: String
    public let saved: @Sendable (_ path: String) -> String
}

extension ReportPhrases {
    static let indonesian = ReportPhrases(
        title: "Laporan Capaian Pelatihan", fiscalYear: { "\($0) · Tahun Anggaran \($1)" },
        headline: { count, unit, year, percent, target in
            let what = unit == .people ? "\(count) orang mengikuti pelatihan" : "\(count) keikutsertaan pelatihan"
            return "\(what) pada tahun anggaran \(year): \(percent) dari \(target)."
        },
        headlineWithoutTarget: { count, unit, year in
            let what = unit == .people ? "\(count) orang mengikuti pelatihan" : "\(count) keikutsertaan pelatihan"
            return "\(what) pada tahun anggaran \(year). Target tahun ini belum ditetapkan."
        },
        met: { "Target sudah tercapai \($0) kali penuh; putaran berikutnya sudah \($1) %." },
        notMet: { "Target belum tercapai; masih kurang \($0)." },
        story: { ofYear, takenAway, counted, repeats, people in
            "Tercatat \(ofYear) keikutsertaan di kelas tahun ini. \(takenAway) di antaranya batal, baru terdaftar atau "
                + "berhenti, sehingga tinggal \(counted). Dari jumlah itu \(repeats) adalah kelas kedua dan seterusnya "
                + "dari orang yang sama; orangnya \(people), masing-masing dihitung satu kali."
        },
        target: { "target \($0) \($1) \($2)" }, share: "Capaian", women: "Perempuan",
        onceAround: { "Satu lingkaran penuh = \($0) \($1)" },
        gauge: { "\($0) dari target, yaitu \($1): \($2) terhadap target \($3)." },
        lap: { "Putaran \($0)" }, laps: { "Putaran \($0)–\($1)" },
        explanation: "Asal-usul angka", tracks: "Jalur pelatihan",
        tracksLead:
            "Tiap jalur terhadap targetnya sendiri. Yang ikut di lebih dari satu jalur muncul di tiap jalurnya.",
        kecamatan: "Kecamatan", map: "Peta petak kecamatan",
        mapTitle: "Peta petak 12 kecamatan, makin gelap makin tinggi",
        mapLead: "Tiap petak satu kecamatan, kira-kira menurut letaknya: utara di atas. Makin gelap makin tinggi.",
        outside: { "Di luar peta: \($0) orang yang tinggal di luar Tabalong." },
        organizers: "Penyelenggara: klaim dan nama",
        organizersLead: { "Selisih = yang dilaporkan penyelenggara dikurangi \($0) yang namanya tercatat." },
        unclaimed: { "\($0) penyelenggara belum melapor; tercatat \($1) dari mereka, tanpa selisih." },
        outcomes: "Tangga hasil",
        outcomesLead: "Dari ikut pelatihan sampai usaha yang bertahan. Persentase hasil selalu diberi dua penyebut.",
        workers: { "Usaha peserta menyerap \($0) pekerja lain, yang bukan peserta." },
        equipment: "Bantuan peralatan",
        equipmentLead: "Semua alat yang tercatat, menurut pemeriksaan terakhirnya, dari tahun mana pun penyerahannya.",
        noEquipment: "Belum ada alat yang dicatat.",
        due: { "\($0) alat perlu diperiksa sekarang; \($1) alat lebih dari enam bulan tidak dilihat." },
        breakdown: "Rincian lain", method: "Catatan metode",
        shareOfTarget: "Persen target", shareOfResidents: "% penduduk",
        barsOfTarget: "Dari target; garis = 100 %", barsOfCount: "Jumlah; garis = target",
        barsOfClaim: "Nama tercatat; garis = klaim", barsOfTookPart: "Bagian dari yang ikut",
        barsOfAll: "Bagian dari semua",
        ofTookPart: "% ikut", ofReached: "% terjangkau", ofDue: "% jatuh tempo", neverChecked: "belum pernah diperiksa",
        noOrganizer: "tanpa penyelenggara", noFunding: "tanpa sumber dana",
        barOfTarget: { "\($0): \($1) dari target" }, barOfCount: { "\($0): \($1)" },
        barOfClaim: { name, named, claimed in
            "\(name): \(named) tercatat" + (claimed.map { ", \($0) diklaim" } ?? ", tanpa klaim")
        },
        other: { "Angka pembandingnya: \($0) \($1 == .people ? "orang" : "keikutsertaan")." },
        written: { "Semua angka menurut yang tercatat sampai \($0)." },
        cut: "Persentase dipotong pada satu desimal, tidak pernah dibulatkan ke atas.",
        residence:
            "Kecamatan dihitung menurut tempat tinggal, bukan menurut angka NIK. Yang tinggal di luar kabupaten ikut dihitung di baris Luar Tabalong.",
        overlap:
            "Baris “terhitung rangkap” mengurangi orang yang muncul di beberapa baris, sehingga jumlah tiap tabel sama dengan angka tahun ini.",
        denominators:
            "Hasil diberi dua penyebut: yang terjangkau, dan semua yang pemantauannya jatuh tempo. Rentang berarti paling sedikit dan paling banyak, seandainya semua yang belum terjangkau tidak, atau ya.",
        privacy: "Laporan ini tidak memuat nama, NIK atau data pribadi peserta.",
        madeBy: "Dibuat dengan silat",
        annual: "Laporan tahunan", loading: "menyusun laporan…", fileName: "laporan",
        saved: { "Laporan ditulis ke \($0)" })

    static let english = ReportPhrases(
        title: "Training Report", fiscalYear: { "\($0) · Fiscal Year \($1)" },
        headline: { count, unit, year, percent, target in
            let what = unit == .people ? "\(count) people took part in training" : "\(count) enrollments in training"
            return "\(what) in fiscal year \(year): \(percent) of the \(target)."
        },
        headlineWithoutTarget: { count, unit, year in
            let what = unit == .people ? "\(count) people took part in training" : "\(count) enrollments in training"
            return "\(what) in fiscal year \(year). No target has been set for the year."
        },
        met: { "The target has been met in full \($0)×; the next lap stands at \($1) %." },
        notMet: { "The target has not been met; missing: \($0)." },
        story: { ofYear, takenAway, counted, repeats, people in
            "On file in classes of the year: \(ofYear) enrollments. Less \(takenAway) that were cancelled, are registered only or "
                + "dropped out, \(counted) remain. Less \(repeats) second and further classes of the same person, these are "
                + "\(people) people, each counted once."
        },
        target: { "\($0) target of \($1) \($2)" }, share: "Share", women: "Women",
        onceAround: { "Once around = \($0) \($1)" },
        gauge: { "\($0) of the target, which is \($1): \($2) against a target of \($3)." },
        lap: { "Lap \($0)" }, laps: { "Laps \($0)–\($1)" },
        explanation: "How the figure comes about", tracks: "Tracks",
        tracksLead: "Each track against a target of its own. Whoever joins several tracks stands in each of them.",
        kecamatan: "Kecamatan", map: "Tile map of the kecamatan",
        mapTitle: "Tile map of the 12 kecamatan, the darker the higher",
        mapLead: "Each tile is a kecamatan, roughly where it lies: north is up. The darker, the higher.",
        outside: { "Not on the map: \($0) people who live outside Tabalong." },
        organizers: "Organizers: claimed and named",
        organizersLead: { "Difference = what the organizer reported, less the \($0) whose names are on file." },
        unclaimed: {
            "Organizers that reported nothing: \($0), with \($1) on file; no difference is reckoned for them."
        },
        outcomes: "Ladder of outcomes",
        outcomesLead: "From taking part to a business that stands. Rates of outcomes always have two denominators.",
        workers: { "Taken on by participants' businesses, and no participants themselves: \($0)." },
        equipment: "Equipment handed out",
        equipmentLead: "All items on file as they were found last, whichever year they were handed out in.",
        noEquipment: "No item is on file yet.",
        due: { "Items due for a check: \($0); not looked at for over six months: \($1)." },
        breakdown: "Other breakdowns", method: "Notes on method",
        shareOfTarget: "Percent of target", shareOfResidents: "% residents",
        barsOfTarget: "Of the target; line = 100 %", barsOfCount: "Count; line = target",
        barsOfClaim: "On file; line = claim", barsOfTookPart: "Share of those who took part",
        barsOfAll: "Share of all",
        ofTookPart: "% of part", ofReached: "% of reached", ofDue: "% of due", neverChecked: "never checked",
        noOrganizer: "no organizer", noFunding: "no funding named",
        barOfTarget: { "\($0): \($1) of the target" }, barOfCount: { "\($0): \($1)" },
        barOfClaim: { name, named, claimed in
            "\(name): \(named) on file" + (claimed.map { ", \($0) claimed" } ?? ", nothing claimed")
        },
        other: { "The figure beside it: \($0) \($1.rawValue)." },
        written: { "All figures are of what was on file until \($0)." },
        cut: "Percentages are cut after one decimal and never rounded up.",
        residence:
            "Kecamatan go by residence, not by the digits of the NIK. Those who live outside the regency count in the line Outside Tabalong.",
        overlap:
            "The line “counted twice” takes away people who stand in several lines, so that every table adds up to the figure of the year.",
        denominators:
            "Outcomes have two denominators: those reached, and all whose check was due. A range is the least and the most, had none or all of those not reached done so.",
        privacy: "No name, NIK or other personal data of participants is in this report.",
        madeBy: "Made with silat",
        annual: "Annual report", loading: "writing the report…", fileName: "report",
        saved: { "Report written to \($0)" })
}

/// What keys do on Laporan; see ``KeyPhrases``.
public struct ReportKeyPhrases: Sendable {
    public let writePage: KeyPhrase
    public let writeText: KeyPhrase
    public let scroll: KeyPhrase
    public let scrollPage: KeyPhrase
    public let scrollEnds: KeyPhrase
    public let language: KeyPhrase

    static let indonesian = ReportKeyPhrases(
        writePage: KeyPhrase("halaman", "tulis laporan sebagai halaman HTML untuk layar dan cetak A4"),
        writeText: KeyPhrase("teks", "tulis laporan sebagai teks biasa 80 kolom"),
        scroll: KeyPhrase("gulir", "gulir satu baris ke atas atau ke bawah"),
        scrollPage: KeyPhrase("halaman", "gulir satu layar ke atas atau ke bawah"),
        scrollEnds: KeyPhrase("ujung", "ke awal atau akhir laporan"),
        language: KeyPhrase("bahasa", "laporan dalam bahasa Indonesia atau Inggris"))

    static let english = ReportKeyPhrases(
        writePage: KeyPhrase("page", "write the report as an HTML page for the screen and A4"),
        writeText: KeyPhrase("text", "write the report as plain text of 80 columns"),
        scroll: KeyPhrase("scroll", "scroll one line up or down"),
        scrollPage: KeyPhrase("screen", "scroll one screen up or down"),
        scrollEnds: KeyPhrase("ends", "to the beginning or end of the report"),
        language: KeyPhrase("language", "the report in Indonesian or English"))
}
