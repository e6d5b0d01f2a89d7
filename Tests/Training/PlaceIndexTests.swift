import Testing

@testable import Training

@Suite struct PlaceIndexTests {
    let places = PlaceIndex()

    @Test(arguments: [
        "Murung Pudak", "MURUNGPUDAK", "Kec. Murung Pudak", "kecamatan murung  pudak", "63.09.06", "630906",
    ])
    func readsAKecamatan(text: String) throws {
        #expect(try places.kecamatan(text).kecamatan?.description == "63.09.06")
    }

    @Test(arguments: ["Luar Tabalong", "outside", "luar tabalong ", "00"])
    func readsOutside(text: String) throws {
        #expect(try places.kecamatan(text) == .outside)
    }

    @Test(arguments: ["Mabu'un", "MABUUN", "Kel. Mabuun", "Kelurahan Mabu’un", "63.09.06.1006", "6309061006"])
    func readsADesa(text: String) throws {
        let residence = try places.residence(kecamatan: "Murung Pudak", desa: text)
        #expect(residence?.desa?.description == "63.09.06.1006")
    }

    @Test func everyPlaceIsFoundByNameAndCode() throws {
        for place in Gazetteer.tabalong.desa {
            let kecamatan = place.code.kecamatan
            #expect(try places.desa(place.name, in: kecamatan) == place.code)
            #expect(try places.desa("Desa \(place.name)", in: kecamatan) == place.code)
            #expect(try places.residence(kecamatan: nil, desa: place.code.description) == .desa(place.code))
        }
        for place in Gazetteer.tabalong.kecamatan {
            #expect(try places.kecamatan(place.name) == .kecamatan(place.code))
        }
    }

    @Test func namesTheNearestDesaOfTheKecamatan() {
        #expect {
            try places.residence(kecamatan: "Murung Pudak", desa: "Mabun")
        } throws: { error in
            guard case .unknownCode("Mabun", .desa, let nearest)? = error as? Refusal else { return false }
            return nearest.first == "Mabu'un"
        }
    }

    @Test func refusesADesaOfAnotherKecamatan() {
        #expect(throws: Refusal.self) { try places.residence(kecamatan: "Kelua", desa: "63.09.06.1006") }
    }

    @Test func aDesaByNameNeedsItsKecamatan() {
        #expect {
            try places.residence(kecamatan: nil, desa: "Padangin")
        } throws: { error in
            guard case .unknownCode("", .kecamatan, let nearest)? = error as? Refusal else { return false }
            return nearest.count == 2
        }
    }
}

/// Places as people write them: found where only one fits, else asked about.
@Suite struct WrittenPlaceTests {
    let places = PlaceIndex()

    /// A place as it is written, and what it means: codes, `luar`, or what is wrong and what would be right.
    struct Case: CustomTestStringConvertible {
        let kecamatan: String?
        let desa: String?
        let meant: String

        init(_ kecamatan: String?, _ desa: String?, _ meant: String) {
            (self.kecamatan, self.desa, self.meant) = (kecamatan, desa, meant)
        }

        var testDescription: String { "\(kecamatan ?? "–") / \(desa ?? "–")" }
    }

    @Test(arguments: [
        Case("Kec. Murung Pudak", nil, "63.09.06"), Case("MRG PUDAK", nil, "63.09.06"),
        Case("M. Pudak", nil, "63.09.06"), Case("Mrg. Pdk", nil, "63.09.06"),
        Case("kecamatan  murung pudak", nil, "63.09.06"),
        Case("M. Uya", nil, "63.09.07"), Case("Muara Hrs", nil, "63.09.08"), Case("Tjg", nil, "63.09.04"),
        Case("Kec.Tanjung", nil, "63.09.04"), Case("B. Lawas", nil, "63.09.01"), Case("Bntg Ara", nil, "63.09.12"),
        Case("Murung Pudak", "Ds. Maburai", "63.09.06.2004"), Case("Murung Pudak", "Mabuun", "63.09.06.1006"),
        Case("Murung Pudak", "mabu`un", "63.09.06.1006"), Case("Kelua", "Kelurahan Pulau", "63.09.02.1001"),
        Case("Kelua", "Kel Pulau", "63.09.02.1001"), Case("Tanta", "Pulau Kuu", "63.09.03.2008"),
        Case("Murung Pudak", "Kasiau", "63.09.06.2005"), Case("Murung Pudak", "Kasiau Ry", "63.09.06.2010"),
        Case("Tanta", "Tanta", "63.09.03.2009"), Case("Upau", "Masingai I", "63.09.10.2006"),
        Case("Upau", "Masingai II", "63.09.10.2005"),
        Case("Pugaan", "Sei Rukam II", "? desa Sungai Rukam II, Sungai Rukam I, Jirak"),
        Case(nil, "Maburai", "63.09.06.2004"), Case(nil, "Kelurahan Pulau", "63.09.02.1001"),
        Case(nil, "63.09.06.1006", "63.09.06.1006"), Case(nil, "Ds. Maburai Kec. Murung Pudak", "63.09.06.2004"),
        Case("Maburai, Kec. Murung Pudak", nil, "63.09.06.2004"),
        Case(nil, "Desa Padangin Kec Tanta", "63.09.03.2012"),
        Case(nil, "Padangin", "? kecamatan Tanta, Muara Harus"),
        Case("Muara Harus", "Padangin", "63.09.08.2004"), Case("Klua", nil, "? kecamatan Kelua"),
        Case("Murung Pudak", "Mabun", "? desa Mabu'un"), Case("M", nil, "? kecamatan"),
        Case("Tanjung", "Maburai", "? desa"), Case(nil, "Atlantis", "? desa"),
        Case("Luar Tabalong", nil, "luar"), Case("luar daerah", "Barabai", "luar"),
        Case("LUAR KAB. TABALONG", nil, "luar"), Case(nil, nil, "–"),
    ])
    func meansOnePlaceOrIsAskedAbout(_ each: Case) {
        let meant = meaning(of: each)
        #expect(isMeant(each, meant), "\(meant)")
    }

