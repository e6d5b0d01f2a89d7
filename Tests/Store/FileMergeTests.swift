import Foundation
import GRDB
import Synchronization
import Testing
import Training

@testable import Store

/// An office's file and a copy of it that went to a village.
final class ForkedOffice {
    let folder = try! Folder()
    let clock = TestClock()
    let office: Office
    let village: Office
    let rina = Author(name: "rina", desk: "meja1")
    let budi = Author(name: "budi", desk: "laptop1")
    let siti: ID<Participant>

    /// The two part after one program, one class and Siti, who is in it.
    init() async throws {
        office = try await Office(SilatStore.open(at: folder.file("kantor.db"), mode: .create, now: clock.now))
        siti = try await office.add("Siti", 1)
        let path = folder.file("laptop.db")
        _ = try await office.store.backup(to: path)
        village = Office(
            store: try SilatStore.open(at: path, mode: .readWrite, now: clock.now), program: office.program,
            trainingClass: office.trainingClass)
    }

    var path: String { folder.file("laptop.db") }

    deinit {
        office.store.close()
        village.store.close()
    }

    func merge(_ preference: MergePreference? = nil, rehearsal: Bool = false) async throws -> FileMergeOutcome {
        try await office.store.merge(
            FileMergePlan(path: path, preference: preference, isRehearsal: rehearsal), by: rina
        ) { _ in }
    }

    func edit(_ office: Office, _ id: ID<Participant>, by author: Author, _ change: (inout Participant) -> Void)
        async throws
    {
        let was = try #require(try await office.store.participant(id))
        var now = was
        change(&now.value)
        try await office.perform(.editParticipant(now, basedOn: was, confirmed: Set(Doubt.allCases)), by: author)
    }

    func expectSound(_ comment: Comment = "") async throws {
        for finding in try await office.store.check() { #expect(finding.problem == nil, "\(finding.check) \(comment)") }
    }
}

/// A clock that goes on by a second whenever it is read.
final class TestClock: Sendable {
    private let time = Mutex(Date(timeIntervalSince1970: 1_795_521_600))

    var now: @Sendable () -> Date {
        { [self] in
            time.withLock {
                $0 += 1
                return $0
            }
        }
    }
}

extension Office {
    /// An office whose class is there already.
    init(store: SilatStore, program: ID<Program>, trainingClass: ID<TrainingClass>) {
        (self.store, self.program, self.trainingClass) = (store, program, trainingClass)
    }
}

@Suite struct FileMergeTests {
    @Test func whatOnlyOneSideDidStands() async throws {
        let fork = try await ForkedOffice()
        let ana = try await fork.village.add("Ana", 2, by: fork.budi)
        try await fork.edit(fork.village, fork.siti, by: fork.budi) { $0.address = "Jalan Desa 3" }
        try await fork.edit(fork.office, fork.siti, by: fork.rina) { $0.occupation = "petani" }
        try await fork.office.add("Ida", 3)
        let before = try Data(contentsOf: URL(fileURLWithPath: fork.path))
        let outcome = try await fork.merge()
        #expect(outcome.conflicts.isEmpty && outcome.refusals.isEmpty)
        #expect(outcome.counts.steps == 2 && outcome.counts.changed == 1)
        let siti = try #require(try await fork.office.store.participant(fork.siti)?.value)
        #expect(siti.address == "Jalan Desa 3" && siti.occupation == "petani")
        #expect(try await fork.office.store.participant(ana)?.value.name.text == "Ana")
        #expect(try await fork.office.store.achievement(of: 2026).people == 3)
        #expect(outcome.work.map(\.author) == [fork.budi] && outcome.ownWork.map(\.steps) == [2])
        #expect(try Data(contentsOf: URL(fileURLWithPath: fork.path)) == before)
        try await fork.expectSound()
    }

