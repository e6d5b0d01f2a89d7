/// What `--help` says of the commands of monitoring and equipment, and of their options.
public struct MonitoringHelpPhrases: Sendable {
    // Commands
    public let followUp: String
    public let due: String
    public let showCheck: String
    public let record: String
    public let listFollowUps: String
    public let outcomes: String
    public let equipment: String
    public let addEquipment: String
    public let checkEquipment: String
    public let moveEquipment: String
    public let listEquipment: String
    public let showEquipment: String
    public let recall: String
    public let findAlumni: String
    public let keepRecall: String
    public let listRecalls: String
    public let markRecall: String
    public let pokir: String
    public let routeSheet: String
    public let exportFollowUps: String
    public let exportEquipment: String

    // Options of checks and outcomes
    public let all: String
    public let visitorFilter: String
    public let checkCode: String
    public let mark: String
    public let date: String
    public let by: String
    public let visitor: String
    public let how: String
    public let unreached: String
    public let next: String
    public let outcome: String
    public let employer: String
    public let sector: String
    public let formality: String
    public let relation: String
    public let wage: String
    public let business: String
    public let nib: String
    public let turnover: String
    public let workers: String
    public let trainedWorkers: String
    public let reason: String
    public let note: String
    public let divide: String

    // Options of equipment
    public let item: String
    public let itemKind: String
    public let serial: String
    public let value: String
    public let photo: String
    public let holderNIK: String
    public let holderID: String
    public let group: String
    public let handover: String
    public let letter: String
    public let equipmentCode: String
    public let condition: String
    public let foundAt: String
    public let moveNote: String
    public let whichEquipment: String

    // Options of recall and route sheets
    public let certified: String
    public let ages: String
    public let places: String
    public let latestOutcome: String
    public let recallTitle: String
    public let recallID: String
    public let recallParticipant: String
    public let recallState: String
    public let sheetFormat: String
    public let sheetDesa: String
    public let sheetVisitor: String

    static let indonesian = MonitoringHelpPhrases(
        followUp: "Pemantauan sesudah kelas.",
        due: "Pemantauan yang jatuh tempo, yang terdekat dulu.",
        showCheck: "Membuka satu pemantauan dengan kodenya.",
        record: "Mencatat kunjungan, telepon, atau hasil yang ditemukan.",
        listFollowUps: "Perjalanan satu orang, dan apa saja yang sudah dilakukan.",
        outcomes: "Hasil pelatihan satu tahun, dengan kedua pembaginya.",
        equipment: "Bantuan peralatan.",
        addEquipment: "Mencatat alat yang diserahkan.",
        checkEquipment: "Mencatat kondisi alat.",
        moveEquipment: "Mengalihkan alat ke pemegang lain.",
        listEquipment: "Daftar alat.",
        showEquipment: "Riwayat satu alat, dan siapa yang bisa menerimanya bila menganggur.",
        recall: "Memanggil kembali alumni.",
        findAlumni: "Mencari alumni yang cocok.",
        keepRecall: "Mencari alumni dan menyimpan daftarnya.",
        listRecalls: "Daftar yang disimpan, atau isi salah satunya.",
        markRecall: "Mencatat sampai mana seseorang dihubungi.",
        pokir: "Apa yang terjadi sesudah tiap usulan pokir.",
        routeSheet: "Lembar kunjungan di kertas untuk satu desa atau satu petugas.",
        exportFollowUps: "Semua pemantauan dengan hasilnya; dengan --year hanya kelas tahun itu.",
        exportEquipment: "Semua alat dengan pemegang dan kondisinya.",
        all: "Juga yang akan datang dan yang sudah selesai.",
        visitorFilter: "Hanya yang ditugaskan kepada petugas ini.",
        checkCode: "Kode pemantauan, seperti tertulis di lembar kunjungan.",
        mark: "Pemantauan yang mana: bulan sesudah hari terakhir kelas. Tanpa ini hasilnya dicatat di luar jadwal.",
        date: "Tanggalnya; kalau tidak disebut, hari ini.",
        by: "Nama petugas; kalau tidak disebut, yang ditugaskan.",
        visitor: "Nama petugas.",
        how: "Cara: kunjungan, telepon, atau pesan.",
        unreached: "Orangnya tidak ketemu: dicatat sebagai percobaan.",
        next: "Kapan dicoba lagi.",
        outcome: "Hasilnya.",
        employer: "Tempat kerja; untuk working.",
        sector: "Lapangan usaha; untuk working dan self-employed.",
        formality: "Kerja formal atau informal; untuk working.",
        relation: "Sesuai pelatihan atau tidak; untuk working.",
        wage: "Upah sebulan; untuk working.",
        business: "Nama usaha; untuk self-employed.",
        nib: "Nomor induk berusaha, 13 angka; untuk self-employed.",
        turnover: "Omzet sebulan; untuk self-employed.",
        workers: "Jumlah pekerja; untuk self-employed.",
        trainedWorkers: "Berapa di antaranya dari pelatihan; untuk self-employed.",
        reason: "Sebabnya; untuk not-using.",
        note: "Keterangan.",
        divide: "Menurut apa; kalau tidak disebut, satu baris untuk semua.",
        item: "Barangnya.",
        itemKind: "Jenis alat.",
        serial: "Nomor seri pabrik; tidak boleh kembar.",
        value: "Nilai dalam rupiah.",
        photo: "Nama berkas foto.",
        holderNIK: "NIK pemegang; boleh berulang untuk kelompok.",
        holderID: "Nomor peserta pemegang; boleh berulang untuk kelompok.",
        group: "Nama kelompok.",
        handover: "Tanggal serah terima; kalau tidak disebut, hari ini.",
        letter: "Nomor berita acara.",
        equipmentCode: "Kode alat, seperti tertulis di stiker.",
        condition: "Kondisinya.",
        foundAt: "Di mana alatnya.",
        moveNote: "Alasan pengalihan.",
        whichEquipment: "Yang mana.",
        certified: "Hanya yang bersertifikat.",
        ages: "Umur, misalnya 20-30.",
        places: "Kecamatan, atau kode desa; boleh berulang.",
        latestOutcome: "Hasil terakhir; boleh berulang.",
        recallTitle: "Untuk apa daftar ini.",
        recallID: "Nomor daftar.",
        recallParticipant: "Nomor peserta; boleh berulang.",
        recallState: "Sampai mana.",
        sheetFormat: "Bentuk: teks A4 atau HTML yang bisa dicetak.",
        sheetDesa: "Kode desa, atau namanya dengan --kecamatan.",
        sheetVisitor: "Petugas yang ditugaskan.")

