import Foundation
import GRDB
import Training

/// Notices what other programs commit to a file.
///
/// At rest it asks the file system for two times, which costs next to nothing. Only where one of them has moved does it ask
/// SQLite, whose `data_version` tells another connection's commit from our own.
struct FileWatch {
    /// How often it looks.
    static let interval = Duration.milliseconds(300)

    private let paths: [String]
    private var times: [timespec] = []
    private var looksLeft = 0
    private var version: Int64?
    private var step: Int64?

    /// A watch of the file at a path and of the log beside it.
    init(path: String) { paths = [path, path + "-wal"] }

    /// Whether the log of steps has grown elsewhere since the last look. The first look always says so: something may have
    /// changed since whoever listens has last read.
    mutating func hasNews(_ database: any DatabaseWriter) async -> Bool {
        guard hasStirred() else { return false }
        let seen = try? await database.writeWithoutTransaction { db in
            try Int64.fetchOne(db, sql: "PRAGMA data_version")
        }
        guard let seen, seen != version else { return false }
        let newest = try? await database.read { try StepLog(db: $0).newest()?.rawValue }
        defer { (version, step) = (seen, newest) }
        // Drafts of other desks change the file too, but enter nothing in the log.
        return version == nil || newest != step
    }

    /// Whether the file was written to lately. A commit shows a little later than its bytes, when they are on disk, so a file that
    /// was written to is looked at a few times more.
    private mutating func hasStirred() -> Bool {
        let now = paths.map(Self.modified)
        if !now.elementsEqual(times, by: { $0.tv_sec == $1.tv_sec && $0.tv_nsec == $1.tv_nsec }) { looksLeft = 10 }
        times = now
        guard looksLeft > 0 else { return false }
        looksLeft -= 1
        return true
    }

    private static func modified(_ path: String) -> timespec {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mtim : timespec()
    }
}
