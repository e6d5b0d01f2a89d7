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
        // What a sealed merge brought in is covered by the seal: the proof of the file's own steps has looked at it.
        let own = "SELECT * FROM merged_file WHERE merge NOT IN (SELECT step FROM seal) ORDER BY merge"
        for file in try Row.fetchAll(db, sql: own) {
            let merge: Int64 = file["merge"]
            var previous = try hash(of: file["base"])
            let seals = try Seals(db: db).all(mergedBy: merge)
            let lastSeals = seals.sorted { $0.key < $1.key }.flatMap(\.value)
                .reduce(into: [Int64: Seals.Seal]()) { $0[$1.step] = $1 }
            var forgets: Set<Int64> = []
            for step in try steps(of: merge) {
                guard let before = previous else { return merge }
                var chain = Chain(after: before)
                try addChanges(of: step["id"], merge, to: &chain)
                chain.addStep(
                    id: step["id"], last: step["last_id"], author: Author(name: step["name"], desk: step["desk"]),
                    kind: step["kind"], undoes: step["undoes"], subject: step["subject"], note: step["note"],
                    changes: step["changes"])
                let found: Data = step["hash"]
                var content = chain.digest()
                if let seal = lastSeals[step["id"]] {
                    if let brought = try self.brought(by: step["id"], merge) {
                        content = Seals.content(content, with: brought)
                    }
                    guard seal.hash == found, seal.content == content else { return merge }
                } else if content != found {
                    return merge
                }
                if step["kind"] == Step.Kind.forget.rawValue {
                    forgets.insert(step["id"])
                    let said = (step["note"] as String?)?.split(separator: " ").first
                    guard said.map(String.init) == Seals.digest(seals[step["id"]] ?? []) else { return merge }
                }
                previous = found
            }
            guard forgets.isSuperset(of: seals.keys) else { return merge }
            let last: Data = file["last_hash"]
            // The merge's own step names the hash, and its own hash covers that.
            let note = try String.fetchOne(db, sql: "SELECT note FROM step WHERE id = ?", arguments: [merge])
            guard previous == last, note?.hasSuffix(last.hexadecimal) == true else { return merge }
        }
        return nil
    }

    /// The hash of all lines of a merge, as they stand now.
    func digest(of merge: Int64) throws -> Data {
        var chain = Chain(after: Data())
        for (table, order) in [
            ("merged_file", "merge"), ("merged_step", "id"), ("merged_change", "step, position"),
            ("merged_choice", "position"), ("merged_seal", "forget, step"),
        ] {
            let rows = try Row.fetchCursor(
                db, sql: "SELECT * FROM \(table) WHERE merge = ? ORDER BY \(order)", arguments: [merge])
            chain.add(table)
            while let row = try rows.next() { for value in row.databaseValues { chain.add(value) } }
        }
        return chain.digest()
    }

    /// Of a merge that the other file had made and sealed: the hash of what that brought in.
    private func brought(by step: Int64, _ merge: Int64) throws -> Data? {
        try Data.fetchOne(
            db, sql: "SELECT brought FROM merged_seal WHERE merge = ? AND step = ? ORDER BY forget DESC LIMIT 1",
            arguments: [merge, step])
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
