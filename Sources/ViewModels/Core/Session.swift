import Keyboard
import Training
import Words

/// The whole program as a value: every event goes in here, and what is to be done comes out.
///
/// It knows no terminal and no store, so a test can be the clerk.
public struct Session: Sendable {
    /// What every screen may look at.
    public internal(set) var context: Context
    /// The tab in front.
    public internal(set) var tab = Tab.achievement
    /// The line of news above the bottom line.
    public internal(set) var notice: Notice?
    var stacks: [Tab: [ScreenModel]] = [:]
    var lastScreen = 0
    var tickets = TicketBook(screen: 0)
    /// The question why a number is to be shown, while it is asked.
    public internal(set) var reasonPrompt: ReasonPrompt?
    /// The reason given last in this sitting.
    var lastReason: RevealReason?
    /// The line that a code is typed into, while it is open.
    public internal(set) var codePrompt: CodePrompt?
    /// Keys and pasted text that wait until the screen in front can say where they belong.
    var held: [Event] = []
    /// Whether they have waited so long that it was said how to wait no more.
    var isWaitTold = false
    /// Changes under way, and files being written: whoever asked for one waits for its end.
    var changing: Set<Ticket> = []
    /// What the next `u` takes back, or the next `U` brings back, where that must be confirmed.
    var turnToConfirm: Key?
    /// Whether the next `q` leaves although something would be lost.
    var quitToConfirm = false

    /// How the desk is locked, where it can be.
    var deskLock: DeskLock
    /// The lock, while the desk is locked.
    public internal(set) var locked: LockedDesk?

    /// A session that has not begun: ``start()`` opens the first screen.
    ///
    /// - Parameter lock: where the operator has a PIN, it is asked for at once.
    public init(_ context: Context, lock: DeskLock = .none) {
        self.context = context
        deskLock = lock
        if lock.hasPIN { locked = LockedDesk(isAsked: true) }
    }

    /// Opens the first screen and asks how the year stands.
    public mutating func start() -> [Effect] { [askAchievement(), askStanding()] + show(.achievement) }

    /// The screen in front.
    public var screen: any Screen { front.screen }

    /// The screen in front, as one of the list.
    public var front: ScreenModel { stacks[tab]?.last ?? tab.root }

    /// The screen that the one in front was opened from, where it was.
    public var beneath: ScreenModel? { stacks[tab]?.dropLast().last }

    /// Whether a key or pasted text must wait: for the screen in front, or for what a code opens.
    func holds(_ event: Event) -> Bool { screen.holds(event) || tickets.isWaiting(for: Self.codePurpose) }

    /// Takes one event.
    ///
    /// - Returns: what is to be done outside: ask, perform, keep a draft, sleep, leave. The rest is done in here.
    public mutating func handle(_ event: Event) -> [Effect] {
        switch event {
        case .key(let key) where locked != nil: return typeIntoLock(key)
        case .paste where locked != nil: return []
        case .key, .paste:
            guard held.isEmpty, !holds(event) else { return hold(event) }
            return take(event)
        default:
            return take(event) + releaseHeld()
        }
    }

    mutating func take(_ event: Event) -> [Effect] {
        switch event {
        case .key(let key): return take(key)
        case .paste:
            guard reasonPrompt == nil else { return typeReason(event) }
            guard codePrompt == nil else { return typeIntoPrompt(event) }
            return toFront(event)
        case .resized(let columns, let rows):
            (context.columns, context.rows) = (columns, rows)
            return toAll(event)
        case .answered(let ticket, _), .performed(let ticket, _), .failed(let ticket, _), .exported(let ticket, _):
            changing.remove(ticket)
            return ticket.screen == 0 ? takeOwn(event) : toScreen(ticket.screen, event)
        case .woke(let ticket), .progressed(let ticket, _):
            return ticket.screen == 0 ? takeOwn(event) : toScreen(ticket.screen, event)
        case .draftNotKept(let failure), .backupNotMade(let failure):
            notice = Notice(context.sentence(for: failure), .trouble)
            return []
        case .waiting:
            notice = Notice(context.words.waiting.forOthers, .trouble)
            return []
        case .fileChanged: return [askAchievement(), askStanding()] + toFront(event)
        case .achievement(let achievement):
            context.achievement = achievement
            return toFront(event)
        case .tick(let today):
            context.today = today
            return toFront(event)
        case .idle(let minutes):
            guard let limit = deskLock.minutes, minutes >= limit, locked == nil else { return [] }
            lock(isAsked: false)
            return []
        case .appeared: return toFront(event)
        }
    }

