import DeskScript
import Keyboard
import Store
import Testing
import Training
import Words

@testable import ViewModels

/// Stories at the table of participants.
@Suite struct ParticipantsTests {
    private func desk(_ office: PeopleOffice) async -> ModelDesk {
        let desk = await ModelDesk(office.store)
        await desk.press(.character("2"))
        return desk
    }

    /// The lines of rows of participants that are in sight.
    private func names(_ desk: ModelDesk) async -> [String] {
        await desk.screen.filter { $0.contains("6309••••") }.map { String($0.dropFirst(19).prefix(12)) }
            .map { $0.split(separator: "  ")[0].description }
    }

    @Test func anEmptyTableSaysWhatToDo() async throws {
        let desk = await desk(try await PeopleOffice())
        try await desk.sees("Belum ada peserta – n untuk menambah")
        try await desk.sees("0 peserta")
        try await desk.sees("n baru")
        try await desk.doesNotSee("d hapus")
    }

    @Test func aFigureIsCountedWhileItsNamesAreRead() async throws {
        let query = ParticipantQuery(figure: Figure(year: 2026))
        let figure = try await ParticipantsStory(PeopleOffice(), ParticipantsModel(query: query, title: "Peserta 2026"))
        #expect(figure.waiting.count == 2)
        let everybody = try await ParticipantsStory(PeopleOffice())
        #expect(everybody.waiting.count == 1, "who is on file is counted when the first are in sight")
    }

    @Test func pagesThroughManyRowsByKey() async throws {
        let office = try await PeopleOffice()
        try await office.addCrowd(1_234)
        let desk = await desk(office)
        try await desk.sees("1.234 peserta")
        #expect(await names(desk).first == "Orang 0001")
        await desk.press(.end)
        #expect(await names(desk).last == "Orang 1234")
        await desk.press(.character("g"))
        #expect(await names(desk).first == "Orang 0001")
        for _ in 0..<30 { await desk.press(.pageDown) }
        let height = await names(desk).count
        #expect(await names(desk).last == "Orang 0\(30 * (height - 1) + 1)")
    }

    @Test func searchesWhileTyping() async throws {
        let office = try await PeopleOffice()
        try await office.addCrowd(40)
        try await office.add("Hj. Siti Noorhayatí", 12, in: office.sewing)
        let desk = await desk(office)
        await desk.press(.character("/"))
        await desk.type("noorhayati")
        try await desk.sees("Hj. Siti Noorhayatí")
        try await desk.sees("1 peserta")
        await desk.press(.enter)
        try await desk.sees("Cari: noorhayati")
        await desk.press(.enter)
        try await desk.sees("Berkas peserta")
        await desk.press(.escape)
        try await desk.sees("Cari: noorhayati")
        await desk.press(.escape)
        try await desk.sees("41 peserta")
        try await desk.doesNotSee("Cari:")
    }

    @Test func searchFindsByNIKDesaAndClass() async throws {
        let office = try await PeopleOffice()
        try await office.add("Siti", 12, in: office.sewing)
        try await office.add("Udin", 77, residence: "63.09.02.1001")
        let desk = await desk(office)
        for (typed, found, not) in [
            ("6309064505990012", "Siti", "Udin"), ("k-014", "Siti", "Udin"), ("maburai", "Siti", "Udin"),
            ("pulau", "Udin", "Siti"),
        ] {
            await desk.press(.character("/"))
            await desk.type(typed)
            #expect(await names(desk) == [found], "\(typed)")
            await desk.press(.escape)
            #expect(await names(desk).contains(not))
        }
    }

    @Test func whatIsSoughtAndNotFoundSaysHowToGetBack() async throws {
        let office = try await PeopleOffice()
        try await office.add("Siti", 12)
        let desk = await desk(office)
        await desk.press(.character("/"))
        await desk.paste("zzz")
        try await desk.sees("Tidak ada yang cocok dengan “zzz”")
        await desk.press(.escape)
        try await desk.sees("Siti")
    }

    @Test func anAnswerToAnEarlierSearchIsDropped() async throws {
        let office = try await PeopleOffice()
        try await office.add("Aminah", 1)
        try await office.add("Amrullah", 2)
        var story = try await ParticipantsStory(office)
        await story.settle()
        await story.press(.character("/"))
        await story.press(.character("a"), .character("m"), .character("r"))
        // The last question is answered first.
        await story.answer(last: true)
        #expect(story.model.list.rows.map(\.name.text) == ["Amrullah"])
        await story.settle()
        #expect(story.model.list.rows.map(\.name.text) == ["Amrullah"])
        #expect(story.model.search.text == "amr")
        #expect(story.model.total == 1)
    }

