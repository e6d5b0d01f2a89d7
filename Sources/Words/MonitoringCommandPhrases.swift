/// What the commands of monitoring and equipment say.
public struct MonitoringCommandPhrases: Sendable {
    // What was wrong with the words of the command
    public let checkOrClass: String
    public let outcomeOrUnreached: String
    /// Outside the schedule there is neither a visit nor an attempt.
    public let needsMark: @Sendable (_ option: String) -> String
    public let nextWithoutUnreached: String
    public let detailWithoutOutcome: @Sendable (_ option: String) -> String
    public let foreignDetail: @Sendable (_ option: String, _ outcome: String) -> String
    public let relationMissing: String
    public let reasonMissing: String
    public let holderMissing: String
    public let groupMissing: String
    public let sheetForWhom: String
    public let agesUnreadable: @Sendable (_ typed: String) -> String
    public let participantMissing: String

    // What was refused
    public let notInClass: @Sendable (_ name: String, _ code: String) -> String
    public let notOnList: @Sendable (_ id: String) -> String
    public let noSuchRecall: @Sendable (_ id: String) -> String
    public let nobodyFits: String
    public let manyPrograms: String

    // What was done
    public let recorded: @Sendable (_ name: String, _ code: String, _ mark: String, _ found: String) -> String
    public let recordedOutside: @Sendable (_ name: String, _ code: String, _ found: String) -> String
    public let attempt: @Sendable (_ count: Int) -> String
    public let unreachableNow: String
    public let equipmentAdded: @Sendable (_ code: String, _ item: String, _ holder: String) -> String
    public let equipmentChecked: @Sendable (_ code: String, _ item: String, _ condition: String) -> String
    public let equipmentMoved: @Sendable (_ code: String, _ item: String, _ holder: String) -> String
    public let recallKept: @Sendable (_ title: String, _ count: String, _ id: String) -> String
    public let recallMarked: @Sendable (_ count: String, _ state: String) -> String

    // How alumni were found, in words
    public let ofProgram: @Sendable (_ code: String) -> String
    public let ofVocation: @Sendable (_ vocation: String) -> String
    public let certifiedOnly: String
    public let aged: @Sendable (_ first: Int, _ last: Int) -> String
    public let livingIn: @Sendable (_ places: [String]) -> String
    public let found: @Sendable (_ outcomes: [String]) -> String
    public let everybody: String

    static let indonesian = MonitoringCommandPhrases(
        checkOrClass: "sebutkan --code, atau --class dengan --nik atau --id",
        outcomeOrUnreached: "sebutkan --outcome, atau --unreached bila orangnya tidak ketemu; salah satu",
        needsMark: { "\($0) milik satu pemantauan; sebutkan --mark, atau --code" },
        nextWithoutUnreached: "--next hanya dengan --unreached",
        detailWithoutOutcome: { "\($0) hanya bersama --outcome" },
        foreignDetail: { "\($0) tidak berlaku untuk --outcome \($1)" },
        relationMissing: "--outcome working perlu --related atau --unrelated: sesuai pelatihan atau tidak",
        reasonMissing: "--outcome not-using perlu sebabnya: --reason",
        holderMissing: "sebutkan pemegangnya dengan --nik atau --id",
        groupMissing: "lebih dari satu pemegang adalah kelompok; sebutkan namanya dengan --group",
        sheetForWhom: "sebutkan --desa, --visitor, atau keduanya",
        agesUnreadable: { "umur “\($0)” tidak terbaca; tulis seperti 20-30 atau 25" },
        participantMissing: "sebutkan siapa saja dengan --participant",
        notInClass: { "\($0) tidak ada di kelas \($1); periksa kelasnya, atau masukkan dulu dengan silat enroll" },
        notOnList: { "peserta \($0) tidak ada di daftar ini; lihat silat recall list --id" },
        noSuchRecall: { "tidak ada daftar pemanggilan \($0); lihat silat recall list" },
        nobodyFits: "tidak ada alumni yang cocok, jadi tidak ada daftar yang disimpan; longgarkan syaratnya",
        manyPrograms: "pilih salah satu: --program atau --vocation",
        recorded: { "\($0), \($1), \($2): \($3)" },
        recordedOutside: { "\($0), \($1): \($2)" },
        attempt: { "percobaan ke-\($0), belum ketemu" },
        unreachableNow: "sudah tiga kali dicoba, jadi dicatat tidak terjangkau",
        equipmentAdded: { "\($0): \($1), dipegang \($2)" },
        equipmentChecked: { "\($0): \($1), \($2)" },
        equipmentMoved: { "\($0): \($1), sekarang dipegang \($2)" },
        recallKept: { "“\($0)”: \($1) orang, nomor \($2)" },
        recallMarked: { "\($0) orang: \($1)" },
        ofProgram: { "program \($0)" },
        ofVocation: { "kejuruan \($0)" },
        certifiedOnly: "bersertifikat",
        aged: { "umur \($0)–\($1) tahun" },
        livingIn: { "tinggal di \($0.joined(separator: ", "))" },
        found: { "hasil \($0.joined(separator: ", "))" },
        everybody: "semua yang selesai")

    static let english = MonitoringCommandPhrases(
        checkOrClass: "say --code, or --class with --nik or --id",
        outcomeOrUnreached: "say --outcome, or --unreached where the person was not met; one of the two",
        needsMark: { "\($0) belongs to a check; say --mark, or --code" },
        nextWithoutUnreached: "--next goes with --unreached only",
        detailWithoutOutcome: { "\($0) goes with --outcome only" },
        foreignDetail: { "\($0) does not go with --outcome \($1)" },
        relationMissing: "--outcome working needs --related or --unrelated: to the training or not",
        reasonMissing: "--outcome not-using needs its reason: --reason",
        holderMissing: "name the holder by --nik or --id",
        groupMissing: "more than one holder is a group; name it with --group",
        sheetForWhom: "say --desa, --visitor, or both",
        agesUnreadable: { "ages “\($0)” cannot be read; write them as 20-30 or 25" },
        participantMissing: "say who with --participant",
        notInClass: { "\($0) is not in class \($1); check the class, or put them in first with silat enroll" },
        notOnList: { "participant \($0) is not on this list; see silat recall list --id" },
        noSuchRecall: { "no list of recall \($0); see silat recall list" },
        nobodyFits: "no alumni fit, so no list was kept; ask for less",
        manyPrograms: "choose one of --program and --vocation",
        recorded: { "\($0), \($1), \($2): \($3)" },
        recordedOutside: { "\($0), \($1): \($2)" },
        attempt: { "attempt \($0), not met" },
        unreachableNow: "tried three times, and so recorded as unreachable",
        equipmentAdded: { "\($0): \($1), held by \($2)" },
        equipmentChecked: { "\($0): \($1), \($2)" },
        equipmentMoved: { "\($0): \($1), now held by \($2)" },
        recallKept: { "“\($0)”: \($1) people, number \($2)" },
        recallMarked: { "\($0) people: \($1)" },
        ofProgram: { "program \($0)" },
        ofVocation: { "vocation \($0)" },
        certifiedOnly: "certified",
        aged: { "aged \($0)–\($1)" },
        livingIn: { "living in \($0.joined(separator: ", "))" },
        found: { "outcome \($0.joined(separator: ", "))" },
        everybody: "everybody who completed")
}
