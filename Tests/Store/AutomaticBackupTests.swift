import Foundation
import Synchronization
import Testing
import Training

@testable import Store

/// The backups that silat makes by itself.
@Suite struct AutomaticBackupTests {
    /// A clock that the test sets.
    private final class Calendar: Sendable {
        private let time = Mutex(Office.noon())
        var now: @Sendable () -> Date { { [self] in time.withLock { $0 } } }
        func pass(days: Double) { time.withLock { $0 += days * 86_400 } }
    }

    private func touch(_ path: String, _ time: Date) throws {
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: path + suffix) {
            try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path + suffix)
        }
    }

    @Test func oneADayWhereSomethingWasSaved() async throws {
        let (folder, calendar) = (try Folder(), Calendar())
        let path = folder.file("x.db")
        let office = try await Office(SilatStore.open(at: path, mode: .create, now: calendar.now))
        let first = try #require(try await office.store.backUpIfDue())
        #expect(first.path.hasPrefix(path + ".backups/silat-20261124T"))
        #expect(FileAccess(path: path).mode.map { $0 & 0o777 } == 0o600)
        #expect(try await office.store.backUpIfDue() == nil, "one a day")
        calendar.pass(days: 1)
        try touch(path, Office.noon() - 60)
        #expect(try await office.store.backUpIfDue() == nil, "nothing was saved since")
        try await office.add("Siti", 1)
        try touch(path, calendar.now())
        let second = try #require(try await office.store.backUpIfDue())
        #expect(second.steps == first.steps + 1)
        // Restoring one works as with any backup.
        #expect(try await office.store.preview(restoring: first.path).lost.map(\.steps) == [1])
        office.store.close()
    }

    @Test func aYearOfThemStaysFew() async throws {
        let (folder, calendar) = (try Folder(), Calendar())
        let path = folder.file("x.db")
        let office = try await Office(SilatStore.open(at: path, mode: .create, now: calendar.now))
        let backups = AutomaticBackups(path: path)
        // The copies themselves are proved elsewhere; here it is which of them stay.
        for _ in 1...400 {
            let name = try backups.next(calendar.now())
            #expect(FileManager.default.createFile(atPath: name, contents: Data()))
            #expect(FileManager.default.createFile(atPath: name + ".sha256", contents: Data()))
            backups.prune(now: calendar.now())
            calendar.pass(days: 1)
        }
        let kept = backups.kept()
        #expect((18...25).contains(kept.count), "\(kept.count)")
        let inside = try FileManager.default.contentsOfDirectory(atPath: backups.folder)
        #expect(inside.count == kept.count * 2, "each with its hash, and nothing else")
        #expect(calendar.now().timeIntervalSince(kept.last!.time) > 300 * 86_400)
        office.store.close()
    }

    /// What people put there themselves is not silat's to throw away.
    @Test func otherFilesInTheFolderAreLeft() async throws {
        let folder = try Folder()
        let office = try await Office(SilatStore.open(at: folder.file("x.db"), mode: .create, now: Office.noon))
        let backups = AutomaticBackups(path: folder.file("x.db"))
        _ = try backups.next(Office.noon())
        for name in ["silat-mine.db", "before-repair-20200101T000000Z.db", "notes.txt", "silat-20200101T0000000.db"] {
            #expect(FileManager.default.createFile(atPath: "\(backups.folder)/\(name)", contents: Data("x".utf8)))
        }
        try await office.store.backUpIfDue()
        #expect(try FileManager.default.contentsOfDirectory(atPath: backups.folder).count == 6)
        office.store.close()
    }

    @Test func aStoppedOneLeavesNothing() async throws {
        let folder = try Folder()
        let office = try await Office(SilatStore.open(at: folder.file("x.db"), mode: .create, now: Office.noon))
        await #expect(throws: CancellationError.self) {
            try await office.store.backUpIfDue { _ in throw CancellationError() }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("x.db.backups")).isEmpty)
        #expect(try await office.store.backUpIfDue() != nil)
        office.store.close()
    }

    @Test func oneInMemoryHasNone() async throws {
        let office = try await Office(SilatStore.inMemory(now: Office.noon))
        #expect(try await office.store.backUpIfDue() == nil)
    }
}
