import Synchronization
import Training

/// Ladders that were counted and hold until something is saved: the first screen asks for one whenever it comes in front.
final class KnownLadders: Sendable {
    struct Question: Hashable, Sendable {
        let dimension: Training.Dimension?
        let year: Int
        let today: CalendarDate
    }

    private struct State {
        var step: ID<Step>?
        var ladders: [Question: [OutcomeLadder]] = [:]
    }

    private let state = Mutex(State())

    /// The ladders as of a step, counted where they are not known.
    func ladders(
        _ question: Question, asOf step: ID<Step>?, count: () throws -> [OutcomeLadder]
    ) rethrows -> [OutcomeLadder] {
        let known = state.withLock { $0.step == step ? $0.ladders[question] : nil }
        if let known { return known }
        let counted = try count()
        state.withLock { state in
            // What was saved after this reading began is newer than it.
            if let newest = state.step, let step, newest.rawValue > step.rawValue { return }
            if state.step != step { state = State(step: step) }
            state.ladders[question] = counted
        }
        return counted
    }
}
