/// What `--help` says of commands and their options.
public struct CommandHelpPhrases: Sendable {
    public let silat: String
    public let globals: String
    public let terminal: String

    // Options that every command has
    public let db: String
    public let lang: String
    public let operatorName: String
    public let year: String
    public let format: String
    public let limit: String
    public let reveal: String
    public let confirm: String

    // Commands
    public let gauge: String
    public let watch: String
    public let totals: String
    public let by: String
    public let explain: String
    public let asOf: String
    public let explainNames: String
    public let claim: String
    public let claimSet: String
    public let claimList: String
    public let claimCount: String
    public let reportDate: String
    public let letter: String
    public let sourceDate: String
    public let through: String
    public let targetHistory: String
    public let residents: String
    public let residentsSet: String
    public let residentsCount: String
    public let target: String
    public let targetSet: String
    public let list: String
    public let count: String
    public let revised: String
    public let rule: String
    public let source: String
    public let program: String
    public let programAdd: String
    public let trainingClass: String
    public let classAdd: String
    public let organizer: String
    public let organizerAdd: String
    public let participant: String
    public let find: String
    public let show: String
    public let participantList: String
    public let enroll: String
    public let importRoster: String
    public let export: String
    public let exportParticipants: String
    public let exportEnrollments: String
    public let exportTotals: String
    public let report: String
    public let reportFormat: String
    public let check: String
    public let log: String
    public let undo: String
    /// The log's options, and redo.
    public let history: LogHelpPhrases
    public let generate: String
    public let demo: String
    /// Monitoring and equipment.
    public let monitoring: MonitoringHelpPhrases

    // Arguments
    public let code: String
    public let title: String
    public let track: String
    public let vocation: String
    public let organizerCode: String
    public let funding: String
    public let skkni: String
    public let pokirProposer: String
    public let pokirReference: String
    public let programCode: String
    public let start: String
    public let end: String
    public let place: String
    public let seats: String
    public let instructor: String
    public let name: String
    public let kind: String
    public let kecamatan: String
    public let desa: String
    public let classCode: String
    public let status: String
    public let takenPart: String
    public let order: String
    public let words: String
    public let nik: String
    public let participantID: String
    public let date: String
    public let certificate: String
    public let reason: String
    public let file: String
    public let importClass: String
    public let dryRun: String
    public let rejects: String
    public let output: String
    public let exportFormat: String
    public let exportClass: String
    public let participants: String
    public let seed: String

