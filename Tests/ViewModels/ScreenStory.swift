import DeskScript
import Documents
import Exchange
import Keyboard
import Training
import Words

@testable import ViewModels

/// One screen played by hand: its questions to the store wait until the story answers them, in any order.
struct ScreenStory<Model: Screen> {
    var model: Model
    let context: Context
    private let runner: EffectRunner
    /// The questions and changes that nobody has answered yet, oldest first.
    private(set) var waiting: [Effect] = []
    private(set) var opened: [ScreenModel] = []
    private(set) var notices: [Notice] = []
    private(set) var isClosed = false

    init(_ office: PeopleOffice, _ model: Model, year: Int = 2026, rows: Int = 24) async throws {
        self.model = model
        context = Context(
            words: .of(.indonesian), author: office.author, year: year, today: CalendarDate(iso: "2026-11-24")!,
            rows: rows)
        runner = EffectRunner(
            store: office.store, author: office.author, writer: DeskWriter(),
            rosters: RosterDesk(words: .of(.indonesian), today: { [today = context.today] in today }))
        take(.appeared)
    }

    mutating func take(_ event: Event) {
        for effect in model.respond(to: event, context) ?? [] {
            switch effect {
            case .ask, .perform, .seekDuplicates: waiting.append(effect)
            case .reveal(let ticket, let id): waiting.append(.perform(ticket, .reveal(id, .verification)))
            case .open(let screen), .replace(let screen): opened.append(screen)
            case .close: isClosed = true
            case .say(let notice): notices.append(notice)
            case .keepDraft, .showYear, .quit, .suspend, .giveBackMemory, .compose, .export, .preview, .takeIn,
                .mergeFile, .stop, .wake,
                .carryForward,
                .openCode:
                break
            }
        }
    }

    mutating func press(_ keys: Key...) async { for key in keys { take(.key(key)) } }

    /// Answers the oldest question, or the last.
    mutating func answer(last: Bool) async {
        guard !waiting.isEmpty else { return }
        for event in await events(of: waiting.remove(at: last ? waiting.count - 1 : 0)) { take(event) }
    }

    /// Answers everything, until nothing is left.
    mutating func settle() async { while !waiting.isEmpty { await answer(last: false) } }

    /// Does what is oldest; its outcome arrives after the answers to all else, with the file changed in between.
    mutating func answerLate() async {
        let late = await events(of: waiting.removeFirst())
        take(.fileChanged)
        await settle()
        for event in late { take(event) }
    }

    /// Lets the oldest question fail.
    mutating func fail(_ failure: Failure) async {
        switch waiting.removeFirst() {
        case .ask(let ticket, _), .perform(let ticket, _), .seekDuplicates(let ticket, _):
            take(.failed(ticket, failure))
        default: break
        }
    }

    private func events(of effect: Effect) async -> [Event] {
        switch effect {
        case .ask(let ticket, let question): await runner.ask(ticket, question)
        case .seekDuplicates(let ticket, let participant):
            await runner.seekDuplicates(ticket, of: participant) { _ in }
        case .perform(let ticket, let action): await runner.perform(ticket, action, year: context.year)
        default: []
        }
    }
}

typealias ParticipantsStory = ScreenStory<ParticipantsModel>

extension ScreenStory<ParticipantsModel> {
    init(_ office: PeopleOffice) async throws { try await self.init(office, ParticipantsModel()) }
}
