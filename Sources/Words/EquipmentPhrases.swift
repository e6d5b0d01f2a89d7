import Training

/// Words of the register of equipment; see ``Phrasebook``.
public struct EquipmentPhrases: Sendable {
    /// A list's name, short enough that all stand in one line.
    public let list: @Sendable (EquipmentList) -> String
    public let sinceHeading: String
    public let checkHeading: String
    public let dueHeading: String
    /// A list with nothing on it.
    public let nothing: @Sendable (EquipmentList) -> String
    /// What the items in the list cost together, and how many have no value.
    public let sum: @Sendable (_ value: String, _ without: String?) -> String
    public let neverChecked: String
    public let loading: String

    // One item
    public let lifeLine: String
    public let candidates: @Sendable (_ desa: String) -> String
    public let noCandidates: String
    /// Where the desa of the holder is not on file.
    public let noDesa: String
    public let handedTo: @Sendable (_ name: String) -> String
    public let movedTo: @Sendable (_ name: String) -> String
    public let letter: @Sendable (_ number: String) -> String
    public let foundBy: @Sendable (_ condition: String, _ visitor: String) -> String
    public let since: @Sendable (_ date: String) -> String
    public let due: @Sendable (_ date: String) -> String
    public let noFurtherCheck: String
    public let serial: @Sendable (_ serial: String) -> String
    public let photo: @Sendable (_ file: String) -> String
    public let gone: String

    // Forms
    public let newTitle: String
    public let editTitle: @Sendable (_ code: String) -> String
    public let checkTitle: @Sendable (_ code: String, _ item: String) -> String
    public let moveTitle: @Sendable (_ code: String, _ item: String) -> String
    public let kind: String
    public let kindHint: String
    public let valueHint: String
    public let photoHint: String
    public let group: String
    public let groupHint: String
    public let holderHint: String
    public let member: @Sendable (_ number: Int) -> String
    public let handoverDate: String
    public let checkDate: String
    public let foundAt: String
    public let note: String
    public let noValue: @Sendable (_ typed: String) -> String
    /// Somebody stands in two fields of a group.
    public let twice: @Sendable (_ name: String) -> String
    /// What another desk has put into the field.
    public let theirs: @Sendable (_ value: String) -> String
    public let saved: @Sendable (_ code: String, _ item: String) -> String
    public let checked: @Sendable (_ code: String, _ condition: String) -> String
    public let moved: @Sendable (_ code: String, _ holder: String) -> String