    static let indonesian = CommandHelpPhrases(
        silat: "Sistem informasi pelatihan: peserta, kelas dan capaian satu tahun anggaran.",
        globals:
            "Sebelum atau sesudah perintah boleh ada --db BERKAS, --lang id|en, --operator NAMA dan --year TAHUN. Tanpa perintah, program terminal dibuka.",
        terminal: "Membuka program di terminal (tanpa perintah).",
        db: "Berkas silat. Juga SILAT_DB; kalau tidak disebut, di folder data Anda.",
        lang: "Bahasa: id atau en. Juga SILAT_LANG.",
        operatorName: "Nama operator untuk log. Juga SILAT_OPERATOR; kalau tidak disebut, nama masuk komputer.",
        year: "Tahun anggaran; kalau tidak disebut, tahun terbaru yang punya target, atau tahun ini.",
        format: "Bentuk keluaran.",
        limit: "Paling banyak sekian baris.",
        reveal: "Tampilkan NIK dan telepon lengkap; dicatat dalam log.",
        confirm: "Teruskan walau ada yang perlu diperiksa; disimpan di daftar periksa.",
        gauge: "Capaian tahun ini terhadap target.",
        watch: "Tulis lagi setiap kali berubah.",
        totals: "Rekap satu tahun menurut satu pembagian, atau dua sekaligus.",
        by: "Menurut apa: satu pembagian, atau dua dipisah koma seperti kecamatan,track.",
        explain: "Asal-usul angka capaian, langkah demi langkah.",
        asOf: "Keadaan pada akhir tanggal ini, menurut log.",
        explainNames: "Daftar nama di balik satu langkah.",
        claim: "Klaim penyelenggara.",
        claimSet: "Mencatat jumlah yang dilaporkan penyelenggara.",
        claimList: "Klaim di samping nama yang tercatat, dengan kemungkinan sebab selisihnya.",
        claimCount: "Jumlah yang dilaporkan.",
        reportDate: "Tanggal laporan.",
        letter: "Nomor surat.",
        sourceDate: "Tanggal dokumen sumber.",
        through: "Target periode sampai tahun ini, mulai dari --year.",
        targetHistory: "Riwayat: target mana berlaku dari kapan sampai kapan.",
        residents: "Jumlah penduduk kecamatan.",
        residentsSet: "Mencatat jumlah penduduk satu kecamatan.",
        residentsCount: "Jumlah penduduk.",
        target: "Target tahunan.",
        targetSet: "Menetapkan target.",
        list: "Menampilkan daftar.",
        count: "Jumlah yang ditargetkan.",
        revised: "Target perubahan, bukan target awal.",
        rule: "Yang dihitung: orang (people) atau keikutsertaan (enrollments).",
        source: "Dokumen sumber.",
        program: "Program pelatihan.",
        programAdd: "Menambah program.",
        trainingClass: "Kelas pelatihan.",
        classAdd: "Menambah kelas.",
        organizer: "Penyelenggara.",
        organizerAdd: "Menambah penyelenggara.",
        participant: "Peserta.",
        find: "Mencari peserta dengan kata atau NIK.",
        show: "Menampilkan semua tentang satu peserta.",
        participantList: "Daftar peserta.",
        enroll: "Memasukkan peserta ke kelas, atau mengubah statusnya di kelas itu.",
        importRoster: "Memasukkan daftar peserta dari berkas CSV.",
        export: "Mengeluarkan data.",
        exportParticipants: "Peserta, dengan judul kolom yang sama seperti impor.",
        exportEnrollments: "Keikutsertaan satu tahun.",
        exportTotals: "Rekap satu tahun.",
        report: "Laporan tahunan untuk pimpinan: satu halaman untuk layar dan kertas A4, tanpa nama peserta.",
        reportFormat: "Bentuk: halaman HTML, atau teks biasa 80 kolom.",
        check: "Memeriksa berkas silat.",
        log: "Siapa melakukan apa, yang terbaru dulu.",
        undo: "Mengurungkan langkah terakhir Anda di meja ini.", history: .indonesian,
        generate: "Mengisi berkas baru dengan data contoh.",
        demo: "Mencoba silat dengan data contoh; dibuang saat keluar.",
        monitoring: .indonesian,
        code: "Kode singkat, tidak boleh kembar.",
        title: "Judul program.",
        track: "Jalur.",
        vocation: "Kejuruan.",
        organizerCode: "Kode penyelenggara.",
        funding: "Sumber dana.",
        skkni: "Kode SKKNI; hanya jalur kompetensi.",
        pokirProposer: "Pengusul pokir; hanya jalur nonkompetensi.",
        pokirReference: "Rujukan pokir; hanya jalur nonkompetensi.",
        programCode: "Kode program.",
        start: "Hari pertama.",
        end: "Hari terakhir.",
        place: "Tempat.",
        seats: "Jumlah kursi.",
        instructor: "Instruktur.",
        name: "Nama.",
        kind: "Jenis penyelenggara.",
        kecamatan: "Nama atau kode kecamatan; “Luar Tabalong” untuk yang tinggal di luar.",
        desa: "Nama atau kode desa di kecamatan itu.",
        classCode: "Kode kelas.",
        status: "Status keikutsertaan.",
        takenPart: "Hanya yang ikut pelatihan pada tahun itu.",
        order: "Urutan.",
        words: "Kata dari nama, desa atau kelas, atau NIK.",
        nik: "NIK peserta.",
        participantID: "Nomor peserta.",
        date: "Tanggal status; kalau tidak disebut, hari ini.",
        certificate: "Nomor sertifikat, untuk status certified.",
        reason: "Alasan, untuk status dropped.",
        file: "Berkas CSV dengan baris judul.",
        importClass: "Masukkan semua orang di berkas itu ke kelas ini.",
        dryRun: "Periksa saja; tidak ada yang disimpan.",
        rejects: "Tulis baris yang ditolak ke berkas ini, dengan alasannya.",
        output: "Tulis ke berkas ini, bukan ke layar.",
        exportFormat: "Bentuk berkas; tanpa ini menurut akhiran nama berkas, atau csv.",
        exportClass: "Hanya peserta kelas ini, untuk diimpor dengan --class.",
        participants: "Jumlah peserta.",
        seed: "Benih: benih yang sama memberi data yang sama.")