    /// A second merge does nothing, a later copy brings the rest, and an undo takes all of it back.
    @Test func aMergeIsOneStepAndKnowsWhatItBrought() async throws {
        let fork = try await ForkedOffice()
        try await fork.village.add("Ana", 2, by: fork.budi)
        try await fork.edit(fork.village, fork.siti, by: fork.budi) { $0.address = "A" }
        let first = try await fork.merge()
        #expect(first.step != nil)
        let again = try await fork.merge()
        #expect(again.hasNothingNew && again.step == nil)
        try await fork.village.add("Ida", 3, by: fork.budi)
        let later = try await fork.merge()
        #expect(later.counts.steps == 1 && later.counts.added == 2)
        #expect(try await fork.office.store.achievement(of: 2026).people == 3)
        for people in [2, 1] {
            let undone = try await fork.office.perform(.undo, by: fork.rina)
            #expect(undone.undone == .mergeFile)
            #expect(try await fork.office.store.achievement(of: 2026).people == people)
        }
        #expect(try await fork.office.store.participant(fork.siti)?.value.address == nil)
        let anew = try await fork.merge()
        #expect(anew.counts.steps == 3 && anew.counts.added == 4)
        #expect(try await fork.office.store.achievement(of: 2026).people == 3)
        #expect(try await fork.office.store.participant(fork.siti)?.value.address == "A")
        try await fork.expectSound()
    }

