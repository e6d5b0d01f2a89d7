import GRDB
import Training

/// What is to be written of a merge.
enum MergeWrite {
    case insert(RowKey, theirs: RowKey, Door.Values)
    /// What was decided against is written first, so that the log has it.
    case update(RowKey, theirs: RowKey, final: Door.Values, loser: Door.Values?)
    case delete(RowKey, theirs: RowKey?)
    /// Rows that were decided against: they come and go within the step, so that the log has them.
    case lost([MergeWrite])
}

extension MergeWrite {
    /// How an existing row is to stand.
    var final: Door.Values? {
        if case .update(_, _, let final, _) = self { final } else { nil }
    }
}

/// What was asked about, and what holds.
struct MergeChoice {
    let conflict: MergeConflict
    let key: RowKey
    let columns: [Int]
    let values: (base: Door.Values?, ours: Door.Values?, theirs: Door.Values?)
    let side: MergeSide
}
