import DeskScript
import Keyboard
import Store
import Testing
import Training

@testable import ViewModels

/// Stories of people who were entered twice, or only look like it.
@Suite struct DuplicatesTests {
    /// Siti Aminah with a NIK in the sewing class, and once more without in both classes, spelled otherwise.
    private struct Twice {
        let office: PeopleOffice
        let stays: ID<Participant>
        let goes: ID<Participant>

        init() async throws {
            office = try await PeopleOffice()
            stays = try await office.add("Siti Aminah", 1, in: office.sewing)
            var again = PeopleOffice.person("Sitti Amina", 2)
            again.identity = .none(reason: "belum rekam")
            again.phone = PhoneNumber("085111222333")
            let action = Action.addParticipant(again, in: office.sewing, confirmed: Set(Doubt.allCases))
            goes = ID(try await office.store.perform(action, by: office.author).record!)
            _ = try await office.store.perform(
                .enroll([goes], in: office.welding, standing: nil, confirmed: Set(Doubt.allCases)), by: office.author)
        }

        func desk() async -> ModelDesk { await ModelDesk(office.store) }

        func find(_ id: ID<Participant>) async throws -> Participant? { try await office.store.participant(id)?.value }
    }

    @Test func fromThePeopleToOneRecordAndBack() async throws {
        let twice = try await Twice()
        let desk = await twice.desk()
        await desk.press(.character("2"), .character("D"))
        try await desk.sees("Kemungkinan ganda")
        try await desk.sees("1 pasang")
        try await desk.sees("nama sama, beda ejaan")
        try await desk.sees("6309••••••••0001 · Siti Aminah")
        await desk.press(.enter)
        try await desk.sees("Satu orang atau dua?")
        try await desk.sees("Nama ?")
        try await desk.sees("K-014 mengikuti")
        // Nothing is merged before every field that differs is settled.
        await desk.press(.control("s"))
        try await desk.sees("Pilih dulu isian untuk: Nama, Telepon")
        await desk.press(.left, .right, .control("s"))
        try await desk.sees("Gabungkan Sitti Amina ke Siti Aminah?")
        try await desk.sees("Ikut berpindah: K-020.")
        try await desk.sees("Sama-sama di K-014")
        await desk.press(.character("y"))
        try await desk.sees("Tergabung: Sitti Amina ke Siti Aminah")
        try await desk.sees("Tidak ada peserta yang tampak tercatat dua kali.")
        let merged = try #require(try await twice.find(twice.stays))
        #expect(merged.name.text == "Siti Aminah" && merged.phone == PhoneNumber("085111222333"))
        #expect(merged.nik?.digits == PeopleOffice.nik(1))
        #expect(try await twice.office.store.enrollments(of: twice.stays).count == 2)
        await desk.press(.character("u"))
        #expect(try await twice.find(twice.goes)?.name.text == "Sitti Amina")
        await desk.press(.function(5))
        try await desk.sees("1 pasang")
    }

    @Test func theOtherRecordCanStay() async throws {
        let twice = try await Twice()
        let desk = await twice.desk()
        await desk.press(.character("2"), .character("D"), .enter, .right, .character("t"), .right)
        await desk.press(.control("s"))
        try await desk.sees("Gabungkan Siti Aminah ke Sitti Amina?")
        await desk.press(.character("y"))
        #expect(try await twice.find(twice.stays) == nil)
        let merged = try #require(try await twice.find(twice.goes))
        // The name was chosen on the right before the swap: it is the left one's after it. The number comes along.
        #expect(merged.name.text == "Sitti Amina" && merged.nik?.digits == PeopleOffice.nik(1))
        #expect(merged.phone == PhoneNumber("081234567890"))
    }

    @Test func aNumberThatIsNeithersIsTyped() async throws {
        let twice = try await Twice()
        let desk = await twice.desk()
        await desk.press(.character("2"), .character("D"), .enter, .character("n"))
        await desk.type("123")
        await desk.press(.enter)
        try await desk.sees("NIK harus 16 angka; ini 3 angka")
        await desk.press(.backspace, .backspace, .backspace)
        await desk.type(PeopleOffice.nik(77))
        await desk.press(.enter)
        try await desk.sees("6309••••••••0077")
        await desk.press(.left, .left, .control("s"), .character("y"))
        #expect(try await twice.find(twice.stays)?.nik?.digits == PeopleOffice.nik(77))
    }

