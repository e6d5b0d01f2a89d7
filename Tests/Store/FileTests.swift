import Foundation
import GRDB
import Testing
import Training

@testable import Store

/// What can be wrong with a file: each said by its own name, and nothing changed by looking.
@Suite struct FileTests {
    private func failure(at path: String, _ mode: SilatStore.Mode = .readWrite) -> StoreFailure? {
        do {
            try SilatStore.open(at: path, mode: mode).close()
            return nil
        } catch { return error }
    }

    @Test func aMissingFileIsNotMadeByReading() throws {
        let folder = try Folder()
        for mode in [SilatStore.Mode.readOnly, .readWrite] {
            guard case .noSuchFile = failure(at: folder.file("x.db"), mode) else {
                Issue.record("\(mode)")
                return
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func aMissingFolderIsSaid() throws {
        let folder = try Folder()
        guard case .noSuchFolder(_, folder.file("no")) = failure(at: folder.file("no/x.db"), .create) else {
            Issue.record()
            return
        }
    }

    @Test func anEmptyFileIsFilledAndNeverRead() throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        try Data().write(to: URL(fileURLWithPath: path))
        for mode in [SilatStore.Mode.readOnly, .readWrite] {
            guard case .notOurs = failure(at: path, mode) else {
                Issue.record("\(mode)")
                return
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["x.db"])
        #expect(failure(at: path, .create) == nil)
        #expect(failure(at: path, .readOnly) == nil)
    }

    @Test(arguments: ["a text, not a database at all, long enough to be looked at twice", "x"])
    func aForeignFileIsLeftAsItIs(_ content: String) throws {
        let folder = try Folder()
        let path = folder.file("notes.txt")
        try content.write(toFile: path, atomically: true, encoding: .utf8)
        guard case .notOurs = failure(at: path, .create) else {
            Issue.record()
            return
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["notes.txt"])
    }

    @Test func anotherProgramsDatabaseIsLeftAsItIs() throws {
        let folder = try Folder()
        let path = folder.file("other.db")
        try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE participant (id INTEGER)") }
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        guard case .notOurs = failure(at: path, .create) else {
            Issue.record()
            return
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func aNewerFileNamesItsVersion() throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        try SilatStore.open(at: path, mode: .create).close()
        let newer = Schema.version + 1
        try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = \(newer)") }
        guard case .newer(_, fileVersion: newer, supported: Schema.version, program: nil) = failure(at: path) else {
            Issue.record()
            return
        }
    }

    /// A file of each layout that was released opens, by reading as by writing, with all that was in it.
    @Test(arguments: 1...Schema.version, [SilatStore.Mode.readOnly, .readWrite])
    func aFileOfAnEarlierLayoutIsBroughtUpToDate(version: Int, mode: SilatStore.Mode) async throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        try FileManager.default.copyItem(atPath: LayoutFixture.path(version), toPath: path)
        let before = try await DatabaseQueue(path: path).read { try LayoutFixture.people($0) }
        #expect(
            try await DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == version)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try SilatStore.open(at: path, mode: mode).close()
        let store = try SilatStore.open(at: path, mode: .readWrite)
        #expect(try await store.read { try LayoutFixture.people($0) } == before)
        #expect(try await store.achievement(of: 2025).people == 25)
        #expect(try await store.totals(by: .track, of: 2025).map(\.people) == [25, 3, 2])
        #expect(try await store.targets().map(\.value.count) == [6])
        for finding in try await store.check() { #expect(finding.problem == nil, "\(finding.check)") }
        store.close()
    }

    /// What takes long at a large file is told before it is begun: here every file is large.
    @Test func whatALargeFileIsOpenedForFirstIsTold() throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        try FileManager.default.copyItem(atPath: LayoutFixture.path(Schema.version - 1), toPath: path)
        let told = Gathered<OpeningWork>()
        func open() throws {
            try StoreFile(path: path, whenBusy: { told.add($0) }, quicklyDone: 0).open(.readWrite).close()
        }
        try open()
        #expect(told.all == [.readingThrough, .bringingUpToDate])
        try open()
        #expect(told.all.filter { $0 == .bringingUpToDate }.count == 1)
    }

    /// Ended while it made a file, a program leaves one in SQLite's format with nothing in it.
    @Test func aFileThatWasOnlyBegunIsFilledAndNeverRead() throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        try DatabasePool(path: path).write { try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT)") }
        for mode in [SilatStore.Mode.readOnly, .readWrite] {
            guard case .notOurs = failure(at: path, mode) else {
                Issue.record("\(mode)")
                return
            }
        }
        #expect(failure(at: path, .create) == nil)
        #expect(failure(at: path, .readOnly) == nil)
    }

    /// Ended while the first page was on its way, a program leaves that page and a journal that takes it back.
    @Test func aFileOfWhichTheFirstPageIsTakenBackIsFilled() throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        try DatabaseQueue(path: folder.file("whole.db")).writeWithoutTransaction {
            try $0.execute(sql: "CREATE TABLE t (x)")
        }
        let page = try Data(contentsOf: URL(fileURLWithPath: folder.file("whole.db"))).prefix(4096)
        try DatabaseQueue(path: folder.file("begun.db")).writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA cache_size = 1; BEGIN IMMEDIATE; CREATE TABLE t (x)")
            for _ in 1...50 { try db.execute(sql: "INSERT INTO t VALUES (zeroblob(4000))") }
            try FileManager.default.copyItem(
                atPath: folder.file("begun.db-journal"), toPath: path + "-journal")
            try db.execute(sql: "ROLLBACK")
        }
        try page.write(to: URL(fileURLWithPath: path))
        #expect(failure(at: path, .create) == nil)
        #expect(failure(at: path, .readOnly) == nil)
    }

    @Test func aFolderIsNoFile() throws {
        let folder = try Folder()
        guard case .notOurs = failure(at: folder.path, .create) else {
            Issue.record()
            return
        }
    }

    @Test func anEmptyFileIsFilled() throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        #expect(failure(at: path, .create) == nil)
        #expect(failure(at: path, .readOnly) == nil)
    }

    @Test func aNewFileIsItsOwnersAlone() throws {
        let folder = try Folder()
        try SilatStore.open(at: folder.file("x.db"), mode: .create).close()
        let mode = try FileManager.default.attributesOfItem(atPath: folder.file("x.db"))[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
    }

    @Test func twoProgramsOnOneFileSeeEachOther() async throws {
        let folder = try Folder()
        let one = try await Office(SilatStore.open(at: folder.file("x.db"), mode: .create, now: Office.noon))
        let other = try SilatStore.open(at: folder.file("x.db"), mode: .readWrite, now: Office.noon)
        try await one.add("Siti 0", 9_000)
        var changes = other.changesElsewhere().makeAsyncIterator()
        async let heard: Void? = changes.next()
        // Saves until one is heard: the watch may begin after the first.
        let saving = Task {
            var serial = 0
            while !Task.isCancelled {
                serial += 1
                try await one.add("Siti \(serial)", serial)
            }
        }
        #expect(await heard != nil)
        saving.cancel()
        _ = await saving.result
        let people = try await one.store.achievement(of: 2026).people
        #expect(try await other.achievement(of: 2026).people == people)
        #expect(people > 0)
    }

    @Test func aBrokenLogAndALostTallyShow() async throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        let office = try await Office(SilatStore.open(at: path, mode: .create, now: Office.noon))
        try await office.add("Siti", 1)
        office.store.close()
        try await DatabaseQueue(path: path).write { db in
            let trigger = try String.fetchOne(db, sql: "SELECT sql FROM sqlite_master WHERE name = 'step_is_kept'")
            try db.execute(
                sql: """
                    DROP TRIGGER step_is_kept; UPDATE step SET note = 'lain' WHERE id = (SELECT min(id) FROM step);
                    UPDATE tally SET people = 7; UPDATE participant SET name_key = name_key;
                    INSERT INTO search (rowid, name) VALUES (99, 'hantu');
                    \(trigger!)
                    """)
        }
        let store = try SilatStore.open(at: path, mode: .readWrite)
        let problems = try await store.check().filter { $0.problem != nil }.map(\.check)
        #expect(problems == [.tallies, .searchIndex, .logChain])
    }

    @Test func numbersOfTwoFilesDiffer() async throws {
        let folder = try Folder()
        var numbers = Set<Int64>()
        for name in ["a.db", "b.db"] {
            let office = try await Office(SilatStore.open(at: folder.file(name), mode: .create, now: Office.noon))
            for serial in 1...20 { numbers.insert(try await office.add("Siti \(serial)", serial).rawValue) }
        }
        #expect(numbers.count == 40)
    }

    @Test func theClockNeverRunsBackwards() {
        var last: Int64 = 0
        for second in [1_800_000_000, 1_700_000_000, 1_800_000_001, 1_600_000_000] {
            var clock = Clock(after: last, desk: 7, now: Date(timeIntervalSince1970: Double(second)))
            for _ in 1...1000 {
                let next = clock.next()
                #expect(next > last)
                last = next
            }
        }
        let time = Clock.time(of: last)
        #expect(abs(time.timeIntervalSince1970 - 1_800_000_001) < 10)
    }
}
