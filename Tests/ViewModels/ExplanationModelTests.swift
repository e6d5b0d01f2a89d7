import DeskScript
import Keyboard
import Testing
import Training

@testable import ViewModels

/// Stories at the explanation of the headline.
@Suite struct ExplanationModelTests {
    private func desk(_ year: TrainingYear) async -> ScreenDesk<ExplanationModel> {
        await ScreenDesk(ExplanationModel(), year.store, Self.context)
    }

    static let context = Context(
        words: .of(.indonesian), author: Author(name: "rina", desk: "meja1"), year: 2026,
        today: CalendarDate(iso: "2026-11-24")!, zone: .gmt)

    @Test func theStepsLeadFromAllEnrollmentsToTheHeadline() async throws {
        let desk = await desk(try await .contested())
        let explanation = try #require(await desk.model.explanation)
        let counts = Explanation.Step.allCases.map { explanation[$0] }
        #expect(counts == [12, 1, 11, 1, 1, 1, 8, 1, 7, 1, 1, 1, 2])
        var running = 0
        for step in Explanation.Step.allCases {
            switch step.role {
            case .start: running = explanation[step]
            case .minus: running -= explanation[step]
            case .sum: #expect(running == explanation[step], "\(step)")
            case .among: #expect(explanation[step] <= running)
            }
        }
    }

    @Test func everyFigureOpensToTheNamesBehindIt() async throws {
        let year = try await TrainingYear.contested()
        let desk = await desk(year)
        let all = await desk.model.grid.names
        #expect(all.count == 2 * Explanation.Step.allCases.count)
        for names in all {
            #expect(
                try await year.store.count(of: ParticipantQuery(figure: names.figure)) == names.count, "\(names.title)")
        }
        await desk.press(.end, .enter)
        guard case .participants(let list) = await desk.opened.last else {
            Issue.record("no names were opened")
            return
        }
        #expect(list.title == "ada yang masih perlu diperiksa · 2026")
    }

    @Test func aSaveAtAnotherDeskMovesTheStepsItTouches() async throws {
        var year = try await TrainingYear.contested()
        let desk = await desk(year)
        try await year.addPerson("Jumiati", 77, in: "K-013")
        await desk.hearsOfChange()
        #expect(await desk.model.explanation?[.people] == 8)
        #expect(await desk.model.grid.moved == ["onFile", "ofYear", "counted", "people"])
    }

    @Test func anEarlierDayIsTypedAndDoesNotOpenToNames() async throws {
        let year = try await TrainingYear.pastAndPresent()
        let desk = await desk(year)
        #expect(await desk.model.explanation?[.people] == 2)
        await desk.press(.character("a"))
        await desk.type("20-11-2026")
        await desk.press(.enter)
        #expect(await desk.model.day == CalendarDate(iso: "2026-11-20"))
        #expect(await desk.model.explanation?[.people] == 1)
        #expect(await desk.model.grid.names.isEmpty)
        // A change now is none of that day's.
        await desk.hearsOfChange()
        #expect(await desk.model.day == CalendarDate(iso: "2026-11-20"))
        await desk.press(.escape)
        #expect(await desk.model.day == nil)
        #expect(await desk.model.explanation?[.people] == 2)
        #expect(await desk.closed == 0)
        await desk.press(.escape)
        #expect(await desk.closed == 1)
    }

    @Test(arguments: [
        ("kemarin", "“kemarin” bukan tanggal"), ("25-11-2026", "25-11-2026 belum tiba"),
        ("01-01-2026", "belum ada data sampai akhir tanggal 01-01-2026"),
    ])
    func aDayThatCannotBeIsSaid(typed: String, sentence: String) async throws {
        let desk = await desk(try await .pastAndPresent())
        await desk.press(.character("a"))
        await desk.type(typed)
        await desk.press(.enter)
        #expect(await desk.notices.first?.text.contains(sentence) == true)
        #expect(await desk.model.takesText)
        #expect(await desk.model.explanation?[.people] == 2)
        await desk.press(.escape)
        #expect(await !desk.model.takesText)
    }

    @Test func todayIsNow() async throws {
        let desk = await desk(try await .pastAndPresent())
        await desk.press(.character("a"))
        await desk.type("24112026")
        await desk.press(.enter)
        #expect(await desk.model.day == nil)
        #expect(await !desk.model.takesText)
    }
}

extension FigureGrid {
    /// Everything in it that opens to names.
    var names: [Names] { rows.flatMap(\.cells).compactMap(\.names) }
}
