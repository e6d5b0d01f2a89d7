import Foundation
import GRDB
import Synchronization
import Testing
import Training

@testable import Store

/// A figure's names, from whichever end they are read, and what the tallies say of it.
@Suite struct FigurePlanTests {
    @Test(arguments: 1...3) func everyPlanAndTheTalliesAgree(seed: UInt64) async throws {
        let store = try SilatStore.inMemory(now: Office.noon)
        var history = try await History(store, seed: seed &+ 300)
        for _ in 1...200 { _ = try await history.doSomething() }
        var codes: [Training.Dimension: [String]] = [:]
        for dimension in Training.Dimension.allCases {
            let totals = try await store.totals(by: dimension, of: 2026)
            codes[dimension] = totals.filter { $0.enrollments > 0 }.map(\.code) + totals.prefix(1).map(\.code)
        }
        var tallied = 0
        for _ in 1...400 {
            let figure = Self.figure(codes, &history.random)
            let (known, counts) = try await store.read { db in
                (try TalliedFigure(db: db, figure: figure).count(), try Self.counts(of: figure, db))
            }
            #expect(Set(counts).count == 1, "\(figure): \(counts)")
            if let known {
                #expect(known == counts.first, "\(figure)")
                if known > 0 { tallied += 1 }
            }
        }
        #expect(tallied > 20)
    }

