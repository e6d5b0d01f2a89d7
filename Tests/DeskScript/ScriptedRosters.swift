import Synchronization
import Training

/// A reader of rosters that says what a story wants to hear, and notes what it was asked.
public final class ScriptedRosters: RosterReading {
    private struct Script {
        var preview: @Sendable (String, RosterChoices) throws -> RosterPreview
        var outcome: @Sendable (ImportPlan) throws -> ImportOutcome
        var people: [Participant] = []
        var progress: [ImportProgress] = []
        var waits = false
        var plans: [ImportPlan] = []
        var previews: [RosterChoices] = []
    }

    private let script: Mutex<Script>

    /// A reader that says the same of every file.
    public init(_ preview: RosterPreview, _ outcome: ImportOutcome) {
        script = Mutex(Script(preview: { _, _ in preview }, outcome: { _ in outcome }))
    }

    /// What is said of a file.
    public func previews(_ body: @escaping @Sendable (String, RosterChoices) throws -> RosterPreview) {
        script.withLock { $0.preview = body }
    }

    /// What comes of an import or its rehearsal.
    public func answers(_ body: @escaping @Sendable (ImportPlan) throws -> ImportOutcome) {
        script.withLock { $0.outcome = body }
    }

    /// Whom an import adds, as one step.
    public func adds(_ people: [Participant]) { script.withLock { $0.people = people } }

    /// What is told on the way; from here on an import waits there until it is stopped.
    public func waits(after progress: ImportProgress...) {
        script.withLock { ($0.progress, $0.waits) = (progress, true) }
    }

    /// From here on imports go through.
    public func waitsNoMore() { script.withLock { $0.waits = false } }

    /// The imports and rehearsals that were asked for.
    public var plans: [ImportPlan] { script.withLock { $0.plans } }

    /// The choices that files were read with.
    public var choices: [RosterChoices] { script.withLock { $0.previews } }

    public func preview(
        of path: String, _ choices: RosterChoices, _ store: any TrainingStore
    ) async throws -> RosterPreview {
        let body = script.withLock {
            $0.previews.append(choices)
            return $0.preview
        }
        return try body(path, choices)
    }

    public func take(
        _ plan: ImportPlan, into store: any TrainingStore, by author: Author,
        progress: @escaping @Sendable (ImportProgress) -> Void
    ) async throws -> ImportOutcome {
        let (body, people, news, waits) = script.withLock {
            $0.plans.append(plan)
            return ($0.outcome, $0.people, $0.progress, $0.waits)
        }
        news.forEach(progress)
        if waits {
            // Nothing ever comes: it ends when the task is stopped.
            let (silence, hold) = AsyncStream.makeStream(of: Never.self)
            for await _ in silence {}
            withExtendedLifetime(hold) {}
            try Task.checkCancellation()
        }
        let outcome = try body(plan)
        guard !plan.isRehearsal, !people.isEmpty else { return outcome }
        try await store.takeIn(as: .importRoster, note: "daftar", by: author, keep: true) { intake in
            for person in people { _ = try intake.add(person, doubts: []) }
        }
        return outcome
    }
}
