import Training

/// Words of the table of participants, a participant's file, and conflicts; see ``Phrasebook``.
public struct ParticipantPhrases: Sendable {
    // The table
    public let title: String
    /// `1.234 peserta`, of a number written as the language does.
    public let count: @Sendable (_ number: String) -> String
    /// Of a number that says only how far was counted.
    public let moreThan: @Sendable (_ number: String) -> String
    public let order: @Sendable (ParticipantQuery.Order) -> String
    public let sought: String
    public let sexHeading: String
    public let noNIK: String
    public let loading: String
    /// An empty list: nobody on file, nobody found, nobody left by the filters, nobody behind a figure.
    public let nobodyYet: String
    public let nobodyFound: @Sendable (_ words: String) -> String
    public let nobodyLeft: String
    public let nobodyCounted: String

    // Filters and lists laid over the screen
    public let filterTitle: String
    public let assignTitle: @Sendable (_ name: String) -> String
    public let typeToNarrow: String
    public let noChoice: String
    public let noClassYet: String
    public let active: String

    // Questions and news
    public let delete: @Sendable (_ name: String) -> String
    /// What is deleted with somebody: so many enrollments, in these classes.
    public let deletedWith: @Sendable (_ enrollments: Int, _ classes: [String]) -> String
    public let deleted: @Sendable (_ name: String) -> String
    public let confirmDoubts: @Sendable (_ name: String) -> String
    public let enrolled: @Sendable (_ name: String, _ code: String) -> String
    public let alreadyIn: @Sendable (_ name: String, _ code: String) -> String
    public let gone: String
    public let answerHint: String

    // The file
    public let fileTitle: String
    public let enrollments: String
    public let openDoubts: String
    public let history: String
    public let noEnrollments: String
    public let noHistory: String
    public let since: @Sendable (_ date: String) -> String
    public let by: @Sendable (_ author: Author) -> String
    public let age: @Sendable (_ years: Int) -> String

    // Conflicts
    public let conflictTitle: @Sendable (_ name: String) -> String
    public let changedBy: @Sendable (_ author: Author) -> String
    public let was: String
    public let mine: String
    public let theirs: String
    public let stillUnresolved: @Sendable (_ fields: [String]) -> String
    public let nothingDiffers: String
    public let changedAgain: @Sendable (_ author: Author) -> String
    public let merged: @Sendable (_ name: String) -> String
    public let residence: String
    public let empty: String
}

