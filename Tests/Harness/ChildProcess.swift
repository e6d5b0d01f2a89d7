import Foundation

/// A process that was started: this program in a role, or the built silat.
final class ChildProcess {
    private let process = Process()
    private let output = Pipe()
    private var unread = Data()
    private var hasEnded = false

    /// The program that is built beside this one.
    static let silat = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "silat")

    /// This program, in another role.
    convenience init(_ role: [String]) throws {
        try self.init(URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath(), ["child"] + role)
    }

    init(_ program: URL, _ arguments: [String], messagesToo: Bool = false) throws {
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        if messagesToo { process.standardError = output }
        try process.run()
        try? output.fileHandleForWriting.close()
    }

    /// The next whole line that it said; `nil` once it has ended.
    func line() -> String? {
        while true {
            if let end = unread.firstIndex(of: 10) {
                let line = String(decoding: unread[unread.startIndex..<end], as: UTF8.self)
                unread = Data(unread[(end + 1)...])
                return line
            }
            guard !hasEnded else { return nil }
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { hasEnded = true } else { unread += more }
        }
    }

    /// All that it says to its end.
    func lines() -> [String] {
        var lines: [String] = []
        while let line = line() { lines.append(line) }
        return lines
    }

    func kill(_ signal: Int32) { Foundation.kill(process.processIdentifier, signal) }

    /// Waits for its end.
    ///
    /// - Returns: its exit code; `nil` where a signal ended it.
    @discardableResult
    func ending() -> Int32? {
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : nil
    }
}
