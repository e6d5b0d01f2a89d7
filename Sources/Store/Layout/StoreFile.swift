import CSQLiteSettings
import Foundation
import GRDB
import Training

/// What opening a large file can take its time for.
public enum OpeningWork: Sendable {
    /// It came from elsewhere, and is read through before anything in it is used.
    case readingThrough
    /// It has an earlier layout, and is brought up to this program's.
    case bringingUpToDate
}

/// Opens a file of silat's, and no other, and says in the field's terms what is wrong where it cannot.
struct StoreFile {
    let path: String
    var patience = Patience()
    /// Is told what is about to be done to a large file, and takes its time.
    var whenBusy: @Sendable (OpeningWork) -> Void = { _ in }
    /// A file of so many bytes is done with before anybody notices.
    var quicklyDone = 50_000_000

    /// How connections are set up: foreign keys on, what the file's schema could do held to what silat needs.
    ///
    /// A connection that reads trusts no view and no index. One that writes must trust the triggers that keep the search index, which
    /// SQLite 3.40 counts among what could do harm; it is opened once the schema is known to be silat's. So must one that reads a
    /// file of an earlier layout, whose log had an index on JSON.
    static func configuration(readOnly: Bool, _ patience: Patience = Patience()) -> Configuration {
        _ = settings
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .callback { patience.waits(after: $0) }
        configuration.maximumReaderCount = 3
        configuration.label = "silat"
        configuration.prepareDatabase { db in
            // The readers of a pool have a configuration of their own, which says so.
            if db.configuration.readonly, try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 >= 5 {
                try db.execute(sql: "PRAGMA trusted_schema = OFF")
            }
            try db.execute(sql: "PRAGMA cell_size_check = ON")
            // What is read, the system keeps in memory once for all who read it: readers with as much each as the writer would take more than
            // all the rest of the program.
            try db.execute(sql: db.configuration.readonly ? "PRAGMA cache_size = -2048" : cacheSize)
            // What is sorted is personal data: it waits in memory, not in the system's folder for temporary files.
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            try db.execute(sql: SearchIndex.terms)
        }
        return configuration
    }

    /// Made once, before the first file is opened.
    private static let settings: Void = sqlite_counts_no_memory()

    /// In KiB, for whoever writes: what an import changes stays in memory.
    static let cacheSize = "PRAGMA cache_size = -32768"

    /// Whether SQLite sees to it that what a record refers to is on file. Says nothing within a transaction.
    static func foreignKeys(_ areKept: Bool) -> String { "PRAGMA foreign_keys = \(areKept ? "ON" : "OFF")" }

    func open(_ mode: SilatStore.Mode) throws(StoreFailure) -> any DatabaseWriter {
        do {
            let exists = try look(mode)
            let isOld = exists ? try checkOwner(mode) : false
            switch mode {
            case .readOnly:
                if isOld { try bringUpToDate() }
                return try DatabaseQueue(path: path, configuration: Self.configuration(readOnly: true, patience))
            case .readWrite, .create:
                guard !exists || FileManager.default.isWritableFile(atPath: path) else {
                    throw StoreFailure.readOnly(path: path)
                }
                return try openForWriting(isNew: !exists, isOld: isOld)
            }
        } catch { throw Self.failure(error, path: path) as? StoreFailure ?? .system(path: path, detail: "\(error)") }
    }

    /// Brings a file of an earlier layout up to this program's: what it could not understand it could not read.
    private func bringUpToDate() throws {
        guard FileManager.default.isWritableFile(atPath: path) else { throw StoreFailure.older(path: path) }
        try openForWriting(isNew: false, isOld: true).close()
    }

    private func openForWriting(isNew mayBeNew: Bool, isOld: Bool) throws -> any DatabaseWriter {
        let isNew = try mayBeNew && create()
        if isOld, try isLarge { whenBusy(.bringingUpToDate) }
        do {
            let pool = try DatabasePool(path: path, configuration: Self.configuration(readOnly: false, patience))
            // The pool's own setting would let the last commits go with a power cut.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try Schema.migrator.migrate(pool)
            return pool
        } catch {
            if isNew { removeUnfinished() }
            throw error
        }
    }

