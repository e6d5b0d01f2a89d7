import Keyboard
import Training
import Words

/// A desk that is locked: its operator's PIN is typed here, and nothing else is shown or taken.
public struct LockedDesk: Sendable {
    /// What is typed; it is never shown.
    public private(set) var field = TextField(limit: DeskLock.pinLength.upperBound)
    /// Why what was typed opens nothing.
    public private(set) var message: String?
    /// Whether a key was pressed since the desk was locked.
    public private(set) var isAsked: Bool
    /// Whether a PIN is being looked at.
    public private(set) var isChecking = false

    /// - Parameter isAsked: whether the PIN is asked for at once, whatever screen lies below.
    init(isAsked: Bool) { self.isAsked = isAsked }

    /// Takes a key.
    ///
    /// - Returns: the PIN, where it is to be looked at.
    mutating func take(_ key: Key) -> String? {
        isAsked = true
        guard !isChecking else { return nil }
        switch key {
        case .enter:
            guard !field.isEmpty else { return nil }
            isChecking = true
            message = nil
            defer { field = TextField(limit: DeskLock.pinLength.upperBound) }
            return field.text
        case .escape: field.set("")
        default: _ = field.handle(key)
        }
        return nil
    }

    /// Says why it stays locked.
    mutating func refuse(_ message: String) {
        isChecking = false
        self.message = message
    }
}
