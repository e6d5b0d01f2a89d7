import CNcurses
import Dispatch
import Glibc
import Keyboard
import Synchronization

/// Reads the keyboard on a queue of its own, so that no key waits for drawing, and nothing polls.
final class TerminalInput: Sendable {
    private struct State {
        var decoder: KeyDecoder
        /// Counts the pieces read, so that a wait that has been overtaken is known.
        var pieces = 0
    }

    private let state: Mutex<State>
    private let queue: DispatchQueue
    private let isReadable: @Sendable () -> Bool
    private let post: @Sendable ([Input]) -> Void
    private let reported: @Sendable () -> Void

    /// - Parameters:
    ///   - isReadable: whether more bytes can be read at once.
    ///   - reported: is told, on the queue, that the terminal has answered that it is well.
    ///   - post: takes what was typed, on the queue.
    init(
        _ decoder: KeyDecoder, on queue: DispatchQueue, isReadable: @escaping @Sendable () -> Bool,
        reported: @escaping @Sendable () -> Void = {}, post: @escaping @Sendable ([Input]) -> Void
    ) {
        state = Mutex(State(decoder: decoder))
        self.queue = queue
        self.isReadable = isReadable
        self.post = post
        self.reported = reported
    }

    /// Reads what has arrived; to be called on the queue.
    ///
    /// - Returns: whether the terminal is still there.
    func read(from descriptor: Int32) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count > 0 else {
            guard count < 0 else { return false }
            // What is read while the terminal is another job's is refused with the same error as what is read from a broken line, and
            // it may be ours again by the time we look; a broken line stays broken.
            return errno == EINTR || errno == EAGAIN || (errno == EIO && terminal_is_there(descriptor))
        }
        feed(buffer[..<count])
        return true
    }

    /// Decodes bytes and, where they leave something pending, comes back to it when its time is over.
    func feed(_ bytes: some Sequence<UInt8>) {
        let (inputs, delay, piece, hasReport) = state.withLock { state in
            state.pieces += 1
            let before = state.decoder.reports
            let inputs = state.decoder.feed(bytes)
            return (inputs, state.decoder.delay, state.pieces, state.decoder.reports > before)
        }
        if hasReport { reported() }
        if !inputs.isEmpty { post(inputs) }
        if let delay { wait(delay, piece) }
    }

    private func wait(_ delay: Duration, _ piece: Int) {
        let (seconds, attoseconds) = delay.components
        let time = DispatchTime.now() + .nanoseconds(Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
        queue.asyncAfter(deadline: time) { [weak self] in self?.settle(piece, delay) }
    }

    private func settle(_ piece: Int, _ delay: Duration) {
        let isCurrent = state.withLock { $0.pieces == piece }
        guard isCurrent else { return }
        // On a busy machine the rest may have come and not been read yet.
        guard !isReadable() else { return wait(delay, piece) }
        let inputs = state.withLock { $0.decoder.flush() }
        if !inputs.isEmpty { post(inputs) }
    }
}
