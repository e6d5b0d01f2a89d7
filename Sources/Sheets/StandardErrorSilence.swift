import Foundation
import Synchronization

/// A library that speaks of its errors on standard error does so amid a screen that is drawn; here it speaks to nobody.
///
/// Standard error belongs to the process, not to a thread: only the first of those who want silence at once lays it aside, and
/// only the last puts it back. Each doing so alone, the second would keep the first's silence and put that back for good.
enum StandardErrorSilence {
    private struct Silence {
        var wanted = 0
        /// Standard error as it was; nil where it is not laid aside.
        var kept: Int32?
    }

    private static let silence = Mutex(Silence())

    /// What `body` gives, and errno as it left it; what anybody writes to standard error meanwhile is lost.
    static func around<Result>(_ body: () -> Result) -> Result {
        silence.withLock { silence in
            if silence.wanted == 0 { silence.kept = laidAside() }
            silence.wanted += 1
        }
        defer {
            let reason = errno
            silence.withLock { silence in
                silence.wanted -= 1
                if silence.wanted == 0, let kept = silence.kept.take() {
                    dup2(kept, STDERR_FILENO)
                    close(kept)
                }
            }
            errno = reason
        }
        return body()
    }

    private static func laidAside() -> Int32? {
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        guard nowhere >= 0 else { return nil }
        defer { close(nowhere) }
        let kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        guard kept >= 0 else { return nil }
        dup2(nowhere, STDERR_FILENO)
        return kept
    }
}