    @Test func twoPeopleAreNotOfferedAgainAndTheDecisionIsTakenBack() async throws {
        let twice = try await Twice()
        let desk = await twice.desk()
        await desk.press(.character("2"), .character("D"), .character("b"))
        try await desk.sees("dua orang yang berbeda?")
        await desk.press(.character("x"))
        try await desk.sees("1 pasang")
        await desk.press(.character("b"), .character("y"))
        try await desk.sees("Dicatat sebagai dua orang: Siti Aminah dan Sitti Amina")
        await desk.press(.function(5))
        try await desk.sees("Tidak ada peserta yang tampak tercatat dua kali.")
        await desk.press(.tab)
        try await desk.sees("Sudah diputuskan: orang yang berbeda")
        try await desk.sees("Sitti Amina")
        await desk.press(.delete)
        try await desk.sees("Keputusan ditarik")
        try await desk.sees("Belum ada pasangan")
        await desk.press(.tab)
        try await desk.sees("1 pasang")
        // From the records side by side as well.
        await desk.press(.enter, .character("b"), .character("y"))
        try await desk.sees("Tidak ada peserta yang tampak tercatat dua kali.")
    }

    @Test func ofOnePersonAndWhatIsLeftOfTheOther() async throws {
        let twice = try await Twice()
        _ = try await twice.office.add("Rusmini", 9)
        _ = try await twice.office.add("Rusmimi", 8)
        let desk = await twice.desk()
        await desk.opens(.participantFile(ParticipantFileModel(twice.goes)))
        await desk.press(.character("D"))
        try await desk.sees("Kemungkinan ganda dari Sitti Amina")
        try await desk.sees("1 pasang")
        await desk.press(.enter, .left, .left, .control("s"), .character("y"), .escape)
        try await desk.sees("Catatan ini sudah digabung ke Siti Aminah. Enter membuka berkasnya")
        await desk.press(.enter)
        try await desk.sees("Siti Aminah · Berkas peserta")
        await desk.press(.end)
        try await desk.sees("peserta ditambahkan")
        #expect(try await twice.office.store.log(of: twice.stays, count: 99).count == 4)
    }

    @Test func whatAnotherDeskChangesMeanwhileIsSeenFirst() async throws {
        let twice = try await Twice()
        let desk = await twice.desk()
        await desk.press(.character("2"), .character("D"), .enter, .left, .left)
        let basis = try #require(try await twice.office.store.participant(twice.goes))
        var edited = basis
        edited.value.name = PersonName("Siti Aminah Wati")!
        _ = try await twice.office.store.perform(
            .editParticipant(edited, basedOn: basis, confirmed: Set(Doubt.allCases)), by: twice.office.other)
        await desk.press(.control("s"), .character("y"))
        try await desk.sees("Salah satu catatan berubah sejak dibuka")
        try await desk.sees("Siti Aminah Wati")
        #expect(try await twice.find(twice.goes) != nil)
        // What was chosen of the name has to be chosen again.
        await desk.press(.control("s"))
        try await desk.sees("Pilih dulu isian untuk: Nama")
        _ = try await twice.office.store.perform(.deleteParticipant(twice.goes), by: twice.office.other)
        await desk.hearsOfChange()
        try await desk.sees("Salah satu catatan sudah tidak ada")
        await desk.press(.escape)
        try await desk.sees("Tidak ada peserta yang tampak tercatat dua kali.")
    }

    @Test func numbersAreMaskedUntilTheyAreRevealed() async throws {
        let twice = try await Twice()
        let desk = await twice.desk()
        await desk.press(.character("2"), .character("D"), .enter)
        try await desk.doesNotSee(PeopleOffice.nik(1))
        try await desk.doesNotSee("085111222333")
        await desk.press(.character("r"))
        try await desk.sees("Untuk apa NIK atau telepon ini dibuka?")
        // Each of the two is asked about; the last reason stands there already.
        await desk.press(.enter)
        try await desk.doesNotSee(PeopleOffice.nik(1))
        await desk.press(.enter)
        try await desk.sees(PeopleOffice.nik(1))
        try await desk.sees("085111222333")
        #expect(try await twice.office.store.log(of: nil, count: 2).map(\.kind) == [.reveal, .reveal])
    }

