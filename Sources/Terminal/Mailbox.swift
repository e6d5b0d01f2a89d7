import Synchronization

/// Where events from anywhere wait for the one loop that takes them, in the order in which they were posted.
///
/// The loop gets all that has arrived at once, so that many events cost one drawing:
///
///     for await events in mailbox {
///         for event in events { … }
///         terminal.show(frame)
///     }
public final class Mailbox<Event: Sendable>: Sendable {
    private struct State {
        var waiting: [Event] = []
        var takers: [CheckedContinuation<[Event], Never>] = []
        var isClosed = false
    }

    private let state = Mutex(State())

    /// An empty mailbox.
    public init() {}

    /// Adds an event; from any thread. After ``close()`` it is let go.
    public func post(_ event: Event) { post([event]) }

    /// Adds events that belong together; from any thread.
    public func post(_ events: [Event]) {
        guard !events.isEmpty else { return }
        let delivery = state.withLock { state -> (CheckedContinuation<[Event], Never>, [Event])? in
            guard !state.isClosed else { return nil }
            state.waiting += events
            guard !state.takers.isEmpty else { return nil }
            defer { state.waiting = [] }
            return (state.takers.removeFirst(), state.waiting)
        }
        if let (taker, events) = delivery { taker.resume(returning: events) }
    }

    /// All events that wait, of which there is at least one; empty only after ``close()`` or where the task was cancelled.
    public func next(isolation: isolated (any Actor)? = #isolation) async -> [Event] {
        await withTaskCancellationHandler {
            await withCheckedContinuation { taker in
                let ready = state.withLock { state -> [Event]? in
                    guard state.waiting.isEmpty, !state.isClosed, !Task.isCancelled else {
                        defer { state.waiting = [] }
                        return state.waiting
                    }
                    state.takers.append(taker)
                    return nil
                }
                if let ready { taker.resume(returning: ready) }
            }
        } onCancel: {
            release { _ in }
        }
    }

    /// Takes no more events. Those that wait are still given; then the loop ends.
    public func close() {
        release { $0.isClosed = true }
    }

    private func release(_ change: (inout State) -> Void) {
        let takers = state.withLock { state in
            change(&state)
            defer { state.takers = [] }
            return state.takers
        }
        for taker in takers { taker.resume(returning: []) }
    }
}

extension Mailbox: AsyncSequence {
    /// Takes the mailbox's events, all that wait at a time.
    public struct Iterator: AsyncIteratorProtocol {
        let mailbox: Mailbox

        public mutating func next() async -> [Event]? { await next(isolation: nil) }

        public mutating func next(isolation actor: isolated (any Actor)?) async -> [Event]? {
            let events = await mailbox.next(isolation: actor)
            return events.isEmpty ? nil : events
        }
    }

    public func makeAsyncIterator() -> Iterator { Iterator(mailbox: self) }
}
