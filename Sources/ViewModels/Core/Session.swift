import Keyboard
import Training
import Words

/// The numbered screens that every other screen is reached from.
public enum Tab: Int, CaseIterable, Sendable {
    case achievement = 1
    case participants, classes, regions, monitoring, reports

    /// Its first screen, as it is before it was opened.
    var root: ScreenModel {
        switch self {
        case .achievement: .achievement(AchievementModel())
        case .participants: .participants(ParticipantsModel())
        case .classes: .classes(ClassesModel())
        case .regions: .regions(RegionsModel())
        case .monitoring: .monitoring(MonitoringModel())
        case .reports: .reports(ReportsModel())
        }
    }

    /// The key that opens it.
    var key: Key { .character(Character(String(rawValue))) }

    /// What its first screen needs.
    public var permission: Permission { root.permission }

    /// The tab's name on screen.
    public func name(_ words: Phrasebook) -> String {
        switch self {
        case .achievement: words.frame.achievement
        case .participants: words.frame.participants
        case .classes: words.frame.classes
        case .regions: words.frame.regions
        case .monitoring: words.frame.monitoring
        case .reports: words.frame.reports
        }
    }
}

/// The whole program as a value: every event goes in here, and what is to be done comes out.
///
/// It knows no terminal and no store, so a test can be the clerk.
public struct Session: Sendable {
    /// What every screen may look at.
    public private(set) var context: Context
    /// The tab in front.
    public private(set) var tab = Tab.achievement
    /// The line of news above the bottom line.
    public private(set) var notice: Notice?
    private var stacks: [Tab: [ScreenModel]] = [:]
    private var lastScreen = 0
    private var tickets = TicketBook(screen: 0)
    /// The question why a number is to be shown, while it is asked.
    public private(set) var reasonPrompt: ReasonPrompt?
    /// The reason given last in this sitting.
    private var lastReason: RevealReason?
    /// The line that a code is typed into, while it is open.
    public private(set) var codePrompt: CodePrompt?
    /// Keys and pasted text that wait until the screen in front can say where they belong.
    private var held: [Event] = []
    /// What the next `u` takes back, or the next `U` brings back, where that must be confirmed.
    private var turnToConfirm: Key?
    /// Whether the next `q` leaves although something would be lost.
    private var quitToConfirm = false

    /// How the desk is locked, where it can be.
    private var deskLock: DeskLock
    /// The lock, while the desk is locked.
    public private(set) var locked: LockedDesk?

    /// Steps that changed more records than this are taken back only when `u` is pressed again.
    private static let undoAtOnce = 50

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

    /// The keys that work now, the screen's own first; a key that the screen takes is not named again.
    public var hints: [KeyHint] {
        guard reasonPrompt == nil else { return hints(of: Self.reasonKeys) }
        guard codePrompt == nil else { return hints(of: Self.promptKeys) }
        let own = screen.hints(context.words, for: context.role)
        let taken = Set(own.flatMap(\.keys))
        return own + globalHints.filter { !taken.isSuperset(of: $0.keys) && !taken.contains($0.keys[0]) }
    }

    /// The keys that work on every screen, where it does not take text.
    public var globalHints: [KeyHint] { hints(of: Self.keys) }

    private func hints(of keys: [KeyBinding<Session>]) -> [KeyHint] {
        keys.filter { $0.works(self, for: context.role) }.map {
            KeyHint(keys: $0.keys, phrase: $0.label(context.words.keys), isOnBottomLine: $0.isOnBottomLine)
        }
    }

    /// Whether a key or pasted text must wait: for the screen in front, or for what a code opens.
    private func holds(_ event: Event) -> Bool { screen.holds(event) || tickets.isWaiting(for: Self.codePurpose) }

    /// Takes one event.
    ///
    /// - Returns: what is to be done outside: ask, perform, keep a draft, sleep, leave. The rest is done in here.
    public mutating func handle(_ event: Event) -> [Effect] {
        switch event {
        case .key(let key) where locked != nil: return typeIntoLock(key)
        case .paste where locked != nil: return []
        case .key, .paste:
            guard held.isEmpty, !holds(event) else {
                held.append(event)
                return hurry() + releaseHeld()
            }
            return take(event)
        default:
            return take(event) + releaseHeld()
        }
    }

