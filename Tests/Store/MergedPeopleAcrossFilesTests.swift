import Foundation
import GRDB
import Testing
import Training

@testable import Store

/// One side made one record of two, while the other went on with both.
@Suite struct MergedPeopleAcrossFilesTests {
    /// Two records of one person in both files, and a second class.
    private struct Twice {
        let fork: ForkedOffice
        let stays: ID<Participant>
        let gone: ID<Participant>
        let second: ID<TrainingClass>
        let village: Office
        var path: String { fork.folder.file("desa.db") }

        init() async throws {
            fork = try await ForkedOffice()
            second = try await fork.office.addClass("K-002", fork.office.program)
            stays = try await fork.office.add("Aminah", 7)
            gone = try await fork.office.add("St. Aminah", 8, in: second)
            _ = try await fork.office.store.backup(to: fork.folder.file("desa.db"))
            village = Office(
                store: try SilatStore.open(at: fork.folder.file("desa.db"), mode: .readWrite, now: fork.clock.now),
                program: fork.office.program, trainingClass: fork.office.trainingClass)
        }

        func mergePeople(_ office: Office, by author: Author) async throws {
            let (kept, other) = (
                try #require(try await office.store.participant(stays)),
                try #require(try await office.store.participant(gone))
            )
            try await office.perform(
                .mergeParticipants(Merge(kept, saying: kept.value, takesIn: other), confirmed: []), by: author)
        }

        /// A class, a follow-up and a place on a recall list for the one who goes.
        func goOn(_ office: Office, by author: Author) async throws {
            let third = try await office.addClass("K-003", office.program)
            let all = Set(Doubt.allCases)
            try await office.perform(.enroll([gone], in: third, standing: nil, confirmed: all), by: author)
            let line = try #require(
                try await office.store.enrollments(of: gone).first { $0.trainingClass.code.text == "K-002" })
            try await office.perform(
                .setStanding([line.enrollment.id], .certified(on: line.trainingClass.end, number: "S-9")), by: author)
            try await office.perform(
                .recordFollowUp(
                    FollowUp(
                        enrollment: line.enrollment.id, mark: 3, date: CalendarDate(iso: "2026-06-01")!,
                        visitor: "Budi", method: .visit, isReached: true), found: .studying), by: author)
            try await office.perform(
                .addRecall(
                    Recall(title: "Lanjutan", date: CalendarDate(iso: "2026-06-01")!, criteria: "semua"), [gone]),
                by: author)
            let item = Equipment(item: "Mesin jahit", kind: "jahit", serial: "SN-1")
            try await office.perform(
                .addEquipment(item, .participant(gone), on: CalendarDate(iso: "2026-06-01")!, letter: nil), by: author)
        }

