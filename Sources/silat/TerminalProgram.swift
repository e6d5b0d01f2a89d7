import CMemory
import Documents
import Exchange
import Foundation
import Keyboard
import Screens
import Store
import Synchronization
import Terminal
import Training
import ViewModels

/// The terminal program: one loop, one stream of events.
///
/// Keys, answers of the store, other desks' changes and the clock arrive in one mailbox. All that has arrived is handled before the
/// screen is drawn once, so typing faster than the terminal draws costs frames, never keys.
@MainActor
final class TerminalProgram {
    private enum Arrival: Sendable {
        case terminal(TerminalEvent)
        case event(Event)
        /// Much was gathered for an answer, and what it takes the place of is gone.
        case longAnswer
    }

    private let terminal: TerminalSession
    private let mailbox: Mailbox<Arrival>
    private let store: SilatStore
    private let runner: EffectRunner
    private let drafts = Mutex<[String: String?]>([:])
    private var session: Session
    /// The last write that was begun: writes follow one another, and questions asked after one see what it did.
    private var lastWrite: Task<Void, Never>?
    /// What questions wait for: the last write but for imports, which take long and keep nothing before they end.
    private var lastAwaited: Task<Void, Never>?
    /// Previews and imports under way, which can be stopped.
    private var stoppable: [Ticket: Task<Void, Never>] = [:]
    /// Questions that are not answered yet.
    private var unanswered: Set<Ticket> = []
    /// What comes next, once it is being made ready.
    private var rehearsing: Task<Void, Never>?
    /// The day's backup, while it is being made.
    private var backingUp: Task<Void, Never>?
    /// The day on which it was said that no backup could be made: once is enough.
    private var backupTroubleTold: CalendarDate?
    private var isOver = false
    /// The screen that much was gathered for, while it is in front.
    private var largeScreen: Int?
    /// What was gathered is given back when this is over, unless more has been gathered by then.
    private var givingBack: Task<Void, Never>?
    /// When a key was pressed last. This clock goes on while the machine sleeps.
    private var lastKey = ContinuousClock.now

    /// Runs until the operator quits or the terminal goes.
    ///
    /// - Throws: ``TerminalFailure`` where there is no terminal to run in.
    static func run(at desk: Desk, year: Int, standing: (role: Role, lock: DeskLock)) async throws(TerminalFailure) {
        let context = Context(words: spoken, author: desk.author, role: standing.role, year: year, today: desk.today)
        let program = try TerminalProgram(store: desk.store, context: context, lock: standing.lock)
        await program.loop()
    }

    private init(store: SilatStore, context: Context, lock: DeskLock) throws(TerminalFailure) {
        let mailbox = Mailbox<Arrival>()
        terminal = try TerminalSession { mailbox.post($0.map(Arrival.terminal)) }
        var context = context
        (context.columns, context.rows) = terminal.size
        self.mailbox = mailbox
        self.store = store
        runner = EffectRunner(
            store: store, author: context.author, writer: DeskWriter(),
            rosters: RosterDesk(words: context.words, today: { .today() }))
        session = Session(context, lock: lock)
    }

