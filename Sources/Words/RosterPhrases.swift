import Training

/// Words of the screens that import a roster; see ``Phrasebook``.
public struct RosterPhrases: Sendable {
    // The file
    public let fileTitle: String
    public let typeToNarrow: String
    public let folderAbove: String
    public let nameHeading: String
    public let sizeHeading: String
    public let changedHeading: String
    public let folder: String
    public let emptyFolder: String
    public let noSuchName: @Sendable (_ typed: String) -> String
    public let otherFiles: @Sendable (_ count: String) -> String
    public let cannotOpen: @Sendable (_ path: String, _ reason: Reason) -> String
    public let pathHint: String
    public let size: @Sendable (_ bytes: Int) -> String
    public let reading: @Sendable (_ file: String) -> String

    /// Why a path can't be opened.
    public enum Reason: Sendable { case missing, notAllowed, neither, unreadable }

    // Columns
    public let columnsTitle: @Sendable (_ file: String) -> String
    public let goOnToDryRun: String
    public let sheet: String
    public let sheetOf: @Sendable (_ sheet: String, _ place: Int, _ count: Int) -> String
    public let sender: String
    public let senderHint: String
    public let senderEmpty: String
    public let noClass: String
    public let expected: String
    public let expectedHint: String
    public let expectedInSheet: @Sendable (_ count: String) -> String
    public let notANumber: @Sendable (_ typed: String) -> String
    public let headingHeading: String
    public let takenForHeading: String
    public let sampleHeading: String
    public let notRead: String
    public let noHeading: String
    public let now: String
    public let moreColumns: @Sendable (_ count: Int) -> String
    public let chooseColumn: @Sendable (_ heading: String) -> String
    public let chooseSheet: String
    public let chooseClass: String
    public let missing: @Sendable (_ columns: [String]) -> String
    public let rowHeading: String
    public let firstRows: String
    public let noRows: String
    public let importedBefore: @Sendable (_ time: String, _ author: Author) -> String
    public let importedOften: @Sendable (_ times: Int) -> String
    public let decisionsDropped: @Sendable (_ count: Int) -> String
    public let columnReads: @Sendable (RosterColumn) -> String

    // The dry run
    public let importing: String
    public let stopping: String
    public let rows: @Sendable (_ count: String) -> String
    public let rate: @Sendable (_ rows: String) -> String
    public let remaining: @Sendable (_ time: String) -> String
    public let escStops: String
    public let stopped: String
    public let countsTitle: @Sendable (_ file: String) -> String
    public let nothingKeptYet: String
    public let readLabel: String
    public let sum: @Sendable (_ read: String, _ added: String, _ matched: String, _ rejected: String) -> String
    public let classSum: @Sendable (_ enrolled: String, _ already: String) -> String
    public let updated: @Sendable (_ people: String) -> String
    public let updatedLabel: String
    public let totalLabel: String
    public let totalRight: @Sendable (_ count: String) -> String
    public let totalWrong: @Sendable (_ said: String, _ read: String, _ difference: String, _ isMore: Bool) -> String
    public let notesLabel: String
    public let notes: @Sendable (_ count: String, _ rows: String) -> String
    public let doubtsKeptLabel: String
    public let doubtKept: @Sendable (_ count: String, _ doubt: String) -> String
    public let importNow: @Sendable (_ taken: String, _ rejected: String) -> String
    public let nothingToTake: String
    public let countAgain: String
    public let doubtsLine: String
    public let placesLine: String
    public let otherValuesLine: String
    public let refusalsLine: String
    public let rejectsLine: String
    public let undecided: @Sendable (_ count: String) -> String
    public let allDecided: String
    public let optional: String
    public let first: @Sendable (_ count: String) -> String
    public let listed: @Sendable (_ undecided: String, _ listed: String) -> String
    public let askTitle: String
    public let askUndecided: @Sendable (_ rows: String, _ path: String) -> String
    public let askTotal: @Sendable (_ said: String, _ read: String) -> String
    public let askAgain: @Sendable (_ time: String, _ author: Author) -> String

    // Doubts
    public let doubtTitle: @Sendable (_ place: String, _ count: String, _ row: String) -> String
    public let left: @Sendable (_ count: String) -> String
    public let kind: @Sendable (ImportDoubt.Kind) -> String
    public let onFile: String
    public let inRoster: String
    public let choiceSame: @Sendable (_ fields: [String]) -> String
    public let choiceDifferent: String
    public let choiceSkip: String
    public let choiceNone: @Sendable (_ mustBeSettled: Bool) -> String
    public let neverDifferent: String
    public let surelySame: String
    public let nobodyOnFile: String
    public let fieldAgrees: String

