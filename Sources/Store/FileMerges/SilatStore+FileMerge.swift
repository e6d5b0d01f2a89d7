import Foundation
import GRDB
import Synchronization
import Training

extension SilatStore {
    public func merge(
        _ plan: FileMergePlan, by author: Author, progress: @escaping @Sendable (FileMergeProgress) -> Void
    ) async throws -> FileMergeOutcome {
        let (fingerprint, now, path) = (fingerprint, now, path)
        do {
            let pacing = MergePacing(progress)
            let other = try await Self.opened(plan.path, beside: path, pacing)
            let (outcome, hasForgotten) = try await database.writeWithoutTransaction { db in
                try other.read { theirs in
                    var outcome: FileMergeOutcome?
                    var hasForgotten = false
                    try db.inTransaction(.immediate) {
                        let actions = Actions(db: db, author: author, desk: fingerprint, now: now())
                        try actions.demand(.merging)
                        var merge = FileMerge(actions: actions, theirs: theirs, plan: plan, pacing: pacing)
                        outcome = try merge.run()
                        hasForgotten = merge.hasForgotten
                        return plan.isRehearsal || outcome?.step == nil ? .rollback : .commit
                    }
                    guard var outcome else { throw CancellationError() }
                    if plan.isRehearsal { outcome.step = nil }
                    return (outcome, hasForgotten && outcome.step != nil)
                }
            }
            if hasForgotten { try await sweep() }
            return outcome
        } catch let trouble as FileMergeTrouble { throw trouble } catch {
            throw StoreFile.failure(error, path: path)
        }
    }

    /// The other file, proved and in this program's layout. It is never changed: one of an earlier layout is copied first.
    private static func opened(_ other: String, beside path: String, _ pacing: MergePacing) async throws
        -> DatabaseQueue
    {
        if FileIdentity(of: other).map({ $0 == FileIdentity(of: path) }) ?? false {
            throw FileMergeTrouble.sameFile(path: other)
        }
        let proving = Task.detached {
            do {
                pacing.tell(.proving)
                let file = BackupFile(path: other)
                try file.proveWorkedOn()
                try Task.checkCancellation()
                let version = try file.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
                guard version != Schema.version else { return try file.connected() }
                return try file.copiedOfThisLayout(beside: path)
            } catch { throw StoreFile.failure(error, path: other) }
        }
        return try await withTaskCancellationHandler {
            try await proving.value
        } onCancel: {
            proving.cancel()
        }
    }

    public func steps(mergedBy merge: ID<Step>, about participant: ID<Participant>?) async throws -> [Step] {
        try await read { try MergedLog(db: $0).steps(of: merge.rawValue, about: participant?.rawValue) }
    }
}

extension BackupFile {
    /// A copy in the newest layout. It has no name any more once it is open, so nothing of it is left whatever ends the program.
    fileprivate func copiedOfThisLayout(beside path: String) throws -> DatabaseQueue {
        let isFile = FileManager.default.fileExists(atPath: path)
        let temporary = BackupFile(path: isFile ? path : NSTemporaryDirectory() + "silat").temporary("merge")
        defer { Self.remove(temporary) }
        let copy = try copied(to: temporary)
        try Schema.migrator.migrate(copy)
        return copy
    }
}

/// What tells a file from all others, by whatever name.
private struct FileIdentity: Equatable {
    let device: UInt64
    let inode: UInt64

    init?(of path: String) {
        var found = stat()
        guard stat(path, &found) == 0 else { return nil }
        (device, inode) = (UInt64(found.st_dev), UInt64(found.st_ino))
    }
}

/// Tells how far a merge has come, some times a second.
final class MergePacing: Sendable {
    private let progress: @Sendable (FileMergeProgress) -> Void
    private let last = LastTold()

    init(_ progress: @escaping @Sendable (FileMergeProgress) -> Void) { self.progress = progress }

    func tell(_ phase: FileMergeProgress.Phase, _ fraction: Double? = nil) {
        guard last.isDue(phase) else { return }
        progress(FileMergeProgress(phase, fraction))
    }
}

