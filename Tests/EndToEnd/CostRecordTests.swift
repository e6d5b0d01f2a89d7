import CostRecord
import Foundation
import Testing

/// How counted costs are compared with the recorded ones, and how they are kept. What they are is counted by `swift run silat-costs`.
struct CostRecordTests {
    @Test(
        arguments: [
            (1_000, 1_000, .little), (1_000, 1_100, .little), (1_000, 1_101, .risen), (1_000, 900, .little),
            (1_000, 899, .fallen), (1_000, 0, .fallen), (0, 0, .little),
            // A change of one is let go even where it is more than a tenth.
            (0, 1, .little), (0, 2, .risen), (5, 6, .little), (5, 7, .risen), (10, 12, .risen), (1, 0, .little),
            (2, 0, .fallen), (30, 33, .little), (30, 34, .risen),
            (nil, 5, .unrecorded), (nil, 0, .unrecorded), (5, nil, .gone), (nil, nil, .little),
        ] as [(Int?, Int?, CostChange)])
    func aRiseOfMoreThanATenthTells(_ recorded: Int?, _ counted: Int?, _ change: CostChange) {
        #expect(CostChange(from: recorded, to: counted) == change)
    }

    @Test func whatRisesFailsByName() {
        let table = CostTable(counted, recorded: recorded([.allocations: 90, .statements: 6]))
        #expect(table.fails)
        #expect(table.text.contains("RISEN: save allocations from 90 to 100 +11.1 %"))
        #expect(!table.text.contains("RISEN: save statements"))
        #expect(table.text.contains("1 of 13 costs fail."))
    }

    @Test func whatFallsIsToldAndPasses() {
        let table = CostTable(counted, recorded: recorded([.allocations: 120, .statements: 6]))
        #expect(!table.fails)
        #expect(table.text.contains("fallen: save allocations from 120 to 100 -16.7 %; worth recording anew"))
        #expect(table.text.contains("13 costs, none has risen."))
    }

    @Test func whatIsNotRecordedOrNotCountedFailsByName() {
        var known = recorded([.allocations: 100, .statements: 6])
        known[CostOfPath("save", .sorts)] = nil
        known[CostOfPath("print", .sorts)] = 3
        let table = CostTable(counted, recorded: known)
        #expect(table.fails)
        #expect(table.text.contains("NOT RECORDED: save sorts; record it with --record"))
        #expect(table.text.contains("NOT COUNTED ANY MORE: print sorts"))
    }

    @Test func whatWasNotCountedIsNotNothing() {
        var counted = counted
        counted.add("key", times: 1) { $0 == .allocations ? 5 : nil }
        counted.add("key", times: 0) { $0 == .instructions ? 7 : nil }
        #expect(counted.counts.filter { $0.key.path == "key" }.count == 2)
        #expect(counted.counts[CostOfPath("key", .instructions)] == 7 && counted.times["key"] == 1)
    }

    @Test func oneTimeIsToldBesideAll() {
        let table = CostTable(counted, recorded: recorded([.allocations: 100, .statements: 6]))
        #expect(table.text.contains("save    allocations              25.0          100          100       +0.0 %"))
    }

    /// A save that was taken four times.
    private var counted: CountedCosts {
        var counted = CountedCosts()
        for _ in 0..<2 { counted.add("save", times: 2) { [.allocations: 50, .statements: 3][$0] ?? 0 } }
        return counted
    }

    private func recorded(_ counts: [Cost: Int]) -> [CostOfPath: Int] {
        Dictionary(uniqueKeysWithValues: Cost.allCases.map { (CostOfPath("save", $0), counts[$0] ?? 0) })
    }

    @Test func eachBuildIsRecordedBesideTheOther() throws {
        var record = CostRecord()
        record[.debug] = [CostOfPath("save", .sorts): 3, CostOfPath("key", .statements): 0]
        record[.release] = [CostOfPath("save", .sorts): 2, CostOfPath("save", .allocations): 7]
        let text = "path,cost,debug,release\nkey,statements,0,\nsave,allocations,,7\nsave,sorts,3,2\n"
        #expect(record.text == text)
        #expect(try CostRecord(text: text) == record)
        record[.debug] = [CostOfPath("save", .sorts): 4]
        #expect(record.text == "path,cost,debug,release\nsave,allocations,,7\nsave,sorts,4,2\n")
    }

    @Test(arguments: [
        ("", 1), ("path,cost,count\n", 1), ("path,cost,debug,release\nsave,sorts,3\n", 2),
        ("path,cost,debug,release\nsave,sweat,3,2\n", 2), ("path,cost,debug,release\nsave,sorts,-3,2\n", 2),
        ("path,cost,debug,release\nsave,sorts,3,2\nsave,sorts,3,2\n", 3),
    ])
    func aLineThatIsNoneIsNamed(_ text: String, _ line: Int) {
        #expect(throws: CostRecord.Flaw.self) { try CostRecord(text: text) }
        do { _ = try CostRecord(text: text) } catch { #expect(error.line == line) }
    }

    /// A file that was put together by hand could say a cost twice, or nothing.
    @Test func theRecordedFileIsAsItWouldBeWritten() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Costs/recorded.csv")
        let text = try String(contentsOf: file, encoding: .utf8)
        let record = try CostRecord(text: text)
        #expect(record.text == text)
        #expect(!record[.debug].isEmpty)
    }
}
