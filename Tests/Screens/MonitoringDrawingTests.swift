import DeskScript
import Keyboard
import Sample
import Store
import Testing
import Training
import Words

@testable import Screens

/// Pemantauan as golden text, on a small made-up office.
@Suite struct MonitoringDrawingTests {
    private func golden(
        _ name: String, language: Language = .indonesian, sizes: [(Int, Int)] = [(80, 24), (120, 40)],
        _ steps: (ModelDesk) async -> Void
    ) async throws {
        for (columns, rows) in sizes {
            let alumni = try await AlumniOffice(Self.people)
            let store = alumni.office.store
            try await Self.history(alumni)
            let desk = await ModelDesk(store, language: language, columns: columns, rows: rows)
            await desk.type("5")
            await steps(desk)
            try expectGolden(await desk.screen, "\(name)-\(columns)x\(rows)")
        }
    }

    /// People of three desa of one kecamatan, and of another.
    private static let people: [(name: String, residence: String?)] =
        (1...14).map { ("Siti Noorhayati \($0)", ["63.09.06.2004", "63.09.06.1003", "63.09.02.1001"][$0 % 3]) }
        + [("Muhammad Rahmatullah Al Banjari", "63.09.06.2004"), ("Eka", "63.09.06"), ("Farida", nil)]

    /// Some checks were made, some tried, some given to visitors, and some have codes.
    private static func history(_ alumni: AlumniOffice) async throws {
        let store = alumni.office.store
        func look(_ place: Int, _ fact: Outcome.Fact?, _ date: String) async throws {
            let check = try await alumni.checks(of: place)[0]
            let followUp = FollowUp(
                enrollment: check.enrollment, mark: check.mark, date: CalendarDate(iso: date)!, visitor: "Pak Udin",
                method: .visit, isReached: fact != nil,
                nextTry: fact == nil ? CalendarDate(iso: date)!.adding(days: 14) : nil)
            _ = try await store.perform(.recordFollowUp(followUp, found: fact), by: alumni.office.author)
        }
        try await look(2, .notUsing(.noCapital), "2026-05-14")
        try await look(5, .selfEmployed(Outcome.Business(name: "Jahit Siti", workers: 2)), "2026-05-15")
        try await look(14, nil, "2026-06-01")
        try await look(14, nil, "2026-06-15")
        let checks = try await store.followUps(
            FollowUpQuery(), today: CalendarDate(iso: "2026-11-24")!, count: 6)
        _ = try await store.codes(of: checks)
        _ = try await store.perform(
            .assignVisitor(checks.map { ($0.enrollment, $0.mark) }, visitor: "Bu Ani"), by: alumni.office.author)
    }

    @Test func theFigures() async throws { try await golden("monitoring") { await $0.press(.down, .right) } }

    @Test func theDesa() async throws { try await golden("monitoring-desa") { await $0.press(.down, .enter) } }

    @Test func theList() async throws { try await golden("monitoring-list") { await $0.type("l  ") } }

    @Test func theFilter() async throws { try await golden("monitoring-filter") { await $0.type("lf") } }

    @Test func givingChecksToAVisitor() async throws {
        try await golden("monitoring-assign", sizes: [(80, 24)]) { await $0.type("l  a") }
    }

    @Test func theForm() async throws {
        try await golden("follow-up-form") {
            await $0.type("l")
            await $0.press(.enter)
        }
    }

    @Test func theFormOfABusiness() async throws {
        try await golden("follow-up-form-business") {
            await $0.type("l")
            await $0.press(.enter)
            await $0.type("2")
            await $0.press(.enter, .tab)
            await $0.type(" ")
        }
    }

    @Test func theFormOfTheLastAttempt() async throws {
        try await golden("follow-up-form-attempt", sizes: [(80, 24)]) {
            await $0.type("lfsemua")
            await $0.press(.enter, .home)
            for _ in 0..<20 {
                if await $0.screen.contains(where: { $0.contains(" Muhammad Rahmatullah Al Banjari ·") }) { break }
                await $0.press(.down)
            }
            await $0.press(.enter)
            await $0.type("Pak Udin")
            await $0.press(.enter)
            await $0.type("5")
            await $0.press(.tab)
        }
    }

    @Test func theCode() async throws {
        try await golden("monitoring-code", sizes: [(80, 24)]) { await $0.type("#") }
        try await golden("monitoring-code-wrong", sizes: [(80, 24)]) {
            await $0.type("#P-0001-9")
            await $0.press(.enter)
        }
    }

    @Test func inEnglish() async throws {
        try await golden("monitoring-english", language: .english, sizes: [(80, 24)]) { await $0.type("l") }
        try await golden("follow-up-form-english", language: .english, sizes: [(80, 24)]) {
            await $0.type("l")
            await $0.press(.enter)
        }
    }

    @Test func theFileWithThePath() async throws {
        try await golden("participant-file-path") {
            await $0.type("lfselesai")
            await $0.press(.enter, .down)
            await $0.type("p")
        }
    }
}