    // Places
    public let placeTitle: @Sendable (_ place: String, _ count: String) -> String
    public let written: String
    public let writtenRows: @Sendable (_ rows: String, _ first: String) -> String
    public let whichPlace: String
    public let leaveRefused: String
    public let anyPlaceTitle: String
    public let whole: @Sendable (_ kecamatan: String) -> String

    // Refusals and the end
    public let refusalsTitle: @Sendable (_ count: String) -> String
    public let columnHeading: String
    public let valueHeading: String
    public let reasonHeading: String
    public let seeRefusals: @Sendable (_ count: String) -> String
    public let resultTitle: @Sendable (_ file: String) -> String
    public let rejectsWritten: @Sendable (_ rows: String, _ path: String) -> String
    public let undoHint: String
    public let toRoster: @Sendable (_ code: String) -> String
    public let toList: String
    public let leaveLoses: @Sendable (_ decisions: Int) -> String
    /// What stands in the name of the file of refused rows.
    public let rejectsSuffix: String

    static let indonesian = RosterPhrases(
        fileTitle: "Impor daftar peserta: pilih berkas", typeToNarrow: "ketik nama, atau / dan jalur berkas",
        folderAbove: "folder di atas", nameHeading: "Nama", sizeHeading: "Ukuran", changedHeading: "Diubah",
        folder: "folder", emptyFolder: "Tidak ada daftar (csv, tsv, txt, xlsx) di folder ini",
        noSuchName: { "Tidak ada nama yang memuat “\($0)”" },
        otherFiles: { "\($0) berkas jenis lain tidak tampil (F3)" },
        cannotOpen: { path, reason in
            switch reason {
            case .missing: "\(path) tidak ada; periksa ejaannya"
            case .notAllowed: "\(path) tidak boleh dibuka; minta izin baca pada pemiliknya"
            case .neither: "\(path) bukan berkas dan bukan folder"
            case .unreadable: "\(path) tidak dapat dibaca; periksa apakah media penyimpanannya masih terpasang"
            }
        },
        pathHint: "Enter membuka jalur ini", size: { sizeText($0, comma: ",") }, reading: { "membaca \($0)…" },
        columnsTitle: { "Impor \($0): kolom" }, goOnToDryRun: "Lanjut: uji coba, belum ada yang disimpan",
        sheet: "Lembar", sheetOf: { "\($0) (\($1) dari \($2))" }, sender: "Pengirim",
        senderHint: "pilihan kolom diingat untuk pengirim ini", senderEmpty: "(tidak disebut)",
        noClass: "(tanpa kelas)", expected: "Jumlah nama", expectedHint: "menurut surat pengantar; boleh kosong",
        expectedInSheet: { "\($0) menurut lembar itu sendiri" },
        notANumber: { "“\($0)” bukan bilangan; tulis berapa nama, misalnya 48" },
        headingHeading: "Judul kolom di berkas", takenForHeading: "Dibaca sebagai", sampleHeading: "Contoh isi",
        notRead: "(tidak dibaca)", noHeading: "(tanpa judul)", now: "sekarang",
        moreColumns: { "↓ \($0) kolom lagi" },
        chooseColumn: { "Kolom “\($0)” dibaca sebagai" }, chooseSheet: "Lembar yang dibaca",
        chooseClass: "Kelas yang diikuti semua orang di daftar ini",
        missing: { "Belum ada kolom untuk \($0.joined(separator: ", ")); pilih kolomnya di bawah" },
        rowHeading: "Baris", firstRows: "Baris pertama, seperti akan dibaca", noRows: "tidak ada baris di bawah judul",
        importedBefore: { "Berkas ini sudah diimpor \($0) oleh \($1.name) (\($1.desk))" },
        importedOften: { "dan \($0) kali lagi sebelumnya" },
        decisionsDropped: { "\($0) keputusan dilepas karena barisnya dibaca lain" },
        columnReads: { indonesianColumn($0) },
        importing: "Mengimpor", stopping: "Menghentikan…", rows: { "\($0) baris" },
        rate: { "\($0) baris/detik" }, remaining: { "sisa \($0)" },
        escStops: "Esc menghentikan; tidak ada yang disimpan", stopped: "Dihentikan; tidak ada yang disimpan",
        countsTitle: { "Uji coba \($0)" }, nothingKeptYet: "belum ada yang disimpan", readLabel: "Dibaca",
        sum: { "\($0) baris = \($1) orang baru + \($2) sudah tercatat + \($3) ditolak" },
        classSum: { "\($0) masuk kelas + \($1) sudah di kelas" },
        updated: { "\($0) orang, isiannya diambil dari daftar" }, updatedLabel: "Diubah", totalLabel: "Jumlah",
        totalRight: { "✓ cocok: \($0) nama" },
        totalWrong: { said, read, difference, isMore in
            "✗ seharusnya \(said), terbaca \(read): \(isMore ? "lebih" : "kurang") \(difference); tanyakan pengirim"
        },
        notesLabel: "Bukan nama", notes: { "\($0) baris dilewati (baris \($1))" },
        doubtsKeptLabel: "Disimpan", doubtKept: { "\($0) dengan keraguan: \($1)" },
        importNow: { taken, rejected in
            "Impor \(taken) orang sekarang" + (rejected == "0" ? "" : "; \(rejected) baris ditolak")
        },
        nothingToTake: "Tidak ada baris yang dapat diimpor", countAgain: "Uji coba lagi, dengan keputusan terakhir",
        doubtsLine: "Orang yang perlu dipastikan", placesLine: "Tempat yang perlu dipastikan",
        otherValuesLine: "Isian lain dari yang tercatat", refusalsLine: "Baris yang ditolak",
        rejectsLine: "Berkas tolakan", undecided: { "\($0) belum diputuskan" }, allDecided: "semua diputuskan",
        optional: "boleh dilihat; yang tercatat tetap", first: { "\($0) yang pertama dapat dibuka" },
        listed: { "\($0) belum diputuskan · \($1) tampil" }, askTitle: "Impor sekarang?",
        askUndecided: {
            "\($0) baris belum diputuskan: akan ditolak dan ditulis ke \($1), siap diperbaiki dan diimpor lagi."
        },
        askTotal: { "Jumlah nama tidak cocok: seharusnya \($0), terbaca \($1)." },
        askAgain: { "Berkas yang sama sudah diimpor \($0) oleh \($1.name) (\($1.desk))." },
        doubtTitle: { "\($0) dari \($1) · baris \($2)" }, left: { "\($0) belum diputuskan" },
        kind: {
            switch $0 {
            case .otherName: "NIK ini milik orang dengan nama lain. Orang yang sama, atau NIK salah tulis?"
            case .samePerson: "Nama, tanggal lahir dan tempat tinggalnya sama. Orang yang sama?"
            case .nearlySameNIK: "Namanya sama dan NIK berbeda satu angka (r menampilkan NIK). Orang yang sama?"
            case .roundedNIK: "NIK tersimpan sebagai bilangan: angka terakhirnya mungkin hilang. Benarkah NIK ini?"
            case .otherValues: "Orang yang sama, tetapi isiannya lain. Yang tercatat tetap, kecuali Anda memilih."
            }
        },
        onFile: "Tercatat", inRoster: "Di daftar",
        choiceSame: { fields in
            "orang yang sama; "
                + (fields.isEmpty
                    ? "semua isian tetap seperti tercatat" : "dari daftar: \(fields.joined(separator: ", "))")
        },
        choiceDifferent: "baris diambil apa adanya", choiceSkip: "dilewati; masuk berkas tolakan",
        choiceNone: { $0 ? "belum diputuskan" : "yang tercatat tetap" },
        neverDifferent:
            "Satu NIK hanya milik satu orang: pilih orang yang sama (s), atau lewati (x) dan perbaiki NIK-nya",
        surelySame: "NIK dan namanya sama, jadi pasti orang ini: pilih isiannya (s), atau lewati (x)",
        nobodyOnFile: "Tidak ada orang tercatat di sini: ambil apa adanya (d), atau lewati (x)",
        fieldAgrees: "isian ini sama, atau kosong di daftar; tidak ada yang dipilih",
        placeTitle: { "Tempat \($0) dari \($1)" }, written: "Tertulis",
        writtenRows: { "\($0) baris, pertama baris \($1)" }, whichPlace: "Yang dimaksud:",
        leaveRefused: "Biarkan ditolak", anyPlaceTitle: "Cari tempat", whole: { "Kec. \($0), desa tidak disebut" },
        refusalsTitle: { "\($0) baris ditolak" }, columnHeading: "Kolom", valueHeading: "Isi", reasonHeading: "Sebab",
        seeRefusals: { "Lihat \($0) baris yang ditolak" }, resultTitle: { "✓ Diimpor: \($0)" },
        rejectsWritten: { "\($0) baris ditulis ke \($1); perbaiki di sana, lalu impor berkas itu" },
        undoHint: "u membatalkan seluruh impor ini", toRoster: { "Buka daftar peserta kelas \($0)" },
        toList: "Kembali ke daftar",
        leaveLoses: { "\($0) keputusan akan hilang; Esc sekali lagi untuk keluar dari impor" },
        rejectsSuffix: "ditolak")

