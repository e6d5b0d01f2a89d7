import Training

/// The bodies that hold made-up programs: all five kinds.
struct SampleOrganizers {
    /// A body to be put on file.
    struct Body {
        let organizer: Organizer
        /// What it teaches and no other body of its kind; empty for whatever is left.
        let vocations: [String]
        /// The kecamatan it works in, by its place in the gazetteer; `nil` where it works everywhere.
        let kecamatan: Int?
    }

    let bodies: [Body]

    init(gazetteer: Gazetteer) throws(SampleDefect) {
        var bodies: [Body] = []
        for (kind, prefix, names) in Self.lists {
            for (offset, (name, vocations)) in names.enumerated() {
                let code = try Code.numbered(prefix, offset + 1, width: 2)
                bodies.append(
                    Body(
                        organizer: Organizer(code: code, name: name, kind: kind),
                        vocations: vocations, kecamatan: Self.kecamatan(of: name, kind, in: gazetteer)))
            }
        }
        self.bodies = bodies
    }

    /// The places of the bodies of one kind that teach a vocation; at least one.
    func indices(of kind: Organizer.Kind, teaching vocation: String) -> [Int] {
        let all = bodies.indices.filter { bodies[$0].organizer.kind == kind }
        let special = all.filter { bodies[$0].vocations.contains(vocation) }
        return special.isEmpty ? all.filter { bodies[$0].vocations.isEmpty } : special
    }

    private static func kecamatan(of name: String, _ kind: Organizer.Kind, in gazetteer: Gazetteer) -> Int? {
        switch kind {
        case .kecamatan: gazetteer.kecamatan.firstIndex { name.hasSuffix(" \($0.name)") }
        case .desa:
            gazetteer.desa.first { name.hasSuffix(" \($0.name)") }.flatMap { desa in
                gazetteer.kecamatan.firstIndex { $0.code == desa.code.kecamatan }
            }
        case .skpd, .lkp, .company: nil
        }
    }

    /// Each body with the vocations it teaches; those that name none teach any.
    private static let lists: [(Organizer.Kind, String, [(String, [String])])] = [
        (
            .skpd, "SKPD",
            [
                ("Dinas Tenaga Kerja", []),
                ("Dinas Koperasi, UKM dan Perindustrian", ["Bisnis", "Kerajinan"]),
                ("Dinas Perikanan", ["Perikanan"]),
                ("Dinas Ketahanan Pangan dan Pertanian", ["Pertanian", "Peternakan", "Mekanisasi pertanian"]),
                ("Dinas Pemuda, Olahraga dan Pariwisata", ["Pariwisata"]),
                ("Dinas Pemberdayaan Masyarakat dan Desa", ["Lingkungan"]),
                ("Dinas Komunikasi dan Informatika", ["Teknologi informasi"]),
            ]
        ),
        (
            .kecamatan, "KEC",
            [
                ("Kecamatan Murung Pudak", []), ("Kecamatan Tanjung", []), ("Kecamatan Kelua", []),
                ("Kecamatan Haruai", []), ("Kecamatan Muara Uya", []), ("Kecamatan Tanta", []),
            ]
        ),
        (
            .desa, "DESA",
            [("Desa Maburai", []), ("Desa Kambitin", []), ("Desa Pasar Panas", []), ("Desa Hapalah", [])]
        ),
        (
            .lkp, "LKP",
            [
                ("LKP Mandiri Bahasa", []), ("LKP Jahit Saraba Kawa", ["Menjahit"]),
                ("LKP Bintang Komputer", ["Teknologi informasi", "Elektronika"]),
                ("LKP Cantik Banua", ["Kecantikan"]), ("LKP Dapur Bauntung", ["Tata boga", "Pariwisata"]),
            ]
        ),
        (
            .company, "DU",
            [
                ("PT Tambang Banua Utama", []), ("PT Karet Tabalong Jaya", ["Perkebunan"]),
                ("PT Sawit Jaro Lestari", ["Kecantikan"]), ("CV Teknik Saraba", ["Alat berat"]),
            ]
        ),
    ]
}

extension Code {
    /// A prefix and a number with leading zeros: `K-001`.
    static func numbered(_ prefix: String, _ number: Int, width: Int) throws(SampleDefect) -> Code {
        let digits = String(number)
        let zeros = String(repeating: "0", count: max(width - digits.utf8.count, 0))
        guard let code = Code("\(prefix)-\(zeros)\(digits)") else { throw SampleDefect(text: prefix) }
        return code
    }
}
