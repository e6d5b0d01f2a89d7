import Foundation
import Testing

/// `silat merge` as other programs see it: a copy goes to a village, both sides work, the copy comes back.
@Suite struct MergeCommandTests {
    /// An office with Siti and Rahmawati, and the copy `laptop.db`.
    private func parted() throws -> CommandRun {
        let run = try CommandRun()
        try run.setUpYear()
        let roster = try run.write(CommandRun.roster, to: "roster.csv")
        try #require(try run.silat("import", roster, "--class", "K-001").status == 0)
        try #require(try run.silat("backup", run.path("laptop.db")).status == 0)
        return run
    }

    /// Enters somebody in a file by a roster of one.
    private func enter(_ name: String, _ serial: Int, _ run: CommandRun, _ options: String...) throws {
        let text = "nik,nama,kecamatan,desa\n630906450599\(String(format: "%04d", serial)),\(name),Kelua,\n"
        let file = try run.write(text, to: "\(serial).csv")
        let outcome = try run.silat(["import", file] + options)
        try #require(outcome.status == 0, "\(outcome.messages)")
    }

    private func names(_ run: CommandRun) throws -> Set<String> {
        Set(try run.silat("participant", "list", "--format", "json").array().compactMap { $0["name"] as? String })
    }

    @Test func whatWasDoneInTheVillageComesInAsOneStep() throws {
        let run = try parted()
        let laptop = ["--db", run.path("laptop.db"), "--operator", "budi"]
        try enter("Ana Lestari", 7, run, laptop[0], laptop[1], laptop[2], laptop[3])
        try enter("Ida Royani", 8, run)
        let rehearsed = try run.silat("merge", run.path("laptop.db"), "--dry-run", "--format", "json")
        #expect(rehearsed.status == 0, "\(rehearsed.messages)")
        #expect(try rehearsed.object()["added"] as? Int == 1 && names(run).count == 3)
        let merged = try run.silat("merge", run.path("laptop.db"), "--format", "json")
        #expect(merged.status == 0, "\(merged.messages)")
        #expect(merged.messages.contains("budi"))
        let counts = try merged.object()
        #expect(counts["steps"] as? Int == 1 && counts["added"] as? Int == 1 && counts["refused"] as? Int == 0)
        #expect(try names(run) == ["Siti Noorhayati", "Rahmawati", "Ida Royani", "Ana Lestari"])
        let log = try run.silat("log", "--format", "json").array()
        #expect(log[0]["kind"] as? String == "merge_file" && log[1]["operator"] as? String == "budi")
        #expect(log[1]["merge"] as? String == log[0]["id"] as? String)
        let changes = try run.silat("log", "--step", log[0]["id"] as? String ?? "", "--format", "json").array()
        #expect(changes.contains { $0["after"] as? String == "Ana Lestari" && $0["operator"] as? String == "budi" })
        let again = try run.silat("merge", run.path("laptop.db"), "--format", "json")
        #expect(try again.status == 0 && again.object()["steps"] as? Int == 0)
        #expect(try run.silat("check").status == 0)
        #expect(try run.silat("undo").status == 0)
        #expect(try names(run) == ["Siti Noorhayati", "Rahmawati", "Ida Royani"])
        #expect(try run.silat("check").status == 0)
    }

    @Test func whatBothSidesChangedIsListedAndAskedAbout() throws {
        let run = try parted()
        let nik = ["--class", "K-001", "--nik", "6309064505990001"]
        try #require(try run.silat(["enroll"] + nik + ["--status", "dropped", "--reason", "pindah"]).status == 0)
        let there = [
            "--status", "completed", "--date", "2025-02-12", "--db", run.path("laptop.db"), "--operator", "budi",
        ]
        try #require(try run.silat(["enroll"] + nik + there).status == 0)
        let asked = try run.silat("merge", run.path("laptop.db"), "--format", "json")
        #expect(asked.status == 65 && asked.messages.contains("--prefer"))
        let conflict = try #require(try asked.array().first)
        #expect(conflict["record"] as? String == "enrollment" && conflict["field"] as? String == "status")
        #expect(conflict["theirs_by"] as? String == "budi" && conflict["ours"] as? String == "berhenti")
        #expect(try run.silat("log", "--kind", "merge_file", "--format", "json").output == "[]\n")
        let id = try #require(conflict["id"] as? String)
        #expect(try run.silat("merge", run.path("laptop.db"), "--take", "1.2.x=ours").status == 65)
        #expect(try run.silat("merge", run.path("laptop.db"), "--take", "apa").status == 64)
        let merged = try run.silat("merge", run.path("laptop.db"), "--take", "\(id)=theirs", "--format", "json")
        #expect(merged.status == 0, "\(merged.messages)")
        #expect(try merged.object()["settled_theirs"] as? Int == 1)
        let step = try #require(try merged.object()["step"] as? String)
        let changes = try run.silat("log", "--step", step, "--format", "json").array()
        #expect(changes.contains { $0["before"] as? String == "berhenti" && $0["after"] as? String == "selesai" })
    }

    @Test func wrongFilesAreRefusedInOneSentence() throws {
        let run = try parted()
        #expect(try run.silat("merge", run.path("silat.db")).status == 65)
        #expect(try run.silat("merge", run.path("tiada.db")).status == 66)
        #expect(try run.silat("merge", run.path("roster.csv")).status == 65)
        #expect(
            try run.silat("generate", "--participants", "3", "--db", run.path("lain.db"), "--year", "2025").status == 0)
        let stranger = try run.silat("merge", run.path("lain.db"))
        #expect(stranger.status == 65 && stranger.messages.contains("bukan salinan"))
    }
}
