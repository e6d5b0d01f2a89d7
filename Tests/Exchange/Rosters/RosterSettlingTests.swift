import Foundation
import SheetFixtures
import Store
import Synchronization
import Testing
import Training
import Words

@testable import Exchange

extension Roster {
    var desk: RosterDesk { RosterDesk(words: .of(.english)) { Self.today } }

    /// Writes a file into the folder.
    func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
        let path = folder + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    func write(_ text: String, to name: String = "roster.csv") throws -> String {
        try write(Array(text.utf8), to: name)
    }

    /// Takes a file in as the import screen does.
    func settle(
        _ plan: ImportPlan, progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportOutcome {
        try await desk.take(plan, into: store, by: author, progress: progress)
    }

    func person(_ nik: String) async throws -> Participant? { try await store.participant(nik: NIK(nik))?.value }
}

/// What a clerk says of the rows that an import asks about.
@Suite struct RosterSettlingTests {
    private static let header = "nik,nama,tanggal_lahir,jenis_kelamin,kecamatan,telepon,alasan_tanpa_nik\n"

    /// Somebody on file, and a row that is asked about.
    private static func story(_ kind: ImportDoubt.Kind) -> (onFile: String, row: String) {
        switch kind {
        case .otherName: ("6309064505990001,Siti,,,Kelua,,", "6309064505990001,Aminah,,,Kelua,,")
        case .samePerson: (",Siti,1999-05-05,P,Kelua,,belum", "6309064505990001,Siti,,,Kelua,08123456789,")
        case .nearlySameNIK: ("6309064505990001,Siti,,,Kelua,,", "6309064505990002,Siti,,,Kelua,,")
        case .roundedNIK: ("6309021203880002,Ahmad,,,Kelua,,", "#6309064505990010,Siti,,,Kelua,,")
        case .otherValues: ("6309064505990001,Siti,,,Kelua,0811111111,", "6309064505990001,SITI,,,Jaro,08123456789,")
        }
    }

    /// The office with somebody on file, and the plan of an import of one row.
    private func office(_ kind: ImportDoubt.Kind) async throws -> (roster: Roster, plan: ImportPlan) {
        let roster = try await Roster()
        let (onFile, row) = Self.story(kind)
        _ = try await roster.take(Self.header + onFile + "\n", inClass: false)
        let lines = [Self.header.dropLast(), row[...]].map { $0.replacingOccurrences(of: ",", with: "|") }
        let listing = WorkbookListing("lembar: Peserta\n" + lines.joined(separator: "\n") + "\n")
        return (roster, ImportPlan(path: try roster.write(listing.fixture.bytes(), to: "baru.xlsx")))
    }

    /// What is said, and what comes of it: added, matched, updated, rejected, undecided.
    struct Case: CustomTestStringConvertible {
        enum Said {
            case nothing, nothingButKept, skip, different
            case same(Set<ParticipantField>)
            case sameAsWasNot
        }
        let kind: ImportDoubt.Kind
        let said: Said
        let sums: [Int]
        var testDescription: String { "\(kind) \(said)" }
    }

