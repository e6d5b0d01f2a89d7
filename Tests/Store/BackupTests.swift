import Foundation
import Sample
import Testing
import Training

@testable import Store

/// A folder of its own with an office's file in it.
private final class FiledOffice: Sendable {
    let folder: String
    let store: SilatStore
    let author = Author(name: "rina", desk: "meja1")

    init() throws {
        folder = NSTemporaryDirectory() + "silat-backup-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        store = try SilatStore.open(at: folder + "/silat.db", mode: .create)
    }

    deinit {
        store.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    var backup: String { folder + "/cadangan.db" }
    var old: String { folder + "/lama.db" }

    func add(_ name: String, by author: Author? = nil) async throws {
        let person = Participant(
            identity: .none(reason: "belum punya"), name: PersonName(name)!,
            birthDate: CalendarDate(iso: "1999-05-05")!,
            sex: .female, residence: .outside)
        _ = try await store.perform(.addParticipant(person, in: nil, confirmed: []), by: author ?? self.author)
    }

    func names() async throws -> [String] {
        try await store.page(of: ParticipantQuery(), .first, count: 100).rows.map(\.name.text)
    }

    func files() throws -> Set<String> { Set(try FileManager.default.contentsOfDirectory(atPath: folder)) }
}

struct BackupTests {
    @Test func aBackupIsOneWholeFileOfItsOwnersAlone() async throws {
        let office = try FiledOffice()
        try await office.add("Siti")
        let backup = try await office.store.backup(to: office.backup)
        #expect(backup.steps == 1)
        #expect(try office.files().isSuperset(of: ["cadangan.db", "cadangan.db.sha256"]))
        #expect(try office.files().allSatisfy { !$0.hasPrefix(".") && !$0.hasPrefix("cadangan.db-") })
        for path in [office.backup, office.backup + ".sha256"] {
            let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
            #expect(rights?.intValue == 0o600)
        }
        let copy = try SilatStore.open(at: office.backup, mode: .readWrite)
        defer { copy.close() }
        #expect(try await copy.count(of: ParticipantQuery()) == 1)
        #expect(try await copy.check().allSatisfy { $0.problem == nil })
    }

    /// A program that was ended in its middle leaves a copy of everybody's data: the next backup takes it away.
    @Test func whatAnEndedProgramLeftIsTakenAway() async throws {
        let office = try FiledOffice()
        let ended = Process()
        ended.executableURL = URL(filePath: "/bin/true")
        try ended.run()
        ended.waitUntilExit()
        let (left, running) = ("backup.\(ended.processIdentifier)", "backup.\(getppid())")
        for ending in [left, left + "-journal", running] {
            try Data("x".utf8).write(to: URL(filePath: "\(office.folder)/.cadangan.db.\(ending)"))
        }
        _ = try await office.store.backup(to: office.backup)
        #expect(try office.files().filter { $0.hasPrefix(".") } == [".cadangan.db.\(running)"])
    }

