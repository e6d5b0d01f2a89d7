import Foundation
import Testing

/// `silat gauge --watch`: a line for each change, also where another process saves.
@Suite struct WatchTests {
    /// A command that goes on, with its lines as they come.
    private final class Watching {
        private let process = Process()
        private let output = Pipe()
        private var waiting = ""

        /// Nothing came for a minute, or the command has ended.
        private struct NoLine: Error {}

        init(_ run: CommandRun, _ arguments: String...) throws {
            process.executableURL = CommandRun.program
            process.arguments = arguments
            process.environment = run.environment
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = output
            try process.run()
        }

        deinit {
            process.terminate()
            process.waitUntilExit()
        }

        /// The next line, as soon as it is there.
        func next() throws -> String {
            let handle = output.fileHandleForReading
            while true {
                if let end = waiting.firstIndex(of: "\n") {
                    defer { waiting = String(waiting[waiting.index(after: end)...]) }
                    return String(waiting[..<end])
                }
                var ready = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
                guard poll(&ready, 1, 60_000) > 0 else { throw NoLine() }
                let data = handle.availableData
                guard !data.isEmpty else { throw NoLine() }
                waiting += String(decoding: data, as: UTF8.self)
            }
        }

        func nextObject() throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: Data(try next().utf8)) as? [String: Any])
        }
    }

    @Test func aSaveOfAnotherProcessIsALine() throws {
        let run = try CommandRun()
        try run.setUpYear()
        let watching = try Watching(run, "gauge", "--watch", "--format", "json")
        #expect(try watching.nextObject()["people"] as? Int == 0)
        let roster = try run.write(CommandRun.roster, to: "r.csv")
        try #require(try run.silat("import", roster, "--class", "K-001").status == 0)
        let after = try watching.nextObject()
        #expect(after["people"] as? Int == 2 && after["percent"] as? Double == 20)
        // What does not move the gauge is no line: the next is the new target.
        try #require(try run.silat("organizer", "add", "--code", "X", "--name", "X", "--kind", "lkp").status == 0)
        try #require(try run.silat("target", "set", "--year", "2025", "--count", "20", "--revised").status == 0)
        let target = try watching.nextObject()["target"] as? [String: Any]
        #expect(target?["revised"] as? Int == 20)
    }

    @Test func peopleReadASentence() throws {
        let run = try CommandRun()
        try run.setUpYear()
        let watching = try Watching(run, "gauge", "--watch")
        #expect(try watching.next() == "Tahun 2025  0 / 10 orang  0,0 %  0 keikutsertaan")
        try #require(try run.silat("target", "set", "--year", "2025", "--count", "7").status == 0)
        #expect(try watching.next() == "Tahun 2025  0 / 7 orang  0,0 %  0 keikutsertaan")
    }
}
