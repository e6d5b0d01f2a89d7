import BenchmarkTables
import Testing

@Suite struct TimesTests {
    @Test func `the 99th percentile of few runs is the slowest`() {
        let times = Self.times([5, 1, 40, 3])
        #expect(times.p99 == .milliseconds(40))
        #expect(times.most == .milliseconds(40))
        #expect(times.median == .milliseconds(5))
        #expect(times.sum == .milliseconds(49))
    }

    @Test func `one run is its own median`() {
        let times = Self.times([7])
        #expect(times.median == .milliseconds(7))
        #expect(times.p99 == .milliseconds(7))
    }

    @Test func `two runs in two hundred are beyond the 99th percentile`() {
        let times = Self.times(Array(repeating: 1, count: 197) + [2, 3, 90])
        #expect(times.p99 == .milliseconds(3))
        #expect(times.most == .milliseconds(90))
    }

    @Test func `no runs took no time`() {
        #expect(Times().p99 == .zero)
        #expect(Times().median == .zero)
    }

    @Test func `runs of two come together`() {
        var times = Self.times([1, 2])
        times.add(Self.times([9]))
        #expect(times.count == 3)
        #expect(times.median == .milliseconds(2))
        #expect(times.sum == .milliseconds(12))
    }

    private static func times(_ milliseconds: [Int]) -> Times {
        var times = Times()
        for time in milliseconds { times.add(.milliseconds(time)) }
        return times
    }
}

@Suite struct MeasureTests {
    @Test(arguments: [
        (Measure.seconds, 0.000_22, "0,22 ms"), (.seconds, 0.126, "126 ms"), (.seconds, 4.2, "4,20 s"),
        (.seconds, 204, "3,40 min"), (.seconds, 0.000_004, "0,004 ms"), (.bytes, 576, "576 B"),
        (.bytes, 64_000, "64,0 kB"),
        (.bytes, 142_400_000, "142 MB"), (.bytes, 2_900_000_000, "2,90 GB"), (.share, 0.001_234, "0,12 %"),
        (.seconds, 0.009_996, "10,0 ms"), (.pieces, 4, "4"),
    ])
    func `a value is given in the size that keeps it short`(unit: Measure, value: Double, text: String) {
        #expect(unit.text(value) == text)
    }

    @Test func `thousands are parted`() {
        #expect([0, 999, 1_000, 12_345, 5_000_000].map(Measure.count) == ["0", "999", "1.000", "12.345", "5.000.000"])
    }
}