/// One merge of two files, inside the transaction that keeps it.
struct FileMerge {
    let actions: Actions
    let theirs: Database
    let plan: FileMergePlan
    let pacing: MergePacing
    /// Whether somebody was forgotten once more: then what the merge wrote of them is to be swept out of the file.
    private(set) var hasForgotten = false

    init(actions: Actions, theirs: Database, plan: FileMergePlan, pacing: MergePacing) {
        (self.actions, self.theirs, self.plan, self.pacing) = (actions, theirs, plan, pacing)
    }

    mutating func run() throws -> FileMergeOutcome {
        let db = actions.db
        let head = try Data.fetchOne(theirs, sql: "SELECT hash FROM step ORDER BY id DESC LIMIT 1")
        var outcome = FileMergeOutcome(head: (head ?? Data()).hexadecimal)
        if let known = plan.head, known != outcome.head { throw FileMergeTrouble.changedMeanwhile(path: plan.path) }
        pacing.tell(.comparing)
        let base = try FileMergeBase(ours: db, theirs: theirs)
        let isEmpty = try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM step)") ?? false
        guard base.known > 0 || base.ours != nil || isEmpty || head == nil else {
            throw FileMergeTrouble.notRelated(path: plan.path)
        }
        outcome.partedAt = base.parted > 0 ? Clock.time(of: base.parted) : nil
        outcome.work = try FileMergeRecord.work(theirs, after: base.known)
        outcome.ownWork = try FileMergeRecord.work(db, after: base.parted)
        outcome.counts.steps = outcome.work.map(\.steps).reduce(0, +)
        guard !outcome.hasNothingNew else { return outcome }
        try MergedDesks(ours: db, theirs: theirs).agree()
        let door = try actions.open(.mergeFile)
        let planner = try FileMergePlanner(
            ours: db, theirs: theirs, base: base, plan: plan, firstFree: door.step, newID: door.newID)
        try planner.run { try proceed(.comparing, $0) }
        if !plan.isRehearsal, !planner.unsettled.isEmpty { throw FileMergeTrouble.unsettled(planner.unsettled) }
        try write(planner, base, door, &outcome)
        return outcome
    }

    private mutating func write(
        _ planner: FileMergePlanner, _ base: FileMergeBase, _ door: Door, _ outcome: inout FileMergeOutcome
    ) throws {
        let writer = FileMergeWriter(actions, door)
        try writer.write(planner.writes, in: planner.shape) { try proceed(.writing, $0) }
        let refused = Set(writer.refused.map(\.key))
        let record = FileMergeRecord(ours: actions.db, theirs: theirs, base: base, merge: door.step)
        try record.keep(planner, refused: refused)
        outcome.lostLabels = try MergedLabels(ours: actions.db, theirs: theirs).keep(planner, refused: refused)
        door.note = "\((plan.path as NSString).lastPathComponent.strippedOfControls) \(outcome.head)"
        try door.close()
        outcome.step = ID(door.step)
        hasForgotten = try !planner.forgotten.forgetAgain(actions).isEmpty
        outcome.conflicts = planner.choices.map(\.conflict)
        outcome.refusals = try writer.refused.map {
            MergeRefusal(record: try planner.described($0.key), reason: $0.reason)
        }
        var counts = writer.counts
        counts.steps = outcome.counts.steps
        counts.same = planner.same
        let settled = planner.choices.filter { plan.side(of: $0.conflict) != nil }
        counts.settledOurs = settled.count { $0.side == .ours }
        counts.settledTheirs = settled.count { $0.side == .theirs }
        outcome.counts = counts
    }

    private func proceed(_ phase: FileMergeProgress.Phase, _ fraction: Double) throws {
        try Task.checkCancellation()
        pacing.tell(phase, fraction)
    }
}

/// When something was told last.
private final class LastTold: Sendable {
    private let last = Mutex<(phase: FileMergeProgress.Phase, at: ContinuousClock.Instant)?>(nil)

    /// Whether a phase has just begun, or a fifth of a second has passed.
    func isDue(_ phase: FileMergeProgress.Phase) -> Bool {
        last.withLock { last in
            let now = ContinuousClock.now
            if let last, last.phase == phase, now - last.at < .milliseconds(200) { return false }
            last = (phase, now)
            return true
        }
    }
}
