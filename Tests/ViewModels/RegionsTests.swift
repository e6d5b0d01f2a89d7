import DeskScript
import Keyboard
import Sample
import Store
import Testing
import Training

@testable import ViewModels

/// Stories at Wilayah.
@Suite struct RegionsTests {
    private func office() async throws -> PeopleOffice {
        let office = try await PeopleOffice(target: 2)
        try await office.add("Aminah", 1, in: office.sewing)
        try await office.add("Budi", 2, in: office.sewing, residence: "63.09.06")
        try await office.add("Citra", 3, in: office.sewing, residence: "63.09.02.1001")
        try await office.add("Dewi", 4, in: office.sewing, residence: nil)
        // Registered only: not in the figure.
        try await office.add("Eka", 5, in: office.welding)
        return office
    }

    @Test func opensKecamatanThenDesaThenNamesAndComesBackToTheSameRow() async throws {
        let desk = await ModelDesk(try await office().store)
        await desk.press(.character("4"))
        try await desk.sees("Murung Pudak")
        try await desk.sees("Luar Tabalong")
        try await desk.sees("Jumlah")
        for _ in 0..<5 { await desk.press(.down) }
        await desk.press(.enter)
        try await desk.sees("Kec. Murung Pudak")
        try await desk.sees("desa belum dicatat")
        await desk.press(.end, .enter)
        try await desk.sees("desa belum dicatat · ikut pelatihan 2026")
        try await desk.sees("1 peserta")
        try await desk.sees("Budi")
        try await desk.doesNotSee("Aminah")
        await desk.press(.escape)
        try await desk.sees("Kec. Murung Pudak")
        await desk.press(.escape)
        let frame = await desk.frame
        let highlighted = (0..<24).filter { frame[0, $0].style.isReverse && frame[79, $0].style.isReverse }
        #expect(highlighted.map { frame.text[$0].contains("Murung Pudak") } == [true])
    }

    @Test func thePercentIsTheRegencysAndCut() async throws {
        let office = try await office()
        var story = try await ScreenStory(office, RegionsModel())
        await story.settle()
        let sum = story.model.sum(Achievement(year: 2026, original: 3, people: 4, enrollments: 4))
        #expect(sum.people == 4)
        #expect(sum.percent?.tenths == 1333)
    }

    @Test func aSaveAtAnotherDeskShows() async throws {
        let office = try await office()
        var story = try await ScreenStory(office, RegionsModel())
        await story.settle()
        await story.press(.down, .down)
        let before = story.model.shown.selected
        try await office.add("Fitri", 6, in: office.sewing, residence: "63.09.01.2001")
        story.take(.fileChanged)
        await story.settle()
        #expect(story.model.shown.selected == before)
        #expect(story.model.shown.items[0].people == 1)
    }

    /// Every line of every level opens to as many names as it counts, and the lines add up to the year's figure.
    @Test func everyFigureOpensToTheNamesBehindIt() async throws {
        let office = try await PeopleOffice(codes: ("SATU", "DUA"))
        let sample = SampleData(participants: 400, year: 2026, seed: 11)
        _ = try await office.store.takeIn(as: .generate, note: "", by: office.author, keep: true) { intake in
            try sample.fill(intake)
        }
        try await office.add("Budi", 9_001, in: office.sewing, residence: "63.09.06")
        try await office.add("Dewi", 9_002, in: office.sewing, residence: nil)
        var story = try await ScreenStory(office, RegionsModel())
        await story.settle()
        let achievement = try await office.store.achievement(of: 2026)
        #expect(story.model.sum(achievement).people == achievement.people)
        for place in story.model.kecamatan.items.indices {
            await story.press(.home)
            for _ in 0..<place { await story.press(.down) }
            let line = story.model.shown.selected!
            await story.press(.enter)
            if story.model.open == nil {
                #expect(try await names(story.opened.last, office) == line.people)
                continue
            }
            #expect(story.model.sum(achievement).people == line.people)
            for row in story.model.desa.items.indices {
                await story.press(.home)
                for _ in 0..<row { await story.press(.down) }
                await story.press(.enter)
                #expect(try await names(story.opened.last, office) == story.model.shown.selected!.people)
            }
            await story.press(.escape)
        }
    }

    private func names(_ screen: ScreenModel?, _ office: PeopleOffice) async throws -> Int {
        guard case .participants(let model) = screen else {
            Issue.record("no names were opened")
            return -1
        }
        return try await office.store.count(of: model.query)
    }
}
