import Foundation
import Testing
import Training

/// Sums of targets, and which held when.
@Suite struct TargetTests {
    private let kelua = Target.Scope.kecamatan(RegionCode("63.09.02")!)
    private let upau = Target.Scope.kecamatan(RegionCode("63.09.10")!)

    @Test func partsAreSummedByWhatIsInForce() {
        let targets = [
            Target(year: 2025, count: 10), Target(year: 2025, scope: kelua, count: 4),
            Target(year: 2025, scope: kelua, stage: .revised, count: 5), Target(year: 2025, scope: upau, count: 6),
            Target(year: 2024, scope: upau, count: 99),
        ]
        let sums = targets.sums(of: 2025)
        #expect(sums == [TargetSum(kind: .kecamatan, sum: 11, parts: 2, whole: targets[0])])
        #expect(sums[0].gap == -1)
    }

    @Test func theYearsOfATermAreItsParts() {
        let term = Target(year: 2025, scope: .term(through: 2027), count: 100)
        let targets = [
            term, Target(year: 2025, count: 30), Target(year: 2026, count: 20),
            Target(year: 2026, stage: .revised, count: 25), Target(year: 2028, count: 7),
        ]
        for year in 2025...2027 {
            #expect(targets.sums(of: year) == [TargetSum(kind: .years, sum: 55, parts: 2, whole: term)])
        }
        #expect(targets.sums(of: 2028).isEmpty)
    }

    private func version(
        _ stage: Target.Stage, _ count: Int, from: Double, until: Double? = nil, scope: Target.Scope = .regency
    ) -> TargetVersion {
        TargetVersion(
            target: Target(year: 2025, scope: scope, stage: stage, count: count),
            from: Date(timeIntervalSince1970: from), by: Author(name: "rina", desk: "meja1"),
            until: until.map(Date.init(timeIntervalSince1970:)))
    }

    @Test func anOriginalTargetHoldsUntilItIsRevised() {
        let versions = [
            version(.original, 10, from: 1, until: 3), version(.original, 11, from: 3),
            version(.revised, 20, from: 5, until: 7), version(.original, 4, from: 2, scope: kelua),
        ]
        // The revision was taken back at 7, and the original held again.
        #expect(
            versions.holding == [
                version(.original, 10, from: 1, until: 3), version(.original, 4, from: 2, scope: kelua),
                version(.original, 11, from: 3, until: 5), version(.revised, 20, from: 5, until: 7),
                version(.original, 11, from: 7),
            ])
    }

    @Test func anOriginalEnteredAfterItsRevisionNeverHeld() {
        let versions = [version(.revised, 20, from: 1), version(.original, 10, from: 2)]
        #expect(versions.holding == [version(.revised, 20, from: 1), version(.original, 10, from: 2, until: 2)])
    }

    @Test(arguments: [("Asia/Makassar", "2025-03-01T16:00:00Z"), ("GMT", "2025-03-02T00:00:00Z")])
    func aDayEndsByTheClocksOfItsZone(zone: String, end: String) throws {
        let day = CalendarDate(iso: "2025-03-01")!
        let zone = try #require(TimeZone(identifier: zone))
        #expect(day.end(in: zone) == (try Date(end, strategy: .iso8601)))
        #expect(day.end(in: zone).toTheMinute(in: zone) == "02-03-2025 00:00")
    }

    /// The day before clocks are changed at midnight, and the day on which they are.
    @Test func aDayOnWhichClocksAreChangedEndsAtMidnight() throws {
        let zone = try #require(TimeZone(identifier: "America/Santiago"))
        for day in ["2025-04-05", "2025-04-06", "2025-09-06", "2025-09-07"] {
            let day = CalendarDate(iso: day)!
            #expect(CalendarDate.today(day.end(in: zone), in: zone) == day.adding(days: 1))
            #expect(CalendarDate.today(day.end(in: zone).addingTimeInterval(-1), in: zone) == day)
        }
    }
}
