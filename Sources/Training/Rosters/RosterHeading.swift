/// What headings of rosters mean, as agencies, kecamatan and course providers write them.
extension RosterColumn {
    /// The column that a heading means, whatever its case, punctuation and remarks in brackets: `No. KTP`, `Nama Lengkap (sesuai KTP)`,
    /// `TTL`, `L/P`, `Kec.`. A heading one slip away from a known one is taken for it.
    ///
    /// - Returns: `nil` for a heading that means none of them.
    public init?(heading: String) {
        let whole = heading.comparable
        if let column = Self.meanings[whole] {
            self = column
            return
        }
        let plain = Self.withoutRemarks(heading).comparable
        guard !plain.isEmpty else { return nil }
        if let column = Self.meanings[plain] {
            self = column
        } else if plain.utf8.count >= 6, let near = Self.longMeanings.first(where: { isOneSlip(plain, $0.heading) }) {
            self = near.column
        } else {
            return nil
        }
    }

    /// The heading without what stands in brackets and without a number before it.
    private static func withoutRemarks(_ heading: String) -> String {
        var depth = 0
        let outside = heading.filter { character in
            if character == "(" || character == "[" { depth += 1 }
            defer { if character == ")" || character == "]" { depth = max(0, depth - 1) } }
            return depth == 0
        }
        return String(outside.drop { $0.isNumber || $0.isWhitespace || $0 == "." })
    }

    private static let meanings: [String: RosterColumn] = {
        var meanings: [String: RosterColumn] = [:]
        for column in allCases {
            for heading in [column.rawValue] + column.otherHeadings { meanings[heading.comparable] = column }
        }
        return meanings
    }()

    private static let longMeanings: [(heading: String, column: RosterColumn)] =
        meanings.filter { $0.key.utf8.count >= 6 }.map { (heading: $0.key, column: $0.value) }
        .sorted { $0.heading < $1.heading }

    private var otherHeadings: [String] {
        switch self {
        case .nik:
            [
                "no ktp", "nik/no ktp", "no nik", "nomor nik", "nomor ktp", "ktp", "no induk kependudukan",
                "nomor induk kependudukan", "no identitas", "nomor identitas", "nik ktp", "no ktp/nik", "no nik/ktp",
                "nik peserta", "national id",
            ]
        case .name:
            [
                "nama lengkap", "nama peserta", "nama lengkap peserta", "nama calon peserta", "nama penerima",
                "nama siswa", "nama warga", "nama sesuai ktp", "nama penduduk", "nama anggota", "name", "full name",
            ]
        case .birthplace:
            ["tempat", "tmp lahir", "tmpt lahir", "tpt lahir", "kota lahir", "kota kelahiran", "birthplace"]
        case .birthDate:
            [
                "tgl lahir", "tgl lhr", "tanggal kelahiran", "tgl", "lahir", "tanggal", "date of birth", "birth date",
                "tgl bln thn lahir", "tgl/bln/thn lahir",
            ]
        case .birth:
            [
                "ttl", "tempat/tanggal lahir", "tempat tgl lahir", "tempat dan tanggal lahir", "tempat & tanggal lahir",
                "tempat dan tgl lahir", "tmpt tgl lahir", "tmp tgl lahir", "tempat lahir tanggal lahir",
                "tempat lahir dan tanggal lahir", "tempat lahir tgl lahir", "tpt tgl lahir", "kelahiran",
            ]
        case .sex:
            [
                "jk", "l/p", "p/l", "lk/pr", "kelamin", "jenis kel", "jns kelamin", "jkel", "jk l/p", "sex", "gender",
                "jenis kelamin l/p",
            ]
        case .kecamatan: ["kec", "kecamatan domisili", "nama kecamatan", "kec domisili", "district"]
        case .desa:
            [
                "kelurahan", "desa/kel", "desa/kelurahan", "kel/desa", "kelurahan/desa", "nama desa", "ds", "kel",
                "desa domisili", "desa kelurahan domisili", "village",
            ]
        case .address:
            [
                "alamat lengkap", "alamat rumah", "alamat domisili", "alamat ktp", "alamat sesuai ktp", "jalan",
                "alamat tempat tinggal", "tempat tinggal", "address",
            ]
        case .phone:
            [
                "telp", "tlp", "hp", "wa", "no hp", "no telp", "no tlp", "no telepon", "nomor hp", "nomor telepon",
                "no wa", "nomor wa", "whatsapp", "no whatsapp", "no hp/wa", "no wa/hp", "hp/wa", "no telp/hp",
                "no hp/telp", "telp/hp", "handphone", "no handphone", "no kontak", "kontak", "phone",
            ]
        case .education:
            [
                "pendidikan terakhir", "pend", "pend terakhir", "pddk", "pddk terakhir", "pddkn", "ijazah",
                "ijazah terakhir", "tingkat pendidikan", "lulusan", "education",
            ]
        case .occupation:
            ["pekerjaan saat ini", "profesi", "pekerjaan sekarang", "status pekerjaan", "kerja", "occupation", "job"]
        case .noNIKReason: ["alasan tidak ada nik", "alasan belum ada nik"]
        case .lineNumber: ["nomor", "no urut", "nomor urut", "nr", "number"]
        case .rejectedRow, .rejectedColumn, .rejectedValue, .rejection: []
        }
    }
}
