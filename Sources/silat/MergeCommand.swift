import ArgumentParser
import Exchange
import Foundation
import Store
import Synchronization
import Training

/// `silat merge`: brings in what was done in a copy of the file.
struct MergeCommand: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "merge", abstract: spoken.merge.help)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption
    @Argument(help: ArgumentHelp(spoken.merge.fileHelp))
    var file: String
    @Flag(help: ArgumentHelp(spoken.merge.dryRunHelp))
    var dryRun = false
    @Option(help: ArgumentHelp(spoken.merge.preferHelp))
    var prefer: MergePreference?
    @Option(name: .customLong("take"), parsing: .singleValue, help: ArgumentHelp(spoken.merge.takeHelp))
    var takes: [MergeAnswer] = []

    var mode: SilatStore.Mode { .readWrite }
    var needs: Permission { .merging }

    /// What wants to be known before anything waits: a wrong path is said at once, and not as a flaw of the file.
    func prepare() throws {
        let path = (file as NSString).expandingTildeInPath
        guard FileManager.default.fileExists(atPath: path) else { throw StoreFailure.noSuchFile(path: file) }
    }

    func run(at desk: Desk) async throws {
        var plan = FileMergePlan(path: (file as NSString).expandingTildeInPath, preference: prefer, isRehearsal: true)
        plan.answers = Dictionary(takes.map { ($0.id, $0.side) }, uniquingKeysWith: { _, last in last })
        let progress = SpokenMergeProgress()
        let found = try await desk.store.merge(plan, by: desk.author) { progress.tell($0) }
        let numbers = Set(found.conflicts.map(\.id))
        if let unknown = takes.first(where: { !numbers.contains($0.id) }) {
            throw Failure(.refused, spoken.merge.unknownTake(unknown.id.strippedOfControls))
        }
        let open = found.conflicts.filter { plan.side(of: $0) == nil }
        guard open.isEmpty else {
            try desk.write(found.conflicts, form.format, Column.conflicts(spoken, in: .current))
            throw Failure(.refused, spoken.merge.howToSettle(spoken.language.number(open.count), file))
        }
        guard !dryRun, !found.hasNothingNew else { return try finish(found, desk) }
        plan.isRehearsal = false
        plan.head = found.head
        try finish(try await desk.store.merge(plan, by: desk.author) { progress.tell($0) }, desk)
    }

    private func finish(_ outcome: FileMergeOutcome, _ desk: Desk) throws {
        if dryRun { say(spoken.merge.dryRun) }
        for work in outcome.work {
            say(
                spoken.merge.work(
                    work.author, spoken.language.number(work.steps), work.first.toTheMinute(in: .current),
                    work.last.toTheMinute(in: .current)))
        }
        for refusal in outcome.refusals {
            say(spoken.merge.refused(spoken.name(of: refusal.record), spoken.merge.reason(refusal.reason)))
        }
        if !outcome.lostLabels.isEmpty {
            say(spoken.merge.lostLabels(outcome.lostLabels.map(\.description).joined(separator: ", ")))
        }
        let counts = outcome.counts
        try desk.answer(
            form.format,
            outcome.hasNothingNew
                ? spoken.merge.nothingNew(file) : spoken.merge.sum(counts, spoken.language),
            [
                ("steps", .int(counts.steps)), ("added", .int(counts.added)), ("changed", .int(counts.changed)),
                ("removed", .int(counts.removed)), ("settled_ours", .int(counts.settledOurs)),
                ("settled_theirs", .int(counts.settledTheirs)), ("same", .int(counts.same)),
                ("refused", .int(counts.refused)), ("step", .text(outcome.step?.description)),
            ])
        if counts.refused > 0 { throw Failure(.refused, nil) }
    }
}

/// Which side of one conflict holds, as an argument: `4.123.name.1.2=theirs`.
struct MergeAnswer: ExpressibleByArgument {
    let id: String
    let side: MergeSide

    init?(argument: String) {
        guard let sign = argument.lastIndex(of: "="),
            let side = MergeSide(rawValue: String(argument[argument.index(after: sign)...]).lowercased())
        else { return nil }
        (id, self.side) = (String(argument[..<sign]), side)
    }
}

/// Says on standard error how far a merge has come, where that takes its time.
private final class SpokenMergeProgress: Sendable {
    private let begun = ContinuousClock.now
    private let last = Mutex<(phase: FileMergeProgress.Phase?, at: ContinuousClock.Instant)>((nil, .now))

    func tell(_ progress: FileMergeProgress) {
        // Whoever waits a moment is told nothing.
        guard ContinuousClock.now - begun > .milliseconds(200) else { return }
        let isDue = last.withLock { last in
            guard last.phase != progress.phase || ContinuousClock.now - last.at > .seconds(1) else { return false }
            last = (progress.phase, .now)
            return true
        }
        guard isDue else { return }
        let percent = progress.fraction.map { " \(Int($0 * 100)) %" } ?? ""
        say("\(spoken.merge.phase(progress.phase))\(percent)…")
    }
}

extension MergePreference: ExpressibleByArgument {}
