import Testing

@testable import Training

@Suite struct NearestTests {
    @Test(arguments: [
        ("Murung Pudk", ["Murung Pudak"]), ("TANJUGN", ["Tanjung"]), ("kélua", ["Kelua"]),
        ("pugan", ["Pugaan"]),
    ])
    func namesTheNearestKecamatan(text: String, expected: [String]) {
        #expect(nearest(to: text, among: Gazetteer.tabalong.kecamatan.map(\.name)) == expected)
    }

    @Test func namesThreeWhereNoneIsNear() {
        #expect(nearest(to: "Atlantis", among: Gazetteer.tabalong.kecamatan.map(\.name)).count == 3)
    }

    @Test func namesNothingWhereThereIsNothing() {
        #expect(nearest(to: "K-001", among: []).isEmpty)
    }

    @Test func putsTheFewestSlipsFirst() {
        #expect(nearest(to: "K-15", among: ["K-051", "K-014", "K-015", "L-015"]).first == "K-015")
    }
}

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
