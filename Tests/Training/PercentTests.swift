import Testing
import Training

@Suite struct PercentTests {
    @Test(arguments: [
        (2_999, 3_000, 999), (3_000, 3_000, 1_000), (11_630, 3_000, 3_876), (0, 3_000, 0), (1, 3_000, 0), (3, 3_000, 1),
        (1, 1, 1_000), (2, 3, 666), (199, 200, 995), (1_999, 2_000, 999), (100_000_000, 1, 100_000_000_000),
        (Int.max, Int.max, 1_000), (Int.max - 1, Int.max, 999),
    ])
    func isCut(_ count: Int, _ target: Int, _ tenths: Int) {
        #expect(Percent(count, of: target)?.tenths == tenths)
    }

    @Test func needsATarget() {
        #expect(Percent(5, of: nil) == nil)
        #expect(Percent(5, of: 0) == nil)
        #expect(Percent(5, of: -3) == nil)
        #expect(Percent(-1, of: 3) == nil)
    }

    @Test func neverOverflows() { #expect(Percent(.max, of: 1)?.tenths == .max) }

    @Test func neverOverstatesAndLosesLessThanATenth() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<5_000 {
            let count = Int.random(in: 0...50_000_000, using: &random)
            let target = Int.random(in: 1...100_000, using: &random)
            guard let tenths = Percent(count, of: target)?.tenths, tenths * target <= count * 1_000,
                (tenths + 1) * target > count * 1_000
            else {
                Issue.record("\(count) of \(target) gives \(String(describing: Percent(count, of: target)))")
                return
            }
        }
    }

    @Test func growsWithTheCount() throws {
        let few = try #require(Percent(2_999, of: 3_000))
        let enough = try #require(Percent(3_000, of: 3_000))
        #expect(few < enough)
        #expect(!(enough < few))
    }

    @Test func theTargetInForceIsTheRevisedOne() {
        var year = Achievement(year: 2025, original: 3_000, people: 11_630, enrollments: 13_877)
        #expect(year.target == 3_000 && year.percent?.tenths == 3_876 && year.laps == 3)
        year.revised = 4_000
        #expect(year.target == 4_000 && year.percent?.tenths == 2_907 && year.laps == 2)
        year.rule = .enrollments
        #expect(year.count == 13_877 && year.percent?.tenths == 3_469)
        #expect(Achievement(year: 2025).percent == nil && Achievement(year: 2025).laps == 0)
        #expect(Achievement(year: 2025, original: 3_000, people: 2_999).laps == 0)
    }

    @Test func aLineOfTotalsHasItsOwnShare() {
        #expect(Total(code: "63.09.06", name: "Murung Pudak", people: 5, enrollments: 6).percent == nil)
        #expect(Total(code: "a", name: nil, target: 10, people: 5, enrollments: 7).percent?.tenths == 500)
        #expect(
            Total(code: "a", name: nil, target: 10, rule: .enrollments, people: 5, enrollments: 7).percent?.tenths
                == 700)
    }
}
