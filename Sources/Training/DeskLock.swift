/// How an operator's desk is locked.
public struct DeskLock: Hashable, Sendable {
    /// Whether the operator has a PIN: only then can a desk be locked.
    public var hasPIN: Bool
    /// After how many minutes without a key the desk locks itself; `nil` where it never does.
    public var minutes: Int?

    /// A way to lock.
    public init(hasPIN: Bool, minutes: Int?) {
        self.hasPIN = hasPIN
        self.minutes = minutes
    }

    /// No lock: the operator has no PIN.
    public static let none = DeskLock(hasPIN: false, minutes: nil)

    /// The minutes that hold where nobody has set any.
    public static let usualMinutes = 10
    /// The minutes that can be set.
    public static let possibleMinutes = 1...480
    /// How long a PIN may be, in characters. It may have letters.
    public static let pinLength = 6...64
}

/// What came of a PIN that was typed.
public enum PINAnswer: Hashable, Sendable {
    /// It is the operator's, or there is none any more.
    case right
    /// It is not; for so many seconds none is looked at.
    case wrong(wait: Int)
    /// It was not looked at: so many seconds remain since the last wrong one.
    case tooSoon(wait: Int)
}