    private func loop() async {
        store.whenWaiting { [mailbox] in mailbox.post(.event(.waiting)) }
        let watch = Task { [store, mailbox] in
            for await _ in store.changesElsewhere() { mailbox.post(.event(.fileChanged)) }
        }
        let clock = Task { [mailbox] in
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(60), tolerance: .seconds(5))
                mailbox.post(.event(.tick(.today())))
            }
        }
        session.start().forEach(begin)
        terminal.show(session.draw())
        backUpIfDue()
        for await arrivals in mailbox {
            for arrival in arrivals where !isOver { take(arrival) }
            if isOver { break }
            terminal.show(session.draw())
            // What the first screen still asks would be asked twice: the store knows it only once it is found.
            if rehearsing == nil, unanswered.isEmpty { rehearse() }
            if let largeScreen, largeScreen != session.screen.tickets.screen {
                self.largeScreen = nil
                giveBackMemory()
            }
        }
        watch.cancel()
        clock.cancel()
        backingUp?.cancel()
        rehearsing?.cancel()
        for running in stoppable.values { running.cancel() }
        store.waitNoLonger()
        // What was typed last is on its way to the file as a draft.
        await lastWrite?.value
        terminal.close()
    }

    private func take(_ arrival: Arrival) {
        switch arrival {
        case .event(.tick(let today)):
            handle(.tick(today))
            handle(idle)
        case .event(let event): handle(event)
        case .longAnswer:
            largeScreen = session.screen.tickets.screen
            giveBackMemory()
        case .terminal(.input(let input)):
            // A key that wakes a machine that slept finds the desk locked.
            handle(idle)
            lastKey = .now
            switch input {
            case .key(let key): handle(.key(key))
            case .paste(let text): handle(.paste(text))
            }
        case .terminal(.resized(let columns, let rows)): handle(.resized(columns: columns, rows: rows))
        case .terminal(.stop): sleep(wholeJob: false)
        case .terminal(.continued):
            handle(.fileChanged)
            handle(idle)
        // The loop shows the newest frame when all arrivals are handled.
        case .terminal(.caughtUp): break
        case .terminal(.hangUp), .terminal(.terminate): isOver = true
        }
    }

    /// For how long nobody has pressed a key.
    private var idle: Event { .idle(minutes: Int(lastKey.duration(to: .now).components.seconds / 60)) }

    private func handle(_ event: Event) {
        if case .tick = event { backUpIfDue() }
        if case .answered(let ticket, _) = event { settle(ticket) }
        if case .failed(let ticket, _) = event { settle(ticket) }
        if case .exported(let ticket, _) = event { settle(ticket) }
        session.handle(event).forEach(begin)
    }

    private func settle(_ ticket: Ticket) {
        stoppable[ticket] = nil
        unanswered.remove(ticket)
    }

    /// Whatever takes longer was more than a page that lies ready: it was gathered and put in order.
    nonisolated private static let longAnswer = Duration.milliseconds(8)

    private func begin(_ effect: Effect) {
        switch effect {
        case .ask(let ticket, let question):
            unanswered.insert(ticket)
            answer(ticket) { await $0.ask(ticket, question) }
        case .perform(let ticket, let action):
            let year = session.context.year
            write { [runner, mailbox] in
                mailbox.post(await runner.perform(ticket, action, year: year).map(Arrival.event))
            }
        case .preview(let ticket, let path, let choices):
            answer(ticket) { await $0.preview(ticket, of: path, choices) }
        case .seekDuplicates(let ticket, let participant):
            answer(ticket) { [report] in await $0.seekDuplicates(ticket, of: participant, progress: report) }
        case .takeIn(let ticket, let plan):
            takeIn(ticket) { await $0.takeIn(ticket, plan, year: $1, progress: $2) }
        case .mergeFile(let ticket, let plan):
            takeIn(ticket) { await $0.mergeFile(ticket, plan, year: $1, progress: $2) }
        case .stop(let ticket): stoppable[ticket]?.cancel()
        case .compose(let ticket, let document, let words):
            answer(ticket) { await $0.compose(ticket, document, words) }
        case .export(let ticket, let export):
            answer(ticket) { [report] in await $0.export(ticket, export, progress: report) }
        case .wake(let ticket, let delay):
            Task { [mailbox] in
                try? await Task.sleep(for: delay)
                mailbox.post(.event(.woke(ticket)))
            }
        case .keepDraft(let draft, let form): keep(draft, form)
        case .quit: isOver = true
        case .suspend: sleep(wholeJob: true)
        case .giveBackMemory(let held): giveBackMemory(held)
        case .open, .close, .replace, .say, .showYear, .carryForward, .openCode, .reveal: break
        }
    }

    /// Has what was asked for answered, once what is being saved is on file; it can be stopped.
    private func answer(_ ticket: Ticket, _ work: @escaping @Sendable (EffectRunner) async -> [Event]) {
        let earlier = lastAwaited
        stoppable[ticket] = Task.detached { [runner, mailbox] in
            await earlier?.value
            let begin = ContinuousClock.now
            let answers = await work(runner).map(Arrival.event)
            let isLong = begin.duration(to: .now) > Self.longAnswer
            mailbox.post(isLong ? answers + [.longAnswer] : answers)
        }
    }

    /// Takes what is told on the way to an answer.
    private var report: @Sendable (Event) -> Void { { [mailbox] in mailbox.post(.event($0)) } }

    /// What was gathered and sorted goes back to the system: the allocator would keep it, and the program is open all day.
    ///
    /// Nobody can have memory while it does, so it waits until nobody has pressed a key for a while.
    private func giveBackMemory(_ held: LetGo? = nil) {
        givingBack?.cancel()
        givingBack = Task.detached(priority: .utility) { [self] in
            held?.takeApart()
            repeat { try? await Task.sleep(for: Self.rest) } while await isInUse && !Task.isCancelled
            if !Task.isCancelled { malloc_trim(0) }
        }
    }

    nonisolated private static let rest = Duration.milliseconds(500)

    private var isInUse: Bool { lastKey.duration(to: .now) < Self.rest }

    /// Lets go of what only the start needed, and has what comes next ready.
    private func rehearse() {
        let context = session.context
        rehearsing = Task.detached(priority: .utility) { [runner] in
            memory_let_go_of_code()
            await runner.rehearse(context) { _ = $0.draw() }
        }
    }

    /// Makes the day's backup in the background, where it is time for one.
    private func backUpIfDue() {
        guard backingUp == nil else { return }
        backingUp = Task.detached(priority: .utility) { [self, store] in
            let trouble: StoreFailure?
            do {
                try await store.backUpIfDue { _ in try Task.checkCancellation() }
                trouble = nil
            } catch { trouble = error as? StoreFailure }
            await finishBackup(trouble)
        }
    }

    private func finishBackup(_ trouble: StoreFailure?) {
        backingUp = nil
        guard let trouble, backupTroubleTold != session.context.today else { return }
        backupTroubleTold = session.context.today
        mailbox.post(.event(.backupNotMade(.store(trouble))))
    }

    /// Goes to sleep once nothing is being written: a program that sleeps in the middle would keep the file locked.
    private func sleep(wholeJob: Bool) {
        Task { [self] in
            var finished: Task<Void, Never>?
            while lastWrite != finished {
                finished = lastWrite
                await finished?.value
            }
            terminal.suspend(wholeJob: wholeJob)
        }
    }

    /// Keys come faster than the disk: where a draft still waits to be written, the newer one takes its place.
    private func keep(_ draft: String?, _ form: String) {
        let isScheduled = drafts.withLock { $0.updateValue(draft, forKey: form) != nil }
        guard !isScheduled else { return }
        write { [self] in
            guard let newest = takeDraft(form) else { return }
            mailbox.post(await runner.keepDraft(newest, form: form).map(Arrival.event))
        }
    }

    private nonisolated func takeDraft(_ form: String) -> String?? {
        drafts.withLock { $0.removeValue(forKey: form) }
    }

    private func write(_ work: @escaping @Sendable () async -> Void) {
        let earlier = lastWrite
        lastWrite = Task.detached {
            await earlier?.value
            await work()
        }
        lastAwaited = lastWrite
    }

    /// An import or a merge is a write among the others. Questions asked meanwhile are answered from what is on file so far.
    private func takeIn(
        _ ticket: Ticket,
        _ work: @escaping @Sendable (EffectRunner, _ year: Int, @escaping @Sendable (Event) -> Void) async -> [Event]
    ) {
        let (earlier, year) = (lastWrite, session.context.year)
        let task = Task.detached { [runner, mailbox, report] in
            await earlier?.value
            mailbox.post(await work(runner, year, report).map(Arrival.event))
        }
        lastWrite = task
        stoppable[ticket] = task
    }
}
