import GRDB
import Sample
import Testing
import Training

@testable import Store

/// A list of checks that is begun by the days in the tally, against all checks looked at.
@Suite struct FollowUpDaysTests {
    private static let regions: [ParticipantQuery.RegionFilter?] =
        [nil, .outside]
        + ["63.09.06", "63.09.02", "63.09.06.2004", "63.09.06.1001", "63.09.02.2001"].compactMap {
            RegionCode($0).map { .within($0) }
        } + [RegionCode("63.09.06").map { .desaUnknown(in: $0) }]

    private static let states: [Set<DueFollowUp.State>] = [
        [.due, .late], [.late], [.due], [.upcoming], [.done], Set(DueFollowUp.State.allCases),
    ]

    /// The days: long after all, in the middle, and the last one of February, for which others stand.
    @Test(arguments: ["2028-01-01", "2026-11-24", "2027-02-28"])
    func beginsAsAllOfThemDo(day: String) async throws {
        let today = try #require(CalendarDate(iso: day))
        let store = try SilatStore.inMemory(now: Office.noon)
        let sample = SampleData(participants: 2_000, year: 2026, seed: 5)
        let author = Author(name: "rina", desk: "meja1")
        try await store.takeIn(as: .generate, note: "", by: author, keep: true) { try sample.fill($0) }
        try await reachSome(in: store, today)
        let lengths = try await store.read { db in
            var lengths: [Int] = []
            let checks = FollowUps(db: db, today: today)
            for region in Self.regions {
                for states in Self.states {
                    for through in [nil, today.adding(days: 30)] {
                        let query = FollowUpQuery(region: region, states: states, through: through)
                        let all = try checks.rows(query, states, of: nil, 99_999).map { Check($0) }
                        for count in [1, 9, 120, 99_999] {
                            let list = try checks.list(query, count: count).map { Check($0) }
                            #expect(list == Array(all.prefix(count)), "\(query), \(count)")
                        }
                        #expect(try checks.count(query) == all.count, "\(query)")
                        lengths.append(all.count)
                    }
                }
            }
            return lengths
        }
        #expect(lengths.reduce(0, +) > 1_000 && lengths.contains { $0 > 500 })
    }

    /// Of every third enrollment somebody was reached for the first check.
    private func reachSome(in store: SilatStore, _ today: CalendarDate) async throws {
        let author = Author(name: "rina", desk: "meja1")
        let due = try await store.followUps(FollowUpQuery(states: [.due, .late, .upcoming]), today: today, count: 900)
        for check in due where check.enrollment.rawValue.isMultiple(of: 3) {
            let reached = FollowUp(
                enrollment: check.enrollment, mark: check.mark, date: CalendarDate(iso: "2026-11-24")!, visitor: "rina",
                method: .visit, isReached: true)
            _ = try await store.perform(.recordFollowUp(reached, found: .studying), by: author)
        }
    }

    private struct Check: Equatable {
        let enrollment: Int64
        let mark: Int

        init(_ row: Row) { (enrollment, mark) = (row["enrollment"], row["mark"]) }
        init(_ due: DueFollowUp) { (enrollment, mark) = (due.enrollment.rawValue, due.mark) }
    }
}
