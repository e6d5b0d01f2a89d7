/// What keys do on Kelas, on a roster and in the forms of classes, programs, organizers and targets.
public struct ClassKeyPhrases: Sendable {
    public let otherList: KeyPhrase
    public let endSearch: KeyPhrase
    public let clearSearch: KeyPhrase
    public let wholeList: KeyPhrase
    public let confirm: KeyPhrase
    public let leaveAsIs: KeyPhrase
    public let enroll: KeyPhrase
    public let add: KeyPhrase
    public let clearLine: KeyPhrase
    public let doneAdding: KeyPhrase
    public let newHere: KeyPhrase
    public let mark: KeyPhrase
    public let markAll: KeyPhrase
    public let standing: KeyPhrase
    public let apply: KeyPhrase
    public let remove: KeyPhrase
    public let paper: KeyPhrase
    public let editClass: KeyPhrase
    public let saveAndClose: KeyPhrase
    public let nextField: KeyPhrase
    public let takeTheirs: KeyPhrase
    public let restoreDraft: KeyPhrase
    public let dropDraft: KeyPhrase

    static let indonesian = ClassKeyPhrases(
        otherList: KeyPhrase("daftar", "pindah antara Kelas, Program dan Penyelenggara"),
        endSearch: KeyPhrase("selesai", "selesai mengetik; hasil pencarian tetap tampil"),
        clearSearch: KeyPhrase("batal cari", "hapus kata pencarian"),
        wholeList: KeyPhrase("semua", "tampilkan lagi seluruh daftar"),
        confirm: KeyPhrase("ya", "ya, lakukan"),
        leaveAsIs: KeyPhrase("tidak", "tidak; biarkan seperti sekarang"),
        enroll: KeyPhrase("masukkan", "masukkan orang yang disorot ke kelas ini"),
        add: KeyPhrase("tambah", "masukkan orang dengan NIK atau nama, satu demi satu"),
        clearLine: KeyPhrase("kosongkan", "kosongkan isian"),
        doneAdding: KeyPhrase("selesai", "selesai menambah; kembali ke daftar"),
        newHere: KeyPhrase("peserta baru", "isi formulir peserta baru untuk kelas ini"),
        mark: KeyPhrase("tandai", "tandai atau lepaskan baris yang disorot"),
        markAll: KeyPhrase("semua", "tandai semua baris, atau lepaskan semua"),
        standing: KeyPhrase("status", "ubah status baris yang ditandai, atau yang disorot"),
        apply: KeyPhrase("terapkan", "terapkan status ini"),
        remove: KeyPhrase("keluarkan", "hapus keikutsertaan yang salah masuk, setelah ditanya"),
        paper: KeyPhrase("cetak", "tulis daftar hadir, daftar sertifikat atau daftar nominatif untuk dicetak"),
        editClass: KeyPhrase("ubah kelas", "ubah data kelas ini"),
        saveAndClose: KeyPhrase("simpan", "simpan dan kembali ke daftar"),
        nextField: KeyPhrase("lanjut", "ke isian berikut; di isian terakhir: simpan"),
        takeTheirs: KeyPhrase("pakai isian meja lain", "pakai isian meja lain di isian ini"),
        restoreDraft: KeyPhrase("lanjutkan konsep", "lanjutkan isian yang belum disimpan"),
        dropDraft: KeyPhrase("buang konsep", "buang isian yang belum disimpan"))

    static let english = ClassKeyPhrases(
        otherList: KeyPhrase("list", "go between classes, programs and organizers"),
        endSearch: KeyPhrase("done", "stop typing; the rows found stay"),
        clearSearch: KeyPhrase("drop search", "drop the words sought"),
        wholeList: KeyPhrase("all", "show the whole list again"),
        confirm: KeyPhrase("yes", "yes, do it"),
        leaveAsIs: KeyPhrase("no", "no; leave it as it is"),
        enroll: KeyPhrase("enrol", "put the highlighted person into this class"),
        add: KeyPhrase("add", "put people into this class by NIK or name, in a row"),
        clearLine: KeyPhrase("clear", "clear the line"),
        doneAdding: KeyPhrase("done", "done adding; back to the list"),
        newHere: KeyPhrase("new person", "fill in a new participant's form for this class"),
        mark: KeyPhrase("mark", "mark or unmark the highlighted row"),
        markAll: KeyPhrase("all", "mark all rows, or none"),
        standing: KeyPhrase("status", "change the status of the marked or highlighted rows"),
        apply: KeyPhrase("apply", "apply this status"),
        remove: KeyPhrase("remove", "remove an enrollment entered by mistake, after asking"),
        paper: KeyPhrase("print", "write the attendance list, certificate list or nominative list for printing"),
        editClass: KeyPhrase("edit class", "change this class's record"),
        saveAndClose: KeyPhrase("save", "save and go back to the list"),
        nextField: KeyPhrase("next", "on to the next field; on the last field: save"),
        takeTheirs: KeyPhrase("take theirs", "take the other desk's value in this field"),
        restoreDraft: KeyPhrase("go on with draft", "go on with what was typed and not saved"),
        dropDraft: KeyPhrase("drop draft", "drop what was typed and not saved"))
}
