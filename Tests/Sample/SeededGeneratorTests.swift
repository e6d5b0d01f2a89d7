import Testing

@testable import Sample

@Suite struct SeededGeneratorTests {
    /// The published first values of SplitMix64 for seed 1234567.
    @Test func isSplitMix64() {
        var random = SeededGenerator(seed: 1_234_567)
        let drawn = (0..<5).map { _ in random.next() }
        #expect(
            drawn == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test func staysInItsRange() {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<2_000 {
            #expect((0..<7).contains(random.below(7)))
            #expect((3...5).contains(random.within(3...5)))
            #expect((-2...9).contains(random.aroundMiddle(of: -2...9)))
        }
        #expect(random.below(1) == 0)
        #expect(random.below(0) == 0)
    }

    @Test func picksByWeight() {
        let list = Weighted([("a", 1), ("b", 3), ("c", 6)])
        #expect(list.total == 10)
        #expect((0..<10).map(list.element(at:)) == ["a", "b", "b", "b", "c", "c", "c", "c", "c", "c"])
        var random = SeededGenerator(seed: 4)
        var drawn: [String: Int] = [:]
        for _ in 0..<10_000 { drawn[random.pick(list), default: 0] += 1 }
        #expect((700...1_300).contains(drawn["a", default: 0]))
        #expect((5_500...6_500).contains(drawn["c", default: 0]))
    }
}
