import Synchronization
import Training

/// Answers that hold until something is saved, of those that are asked for again and again and take time at any size: how many people there are, whenever a
/// search is over; the ladder, whenever the first screen comes in front.
final class KnownAnswers<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
    private struct State {
        var step: ID<Step>?
        var answers: [Question: Answer] = [:]
    }

    /// So many are kept: each word that is typed is a question of its own.
    private let limit = 100
    private let state = Mutex(State())

    /// The answer as of a step, found where it is not known.
    func answer(to question: Question, asOf step: ID<Step>?, find: () throws -> Answer) rethrows -> Answer {
        let known = state.withLock { $0.step == step ? $0.answers[question] : nil }
        if let known { return known }
        let found = try find()
        state.withLock { state in
            // What was saved after this reading began is newer than it.
            if let newest = state.step, let step, newest.rawValue > step.rawValue { return }
            if state.step != step || state.answers.count >= limit { state = State(step: step) }
            state.answers[question] = found
        }
        return found
    }
}
