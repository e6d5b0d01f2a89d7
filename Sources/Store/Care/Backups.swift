import Digest
import Foundation
import GRDB
import Synchronization
import Training

extension SilatStore {
    /// Copies the file as it is at one moment, while others go on writing, and proves the copy.
    ///
    /// The copy appears whole or not at all, readable by its owner alone, with its SHA-256 in a file of the same name and
    /// `.sha256` beside it.
    ///
    /// - Parameter progress: is told how much is copied, 0 to 1; where it throws, the copying ends and nothing is left.
    /// - Throws: ``StoreFailure``
    public func backup(
        to destination: String, progress: @escaping @Sendable (Double) throws -> Void = { _ in }
    ) async throws -> Backup {
        try await backUp(to: destination, progress: progress)
    }

    /// - Parameter givesWay: whether all else that runs comes first.
    func backUp(
        to destination: String, givesWay: Bool = false, progress: @escaping @Sendable (Double) throws -> Void
    ) async throws -> Backup {
        let isCancelled = Mutex(false)
        return try await withTaskCancellationHandler {
            try await copying(to: destination, givesWay: givesWay) { [database] in
                try BackupFile(path: destination).write(from: database) { share in
                    if isCancelled.withLock({ $0 }) { throw CancellationError() }
                    try progress(share)
                }
            }
        } onCancel: {
            isCancelled.withLock { $0 = true }
        }
    }

    /// What is in a backup, and what going back to it would undo.
    ///
    /// - Throws: ``StoreFailure`` where it is no backup, or is not what it was when it was made.
    public func preview(restoring source: String) async throws -> RestorePreview {
        try await copying(to: source) { [database] in
            let backup = try BackupFile(path: source).proved()
            let inside = try BackupFile(path: source).read { try Set(Int64.fetchAll($0, sql: "SELECT id FROM step")) }
            return try database.read { db in
                RestorePreview(
                    backup: backup, lost: try StepLog(db: db).work(outside: inside),
                    returning: try inside.count - StepLog(db: db).count(among: inside))
            }
        }
    }

    /// Puts a backup in the place of what is on file, in one step: other desks see it as any other change.
    ///
    /// What was on file is copied to `old` first. The restored log tells of it.
    ///
    /// - Throws: ``StoreFailure``; the file is as it was then.
    public func restore(
        from source: String, keepingOldAt old: String, by author: Author
    ) async throws -> Backup {
        let (fingerprint, now) = (fingerprint, now)
        return try await copying(to: path) { [database] in
            let backup = try BackupFile(path: source).proved()
            let staged = BackupFile(path: old).temporary("restore")
            defer { BackupFile.remove(staged) }
            // All that is to be on file is made ready beside it, so that one commit puts it there.
            let copy = try BackupFile(path: source).copied(to: staged)
            try Schema.migrator.migrate(copy)
            try copy.write { db in
                let actions = Actions(db: db, author: author, desk: fingerprint, now: now())
                let door = try actions.open(.restore)
                door.note = "\((source as NSString).lastPathComponent.strippedOfControls) \(backup.hash)"
                try door.close()
            }
            try BackupFile(path: old).keepNewest(of: database)
            try copy.backup(to: database)
            return backup
        }
    }

    /// Runs what takes its time on a thread of its own, and says what went wrong in the field's terms. Of the threads that questions are answered
    /// on there are no more than processors.
    private func copying<Value: Sendable>(
        to path: String, givesWay: Bool = false, _ body: @Sendable @escaping () throws -> Value
    ) async throws -> Value {
        do {
            return try await withCheckedThrowingContinuation { continuation in
                let thread = Thread {
                    if givesWay { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.lowPriority) }
                    continuation.resume(with: Result { try body() })
                }
                // As much as a program's first thread has.
                thread.stackSize = 8 << 20
                thread.start()
            }
        } catch { throw StoreFile.failure(error, path: path) }
    }

    /// As for whatever is started with `nice`; Linux takes it for one thread.
    private static var lowPriority: Int32 { 10 }
}

/// A backup on disk.
struct BackupFile {
    let path: String

    /// Where the hash stands.
    var hashPath: String { path + ".sha256" }

    // MARK: Writing

    func write(
        from source: any DatabaseWriter, isProved: Bool = true, _ progress: @escaping @Sendable (Double) throws -> Void
    ) throws -> Backup {
        guard FileManager.default.fileExists(atPath: folder) else {
            throw StoreFailure.noSuchFolder(path: path, folder: folder)
        }
        removeLeftovers(in: folder)
        let temporary = temporary("backup")
        defer { Self.remove(temporary) }
        try create(temporary)
        try copy(source, to: temporary, isProved: isProved, progress)
        let backup = try BackupFile(path: temporary).measured()
        // Ended anywhere here, there is the earlier backup or the new one, and no hash that belongs to the other.
        unlink(hashPath)
        try put(temporary, in: path)
        try keepHash(backup.hash)
        return Backup(
            path: path, hash: backup.hash, size: backup.size, steps: backup.steps, newest: backup.newest)
    }

    /// Copies until nothing was saved meanwhile, so that what is about to go is in the copy.
    func keepNewest(of source: any DatabaseWriter) throws {
        for _ in 1...5 {
            let copy = try write(from: source) { _ in }
            let isSame = try source.read { db in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM step") == copy.steps
                    && Int64.fetchOne(db, sql: "SELECT max(id) FROM step").map(Clock.time(of:)) == copy.newest
            }
            if isSame { return }
        }
        throw StoreFailure.busy(path: path)
    }

