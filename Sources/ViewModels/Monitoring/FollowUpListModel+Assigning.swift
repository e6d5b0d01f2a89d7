import Keyboard
import Training
import Words

/// The line into which the visitor's name is typed whom checks are given to.
public struct AssignLine: Sendable {
    /// What is typed, or the name proposed.
    public private(set) var field: TextField
    /// How many checks are to be given.
    public let count: Int
    /// Whether the name is only proposed: a letter begins another.
    private var isProposed: Bool

    init(_ name: String?, count: Int) {
        field = TextField(name ?? "", limit: 80)
        self.count = count
        isProposed = name != nil
    }

    mutating func type(_ event: Event) {
        switch event {
        case .key(let key):
            if isProposed, case .character = key { field.set("") }
            if field.handle(key) { isProposed = false }
        case .paste(let text):
            if isProposed { field.set("") }
            field.insert(text)
            isProposed = false
        default: break
        }
    }
}

extension FollowUpListModel {
    /// Opens the line, with the name that was used last.
    mutating func openAssigning(_ context: Context) -> [Effect] {
        assigning = AssignLine(lastVisitor ?? context.visit?.visitor ?? visitor, count: chosen.count)
        return []
    }

    mutating func assign() -> [Effect] {
        guard let line = assigning else { return [] }
        let name = line.field.text.fieldText
        let targets = chosen.map { (enrollment: $0.enrollment, mark: $0.mark) }
        assigning = nil
        givenTo = name
        return [.perform(tickets.take(Self.assignPurpose), .assignVisitor(targets, visitor: name))]
    }

    mutating func assigned(_ receipt: Receipt, _ context: Context) -> [Effect] {
        marks = []
        let words = context.words.followUps
        guard let givenTo else { return [.say(Notice(words.takenBack(receipt.changed), .done))] }
        lastVisitor = givenTo
        return [.say(Notice(words.assigned(receipt.changed, givenTo), .done))]
    }
}
