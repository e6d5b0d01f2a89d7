import Dispatch
import Foundation
import Synchronization
import Training

/// Writes a list's rows on a thread of its own, while whoever reads them from the file reads the next: half the time of an export is the one,
/// half the other. A few rows wait in between, so memory stays flat.
private final class ListStage<Row: Sendable>: Sendable {
    private let batches: StageQueue<[Row]>
    private let state = Mutex(State())
    private let ended = DispatchSemaphore(value: 0)

    private struct State {
        /// Rows that are to go over together.
        var batch: [Row] = []
        /// A batch that was written, to be used again.
        var emptied: [Row] = []
        /// Why the rest was not written.
        var failure: OutputFailure?

        /// What is to go over now; another batch begins.
        mutating func takeBatch() -> [Row] {
            defer {
                batch = emptied
                emptied = []
            }
            return batch
        }
    }

    /// How many rows go over at once.
    private static var batchSize: Int { 256 }

    init(_ list: ListWriter<Row>) {
        batches = StageQueue(capacity: 3)
        let thread = Thread { [batches, ended] in
            do throws(OutputFailure) {
                while var batch = batches.next() {
                    try list.add(rows: batch)
                    batch.removeAll(keepingCapacity: true)
                    self.state.withLock { $0.emptied = batch }
                }
            } catch {
                self.state.withLock { $0.failure = error }
                batches.stop()
            }
            ended.signal()
        }
        thread.name = "list"
        thread.start()
    }

    /// Takes a row, to be written soon.
    ///
    /// - Throws: why an earlier row could not be written.
    @specialized(where Row == Stored<Participant>)
    func add(_ row: Row) throws(OutputFailure) {
        let full = state.withLock { state -> [Row]? in
            state.batch.append(row)
            guard state.batch.count >= Self.batchSize else { return nil }
            return state.takeBatch()
        }
        guard let full, !batches.send(full) else { return }
        try throwFailure()
    }

    /// Returns when all rows are written.
    ///
    /// - Throws: why one could not be.
    func finish() throws(OutputFailure) {
        _ = batches.send(state.withLock { $0.takeBatch() })
        batches.end()
        ended.wait()
        try throwFailure()
    }

    /// Returns when nothing is written any more; what waits is let go.
    func stop() {
        batches.stop()
        batches.end()
        ended.wait()
    }

    private func throwFailure() throws(OutputFailure) {
        if let failure = state.withLock(\.failure) { throw failure }
    }
}

extension ListWriter {
    /// Adds the rows that `body` hands over, in their order, and writes them on another thread meanwhile.
    ///
    /// - Parameter body: is handed what takes a row, and throws when an earlier one could not be written.
    /// - Throws: what `body` throws, and ``OutputFailure``; nothing is written any more then.
    public func addAside(_ body: (_ add: @escaping @Sendable (Row) throws -> Void) async throws -> Void) async throws {
        let stage = ListStage(self)
        do { try await body { try stage.add($0) } } catch {
            stage.stop()
            throw error
        }
        try stage.finish()
    }
}
