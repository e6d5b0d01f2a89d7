import GRDB
import Testing
import Training

@testable import Store

/// The whole year's ladder is counted by a shorter way than a dimension's; both must say the same.
@Suite struct WholeLadderTests {
    private let today = CalendarDate(iso: "2026-11-24")!

    /// People in several classes of two years, of which some are not yet checked, or never.
    @Test(arguments: 1...8) func itEqualsTheCountOfAllEnrollments(seed: UInt64) async throws {
        var random = Seeded(state: seed &+ 7_000)
        let office = try await Office(try SilatStore.inMemory(now: Office.noon))
        let lastYear = try await office.addProgram("P-0", year: 2025, track: .competency)
        var classes = [
            office.trainingClass, try await office.addClass("K-0", lastYear, start: "2025-10-01", seats: 100),
        ]
        for (number, start) in ["2026-03-01", "2026-07-20", "2026-08-20", "2026-10-01"].enumerated() {
            let program = number == 1 ? try await office.addProgram("P-2", track: .competency) : office.program
            classes.append(try await office.addClass("K-1\(number)", program, start: start, seats: 100))
        }
        for serial in 1...20 {
            let person = try await office.add("Orang \(serial)", serial, in: classes.randomElement(using: &random)!)
            for other in classes.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)) {
                let action = Action.enroll([person], in: other, standing: nil, confirmed: Set(Doubt.allCases))
                do { try await office.perform(action) } catch is Refusal {}
            }
            try await settle(person, office, &random)
        }
        for day in ["2026-01-01", "2026-05-12", "2026-11-24", "2027-01-11", "2028-01-01"] {
            for year in [2025, 2026, 2027] { try await bothWays(office, year, CalendarDate(iso: day)!) }
        }
    }

    /// A class that is never checked is on no ladder.
    @Test func aProgramWithoutChecksIsLeftOut() async throws {
        let office = try await Office(try SilatStore.inMemory(now: Office.noon))
        var random = Seeded(state: 1)
        try await settle(try await office.add("Siti", 1), office, &random)
        try await office.store.database.write { db in
            try db.execute(sql: "UPDATE program SET follow_up_months = '[]'")
        }
        try await bothWays(office, 2026, today)
    }

    /// A ladder that is known is not given again once something was saved.
    @Test func aLadderHoldsUntilSomethingIsSaved() async throws {
        let office = try await Office(try SilatStore.inMemory(now: Office.noon))
        for serial in 1...3 {
            try await office.add("Orang \(serial)", serial)
            let ladder = try await office.store.ladder(by: nil, of: 2026, today: today)[0]
            #expect(ladder[.tookPart] == (try await office.store.achievement(of: 2026).people))
            #expect(try await office.store.ladder(by: nil, of: 2026, today: today)[0] == ladder)
        }
        try await office.perform(.undo)
        let people = try await office.store.achievement(of: 2026).people
        #expect(try await office.store.ladder(by: nil, of: 2026, today: today)[0][.tookPart] == people)
    }

    private func bothWays(_ office: Office, _ year: Int, _ day: CalendarDate) async throws {
        let whole = try await office.store.ladder(by: nil, of: year, today: day)
        let counted = try await office.store.read { try OutcomeLadders(db: $0, today: day).counted(by: nil, of: year) }
        #expect(whole == counted, "\(year) on \(day)")
    }

    /// Brings somebody's enrollments to an end, or leaves them, and finds out what became of it.
    private func settle(_ person: ID<Participant>, _ office: Office, _ random: inout Seeded) async throws {
        for line in try await office.store.enrollments(of: person) {
            let status = [EnrollmentStatus.attending, .completed, .certified, .dropped].randomElement(using: &random)!
            guard let standing = EnrollmentStanding(status, on: line.trainingClass.end, detail: "S-1") else { continue }
            do { try await office.perform(.setStanding([line.enrollment.id], standing)) } catch is Refusal { continue }
            for fact in [Outcome.Fact.unreachable, .selfEmployed(Outcome.Business(workers: 2)), .notUsing(.noJob)]
            where Bool.random(using: &random) {
                let date = today.adding(days: -Int.random(in: 0...300, using: &random))
                let outcome = Outcome(enrollment: line.enrollment.id, date: date, fact: fact)
                do { try await office.perform(.recordOutcome(outcome)) } catch is Refusal {}
            }
        }
    }
}
