import Foundation
import GRDB
import Testing
import Training

@testable import Store

/// Who is forgotten does not stay behind in what merges brought in, and does not come back by a merge.
@Suite struct ForgettingMergedTests {
    /// Words and numbers of somebody that are nobody else's.
    private static let traces = ["Zulqarnaen", "Xaviera", "Flamboyan", "Pawangbuaya", "6309064505990123"]

    private func person() -> Participant {
        var person = Office.person("Zulqarnaen Xaviera", nik: "6309064505990123")
        person.address = "Jalan Flamboyan 7"
        return person
    }

    private func add(_ office: Office, by author: Author) async throws -> ID<Participant> {
        let action = Action.addParticipant(
            person(), in: office.trainingClass, confirmed: Set(Doubt.allCases))
        return ID(try await office.perform(action, by: author).record!)
    }

    /// What of theirs is in the office's file or beside it.
    private func left(_ fork: ForkedOffice) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: fork.folder.path).filter {
            $0.hasPrefix("kantor.db")
        }
        let bytes = try names.reduce(into: Data()) {
            $0.append(try Data(contentsOf: URL(fileURLWithPath: fork.folder.file($1))))
        }
        let number = withUnsafeBytes(of: Int64(6_309_064_505_990_123).bigEndian) { Data($0) }
        return Self.traces.filter {
            bytes.range(of: Data($0.utf8)) != nil || bytes.range(of: Data($0.lowercased().utf8)) != nil
        }
            + (bytes.range(of: number) != nil ? ["the number"] : [])
    }

    /// Somebody whom the laptop entered, changed, had removed and looked at, merged in.
    private func brought() async throws -> (fork: ForkedOffice, id: ID<Participant>) {
        let fork = try await ForkedOffice()
        let id = try await add(fork.village, by: fork.budi)
        try await fork.edit(fork.village, id, by: fork.budi) {
            $0.name = PersonName("Zulqarnaen")!
            $0.occupation = "Pawangbuaya"
        }
        try await fork.edit(fork.village, id, by: fork.budi) { $0.occupation = nil }
        try await fork.village.perform(.deleteParticipant(id), by: fork.budi)
        try await fork.village.perform(.undo, by: fork.budi)
        try await fork.village.perform(.reveal(id, .other("Xaviera meminta")), by: fork.budi)
        _ = try await fork.merge()
        return (fork, id)
    }

    @Test func whatAMergeBroughtOfThemGoesToo() async throws {
        let (fork, id) = try await brought()
        #expect(try left(fork).count >= 4, "it is there before")
        let people = try await fork.office.store.achievement(of: 2026).people
        try await fork.office.perform(.forget(id, reason: nil), by: fork.rina)
        #expect(try left(fork) == [])
        #expect(try await fork.office.store.achievement(of: 2026).people == people)
        try await fork.expectSound()
        // The laptop has more; what it brought before is still known.
        try await fork.village.add("Ana", 2, by: fork.budi)
        let later = try await fork.merge()
        #expect(later.counts.steps == 1 && later.conflicts.isEmpty)
        try await fork.expectSound()
    }

    @Test func whatWasChosenBetweenGoesToo() async throws {
        let fork = try await ForkedOffice()
        try await fork.edit(fork.office, fork.siti, by: fork.rina) { $0.address = "Jalan Flamboyan 7" }
        try await fork.edit(fork.village, fork.siti, by: fork.budi) { $0.address = "Pawangbuaya" }
        _ = try await fork.merge(.theirs)
        #expect(try left(fork).sorted() == ["Flamboyan", "Pawangbuaya"])
        try await fork.office.perform(.forget(fork.siti, reason: nil), by: fork.rina)
        #expect(try left(fork) == [])
        try await fork.expectSound()
    }

    @Test(arguments: [
        "UPDATE merged_change SET before = replace(before, 'Dihapus', 'Ditulis') WHERE before LIKE '%Dihapus%'",
        "UPDATE merged_change SET ours = 7 WHERE before LIKE '%Dihapus%'",
        "UPDATE merged_step SET note = 'Xaviera' WHERE note = 'Dihapus atas permintaan'",
        "UPDATE merged_step SET name = 'orang lain'",
        "DELETE FROM merged_change WHERE position = 0",
        "UPDATE merged_file SET base = base + 1",
        "INSERT INTO merged_choice SELECT merge, 9, 4, 1, 'field', 'ours', NULL, NULL, NULL, NULL, NULL FROM merged_file",
    ])
    func whoeverTampersWithASealedMergeIsFound(sql: String) async throws {
        let (fork, id) = try await brought()
        try await fork.office.perform(.forget(id, reason: nil), by: fork.rina)
        try await fork.expectSound()
        let changed = try await fork.office.store.write { db in
            for table in ["merged_file", "merged_step", "merged_change", "merged_choice"] {
                for end in ["is_kept", "stays", "is_new"] { try db.execute(sql: "DROP TRIGGER \(table)_\(end)") }
            }
            try db.execute(sql: sql)
            return db.changesCount
        }
        #expect(changed > 0)
        let chain = try await fork.office.store.check().first { $0.check == .logChain }
        #expect(chain?.problem != nil)
    }

    @Test(arguments: [
        "UPDATE merged_change SET before = '{}' WHERE before IS NOT NULL",
        "UPDATE merged_step SET note = 'x' WHERE note IS NOT NULL",
        """
        INSERT INTO seal SELECT id, 9000000000000000000, hash, NULL FROM step;
        UPDATE merged_change SET before = NULL
        """,
        """
        INSERT INTO seal SELECT id, 9000000000000000000, hash, NULL FROM step;
        UPDATE merged_step SET name = 'x'
        """,
        "DELETE FROM merged_change",
    ])
    func whatMergesBroughtIsKeptAllTheSame(sql: String) async throws {
        let (fork, id) = try await brought()
        try await fork.office.perform(.forget(id, reason: nil), by: fork.rina)
        await #expect(throws: (any Error).self) { try await fork.office.store.write { try $0.execute(sql: sql) } }
        try await fork.expectSound()
    }

    // MARK: Coming back

    @Test func whoWasForgottenHereDoesNotComeBack() async throws {
        let fork = try await ForkedOffice()
        let id = try await add(fork.office, by: fork.rina)
        _ = try await fork.office.store.backup(to: fork.folder.file("desa.db"))
        let village = Office(
            store: try SilatStore.open(at: fork.folder.file("desa.db"), mode: .readWrite, now: fork.clock.now),
            program: fork.office.program, trainingClass: fork.office.trainingClass)
        try await fork.edit(village, id, by: fork.budi) {
            $0.name = PersonName("Zulqarnaen")!
            $0.address = "Pawangbuaya 3"
            $0.education = .sma
        }
        let line = try await village.store.enrollments(of: id)[0]
        try await village.perform(
            .setStanding([line.enrollment.id], .certified(on: line.trainingClass.end, number: "S-1")), by: fork.budi)
        try await village.perform(
            .recordFollowUp(
                FollowUp(
                    enrollment: line.enrollment.id, mark: 3, date: CalendarDate(iso: "2026-06-01")!, visitor: "Budi",
                    method: .visit, isReached: true, note: "di rumah Xaviera"), found: .studying), by: fork.budi)
        try await fork.office.perform(.forget(id, reason: nil), by: fork.rina)
        #expect(try left(fork) == [])
        let plan = FileMergePlan(path: fork.folder.file("desa.db"))
        let outcome = try await fork.office.store.merge(plan, by: fork.rina) { _ in }
        #expect(outcome.conflicts.isEmpty && outcome.refusals.isEmpty)
        #expect(try left(fork) == [])
        try await fork.expectSound()
        let now = try #require(try await fork.office.store.participant(id)?.value)
        #expect(now.name.text == ForgottenTraces.marker && now.address == nil && now.nik == nil)
        // What says nothing of them comes along.
        #expect(now.education == .sma)
        let standing = try await fork.office.store.enrollments(of: id).map(\.enrollment.value.standing.status)
        #expect(standing == [.certified])
        #expect(try await fork.office.store.merge(plan, by: fork.rina) { _ in }.hasNothingNew)
        village.store.close()
    }

    @Test func whoWasForgottenAndRemovedHereStaysAway() async throws {
        let fork = try await ForkedOffice()
        try await fork.edit(fork.village, fork.siti, by: fork.budi) { $0.address = "Pawangbuaya 3" }
        try await fork.office.perform(.deleteParticipant(fork.siti), by: fork.rina)
        try await fork.office.perform(.forget(fork.siti, reason: nil), by: fork.rina)
        let outcome = try await fork.merge()
        #expect(outcome.conflicts.isEmpty)
        #expect(try left(fork) == [])
        try await fork.expectSound()
    }

    @Test func whoWasForgottenThereIsForgottenHere() async throws {
        let fork = try await ForkedOffice()
        let early = try await add(fork.office, by: fork.rina)
        _ = try await fork.office.store.backup(to: fork.folder.file("desa.db"))
        let village = Office(
            store: try SilatStore.open(at: fork.folder.file("desa.db"), mode: .readWrite, now: fork.clock.now),
            program: fork.office.program, trainingClass: fork.office.trainingClass)
        try await fork.edit(village, early, by: fork.budi) { $0.address = "Desa Xaviera" }
        try await village.perform(.forget(early, reason: "surat 3"), by: fork.budi)
        try await village.add("Ana", 2, by: fork.budi)
        try await fork.edit(fork.office, early, by: fork.rina) { $0.address = "Pawangbuaya 9" }
        #expect(try left(fork).count >= 4)
        let plan = FileMergePlan(path: fork.folder.file("desa.db"))
        let outcome = try await fork.office.store.merge(plan, by: fork.rina) { _ in }
        #expect(outcome.conflicts.isEmpty && outcome.refusals.isEmpty)
        #expect(try left(fork) == [])
        #expect(try await fork.office.store.participant(early)?.value.name.text == ForgottenTraces.marker)
        #expect(try await fork.office.store.achievement(of: 2026).people == 3)
        try await fork.expectSound()
        // Before it is sealed here as well, the other file's seals prove its steps.
        let changed = try await fork.office.store.write { db in
            try db.execute(sql: "DROP TRIGGER merged_seal_is_kept; UPDATE merged_seal SET content = x'00'")
            return db.changesCount
        }
        #expect(changed > 0)
        #expect(try await fork.office.store.check().first { $0.check == .logChain }?.problem != nil)
        village.store.close()
    }
}