    private mutating func releaseHeld() -> [Effect] {
        var effects: [Effect] = []
        while let next = held.first, !holds(next) { effects += take(held.removeFirst()) }
        return effects
    }

    private mutating func take(_ event: Event) -> [Effect] {
        switch event {
        case .key(let key): return take(key)
        case .paste:
            guard reasonPrompt == nil else { return typeReason(event) }
            guard codePrompt == nil else { return typeIntoPrompt(event) }
            return toFront(event)
        case .resized(let columns, let rows):
            (context.columns, context.rows) = (columns, rows)
            return toAll(event)
        case .answered(let ticket, _), .performed(let ticket, _), .failed(let ticket, _), .exported(let ticket, _),
            .woke(let ticket), .progressed(let ticket, _):
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

    // MARK: The lock

    /// Locks the desk. What was typed stays where it was typed; what was typed ahead is forgotten.
    private mutating func lock(isAsked: Bool) {
        guard deskLock.hasPIN else { return }
        locked = LockedDesk(isAsked: isAsked)
        held = []
        notice = nil
    }

    private mutating func lockNow() -> [Effect] {
        guard deskLock.hasPIN else { return [.say(Notice(context.words.lock.noPIN, .trouble))] }
        lock(isAsked: true)
        return []
    }

    private mutating func typeIntoLock(_ key: Key) -> [Effect] {
        guard let pin = locked?.take(key) else { return [] }
        let author = context.author
        return [.ask(tickets.take(Self.unlocking)) { .pin(try await $0.tryPIN(pin, by: author)) }]
    }

    private mutating func take(_ answer: PINAnswer) -> [Effect] {
        switch answer {
        case .right:
            locked = nil
            notice = nil
        case .wrong(let wait): locked?.refuse(context.words.lock.wrong(wait))
        case .tooSoon(let wait): locked?.refuse(context.words.lock.tooSoon(wait))
        }
        return []
    }

    private static let unlocking = "unlocking"

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

    /// The keys of every screen. Letters and digits rest where the screen takes text.
    public static let keys: [KeyBinding<Session>] =
        Tab.allCases.map { tab in
            KeyBinding(
                tab.key, label: { $0.tabs }, onBottomLine: false,
                when: { !$0.screen.takesText }, run: { session, _ in session.show(tab) }
            ).needs(tab.permission)
        } + [
            KeyBinding(
                .function(1), .character("?"), label: { $0.help }, when: { !$0.isHelp },
                run: { session, _ in session.help() }),
            KeyBinding(
                .character("#"), label: { $0.followUps.code }, onBottomLine: false, when: { !$0.screen.takesText },
                run: { session, _ in
                    session.codePrompt = CodePrompt()
                    return []
                }
            ).needs(.names),
            KeyBinding(
                undoKey, label: { $0.undo }, onBottomLine: false, when: { !$0.screen.takesText },
                run: { session, _ in session.turn(Self.undoKey) }
            ).needs(.entering),
            KeyBinding(
                redoKey, label: \.log.redo, onBottomLine: false, when: { !$0.screen.takesText },
                run: { session, _ in session.turn(Self.redoKey) }
            ).needs(.entering),
            KeyBinding(
                .character("L"), label: \.log.open, onBottomLine: false,
                when: { !$0.screen.takesText && !$0.isLog },
                run: { _, _ in [.open(.log(LogModel()))] }
            ).needs(.names),
            KeyBinding(
                .character("q"), label: { $0.quit }, when: { !$0.screen.takesText },
                run: { session, _ in session.quit() }),
            KeyBinding(
                .control("l"), label: \.lock, onBottomLine: false, run: { session, _ in session.lockNow() }),
            KeyBinding(
                .control("z"), label: { $0.suspend }, onBottomLine: false, run: { _, _ in [.suspend] }),
            KeyBinding(
                .control("c"), label: { $0.interrupt }, onBottomLine: false,
                run: { session, context in [.say(Notice(context.words.frame.howToQuit, .trouble))] }),
        ]

    private static let undoKey = Key.character("u")
    private static let redoKey = Key.character("U")

    private var isLog: Bool {
        if case .log = front { true } else { false }
    }

    private var isHelp: Bool {
        if case .help = front { true } else { false }
    }

    private mutating func help() -> [Effect] {
        [
            .open(
                .help(
                    HelpModel(
                        hints: screen.hints(context.words, for: context.role).joined, everywhere: globalHints.joined)))
        ]
    }

    private mutating func quit() -> [Effect] {
        let loses = stacks.values.joined().contains { $0.screen.wouldLoseOnQuit }
        guard loses, !quitToConfirm else { return [.quit] }
        quitToConfirm = true
        return [.say(Notice(context.words.frame.quitLoses, .trouble))]
    }

    // MARK: Reasons

    /// While it is asked why a number is to be shown.
    static let reasonKeys: [KeyBinding<Session>] = [
        KeyBinding(.enter, label: \.revealPrompt.give, run: { session, _ in session.giveReason() }),
        KeyBinding(
            .escape, label: \.revealPrompt.cancel,
            run: { session, _ in
                session.reasonPrompt = nil
                return []
            }),
    ]

    private mutating func typeReason(_ event: Event) -> [Effect] {
        if case .key(let key) = event, let row = Self.reasonKeys.first(where: { $0.keys.contains(key) }) {
            return settle(row.run(&self, context))
        }
        reasonPrompt?.type(event)
        return []
    }

    private mutating func giveReason() -> [Effect] {
        guard let prompt = reasonPrompt else { return [] }
        guard let reason = prompt.reason else {
            reasonPrompt?.refuse(context.words.reveal)
            return []
        }
        reasonPrompt = nil
        lastReason = reason
        return [.perform(prompt.ticket, .reveal(prompt.id, reason))]
    }

    // MARK: Codes

    private static let codePurpose = "code"

    /// While a code is typed.
    private static let promptKeys: [KeyBinding<Session>] = [
        KeyBinding(
            .enter, label: { $0.followUps.openCode },
            run: { session, _ in session.openCode(session.codePrompt?.field.text ?? "") }),
        KeyBinding(
            .escape, label: { $0.back },
            run: { session, _ in
                session.codePrompt = nil
                return []
            }),
    ]

    private mutating func typeIntoPrompt(_ event: Event) -> [Effect] {
        if case .key(let key) = event, let row = Self.promptKeys.first(where: { $0.keys.contains(key) }) {
            return settle(row.run(&self, context))
        }
        codePrompt?.type(event)
        return []
    }

    /// Looks up what has a code. Where that is nothing, the prompt says so, or else the notice.
    private mutating func openCode(_ typed: String) -> [Effect] {
        do throws(LabelCode.Flaw) {
            let code = try LabelCode(typed: typed)
            let today = context.today
            return [
                .ask(tickets.take(Self.codePurpose)) { store in
                    switch code.kind {
                    case .followUp: .dueFollowUp(try await store.followUp(code: code, today: today))
                    case .equipment: .equipmentCode(try await store.equipment(code: code))
                    }
                }
            ]
        } catch {
            codeFailed(context.words.monitoring.flaw(error, typed))
            return []
        }
    }

    private mutating func codeFailed(_ sentence: String) {
        if codePrompt != nil { codePrompt?.message = sentence } else { notice = Notice(sentence, .trouble) }
    }

    private mutating func found(_ screen: ScreenModel) -> [Effect] {
        codePrompt = nil
        return settle([.open(screen)])
    }

    // MARK: Undo and redo

    private static let undoable = "undoable"
    private static let redoable = "redoable"

    private mutating func turn(_ key: Key) -> [Effect] {
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
    private mutating func turn(_ step: Step?, isRedo: Bool) -> [Effect] {
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

    private mutating func takeOwn(_ event: Event) -> [Effect] {
        switch event {
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

    /// The tabs that the operator has.
    public var tabs: [Tab] { Tab.allCases.filter { context.role.may($0.permission) } }

    private mutating func show(_ tab: Tab) -> [Effect] {
        let effects = tab == self.tab ? [] : letGo()
        self.tab = tab
        if stacks[tab] == nil { return effects + open(tab.root) }
        return effects + toFront(.appeared)
    }

    /// Has the screens of the tab in front let go of what they need not hold while another is.
    private mutating func letGo() -> [Effect] {
        var held: [any Sendable] = []
        for place in (stacks[tab] ?? []).indices {
            guard var model = stacks[tab]?[place], let some = model.screen.letGo(context) else { continue }
            stacks[tab]?[place] = model
            held.append(some)
        }
        return held.isEmpty ? [] : [.giveBackMemory(LetGo(held))]
    }

    /// Has the screen in front ask for what it put off.
    private mutating func hurry() -> [Effect] {
        guard let place = stacks[tab]?.indices.last else { return [] }
        return have(place, of: tab) { $0.hurry($1) } ?? []
    }

    /// Puts a screen on top of those of the tab in front.
    public mutating func open(_ screen: ScreenModel) -> [Effect] {
        guard context.role.may(screen.permission) else {
            let refusal = Refusal.notAllowed(context.role, screen.permission)
            notice = Notice(context.sentence(for: .refused(refusal)), .trouble)
            return []
        }
        lastScreen += 1
        var screen = screen
        screen.screen.tickets = TicketBook(screen: lastScreen)
        stacks[tab, default: []].append(screen)
        return toFront(.appeared)
    }

    private mutating func close() -> [Effect] {
        guard let stack = stacks[tab], stack.count > 1 else { return [] }
        stacks[tab]?.removeLast()
        return toFront(.appeared)
    }

    private mutating func respond(to event: Event) -> [Effect]? {
        guard let place = stacks[tab]?.indices.last else { return nil }
        return give(event, to: place, of: tab)
    }

    private mutating func toFront(_ event: Event) -> [Effect] { respond(to: event) ?? [] }

    private mutating func toAll(_ event: Event) -> [Effect] {
        var effects: [Effect] = []
        for tab in Tab.allCases {
            for place in (stacks[tab] ?? []).indices { effects += give(event, to: place, of: tab) ?? [] }
        }
        return effects
    }

    private mutating func toScreen(_ number: Int, _ event: Event) -> [Effect] {
        for tab in Tab.allCases {
            if let place = stacks[tab]?.firstIndex(where: { $0.screen.tickets.screen == number }) {
                return give(event, to: place, of: tab) ?? []
            }
        }
        return []
    }

    private mutating func give(_ event: Event, to place: Int, of tab: Tab) -> [Effect]? {
        have(place, of: tab) { $0.respond(to: event, $1) }
    }

    /// Has a screen do something, and does what it wants done.
    private mutating func have(
        _ place: Int, of tab: Tab, _ act: (inout any Screen, Context) -> [Effect]?
    ) -> [Effect]? {
        guard var model = stacks[tab]?[place] else { return nil }
        let effects = act(&model.screen, context)
        stacks[tab]?[place] = model
        return effects.map { settle($0) }
    }

    /// Does what concerns the session itself, and passes the rest on.
    private mutating func settle(_ effects: [Effect]) -> [Effect] {
        effects.flatMap { effect -> [Effect] in
            switch effect {
            case .open(let screen): return open(screen)
            case .close: return close()
            case .replace(let screen):
                if context.role.may(screen.permission) { stacks[tab]?.removeLast() }
                return open(screen)
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
            case .ask, .perform, .compose, .export, .preview, .takeIn, .seekDuplicates, .mergeFile, .stop, .wake,
                .keepDraft, .quit, .suspend, .giveBackMemory:
                return [effect]
            }
        }
    }
}
