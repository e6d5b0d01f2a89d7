import Foundation
import Testing

/// What commands show of NIK and phone, and what they take so that it need not be shown.
@Suite struct RevealCommandTests {
    private static let nik = "6309064505990001"

    private func filled() throws -> CommandRun {
        let run = try CommandRun()
        try run.setUpYear()
        let roster = try run.write(CommandRun.roster, to: "roster.csv")
        try #require(try run.silat("import", roster, "--class", "K-001").status == 0)
        return run
    }

    private func notes(_ run: CommandRun) throws -> [String] {
        try run.silat("log", "--format", "json").array()
            .filter { ["reveal", "export"].contains($0["kind"] as? String) }.compactMap { $0["note"] as? String }
    }

    @Test func theReasonStandsInTheLog() throws {
        let run = try filled()
        let found = try run.silat("participant", "find", Self.nik, "--reveal", "--format", "json").array()
        #expect(found.first?["nik"] as? String == Self.nik)
        let id = try #require(found.first?["id"] as? String)
        #expect(try run.silat("participant", "show", id, "--reveal", "--reason", "surat camat").status == 0)
        #expect(try run.silat("participant", "list", "--reveal", "--reason", "inspection").status == 0)
        #expect(try notes(run) == ["participants 2 NIK (inspection)", "other: surat camat", "command"])
        let alone = try run.silat("participant", "show", id, "--reason", "surat camat")
        #expect(alone.status == 64)
        let number = try run.silat("participant", "show", id, "--reveal", "--reason", "untuk 6309064505990001")
        #expect(number.status == 64 && !number.messages.contains(Self.nik))
    }

    @Test func aNIKNeedNotBeAnArgument() throws {
        let run = try filled()
        let found = try run.silat(["participant", "find", "-", "--format", "json"], input: Self.nik + "\n").array()
        #expect(found.count == 1 && found[0]["nik"] as? String == "6309••••••••0001")
        let enrolled = try run.silat(
            ["enroll", "--class", "K-001", "--nik", "-", "--format", "json"], input: "\n 6309 0645 0599 0001\n")
        #expect(try enrolled.object()["already_enrolled"] as? Bool == true)
        #expect(try run.silat(["participant", "find", "-"], input: "").status == 65)
    }

    /// Whatever is wrong with it, a NIK that was typed is not repeated in full.
    @Test(arguments: [
        ["participant", "show", "6309064505990001"], ["participant", "show", "6309994505990001"],
        ["participant", "find", "6309064599990001"], ["enroll", "--class", "K-001", "--nik", "6309064505990077"],
        ["log", "--participant", "6309064505990001"], ["gauge", "6309064505990001"],
        ["class", "add", "--code", "6309064505990001", "--program", "X", "--start", "6309064505990001"],
    ])
    func messagesRepeatNoNIK(_ command: [String]) throws {
        let run = try filled()
        let outcome = try run.silat(command)
        let typed = command.filter { $0.count == 16 && $0.allSatisfy(\.isNumber) }
        for nik in typed {
            #expect(!outcome.messages.contains(nik), "\(outcome.messages)")
            #expect(!outcome.output.contains(nik))
        }
    }

    /// A list that goes through a pipe waits in memory, and nothing of it is left.
    @Test func nothingIsLeftInTemporaryFolders() throws {
        let run = try filled()
        run.environment["TMPDIR"] = run.path("tmp")
        try FileManager.default.createDirectory(atPath: run.path("tmp"), withIntermediateDirectories: true)
        func silatFiles(_ folder: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("silat-") }
        }
        for format in ["table", "csv", "json"] {
            #expect(try run.silat("participant", "list", "--format", format).status == 0)
        }
        #expect(try run.silat("export", "participants", "--format", "xlsx").status == 0)
        #expect(try silatFiles(run.path("tmp")).isEmpty)
    }
}
