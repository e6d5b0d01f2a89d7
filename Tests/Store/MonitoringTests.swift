import Foundation
import GRDB
import Testing
import Training

@testable import Store

/// What became of people: the schedule, outcomes, the ladder and equipment, against rules and recounts.
@Suite struct MonitoringTests {
    private let today = CalendarDate(iso: "2026-11-24")!

    private func office() async throws -> Office { try await Office(try SilatStore.inMemory(now: Office.noon)) }

    /// Somebody who completed the class, which ran from 1 to 11 February 2026.
    private func graduate(
        _ office: Office, _ serial: Int, status: EnrollmentStatus = .completed,
        in trainingClass: ID<TrainingClass>? = nil
    ) async throws -> (person: ID<Participant>, enrollment: ID<Enrollment>) {
        let person = try await office.add("Orang \(serial)", serial, in: trainingClass)
        let line = try #require(try await office.store.enrollments(of: person).first)
        let enrollment = line.enrollment.id
        let standing = EnrollmentStanding(status, on: line.trainingClass.end, detail: "S-\(serial)")!
        try await office.perform(.setStanding([enrollment], standing))
        return (person, enrollment)
    }

    private func check(
        _ enrollment: ID<Enrollment>, mark: Int = 3, on date: String = "2026-06-01", reached: Bool = true,
        next: String? = nil
    ) -> FollowUp {
        FollowUp(
            enrollment: enrollment, mark: mark, date: CalendarDate(iso: date)!, visitor: "Pak Udin", method: .visit,
            isReached: reached, nextTry: next.flatMap { CalendarDate(iso: $0) })
    }

    private func all(_ office: Office, _ enrollment: ID<Enrollment>? = nil) async throws -> [DueFollowUp] {
        let query = FollowUpQuery(states: Set(DueFollowUp.State.allCases), enrollment: enrollment)
        return try await office.store.followUps(query, today: today, count: 1_000)
    }

    private func refusal(_ body: () async throws -> Void) async -> Refusal? {
        do {
            try await body()
            return nil
        } catch { return error as? Refusal }
    }

    // MARK: The schedule

    @Test func aCompletionHasItsChecksAndLateOnesStay() async throws {
        let office = try await office()
        let (_, enrollment) = try await graduate(office, 1)
        let checks = try await all(office, enrollment)
        #expect(checks.map(\.dueOn.description) == ["2026-05-11", "2026-08-11", "2027-02-11"])
        #expect(checks.map(\.state) == [.late, .late, .upcoming])
        let longAfter = CalendarDate(iso: "2036-01-01")!
        let due = try await office.store.followUps(FollowUpQuery(), today: longAfter, count: 10)
        #expect(due.map(\.state) == [.late, .late, .late])
        try await office.perform(.recordFollowUp(check(enrollment), found: .studying))
        #expect(try await all(office, enrollment).map(\.state) == [.late, .upcoming, .done])
    }

