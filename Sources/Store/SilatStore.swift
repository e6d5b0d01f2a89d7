import Foundation
import GRDB
import Training

/// A training office's file: ``TrainingStore`` on one SQLite file, or in memory.
///
/// Writes are serialized, here and with other programs on the same file; a write waits while another program writes, and
/// fails as busy where that lasts ten minutes. Reads see what was committed last and wait for nobody. A commit is on disk when a write returns.
public final class SilatStore: TrainingStore {
    /// What a store may do with its file.
    public enum Mode: Sendable {
        /// Reads an existing file.
        case readOnly
        /// Reads and writes an existing file.
        case readWrite
        /// Reads and writes; makes the file, and its folder where that is the default one, if there is none.
        case create
    }

    let database: any DatabaseWriter
    let fingerprint: String
    let now: @Sendable () -> Date
    /// Where the file is; for messages.
    public let path: String

    private let patience: Patience
    private let known = KnownAnswers<RecurringQuestion>()
    let knownCounts = KnownAnswers<ParticipantQuery>()

    private init(
        _ database: any DatabaseWriter, path: String, _ patience: Patience, now: @escaping @Sendable () -> Date
    ) {
        self.database = database
        self.patience = patience
        self.path = path
        self.now = now
        fingerprint = path == Self.memory ? path : DeskNumber.fingerprint(ofFileAt: path)
    }

    static let memory = ":memory:"

    /// A store that is gone with the program: for tests.
    public static func inMemory(now: @escaping @Sendable () -> Date = Date.init) throws -> SilatStore {
        let queue = try DatabaseQueue(configuration: StoreFile.configuration(readOnly: false))
        try Schema.migrator.migrate(queue)
        return SilatStore(queue, path: memory, Patience(), now: now)
    }

    /// Opens a file, and brings it up to this program's layout.
    ///
    /// - Parameters:
    ///   - whenWaiting: see ``whenWaiting(_:)``.
    ///   - whenBusy: is told what takes its time before a large file can be used.
    /// - Throws: ``StoreFailure``; the file is as it was then.
    public static func open(
        at path: String, mode: Mode, whenWaiting: @escaping @Sendable () -> Void = {},
        whenBusy: @escaping @Sendable (OpeningWork) -> Void = { _ in },
        now: @escaping @Sendable () -> Date = Date.init
    ) throws(StoreFailure) -> SilatStore {
        let patience = Patience(whenWaiting)
        let file = StoreFile(path: path, patience: patience, whenBusy: whenBusy)
        return SilatStore(try file.open(mode), path: path, patience, now: now)
    }

    /// Calls `tell`, on any thread, whenever something has waited a second for another program that is writing.
    public func whenWaiting(_ tell: @escaping @Sendable () -> Void) { patience.tells(tell) }

    /// Has nothing wait for other programs longer than five seconds from now on: for a program that is about to end.
    public func waitNoLonger() { patience.hurry() }

    /// Closes the file; what is under way is finished first.
    public func close() {
        // Leaves one file with everything in it, unless another program still reads what came before.
        try? database.writeWithoutTransaction { db in
            if !db.configuration.readonly { try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        }
        // The last connection to close folds the log back into the file, which those that only read cannot.
        (database as? DatabasePool)?.invalidateReadOnlyConnections()
        // A connection that will not close is closed by the system when the program ends.
        try? database.close()
    }

    // MARK: Reading and writing

    func read<Value: Sendable>(_ body: @Sendable @escaping (Database) throws -> Value) async throws -> Value {
        do {
            return try await database.read { db in
                let begin = ContinuousClock.now
                // What a long reading went through is little of what is read next, and is not kept in memory.
                defer {
                    if begin.duration(to: .now) > Self.longReading { try? db.execute(sql: "PRAGMA shrink_memory") }
                }
                return try body(db)
            }
        } catch { throw StoreFile.failure(error, path: path) }
    }

    private static let longReading = Duration.milliseconds(100)

    /// Has every answer found anew: for measurements.
    public func forgetAnswers() {
        known.forget()
        knownCounts.forget()
    }

    /// What was found when this was asked last, if nothing was saved since.
    func recall<Value: Sendable>(
        _ question: RecurringQuestion, find: @Sendable @escaping (Database) throws -> Value
    ) async throws -> Value {
        try await read { [known] db in
            try known.answer(to: question, asOf: try StepLog(db: db).newest()) { try find(db) }
        }
    }

    func write<Value: Sendable>(_ body: @Sendable @escaping (Database) throws -> Value) async throws -> Value {
        do { return try await database.write(body) } catch { throw StoreFile.failure(error, path: path) }
    }

    public func perform(_ action: Action, by author: Author) async throws -> Receipt {
        let (fingerprint, now) = (fingerprint, now)
        let receipt = try await write { db in
            try Actions(db: db, author: author, desk: fingerprint, now: now()).perform(action)
        }
        if case .forget = action { try await sweep() }
        return receipt
    }

    public func takeIn<Result: Sendable>(
        as kind: Step.Kind, note: String, by author: Author, keep: Bool,
        _ intake: @Sendable @escaping (any Intake) throws -> Result
    ) async throws -> Result {
        let (fingerprint, now) = (fingerprint, now)
        do {
            return try await database.writeWithoutTransaction { db in
                var result: Result?
                // An import of very many takes more; what is not kept must not leave it so.
                defer { try? db.execute(sql: StoreFile.cacheSize + ";" + StoreFile.foreignKeys(true)) }
                try db.execute(sql: StoreFile.foreignKeys(!IntakeDoor.looksUpReferences(kind)))
                try db.inTransaction(.immediate) {
                    let actions = Actions(db: db, author: author, desk: fingerprint, now: now())
                    let door = try IntakeDoor(actions, kind: kind, note: note)
                    result = try intake(door)
                    guard keep else { return .rollback }
                    try door.close()
                    return .commit
                }
                guard let result else { throw CancellationError() }
                return result
            }
        } catch { throw StoreFile.failure(error, path: path) }
    }

    /// One element for each time another program, or another desk's, has changed the file; see ``FileWatch``.
    public func changesElsewhere() -> AsyncStream<Void> {
        let (database, path) = (database, path)
        return AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let watch = Task.detached(priority: .utility) {
                var watch = FileWatch(path: path)
                while !Task.isCancelled {
                    try? await Task.sleep(for: FileWatch.interval, tolerance: .milliseconds(100))
                    if await watch.hasNews(database) { continuation.yield() }
                }
            }
            continuation.onTermination = { _ in watch.cancel() }
        }
    }
}
