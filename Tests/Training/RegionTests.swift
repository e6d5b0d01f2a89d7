import Testing
import Training

@Suite struct RegionCodeTests {
    @Test(arguments: [
        ("63.09.06", 630_906, false), ("630906", 630_906, false), ("63.09.06.2004", 6_309_062_004, true),
        ("6309062004", 6_309_062_004, true),
    ])
    func isReadWithAndWithoutDots(_ text: String, _ number: Int64, _ isDesa: Bool) throws {
        let code = try #require(RegionCode(text))
        #expect(code.number == number && code.isDesa == isDesa)
        #expect(RegionCode(code.description) == code)
        #expect(RegionCode(number: number) == code)
        #expect(code.kecamatan.description == "63.09.06")
    }

    @Test(arguments: ["", "63", "63.09", "63.09.6", "63.09.06.1", "63.09.06.20040", "63.0x.06", "-63.09.06", "٦٣٠٩٠٦"])
    func anythingElseIsNot(_ text: String) { #expect(RegionCode(text) == nil) }

    @Test func residenceKnowsItsPlaces() throws {
        let desa = try #require(RegionCode("63.09.06.2004"))
        #expect(Residence.desa(desa).kecamatan == desa.kecamatan && Residence.desa(desa).desa == desa)
        #expect(Residence.kecamatan(desa.kecamatan).kecamatan == desa.kecamatan)
        #expect(Residence.kecamatan(desa.kecamatan).desa == nil)
        #expect(Residence.outside.kecamatan == nil && Residence.outside.desa == nil)
    }
}

@Suite struct GazetteerTests {
    let tabalong = Gazetteer.tabalong

    @Test func hasEveryPlaceOfTheRegency() {
        #expect(tabalong.kecamatan.count == 12)
        #expect(tabalong.desa.count == 131)
        #expect(tabalong.desa.filter { $0.kind == .kelurahan }.count == 10)
        #expect(tabalong.provinces.count == 38)
        #expect(tabalong.regencies.count == 514)
    }

    @Test func everyPlaceIsWhole() {
        let places = tabalong.kecamatan + tabalong.desa
        #expect(Set(places.map(\.code)).count == places.count)
        for place in places {
            #expect(place.code.description.hasPrefix("63.09."))
            #expect(place.name == place.name.fieldText)
            #expect(tabalong[place.code] == place)
            #expect(place.code.isDesa == (place.kind != .kecamatan))
        }
        #expect(tabalong.kecamatan.map(\.code) == tabalong.kecamatan.map(\.code).sorted())
        #expect(tabalong.desa.map(\.code) == tabalong.desa.map(\.code).sorted())
    }

    @Test func aDesaByItselfIsFoundWhereOnlyOneBearsTheName() throws {
        let index = PlaceIndex()
        #expect(try index.desa("Ds. Maburai").description == "63.09.06.2004")
        #expect(try index.desa("63.09.06.2004").description == "63.09.06.2004")
        // Two kecamatan have a Padangin: the clerk is told which.
        let refused = #expect(throws: Refusal.self) { try index.desa("Padangin") }
        guard case .unknownCode("", kind: .kecamatan, let nearest) = refused, nearest.count == 2 else {
            Issue.record("\(String(describing: refused))")
            return
        }
        guard
            case .unknownCode("Maburaj", kind: .desa, let alike) = #expect(
                throws: Refusal.self,
                performing: {
                    try index.desa("Maburaj")
                }), alike.contains("Maburai")
        else {
            Issue.record()
            return
        }
    }

    @Test func theCodesFourthPartTellsDesaFromKelurahan() {
        for place in tabalong.desa {
            let first = place.code.description.split(separator: ".")[3].first
            #expect(first == (place.kind == .kelurahan ? "1" : "2"), "\(place.name)")
        }
    }

    @Test func everyDesaLiesInOneKecamatan() {
        let byKecamatan = tabalong.kecamatan.map { tabalong.desa(of: $0.code).count }
        #expect(byKecamatan == [15, 12, 14, 15, 13, 10, 14, 7, 7, 6, 9, 9])
        #expect(byKecamatan.reduce(0, +) == 131)
    }

    @Test func everyProvinceAndRegencyIsWhole() {
        for (code, name) in tabalong.provinces {
            #expect(code.utf8.count == 2 && Int(code) != nil && !name.isEmpty)
        }
        for (code, name) in tabalong.regencies {
            #expect(code.utf8.count == 5 && tabalong.provinces[String(code.prefix(2))] != nil)
            #expect(name.hasPrefix("Kabupaten ") || name.hasPrefix("Kota "), "\(code) \(name)")
        }
        #expect(tabalong.provinces["63"] == "Kalimantan Selatan")
        #expect(tabalong.regencies["63.09"] == "Kabupaten Tabalong")
    }

    @Test func namesAResidence() throws {
        let desa = try #require(RegionCode("63.09.06.2004"))
        #expect(tabalong.desaName(of: .desa(desa)) == "Maburai")
        #expect(tabalong.kecamatanName(of: .desa(desa)) == "Murung Pudak")
        #expect(tabalong.kecamatanName(of: .kecamatan(desa.kecamatan)) == "Murung Pudak")
        #expect(tabalong.desaName(of: .kecamatan(desa.kecamatan)) == nil)
        #expect(tabalong.kecamatanName(of: .outside) == nil)
        #expect(tabalong[try #require(RegionCode("63.08.01"))] == nil)
    }
}
