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
