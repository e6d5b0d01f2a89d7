import Foundation
import Keyboard
import Training
import Words

/// Gabung berkas: what was done in a copy of the file is brought in: pick, see whose work it is, choose where both sides changed the same,
/// merge.
///
/// One screen with steps. Until the last nothing is kept, and going back loses no choice.
public struct FileMergeModel: Screen {
    public var tickets = TicketBook(screen: 0)
    /// The steps that were taken, the one in front last.
    public private(set) var steps: [Step] = [.file]
    /// Where the file is picked.
    public private(set) var browser = FileBrowser(endings: ["db", "silat", "sqlite"])
    public private(set) var path: String?
    /// What is under way.
    public private(set) var job: Job?
    /// Why the last thing asked for did not happen; stands until the next is.
    public private(set) var trouble: String?
    /// What the merge would bring, and in the end what it brought.
    public private(set) var outcome: FileMergeOutcome?
    /// What both sides changed.
    public private(set) var conflicts = ItemList<MergeConflict>()
    /// What was chosen, conflict by conflict.
    public private(set) var answers: [MergeConflict.ID: MergeSide] = [:]
    /// Whether the next Esc leaves although something would be lost.
    private var isLeaving = false

    /// What is in front.
    public enum Step: Hashable, Sendable { case file, preview, conflicts, result }

    /// Something that takes time and can be stopped.
    public struct Job: Sendable {
        public let isRehearsal: Bool
        let ticket: Ticket
        public internal(set) var progress: ImportProgress?
        public internal(set) var isStopping = false
    }

    private enum Purpose {
        static let folder = "folder"
        static let merge = "merge"
    }

    /// Under what the last folder is kept from one sitting to the next.
    static let folderDraft = "merge-folder"

    /// The rows of each step outside its list.
    public static let browserRows = 5
    public static let conflictRows = 9

    public init() {}

    /// The step in front.
    public var step: Step { steps.last ?? .file }

    /// The conflicts that nobody has decided.
    public var open: [MergeConflict] { conflicts.items.filter { answers[$0.id] == nil } }

    /// The file's name as a screen may show it.
    public var fileName: String { ((path ?? "") as NSString).lastPathComponent.strippedOfControls }

    public var takesText: Bool { step == .file && job == nil }
    public var wouldLoseOnQuit: Bool { job?.isRehearsal == false || !answers.isEmpty && step != .result }

    // MARK: Keys

    public static let keys: [KeyBinding<Self>] = jobKeys + fileKeys + previewKeys + conflictKeys + resultKeys

