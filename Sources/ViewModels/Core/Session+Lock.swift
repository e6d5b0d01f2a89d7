import Keyboard
import Training

/// The desk is locked on request, and by itself where nobody has typed.
extension Session {
    /// Locks the desk. What was typed stays where it was typed; what was typed ahead is forgotten.
    mutating func lock(isAsked: Bool) {
        guard deskLock.hasPIN else { return }
        locked = LockedDesk(isAsked: isAsked)
        held = []
        notice = nil
    }

    mutating func lockNow() -> [Effect] {
        guard deskLock.hasPIN else { return [.say(Notice(context.words.lock.noPIN, .trouble))] }
        lock(isAsked: true)
        return []
    }

    mutating func typeIntoLock(_ key: Key) -> [Effect] {
        guard let pin = locked?.take(key) else { return [] }
        let author = context.author
        return [.ask(tickets.take(Self.unlocking)) { .pin(try await $0.tryPIN(pin, by: author)) }]
    }

    mutating func take(_ answer: PINAnswer) -> [Effect] {
        switch answer {
        case .right:
            locked = nil
            notice = nil
        case .wrong(let wait): locked?.refuse(context.words.lock.wrong(wait))
        case .tooSoon(let wait): locked?.refuse(context.words.lock.tooSoon(wait))
        }
        return []
    }

    static let unlocking = "unlocking"
}
