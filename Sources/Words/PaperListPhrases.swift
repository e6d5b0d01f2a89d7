import Training

/// Lists of classes on paper: attendance, certificates, and the nominative list.
public struct PaperListPhrases: Sendable {
    public let title: @Sendable (PaperList) -> String
    public let page: @Sendable (_ number: Int, _ all: Int) -> String
    public let program: String
    public let trainingClass: String
    public let dates: String
    /// From a first to a last day.
    public let period: @Sendable (_ first: String, _ last: String) -> String
    public let day: String
    public let number: String
    public let birth: String
    public let signature: String
    public let session: @Sendable (_ number: Int) -> String
    /// A box to write a session's day into.
    public let sessionDay: String
    public let received: String
    public let certificateDate: String
    public let completedOn: String
    public let certified: @Sendable (_ count: String) -> String
    public let withoutCertificate: @Sendable (_ count: String) -> String
    public let nobody: String
    /// How many, by sex.
    public let people: @Sendable (_ all: String, _ men: String, _ women: String) -> String
    /// Enrollments, where somebody stands in several lines.
    public let enrollments: @Sendable (_ lines: String, _ people: String) -> String
    public let total: String
    public let masked: String
    public let acknowledged: String
    public let staffNumber: String
    /// The help of the command.
    public let help: Help

    /// What `silat list` and its options do.
    public struct Help: Sendable {
        public let list: String
        public let attendance: String
        public let certificates: String
        public let nominative: String
        public let trainingClass: String
        public let organizer: String
        public let sessions: String
        public let format: String
        public let sessionsOutOfRange: String
        public let oneOfBoth: String
        public let empty: String
    }

    static let indonesian = PaperListPhrases(
        title: {
            switch $0 {
            case .attendance: "Daftar hadir"
            case .certificates: "Daftar sertifikat"
            case .nominative: "Daftar nominatif"
            }
        },
        page: { "halaman \($0) dari \($1)" },
        program: "Program", trainingClass: "Kelas", dates: "Tanggal", period: { "\($0) sampai \($1)" },
        day: "Hari, tanggal", number: "No.", birth: "Tempat, tanggal lahir", signature: "Tanda tangan",
        session: { "Pertemuan \($0)" }, sessionDay: "tgl.", received: "Tanda terima", certificateDate: "Tanggal",
        completedOn: "Tanggal selesai",
        certified: { "Bersertifikat: \($0) orang" }, withoutCertificate: { "Selesai tanpa sertifikat: \($0) orang" },
        nobody: "Belum ada.",
        people: { "\($0) orang (L \($1), P \($2))" }, enrollments: { "\($0) keikutsertaan, \($1)" }, total: "Jumlah",
        masked: "NIK dan telepon disamarkan.", acknowledged: "Mengetahui,", staffNumber: "NIP.",
        help: Help(
            list: "Daftar kelas untuk dicetak: hadir, sertifikat, nominatif.",
            attendance: "Daftar hadir sebuah kelas, dengan kotak tanda tangan.",
            certificates: "Siapa yang bersertifikat, dan siapa yang selesai tanpa sertifikat.",
            nominative: "Daftar nominatif sebuah kelas atau penyelenggara.",
            trainingClass: "Kode kelas.", organizer: "Kode penyelenggara; semua kelasnya dalam tahun itu.",
            sessions: "Berapa pertemuan, 1 sampai 60.", format: "Bentuk: html untuk dicetak, atau csv.",
            sessionsOutOfRange: "--sessions antara 1 dan 60",
            oneOfBoth: "pilih salah satu: --class atau --organizer", empty: "tidak ada peserta; tidak ada yang ditulis")
    )

    static let english = PaperListPhrases(
        title: {
            switch $0 {
            case .attendance: "Attendance list"
            case .certificates: "Certificate list"
            case .nominative: "Nominative list"
            }
        },
        page: { "page \($0) of \($1)" },
        program: "Program", trainingClass: "Class", dates: "Dates", period: { "\($0) to \($1)" },
        day: "Day and date", number: "No.", birth: "Place and date of birth", signature: "Signature",
        session: { "Session \($0)" }, sessionDay: "date", received: "Received", certificateDate: "Date",
        completedOn: "Completed on",
        certified: { "Certified: \($0)" }, withoutCertificate: { "Completed without certificate: \($0)" },
        nobody: "Nobody yet.",
        people: { "\($0) people (M \($1), F \($2))" }, enrollments: { "\($0) enrollments, \($1)" }, total: "Total",
        masked: "NIK and phone are masked.", acknowledged: "Acknowledged,", staffNumber: "Staff no.",
        help: Help(
            list: "Lists of classes for printing: attendance, certificates, nominative.",
            attendance: "The attendance list of a class, with boxes to sign in.",
            certificates: "Who is certified, and who completed without.",
            nominative: "The nominative list of a class or an organizer.",
            trainingClass: "Code of the class.", organizer: "Code of the organizer; all its classes of the year.",
            sessions: "How many sessions, 1 to 60.", format: "Form: html for printing, or csv.",
            sessionsOutOfRange: "--sessions is 1 to 60",
            oneOfBoth: "say one of --class and --organizer", empty: "no participants; nothing was written"))
}
