import Keyboard
import Training
import Words

/// Asks why a number is to be shown in full, over whatever screen wants to show it.
///
/// The reason given last is preselected, so that Enter takes it; who types goes to the line for words of their own.
public struct ReasonPrompt: Sendable {
    /// Whose number it is, and what waits for it.
    let id: ID<Participant>
    let ticket: Ticket
    /// Which line is highlighted: one of ``RevealReason/usual``, or the one after them, for words of one's own.
    public private(set) var place: Int
    /// Words of one's own.
    public private(set) var field = TextField(limit: 100)
    /// Why what was typed is no reason.
    public private(set) var message: String?

    /// - Parameter last: the reason that was given last in this sitting.
    init(_ id: ID<Participant>, _ ticket: Ticket, last: RevealReason?) {
        self.id = id
        self.ticket = ticket
        place = last.flatMap { RevealReason.usual.firstIndex(of: $0) } ?? 0
        if case .other(let words) = last {
            place = Self.ownWords
            field = TextField(words, limit: 100)
        }
    }

    /// The line for words of one's own.
    public static let ownWords = RevealReason.usual.count

    /// The reason that Enter takes; `nil` where words are missing, or hold a number.
    var reason: RevealReason? {
        guard place == Self.ownWords else { return RevealReason.usual[place] }
        return RevealReason(typed: field.text).flatMap { $0.holdsNumber ? nil : $0 }
    }

    /// Takes what is typed or pasted, and the keys that move.
    mutating func type(_ event: Event) {
        message = nil
        switch event {
        case .key(.up), .key(.backTab): place = (place + Self.ownWords) % (Self.ownWords + 1)
        case .key(.down), .key(.tab): place = (place + 1) % (Self.ownWords + 1)
        case .key(let key): if field.handle(key) { place = Self.ownWords }
        case .paste(let text):
            field.insert(text)
            place = Self.ownWords
        default: break
        }
    }

    /// Says why it goes on asking.
    mutating func refuse(_ words: RevealPhrases) {
        message = field.text.fieldText == nil ? words.needsWords : words.noNumbers
    }
}
