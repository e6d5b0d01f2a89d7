import Foundation
import Synchronization
import Training

/// Answers that hold until something is saved, of what is asked for again and again and takes time at any size. All that changes an answer is a step in
/// the log, a repair too.
final class KnownAnswers<Question: Hashable & Sendable>: Sendable {
    private struct State {
        var step: ID<Step>?
        var answers: [Question: any Sendable] = [:]
    }

    /// So many are kept: each word that is typed, each table that is turned is a question of its own.
    private let limit = 100
    private let state = Mutex(State())

    /// The answer as of a step, found where it is not known. A question has answers of one type.
    func answer<Answer: Sendable>(to question: Question, asOf step: ID<Step>?, find: () throws -> Answer) rethrows
        -> Answer
    {
        let known = state.withLock { $0.step == step ? $0.answers[question] : nil }
        if let known = known as? Answer { return known }
        let found = try find()
        state.withLock { state in
            // What was saved after this reading began is newer than it.
            if let newest = state.step, let step, newest.rawValue > step.rawValue { return }
            if state.step != step || state.answers.count >= limit { state = State(step: step) }
            state.answers[question] = found
        }
        return found
    }

    func forget() { state.withLock { $0 = State() } }
}

/// What screens ask whenever they come in front, though nothing may have been saved since.
enum RecurringQuestion: Hashable, Sendable {
    case years
    case achievement(year: Int)
    case totals(Training.Dimension, year: Int)
    case byTrack(Training.Dimension, year: Int)
    case pace(year: Int, today: CalendarDate)
    case entries(year: Int, since: Date)
    case explanation(year: Int)
    case contributions(year: Int)
    case ladder(Training.Dimension?, year: Int, today: CalendarDate)
    case followUpCounts(kecamatan: RegionCode?, today: CalendarDate)
    case organizers
    case programs(year: Int)
    case firstClasses(year: Int, count: Int)
}
