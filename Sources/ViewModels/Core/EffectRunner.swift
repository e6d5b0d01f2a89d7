import Training

/// Does on a store what view models want done, and says what came of it as events.
public struct EffectRunner: Sendable {
    private let store: any TrainingStore
    private let author: Author
    private let writer: FileWriter?

    /// Writes a file, and says how many lines it has.
    public typealias FileWriter = @Sendable (FileExport, any TrainingStore, Author) async throws -> Int

    /// A runner for one operator's work on a store.
    ///
    /// - Parameter writer: what writes files; without one, every export fails.
    public init(store: any TrainingStore, author: Author, writer: FileWriter? = nil) {
        self.store = store
        self.author = author
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

    /// Writes a file.
    public func export(_ ticket: Ticket, _ export: FileExport) async -> [Event] {
        do {
            guard let writer else { throw ExportFailure.cannotWrite(path: export.path, reason: "") }
            return [.exported(ticket, count: try await writer(export, store, author))]
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
            case let failure as Failure: failure
            default: .store(.system(path: "", detail: "\(type(of: error))"))
            }
    }
}
