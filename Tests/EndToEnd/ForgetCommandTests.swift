import Foundation
import Testing

/// `silat participant forget`.
@Suite struct ForgetCommandTests {
    private func filled() throws -> (run: CommandRun, id: String) {
        let run = try CommandRun()
        try run.setUpYear()
        let roster = try run.write(CommandRun.roster, to: "roster.csv")
        try #require(try run.silat("import", roster, "--class", "K-001").status == 0)
        let found = try run.silat("participant", "find", "rahmawati", "--format", "json").array()
        return (run, try #require(found.first?["id"] as? String))
    }

    @Test func itIsDoneOnlyWhereConfirmedAndSaysWhatRemains() throws {
        let (run, id) = try filled()
        let backups = run.path("silat.db.backups")
        try FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: true)
        for name in ["a.db", "a.db.sha256"] { try Data().write(to: URL(fileURLWithPath: "\(backups)/\(name)")) }
        // As silat makes them: its owner's alone.
        chmod(backups, 0o700)
        for name in ["a.db", "a.db.sha256"] { chmod("\(backups)/\(name)", 0o600) }
        #expect(try run.silat("export", "participants", "-o", run.path("all.csv")).status == 0)
        let before = try run.silat("totals", "--by", "age", "--year", "2025", "--format", "json").output

        let asked = try run.silat("participant", "forget", id)
        #expect(asked.status == 0 && asked.messages.contains("--yes"))
        #expect(try run.silat("participant", "find", "rahmawati", "--format", "json").array().count == 1)

        let done = try run.silat("participant", "forget", id, "--reason", "surat 12/2026", "--yes", "--format", "json")
        #expect(done.status == 0)
        let remains = try done.array()
        #expect(remains.map { $0["what"] as? String } == ["enrollments", "follow_ups", "backup", "export"])
        #expect(remains[0]["count"] as? Int == 1)
        #expect((remains[2]["name"] as? String)?.hasSuffix("silat.db.backups/a.db") == true)
        #expect(remains[3]["name"] as? String == "participants 2")

        #expect(try run.silat("participant", "find", "rahmawati", "--format", "json").output == "[]\n")
        let shown = try run.silat("participant", "show", id, "--reveal", "--format", "json").object()
        #expect(shown["name"] as? String == "Dihapus atas permintaan")
        #expect(try run.silat("totals", "--by", "age", "--year", "2025", "--format", "json").output == before)
        #expect(try run.silat("check").status == 0)
        let log = try run.silat("log", "--participant", id)
        #expect(log.output.contains("surat 12/2026") && !log.output.contains("Rahmawati"))
        let file = try Data(contentsOf: URL(fileURLWithPath: run.path("silat.db")))
        #expect(file.range(of: Data("Rahmawati".utf8)) == nil)
        #expect(try run.silat("undo").status == 65)
    }

    @Test func aClerkMayNotAndNobodyIsNobody() throws {
        let (run, id) = try filled()
        #expect(try run.silat("participant", "forget", "12345", "--yes").status == 65)
        for (name, role) in [("dewi", "supervisor"), ("udin", "clerk")] {
            try #require(try run.silat("operator", "set", name, "--role", role, "--operator", "dewi").status == 0)
        }
        let refused = try run.silat("participant", "forget", id, "--yes", "--operator", "udin")
        #expect(refused.status == 65 && refused.messages.contains("hanya boleh penyelia"))
        #expect(try run.silat("participant", "find", "rahmawati", "--operator", "udin").output.contains("Rahmawati"))
    }
}