    /// A name beside this one for what is not finished.
    func temporary(_ purpose: String) -> String { "\(folder)/.\(name).\(purpose).\(getpid())" }

    private var name: String { (path as NSString).lastPathComponent }
    private var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

    static func remove(_ temporary: String) {
        for ending in ["", "-journal", "-wal", "-shm"] { unlink(temporary + ending) }
    }

    /// Removes what a program left that was ended in the middle: it holds everybody's data.
    private func removeLeftovers(in folder: String) {
        for found in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard ["backup", "restore", "hash", "merge"].contains(where: { found.hasPrefix(".\(name).\($0).") }) else {
                continue
            }
            let number = found.split(separator: ".").last?.prefix { $0.isNumber }
            guard let process = number.flatMap({ pid_t($0) }), kill(process, 0) != 0, errno == ESRCH else { continue }
            unlink("\(folder)/\(found)")
        }
    }

    /// A new file, its owner's alone from the first byte on. Foundation would begin it beside its place as one that everybody may
    /// read, which stays where the program is killed.
    private func create(_ temporary: String, holding bytes: Data = Data()) throws {
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw StoreFailure.cannotCreate(path: path, reason: String(cString: strerror(errno)))
        }
        do {
            try FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).write(contentsOf: bytes)
        } catch {
            throw StoreFailure.cannotCreate(path: path, reason: String(cString: strerror(errno)))
        }
    }

    /// A copy of this backup that can be changed.
    func copied(to temporary: String) throws -> DatabaseQueue {
        try create(temporary)
        let copy = try DatabaseQueue(path: temporary, configuration: StoreFile.configuration(readOnly: false))
        try connected().backup(to: copy)
        return copy
    }

    private func copy(
        _ source: any DatabaseWriter, to temporary: String, isProved: Bool,
        _ progress: @escaping @Sendable (Double) throws -> Void
    ) throws {
        let copy = try DatabaseQueue(path: temporary, configuration: StoreFile.configuration(readOnly: false))
        try progress(0)
        try source.backup(to: copy, pagesPerStep: 1_000) { step in
            try progress(step.totalPageCount == 0 ? 1 : Double(step.completedPageCount) / Double(step.totalPageCount))
        }
        // One file, that any program can read by itself.
        try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        if isProved { try copy.read { try prove($0) } }
        try copy.close()
    }

    private func put(_ temporary: String, in final: String) throws {
        let descriptor = open(temporary, O_RDONLY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        guard descriptor >= 0, fsync(descriptor) == 0, rename(temporary, final) == 0 else {
            throw StoreFailure.cannotCreate(path: final, reason: String(cString: strerror(errno)))
        }
    }

    private func keepHash(_ hash: String) throws {
        let line = "\(hash)  \(name)\n"
        let temporary = temporary("hash")
        defer { unlink(temporary) }
        try create(temporary, holding: Data(line.utf8))
        try put(temporary, in: hashPath)
    }

    // MARK: Reading

    /// A connection that can't change it.
    func connected() throws -> DatabaseQueue {
        var configuration = StoreFile.configuration(readOnly: true)
        configuration.label = "backup"
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value { try connected().read(body) }

    /// The backup, once it was proved: the hash beside it, and everything in it that can be.
    ///
    /// - Throws: ``StoreFailure``
    func proved() throws -> Backup {
        try refuseOthers()
        let backup = try measured()
        if let said = try? String(contentsOfFile: hashPath, encoding: .utf8),
            said.split(separator: " ").first.map(String.init) != backup.hash
        {
            throw StoreFailure.damaged(path: path, detail: "SHA-256 ≠ \((hashPath as NSString).lastPathComponent)")
        }
        try read { try prove($0) }
        return backup
    }

    /// Proves everything in a file that was worked on since it was copied: what its hash was then says nothing any more.
    ///
    /// - Throws: ``StoreFailure``
    func proveWorkedOn() throws {
        try refuseOthers()
        try read { try prove($0) }
    }

    private func refuseOthers() throws {
        guard FileManager.default.fileExists(atPath: path) else { throw StoreFailure.noSuchFile(path: path) }
        guard try StoreFile(path: path).isOurs() else { throw StoreFailure.notOurs(path: path) }
    }

    private func prove(_ db: Database) throws {
        for finding in try FileCheck(db: db).ofCopy() {
            if let problem = finding.problem { throw StoreFailure.damaged(path: path, detail: problem) }
        }
    }

    private func measured() throws -> Backup {
        let (hash, size) = try digest()
        return try read { db in
            let steps = try Int.fetchOne(db, sql: "SELECT count(*) FROM step") ?? 0
            let newest = try Int64.fetchOne(db, sql: "SELECT max(id) FROM step").map(Clock.time(of:))
            return Backup(path: path, hash: hash, size: size, steps: steps, newest: newest)
        }
    }

    private func digest() throws -> (hash: String, size: Int) {
        guard let file = FileHandle(forReadingAtPath: path) else { throw StoreFailure.unreadable(path: path) }
        defer { try? file.close() }
        var digest = SHA256()
        var size = 0
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
            digest.add(Array(piece))
            size += piece.count
        }
        return (digest.hexadecimal(), size)
    }
}