    // MARK: Keys

    private mutating func take(_ key: Key) -> [Effect] {
        notice = nil
        if key != turnToConfirm { turnToConfirm = nil }
        if key != .character("q") { quitToConfirm = false }
        if reasonPrompt != nil { return typeReason(.key(key)) }
        if codePrompt != nil { return typeIntoPrompt(.key(key)) }
        if let effects = respond(to: .key(key)) { return effects }
        guard let row = Self.keys.first(where: { $0.keys.contains(key) && $0.works(self, for: context.role) }) else {
            return []
        }
        return settle(row.run(&self, context))
    }

    private mutating func takeOwn(_ event: Event) -> [Effect] {
        switch event {
        case .woke(let ticket) where tickets.redeem(ticket): return tellOfWait()
        case .answered(let ticket, .achievement(let achievement)) where tickets.redeem(ticket):
            context.achievement = achievement
            return []
        case .answered(let ticket, .standing(let role, let lock)) where tickets.redeem(ticket):
            deskLock = lock
            return take(role)
        case .answered(let ticket, .pin(let answer)) where tickets.redeem(ticket): return take(answer)
        case .answered(let ticket, .step(let step)) where tickets.redeem(ticket):
            return turn(step, isRedo: ticket.purpose == Self.redoable)
        case .answered(let ticket, .dueFollowUp(let check)) where tickets.redeem(ticket):
            return found(.followUpForm(FollowUpFormModel(check)))
        case .answered(let ticket, .equipmentCode(let item)) where tickets.redeem(ticket):
            return found(.equipmentItem(EquipmentItemModel(item)))
        case .performed(let ticket, let receipt) where tickets.redeem(ticket):
            return settle([.say(context.news(of: receipt))])
        case .failed(let ticket, let failure) where tickets.redeem(ticket):
            guard ticket.purpose != Self.unlocking else {
                locked?.refuse(context.sentence(for: failure))
                return []
            }
            guard ticket.purpose != Self.codePurpose else {
                codeFailed(context.sentence(for: failure))
                return []
            }
            return settle([.say(Notice(context.sentence(for: failure), .trouble))])
        default: return []
        }
    }

    private mutating func askAchievement() -> Effect {
        let year = context.year
        return .ask(tickets.take("achievement")) { .achievement(try await $0.achievement(of: year)) }
    }

    private mutating func askStanding() -> Effect {
        let name = context.author.name
        return .ask(tickets.take("standing")) {
            .standing(try await $0.role(of: name), try await $0.deskLock(of: name))
        }
    }

    /// Takes another role; screens that it may not see are taken away, with whatever lies over them.
    private mutating func take(_ role: Role) -> [Effect] {
        guard role != context.role else { return [] }
        context.role = role
        reasonPrompt = nil
        for (tab, stack) in stacks {
            let seen = stack.prefix { role.may($0.permission) }
            stacks[tab] = seen.isEmpty ? nil : Array(seen)
        }
        guard role.may(tab.permission) else { return show(.achievement) }
        return stacks[tab] == nil ? show(tab) : toFront(.appeared)
    }

    // MARK: Screens

    /// Does what concerns the session itself, and passes the rest on.
    mutating func settle(_ effects: [Effect]) -> [Effect] {
        effects.flatMap { effect -> [Effect] in
            switch effect {
            case .open(let screen): return open(screen)
            case .close: return close()
            case .replace(let screen):
                return (context.role.may(screen.permission) ? takeAway() : []) + open(screen)
            case .say(let notice):
                self.notice = notice
                return []
            case .carryForward(let visit):
                context.visit = visit
                return []
            case .reveal(let ticket, let id):
                reasonPrompt = ReasonPrompt(id, ticket, last: lastReason)
                return []
            case .openCode(let typed): return openCode(typed)
            case .showYear(let year):
                context.year = year
                context.achievement = nil
                return [askAchievement()] + toFront(.fileChanged)
            case .perform(let ticket, _), .export(let ticket, _), .takeIn(let ticket, _), .mergeFile(let ticket, _):
                changing.insert(ticket)
                return [effect]
            case .ask, .compose, .preview, .seekDuplicates, .stop, .wake, .keepDraft, .quit, .suspend, .giveBackMemory:
                return [effect]
            }
        }
    }
}
