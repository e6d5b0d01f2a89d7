import Keyboard
import Training

/// Taking the last step back, and bringing it back again.
extension Session {
    /// Steps that changed more records than this are taken back only when `u` is pressed again.
    private static let undoAtOnce = 50

    static let undoable = "undoable"
    static let redoable = "redoable"

    mutating func turn(_ key: Key) -> [Effect] {
        let isRedo = key == Self.redoKey
        if turnToConfirm == key {
            turnToConfirm = nil
            return [.perform(tickets.take("turn"), isRedo ? .redo : .undo)]
        }
        let author = context.author
        return [
            .ask(tickets.take(isRedo ? Self.redoable : Self.undoable)) {
                .step(try await isRedo ? $0.redoable(by: author) : $0.undoable(by: author))
            }
        ]
    }

    /// Turns the step that was found, or asks for the key once more where it changed much.
    mutating func turn(_ step: Step?, isRedo: Bool) -> [Effect] {
        guard let step else {
            let refusal = isRedo ? Refusal.nothingToRedo : .nothingToUndo
            return settle([.say(Notice(context.sentence(for: .refused(refusal)), .trouble))])
        }
        guard step.changes <= Self.undoAtOnce else {
            turnToConfirm = isRedo ? Self.redoKey : Self.undoKey
            let what = context.words.terms.step(step.kind)
            let count = context.words.language.number(step.changes)
            let ask = isRedo ? context.words.log.redoMany : context.words.frame.undoMany
            return settle([.say(Notice(ask(what, count), .trouble))])
        }
        return [.perform(tickets.take("turn"), isRedo ? .redo : .undo)]
    }
}
