import Foundation
import GRDB
import Testing
import Training

@testable import Store

/// Making one record of two: nothing is lost, everything is counted once, and it can be taken back.
@Suite struct MergingTests {
    private let day = CalendarDate(iso: "2026-06-01")!

    private func office() async throws -> Office { try await Office(try SilatStore.inMemory(now: Office.noon)) }

    private func add(
        _ person: Participant, in classID: ID<TrainingClass>? = nil, _ office: Office
    ) async throws -> ID<Participant> {
        let action = Action.addParticipant(person, in: classID, confirmed: Set(Doubt.allCases))
        return ID(try await office.perform(action).record!)
    }

    @discardableResult
    private func merge(
        _ stays: ID<Participant>, _ gone: ID<Participant>, _ office: Office, by author: Author? = nil,
        _ change: (inout Participant, Participant) -> Void = { _, _ in }
    ) async throws -> Receipt {
        let (kept, other) = (
            try #require(try await office.store.participant(stays)),
            try #require(try await office.store.participant(gone))
        )
        var value = kept.value
        change(&value, other.value)
        let merge = Merge(kept, saying: value, takesIn: other)
        return try await office.perform(.mergeParticipants(merge, confirmed: []), by: author)
    }

    private func dump(_ store: SilatStore) async throws -> [String: [String]] {
        try await store.read { db in
            try Entity.allCases.reduce(into: [:]) { all, entity in
                all[entity.table] = try Row.fetchAll(db, sql: "SELECT * FROM \(entity.table) ORDER BY id").map(
                    \.description)
            }
        }
    }

