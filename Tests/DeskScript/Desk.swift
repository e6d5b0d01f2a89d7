import Keyboard

/// A desk that a story can be played at: the view models alone, or the built program in a terminal.
public protocol Desk {
    /// Presses keys, one after the other.
    func press(_ keys: Key...) async throws
    /// Types text, a key for each character.
    func type(_ text: String) async throws
    /// Pastes text in one piece.
    func paste(_ text: String) async throws
    /// Waits until the screen shows a text, and fails where it does not.
    func sees(_ text: String) async throws
    /// Waits until the screen no longer shows a text.
    func doesNotSee(_ text: String) async throws
    /// Changes the size of the screen.
    func resize(columns: Int, rows: Int) async throws
    /// The rows of the screen.
    var screen: [String] { get async }
}

/// What the screen should have shown.
public struct NotSeen: Error, CustomStringConvertible {
    public let description: String

    public init(_ text: String, on screen: [String], unwanted: Bool = false) {
        description = "\(unwanted ? "still there" : "not there"): \(text)\n" + screen.joined(separator: "\n")
    }
}
