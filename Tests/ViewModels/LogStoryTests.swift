import DeskScript
import Keyboard
import Store
import Testing
import Training

@testable import ViewModels

/// Stories at the log: how did this come to be, and taking back what one did.
@Suite struct LogStoryTests {
    private let other = Author(name: "dewi", desk: "meja2")

    /// A small year in which Siti was renamed, at another desk.
    private func renamed() async throws -> TrainingYear {
        let year = try await TrainingYear.small()
        let basis = try #require(try await year.store.participant(year.people["Siti Aminah"]!))
        var edited = basis
        edited.value.name = PersonName("Siti Aminah Noor")!
        edited.value.phone = PhoneNumber("081234567890")
        try await year.perform(.editParticipant(edited, basedOn: basis, confirmed: Set(Doubt.allCases)), by: other)
        return year
    }

    @Test func aStepOpensToWhatStoodBeforeAndAfter() async throws {
        let year = try await renamed()
        let desk = await ModelDesk(year.store, columns: 100)
        await desk.press(.character("L"))
        try await desk.sees("Riwayat")
        try await desk.sees("dewi · meja2")
        await desk.press(.enter)
        try await desk.sees("peserta diubah · Siti Aminah Noor")
        let line = try #require(await desk.screen.first { $0.contains("  Nama") })
        #expect(line.contains("Siti Aminah ") && line.contains("Siti Aminah Noor"))
        try await desk.doesNotSee("081234567890")
        await desk.press(.enter)
        guard case .participantFile(let file) = await desk.front else { throw NotOpened() }
        #expect(file.id == year.people["Siti Aminah"])
    }

    @Test func aFileTellsHowItCameToBe() async throws {
        let year = try await renamed()
        let desk = await ModelDesk(year.store, columns: 100)
        await desk.opens(.participantFile(ParticipantFileModel(year.people["Siti Aminah"]!)))
        await desk.press(.character("L"))
        try await desk.sees("Riwayat Siti Aminah Noor")
        guard case .log(let log) = await desk.front else { throw NotOpened() }
        #expect(log.steps.items.map(\.kind) == [.editParticipant, .addParticipant])
    }

    @Test func anyOwnStepIsTakenBackAndDoneAgain() async throws {
        let year = try await TrainingYear.small()
        let desk = await ModelDesk(year.store, columns: 100)
        await desk.press(.character("L"))
        // The newest three are Rahmini, Norliana, Rahmawati.
        await desk.press(.down, .character("u"))
        try await desk.sees("Diurungkan: peserta ditambahkan")
        #expect(try await year.store.participant(year.people["Norliana"]!) == nil)
        #expect(try await year.store.participant(year.people["Rahmini"]!) != nil)
        try await desk.sees("urung: peserta ditambahkan")
        try await desk.sees("peserta ditambahkan · diurungkan · Norliana · rina · meja1")
        guard case .log(let log) = await desk.front else { throw NotOpened() }
        #expect(log.steps.selected?.person == "Norliana" && log.steps.selected?.isTakenBack == true)
        await desk.press(.character("u"))
        try await desk.sees("sudah diurungkan")
        await desk.press(.character("U"))
        try await desk.sees("Diulangi: peserta ditambahkan")
        #expect(try await year.store.participant(year.people["Norliana"]!) != nil)
    }

    @Test func anothersStepIsNotTakenBack() async throws {
        let year = try await renamed()
        let desk = await ModelDesk(year.store)
        await desk.type("Lu")
        try await desk.sees("dikerjakan dewi (meja2)")
        #expect(try await year.store.participant(year.people["Siti Aminah"]!)?.value.name.text == "Siti Aminah Noor")
    }

    @Test func everyScreenUndoesAndRedoes() async throws {
        let year = try await TrainingYear.small()
        let desk = await ModelDesk(year.store)
        await desk.press(.character("U"))
        try await desk.sees("tidak ada langkah Anda yang diurungkan")
        await desk.type("uu")
        #expect(try await year.store.participant(year.people["Norliana"]!) == nil)
        await desk.press(.character("U"))
        #expect(try await year.store.participant(year.people["Norliana"]!) != nil)
        #expect(try await year.store.participant(year.people["Rahmini"]!) == nil)
        await desk.press(.character("U"))
        #expect(try await year.store.participant(year.people["Rahmini"]!) != nil)
        #expect(try await year.store.check().allSatisfy { $0.problem == nil })
    }

    @Test func stepsAreFilteredByWhoWhatAndWhen() async throws {
        let year = try await renamed()
        let desk = await ModelDesk(year.store)
        func kinds() async throws -> [Step.Kind] {
            guard case .log(let log) = await desk.front else { throw NotOpened() }
            return log.steps.items.map(\.kind)
        }
        await desk.press(.character("L"))
        #expect(try await kinds().count == 17)
        await desk.type("flangkah saya")
        await desk.press(.enter)
        #expect(try await kinds().count == 16)
        await desk.type("fkelas ditambahkan")
        await desk.press(.enter)
        #expect(try await kinds() == [.addClass, .addClass, .addClass])
        await desk.type("/K-014")
        await desk.press(.enter)
        #expect(try await kinds() == [.addClass])
        await desk.press(.character("F"))
        #expect(try await kinds().count == 17)
        await desk.type("d23-11-2026")
        await desk.press(.enter)
        #expect(try await kinds().isEmpty)
        await desk.type("dxx")
        await desk.press(.enter)
        try await desk.sees("bukan tanggal")
    }

    /// Steps and changes are read as one comes to them.
    @Test func longListsAreReadByPages() async throws {
        let year = try await TrainingYear.small()
        let class15 = year.classes["K-015"]!
        _ = try await year.store.takeIn(as: .importRoster, note: "daftar", by: year.author, keep: true) { intake in
            for serial in 1...150 {
                let person = Participant(
                    identity: .none(reason: "-"), name: PersonName("Orang \(serial)")!,
                    birthDate: CalendarDate(iso: "1999-05-05")!, sex: .male, residence: .outside)
                _ = try intake.enroll(
                    try intake.add(person, doubts: []), in: class15,
                    standing: .registered(on: CalendarDate(iso: "2026-11-20")!))
            }
        }
        let person = year.people["Norliana"]!
        for _ in 1...250 { try await year.perform(.reveal(person)) }
        let desk = await ModelDesk(year.store)
        await desk.press(.character("L"))
        guard case .log(let first) = await desk.front else { throw NotOpened() }
        #expect(first.steps.items.count == 200 && first.hasMore)
        await desk.press(.end)
        guard case .log(let all) = await desk.front else { throw NotOpened() }
        #expect(all.steps.items.count == 267 && !all.hasMore)
        #expect(Set(all.steps.items.map(\.id)).count == 267)
        await desk.type("/daftar")
        await desk.press(.enter, .enter)
        guard case .loggedStep(let part) = await desk.front else { throw NotOpened() }
        #expect(part.read == 200 && part.step.changes == 300)
        await desk.press(.end)
        guard case .loggedStep(let whole) = await desk.front else { throw NotOpened() }
        #expect(whole.read == 300 && Set(whole.lines.items.map(\.change?.place)).count == 300)
        // Much would go: the key is pressed twice.
        await desk.press(.character("u"))
        try await desk.sees("tekan u sekali lagi")
        await desk.press(.character("u"))
        #expect(try await year.store.count(of: ParticipantQuery()) == 8)
    }

    private struct NotOpened: Error {}
}