    @Test(arguments: [
        Case(kind: .otherName, said: .nothing, sums: [0, 0, 0, 1, 1]),
        Case(kind: .otherName, said: .nothingButKept, sums: [0, 0, 0, 1, 1]),
        Case(kind: .otherName, said: .skip, sums: [0, 0, 0, 1, 0]),
        // Two people cannot have one NIK, whatever a clerk says.
        Case(kind: .otherName, said: .different, sums: [0, 0, 0, 1, 1]),
        Case(kind: .otherName, said: .same([]), sums: [0, 1, 0, 0, 0]),
        Case(kind: .otherName, said: .same([.name]), sums: [0, 1, 1, 0, 0]),
        Case(kind: .otherName, said: .sameAsWasNot, sums: [0, 0, 0, 1, 1]),
        Case(kind: .samePerson, said: .nothing, sums: [0, 0, 0, 1, 1]),
        Case(kind: .samePerson, said: .nothingButKept, sums: [1, 0, 0, 0, 0]),
        Case(kind: .samePerson, said: .skip, sums: [0, 0, 0, 1, 0]),
        Case(kind: .samePerson, said: .different, sums: [1, 0, 0, 0, 0]),
        Case(kind: .samePerson, said: .same([.nik]), sums: [0, 1, 1, 0, 0]),
        Case(kind: .samePerson, said: .sameAsWasNot, sums: [0, 0, 0, 1, 1]),
        Case(kind: .nearlySameNIK, said: .nothing, sums: [0, 0, 0, 1, 1]),
        Case(kind: .nearlySameNIK, said: .nothingButKept, sums: [1, 0, 0, 0, 0]),
        Case(kind: .nearlySameNIK, said: .skip, sums: [0, 0, 0, 1, 0]),
        Case(kind: .nearlySameNIK, said: .different, sums: [1, 0, 0, 0, 0]),
        Case(kind: .nearlySameNIK, said: .same([]), sums: [0, 1, 0, 0, 0]),
        Case(kind: .nearlySameNIK, said: .sameAsWasNot, sums: [0, 0, 0, 1, 1]),
        Case(kind: .roundedNIK, said: .nothing, sums: [0, 0, 0, 1, 1]),
        Case(kind: .roundedNIK, said: .nothingButKept, sums: [1, 0, 0, 0, 0]),
        Case(kind: .roundedNIK, said: .skip, sums: [0, 0, 0, 1, 0]),
        Case(kind: .roundedNIK, said: .different, sums: [1, 0, 0, 0, 0]),
        Case(kind: .otherValues, said: .nothing, sums: [0, 1, 0, 0, 0]),
        Case(kind: .otherValues, said: .nothingButKept, sums: [0, 1, 0, 0, 0]),
        Case(kind: .otherValues, said: .skip, sums: [0, 0, 0, 1, 0]),
        Case(kind: .otherValues, said: .different, sums: [0, 1, 0, 0, 0]),
        Case(kind: .otherValues, said: .same([.phone]), sums: [0, 1, 1, 0, 0]),
        Case(kind: .otherValues, said: .sameAsWasNot, sums: [0, 0, 0, 1, 1]),
    ])
    func eachAnswerHasItsConsequence(_ each: Case) async throws {
        var (roster, plan) = try await office(each.kind)
        plan.isRehearsal = true
        let asked = try await roster.settle(plan)
        let doubt = try #require(asked.doubts.first)
        #expect(asked.doubts.count == 1 && doubt.kind == each.kind && doubt.row == 2)
        plan.isRehearsal = false
        plan.rows[2] = answer(each.said, doubt)
        if case .nothingButKept = each.said { plan.unsettled = .kept }
        let counts = try await roster.settle(plan).counts
        #expect([counts.added, counts.matched, counts.updated, counts.rejected, counts.undecided] == each.sums)
        #expect(counts.read == counts.added + counts.matched + counts.rejected)
        #expect(try await roster.people() == 1 + counts.added)
    }

    private func answer(_ said: Case.Said, _ doubt: ImportDoubt) -> RowChoice? {
        switch said {
        case .nothing, .nothingButKept: nil
        case .skip: .skip
        case .different: .different
        case .same(let fields): .same(taking: fields, onFile: doubt.onFile)
        case .sameAsWasNot:
            .same(
                taking: [.phone],
                onFile: doubt.onFile.map {
                    var old = $0
                    old.address = "Jl. lama"
                    return old
                } ?? doubt.read)
        }
    }

    /// Only what was chosen is taken; all else stays as it is on file.
    @Test func takesTheChosenFieldsAndNoOther() async throws {
        var (roster, plan) = try await office(.otherValues)
        let before = try #require(try await roster.person("6309064505990001"))
        #expect(try await roster.settle(plan).doubts.first?.differing == [.name, .residence, .phone])
        plan.rows[2] = .same(taking: [.phone], onFile: before)
        _ = try await roster.settle(plan)
        var expected = before
        expected.phone = PhoneNumber("08123456789")
        #expect(try await roster.person("6309064505990001") == expected)
    }

