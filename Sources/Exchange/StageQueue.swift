import Dispatch
import Synchronization

/// Hands pieces of work from one thread to another, in order. It holds a few at most, so that memory stays flat: whoever is ahead waits.
final class StageQueue<Piece: Sendable>: Sendable {
    private struct State {
        var waiting: [Piece] = []
        var isStopped = false
    }

    private let state = Mutex(State())
    // Made with 0 and raised: a semaphore that goes with less than it began with stops the program.
    private let room = DispatchSemaphore(value: 0)
    private let pieces = DispatchSemaphore(value: 0)

    /// - Parameter capacity: how many pieces may wait, at least 1.
    init(capacity: Int) {
        for _ in 0..<capacity { room.signal() }
    }

    /// Hands a piece on, when there is room for it.
    ///
    /// - Returns: `false` where nobody will take it any more.
    func send(_ piece: Piece) -> Bool {
        room.wait()
        let isStopped = state.withLock { state in
            if !state.isStopped { state.waiting.append(piece) }
            return state.isStopped
        }
        (isStopped ? room : pieces).signal()
        return !isStopped
    }

    /// Says that no piece comes any more.
    func end() { pieces.signal() }

    /// The next piece, when there is one; `nil` at the end.
    func next() -> Piece? {
        pieces.wait()
        let piece = state.withLock { state in state.waiting.isEmpty ? nil : state.waiting.removeFirst() }
        // The end stays.
        (piece == nil ? pieces : room).signal()
        return piece
    }

    /// Takes nothing any more: what waits is let go, and whoever waits for room is told.
    func stop() {
        state.withLock { state in
            state.isStopped = true
            state.waiting = []
        }
        room.signal()
    }
}