    @Test func whatBothChangedIsAskedAboutAndTheLoserStaysInTheLog() async throws {
        let fork = try await ForkedOffice()
        try await fork.edit(fork.office, fork.siti, by: fork.rina) { $0.address = "Kantor" }
        try await fork.edit(fork.village, fork.siti, by: fork.budi) { $0.address = "Desa" }
        await #expect(throws: FileMergeTrouble.self) { try await fork.merge() }
        let conflict = try #require(try await fork.merge(rehearsal: true).conflicts.first)
        #expect(conflict.field == .address && conflict.base == nil)
        #expect(conflict.ours == .text("Kantor") && conflict.theirs == .text("Desa"))
        #expect(conflict.ourOrigin?.author == fork.rina && conflict.theirOrigin?.author == fork.budi)
        #expect(conflict.newer == .theirs)
        for (side, kept, lost) in [(MergeSide.ours, "Kantor", "Desa"), (.theirs, "Desa", "Kantor")] {
            let plan = FileMergePlan(path: fork.path, answers: [conflict.id: side])
            let outcome = try await fork.office.store.merge(plan, by: fork.rina) { _ in }
            #expect(try await fork.office.store.participant(fork.siti)?.value.address == kept)
            #expect(outcome.counts.settledOurs + outcome.counts.settledTheirs == 1)
            let changes = try await fork.office.store.changes(of: try #require(outcome.step), from: 0, count: 100)
            #expect(changes.flatMap(\.fields).contains { $0.before == .text(lost) || $0.after == .text(lost) })
            #expect(try await fork.merge().hasNothingNew)
            try await fork.expectSound()
            try await fork.office.perform(.undo, by: fork.rina)
            #expect(try await fork.office.store.participant(fork.siti)?.value.address == "Kantor")
        }
    }

    /// What was chosen is not asked again when the laptop comes back with more.
    @Test func aChoiceHoldsForTheNextMerge() async throws {
        let fork = try await ForkedOffice()
        try await fork.edit(fork.office, fork.siti, by: fork.rina) { $0.address = "Kantor" }
        try await fork.edit(fork.village, fork.siti, by: fork.budi) { $0.address = "Desa" }
        _ = try await fork.merge(.ours)
        try await fork.village.add("Ida", 3, by: fork.budi)
        #expect(try await fork.merge().conflicts.isEmpty)
        try await fork.edit(fork.village, fork.siti, by: fork.budi) { $0.address = "Desa lain" }
        #expect(try await fork.merge(rehearsal: true).conflicts.map(\.theirs) == [.text("Desa lain")])
    }

    @Test func theSamePersonEnteredOnBothSidesIsOne() async throws {
        let fork = try await ForkedOffice()
        let here = try await fork.office.add("Ana Lestari", 7)
        let classID = try await fork.village.addClass("K-900", fork.village.program)
        let there = try await fork.village.add("Ana", 7, in: classID, by: fork.budi)
        #expect(here != there)
        let rehearsed = try await fork.merge(rehearsal: true)
        #expect(rehearsed.conflicts.map(\.field) == [.name])
        _ = try await fork.merge(.theirs)
        #expect(try await fork.office.store.participant(there) == nil)
        #expect(try await fork.office.store.participant(here)?.value.name.text == "Ana")
        #expect(try await fork.office.store.enrollments(of: here).count == 2)
        #expect(try await fork.merge().hasNothingNew)
        try await fork.edit(fork.village, there, by: fork.budi) { $0.address = "Desa" }
        _ = try await fork.merge()
        #expect(try await fork.office.store.participant(here)?.value.address == "Desa")
        try await fork.expectSound()
    }

    @Test func removedOnOneSideAndChangedOnTheOtherIsAsked() async throws {
        for side in MergeSide.allCases {
            let there = try await ForkedOffice()
            try await there.village.perform(.deleteParticipant(there.siti), by: there.budi)
            try await there.edit(there.office, there.siti, by: there.rina) { $0.address = "Kantor" }
            #expect(try await there.merge(rehearsal: true).conflicts.map(\.kind) == [.removedThere])
            _ = try await there.merge(side == .ours ? .ours : .theirs)
            let siti = try await there.office.store.participant(there.siti)
            #expect((siti == nil) == (side == .theirs))
            #expect(try await there.office.store.achievement(of: 2026).people == (side == .theirs ? 0 : 1))
            try await there.expectSound()

            let here = try await ForkedOffice()
            try await here.office.perform(.deleteParticipant(here.siti), by: here.rina)
            try await here.edit(here.village, here.siti, by: here.budi) { $0.address = "Desa" }
            #expect(try await here.merge(rehearsal: true).conflicts.map(\.kind) == [.removedHere])
            let outcome = try await here.merge(side == .ours ? .ours : .theirs)
            #expect(
                try await here.office.store.participant(here.siti)?.value.address == (side == .theirs ? "Desa" : nil))
            #expect(try await here.office.store.achievement(of: 2026).people == (side == .theirs ? 1 : 0))
            let changes = try await here.office.store.changes(of: try #require(outcome.step), from: 0, count: 100)
            #expect(changes.flatMap(\.fields).contains { $0.before == .text("Desa") || $0.after == .text("Desa") })
            try await here.expectSound()
            try await here.office.perform(.undo, by: here.rina)
            #expect(try await here.office.store.participant(here.siti) == nil)
        }
    }

    @Test func whatWasTakenBackThereComesToNothing() async throws {
        let fork = try await ForkedOffice()
        try await fork.edit(fork.village, fork.siti, by: fork.budi) { $0.address = "Desa" }
        try await fork.village.perform(.undo, by: fork.budi)
        try await fork.edit(fork.office, fork.siti, by: fork.rina) { $0.address = "Kantor" }
        let outcome = try await fork.merge()
        #expect(outcome.conflicts.isEmpty && outcome.counts.steps == 2 && outcome.counts.changed == 0)
        #expect(try await fork.office.store.participant(fork.siti)?.value.address == "Kantor")
    }

    /// A number that both sides gave to somebody else: that record is refused whole, and named.
    @Test func aRecordThatBreaksARuleIsRefusedAndNamed() async throws {
        let fork = try await ForkedOffice()
        try await fork.office.add("Ana", 2)
        try await fork.edit(fork.village, fork.siti, by: fork.budi) {
            $0.identity = .nik(try! NIK(Office.nik(2)))
            $0.address = "Desa"
        }
        let outcome = try await fork.merge()
        #expect(outcome.refusals.map(\.record.name) == ["Siti"] && outcome.refusals.map(\.reason) == [.taken])
        #expect(try await fork.office.store.participant(fork.siti)?.value.address == nil)
        try await fork.expectSound()
    }

    @Test func theLogTellsWhoseChangesTheyWereAndWhen() async throws {
        let fork = try await ForkedOffice()
        try await fork.edit(fork.village, fork.siti, by: fork.budi) { $0.address = "Desa" }
        try await fork.village.add("Ana", 2, by: Author(name: "tini", desk: "laptop1"))
        let merge = try #require(try await fork.merge().step)
        let own = try await fork.village.store.log(LogQuery(), before: nil, count: 2)
        let all = try await fork.office.store.steps(mergedBy: merge, about: nil)
        #expect(all.map(\.id) == own.map(\.id) && all.map(\.author.name) == ["tini", "budi"])
        #expect(all.map(\.time) == own.map(\.time) && all.map(\.person) == ["Ana", "Siti"])
        let siti = try await fork.office.store.steps(mergedBy: merge, about: fork.siti)
        #expect(siti.map(\.author) == [fork.budi])
        #expect(try await fork.office.store.log(of: fork.siti, count: 10).first?.id == merge)
        let changes = try await fork.office.store.changes(of: merge, from: 0, count: 100)
        #expect(changes.first { $0.record.name == "Siti" }?.origin?.author == fork.budi)
        #expect(changes.first { $0.record.name == "Ana" }?.origin?.author.name == "tini")
        #expect(changes.allSatisfy { $0.origin != nil })
    }

    /// Whoever rewrites what a merge brought in breaks the chain, triggers or not.
    @Test func whatWasBroughtInIsProved() async throws {
        let fork = try await ForkedOffice()
        try await fork.village.add("Ana", 2, by: fork.budi)
        _ = try await fork.merge()
        try await fork.expectSound()
        await #expect(throws: (any Error).self) {
            try await fork.office.store.write { try $0.execute(sql: "UPDATE merged_step SET name = 'orang lain'") }
        }
        try await fork.office.store.write { db in
            try db.execute(sql: "DROP TRIGGER merged_step_is_kept; UPDATE merged_step SET name = 'orang lain'")
        }
        let chain = try await fork.office.store.check().first { $0.check == .logChain }
        #expect(chain?.problem != nil)
    }

