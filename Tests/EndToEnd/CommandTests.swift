import Foundation
import Testing

/// The command as other programs see it: arguments in; JSON, messages and exit codes out.
@Suite struct CommandTests {
    @Test func aYearFromNothing() throws {
        let run = try CommandRun()
        try run.setUpYear()
        let roster = try run.write(CommandRun.roster, to: "roster.csv")
        let took = try run.silat("import", roster, "--class", "K-001", "--format", "json")
        #expect(took.status == 0)
        let counts = try took.object()
        #expect(counts["read"] as? Int == 2 && counts["added"] as? Int == 2 && counts["matched"] as? Int == 0)
        #expect(counts["enrolled"] as? Int == 2 && counts["already_enrolled"] as? Int == 0)
        #expect(counts["rejected"] as? Int == 0 && (counts["errors"] as? [Any])?.isEmpty == true)
        let gauge = try run.silat("gauge", "--format", "json")
        #expect(
            gauge.output == """
                {"year": 2025, "target": {"original": 10, "revised": null}, "rule": "people", "people": 2, \
                "enrollments": 2, "percent": 20.0, "laps": 0}

                """)
        let totals = try run.silat("totals", "--by", "kecamatan", "--format", "json").array()
        #expect(Set(totals[0].keys) == ["code", "name", "target", "people", "enrollments", "percent"])
        #expect(totals.count == 12)
        #expect(totals.first { $0["name"] as? String == "Kelua" }?["people"] as? Int == 1)
        #expect(try run.silat("check", "--format", "json").array().allSatisfy { $0["ok"] as? Bool == true })
    }

    @Test func aRevisedTargetPastItsFirstLap() throws {
        let run = try CommandRun()
        #expect(try run.silat("generate", "--participants", "50", "--year", "2025").status == 0)
        try #require(try run.silat("target", "set", "--year", "2025", "--count", "12", "--revised").status == 0)
        let gauge = try run.silat("gauge", "--format", "json").object()
        let target = try #require(gauge["target"] as? [String: Any])
        #expect(target["revised"] as? Int == 12 && target["original"] is Int)
        #expect(gauge["percent"] as? Double == 416.6 && gauge["laps"] as? Int == 4)
        #expect(try run.silat("gauge").output.contains("416,6 %"))
        #expect(try run.silat("gauge", "--lang", "en").output.contains("416.6 %"))
    }

    @Test(arguments: [
        ["--year", "2025", "--db", "other.db", "gauge", "--format", "json"],
        ["gauge", "--format", "json", "--year=2025", "--db=other.db"],
        ["--db=other.db", "gauge", "--year", "2025", "--format", "json"],
    ])
    func globalOptionsStandBeforeAndAfter(arguments: [String]) throws {
        let run = try CommandRun()
        #expect(try run.silat("--db", "other.db", "target", "set", "--year", "2025", "--count", "10").status == 0)
        #expect(try run.silat("--db", "other.db", "--year", "2026", "target", "set", "--count", "20").status == 0)
        #expect(try run.silat(arguments).object()["year"] as? Int == 2025)
        #expect(try run.silat("gauge", "--db", "other.db", "--format", "json").object()["year"] as? Int == 2026)
        #expect(!FileManager.default.fileExists(atPath: run.path("silat.db")))
    }

    @Test func theDefaultFileIsMadeWithItsFolder() throws {
        let run = try CommandRun()
        run.environment["SILAT_DB"] = nil
        #expect(try run.silat("gauge").status == 66)
        #expect(try run.silat("target", "set", "--year", "2025", "--count", "1").status == 0)
        #expect(FileManager.default.fileExists(atPath: run.path(".local/share/silat/silat.db")))
        run.environment["XDG_DATA_HOME"] = run.path("data")
        #expect(try run.silat("target", "set", "--year", "2025", "--count", "1").status == 0)
        #expect(FileManager.default.fileExists(atPath: run.path("data/silat/silat.db")))
    }

    @Test(arguments: [
        ["bogus"], ["target"], ["target", "bogus"], ["gauge", "extra"], ["gauge", "--bogus"], ["totals"],
        ["totals", "--by", "colour"], ["gauge", "--year", "x"], ["gauge", "--year", "1999"], ["gauge", "--lang", "fr"],
        ["gauge", "--format", "xml"], ["class", "add"], ["enroll", "--class", "K"],
        ["enroll", "--class", "K", "--nik", "1", "--id", "1"],
        ["enroll", "--class", "K", "--id", "1", "--status", "dropped"],
        ["participant", "find"], ["import"], ["export", "nothing"], ["generate"],
        ["generate", "--participants", "-1"],
        ["target", "set", "--count", "1", "--track", "community", "--kecamatan", "Kelua"],
        ["target", "set", "--count", "1", "--track", "community", "--through", "2029"],
        ["totals", "--by", ""], ["totals", "--by", "kecamatan,"], ["totals", "--by", "sex,sex"],
        ["totals", "--by", "sex,age,track"], ["explain", "--names", "bogus"],
        ["explain", "--names", "people", "--as-of", "2025-01-01"], ["claim", "set", "--count", "1"], ["claim"],
        ["residents", "set", "--kecamatan", "Kelua"],
    ])
    func wrongUsage(arguments: [String]) throws {
        let run = try CommandRun()
        let outcome = try run.silat(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.messages.hasPrefix("silat: ") && outcome.messages.filter { $0 == "\n" }.count == 1,
            "\(outcome.messages)")
        #expect(!FileManager.default.fileExists(atPath: run.path("silat.db")))
    }

    @Test func helpAndVersionAreData() throws {
        let run = try CommandRun()
        for arguments in [
            ["--help"], ["--version"], ["gauge", "--help"], ["help", "class", "add"], ["--db", "x", "--help"],
        ] {
            let outcome = try run.silat(arguments)
            #expect(outcome.status == 0 && !outcome.output.isEmpty && outcome.messages.isEmpty)
        }
    }

    @Test(arguments: [
        ["gauge"], ["totals", "--by", "sex"], ["target", "list"], ["program", "list"], ["class", "list"],
        ["organizer", "list"],
        ["participant", "list"], ["participant", "show", "1"], ["participant", "find", "siti"], ["check"], ["log"],
        ["undo"], ["explain"], ["claim", "list"], ["residents", "list"], ["totals", "--by", "sex,age"],
        ["claim", "set", "--organizer", "X", "--count", "1"],
        ["enroll", "--class", "K", "--id", "1"], ["export", "participants"], ["export", "totals"],
        ["import", "missing.csv"],
    ])
    func aMissingFileIsNotMade(arguments: [String]) throws {
        let run = try CommandRun()
        #expect(try run.silat(arguments).status == 66)
        #expect(!FileManager.default.fileExists(atPath: run.path("silat.db")))
    }

    @Test func theTerminalProgramSaysThatItNeedsATerminal() throws {
        let run = try CommandRun()
        for arguments in [[], ["demo"]] {
            let outcome = try run.silat(arguments + ["--lang", "en"])
            #expect(outcome.status == 64 && outcome.output.isEmpty)
            #expect(outcome.messages == "silat: this needs a terminal; see “silat --help” for commands that do not\n")
        }
    }

    @Test func filesThatCannotServe() throws {
        let run = try CommandRun()
        let text = try run.write("nothing of silat's", to: "text.db")
        #expect(try run.silat("gauge", "--db", text).status == 65)
        #expect(try run.silat("target", "set", "--count", "1", "--db", text).status == 65)
        #expect(try run.text(of: "text.db") == "nothing of silat's")
        #expect(try run.silat("target", "set", "--count", "1", "--db", "nowhere/x.db").status == 73)
        #expect(try run.silat("target", "set", "--count", "1").status == 0)
        #expect(try run.silat("export", "totals", "-o", "nowhere/x.csv").status == 73)
        #expect(try run.silat("export", "totals", "-o", "silat.db").status == 73)
        #expect(try run.silat("check").status == 0)
    }

    @Test func aReaderThatLeavesIsNoFailure() throws {
        let run = try CommandRun()
        #expect(try run.silat("generate", "--participants", "3000", "--year", "2025").status == 0)
        #expect(try run.shell("set -o pipefail; \"$silat\" export participants --format json | head -c 10") == 0)
        #expect(try run.shell("\"$silat\" export participants > /dev/full") == 73)
        // Where even messages cannot be written, the exit code still tells.
        #expect(try run.shell("\"$silat\" --nix 2> /dev/full > /dev/null") == 64)
        #expect(try run.shell("\"$silat\" gauge >&-") == 73)
        #expect(try run.silat("check").status == 0)
    }

    @Test func aClassOutsideItsYearIsAddedAndSaid() throws {
        let run = try CommandRun()
        try run.setUpYear()
        let class2024 = try run.silat(
            "class", "add", "--code", "K-002", "--program", "P-1", "--start", "2024-12-30", "--end", "2025-01-05",
            "--seats", "2")
        #expect(class2024.status == 0)
        #expect(class2024.messages.contains("30-12-2024") && class2024.messages.contains("2025"))
        #expect(!class2024.messages.contains("05-01-2025"))
    }

    @Test func unknownNamesNameTheNearest() throws {
        let run = try CommandRun()
        try run.setUpYear()
        let kecamatan = try run.silat("participant", "list", "--kecamatan", "Murung Pudk")
        #expect(kecamatan.status == 65 && kecamatan.messages.contains("Murung Pudak"))
        let roster = try run.write(CommandRun.roster, to: "roster.csv")
        let trainingClass = try run.silat("import", roster, "--class", "K-01")
        #expect(trainingClass.status == 65 && trainingClass.messages.contains("K-001"))
        #expect(try run.silat("targt").messages.contains("target"))
    }

    @Test func aValueThatBeginsWithAHyphenIsSaidToBeTheTrouble() throws {
        let run = try CommandRun()
        let less = try run.silat("generate", "--participants", "-5")
        #expect(less.status == 64)
        #expect(less.messages.contains("yang diawali “-” bukan nilai"), "\(less.messages)")
    }

    @Test func generateFillsANewFileOnly() throws {
        let run = try CommandRun()
        for name in ["a.db", "b.db"] {
            #expect(
                try run.silat("--db", name, "generate", "--participants", "40", "--seed", "7", "--year", "2025").status
                    == 0)
        }
        let files = try ["a.db", "b.db"].map { try run.silat("export", "participants", "--reveal", "--db", $0).output }
        #expect(files[0] == files[1])
        #expect(try run.silat("--db", "a.db", "generate", "--participants", "40").status == 65)
        #expect(try run.silat("--db", "a.db", "gauge", "--format", "json").object()["people"] as? Int == 40)
    }
}
