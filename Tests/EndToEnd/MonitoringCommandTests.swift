import Foundation
import Testing

/// What became of people, through the command: checks by code, outcomes, equipment, recall, and the sheet on paper.
@Suite struct MonitoringCommandTests {
    /// Siti and Rahmawati, who completed K-001 on 12 February 2025.
    private func graduates(status: String = "completed") throws -> CommandRun {
        let run = try CommandRun()
        try run.setUpYear()
        let roster = try run.write(CommandRun.roster, to: "roster.csv")
        try #require(try run.silat("import", roster, "--class", "K-001").status == 0)
        for nik in [Self.siti, Self.rahma] {
            let set = try run.silat(
                "enroll", "--class", "K-001", "--nik", nik, "--status", status, "--date", "2025-02-12", "--reason", "x",
                "--certificate", "S-1")
            try #require(set.status == 0, "\(set.messages)")
        }
        return run
    }

    private static let siti = "6309064505990001"
    private static let rahma = "6309064505990002"
    private static let desa = "63.09.06.2004"

    private func due(_ run: CommandRun) throws -> [[String: Any]] {
        try run.silat("follow-up", "due", "--format", "json").array()
    }

    private func code(_ run: CommandRun, _ name: String = "Siti Noorhayati") throws -> String {
        try #require(try due(run).first { $0["participant"] as? String == name }?["code"] as? String)
    }

    private func id(of name: String, _ run: CommandRun) throws -> String {
        try #require(try run.silat("participant", "find", name, "--format", "json").array().first?["id"] as? String)
    }

    /// Refused as data, in one sentence that holds all of `parts`.
    private func expectRefused(
        _ run: CommandRun, _ arguments: [String], _ parts: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try run.silat(arguments)
        #expect(outcome.status == 65, "\(arguments): \(outcome.messages)", sourceLocation: sourceLocation)
        #expect(outcome.output.isEmpty && outcome.messages.filter { $0 == "\n" }.count == 1)
        for part in parts {
            #expect(outcome.messages.contains(part), "\(outcome.messages)", sourceLocation: sourceLocation)
        }
    }

    // MARK: Checks and outcomes

    @Test func whatIsDueIsListedWithCodes() throws {
        let run = try graduates()
        let list = try run.silat("follow-up", "due", "--format", "json")
        let row = try #require(try list.array().first)
        #expect(
            list.output.contains(
                #""participant": "Rahmawati", "nik": "6309••••••••0002", "class": "K-001", "desa": null, "#
                    + #""due_on": "2025-05-12", "days_late": "#))
        #expect(list.output.hasPrefix("[\n{\"code\": \"P-000") && row["attempts"] as? Int == 0)
        let header = try #require(
            try run.silat("follow-up", "due", "--format", "csv").output.split(separator: "\n").first)
        #expect(header.hasPrefix("code,participant,nik,class,desa,due_on,days_late,attempts,"))
        // A code stays with its check.
        #expect(try due(run).map { $0["code"] as? String } == list.array().map { $0["code"] as? String })
        #expect(try run.silat("follow-up", "due").output.contains("12-05-2025"))
        let there = try run.silat("follow-up", "due", "--desa", Self.desa, "--format", "json").array()
        #expect(!there.isEmpty && there.allSatisfy { $0["participant"] as? String == "Siti Noorhayati" })
        #expect(try run.silat("follow-up", "due", "--visitor", "Nobody", "--format", "json").array().isEmpty)
        #expect(try run.silat("follow-up", "due", "--year", "2024", "--format", "json").array().isEmpty)
        #expect(try run.silat("follow-up", "due", "--limit", "1", "--format", "json").array().count == 1)
        #expect(try run.silat("follow-up", "due", "--reveal").output.contains(Self.siti))
        #expect(try run.silat("log", "--format", "csv").output.contains("follow-ups"))
    }

