import BenchmarkTables
import Testing

@Suite struct LinePromiseTests {
    @Test(arguments: [
        (LinePromise.start, 5_000), (.key, 1_500), (.part, 2_500), (.screen, 4_000),
    ])
    func `the limits at 9.600 baud and 300 ms are those that are written down`(promise: LinePromise, limit: Int) {
        #expect(promise.limit(bytesPerSecond: 960, delay: .milliseconds(300)) == .milliseconds(limit))
    }

    @Test func `a faster line is held to more`() {
        #expect(LinePromise.screen.limit(bytesPerSecond: 2_880, delay: .milliseconds(100)) == .milliseconds(1_600))
    }
}