    /// The NIK that comes later goes to the record that was waiting for it.
    @Test func aNIKGoesToWhoHadNone() async throws {
        var (roster, plan) = try await office(.samePerson)
        plan.isRehearsal = true
        let onFile = try await roster.settle(plan).doubts.first?.onFile
        plan.isRehearsal = false
        plan.rows[2] = .same(taking: [.nik, .phone], onFile: onFile)
        _ = try await roster.settle(plan)
        #expect(try await roster.people() == 1)
        #expect(try await roster.person("6309064505990001")?.phone?.digits == "08123456789")
    }

    /// What is kept beside its doubt stands on the list to settle.
    @Test(arguments: [
        (ImportDoubt.Kind.samePerson, Doubt.samePerson, "6309064505990001"),
        (.nearlySameNIK, .nearlySameNIK, "6309064505990002"), (.roundedNIK, .roundedNIK, "6309064505990010"),
    ])
    func whatIsKeptUnsettledIsListed(kind: ImportDoubt.Kind, doubt: Doubt, nik: String) async throws {
        var (roster, plan) = try await office(kind)
        plan.unsettled = .kept
        #expect(try await roster.settle(plan).counts.doubts == [doubt: 1])
        let id = try #require(try await roster.store.participant(nik: NIK(nik))).id
        #expect(try await roster.store.openDoubts(of: id) == [doubt])
    }

    /// Whatever is undecided, a second import of the same rows makes nobody twice.
    @Test func theSameRowsAgainAddNobody() async throws {
        let roster = try await Roster()
        let rows =
            Self.header + """
                6309110302010001,Bayan,2001-02-03,L,Jaro,,
                ,Bayan,2001-02-03,L,Jaro,,belum merekam
                ,Utuh,2001-02-03,L,Jaro,,belum merekam

                """
        #expect(try await roster.take(rows, inClass: false).counts.added == 3)
        let again = try await roster.take(rows, inClass: false)
        #expect((again.counts.added, again.counts.matched) == (0, 3))
    }

    // MARK: Places

    @Test func aPlaceIsSettledOnceForAllItsRows() async throws {
        let roster = try await Roster()
        let rows = (1...3).map { "630906450599000\($0),Siti \(["A", "B", "C"][$0 - 1]),Klua,Pulao\n" }
        var plan = ImportPlan(path: try roster.write("nik,nama,kecamatan,desa\n" + rows.joined()))
        plan.isRehearsal = true
        let asked = try await roster.settle(plan)
        let doubt = try #require(asked.placeDoubts.first)
        #expect(asked.placeDoubts.count == 1 && (doubt.firstRow, doubt.rows) == (2, 3))
        #expect((asked.counts.rejected, asked.counts.undecided) == (3, 3))
        let pulau = try PlaceIndex().residence(kecamatan: "Kelua", desa: "Pulau")!
        #expect(doubt.nearest.contains(pulau))
        plan.isRehearsal = false
        plan.places[doubt.written] = pulau
        #expect(try await roster.settle(plan).counts.added == 3)
        #expect(try await roster.person("6309064505990002")?.residence == pulau)
    }

    // MARK: Totals

    /// Names that the sender counts, and what was read.
    @Test(
        arguments: [
            ("", nil, true), ("", 2, true), ("", 3, false), ("Jumlah: 2,,\n", nil, true), ("Jumlah: 3,,\n", nil, false),
            ("Jumlah,2 orang,\n", nil, true), ("Total peserta,,2\n", nil, true), ("Jumlah: 3,,\n", 2, true),
            ("Jumlah: 2,,\n", 3, false), ("Jumlah,,\n", nil, true),
        ] as [(String, Int?, Bool)])
    func aControlTotalIsChecked(line: String, expected: Int?, isRight: Bool) async throws {
        let roster = try await Roster()
        let text = "nik,nama,kecamatan\n6309064505990001,Siti,Kelua\n1,Aminah,Kelua\n" + line
        var plan = ImportPlan(path: try roster.write(text))
        plan.expected = expected
        plan.rejectsPath = roster.rejects
        plan.isRehearsal = true
        #expect(try await roster.settle(plan).missesTotal == !isRight)
        plan.isRehearsal = false
        if isRight {
            #expect(try await roster.settle(plan).counts.added == 1)
            return
        }
        await #expect(throws: RosterTrouble.self) { try await roster.settle(plan) }
        #expect(try await roster.people() == 0)
        #expect(!FileManager.default.fileExists(atPath: roster.rejects))
        plan.takesAnyTotal = true
        #expect(try await roster.settle(plan).missesTotal)
        #expect(try await roster.people() == 1)
    }

