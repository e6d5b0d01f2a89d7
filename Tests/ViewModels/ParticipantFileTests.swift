import DeskScript
import Keyboard
import Store
import Testing
import Training

@testable import ViewModels

/// Stories at a participant's file.
@Suite struct ParticipantFileTests {
    private func story(
        _ office: PeopleOffice, _ id: ID<Participant>
    ) async throws -> ScreenStory<ParticipantFileModel> {
        var story = try await ScreenStory(office, ParticipantFileModel(id))
        await story.settle()
        return story
    }

    @Test func showsEverythingOnFile() async throws {
        let office = try await PeopleOffice()
        try await office.add("Aminah", 1, in: office.sewing)
        let desk = await ModelDesk(office.store)
        await desk.press(.character("2"), .enter)
        for text in [
            "Aminah · Berkas peserta", "6309••••••••0001", "05-05-1999 · 27 tahun", "Murung Pudak", "Maburai",
            "Jl. Jaksa RT 3", "0812••••", "SMA", "mengurus rumah", "K-014", "Menjahit Pakaian", "mengikuti",
            "peserta ditambahkan", "rina · meja1",
        ] { try await desk.sees(text) }
        try await desk.doesNotSee("081234567890")
        await desk.press(.character("r"), .enter)
        try await desk.sees("6309064505990001")
        try await desk.sees("081234567890")
        await desk.press(.character("r"))
        try await desk.doesNotSee("6309064505990001")
        await desk.press(.escape)
        try await desk.doesNotSee("Berkas peserta")
    }

    @Test func openDoubtsAreListed() async throws {
        let office = try await PeopleOffice()
        var person = PeopleOffice.person("Aminah", 1)
        person.sex = .male
        let action = Action.addParticipant(person, in: nil, confirmed: Set(Doubt.allCases))
        let id = ID<Participant>(try await office.store.perform(action, by: office.author).record!)
        let story = try await story(office, id)
        #expect(story.model.lines.items.contains(.doubt(.sexDiffers)))
    }

    @Test func assignsToAClassChosenByTyping() async throws {
        let office = try await PeopleOffice()
        let id = try await office.add("Aminah", 1)
        var story = try await story(office, id)
        await story.press(.character("c"), .character("0"), .character("2"), .character("0"), .enter)
        #expect(story.model.holdsKeys)
        await story.settle()
        let joined = try await office.store.enrollments(of: id)
        #expect(joined.map(\.trainingClass.code.text) == ["K-020"])
        #expect(story.notices.last == Notice("Aminah masuk kelas K-020", .done))
        await story.press(.character("c"), .character("k"), .character("-"), .character("0"), .character("2"), .enter)
        await story.settle()
        #expect(story.notices.last == Notice("Aminah sudah ada di kelas K-020", .trouble))
    }

    @Test func aFullClassIsAskedAbout() async throws {
        let office = try await PeopleOffice(seats: 1)
        try await office.add("Budi", 2, in: office.sewing)
        let id = try await office.add("Aminah", 1)
        var story = try await story(office, id)
        func assign() async {
            await story.press(.character("c"))
            await story.settle()
            await story.press(.enter)
            await story.settle()
        }
        await assign()
        #expect(story.model.question?.details == ["kelas sudah penuh"])
        await story.press(.character("x"))
        await story.settle()
        #expect(try await office.store.enrollments(of: id).isEmpty)
        // Declined once, it is asked again.
        await assign()
        await story.press(.character("y"))
        await story.settle()
        #expect(try await office.store.enrollments(of: id).count == 1)
    }

    @Test func enterOpensTheHighlightedEnrollmentOrStep() async throws {
        let office = try await PeopleOffice()
        let id = try await office.add("Aminah", 1, in: office.sewing)
        var story = try await story(office, id)
        #expect(story.model.highlightedEnrollment?.trainingClass.code.text == "K-014")
        await story.press(.enter)
        guard case .roster = story.opened.last else {
            Issue.record("no roster was opened")
            return
        }
        await story.press(.down, .enter)
        guard case .step(let step) = story.model.lines.selected, case .loggedStep(let opened) = story.opened.last else {
            Issue.record("no step was opened")
            return
        }
        #expect(opened.step == step && story.opened.count == 2)
        await story.press(.up)
        #expect(story.model.highlightedEnrollment != nil)
        await story.press(.up, .up)
        #expect(story.model.highlightedEnrollment != nil)
    }

    @Test func deletingAsksAndLeaves() async throws {
        let office = try await PeopleOffice()
        let id = try await office.add("Aminah", 1, in: office.sewing)
        var story = try await story(office, id)
        await story.press(.character("d"), .character("d"))
        await story.settle()
        #expect(try await office.store.participant(id) != nil)
        await story.press(.character("d"), .character("y"))
        #expect(story.model.holdsKeys)
        await story.settle()
        #expect(try await office.store.participant(id) == nil)
        #expect(story.isClosed)
    }

    @Test func saysWhenAnotherDeskHasDeletedIt() async throws {
        let office = try await PeopleOffice()
        let id = try await office.add("Aminah", 1)
        var story = try await story(office, id)
        await story.press(.character("d"))
        _ = try await office.store.perform(.deleteParticipant(id), by: office.other)
        story.take(.fileChanged)
        await story.settle()
        #expect(story.model.isGone)
        #expect(story.model.question == nil)
        await story.press(.character("e"), .character("c"), .character("r"))
        #expect(story.opened.isEmpty)
        #expect(story.waiting.isEmpty)
        await story.press(.escape)
        #expect(story.isClosed)
    }

    @Test func theHistoryScrolls() async throws {
        let office = try await PeopleOffice()
        let id = try await office.add("Aminah", 1, in: office.sewing)
        for _ in 0..<40 { _ = try await office.store.perform(.reveal(id), by: office.other) }
        var story = try await story(office, id)
        await story.press(.end)
        guard case .step(let step) = story.model.lines.selected else {
            Issue.record("the cursor is on no step")
            return
        }
        #expect(step.kind == .addParticipant)
        #expect(story.model.lines.visible.upperBound == story.model.lines.items.count)
        await story.press(.home)
        #expect(story.model.highlightedEnrollment != nil)
        #expect(story.model.lines.visible.lowerBound == 0)
    }
}
