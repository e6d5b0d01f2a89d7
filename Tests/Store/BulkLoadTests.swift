import Foundation
import GRDB
import GRDBSQLite
import Synchronization
import Testing
import Training

@testable import Store

/// An import of very many gives what one of few gives.
@Suite struct BulkLoadTests {
    private static let author = Author(name: "rina", desk: "meja1")
    /// Past where an import becomes a bulk load.
    private static let many = BulkLoad.least + 500

    private static func person(_ number: Int) -> Participant {
        Office.person("Siti Aminah", nik: Office.nik(number))
    }

    /// While a roster comes in SQLite does not look after references; it does again as soon as that is over, however it ended.
    @Test(arguments: [true, false]) func referencesAreKeptAgainAfterAnImport(fails: Bool) async throws {
        struct Stop: Error {}
        let office = try await Office(try SilatStore.inMemory(now: Office.noon))
        try? await office.store.takeIn(as: .importRoster, note: "", by: Self.author, keep: true) { intake in
            _ = try intake.add(Self.person(1), doubts: [])
            if fails { throw Stop() }
        }
        await #expect(throws: (any Error).self) {
            try await office.store.write { db in
                try db.execute(
                    sql: "INSERT INTO doubt (id, participant, kind) VALUES (1, 77, ?)",
                    arguments: [Doubt.sexDiffers.rawValue])
            }
        }
    }

    /// What the engine does for a roster of one grows neither with the file nor with the class.
    @Test func aRosterOfOneCostsTheSameInALargeFile() async throws {
        var steps: [Int] = []
        for size in [400, 6_000] {
            let office = try await Office(try SilatStore.inMemory(now: Office.noon))
            try await office.enrollCrowd(1...size)
            steps.append(try await StepCounter.count(in: office.store) { try await office.enrollCrowd(9_000...9_000) })
        }
        #expect(steps[0] > 100)
        #expect(steps[1] < steps[0] * 3 / 2, "\(steps)")
    }

    /// What an import says of somebody near everybody else, before and after it has become a bulk load.
    @Test func namesakesAreFoundInABulkLoad() async throws {
        let office = try await Office(try SilatStore.inMemory(now: Office.noon))
        let onFile = try await office.add("Siti Aminah", 9_991)
        try await office.store.takeIn(as: .importRoster, note: "", by: Self.author, keep: true) { intake in
            for number in 1...Self.many {
                _ = try intake.add(
                    Office.person("Orang \(number % 700 == 0 ? "Lain" : "Banyak")", nik: Office.nik(number)), doubts: []
                )
            }
            let near = Office.person("Siti Aminah", nik: "6309064505999981")
            #expect(try intake.lookalikes(of: near).map(\.row.id) == [onFile])
            #expect(try intake.lookalikes(of: near).map(\.doubt) == [.nearlySameNIK])
            let other = Office.person("Siti Aminah", nik: "6309064505999888")
            #expect(try intake.lookalikes(of: other).isEmpty)
            let added = try intake.add(near, doubts: [.nearlySameNIK])
            let nameless = Office.person("Siti Aminah")
            #expect(
                try intake.lookalikes(of: nameless).map(\.row.id).sorted { $0.rawValue < $1.rawValue } == [
                    onFile, added,
                ])
            #expect(try intake.lookalikes(of: nameless).allSatisfy { $0.doubt == .samePerson })
            // Whoever gets another name is found by that.
            try intake.update(added, to: Office.person("Aisyah", nik: "6309064505999981"))
            #expect(try intake.lookalikes(of: Office.person("Aisyah")).map(\.row.id) == [added])
            #expect(try intake.lookalikes(of: nameless).map(\.row.id) == [onFile])
        }
    }

    /// The same rule in memory and on file, on numbers that are near each other in every way.
    @Test func namesakesInMemoryAndOnFileAgree() async throws {
        let office = try await Office(try SilatStore.inMemory(now: Office.noon))
        let people = (1...60).map { number in
            let nik = number.isMultiple(of: 5) ? nil : Office.nik(number * 7 % 100 + 1)
            return Office.person(
                ["Siti Aminah", "Aisyah"][number % 2], nik: nik,
                birth: ["1999-05-05", "1999-06-05"][number / 2 % 2])
        }
        try await office.store.takeIn(as: .importRoster, note: "", by: Self.author, keep: false) { intake in
            let door = try #require(intake as? IntakeDoor)
            for person in people where try person.nik.map({ try intake.holder(of: $0) == nil }) ?? true {
                _ = try intake.add(person, doubts: [])
            }
            let before = try people.map { try intake.lookalikes(of: $0) }
            try door.startBulkLoad()
            #expect(try people.map { try intake.lookalikes(of: $0) } == before)
            #expect(before.contains { !$0.isEmpty })
        }
    }

    /// What was seen in rows before, whether these were kept or not, says the same as the file; also where a second stream begins, which knows nothing of
    /// the first.
    @Test(arguments: [1, 2], [false, true]) func namesakesMetBeforeAndOnFileAgree(streams: Int, inBulk: Bool)
        async throws
    {
        let office = try await Office(try SilatStore.inMemory(now: Office.noon))
        try await office.add("Siti Aminah", 9_991)
        let people = (1...90).map { number in
            Office.person(
                ["Siti Aminah", "Aisyah"][number % 2],
                nik: number.isMultiple(of: 5) ? nil : Office.nik(number * 7 % 100 + 1),
                birth: ["1999-05-05", "1999-06-05"][number / 2 % 2])
        }
        func answers(bySightings: Bool) async throws -> [[String]] {
            try await office.store.takeIn(as: .importRoster, note: "", by: Self.author, keep: false) { intake in
                if inBulk { try #require(intake as? IntakeDoor).startBulkLoad() }
                var met = NamesakeIndex()
                return try people.enumerated().map { place, person in
                    if place == 50, streams == 2 { met = NamesakeIndex() }
                    if bySightings { try intake.meet(person, met.meet(person)) }
                    let holder = try person.nik.flatMap { try intake.holder(of: $0) }
                    let near = try intake.lookalikes(of: person)
                    // Some are passed over, and one is somebody else from then on.
                    if holder == nil, !place.isMultiple(of: 4) { _ = try intake.add(person, doubts: []) }
                    if place == 30, let holder = near.first?.row.id {
                        try intake.update(holder, to: Office.person("Aisyah", nik: Office.nik(77), birth: "1999-06-05"))
                    }
                    return [holder.flatMap { try? intake.row(of: $0)?.nik?.digits } ?? ""]
                        + near.map { "\($0.row.nik?.digits ?? "") \($0.row.name.text) \($0.doubt)" }
                }
            }
        }
        let asked = try await answers(bySightings: false)
        #expect(try await answers(bySightings: true) == asked)
        #expect(asked.contains { $0.count > 1 })
        #expect(asked.contains { $0[0] != "" })
    }

    @Test func aBulkLoadLeavesTheFileAsTheLayoutHasIt() async throws {
        let office = try await Office(try SilatStore.inMemory(now: Office.noon))
        let before = try await office.store.read { try SchemaDescription(of: $0) }
        let trainingClass = office.trainingClass
        for keep in [false, true] {
            try await office.store.takeIn(as: .importRoster, note: "", by: Self.author, keep: keep) { intake in
                for number in 1...Self.many {
                    let id = try intake.add(Self.person(number), doubts: [])
                    _ = try intake.enroll(
                        id, in: trainingClass, standing: .registered(on: CalendarDate(iso: "2026-02-01")!))
                }
            }
            let after = try await office.store.read { try SchemaDescription(of: $0) }
            #expect(after.objects == before.objects)
            let cache = try await office.store.write { try Int.fetchOne($0, sql: "PRAGMA cache_size") }
            #expect(cache == -32_768)
            #expect(try await office.store.check().filter { $0.problem != nil }.isEmpty)
        }
        let everybody = try await office.store.page(of: ParticipantQuery(), .first, count: 9_999)
        #expect(everybody.rows.count == Self.many)
        _ = try await office.store.perform(.undo, by: Self.author)
        #expect(try await office.store.count(of: ParticipantQuery()) == 0)
        #expect(try await office.store.check().filter { $0.problem != nil }.isEmpty)
    }

    /// Whoever was on file before an import is counted and found by what they join in it, as by any other enrollment.
    @Test func peopleOnFileAreCountedInABulkLoad() async throws {
        let office = try await Office(try SilatStore.inMemory(now: Office.noon))
        let trained = try await office.add("Aisyah", 9_991)
        let untrained = Office.person("Siti Aminah", nik: Office.nik(9_992))
        let idle = ID<Participant>(
            try await office.perform(.addParticipant(untrained, in: nil, confirmed: Set(Doubt.allCases))).record!)
        let other = try await office.addClass("TBL-OTHER", office.program)
        try await office.store.takeIn(as: .importRoster, note: "", by: Self.author, keep: true) { intake in
            for number in 1...Self.many { _ = try intake.add(Self.person(number), doubts: []) }
            for person in [idle, trained] {
                let standing = EnrollmentStanding.registered(on: CalendarDate(iso: "2026-02-01")!)
                #expect(try intake.enroll(person, in: other, standing: standing) != nil)
                #expect(try intake.enroll(person, in: other, standing: standing) == nil)
            }
        }
        #expect(try await office.store.check().filter { $0.problem != nil }.isEmpty)
        let found = try await office.store.page(of: ParticipantQuery(words: "tblother"), .first, count: 9)
        #expect(found.rows.map(\.id) == [trained, idle])
    }
}

