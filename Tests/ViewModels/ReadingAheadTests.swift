import DeskScript
import Exchange
import Keyboard
import Synchronization
import Testing
import Training
import Words

@testable import ViewModels

/// Writes nothing, and knows what it was asked to lay out.
private final class NotedWriter: DocumentWriter {
    let documents = Mutex<[Document]>([])

    func write(_ export: FileExport, from store: any TrainingStore, by author: Author) async throws -> Int { 0 }

    func lines(of document: Document, _ words: Phrasebook, from store: any TrainingStore) async throws -> [String] {
        documents.withLock { $0.append(document) }
        return []
    }
}

@Suite struct ReadingAheadTests {
    @Test(arguments: Tab.allCases) func everyTabAsksSomethingWhenItIsOpened(_ tab: Tab) async throws {
        let questions = tab.firstQuestions(try await context(.supervisor).0)
        #expect(
            questions.contains {
                switch $0 {
                case .ask, .compose: true
                default: false
                }
            })
    }

    @Test(arguments: Role.allCases) func whatARoleMayOpenIsReadAhead(_ role: Role) async throws {
        let (context, office) = try await context(role)
        let writer = NotedWriter()
        let runner = EffectRunner(
            store: office.store, author: office.author, writer: writer,
            rosters: RosterDesk(words: context.words, today: { context.today }))
        await runner.readAhead(context, inFront: .achievement)
        let expected = role.may(Tab.reports.permission) ? [ReportsModel().document(context)] : []
        #expect(writer.documents.withLock { $0 } == expected)
        await runner.readAhead(context, inFront: .reports)
        #expect(writer.documents.withLock { $0 } == expected, "what is in front has been asked for")
    }

    private func context(_ role: Role) async throws -> (Context, PeopleOffice) {
        let office = try await PeopleOffice()
        let context = Context(
            words: .of(.indonesian), author: office.author, role: role, year: 2026,
            today: CalendarDate(iso: "2026-11-24")!,
            rows: 24)
        return (context, office)
    }
}
