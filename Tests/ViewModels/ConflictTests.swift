import DeskScript
import Keyboard
import Store
import Testing
import Training

@testable import ViewModels

/// Stories of a record that two desks changed.
@Suite struct ConflictTests {
    /// A record, what was typed here, and what another desk saved.
    private struct Clash {
        let office: PeopleOffice
        let base: Stored<Participant>
        var mine: Participant
        var theirs: Stored<Participant>

        init(mine change: (inout Participant) -> Void, theirs other: (inout Participant) -> Void) async throws {
            office = try await PeopleOffice()
            let id = try await office.add("Aminah", 1)
            base = try await office.store.participant(id)!
            mine = base.value
            change(&mine)
            theirs = base
            other(&theirs.value)
            theirs = try await Self.save(theirs, over: base, at: office)
        }

        /// Saves a version at the other desk.
        static func save(
            _ version: Stored<Participant>, over base: Stored<Participant>, at office: PeopleOffice
        ) async throws -> Stored<Participant> {
            let action = Action.editParticipant(version, basedOn: base, confirmed: Set(Doubt.allCases))
            _ = try await office.store.perform(action, by: office.other)
            return try await office.store.participant(version.id)!
        }

        func story() async throws -> ScreenStory<ConflictModel> {
            try await ScreenStory(
                office, ConflictModel(base: base, mine: mine, theirs: theirs, by: office.other))
        }

        func onFile() async throws -> Participant { try await office.store.participant(base.id)!.value }
    }

    @Test func fromTheTableThroughTheFormAndBack() async throws {
        let office = try await PeopleOffice()
        let id = try await office.add("Aminah", 1)
        let desk = await ModelDesk(office.store)
        await desk.press(.character("2"), .character("e"))
        try await desk.sees("Aminah")
        let base = try await office.store.participant(id)!
        var theirs = base
        theirs.value.name = PersonName("Aminah binti Udin")!
        theirs.value.occupation = "guru"
        _ = try await Clash.save(theirs, over: base, at: office)
        await desk.press(.tab)
        await desk.type(" Noor")
        await desk.press(.control("s"))
        try await desk.sees("Aminah: diubah di dua meja")
        try await desk.sees("Aminah Noor")
        try await desk.sees("Aminah binti Udin")
        await desk.press(.escape)
        try await desk.sees("Aminah Noor")
        await desk.press(.control("s"), .character("m"), .control("s"))
        try await desk.doesNotSee("diubah di dua meja")
        try await desk.sees("1 peserta")
        let saved = try await office.store.participant(id)!.value
        #expect(saved.name.text == "Aminah Noor")
        #expect(saved.occupation == "guru")
    }

    @Test func whatOnlyOneSideChangedIsTakenFromIt() async throws {
        let clash = try await Clash(
            mine: { $0.occupation = "penjahit" }, theirs: { $0.address = "Jl. Anggrek" })
        var story = try await clash.story()
        #expect(story.model.fields.items == [.address, .occupation])
        #expect(story.model.unresolved.isEmpty)
        await story.press(.control("s"))
        await story.settle()
        #expect(story.isClosed)
        let saved = try await clash.onFile()
        #expect(saved.occupation == "penjahit")
        #expect(saved.address == "Jl. Anggrek")
    }

    @Test func whatBothChangedHasToBeChosen() async throws {
        let clash = try await Clash(
            mine: {
                $0.name = PersonName("Siti Aminah")!
                $0.address = "Jl. Melati"
            },
            theirs: {
                $0.name = PersonName("Aminah binti Udin")!
                $0.address = "Jl. Anggrek"
            })
        var story = try await clash.story()
        await story.press(.control("s"))
        await story.settle()
        #expect(!story.isClosed)
        #expect(story.notices.last == Notice("Pilih dulu isian untuk: Nama, Alamat", .trouble))
        #expect(try await clash.onFile().address == "Jl. Anggrek")
        // The cursor goes on to the next that is open.
        await story.press(.character("m"), .character("t"), .control("s"))
        await story.settle()
        #expect(story.isClosed)
        let saved = try await clash.onFile()
        #expect(saved.name.text == "Siti Aminah")
        #expect(saved.address == "Jl. Anggrek")
    }

    @Test func aChoiceCanBeTurnedRoundWithTheArrows() async throws {
        let clash = try await Clash(mine: { $0.address = "Jl. Melati" }, theirs: { $0.address = nil })
        var story = try await clash.story()
        await story.press(.right)
        #expect(story.model.merged.address == nil)
        await story.press(.left)
        #expect(story.model.merged.address == "Jl. Melati")
    }

    @Test func whatBothChangedAlikeIsNotShown() async throws {
        let clash = try await Clash(mine: { $0.address = "Jl. Melati" }, theirs: { $0.address = "Jl. Melati" })
        var story = try await clash.story()
        #expect(story.model.fields.isEmpty)
        await story.press(.control("s"))
        await story.settle()
        #expect(story.isClosed)
    }

