import Foundation
import GRDB
import Training

/// The operators' PINs, and how long none is looked at after a wrong one.
struct PINs {
    let db: Database
    let now: Date

    private struct Kept {
        var hash: PINHash
        var failures: Int
        var failedAt: Int
    }

    func isKept(of name: String) throws -> Bool { try kept(of: name) != nil }

    func hash(of name: String) throws -> PINHash? { try kept(of: name)?.hash }

    private func kept(of name: String) throws -> Kept? {
        try Row.fetchOne(db, sql: "SELECT * FROM pin WHERE operator = ?", arguments: [name]).map {
            Kept(hash: PINHash(stored: $0["hash"]), failures: $0["failures"], failedAt: $0["failed_at"])
        }
    }

    /// How many seconds none is looked at yet; 0 where one may be typed.
    func wait(for name: String) throws -> Int {
        guard let kept = try kept(of: name), kept.failures > 0 else { return 0 }
        let delay = Self.delay(after: kept.failures)
        // A clock that was set back does not make it longer than it was.
        return min(delay, max(0, kept.failedAt + delay - seconds))
    }

    /// Seconds: each wrong PIN doubles them, up to five minutes.
    static func delay(after failures: Int) -> Int { failures < 1 ? 0 : min(300, 1 << min(failures - 1, 9)) }

    /// Counts a wrong PIN.
    ///
    /// - Returns: the seconds that follow it.
    func fail(_ name: String) throws -> Int {
        try db.execute(
            sql: "UPDATE pin SET failures = failures + 1, failed_at = ? WHERE operator = ?", arguments: [seconds, name])
        return try wait(for: name)
    }

    /// Forgets the wrong ones.
    func succeed(_ name: String) throws {
        try db.execute(sql: "UPDATE pin SET failures = 0, failed_at = 0 WHERE operator = ?", arguments: [name])
    }

    /// Keeps a PIN in the place of an earlier one, or none.
    func keep(_ hash: PINHash?, of name: String) throws {
        try db.execute(sql: "DELETE FROM pin WHERE operator = ?", arguments: [name])
        guard let hash else { return }
        try db.execute(
            sql: "INSERT INTO pin (operator, hash, failures, failed_at) VALUES (?, ?, 0, 0)",
            arguments: [name, hash.text])
    }

    private var seconds: Int { Int(now.timeIntervalSince1970) }
}

extension SilatStore {
    public func deskLock(of operatorName: String) async throws -> DeskLock {
        let now = now()
        return try await read { db in
            guard try PINs(db: db, now: now).isKept(of: operatorName) else { return .none }
            return DeskLock(hasPIN: true, minutes: try Settings(db: db).lockMinutes)
        }
    }

    public func lockMinutes() async throws -> Int? { try await read { try Settings(db: $0).lockMinutes } }

    public func tryPIN(_ pin: String, by author: Author) async throws -> PINAnswer {
        let (fingerprint, now, name) = (fingerprint, now(), author.name)
        let (wait, hash) = try await read { db in
            let pins = PINs(db: db, now: now)
            return (try pins.wait(for: name), try pins.hash(of: name))
        }
        guard wait == 0 else { return .tooSoon(wait: wait) }
        guard let hash else { return .right }
        // Slow on purpose, so it is done while nobody waits for the file.
        let isRight = hash.isOf(pin)
        return try await write { db in
            let pins = PINs(db: db, now: now)
            // Another desk tried meanwhile.
            let wait = try pins.wait(for: name)
            guard wait == 0 else { return .tooSoon(wait: wait) }
            guard !isRight else {
                try pins.succeed(name)
                return .right
            }
            let door = try Actions(db: db, author: author, desk: fingerprint, now: now).open(.failedUnlock)
            try door.close()
            return .wrong(wait: try pins.fail(name))
        }
    }

    public func setPIN(_ pin: String?, by author: Author) async throws {
        if let pin, !DeskLock.pinLength.contains(pin.count) { throw Refusal.invalid(.pin) }
        let hash = try pin.map { pin in
            guard let hash = PINHash(of: pin) else { throw StoreFailure.system(path: path, detail: "crypt") }
            return hash
        }
        try await keep(hash, of: author.name, by: author)
    }

    public func resetPIN(of operatorName: String, by author: Author) async throws {
        try await keep(nil, of: operatorName, by: author, needs: .operators)
    }

    private func keep(
        _ hash: PINHash?, of name: String, by author: Author, needs permission: Permission = .totals
    ) async throws {
        let (fingerprint, now) = (fingerprint, now())
        try await write { db in
            let actions = Actions(db: db, author: author, desk: fingerprint, now: now)
            try actions.demand(permission)
            try PINs(db: db, now: now).keep(hash, of: name)
            let door = try actions.open(.setPIN)
            door.note = name
            try door.close()
        }
    }
}