    static let english = RosterPhrases(
        fileTitle: "Import a roster: pick the file", typeToNarrow: "type a name, or / and a path",
        folderAbove: "folder above", nameHeading: "Name", sizeHeading: "Size", changedHeading: "Changed",
        folder: "folder", emptyFolder: "No roster (csv, tsv, txt, xlsx) in this folder",
        noSuchName: { "No name has “\($0)” in it" },
        otherFiles: { "\($0) files of other kinds not shown (F3)" },
        cannotOpen: { path, reason in
            switch reason {
            case .missing: "\(path) is not there; check how it is written"
            case .notAllowed: "\(path) may not be opened; ask its owner to let you read it"
            case .neither: "\(path) is neither a file nor a folder"
            case .unreadable: "\(path) cannot be read; check that its disk is still there"
            }
        },
        pathHint: "Enter opens this path", size: { sizeText($0, comma: ".") }, reading: { "reading \($0)…" },
        columnsTitle: { "Import \($0): columns" }, goOnToDryRun: "Go on: dry run, nothing is kept yet",
        sheet: "Sheet", sheetOf: { "\($0) (\($1) of \($2))" }, sender: "Sender",
        senderHint: "the match of columns is kept for this sender", senderEmpty: "(not named)",
        noClass: "(no class)", expected: "Names", expectedHint: "by the covering letter; may be empty",
        expectedInSheet: { "\($0) by the sheet itself" },
        notANumber: { "“\($0)” is no number; write how many names, such as 48" },
        headingHeading: "Heading in the file", takenForHeading: "Read as", sampleHeading: "Sample",
        notRead: "(not read)", noHeading: "(no heading)", now: "now",
        moreColumns: { "↓ \($0) more columns" },
        chooseColumn: { "Column “\($0)” is read as" }, chooseSheet: "Sheet to read",
        chooseClass: "Class that everybody in this roster joins",
        missing: { "No column yet for \($0.joined(separator: ", ")); choose it below" },
        rowHeading: "Row", firstRows: "First rows as they will be read", noRows: "no rows below the headings",
        importedBefore: { "This file was imported \($0) by \($1.name) (\($1.desk))" },
        importedOften: { "and \($0) times before" },
        decisionsDropped: { "\($0) decisions dropped, because the rows are read otherwise" },
        columnReads: { englishColumn($0) },
        importing: "Importing", stopping: "Stopping…", rows: { "\($0) rows" },
        rate: { "\($0) rows/s" }, remaining: { "\($0) left" }, escStops: "Esc stops; nothing is kept",
        stopped: "Stopped; nothing was kept",
        countsTitle: { "Dry run of \($0)" }, nothingKeptYet: "nothing is kept yet", readLabel: "Read",
        sum: { "\($0) rows = \($1) new people + \($2) on file + \($3) refused" },
        classSum: { "\($0) join the class + \($1) in it already" },
        updated: { "\($0) people, with values from the roster" }, updatedLabel: "Changed", totalLabel: "Total",
        totalRight: { "✓ agrees: \($0) names" },
        totalWrong: { said, read, difference, isMore in
            "✗ should be \(said), read \(read): \(difference) too \(isMore ? "many" : "few"); ask the sender"
        },
        notesLabel: "No names", notes: { "\($0) rows passed over (row \($1))" },
        doubtsKeptLabel: "Kept", doubtKept: { "\($0) with a doubt: \($1)" },
        importNow: { taken, rejected in
            "Import \(taken) people now" + (rejected == "0" ? "" : "; \(rejected) rows refused")
        },
        nothingToTake: "There is no row that can be imported", countAgain: "Dry run again, with the last decisions",
        doubtsLine: "People to be sure of", placesLine: "Places to be sure of",
        otherValuesLine: "Other values than on file", refusalsLine: "Rows refused", rejectsLine: "Rejects file",
        undecided: { "\($0) not settled" }, allDecided: "all settled",
        optional: "may be looked at; the file's values stay",
        first: { "the first \($0) can be opened" }, listed: { "\($0) not settled · \($1) listed" },
        askTitle: "Import now?",
        askUndecided: {
            "\($0) rows are not settled: they will be refused and written to \($1), to be mended and imported."
        },
        askTotal: { "The number of names is off: should be \($0), read \($1)." },
        askAgain: { "The same file was imported \($0) by \($1.name) (\($1.desk))." },
        doubtTitle: { "\($0) of \($1) · row \($2)" }, left: { "\($0) not settled" },
        kind: {
            switch $0 {
            case .otherName: "This NIK is somebody's of another name. The same person, or a wrong NIK?"
            case .samePerson: "Name, birth date and residence are the same. The same person?"
            case .nearlySameNIK: "The name is the same and the NIK one digit off (r reveals it). The same person?"
            case .roundedNIK: "The NIK was kept as a number: its last digit may be lost. Is this NIK right?"
            case .otherValues: "The same person with other values. What is on file stays, unless you choose."
            }
        },
        onFile: "On file", inRoster: "In the roster",
        choiceSame: { fields in
            "the same person; "
                + (fields.isEmpty ? "all stays as on file" : "from the roster: \(fields.joined(separator: ", "))")
        },
        choiceDifferent: "the row is taken as it is", choiceSkip: "left out; goes to the rejects file",
        choiceNone: { $0 ? "not settled" : "what is on file stays" },
        neverDifferent: "A NIK is one person's only: choose same (s), or skip (x) and mend the NIK",
        surelySame: "NIK and name are the same, so it is this person: choose the values (s), or skip (x)",
        nobodyOnFile: "Nobody on file is concerned: take it as it is (d), or skip (x)",
        fieldAgrees: "this field is the same, or empty in the roster; there is nothing to choose",
        placeTitle: { "Place \($0) of \($1)" }, written: "Written",
        writtenRows: { "\($0) rows, row \($1) first" }, whichPlace: "What is meant:",
        leaveRefused: "Leave it refused", anyPlaceTitle: "Find a place", whole: { "Kec. \($0), desa not said" },
        refusalsTitle: { "\($0) rows refused" }, columnHeading: "Column", valueHeading: "Value",
        reasonHeading: "Reason", seeRefusals: { "Look at the \($0) rows refused" },
        resultTitle: { "✓ Imported: \($0)" },
        rejectsWritten: { "\($0) rows written to \($1); mend them there and import that file" },
        undoHint: "u takes this whole import back", toRoster: { "Open the roster of class \($0)" },
        toList: "Back to the list",
        leaveLoses: { "\($0) decisions will be lost; Esc once more leaves the import" },
        rejectsSuffix: "refused")