    @Test func strangersAndTheFileItselfAreRefused() async throws {
        let fork = try await ForkedOffice()
        let other = try await Office(
            SilatStore.open(at: fork.folder.file("lain.db"), mode: .create, now: fork.clock.now))
        for path in [fork.folder.file("lain.db"), fork.folder.file("kantor.db")] {
            await #expect(throws: FileMergeTrouble.self) {
                try await fork.office.store.merge(FileMergePlan(path: path), by: fork.rina) { _ in }
            }
        }
        other.store.close()
        let empty = try SilatStore.open(at: fork.folder.file("baru.db"), mode: .create, now: fork.clock.now)
        let outcome = try await empty.merge(FileMergePlan(path: fork.path), by: fork.rina) { _ in }
        #expect(outcome.partedAt == nil && outcome.refusals.isEmpty)
        #expect(try await empty.achievement(of: 2026).people == 1)
        #expect(try await empty.check().allSatisfy { $0.problem == nil })
        empty.close()
    }

    /// The laptop takes the office in on its way, and the office then takes the laptop in: what each knows is not asked again.
    @Test func bothSidesMayTakeTheOtherIn() async throws {
        let fork = try await ForkedOffice()
        try await fork.edit(fork.office, fork.siti, by: fork.rina) { $0.address = "Kantor" }
        try await fork.edit(fork.village, fork.siti, by: fork.budi) { $0.address = "Desa" }
        try await fork.village.add("Ana", 2, by: fork.budi)
        let copy = fork.folder.file("kantor-salinan.db")
        _ = try await fork.office.store.backup(to: copy)
        _ = try await fork.village.store.merge(
            FileMergePlan(path: copy, preference: .theirs), by: fork.budi
        ) { _ in }
        #expect(try await fork.village.store.participant(fork.siti)?.value.address == "Kantor")
        let outcome = try await fork.merge()
        #expect(outcome.conflicts.isEmpty)
        #expect(try await fork.office.store.participant(fork.siti)?.value.address == "Kantor")
        #expect(try await fork.office.store.achievement(of: 2026).people == 2)
        try await fork.expectSound()
    }

