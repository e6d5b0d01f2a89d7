import Digest
import Foundation
import GRDB

/// The seals on steps of which the old values were replaced; see ``SchemaV5/forgetting``.
struct Seals {
    let db: Database

    /// A step's own hash, and the hash of what it says now.
    struct Seal: Equatable {
        var step: Int64
        var hash: Data
        var content: Data?
    }

    /// Opens a seal on a step, for a step to come that replaces some of what it says.
    func open(_ step: Int64, by forget: Int64) throws {
        try db.execute(
            sql: "INSERT INTO seal (step, forget, hash) SELECT id, ?, hash FROM step WHERE id = ?",
            arguments: [forget, step])
    }

    /// Closes a seal over what the step says now.
    func close(_ step: Int64, by forget: Int64) throws {
        try db.execute(
            sql: "UPDATE seal SET content = ? WHERE step = ? AND forget = ?",
            arguments: [try StepLog(db: db).content(of: step), step, forget])
    }

    /// The hash of a merge that is sealed: of what its step says, and of what it brought in.
    static func content(_ step: Data, with brought: Data) -> Data {
        var chain = Chain(after: step)
        chain.add(brought.databaseValue)
        return chain.digest()
    }

    /// All seals, by the step that put them there.
    func all() throws -> [Int64: [Seal]] {
        // A copy of an earlier layout is proved as it is.
        guard try db.tableExists("seal") else { return [:] }
        return try all("SELECT * FROM seal ORDER BY forget, step")
    }

    /// Those that a merge brought in with the other file's steps.
    func all(mergedBy merge: Int64) throws -> [Int64: [Seal]] {
        try all("SELECT * FROM merged_seal WHERE merge = ? ORDER BY forget, step", [merge])
    }

    private func all(_ sql: String, _ arguments: StatementArguments = []) throws -> [Int64: [Seal]] {
        var seals: [Int64: [Seal]] = [:]
        let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        while let row = try rows.next() {
            seals[row["forget"], default: []].append(
                Seal(step: row["step"], hash: row["hash"], content: row["content"]))
        }
        return seals
    }

    /// What a step's note says of the seals it put: their digest, which the step's own hash covers by the note.
    static func digest(_ seals: [Seal]) -> String {
        var digest = SHA256()
        for seal in seals {
            withUnsafeBytes(of: seal.step.littleEndian) { digest.add($0) }
            digest.add(Array(seal.hash))
            digest.add(Array(seal.content ?? Data()))
        }
        return digest.hexadecimal()
    }

    /// The digest of the seals that a step has put so far.
    func digest(by forget: Int64) throws -> String {
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM seal WHERE forget = ? ORDER BY step", arguments: [forget])
        return Self.digest(rows.map { Seal(step: $0["step"], hash: $0["hash"], content: $0["content"]) })
    }
}