    private func expectSound(_ store: SilatStore) async throws {
        for finding in try await store.check() { #expect(finding.problem == nil, "\(finding.check)") }
    }

    private func refusal(_ body: () async throws -> Void) async -> Refusal? {
        do {
            try await body()
            return nil
        } catch { return error as? Refusal }
    }

    /// Somebody without NIK who was entered again with it: two classes, the same class twice, a check, equipment, recall.
    private struct Twice {
        let office: Office
        let stays: ID<Participant>
        let gone: ID<Participant>
        let second: ID<TrainingClass>
        let shared: ID<Enrollment>
        let item: ID<Equipment>
    }

    private func twice() async throws -> Twice {
        let office = try await office()
        let second = try await office.addClass("K-002", office.program)
        let stays = try await add(Office.person("Siti Aminah"), in: office.trainingClass, office)
        let gone = try await add(Office.person("St. Aminah", nik: Office.nik(1)), in: office.trainingClass, office)
        let all = Set(Doubt.allCases)
        try await office.perform(.enroll([gone], in: second, standing: nil, confirmed: all))
        let lines = try await office.store.enrollments(of: gone)
        let shared = try #require(lines.first { $0.trainingClass.code.text == "K-001" }).enrollment.id
        try await office.perform(.setStanding([shared], .certified(on: day, number: "S-1")))
        let check = FollowUp(
            enrollment: shared, mark: 3, date: day, visitor: "Pak Udin", method: .visit, isReached: true, nextTry: nil)
        try await office.perform(.recordFollowUp(check, found: .studying))
        try await office.perform(.assignVisitor([(shared, 6)], visitor: "Bu Ani"))
        let equipment = Equipment(
            item: "Mesin jahit", kind: "jahit", serial: "SN-1", value: nil, funding: nil, photo: nil)
        let item = try await office.perform(.addEquipment(equipment, .participant(gone), on: day, letter: nil)).record!
        try await office.perform(
            .addEquipment(
                Equipment(item: "Setrika", kind: "jahit", serial: "SN-2", value: nil, funding: nil, photo: nil),
                .group("Kelompok", members: [stays, gone]), on: day, letter: nil))
        let recall = Recall(title: "Lanjutan", date: day, criteria: "semua")
        try await office.perform(.addRecall(recall, [stays, gone]))
        let entries = try await office.store.recall(try #require(try await office.store.recalls().first).id)
        let entry = try #require(entries.first { $0.person.id == gone }?.entry)
        try await office.perform(.setRecallState([entry.id], .willing, on: day, note: "siap"))
        return Twice(
            office: office, stays: stays, gone: gone, second: second, shared: shared, item: ID(item))
    }

    @Test func everythingMovesToTheOneThatStays() async throws {
        let twice = try await twice()
        let (store, stays, gone) = (twice.office.store, twice.stays, twice.gone)
        #expect(try await store.achievement(of: 2026).people == 2)
        let before = try await store.followUps(
            FollowUpQuery(states: Set(DueFollowUp.State.allCases), enrollment: twice.shared), today: day, count: 9)
        let codes = try await store.codes(of: before)
        try await merge(stays, gone, twice.office) { $0.identity = $1.identity }
        #expect(try await store.participant(gone) == nil)
        #expect(try await store.whoStays(for: gone) == stays)
        #expect(try await store.participant(nik: NIK(Office.nik(1)))?.id == stays)
        let lines = try await store.enrollments(of: stays)
        #expect(lines.map(\.trainingClass.code.text).sorted() == ["K-001", "K-002"])
        let kept = try #require(lines.first { $0.trainingClass.code.text == "K-001" }).enrollment
        #expect(kept.value.standing == .certified(on: day, number: "S-1"))
        #expect(try await store.followUps(of: kept.id).map(\.value.visitor) == ["Pak Udin"])
        #expect(try await store.outcomes(of: stays).map(\.value.fact) == [.studying])
        let due = try await store.followUps(
            FollowUpQuery(states: Set(DueFollowUp.State.allCases), enrollment: kept.id), today: day, count: 9)
        #expect(due.first { $0.mark == 6 }?.visitor == "Bu Ani")
        // The code on a sheet that was printed before leads to the enrollment that took the other in.
        #expect(try await store.followUp(code: codes[0], today: day).enrollment == kept.id)
        let history = try #require(try await store.equipmentHistory(twice.item, today: day))
        #expect("\(history)".contains("\(stays.rawValue)"))
        let recall = try await store.recall(try #require(try await store.recalls().first).id)
        #expect(recall.map(\.person.id) == [stays])
        #expect(recall.first?.entry?.value.state == .willing && recall.first?.entry?.value.note == "siap")
        let achievement = try await store.achievement(of: 2026)
        #expect(achievement.people == 1 && achievement.enrollments == 2)
        #expect(
            try await store.page(of: ParticipantQuery(words: "aminah k002"), .first, count: 9).rows.map(\.id) == [stays]
        )
        try await expectSound(store)
    }

    @Test func undoBringsBothBackExactlyAndRedoMergesAgain() async throws {
        let twice = try await twice()
        let store = twice.office.store
        let before = try await dump(store)
        let step = try #require(
            try await merge(twice.stays, twice.gone, twice.office) { $0.identity = $1.identity }.step)
        let merged = try await dump(store)
        #expect(merged != before)
        let undone = try await twice.office.perform(.undo)
        #expect(undone.undone == .mergeParticipants)
        #expect(try await dump(store) == before)
        #expect(try await store.whoStays(for: twice.gone) == nil)
        try await expectSound(store)
        try await twice.office.perform(.redoStep(step))
        #expect(try await dump(store) == merged)
        try await expectSound(store)
    }

    @Test func theLogOfTheOneThatStaysIsTheLogOfBoth() async throws {
        let twice = try await twice()
        let store = twice.office.store
        let (one, other) = (
            try await store.log(of: twice.stays, count: 99), try await store.log(of: twice.gone, count: 99)
        )
        let merge = try #require(try await merge(twice.stays, twice.gone, twice.office).step)
        let both = Set((one + other).map(\.id)).union([merge])
        #expect(Set(try await store.log(of: twice.stays, count: 99).map(\.id)) == both)
        // Whoever asks for the one who is gone reads of the one who stays.
        #expect(Set(try await store.log(of: twice.gone, count: 99).map(\.id)) == both)
        // And through a third.
        let third = try await add(Office.person("Aminah", nik: Office.nik(9)), twice.office)
        try await self.merge(third, twice.stays, twice.office)
        #expect(try await store.whoStays(for: twice.gone) == third)
        #expect(Set(try await store.log(of: third, count: 99).map(\.id)).isSuperset(of: both))
        #expect(try await store.log(of: third, count: 99).first?.kind == .mergeParticipants)
    }

    @Test func whatWasChangedMeanwhileIsNotOverwritten() async throws {
        let office = try await office()
        let (one, other) = (try await office.add("Aminah", 1), try await office.add("Aminah", 2))
        for changed in [one, other] {
            let (stays, gone) = (try await office.store.participant(one)!, try await office.store.participant(other)!)
            let basis = changed == one ? stays : gone
            let udin = Author(name: "udin", desk: "meja2")
            var edited = basis
            edited.value.address = "Jl. Anggrek \(changed)"
            try await office.perform(.editParticipant(edited, basedOn: basis, confirmed: Set(Doubt.allCases)), by: udin)
            let merge = Merge(stays, saying: stays.value, takesIn: gone)
            let refused = await refusal { try await office.perform(.mergeParticipants(merge, confirmed: [])) }
            guard case .changedMeanwhile(let theirs, let author)? = refused else {
                Issue.record("\(String(describing: refused))")
                continue
            }
            #expect(theirs.id == changed && author == udin)
            try await office.perform(.undo, by: udin)
        }
    }

    @Test func aNumberOfSomebodyElseIsRefusedAndWithNobodyItself() async throws {
        let office = try await office()
        let (one, other) = (try await office.add("Aminah", 1), try await office.add("Aminah", 2))
        let third = try await office.add("Rusmini", 3)
        let refused = await refusal {
            _ = try await merge(one, other, office) { value, _ in value.identity = .nik(try! NIK(Office.nik(3))) }
        }
        let holder = if case .nikTaken(_, let row)? = refused { row.id } else { ID<Participant>?.none }
        #expect(holder == third)
        let twice = await refusal { _ = try await merge(one, one, office) }
        let isRefused = if case .samePersonTwice? = twice { true } else { false }
        #expect(isRefused)
        // A number that is neither's and nobody's.
        try await merge(one, other, office) { value, _ in value.identity = .nik(try! NIK(Office.nik(4))) }
        #expect(try await office.store.participant(nik: NIK(Office.nik(4)))?.id == one)
        #expect(try await office.store.participant(nik: NIK(Office.nik(2))) == nil)
    }

    @Test func doubtsAboutTheOtherAreSettled() async throws {
        let office = try await office()
        let (one, other) = (try await office.add("Aminah", 1), try await office.add("Aminah", 2))
        #expect(try await office.store.openDoubts(of: other) == [.nearlySameNIK])
        try await merge(one, other, office)
        #expect(try await office.store.openDoubts(of: one).isEmpty)
    }

    // MARK: Two people

    private func offered(_ office: Office, _ id: ID<Participant>? = nil) async throws -> DuplicateList {
        try await office.store.duplicates(of: id, count: 100) { _ in }
    }

    @Test func twoPeopleAreNotOfferedAgainUntilTheDecisionIsTakenBack() async throws {
        let office = try await office()
        let (one, other) = (try await office.add("Aminah", 1), try await office.add("Aminah", 2))
        #expect(try await offered(office).pairs.map(\.isOpenDoubt) == [true])
        try await office.perform(.keepApart(other, one))
        #expect(try await offered(office).total == 0)
        #expect(try await office.store.openDoubts(of: other).isEmpty)
        #expect(Set(try await office.store.distinctPeople().flatMap { [$0.one.id, $0.other.id] }) == [one, other])
        // The clerk who changes one of them is not asked again either.
        let basis = try #require(try await office.store.participant(other))
        var edited = basis
        edited.value.occupation = "guru"
        try await office.perform(.editParticipant(edited, basedOn: basis, confirmed: []))
        #expect(try await office.perform(.keepApart(one, other)).step == nil)
        try await office.perform(.forgetApart(one, other))
        #expect(try await offered(office).total == 1)
        try await office.perform(.undo)
        #expect(try await offered(office).total == 0)
        try await office.perform(.deleteParticipant(one))
        #expect(try await office.store.distinctPeople().isEmpty)
        try await expectSound(office.store)
    }

    @Test func whoeverWasNotTheOneThatGoesIsNotTheOneThatStays() async throws {
        let office = try await office()
        let (one, other) = (try await office.add("Aminah", 1), try await office.add("Aminah", 2))
        let third = try await office.add("Aminah", 3)
        try await office.perform(.keepApart(other, third))
        try await merge(one, other, office)
        let pairs = try await office.store.distinctPeople()
        #expect(pairs.count == 1 && Set([pairs[0].one.id, pairs[0].other.id]) == [one, third])
    }

    // MARK: Finding

    @Test func everySlipIsFoundAndRanked() async throws {
        let office = try await office()
        let aminah = try await add(Office.person("Siti Aminah", nik: "6309064505990012"), office)
        let twins: [(String, Participant)] = [
            ("one digit", Office.person("St. Aminah", nik: "6309064505990018")),
            ("swapped", Office.person("Sitti Amina", nik: "6309064505990021")),
            ("no NIK", Office.person("SITI AMINAH", desa: "63.09.01.2001")),
            ("similar", Office.person("Siti Aminh")),
            ("far number", Office.person("Siti Aminah", nik: "7401014505990777", desa: "63.09.01.2001")),
        ]
        for (_, person) in twins { _ = try await add(person, office) }
        for stranger in ["Rusmini", "Norhayati", "Maimunah", "Siti Aisyah"] {
            _ = try await add(Office.person(stranger, desa: nil), office)
        }
        let of = try await offered(office, aminah)
        #expect(of.pairs.count == twins.count)
        #expect(of.pairs.allSatisfy { $0.one.id == aminah || $0.other.id == aminah })
        let all = try await offered(office)
        let pairs = Set(all.pairs.map { Set([$0.one.id, $0.other.id]) })
        #expect(pairs.isSuperset(of: of.pairs.map { Set([$0.one.id, $0.other.id]) }))
        for list in [of, all] {
            let ranks = list.pairs.drop { $0.isOpenDoubt }.map(\.likeness.rank)
            #expect(ranks == ranks.sorted(by: >))
        }
        #expect(all.pairs.allSatisfy { $0.one.nik != nil || $0.other.nik == nil })
        let shorter = try await office.store.duplicates(of: nil, count: 2) { _ in }
        #expect(shorter.pairs == Array(all.pairs.prefix(2)) && shorter.total == all.total)
    }

    /// Sorting finds whom comparing everybody with everybody finds.
    @Test(arguments: 1...4) func neighboursAreAllThatIsFound(seed: UInt64) async throws {
        var random = Seeded(state: seed)
        let office = try await office()
        let names = [
            "Siti Aminah", "Sitti Amina", "St. Aminah", "M. Yusuf", "Muhammad Yusup", "Abdurrahman", "Abd. Rahman",
        ]
        for _ in 1...120 {
            let serial = 10_000 + Int.random(in: 1...400, using: &random)
            let nik = Bool.random(using: &random) ? "630906450599" + String(serial).suffix(4) : nil
            let person = Office.person(
                names.randomElement(using: &random)!, nik: nik,
                desa: ["63.09.06.2005", "63.09.01.2001"].randomElement(using: &random)!,
                birth: ["1999-05-05", "1999-05-06", "1999-06-05", "1980-01-31"].randomElement(using: &random)!)
            let action = Action.addParticipant(person, in: nil, confirmed: Set(Doubt.allCases))
            do { try await office.perform(action) } catch is Refusal {}
        }
        let collected = Gathered<Stored<Participant>>()
        try await office.store.eachParticipant(ParticipantQuery()) { collected.add($0) }
        let people = collected.all
        var expected: Set<Set<ID<Participant>>> = []
        for (place, one) in people.enumerated() {
            for other in people[(place + 1)...] {
                let likeness = Likeness(one.value, other.value)
                let byNumber = one.value.nik.flatMap { nik in
                    other.value.nik.map { NIK.slip(between: nik.number, and: $0.number) }
                }
                // Two digits that do not stand beside each other are looked for only where something else agrees.
                if likeness.isLikely, byNumber != .twoSwapped { expected.insert([one.id, other.id]) }
            }
        }
        let list = try await office.store.duplicates(of: nil, count: 100_000) { _ in }
        let found = Set(list.pairs.map { Set([$0.one.id, $0.other.id]) })
        #expect(found.isSuperset(of: expected), "\(expected.subtracting(found).count) of \(expected.count) missing")
        #expect(list.pairs.count == found.count)
    }

    @Test func aSearchTellsHowFarItIsAndStops() async throws {
        let office = try await office()
        for serial in 1...30 { try await office.add("Orang \(serial)", serial, desa: nil) }
        let seen = Gathered<Double>()
        _ = try await office.store.duplicates(of: nil, count: 9) { seen.add($0) }
        #expect(seen.all == seen.all.sorted() && seen.all.last == 1)
        let store = office.store
        let task = Task {
            try await store.duplicates(of: nil, count: 9) { _ in withUnsafeCurrentTask { $0?.cancel() } }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
    }
}
