import Foundation
import GRDB
import Testing
import Training

@testable import Store

/// What a check finds and a repair makes anew.
@Suite struct RepairTests {
    private func problems(_ store: SilatStore) async throws -> [CheckFinding.Check] {
        try await store.check().filter { $0.problem != nil }.map(\.check)
    }

    private func office(at path: String) async throws -> Office {
        let office = try await Office(SilatStore.open(at: path, mode: .create, now: Office.noon))
        for serial in 1...5 { try await office.add("Siti \(serial)", serial, in: office.trainingClass) }
        return office
    }

    @Test func talliesAndSearchAreMadeAnewAfterACopy() async throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        let office = try await office(at: path)
        let before = try await office.store.totals(by: .kecamatan, of: 2026)
        try await office.store.write { db in
            try db.execute(sql: "UPDATE tally SET people = 7; DELETE FROM class_tally")
            try db.execute(sql: "INSERT INTO search (rowid, name) VALUES (99, 'hantu')")
        }
        #expect(try await problems(office.store) == [.tallies, .searchIndex])
        let report = try await office.store.repair(by: office.author)
        #expect(report.repaired == [.tallies, .searchIndex])
        #expect(report.findings.allSatisfy { $0.problem == nil })
        #expect(try await office.store.totals(by: .kecamatan, of: 2026) == before)
        let step = try await office.store.log(of: nil, count: 1).first
        #expect(step?.kind == .repair)
        #expect(step?.note == "tallies, searchIndex")
        // As it was: with the faults that were mended.
        let copy = try SilatStore.open(at: #require(report.backup), mode: .readWrite)
        #expect(try await problems(copy) == [.tallies, .searchIndex])
        copy.close()
        office.store.close()
    }

    @Test func nothingWrongIsNothingDone() async throws {
        let folder = try Folder()
        let office = try await office(at: folder.file("x.db"))
        let steps = try await office.store.log(of: nil, count: 50).count
        let report = try await office.store.repair(by: office.author)
        #expect(report.repaired.isEmpty && report.backup == nil)
        #expect(try await office.store.log(of: nil, count: 50).count == steps)
        #expect(!FileManager.default.fileExists(atPath: folder.file("x.db.backups")))
        office.store.close()
    }

    /// Records and the log are nobody's to make up.
    @Test func aBrokenLogStaysSaid() async throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        let office = try await office(at: path)
        try await office.store.write { db in
            let trigger = try String.fetchOne(db, sql: "SELECT sql FROM sqlite_master WHERE name = 'step_is_kept'")
            try db.execute(sql: "DROP TRIGGER step_is_kept; UPDATE step SET note = 'lain'; UPDATE tally SET people = 9")
            try db.execute(sql: trigger!)
        }
        #expect(try await problems(office.store) == [.tallies, .logChain])
        let report = try await office.store.repair(by: office.author)
        #expect(report.repaired == [.tallies])
        #expect(report.findings.filter { $0.problem != nil }.map(\.check) == [.logChain])
        office.store.close()
    }

    @Test func anIndexIsMadeAnew() async throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        let office = try await office(at: path)
        office.store.close()
        // The index loses its rows while nobody keeps it: as a half-written page would have it.
        let queue = try DatabaseQueue(path: path)
        let sql = try await queue.read {
            try String.fetchOne($0, sql: "SELECT sql FROM sqlite_master WHERE name = 'participant_by_name'")
        }
        try await queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA writable_schema = ON")
            try db.execute(
                sql:
                    "UPDATE sqlite_master SET sql = sql || ' WHERE name_key = ''nobody''' WHERE name = 'participant_by_name'"
            )
        }
        try queue.close()
        let partial = try DatabaseQueue(path: path)
        try await partial.writeWithoutTransaction { db in
            try db.execute(sql: "REINDEX participant_by_name; PRAGMA writable_schema = ON")
            try db.execute(sql: "UPDATE sqlite_master SET sql = ? WHERE name = 'participant_by_name'", arguments: [sql])
        }
        try partial.close()
        let store = try SilatStore.open(at: path, mode: .readWrite)
        #expect(try await problems(store) == [.integrity])
        #expect(try await store.repair(by: office.author).findings.allSatisfy { $0.problem == nil })
        store.close()
    }

    @Test func draftsOfWhatIsGoneAreFoundAndDropped() async throws {
        let folder = try Folder()
        let office = try await office(at: folder.file("x.db"))
        let there = try await office.add("Aminah", 7)
        let gone = try await office.add("Budi", 8)
        try await office.perform(.deleteParticipant(gone))
        try await office.store.write { db in
            for form in ["participant", "participant-\(there)", "participant-\(gone)", "target 2026 new"] {
                try db.execute(
                    sql:
                        "INSERT INTO draft (form, operator, desk, process, content) VALUES (?, 'rina', 'meja1', ?, '{}')",
                    arguments: [form, Int32.max])
            }
        }
        let found = try await office.store.check().first { $0.check == .drafts }
        #expect(found == CheckFinding(.drafts, problem: "1", value: "4"))
        #expect(try await office.store.repair(by: office.author).repaired == [.drafts])
        #expect(try await office.store.check().first { $0.check == .drafts } == CheckFinding(.drafts, value: "3"))
        office.store.close()
    }

    @Test func whoMayReadIsFoundAndMended() async throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        let office = try await office(at: path)
        #expect(try await problems(office.store).isEmpty)
        chmod(path, 0o644)
        let finding = try await office.store.check().first { $0.check == .permissions }
        #expect(finding?.value == "0644" && finding?.problem?.contains("x.db 0644") == true)
        #expect(try await office.store.repair(by: office.author).repaired == [.permissions])
        #expect(FileAccess(path: path).mode.map { $0 & 0o777 } == 0o600)
        #expect(try await problems(office.store).isEmpty)
        office.store.close()
    }

    @Test func aGroupIsLetInOnRequest() async throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        let office = try await office(at: path)
        try await office.store.backUpIfDue()
        try office.store.setAccess(.group(nil))
        func mode(_ path: String) -> Int? {
            (try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
        }
        #expect(mode(path) == 0o660)
        #expect(mode(path + "-wal") == 0o660)
        #expect(mode(path + ".backups") == 0o2770)
        #expect(mode(folder.path) == 0o2770)
        #expect(try await problems(office.store).isEmpty, "asked for, so nothing is wrong with it")
        try office.store.setAccess(.owner)
        #expect(mode(path) == 0o600 && mode(path + ".backups") == 0o700)
        #expect(throws: StoreFailure.self) { try office.store.setAccess(.group("no-such-group-here")) }
        office.store.close()
    }
}
