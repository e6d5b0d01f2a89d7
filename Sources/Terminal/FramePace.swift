import Synchronization

/// Keeps frames from piling up on a slow line, where they would arrive long after the keys that they answer.
///
/// Neither the system nor ssh tells how much of what was written still waits. So after much was written the terminal is asked whether it is
/// well (DSR of ECMA-48, which all since the VT100 answer): its answer comes when it has shown everything before. Until then no
/// frame follows that is more than a few cells. What a terminal that never answers is given waits for nothing.
final class FramePace: Sendable {
    private struct State {
        /// Cells written since the last question.
        var cells = 0
        /// When the question was asked that has no answer yet.
        var asked: ContinuousClock.Instant?
        var hasAnswered = false
        var isMute = false
        /// Whether a frame was held back, and whether somebody has taken it on to have it shown at last.
        var holds = false
        var isReleaseSet = false
    }

    private let state = Mutex(State())

    /// So many cells arrive within half a second at 9.600 baud.
    private static let few = 400
    /// A terminal that needs longer for a screenful does not answer.
    static let patience = Duration.seconds(20)

    /// Whether a frame that changes so many cells may be written now.
    func admits(_ cells: Int, now: ContinuousClock.Instant = .now) -> Bool {
        state.withLock { state in
            if let asked = state.asked, asked.duration(to: now) > Self.patience {
                state.asked = nil
                state.isMute = !state.hasAnswered
                (state.holds, state.isReleaseSet) = (false, false)
            }
            guard state.asked != nil, state.hasAnswered, state.cells + cells > Self.few else { return true }
            state.holds = true
            return false
        }
    }

    /// Whether a time must be set for a frame that is held back: true once until the terminal answers.
    func needsRelease() -> Bool {
        state.withLock { state in
            defer { state.isReleaseSet = true }
            return !state.isReleaseSet
        }
    }

    /// Counts cells that were written.
    ///
    /// - Returns: whether the terminal is to be asked now.
    func wrote(_ cells: Int, now: ContinuousClock.Instant = .now) -> Bool {
        state.withLock { state in
            state.cells += cells
            guard state.cells > Self.few / 2, state.asked == nil, !state.isMute else { return false }
            (state.cells, state.asked) = (0, now)
            return true
        }
    }

    /// The terminal has answered.
    ///
    /// - Returns: whether a frame waits for that.
    func answered() -> Bool {
        state.withLock { state in
            defer { (state.asked, state.hasAnswered, state.holds, state.isReleaseSet) = (nil, true, false, false) }
            return state.holds
        }
    }

    /// Whether an answer is still to come, and from a terminal that is known to answer.
    var awaited: (isAsked: Bool, isSure: Bool) { state.withLock { ($0.asked != nil, $0.hasAnswered) } }
}
