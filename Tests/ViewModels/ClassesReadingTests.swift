import DeskScript
import Keyboard
import Store
import Testing
import Training
import ViewModels
import Words

/// A year's classes come in two parts where they are many: those that the screen shows, then all.
@Suite("Kelas, reading") struct ClassesReadingTests {
    private static let context = Context(
        words: .of(.indonesian), author: Author(name: "rina", desk: "meja1"), year: 2026,
        today: CalendarDate(iso: "2026-11-24")!)

    /// The small year with classes up to C-300 before its own three.
    private static func longYear(upTo last: Int = 400) async throws -> TrainingYear {
        var year = try await TrainingYear.small()
        for number in 101...last {
            try await year.addClass(
                "C-\(number)", "P-0\(number % 3 + 1)", "2026-02-03", "2026-02-05", place: nil, seats: 16)
        }
        return year
    }

    /// A desk at Kelas that has the first classes only.
    private static func begun() async throws -> ScreenDesk<ClassesModel> {
        let desk = await ScreenDesk(slow: ClassesModel(), try await longYear().store, context)
        await desk.hearAnswers()
        #expect(await desk.model.classes.isBegun)
        return desk
    }

    @Test func theFirstAnswerSaysHowManyThereAre() async throws {
        let desk = try await Self.begun()
        #expect(await desk.model.classes.total == 303)
        let first = await desk.model.classes.rows.map(\.code.text)
        await desk.hearAnswers()
        #expect(await !desk.model.classes.isBegun)
        #expect(await desk.model.classes.total == 303)
        let all = await desk.model.classes.rows.map(\.code.text)
        #expect(all.count == 303 && all.prefix(first.count) == first[...])
    }

    @Test func aShortListComesAtOnce() async throws {
        let desk = await ScreenDesk(slow: ClassesModel(), try await TrainingYear.small().store, Self.context)
        await desk.hearAnswers()
        #expect(await desk.model.classes.total == 3)
        #expect(await !desk.model.classes.isBegun)
        #expect(await !desk.model.tickets.isWaiting(for: "classes"))
    }

    @Test func whatConcernsTheRowsReadIsDoneAtOnce() async throws {
        let desk = try await Self.begun()
        await desk.press(.down, .pageDown, .character("k"), .home, .down)
        #expect(await desk.model.classes.selected?.code.text == "C-102")
        await desk.press(.enter)
        #expect(await desk.opened.count == 1)
        await desk.press(.tab, .character("/"), .character("l"), .character("a"))
        #expect(await desk.model.programs.rows.map(\.code.text) == ["P-02"])
        await desk.press(.escape, .backTab)
        await desk.hearAnswers()
        #expect(await desk.model.classes.selected?.code.text == "C-102")
    }

    @Test(
        arguments: [
            ([.character("/"), .character("K"), .character("-")], "K-013", 3),
            ([.character("s"), .character("s")], "C-101", 303),
            ([.tab, .down, .enter, .end], "K-014", 101),
            ([.character("/"), .character("C"), .character("-"), .character("4"), .enter], "C-400", 1),
        ] as [([Key], String, Int)])
    func whatConcernsAllWaitsForThem(_ keys: [Key], _ selected: String, _ count: Int) async throws {
        let desk = try await Self.begun()
        for key in keys { await desk.press(key) }
        let untouched = await desk.model
        #expect(untouched.mode == .list && untouched.classes.isPlain)
        await desk.hearAnswers()
        #expect(await desk.model.classes.selected?.code.text == selected)
        #expect(await desk.model.classes.rows.count == count)
    }

    @Test func pagingBeyondTheRowsReadWaits() async throws {
        let desk = try await Self.begun()
        for _ in 0..<40 { await desk.press(.pageDown) }
        let held = await desk.model.classes.cursor
        #expect(held < 200)
        await desk.hearAnswers()
        #expect(await desk.model.classes.selected?.code.text == "K-015")
    }

    /// What stands at the end comes by itself, and the others take their places before it.
    @Test(
        arguments: [([.end], "K-015"), ([.character("G"), .up], "K-014"), ([.end, .up, .up, .up], "C-400")]
            as [([Key], String)])
    func theEndDoesNotWaitForWhatIsBeforeIt(_ keys: [Key], _ selected: String) async throws {
        let desk = try await Self.begun()
        for key in keys { await desk.press(key) }
        #expect(await desk.model.classes.selected?.code.text == "C-101")
        await desk.hearLastAnswer()
        #expect(await desk.model.classes.selected?.code.text == selected)
        let (end, cursor) = await (desk.model.classes.rows.map(\.code), desk.model.classes.visibleRows)
        #expect(end.count == 200 && end.last?.text == "K-015")
        await desk.hearAnswers()
        #expect(await desk.model.classes.rows.count == 303)
        #expect(await desk.model.classes.rows.suffix(200).map(\.code) == end)
        #expect(await desk.model.classes.selected?.code.text == selected)
        #expect(await desk.model.classes.visibleRows == cursor)
    }

    @Test func fromTheEndTheFirstAreWaitedFor() async throws {
        let desk = try await Self.begun()
        await desk.press(.end)
        await desk.press(.home)
        await desk.hearLastAnswer()
        #expect(await desk.model.classes.selected?.code.text == "K-015")
        await desk.hearAnswers()
        #expect(await desk.model.classes.selected?.code.text == "C-101")
    }

    @Test func whoeverComesBackFindsTheEndWhereItWas() async throws {
        let desk = await ScreenDesk(slow: ClassesModel(), try await Self.longYear(upTo: 520).store, Self.context)
        await desk.hearAnswers()
        await desk.press(.end)
        await desk.hearAnswers()
        _ = await desk.leaves()
        await desk.comesBack()
        await desk.hearAnswers()
        #expect(await desk.model.classes.selected?.code.text == "K-015")
    }

