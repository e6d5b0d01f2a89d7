import Foundation
import Testing

/// The built command, run as a process of its own in a folder of its own.
final class CommandRun {
    /// What came of one run.
    struct Outcome {
        let status: Int32
        let output: String
        let messages: String

        /// Standard output as JSON.
        func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(output.utf8)) }

        /// Standard output as one JSON object.
        func object() throws -> [String: Any] { try #require(try json() as? [String: Any]) }

        /// Standard output as a JSON array of objects.
        func array() throws -> [[String: Any]] { try #require(try json() as? [[String: Any]]) }
    }

    let folder = NSTemporaryDirectory() + "silat-" + UUID().uuidString
    var environment: [String: String]

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        environment = ["SILAT_DB": folder + "/silat.db", "HOME": folder, "PATH": "/usr/bin:/bin"]
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The program that was built beside the tests.
    static let program: URL = {
        let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        return folder.appendingPathComponent("silat")
    }()

    func path(_ name: String) -> String { folder + "/" + name }

    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
        return path(name)
    }

    func text(of name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
    }

    /// Runs the command to its end.
    @discardableResult
    func silat(_ arguments: String...) throws -> Outcome { try silat(arguments) }

    /// Runs the command to its end.
    ///
    /// - Parameter input: what stands on its standard input.
    func silat(_ arguments: [String], input: String? = nil) throws -> Outcome {
        // Files, not pipes: nothing can fill up, whatever the command writes.
        let names = ["out", "err"].map { path(".\($0)-\(UUID().uuidString)") }
        for name in names { try Data().write(to: URL(fileURLWithPath: name)) }
        let streams = try names.map { try #require(FileHandle(forWritingAtPath: $0)) }
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput =
            try input.map { text in
                let path = try write(text, to: ".in-\(UUID().uuidString)")
                return try #require(FileHandle(forReadingAtPath: path))
            } ?? FileHandle.nullDevice
        process.standardOutput = streams[0]
        process.standardError = streams[1]
        try process.run()
        process.waitUntilExit()
        let texts = try names.map { String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self) }
        return Outcome(status: process.terminationStatus, output: texts[0], messages: texts[1])
    }

    /// A shell line in the folder, with the command as `$silat`; no file may grow beyond so many kilobytes, as on a disk that is full.
    func shell(_ line: String, filesUpTo kilobytes: Int) throws -> Int32 {
        // ThreadSanitizer would put a file of its own into the folder for temporary files, and end where that may not grow.
        try shell("ulimit -f \(kilobytes); export TMPDIR=/dev/null; \(line)")
    }

    /// A shell line in the folder, with the command as `$silat`.
    func shell(_ line: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", line]
        process.environment = environment.merging(["silat": Self.program.path]) { $1 }
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Fiscal year 2025 with a target of 10, one program and one class of two seats.
    func setUpYear() throws {
        #expect(try silat("target", "set", "--year", "2025", "--count", "10").status == 0)
        #expect(try silat("organizer", "add", "--code", "DKN", "--name", "Dinas", "--kind", "skpd").status == 0)
        #expect(
            try silat(
                "program", "add", "--code", "P-1", "--title", "Menjahit", "--track", "community", "--year", "2025",
                "--organizer", "DKN", "--funding", "apbd"
            ).status == 0)
        #expect(
            try silat(
                "class", "add", "--code", "K-001", "--program", "P-1", "--start", "2025-02-01", "--end", "12-02-2025",
                "--seats", "2"
            ).status == 0)
    }

    static let roster = """
        nik,nama,kecamatan,desa
        6309064505990001,Siti Noorhayati,Murung Pudak,Maburai
        6309064505990002,Rahmawati,Kelua,

        """
}
