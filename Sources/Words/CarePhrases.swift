import Training

/// Words of looking after the file: what a check found and what helps, repairs, who may read it, and the day's backup.
public struct CarePhrases: Sendable {
    public let found: String
    public let repairHelp: String
    /// What is wrong, and what would put it right.
    public let advice: @Sendable (CheckFinding.Check) -> String
    public let repaired: @Sendable (_ what: String, _ backup: String?) -> String
    public let nothingToRepair: String
    public let accessHelp: String
    public let ownerHelp: String
    public let groupHelp: String
    public let groupNameHelp: String
    public let nowOwner: @Sendable (_ path: String) -> String
    public let nowGroup: @Sendable (_ path: String) -> String
    /// A large file that came from elsewhere is read through before anything in it is used.
    public let checkingForeign: String
    /// A large file of an earlier version is brought up to this one.
    public let bringingUpToDate: String

    static let indonesian = CarePhrases(
        found: "Nilai",
        repairHelp: "Buat ulang yang bisa dibuat dari data: angka rekap, indeks, hak baca. Berkas disalin dulu.",
        advice: {
            switch $0 {
            case .integrity, .foreignKeys:
                "berkas rusak; coba silat check --repair, dan kalau masih rusak kembali ke cadangan: silat restore"
            case .tallies, .searchIndex: "dibuat dari data, jadi bisa dibuat ulang: silat check --repair"
            case .logChain:
                "log diubah di luar silat sejak langkah yang disebut; bandingkan dengan cadangan: silat restore FILE"
            case .schema: "ada bagian yang bukan buatan silat; kembali ke cadangan: silat restore FILE"
            case .version: "tata letak dan catatan pembaruannya berbeda; kembali ke cadangan: silat restore FILE"
            case .drafts: "draf untuk catatan yang sudah tidak ada; buang dengan silat check --repair"
            case .freeSpace: "disk hampir penuh; kosongkan ruang sebelum menyimpan lagi"
            case .permissions:
                "orang lain dapat membaca data pribadi; tutup dengan silat check --repair atau silat access owner"
            }
        },
        repaired: { what, backup in
            "dibuat ulang: \(what)" + (backup.map { "; berkas sebelumnya disimpan di \($0)" } ?? "")
        },
        nothingToRepair: "tidak ada yang perlu diperbaiki",
        accessHelp: "Menetapkan siapa yang boleh membaca berkas: pemiliknya saja, atau satu grup.",
        ownerHelp: "Hanya pemilik berkas.",
        groupHelp: "Pemilik dan satu grup, untuk beberapa operator di satu mesin.",
        groupNameHelp: "Nama grup; bawaannya grup berkas sekarang.",
        nowOwner: { "\($0) kini hanya untuk pemiliknya" },
        nowGroup: { "\($0) kini untuk pemilik dan grupnya" },
        checkingForeign: "berkas ini dari tempat lain; diperiksa dulu sampai habis…",
        bringingUpToDate: "berkas ini dari silat versi lama; sekali ini disesuaikan dulu, bisa beberapa menit…")

    static let english = CarePhrases(
        found: "Value",
        repairHelp: "Make anew what can be made from the records: totals, indexes, rights. The file is copied first.",
        advice: {
            switch $0 {
            case .integrity, .foreignKeys:
                "the file is damaged; try silat check --repair, and where that does not help go back to a backup: silat restore"
            case .tallies, .searchIndex: "made from the records, so it can be made anew: silat check --repair"
            case .logChain:
                "the log was changed outside silat from the step named on; compare with a backup: silat restore FILE"
            case .schema: "holds parts that silat did not make; go back to a backup: silat restore FILE"
            case .version: "the layout and its record of updates differ; go back to a backup: silat restore FILE"
            case .drafts: "drafts for records that are gone; drop them with silat check --repair"
            case .freeSpace: "the disk is nearly full; make room before you save again"
            case .permissions:
                "others can read personal data; shut them out with silat check --repair or silat access owner"
            }
        },
        repaired: { what, backup in
            "made anew: \(what)" + (backup.map { "; the file as it was is kept at \($0)" } ?? "")
        },
        nothingToRepair: "nothing has to be repaired",
        accessHelp: "Say who may read the file: its owner alone, or a group as well.",
        ownerHelp: "The owner of the file alone.",
        groupHelp: "The owner and a group, for several operators on one machine.",
        groupNameHelp: "The group's name; the file's own unless said.",
        nowOwner: { "\($0) is its owner's alone now" },
        nowGroup: { "\($0) is its owner's and its group's now" },
        checkingForeign: "this file came from elsewhere; reading it through first…",
        bringingUpToDate: "this file is of an earlier silat; bringing it up to date, once, which may take minutes…")
}