    @Test func aMovedClassAndAnotherScheduleMoveTheChecks() async throws {
        let office = try await office()
        let (_, enrollment) = try await graduate(office, 1)
        var line = try #require(try await office.store.trainingClass(office.trainingClass)).trainingClass
        line.value.end = CalendarDate(iso: "2026-08-31")!
        try await office.perform(.editClass(line))
        #expect(
            try await all(office, enrollment).map(\.dueOn.description) == ["2026-11-30", "2027-02-28", "2027-08-31"])
        var program = try #require(try await office.store.programs(of: 2026).first).program
        program.value.followUpMarks = [1, 24]
        try await office.perform(.editProgram(program))
        #expect(try await all(office, enrollment).map(\.mark) == [1, 24])
        program = try #require(try await office.store.programs(of: 2026).first).program
        program.value.followUpMarks = [6, 3]
        let refused = await refusal { try await office.perform(.editProgram(program)) }
        guard case .invalid(.followUpMarks) = refused else {
            Issue.record("\(String(describing: refused))")
            return
        }
    }

    @Test func whoeverDidNotCompleteHasNone() async throws {
        let office = try await office()
        for (serial, status) in EnrollmentStatus.allCases.enumerated() {
            let (_, enrollment) = try await graduate(office, serial + 1, status: status)
            let expected = status == .completed || status == .certified ? 3 : 0
            #expect(try await all(office, enrollment).count == expected, "\(status)")
        }
    }

    /// Through any sequence of changes, each completion has exactly the checks of its schedule, and what is late is done or stays.
    @Test(arguments: 1...8) func theScheduleHoldsThroughAnyHistory(seed: UInt64) async throws {
        let office = try await office()
        var random = Seeded(state: seed &+ 900)
        var enrollments: [ID<Enrollment>] = []
        for step in 1...60 {
            do {
                switch Int.random(in: 0..<8, using: &random) {
                case 0...1: enrollments.append(try await graduate(office, step).enrollment)
                case 2:
                    guard let id = enrollments.randomElement(using: &random) else { continue }
                    let status = EnrollmentStatus.allCases.randomElement(using: &random)!
                    try await office.perform(.setStanding([id], EnrollmentStanding(status, on: today, detail: "x")!))
                case 3:
                    guard let id = enrollments.randomElement(using: &random) else { continue }
                    let reached = Bool.random(using: &random)
                    let followUp = check(id, mark: [3, 6, 12].randomElement(using: &random)!, reached: reached)
                    try await office.perform(.recordFollowUp(followUp, found: reached ? .studying : nil))
                case 4:
                    guard let id = enrollments.randomElement(using: &random) else { continue }
                    try await office.perform(.removeEnrollments([id]))
                case 5:
                    var line = try #require(try await office.store.trainingClass(office.trainingClass)).trainingClass
                    line.value.end = line.value.start.adding(days: Int.random(in: 0...90, using: &random))
                    try await office.perform(.editClass(line))
                default:
                    // The class itself stays.
                    guard let step = try await office.store.undoable(by: office.author), step.kind != .addClass else {
                        continue
                    }
                    try await office.perform(.undo)
                }
            } catch is Refusal {}
            try await expectSchedule(office)
        }
        for finding in try await office.store.check() { #expect(finding.problem == nil, "\(finding.check)") }
    }

    private func expectSchedule(_ office: Office) async throws {
        let end = try #require(try await office.store.trainingClass(office.trainingClass)).trainingClass.value.end
        let checks = Dictionary(grouping: try await all(office), by: \.enrollment)
        for line in try await office.store.roster(of: office.trainingClass) {
            let status = line.enrollment.value.standing.status
            let found = checks[line.enrollment.id] ?? []
            guard status == .completed || status == .certified else {
                #expect(found.isEmpty)
                continue
            }
            #expect(Set(found.map(\.dueOn)) == Set([3, 6, 12].map { end.adding(months: $0) }))
            let done = try await office.store.followUps(of: line.enrollment.id).map(\.value)
            for check in found {
                let own = done.filter { $0.mark == check.mark }
                let isDone = own.contains(where: \.isReached) || own.count { !$0.isReached } >= 3
                let days = today.daysSince1970 - check.dueOn.daysSince1970
                let expected: DueFollowUp.State = isDone ? .done : days < 0 ? .upcoming : days > 30 ? .late : .due
                #expect(check.state == expected)
            }
        }
    }

    // MARK: Attempts and outcomes

    @Test func threeAttemptsMakeSomebodyUnreachableWhichIsAnOutcome() async throws {
        let office = try await office()
        let (person, enrollment) = try await graduate(office, 1)
        for (attempt, day) in ["2026-05-20", "2026-05-27", "2026-06-10"].enumerated() {
            let before = try #require(try await all(office, enrollment).first)
            #expect(before.state == .late && before.attempts == attempt)
            try await office.perform(
                .recordFollowUp(check(enrollment, on: day, reached: false, next: "2026-06-20"), found: nil))
        }
        #expect(try await office.store.outcomes(of: person).map(\.value.fact) == [.unreachable])
        #expect(try await all(office, enrollment).first { $0.mark == 3 }?.state == .done)
        try await office.perform(.undo)
        #expect(try await office.store.outcomes(of: person).isEmpty)
        #expect(try await all(office, enrollment).first { $0.mark == 3 }?.attempts == 2)
    }

    @Test func aPathIsReadAsALine() async throws {
        let office = try await office()
        let (person, enrollment) = try await graduate(office, 1, status: .certified)
        try await office.perform(
            .recordFollowUp(check(enrollment, on: "2026-05-20"), found: .notUsing(.noCapital)))
        let business = Outcome.Business(name: "Jahit Rina", sector: .manufacturing, workers: 2, trainedWorkers: 1)
        try await office.perform(
            .recordFollowUp(check(enrollment, mark: 6, on: "2026-08-20"), found: .selfEmployed(business)))
        let path = try await office.store.path(of: person)
        #expect(
            path.map(\.event) == [
                .status(.attending), .status(.certified), .outcome(.notUsing(.noCapital)),
                .outcome(.selfEmployed(business)),
            ])
        #expect(try await office.store.outcomes(of: person).count == 2)
    }

    @Test func whatCannotBeIsSaid() async throws {
        let office = try await office()
        let (_, enrollment) = try await graduate(office, 1)
        let (_, cancelled) = try await graduate(office, 2, status: .cancelled)
        let cases: [(Action, (Refusal) -> Bool)] = [
            (
                .recordFollowUp(check(enrollment, on: "2026-02-10"), found: .studying),
                { if case .outcomeBeforeEnd = $0 { true } else { false } }
            ),
            (
                .recordFollowUp(check(enrollment, on: "2026-11-25"), found: .studying),
                { if case .invalid(.checkDate) = $0 { true } else { false } }
            ),
            (
                .recordFollowUp(check(cancelled), found: .studying),
                { if case .notCompleted(.cancelled) = $0 { true } else { false } }
            ),
            (
                .recordFollowUp(check(enrollment, mark: 4), found: .studying),
                { if case .noSuchMark(4, [3, 6, 12]) = $0 { true } else { false } }
            ),
            (
                .recordOutcome(
                    Outcome(
                        enrollment: enrollment, date: today,
                        fact: .selfEmployed(Outcome.Business(workers: 1, trainedWorkers: 2)))),
                { if case .invalid(.workers) = $0 { true } else { false } }
            ),
            (
                .recordOutcome(
                    Outcome(enrollment: enrollment, date: today, fact: .selfEmployed(Outcome.Business(nib: "12")))),
                { if case .invalid(.nib) = $0 { true } else { false } }
            ),
        ]
        for (place, (action, isExpected)) in cases.enumerated() {
            let refused = await refusal { try await office.perform(action) }
            #expect(refused.map(isExpected) == true, "case \(place): \(String(describing: refused))")
        }
        #expect(try await office.store.followUps(of: enrollment).isEmpty)
    }

    @Test func codesOnPaperOpenTheirCheck() async throws {
        let office = try await office()
        _ = try await graduate(office, 1)
        _ = try await graduate(office, 2)
        let checks = try await all(office)
        let codes = try await office.store.codes(of: checks)
        #expect(Set(codes).count == checks.count)
        #expect(try await office.store.codes(of: checks) == codes)
        for (check, code) in zip(checks, codes) {
            let found = try await office.store.followUp(code: code, today: today)
            #expect(found.enrollment == check.enrollment && found.mark == check.mark && found.code == code)
        }
        let unknown = LabelCode(.followUp, 4_711)
        let refused = await refusal { _ = try await office.store.followUp(code: unknown, today: today) }
        guard case .unknownLabel(unknown) = refused else {
            Issue.record()
            return
        }
    }

    @Test func visitorsAreGivenChecksAndCountsAddUp() async throws {
        let office = try await office()
        let (_, first) = try await graduate(office, 1)
        _ = try await graduate(office, 2)
        try await office.perform(.assignVisitor([(first, 3)], visitor: "Bu Ani"))
        let query = FollowUpQuery(visitor: "Bu Ani")
        #expect(try await office.store.followUps(query, today: today, count: 10).map(\.enrollment) == [first])
        try await office.perform(.assignVisitor([(first, 3)], visitor: nil))
        #expect(try await office.store.followUps(query, today: today, count: 10).isEmpty)
        let counts = try await office.store.followUpCounts(in: nil, today: today)
        #expect(counts == [FollowUpCount(code: "63.09.06", counts: [.late: 4, .upcoming: 2])])
        let desa = try await office.store.followUpCounts(in: RegionCode("63.09.06"), today: today)
        #expect(desa.map(\.code) == ["63.09.06.2005"])
    }

    /// Each count is as many checks as its list has, whatever was reached, tried in vain or has moved to another place.
    @Test(arguments: 1...4) func countsAreAsTheListsHaveThem(seed: UInt64) async throws {
        let office = try await office()
        var random = Seeded(state: seed &+ 900)
        let second = try await office.addProgram("P-2", track: .competency)
        let classes = [
            office.trainingClass, try await office.addClass("K-2", second, start: "2026-07-20", seats: 100),
            try await office.addClass("K-3", second, start: "2026-10-01", seats: 100),
        ]
        let desas = ["63.09.06.2005", "63.09.06.2004", "63.09.05.2001", "63.09.05", nil]
        for serial in 1...20 {
            let status = [EnrollmentStatus.attending, .completed, .certified].randomElement(using: &random)!
            let (person, enrollment) = try await graduate(
                office, serial, status: status, in: classes.randomElement(using: &random)!)
            let row = try #require(try await office.store.participant(person))
            let moved = Office.person(
                "Orang \(serial)", nik: Office.nik(serial), desa: desas.randomElement(using: &random)!)
            try await office.perform(
                .editParticipant(
                    Stored(id: row.id, version: row.version, value: moved), basedOn: row,
                    confirmed: Set(Doubt.allCases)))
            for mark in [3, 6] {
                for _ in 0..<Int.random(in: 0...4, using: &random) {
                    let isReached = Int.random(in: 0..<4, using: &random) == 0
                    let found: Outcome.Fact? = isReached ? .studying : nil
                    do {
                        try await office.perform(
                            .recordFollowUp(check(enrollment, mark: mark, reached: isReached), found: found))
                    } catch is Refusal {}
                }
            }
        }
        for kecamatan in [nil, RegionCode("63.09.06"), RegionCode("63.09.05")] {
            let counts = try await office.store.followUpCounts(in: kecamatan, today: today)
            #expect(counts.map(\.code) == counts.map(\.code).sorted() || kecamatan == nil)
            var region = kecamatan.map { ParticipantQuery.RegionFilter.within($0) }
            for state in DueFollowUp.State.allCases {
                let query = FollowUpQuery(region: region, states: [state])
                let list = try await office.store.followUps(query, today: today, count: 1_000)
                #expect(counts.reduce(0) { $0 + ($1.counts[state] ?? 0) } == list.count)
            }
            for line in counts {
                guard let code = RegionCode(line.code) else { continue }
                region = code.isDesa || kecamatan == nil ? .within(code) : .desaUnknown(in: code)
                for state in DueFollowUp.State.allCases {
                    let query = FollowUpQuery(region: region, states: [state])
                    let list = try await office.store.followUps(query, today: today, count: 1_000)
                    #expect(line.counts[state] ?? 0 == list.count)
                }
            }
        }
    }

    // MARK: The ladder

    /// Counts of random outcomes against a recount record by record, names behind every step, and bounds that hold.
    @Test(arguments: 1...6) func theLadderEqualsARecount(seed: UInt64) async throws {
        let office = try await office()
        var random = Seeded(state: seed &+ 3_000)
        let second = try await office.addProgram("P-2", track: .competency)
        let classes = [office.trainingClass, try await office.addClass("K-2", second, start: "2026-09-01", seats: 100)]
        var people: [ID<Participant>] = []
        for serial in 1...25 {
            let trainingClass = classes.randomElement(using: &random)!
            let status = [EnrollmentStatus.attending, .completed, .certified].randomElement(using: &random)!
            let (person, enrollment) = try await graduate(office, serial, status: status, in: trainingClass)
            people.append(person)
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let outcome = Outcome(
                    enrollment: enrollment, date: today.adding(days: -Int.random(in: 0...70, using: &random)),
                    fact: fact(&random))
                do { try await office.perform(.recordOutcome(outcome)) } catch is Refusal {}
            }
        }
        for ladder in try await office.store.ladder(by: .track, of: 2026, today: today) {
            try await expectLadder(ladder, office, people, track: ladder.code)
            #expect(ladder[.reached] <= ladder[.due] && ladder[.using] <= ladder[.reached])
            if let least = ladder.usingOfDue, let most = ladder.usingAtMost, let known = ladder.usingOfReached {
                #expect(least <= known && least <= most)
            }
        }
    }

    /// Where the truth about everybody is known, the bounds hold it, however many were not reached and whoever they were.
    @Test(arguments: [0, 25, 50, 80, 100], [UInt64(1), 2, 3]) func theTruthLiesWithinTheBounds(
        unreached percent: Int, seed: UInt64
    ) async throws {
        let office = try await office()
        var random = Seeded(state: seed &+ UInt64(percent) &* 77)
        var using = 0
        for serial in 1...16 {
            let (_, enrollment) = try await graduate(office, serial)
            let uses = Bool.random(using: &random)
            if uses { using += 1 }
            // Those who use nothing are harder to find: what a share of the reached alone would hide.
            let isMissed = Int.random(in: 0..<100, using: &random) < (uses ? percent / 2 : percent)
            let found: Outcome.Fact = uses ? .selfEmployed(Outcome.Business()) : .notUsing(.noCapital)
            let date = CalendarDate(iso: "2026-06-01")!
            try await office.perform(
                .recordOutcome(Outcome(enrollment: enrollment, date: date, fact: isMissed ? .unreachable : found)))
        }
        let ladder = try await office.store.ladder(by: nil, of: 2026, today: today)[0]
        let truth = try #require(Percent(using, of: 16))
        #expect(ladder[.due] == 16)
        let (least, most) = (try #require(ladder.usingOfDue), try #require(ladder.usingAtMost))
        #expect(least <= truth && truth <= most)
        if percent == 0 { #expect(least == truth && most == truth && ladder.usingOfReached == truth) }
    }

    private func fact(_ random: inout Seeded) -> Outcome.Fact {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: .working(Outcome.Work(isRelated: Bool.random(using: &random)))
        case 1: .selfEmployed(Outcome.Business(workers: Int.random(in: 1...4, using: &random), trainedWorkers: 1))
        case 2: .studying
        case 3: .notUsing(.noJob)
        default: .unreachable
        }
    }

    private func expectLadder(
        _ ladder: OutcomeLadder, _ office: Office, _ people: [ID<Participant>], track: String
    ) async throws {
        var counts: [OutcomeLadder.Step: Int] = [:]
        var absorbed = 0
        for person in people {
            let lines = try await office.store.enrollments(of: person).filter { $0.program.track.rawValue == track }
            guard let line = lines.first else { continue }
            let status = line.enrollment.value.standing.status
            counts[.tookPart, default: 0] += 1
            guard status != .attending else { continue }
            counts[.completed, default: 0] += 1
            if status == .certified { counts[.certified, default: 0] += 1 }
            guard line.trainingClass.end.adding(months: 3) <= today else { continue }
            counts[.due, default: 0] += 1
            let facts = try await office.store.outcomes(of: person).filter { $0.value.fact != .unreachable }
            guard let latest = facts.last?.value else { continue }
            counts[.reached, default: 0] += 1
            if latest.fact.usesTraining { counts[.using, default: 0] += 1 }
            if latest.fact.kind == .working { counts[.working, default: 0] += 1 }
            if case .selfEmployed(let business) = latest.fact {
                counts[.selfEmployed, default: 0] += 1
                absorbed += business.workers - business.trainedWorkers
            }
        }
        for step in OutcomeLadder.Step.allCases where step != .standing {
            #expect(ladder[step] == counts[step] ?? 0, "\(track) \(step)")
            let figure = Figure(year: 2026, stage: Figure.Stage(step, today: today)).part(.track, track)
            #expect(try await office.store.count(of: ParticipantQuery(figure: figure)) == ladder[step], "\(step)")
        }
        #expect(ladder.workersAbsorbed == absorbed)
    }

    @Test func aBusinessThatStandsAfterAYearIsCounted() async throws {
        let office = try await office()
        let program = try await office.addProgram("P-25", year: 2025, track: .community)
        let trainingClass = try await office.addClass("K-25", program, start: "2025-02-01")
        let (_, enrollment) = try await graduate(office, 1, in: trainingClass)
        let business = Outcome.Fact.selfEmployed(Outcome.Business(workers: 3))
        for (day, standing) in [("2026-02-10", 0), ("2026-02-11", 1)] {
            try await office.perform(
                .recordOutcome(Outcome(enrollment: enrollment, date: CalendarDate(iso: day)!, fact: business)))
            let ladder = try await office.store.ladder(by: nil, of: 2025, today: today)[0]
            #expect(ladder[.standing] == standing && ladder[.selfEmployed] == 1 && ladder.workersAbsorbed == 3)
            let figure = Figure(year: 2025, stage: Figure.Stage(.standing, today: today))
            #expect(try await office.store.count(of: ParticipantQuery(figure: figure)) == standing)
        }
    }

    // MARK: Equipment

    @Test func anItemKeepsItsWholeLifeLine() async throws {
        let office = try await office()
        let (first, _) = try await graduate(office, 1)
        let (second, _) = try await graduate(office, 2)
        let item = Equipment(item: "Mesin jahit", kind: "mesin jahit", serial: "SN-1", value: 2_500_000, funding: .apbd)
        let id = ID<Equipment>(
            try #require(
                try await office.perform(
                    .addEquipment(item, .participant(first), on: CalendarDate(iso: "2026-03-01")!, letter: "BA-1")
                ).record))
        var line = try #require(try await office.store.equipmentHistory(id, today: today)).line
        #expect(line.nextDue?.description == "2026-04-01" && line.person.id == first)
        #expect(try await office.store.equipment(code: line.code) == id)
        #expect(try await office.store.equipment(.unchecked, in: nil, today: today).map(\.equipment.id) == [id])
        func look(_ day: String, _ condition: Equipment.Condition) -> Action {
            .checkEquipment(
                EquipmentCheck(
                    equipment: id, date: CalendarDate(iso: day)!, visitor: "Pak Udin", condition: condition))
        }
        try await office.perform(look("2026-04-02", .inUse))
        try await office.perform(look("2026-10-01", .idle))
        line = try #require(try await office.store.equipment(.idle, in: nil, today: today).first)
        #expect(line.nextDue?.description == "2027-03-01")
        #expect(try await office.store.equipment(.unchecked, in: nil, today: today).isEmpty)
        var history = try #require(try await office.store.equipmentHistory(id, today: today))
        #expect(history.candidates.map(\.id) == [second])
        let holding = EquipmentHolding(
            equipment: id, date: CalendarDate(iso: "2026-11-01")!,
            holder: .group("KUB Mawar", members: [second, first]))
        try await office.perform(.moveEquipment(holding))
        history = try #require(try await office.store.equipmentHistory(id, today: today))
        #expect(history.holdings.count == 2 && history.checks.count == 2)
        #expect(history.line.holding.holder == holding.holder && history.line.person.id == second)
        try await office.perform(look("2026-11-20", .lost))
        #expect(try await office.store.equipment(.lost, in: nil, today: today).count == 1)
        try await office.perform(.undo)
        try await office.perform(.undo)
        history = try #require(try await office.store.equipmentHistory(id, today: today))
        #expect(history.line.person.id == first && history.holdings.count == 1)
    }

    @Test func equipmentThatCannotBeIsSaid() async throws {
        let office = try await office()
        let (person, _) = try await graduate(office, 1)
        let stranger = try await office.store.perform(
            .addParticipant(Office.person("Orang lain", nik: Office.nik(77)), in: nil, confirmed: Set(Doubt.allCases)),
            by: office.author)
        let date = CalendarDate(iso: "2026-03-01")!
        let item = Equipment(item: "Mesin las", kind: "las", serial: "SN-9")
        try await office.perform(.addEquipment(item, .participant(person), on: date, letter: nil))
        let twice = await refusal {
            try await office.perform(.addEquipment(item, .participant(person), on: date, letter: nil))
        }
        guard case .serialTaken("SN-9", LabelCode(.equipment, 1)) = twice else {
            Issue.record("\(String(describing: twice))")
            return
        }
        let never = await refusal {
            let other = Equipment(item: "Mesin las", kind: "las", serial: "SN-10")
            try await office.perform(
                .addEquipment(other, .participant(ID(stranger.record!)), on: date, letter: nil))
        }
        guard case .neverEnrolled = never else {
            Issue.record("\(String(describing: never))")
            return
        }
        let holds = await refusal { try await office.perform(.deleteParticipant(person)) }
        guard case .holdsEquipment = holds else {
            Issue.record("\(String(describing: holds))")
            return
        }
    }

    // MARK: Recall and pokir

    @Test func alumniAreFoundKeptAndAsked() async throws {
        let office = try await office()
        let (first, enrollment) = try await graduate(office, 1, status: .certified)
        _ = try await graduate(office, 2)
        try await office.perform(
            .recordOutcome(Outcome(enrollment: enrollment, date: today, fact: .notUsing(.noJob))))
        let query = AlumniQuery(
            program: "P-1", isCertified: true, ages: 20...30, places: [RegionCode("63.09.06")!], outcomes: [.notUsing])
        let found = try await office.store.alumni(query, today: today)
        #expect(found.map(\.person.id) == [first])
        for query in [AlumniQuery(), query, AlumniQuery(isCertified: true), AlumniQuery(outcomes: [.notUsing])] {
            let all = try await office.store.alumni(query, today: today)
            let people = try await office.store.alumniPeople(query, today: today)
            #expect(!all.isEmpty && people == all.map(\.person.id))
            #expect(try await office.store.alumni(query, among: Array(people.suffix(1)), today: today) == all.suffix(1))
        }
        let recall = Recall(title: "Lowongan", date: today, criteria: "P-1, bersertifikat")
        let id = ID<Recall>(try #require(try await office.perform(.addRecall(recall, [first])).record))
        let entry = try #require(try await office.store.recall(id).first?.entry)
        try await office.perform(.setRecallState([entry.id], .placed, on: today, note: "PT Adaro"))
        #expect(try await office.store.recall(id).first?.entry?.value.state == .placed)
        #expect(try await office.store.recalls().map(\.value.title) == ["Lowongan"])
    }
}
