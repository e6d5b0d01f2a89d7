import Training

extension CommandPhrases {
    static let indonesian = CommandPhrases(
        help: .indonesian, monitoring: .indonesian,
        id: "Nomor", date: "Tanggal", scope: "Untuk",
        scopeName: {
            switch $0 {
            case .regency: "kabupaten"
            case .kecamatan: "kecamatan"
            case .track: "jalur"
            case .organizer: "penyelenggara"
            case .term: "periode"
            }
        },
        stage: "Tahap", rule: "Yang dihitung", taken: "Terisi", time: "Waktu", operatorName: "Operator",
        desk: "Meja", changes: "Perubahan", residents: "Penduduk", note: "Catatan", undoes: "Mengurungkan",
        doubts: "Perlu diperiksa",
        checkLabel: "Pemeriksaan",
        check: {
            switch $0 {
            case .integrity: "keutuhan berkas"
            case .foreignKeys: "hubungan antarcatatan"
            case .tallies: "angka rekap"
            case .searchIndex: "indeks pencarian"
            case .logChain: "rantai log"
            case .schema: "susunan tabel"
            case .version: "tata letak berkas"
            case .drafts: "draf"
            case .freeSpace: "ruang di disk"
            case .permissions: "hak baca"
            }
        },
        inOrder: "Beres", problem: "Masalah", yes: "ya", no: "tidak",
        usage: indonesianUsage,
        seeHelp: { "lihat “\($0) --help”" },
        unknownCommand: { typed, nearest in
            "tidak ada perintah “\(typed)”; yang mirip: \(nearest.joined(separator: ", "))"
        },
        incomplete: { typed, next in "sesudah “silat \(typed)” sebutkan \(next.joined(separator: " atau "))" },
        unknownLanguage: { "bahasa “\($0)” tidak dikenal; pilih id atau en" },
        nikOrID: "sebutkan pesertanya dengan --nik atau --id, salah satu saja",
        statusMissing: "--date, --certificate dan --reason hanya bersama --status",
        oneScope: "pilih salah satu saja: --kecamatan, --track, --organizer atau --through",
        limitTooSmall: "--limit harus 1 atau lebih",
        notAnID: { "“\($0)” bukan nomor peserta; lihat kolom id pada silat participant find" },
        notADate: { "“\($0)” bukan tanggal; tulis seperti 2026-11-24 atau 24-11-2026" },
        noSuchDivision: { typed, all in
            "tidak ada pembagian “\(typed)”; pilih satu atau dua yang berbeda, dipisah koma: \(all.joined(separator: ", "))"
        },
        noSuchStep: { typed, all in "tidak ada langkah “\(typed)”; pilih \(all.joined(separator: ", "))" },
        pastHasNoNames: "--names tidak bersama --as-of: daftar nama selalu keadaan sekarang",
        notACode: { "“\($0)” bukan kode; pakai huruf, angka dan - _ . / paling panjang 24" },
        certificateMissing: "status certified perlu nomor sertifikat: --certificate",
        reasonMissing: "status dropped perlu alasan: --reason",
        sizeOutOfRange: { "jumlah peserta harus \($0) sampai \($1)" },
        notATerminal: "program ini perlu layar terminal; lihat “silat --help” untuk perintah tanpa layar",
        unknownTerminal: { name in
            name.isEmpty
                ? "TERM belum diisi; misalnya TERM=xterm-256color"
                : "jenis terminal “\(name)” tidak dikenal; isi TERM yang lain, misalnya xterm-256color"
        },
        simpleTerminal: {
            "terminal “\($0)” tidak bisa memindahkan kursor; pakai terminal lain, misalnya xterm-256color"
        },
        terminalFailed: { "terminal tidak dapat dipakai: \($0)" },
        noSuchParticipant: { "tidak ada peserta \($0)" },
        confirm: { "\($0); kalau memang benar, ulangi dengan --confirm" },
        hasParticipants: { "\($0) sudah berisi \($1) peserta; data contoh hanya ditulis ke berkas baru" },
        sameFile: { "\($0) adalah berkas silat itu sendiri; pilih nama lain" },
        cannotWrite: { "tidak dapat menulis \($0): \(indonesianReason($1))" },
        stopped: "dihentikan; tidak ada yang diubah",
        targetSet: { "target \($0): \($1)" },
        claimSet: { code, year, claimed, named, gap in
            "klaim \(code) \(year): \(claimed); yang tercatat \(named); selisih \(gap)"
        },
        residentsSet: { "penduduk \($0): \($1)" },
        organizerAdded: { "penyelenggara \($0) ditambahkan" },
        programAdded: { "program \($0) ditambahkan untuk tahun \($1)" },
        classAdded: { "kelas \($0) ditambahkan" },
        enrolled: { "\($0), \($1): \($2)" },
        enrolledAlready: { "\($0) sudah di kelas \($1): \($2)" },
        generated: { "\($0) peserta contoh untuk tahun \($1) ditulis ke \($2)" },
        exported: { "\($0) baris ditulis ke \($1)" },
        exportIsMasked:
            "NIK dan telepon disamarkan, jadi berkas ini tidak bisa diimpor lagi; untuk yang lengkap pakai --reveal",
        nothingFound: "tidak ada yang cocok",
        moreThan: { "masih ada lagi sesudah \($0) baris; ubah --limit" },
        read: "Dibaca", added: "Baru", matched: "Sudah ada", enrolledCount: "Masuk kelas",
        alreadyEnrolled: "Sudah di kelas", rejected: "Ditolak",
        rejectedRow: { row, column, value, reason in
            "baris \(row), \(column)\(value.isEmpty ? "" : " “\(value)”"): \(reason)"
        },
        extraColumns: { "kolom lain dibiarkan: \($0)" },
        doubtsKept: { "\($0) peserta disimpan untuk diperiksa: \($1)" },
        overfull: { "kelas \($0) sekarang berisi \($1) orang untuk \($2) kursi" },
        rejectsWritten: { "\($0) baris yang ditolak ditulis ke \($1); betulkan, lalu impor berkas itu" },
        dryRun: "hanya diperiksa; tidak ada yang disimpan")
}

/// What the parser of arguments says, in Indonesian; what is not known stays as it is.
@Sendable private func indonesianUsage(_ found: String) -> String {
    let known: [(english: String, indonesian: String)] = [
        ("Missing expected argument", "kurang:"),
        ("Missing one of:", "kurang salah satu dari:"),
        ("Missing value for", "sesudahnya harus ada nilai, dan yang diawali “-” bukan nilai:"),
        ("Unknown option", "tidak ada pilihan"),
        ("Unexpected argument", "kata ini berlebih:"),
        ("Missing required subcommand.", "sebutkan perintah lanjutannya"),
        ("The value", "nilai"),
        ("is invalid for", "tidak berlaku untuk"),
        (". Please provide one of", "; pilih salah satu:"),
        ("' or '", "' atau '"),
        ("' and '", "' atau '"),
        ("', and '", "', atau '"),
        (". Did you mean", "; maksudnya"),
        ("Value to be set with flag", "pilihan"),
        ("had already been set with flag", "bertentangan dengan"),
        ("unexpected arguments:", "kata berlebih:"),
    ]
    return known.reduce(found) { text, word in
        text.split(separator: word.english, omittingEmptySubsequences: false).joined(separator: word.indonesian)
    }
}
