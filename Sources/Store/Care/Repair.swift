import Foundation
import GRDB
import Training

/// Makes anew what can be made from the rest: tallies, the search index and SQLite's own indexes; and drops drafts of what is gone.
struct Repair {
    let db: Database

    /// What can be made anew inside the file.
    static let repairable: Set<CheckFinding.Check> = [.integrity, .tallies, .searchIndex, .drafts]

    func perform(_ check: CheckFinding.Check) throws {
        switch check {
        case .integrity: try db.execute(sql: "REINDEX")
        case .tallies:
            try db.execute(sql: "DELETE FROM tally")
            try Recount(db: db).addToTallies(from: .min)
            try db.execute(sql: "DELETE FROM class_tally")
            try db.execute(sql: Tallies.rebuildClasses)
            try CheckRecount(db: db).rebuild()
        case .searchIndex: try CardCatalogue(db: db).drawUp()
        case .drafts:
            for draft in try Drafts.orphans(in: db) {
                try db.execute(sql: "DELETE FROM draft WHERE id = ?", arguments: [draft])
            }
        case .foreignKeys, .logChain, .schema, .version, .freeSpace, .permissions: break
        }
    }
}

extension SilatStore {
    /// What a repair did.
    public struct RepairReport: Sendable {
        /// What was made anew.
        public var repaired: [CheckFinding.Check]
        /// The copy of the file as it was before; `nil` where nothing in it was changed.
        public var backup: String?
        /// How the file stands now.
        public var findings: [CheckFinding]
    }

    /// Makes anew what a check finds wrong and can be made from the rest, once the file as it is was copied. One step in the log.
    ///
    /// - Throws: ``StoreFailure``; the file is as it was then.
    public func repair(by author: Author) async throws -> RepairReport {
        let found = try await check().filter { $0.problem != nil }.map(\.check)
        let inside = found.filter(Repair.repairable.contains)
        var report = RepairReport(repaired: inside, backup: nil, findings: [])
        if !inside.isEmpty {
            report.backup = try await copyBeforeRepair()
            let (fingerprint, now) = (fingerprint, now)
            try await write { db in
                let door = try Actions(db: db, author: author, desk: fingerprint, now: now()).open(.repair)
                for check in inside { try Repair(db: db).perform(check) }
                door.note = inside.map(\.rawValue).joined(separator: ", ")
                try door.close()
            }
        }
        if found.contains(.permissions) {
            do { try FileAccess(path: path).repair() } catch { throw StoreFile.failure(error, path: path) }
            report.repaired.append(.permissions)
        }
        report.findings = try await check()
        return report
    }

    /// Copies the file as it is, faults and all.
    private func copyBeforeRepair() async throws -> String? {
        guard path != Self.memory else { return nil }
        let backups = AutomaticBackups(path: path)
        let (database, now) = (database, now())
        do {
            let destination = try backups.next(now, prefix: "before-repair-")
            try backups.makeRoom()
            return try await Task.detached {
                try BackupFile(path: destination).write(from: database, isProved: false) { _ in }.path
            }.value
        } catch { throw StoreFile.failure(error, path: path) }
    }
}
