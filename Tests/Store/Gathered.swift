import Store
import Synchronization
import Training

/// What a store hands out piece by piece, gathered to be looked at.
final class Gathered<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])

    var all: [Value] { values.withLock { $0 } }

    func add(_ value: Value) { values.withLock { $0.append(value) } }
}

extension SilatStore {
    /// Everybody in a list, read page by page from one end.
    func everyPage(of query: ParticipantQuery, _ isForward: Bool, count: Int) async throws -> [ParticipantRow] {
        var found: [ParticipantRow] = []
        var start = isForward ? PageStart.first : .last
        while true {
            let page = try await page(of: query, start, count: count)
            found = isForward ? found + page.rows : page.rows + found
            guard isForward ? page.hasLater : page.hasEarlier,
                let edge = isForward ? page.rows.last : page.rows.first
            else { return found }
            start = isForward ? .after(edge) : .before(edge)
        }
    }
}
