import Foundation
import GRDB
import Sample
import Testing
import Training

@testable import Store

/// An index that is made beside the file is the one that the triggers would have made, and leaves nothing behind.
@Suite struct SearchIndexDraftTests {
    private static let sample = SampleData(participants: 2_000, year: 2026, seed: 11)

    private static func take(_ sample: SampleData, into store: SilatStore, keep: Bool = true) async throws {
        try await store.takeIn(as: .generate, note: "", by: Author(name: "rina", desk: "meja1"), keep: keep) {
            try sample.fill($0)
        }
    }

    /// Every word of the index, and who has it.
    private static func words(_ store: SilatStore) async throws -> [String] {
        try await store.read { db in
            try String.fetchAll(db, sql: "SELECT term || ' ' || doc FROM search_term ORDER BY term, doc")
        }
    }

    @Test func itsWordsAreThoseThatAreLearnedOneByOne() async throws {
        let store = try SilatStore.inMemory(now: Office.noon)
        try await Self.take(Self.sample, into: store)
        let made = try await Self.words(store)
        try await store.write { db in
            try db.execute(sql: "INSERT INTO search (search) VALUES ('delete-all')")
            try db.execute(sql: SearchIndex.learn("true"))
        }
        #expect(made.count > 10_000)
        #expect(try await Self.words(store) == made)
    }

    @Test func whatIsSavedAfterwardsIsFoundBesideIt() async throws {
        let store = try SilatStore.inMemory(now: Office.noon)
        try await Self.take(Self.sample, into: store)
        let before = try await store.count(of: ParticipantQuery(words: "siti"))
        let person = Office.person("Siti Zzyzx", nik: Office.nik(9_991))
        let added = try await store.perform(
            .addParticipant(person, in: nil, confirmed: Set(Doubt.allCases)),
            by: Author(name: "rina", desk: "meja1")
        ).record
        #expect(try await store.count(of: ParticipantQuery(words: "siti")) == before + 1)
        let found = try await store.page(of: ParticipantQuery(words: "zzyzx"), .first, count: 9)
        #expect(found.rows.map(\.id.rawValue) == [added])
        #expect(try await store.check().filter { $0.problem != nil }.isEmpty)
    }

    @Test(arguments: [false, true]) func nothingIsLeftBesideTheFile(keep: Bool) async throws {
        let folder = try Folder()
        let store = try SilatStore.open(at: folder.file("x.db"), mode: .create, now: Office.noon)
        try await Self.take(Self.sample, into: store, keep: keep)
        #expect(try await store.count(of: ParticipantQuery()) == (keep ? 2_000 : 0))
        store.close()
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(left == ["x.db"])
    }

    /// Made, and given up before anybody asked for it.
    @Test func oneThatIsGivenUpLeavesTheFileAsItWas() async throws {
        let folder = try Folder()
        let store = try SilatStore.open(at: folder.file("x.db"), mode: .create, now: Office.noon)
        try await Self.take(Self.sample, into: store)
        let before = try await Self.words(store)
        try await store.write { db in _ = try SearchIndexDraft(of: db) }
        #expect(try await Self.words(store) == before)
        #expect(try await store.check().filter { $0.problem != nil }.isEmpty)
    }

    /// Whoever stops an import does not wait for what is made meanwhile.
    @Test func whoeverStopsDoesNotWaitForIt() async throws {
        let store = try SilatStore.inMemory(now: Office.noon)
        try await Self.take(Self.sample, into: store)
        let before = try await Self.words(store)
        let stopped = Task {
            try await store.write { db in
                let draft = try SearchIndexDraft(of: db)
                withUnsafeCurrentTask { $0?.cancel() }
                #expect(throws: CancellationError.self) { try draft.order() }
                #expect(throws: CancellationError.self) { try draft.move(to: db) }
            }
        }
        _ = await stopped.result
        #expect(try await Self.words(store) == before)
    }
}

/// Names in memory come in the order in which SQLite has them.
@Suite struct NameOrderTests {
    @Test(arguments: 0..<20) func namesComeAsTheFileSortsThem(seed: UInt64) throws {
        var generator = Seeded(state: seed)
        let letters: [String] = ["A", "B", "MU", "HAMMAD ", "'", " ", "Z", "É", "٣", "", "\u{1}"]
        let names = (0..<400).map { _ in
            (0..<Int.random(in: 0...5, using: &generator))
                .map { _ in letters.randomElement(using: &generator)! }.joined()
        }
        var order = NameOrder()
        for var name in names { name.withUTF8 { order.add($0) } }
        let sorted = order.sorted()
        let expected = try DatabaseQueue().write { db in
            try db.execute(sql: "CREATE TABLE n (id INTEGER PRIMARY KEY, name TEXT)")
            for (place, name) in names.enumerated() {
                try db.execute(sql: "INSERT INTO n VALUES (?, ?)", arguments: [place, name])
            }
            return try UInt32.fetchAll(db, sql: "SELECT id FROM n ORDER BY name, id")
        }
        #expect(sorted == expected)
        #expect(sorted.map(order.key) == expected.map { names[Int($0)] })
        for (one, other) in zip(sorted, sorted.dropFirst()) {
            #expect(order.areSame(one, other) == (names[Int(one)] == names[Int(other)]))
        }
    }
}
