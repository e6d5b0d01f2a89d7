import Foundation
import Store
import Testing
import Training

/// Figures through the command: totals, explanation, claims, targets.
@Suite struct CommandFiguresTests {
    /// Two hundred people of whom some are in several classes, and somebody claimed by two organizers.
    private func filled() throws -> CommandRun {
        let run = try CommandRun()
        try #require(try run.silat("generate", "--participants", "200", "--year", "2025", "--seed", "3").status == 0)
        return run
    }

    private func sum(_ rows: [[String: Any]], _ key: String) -> Int {
        rows.compactMap { $0[key] as? Int }.reduce(0, +)
    }

    private static let dimensions = [
        "kecamatan", "desa", "track", "program", "organizer", "funding", "month", "sex", "age",
    ]

    @Test func theLinesOfEveryTableAddUpToTheHeadline() throws {
        let run = try filled()
        let gauge = try run.silat("gauge", "--format", "json").object()
        let pairs = ["kecamatan,track", "organizer,month", "sex,age", "desa,program", "track,funding", "age,kecamatan"]
        var overlaps = 0
        for division in Self.dimensions + pairs {
            let rows = try run.silat("totals", "--by", division, "--format", "json").array()
            #expect(sum(rows, "people") == gauge["people"] as? Int, "\(division)")
            #expect(sum(rows, "enrollments") == gauge["enrollments"] as? Int, "\(division)")
            guard let overlap = rows.first(where: { $0["code"] as? String == "overlap" }) else { continue }
            overlaps += 1
            #expect(overlap["enrollments"] as? Int == 0)
            #expect((overlap["people"] as? Int ?? 0) < 0)
            #expect(rows.last?["code"] as? String == "overlap")
        }
        // Residence and sex are one for each person; programs are not.
        #expect(overlaps >= 5)
    }

