import Training

/// A kind of program that made-up data has: what is taught, by whom, and who comes.
struct SampleProgram {
    let title: String
    let vocation: String
    let track: Track
    let held: Organizer.Kind
    let funding: Funding
    /// The unit of competency it is taught to; competency track only.
    let skkni: String?
    /// How many days a class lasts, Sundays among them.
    let days: ClosedRange<Int>
    /// How many of a hundred participants are women.
    let women: Int
    /// How many classes it has, against the others.
    let weight: Int

    private init(
        _ title: String, _ vocation: String, _ track: Track, _ held: Organizer.Kind, _ funding: Funding,
        skkni: String? = nil, _ days: ClosedRange<Int>, women: Int, weight: Int
    ) {
        self.title = title
        self.vocation = vocation
        self.track = track
        self.held = held
        self.funding = funding
        self.skkni = skkni
        self.days = days
        self.women = women
        self.weight = weight
    }

    /// Everything that is taught, the tracks in turn at the beginning so that the smallest office has all three.
    static let all: [SampleProgram] = [
        SampleProgram(
            "Menjahit Pakaian Dasar", "Menjahit", .nonCompetency, .skpd, .pokir, 10...20, women: 94, weight: 26),
        SampleProgram(
            "Operator Komputer Perkantoran", "Teknologi informasi", .competency, .skpd, .apbd,
            skkni: "J.63OPR00.001.2", 20...30, women: 62, weight: 18),
        SampleProgram(
            "Aneka Kue dan Wadai Banjar", "Tata boga", .community, .kecamatan, .apbd, 3...6, women: 96, weight: 18),
        SampleProgram(
            "Servis Sepeda Motor", "Otomotif", .nonCompetency, .skpd, .pokir, 10...18, women: 2, weight: 24),
        SampleProgram(
            "Las Listrik SMAW 3G", "Las", .competency, .skpd, .apbn, skkni: "C.24LAS01.002.1", 25...40, women: 1,
            weight: 16),
        SampleProgram(
            "Sasirangan: Celup dan Jumputan", "Kerajinan", .community, .skpd, .apbd, 4...8, women: 88, weight: 14),
        SampleProgram(
            "Barista dan Kedai Kopi", "Pariwisata", .competency, .lkp, .apbd, skkni: "I.56BRS00.004.1", 12...20,
            women: 41, weight: 8),
        SampleProgram(
            "Hidroponik Pekarangan", "Pertanian", .community, .desa, .apbd, 2...4, women: 55, weight: 16),
        SampleProgram(
            "Tata Rias Pengantin (MUA)", "Kecantikan", .nonCompetency, .lkp, .pokir, 6...12, women: 99, weight: 12),
        SampleProgram(
            "Pangkas Rambut Pria", "Kecantikan", .nonCompetency, .lkp, .pokir, 8...12, women: 3, weight: 9),
        SampleProgram(
            "Operator Alat Berat Ekskavator", "Alat berat", .competency, .company, .csr, skkni: "F.42OAB00.003.1",
            20...35, women: 3, weight: 10),
        SampleProgram(
            "Mengemudi Kendaraan Ringan", "Otomotif", .competency, .skpd, .apbd, skkni: "H.49MKR00.001.1", 10...15,
            women: 18, weight: 10),
        SampleProgram(
            "Instalasi Listrik Rumah Tangga", "Listrik", .competency, .skpd, .apbn, skkni: "F.43IPT00.005.2",
            20...30, women: 2, weight: 12),
        SampleProgram(
            "Servis AC Split", "Refrigerasi", .competency, .skpd, .apbd, skkni: "F.43RAC00.002.1", 18...25, women: 1,
            weight: 10),
        SampleProgram(
            "Servis Telepon Seluler", "Elektronika", .nonCompetency, .lkp, .pokir, 10...16, women: 9, weight: 8),
        SampleProgram(
            "Pemasaran Digital UMKM", "Bisnis", .community, .skpd, .apbd, 2...5, women: 58, weight: 20),
        SampleProgram(
            "Olahan Ikan: Abon, Kerupuk dan Pentol", "Perikanan", .community, .skpd, .apbd, 2...5, women: 90, weight: 14
        ),
        SampleProgram(
            "Budidaya Ikan Kolam Terpal", "Perikanan", .community, .kecamatan, .apbd, 2...4, women: 22, weight: 14),
        SampleProgram(
            "Memasak dan Katering", "Tata boga", .nonCompetency, .skpd, .pokir, 5...10, women: 93, weight: 20),
        SampleProgram(
            "Anyaman Purun dan Rotan", "Kerajinan", .community, .desa, .apbd, 3...6, women: 82, weight: 10),
        SampleProgram(
            "Menjahit Garmen Mesin Industri", "Menjahit", .competency, .skpd, .apbn, skkni: "C.141110.034.02",
            25...40, women: 92, weight: 9),
        SampleProgram(
            "Desain Grafis Madya", "Teknologi informasi", .competency, .lkp, .apbd, skkni: "M.74100.005.02", 20...30,
            women: 40, weight: 7),
        SampleProgram(
            "Teknisi Komputer dan Jaringan", "Teknologi informasi", .competency, .skpd, .apbn,
            skkni: "J.611000.003.02", 20...30, women: 12, weight: 7),
        SampleProgram(
            "Pembukuan Sederhana UMKM", "Bisnis", .community, .kecamatan, .apbd, 2...3, women: 66, weight: 12),
        SampleProgram(
            "Budidaya Jamur Tiram", "Pertanian", .community, .kecamatan, .apbd, 2...4, women: 47, weight: 8),
        SampleProgram(
            "Okulasi dan Sadap Karet", "Perkebunan", .community, .company, .csr, 2...4, women: 21, weight: 10),
        SampleProgram(
            "Pertukangan Kayu dan Mebel", "Bangunan", .nonCompetency, .skpd, .pokir, 10...16, women: 1, weight: 8),
        SampleProgram(
            "Tukang Bangunan Gedung", "Bangunan", .competency, .skpd, .apbn, skkni: "F.410120.006.01", 12...20,
            women: 1, weight: 7),
        SampleProgram(
            "Bordir dan Payet", "Menjahit", .nonCompetency, .lkp, .pokir, 8...14, women: 98, weight: 8),
        SampleProgram(
            "Tata Kecantikan Rambut", "Kecantikan", .competency, .lkp, .selfFunded, skkni: "S.96RMB00.007.1", 20...30,
            women: 90, weight: 5),
        SampleProgram(
            "Mengelas Pagar dan Teralis", "Las", .nonCompetency, .skpd, .pokir, 10...15, women: 1, weight: 9),
        SampleProgram(
            "Kerupuk dan Keripik Singkong", "Tata boga", .community, .desa, .apbd, 2...4, women: 89, weight: 12),
        SampleProgram(
            "Peternakan Ayam Kampung", "Peternakan", .community, .kecamatan, .apbd, 2...4, women: 25, weight: 10),
        SampleProgram(
            "Juru Masak Hotel", "Pariwisata", .competency, .lkp, .apbd, skkni: "I.552000.020.01", 20...30, women: 52,
            weight: 4),
        SampleProgram(
            "Keselamatan Kerja Pertambangan", "Pertambangan", .competency, .company, .csr, skkni: "B.05KKP00.001.1",
            5...8, women: 8, weight: 8),
        SampleProgram(
            "Menjahit Mukena dan Seragam", "Menjahit", .community, .kecamatan, .apbd, 5...8, women: 97, weight: 12),
        SampleProgram(
            "Fotografi dan Video Produk", "Bisnis", .nonCompetency, .skpd, .pokir, 3...6, women: 44, weight: 7),
        SampleProgram(
            "Servis Mesin Pertanian", "Mekanisasi pertanian", .nonCompetency, .skpd, .pokir, 6...10, women: 1, weight: 6
        ),
        SampleProgram(
            "Pupuk Kompos dan Bank Sampah", "Lingkungan", .community, .skpd, .apbd, 2...3, women: 60, weight: 9),
        SampleProgram(
            "Pemandu Wisata Lokal", "Pariwisata", .community, .skpd, .apbd, 3...5, women: 45, weight: 5),
        SampleProgram(
            "Bahasa Inggris Kerja", "Bahasa", .competency, .lkp, .selfFunded, skkni: "P.85BIK00.002.1", 20...40,
            women: 60, weight: 5),
        SampleProgram(
            "Barbershop dan Usaha Mandiri", "Kecantikan", .community, .company, .csr, 6...10, women: 4, weight: 5),
        SampleProgram(
            "Gula Aren dan Madu Kelulut", "Tata boga", .community, .desa, .apbd, 2...4, women: 48, weight: 8),
    ]

    /// How a program's code begins: the track's usual abbreviation.
    var prefix: String {
        switch track {
        case .community: "PBM"
        case .competency: "PBK"
        case .nonCompetency: "PNK"
        }
    }

    /// The sizes of its classes: packages of 16, and larger gatherings in the villages.
    var sizes: Weighted<Int> {
        switch track {
        case .community: Weighted([(16, 30), (32, 30), (64, 20), (100, 20)])
        case .competency: Weighted([(16, 1)])
        case .nonCompetency: Weighted([(16, 80), (32, 20)])
        }
    }

    /// Council members' names are invented.
    static let proposers = [
        "H. Supian Rahmadi", "Hj. Masliani Noor", "Ahmad Syarwani", "Norlaila Hikmah", "H. Jumberi Anwar",
        "Rusdiansyah Effendi", "Yansen Dehen", "Fitriadi Ilmi", "Hj. Rusmini Wardah",
    ]
}
