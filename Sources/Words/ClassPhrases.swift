import Training

/// Kelas, rosters, and the forms of classes, programs, organizers and targets.
public struct ClassPhrases: Sendable {
    // Lists
    public let programs: String
    public let organizers: String
    public let trackShort: @Sendable (Track) -> String
    public let dates: String
    public let classCount: String
    public let full: String
    public let overfull: String
    /// How a list is ordered, by the order's name in code.
    public let sortedBy: @Sendable (_ order: String) -> String
    public let searching: String
    /// How many rows of all are shown.
    public let shown: @Sendable (_ count: String, _ total: String) -> String
    public let ofProgram: @Sendable (_ name: String) -> String
    public let ofOrganizer: @Sendable (_ name: String) -> String
    public let noOrganizers: [String]
    public let noPrograms: @Sendable (_ year: Int) -> [String]
    public let noClasses: @Sendable (_ year: Int) -> [String]
    public let nothingFound: String
    public let programFirst: String
    public let askDelete: @Sendable (_ name: String) -> String
    public let deleted: String

    // Forms
    public let newRecord: @Sendable (_ kind: String) -> String
    public let codeHint: String
    public let followUpMarksHint: String
    public let codeFlaw: String
    public let originalTarget: String
    public let revisedTarget: String
    public let countingRule: String
    public let revisedStays: String
    public let outsideYear: @Sendable (_ year: Int) -> String
    public let saved: @Sendable (_ name: String) -> String
    public let draftOffered: @Sendable (_ summary: String) -> String
    /// In another field than the one where Enter and Del are about the draft.
    public let draftOfferedElsewhere: @Sendable (_ summary: String, _ field: String) -> String
    public let goneWhileEditing: String
    /// Another desk, where it is not known which.
    public let otherDesk: String
    public let theirValue: @Sendable (_ desk: String, _ value: String) -> String
    public let changedElsewhere: @Sendable (_ name: String, _ desk: String) -> String
    public let bothChanged: @Sendable (_ name: String, _ desk: String) -> String

    // Rosters
    public let number: String
    public let since: String
    public let detail: String
    public let noNIK: String
    public let seatsTaken: @Sendable (_ taken: String) -> String
    public let taughtBy: @Sendable (_ name: String) -> String
    public let emptyRoster: String
    public let marked: @Sendable (_ count: Int) -> String
    public let addLabel: String
    public let addHint: String
    public let inClass: String
    public let enrolled: @Sendable (_ name: String, _ nik: String, _ code: String) -> String
    public let alreadyIn: @Sendable (_ name: String, _ status: String?) -> String
    public let notOnFile: @Sendable (_ nik: String) -> String
    public let nobody: @Sendable (_ typed: String) -> String
    public let several: String
    public let askEnroll: @Sendable (_ name: String, _ doubts: String) -> String
    public let askRemove: @Sendable (_ count: Int, _ name: String) -> String
    public let removed: @Sendable (_ count: Int) -> String

    // Statuses
    public let changeStanding: @Sendable (_ count: Int) -> String
    public let certificate: @Sendable (_ count: Int) -> String
    public let now: String
    public let becomes: String
    public let inFuture: String
    public let noSeries: String
    public let numberTaken: @Sendable (_ number: String, _ name: String) -> String
    public let standingSet: @Sendable (_ count: Int, _ status: String) -> String
    public let nothingToChange: String
}

