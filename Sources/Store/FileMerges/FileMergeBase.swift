import Foundation
import GRDB
import Training

/// Where two files parted, and how things stood then.
///
/// The logs are chains: as far as their steps and hashes are the same, the files were one. Where one side has taken the other in since,
/// what it took in is known to both, and only what came later is new; a merge that was taken back counts for nothing.
struct FileMergeBase {
    /// The last step of both; 0 where there is none.
    private(set) var parted: Int64 = 0
    /// The last of their steps that is known here: of both, or brought in by an earlier merge.
    private(set) var known: Int64 = 0
    /// How records stood after this step of theirs is what both sides are compared with …
    private(set) var since: Int64 = 0
    /// … unless they took this file in up to this step of ours: then it is how records stood here.
    private(set) var ours: Int64?
    /// Their records that have another number here; `nil` for those that the rules refused.
    private(set) var numbers: [RowKey: Int64?] = [:]

    init(ours: Database, theirs: Database) throws {
        parted = try Self.lastCommonStep(ours, theirs)
        let here = try Merged(in: ours, of: theirs, parted: parted)
        let there = try Merged(in: theirs, of: ours, parted: parted)
        known = max(parted, here.last?.step ?? 0)
        since = known
        for row in try Row.fetchAll(ours, sql: Self.renumbered) where here.merges.contains(row["merge"]) {
            guard let entity = Entity(rawValue: row["entity"]) else { throw DamagedRow(what: "merged_change") }
            numbers[RowKey(entity, row["row"])] = .some(row["ours"])
        }
        guard let latest = there.last else { return }
        // Whichever side took the other in last has seen the earlier merge, unless neither has.
        if let mine = here.last, latest.merge <= mine.step || mine.merge > latest.step { return }
        self.ours = latest.step
        since = parted
        for row in try Row.fetchAll(theirs, sql: Self.renumbered) where there.merges.contains(row["merge"]) {
            guard let entity = Entity(rawValue: row["entity"]) else { throw DamagedRow(what: "merged_change") }
            if let number: Int64 = row["ours"] { numbers[RowKey(entity, number)] = .some(row["row"]) }
        }
    }

    /// Whatever had another number, or none, in some merge; a later merge may have found it one.
    private static let renumbered = """
        SELECT merge, entity, row, ours FROM merged_change
        WHERE (entity, row) IN (SELECT entity, row FROM merged_change WHERE ours IS NOT row)
        ORDER BY merge, step, position
        """

    private static func lastCommonStep(_ ours: Database, _ theirs: Database) throws -> Int64 {
        let sql = "SELECT id, hash FROM step ORDER BY id"
        let (mine, others) = (try Row.fetchCursor(ours, sql: sql), try Row.fetchCursor(theirs, sql: sql))
        var last: Int64 = 0
        while let one = try mine.next(), let other = try others.next(), one == other { last = one["id"] }
        return last
    }

    /// What a file has taken in of another, by the merges that stand.
    private struct Merged {
        /// The merges in whose lines both files agree.
        var merges: Set<Int64> = []
        /// The last step of the other that was taken in, and the merge that did it.
        var last: (step: Int64, merge: Int64)?

        init(in db: Database, of other: Database, parted: Int64) throws {
            var reached: Set<Int64> = []
            for file in try Row.fetchAll(db, sql: "SELECT * FROM merged_file ORDER BY merge") {
                let (merge, base, step): (Int64, Int64, Int64) = (file["merge"], file["base"], file["last"])
                // A merge that follows one that was taken back has only the later part.
                guard try !StepChain.isTakenBack(merge, in: db), base <= parted || reached.contains(base) else {
                    continue
                }
                let hash = try Data.fetchOne(other, sql: "SELECT hash FROM step WHERE id = ?", arguments: [step])
                guard hash == file["last_hash"] else { continue }
                reached.insert(step)
                merges.insert(merge)
                last = (step, merge)
            }
        }
    }
}
