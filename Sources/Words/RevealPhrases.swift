import Training

/// Words for showing a NIK or phone number in full, and why.
public struct RevealPhrases: Sendable {
    public let title: String
    public let reason: @Sendable (RevealReason) -> String
    public let ownWords: String
    public let needsWords: String
    public let noNumbers: String
    public let hint: String
    public let give: KeyPhrase
    public let cancel: KeyPhrase
    /// What `--reason` is.
    public let reasonHelp: String
    public let reasonAlone: String
    /// What `-` stands for, where a NIK is an argument.
    public let fromInput: String
    public let nothingTyped: String

    static let indonesian = RevealPhrases(
        title: "Untuk apa NIK atau telepon ini dibuka?",
        reason: {
            switch $0 {
            case .verification: "verifikasi dokumen"
            case .request: "permintaan peserta"
            case .inspection: "pemeriksaan"
            case .command: "perintah"
            case .other(let words): words
            }
        },
        ownWords: "lainnya:", needsWords: "tulis alasannya",
        noNumbers: "alasan tercatat di riwayat, jadi jangan memuat nomor",
        hint: "Enter buka · Esc batal · tercatat dalam riwayat",
        give: KeyPhrase("buka", "buka dengan alasan yang disorot"),
        cancel: KeyPhrase("batal", "tetap tersamar"),
        reasonHelp: "alasan membuka NIK dan telepon, untuk log; tanpa ini: perintah",
        reasonAlone: "--reason hanya bersama --reveal",
        fromInput: "- membaca NIK dari masukan standar: di mesin bersama, argumen terlihat oleh semua orang.",
        nothingTyped: "tidak ada NIK pada masukan standar")

    static let english = RevealPhrases(
        title: "What is this NIK or phone number shown for?",
        reason: {
            switch $0 {
            case .verification: "checking documents"
            case .request: "the participant asked"
            case .inspection: "inspection"
            case .command: "command"
            case .other(let words): words
            }
        },
        ownWords: "other:", needsWords: "write the reason",
        noNumbers: "reasons stand in the log, so no numbers in them",
        hint: "Enter shows · Esc cancels · it is logged", give: KeyPhrase("show", "show it for the highlighted reason"),
        cancel: KeyPhrase("cancel", "leave it masked"),
        reasonHelp: "why NIK and phone are shown, for the log; without: command",
        reasonAlone: "--reason goes with --reveal only",
        fromInput: "- reads the NIK from standard input: on a shared machine everybody sees arguments.",
        nothingTyped: "there is no NIK on standard input")
}
