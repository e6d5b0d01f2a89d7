/// Words for a desk that is locked, and for PINs.
public struct LockPhrases: Sendable {
    public let locked: String
    public let typePIN: @Sendable (_ name: String) -> String
    public let kept: String
    public let wrong: @Sendable (_ seconds: Int) -> String
    public let tooSoon: @Sendable (_ seconds: Int) -> String
    public let checking: String
    /// Said where a desk is to be locked and its operator has no PIN.
    public let noPIN: String
    public let lockKey: KeyPhrase
    public let unlockKey: KeyPhrase

    // The command line
    public let pinHelp: String
    public let removeHelp: String
    public let resetHelp: String
    public let lockHelp: String
    public let afterHelp: String
    public let offHelp: String
    public let askOld: String
    public let askNew: String
    public let askAgain: String
    public let differs: String
    public let isWrong: @Sendable (_ seconds: Int) -> String
    public let isSet: String
    public let isRemoved: String
    public let isReset: @Sendable (_ name: String) -> String
    public let notTyped: String
    public let locksAfter: @Sendable (_ minutes: Int) -> String
    public let neverLocks: String
    public let oneOfBoth: String

    static let indonesian = LockPhrases(
        locked: "Terkunci", typePIN: { "\($0) – ketik PIN, lalu Enter" },
        kept: "Yang sedang diketik tetap ada dan kembali sesudah dibuka.",
        wrong: { "PIN salah; coba lagi sesudah \($0) detik" },
        tooSoon: { "belum boleh; tunggu \($0) detik lagi" }, checking: "memeriksa…",
        noPIN: "Anda belum punya PIN, jadi layar tidak bisa dikunci; buat dengan perintah silat operator pin",
        lockKey: KeyPhrase("kunci", "kunci layar ini sekarang; dibuka lagi dengan PIN Anda"),
        unlockKey: KeyPhrase("buka", "buka layar dengan PIN yang diketik"),
        pinHelp: "Menetapkan PIN Anda: kunci layar, diketik tanpa tampak.", removeHelp: "Hapus PIN Anda.",
        resetHelp: "hapus PIN operator lain yang lupa; hanya penyelia",
        lockHelp: "Sesudah berapa menit tanpa ketikan layar terkunci, bagi operator yang punya PIN.",
        afterHelp: "menit: 1 sampai 480", offHelp: "Layar tidak mengunci sendiri.", askOld: "PIN lama:",
        askNew: "PIN baru (6 sampai 64 huruf atau angka):", askAgain: "Sekali lagi:",
        differs: "kedua PIN berbeda; ulangi perintahnya",
        isWrong: { "PIN lama salah; coba lagi sesudah \($0) detik" },
        isSet: "PIN Anda tersimpan; silat memintanya saat dibuka dan untuk membuka kunci layar",
        isRemoved: "PIN Anda dihapus; layar tidak lagi terkunci", isReset: { "PIN \($0) dihapus" },
        notTyped: "tidak ada PIN yang diketik",
        locksAfter: { "layar operator yang punya PIN terkunci sesudah \($0) menit tanpa ketikan" },
        neverLocks: "layar tidak mengunci sendiri; Ctrl-L mengunci",
        oneOfBoth: "pilih salah satu: --after atau --off")

    static let english = LockPhrases(
        locked: "Locked", typePIN: { "\($0) – type the PIN, then Enter" },
        kept: "What was being typed is still there, and comes back.",
        wrong: { "wrong PIN; try again in \($0) seconds" }, tooSoon: { "not yet; wait \($0) seconds more" },
        checking: "checking…",
        noPIN: "you have no PIN, so the screen cannot be locked; make one with the command silat operator pin",
        lockKey: KeyPhrase("lock", "lock this screen now; your PIN opens it again"),
        unlockKey: KeyPhrase("unlock", "open the screen with the PIN that was typed"),
        pinHelp: "Set your PIN, which locks the screen; it is typed unseen.", removeHelp: "Remove your PIN.",
        resetHelp: "remove the PIN of an operator who has forgotten it; supervisors only",
        lockHelp: "After how many minutes without a key the screen locks, for operators who have a PIN.",
        afterHelp: "minutes: 1 to 480", offHelp: "Screens do not lock themselves.", askOld: "Old PIN:",
        askNew: "New PIN (6 to 64 letters or digits):", askAgain: "Once more:",
        differs: "the two PINs differ; run the command again",
        isWrong: { "the old PIN is wrong; try again in \($0) seconds" },
        isSet: "your PIN is kept; silat asks for it at the start, and to unlock the screen",
        isRemoved: "your PIN is removed; the screen is not locked any more", isReset: { "the PIN of \($0) is removed" },
        notTyped: "no PIN was typed",
        locksAfter: { "screens of operators who have a PIN lock after \($0) minutes without a key" },
        neverLocks: "screens do not lock themselves; Ctrl-L locks",
        oneOfBoth: "give one of both: --after or --off")
}