extension ClassPhrases {
    static let indonesian = ClassPhrases(
        programs: "Program", organizers: "Penyelenggara",
        trackShort: {
            switch $0 {
            case .community: "masyarakat"
            case .competency: "kompetensi"
            case .nonCompetency: "nonkomp."
            }
        },
        dates: "Tanggal", classCount: "Kelas", full: "penuh", overfull: "lebih",
        sortedBy: {
            let names = [
                "code": "kode", "title": "judul", "start": "tanggal mulai", "track": "jalur",
                "organizer": "penyelenggara", "kind": "jenis", "freeSeats": "kursi kosong", "name": "nama",
                "status": "status", "newest": "terbaru",
            ]
            return "urut \(names[$0] ?? $0)"
        },
        searching: "Cari:", shown: { "\($0) dari \($1)" },
        ofProgram: { "Kelas dari program \($0)" }, ofOrganizer: { "Program dari \($0)" },
        noOrganizers: [
            "Belum ada penyelenggara – tekan n untuk menambah.",
            "Yang mengadakan pelatihan: SKPD, kecamatan, desa, LKP atau perusahaan.",
        ],
        noPrograms: {
            [
                "Belum ada program tahun \($0) – tekan n untuk menambah.",
                "Penyelenggaranya dapat diisi lebih dulu: tekan Tab.",
            ]
        },
        noClasses: {
            [
                "Belum ada kelas tahun \($0) – tekan n untuk menambah.",
                "Setiap kelas memerlukan program: tekan Tab untuk daftar Program.",
            ]
        },
        nothingFound: "Tidak ada yang cocok; Esc menampilkan semua.",
        programFirst: "Kelas memerlukan program. Tambahkan program dulu dengan n.",
        askDelete: { "Hapus \($0)? y: ya, hapus · tombol lain: tidak" }, deleted: "Terhapus; u mengurungkan",
        newRecord: { "\($0) baru" }, codeHint: "huruf, angka, - _ . /",
        followUpMarksHint: "bulan ke-3, 6, 12 kalau dikosongkan",
        codeFlaw: "kode hanya huruf, angka dan - _ . / , paling banyak 24",
        originalTarget: "Target awal", revisedTarget: "Target perubahan", countingRule: "Yang dihitung",
        revisedStays: "target perubahan yang sudah ditetapkan tidak dapat dikosongkan; tulis angka lain",
        outsideYear: { "di luar tahun anggaran program (\($0)); periksa lagi" },
        saved: { "Tersimpan: \($0)" },
        draftOffered: { "Ada isian yang belum disimpan: \($0). Enter: lanjutkan · Del: buang" },
        draftOfferedElsewhere: { "Ada isian yang belum disimpan: \($0). Enter atau Del di isian “\($1)”" },
        goneWhileEditing: "Catatan ini sudah dihapus di meja lain; Ctrl-S menyimpannya sebagai catatan baru",
        otherDesk: "meja lain", theirValue: { "\($0): \($1) (F6 pakai)" },
        changedElsewhere: { "Sudah diubah \($0) (\($1)) dan dimuat di sini; periksa, lalu Ctrl-S lagi" },
        bothChanged: { "Sudah diubah \($0) (\($1)) juga; lihat isian yang berbeda, lalu Ctrl-S lagi" },
        number: "No.", since: "Sejak", detail: "Sertifikat / alasan", noNIK: "tanpa NIK",
        seatsTaken: { "\($0) kursi terisi" }, taughtBy: { "instruktur \($0)" },
        emptyRoster: "Belum ada peserta – tekan a untuk menambah dengan NIK atau nama.",
        marked: { "\($0) ditandai" }, addLabel: "Tambah:", addHint: "NIK atau nama, lalu Enter",
        inClass: "di kelas ini", enrolled: { "\($0) · \($1) · masuk \($2)" },
        alreadyIn: { name, status in "\(name) sudah di kelas ini" + (status.map { " (\($0))" } ?? "") },
        notOnFile: { "NIK \($0) belum terdaftar – Enter membuka formulir peserta baru untuk kelas ini" },
        nobody: { "Tidak ada peserta yang cocok dengan “\($0)”" },
        several: "Beberapa orang cocok; pilih dengan ↑ ↓ lalu Enter",
        askEnroll: { "\($0): \($1). Enter: tetap masukkan · Esc: tidak" },
        askRemove: { count, name in
            count == 1
                ? "Keluarkan \(name) dari kelas ini? y: ya · tombol lain: tidak"
                : "Keluarkan \(count) peserta dari kelas ini? y: ya · tombol lain: tidak"
        },
        removed: { "\($0) keikutsertaan dihapus; u mengurungkan" },
        changeStanding: { "Ubah status \($0) peserta" },
        certificate: { $0 == 1 ? "Nomor sertifikat" : "Nomor pertama" }, now: "Sekarang", becomes: "Menjadi",
        inFuture: "tanggal ini belum lewat; periksa lagi",
        noSeries: "nomor pertama harus memuat angka, agar nomor berikutnya dapat dihitung",
        numberTaken: { "nomor \($0) sudah dipakai \($1)" },
        standingSet: { "\($0) peserta: \($1); u mengurungkan" },
        nothingToChange: "Tidak ada yang perlu diubah: semua sudah bersertifikat")
}