    @Test func aNewClassIsNotMistakenForOneThatWasNotReadYet() async throws {
        let desk = try await Self.begun()
        await desk.press(.character("n"))
        #expect(await desk.opened.isEmpty)
        await desk.hearAnswers()
        #expect(await desk.opened.count == 1)
        let cursor = await desk.model.classes.cursor
        await desk.comesBack()
        await desk.hearAnswers()
        #expect(await desk.model.classes.cursor == cursor)
    }

    @Test func aChangeWhileReadingIsFollowed() async throws {
        var year = try await Self.longYear()
        let desk = await ScreenDesk(slow: ClassesModel(), year.store, Self.context)
        await desk.hearAnswers()
        try await year.addClass("A-001", "P-01", "2026-02-03", "2026-02-05", place: nil, seats: 16)
        await desk.hearsOfChange()
        await desk.press(.end)
        await desk.hearAnswers()
        #expect(await desk.model.classes.total == 304)
        #expect(await desk.model.classes.selected?.code.text == "K-015")
    }

    @Test func ofVeryManyTheFirstAreHeldWhileAnotherTabIsInFront() async throws {
        let desk = await ModelDesk(try await Self.longYear(upTo: 520).store)
        func classes() async throws -> NarrowedList<ClassLine> {
            guard case .classes(let model) = await desk.front else { throw NotKelas() }
            return model.classes
        }
        await desk.press(.character("3"), .down, .down)
        #expect(try await classes().rows.count == 423)
        let seen = await desk.screen
        await desk.press(.character("2"))
        #expect(await desk.timesMemoryWasGivenBack == 1)
        await desk.press(.character("3"))
        #expect(await desk.screen == seen)
        #expect(try await classes().rows.count == 423)
        // Whatever stands elsewhere than at the beginning, or narrowed, stays as it is.
        for keys in [[.end], [.home, .character("s")]] as [[Key]] {
            for key in keys { await desk.press(key) }
            await desk.press(.character("2"), .character("3"))
        }
        #expect(await desk.timesMemoryWasGivenBack == 1)
        #expect(try await classes().order != .code)
    }

    @Test func theFirstAreThereBeforeTheOthersAreReadAgain() async throws {
        let desk = await ScreenDesk(slow: ClassesModel(), try await Self.longYear(upTo: 520).store, Self.context)
        await desk.hearAnswers()
        await desk.hearAnswers()
        var model = await desk.model
        let shown = model.classes.rows.prefix(200).map(\.code)
        let held = model.letGo(Self.context)
        #expect((held as? ListedRows<ClassLine>)?.rows.count == 423)
        #expect(model.classes.rows.map(\.code) == shown)
        #expect(model.classes.total == 423 && model.classes.isBegun)
        let asked = model.respond(to: .appeared, Self.context)
        #expect(asked?.count == 3)
        #expect(model.holds(.key(.character("n"))) && !model.holds(.key(.down)))
    }

    @Test func whoeverOnlyPassesByHasTheOthersReadNeitherNowNorNextTime() async throws {
        let desk = await ScreenDesk(slow: ClassesModel(), try await Self.longYear(upTo: 520).store, Self.context)
        for _ in 0..<3 {
            await desk.hearAnswers()
            #expect(await desk.model.classes.isBegun)
            #expect(await desk.model.tickets.isWaiting(for: "classes"))
            #expect(await desk.leaves() == nil)
            #expect(await !desk.model.tickets.isWaiting(for: "classes"))
            await desk.comesBack()
        }
        await desk.hearAnswers()
        await desk.hearAnswers()
        #expect(await desk.model.classes.rows.count == 423)
    }

    @Test func aKeyThatWaitsForTheOthersHasThemReadAtOnce() async throws {
        let store = try await Self.longYear().store
        var session = Session(Self.context)
        var answers: [Event] = []
        for effect in session.start() + session.handle(.key(.character("3"))) {
            guard case .ask(let ticket, let question) = effect else { continue }
            answers.append(.answered(ticket, try await question(store)))
        }
        let putOff = answers.flatMap { session.handle($0) }
        #expect(putOff.contains { if case .wake = $0 { true } else { false } })
        #expect(session.handle(.key(.down)).isEmpty)
        let asked = session.handle(.key(.character("s")))
        #expect(asked.contains { if case .ask = $0 { true } else { false } })
        #expect(session.handle(.key(.character("s"))).isEmpty)
    }

    @Test func wordsTypedBeforeTheFirstAnswerAreSoughtInAllAtOnce() async throws {
        let desk = await ScreenDesk(slow: ClassesModel(), try await Self.longYear().store, Self.context)
        await desk.press(.character("/"), .character("K"), .character("-"))
        await desk.hearAnswers()
        #expect(await !desk.model.tickets.isWaiting(for: "other classes"))
        await desk.hearAnswers()
        #expect(await desk.model.classes.rows.count == 3)
    }

    private struct NotKelas: Error {}

    @Test func whereTheOthersCannotBeReadNoPartIsTakenForAll() async throws {
        let desk = try await Self.begun()
        await desk.press(.character("s"))
        await desk.hearAnswers(failing: .busy(path: "silat.db"))
        #expect(await desk.model.classes.total == nil)
        #expect(await !desk.notices.isEmpty)
    }
}

extension NarrowedList<ClassLine> {
    /// The codes in sight, from the top.
    fileprivate var visibleRows: [Code] { visible.map { rows[$0].code } }
}