    /// Where nothing is near, what is offered does not matter.
    private func isMeant(_ each: Case, _ meant: String) -> Bool {
        each.meant == meant || (each.meant.split(separator: " ").count == 2 && meant.hasPrefix(each.meant))
    }

    private func meaning(of each: Case) -> String {
        do {
            guard let found = try places.residence(kecamatan: each.kecamatan, desa: each.desa) else { return "–" }
            return (found.desa ?? found.kecamatan)?.description ?? "luar"
        } catch {
            guard case .unknownCode(_, let kind, let nearest) = error else { return "?" }
            return "? \(kind) \(nearest.joined(separator: ", "))"
        }
    }

    /// What people put before a name or leave out of it; whatever it is, the name means itself and nothing else.
    private static let writings: [(String, @Sendable (String, Region) -> String)] = [
        ("as it is", { name, _ in name }), ("in capitals", { name, _ in name.uppercased() }),
        ("small", { name, _ in name.lowercased() }),
        ("without apostrophe", { name, _ in name.replacing("'", with: "") }),
        ("with another apostrophe", { name, _ in name.replacing("'", with: "\u{2019}") }),
        ("in one word", { name, _ in name.replacing(" ", with: "") }),
        ("with two spaces", { name, _ in " " + name.replacing(" ", with: "  ") + " " }),
        ("with its kind", { name, place in (place.code.isDesa ? "Desa " : "Kecamatan ") + name }),
        ("with its kind cut short", { name, place in (place.code.isDesa ? "Ds. " : "Kec. ") + name }),
        ("with its kind joined", { name, place in (place.code.isDesa ? "KEL." : "KEC.") + name.uppercased() }),
    ]

    @Test(arguments: writings.indices) func everyPlaceIsFoundByItsName(writing: Int) throws {
        let (how, written) = Self.writings[writing]
        for place in Gazetteer.tabalong.kecamatan {
            let text = written(place.name, place)
            #expect(try places.kecamatan(text) == .kecamatan(place.code), "\(how): \(text)")
        }
        for place in Gazetteer.tabalong.desa {
            let text = written(place.name, place)
            #expect(try places.desa(text, in: place.code.kecamatan) == place.code, "\(how): \(text)")
        }
    }

    /// A desa alone: the one of its name, or the kecamatan of all that bear it.
    @Test func everyDesaIsFoundWithoutItsKecamatanWhereOnlyOneBearsItsName() throws {
        var shared: Set<String> = []
        for place in Gazetteer.tabalong.desa {
            let bearers = Gazetteer.tabalong.desa.filter { $0.name.comparable == place.name.comparable }
            guard bearers.count > 1 else {
                #expect(try places.desa(place.name) == place.code)
                continue
            }
            shared.insert(place.name)
            let names = bearers.map { Gazetteer.tabalong[$0.code.kecamatan]!.name }
            #expect(meaning(of: Case(nil, place.name, "")) == "? kecamatan \(names.joined(separator: ", "))")
        }
        #expect(shared == ["Padangin"])
    }

    /// What is offered for a place that names none, the nearest first.
    @Test(arguments: [
        Case("Klua", nil, "63.09.02"), Case("Murung Pudak", "Mabun", "63.09.06.1006"),
        Case(nil, "Padangin", "63.09.03.2012"), Case(nil, "Kambitn", "63.09.04.2010"),
        Case("Tanjung", "Maburai", "63.09.06.2004"),
    ])
    func offersTheNearest(_ each: Case) {
        let offered = places.nearest(to: WrittenPlace(kecamatan: each.kecamatan, desa: each.desa))
        #expect((offered.first?.desa ?? offered.first?.kecamatan)?.description == each.meant, "\(offered)")
        #expect((1...5).contains(offered.count) && Set(offered).count == offered.count)
    }

    @Test func offersEveryDesaOfAName() {
        let offered = places.nearest(to: WrittenPlace(kecamatan: nil, desa: "Padangin"))
        #expect(offered.prefix(2).compactMap { $0.desa?.description } == ["63.09.03.2012", "63.09.08.2004"])
    }

    /// Somebody whose desa is misspelled can be put in the kecamatan alone.
    @Test func offersTheKecamatanItself() {
        let offered = places.nearest(to: WrittenPlace(kecamatan: "Murung Pudak", desa: "Mabun"))
        #expect(offered.last?.desa == nil && offered.last?.kecamatan?.description == "63.09.06")
    }

    @Test func offersNothingForNothing() {
        #expect(places.nearest(to: WrittenPlace(kecamatan: "", desa: nil)).count <= 5)
    }
}