    static let english = MonitoringHelpPhrases(
        followUp: "Follow-ups after a class.",
        due: "Checks that are due, nearest first.",
        showCheck: "Opens a check by its code.",
        record: "Record a visit or call, or what was found.",
        listFollowUps: "Somebody's path, and what was done.",
        outcomes: "A year's outcomes, with both denominators.",
        equipment: "Equipment handed out.",
        addEquipment: "Record an item that was handed over.",
        checkEquipment: "Record how an item was found.",
        moveEquipment: "Give an item to another holder.",
        listEquipment: "List items.",
        showEquipment: "The life-line of an item, and who could have it where it is idle.",
        recall: "Recall alumni.",
        findAlumni: "Find alumni who fit.",
        keepRecall: "Find alumni and keep the list.",
        listRecalls: "The lists that were kept, or who is on one.",
        markRecall: "Record how far the recall of somebody has come.",
        pokir: "What came of each council member's proposal.",
        routeSheet: "A route sheet on paper for a desa or a visitor.",
        exportFollowUps: "All checks with their outcomes; with --year only that year's classes.",
        exportEquipment: "All equipment with holders and condition.",
        all: "Also those to come and those done.",
        visitorFilter: "Only those given to this visitor.",
        checkCode: "The code of a check, as it stands on the route sheet.",
        mark:
            "Which check: months after the last day of the class. Without it the outcome stands outside the schedule.",
        date: "The day; today by default.",
        by: "The visitor's name; by default whom the check was given to.",
        visitor: "The visitor's name.",
        how: "How: visit, phone or message.",
        unreached: "The person was not met: recorded as an attempt.",
        next: "When to try again.",
        outcome: "The outcome.",
        employer: "The employer; with working.",
        sector: "The branch of trade; with working and self-employed.",
        formality: "Formal work or informal; with working.",
        relation: "Related to the training or not; with working.",
        wage: "A month's wage; with working.",
        business: "The business's name; with self-employed.",
        nib: "The business number (NIB), 13 digits; with self-employed.",
        turnover: "A month's turnover; with self-employed.",
        workers: "People taken on; with self-employed.",
        trainedWorkers: "How many of them are from training; with self-employed.",
        reason: "The reason; with not-using.",
        note: "A note.",
        divide: "By what; by default one line for all.",
        item: "What it is.",
        itemKind: "The kind of item.",
        serial: "The maker's number, unlike any other.",
        value: "Its value in rupiah.",
        photo: "The name of a photo's file.",
        holderNIK: "The holder's NIK; repeated for a group.",
        holderID: "The holder's participant number; repeated for a group.",
        group: "The group's name.",
        handover: "The day of the handover; today by default.",
        letter: "The number of the handover's letter.",
        equipmentCode: "The code of an item, as it stands on its sticker.",
        condition: "Its condition.",
        foundAt: "Where it stood.",
        moveNote: "Why it was moved.",
        whichEquipment: "Which items.",
        certified: "Only those with a certificate.",
        ages: "Ages, 20-30 for instance.",
        places: "A kecamatan, or the code of a desa; may be repeated.",
        latestOutcome: "The latest outcome; may be repeated.",
        recallTitle: "What the list is for.",
        recallID: "The list's number.",
        recallParticipant: "The participant's number; may be repeated.",
        recallState: "How far it has come.",
        sheetFormat: "Form: A4 text, or printable HTML.",
        sheetDesa: "The code of a desa, or its name with --kecamatan.",
        sheetVisitor: "The visitor it was given to.")
}