    @Test func escapeSavesNothing() async throws {
        let clash = try await Clash(mine: { $0.address = "Jl. Melati" }, theirs: { $0.address = "Jl. Anggrek" })
        var story = try await clash.story()
        await story.press(.character("m"), .escape)
        #expect(story.isClosed)
        #expect(story.waiting.isEmpty)
        #expect(try await clash.onFile().address == "Jl. Anggrek")
    }

    @Test func changedAgainMeanwhileKeepsTheChoicesThatWereSeen() async throws {
        let clash = try await Clash(
            mine: {
                $0.name = PersonName("Siti Aminah")!
                $0.address = "Jl. Melati"
            },
            theirs: {
                $0.name = PersonName("Aminah binti Udin")!
                $0.address = "Jl. Anggrek"
            })
        var story = try await clash.story()
        await story.press(.character("m"), .character("m"))
        var again = clash.theirs
        again.value.address = "Jl. Kenanga"
        again.value.occupation = "guru"
        _ = try await Clash.save(again, over: clash.theirs, at: clash.office)
        await story.press(.control("s"))
        #expect(story.model.holdsKeys)
        await story.settle()
        #expect(!story.isClosed)
        #expect(story.model.theirs.value.address == "Jl. Kenanga")
        #expect(story.model.side(of: .name) == .mine)
        // What was chosen against is another value now, so it is asked again.
        #expect(story.model.unresolved == [.address])
        #expect(story.model.fields.selected == .address)
        await story.press(.character("t"), .control("s"))
        await story.settle()
        #expect(story.isClosed)
        let saved = try await clash.onFile()
        #expect(saved.name.text == "Siti Aminah")
        #expect(saved.address == "Jl. Kenanga")
        #expect(saved.occupation == "guru")
    }

    @Test func aDoubtIsAskedAboutEachTimeUntilItIsConfirmed() async throws {
        let clash = try await Clash(mine: { $0.sex = .male }, theirs: { $0.address = "Jl. Anggrek" })
        var story = try await clash.story()
        for _ in 0..<2 {
            await story.press(.control("s"))
            await story.settle()
            #expect(story.model.question?.details == ["jenis kelamin berbeda dari NIK"])
            await story.press(.character("n"))
            #expect(try await clash.onFile().sex == .female)
        }
        await story.press(.control("s"))
        await story.settle()
        await story.press(.character("y"))
        await story.settle()
        #expect(story.isClosed)
        #expect(try await clash.onFile().sex == .male)
    }

    @Test func aRecordThatIsGoneLeavesWhatWasTypedInTheForm() async throws {
        let clash = try await Clash(mine: { $0.occupation = "penjahit" }, theirs: { $0.address = "Jl. Anggrek" })
        var story = try await clash.story()
        _ = try await clash.office.store.perform(.deleteParticipant(clash.base.id), by: clash.office.other)
        await story.press(.control("s"))
        await story.settle()
        #expect(!story.isClosed)
        #expect(story.notices.last?.kind == .trouble)
    }

    /// Every field, changed by mine, theirs, both alike or both differently: nothing of either is lost unless it was chosen away.
    @Test(arguments: ParticipantField.allCases)
    func noSideIsSilentlyLost(_ field: ParticipantField) async throws {
        let before = PeopleOffice.person("Aminah", 1)
        var one = PeopleOffice.person("Zainab", 2, residence: "63.09.02.1001")
        one.birthplace = "Kelua"
        one.birthDate = CalendarDate(iso: "1980-01-01")!
        one.sex = .male
        one.address = nil
        one.phone = nil
        one.education = .s1
        one.occupation = "guru"
        var other = one
        other.identity = .none(reason: "hilang")
        other.name = PersonName("Budi")!
        other.birthplace = nil
        other.birthDate = CalendarDate(iso: "1981-01-01")!
        other.residence = .outside
        other.address = "Jl. Mawar"
        other.phone = PhoneNumber("085111222333")
        other.education = .sd
        other.occupation = nil
        let base = Stored(id: ID<Participant>(1), version: ID(1), value: before)
        func model(mine: Participant, theirs: Participant) -> ConflictModel {
            var (mineOnly, theirsOnly) = (before, before)
            field.copy(from: mine, to: &mineOnly)
            field.copy(from: theirs, to: &theirsOnly)
            return ConflictModel(
                base: base, mine: mineOnly, theirs: Stored(id: base.id, version: ID(2), value: theirsOnly),
                by: Author(name: "udin", desk: "meja2"))
        }
        #expect(field.agrees(model(mine: one, theirs: before).merged, one))
        #expect(field.agrees(model(mine: before, theirs: one).merged, one))
        #expect(model(mine: one, theirs: one).fields.isEmpty)
        // Sex has two values only, so two changes of it agree.
        if field != .sex { #expect(model(mine: one, theirs: other).unresolved == [field]) }
    }
}
