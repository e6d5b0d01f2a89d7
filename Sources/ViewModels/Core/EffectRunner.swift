import Training
import Words

/// Does on a store what view models want done, and says what came of it as events.
public struct EffectRunner: Sendable {
    private let store: any TrainingStore
    private let author: Author
    private let writer: any DocumentWriter
    private let rosters: any RosterReading

    /// A runner for one operator's work on a store.
    ///
    /// - Parameters:
    ///   - writer: what writes files and documents.
    ///   - rosters: what reads rosters.
    public init(
        store: any TrainingStore, author: Author, writer: some DocumentWriter, rosters: any RosterReading
    ) {
        self.store = store
        self.author = author
        self.rosters = rosters
        self.writer = writer
    }

    /// Answers a question.
    public func ask(
        _ ticket: Ticket, _ question: @Sendable (any TrainingStore) async throws -> Answer
    ) async -> [Event] {
        do {
            return [.answered(ticket, try await question(store))]
        } catch {
            return [.failed(ticket, Failure(error))]
        }
    }

    /// Changes what is on file. How the year in view stands afterwards comes along, so that the gauge moves with the save.
    public func perform(_ ticket: Ticket, _ action: Action, year: Int) async -> [Event] {
        do {
            let receipt = try await store.perform(action, by: author)
            guard let achievement = try? await store.achievement(of: year) else {
                return [.performed(ticket, receipt), .fileChanged]
            }
            return [.achievement(achievement), .performed(ticket, receipt), .fileChanged]
        } catch {
            return [.failed(ticket, Failure(error))]
        }
    }

    /// Reads a roster as it would be read.
    public func preview(_ ticket: Ticket, of path: String, _ choices: RosterChoices) async -> [Event] {
        do {
            try Task.checkCancellation()
            return [.answered(ticket, .rosterPreview(try await rosters.preview(of: path, choices, store)))]
        } catch {
            return [.failed(ticket, Failure(error))]
        }
    }

    /// Looks for people who may be one, in a task that can be cancelled.
    ///
    /// - Parameter progress: is told how far it has come.
    public func seekDuplicates(
        _ ticket: Ticket, of participant: ID<Participant>?, progress: @escaping @Sendable (Event) -> Void
    ) async -> [Event] {
        do {
            try Task.checkCancellation()
            let found = try await store.duplicates(of: participant, count: DuplicateList.limit) {
                progress(.progressed(ticket, ImportProgress(rows: 0, fraction: $0, elapsed: .zero)))
            }
            return [.answered(ticket, .duplicates(found))]
        } catch {
            return [.failed(ticket, Failure(error))]
        }
    }

    /// Imports a roster, or rehearses that; in a task that is cancelled nothing is kept. How the year in view stands afterwards comes along.
    ///
    /// - Parameter progress: is told how far it has come.
    public func takeIn(
        _ ticket: Ticket, _ plan: ImportPlan, year: Int, progress: @escaping @Sendable (Event) -> Void
    ) async -> [Event] {
        do {
            try Task.checkCancellation()
            let outcome = try await rosters.take(plan, into: store, by: author) { progress(.progressed(ticket, $0)) }
            let answer = Event.answered(ticket, .imported(outcome))
            guard !plan.isRehearsal else { return [answer] }
            let achievement = (try? await store.achievement(of: year)).map { [Event.achievement($0)] } ?? []
            return achievement + [answer, .fileChanged]
        } catch {
            return [.failed(ticket, Failure(error))]
        }
    }

    /// Brings in what was done in a copy of the file, or rehearses that; in a task that is cancelled nothing is kept. How the year in
    /// view stands afterwards comes along.
    ///
    /// - Parameter progress: is told how far it has come.
    public func mergeFile(
        _ ticket: Ticket, _ plan: FileMergePlan, year: Int, progress: @escaping @Sendable (Event) -> Void
    ) async -> [Event] {
        do {
            try Task.checkCancellation()
            let begun = ContinuousClock.now
            let outcome = try await store.merge(plan, by: author) { news in
                let fraction = news.overall
                progress(
                    .progressed(
                        ticket, ImportProgress(rows: 0, fraction: fraction, elapsed: ContinuousClock.now - begun)))
            }
            let answer = Event.answered(ticket, .fileMerge(outcome))
            guard outcome.step != nil else { return [answer] }
            let achievement = (try? await store.achievement(of: year)).map { [Event.achievement($0)] } ?? []
            return achievement + [answer, .fileChanged]
        } catch {
            return [.failed(ticket, Failure(error))]
        }
    }

    /// Writes a document as text.
    public func compose(_ ticket: Ticket, _ document: Document, _ words: Phrasebook) async -> [Event] {
        do {
            return [.answered(ticket, .document(try await writer.lines(of: document, words, from: store)))]
        } catch {
            return [.failed(ticket, Failure(error))]
        }
    }

    /// Writes a file, in a task that can be cancelled.
    ///
    /// - Parameter progress: is told how far it has come.
    public func export(
        _ ticket: Ticket, _ export: FileExport, progress: @escaping @Sendable (Event) -> Void
    ) async -> [Event] {
        do {
            let count = try await writer.write(export, from: store, by: author) {
                progress(.progressed(ticket, ImportProgress(rows: 0, fraction: $0, elapsed: .zero)))
            }
            return [.exported(ticket, count: count)]
        } catch {
            return [.failed(ticket, Failure(error))]
        }
    }

    /// Keeps what was typed into a form, or forgets it.
    ///
    /// - Returns: news only where it could not be kept.
    public func keepDraft(_ draft: String?, form: String) async -> [Event] {
        do {
            try await store.keepDraft(draft, form: form, by: author)
            return []
        } catch {
            return [.draftNotKept(Failure(error))]
        }
    }
}

extension Failure {
    /// An error that a store threw, as the clerk is told of it.
    public init(_ error: any Error) {
        self =
            switch error {
            case let refusal as Refusal: .refused(refusal)
            case let failure as StoreFailure: .store(failure)
            case let failure as ExportFailure: .export(failure)
            case let trouble as RosterTrouble: .roster(trouble)
            case let trouble as FileMergeTrouble: .merge(trouble)
            case is CancellationError: .stopped
            case let failure as Failure: failure
            default: .store(.system(path: "", detail: "\(type(of: error))"))
            }
    }
}
