import Foundation
import Synchronization
import Testing

@testable import Exchange

/// Rows are read on one thread and written on another; nothing of that shows.
@Suite struct ListStageTests {
    private struct Enough: Error {}

    private let path = NSTemporaryDirectory() + "silat-" + UUID().uuidString
    private let columns = [Column<Int>("number", "Nomor") { .number($0) }]

    private func list(to output: Output) -> ListWriter<Int> {
        ListWriter(.csv, columns: columns, style: plain, to: output)
    }

    private func written(_ numbers: Range<Int>) async throws -> String {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let output = try Output.file(path)
        let list = list(to: output)
        try await list.addAside { add in
            for number in numbers { try add(number) }
        }
        try list.finish()
        try output.keep()
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    @Test(arguments: [0, 1, 255, 256, 257, 5_000]) func rowsKeepTheirOrderAndNoneIsLost(count: Int) async throws {
        let lines = (["number"] + (0..<count).map(String.init)).map { $0 + "\n" }
        #expect(try await written(0..<count) == lines.joined())
    }

    /// What stops the reading is thrown, wherever it comes, and the other thread has ended by then.
    @Test(arguments: [0, 1, 256, 700, 20_000]) func readingMayStopAtAnyRow(last: Int) async throws {
        let output = try Output.file(path)
        let seen = Mutex(0)
        let columns = [
            Column<Int>("number", "Nomor") { number in
                seen.withLock { $0 += 1 }
                return .number(number)
            }
        ]
        let list = ListWriter(.csv, columns: columns, style: plain, to: output)
        await #expect(throws: Enough.self) {
            try await list.addAside { add in
                for number in 0..<last { try add(number) }
                throw Enough()
            }
        }
        #expect(seen.withLock(\.self) <= last)
    }

    /// The disk is full for a row that was handed over long ago: the reading ends, and is told why.
    @Test func aRowThatCannotBeWrittenEndsTheReading() async throws {
        let list = list(to: try Output.file("/dev/full"))
        let read = Mutex(0)
        await #expect(throws: OutputFailure.cannotWrite(path: "/dev/full", reason: "No space left on device")) {
            try await list.addAside { add in
                for number in 0..<10_000_000 {
                    try add(number)
                    read.withLock { $0 += 1 }
                }
            }
        }
        #expect(read.withLock(\.self) < 1_000_000)
    }

    /// The last rows go over when all are read: what becomes of them is told as well.
    @Test func aFailureAfterTheLastRowIsToldToo() async throws {
        let long = String(repeating: "x", count: 1_000)
        let list = ListWriter<Int>(
            .csv, columns: [Column("text", "Teks") { _ in .text(long) }], style: plain,
            to: try Output.file("/dev/full"))
        await #expect(throws: OutputFailure.cannotWrite(path: "/dev/full", reason: "No space left on device")) {
            try await list.addAside { add in
                for number in 0..<100 { try add(number) }
            }
        }
    }
}
