import GRDB
import Testing
import Training

@testable import Store

/// The tally of checks against the lists of checks, which know nothing of it, after random histories.
@Suite struct CheckTallyTests {
    private static let today = CalendarDate(iso: "2026-11-24")!

    private func office() async throws -> Office { try await Office(try SilatStore.inMemory(now: Office.noon)) }

    @Test(arguments: 1...6) func itHoldsThroughAnyHistory(seed: UInt64) async throws {
        var history = try await MonitoredHistory(try SilatStore.inMemory(now: Office.noon), seed: seed &+ 5_000)
        var met: Set<DueFollowUp.State> = []
        for step in 1...60 {
            let what = try await history.doSomething()
            let day = Self.today.adding(days: [0, -200, 60][step % 3])
            try await expectTally(history.office.store, on: day, "seed \(seed), step \(step): \(what)")
            let counts = try await history.office.store.followUpCounts(in: nil, today: Self.today)
            met.formUnion(counts.flatMap(\.counts.keys))
        }
        #expect(met.isSuperset(of: [.late, .done]), "seed \(seed) proves little")
        for finding in try await history.office.store.check() { #expect(finding.problem == nil, "\(finding.check)") }
    }

    /// What a batch brings is counted once, at its end, as a bulk load or not: for those it makes as for those it found.
    @Test(arguments: [false, true]) func aBatchIsCounted(inBulk: Bool) async throws {
        let office = try await office()
        let known = try await office.add("Aisyah", 9_991)
        let other = try await office.addClass("K-2", office.program, start: "2026-03-01")
        try await office.store.takeIn(as: .importRoster, note: "", by: office.author, keep: true) { intake in
            if inBulk { try #require(intake as? IntakeDoor).startBulkLoad() }
            var people = [known]
            for serial in 1...5 {
                let person = Office.person("Siti \(serial)", nik: Office.nik(serial), desa: History.places[serial % 5])
                people.append(try intake.add(person, doubts: []))
            }
            for person in people {
                let standing = EnrollmentStanding(.completed, on: Self.today, detail: "x")!
                let enrollment = try #require(try intake.enroll(person, in: other, standing: standing))
                let check = MonitoredHistory.check(enrollment, mark: 3, isReached: true)
                try intake.record(check, found: .studying, on: Self.today)
            }
        }
        try await expectTally(office.store, "in bulk: \(inBulk)")
        let counts = try await office.store.followUpCounts(in: nil, today: Self.today)
        #expect(counts.reduce(0) { $0 + ($1.counts[.done] ?? 0) } == 6)
        #expect(counts.reduce(0) { $0 + $1.counts.values.reduce(0, +) } == 18)
        try await office.perform(.undo)
        #expect(try await office.store.followUpCounts(in: nil, today: Self.today).isEmpty)
        try await expectTally(office.store, "taken back")
    }

    @Test func aRepairCountsAnew() async throws {
        let office = try await office()
        let (person, trainingClass) = (try await office.add("Siti", 1), office.trainingClass)
        let standing = EnrollmentStanding(.completed, on: Self.today, detail: "x")!
        let enrollment = try #require(try await office.store.enrollments(of: person).first?.enrollment.id)
        try await office.perform(.setStanding([enrollment], standing))
        for (fault, count) in [
            ("UPDATE check_tally SET done = 1 WHERE region = 0 AND due_on = 20260511", 1),
            ("DELETE FROM check_tally WHERE region = 0", 3),
            ("INSERT INTO check_tally VALUES (0, 630901, 20260511, 1, 0)", 1),
        ] {
            try await office.store.write { try $0.execute(sql: fault) }
            #expect(try await problems(office.store) == [.tallies: "\(count)"], "\(fault)")
            #expect(try await office.store.repair(by: office.author).repaired == [.tallies])
            #expect(try await problems(office.store).isEmpty)
        }
        #expect(try await office.store.roster(of: trainingClass).count == 1)
        try await expectTally(office.store, "repaired")
    }

    private func problems(_ store: SilatStore) async throws -> [CheckFinding.Check: String] {
        try await store.check().reduce(into: [:]) { $0[$1.check] = $1.problem }
    }

    /// A file of the layout before is counted when it is brought up to date.
    @Test func anEarlierFileIsCounted() throws {
        let queue = try DatabaseQueue(path: LayoutFixture.path(6), configuration: Configuration())
        let memory = try DatabaseQueue()
        try queue.backup(to: memory)
        try memory.write { db in
            try db.execute(
                sql: """
                    UPDATE enrollment SET status = 3 + id % 2;
                    INSERT INTO follow_up (enrollment, mark, date, visitor, method, reached)
                    SELECT id, 3, 20261101, 'Pak Udin', 'visit', 1 FROM enrollment WHERE id % 3 = 0;
                    """)
        }
        try Schema.migrator.migrate(memory)
        try memory.read { db in
            #expect(try CheckRecount(db: db).differences() == 0)
            try Self.expectCells(db, "brought up to date")
            let (checks, done) = (
                try Int.fetchOne(db, sql: "SELECT sum(checks) FROM check_tally"),
                try Int.fetchOne(db, sql: "SELECT sum(done) FROM check_tally")
            )
            #expect(try checks == 6 * Int.fetchOne(db, sql: "SELECT count(*) FROM enrollment")!)
            #expect(try done == 2 * Int.fetchOne(db, sql: "SELECT count(*) FROM follow_up")! && done! > 0)
        }
    }

    // MARK: Recounts

    private func expectTally(_ store: SilatStore, on day: CalendarDate = today, _ comment: Comment) async throws {
        try await store.read { db in
            #expect(try CheckRecount(db: db).differences() == 0, comment)
            try Self.expectCells(db, comment)
        }
        let states = FollowUpQuery(states: Set(DueFollowUp.State.allCases))
        let listed = try await store.followUps(states, today: day, count: 10_000)
        try await expectCounts(store, nil, day, listed.map { ($0.person.residence.kecamatan, $0.state) }, comment)
        for (code, checks) in Dictionary(grouping: listed, by: \.person.residence.kecamatan) {
            guard let code else { continue }
            let places = checks.map { ($0.person.residence.desa ?? code, $0.state) }
            try await expectCounts(store, code, day, places, comment)
        }
    }

    private func expectCounts(
        _ store: SilatStore, _ kecamatan: RegionCode?, _ day: CalendarDate,
        _ listed: [(place: RegionCode?, state: DueFollowUp.State)], _ comment: Comment
    ) async throws {
        var expected: [String: [DueFollowUp.State: Int]] = [:]
        for check in listed {
            expected[check.place?.description ?? Total.outsideCode, default: [:]][check.state, default: 0] += 1
        }
        let counts = try await store.followUpCounts(in: kecamatan, today: day)
        #expect(Dictionary(uniqueKeysWithValues: counts.map { ($0.code, $0.counts) }) == expected, comment)
    }

    /// The cells against their own rule in SQL, in which nothing is added up beforehand.
    private static func expectCells(_ db: Database, _ comment: Comment) throws {
        let cells = "SELECT region, place, due_on, checks, done FROM check_tally WHERE checks <> 0 OR done <> 0"
        let shares =
            "SELECT region, place, due_on, count(*), sum(done) FROM check_share GROUP BY region, place, due_on"
        #expect(try Row.fetchAll(db, sql: "\(cells) EXCEPT \(shares)").isEmpty, comment)
        #expect(try Row.fetchAll(db, sql: "\(shares) EXCEPT \(cells)").isEmpty, comment)
    }
}

/// A random history of an office that also follows up: whatever changes when a check is due, whose it is, and whether it is done.
private struct MonitoredHistory {
    private static let today = CalendarDate(iso: "2026-11-24")!
    private var history: History
    var office: Office { history.office }

    init(_ store: SilatStore, seed: UInt64) async throws { history = try await History(store, seed: seed) }

    static func check(_ enrollment: ID<Enrollment>, mark: Int, isReached: Bool) -> FollowUp {
        FollowUp(
            enrollment: enrollment, mark: mark, date: today, visitor: "Pak Udin", method: .visit, isReached: isReached)
    }

    mutating func doSomething() async throws -> String {
        let dice = Int.random(in: 0..<14, using: &history.random)
        do {
            switch dice {
            case 0...2: try await complete()
            case 3...4: try await followUp()
            case 5: try await moveEnd()
            case 6: try await changeMarks()
            case 7: try await takeIn()
            case 8: try await office.perform(Bool.random(using: &history.random) ? .undo : .redo)
            case 9: try await forget()
            default: return "of the office, \(try await history.doSomething())"
            }
        } catch is Refusal {}
        return "\(dice)"
    }

    private mutating func complete() async throws {
        let roster = try await office.store.roster(of: history.classes.randomElement(using: &history.random)!)
        let some = roster.map(\.enrollment.id).filter { _ in Int.random(in: 0..<3, using: &history.random) > 0 }
        let status = [EnrollmentStatus.completed, .certified].randomElement(using: &history.random)!
        try await office.perform(.setStanding(some, EnrollmentStanding(status, on: Self.today, detail: "x")!))
    }

    private mutating func followUp() async throws {
        let query = FollowUpQuery(states: Set(DueFollowUp.State.allCases))
        let checks = try await office.store.followUps(query, today: Self.today, count: 500)
        guard let due = checks.randomElement(using: &history.random) else { return }
        // Three times in vain are done as well.
        let isReached = Bool.random(using: &history.random)
        for _ in 0..<(isReached ? 1 : Int.random(in: 1...3, using: &history.random)) {
            let check = Self.check(due.enrollment, mark: due.mark, isReached: isReached)
            try await office.perform(.recordFollowUp(check, found: isReached ? .studying : nil))
        }
    }

    private mutating func moveEnd() async throws {
        let id = history.classes.randomElement(using: &history.random)!
        guard var line = try await office.store.trainingClass(id)?.trainingClass else { return }
        line.value.end = line.value.start.adding(days: Int.random(in: 0...90, using: &history.random))
        try await office.perform(.editClass(line))
    }

    private mutating func changeMarks() async throws {
        let year = Bool.random(using: &history.random) ? 2025 : 2026
        let programs = try await office.store.programs(of: year)
        guard var program = programs.randomElement(using: &history.random)?.program else { return }
        program.value.followUpMarks = [nil, [1, 24], [3], [3, 6, 9]].randomElement(using: &history.random)!
        try await office.perform(.editProgram(program))
    }

    /// A batch whose people, old and new, have completed and were asked already.
    private mutating func takeIn() async throws {
        let trainingClass = history.classes.randomElement(using: &history.random)!
        let known = history.people.randomElement(using: &history.random)
        let inBulk = Bool.random(using: &history.random)
        let newcomers = (1...3).map { _ in history.person() }
        history.people += try await office.store.takeIn(
            as: .importRoster, note: "x", by: office.author, keep: true
        ) { intake in
            if inBulk { try (intake as? IntakeDoor)?.startBulkLoad() }
            let added = try newcomers.map { try intake.add($0, doubts: []) }
            for person in added + [known].compactMap(\.self) where try intake.row(of: person) != nil {
                let standing = EnrollmentStanding(.completed, on: Self.today, detail: "x")!
                guard let enrollment = try intake.enroll(person, in: trainingClass, standing: standing) else {
                    continue
                }
                do {
                    let check = Self.check(enrollment, mark: 3, isReached: true)
                    try intake.record(check, found: .studying, on: Self.today)
                } catch is Refusal {}
            }
            return added
        }
    }

    private mutating func forget() async throws {
        guard let id = history.people.randomElement(using: &history.random) else { return }
        try await office.perform(.forget(id, reason: nil))
    }
}
