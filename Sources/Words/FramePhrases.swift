/// The header, the tabs and what stands on every screen.
public struct FramePhrases: Sendable {
    public let year: String
    public let people: String
    public let noTarget: String
    /// `3 putaran + 87 %`: full laps, and the running one's share.
    public let laps: @Sendable (_ full: Int, _ running: Int) -> String
    public let achievement: String
    public let participants: String
    public let classes: String
    public let regions: String
    public let monitoring: String
    public let reports: String
    public let tooSmall: @Sendable (_ columns: Int, _ rows: Int) -> String
    public let help: String
    public let undone: @Sendable (_ what: String) -> String
    /// Asks for a second `u` where much would go.
    public let undoMany: @Sendable (_ what: String, _ count: String) -> String
    public let quitLoses: String
    public let howToQuit: String
    public let noOtherYear: String
    public let noEarlierYear: @Sendable (_ year: Int) -> String
    public let noLaterYear: @Sendable (_ year: Int) -> String
    public let enrollments: String
    public let everywhere: String
    public let here: String

    static let indonesian = FramePhrases(
        year: "Tahun", people: "orang", noTarget: "belum ada target",
        laps: { "\($0) putaran + \($1) %" },
        achievement: "Capaian", participants: "Peserta", classes: "Kelas", regions: "Wilayah",
        monitoring: "Pemantauan", reports: "Laporan",
        tooSmall: { "silat perlu layar \($0)×\($1) atau lebih besar" },
        help: "Bantuan",
        undone: { "Diurungkan: \($0)" },
        undoMany: { "Mengurungkan “\($0)” mengubah \($1) catatan; tekan u sekali lagi" },
        quitLoses: "Ada isian yang belum disimpan; disimpan sebagai konsep. Tekan q lagi untuk keluar.",
        howToQuit: "Untuk keluar: Esc sampai di tabel, lalu q",
        noOtherYear: "tidak ada tahun lain di berkas ini",
        noEarlierYear: { "tidak ada tahun sebelum \($0) di berkas ini" },
        noLaterYear: { "tidak ada tahun sesudah \($0) di berkas ini" }, enrollments: "keikutsertaan",
        everywhere: "Di semua layar", here: "Di layar ini")

    static let english = FramePhrases(
        year: "Year", people: "people", noTarget: "no target yet",
        laps: { "\($0) laps + \($1) %" },
        achievement: "Progress", participants: "Participants", classes: "Classes",
        regions: "Regions", monitoring: "Follow-up", reports: "Reports",
        tooSmall: { "silat needs a screen of \($0)×\($1) or larger" },
        help: "Help",
        undone: { "Undone: \($0)" },
        undoMany: { "Undoing “\($0)” changes \($1) records; press u once more" },
        quitLoses: "Something typed is not saved; it is kept as a draft. Press q again to quit.",
        howToQuit: "To quit: Esc back to a table, then q",
        noOtherYear: "there is no other year in this file",
        noEarlierYear: { "there is no year before \($0) in this file" },
        noLaterYear: { "there is no year after \($0) in this file" }, enrollments: "enrollments",
        everywhere: "On every screen", here: "On this screen")
}
