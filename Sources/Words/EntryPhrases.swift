/// Forms: what stands in, beside and under their fields.
public struct EntryPhrases: Sendable {
    // Beside a field
    public let fromNIK: String
    public let pinned: String
    public let copied: String
    /// In an empty field that has a list.
    public let listHint: String
    public let dateHint: String

    // Under a field
    public let required: @Sendable (_ label: String) -> String
    public let pastedTooMuch: @Sendable (_ characters: String, _ limit: String) -> String
    public let typedTooMuch: @Sendable (_ characters: String, _ limit: String) -> String
    public let noMatch: @Sendable (_ typed: String) -> String
    /// Nobody on file fits what was typed.
    public let nobody: @Sendable (_ typed: String) -> String
    public let severalMatch: @Sendable (_ typed: String, _ count: Int) -> String
    public let noDate: @Sendable (_ typed: String) -> String
    public let loading: String
    public let moreChoices: @Sendable (_ count: Int) -> String
    public let nothingToCopy: String

    // The participant's form
    public let newParticipant: String
    public let editParticipant: String
    public let assignToClass: String
    /// `kelas K-014 Menjahit (12/16)`
    public let classInHand: @Sendable (_ code: String, _ title: String, _ taken: Int, _ seats: Int) -> String
    public let seats: @Sendable (_ taken: Int, _ seats: Int) -> String
    public let occupations: [String]
    public let regency: @Sendable (_ name: String) -> String
    public let noName: String
    public let birthDateRange: String
    public let noPhone: String
    public let desaElsewhere: @Sendable (_ desa: String, _ kecamatan: String) -> String
    /// Who holds the NIK, and the keys that help; where a record on file is edited, nobody is assigned.
    public let nikTaken:
        @Sendable (_ name: String, _ place: String, _ trainingClass: String?, _ canAssign: Bool) -> String

    // Below the form
    public let question: String
    public let questionKeys: String
    public let answerFirst: String
    /// Whom a doubt is about, and the keys that help.
    public let whom: @Sendable (_ name: String, _ place: String, _ trainingClass: String?, _ canAssign: Bool) -> String
    public let saved: @Sendable (_ name: String, _ nik: String, _ trainingClass: String?) -> String
    /// The same, where the form is left and there is nothing to go back to.
    public let savedAndClosed: @Sendable (_ name: String, _ nik: String) -> String
    public let assigned: @Sendable (_ name: String, _ nik: String, _ trainingClass: String) -> String
    public let alreadyInClass: @Sendable (_ name: String, _ trainingClass: String) -> String
    public let draftOffer: @Sendable (_ what: String) -> String
    /// In another field than the one where Enter and Del are about the draft.
    public let draftOfferElsewhere: @Sendable (_ what: String, _ field: String) -> String
    public let draftWithoutName: String
    public let notSaved: @Sendable (_ reason: String) -> String
    public let goneMeanwhile: String
}

extension EntryPhrases {
    static let indonesian = EntryPhrases(
        fromNIK: "dari NIK", pinned: "▪ tetap", copied: "dari atas",
        listHint: "ketik nama atau kode; spasi: semua", dateHint: "tanggal-bulan-tahun, misalnya 24-11-1999",
        required: { "\($0) harus diisi" },
        pastedTooMuch: { "\($0) huruf terakhir tidak masuk: isian ini memuat \($1); ringkas dulu" },
        typedTooMuch: { "\($0) huruf terakhir tidak masuk: isian ini memuat \($1)" },
        noMatch: { "tidak ada pilihan yang berawal “\($0)”; hapus lalu tekan spasi untuk melihat semua" },
        nobody: { "tidak ada peserta yang cocok dengan “\($0)”; ketik NIK lengkap atau awal nama" },
        severalMatch: { "“\($0)” cocok dengan \($1) pilihan; ketik lagi atau pilih dengan ↓ lalu Enter" },
        noDate: { "“\($0)” bukan tanggal; tulis tanggal-bulan-tahun, misalnya 24-11-1999 atau 24111999" },
        loading: "memuat daftar …",
        moreChoices: { "… \($0) lagi" },
        nothingToCopy: "Belum ada catatan sebelumnya untuk disalin",
        newParticipant: "Peserta baru", editParticipant: "Ubah peserta", assignToClass: "Tugaskan ke kelas",
        classInHand: { "kelas \($0) \($1) (\($2)/\($3))" },
        seats: { $0 >= $1 ? "\($0)/\($1) penuh" : "\($0)/\($1)" },
        occupations: [
            "Belum bekerja", "Buruh harian lepas", "Buruh tani", "Guru honorer", "Ibu rumah tangga", "Karyawan swasta",
            "Nelayan", "Pedagang", "Pelajar/Mahasiswa", "Penambang", "Penjahit", "Penyadap karet", "Perangkat desa",
            "Petani", "Peternak", "Sopir", "Tukang", "Wiraswasta",
        ],
        regency: { $0.replacingPrefix("Kabupaten ", with: "Kab. ") },
        noName: "nama harus memuat huruf",
        birthDateRange: "tanggal lahir harus sesudah 1900 dan tidak di masa depan",
        noPhone: "nomor telepon ditulis 08… atau +62…, 8 sampai 14 angka",
        desaElsewhere: { "\($0) tidak terletak di \($1); pilih desa lain atau kosongkan" },
        nikTaken: {
            "NIK ini milik \(whose($0, $1, $2)). \($3 ? "Enter/F6: tugaskan dia ke kelas · " : "")F7: buka berkasnya"
        },
        question: "Periksa dulu:", questionKeys: "Enter: benar, simpan · Esc: kembali ke isian",
        answerFirst: "Jawab dulu: Enter kalau memang benar, Esc untuk kembali ke isian",
        whom: { "yang mirip: \(whose($0, $1, $2)). \($3 ? "F6: tugaskan dia ke kelas · " : "")F7: buka berkasnya" },
        saved: { "✓ Tersimpan: \(joined($0, $1, $2)) (Ctrl-P kembali)" },
        savedAndClosed: { "Tersimpan: \(joined($0, $1, nil))" },
        assigned: { "✓ Ditugaskan: \(joined($0, $1, $2))" },
        alreadyInClass: { "\($0) sudah ada di kelas \($1); tidak ada yang diubah" },
        draftOffer: { "Konsep belum disimpan: \($0) — Enter lanjutkan, Del buang" },
        draftOfferElsewhere: { "Konsep belum disimpan: \($0) — Enter atau Del di isian “\($1)”" },
        draftWithoutName: "tanpa nama",
        notSaved: { "Belum tersimpan: \($0)" },
        goneMeanwhile: "Catatan tadi sudah tidak ada; mungkin dihapus di meja lain")

