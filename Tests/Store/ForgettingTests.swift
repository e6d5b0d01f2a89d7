import Foundation
import GRDB
import Testing
import Training

@testable import Store

/// Somebody is forgotten at their request: nothing of them is left on file, every total stays, and the log still proves itself.
@Suite struct ForgettingTests {
    private let rina = Author(name: "rina", desk: "meja1")
    private let dewi = Author(name: "dewi", desk: "meja2")

    /// A file in which somebody is on record in every way there is, and somebody else beside them.
    private final class Story {
        let folder: String
        let office: Office
        let id: ID<Participant>
        let other: ID<Participant>

        /// Words and numbers of theirs that are nobody else's.
        static let words = [
            "zulqarnaen", "xaviera", "kandanghaur", "flamboyan", "anggrekzirkon", "kopizirkon", "pawangbuaya",
        ]
        static let nik = "6309064505990123"
        static let oldNIK = "6309064505990124"
        static let phone = "081298765432"

        init(_ author: Author) async throws {
            folder = NSTemporaryDirectory() + "forget-" + UUID().uuidString
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            office = try await Office(.open(at: folder + "/silat.db", mode: .create, now: Office.noon))
            other = try await office.add("Siti Aminah", 1, in: office.trainingClass)
            var person = Office.person("Zulqarnaen Xaviera", nik: Self.oldNIK)
            person.birthplace = "Kandanghaur"
            person.address = "Jalan Flamboyan 7"
            person.phone = PhoneNumber(Self.phone)
            person.occupation = "pawangbuaya"
            let all = Set(Doubt.allCases)
            id = ID(
                try await office.perform(.addParticipant(person, in: office.trainingClass, confirmed: all)).record!)
            let basis = try await office.store.participant(id)!
            var edited = basis
            edited.value.identity = .nik(try NIK(Self.nik))
            edited.value.name = PersonName("Zulqarnaen")!
            try await office.perform(.editParticipant(edited, basedOn: basis, confirmed: all))
            // Removed and brought back: the log has the whole row.
            try await office.perform(.deleteParticipant(id))
            try await office.perform(.undo)
            let line = try await office.store.enrollments(of: id)[0]
            try await office.perform(
                .setStanding([line.enrollment.id], .certified(on: line.trainingClass.end, number: "S-1")))
            try await office.perform(
                .recordFollowUp(
                    FollowUp(
                        enrollment: line.enrollment.id, mark: 3, date: CalendarDate(iso: "2026-06-01")!,
                        visitor: "Budi",
                        method: .visit, isReached: true, note: "di rumah Xaviera"),
                    found: .working(Outcome.Work(employer: "CV Anggrekzirkon", isRelated: true))))
            try await office.perform(
                .recordOutcome(
                    Outcome(
                        enrollment: line.enrollment.id, date: CalendarDate(iso: "2026-07-01")!,
                        fact: .selfEmployed(
                            Outcome.Business(name: "Kopizirkon", nib: "1234567890123", workers: 1, trainedWorkers: 1)),
                        note: "usaha Xaviera")))
            try await office.perform(.reveal(id, .other("Xaviera meminta")))
            try await office.perform(.reveal(id, .request), by: author)
            try await office.perform(.export(what: "names", count: 2, withNIK: true))
            try await office.store.keepDraft("{\"name\":\"Zulqarnaen\"}", form: "entry", by: author)
        }

        deinit {
            office.store.close()
            try? FileManager.default.removeItem(atPath: folder)
        }

