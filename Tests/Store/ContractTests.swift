import Foundation
import Testing
import Training

@testable import Store

/// What any store must do, whatever engine is under it.
@Suite struct ContractTests {
    /// The engines: a file and memory.
    enum Engine: CaseIterable, CustomTestStringConvertible {
        case file, memory

        var testDescription: String { "\(self)" }
    }

    /// Runs a story on a fresh office of an engine, and sees that the file is whole afterwards.
    private func office(_ engine: Engine, _ story: (Office) async throws -> Void) async throws {
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

    @Test(arguments: Engine.allCases) func aSaveMovesTheGauge(_ engine: Engine) async throws {
        try await office(engine) { office in
            try await office.perform(.setTarget(Target(year: 2026, count: 3)))
            let siti = try await office.add("Siti Noorhayati", 1)
            try await office.add("Rahmah", 2)
            var now = try await office.store.achievement(of: 2026)
            #expect(now.people == 2)
            #expect(now.enrollments == 2)
            #expect(now.percent?.tenths == 666)
            let second = try await office.addClass("K-002", office.program)
            try await office.perform(.enroll([siti], in: second, standing: nil, confirmed: []))
            now = try await office.store.achievement(of: 2026)
            #expect(now.people == 2)
            #expect(now.enrollments == 3)
        }
    }

    @Test(arguments: Engine.allCases) func classesComeByCodeAllOrTheFirstOrTheLast(_ engine: Engine) async throws {
        try await office(engine) { office in
            let earlier = try await office.addProgram("P-0", year: 2025, track: .competency)
            for code in ["K-010", "K-009"] { _ = try await office.addClass(code, earlier) }
            for code in ["K-003", "A-9", "K-02", "K-002"] { _ = try await office.addClass(code, office.program) }
            try await office.add("Siti Noorhayati", 1)
            try await office.add("Rahmah", 2)
            for (year, codes) in [
                (2025, ["K-009", "K-010"]), (2026, ["A-9", "K-001", "K-002", "K-003", "K-02"]), (2024, []),
            ] {
                let all = try await office.store.classes(of: year)
                #expect(all.map(\.trainingClass.value.code.text) == codes)
                #expect(all.allSatisfy { $0.program.year == year && $0.trainingClass.version.rawValue > 0 })
                #expect(all.map(\.taken) == codes.map { $0 == "K-001" ? 2 : 0 })
                for line in all { #expect(try await office.store.trainingClass(line.trainingClass.id) == line) }
                for count in [1, 3, 9] {
                    let first = try await office.store.classes(of: year, fitting: " ", count: count)
                    #expect(first.lines == Array(all.prefix(count)))
                    #expect(first.total == all.count)
                    let last = try await office.store.lastClasses(of: year, count: count)
                    #expect(last.lines == Array(all.suffix(count)))
                    #expect(last.total == all.count)
                }
            }
        }
    }

    @Test(arguments: Engine.allCases) func aClassThatHasNotStartedRegisters(_ engine: Engine) async throws {
        try await office(engine) { office in
            let later = try await office.addClass("K-009", office.program, start: "2026-12-01")
            let id = try await office.add("Rahmah", 1, in: later)
            let line = try await office.store.enrollments(of: id)
            #expect(line.map(\.enrollment.value.standing) == [.registered(on: CalendarDate(iso: "2026-11-24")!)])
            let now = try await office.store.achievement(of: 2026)
            #expect(now.people == 0)
            #expect(now.beside == [.registered: 1])
        }
    }

    @Test(arguments: Engine.allCases) func aNIKBelongsToOnePerson(_ engine: Engine) async throws {
        try await office(engine) { office in
            try await office.add("Siti Noorhayati", 1)
            await #expect {
                try await office.add("Orang Lain", 1)
            } throws: { error in
                guard case Refusal.nikTaken(_, let holder) = error else { return false }
                return holder.name.text == "Siti Noorhayati" && holder.latestClass?.text == "K-001"
            }
            #expect(try await office.store.count(of: ParticipantQuery()) == 1)
        }
    }

    @Test(arguments: Engine.allCases) func doubtsAreAskedOnceAndKept(_ engine: Engine) async throws {
        try await office(engine) { office in
            try await office.add("Siti Noorhayati", 11)
            let twin = Office.person("H. SITI  Noorhayati", nik: Office.nik(12))
            await #expect {
                try await office.perform(.addParticipant(twin, in: nil, confirmed: []))
            } throws: { error in
                guard case Refusal.unconfirmed([.nearlySameNIK], let others) = error else { return false }
                return others.map(\.name.text) == ["Siti Noorhayati"]
            }
            let id = ID<Participant>(
                try await office.perform(.addParticipant(twin, in: nil, confirmed: [.nearlySameNIK])).record!)
            #expect(try await office.store.openDoubts(of: id) == [.nearlySameNIK])
            var stored = try await office.store.participant(id)!
            let basis = stored
            stored.value.address = "Jl. Melati"
            try await office.perform(.editParticipant(stored, basedOn: basis, confirmed: []))
        }
    }

