import Foundation
import GRDB
import Testing

/// `check`, `check --repair`, `access` and files from elsewhere, as other programs see them.
@Suite(.serialized) struct CareCommandTests {
    private func office() throws -> CommandRun {
        let run = try CommandRun()
        #expect(try run.silat("generate", "--participants", "60", "--year", "2025").status == 0)
        return run
    }

    private func write(_ sql: String, in run: CommandRun) throws {
        let queue = try DatabaseQueue(path: run.path("silat.db"))
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    private func mode(_ path: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
    }

    @Test func repairMakesTalliesAnewAndSaysWhereTheCopyIs() throws {
        let run = try office()
        let before = try run.silat("totals", "--by", "kecamatan", "--year", "2025", "--format", "json").output
        try write("UPDATE tally SET people = people + 1", in: run)
        let found = try run.silat("check", "--format", "json")
        #expect(found.status == 65 && found.messages.contains("silat check --repair"))
        let wrong = try found.array().filter { $0["ok"] as? Bool == false }
        #expect(wrong.map { $0["check"] as? String } == ["tallies"])
        let repaired = try run.silat("check", "--repair", "--format", "json")
        #expect(repaired.status == 0 && repaired.messages.contains("silat.db.backups/before-repair-"))
        #expect(try repaired.array().allSatisfy { $0["ok"] as? Bool == true })
        #expect(try run.silat("totals", "--by", "kecamatan", "--year", "2025", "--format", "json").output == before)
        #expect(try run.silat("check").status == 0)
        let kinds = try run.silat("log", "--format", "json").array().map { $0["kind"] as? String }
        #expect(kinds.first == "repair")
    }

    @Test func checkNamesLayoutRoomAndRights() throws {
        let run = try office()
        let findings = try run.silat("check", "--format", "json").array()
        let values = Dictionary(uniqueKeysWithValues: findings.map { ($0["check"] as! String, $0["value"] as? String) })
        #expect(values["version"] == "8" && values["permissions"] == "0600" && values["drafts"] == "0")
        #expect(Int((values["free_space"] ?? nil) ?? "") ?? 0 > 0)
    }

    @Test func accessIsForTheOwnerOrAGroup() throws {
        let run = try office()
        chmod(run.path("silat.db"), 0o644)
        #expect(try run.silat("check").status == 65)
        #expect(try run.silat("access", "owner").status == 0)
        #expect(mode(run.path("silat.db")) == 0o600)
        #expect(try run.silat("access", "group").status == 0)
        #expect(mode(run.path("silat.db")) == 0o660)
        #expect(try run.silat("check").status == 0)
        let unknown = try run.silat("access", "group", "no-such-group-here")
        #expect(unknown.status == 73 && unknown.messages.contains("no-such-group-here"))
    }

    @Test func whatSilatDidNotMakeIsNamedAndNothingRuns() throws {
        let run = try office()
        try write("CREATE TRIGGER gift AFTER INSERT ON step BEGIN DELETE FROM draft; END", in: run)
        let bytes = try Data(contentsOf: URL(filePath: run.path("silat.db")))
        for command in [["gauge"], ["check"], ["participant", "list"], ["undo"]] {
            let outcome = try run.silat(command)
            #expect(outcome.status == 65 && outcome.messages.contains("trigger gift"), "\(command)")
        }
        #expect(try Data(contentsOf: URL(filePath: run.path("silat.db"))) == bytes)
    }
}