    static let english = EntryPhrases(
        fromNIK: "from NIK", pinned: "▪ pinned", copied: "from above",
        listHint: "type a name or code; space: all", dateHint: "day-month-year, such as 24-11-1999",
        required: { "\($0) is needed" },
        pastedTooMuch: { "the last \($0) characters found no room: this field holds \($1); shorten it first" },
        typedTooMuch: { "the last \($0) characters found no room: this field holds \($1)" },
        noMatch: { "nothing begins with “\($0)”; delete it and press space to see all" },
        nobody: { "no participant fits “\($0)”; type a whole NIK or the beginning of a name" },
        severalMatch: { "“\($0)” fits \($1) choices; type on, or choose with ↓ and Enter" },
        noDate: { "“\($0)” is no date; write day-month-year, such as 24-11-1999 or 24111999" },
        loading: "loading the list …",
        moreChoices: { "… \($0) more" },
        nothingToCopy: "There is no previous record to copy from yet",
        newParticipant: "New participant", editParticipant: "Edit participant", assignToClass: "Assign to a class",
        classInHand: { "class \($0) \($1) (\($2)/\($3))" },
        seats: { $0 >= $1 ? "\($0)/\($1) full" : "\($0)/\($1)" },
        occupations: [
            "Construction worker", "Contract teacher", "Day labourer", "Driver", "Employee", "Farm labourer", "Farmer",
            "Fisher", "Homemaker", "Livestock farmer", "Miner", "Rubber tapper", "Self-employed", "Student", "Tailor",
            "Trader", "Unemployed", "Village official",
        ],
        regency: { $0.replacingPrefix("Kabupaten ", with: "Kab. ") },
        noName: "a name needs letters",
        birthDateRange: "a birth date lies after 1900 and not in the future",
        noPhone: "a phone number is written 08… or +62…, 8 to 14 digits",
        desaElsewhere: { "\($0) does not lie in \($1); choose another desa or leave it empty" },
        nikTaken: {
            "this NIK belongs to \(whose($0, $1, $2)). \($3 ? "Enter/F6: assign them to the class · " : "")F7: open their file"
        },
        question: "Please look:", questionKeys: "Enter: it is right, save · Esc: back to the field",
        answerFirst: "Answer first: Enter if it is right, Esc to go back to the field",
        whom: {
            "the other one: \(whose($0, $1, $2)). \($3 ? "F6: assign them to the class · " : "")F7: open their file"
        },
        saved: { "✓ Saved: \(joined($0, $1, $2)) (Ctrl-P goes back)" },
        savedAndClosed: { "Saved: \(joined($0, $1, nil))" },
        assigned: { "✓ Assigned: \(joined($0, $1, $2))" },
        alreadyInClass: { "\($0) is in class \($1) already; nothing was changed" },
        draftOffer: { "Not saved yet: \($0) — Enter goes on with it, Del drops it" },
        draftOfferElsewhere: { "Not saved yet: \($0) — Enter or Del in the field “\($1)”" },
        draftWithoutName: "no name",
        notSaved: { "Not saved: \($0)" },
        goneMeanwhile: "That record is no longer on file; another desk may have deleted it")
}

private func whose(_ name: String, _ place: String, _ trainingClass: String?) -> String {
    [name, place, trainingClass].compactMap(\.self).joined(separator: ", ")
}

private func joined(_ name: String, _ nik: String, _ trainingClass: String?) -> String {
    [name, nik, trainingClass].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}