    @Test func aTotalAboveTheHeaderIsKnownBeforeAnythingIsRead() async throws {
        let roster = try await Roster()
        let path = try roster.write("Jumlah peserta: 1.048 orang\nnik,nama,kecamatan\n6309064505990001,Siti,Kelua\n")
        let preview = try await roster.desk.preview(of: path, RosterChoices(), roster.store)
        #expect(preview.controlTotal == 1_048)
        #expect(preview.headerRow == 2 && preview.rows.map(\.participant?.name.text) == ["Siti"])
    }

    // MARK: One step

    @Test func aRehearsalKeepsNothing() async throws {
        let roster = try await Roster()
        var plan = ImportPlan(
            path: try roster.write("nik,nama,kecamatan\n6309064505990001,Siti,Kelua\n1,Ana,Kelua\n"),
            choices: RosterChoices(sender: "Kelua"), into: roster.trainingClass?.id)
        plan.isRehearsal = true
        plan.rejectsPath = roster.rejects
        let outcome = try await roster.settle(plan)
        #expect((outcome.counts.added, outcome.counts.enrolled, outcome.counts.rejected) == (1, 1, 1))
        #expect(outcome.rejectsPath == nil)
        #expect(try await roster.people() == 0)
        #expect(try await roster.store.columns(of: "Kelua").isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: roster.folder) == ["roster.csv"])
    }

    /// An import is one step: undone, everything is as it was, fields that were taken and enrolments too.
    @Test func oneUndoTakesAllBackAndTheFileIsNewAgain() async throws {
        let roster = try await Roster()
        _ = try await roster.take(
            "nik,nama,kecamatan,telepon\n6309064505990001,Siti,Kelua,0811111111\n", inClass: false)
        let before = try #require(try await roster.person("6309064505990001"))
        let text = "nik,nama,kecamatan,telepon\n6309064505990001,Siti,Kelua,08123456789\n6309064505990002,Ana,Kelua,\n"
        var plan = ImportPlan(path: try roster.write(text), into: roster.trainingClass?.id)
        plan.rows[2] = .same(taking: [.phone], onFile: before)
        let hash = try await roster.desk.preview(of: plan.path, plan.choices, roster.store).hash
        #expect(try await roster.store.imports(hash: hash).isEmpty)
        let counts = try await roster.settle(plan).counts
        #expect((counts.added, counts.matched, counts.updated, counts.enrolled) == (1, 1, 1, 2))
        #expect(try await roster.desk.preview(of: plan.path, plan.choices, roster.store).earlier.count == 1)
        let undone = try await roster.store.perform(.undo, by: roster.author)
        #expect(undone.undone == .importRoster)
        #expect(try await roster.people() == 1)
        #expect(try await roster.person("6309064505990001") == before)
        #expect(try await roster.store.achievement(of: 2026).people == 0)
        #expect(try await roster.store.imports(hash: hash).isEmpty)
    }

    /// Taken in at another desk since it was rehearsed: what is asked is asked anew, and nobody is there twice.
    @Test func anotherDeskComesBetween() async throws {
        let roster = try await Roster()
        var plan = ImportPlan(path: try roster.write("nik,nama,kecamatan\n6309064505990001,Siti,Kelua\n"))
        plan.isRehearsal = true
        #expect(try await roster.settle(plan).counts.added == 1)
        _ = try await roster.take("nik,nama,kecamatan\n6309064505990001,Aminah,Kelua\n", inClass: false)
        plan.path = try roster.write("nik,nama,kecamatan\n6309064505990001,Siti,Kelua\n")
        plan.isRehearsal = false
        let outcome = try await roster.settle(plan)
        #expect((outcome.counts.added, outcome.counts.undecided) == (0, 1))
        #expect(outcome.doubts.map(\.kind) == [.otherName])
    }

    // MARK: Senders