    @Test func aSpaceAsksForNobodyElse() async throws {
        let office = try await PeopleOffice()
        try await office.add("Siti Aminah", 1)
        try await office.add("Siti Zainab", 2)
        var story = try await ParticipantsStory(office)
        await story.press(.character("/"), .character("s"), .character("i"))
        await story.settle()
        await story.press(.character(" "))
        #expect(story.waiting.isEmpty)
        #expect(story.model.list.rows.count == 2)
        await story.press(.character("z"))
        await story.settle()
        #expect(story.model.list.rows.map(\.name.text) == ["Siti Zainab"])
        await story.press(.backspace)
        await story.settle()
        #expect(story.model.list.rows.count == 2)
    }

    /// A list of so many people, of whom no more than three are counted while words are typed.
    private static func roughlyCounted(_ people: Int) async throws -> ParticipantsStory {
        let office = try await PeopleOffice()
        for serial in 1...people { try await office.add("Siti Aminah", serial) }
        var story = try await ParticipantsStory(office)
        story.model.countedWhileTyping = 3
        await story.settle()
        return story
    }

    @Test func isCountedToTheEndOnceTheWordsAreTyped() async throws {
        var story = try await Self.roughlyCounted(4)
        #expect(story.model.counted == .exactly(4))
        await story.press(.character("/"), .character("s"))
        await story.settle()
        #expect(story.model.counted == .moreThan(3))
        await story.press(.enter)
        await story.settle()
        #expect(story.model.counted == .exactly(4))
    }

    @Test func isCountedToTheEndWhereTheCountCameLate() async throws {
        var story = try await Self.roughlyCounted(4)
        await story.press(.character("/"), .character("s"))
        await story.answer(last: false)
        // The page is there; how many there are is still being counted.
        await story.press(.enter)
        await story.settle()
        #expect(story.model.counted == .exactly(4))
    }

    /// What is in sight is asked for first, with the number; the rest comes once somebody moves, and is not counted again.
    @Test func aListThatIsBegunIsCountedOnce() async throws {
        var story = try await Self.roughlyCounted(45)
        await story.press(.character("/"), .character("s"))
        #expect(story.waiting.count == 2)
        await story.answer(last: false)
        #expect(story.model.list.rows.count == story.model.list.height)
        #expect(story.waiting.count == 1 && !story.model.isCountStale)
        await story.settle()
        await story.press(.enter)
        await story.settle()
        await story.press(.down)
        await story.settle()
        #expect(story.model.list.rows.count == 45)
        #expect(story.model.counted == .exactly(45))
    }

    @Test func isCountedToTheEndWhereNothingWasTyped() async throws {
        var story = try await Self.roughlyCounted(4)
        await story.press(.character("/"))
        // Somebody saves meanwhile.
        story.take(.fileChanged)
        await story.settle()
        #expect(story.model.counted == .exactly(4))
        await story.press(.escape)
        await story.settle()
        #expect(story.model.counted == .exactly(4))
    }

    @Test func wordsTakenAwayAgainLeaveTheCountOfEverybody() async throws {
        var story = try await Self.roughlyCounted(4)
        await story.press(.character("/"), .character("s"))
        await story.settle()
        #expect(story.model.counted == .moreThan(3))
        await story.press(.control("u"))
        await story.settle()
        #expect(story.model.counted == .exactly(4))
    }

    @Test func fewAreCountedAtOnce() async throws {
        var story = try await Self.roughlyCounted(3)
        await story.press(.character("/"), .character("s"))
        await story.settle()
        #expect(story.model.counted == .exactly(3))
        await story.press(.enter)
        #expect(story.waiting.isEmpty)
    }

    @Test func aSpaceThatIsAllThatIsSoughtIsClearedToo() async throws {
        let office = try await PeopleOffice()
        try await office.add("Siti Aminah", 1)
        var story = try await ParticipantsStory(office)
        await story.press(.character("/"), .character(" "), .enter)
        await story.settle()
        #expect(story.model.showsSearch)
        await story.press(.escape)
        await story.settle()
        #expect(!story.model.showsSearch)
    }

