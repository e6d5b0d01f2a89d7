/// What keys do in the table of participants, in a participant's file and in a conflict.
public struct ParticipantKeyPhrases: Sendable {
    public let toRows: KeyPhrase
    public let keepSearch: KeyPhrase
    public let clearSearch: KeyPhrase
    public let clearFilters: KeyPhrase
    public let choose: KeyPhrase
    public let withoutFilters: KeyPhrase
    public let assign: KeyPhrase
    public let openClass: KeyPhrase
    public let confirm: KeyPhrase
    public let decline: KeyPhrase
    public let mine: KeyPhrase
    public let theirs: KeyPhrase
    public let saveMerged: KeyPhrase
    public let backToForm: KeyPhrase

    static let indonesian = ParticipantKeyPhrases(
        toRows: KeyPhrase("ke hasil", "turun ke baris yang ditemukan"),
        keepSearch: KeyPhrase("selesai", "selesai mengetik; hasil pencarian tetap tampil"),
        clearSearch: KeyPhrase("hapus cari", "hapus kata pencarian"),
        clearFilters: KeyPhrase("hapus saringan", "tampilkan lagi semua baris"),
        choose: KeyPhrase("pilih", "ambil pilihan yang disorot"),
        withoutFilters: KeyPhrase("tanpa saringan", "hapus semua saringan"),
        assign: KeyPhrase("tugaskan", "tugaskan orang ini ke sebuah kelas"),
        openClass: KeyPhrase("buka kelas", "buka daftar peserta kelas yang disorot"),
        confirm: KeyPhrase("ya", "ya, lakukan"),
        decline: KeyPhrase("tidak", "tidak; biarkan seperti sekarang"),
        mine: KeyPhrase("isian saya", "pakai isian saya"),
        theirs: KeyPhrase("isian mereka", "pakai isian meja lain"),
        saveMerged: KeyPhrase("simpan", "simpan hasil gabungan, bila semua isian sudah dipilih"),
        backToForm: KeyPhrase("ke formulir", "kembali ke formulir; tidak ada yang hilang"))

    static let english = ParticipantKeyPhrases(
        toRows: KeyPhrase("to rows", "down to the rows found"),
        keepSearch: KeyPhrase("done", "stop typing; the rows found stay"),
        clearSearch: KeyPhrase("drop search", "drop the words sought"),
        clearFilters: KeyPhrase("all rows", "show all rows again"),
        choose: KeyPhrase("choose", "take the highlighted choice"),
        withoutFilters: KeyPhrase("no filter", "drop all filters"),
        assign: KeyPhrase("assign", "assign this person to a class"),
        openClass: KeyPhrase("open class", "open the roster of the highlighted class"),
        confirm: KeyPhrase("yes", "yes, do it"),
        decline: KeyPhrase("no", "no; leave it as it is"),
        mine: KeyPhrase("mine", "take my value"),
        theirs: KeyPhrase("theirs", "take the other desk's value"),
        saveMerged: KeyPhrase("save", "save the merged record once every field is settled"),
        backToForm: KeyPhrase("to the form", "back to the form; nothing is lost"))
}
