import Documents
import Exchange
import Keyboard
import Store
import Training
import ViewModels
import Words

/// A desk at one screen alone: its effects run on a store, and what it wants of the session is noted down.
///
/// Keys wait while the screen holds them, as they do in the session.
public actor ScreenDesk<Model: Screen> {
    /// The screen's state.
    public private(set) var model: Model
    /// What every screen may look at.
    public private(set) var context: Context
    /// The screens that were opened from here.
    public private(set) var opened: [ScreenModel] = []
    /// What was said in the notice line, the last first.
    public private(set) var notices: [Notice] = []
    /// How often the screen wanted to be taken away.
    public private(set) var closed = 0
    /// How many keys were pressed since the desk began, or since the count was taken.
    public private(set) var keysPressed = 0
    private let runner: EffectRunner
    private var held: [Event] = []
    private var isSlow = false
    private var waiting: [Effect] = []

    /// A desk on a store, with the screen in front.
    public init(_ model: Model, _ store: any TrainingStore, _ context: Context) async {
        self.model = model
        self.context = context
        runner = EffectRunner(
            store: store, author: context.author, writer: DeskWriter(),
            rosters: RosterDesk(words: context.words, today: { [today = context.today] in today }))
        self.model.tickets = TicketBook(screen: 1)
        await take(.appeared)
    }

    /// A desk whose store does not answer before ``catchUp()``.
    public init(slow model: Model, _ store: any TrainingStore, _ context: Context) async {
        self.model = model
        self.context = context
        runner = EffectRunner(
            store: store, author: context.author, writer: DeskWriter(),
            rosters: RosterDesk(words: context.words, today: { [today = context.today] in today }))
        self.model.tickets = TicketBook(screen: 1)
        isSlow = true
        await take(.appeared)
    }

    public func press(_ keys: Key...) async {
        for key in keys {
            keysPressed += 1
            await take(.key(key))
        }
    }

    public func type(_ text: String) async {
        for character in text { await press(.character(character)) }
    }

    public func paste(_ text: String) async { await take(.paste(text)) }

    /// The screen comes to the front again.
    public func comesBack() async { await take(.appeared) }

    /// Another tab comes to the front.
    ///
    /// - Returns: what the screen let go.
    public func leaves() -> (any Sendable)? { model.letGo(context) }

    /// Another desk changed the file.
    public func hearsOfChange() async { await take(.fileChanged) }

    /// From here on the store answers only in ``catchUp()``.
    public func slowDown() { isSlow = true }

    /// Lets the store answer what it was asked, and at once from here on.
    ///
    /// - Parameter lastFirst: whether the answers come in the other order.
    public func catchUp(lastFirst: Bool = false) async {
        isSlow = false
        let effects = lastFirst ? waiting.reversed() : waiting
        waiting = []
        await settle(effects)
        await release()
    }

    /// Lets the store answer what it was asked, but not what is asked because of that.
    ///
    /// - Parameter failure: what it answers, where it fails.
    public func hearAnswers(failing failure: StoreFailure? = nil) async {
        let effects = waiting
        waiting = []
        await hearAnswers(to: effects, failing: failure)
    }

    /// Lets the store answer what it was asked last alone, sooner than what it was asked before.
    public func hearLastAnswer() async {
        guard let last = waiting.popLast() else { return }
        await hearAnswers(to: [last], failing: nil)
    }

    private func hearAnswers(to effects: [Effect], failing failure: StoreFailure?) async {
        for effect in effects {
            guard case .ask(let ticket, let question) = effect else { continue }
            if let failure {
                await hear([.failed(ticket, .store(failure))])
            } else {
                await hear(await runner.ask(ticket, question))
            }
        }
    }

    /// Begins to count keys anew.
    ///
    /// - Returns: how many there were.
    @discardableResult
    public func countKeys() -> Int {
        defer { keysPressed = 0 }
        return keysPressed
    }

    private func take(_ event: Event) async {
        switch event {
        case .key, .paste:
            held.append(event)
            await release()
        default: await give(event)
        }
    }

    private func release() async {
        while let next = held.first, !model.holds(next) { await give(held.removeFirst()) }
    }

    private func give(_ event: Event) async { await settle(model.respond(to: event, context) ?? []) }

    private func settle(_ effects: [Effect]) async {
        for effect in effects {
            switch effect {
            case .ask(let ticket, let question):
                if isSlow { waiting.append(effect) } else { await hear(await runner.ask(ticket, question)) }
            case .perform(let ticket, let action):
                if isSlow {
                    waiting.append(effect)
                } else {
                    await hear(await runner.perform(ticket, action, year: context.year))
                }
            case .reveal(let ticket, let id):
                await hear(await runner.perform(ticket, .reveal(id, .verification), year: context.year))
            case .keepDraft(let draft, let form): await hear(await runner.keepDraft(draft, form: form))
            case .open(let screen), .replace(let screen): opened.append(screen)
            case .close: closed += 1
            case .say(let notice): notices.insert(notice, at: 0)
            case .carryForward(let visit): context.visit = visit
            case .seekDuplicates(let ticket, let participant):
                await hear(await runner.seekDuplicates(ticket, of: participant) { _ in })
            // Moments pass at once, seconds do not pass here.
            case .wake(let ticket, let delay) where delay < .seconds(1): await give(.woke(ticket))
            case .showYear, .quit, .suspend, .giveBackMemory, .compose, .export, .preview, .takeIn, .mergeFile, .stop,
                .wake, .openCode:
                break
            }
        }
    }

    private func hear(_ events: [Event]) async {
        for event in events { await give(event) }
        await release()
    }
}