    static let jobKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .escape, label: \.rosters.stop, when: { $0.job?.isStopping == false },
            run: { model, _ in
                model.job?.isStopping = true
                return model.job.map { [.stop($0.ticket)] } ?? []
            })
    ]

    /// Picking the file; letters go to ``handle(_:_:)``.
    static let fileKeys: [KeyBinding<Self>] =
        at(
            .file,
            [
                KeyBinding(.enter, label: \.rosters.pick, run: { model, _ in model.browse(model.browser.enter()) }),
                KeyBinding(
                    .function(3), label: \.rosters.allFiles,
                    run: { model, _ in
                        model.browser.toggleAll()
                        return []
                    }),
                KeyBinding(
                    .escape, label: \.rosters.clearTyped, when: { !$0.browser.text.isEmpty },
                    run: { model, _ in
                        model.browser.clear()
                        return []
                    }),
                KeyBinding(.escape, label: \.back, run: { _, _ in [.close] }),
            ]
                + KeyBinding.moves(
                    letters: { _ in false },
                    run: { model, move, _ in
                        model.browser.move(move)
                        return []
                    }))

    static let previewKeys: [KeyBinding<Self>] = at(
        .preview,
        [
            KeyBinding(.enter, label: \.merge.goOn, when: { $0.canMerge }, run: { $0.goOn($1) }),
            KeyBinding(.escape, label: \.back, run: { $0.goBack($1) }),
        ])

    static let conflictKeys: [KeyBinding<Self>] =
        at(
            .conflicts,
            [
                KeyBinding(.character("o"), .left, label: \.merge.ours, run: { model, _ in model.choose(.ours) }),
                KeyBinding(.character("t"), .right, label: \.merge.theirs, run: { model, _ in model.choose(.theirs) }),
                KeyBinding(
                    .character("O"), label: \.merge.allOurs, run: { model, _ in model.chooseAll { _ in .ours } }),
                KeyBinding(
                    .character("T"), label: \.merge.allTheirs, run: { model, _ in model.chooseAll { _ in .theirs } }),
                KeyBinding(
                    .character("N"), label: \.merge.allNewer, run: { model, _ in model.chooseAll { $0.newer } }),
                KeyBinding(.control("s"), .enter, label: \.merge.merge, run: { $0.mergeChosen($1) }),
                KeyBinding(.escape, label: \.back, run: { $0.goBack($1) }),
            ]
                + KeyBinding.moves { model, move, _ in
                    model.conflicts.move(move)
                    return []
                })

    static let resultKeys: [KeyBinding<Self>] = at(
        .result, [KeyBinding(.enter, .escape, label: \.merge.close, run: { _, _ in [.close] })])

    private static func at(_ step: Step, _ keys: [KeyBinding<Self>]) -> [KeyBinding<Self>] {
        keys.map { $0.only(when: { $0.job == nil && $0.step == step }) }
    }

    // MARK: Events

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared:
            fit(context)
            return browser.folder.isEmpty && job == nil ? askStart(context) : []
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fit(resized)
            return []
        case .key, .paste:
            guard takesText else { return nil }
            trouble = nil
            return browser.type(event).map { browse($0) }
        case .progressed(let ticket, let progress):
            if job?.ticket == ticket { job?.progress = progress }
            return []
        case .answered(let ticket, .folder(let listing)):
            guard tickets.redeem(ticket) else { return nil }
            return browse(browser.take(listing))
        case .answered(let ticket, .fileMerge(let outcome)):
            guard tickets.redeem(ticket) else { return nil }
            return take(outcome, context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return failed(failure, context)
        default: return nil
        }
    }

    private mutating func fit(_ context: Context) {
        browser.fit(rows: max(1, context.bodyRows - Self.browserRows))
        conflicts.rows = max(1, context.bodyRows - Self.conflictRows)
    }

    /// Looks into the folder that the last file came from; else into the one silat was begun in.
    private mutating func askStart(_ context: Context) -> [Effect] {
        let author = context.author
        _ = browser.open("")
        return [
            .ask(tickets.take(Purpose.folder)) { store in
                let last = try? await store.draft(form: Self.folderDraft, by: author)
                for path in [last, FileManager.default.currentDirectoryPath].compactMap(\.self) {
                    let listing = FolderListing.read(path)
                    if case .folder = listing.content { return .folder(listing) }
                }
                return .folder(FolderListing.read("~"))
            }
        ]
    }

    private mutating func browse(_ outcome: FileBrowser.Outcome) -> [Effect] {
        switch outcome {
        case .nothing: return []
        case .look(let path): return [.ask(tickets.take(Purpose.folder)) { _ in .folder(FolderListing.read(path)) }]
        case .picked(let path):
            if self.path != path { (answers, self.outcome) = ([:], nil) }
            self.path = path
            return [.keepDraft(FolderListing.parent(of: path), form: Self.folderDraft)] + begin(isRehearsal: true)
        }
    }

    // MARK: What is under way

    private mutating func begin(isRehearsal: Bool) -> [Effect] {
        guard let path else { return [] }
        trouble = nil
        let ticket = tickets.take(Purpose.merge)
        job = Job(isRehearsal: isRehearsal, ticket: ticket)
        return [
            .mergeFile(
                ticket,
                FileMergePlan(
                    path: path, answers: answers, isRehearsal: isRehearsal, head: isRehearsal ? nil : outcome?.head))
        ]
    }

    private mutating func take(_ outcome: FileMergeOutcome, _ context: Context) -> [Effect] {
        let wasRehearsal = job?.isRehearsal ?? true
        job = nil
        self.outcome = outcome
        guard wasRehearsal else {
            steps = [.file, .result]
            return [.say(Notice(context.words.merge.done, .done))]
        }
        conflicts.replace(with: outcome.conflicts, sameness: \.id)
        let known = Set(outcome.conflicts.map(\.id))
        answers = answers.filter { known.contains($0.key) }
        if step == .file { steps.append(.preview) }
        return []
    }

    private mutating func failed(_ failure: Failure, _ context: Context) -> [Effect] {
        let wasRehearsal = job?.isRehearsal ?? true
        job = nil
        let sentence = context.sentence(for: failure)
        if case .stopped = failure { return [.say(Notice(sentence, .done))] }
        guard !wasRehearsal, case .merge = failure else {
            trouble = sentence
            return []
        }
        // Either file is another by now: what was chosen holds for what is the same.
        steps = [.file, .preview]
        let again = begin(isRehearsal: true)
        return again + [.say(Notice(sentence, .trouble))]
    }

    // MARK: Steps

    /// Whether there is anything to merge.
    public var canMerge: Bool { outcome.map { !$0.hasNothingNew } ?? false }

    private mutating func goOn(_ context: Context) -> [Effect] {
        guard conflicts.isEmpty else {
            steps.append(.conflicts)
            return []
        }
        return begin(isRehearsal: false)
    }

    private mutating func goBack(_ context: Context) -> [Effect] {
        trouble = nil
        if step == .preview, !answers.isEmpty, !isLeaving {
            isLeaving = true
            let count = context.words.language.number(answers.count)
            return [.say(Notice(context.words.merge.leaveLoses(count), .trouble))]
        }
        isLeaving = false
        if step == .preview { answers = [:] }
        steps.removeLast()
        return []
    }

    /// Takes a side of the highlighted conflict, and goes on to the next that is open.
    private mutating func choose(_ side: MergeSide) -> [Effect] {
        guard let conflict = conflicts.selected else { return [] }
        answers[conflict.id] = side
        let place = conflicts.cursor.index
        let order = Array(conflicts.items.indices)
        if let next = (order[place...] + order[..<place]).first(where: { answers[conflicts.items[$0].id] == nil }) {
            conflicts.select(next)
        }
        return []
    }

    private mutating func chooseAll(_ side: (MergeConflict) -> MergeSide) -> [Effect] {
        for conflict in conflicts.items { answers[conflict.id] = side(conflict) }
        return []
    }

    private mutating func mergeChosen(_ context: Context) -> [Effect] {
        guard open.isEmpty else {
            let count = context.words.language.number(open.count)
            return [.say(Notice(context.words.merge.undecided(count), .trouble))]
        }
        return begin(isRehearsal: false)
    }
}
