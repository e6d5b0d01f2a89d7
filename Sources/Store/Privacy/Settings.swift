import GRDB
import Training

/// What the office has set for all its desks.
struct Settings {
    let db: Database

    private static let lockMinutes = "lock_minutes"

    /// After how many minutes a desk locks itself; `nil` where it never does.
    var lockMinutes: Int? {
        get throws {
            let minutes = try value(Self.lockMinutes) ?? DeskLock.usualMinutes
            return minutes == 0 ? nil : minutes
        }
    }

    private func value(_ name: String) throws -> Int? {
        try Int.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
    }

    fileprivate func setLockMinutes(_ minutes: Int?, through door: Door) throws {
        let values = [Self.lockMinutes.databaseValue, (minutes ?? 0).databaseValue]
        let id = try Int64.fetchOne(
            db, sql: "SELECT id FROM setting WHERE name = ?", arguments: [Self.lockMinutes])
        if let id { try door.update(.setting, id, values) } else { try door.insert(.setting, values) }
    }
}

extension Actions {
    func setLock(after minutes: Int?) throws -> Receipt {
        if let minutes, !DeskLock.possibleMinutes.contains(minutes) { throw Refusal.invalid(.lockMinutes) }
        let door = try open(.setLock)
        door.note = minutes.map { "\($0)" }
        try Settings(db: db).setLockMinutes(minutes, through: door)
        return try finish(door)
    }
}
