import CSignals
import Glibc
import Testing

@Suite struct SignalsTests {
    private static func releaseAndHangUp(lineIsGone: Bool) {
        // Whoever runs the tests may have it ignored.
        signal(SIGHUP, SIG_DFL)
        _ = signals_catch([SIGHUP], 1)
        signals_release(lineIsGone)
        // Threads of a pool block signals.
        var hangUp = sigset_t()
        sigemptyset(&hangUp)
        sigaddset(&hangUp, SIGHUP)
        pthread_sigmask(SIG_UNBLOCK, &hangUp, nil)
        raise(SIGHUP)
        exit(0)
    }

    @Test func aLateHangUpEndsNothingWhereTheLineIsGone() async {
        await #expect(processExitsWith: .exitCode(0)) { Self.releaseAndHangUp(lineIsGone: true) }
    }

    @Test func aHangUpEndsTheProgramAgainWhereTheLineIsThere() async {
        await #expect(processExitsWith: .signal(SIGHUP)) { Self.releaseAndHangUp(lineIsGone: false) }
    }
}