    @Test func whatASenderMeansIsKept() async throws {
        let roster = try await Roster()
        let path = try roster.write("Identitas;Orangnya;Kec.\n6309064505990001;Siti;Kelua\n")
        let preview = try await roster.desk.preview(of: path, RosterChoices(), roster.store)
        #expect(preview.trouble != nil)
        var plan = ImportPlan(path: path)
        plan.choices = RosterChoices(columns: ["Identitas": .nik, "Orangnya": .name], sender: "Kelua")
        #expect(try await roster.settle(plan).counts.added == 1)
        // The next time only the sender need be named.
        plan.choices = RosterChoices(sender: "Kelua")
        #expect(try await roster.settle(plan).counts.matched == 1)
        // What is said this time counts more than what was said before.
        plan.choices.columns = ["Orangnya": RosterColumn?.none]
        await #expect(throws: RosterTrouble.self) { try await roster.settle(plan) }
        plan.choices = RosterChoices(sender: "Jaro")
        await #expect(throws: RosterTrouble.self) { try await roster.settle(plan) }
    }

    // MARK: A file that does not stay

    /// The file is another by the time that it is read to its end: nothing is kept, and no refused rows are left.
    @Test(arguments: [false, true]) func aFileThatChangesWhileItIsRead(isGone: Bool) async throws {
        let roster = try await Roster()
        let path = try roster.write(Self.people(900) + "6309064505991999,Ana,Klua\n")
        var plan = ImportPlan(path: path)
        plan.rejectsPath = roster.rejects
        await #expect(throws: RosterTrouble.self) {
            try await roster.settle(plan) { _ in
                if isGone {
                    try? FileManager.default.removeItem(atPath: path)
                } else {
                    try? Data("nik,nama,kecamatan\n6309064505990001,Lain,Kelua\n".utf8).write(
                        to: URL(fileURLWithPath: path))
                }
            }
        }
        #expect(try await roster.people() == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: roster.folder) == (isGone ? [] : ["roster.csv"]))
    }

    /// Rehearsed, and mended before it was taken in: what was decided was decided about another file.
    @Test func aFileThatChangedSinceItWasRehearsed() async throws {
        let roster = try await Roster()
        let path = try roster.write("nik,nama,kecamatan\n6309064505990001,Siti,Kelua\n")
        var plan = ImportPlan(path: path)
        plan.hash = try await roster.desk.preview(of: path, RosterChoices(), roster.store).hash
        _ = try roster.write("nik,nama,kecamatan\n6309064505990002,Ana,Kelua\n")
        await #expect(throws: RosterTrouble.self) { try await roster.settle(plan) }
        #expect(try await roster.people() == 0)
    }

    @Test func aTaskThatIsCancelledKeepsNothing() async throws {
        let roster = try await Roster()
        let plan = ImportPlan(path: try roster.write(Self.people(2_000)))
        let running = Mutex<Task<ImportOutcome, any Error>?>(nil)
        let task = Task { [desk = roster.desk, store = roster.store, author = roster.author] in
            // Not before the task is known by which it is cancelled.
            while running.withLock({ $0 == nil }) { await Task.yield() }
            return try await desk.take(plan, into: store, by: author) { _ in running.withLock { $0?.cancel() } }
        }
        running.withLock { $0 = task }
        await #expect(throws: (any Error).self) { try await task.value }
        #expect(try await roster.people() == 0)
    }

    /// Progress is told from time to time, and rises to what was read.
    @Test func progressRises() async throws {
        let roster = try await Roster()
        let told = Mutex<[ImportProgress]>([])
        _ = try await roster.settle(ImportPlan(path: try roster.write(Self.people(900)))) { now in
            told.withLock { $0.append(now) }
        }
        #expect(told.withLock { $0.map(\.rows) } == [200, 400, 600, 800])
        let fractions = told.withLock { $0.compactMap(\.fraction) }
        #expect(fractions.count == 4 && fractions == fractions.sorted() && fractions.allSatisfy { $0 > 0 && $0 <= 1 })
    }

    /// A roster of people who are all somebody else.
    private static func people(_ count: Int) -> String {
        "nik,nama,kecamatan\n"
            + (1...count).map {
                "630906450599\(String(format: "%04d", $0)),Siti \(WorkbookFixture.letters($0)),Kelua\n"
            }.joined()
    }
}
