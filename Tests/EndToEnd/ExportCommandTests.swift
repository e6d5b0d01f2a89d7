import Foundation
import Testing

/// What leaves by `silat export` and `silat list`.
@Suite struct ExportCommandTests {
    private func filled() throws -> CommandRun {
        let run = try CommandRun()
        try run.setUpYear()
        let roster = try run.write(CommandRun.roster, to: "roster.csv")
        try run.silat("import", roster, "--class", "K-001")
        return run
    }

    private func bytes(_ run: CommandRun, _ name: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: run.path(name)))
    }

    @Test func filesAreMarkedAsUTF8AndStandardOutputIsNot() throws {
        let run = try filled()
        #expect(try run.silat("export", "participants", "-o", "out.csv").status == 0)
        #expect(try bytes(run, "out.csv").starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(try run.silat("export", "participants").output.hasPrefix("nik,"))
    }

    @Test func theEndingSaysTheForm() throws {
        let run = try filled()
        for export in ["participants", "enrollments", "totals", "follow-ups", "equipment"] {
            #expect(try run.silat("export", export, "-o", "\(export).xlsx").status == 0)
            #expect(try bytes(run, "\(export).xlsx").starts(with: Data("PK".utf8)))
        }
        #expect(try run.silat("export", "totals", "-o", "t.json").status == 0)
        #expect(try bytes(run, "t.json").starts(with: Data("[".utf8)))
        #expect(try run.shell("\"$silat\" export totals --format xlsx | head -c 2 | grep -q PK") == 0)
        #expect(try run.silat("export", "totals", "--format", "xls").status == 64)
    }

    @Test func workbooksAreNotForTerminals() throws {
        let run = try filled()
        #expect(try run.shell("script -qec '\"$silat\" export totals --format xlsx' /dev/null > out.txt") == 64)
        #expect(try run.text(of: "out.txt").contains("-o"))
    }

    @Test func aFullDiskLeavesNothingBehind() throws {
        let run = try filled()
        try run.silat("generate", "--participants", "3000", "--year", "2025", "--db", "many.db")
        // The limit is on what is written at the end of a file: the workbook's, since the file itself is not written to.
        let line = "\"$silat\" export totals --by desa --db many.db --year 2025 -o"
        #expect(try run.shell("\(line) small.xlsx", filesUpTo: 100) == 0)
        #expect(try run.shell("\(line) t.xlsx", filesUpTo: 1) == 73)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: run.folder).filter { $0.contains("t.xlsx") }.isEmpty)
    }

    @Test func aClassComesInElsewhere() throws {
        let run = try filled()
        #expect(try run.silat("export", "participants", "--class", "K-001", "--reveal", "-o", "k.csv").status == 0)
        let other = try CommandRun()
        try other.setUpYear()
        let report = try other.silat("import", run.path("k.csv"), "--class", "K-001", "--format", "json").object()
        #expect(report["added"] as? Int == 2 && report["enrolled"] as? Int == 2)
        let log = try run.silat("log", "--format", "json").array()
        #expect(log.contains { ($0["note"] as? String)?.contains("participants K-001 2 NIK") == true })
    }

    @Test func listsGoOnPaperAndIntoTheLog() throws {
        let run = try filled()
        #expect(try run.silat("list", "attendance", "--class", "K-001", "--sessions", "3", "-o", "h.html").status == 0)
        #expect(try run.text(of: "h.html").contains("Pertemuan 3"))
        let nominative = try run.silat("list", "nominative", "--class", "K-001", "--format", "csv")
        #expect(
            nominative.status == 0 && nominative.output.hasPrefix("name,nik,") && nominative.output.contains("••••"))
        #expect(try run.silat("list", "certificates", "--class", "K-001").status == 0)
        #expect(try run.silat("list", "nominative").status == 64)
        #expect(try run.silat("list", "attendance", "--class", "K-001", "--sessions", "0").status == 64)
        let notes = try run.silat("log", "--format", "json").array().compactMap { $0["note"] as? String }
        #expect(notes.contains("nominative K-001 2") && notes.contains("attendance K-001 2"))
    }
}