    static let english = CommandHelpPhrases(
        silat: "Training records: participants, classes and a fiscal year's progress.",
        globals:
            "Before or after the subcommand may stand --db FILE, --lang id|en, --operator NAME and --year YEAR. Without a subcommand the terminal program opens.",
        terminal: "Opens the terminal program (no command).",
        db: "The silat file. Also SILAT_DB; by default in your data folder.",
        lang: "Language: id or en. Also SILAT_LANG.",
        operatorName: "The operator's name, for the log. Also SILAT_OPERATOR; by default the login name.",
        year: "The fiscal year; by default the newest that has a target, else this year.",
        format: "Form of the output.",
        limit: "At most so many rows.",
        reveal: "Show NIK and phone in full; this is logged.",
        confirm: "Go on although something asks to be looked at; it is kept on the list to settle.",
        gauge: "How the year stands against its target.",
        watch: "Write again whenever it changes.",
        totals: "A year's totals by one division, or by two at once.",
        by: "By what: one division, or two with a comma between as in kecamatan,track.",
        explain: "How the headline comes about, step by step.",
        asOf: "As it stood at the end of this day, by the log.",
        explainNames: "List the names behind a step.",
        claim: "What organizers claim.",
        claimSet: "Record the total that an organizer reported.",
        claimList: "Claims beside the names on file, with what may explain the difference.",
        claimCount: "The total reported.",
        reportDate: "The day of the report.",
        letter: "The letter's number.",
        sourceDate: "The day of that document.",
        through: "A goal of the term, from --year through this year.",
        targetHistory: "The history: which target held from when until when.",
        residents: "Residents of the kecamatan.",
        residentsSet: "Record how many people live in a kecamatan.",
        residentsCount: "How many residents.",
        target: "Yearly targets.",
        targetSet: "Set a target.",
        list: "Show the list.",
        count: "How many are to take part.",
        revised: "The revised target, not the original one.",
        rule: "What is counted: people or enrollments.",
        source: "The document that sets it.",
        program: "Training programs.",
        programAdd: "Add a program.",
        trainingClass: "Training classes.",
        classAdd: "Add a class.",
        organizer: "Organizers.",
        organizerAdd: "Add an organizer.",
        participant: "Participants.",
        find: "Find participants by words or NIK.",
        show: "Show everything about one participant.",
        participantList: "List participants.",
        enroll: "Put a participant into a class, or change their status in it.",
        importRoster: "Take in a roster from a CSV file.",
        export: "Give data out.",
        exportParticipants: "Participants, with the header that import reads.",
        exportEnrollments: "A year's enrollments.",
        exportTotals: "A year's totals.",
        report:
            "The year's report for the head of the office: one page for screen and A4, without names of participants.",
        reportFormat: "Form: an HTML page, or plain text of 80 columns.",
        check: "Look for faults in the silat file.",
        log: "Who did what, the newest first.",
        undo: "Take back your last step at this desk.", history: .english,
        generate: "Fill a new file with made-up data.",
        demo: "Try silat on made-up data, thrown away at the end.",
        monitoring: .english,
        code: "A short code, unlike any other.",
        title: "The program's title.",
        track: "Track.",
        vocation: "Vocation.",
        organizerCode: "The organizer's code.",
        funding: "Funding.",
        skkni: "SKKNI code; competency track only.",
        pokirProposer: "Pokir proposer; non-competency track only.",
        pokirReference: "Pokir reference; non-competency track only.",
        programCode: "The program's code.",
        start: "First day.",
        end: "Last day.",
        place: "Place.",
        seats: "Number of seats.",
        instructor: "Instructor.",
        name: "Name.",
        kind: "Kind of organizer.",
        kecamatan: "Name or code of a kecamatan; “outside” for those who live elsewhere.",
        desa: "Name or code of a desa of that kecamatan.",
        classCode: "The class's code.",
        status: "Status of the enrollment.",
        takenPart: "Only those who took part in that year.",
        order: "Order.",
        words: "Words from name, desa or class, or a NIK.",
        nik: "The participant's NIK.",
        participantID: "The participant's number.",
        date: "The day of the status; today by default.",
        certificate: "The certificate's number, for the status certified.",
        reason: "The reason, for the status dropped.",
        file: "A CSV file with a header.",
        importClass: "Put everybody in the file into this class.",
        dryRun: "Only look; nothing is kept.",
        rejects: "Write refused rows to this file, with the reason.",
        output: "Write to this file, not to the screen.",
        exportFormat: "Form of the file; without it by the ending of its name, or csv.",
        exportClass: "Only the participants of this class, to be imported with --class.",
        participants: "How many participants.",
        seed: "The seed: the same one gives the same data.")
}
