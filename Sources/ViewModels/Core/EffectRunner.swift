import Training
import Words

/// Does on a store what view models want done, and says what came of it as events.
public struct EffectRunner: Sendable {
    private let store: any TrainingStore
    private let author: Author
    private let writer: any DocumentWriter

    /// A runner for one operator's work on a store.
    ///
    /// - Parameter writer: what writes files and documents.
    public init(store: any TrainingStore, author: Author, writer: some DocumentWriter) {
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

    /// Writes a document as text.
    public func compose(_ ticket: Ticket, _ document: Document, _ words: Phrasebook) async -> [Event] {
        do {
            return [.answered(ticket, .document(try await writer.lines(of: document, words, from: store)))]
        } catch {
            return [.failed(ticket, Failure(error))]
        }
    }

    /// Writes names or a document to a file.
    public func export(_ ticket: Ticket, _ export: Export) async -> [Event] {
        do {
            return [.exported(ticket, count: try await writer.write(export, from: store, by: author))]
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
