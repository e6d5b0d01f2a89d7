import Keyboard
import Training

/// Keys and pasted text wait while the screen in front cannot say yet where they belong; what it only reads need not be waited for.
extension Session {
    /// After how long it is said that keys wait.
    static let patience = Duration.milliseconds(700)

    private static let waiting = "waiting"

    /// Keys that mean the same on every screen, whatever it reads: they leave it or lie over it.
    private static let timeless =
        [Key.escape, .function(1), .character("?"), .character("q"), .control("l"), .control("z"), .control("c")]
        + Tab.allCases.map(\.key)

    /// Whether the screen in front waits for nothing but what it reads: nothing is being changed, and nothing typed.
    private var isOnlyReading: Bool {
        let number = screen.tickets.screen
        return screen.holdsKeys && !screen.takesText && !changing.contains { $0.screen == number }
    }

    /// Whether a key means now what it would mean once all is read.
    private func isTimeless(_ key: Key) -> Bool {
        guard isOnlyReading, Self.timeless.contains(key) else { return false }
        return key == .escape || !screen.binds(key, for: context.role)
    }

    /// Has a key or pasted text wait, unless it is one for which nothing need be read.
    mutating func hold(_ event: Event) -> [Effect] {
        if case .key(let key) = event, isTimeless(key), held.isEmpty || key == .escape && isWaitTold {
            held = []
            return take(event)
        }
        held.append(event)
        var effects = hurry() + releaseHeld()
        if held.count == 1 {
            isWaitTold = false
            effects.append(.wake(tickets.take(Self.waiting), after: Self.patience))
        }
        return effects
    }

    /// Gives out, in order, what need not wait any longer.
    mutating func releaseHeld() -> [Effect] {
        var effects: [Effect] = []
        while let next = held.first, !holds(next) { effects += take(held.removeFirst()) }
        return effects
    }

    /// Says that keys wait, and which does not.
    mutating func tellOfWait() -> [Effect] {
        guard !held.isEmpty, isOnlyReading else { return [] }
        isWaitTold = true
        notice = Notice(context.words.waiting.forReading, .trouble)
        return []
    }
}
