import Testing

@testable import ViewModels

@Suite("Numbers that count up")
struct RosterSeriesTests {
    @Test(
        "the last group of digits counts, and a year does not",
        arguments: [
            ("K-014", "K-015"), ("K-099", "K-100"), ("K-999", "K-1000"), ("7", "8"),
            ("0123/BLK/2026", "0124/BLK/2026"), ("421.5/0009/LKP/XI/2026", "421.5/0010/LKP/XI/2026"),
            ("2026", "2027"), ("BLK-2026", "BLK-2027"), ("12345678901234567890", "12345678901234567891"),
        ])
    func countsUp(first: String, second: String) throws {
        let series = try #require(Series(first: first, years: [2026]))
        #expect(series[0] == first)
        #expect(series[1] == second)
    }

    @Test("a text without digits is no series", arguments: ["", "K", "sertifikat", "٣"])
    func noSeries(text: String) {
        #expect(Series(first: text) == nil)
    }

    @Test("the next code follows the furthest of the last pattern")
    func next() {
        #expect(Series.next(after: ["K-002", "K-014", "L-003", "K-010"]) == "K-015")
        #expect(Series.next(after: ["K-014", "L-003"]) == "L-004")
        #expect(Series.next(after: []) == nil)
        #expect(Series.next(after: ["BARU"]) == nil)
    }
}