        func expectAllIsTheirs(_ outcome: FileMergeOutcome) async throws {
            #expect(outcome.conflicts.isEmpty && outcome.refusals.isEmpty)
            let store = fork.office.store
            #expect(try await store.participant(gone) == nil)
            #expect(try await store.whoStays(for: gone) == stays)
            let lines = try await store.enrollments(of: stays)
            #expect(Set(lines.map(\.trainingClass.code.text)) == ["K-001", "K-002", "K-003"])
            #expect(lines.contains { $0.enrollment.value.standing.status == .certified })
            let counts = try await store.read { [id = stays.rawValue] db in
                try ["follow_up f JOIN enrollment e ON e.id = f.enrollment", "recall_entry", "holder"].map {
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0) WHERE participant = ?", arguments: [id])
                }
            }
            #expect(counts == [1, 1, 1])
            #expect(try await store.achievement(of: 2026).people == 2)
            try await fork.expectSound()
            _ = try await fork.office.perform(.undo, by: fork.rina)
            try await fork.expectSound("taken back")
        }
    }

    @Test func whatTheOtherSideAddedToTheOneWhoIsGoneGoesToTheOneWhoStays() async throws {
        let twice = try await Twice()
        try await twice.mergePeople(twice.fork.office, by: twice.fork.rina)
        try await twice.goOn(twice.village, by: twice.fork.budi)
        let outcome = try await twice.fork.office.store.merge(
            FileMergePlan(path: twice.path), by: twice.fork.rina
        ) { _ in }
        try await twice.expectAllIsTheirs(outcome)
        twice.village.store.close()
    }

    @Test func theOtherWayRound() async throws {
        let twice = try await Twice()
        try await twice.mergePeople(twice.village, by: twice.fork.budi)
        try await twice.goOn(twice.fork.office, by: twice.fork.rina)
        let outcome = try await twice.fork.office.store.merge(
            FileMergePlan(path: twice.path), by: twice.fork.rina
        ) { _ in }
        try await twice.expectAllIsTheirs(outcome)
        twice.village.store.close()
    }

    @Test func bothSidesFoundThemToBeOne() async throws {
        let twice = try await Twice()
        try await twice.mergePeople(twice.village, by: twice.fork.budi)
        try await twice.mergePeople(twice.fork.office, by: twice.fork.rina)
        let outcome = try await twice.fork.office.store.merge(
            FileMergePlan(path: twice.path), by: twice.fork.rina
        ) { _ in }
        #expect(outcome.conflicts.isEmpty && outcome.refusals.isEmpty)
        #expect(try await twice.fork.office.store.whoStays(for: twice.gone) == twice.stays)
        #expect(try await twice.fork.office.store.enrollments(of: twice.stays).count == 2)
        try await twice.fork.expectSound()
        twice.village.store.close()
    }

    /// The office found that one is another, and the village that this other is a third.
    @Test func oneAfterTheOtherOnBothSides() async throws {
        let twice = try await Twice()
        let third = twice.fork.siti
        try await twice.mergePeople(twice.fork.office, by: twice.fork.rina)
        let new = try await twice.village.addClass("K-009", twice.fork.office.program)
        let all = Set(Doubt.allCases)
        try await twice.village.perform(.enroll([twice.gone], in: new, standing: nil, confirmed: all))
        let (kept, other) = (
            try #require(try await twice.village.store.participant(third)),
            try #require(try await twice.village.store.participant(twice.stays))
        )
        try await twice.village.perform(
            .mergeParticipants(Merge(kept, saying: kept.value, takesIn: other), confirmed: []))
        let outcome = try await twice.fork.office.store.merge(
            FileMergePlan(path: twice.path), by: twice.fork.rina
        ) { _ in }
        #expect(outcome.conflicts.isEmpty && outcome.refusals.isEmpty)
        let store = twice.fork.office.store
        #expect(try await store.achievement(of: 2026).people == 1)
        #expect(
            Set(try await store.enrollments(of: third).map(\.trainingClass.code.text)) == ["K-001", "K-002", "K-009"])
        #expect(try await store.whoStays(for: twice.gone) == third)
        try await twice.fork.expectSound()
        twice.village.store.close()
    }

    @Test func whoIsNotTheOneWhoIsGoneIsNotTheOneWhoStays() async throws {
        let twice = try await Twice()
        try await twice.mergePeople(twice.fork.office, by: twice.fork.rina)
        try await twice.village.perform(.keepApart(twice.gone, twice.fork.siti), by: twice.fork.budi)
        let outcome = try await twice.fork.office.store.merge(
            FileMergePlan(path: twice.path), by: twice.fork.rina
        ) { _ in }
        #expect(outcome.conflicts.isEmpty && outcome.refusals.isEmpty)
        let pairs = try await twice.fork.office.store.distinctPeople()
        #expect(pairs.map { Set([$0.one.id, $0.other.id]) } == [[twice.stays, twice.fork.siti]])
        try await twice.fork.expectSound()
        twice.village.store.close()
    }

    /// One enrollment goes over to another record, and to another standing, in one go.
    @Test func anEnrollmentThatMovesAndChangesIsCountedOnce() async throws {
        let twice = try await Twice()
        let store = twice.fork.office.store
        let line = try await store.enrollments(of: twice.gone)[0]
        let (stays, enrollment) = (twice.stays.rawValue, line.enrollment.id.rawValue)
        let differing = try await store.write { db in
            let door = try Door(
                db, author: Author(name: "rina", desk: "meja1"), kind: .setStatus, desk: "meja1",
                now: Office.noon().addingTimeInterval(900))
            var values = try door.current(.enrollment, enrollment)
            values[0] = stays.databaseValue
            values[2] = EnrollmentStatus.cancelled.column.databaseValue
            try door.update(.enrollment, enrollment, values)
            #expect(door.changes == 1)
            try door.close()
            return try Recount(db: db).differences()
        }
        #expect(differing == 0)
    }
}
