import Foundation
import Testing
import Training

@testable import Store

/// What any store must do with forms that are keyed a second time.
@Suite struct SecondEntryTests {
    private static let second = Author(name: "udin", desk: "meja2")

    /// Runs a story on a fresh office of an engine, and sees that the file is whole afterwards.
    private func office(
        _ engine: ContractTests.Engine, _ story: (Office) async throws -> Void
    ) async throws {
        let folder = try Folder()
        let store =
            switch engine {
            case .file: try SilatStore.open(at: folder.file("silat.db"), mode: .create, now: Office.noon)
            case .memory: try SilatStore.inMemory(now: Office.noon)
            }
        try await story(Office(store))
        for finding in try await store.check() {
            #expect(finding.problem == nil, "\(finding.check)")
        }
        store.close()
        withExtendedLifetime(folder) {}
    }

    private func line(_ office: Office, _ name: String) async throws -> SecondEntryLine {
        let lines = try await office.store.secondEntries(of: office.trainingClass)
        return try #require(lines.first { $0.participant.value.name.text == name })
    }

    /// Keys somebody's form again, as the second operator.
    @discardableResult
    private func verify(
        _ office: Office, _ name: String, _ verdicts: [VerifiedField: SecondEntry.Verdict] = [.nik: .agreed],
        by author: Author = second, correcting: (inout Participant) -> Void = { _ in }
    ) async throws -> Receipt {
        let line = try await line(office, name)
        var corrected = line.participant.value
        correcting(&corrected)
        return try await office.perform(
            .verify(
                SecondEntry(enrollment: line.enrollment, verdicts: verdicts), of: line.participant,
                corrected: corrected, confirmed: []), by: author)
    }

