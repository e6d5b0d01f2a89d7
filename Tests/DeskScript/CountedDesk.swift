import Keyboard

/// A desk at which the keystrokes are counted; what is typed counts a key for each character.
public final class CountedDesk<Inner: Desk>: Desk {
    /// How many keys were pressed since the count was last taken.
    public private(set) var keystrokes = 0
    private let desk: Inner

    public init(_ desk: Inner) { self.desk = desk }

    /// Begins to count anew.
    ///
    /// - Returns: how many there were.
    @discardableResult
    public func countKeys() -> Int {
        defer { keystrokes = 0 }
        return keystrokes
    }

    public func press(_ keys: Key...) async throws {
        for key in keys {
            keystrokes += 1
            try await desk.press(key)
        }
    }

    public func type(_ text: String) async throws {
        keystrokes += text.count
        try await desk.type(text)
    }

    public func paste(_ text: String) async throws {
        keystrokes += 1
        try await desk.paste(text)
    }

    public func sees(_ text: String) async throws { try await desk.sees(text) }
    public func doesNotSee(_ text: String) async throws { try await desk.doesNotSee(text) }
    public func resize(columns: Int, rows: Int) async throws { try await desk.resize(columns: columns, rows: rows) }
    public var screen: [String] { get async { await desk.screen } }
}