    @Test func enterWaitsForTheRowItIsMeantFor() async throws {
        let office = try await PeopleOffice()
        try await office.add("Aminah", 1)
        let id = try await office.add("Zainab", 2)
        var story = try await ParticipantsStory(office)
        await story.settle()
        await story.press(.character("/"), .character("z"), .enter, .enter)
        #expect(story.model.holdsKeys)
        #expect(story.opened.isEmpty)
        await story.settle()
        guard case .participantFile(let file) = story.opened.last else {
            Issue.record("no file was opened")
            return
        }
        #expect(file.id == id)
        #expect(!story.model.holdsKeys)
    }

    @Test func thePageDoesNotWaitForTheCount() async throws {
        let office = try await PeopleOffice()
        try await office.add("Aminah", 1)
        var story = try await ParticipantsStory(office)
        await story.answer(last: false)
        #expect(story.model.list.rows.count == 1)
        #expect(story.model.total == nil)
        #expect(story.waiting.count == 1)
        await story.settle()
        #expect(story.model.total == 1)
    }

    @Test func sortsByNameThenNewestThenKecamatan() async throws {
        let office = try await PeopleOffice()
        try await office.add("Citra", 1, residence: "63.09.01.2001")
        try await office.add("Aminah", 2, residence: "63.09.06.2004")
        try await office.add("Budi", 3, residence: "63.09.02.1001")
        let desk = await desk(office)
        #expect(await names(desk) == ["Aminah", "Budi", "Citra"])
        try await desk.sees("menurut nama")
        await desk.press(.character("s"))
        #expect(await names(desk) == ["Budi", "Aminah", "Citra"])
        try await desk.sees("terbaru dahulu")
        await desk.press(.character("s"))
        #expect(await names(desk) == ["Citra", "Budi", "Aminah"])
        try await desk.sees("menurut kecamatan")
        await desk.press(.character("s"))
        try await desk.sees("menurut nama")
    }

    @Test func filtersByKecamatanClassAndStatus() async throws {
        let office = try await PeopleOffice()
        try await office.add("Aminah", 1, in: office.sewing)
        try await office.add("Budi", 2, in: office.welding)
        try await office.add("Citra", 3, residence: "63.09.02.1001")
        try await office.add("Dewi", 4, in: office.sewing, residence: nil)
        let desk = await desk(office)
        func filter(_ typed: String) async {
            await desk.press(.character("f"))
            await desk.type(typed)
            await desk.press(.enter)
        }
        await filter("luar")
        #expect(await names(desk) == ["Dewi"])
        try await desk.sees("Luar Tabalong")
        await desk.press(.character("F"))
        #expect(await names(desk).count == 4)
        await filter("k-014")
        #expect(await names(desk) == ["Aminah", "Dewi"])
        try await desk.sees("Kelas K-014")
        await filter("murung")
        #expect(await names(desk) == ["Aminah"])
        try await desk.sees("Kecamatan Murung Pudak")
        await desk.press(.character("f"), .delete)
        #expect(await names(desk).count == 4)
        await filter("terdaftar")
        #expect(await names(desk) == ["Budi"])
        await filter("bersert")
        try await desk.sees("F untuk menghapus saringan")
        // Chosen again, a filter is dropped.
        await filter("bersert")
        #expect(await names(desk).count == 4)
    }

    @Test func enterInTheFiltersWaitsForTheClasses() async throws {
        let office = try await PeopleOffice()
        try await office.add("Aminah", 1, in: office.sewing)
        try await office.add("Budi", 2)
        var story = try await ParticipantsStory(office)
        await story.settle()
        await story.press(.character("f"), .character("k"), .character("-"), .character("0"), .enter)
        #expect(story.model.holdsKeys)
        await story.settle()
        #expect(story.model.picker == nil)
        #expect(story.model.list.rows.map(\.name.text) == ["Aminah"])
    }

    @Test func deletingAsksAndSaysWhatGoesWithIt() async throws {
        let office = try await PeopleOffice()
        let id = try await office.add("Aminah", 1, in: office.sewing)
        try await office.add("Budi", 2)
        let desk = await desk(office)
        await desk.press(.character("d"))
        try await desk.sees("Hapus Aminah?")
        try await desk.sees("1 keikutsertaan (K-014)")
        for key in [Key.character("n"), .escape, .enter, .character("q"), .character("1")] {
            await desk.press(key)
            try await desk.doesNotSee("Hapus Aminah?")
            #expect(try await office.store.participant(id) != nil)
            await desk.press(.character("d"))
        }
        await desk.press(.character("y"))
        #expect(try await office.store.participant(id) == nil)
        try await desk.sees("Terhapus: Aminah")
        #expect(await names(desk) == ["Budi"])
        try await desk.sees("1 peserta")
        await desk.press(.character("u"))
        #expect(await names(desk) == ["Aminah", "Budi"])
    }