        /// All bytes of the file and what stands beside it, letters made small.
        var bytes: Data {
            get throws {
                let names = try FileManager.default.contentsOfDirectory(atPath: folder)
                return try names.reduce(into: Data()) { bytes, name in
                    let found = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
                    bytes.append(contentsOf: found.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
                }
            }
        }

        /// What of theirs is in the bytes: words, numbers as text, and NIKs as records hold them.
        var traces: [String] {
            get throws {
                let bytes = try bytes
                let texts = Self.words + [Self.nik, Self.oldNIK, Self.phone, "1234567890123"]
                let numbers = [Self.nik, Self.oldNIK].filter { nik in
                    // As raw bytes, letters are not made small in the pattern either.
                    let number = withUnsafeBytes(of: Int64(nik)!.bigEndian) {
                        Data($0.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
                    }
                    return bytes.range(of: number) != nil
                }
                return texts.filter { bytes.range(of: Data($0.utf8)) != nil } + numbers.map { "\($0) as a number" }
            }
        }
    }

    /// Everything that is counted, to be compared.
    private struct Figures: Equatable {
        var achievement: Achievement
        var totals: [[Total]]
        var ladders: [OutcomeLadder]
    }

    private func totals(_ store: SilatStore) async throws -> Figures {
        var totals: [[Total]] = []
        for dimension in Training.Dimension.allCases { totals.append(try await store.totals(by: dimension, of: 2026)) }
        return Figures(
            achievement: try await store.achievement(of: 2026), totals: totals,
            ladders: try await store.ladder(by: nil, of: 2026, today: CalendarDate(iso: "2026-11-24")!))
    }

    private func refusal(_ work: () async throws -> Void) async throws -> Refusal? {
        do {
            try await work()
            return nil
        } catch let refusal as Refusal { return refusal }
    }

    private func problems(_ store: SilatStore) async throws -> [CheckFinding] {
        try await store.check().filter { $0.problem != nil }
    }

    @Test func nothingOfThemIsLeftAndEveryTotalStays() async throws {
        let story = try await Story(rina)
        let store = story.office.store
        let before = try await totals(store)
        #expect(try Set(Story.words + [Story.nik, Story.phone]).isSubset(of: story.traces), "it is there before")
        try await story.office.perform(.forget(story.id, reason: "surat 12/2026"))
        #expect(try story.traces == [])
        #expect(try await totals(store) == before)
        #expect(try await problems(store) == [])
        let person = try #require(try await store.participant(story.id)).value
        #expect(person.name.text == ForgottenTraces.marker)
        #expect(person.identity == .none(reason: ForgottenTraces.marker))
        #expect([person.birthplace, person.address, person.phone?.digits, person.occupation] == [nil, nil, nil, nil])
        #expect(person.birthDate == CalendarDate(iso: "1999-01-01"))
        #expect(person.sex == .female && person.residence == .desa(RegionCode("63.09.06.2005")!))
        #expect(try await store.enrollments(of: story.id).map(\.enrollment.value.standing.status) == [.certified])
        #expect(try await store.count(of: ParticipantQuery(words: "zulqarnaen")) == 0)
        #expect(try await store.participant(nik: try NIK(Story.nik)) == nil)
        #expect(try await store.participant(story.other)?.value.name.text == "Siti Aminah")
        let step = try #require(try await store.log(of: nil, count: 1).first)
        #expect(step.kind == .forget && step.note?.hasSuffix(" surat 12/2026") == true)
    }

    @Test func theLogTellsTheSameStepsWithoutThem() async throws {
        let story = try await Story(rina)
        let store = story.office.store
        let before = try await store.log(of: story.id, count: 99).map(\.id)
        try await story.office.perform(.forget(story.id, reason: nil))
        let steps = try await store.log(of: story.id, count: 99)
        #expect(Array(steps.map(\.id).dropFirst()) == before)
        for step in steps {
            for change in try await store.changes(of: step.id, from: 0, count: 99) {
                let told = "\(change)".lowercased()
                #expect(!Story.words.contains { told.contains($0) }, "\(told)")
            }
        }
    }

    @Test func whatRemainsIsSaid() async throws {
        let story = try await Story(rina)
        let before = try #require(try await story.office.store.traces(of: story.id))
        #expect(before.name == "Zulqarnaen" && !before.isForgotten)
        #expect(before.enrollments == 1 && before.followUps == 3)
        #expect(before.exports.map(\.note) == ["names 2 NIK"])
        try await story.office.perform(.forget(story.id, reason: nil))
        let after = try #require(try await story.office.store.traces(of: story.id))
        #expect(after.isForgotten && after.enrollments == 1 && after.followUps == 3)
        #expect(try await story.office.store.traces(of: ID(7)) == nil)
    }

    @Test func itIsForGood() async throws {
        let story = try await Story(rina)
        let store = story.office.store
        let steps = try await store.log(of: story.id, count: 99).filter {
            $0.author == story.office.author && $0.changes > 0
        }
        try await story.office.perform(.forget(story.id, reason: nil))
        guard case .cannotTakeBack(_, .forgot) = try await refusal({ try await story.office.perform(.undo) }) else {
            Issue.record("taken back")
            return
        }
        for step in steps {
            let refused = try await refusal { try await story.office.perform(.undoStep(step.id)) }
            if case .forgotten = refused { continue }
            // Where nothing of it was personal it may be taken back, and then brings nothing back that was.
            #expect(
                try await store.participant(story.id)?.value.nik == nil, "\(step.kind) \(String(describing: refused))")
            #expect(try story.traces == [], "\(step.kind)")
        }
        let edit = try #require(steps.first { $0.kind == .editParticipant })
        guard case .forgotten = try await refusal({ try await story.office.perform(.undoStep(edit.id)) }) else {
            Issue.record("the old name came back")
            return
        }
        #expect(try await problems(store) == [])
    }

