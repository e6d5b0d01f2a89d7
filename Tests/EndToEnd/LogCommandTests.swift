import Foundation
import Testing

/// `silat log`, `silat undo` and `silat redo` as other programs see them.
@Suite struct LogCommandTests {
    private func filled() throws -> CommandRun {
        let run = try CommandRun()
        try run.setUpYear()
        let roster = try run.write(CommandRun.roster, to: "roster.csv")
        try #require(try run.silat("import", roster, "--class", "K-001").status == 0)
        return run
    }

    @Test func whatAStepChanged() throws {
        let run = try filled()
        let log = try run.silat("log", "--kind", "import_roster", "--format", "json").array()
        let step = try #require(log.first)
        #expect(log.count == 1 && step["taken_back"] as? Bool == false)
        let id = try #require(step["id"] as? String)
        let changes = try run.silat("log", "--step", id, "--format", "json")
        let lines = try changes.array()
        #expect(
            Set(lines[0].keys) == ["place", "record", "record_id", "name", "way", "field", "before", "after"])
        #expect(Set(lines.compactMap { $0["place"] as? Int }).count == step["changes"] as? Int)
        #expect(lines.allSatisfy { $0["way"] as? String == "added" })
        #expect(lines.contains { $0["field"] as? String == "name" && $0["after"] as? String == "Rahmawati" })
        #expect(!changes.output.contains("6309064505990001"))
        let few = try run.silat("log", "--step", id, "--limit", "1")
        #expect(few.status == 0 && few.messages.contains("--limit"))
    }

    @Test func stepsByWhoAndWhen() throws {
        let run = try filled()
        #expect(try run.silat("target", "set", "--year", "2027", "--count", "5", "--operator", "dewi").status == 0)
        let own = try run.silat("log", "--by", "dewi", "--format", "json").array()
        #expect(own.map { $0["kind"] as? String } == ["set_target"])
        let all = try run.silat("log", "--since", "2020-01-01", "--until", "2030-12-31", "--format", "json").array()
        #expect(all.count > 1)
        #expect(try run.silat("log", "--until", "2020-01-01", "--format", "json").output == "[]\n")
        let wrong = try run.silat("log", "--kind", "impor_roster")
        #expect(wrong.status == 64 && wrong.messages.contains("import_roster"))
        #expect(try run.silat("log", "--step", "1", "--by", "dewi").status == 64)
        #expect(try run.silat("log", "--step", "1").status == 65)
    }

    @Test func revealsExportsAndImportsAreToldWithWhoWhereAndHowMany() throws {
        let run = try filled()
        #expect(try run.silat("export", "participants", "--reveal", "--operator", "dewi").status == 0)
        let people = try run.silat("participant", "find", "siti", "--format", "json").array()
        let id = try #require(people.first?["id"] as? String)
        #expect(try run.silat("participant", "show", id, "--reveal", "--operator", "dewi").status == 0)
        for (kind, note) in [("import_roster", "roster.csv"), ("export", "2 NIK"), ("reveal", "Siti Noorhayati")] {
            let step = try #require(try run.silat("log", "--kind", kind, "--format", "json").array().first)
            #expect((step["desk"] as? String)?.isEmpty == false)
            if kind != "import_roster" { #expect(step["operator"] as? String == "dewi") }
            #expect("\(step["note"] ?? "") \(step["person"] ?? "")".contains(note), "\(kind)")
        }
        let imported = try #require(try run.silat("log", "--kind", "import_roster", "--format", "json").array().first)
        #expect(imported["changes"] as? Int ?? 0 >= 2)
    }

    @Test func undoAndRedoByNumber() throws {
        let run = try filled()
        let id = try #require(
            try run.silat("log", "--kind", "import_roster", "--format", "json").array().first?["id"] as? String)
        func people() throws -> Int { try run.silat("participant", "list", "--format", "json").array().count }
        let undone = try run.silat("undo", "--step", id, "--format", "json").object()
        #expect(Set(undone.keys) == ["undone", "changes"] && undone["undone"] as? String == "import_roster")
        #expect(try people() == 0)
        #expect(try run.silat("undo", "--step", id).status == 65)
        let redone = try run.silat("redo", "--format", "json").object()
        #expect(Set(redone.keys) == ["redone", "changes"] && redone["redone"] as? String == "import_roster")
        #expect(try people() == 2)
        #expect(try run.silat("redo").status == 65)
        #expect(try run.silat("undo", "--step", id, "--operator", "dewi").status == 65)
        #expect(try run.silat("undo", "--step", "x").status == 65)
        #expect(try run.silat("check", "--format", "json").array().allSatisfy { $0["ok"] as? Bool == true })
    }
}
