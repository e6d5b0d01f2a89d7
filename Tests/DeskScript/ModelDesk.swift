import Documents
import Exchange
import Foundation
import Keyboard
import Screens
import Store
import Terminal
import Training
import ViewModels
import Words

/// A desk without a terminal: keys go into the session, effects run on a real store at once, the screen is a frame.
public actor ModelDesk: Desk {
    /// The store behind the desk.
    public nonisolated let store: SilatStore
    private var session: Session
    private let runner: EffectRunner
    /// Imports under way, each with what comes of it.
    private var imports: [Ticket: Import] = [:]
    /// Whether imports go on only when the story says so.
    private var holdsImports = false
    /// What waits for time to pass.
    private var sleeping: [Ticket] = []
    private struct Import {
        let task: Task<Void, Never>
        var events: AsyncStream<Event>.Iterator
    }

    /// How often memory was given back to the system.
    public private(set) var timesMemoryWasGivenBack = 0
    /// Whether the program has ended.
    public private(set) var hasQuit = false

    /// A desk on a store.
    public init(
        _ store: SilatStore, language: Language = .indonesian, year: Int = 2026, today: String = "2026-11-24",
        columns: Int = 80, rows: Int = 24, author: Author = Author(name: "rina", desk: "meja1"),
        rosters: (any RosterReading)? = nil
    ) async {
        self.store = store
        let lock = try? await store.deskLock(of: author.name)
        session = Session(
            Context(
                words: .of(language), author: author, year: year, today: CalendarDate(iso: today)!,
                zone: TimeZone(secondsFromGMT: 8 * 3_600)!, columns: columns, rows: rows), lock: lock ?? .none)
        let day = CalendarDate(iso: today)!
        runner = EffectRunner(
            store: store, author: author, writer: DeskWriter(),
            rosters: rosters ?? RosterDesk(words: .of(language), today: { day }))
        await settle(session.start())
    }

    public func press(_ keys: Key...) async { for key in keys { await take(.key(key)) } }

    public func type(_ text: String) async { for character in text { await take(.key(.character(character))) } }

    public func paste(_ text: String) async { await take(.paste(text)) }

    public func resize(columns: Int, rows: Int) async { await take(.resized(columns: columns, rows: rows)) }

    /// Lets so much time pass that whatever waits seconds for it wakes.
    public func timePasses() async {
        let tickets = sleeping
        sleeping = []
        for ticket in tickets { await take(.woke(ticket)) }
    }

    /// From here on, imports run beside the story, which hears of them by ``hears(_:)`` and ``hearsTheEnd()``.
    public func holdImports() { holdsImports = true }

    /// Hears the next news of imports under way.
    public func hears(_ count: Int = 1) async {
        for _ in 0..<count {
            for ticket in imports.keys { await hear(of: ticket) }
        }
    }

    /// Hears all there is to come of imports under way.
    public func hearsTheEnd() async {
        while let ticket = imports.keys.first { await hear(of: ticket) }
    }

    private func hear(of ticket: Ticket) async {
        guard var running = imports.removeValue(forKey: ticket) else { return }
        guard let event = await running.events.next(isolation: self) else { return }
        imports[ticket] = running
        await take(event)
    }

    /// Lets so many minutes pass without a key.
    public func restsFor(minutes: Int) async { await take(.idle(minutes: minutes)) }

    /// Puts a screen on top, as one that leads there does.
    public func opens(_ screen: ScreenModel) async { await settle(session.open(screen)) }

    /// Tells the desk that another one changed the file.
    public func hearsOfChange() async { await take(.fileChanged) }

    public func sees(_ text: String) throws {
        guard screen.contains(where: { $0.contains(text) }) else { throw NotSeen(text, on: screen) }
    }

    public func doesNotSee(_ text: String) throws {
        guard !screen.contains(where: { $0.contains(text) }) else { throw NotSeen(text, on: screen, unwanted: true) }
    }

    /// The screen in front.
    public var front: ScreenModel { session.front }

    public var frame: Frame { session.draw() }

    public var screen: [String] { frame.text }

    private func take(_ event: Event) async { await settle(session.handle(event)) }

    /// Runs effects and what comes of them until nothing is left to do.
    private func settle(_ effects: [Effect]) async {
        var waiting = effects[...]
        while let effect = waiting.popFirst() {
            for event in await events(of: effect) { waiting += session.handle(event) }
        }
    }

    private func events(of effect: Effect) async -> [Event] {
        switch effect {
        case .ask(let ticket, let question): return await runner.ask(ticket, question)
        case .perform(let ticket, let action): return await runner.perform(ticket, action, year: session.context.year)
        case .keepDraft(let draft, let form): return await runner.keepDraft(draft, form: form)
        case .quit:
            hasQuit = true
            return []
        case .compose(let ticket, let document, let words): return await runner.compose(ticket, document, words)
        case .export(let ticket, let export): return await runner.export(ticket, export) { _ in }
        case .wake(let ticket, let delay):
            // Moments pass at once.
            if delay < .seconds(1) { return [.woke(ticket)] }
            sleeping.append(ticket)
            return []
        case .preview(let ticket, let path, let choices):
            return await runner.preview(ticket, of: path, choices)
        case .seekDuplicates(let ticket, let participant):
            return await runner.seekDuplicates(ticket, of: participant) { _ in }
        case .takeIn(let ticket, let plan):
            begin(ticket) { await $0.takeIn(ticket, plan, year: $1, progress: $2) }
            return await eventsOfImport(ticket)
        case .mergeFile(let ticket, let plan):
            begin(ticket) { await $0.mergeFile(ticket, plan, year: $1, progress: $2) }
            return await eventsOfImport(ticket)
        case .stop(let ticket):
            imports[ticket]?.task.cancel()
            return []
        case .giveBackMemory:
            timesMemoryWasGivenBack += 1
            return []
        case .suspend, .open, .close, .replace, .say, .showYear, .carryForward, .openCode, .reveal: return []
        }
    }

    private func eventsOfImport(_ ticket: Ticket) async -> [Event] {
        guard !holdsImports, var running = imports.removeValue(forKey: ticket) else { return [] }
        var events: [Event] = []
        while let event = await running.events.next(isolation: self) { events.append(event) }
        return events
    }

    private func begin(
        _ ticket: Ticket,
        _ work: @escaping @Sendable (EffectRunner, _ year: Int, @escaping @Sendable (Event) -> Void) async -> [Event]
    ) {
        let (events, news) = AsyncStream.makeStream(of: Event.self)
        let (runner, year) = (runner, session.context.year)
        let task = Task {
            for event in await work(runner, year, { news.yield($0) }) {
                news.yield(event)
            }
            news.finish()
        }
        imports[ticket] = Import(task: task, events: events.makeAsyncIterator())
    }
}
