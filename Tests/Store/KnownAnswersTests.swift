import Foundation
import GRDB
import Testing
import Training

@testable import Store

@Suite struct KnownAnswersTests {
    @Test func holdUntilSomethingIsSaved() {
        let known = KnownAnswers<String>()
        var readings = 0
        func ask(asOf step: ID<Step>?) -> Int {
            known.answer(to: "how many", asOf: step) {
                readings += 1
                return readings
            }
        }
        #expect(ask(asOf: nil) == 1 && ask(asOf: nil) == 1)
        #expect(ask(asOf: ID(7)) == 2 && ask(asOf: ID(7)) == 2)
        #expect(ask(asOf: ID(9)) == 3)
        #expect(ask(asOf: ID(7)) == 4, "a reading that began before the save sees the file as it was")
        #expect(ask(asOf: ID(9)) == 3, "and leaves what is newer")
        known.forget()
        #expect(ask(asOf: ID(9)) == 5)
    }

    @Test func whatCannotBeHadIsAskedAgain() {
        let known = KnownAnswers<String>()
        #expect(throws: CancellationError.self) {
            try known.answer(to: "how many", asOf: nil) { () throws -> Int in throw CancellationError() }
        }
        #expect(known.answer(to: "how many", asOf: nil) { 4 } == 4)
    }

    /// A store that was asked before each save answers as one does that never was.
    @Test func whatWasSavedIsInTheNextAnswer() async throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        let office = try await Office(SilatStore.open(at: path, mode: .create, now: Office.noon))
        var second = ID<TrainingClass>(0)
        let saves: [@Sendable () async throws -> Void] = [
            { try await office.add("Siti", 1) },
            { try await office.perform(.setTarget(Target(year: 2026, count: 3_000))) },
            { try await office.add("Aminah", 2) },
            { try await office.perform(.undo) },
            { try await office.perform(.redo) },
            { try await office.add("Rahmah", 3, desa: "63.09.01.2001") },
        ]
        for save in saves {
            _ = try await answers(office.store)
            try await save()
            try await agrees(office.store, path)
        }
        second = try await office.addClass("K-002", office.program, start: "2026-03-01")
        try await agrees(office.store, path)
        try await office.add("Norhayati", 4, in: second)
        try await agrees(office.store, path)
        _ = try await office.addProgram("P-2", track: .competency)
        try await agrees(office.store, path)
    }

    @Test func whatAnotherDeskMendedIsReadAnew() async throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        let office = try await Office(SilatStore.open(at: path, mode: .create, now: Office.noon))
        try await office.add("Siti", 1)
        try await DatabaseQueue(path: path).write {
            try $0.execute(sql: "UPDATE tally SET people = 5 WHERE people <> 0")
        }
        #expect(try await office.store.achievement(of: 2026).people == 5)
        let other = try SilatStore.open(at: path, mode: .readWrite, now: Office.noon)
        #expect(try await other.repair(by: office.author).repaired == [.tallies])
        #expect(try await office.store.achievement(of: 2026).people == 1)
    }

    private func agrees(_ store: SilatStore, _ path: String) async throws {
        let fresh = try SilatStore.open(at: path, mode: .readOnly, now: Office.noon)
        #expect(try await answers(store) == answers(fresh))
        fresh.close()
    }

    /// All that is asked again and again, as text.
    private func answers(_ store: SilatStore) async throws -> [String] {
        let today = CalendarDate(iso: "2026-11-24")!
        var answers: [String] = []
        func note(_ answer: some Any) {
            var text = ""
            dump(answer, to: &text)
            answers.append(text)
        }
        note(try await store.years())
        note(try await store.achievement(of: 2026))
        note(try await store.totals(by: .kecamatan, of: 2026).map { "\($0)" })
        note(try await store.cross(.kecamatan, .sex, of: 2026).rows.map { "\($0)" })
        note(try await store.pace(of: 2026, today: today))
        note(try await store.entries(of: 2026, since: .distantPast))
        note(try await store.explanation(of: 2026, asOf: nil).counts.sorted { "\($0)" < "\($1)" })
        note(try await store.contributions(of: 2026))
        note(
            try await store.ladder(by: nil, of: 2026, today: today).map { "\($0.counts.sorted { "\($0)" < "\($1)" })" })
        note(try await store.followUpCounts(in: nil, today: today).map { "\($0)" })
        note(try await store.organizers())
        note(try await store.programs(of: 2026).map { "\($0.program) \($0.classes)" })
        note(try await store.classes(of: 2026, fitting: "", count: 200).lines.map { "\($0.trainingClass)" })
        note(try await store.count(of: ParticipantQuery()))
        return answers
    }
}
