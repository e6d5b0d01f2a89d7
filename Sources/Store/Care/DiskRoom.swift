import Foundation

/// How much room there is on the disk that a file stands on, in bytes.
struct DiskRoom {
    /// Bytes that may still be written by this user.
    let free: Int
    /// Bytes that the disk holds in all.
    let total: Int

    /// The room at a path; `nil` where the system cannot tell.
    init?(at path: String) {
        var answer = statvfs()
        guard statvfs(path, &answer) == 0 else { return nil }
        free = Int(answer.f_bavail) * Int(answer.f_frsize)
        total = Int(answer.f_blocks) * Int(answer.f_frsize)
    }

    /// Bytes that stay free for saves and for others: a twentieth of the disk, a gigabyte at the most.
    var reserve: Int { min(total / 20, 1_000_000_000) }

    /// The bytes that a file takes with its write-ahead log; 0 where there is none.
    static func size(of path: String) -> Int {
        ["", "-wal"].reduce(0) { sum, suffix in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path + suffix)
            return sum + ((attributes?[.size] as? NSNumber)?.intValue ?? 0)
        }
    }
}