    @Test func anOutcomeIsRecordedByItsCode() throws {
        let run = try graduates()
        let code = try code(run)
        let recorded = try run.silat(
            "follow-up", "record", "--code", code.lowercased().replacingOccurrences(of: "-", with: " "), "--by", "Udin",
            "--date", "2025-06-01", "--outcome", "self-employed", "--business", "Kue Siti", "--workers", "3",
            "--trained-workers", "1", "--sector", "food", "--format", "json"
        ).object()
        #expect(recorded["code"] as? String == code && recorded["outcome"] as? String == "self-employed")
        #expect(recorded["reached"] as? Bool == true && recorded["mark"] as? Int == 3)
        #expect(try !due(run).contains { $0["code"] as? String == code })
        #expect(
            try run.silat("outcomes", "--by", "track", "--format", "json").output.hasPrefix(
                """
                [
                {"code": "community", "name": "Berbasis masyarakat", "took_part": 2, "completed": 2, "certified": 0, \
                "due": 2, "reached": 1, "using": 1, "working": 0, "self_employed": 1, "workers_absorbed": 2, \
                "using_of_reached": 100.0, "using_of_due": 50.0},
                """))
        let whole = try run.silat("outcomes", "--format", "json").array()
        #expect(whole.count == 1 && whole[0]["code"] as? String == "" && whole[0]["due"] as? Int == 2)
        let table = try run.silat("outcomes").output
        #expect(table.contains("50,0 %") && table.contains("100,0 %"))
        let path = try run.silat("follow-up", "list", "--nik", Self.siti)
        #expect(path.output.hasPrefix("K-001: mengikuti → selesai → wirausaha dengan 3 pekerja\n"), "\(path.output)")
        let rows = try run.silat("follow-up", "list", "--nik", Self.siti, "--format", "json").array()
        #expect(rows.map { $0["event"] as? String } == ["status", "status", "check", "outcome"])
        #expect(rows.last?["business"] as? String == "Kue Siti" && rows.last?["workers"] as? Int == 3)
    }

    @Test func threeAttemptsMakeSomebodyUnreachable() throws {
        let run = try graduates()
        let code = try code(run)
        for (attempt, date) in ["2025-05-20", "2025-05-25", "2025-05-30"].enumerated() {
            let tried = try run.silat(
                "follow-up", "record", "--code", code, "--unreached", "--by", "Udin", "--date", date, "--next",
                "2025-06-05", "--format", "json"
            ).object()
            #expect(tried["attempts"] as? Int == attempt + 1)
            #expect(tried["outcome"] as? String == (attempt == 2 ? "unreachable" : nil))
        }
        #expect(
            try run.silat("follow-up", "show", "--code", code, "--format", "json").array()[0]["state"] as? String
                == "done")
        #expect(try run.silat("follow-up", "list", "--nik", Self.siti).output.contains("tidak terjangkau"))
    }

    @Test func outcomesOutsideTheScheduleAndByMark() throws {
        let run = try graduates()
        let byMark = try run.silat(
            "follow-up", "record", "--class", "K-001", "--nik", Self.siti, "--mark", "3", "--by", "Udin", "--how",
            "phone",
            "--date", "2025-06-01", "--outcome", "working", "--related", "--formal", "--employer", "PT Kopi")
        #expect(byMark.status == 0 && byMark.messages.contains("bekerja di PT Kopi"))
        let later = try run.silat(
            "follow-up", "record", "--class", "K-001", "--nik", Self.siti, "--outcome", "not-using", "--reason",
            "no-job",
            "--date", "2025-07-01")
        #expect(later.status == 0)
        let file = try run.silat("export", "follow-ups", "--format", "json").array()
        let done = try #require(file.first { $0["visited_by"] as? String == "Udin" })
        #expect(done["employer"] as? String == "PT Kopi" && done["formal"] as? Bool == true)
        #expect(done["latest_outcome"] as? String == "not-using" && done["outcome"] as? String == "working")
        #expect(file.count == 6)
        #expect(try run.silat("log", "--format", "csv").output.contains("follow-ups 6"))
    }

    /// What does not belong together is wrong usage, and nothing is recorded.
    @Test(arguments: [
        ["--outcome", "working"], ["--outcome", "working", "--related", "--nib", "1"], ["--outcome", "not-using"],
        ["--outcome", "studying", "--workers", "1"], ["--outcome", "studying", "--unreached"], [],
        ["--unreached", "--employer", "x"], ["--outcome", "studying", "--next", "2025-06-01"],
        ["--outcome", "working", "--related", "--unrelated"], ["--outcome", "sleeping"],
        ["--outcome", "studying", "--mark", "3"], ["--outcome", "studying", "--class", "K-001"],
    ])
    func detailsThatDoNotBelong(arguments: [String]) throws {
        let run = try CommandRun()
        let outcome = try run.silat(["follow-up", "record", "--code", "P-0001-4"] + arguments)
        #expect(outcome.status == 64 && outcome.messages.hasPrefix("silat: "), "\(outcome.messages)")
        let outside = ["follow-up", "record", "--class", "K", "--id", "1"]
        #expect(try run.silat(outside + ["--unreached"]).status == 64)
        #expect(try run.silat(outside + ["--outcome", "studying", "--by", "Udin"]).status == 64)
    }

    @Test func badInputSaysWhatItWouldTake() throws {
        let run = try graduates()
        let code = try code(run)
        let record = ["follow-up", "record", "--code", code, "--outcome", "studying"]
        try expectRefused(run, record + ["--by", "Udin", "--date", "2025-02-11"], "12-02-2025", "sesudah")
        try expectRefused(run, record + ["--by", "Udin", "--date", "2099-01-01"], "masa depan", "hari ini")
        try expectRefused(run, record, "nama petugas")
        try expectRefused(
            run,
            [
                "follow-up", "record", "--code", code, "--by", "Udin", "--date", "2025-06-01", "--unreached", "--next",
                "2025-05-01",
            ], "berikutnya")
        let byClass = ["follow-up", "record", "--nik", Self.siti, "--by", "Udin", "--outcome", "studying"]
        try expectRefused(run, byClass + ["--class", "K-001", "--mark", "4"], "3, 6, 12")
        try expectRefused(run, byClass + ["--class", "K-010", "--mark", "3"], "K-001")
        #expect(
            try run.silat(
                "class", "add", "--code", "K-002", "--program", "P-1", "--start", "2025-03-01", "--end", "2025-03-02",
                "--seats", "2"
            ).status == 0)
        try expectRefused(run, byClass + ["--class", "K-002", "--mark", "3"], "Siti Noorhayati", "silat enroll")
        // The code on paper outlives the enrollment.
        #expect(try run.silat("enroll", "--class", "K-001", "--nik", Self.siti, "--status", "cancelled").status == 0)
        try expectRefused(run, record + ["--by", "Udin"], "batal", "selesai atau bersertifikat")
        try expectRefused(run, byClass + ["--class", "K-001", "--mark", "3"], "batal", "ubah dulu statusnya")
    }

    /// Every code with one digit wrong, or with two neighbours swapped, is seen to be wrong.
    @Test func aCodeTypedWrong() throws {
        let run = try graduates()
        let code = Array(try code(run))
        let places = code.indices.filter { code[$0].isNumber }
        for place in places {
            var wrong = code
            wrong[place] = code[place] == "9" ? "0" : Character(String(code[place].wholeNumberValue! + 1))
            try expectRefused(
                run, ["follow-up", "show", "--code", String(wrong)], "satu salah atau dua tertukar", String(wrong))
        }
        for (one, next) in zip(places, places.dropFirst()) where code[one] != code[next] {
            var swapped = code
            swapped.swapAt(one, next)
            try expectRefused(run, ["follow-up", "show", "--code", String(swapped)], "satu salah atau dua tertukar")
        }
        try expectRefused(run, ["follow-up", "show", "--code", "halo"], "bukan kode", "P-0123-2")
        try expectRefused(run, ["follow-up", "show", "--code", "A-0123-8"], "kode alat")
        try expectRefused(run, ["equipment", "show", "--code", "P-0123-2"], "kode pemantauan")
        try expectRefused(run, ["follow-up", "show", "--code", "P-0123-2"], "P-0123-2")
    }

    // MARK: Equipment

    @Test func anItemHasItsLifeLine() throws {
        let run = try graduates()
        let added = try run.silat(
            "equipment", "add", "--item", "mesin jahit Singer", "--kind", "mesin jahit", "--serial", "S-1", "--value",
            "2500000", "--funding", "apbd", "--nik", Self.siti, "--date", "2025-03-01", "--letter", "BA/1", "--format",
            "json"
        ).object()
        let code = try #require(added["code"] as? String)
        #expect(code.hasPrefix("A-") && added["holder"] as? String == "Siti Noorhayati")
        #expect(added["next_due"] as? String == "2025-04-01")
        let check = ["equipment", "check", "--code", code, "--by", "Udin"]
        #expect(try run.silat(check + ["--condition", "idle", "--date", "2025-04-02", "--place", "dapur"]).status == 0)
        #expect(try run.silat("equipment", "list", "--list", "idle", "--format", "json").array().count == 1)
        #expect(try run.silat("equipment", "list", "--desa", Self.desa).output.contains("menganggur"))
        #expect(try run.silat("equipment", "list", "--kecamatan", "Kelua", "--format", "json").array().isEmpty)
        let group = try run.silat(
            "equipment", "move", "--code", code, "--nik", Self.siti, "--nik", Self.rahma, "--group", "Melati", "--date",
            "2025-05-01", "--note", "dipakai bersama")
        #expect(group.status == 0 && group.messages.contains("Melati"))
        let shown = try run.silat("equipment", "show", "--code", code, "--format", "json").object()
        let history = try #require(shown["history"] as? [[String: Any]])
        #expect(history.map { $0["event"] as? String } == ["handover", "check", "handover"])
        #expect(history.last?["holder"] as? String == "Melati (Siti Noorhayati, Rahmawati)")
        #expect(try run.silat("equipment", "show", "--code", code).output.contains("dapur"))
        let file = try run.silat("export", "equipment").output
        #expect(file.contains("S-1") && file.contains("6309••••••••0001") && !file.contains(Self.siti))
        #expect(try run.silat("export", "equipment", "--reveal").output.contains(Self.siti))
        #expect(try run.silat("log", "--format", "csv").output.contains("equipment 1 NIK"))
        #expect(try run.silat("follow-up", "list", "--nik", Self.siti).output.contains("menerima mesin jahit Singer"))
    }

    @Test func equipmentIsRefusedWithWhatItWouldTake() throws {
        let run = try graduates()
        let item = ["equipment", "add", "--item", "las", "--kind", "mesin las", "--serial", "S-9"]
        let added = try run.silat(item + ["--nik", Self.siti, "--date", "2025-03-01", "--format", "json"]).object()
        let code = try #require(added["code"] as? String)
        try expectRefused(run, item + ["--nik", Self.rahma], "S-9", code)
        _ = try run.write("nik,nama,kecamatan\n6309064505990003,Baru,Kelua\n", to: "new.csv")
        #expect(try run.silat("import", "new.csv").status == 0)
        let other = ["equipment", "add", "--item", "las", "--kind", "mesin las"]
        try expectRefused(run, other + ["--nik", "6309064505990003"], "Baru", "daftarkan dulu")
        try expectRefused(run, other + ["--nik", "6309064505990004"], "6309••••••••0004")
        try expectRefused(run, other + ["--nik", Self.siti, "--value", "200000000000"], "Rp0")
        try expectRefused(
            run, ["equipment", "check", "--code", code, "--by", "Udin", "--condition", "lost", "--date", "2025-02-28"],
            "01-03-2025")
        try expectRefused(
            run, ["equipment", "check", "--code", code, "--by", "Udin", "--condition", "lost", "--date", "2099-01-01"],
            "masa depan")
        try expectRefused(
            run, ["equipment", "move", "--code", String(code.dropLast()) + "x", "--nik", Self.rahma], "bukan kode")
        #expect(try run.silat(other + ["--nik", Self.siti, "--nik", Self.rahma]).status == 64)
        #expect(try run.silat(other).status == 64)
        #expect(try run.silat("equipment", "check", "--code", code, "--by", "U", "--condition", "gone").status == 64)
    }

    // MARK: Recall and proposals

    @Test func alumniAreRecalled() throws {
        let run = try graduates(status: "certified")
        let find = ["recall", "find", "--program", "P-1", "--certified", "--age", "20-60"]
        #expect(try run.silat(find + ["--format", "json"]).array().count == 2)
        #expect(try run.silat(find + ["--place", "Kelua", "--format", "json"]).array().count == 1)
        #expect(
            try run.silat(find + ["--place", "Kelua", "--place", Self.desa, "--format", "json"]).array().count == 2)
        #expect(try run.silat("recall", "find", "--outcome", "working", "--format", "json").array().isEmpty)
        try expectRefused(run, ["recall", "find", "--program", "P-2"], "P-1")
        try expectRefused(run, ["recall", "find", "--place", "Kelia"], "Kelua")
        try expectRefused(run, ["recall", "keep", "--title", "x", "--outcome", "working"], "longgarkan")
        #expect(try run.silat("recall", "find", "--age", "x").status == 64)
        let kept = try run.silat(
            ["recall", "keep", "--title", "Lowongan garmen", "--place", "Kelua", "--format", "json"]
        ).object()
        let recall = try #require(kept["id"] as? String)
        #expect(kept["criteria"] as? String == "tinggal di Kelua" && kept["people"] as? Int == 1)
        let rahma = try id(of: "rahma", run)
        let mark = ["recall", "mark", "--id", recall, "--state", "willing", "--note", "mulai Senin", "--participant"]
        #expect(try run.silat(mark + [rahma]).status == 0)
        try expectRefused(run, mark + [try id(of: "siti", run)], "tidak ada di daftar")
        try expectRefused(run, ["recall", "list", "--id", "1"], "recall list")
        let list = try run.silat("recall", "list", "--id", recall, "--format", "json").array()
        #expect(list.map { $0["state"] as? String } == ["willing"] && list[0]["note"] as? String == "mulai Senin")
        let all = try run.silat("recall", "list", "--format", "json").array()
        #expect(all.count == 1 && all[0]["willing"] as? Int == 1 && all[0]["people"] as? Int == 1)
    }

    @Test func proposalsAreFollowed() throws {
        let run = try graduates()
        #expect(
            try run.silat(
                "program", "add", "--code", "P-9", "--title", "Las", "--track", "non-competency", "--year", "2025",
                "--pokir-proposer", "H. Anang", "--pokir-reference", "POKIR/7"
            ).status == 0)
        let trails = try run.silat("pokir", "--format", "json")
        #expect(
            trails.output == """
                [
                {"proposer": "H. Anang", "reference": "POKIR/7", "program": "P-9", "title": "Las", "classes": 0, \
                "took_part": 0, "completed": 0, "certified": 0, "reached": 0, "using": 0, "self_employed": 0, \
                "workers_absorbed": 0, "equipment": 0}
                ]

                """)
    }

    // MARK: On paper

    @Test func theSheetLeadsBackToItsChecks() throws {
        let run = try graduates()
        let sheet = try run.silat("route-sheet", "--desa", Self.desa)
        #expect(sheet.status == 0 && sheet.output.hasPrefix("LEMBAR KUNJUNGAN"))
        #expect(sheet.output.contains("Siti Noorhayati") && !sheet.output.contains("Rahmawati"))
        #expect(!sheet.output.contains(Self.siti))
        for code in try due(run).filter({ $0["desa"] is String }).compactMap({ $0["code"] as? String }) {
            #expect(sheet.output.contains(code))
            let opened = try run.silat("follow-up", "show", "--code", code, "--format", "json").array()
            #expect(opened.first?["participant"] as? String == "Siti Noorhayati")
        }
        #expect(try run.silat("log", "--format", "csv").output.contains("route-sheet \(Self.desa) 1"))
        let page = try run.silat(
            "route-sheet", "--desa", "Maburai", "--kecamatan", "Murung Pudak", "--format", "html", "-o", "x.html")
        #expect(try page.status == 0 && page.output.isEmpty && run.text(of: "x.html").contains("Siti Noorhayati"))
        #expect(try run.silat("route-sheet").status == 64)
        let nobody = try run.silat("route-sheet", "--visitor", "Nobody", "-o", "y.txt")
        #expect(nobody.status == 0 && nobody.messages.contains("tidak ada"))
        #expect(!FileManager.default.fileExists(atPath: run.path("y.txt")))
        try expectRefused(
            run, ["route-sheet", "--desa", "63.09.06.9999"], "tidak ada desa “63.09.06.9999”; yang mirip: 63.09.06.")
        #expect(try run.silat("route-sheet", "--desa", Self.desa, "-o", "silat.db").status == 73)
    }

    /// Nobody's list waits for the right to write: it goes without the codes that were not given yet. Root always has the right.
    @Test(.enabled(if: geteuid() != 0)) func aFileThatCanOnlyBeReadIsListedWithoutCodes() throws {
        let run = try graduates()
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: run.path("silat.db"))
        let list = try run.silat("follow-up", "due", "--format", "json")
        #expect(try list.status == 0 && !list.array().isEmpty)
        #expect(try list.array().allSatisfy { $0["code"] is NSNull })
        #expect(try run.silat("follow-up", "due", "--reveal").status == 73)
    }

    @Test(arguments: [
        ["follow-up", "due"], ["follow-up", "show", "--code", "P-0001-4"], ["follow-up", "list", "--id", "1"],
        ["follow-up", "record", "--code", "P-0001-4", "--outcome", "studying", "--by", "U"], ["outcomes"], ["pokir"],
        ["equipment", "list"], ["equipment", "add", "--item", "x", "--kind", "x", "--id", "1"], ["recall", "find"],
        ["recall", "list"], ["route-sheet", "--visitor", "Udin"], ["export", "follow-ups"], ["export", "equipment"],
    ])
    func aMissingFileIsNotMade(arguments: [String]) throws {
        let run = try CommandRun()
        #expect(try run.silat(arguments).status == 66)
        #expect(!FileManager.default.fileExists(atPath: run.path("silat.db")))
    }
}