    @Test func onceMoreChangesNothing() async throws {
        let story = try await Story(rina)
        try await story.office.perform(.forget(story.id, reason: nil))
        let receipt = try await story.office.perform(.forget(story.id, reason: nil))
        #expect(receipt.step == nil)
        #expect(try await problems(story.office.store) == [])
    }

    /// Two who came by one import are forgotten one after the other: its step is sealed twice.
    @Test func oneStepIsSealedForSeveral() async throws {
        let office = try await Office(.inMemory(now: Office.noon))
        let people = [try await office.add("Zulaikha", 1), try await office.add("Zubaidah", 2)]
        let lines = try await office.store.roster(of: office.trainingClass).map(\.enrollment.id)
        try await office.perform(.setStanding(lines, .dropped(on: CalendarDate(iso: "2026-02-05")!, reason: "sakit")))
        try await office.perform(.setStanding(lines, .cancelled(on: CalendarDate(iso: "2026-02-06")!)))
        for person in people {
            try await office.perform(.forget(person, reason: nil))
            #expect(try await problems(office.store) == [])
        }
        let seals = try await office.store.read { try Int.fetchOne($0, sql: "SELECT count(DISTINCT forget) FROM seal") }
        #expect(seals == 2)
    }

    @Test func somebodyWhoIsOnlyInTheLogIsForgottenToo() async throws {
        let story = try await Story(rina)
        try await story.office.perform(.deleteParticipant(story.id))
        try await story.office.perform(.forget(story.id, reason: nil))
        #expect(try story.traces == [])
        #expect(try await problems(story.office.store) == [])
        // What the deletion took can be brought back; it is nobody then.
        let deletion = try #require(
            try await story.office.store.log(of: story.id, count: 99).first { $0.kind == .deleteParticipant })
        _ = try await refusal { try await story.office.perform(.undoStep(deletion.id)) }
        #expect(try story.traces == [])
        #expect(try await problems(story.office.store) == [])
    }

    /// Born in December, in a class in January and one in the December after: 1 January would move them to another group.
    @Test func groupsOfAgesStayAsTheyWere() async throws {
        let office = try await Office(.inMemory(now: Office.noon))
        let late = try await office.addClass("K-002", office.program, start: "2026-12-20")
        let person = Office.person("Zulaikha", nik: "6309064612110001", birth: "2001-12-06")
        let all = Set(Doubt.allCases)
        let id = ID<Participant>(
            try await office.perform(.addParticipant(person, in: office.trainingClass, confirmed: all)).record!)
        try await office.perform(.enroll([id], in: late, standing: nil, confirmed: all))
        let before = try await office.store.totals(by: .age, of: 2026)
        try await office.perform(.forget(id, reason: nil))
        #expect(try await office.store.totals(by: .age, of: 2026) == before)
        let birth = try #require(try await office.store.participant(id)).value.birthDate
        #expect(birth.year == 2001 && birth != person.birthDate)
    }

    @Test func onlyASupervisorForgets() async throws {
        let story = try await Story(rina)
        try await story.office.perform(.setRole(Operator(name: "dewi", role: .supervisor)), by: dewi)
        try await story.office.perform(.setRole(Operator(name: "rina", role: .clerk)), by: dewi)
        guard
            case .notAllowed(.clerk, .forgetting) = try await refusal({
                try await story.office.perform(.forget(story.id, reason: nil), by: rina)
            })
        else {
            Issue.record("forgotten")
            return
        }
        #expect(try await story.office.store.participant(story.id)?.value.name.text == "Zulqarnaen")
    }