    static let indonesian = EquipmentPhrases(
        list: {
            switch $0 {
            case .all: "semua"
            case .due: "jatuh tempo"
            case .unchecked: "> 6 bulan"
            case .idle: "menganggur"
            case .lost: "hilang"
            }
        },
        sinceHeading: "Sejak", checkHeading: "Terakhir diperiksa", dueHeading: "Berikutnya",
        nothing: {
            switch $0 {
            case .all: "Belum ada alat yang dicatat; n mencatat yang pertama."
            case .due: "Tidak ada pemeriksaan yang jatuh tempo."
            case .unchecked: "Semua alat diperiksa dalam enam bulan terakhir."
            case .idle: "Tidak ada alat yang menganggur pada pemeriksaan terakhirnya."
            case .lost: "Tidak ada alat yang hilang atau dijual."
            }
        },
        sum: { value, without in "nilai \(value)" + (without.map { " · \($0) tanpa nilai" } ?? "") },
        neverChecked: "belum pernah", loading: "memuat daftar alat…",
        lifeLine: "Riwayat", candidates: { "Satu desa (\($0)), selesai pelatihan yang sama, belum punya alat sejenis" },
        noCandidates: "Tidak ada yang cocok di desa ini.",
        noDesa: "Desa pemegangnya belum dicatat, jadi calon tidak dapat dicari.",
        handedTo: { "diserahkan kepada \($0)" }, movedTo: { "dialihkan kepada \($0)" },
        letter: { "no. \($0)" },
        foundBy: { "\($0), dilihat \($1)" }, since: { "sejak \($0)" },
        due: { "pemeriksaan berikutnya \($0)" }, noFurtherCheck: "tidak ada pemeriksaan terjadwal lagi",
        serial: { "no. seri \($0)" }, photo: { "foto \($0)" },
        gone: "Alat ini sudah tidak ada di berkas.",
        newTitle: "Alat baru", editTitle: { "Ubah alat \($0)" }, checkTitle: { "Periksa \($0) · \($1)" },
        moveTitle: { "Alihkan \($0) · \($1)" },
        kind: "Jenis", kindHint: "mesin jahit, perangkat las, …", valueHint: "rupiah, misalnya 1.250.000",
        photoHint: "nama berkas foto; fotonya tetap di tempatnya",
        group: "Kelompok", groupHint: "nama kelompok; kosong untuk perorangan",
        holderHint: "ketik NIK atau nama", member: { "Anggota \($0)" },
        handoverDate: "Tanggal serah", checkDate: "Tanggal", foundAt: "Tempat", note: "Catatan",
        noValue: { "“\($0)” bukan nilai rupiah; tulis seperti 1.250.000" },
        twice: { "\($0) sudah disebut di atas; satu orang cukup sekali" },
        theirs: { "di meja lain: \($0)" },
        saved: { "Tersimpan: \($0) \($1)" },
        checked: { "\($0): \($1)" }, moved: { "\($0) sekarang dipegang \($1)" })

    static let english = EquipmentPhrases(
        list: {
            switch $0 {
            case .all: "all"
            case .due: "due"
            case .unchecked: "> 6 months"
            case .idle: "idle"
            case .lost: "lost"
            }
        },
        sinceHeading: "Since", checkHeading: "Last check", dueHeading: "Next",
        nothing: {
            switch $0 {
            case .all: "No item is on file yet; n enters the first."
            case .due: "No check is due."
            case .unchecked: "Every item was looked at within six months."
            case .idle: "No item was idle when it was last looked at."
            case .lost: "No item is lost or sold."
            }
        },
        sum: { value, without in "worth \(value)" + (without.map { " · \($0) without value" } ?? "") },
        neverChecked: "never", loading: "reading the register…",
        lifeLine: "Life-line", candidates: { "Same desa (\($0)), completed the same training, no such item yet" },
        noCandidates: "Nobody in this desa fits.",
        noDesa: "The holder's desa is not on file, so nobody can be looked for.",
        handedTo: { "handed to \($0)" }, movedTo: { "moved to \($0)" }, letter: { "no. \($0)" },
        foundBy: { "\($0), seen by \($1)" }, since: { "since \($0)" },
        due: { "next check \($0)" }, noFurtherCheck: "no further check scheduled",
        serial: { "serial number \($0)" }, photo: { "photo \($0)" },
        gone: "This item is no longer on file.",
        newTitle: "New item", editTitle: { "Edit item \($0)" }, checkTitle: { "Check \($0) · \($1)" },
        moveTitle: { "Move \($0) · \($1)" },
        kind: "Kind", kindHint: "sewing machine, welding set, …", valueHint: "rupiah, such as 1,250,000",
        photoHint: "the photo's file name; the photo stays where it is",
        group: "Group", groupHint: "the group's name; empty for one person",
        holderHint: "type a NIK or a name", member: { "Member \($0)" },
        handoverDate: "Handed over", checkDate: "Date", foundAt: "Place", note: "Note",
        noValue: { "“\($0)” is no amount of rupiah; write it as 1,250,000" },
        twice: { "\($0) is named above already; once is enough" },
        theirs: { "at another desk: \($0)" },
        saved: { "Saved: \($0) \($1)" },
        checked: { "\($0): \($1)" }, moved: { "\($0) is now held by \($1)" })
}