    /// What was entered since a moment, by whom, in a file whose made-up data are as new.
    @Test func entriesAreTheirOperatorsAndNobodyMadeThemUp() async throws {
        let clock = Mutex(Office.noon())
        let store = try SilatStore.inMemory(now: { clock.withLock { $0 } })
        let office = try await Office(store)
        let budi = Author(name: "budi", desk: "meja2")
        let early = try await office.add("Aulia", 1)
        for serial in 2...3 { try await office.add("Aulia", serial, by: serial == 3 ? budi : nil) }
        clock.withLock { $0 += 7_200 }
        let since = Office.noon() + 3_600
        for serial in 4...6 {
            let siti = try await office.add("Siti", serial, by: serial == 4 ? nil : budi)
            try await office.perform(.deleteParticipant(siti), by: serial == 4 ? nil : budi)
            try await office.perform(.undo, by: serial == 4 ? nil : budi)
        }
        // What comes back was entered when it was entered.
        try await office.perform(.deleteParticipant(early))
        try await office.perform(.undo)
        try await store.takeIn(as: .generate, note: "", by: budi, keep: true) { intake in
            for serial in 7...30 {
                let made = try intake.add(Office.person("Zainal", nik: Office.nik(serial)), doubts: [])
                _ = try intake.enroll(
                    made, in: office.trainingClass, standing: .attending(on: CalendarDate(iso: "2026-02-01")!))
            }
        }
        #expect(
            try await store.entries(of: 2026, since: since)
                == [EntryCount(name: "budi", enrollments: 2), EntryCount(name: "rina", enrollments: 1)])
        for (author, count) in [("budi", 2), ("rina", 1), ("dewi", 0), (nil, 3)] {
            let figure = Figure(year: 2026, unit: .enrollments, entered: Figure.Entered(since: since, by: author))
            let found = try await store.page(of: ParticipantQuery(figure: figure), .first, count: 99).rows
            #expect(found.map(\.name.text) == Array(repeating: "Siti", count: count))
            let (plan, counts) = try await store.read { db in
                (try FigurePlan(of: figure, in: db), try Self.counts(of: figure, db))
            }
            #expect(plan == .entries)
            #expect(Set(counts) == [count])
            #expect(try await store.count(of: ParticipantQuery(figure: figure, order: .newest)) == count)
            let others = ParticipantQuery(words: "zainal", figure: figure)
            #expect(try await store.count(of: others) == 0)
        }
    }

    /// Namesakes of one place, of whom every third is not counted, from either end.
    @Test func namesakesBehindAFigureStandInTheirOrder() async throws {
        let office = try await Office(try SilatStore.inMemory(now: Office.noon))
        let day = try #require(CalendarDate(iso: "2026-02-01"))
        try await office.store.takeIn(as: .importRoster, note: "", by: office.author, keep: true) { intake in
            for serial in 1...90 {
                let name = ["Siti Aminah", "Budi Raharjo", "Zainal"][serial / 31]
                let made = try intake.add(Office.person(name, nik: Office.nik(serial)), doubts: [])
                _ = try intake.enroll(
                    made, in: office.trainingClass,
                    standing: serial.isMultiple(of: 3) ? .registered(on: day) : .attending(on: day))
            }
        }
        for statuses in [Figure.countedStatuses, [.registered]] {
            for unit in [Figure.Unit.people, .enrollments] {
                let figure = Figure(year: 2026, statuses: statuses, unit: unit).part(.kecamatan, "63.09.06")
                let query = ParticipantQuery(figure: figure)
                let expected = try await office.store.read { db in
                    try Int64.fetchAll(
                        db,
                        sql: """
                            SELECT r.id FROM participant r JOIN enrollment e ON e.participant = r.id
                            WHERE e.status \(statuses.count == 1 ? "=" : "<>") 1 ORDER BY r.name_key, r.id
                            """)
                }
                #expect(expected.count == (statuses.count == 1 ? 30 : 60))
                for isForward in [true, false] {
                    let found = try await office.store.everyPage(of: query, isForward, count: 7)
                    #expect(found.map(\.id.rawValue) == expected)
                }
            }
        }
    }

    /// Those who are asked for nowhere else have an index of their own, which SQLite takes only where it hears its very words.
    @Test func enrollmentsThatAreNotCountedAreFoundByTheirIndex() async throws {
        let uncounted = EnrollmentStatus.allCases.filter { !$0.counts }
        #expect(FigureCondition.uncounted == "status IN (\(uncounted.map { "\($0.column)" }.joined(separator: ", ")))")
        let store = try SilatStore.inMemory(now: Office.noon)
        for status in uncounted {
            let figure = Figure(year: 2026, statuses: [status], unit: .enrollments)
            let plan = try await store.read { db in
                let terms = FigureCondition(figure, .everybody).terms()
                let select = "SELECT r.id FROM \(FigurePlan.everybody.lines) WHERE "
                let rows = Term(terms, after: "EXPLAIN QUERY PLAN \(select)")
                return try Row.fetchAll(
                    db, sql: rows.sql + " ORDER BY r.name_key, r.id, e.id LIMIT 9",
                    arguments: StatementArguments(rows.arguments)
                ).map { $0["detail"] as String }
            }
            #expect(plan.contains { $0.contains("enrollment_uncounted") }, "\(plan)")
        }
    }

    private static func counts(of figure: Figure, _ db: Database) throws -> [Int] {
        try FigurePlan.allCases.map { plan in
            let terms = FigureCondition(figure, plan).terms()
            let lines = figure.unit == .people ? "participant r" : plan.lines
            let count = Term(terms, after: "SELECT count(*) FROM \(lines) WHERE ")
            return try Int.fetchOne(db, sql: count.sql, arguments: StatementArguments(count.arguments)) ?? 0
        }
    }

    /// Some figure: mostly of one year and what counts, with up to two parts.
    private static func figure(_ codes: [Training.Dimension: [String]], _ random: inout Seeded) -> Figure {
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
        var figure = Figure(year: chance(80) ? 2026 : nil)
        if chance(10) { figure.otherYearThan = 2025 }
        if chance(10) { figure.beginsIn = 2026 }
        if chance(20) { figure.statuses = Set(EnrollmentStatus.allCases.filter { _ in chance(40) }) }
        if figure.statuses.isEmpty { figure.statuses = [.cancelled] }
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            let dimension = Training.Dimension.allCases.randomElement(using: &random)!
            guard let code = codes[dimension]?.randomElement(using: &random) else { continue }
            figure = figure.part(dimension, code)
        }
        let others = Training.Dimension.allCases.filter { _ in chance(20) }
        figure.unit = [.people, .people, .enrollments, .repeats(across: []), .repeats(across: others)]
            .randomElement(using: &random)!
        if figure.unit == .people, chance(30) {
            figure.trait = [.severalClasses, .noNIK, .openDoubts].randomElement(using: &random)!
        }
        if chance(10) { figure.entered = Figure.Entered(since: Office.noon() - 60) }
        if chance(10) { figure.stage = Figure.Stage(.completed, today: CalendarDate(iso: "2026-11-24")!) }
        return figure
    }
}