    @Test func revealingIsLoggedAndEndsWhenTheCursorMoves() async throws {
        let office = try await PeopleOffice()
        let id = try await office.add("Aminah", 1)
        try await office.add("Budi", 2)
        let desk = await desk(office)
        try await desk.sees("6309••••••••0001")
        await desk.press(.character("r"), .enter)
        try await desk.sees("6309064505990001")
        try await desk.doesNotSee("6309064505990002")
        #expect(try await office.store.log(of: id, count: 1).first?.kind == .reveal)
        await desk.press(.down)
        try await desk.doesNotSee("6309064505990001")
        await desk.press(.up)
        try await desk.doesNotSee("6309064505990001")
    }

    @Test func whatAnotherDeskDoesShowsAndTheRowStaysHighlighted() async throws {
        let office = try await PeopleOffice()
        try await office.addCrowd(300)
        let desk = await desk(office)
        for _ in 0..<5 { await desk.press(.pageDown) }
        let before = await desk.screen
        let frame = await desk.frame
        let highlighted = (0..<24).first { frame[20, $0].style.isReverse }!
        try await office.add("Aminah", 1)
        await desk.hearsOfChange()
        try await desk.sees("301 peserta")
        let after = await desk.screen
        #expect(after[5..<22] == before[5..<22])
        let later = await desk.frame
        #expect((0..<24).first { later[20, $0].style.isReverse } == highlighted)
    }

    @Test func keepsItsPlaceWhenTheScreenIsResized() async throws {
        let office = try await PeopleOffice()
        try await office.addCrowd(300)
        let desk = await desk(office)
        await desk.press(.end)
        for (columns, rows) in [(120, 40), (80, 24), (200, 60)] {
            await desk.resize(columns: columns, rows: rows)
            try await desk.sees("Orang 0300")
            #expect(await names(desk).count == rows - 7)
        }
    }

    @Test func theNamesBehindAFigureCloseBackToIt() async throws {
        let office = try await PeopleOffice()
        try await office.add("Aminah", 1, in: office.sewing)
        try await office.add("Budi", 2, in: office.welding)
        let query = ParticipantQuery(figure: Figure(year: 2026))
        var story = try await ParticipantsStory(
            office, ParticipantsModel(query: query, title: "Murung Pudak"))
        await story.settle()
        #expect(story.model.list.rows.map(\.name.text) == ["Aminah"])
        await story.press(.character("n"))
        #expect(story.opened.isEmpty)
        await story.press(.character("/"), .character("x"), .enter)
        await story.settle()
        await story.press(.escape)
        await story.settle()
        #expect(!story.isClosed)
        #expect(story.model.list.rows.map(\.name.text) == ["Aminah"])
        await story.press(.escape)
        #expect(story.isClosed)
    }

    @Test func aFigureCannotBeWidenedByAFilter() async throws {
        let office = try await PeopleOffice()
        let query = ParticipantQuery(region: .outside, figure: Figure(year: 2026))
        var story = try await ParticipantsStory(office, ParticipantsModel(query: query, title: "Luar"))
        await story.settle()
        await story.press(.character("f"))
        await story.settle()
        let kinds = Set(story.model.picker!.matches.items.map { $0.id.split(separator: " ")[0] })
        #expect(kinds == ["status", "class"])
    }

    @Test func aPageThatFailsIsToldAndAskedForAgain() async throws {
        let office = try await PeopleOffice()
        try await office.add("Aminah", 1)
        var story = try await ParticipantsStory(office)
        await story.fail(.store(.busy(path: "silat.db")))
        #expect(story.notices.last?.kind == .trouble)
        await story.press(.enter)
        await story.settle()
        #expect(story.opened.count == 1)
    }

    @Test func editingLoadsTheRecordAndOpensItsForm() async throws {
        let office = try await PeopleOffice()
        try await office.add("Aminah", 1)
        var story = try await ParticipantsStory(office)
        await story.settle()
        await story.press(.character("e"))
        #expect(story.model.holdsKeys)
        await story.settle()
        guard case .participantForm = story.opened.last else {
            Issue.record("no form was opened")
            return
        }
    }

    @Test func everyKeyOfTheTableHasWordsInBothLanguages() {
        for language in Language.allCases {
            let words = Phrasebook.of(language)
            for binding in ParticipantsModel.keys {
                #expect(!binding.label(words.keys).short.isEmpty)
                #expect(!binding.label(words.keys).help.isEmpty)
            }
        }
    }
}
