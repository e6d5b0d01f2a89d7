import GRDB
import Training

/// Looks for everything that could be wrong with the file.
struct FileCheck {
    let db: Database

    func findings() throws -> [CheckFinding] {
        [
            try integrity(), try foreignKeys(), try schema(), try tallies(), try searchIndex(), try logChain(),
        ]
    }

    /// What must hold for a copy to be trusted; the tallies can be rebuilt from the rest.
    func ofCopy() throws -> [CheckFinding] { [try integrity(), try foreignKeys(), try logChain()] }

    private func integrity() throws -> CheckFinding {
        let report = try String.fetchAll(db, sql: "PRAGMA integrity_check(10)")
        return CheckFinding(.integrity, problem: report == ["ok"] ? nil : report.joined(separator: "; "))
    }

    private func foreignKeys() throws -> CheckFinding {
        let broken = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
        return CheckFinding(.foreignKeys, problem: broken == 0 ? nil : "\(broken)")
    }

    /// Compares tables, views and triggers with those of a new file: none missing, none added, none changed.
    private func schema() throws -> CheckFinding {
        let sql =
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        let fresh = try DatabaseQueue()
        try Schema.migrator.migrate(fresh)
        let expected = try fresh.read { try Set(String.fetchAll($0, sql: sql)) }
        let found = try Set(String.fetchAll(db, sql: sql))
        let odd = expected.symmetricDifference(found).map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        return CheckFinding(.schema, problem: odd.isEmpty ? nil : odd.sorted().joined(separator: ", "))
    }

    private func tallies() throws -> CheckFinding {
        let differing =
            try Recount(db: db).differences() + (Int.fetchOne(db, sql: Tallies.classDifferences) ?? 0)
        return CheckFinding(.tallies, problem: differing == 0 ? nil : "\(differing)")
    }

    private func searchIndex() throws -> CheckFinding {
        do {
            try db.execute(sql: SearchIndex.integrityCheck)
            return CheckFinding(.searchIndex)
        } catch let error as DatabaseError {
            return CheckFinding(.searchIndex, problem: error.message ?? "\(error.resultCode)")
        }
    }

    private func logChain() throws -> CheckFinding {
        let broken = try StepLog(db: db).firstBrokenStep() ?? MergedLog(db: db).firstBrokenMerge()
        return CheckFinding(.logChain, problem: broken.map { "\($0)" })
    }
}
