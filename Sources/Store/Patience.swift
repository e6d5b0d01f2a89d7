import Foundation
import Synchronization

/// How long a write waits while another program holds the file, and who is told of it.
///
/// Another desk may be taking a large roster in: that is no failure, and whoever waits for it is told so once.
final class Patience: Sendable {
    /// Longer than the largest import takes. Nobody holds the file longer but a program that was stopped in its middle.
    private static let generous = 600_000
    /// For a program that is asked to end.
    private static let short = 5_000
    /// When a wait is worth a word.
    private static let noticeable = 1_000

    /// In milliseconds.
    private let limit = Atomic(generous)
    private let tell: Mutex<@Sendable () -> Void>

    init(_ tell: @escaping @Sendable () -> Void = {}) { self.tell = Mutex(tell) }

    /// Has somebody else told from now on.
    func tells(_ tell: @escaping @Sendable () -> Void) { self.tell.withLock { $0 = tell } }

    /// Has waits end soon, those under way among them.
    func hurry() { limit.store(Self.short, ordering: .relaxed) }

    /// Waits a little for whoever holds the file.
    ///
    /// - Parameter tries: how often this wait was asked before.
    /// - Returns: `false` where it has lasted too long.
    func waits(after tries: Int) -> Bool {
        let soFar = Self.elapsed(tries)
        guard soFar < limit.load(ordering: .relaxed) else { return false }
        if soFar < Self.noticeable, Self.elapsed(tries + 1) >= Self.noticeable { tell.withLock { $0 }() }
        usleep(UInt32(Self.pause(tries) * 1_000))
        return true
    }

    /// Short at first: most writes take milliseconds.
    private static func pause(_ tries: Int) -> Int { tries < quickTries ? 2 : 20 }

    private static let quickTries = 25

    /// The time that so many pauses take at least. Each connection waits by itself, so the number of tries is all there is to go by.
    private static func elapsed(_ tries: Int) -> Int {
        min(tries, quickTries) * pause(0) + max(0, tries - quickTries) * pause(quickTries)
    }
}
