import Keyboard
import Training
import Words

/// The line into which the code of a sticker or a route sheet is typed, on any screen that takes no text.
public struct CodePrompt: Sendable {
    /// What is typed.
    public private(set) var field = TextField(limit: 20)
    /// Why what was typed opens nothing.
    public internal(set) var message: String?

    mutating func type(_ event: Event) {
        let before = field.text
        switch event {
        case .key(let key): _ = field.handle(key)
        case .paste(let text): field.insert(text)
        default: break
        }
        if field.text != before { message = nil }
    }
}