    @Test func theReasonNamesNobody() async throws {
        let story = try await Story(rina)
        for reason in ["permintaan zulqarnaen", "NIK 6309064505990123"] {
            guard
                case .invalid(.reason) = try await refusal({
                    try await story.office.perform(.forget(story.id, reason: reason))
                })
            else {
                Issue.record("\(reason) was taken")
                continue
            }
        }
    }

    // MARK: Tampering

    @Test(arguments: [
        "UPDATE change SET before = replace(before, 'Dihapus', 'Ditulis') WHERE before LIKE '%Dihapus%'",
        "UPDATE step SET note = 'Xaviera' WHERE note = 'Dihapus atas permintaan'",
        "UPDATE seal SET content = x'00' WHERE step = (SELECT min(step) FROM seal)",
        "UPDATE seal SET hash = x'00' WHERE step = (SELECT min(step) FROM seal)",
        "DELETE FROM seal WHERE step = (SELECT min(step) FROM seal)",
        "UPDATE step SET note = 'z' || substr(note, 2) WHERE kind = 'forget'",
        "UPDATE step SET hash = x'00' WHERE id = (SELECT min(step) FROM seal)",
    ])
    func whoeverTampersWithASealedStepIsFound(sql: String) async throws {
        let story = try await Story(rina)
        let store = story.office.store
        try await story.office.perform(.forget(story.id, reason: nil))
        #expect(try await problems(store) == [])
        let changed = try await store.write { db in
            for trigger in ["change_is_kept", "step_is_kept", "seal_closes", "seal_stays"] {
                try db.execute(sql: "DROP TRIGGER \(trigger)")
            }
            try db.execute(sql: sql)
            return db.changesCount
        }
        #expect(changed > 0)
        #expect(try await problems(store).contains { $0.check == .logChain })
    }

    /// What the triggers let through is exactly a seal that is opened, used, closed, and followed by its step.
    @Test(arguments: [
        "UPDATE change SET before = '{}' WHERE before IS NOT NULL",
        "UPDATE step SET note = 'x' WHERE note IS NOT NULL",
        "INSERT INTO seal SELECT id, 9e18, hash, x'00' FROM step ORDER BY id LIMIT 1",
        "INSERT INTO seal SELECT id, id, hash, NULL FROM step ORDER BY id LIMIT 1",
        "INSERT INTO seal SELECT id, 9000000000000000000, hash, NULL FROM step ORDER BY id LIMIT 1",
        """
        INSERT INTO seal SELECT id, 9000000000000000000, hash, NULL FROM step;
        UPDATE change SET row = 1 WHERE before IS NOT NULL
        """,
        """
        INSERT INTO seal SELECT id, 9000000000000000000, hash, NULL FROM step;
        UPDATE change SET before = NULL WHERE before IS NOT NULL
        """,
        """
        INSERT INTO seal SELECT id, 9000000000000000000, hash, NULL FROM step;
        UPDATE step SET kind = 'undo'
        """,
        """
        INSERT INTO seal SELECT id, 9000000000000000000, hash, NULL FROM step;
        UPDATE seal SET content = x'00';
        UPDATE change SET before = '{}' WHERE before IS NOT NULL
        """,
        """
        INSERT INTO seal SELECT id, 9000000000000000000, hash, NULL FROM step;
        UPDATE seal SET content = x'00';
        INSERT INTO step (id, last_id, author, kind, changes, hash) VALUES (9000000000000000000, 1, 1, 'export', 0, x'00')
        """,
        """
        INSERT INTO seal SELECT id, 9000000000000000000, hash, NULL FROM step;
        INSERT INTO step (id, last_id, author, kind, changes, hash) VALUES (9000000000000000000, 1, 1, 'forget', 0, x'00')
        """,
        "DELETE FROM seal",
        "UPDATE seal SET content = x'00'",
        "INSERT OR REPLACE INTO seal SELECT step, forget, hash, NULL FROM seal LIMIT 1",
    ])
    func theLogIsAppendOnlyAllTheSame(sql: String) async throws {
        let story = try await Story(rina)
        let store = story.office.store
        try await story.office.perform(.forget(story.id, reason: nil))
        await #expect(throws: (any Error).self) { try await store.write { try $0.execute(sql: sql) } }
        #expect(try await problems(store) == [])
    }
}
