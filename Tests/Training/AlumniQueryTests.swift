import Testing
import Training

@Suite struct AlumniQueryTests {
    @Test(arguments: [
        ("20-30", 20...30), ("25", 25...25), (" 20 – 30 ", 20...30), ("0-150", 0...150), ("17-17", 17...17),
    ])
    func readsAges(_ typed: String, _ ages: ClosedRange<Int>) {
        #expect(AlumniQuery.ages(typed: typed) == ages)
    }

    @Test(arguments: ["", "muda", "30-20", "20-30-40", "20-", "-", "200", "20-151", "dua puluh"])
    func anythingElseIsNone(_ typed: String) {
        #expect(AlumniQuery.ages(typed: typed) == nil)
    }
}
