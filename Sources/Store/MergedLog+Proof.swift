import Foundation
import GRDB
import Training

extension MergedLog {
    /// Computes the hashes of all that merges brought in anew, from the step they follow to the one they end with.
    ///
    /// - Returns: the first merge whose lines say something else than the other file did; `nil` where all hold.
    func firstBrokenMerge() throws -> Int64? {
        // A copy of an earlier layout is proved as it is.
        guard try db.tableExists("merged_file") else { return nil }
        for file in try Row.fetchAll(db, sql: "SELECT * FROM merged_file ORDER BY merge") {
            let merge: Int64 = file["merge"]
            var previous = try hash(of: file["base"])
            for step in try steps(of: merge) {
                guard let before = previous else { return merge }
                var chain = Chain(after: before)
                try addChanges(of: step["id"], merge, to: &chain)
                chain.addStep(
                    id: step["id"], last: step["last_id"], author: Author(name: step["name"], desk: step["desk"]),
                    kind: step["kind"], undoes: step["undoes"], subject: step["subject"], note: step["note"],
                    changes: step["changes"])
                let found: Data = step["hash"]
                guard chain.digest() == found else { return merge }
                previous = found
            }
            let last: Data = file["last_hash"]
            // The merge's own step names the hash, and its own hash covers that.
            let note = try String.fetchOne(db, sql: "SELECT note FROM step WHERE id = ?", arguments: [merge])
            guard previous == last, note?.hasSuffix(last.hexadecimal) == true else { return merge }
        }
        return nil
    }

    private func hash(of step: Int64) throws -> Data? {
        if step == 0 { return Data() }
        return try Data.fetchOne(db, sql: "SELECT hash FROM step WHERE id = ?", arguments: [step])
            ?? Data.fetchOne(db, sql: "SELECT hash FROM merged_step WHERE id = ? LIMIT 1", arguments: [step])
    }

    private func steps(of merge: Int64) throws -> [Row] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM merged_step WHERE merge = ? AND via IS NULL ORDER BY id", arguments: [merge])
    }

    private func addChanges(of step: Int64, _ merge: Int64, to chain: inout Chain) throws {
        let changes = try Row.fetchCursor(
            db,
            sql: "SELECT entity, row, before FROM merged_change WHERE merge = ? AND step = ? ORDER BY position",
            arguments: [merge, step])
        while let change = try changes.next() {
            chain.add(change["entity"] as Int64)
            chain.add(change["row"] as Int64)
            chain.add(change["before"] as String?)
        }
    }
}

extension Data {
    /// The bytes as people and other programs read them.
    var hexadecimal: String { map { String(format: "%02x", $0) }.joined() }
}
