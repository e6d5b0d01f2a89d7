import Foundation
import GRDB
import Testing
import Training

@testable import Store

/// Files that somebody else made or changed: nothing in them runs, and what is wrong is said.
@Suite struct HostileFileTests {
    private func failure(at path: String, _ mode: SilatStore.Mode = .readWrite) -> StoreFailure? {
        do {
            try SilatStore.open(at: path, mode: mode).close()
            return nil
        } catch { return error }
    }

    /// A file with somebody in it.
    private func office(at path: String) async throws {
        let office = try await Office(SilatStore.open(at: path, mode: .create, now: Office.noon))
        try await office.add("Siti", 1)
        office.store.close()
    }

    static let crafted: [(sql: String, object: String)] = [
        ("CREATE TRIGGER gift AFTER INSERT ON participant BEGIN DELETE FROM participant; END", "trigger gift"),
        ("CREATE TEMP TABLE none (x); CREATE VIEW peek AS SELECT * FROM participant", "view peek"),
        ("CREATE TABLE extra (x)", "table extra"),
        ("CREATE INDEX slow ON participant (length(name))", "index slow"),
        ("CREATE VIRTUAL TABLE other USING fts5 (x)", "table other"),
        ("DROP TRIGGER change_stays", "trigger change_stays"),
        (
            "DROP VIEW schedule; CREATE VIEW schedule AS SELECT 1 AS class, 2 AS program, 3 AS mark, load_extension('x') AS due_on",
            "view schedule"
        ),
        (
            "DROP TRIGGER step_stays; CREATE TRIGGER step_stays BEFORE DELETE ON step BEGIN SELECT 1; END",
            "trigger step_stays"
        ),
        ("CREATE TRIGGER onShadow AFTER INSERT ON search_data BEGIN SELECT 1; END", "trigger onShadow"),
    ]