    @Test func rowsOfTotalsHaveTheirKeys() throws {
        let run = try filled()
        let base = ["code", "name", "target", "people", "enrollments", "percent"]
        for dimension in Self.dimensions {
            let outcome = try run.silat("totals", "--by", dimension, "--format", "csv")
            let header = base + (dimension == "organizer" ? ["claimed", "difference"] : [])
            #expect(outcome.output.hasPrefix(header.joined(separator: ",") + "\n"), "\(dimension)")
        }
        let cells = try run.silat("totals", "--by", "track,sex", "--format", "json").array()
        #expect(
            Set(cells[0].keys) == ["code", "name", "column_code", "column_name", "people", "enrollments"])
        #expect(cells.allSatisfy { $0["people"] as? Int != 0 })
    }

    /// A crossing stands as a table where it is not too wide, and as a list of its cells where it is.
    @Test func aCrossingReadsAsATable() throws {
        let run = try filled()
        let table = try run.silat("totals", "--by", "track,sex").output.split(separator: "\n")
        #expect(table[0].contains("Jalur × Jenis kelamin (orang)") && table[0].hasSuffix("Jumlah"))
        #expect(table.last?.hasPrefix("Jumlah") == true && table.last?.hasSuffix(" 200") == true)
        let list = try run.silat("totals", "--by", "sex,desa").output
        #expect(list.hasPrefix("Kode") && list.contains("laki-laki"))
        let whole = try run.silat("totals", "--by", "track").output.split(separator: "\n").last
        #expect(whole?.contains("Jumlah") == true && whole?.contains(" 200 ") == true)
    }

    @Test func unknownDivisionsNameWhatIsPossible() throws {
        let run = try filled()
        for division in ["warna", "track,track", "track,sex,age"] {
            let outcome = try run.silat("totals", "--by", division)
            #expect(outcome.status == 64 && outcome.output.isEmpty)
            #expect(Self.dimensions.allSatisfy { outcome.messages.contains($0) })
        }
    }

    @Test func theExplanationLeadsToTheHeadline() throws {
        let run = try filled()
        let gauge = try run.silat("gauge", "--format", "json").object()
        let explanation = try run.silat("explain", "--format", "json").object()
        for key in ["year", "rule", "people", "enrollments", "percent", "laps"] {
            #expect("\(explanation[key] ?? "–")" == "\(gauge[key] ?? "–")", "\(key)")
        }
        #expect(explanation["as_of"] is NSNull)
        let steps = try #require(explanation["steps"] as? [[String: Any]])
        let counts = Dictionary(
            uniqueKeysWithValues: steps.map { ($0["step"] as? String ?? "", $0["count"] as? Int ?? -1) })
        #expect(counts.count == 13 && counts["no_nik"] != nil && counts["several_classes"] != nil)
        #expect(counts["people"] == gauge["people"] as? Int)
        for (step, count) in counts {
            let names = try run.silat("explain", "--names", step, "--format", "json").array()
            #expect(names.count == count, "\(step)")
        }
        let sheet = try run.silat("explain", "--lang", "en").output
        #expect(sheet.contains("People who took part, each once") && sheet.contains("By what was on file until"))
    }

    /// One person entered in the evening of 1 March as Tanjung's clocks have it, one on 2 March; a target before, one after.
    private func twoDays() async throws -> CommandRun {
        let run = try CommandRun()
        run.environment["TZ"] = "Asia/Makassar"
        let author = Author(name: "rina", desk: "meja1")
        func on(_ iso: String, _ body: (SilatStore) async throws -> Void) async throws {
            let moment = try Date(iso, strategy: .iso8601)
            let store = try SilatStore.open(at: run.path("silat.db"), mode: .create, now: { moment })
            try await body(store)
            store.close()
        }
        func person(_ serial: Int) throws -> Participant {
            Participant(
                identity: .nik(try NIK(OfficeFile.nik(serial))), name: PersonName("Siti Aminah")!,
                birthDate: CalendarDate(iso: "1999-05-05")!, sex: .female, residence: .outside)
        }
        try await on("2025-03-01T15:59:59Z") { store in
            let program = Program(code: Code("P-1")!, title: "Menjahit", year: 2025, track: .community)
            let id = ID<Program>(try await store.perform(.addProgram(program), by: author).record!)
            let day = CalendarDate(iso: "2025-02-01")!
            let course = TrainingClass(code: Code("K-1")!, program: id, start: day, end: day, seats: 9)
            _ = try await store.perform(.addClass(course), by: author)
            _ = try await store.perform(.setTarget(Target(year: 2025, count: 3, source: "DPA")), by: author)
            let course1 = try await store.trainingClass(code: "K-1").trainingClass.id
            let action = Action.addParticipant(try person(1), in: course1, confirmed: Set(Doubt.allCases))
            _ = try await store.perform(action, by: author)
        }
        try await on("2025-03-01T16:00:00Z") { store in
            let course = try await store.trainingClass(code: "K-1").trainingClass.id
            _ = try await store.perform(
                .addParticipant(try person(2), in: course, confirmed: Set(Doubt.allCases)), by: author)
            _ = try await store.perform(.setTarget(Target(year: 2025, stage: .revised, count: 4)), by: author)
        }
        return run
    }

    @Test func anEarlierDayIsAsItStoodThen() async throws {
        let run = try await twoDays()
        func headline(_ arguments: String...) throws -> [Int?] {
            let explanation = try run.silat(["explain", "--format", "json"] + arguments).object()
            let target = explanation["target"] as? [String: Any]
            return [explanation["people"] as? Int, target?["original"] as? Int, target?["revised"] as? Int]
        }
        #expect(try headline() == [2, 3, 4])
        #expect(try headline("--as-of", "2025-03-01") == [1, 3, nil])
        #expect(try headline("--as-of", "02-03-2025") == [2, 3, 4])
        let explanation = try run.silat("explain", "--as-of", "2025-03-01", "--format", "json").object()
        #expect(explanation["as_of"] as? String == "2025-03-01")
        #expect(explanation["cut_off"] as? String == "2025-03-01T16:00:00Z")
        #expect(explanation["percent"] as? Double == 33.3)
        // Where clocks are eight hours behind, the day ended later.
        run.environment["TZ"] = "UTC"
        #expect(try headline("--as-of", "2025-03-01") == [2, 3, 4])
        #expect(try run.silat("explain", "--as-of", "2025-03-01").output.contains("pada akhir tanggal 01-03-2025"))
    }

    @Test(arguments: ["2025-02-28", "2999-01-01", "kemarin", "31-02-2025"])
    func aDayThatCannotBeIsWrongUsage(day: String) async throws {
        let run = try await twoDays()
        let outcome = try run.silat("explain", "--as-of", day)
        #expect(outcome.status == 64 && outcome.output.isEmpty)
        #expect(outcome.messages.hasPrefix("silat: ") && outcome.messages.filter { $0 == "\n" }.count == 1)
    }

    @Test func theHistorySaysWhichTargetHeldWhen() async throws {
        let run = try await twoDays()
        let history = try run.silat("target", "list", "--history", "--format", "json").array()
        #expect(history.map { $0["count"] as? Int } == [3, 4])
        #expect(history.map { $0["from"] as? String } == ["2025-03-01T15:59:59Z", "2025-03-01T16:00:00Z"])
        #expect(history[0]["until"] as? String == "2025-03-01T16:00:00Z" && history[1]["until"] is NSNull)
        #expect(history.allSatisfy { $0["operator"] as? String == "rina" && $0["desk"] as? String == "meja1" })
        let table = try run.silat("target", "list", "--history").output
        #expect(table.contains("02-03-2025 00:00") && table.contains("masih berlaku"))
        let header = try run.silat("target", "list", "--history", "--format", "csv").output.split(separator: "\n")[0]
        #expect(header.hasSuffix("source,source_date,from,until,operator,desk"))
    }

    @Test func targetsKeepTheirDocumentsDateAndTerms() throws {
        let run = try CommandRun()
        try run.setUpYear()
        #expect(
            try run.silat(
                "target", "set", "--year", "2025", "--count", "15000", "--through", "2029", "--source", "RPJMD",
                "--source-date", "20-02-2025"
            ).status == 0)
        let targets = try run.silat("target", "list", "--format", "json").array()
        let term = try #require(targets.first { $0["scope"] as? String == "term" })
        #expect(term["code"] as? String == "2025-2029" && term["source_date"] as? String == "2025-02-20")
        #expect(targets.first { $0["scope"] as? String == "regency" }?["source_date"] is NSNull)
        // The year's figure has nothing to do with the term's.
        #expect(try run.silat("gauge", "--format", "json").output.contains("\"original\": 10, \"revised\": null"))
        for arguments in [
            ["--through", "2025"], ["--through", "2035"], ["--source-date", "2999-01-01"], ["--source-date", "x"],
        ] {
            let outcome = try run.silat(["target", "set", "--year", "2025", "--count", "1"] + arguments)
            #expect(outcome.status == 65 && outcome.output.isEmpty, "\(arguments)")
        }
    }

    @Test func partsThatDoNotAddUpAreSaidBesideTheWhole() throws {
        let run = try CommandRun()
        try run.setUpYear()
        for (place, count) in [("Kelua", "4"), ("Upau", "3")] {
            try #require(try run.silat("target", "set", "--count", count, "--kecamatan", place).status == 0)
        }
        let list = try run.silat("target", "list", "--lang", "en")
        #expect(
            list.messages == "silat: 2025: the targets of 2 kecamatan add up to 7, the whole's is 10; difference 3\n")
        #expect(try run.silat("target", "list", "--format", "json").messages.isEmpty)
        try #require(try run.silat("target", "set", "--count", "6", "--kecamatan", "Upau", "--revised").status == 0)
        #expect(try run.silat("target", "list").messages.isEmpty)
    }

    @Test func claimsStandBesideTheNames() throws {
        let run = try CommandRun()
        try run.setUpYear()
        try #require(
            try run.silat("import", run.write(CommandRun.roster, to: "r.csv"), "--class", "K-001").status == 0)
        let set = try run.silat(
            "claim", "set", "--organizer", "dkn", "--year", "2025", "--count", "5", "--date", "2-1-2026", "--letter",
            "7/B", "--format", "json")
        #expect(set.status == 0)
        #expect(try set.object()["difference"] as? Int == 3)
        let claim = try #require(try run.silat("claim", "list", "--format", "json").array().first)
        #expect(claim["organizer"] as? String == "DKN" && claim["kind"] as? String == "skpd")
        #expect(claim["claimed"] as? Int == 5 && claim["claimed_on"] as? String == "2026-01-02")
        #expect(claim["letter"] as? String == "7/B" && claim["people"] as? Int == 2)
        #expect(claim["enrollments"] as? Int == 2 && claim["difference"] as? Int == 3)
        let reasons = try #require(claim["reasons"] as? [String: Int])
        #expect(
            Set(reasons.keys)
                == ["same_twice", "no_nik", "registered", "dropped", "cancelled", "outside", "other_year"])
        #expect(
            try run.silat("claim", "list", "--format", "csv").output.hasPrefix(
                "organizer,name,kind,claimed,claimed_on,letter,people,enrollments,difference,same_twice,"))
        let total = try #require(try run.silat("totals", "--by", "organizer", "--format", "json").array().first)
        #expect(total["claimed"] as? Int == 5 && total["difference"] as? Int == 3)
        // In place of what it claimed before.
        #expect(try run.silat("claim", "set", "--organizer", "DKN", "--count", "0").status == 0)
        #expect(try run.silat("claim", "list", "--format", "json").array().map { $0["claimed"] as? Int } == [0])
        #expect(try run.silat("undo", "--format", "json").object()["undone"] as? String == "set_claim")
    }

    @Test(arguments: [
        (["--organizer", "DKM", "--count", "1"], 65), (["--organizer", "DKN", "--count=-1"], 65),
        (["--organizer", "DKN", "--count", "1", "--date", "2999-01-01"], 65),
        (["--organizer", "DKN", "--count", "1", "--date", "x"], 65), (["--organizer", "DKN", "--count", "x"], 64),
    ])
    func claimsThatCannotBe(arguments: [String], status: Int) throws {
        let run = try CommandRun()
        try run.setUpYear()
        let outcome = try run.silat(["claim", "set"] + arguments)
        #expect(outcome.status == Int32(status) && outcome.output.isEmpty)
        #expect(outcome.messages.hasPrefix("silat: ") && outcome.messages.filter { $0 == "\n" }.count == 1)
    }

    @Test func residentsAreKept() throws {
        let run = try CommandRun()
        try run.setUpYear()
        for count in ["24000", "25000"] {
            let set = ["residents", "set", "--kecamatan", "kelua", "--count", count, "--source", "BPS 2024"]
            #expect(try run.silat(set).status == 0)
        }
        let list = try run.silat("residents", "list", "--format", "json").array()
        #expect(list.count == 1 && list[0]["code"] as? String == "63.09.02" && list[0]["name"] as? String == "Kelua")
        #expect(list[0]["count"] as? Int == 25_000 && list[0]["source"] as? String == "BPS 2024")
        for arguments in [["--kecamatan", "Keluaa", "--count", "1"], ["--kecamatan", "Kelua", "--count", "0"]] {
            #expect(try run.silat(["residents", "set"] + arguments).status == 65)
        }
    }

    @Test(arguments: [
        (2_999, "3000", 99.9), (3_000, "3000", 100.0), (11_630, "3000", 387.6), (1, "3000", 0.0),
    ])
    func percentagesAreCut(participants: Int, target: String, percent: Double) throws {
        let run = try CommandRun()
        try #require(
            try run.silat("generate", "--participants", String(participants), "--year", "2025").status == 0)
        try #require(
            try run.silat("target", "set", "--year", "2025", "--count", target, "--revised").status == 0)
        #expect(try run.silat("explain", "--format", "json").object()["percent"] as? Double == percent)
        #expect(try run.silat("gauge", "--format", "json").object()["percent"] as? Double == percent)
    }
}
