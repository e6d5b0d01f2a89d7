/// What keys do while a roster is imported.
public struct RosterKeyPhrases: Sendable {
    public let importRoster: KeyPhrase
    public let pick: KeyPhrase
    public let clearTyped: KeyPhrase
    public let allFiles: KeyPhrase
    public let goOn: KeyPhrase
    public let stop: KeyPhrase
    public let rehearse: KeyPhrase
    public let take: KeyPhrase
    public let keepText: KeyPhrase
    public let cancelText: KeyPhrase
    public let same: KeyPhrase
    public let different: KeyPhrase
    public let rightNIK: KeyPhrase
    public let skip: KeyPhrase
    public let side: KeyPhrase
    public let takeAll: KeyPhrase
    public let nextDoubt: KeyPhrase
    public let earlierDoubt: KeyPhrase
    public let number: KeyPhrase
    public let anyPlace: KeyPhrase
    public let leaveRefused: KeyPhrase
    public let goAhead: KeyPhrase

    static let indonesian = RosterKeyPhrases(
        importRoster: KeyPhrase("impor", "impor daftar peserta dari berkas CSV atau XLSX"),
        pick: KeyPhrase("buka", "buka folder, atau pilih berkas yang disorot"),
        clearTyped: KeyPhrase("hapus ketikan", "hapus yang diketik"),
        allFiles: KeyPhrase("semua berkas", "tampilkan semua jenis berkas, atau hanya daftar"),
        goOn: KeyPhrase("lanjut", "lanjut, atau ubah baris yang disorot"),
        stop: KeyPhrase("hentikan", "hentikan; tidak ada yang disimpan"),
        rehearse: KeyPhrase("uji coba", "uji coba dari baris mana pun; belum ada yang disimpan"),
        take: KeyPhrase("impor", "impor dari baris mana pun"),
        keepText: KeyPhrase("pakai", "pakai isian ini"),
        cancelText: KeyPhrase("batal", "biarkan isian seperti semula"),
        same: KeyPhrase("orang sama", "orang yang sama; isian bertanda ✓ yang dipakai"),
        different: KeyPhrase("orang lain", "orang lain: baris diambil apa adanya"),
        rightNIK: KeyPhrase("NIK benar", "NIK-nya memang begitu: baris diambil apa adanya"),
        skip: KeyPhrase("lewati", "lewati baris ini; masuk ke berkas tolakan"),
        side: KeyPhrase("pilih isian", "isian ini dari yang tercatat atau dari daftar"),
        takeAll: KeyPhrase("semua dari daftar", "pakai semua isian dari daftar, atau tidak satu pun"),
        nextDoubt: KeyPhrase("berikut", "ke yang berikutnya; yang ini tetap seperti sekarang"),
        earlierDoubt: KeyPhrase("sebelum", "ke yang sebelumnya"),
        number: KeyPhrase("pilih nomor", "pilih baris bernomor itu"),
        anyPlace: KeyPhrase("cari tempat", "cari di semua kecamatan, desa dan kelurahan"),
        leaveRefused: KeyPhrase("biarkan", "biarkan ditolak; baris-barisnya masuk ke berkas tolakan"),
        goAhead: KeyPhrase("ya, impor", "sudah tahu; impor saja"))

    static let english = RosterKeyPhrases(
        importRoster: KeyPhrase("import", "import a roster from a CSV or XLSX file"),
        pick: KeyPhrase("open", "open the folder or pick the file that is highlighted"),
        clearTyped: KeyPhrase("drop typing", "drop what was typed"),
        allFiles: KeyPhrase("all files", "show files of every kind, or rosters only"),
        goOn: KeyPhrase("go on", "go on, or change the highlighted line"),
        stop: KeyPhrase("stop", "stop; nothing is kept"),
        rehearse: KeyPhrase("dry run", "dry run from any line; nothing is kept yet"),
        take: KeyPhrase("import", "import from any line"),
        keepText: KeyPhrase("take", "take what was typed"),
        cancelText: KeyPhrase("cancel", "leave it as it was"),
        same: KeyPhrase("same", "the same person; values marked ✓ are kept"),
        different: KeyPhrase("different", "somebody else: the row is taken as it is"),
        rightNIK: KeyPhrase("NIK right", "the NIK is right: the row is taken as it is"),
        skip: KeyPhrase("skip", "leave this row out; it goes to the rejects file"),
        side: KeyPhrase("choose value", "take this value from what is on file, or from the roster"),
        takeAll: KeyPhrase("all from roster", "take every value from the roster, or none"),
        nextDoubt: KeyPhrase("next", "on to the next; this one stays as it is"),
        earlierDoubt: KeyPhrase("previous", "back to the one before"),
        number: KeyPhrase("take number", "take the line of that number"),
        anyPlace: KeyPhrase("find place", "search all kecamatan, desa and kelurahan"),
        leaveRefused: KeyPhrase("leave", "leave it refused; its rows go to the rejects file"),
        goAhead: KeyPhrase("yes, import", "noted; import all the same"))
}
