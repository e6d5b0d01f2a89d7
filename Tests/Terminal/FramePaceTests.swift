import Testing

@testable import Terminal

/// Frames wait for a terminal that answers, and for no other.
@Suite struct FramePaceTests {
    private let pace = FramePace()
    private let start = ContinuousClock.now

    @Test func aLargeFrameWaitsUntilTheOneBeforeIsShown() {
        #expect(pace.wrote(1_000, now: start))
        #expect(pace.admits(1_000, now: start), "it is not known yet whether the terminal answers")
        #expect(!pace.answered(), "no frame was held back")
        #expect(pace.wrote(1_000, now: start))
        #expect(!pace.admits(1_000, now: start))
        #expect(pace.answered())
        #expect(pace.admits(1_000, now: start))
        #expect(!pace.answered(), "what was held back is asked for once")
    }

    @Test func afterALargeFrameAFewCellsPassAndMoreDoNot() {
        _ = pace.answered()
        #expect(pace.wrote(1_000, now: start))
        #expect(pace.admits(300, now: start))
        #expect(!pace.wrote(300, now: start), "one question at a time")
        #expect(!pace.admits(300, now: start))
    }

    @Test func lettersAskForNothing() {
        for _ in 0..<20 { #expect(!pace.wrote(2, now: start)) }
    }

    @Test func aTerminalThatNeverAnswersIsAskedOnce() {
        #expect(pace.wrote(1_000, now: start))
        let later = start.advanced(by: FramePace.patience + .seconds(1))
        #expect(pace.admits(1_000, now: later))
        #expect(!pace.wrote(1_000, now: later))
        #expect(!pace.awaited.isAsked)
    }

    @Test func aLostAnswerHoldsNothingForLong() {
        _ = pace.answered()
        #expect(pace.wrote(1_000, now: start))
        #expect(!pace.admits(1_000, now: start))
        #expect(pace.needsRelease() && !pace.needsRelease())
        let later = start.advanced(by: FramePace.patience + .seconds(1))
        #expect(pace.admits(1_000, now: later))
        #expect(pace.wrote(1_000, now: later), "it is asked again")
    }
}
