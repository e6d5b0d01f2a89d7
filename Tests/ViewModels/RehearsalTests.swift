import DeskScript
import Exchange
import GRDB
import Keyboard
import Synchronization
import Testing
import Training
import Words

@testable import Store
@testable import ViewModels

/// Writes nothing, and knows what it was asked to lay out.
private final class NotedWriter: DocumentWriter {
    let documents = Mutex<[Document]>([])

    func write(
        _ export: FileExport, from store: any TrainingStore, by author: Author,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> Int { 0 }

    func lines(of document: Document, _ words: Phrasebook, from store: any TrainingStore) async throws -> [String] {
        documents.withLock { $0.append(document) }
        return []
    }
}

@Suite struct RehearsalTests {
    @Test(arguments: Role.allCases) func whatARoleMayOpenIsRehearsed(_ role: Role) async throws {
        let (context, office) = try await context(role)
        let writer = NotedWriter()
        var seen: [Session] = []
        await runner(context, office, writer).rehearse(context) { seen.append($0) }
        let tabs = Session(context).tabs
        #expect(Set(seen.map(\.tab)) == Set(tabs))
        #expect(seen.allSatisfy { role.may($0.front.permission) })
        let people = seen.filter { $0.tab == .participants }.map(\.front)
        #expect(
            people.contains { if case .participants(let model) = $0 { model.total == 3 } else { false } }
                == role.may(.names))
        #expect(
            people.contains { if case .participantFile = $0 { true } else { false } } == role.may(.names))
        let expected = role.may(Tab.reports.permission) ? [ReportsModel().document(context)] : []
        #expect(writer.documents.withLock { $0 } == expected)
    }

    /// Nor is a draft taken over that a program left which no longer runs.
    @Test func nothingIsWritten() async throws {
        let (context, office) = try await context(.supervisor)
        try await office.store.keepDraft("{}", form: "participant", by: office.author)
        func written() async throws -> Int? {
            try await office.store.write { try Int.fetchOne($0, sql: "SELECT total_changes()") }
        }
        try await office.store.write { try $0.execute(sql: "UPDATE draft SET process = 999999999") }
        let before = try await written()
        await runner(context, office, NotedWriter()).rehearse(context) { _ in }
        #expect(try await written() == before)
    }

    /// A roster is read whole: a large one not before somebody wants it.
    @Test(arguments: [3, 501]) func aLargeClassIsNotOpened(_ size: Int) async throws {
        let (context, office) = try await context(.supervisor)
        try await office.store.takeIn(as: .generate, note: "", by: office.author, keep: true) { intake in
            for serial in 1...size {
                let made = try intake.add(PeopleOffice.person("Warga", 2_000 + serial), doubts: [])
                for trainingClass in [office.sewing, office.welding] {
                    _ = try intake.enroll(made, in: trainingClass, standing: .attending(on: context.today))
                }
            }
        }
        var rosters = 0
        await runner(context, office, NotedWriter()).rehearse(context) {
            if case .roster = $0.front { rosters += 1 }
        }
        #expect((rosters > 0) == (size == 3))
    }

    @Test func itEndsWhereItIsStopped() async throws {
        let (context, office) = try await context(.supervisor)
        let runner = runner(context, office, NotedWriter())
        let asked = await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            var seen: [Session] = []
            await runner.rehearse(context) { seen.append($0) }
            return seen.filter { $0.context.achievement != nil }.count
        }.value
        #expect(asked == 0)
    }

    private func runner(_ context: Context, _ office: PeopleOffice, _ writer: NotedWriter) -> EffectRunner {
        EffectRunner(
            store: office.store, author: office.author, writer: writer,
            rosters: RosterDesk(words: context.words, today: { context.today }))
    }

    private func context(_ role: Role) async throws -> (Context, PeopleOffice) {
        let office = try await PeopleOffice()
        try await office.addCrowd(3)
        let dewi = Author(name: "dewi", desk: "meja2")
        _ = try await office.store.perform(.setRole(Operator(name: dewi.name, role: .supervisor)), by: dewi)
        _ = try await office.store.perform(.setRole(Operator(name: office.author.name, role: role)), by: dewi)
        let context = Context(
            words: .of(.indonesian), author: office.author, role: role, year: 2026,
            today: CalendarDate(iso: "2026-11-24")!,
            rows: 24)
        return (context, office)
    }
}
