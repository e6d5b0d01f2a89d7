import Training

/// Where made-up people live and were first registered.
struct SamplePlaces {
    /// The places of the kecamatan in ``districts``; more people come from the larger ones.
    let kecamatan: Weighted<Int>
    /// What is known of each kecamatan, in the gazetteer's order.
    let districts: [District]
    /// Every desa once, in the gazetteer's order.
    let everyDesa: [Home]
    /// Where NIKs begin: the kecamatan first, in the order of ``districts``, then places outside the regency.
    let registrations: [Registration]

    /// A kecamatan.
    struct District {
        /// Its name.
        let name: String
        /// Its desa and kelurahan, by how many live there.
        let desa: Weighted<Region>
    }

    /// A desa or kelurahan to live in.
    struct Home {
        /// Its kecamatan's place in ``SamplePlaces/districts``.
        let kecamatan: Int
        let region: Region
    }

    /// A district that NIKs begin with.
    struct Registration {
        /// The NIK's first six digits.
        let prefix: Int64
        /// What those registered there give as birthplace.
        let birthplaces: [String]
    }

    init(gazetteer: Gazetteer) {
        districts = gazetteer.kecamatan.map { kecamatan in
            District(
                name: kecamatan.name,
                desa: Weighted(gazetteer.desa(of: kecamatan.code).map { ($0, Self.weight(of: $0)) }))
        }
        kecamatan = Weighted(
            gazetteer.kecamatan.enumerated().map { ($0.offset, Self.populations[$0.element.name] ?? 60) })
        everyDesa = gazetteer.kecamatan.enumerated().flatMap { index, kecamatan in
            gazetteer.desa(of: kecamatan.code).map { Home(kecamatan: index, region: $0) }
        }
        registrations =
            gazetteer.kecamatan.map {
                Registration(prefix: $0.code.number, birthplaces: [$0.name, "Tabalong", $0.name, "Tanjung"])
            }
            + Self.elsewhere.map { Registration(prefix: $0.prefix, birthplaces: [$0.birthplace]) }
    }

    /// Where a class is held.
    func venue(
        for held: Organizer.Kind, kecamatan: Int, _ random: inout SeededGenerator
    ) -> String {
        let name = districts[kecamatan].name
        return switch held {
        case .skpd where random.chance(45): "UPTD Balai Latihan Kerja Tabalong"
        case .skpd, .kecamatan: "Aula Kantor Kecamatan \(name)"
        case .desa: "Balai Desa \(random.pick(districts[kecamatan].desa).name)"
        case .lkp: "Ruang LKP, Kecamatan \(name)"
        case .company: "Pusat Pelatihan Perusahaan, Kecamatan \(name)"
        }
    }

    /// How many of a kecamatan's people live in a desa: many in a kelurahan, few in some villages up the river.
    ///
    /// Taken from the code's digits, so that a desa is as large with every seed.
    private static func weight(of region: Region) -> Int {
        let spread = Int(region.code.number % 10_007 * 7_919 % 23)
        return (region.kind == .kelurahan ? 900 : 12) + spread * spread
    }

    /// Residents in hundreds, rounded: enough to tell large from small.
    static let populations = [
        "Murung Pudak": 520, "Tanjung": 360, "Kelua": 250, "Muara Uya": 220, "Haruai": 215, "Tanta": 190,
        "Banua Lawas": 175, "Jaro": 150, "Bintang Ara": 85, "Upau": 75, "Pugaan": 65, "Muara Harus": 60,
    ]

    private static let elsewhere: [(prefix: Int64, birthplace: String)] = [
        (630_803, "Amuntai"), (630_805, "Amuntai"), (631_103, "Paringin"), (631_101, "Balangan"),
        (630_706, "Barabai"), (630_602, "Kandangan"), (637_103, "Banjarmasin"), (637_202, "Banjarbaru"),
        (630_305, "Martapura"), (621_301, "Tamiang Layang"), (620_402, "Buntok"), (640_101, "Tanah Grogot"),
        (647_103, "Balikpapan"), (357_802, "Surabaya"), (337_404, "Semarang"), (127_105, "Medan"),
    ]
}
