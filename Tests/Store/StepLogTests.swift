import Foundation
import GRDB
import Testing
import Training

@testable import Store

/// The log: what each step changed, which steps are found, and that it is only ever added to.
@Suite struct StepLogTests {
    private let other = Author(name: "dewi", desk: "meja2")

    @Test func anEditIsToldFieldByField() async throws {
        let office = try await Office(.inMemory(now: Office.noon))
        let id = try await office.add("Siti", 1)
        for (name, desa) in [("Siti Aminah", "63.09.01.2001"), ("Siti Rahmah", "63.09.01.2002")] {
            let basis = try await office.store.participant(id)!
            var edited = basis
            edited.value.name = PersonName(name)!
            edited.value.residence = .desa(RegionCode(desa)!)
            try await office.perform(.editParticipant(edited, basedOn: basis, confirmed: Set(Doubt.allCases)))
        }
        let steps = try await office.store.log(of: id, count: 9)
        #expect(steps.map(\.kind) == [.editParticipant, .editParticipant, .addParticipant])
        let middle = try await office.store.changes(of: steps[1].id, from: 0, count: 9)
        let change = try #require(middle.first { $0.record.kind == .participant })
        #expect(change.way == .changed && change.record.name == "Siti Aminah" && change.record.participant == id)
        func value(_ code: String) -> LoggedValue { .region(RegionCode(code)!) }
        #expect(
            change.fields == [
                FieldChange(.name, before: .text("Siti"), after: .text("Siti Aminah")),
                FieldChange(.kecamatan, before: value("63.09.06"), after: value("63.09.01")),
                FieldChange(.desa, before: value("63.09.06.2005"), after: value("63.09.01.2001")),
            ])
        let first = try await office.store.changes(of: steps[2].id, from: 0, count: 9)
        #expect(first.prefix(2).map(\.way) == [.added, .added])
        #expect(first[0].fields.contains(FieldChange(.nik, before: nil, after: .nik(try NIK(Office.nik(1))))))
        #expect(first[1].record.kind == .enrollment && first[1].record.name == "Siti Rahmah · K-001")
        #expect(first[1].record.trainingClass == office.trainingClass)
        #expect(first[1].fields.contains(FieldChange(.trainingClass, before: nil, after: .record("K-001"))))
        let rest = try await office.store.changes(of: steps[2].id, from: 1, count: 1)
        #expect(rest == [first[1]])
    }

    @Test func whatIsGoneKeepsItsName() async throws {
        let office = try await Office(.inMemory(now: Office.noon))
        let id = try await office.add("Siti", 1)
        let enrollment = try #require(try await office.store.enrollments(of: id).first).enrollment.id
        try await office.perform(.removeEnrollments([enrollment]))
        #expect(try await office.store.log(of: id, count: 9).first?.kind == .removeEnrollment)
        try await office.perform(.deleteParticipant(id))
        let steps = try await office.store.log(of: id, count: 9)
        #expect(steps.map(\.kind) == [.deleteParticipant, .removeEnrollment, .addParticipant])
        #expect(steps[0].person == "Siti")
        for step in steps {
            let changes = try await office.store.changes(of: step.id, from: 0, count: 9)
            #expect(changes.allSatisfy { $0.record.name?.hasPrefix("Siti") == true && $0.record.participant == nil })
        }
    }

    @Test func stepsAreFoundByWhoWhenAndWhat() async throws {
        let office = try await Office(.inMemory(now: Office.noon))
        let siti = try await office.add("Siti", 1)
        try await office.add("Ani", 2, by: other)
        try await office.perform(.reveal(siti), by: other)
        try await office.perform(.export(what: "participants", count: 2, withNIK: true), by: other)
        func kinds(_ query: LogQuery) async throws -> [Step.Kind] {
            try await office.store.log(query, before: nil, count: 9).map(\.kind)
        }
        #expect(try await kinds(LogQuery(author: other)) == [.export, .reveal, .addParticipant])
        #expect(try await kinds(LogQuery(operatorName: "rina")) == [.addParticipant, .addClass, .addProgram])
        #expect(try await kinds(LogQuery(author: Author(name: "dewi", desk: "meja1"))).isEmpty)
        #expect(try await kinds(LogQuery(kinds: [.reveal, .addClass])) == [.reveal, .addClass])
        #expect(try await kinds(LogQuery(words: "sit")) == [.reveal, .addParticipant])
        #expect(try await kinds(LogQuery(words: "PARTICIPANTS")) == [.export])
        #expect(try await kinds(LogQuery(since: Office.noon().addingTimeInterval(1))).isEmpty)
        #expect(try await kinds(LogQuery(until: Office.noon())).isEmpty)
        #expect(try await kinds(LogQuery(since: Office.noon())).count == 6)
        let first = try await office.store.log(LogQuery(), before: nil, count: 4)
        let second = try await office.store.log(LogQuery(), before: first.last?.id, count: 4)
        #expect(first.count == 4 && second.map(\.kind) == [.addClass, .addProgram])
    }

    @Test func anyOwnStepIsTakenBackAndBroughtBack() async throws {
        let office = try await Office(.inMemory(now: Office.noon))
        let siti = try await office.add("Siti", 1)
        let ani = try await office.add("Ani", 2)
        let step = try #require(try await office.store.log(of: siti, count: 1).first?.id)
        #expect(try await office.perform(.undoStep(step)).undone == .addParticipant)
        #expect(try await office.store.participant(siti) == nil)
        await refuses(office, .undoStep(step)) { $0 == .takenBack }
        #expect(try await office.store.redoable(by: office.author)?.id == step)
        #expect(try await office.perform(.redo).redone == .addParticipant)
        #expect(try await office.store.participant(siti)?.value.name.text == "Siti")
        await refuses(office, .redoStep(step)) { $0 == .stands }
        await refuses(office, .undoStep(step), by: other) { [author = office.author] in $0 == .notOwn(author) }
        await refuses(office, .undoStep(ID(1))) { $0 == .unknown }
        let reveal = try await office.perform(.reveal(siti)).step!
        await refuses(office, .undoStep(reveal)) { $0 == .changedNothing }
        await #expect { try await office.perform(.redo) } throws: { error in
            if case Refusal.nothingToRedo = error { true } else { false }
        }
        // What was brought back last is taken back first; then Ani, whom the clerk added before that.
        #expect(try await office.perform(.undo).undone == .addParticipant)
        #expect(try await office.store.participant(siti) == nil)
        #expect(try await office.perform(.undo).undone == .addParticipant)
        #expect(try await office.store.participant(ani) == nil)
        #expect(try await office.store.check().filter { $0.problem != nil }.isEmpty)
    }

    @Test func whatIsInTheWayIsNamed() async throws {
        let office = try await Office(.inMemory(now: Office.noon))
        let siti = try await office.add("Siti", 1)
        let added = try #require(try await office.store.log(of: siti, count: 1).first?.id)
        let second = try await office.addClass("K-002", office.program)
        let enrolled = try await office.perform(
            .enroll([siti], in: second, standing: nil, confirmed: Set(Doubt.allCases)), by: other
        ).step!
        await #expect { try await office.perform(.undoStep(added)) } throws: { error in
            guard case Refusal.changedSince(let step) = error else { return false }
            return step.id == enrolled && step.author == other
        }
        _ = try await office.perform(.undo, by: other)
        #expect(try await office.perform(.undoStep(added)).undone == .addParticipant)
        // Siti is gone: her enrollment in the second class cannot come back before she does.
        await #expect { try await office.perform(.redo, by: other) } throws: { error in
            guard case Refusal.changedSince(let step) = error else { return false }
            return step.undoes == added
        }
        try await office.perform(.redo)
        #expect(try await office.perform(.redo, by: other).redone == .enroll)
    }

    private func refuses(
        _ office: Office, _ action: Action, by author: Author? = nil,
        _ fits: @escaping @Sendable (Refusal.TakeBackFlaw) -> Bool
    ) async {
        await #expect { try await office.perform(action, by: author) } throws: { error in
            guard case Refusal.cannotTakeBack(_, let flaw) = error else { return false }
            return fits(flaw)
        }
    }

    // MARK: Append-only

    @Test(arguments: [
        "UPDATE step SET note = 'x'", "DELETE FROM step", "UPDATE change SET before = NULL", "DELETE FROM change",
        "UPDATE author SET name = 'x'", "DELETE FROM author",
        "INSERT OR REPLACE INTO step SELECT * FROM step", "INSERT OR REPLACE INTO change SELECT * FROM change",
    ])
    func theLogIsOnlyAddedTo(_ sql: String) async throws {
        let office = try await Office(.inMemory(now: Office.noon))
        try await office.add("Siti", 1)
        await #expect(throws: (any Error).self) { try await office.store.write { try $0.execute(sql: sql) } }
        #expect(try await office.store.check().filter { $0.problem != nil }.isEmpty)
    }

    @Test(arguments: [
        "UPDATE step SET note = 'x' WHERE kind = 'addClass'",
        "UPDATE change SET before = '{\"name\":\"Ani\"}' WHERE before IS NOT NULL",
        "DELETE FROM change WHERE before IS NOT NULL",
        "UPDATE author SET name = 'x'",
    ])
    func aChangeBehindItsBackShows(_ sql: String) async throws {
        let office = try await Office(.inMemory(now: Office.noon))
        let id = try await office.add("Siti", 1)
        let basis = try await office.store.participant(id)!
        var edited = basis
        edited.value.address = "Jl. Melati"
        try await office.perform(.editParticipant(edited, basedOn: basis, confirmed: Set(Doubt.allCases)))
        let triggers = try await office.store.write { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT name, sql FROM sqlite_master WHERE sql LIKE '%append-only%'")
            for row in rows { try db.execute(sql: "DROP TRIGGER \(row["name"] as String)") }
            try db.execute(sql: sql)
            return rows.map { $0["sql"] as String }
        }
        func wrong() async throws -> [CheckFinding.Check] {
            try await office.store.check().filter { $0.problem != nil }.map(\.check)
        }
        #expect(try await wrong() == [.schema, .logChain])
        try await office.store.write { db in for trigger in triggers { try db.execute(sql: trigger) } }
        #expect(try await wrong() == [.logChain])
    }
}