    // MARK: The NIK that comes later

    /// Opens the form of the one without NIK and types a number.
    private func typing(_ nik: String, _ twice: Twice) async throws -> ModelDesk {
        let desk = await twice.desk()
        await desk.opens(.participantFile(ParticipantFileModel(twice.goes)))
        await desk.press(.character("e"))
        try await desk.sees("Ubah peserta")
        await desk.type(nik)
        return desk
    }

    @Test func aNumberThatNobodyHasIsJustSaved() async throws {
        let twice = try await Twice()
        let desk = try await typing(PeopleOffice.nik(55), twice)
        await desk.press(.control("s"))
        try await desk.doesNotSee("F6")
        if try await twice.find(twice.goes)?.nik == nil { await desk.press(.control("s")) }
        #expect(try await twice.find(twice.goes)?.nik?.digits == PeopleOffice.nik(55))
    }

    @Test func aNumberOfAnotherRecordLeadsToBothSideBySide() async throws {
        let twice = try await Twice()
        let desk = try await typing(PeopleOffice.nik(1), twice)
        try await desk.sees("F6: gabungkan dua catatan ini")
        await desk.press(.function(6))
        try await desk.sees("Satu orang atau dua?")
        await desk.press(.right, .right, .control("s"), .character("y"))
        try await desk.sees("Tergabung: Siti Aminah ke Sitti Amina")
        try await desk.doesNotSee("Ubah peserta")
        let merged = try #require(try await twice.find(twice.goes))
        #expect(merged.nik?.digits == PeopleOffice.nik(1) && merged.name.text == "Siti Aminah")
        #expect(try await twice.office.store.draft(form: "participant-\(twice.goes)", by: twice.office.author) == nil)
    }

    @Test func whoeverIsEnteredAgainWithANumberIsGivenIt() async throws {
        let office = try await PeopleOffice()
        var person = PeopleOffice.person("Siti Aminah", 1)
        person.identity = .none(reason: "belum rekam")
        let added = Action.addParticipant(person, in: nil, confirmed: Set(Doubt.allCases))
        let id = ID<Participant>(try await office.store.perform(added, by: office.author).record!)
        let desk = await ModelDesk(office.store)
        await desk.press(.character("2"), .character("n"))
        await desk.type(PeopleOffice.nik(44) + "siti aminah")
        await desk.press(.enter)
        await desk.type("Tanjung")
        await desk.press(.enter)
        await desk.type("murung")
        await desk.press(.enter)
        await desk.type("maburai")
        await desk.press(.enter, .control("s"))
        try await desk.sees("F8: dia orangnya; lengkapi NIK-nya")
        await desk.press(.function(8))
        try await desk.sees("Ubah peserta")
        await desk.press(.control("s"))
        #expect(try await office.store.participant(id)?.value.nik?.digits == PeopleOffice.nik(44))
        #expect(try await office.store.count(of: ParticipantQuery()) == 1)
        // The entry that was begun knows now whose the number is, and can put her in the class.
        try await desk.sees("Peserta baru")
        try await desk.sees("NIK ini milik Siti Aminah")
    }

    @Test func aSearchShowsHowFarItIsAndCanBeStopped() async throws {
        let twice = try await Twice()
        var story = try await ScreenStory(twice.office, DuplicatesModel())
        guard case .seekDuplicates(let ticket, _)? = story.waiting.first else {
            Issue.record("nothing is sought")
            return
        }
        story.take(.progressed(ticket, ImportProgress(rows: 0, fraction: 0.42, elapsed: .zero)))
        #expect(story.model.progress == 42)
        await story.press(.enter, .tab, .character("b"), .escape)
        #expect(story.opened.isEmpty && !story.isClosed && story.model.question == nil)
        await story.fail(.stopped)
        #expect(story.isClosed && story.notices.last?.kind == .trouble)
    }

    @Test func goingBackFromBothLeavesTheFormAsItWas() async throws {
        let twice = try await Twice()
        let desk = try await typing(PeopleOffice.nik(1), twice)
        await desk.press(.function(6), .escape)
        try await desk.sees("Ubah peserta")
        try await desk.sees("F6: gabungkan dua catatan ini")
        #expect(try await twice.find(twice.goes)?.nik == nil)
    }
}