    @Test(arguments: Engine.allCases) func aPlaceThatIsNotOnTheListIsRefused(_ engine: Engine) async throws {
        try await office(engine) { office in
            await #expect {
                try await office.add("Siti", 1, desa: "63.09.06.2999")
            } throws: { error in
                guard case Refusal.unknownCode("63.09.06.2999", .desa, let nearest) = error else { return false }
                return !nearest.isEmpty && nearest.allSatisfy { $0.hasPrefix("63.09.06.") }
            }
        }
    }

    @Test(arguments: Engine.allCases) func peopleWithoutNIKAreToldApart(_ engine: Engine) async throws {
        try await office(engine) { office in
            let first = Office.person("Rahmah")
            try await office.perform(.addParticipant(first, in: nil, confirmed: []))
            await #expect {
                try await office.perform(.addParticipant(first, in: nil, confirmed: []))
            } throws: { error in
                guard case Refusal.unconfirmed([.samePerson], _) = error else { return false }
                return true
            }
            let other = Office.person("Rahmah", birth: "1990-01-01")
            try await office.perform(.addParticipant(other, in: nil, confirmed: []))
            #expect(try await office.store.count(of: ParticipantQuery()) == 2)
        }
    }

    @Test(arguments: Engine.allCases) func neitherOfTwoEditsIsLost(_ engine: Engine) async throws {
        try await office(engine) { office in
            let id = try await office.add("Siti", 1)
            let basis = try await office.store.participant(id)!
            var mine = basis
            var theirs = basis
            theirs.value.address = "Jl. Kenanga"
            mine.value.occupation = "Penjahit"
            let other = Author(name: "dewi", desk: "meja2")
            try await office.perform(.editParticipant(theirs, basedOn: basis, confirmed: []), by: other)
            await #expect {
                try await office.perform(.editParticipant(mine, basedOn: basis, confirmed: []))
            } throws: { error in
                guard case Refusal.changedMeanwhile(let found, let author) = error else { return false }
                return found.value.address == "Jl. Kenanga" && author == other
            }
            let current = try await office.store.participant(id)!
            #expect(current.value == theirs.value)
            var merged = current
            merged.value.occupation = "Penjahit"
            try await office.perform(.editParticipant(merged, basedOn: current, confirmed: []))
            let after = try await office.store.participant(id)!.value
            #expect(after.address == "Jl. Kenanga" && after.occupation == "Penjahit")
        }
    }

    @Test(arguments: Engine.allCases) func undoTakesBackOwnStepsInTurn(_ engine: Engine) async throws {
        try await office(engine) { office in
            let siti = try await office.add("Siti", 1)
            var edited = try await office.store.participant(siti)!
            edited.value.name = PersonName("Siti Aminah")!
            try await office.perform(.editParticipant(edited, basedOn: office.store.participant(siti)!, confirmed: []))
            try await office.perform(.deleteParticipant(siti))
            #expect(try await office.store.achievement(of: 2026).people == 0)
            #expect(try await office.perform(.undo).undone == .deleteParticipant)
            #expect(try await office.store.participant(siti)?.value.name.text == "Siti Aminah")
            #expect(try await office.store.achievement(of: 2026).people == 1)
            #expect(try await office.perform(.undo).undone == .editParticipant)
            #expect(try await office.store.participant(siti)?.value.name.text == "Siti")
            #expect(try await office.perform(.undo).undone == .addParticipant)
            #expect(try await office.store.participant(siti) == nil)
            #expect(try await office.store.page(of: ParticipantQuery(words: "siti"), .first, count: 9).rows.isEmpty)
        }
    }

    @Test(arguments: Engine.allCases) func undoOverwritesNobody(_ engine: Engine) async throws {
        try await office(engine) { office in
            let id = try await office.add("Siti", 1)
            let other = Author(name: "dewi", desk: "meja2")
            var edited = try await office.store.participant(id)!
            edited.value.address = "Jl. Melati"
            try await office.perform(
                .editParticipant(edited, basedOn: office.store.participant(id)!, confirmed: []), by: other)
            await #expect {
                try await office.perform(.undo)
            } throws: { error in
                guard case Refusal.changedSince(let by) = error else { return false }
                return by.author == other && by.kind == .editParticipant
            }
            #expect(try await office.store.participant(id) != nil)
            #expect(try await office.perform(.undo, by: other).undone == .editParticipant)
            #expect(try await office.perform(.undo).undone == .addParticipant)
        }
    }

    @Test(arguments: Engine.allCases) func codesNameOneRecord(_ engine: Engine) async throws {
        try await office(engine) { office in
            await #expect {
                _ = try await office.addClass("K-001", office.program)
            } throws: { error in
                guard case Refusal.codeTaken(let code) = error else { return false }
                return code.text == "K-001"
            }
            await #expect {
                _ = try await office.store.trainingClass(code: "K-01")
            } throws: { error in
                guard case Refusal.unknownCode(_, .trainingClass, let nearest) = error else { return false }
                return nearest == ["K-001"]
            }
            await #expect {
                try await office.perform(.deleteProgram(office.program))
            } throws: { error in
                guard case Refusal.inUse(1, .trainingClass) = error else { return false }
                return true
            }
        }
    }

    @Test(arguments: Engine.allCases) func aFullClassIsAskedAbout(_ engine: Engine) async throws {
        try await office(engine) { office in
            let small = try await office.addClass("K-002", office.program, seats: 1)
            try await office.add("Siti", 1, in: small)
            let rahmah = try await office.add("Rahmah", 2)
            await #expect {
                try await office.perform(.enroll([rahmah], in: small, standing: nil, confirmed: []))
            } throws: { error in
                guard case Refusal.unconfirmed([.classFull], _) = error else { return false }
                return true
            }
            try await office.perform(.enroll([rahmah], in: small, standing: nil, confirmed: [.classFull]))
            #expect(try await office.store.trainingClass(small)?.taken == 2)
            let again = try await office.perform(.enroll([rahmah], in: small, standing: nil, confirmed: []))
            #expect(again.unchanged == 1 && again.changed == 0 && again.step == nil)
        }
    }

    @Test(arguments: Engine.allCases) func manyStandingsAreOneStep(_ engine: Engine) async throws {
        try await office(engine) { office in
            try await office.add("Siti", 1)
            try await office.add("Rahmah", 2)
            let day = CalendarDate(iso: "2026-03-01")!
            let roster = try await office.store.roster(of: office.trainingClass)
            #expect(roster.map(\.participant.name.text) == ["Rahmah", "Siti"])
            try await office.perform(
                .setStandings(
                    roster.enumerated().map { ($1.enrollment.id, .certified(on: day, number: "S-\($0 + 1)")) }))
            let certified = try await office.store.trainingClass(office.trainingClass)!
            #expect(certified.enrollments == [.certified: 2])
            try await office.perform(.undo)
            #expect(try await office.store.trainingClass(office.trainingClass)!.enrollments == [.attending: 2])
        }
    }

    @Test(arguments: Engine.allCases) func searchFindsNameNIKDesaAndClass(_ engine: Engine) async throws {
        try await office(engine) { office in
            try await office.add("Siti Noorhayatí", 12)
            try await office.add("M. Nur'aini", 34, desa: "63.09.01.2001")
            func found(_ words: String) async throws -> [String] {
                try await office.store.page(of: ParticipantQuery(words: words), .first, count: 9).rows.map(\.name.text)
            }
            let both = ["M. Nur'aini", "Siti Noorhayatí"]
            #expect(try await found("noorhayati") == ["Siti Noorhayatí"])
            #expect(try await found("nur'a") == ["M. Nur'aini"])
            #expect(try await found("SIT noor") == ["Siti Noorhayatí"])
            #expect(try await found("6309064505990012") == ["Siti Noorhayatí"])
            #expect(try await found("6309 0645") == both)
            #expect(try await found("hapal") == ["M. Nur'aini"])
            #expect(try await found("k-001") == both)
            #expect(try await found("menjahit").count == 2)
            #expect(try await found("*").isEmpty)
            #expect(try await found("\" OR 1") == [])
            #expect(try await found("99999999999999999999").isEmpty)
        }
    }

    @Test(arguments: Engine.allCases) func draftsAreKeptUntilForgotten(_ engine: Engine) async throws {
        try await office(engine) { office in
            let store = office.store
            try await store.keepDraft("{1}", form: "participant", by: office.author)
            try await store.keepDraft("{2}", form: "participant", by: office.author)
            #expect(try await store.draft(form: "participant", by: office.author) == "{2}")
            #expect(try await store.draft(form: "participant", by: Author(name: "x", desk: "y")) == nil)
            try await store.keepDraft(nil, form: "participant", by: office.author)
            #expect(try await store.draft(form: "participant", by: office.author) == nil)
        }
    }

    @Test(arguments: Engine.allCases) func everyChangeStandsInTheLog(_ engine: Engine) async throws {
        try await office(engine) { office in
            let id = try await office.add("Siti", 1)
            try await office.perform(.reveal(id))
            let log = try await office.store.log(of: id, count: 10)
            #expect(log.map(\.kind) == [.reveal, .addParticipant])
            #expect(log.allSatisfy { $0.author == office.author })
            #expect(log[0].id > log[1].id)
            let undoable = try await office.store.undoable(by: office.author)
            #expect(undoable?.kind == .addParticipant)
        }
    }

    @Test(arguments: Engine.allCases) func whatAnIntakeThrowsKeepsNothing(_ engine: Engine) async throws {
        struct Stop: Error {}
        try await office(engine) { office in
            let before = try await office.store.log(of: nil, count: 1)
            let person = Office.person("Siti", nik: Office.nik(1))
            await #expect(throws: Stop.self) {
                try await office.store.takeIn(as: .importRoster, note: "x", by: office.author, keep: true) { intake in
                    _ = try intake.add(person, doubts: [])
                    throw Stop()
                }
            }
            let dry = try await office.store.takeIn(as: .importRoster, note: "x", by: office.author, keep: false) {
                try $0.add(person, doubts: [])
            }
            #expect(dry.rawValue > 0)
            #expect(try await office.store.log(of: nil, count: 1) == before)
            #expect(try await office.store.count(of: ParticipantQuery()) == 0)
        }
    }

    @Test(arguments: Engine.allCases) func anIntakeRefersToNothingThatIsNotOnFile(_ engine: Engine) async throws {
        try await office(engine) { office in
            let day = CalendarDate(iso: "2026-03-01")!
            let lost = TrainingClass(
                code: Code("K-009")!, program: ID(77), start: day, end: day.adding(days: 3), seats: 16)
            let attempts: [@Sendable (any Intake) throws -> Void] = [
                { intake in
                    let siti = try intake.add(Office.person("Siti", nik: Office.nik(1)), doubts: [.sexDiffers])
                    _ = try intake.enroll(siti, in: ID(77), standing: .attending(on: day))
                },
                { _ = try $0.enroll(ID(77), in: office.trainingClass, standing: .attending(on: day)) },
                { _ = try $0.enroll(ID(.max), in: office.trainingClass, standing: .attending(on: day)) },
                { _ = try $0.note([.sexDiffers], about: ID(77)) },
                { _ = try $0.add(lost) },
            ]
            let before = try await office.store.log(of: nil, count: 1)
            for kind in [Step.Kind.importRoster, .generate] {
                for attempt in attempts {
                    await #expect(throws: (any Error).self) {
                        try await office.store.takeIn(as: kind, note: "x", by: office.author, keep: true, attempt)
                    }
                }
            }
            await #expect {
                try await office.store.takeIn(as: .importRoster, note: "x", by: office.author, keep: true, attempts[1])
            } throws: {
                if case .gone? = $0 as? Refusal { true } else { false }
            }
            #expect(try await office.store.log(of: nil, count: 1) == before)
            #expect(try await office.store.check().filter { $0.problem != nil }.isEmpty)
        }
    }

    @Test(arguments: Engine.allCases) func anIntakeIsOneStep(_ engine: Engine) async throws {
        try await office(engine) { office in
            let known = try await office.add("Siti", 1)
            let other = try await office.addClass("K-002", office.program)
            try await office.store.takeIn(as: .importRoster, note: "x", by: office.author, keep: true) { intake in
                let day = CalendarDate(iso: "2026-03-01")!
                #expect(try intake.holder(of: NIK(Office.nik(1))) == known)
                #expect(try intake.enroll(known, in: other, standing: .attending(on: day)) != nil)
                for serial in 2...5 {
                    let id = try intake.add(Office.person("Orang \(serial) A", nik: Office.nik(serial)), doubts: [])
                    #expect(try intake.enroll(id, in: other, standing: .attending(on: day)) != nil)
                    #expect(try intake.enroll(id, in: other, standing: .attending(on: day)) == nil)
                }
            }
            let now = try await office.store.achievement(of: 2026)
            #expect(now.people == 5 && now.enrollments == 6)
            #expect(try await office.store.trainingClass(other)?.taken == 5)
            #expect(try await office.store.page(of: ParticipantQuery(words: "orang"), .first, count: 9).rows.count == 4)
            try await office.perform(.undo)
            #expect(try await office.store.achievement(of: 2026).enrollments == 1)
        }
    }
}