    @Test func desksOfTheSameNumberAreToldApart() async throws {
        let fork = try await ForkedOffice()
        try await fork.village.add("Ana", 2, by: fork.budi)
        let store = fork.office.store
        let fingerprint = store.fingerprint
        let own = try await store.read { db in
            try Int64.fetchOne(db, sql: "SELECT number FROM desk WHERE fingerprint = ?", arguments: [fingerprint])!
        }
        // The laptop had drawn the office's number.
        try await fork.village.store.write { db in
            try db.execute(sql: "DELETE FROM desk")
            try db.execute(sql: "INSERT INTO desk VALUES (?, 'laptop')", arguments: [own])
        }
        _ = try await fork.merge()
        let desks = try await store.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM desk").map {
                (number: $0["number"] as Int64, fingerprint: $0["fingerprint"] as String)
            }
        }
        #expect(Set(desks.map(\.number)).count == desks.count)
        #expect(desks.contains { $0.fingerprint == "laptop" && $0.number == own })
        #expect(desks.contains { $0.fingerprint == fingerprint && $0.number != own })
        try await fork.office.add("Ida", 3)
        try await fork.expectSound()
    }

    /// A laptop whose clock runs ahead gave numbers that are yet to be given here: its records get others, and keep them.
    @Test func recordsFromAheadOfTimeGetNumbersOfTheirOwn() async throws {
        let fork = try await ForkedOffice()
        fork.village.store.close()
        let ahead = try SilatStore.open(
            at: fork.path, mode: .readWrite, now: { Office.noon().addingTimeInterval(86_400 * 30) })
        let village = Office(store: ahead, program: fork.office.program, trainingClass: fork.office.trainingClass)
        let ana = try await village.add("Ana", 2, by: fork.budi)
        let merge = try #require(try await fork.merge().step)
        #expect(try await fork.office.store.participant(ana) == nil)
        let found = try #require(try await fork.office.store.participant(nik: try NIK(Office.nik(2))))
        #expect(try await fork.office.store.enrollments(of: found.id).count == 1)
        #expect(try await fork.office.store.steps(mergedBy: merge, about: found.id).count == 1)
        // An import adds up whoever has a number from its own on: nobody twice.
        try await fork.office.store.takeIn(as: .importRoster, note: "x", by: fork.rina, keep: true) { intake in
            _ = try intake.add(Office.person("Ida", nik: Office.nik(3)), doubts: [])
        }
        try await fork.expectSound()
        try await fork.edit(village, ana, by: fork.budi) { $0.address = "Desa" }
        _ = try await fork.merge()
        #expect(try await fork.office.store.participant(found.id)?.value.address == "Desa")
        #expect(try await fork.office.store.count(of: ParticipantQuery()) == 3)
        try await fork.expectSound()
        ahead.close()
    }

    /// Codes on stickers from the village stay, unless the office printed the same ones meanwhile.
    @Test func codesOnPaperComeAlong() async throws {
        let fork = try await ForkedOffice()
        func equip(_ office: Office, _ serial: String, _ author: Author) async throws -> LabelCode {
            let item = Equipment(item: "Mesin jahit", kind: "jahit", serial: serial)
            try await office.perform(
                .addEquipment(item, .participant(fork.siti), on: CalendarDate(iso: "2026-06-01")!, letter: nil),
                by: author)
            let lines = try await office.store.equipment(.all, in: nil, today: CalendarDate(iso: "2026-11-24")!)
            return try #require(lines.first { $0.equipment.value.serial == serial }?.code)
        }
        let there = try await equip(fork.village, "A-1", fork.budi)
        #expect(try await fork.merge().lostLabels.isEmpty)
        #expect(try await fork.office.store.equipment(code: there).rawValue > 0)
        let second = try await equip(fork.village, "A-2", fork.budi)
        #expect(try await equip(fork.office, "B-1", fork.rina) == second)
        #expect(try await fork.merge().lostLabels == [second])
        try await fork.expectSound()
    }

    /// A laptop with an earlier silat: its file is brought up on a copy, and stays as it is.
    @Test func aFileOfAnEarlierLayoutIsRead() async throws {
        let folder = try Folder()
        let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/layout-4.db").path
        for name in ["kantor.db", "laptop.db"] {
            try FileManager.default.copyItem(atPath: fixture, toPath: folder.file(name))
        }
        let office = try SilatStore.open(at: folder.file("kantor.db"), mode: .readWrite)
        let before = try Data(contentsOf: URL(filePath: folder.file("laptop.db")))
        let author = Author(name: "rina", desk: "meja1")
        let outcome = try await office.merge(FileMergePlan(path: folder.file("laptop.db")), by: author) { _ in }
        #expect(outcome.hasNothingNew && outcome.partedAt != nil)
        #expect(try Data(contentsOf: URL(filePath: folder.file("laptop.db"))) == before)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(".") }
        #expect(left.isEmpty)
        office.close()
    }

    @Test func stoppedItKeepsNothing() async throws {
        let fork = try await ForkedOffice()
        for number in 2..<40 { try await fork.village.add("Ana", number, by: fork.budi) }
        let stop = Mutex<Task<FileMergeOutcome, any Error>?>(nil)
        let task = Task {
            try await fork.office.store.merge(FileMergePlan(path: fork.path), by: fork.rina) { news in
                if news.phase == .writing { stop.withLock { $0 }?.cancel() }
            }
        }
        stop.withLock { $0 = task }
        task.cancel()
        await #expect(throws: (any Error).self) { try await task.value }
        #expect(try await fork.office.store.achievement(of: 2026).people == 1)
        #expect(try await fork.office.store.log(of: nil, count: 10).allSatisfy { $0.kind != .mergeFile })
    }
}