/// How many instructions SQLite's engine carries out on the connection that writes.
private final class StepCounter: Sendable {
    private let count = Mutex(0)

    static func count(in store: SilatStore, _ work: () async throws -> Void) async throws -> Int {
        let counter = StepCounter()
        try await store.write { counter.begin(in: $0) }
        try await work()
        try await store.write { sqlite3_progress_handler($0.sqliteConnection, 0, nil, nil) }
        return counter.count.withLock(\.self)
    }

    private func begin(in db: Database) {
        let counter = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_progress_handler(
            db.sqliteConnection, 1,
            { counter in
                guard let counter else { return 0 }
                Unmanaged<StepCounter>.fromOpaque(counter).takeUnretainedValue().count.withLock { $0 += 1 }
                return 0
            }, counter)
    }
}

extension Office {
    /// Takes in a roster of people who are not alike, all into one class.
    fileprivate func enrollCrowd(_ serials: ClosedRange<Int>) async throws {
        try await store.takeIn(as: .importRoster, note: "", by: author, keep: true) { intake in
            for serial in serials {
                let (day, number) = (serial % 28 + 1, String(format: "%04d", serial))
                let person = Self.person(
                    "Orang \(number)", nik: "630906\(day + 40)0599" + number,
                    birth: "1999-05-" + String(format: "%02d", day))
                _ = try intake.enroll(
                    intake.add(person, doubts: []), in: trainingClass,
                    standing: .attending(on: CalendarDate(iso: "2026-02-01")!))
            }
        }
    }
}
