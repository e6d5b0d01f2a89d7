import Foundation
import Training

/// The backups that silat makes by itself, once a day, in a folder beside the file.
///
/// Which of them stay is told by ``BackupSchedule``. They never fill the disk: where there is not room for another and for what the
/// office will still save, the oldest go first, and none is made where that does not help.
struct AutomaticBackups {
    /// The silat file.
    let path: String

    /// The folder they stand in.
    var folder: String { path + ".backups" }

    /// A backup that stands there.
    struct Kept: Hashable {
        let path: String
        let time: Date
    }

    /// Those that stand there, the newest first.
    func kept() -> [Kept] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { name in
            Self.time(ofName: name).map { Kept(path: "\(folder)/\(name)", time: $0) }
        }.sorted { $0.time > $1.time }
    }

    /// Whether it is time for one: none was made today, and something was saved since the last.
    func isDue(now: Date) -> Bool {
        let kept = kept()
        guard BackupSchedule.isDue(kept.map(\.time), now: now) else { return false }
        guard let newest = kept.first else { return true }
        return lastSave.map { $0 > newest.time } ?? true
    }

    /// When the file was written to last.
    private var lastSave: Date? {
        ["", "-wal"].compactMap { suffix in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path + suffix)
            return attributes?[.modificationDate] as? Date
        }.max()
    }

    /// Where the next one goes.
    func next(_ now: Date, prefix: String = Self.prefix) throws -> String {
        let isForGroup = FileAccess(path: path).isForGroup
        if !FileManager.default.fileExists(atPath: folder) {
            guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
                throw StoreFailure.cannotCreate(path: folder, reason: String(cString: strerror(errno)))
            }
            // Set by itself, since the system takes away what new folders are not to have.
            if isForGroup { chmod(folder, 0o2770) }
        }
        return "\(folder)/\(prefix)\(Self.name(of: now))\(Self.suffix)"
    }

    /// Throws away those that the schedule keeps no longer.
    func prune(now: Date) {
        let kept = kept()
        let superfluous = Set(BackupSchedule.superfluous(kept.map(\.time), now: now))
        for backup in kept where superfluous.contains(backup.time) { remove(backup) }
    }

    /// Makes room for another copy, the oldest first; the newest stays.
    ///
    /// - Throws: ``StoreFailure/noRoomForBackup(path:needed:free:)``
    func makeRoom() throws {
        // Twice its size: one copy, and as much again for what is saved until the next.
        let needed = DiskRoom.size(of: path) * 2
        var older = Array(kept().dropFirst())
        while let room = DiskRoom(at: folder), room.free < needed + room.reserve {
            guard let oldest = older.popLast() else {
                throw StoreFailure.noRoomForBackup(path: folder, needed: needed + room.reserve, free: room.free)
            }
            remove(oldest)
        }
    }

    private func remove(_ backup: Kept) {
        unlink(backup.path)
        unlink(BackupFile(path: backup.path).hashPath)
    }

    // MARK: Names

    private static let prefix = "silat-"
    private static let suffix = ".db"

    /// The moment in UTC, so that names sort by time wherever they are read.
    private static func name(of time: Date) -> String {
        var (seconds, parts) = (time_t(time.timeIntervalSince1970), tm())
        gmtime_r(&seconds, &parts)
        func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(parts.tm_year + 1900)\(two(parts.tm_mon + 1))\(two(parts.tm_mday))T"
            + "\(two(parts.tm_hour))\(two(parts.tm_min))\(two(parts.tm_sec))Z"
    }

    /// The moment that a name tells; `nil` for whatever else stands in the folder.
    private static func time(ofName name: String) -> Date? {
        guard name.hasPrefix(prefix), name.hasSuffix("Z" + suffix) else { return nil }
        let digits = name.dropFirst(prefix.count).dropLast(suffix.count + 1)
        guard digits.count == 15, digits.dropFirst(8).first == "T" else { return nil }
        let numbers = digits.filter { $0 != "T" }.compactMap(\.wholeNumberValue)
        guard numbers.count == 14 else { return nil }
        func number(_ range: Range<Int>) -> Int32 { numbers[range].reduce(0) { $0 * 10 + Int32($1) } }
        var parts = tm()
        parts.tm_year = number(0..<4) - 1900
        parts.tm_mon = number(4..<6) - 1
        (parts.tm_mday, parts.tm_hour) = (number(6..<8), number(8..<10))
        (parts.tm_min, parts.tm_sec) = (number(10..<12), number(12..<14))
        return Date(timeIntervalSince1970: Double(timegm(&parts)))
    }
}

extension SilatStore {
    /// Makes the day's backup in the folder beside the file, where it is time for one, and throws away what is no longer kept. All else that runs comes
    /// first.
    ///
    /// - Parameter progress: see ``backup(to:progress:)``.
    /// - Returns: the backup; `nil` where it was not time for one.
    /// - Throws: ``StoreFailure``
    @discardableResult
    public func backUpIfDue(progress: @escaping @Sendable (Double) throws -> Void = { _ in }) async throws -> Backup? {
        let (backups, now) = (AutomaticBackups(path: path), now())
        guard path != Self.memory, backups.isDue(now: now) else { return nil }
        do {
            let destination = try backups.next(now)
            backups.prune(now: now)
            try backups.makeRoom()
            let backup = try await backUp(to: destination, givesWay: true, progress: progress)
            if FileAccess(path: path).isForGroup { chmod(destination, 0o660) }
            backups.prune(now: now)
            return backup
        } catch { throw StoreFile.failure(error, path: path) }
    }
}
