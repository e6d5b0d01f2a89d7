import Keyboard
import Training
import Words

/// Something asked on the screen before it is done: `y` does it, any other key leaves everything as it is.
public struct Question: Sendable {
    /// What is asked.
    public let title: String
    /// What the clerk should know before answering.
    public let details: [String]
    let action: Action
    let purpose: String
}

/// A screen that asks before it does some things. Its key table begins with ``questionKeys``, and its `handle` gives keys
/// to ``declines(_:)`` first.
public protocol AskingScreen: Screen {
    /// What is asked now.
    var question: Question? { get set }
}

extension AskingScreen {
    /// The keys that answer.
    public static var questionKeys: [KeyBinding<Self>] {
        [
            KeyBinding(
                .character("y"), .character("Y"), label: \.participants.confirm, when: { $0.question != nil },
                run: { model, _ in
                    guard let question = model.question else { return [] }
                    model.question = nil
                    return [.perform(model.tickets.take(question.purpose), question.action)]
                }),
            KeyBinding(
                .escape, label: \.participants.decline, when: { $0.question != nil },
                run: { model, _ in
                    model.question = nil
                    return []
                }),
        ]
    }

    /// Whether an event is a key that says no to the question.
    mutating func declines(_ event: Event) -> Bool {
        guard question != nil, case .key = event else { return false }
        question = nil
        return true
    }
}