extension ParticipantPhrases {
    static let indonesian = ParticipantPhrases(
        title: "Peserta", count: { "\($0) peserta" }, moreThan: { "lebih dari \($0)" },
        order: {
            switch $0 {
            case .name: "menurut nama"
            case .newest: "terbaru dahulu"
            case .kecamatan: "menurut kecamatan"
            }
        },
        sought: "Cari", sexHeading: "L/P", noNIK: "tanpa NIK", loading: "memuat…",
        nobodyYet: "Belum ada peserta – n untuk menambah",
        nobodyFound: { "Tidak ada yang cocok dengan “\($0)” – Esc untuk menghapus pencarian" },
        nobodyLeft: "Tidak ada peserta dengan saringan ini – F untuk menghapus saringan",
        nobodyCounted: "Tidak ada nama di balik angka ini",
        filterTitle: "Saring peserta", assignTitle: { "Tugaskan \($0) ke kelas" },
        typeToNarrow: "ketik untuk mempersempit", noChoice: "tidak ada yang cocok; hapus sebagian ketikan",
        noClassYet: "belum ada kelas tahun ini – buat di layar 3 Kelas", active: "aktif",
        delete: { "Hapus \($0)?" },
        deletedWith: { count, classes in
            count == 0
                ? "Orang ini belum ikut kelas."
                : "Ikut terhapus: \(count) keikutsertaan (\(classes.joined(separator: ", ")))."
        },
        deleted: { "Terhapus: \($0) (u urungkan)" },
        confirmDoubts: { "Periksa dulu \($0):" },
        enrolled: { "\($0) masuk kelas \($1)" },
        alreadyIn: { "\($0) sudah ada di kelas \($1)" },
        gone: "Peserta ini sudah tidak ada; mungkin dihapus di meja lain. Esc kembali.",
        answerHint: "y ya · tombol lain tidak",
        fileTitle: "Berkas peserta", enrollments: "Keikutsertaan", openDoubts: "Perlu diselesaikan",
        history: "Riwayat", noEnrollments: "belum ikut kelas – c untuk menugaskan",
        noHistory: "belum ada riwayat", since: { "sejak \($0)" },
        by: { "\($0.name) · \($0.desk)" }, age: { "\($0) tahun" },
        conflictTitle: { "\($0): diubah di dua meja" },
        changedBy: { "\($0.name) (\($0.desk)) menyimpan lebih dulu. Pilih isian yang dipakai." },
        was: "Semula", mine: "Isian saya", theirs: "Meja lain",
        stillUnresolved: { "Pilih dulu isian untuk: \($0.joined(separator: ", "))" },
        nothingDiffers: "Tidak ada isian yang berbeda – Ctrl-S untuk menyimpan",
        changedAgain: { "\($0.name) (\($0.desk)) mengubahnya lagi; periksa pilihan Anda" },
        merged: { "Tersimpan, gabungan dua meja: \($0)" }, residence: "Tempat tinggal", empty: "(kosong)")

    static let english = ParticipantPhrases(
        title: "Participants", count: { "\($0) participants" }, moreThan: { "more than \($0)" },
        order: {
            switch $0 {
            case .name: "by name"
            case .newest: "newest first"
            case .kecamatan: "by kecamatan"
            }
        },
        sought: "Search", sexHeading: "Sex", noNIK: "no NIK", loading: "loading…",
        nobodyYet: "Nobody on file yet – n to add somebody",
        nobodyFound: { "Nobody matches “\($0)” – Esc to drop the search" },
        nobodyLeft: "Nobody is left by these filters – F to drop them",
        nobodyCounted: "There are no names behind this figure",
        filterTitle: "Filter participants", assignTitle: { "Assign \($0) to a class" },
        typeToNarrow: "type to narrow", noChoice: "nothing matches; delete some of what you typed",
        noClassYet: "no classes this year – add one on screen 3 Classes", active: "active",
        delete: { "Delete \($0)?" },
        deletedWith: { count, classes in
            count == 0
                ? "This person has joined no class."
                : "Deleted with it: \(count) enrollments (\(classes.joined(separator: ", ")))."
        },
        deleted: { "Deleted: \($0) (u to undo)" },
        confirmDoubts: { "Please look at \($0):" },
        enrolled: { "\($0) is in class \($1)" },
        alreadyIn: { "\($0) is in class \($1) already" },
        gone: "This participant is no longer on file; another desk may have deleted it. Esc goes back.",
        answerHint: "y yes · any other key no",
        fileTitle: "Participant's file", enrollments: "Enrollments", openDoubts: "To settle",
        history: "History", noEnrollments: "in no class yet – c to assign", noHistory: "no history yet",
        since: { "since \($0)" }, by: { "\($0.name) · \($0.desk)" }, age: { "\($0) years" },
        conflictTitle: { "\($0): changed at two desks" },
        changedBy: { "\($0.name) (\($0.desk)) saved first. Choose which values to keep." },
        was: "Before", mine: "Mine", theirs: "Theirs",
        stillUnresolved: { "Choose a value first for: \($0.joined(separator: ", "))" },
        nothingDiffers: "No field differs – Ctrl-S to save",
        changedAgain: { "\($0.name) (\($0.desk)) changed it again; look at your choices" },
        merged: { "Saved, merged from two desks: \($0)" }, residence: "Residence", empty: "(empty)")
}
