import Foundation

/// A copy of the office's file as it stood at one moment.
public struct Backup: Hashable, Sendable {
    /// Where the copy is.
    public var path: String
    /// SHA-256 of the copy, in hexadecimal digits.
    public var hash: String
    /// Bytes in the copy.
    public var size: Int
    /// How many steps its log holds.
    public var steps: Int
    /// When the newest of them was done; `nil` where there is none.
    public var newest: Date?

    /// A copy.
    public init(path: String, hash: String, size: Int, steps: Int, newest: Date?) {
        self.path = path
        self.hash = hash
        self.size = size
        self.steps = steps
        self.newest = newest
    }
}

/// What going back to a backup would undo, before it is done.
public struct RestorePreview: Hashable, Sendable {
    public var backup: Backup
    /// Work that is on file and not in the backup, by who did it where; the most steps first.
    public var lost: [LostWork]
    /// Steps in the backup that are not on file: it comes from another file, or from before an earlier restore.
    public var returning: Int

    public init(backup: Backup, lost: [LostWork], returning: Int) {
        self.backup = backup
        self.lost = lost
        self.returning = returning
    }
}

/// What one operator did at one desk since a backup was made.
public struct LostWork: Hashable, Sendable {
    public var author: Author
    public var steps: Int
    /// Records that these steps changed.
    public var changes: Int
    public var first: Date
    public var last: Date

    public init(author: Author, steps: Int, changes: Int, first: Date, last: Date) {
        self.author = author
        self.steps = steps
        self.changes = changes
        self.first = first
        self.last = last
    }
}

/// Which automatic backups are kept.
///
/// The newest three, then one a day for a week, one a week for five weeks, and one a month for a year: the last of each. The
/// first of all is never thrown away before another has taken its place.
public enum BackupSchedule {
    /// The times of backups that are no longer needed.
    public static func superfluous(_ times: [Date], now: Date, zone: TimeZone = .current) -> [Date] {
        let newestFirst = times.sorted(by: >)
        var kept = Set(newestFirst.prefix(3))
        var seen: Set<String> = []
        for time in newestFirst {
            let day = CalendarDate.today(time, in: zone)
            let age = CalendarDate.today(now, in: zone).daysSince1970 - day.daysSince1970
            var spans: [String] = []
            if age < 7 { spans.append("day \(day)") }
            if age < 35 { spans.append("week \(day.monday)") }
            if age < 366 { spans.append("month \(day.year)-\(day.month)") }
            for span in spans where seen.insert(span).inserted { kept.insert(time) }
        }
        return newestFirst.filter { !kept.contains($0) }
    }

    /// Whether it is time for another one: none was made on this day yet.
    public static func isDue(_ times: [Date], now: Date, zone: TimeZone = .current) -> Bool {
        let today = CalendarDate.today(now, in: zone)
        return !times.contains { CalendarDate.today($0, in: zone) == today }
    }
}