    /// Makes an empty file, unless another desk has just made it.
    private func create() throws -> Bool {
        // Personal data: the file is its owner's alone from its first byte.
        let descriptor = Foundation.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
            return true
        }
        guard errno == EEXIST else {
            throw StoreFailure.cannotCreate(path: path, reason: String(cString: strerror(errno)))
        }
        return false
    }

    private func removeUnfinished() {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    /// Whether there is a file; refuses folders, missing files that are to be read, and missing folders.
    private func look(_ mode: SilatStore.Mode) throws -> Bool {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            if isFolder.boolValue { throw StoreFailure.notOurs(path: path) }
            return true
        }
        guard mode == .create else { throw StoreFailure.noSuchFile(path: path) }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.fileExists(atPath: folder) else {
            throw StoreFailure.noSuchFolder(path: path, folder: folder)
        }
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw StoreFailure.cannotCreate(path: path, reason: String(cString: strerror(EACCES)))
        }
        return false
    }

    /// Looks at an existing file without changing a byte of it: an empty one may be filled, any other must be silat's.
    ///
    /// - Returns: whether its layout is an earlier one.
    private func checkOwner(_ mode: SilatStore.Mode) throws -> Bool {
        guard FileManager.default.isReadableFile(atPath: path) else { throw StoreFailure.unreadable(path: path) }
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber
        if size?.intValue == 0 {
            // There is nothing to read in it, nor anything to change.
            guard mode == .create else { throw StoreFailure.notOurs(path: path) }
            return false
        }
        let look = try firstLook()
        guard look.owner == Schema.applicationID else {
            // A program was ended while it made the file, before anything was in it: as good as an empty one.
            // Taking back what was begun may just have left nothing at all.
            guard look.isBegun, mode == .create, header() != nil || DiskRoom.size(of: path) == 0 else {
                throw StoreFailure.notOurs(path: path)
            }
            return false
        }
        guard look.version <= Schema.version else {
            throw StoreFailure.newer(
                path: path, fileVersion: look.version, supported: Schema.version, program: look.program)
        }
        guard look.oddObjects.isEmpty else { throw StoreFailure.oddSchema(path: path, objects: look.oddObjects) }
        if let damage = look.damage { throw StoreFailure.damaged(path: path, detail: damage) }
        return look.version < Schema.version
    }

    /// What the file says of itself, before anything in it is trusted.
    private func firstLook() throws -> FirstLook {
        do { return try firstLook(readOnly: true) } catch let error as DatabaseError
            where error.resultCode == .SQLITE_READONLY && holdsNobodyElses()
        {
            // A program was ended in its middle, and what it began must be taken back before anything can be read.
            return try firstLook(readOnly: false)
        }
    }

    private func firstLook(readOnly: Bool) throws -> FirstLook {
        let configuration = Self.configuration(readOnly: readOnly, patience)
        let isLarge = try isLarge
        return try DatabaseQueue(path: path, configuration: configuration).read { db in
            try FirstLook(db, fingerprint: DeskNumber.fingerprint(ofFileAt: path)) {
                if isLarge { whenBusy(.readingThrough) }
            }
        }
    }

    private var isLarge: Bool {
        get throws {
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber
            return size?.intValue ?? 0 > quicklyDone
        }
    }

    /// By the bytes alone: silat's mark, or none and no room for a table.
    private func holdsNobodyElses() -> Bool {
        guard FileManager.default.isWritableFile(atPath: path), let header = header() else { return false }
        // Where these stand is told by SQLite's description of its file format, section 1.3.
        let pageSize = header[16...17].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let mark = header[68...71].reduce(0) { $0 << 8 | Int($1) }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.uint64Value
        return mark == Schema.applicationID || (mark == 0 && size ?? .max <= pageSize)
    }

    /// The first bytes of a file in SQLite's format; `nil` for any other, however SQLite takes it.
    private func header() -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        guard let bytes = try? file.read(upToCount: 100), bytes.count == 100,
            bytes.starts(with: Array("SQLite format 3\0".utf8))
        else { return nil }
        return Array(bytes)
    }

    /// Whether an existing file is silat's, of this layout or an earlier one.
    ///
    /// - Throws: ``StoreFailure/newer(path:fileVersion:supported:program:)``, or what the system says.
    func isOurs() throws -> Bool {
        do { return try checkOwner(.readOnly) || true } catch {
            if case StoreFailure.notOurs = Self.failure(error, path: path) { return false }
            throw error
        }
    }

    /// An error as the field's terms have it; refusals and failures go through as they are.
    static func failure(_ error: any Error, path: String) -> any Error {
        if let damaged = error as? DamagedRow { return StoreFailure.damaged(path: path, detail: damaged.what) }
        guard let error = error as? DatabaseError else { return error }
        let detail = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
        return switch error.resultCode {
        // The last is what SQLite says where readers and writers went by each other too often.
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: StoreFailure.busy(path: path)
        case .SQLITE_FULL: StoreFailure.diskFull(path: path)
        case .SQLITE_READONLY: StoreFailure.readOnly(path: path)
        case .SQLITE_NOTADB: StoreFailure.notOurs(path: path)
        case .SQLITE_CORRUPT: StoreFailure.damaged(path: path, detail: detail)
        case .SQLITE_CANTOPEN: StoreFailure.cannotCreate(path: path, reason: detail)
        case .SQLITE_INTERRUPT, .SQLITE_ABORT: CancellationError()
        default: StoreFailure.system(path: path, detail: detail)
        }
    }
}
