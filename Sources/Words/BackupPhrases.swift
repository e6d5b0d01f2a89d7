/// Words of backups and of going back to one.
public struct BackupPhrases: Sendable {
    public let help: String
    public let fileHelp: String
    public let restoreHelp: String
    public let sourceHelp: String
    public let confirmHelp: String
    public let keptHelp: String
    public let path: String
    public let hash: String
    public let size: String
    public let steps: String
    public let newest: String
    public let first: String
    public let last: String
    public let done: @Sendable (_ path: String, _ steps: String) -> String
    /// Before anything is done.
    public let nothingLost: String
    public let wouldLose: @Sendable (_ steps: String) -> String
    public let returning: @Sendable (_ steps: String) -> String
    public let confirm: @Sendable (_ path: String) -> String
    public let restored: @Sendable (_ path: String, _ old: String) -> String

    static let indonesian = BackupPhrases(
        help: "Menyalin berkas silat selagi dipakai, dan memeriksa salinannya.",
        fileHelp: "Berkas cadangan yang dibuat.",
        restoreHelp: "Kembali ke cadangan; dulu ditunjukkan apa yang akan hilang.",
        sourceHelp: "Berkas cadangan.",
        confirmHelp: "Benar-benar lakukan; tanpa ini hanya ditunjukkan apa yang akan hilang.",
        keptHelp: "Tempat salinan isi berkas yang sekarang; bawaannya di samping berkas silat.",
        path: "Berkas", hash: "SHA-256", size: "Bita", steps: "Langkah", newest: "Terakhir", first: "Dari",
        last: "Sampai",
        done: { "cadangan di \($0) utuh; \($1) langkah" },
        nothingLost: "tidak ada yang akan hilang",
        wouldLose: { "\($0) langkah sesudah cadangan ini akan hilang dari berkas" },
        returning: { "\($0) langkah di cadangan tidak ada di berkas, dan akan kembali" },
        confirm: { "belum dilakukan; ulangi dengan --yes untuk kembali ke \($0)" },
        restored: { "berkas kembali ke \($0); isi yang lama disimpan di \($1)" })

    static let english = BackupPhrases(
        help: "Copy the silat file while it is used, and prove the copy.",
        fileHelp: "The backup that is made.",
        restoreHelp: "Go back to a backup; what would be lost is shown first.",
        sourceHelp: "The backup.",
        confirmHelp: "Really do it; without this, only what would be lost is shown.",
        keptHelp: "Where what is on file now is copied to; beside the silat file unless said.",
        path: "File", hash: "SHA-256", size: "Bytes", steps: "Steps", newest: "Newest", first: "From", last: "To",
        done: { "the backup at \($0) is whole; \($1) steps" },
        nothingLost: "nothing would be lost",
        wouldLose: { "\($0) steps since this backup would be lost from the file" },
        returning: { "\($0) steps of the backup are not on file, and would come back" },
        confirm: { "not done yet; say --yes to go back to \($0)" },
        restored: { "the file is back at \($0); what it held is kept at \($1)" })
}