    @Test(arguments: ContractTests.Engine.allCases)
    func oneStepVerifiesAndCorrects(_ engine: ContractTests.Engine) async throws {
        try await office(engine) { office in
            let siti = try await office.add("Siti Amina", 1)
            try await office.add("Rahmah", 2)
            let receipt = try await verify(
                office, "Siti Amina", [.nik: .agreed, .name: .secondRight, .phone: .firstRight]
            ) { $0.name = PersonName("Siti Aminah")! }
            let step = try #require(try await office.store.log(of: siti, count: 1).first)
            #expect(step.id == receipt.step && step.kind == .secondEntry && step.changes == 2)
            #expect(step.author == Self.second && step.note == "K-001" && step.person == "Siti Aminah")
            let line = try await line(office, "Siti Aminah")
            #expect(line.firstBy == office.author && line.isVerified)
            #expect(line.verification?.by == Self.second && line.verification?.differing == 2)
            #expect(line.verification?.time == Office.noon())
            #expect(try await !self.line(office, "Rahmah").isVerified)
            // The log tells fields and verdicts, and the name that was corrected as of any edit.
            let changes = try await office.store.changes(of: step.id, from: 0, count: 9)
            #expect(changes.map(\.record.kind) == [.participant, .secondEntry])
            #expect(changes[1].record.name == "Siti Aminah · K-001")
            #expect(
                changes[1].fields == [
                    FieldChange(.enrollment, before: nil, after: .record("Siti Aminah · K-001")),
                    FieldChange(.compared, before: nil, after: .fields([.nik, .name, .phone])),
                    FieldChange(.firstWrong, before: nil, after: .fields([.name])),
                    FieldChange(.secondWrong, before: nil, after: .fields([.phone])),
                ])
        }
    }

    @Test(arguments: ContractTests.Engine.allCases)
    func itIsTakenBackAndBroughtBackWhole(_ engine: ContractTests.Engine) async throws {
        try await office(engine) { office in
            try await office.add("Siti Amina", 1)
            try await verify(office, "Siti Amina", [.name: .secondRight]) { $0.name = PersonName("Siti Aminah")! }
            try await office.perform(.undo, by: Self.second)
            #expect(try await line(office, "Siti Amina").verification == nil)
            #expect(try await office.store.comparedEntries(SecondEntryScope(year: 2026)).isEmpty)
            try await office.perform(.redo, by: Self.second)
            #expect(try await line(office, "Siti Aminah").isVerified)
            #expect(try await office.store.comparedEntries(SecondEntryScope(year: 2026)).count == 1)
        }
    }

    @Test(arguments: ContractTests.Engine.allCases)
    func itGoesWithTheEnrollmentAndComesBackWithIt(_ engine: ContractTests.Engine) async throws {
        try await office(engine) { office in
            let siti = try await office.add("Siti Aminah", 1)
            try await verify(office, "Siti Aminah")
            let enrollment = try await line(office, "Siti Aminah").enrollment
            try await office.perform(.removeEnrollments([enrollment]))
            #expect(try await office.store.comparedEntries(SecondEntryScope(year: 2026)).isEmpty)
            try await office.perform(.undo)
            #expect(try await line(office, "Siti Aminah").isVerified)
            try await office.perform(.deleteParticipant(siti))
            #expect(try await office.store.secondEntries(of: office.trainingClass).isEmpty)
            try await office.perform(.undo)
            #expect(try await office.store.comparedEntries(SecondEntryScope(year: 2026)).count == 1)
        }
    }

    @Test(arguments: ContractTests.Engine.allCases)
    func itIsRefusedWhereItDoesNotFit(_ engine: ContractTests.Engine) async throws {
        try await office(engine) { office in
            let siti = try await office.add("Siti Aminah", 1)
            // What is corrected has to be what was found wrong.
            for (verdicts, name) in [
                ([VerifiedField.name: SecondEntry.Verdict.agreed], "Siti A"), ([.name: .secondRight], "Siti Aminah"),
                ([:], "Siti Aminah"),
            ] {
                await #expect(throws: Refusal.self) {
                    try await verify(office, "Siti Aminah", verdicts) { $0.name = PersonName(name)! }
                }
            }
            // A record that changed while it was keyed has to be compared again.
            let before = try await line(office, "Siti Aminah")
            var edited = before.participant
            edited.value.address = "Jl. Melati"
            try await office.perform(.editParticipant(edited, basedOn: before.participant, confirmed: []))
            await #expect {
                try await office.perform(
                    .verify(
                        SecondEntry(enrollment: before.enrollment, verdicts: [.nik: .agreed]), of: before.participant,
                        corrected: before.participant.value, confirmed: []))
            } throws: { error in
                guard case Refusal.changedMeanwhile(let theirs, _) = error else { return false }
                return theirs.value.address == "Jl. Melati"
            }
            // Once is enough, until the record changes.
            try await verify(office, "Siti Aminah")
            await #expect {
                try await verify(office, "Siti Aminah", by: office.author)
            } throws: { error in
                guard case Refusal.verifiedAlready(let author) = error else { return false }
                return author == Self.second
            }
            let stored = try #require(try await office.store.participant(siti))
            var changed = stored
            changed.value.occupation = "Penjahit"
            try await office.perform(.editParticipant(changed, basedOn: stored, confirmed: []))
            let outdated = try await line(office, "Siti Aminah")
            #expect(!outdated.isVerified && outdated.verification?.isOutdated == true)
            try await verify(office, "Siti Aminah")
            #expect(try await line(office, "Siti Aminah").isVerified)
            // Somebody who is not, or no longer, in the class.
            try await office.perform(.removeEnrollments([outdated.enrollment]))
            await #expect(throws: Refusal.self) {
                try await office.perform(
                    .verify(
                        SecondEntry(enrollment: outdated.enrollment, verdicts: [.nik: .agreed]),
                        of: outdated.participant, corrected: outdated.participant.value, confirmed: []))
            }
        }
    }

    @Test(arguments: ContractTests.Engine.allCases)
    func aCorrectedNIKIsCheckedAsAnyEditIs(_ engine: ContractTests.Engine) async throws {
        try await office(engine) { office in
            try await office.add("Siti Aminah", 1)
            try await office.add("Rahmah", 2)
            await #expect {
                try await verify(office, "Siti Aminah", [.nik: .secondRight]) {
                    $0.identity = .nik(try! NIK(Office.nik(2)))
                }
            } throws: { error in
                guard case Refusal.nikTaken(_, let holder) = error else { return false }
                return holder.name.text == "Rahmah"
            }
            await #expect {
                try await verify(office, "Siti Aminah", [.sex: .secondRight]) { $0.sex = .male }
            } throws: { error in
                guard case Refusal.unconfirmed([.sexDiffers], _) = error else { return false }
                return true
            }
            #expect(try await line(office, "Siti Aminah").verification == nil)
        }
    }

    @Test(arguments: ContractTests.Engine.allCases)
    func ratesAreCountedByFieldClassAndFirstOperator(_ engine: ContractTests.Engine) async throws {
        try await office(engine) { office in
            let other = try await office.addClass("K-002", office.program)
            try await office.add("Aulia", 1, by: Author(name: "ani", desk: "meja3"))
            try await office.add("Budi", 2)
            try await office.add("Citra", 3)
            try await office.add("Dewi", 4, in: other)
            try await verify(office, "Aulia", [.nik: .agreed, .name: .secondRight]) { $0.name = PersonName("Aulya")! }
            try await verify(office, "Budi", [.nik: .agreed, .name: .firstRight])
            try await verify(office, "Citra", [.nik: .agreed, .name: .agreed])
            let all = try await office.store.comparedEntries(SecondEntryScope(year: 2026))
            #expect(all.map(\.name.text) == ["Aulya", "Budi", "Citra"])
            let names = ErrorRate(all, of: [.name])
            #expect((names.compared, names.firstWrong, names.secondWrong) == (3, 1, 1))
            // Cut, never rounded: 66,66… %.
            #expect(names.share?.tenths == 666)
            let total = ErrorRate(all)
            #expect((total.compared, total.differing) == (6, 2))
            #expect(ErrorRate(all, of: [.phone]).share == nil)
            let ofAni = try await office.store.comparedEntries(SecondEntryScope(year: 2026, firstBy: "ani"))
            #expect(ofAni.map(\.name.text) == ["Aulya"] && ofAni[0].secondBy == Self.second)
            let inOther = SecondEntryScope(year: 2026, trainingClass: other)
            #expect(try await office.store.comparedEntries(inOther).isEmpty)
            let inClass = SecondEntryScope(year: 2026, trainingClass: office.trainingClass)
            #expect(try await office.store.comparedEntries(inClass).count == 3)
            #expect(try await office.store.comparedEntries(SecondEntryScope(year: 2025)).isEmpty)
        }
    }
}
