import GRDB
import Training

/// Looks for everything that could be wrong with the file.
struct FileCheck {
    let db: Database

    /// - Parameter path: where the file is; `nil` for one in memory, of which there is less to look at.
    func findings(ofFileAt path: String?) throws -> [CheckFinding] {
        [
            try integrity(), try foreignKeys(), try schema(), try tallies(), try searchIndex(), try logChain(),
            try version(), try drafts(),
        ] + (path.map { [freeSpace($0), permissions($0)] } ?? [])
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
        let odd = try SchemaDescription(of: db).differences(from: .expected(of: Schema.version))
        return CheckFinding(.schema, problem: odd.isEmpty ? nil : odd.joined(separator: ", "))
    }

    /// The layout, and whether the migrations that it is made of are the ones that were run.
    private func version() throws -> CheckFinding {
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let run = try Set(String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations"))
        let isWhole = version == Schema.version && run == Set((1...version).map(String.init))
        return CheckFinding(
            .version, problem: isWhole ? nil : run.sorted().joined(separator: ", "), value: "\(version)")
    }

    private func drafts() throws -> CheckFinding {
        let orphans = try Drafts.orphans(in: db).count
        let all = try Int.fetchOne(db, sql: "SELECT count(*) FROM draft") ?? 0
        return CheckFinding(.drafts, problem: orphans == 0 ? nil : "\(orphans)", value: "\(all)")
    }

    /// Room for a backup and for what is saved until then.
    private func freeSpace(_ path: String) -> CheckFinding {
        guard let room = DiskRoom(at: path) else { return CheckFinding(.freeSpace) }
        let needed = DiskRoom.size(of: path) * 2 + Self.leastRoom
        return CheckFinding(
            .freeSpace, problem: room.free >= needed ? nil : "\(room.free) < \(needed)", value: "\(room.free)")
    }

    /// In bytes: some days' work.
    private static let leastRoom = 16_000_000

    private func permissions(_ path: String) -> CheckFinding {
        let access = FileAccess(path: path)
        return CheckFinding(
            .permissions, problem: access.problem, value: access.mode.map { "0" + String($0 & 0o777, radix: 8) })
    }

    private func tallies() throws -> CheckFinding {
        let differing =
            try Recount(db: db).differences() + (Int.fetchOne(db, sql: Tallies.classDifferences) ?? 0)
            + CheckRecount(db: db).differences()
        return CheckFinding(.tallies, problem: differing == 0 ? nil : "\(differing)")
    }

    private func searchIndex() throws -> CheckFinding {
        do {
            try db.execute(sql: SearchIndex.integrityCheck)
            let misplaced = try CardCatalogue(db: db).misplaced()
            return CheckFinding(.searchIndex, problem: misplaced == 0 ? nil : "\(misplaced)")
        } catch let error as DatabaseError {
            return CheckFinding(.searchIndex, problem: error.message ?? "\(error.resultCode)")
        }
    }

    private func logChain() throws -> CheckFinding {
        let broken = try StepLog(db: db).firstBrokenStep() ?? MergedLog(db: db).firstBrokenMerge()
        return CheckFinding(.logChain, problem: broken.map { "\($0)" })
    }
}