    @Test(arguments: crafted.indices, [SilatStore.Mode.readOnly, .readWrite, .create])
    func whatSilatDidNotMakeIsRefused(_ index: Int, _ mode: SilatStore.Mode) async throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        try await office(at: path)
        let (sql, object) = Self.crafted[index]
        let queue = try DatabaseQueue(path: path)
        try await queue.write { try $0.execute(sql: sql) }
        try queue.close()
        let before = try Data(contentsOf: URL(filePath: path))
        guard case .oddSchema(_, let objects) = failure(at: path, mode) else {
            Issue.record("\(String(describing: failure(at: path, mode)))")
            return
        }
        #expect(objects.contains(object))
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    /// Before it is brought up to date: that would run what it brings.
    @Test(arguments: 1..<Schema.version)
    func anOlderFileIsLookedAtAsWell(_ version: Int) async throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        try FileManager.default.copyItem(atPath: LayoutFixture.path(version), toPath: path)
        let queue = try DatabaseQueue(path: path)
        try await queue.write {
            try $0.execute(
                sql: "CREATE TRIGGER gift AFTER INSERT ON grdb_migrations BEGIN DELETE FROM participant; END")
        }
        try queue.close()
        for mode in [SilatStore.Mode.readOnly, .readWrite] {
            guard case .oddSchema(_, let objects) = failure(at: path, mode) else {
                Issue.record("\(mode)")
                continue
            }
            #expect(objects.contains("trigger gift"))
        }
        #expect(try await DatabaseQueue(path: path).read { try LayoutFixture.people($0).isEmpty } == false)
    }

    /// The fingerprints are those of the files: of new ones, and of those that were kept of each layout.
    @Test(arguments: 1...Schema.version)
    func eachLayoutHasItsFingerprint(_ version: Int) throws {
        let kept = try DatabaseQueue(path: LayoutFixture.path(version)).read { try SchemaDescription(of: $0) }
        let fresh = try SchemaDescription.expected(of: version)
        let known = SchemaDescription.fingerprints[version] ?? []
        #expect(known.contains(kept.fingerprint))
        #expect(known.contains(fresh.fingerprint))
        #expect(known.count == (version == 1 ? 2 : 1))
    }

    /// A file that nobody here has written to is read through before it is used.
    @Test func damageInAFileFromElsewhereIsFound() async throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        try await office(at: path)
        try damage(path)
        #expect(failure(at: path) == nil, "our own file is opened at once; check finds the damage")
        let sent = folder.file("sent.db")
        try FileManager.default.copyItem(atPath: path, toPath: sent)
        guard case .damaged(_, let detail) = failure(at: sent) else {
            Issue.record("\(String(describing: failure(at: sent)))")
            return
        }
        #expect(detail.contains("participant"))
    }

    /// Reading everybody ends with an error there, not the program.
    @Test func aRowWithoutItsNameEndsAnExport() async throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        try await office(at: path)
        try damage(path)
        let store = try SilatStore.open(at: path, mode: .readOnly)
        await #expect(throws: StoreFailure.self) {
            try await store.eachParticipant(ParticipantQuery()) { _ in Issue.record("nobody has a name") }
        }
        store.close()
    }

    /// Once somebody has saved here it is this desk's.
    @Test func aWholeFileFromElsewhereIsOpened() async throws {
        let folder = try Folder()
        try await office(at: folder.file("x.db"))
        try FileManager.default.copyItem(atPath: folder.file("x.db"), toPath: folder.file("sent.db"))
        #expect(failure(at: folder.file("sent.db")) == nil)
        #expect(failure(at: folder.file("sent.db"), .readOnly) == nil)
    }

    /// Takes what a column may not be without out of a row, as a damaged disk or a crafted file does.
    private func damage(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA writable_schema = ON")
            try db.execute(
                sql:
                    "UPDATE sqlite_master SET sql = replace(sql, 'name TEXT NOT NULL', 'name TEXT') WHERE name = 'participant'"
            )
        }
        try queue.close()
        let lax = try DatabaseQueue(path: path)
        try lax.writeWithoutTransaction { db in
            try db.execute(
                sql: "DROP TRIGGER search_participant_update_before; DROP TRIGGER search_participant_update_after")
            try db.execute(sql: "UPDATE participant SET name = NULL")
            for name in ["search_participant_update_before", "search_participant_update_after"] {
                let sql = try SchemaDescription.expected(of: Schema.version).objects
                    .first { $0.hasPrefix("trigger \(name) ") }
                try db.execute(sql: String(sql!.dropFirst("trigger \(name) ".count)))
            }
            try db.execute(sql: "PRAGMA writable_schema = ON")
            try db.execute(
                sql:
                    "UPDATE sqlite_master SET sql = replace(sql, 'name TEXT,', 'name TEXT NOT NULL,') WHERE name = 'participant'"
            )
        }
        try lax.close()
    }

    @Test func readingTrustsNoView() async throws {
        let folder = try Folder()
        try await office(at: folder.file("x.db"))
        for mode in [SilatStore.Mode.readOnly, .readWrite] {
            let store = try SilatStore.open(at: folder.file("x.db"), mode: mode)
            #expect(try await store.read { try Int.fetchOne($0, sql: "PRAGMA trusted_schema") } == 0)
            #expect(try await store.read { try Int.fetchOne($0, sql: "PRAGMA cell_size_check") } == 1)
            store.close()
        }
    }

    @Test func aNewerFileSaysWhatItNeeds() async throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        try await office(at: path)
        let queue = try DatabaseQueue(path: path)
        try await queue.write { try $0.execute(sql: "INSERT INTO layout VALUES (9, '1.4.2'); PRAGMA user_version = 9") }
        guard case .newer(_, 9, Schema.version, "1.4.2") = failure(at: path) else {
            Issue.record("\(String(describing: failure(at: path)))")
            return
        }
        // Nor may that word steer anything.
        for word in ["1.4\u{1B}[2J", String(repeating: "9", count: 5_000), "", "silat"] {
            try await queue.write {
                try $0.execute(sql: "UPDATE layout SET program = ? WHERE number = 9", arguments: [word])
            }
            guard case .newer(_, 9, _, nil) = failure(at: path) else {
                if word.isEmpty, case .newer(_, 9, _, "") = failure(at: path) { Issue.record("empty") }
                Issue.record("\(word.prefix(20))")
                continue
            }
        }
    }
}
