import Foundation
import GRDB
import Training

/// Gives records and steps their numbers: the time in milliseconds since 2020, a counter, and the desk.
///
/// A hybrid logical clock: numbers in one file only ever rise, even where the machine's clock is set back or another desk's
/// runs ahead, and desks never give the same one.
struct Clock {
    /// 1 January 2020, 00:00 UTC, in milliseconds since 1970.
    private static let epoch: Int64 = 1_577_836_800_000
    private static let deskBits: Int64 = 14
    private static let counterBits: Int64 = 8

    /// How many desks a file can tell apart.
    static let desks: Int64 = 1 << deskBits

    private(set) var last: Int64
    private let desk: Int64
    private let now: Int64

    /// A clock that goes on after the last number that the file has given.
    init(after last: Int64, desk: Int64, now: Date) {
        self.last = last
        self.desk = desk
        self.now = Int64(now.timeIntervalSince1970 * 1000) - Self.epoch
    }

    /// The next number, higher than any before.
    mutating func next() -> Int64 {
        let lastTick = last >> Self.deskBits
        let tick = max(now << Self.counterBits, lastTick + 1)
        last = tick << Self.deskBits | desk
        return last
    }

    /// The least number that can be given from a moment on.
    static func firstNumber(at time: Date) -> Int64 {
        let milliseconds = Int64((time.timeIntervalSince1970 * 1000).rounded(.up)) - epoch
        return max(0, milliseconds) << (deskBits + counterBits)
    }

    /// When a number was given.
    static func time(of id: Int64) -> Date {
        let milliseconds = (id >> (deskBits + counterBits)) + epoch
        return Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}

/// Which desk this is, in one file: the machine and the file itself, so that a copy of the file is another desk.
enum DeskNumber {
    /// The desk's number in the file; a new one is drawn and kept where this is the first change from here.
    static func find(fingerprint: String, in db: Database) throws -> Int64 {
        let known = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM desk WHERE fingerprint = ?"), arguments: [fingerprint])
        if let known { return known }
        let taken = try Set(Int64.fetchAll(db.cachedStatement(sql: "SELECT number FROM desk")))
        let free = (1..<Clock.desks).filter { !taken.contains($0) }
        let number = free.randomElement() ?? 0
        try db.execute(sql: "INSERT OR REPLACE INTO desk VALUES (?, ?)", arguments: [number, fingerprint])
        return number
    }

    /// What tells this machine's copy of a file from all others.
    static func fingerprint(ofFileAt path: String) -> String {
        let machine = (try? String(contentsOfFile: "/etc/machine-id", encoding: .utf8))?.fieldText ?? "–"
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let device = (attributes?[.systemNumber] as? NSNumber)?.uint64Value ?? 0
        let inode = (attributes?[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0
        return "\(machine):\(device):\(inode)"
    }
}
