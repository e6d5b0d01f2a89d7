import Foundation
import SheetFixtures
import Sheets
import Store
import Synchronization
import Testing
import Training
import Words

@testable import Exchange

/// Rows are decoded on one thread and settled on another; nothing of that shows.
@Suite struct RosterStageTests {
    private struct Enough: Error {}

    /// A mark that leaves nothing sends each cell the long way: it says the same.
    @Test(arguments: 0..<300 as Range<UInt64>)
    func aPlainCellSaysWhatTheLongWayFindsInIt(seed: UInt64) throws {
        var random = Seeded(state: seed)
        let columns: [(heading: String, values: [String])] = [
            (
                "nik",
                [
                    "6309064505990001", "6309.0645.0599.0001", "12", "'6309064505990001", "=\"6309064505990001\"", "-",
                    "",
                ]
            ),
            ("nama", ["Siti Noorhayati", " H. Ahmad  Zaini, S.Pd ", "123", "", "-", "Mas'ud", "=Siti"]),
            ("tempat_lahir", ["Tanjung", "", " - ", "--", "-5"]),
            ("tanggal_lahir", ["1999-05-05", "05/05/1999", "5 mei 1999", "36285", "x", "2030-01-01", ""]),
            ("jenis_kelamin", ["L", "p", "Perempuan", "x", ""]),
            ("kecamatan", ["Murung Pudak", "kec. murung pudak", "Luar Tabalong", "Murung", "", "Kelua "]),
            ("desa", ["Maburai", "63.09.06.1006", "Mabu'un", "x", ""]),
            ("alamat", ["Jl. A, RT 2", "'=1+1", "''x", "'x", "+5", "", String(repeating: "x", count: 201)]),
            ("telepon", ["+62 812-3456-789", "08123456789", "812", ""]),
            ("pendidikan", ["sma", "SLTA", "S1 Hukum", "D-III", "x", ""]),
            ("pekerjaan", ["Petani", "  ", "-", "=\"a\"b\""]),
        ]
        let cells = columns.map { $0.values.randomElement(using: &random)! }
        let head = CSVDialect().row(columns.map(\.heading))
        func read(_ cells: [String]) throws -> Result<RosterPerson, RowFlaws> {
            var reader = try CSVReader(MemoryBytes((head + CSVDialect().row(cells)).utf8))
            var record = SheetRecord()
            _ = try reader.read(&record)
            var rows = RosterRowReader(
                header: RosterHeader(record), isText: true, places: PlaceIndex(), words: .of(.english),
                today: Roster.today)
            _ = try reader.read(&record)
            return Result { () throws(RowFlaws) in try rows.person(in: record) }
        }
        let (plain, marked) = (try read(cells), try read(cells.map { $0 + "\u{200B}" }))
        switch (plain, marked) {
        case (.success(let one), .success(let other)):
            #expect(one.participant == other.participant && one.doubts == other.doubts, "\(cells)")
        case (.failure(let one), .failure(let other)):
            #expect(one.flaws.map { "\($0)" } == other.flaws.map { "\($0)" }, "\(cells)")
        default: Issue.record("\(cells): \(plain), but \(marked)")
        }
    }

    private static func rows(_ count: Int) -> String {
        "nik,nama,kecamatan\n" + (1...count).map { "x\($0),Siti \(WorkbookFixture.letters($0)),Kelua\n" }.joined()
    }

    /// Refuses each row of a file, and says which.
    private func refused(
        _ text: String, _ refuse: @escaping @Sendable (Int) throws -> Void = { _ in },
        progress: @escaping @Sendable (ImportProgress) throws -> Void = { _ in }
    ) async throws {
        let roster = try await Roster()
        let path = roster.folder + "/roster.csv"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let file = try RosterFile(path: path)
        _ = try await roster.store.takeIn(as: .importRoster, note: "", by: roster.author, keep: false) { intake in
            let reading = RosterImport(
                file, ImportPlan(path: path), into: nil, words: .of(.english), today: Roster.today)
            return try reading.run(intake, refuse: { rejection, _ in try refuse(rejection.row) }, progress: progress)
        }
    }

    @Test func rowsComeInTheirOrder() async throws {
        let seen = Mutex<[Int]>([])
        try await refused(Self.rows(3_001)) { row in seen.withLock { $0.append(row) } }
        #expect(seen.withLock(\.self) == Array(2...3_002))
    }

    /// What stands before a fault in the file is settled before the fault is told.
    @Test func aFaultIsToldAfterTheRowsBeforeIt() async throws {
        let seen = Mutex(0)
        await #expect(throws: RosterFlaw.sheet(.strayAfterQuote(TextPosition(line: 1_235, column: 4)))) {
            try await refused(Self.rows(1_233) + "\"x\"y,Siti,Kelua\n" + Self.rows(5)) { _ in seen.withLock { $0 += 1 }
            }
        }
        #expect(seen.withLock(\.self) == 1_233)
    }

    /// Whoever settles may stop at any row, however much is decoded by then and waits.
    @Test(arguments: [1, 199, 200, 201, 1_500, 40_000]) func settlingMayStopAtAnyRow(last: Int) async throws {
        let seen = Mutex(0)
        await #expect(throws: Enough.self) {
            try await refused(Self.rows(40_000)) { _ in
                let count = seen.withLock { count in
                    count += 1
                    return count
                }
                if count == last { throw Enough() }
            }
        }
        #expect(seen.withLock(\.self) == last)
    }

    @Test func progressMayStopIt() async throws {
        await #expect(throws: Enough.self) {
            try await refused(Self.rows(5_000), progress: { now in if now.rows == 400 { throw Enough() } })
        }
    }

    @Test func aQueueHoldsAFewAndEnds() {
        let queue = StageQueue<Int>(capacity: 2)
        #expect(queue.send(1) && queue.send(2))
        #expect(queue.next() == 1)
        #expect(queue.send(3))
        queue.end()
        #expect(queue.next() == 2 && queue.next() == 3 && queue.next() == nil && queue.next() == nil)
    }

    @Test func aQueueThatStoppedTakesNothing() {
        let queue = StageQueue<Int>(capacity: 1)
        #expect(queue.send(1))
        queue.stop()
        #expect(!queue.send(2) && !queue.send(3))
    }
}