    /// What others save while the copy is made is in it whole or not at all.
    @Test func aBackupIsConsistentWhileOthersWrite() async throws {
        let office = try FiledOffice()
        try await office.add("Pertama")
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for number in 0..<60 { try await office.add("Peserta \(Self.letters(number))") } }
            for copy in 0..<5 {
                group.addTask { _ = try await office.store.backup(to: office.backup + "\(copy)") }
            }
            try await group.waitForAll()
        }
        for copy in 0..<5 {
            let store = try SilatStore.open(at: office.backup + "\(copy)", mode: .readWrite)
            defer { store.close() }
            #expect(try await store.check().filter { $0.problem != nil } == [])
            #expect(try await store.count(of: ParticipantQuery()) == store.log(of: nil, count: 1_000).count)
        }
    }

    private static func letters(_ number: Int) -> String {
        String(String(number).compactMap { Array("abcdefghij")[$0.wholeNumberValue ?? 0] })
    }

    @Test func whatWouldBeLostIsToldByDeskBeforeAnythingIsDone() async throws {
        let office = try FiledOffice()
        try await office.add("Siti")
        _ = try await office.store.backup(to: office.backup)
        let other = Author(name: "budi", desk: "meja2")
        try await office.add("Rahmah", by: other)
        try await office.add("Ana", by: other)
        try await office.add("Ida")
        let preview = try await office.store.preview(restoring: office.backup)
        #expect(preview.lost.map(\.author) == [other, office.author])
        #expect(preview.lost.map(\.steps) == [2, 1])
        #expect(preview.returning == 0)
        #expect(try await office.names().count == 4)
    }

    @Test func goingBackKeepsWhatWasThereAndStandsInTheLog() async throws {
        let office = try FiledOffice()
        try await office.add("Siti")
        let backup = try await office.store.backup(to: office.backup)
        try await office.add("Rahmah")
        _ = try await office.store.restore(from: office.backup, keepingOldAt: office.old, by: office.author)
        #expect(try await office.names() == ["Siti"])
        #expect(try await office.store.check().filter { $0.problem != nil } == [])
        let newest = try await office.store.log(of: nil, count: 1).first
        #expect(newest?.kind == .restore)
        #expect(newest?.note == "cadangan.db \(backup.hash)")
        // And there again, to what was on file before.
        let preview = try await office.store.preview(restoring: office.old)
        #expect((preview.returning, preview.lost.map(\.steps)) == (1, [1]))
        _ = try await office.store.restore(
            from: office.old, keepingOldAt: office.folder + "/lagi.db", by: office.author)
        #expect(try await office.names() == ["Rahmah", "Siti"])
    }

    /// Another program that has the file open goes on with what was restored.
    @Test func anotherDeskSeesTheRestoredFile() async throws {
        let office = try FiledOffice()
        try await office.add("Siti")
        _ = try await office.store.backup(to: office.backup)
        try await office.add("Rahmah")
        let other = try SilatStore.open(at: office.folder + "/silat.db", mode: .readWrite)
        defer { other.close() }
        #expect(try await other.count(of: ParticipantQuery()) == 2)
        _ = try await office.store.restore(from: office.backup, keepingOldAt: office.old, by: office.author)
        #expect(try await other.count(of: ParticipantQuery()) == 1)
        #expect(try await other.check().filter { $0.problem != nil } == [])
    }

    @Test(arguments: ["cut", "bit", "text", "gone"]) func aBrokenBackupIsRefusedAndNothingHappens(_ kind: String)
        async throws
    {
        let office = try FiledOffice()
        for number in 0..<20 { try await office.add("Siti \(Self.letters(number))") }
        _ = try await office.store.backup(to: office.backup)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: office.backup))
        switch kind {
        case "cut": bytes.removeLast(bytes.count / 2)
        case "bit": bytes[bytes.count / 2] ^= 0x40
        case "text": bytes = Data("bukan cadangan".utf8)
        default: try FileManager.default.removeItem(atPath: office.backup)
        }
        if kind != "gone" { try bytes.write(to: URL(fileURLWithPath: office.backup)) }
        await #expect(throws: StoreFailure.self) {
            try await office.store.restore(from: office.backup, keepingOldAt: office.old, by: office.author)
        }
        #expect(try await office.names().count == 20)
        #expect(!FileManager.default.fileExists(atPath: office.old))
    }

    /// A failure while copying leaves nothing behind.
    @Test func aBackupThatIsStoppedLeavesNothing() async throws {
        let office = try FiledOffice()
        try await office.add("Siti")
        await #expect(throws: (any Error).self) {
            try await office.store.backup(to: office.backup) { _ in throw CancellationError() }
        }
        #expect(try office.files().isSubset(of: ["silat.db", "silat.db-wal", "silat.db-shm"]))
    }
}

struct BackupScheduleTests {
    private static let zone = TimeZone(identifier: "UTC")!

    /// Made every day for two years, with three on some days.
    @Test func keepsTheNewestOfEachSpan() {
        let now = Date(timeIntervalSince1970: 1_790_000_000)
        var times: [Date] = []
        for day in 0..<730 {
            for hour in 0..<(day % 3 == 0 ? 3 : 1) {
                times.append(now.addingTimeInterval(-Double(day) * 86_400 - Double(hour) * 3_600))
            }
        }
        let superfluous = Set(BackupSchedule.superfluous(times, now: now, zone: Self.zone))
        let kept = times.filter { !superfluous.contains($0) }.sorted(by: >)
        #expect(kept.first == times.max())
        #expect((20...28).contains(kept.count), "\(kept.count)")
        let ages = kept.map { Int(now.timeIntervalSince($0) / 86_400) }
        for day in 0..<7 { #expect(ages.contains(day)) }
        for month in 1...11 { #expect(ages.contains { abs($0 - month * 30) <= 31 }) }
        #expect(ages.allSatisfy { $0 <= 366 })
    }

    /// Thinning out every day keeps the same as thinning out once at the end would: nothing needed is thrown away early.
    @Test func thinningOutDailyLosesNoMonth() {
        var kept: [Date] = []
        let start = Date(timeIntervalSince1970: 1_700_000_000)
        for day in 0..<400 {
            let now = start.addingTimeInterval(Double(day) * 86_400)
            kept.append(now)
            let gone = Set(BackupSchedule.superfluous(kept, now: now, zone: Self.zone))
            kept.removeAll(where: gone.contains)
        }
        let days = kept.map { CalendarDate.today($0, in: Self.zone) }
        let months = Set(days.map { $0.year * 12 + $0.month })
        #expect(months.count >= 12)
        #expect(kept.count < 30)
    }

    @Test func oneADayIsDue() {
        let now = Date(timeIntervalSince1970: 1_790_000_000)
        #expect(BackupSchedule.isDue([], now: now, zone: Self.zone))
        #expect(!BackupSchedule.isDue([now.addingTimeInterval(-60)], now: now, zone: Self.zone))
        #expect(BackupSchedule.isDue([now.addingTimeInterval(-86_400)], now: now, zone: Self.zone))
    }
}