    private static func sizeText(_ bytes: Int, comma: String) -> String {
        switch bytes {
        case ..<1_000: "\(bytes) B"
        case ..<1_000_000: "\((bytes + 500) / 1_000) kB"
        default: "\(bytes / 1_000_000)\(comma)\(bytes % 1_000_000 / 100_000) MB"
        }
    }

    private static func indonesianColumn(_ column: RosterColumn) -> String {
        switch column {
        case .nik: "NIK"
        case .name: "Nama"
        case .birthplace: "Tempat lahir"
        case .birthDate: "Tanggal lahir"
        case .birth: "Tempat, tanggal lahir"
        case .sex: "Jenis kelamin"
        case .kecamatan: "Kecamatan"
        case .desa: "Desa"
        case .address: "Alamat"
        case .phone: "Telepon"
        case .education: "Pendidikan"
        case .occupation: "Pekerjaan"
        case .noNIKReason: "Alasan tanpa NIK"
        case .lineNumber: "Nomor urut"
        case .rejectedRow: "Baris ditolak"
        case .rejectedColumn: "Kolom ditolak"
        case .rejectedValue: "Nilai ditolak"
        case .rejection: "Alasan ditolak"
        }
    }

    private static func englishColumn(_ column: RosterColumn) -> String {
        switch column {
        case .nik: "NIK"
        case .name: "Name"
        case .birthplace: "Place of birth"
        case .birthDate: "Birth date"
        case .birth: "Place, date of birth"
        case .sex: "Sex"
        case .kecamatan: "Kecamatan"
        case .desa: "Desa"
        case .address: "Address"
        case .phone: "Phone"
        case .education: "Education"
        case .occupation: "Occupation"
        case .noNIKReason: "Why there is no NIK"
        case .lineNumber: "Line number"
        case .rejectedRow: "Row refused"
        case .rejectedColumn: "Column at fault"
        case .rejectedValue: "Value at fault"
        case .rejection: "Why refused"
        }
    }
}
