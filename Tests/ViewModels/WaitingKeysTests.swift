import DeskScript
import Keyboard
import Testing
import Training
import Words

@testable import ViewModels

/// Keys pressed while a screen reads what it shows, at a store that never answers.
@Suite struct WaitingKeysTests {
    private static let context = Context(
        words: .of(.indonesian), author: Author(name: "rina", desk: "meja1"), role: .supervisor, year: 2026,
        today: CalendarDate(iso: "2026-11-24")!, rows: 24)

    /// A session at a screen that reads, and what it asked.
    private func reading(_ screen: ScreenModel) -> (session: Session, asked: [Ticket]) {
        var session = Session(Self.context)
        _ = session.start()
        let effects = session.open(screen)
        let asked = effects.compactMap { if case .ask(let ticket, _) = $0 { ticket } else { nil } }
        return (session, asked)
    }

    @Test func escapeLeavesAScreenThatReads() throws {
        var (session, asked) = reading(.outcomes(OutcomesModel()))
        #expect(!asked.isEmpty)
        #expect(session.screen.holdsKeys)
        let effects = session.handle(.key(.escape))
        #expect(session.tab == .achievement)
        if case .achievement = session.front {} else { Issue.record("\(session.front)") }
        // What nobody waits for is read no further.
        let stopped = effects.compactMap { if case .stop(let ticket) = $0 { ticket } else { nil } }
        #expect(stopped == asked)
    }

    @Test func whatMeansTheSameEverywhereIsNotWaitedFor() {
        var (session, _) = reading(.outcomes(OutcomesModel()))
        _ = session.handle(.key(.character("2")))
        #expect(session.tab == .participants)
        (session, _) = reading(.outcomes(OutcomesModel()))
        _ = session.handle(.key(.function(1)))
        if case .help = session.front {} else { Issue.record("no help") }
        (session, _) = reading(.outcomes(OutcomesModel()))
        let effects = session.handle(.key(.character("q")))
        #expect(effects.contains { if case .quit = $0 { true } else { false } })
    }

    /// What was typed ahead keeps its order, until it is said that it waits.
    @Test func keysTypedAheadComeInTheirOrder() throws {
        var (session, asked) = reading(.outcomes(OutcomesModel()))
        let effects = session.handle(.key(.down))
        let wake = try #require(
            effects.lazy.compactMap { if case .wake(let ticket, _) = $0 { ticket } else { nil } }.first)
        for key in [Key.enter, .escape, .character("2")] { _ = session.handle(.key(key)) }
        #expect(session.front.isOutcomes)
        #expect(session.notice == nil)
        _ = session.handle(.woke(wake))
        #expect(session.notice?.text == "masih dibaca; ketikan menunggu, Esc berhenti menunggu")
        #expect(session.front.isOutcomes)
        _ = session.handle(.key(.escape))
        #expect(!session.front.isOutcomes)
        #expect(session.tab == .achievement)
        // Nothing of what waited is left.
        _ = session.handle(.failed(try #require(asked.first), .stopped))
        #expect(session.tab == .achievement)
        #expect(session.notice == nil)
    }

    /// The wait is said only where there still is one.
    @Test func whatIsReadInTimeSaysNothing() throws {
        var (session, asked) = reading(.outcomes(OutcomesModel()))
        let effects = session.handle(.key(.down))
        let wake = try #require(
            effects.lazy.compactMap { if case .wake(let ticket, _) = $0 { ticket } else { nil } }.first)
        for ticket in asked { _ = session.handle(.failed(ticket, .stopped)) }
        let told = session.notice
        _ = session.handle(.woke(wake))
        #expect(session.notice == told)
    }

    /// A file that is being written can be stopped, whatever was typed ahead; until it is, the screen stays.
    @Test func anExportCanBeStopped() throws {
        let offer = ExportOffer(.names(ParticipantQuery()), title: "Peserta", count: 3)
        var (session, _) = reading(.export(ExportModel([offer], Self.context)))
        let begun = session.handle(.key(.enter))
        let export = try #require(
            begun.lazy.compactMap { if case .export(let ticket, _) = $0 { ticket } else { nil } }.first)
        _ = session.handle(.progressed(export, ImportProgress(rows: 0, fraction: 0.4, elapsed: .zero)))
        guard case .export(let writing) = session.front else { throw Unexpected() }
        #expect(writing.progress == 0.4)
        let effects = session.handle(.key(.escape))
        let stopped = effects.compactMap { if case .stop(let ticket) = $0 { ticket } else { nil } }
        #expect(stopped == [export])
        guard case .export = session.front else { throw Unexpected() }
        _ = session.handle(.failed(export, .stopped))
        #expect(session.notice?.text == "dihentikan; tidak ada yang ditulis")
        _ = session.handle(.key(.escape))
        if case .achievement = session.front {} else { Issue.record("\(session.front)") }
    }

    private struct Unexpected: Error {}

    /// A change under way is waited for, whatever key is pressed.
    @Test func aChangeIsWaitedFor() async throws {
        let office = try await PeopleOffice()
        var (session, asked) = reading(.log(LogModel()))
        _ = session.handle(.answered(asked[0], .log(try await office.store.log(of: nil, count: 9))))
        let begun = session.handle(.key(.character("u")))
        let change = try #require(
            begun.lazy.compactMap { if case .perform(let ticket, _) = $0 { ticket } else { nil } }.first)
        #expect(session.screen.holdsKeys)
        for key in [Key.escape, .escape, .character("q")] {
            let effects = session.handle(.key(key))
            #expect(effects.count { !$0.isWake } == 0)
        }
        #expect(session.front.isLog)
        _ = session.handle(.failed(change, .refused(.nothingToUndo)))
        #expect(!session.front.isLog)
    }
}

extension ScreenModel {
    fileprivate var isLog: Bool {
        if case .log = self { true } else { false }
    }

    fileprivate var isOutcomes: Bool {
        if case .outcomes = self { true } else { false }
    }
}

extension Effect {
    fileprivate var isWake: Bool {
        if case .wake = self { true } else { false }
    }
}
