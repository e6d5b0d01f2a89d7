import Foundation
import Testing

/// People through the command: rosters in, enrollments, lists and files out.
@Suite struct CommandPeopleTests {
    private func filled() throws -> CommandRun {
        let run = try CommandRun()
        try run.setUpYear()
        let roster = try run.write(CommandRun.roster, to: "roster.csv")
        try #require(try run.silat("import", roster).status == 0)
        return run
    }

    private func id(of name: String, _ run: CommandRun) throws -> String {
        try #require(try run.silat("participant", "find", name, "--format", "json").array().first?["id"] as? String)
    }

    @Test func refusedRowsComeOutAndGoInAgain() throws {
        let run = try filled()
        let roster = try run.write(
            "nik,nama,kecamatan\n6309064505990001,Orang Lain,Kelua\n123,Pendek,Kelua\n6309064505990003,Baru,Kelua\n",
            to: "x.csv")
        let took = try run.silat("import", roster, "--rejects", "rejects.csv", "--format", "json")
        #expect(took.status == 65)
        let counts = try took.object()
        #expect(counts["read"] as? Int == 3 && counts["added"] as? Int == 1 && counts["rejected"] as? Int == 2)
        let errors = try #require(counts["errors"] as? [[String: Any]])
        #expect(errors.map { $0["row"] as? Int } == [2, 3])
        #expect(errors.map { $0["column"] as? String } == ["nik", "nik"])
        #expect(errors.map { $0["value"] as? String } == ["6309••••••••0001", "123"])
        #expect((errors[0]["reason"] as? String)?.contains("Siti Noorhayati") == true)
        #expect(!took.messages.contains("6309064505990001"))
        let rejects = try run.text(of: "rejects.csv")
        let header = "nik,nama,kecamatan,baris_ditolak,kolom_ditolak,nilai_ditolak,alasan_ditolak\n"
        #expect(rejects.hasPrefix(header + "6309064505990001,Orang Lain,Kelua,2,nik,6309••••••••0001,"))
        let mended = rejects.replacingOccurrences(of: "6309064505990001", with: "6309064505990004")
            .replacingOccurrences(of: "\n123,", with: "\n6309064505990005,")
        _ = try run.write(mended, to: "mended.csv")
        let again = try run.silat("import", "mended.csv", "--format", "json")
        #expect(try again.status == 0 && again.object()["added"] as? Int == 2)
    }

    @Test func refusedRowsAreSaidToPeopleToo() throws {
        let run = try filled()
        _ = try run.write("nik,nama,kecamatan,umur\n123,Pendek,Kelua,5\n", to: "x.csv")
        let took = try run.silat("import", "x.csv", "--lang", "en")
        #expect(took.status == 65)
        #expect(took.messages.contains("silat: row 2, nik “123”: a NIK has 16 digits; this has 3\n"))
        #expect(took.messages.contains("umur"))
        #expect(took.output.contains("Rejected"))
    }

    @Test func aFileThatIsNoRosterIsRefusedInOneSentence() throws {
        let run = try filled()
        _ = try run.write("nik,nama,kecamatan\n6309064505990009,Baik,Kelua\n1,\"2\n", to: "x.csv")
        let took = try run.silat("import", "x.csv", "--format", "json")
        #expect(took.status == 65 && took.output.isEmpty)
        #expect(took.messages.hasPrefix("silat: x.csv:3:3: "))
        #expect(try run.silat("participant", "list", "--format", "json").array().count == 2)
        #expect(try run.silat("import", run.folder).status == 65)
    }

    @Test func aDryRunKeepsNothingAndMakesNoFile() throws {
        let run = try CommandRun()
        _ = try run.write(CommandRun.roster, to: "x.csv")
        let took = try run.silat("import", "x.csv", "--dry-run", "--format", "json")
        #expect(try took.status == 0 && took.object()["added"] as? Int == 2)
        #expect(!FileManager.default.fileExists(atPath: run.path("silat.db")))
    }

    @Test func personalNumbersAreMaskedUnlessRevealedAndThatIsLogged() throws {
        let run = try filled()
        let id = try id(of: "siti", run)
        for arguments in [
            ["participant", "find", "siti"], ["participant", "show", id], ["participant", "list"],
            ["export", "participants"],
        ] {
            #expect(try !run.silat(arguments).output.contains("6309064505990001"))
            #expect(try run.silat(arguments + ["--reveal"]).output.contains("6309064505990001"))
        }
        let log = try run.silat("log", "--format", "json").array()
        #expect(log.filter { $0["kind"] as? String == "reveal" }.count == 1)
        #expect(log.filter { $0["kind"] as? String == "export" }.count == 4)
        #expect(!log.description.contains("6309064505990001"))
    }

    @Test func findsByNIKAndByWords() throws {
        let run = try filled()
        #expect(try run.silat("participant", "find", "6309 0645 0599 0001", "--format", "json").array().count == 1)
        #expect(try run.silat("participant", "find", "maburai", "siti", "--format", "json").array().count == 1)
        let nobody = try run.silat("participant", "find", "nobody", "--format", "json")
        #expect(nobody.status == 0 && nobody.output == "[]\n" && nobody.messages.hasPrefix("silat: "))
        #expect(try run.silat("participant", "find", "6309064599990001").status == 65)
        let listed = try run.silat("participant", "list", "--kecamatan", "kelua", "--format", "json").array()
        #expect(listed.map { $0["name"] as? String } == ["Rahmawati"])
    }

    /// Somebody who gives the NIK where the number belongs is told so, and the NIK is not repeated in full.
    @Test func aNIKIsNoParticipantsNumber() throws {
        let run = try CommandRun()
        try run.setUpYear()
        for arguments in [
            ["participant", "show", "6309064505990001"], ["log", "--participant", "6309064505990001"],
            ["enroll", "--class", "K-001", "--id", "6309064505990001"],
        ] {
            let outcome = try run.silat(arguments)
            #expect(outcome.status == 65)
            #expect(outcome.messages.contains("6309••••••••0001") && outcome.messages.contains("participant find"))
            #expect(!outcome.messages.contains("6309064505990001"))
        }
    }

    @Test func showsEverythingAboutAPerson() throws {
        let run = try filled()
        let id = try id(of: "siti", run)
        #expect(try run.silat("enroll", "--class", "K-001", "--id", id).status == 0)
        let person = try run.silat("participant", "show", id, "--format", "json").object()
        #expect(person["birth_date"] as? String == "1999-05-05" && person["sex"] as? String == "P")
        #expect(person["desa"] as? String == "Maburai" && person["phone"] is NSNull)
        let enrollments = try #require(person["enrollments"] as? [[String: Any]])
        #expect(enrollments.map { $0["class"] as? String } == ["K-001"])
        #expect(enrollments.map { $0["status"] as? String } == ["attending"])
        #expect(try run.silat("participant", "show", "1").status == 65)
        #expect(try run.silat("participant", "show", "x").status == 65)
    }

    @Test func asksAboutAStatusDatedInTheFuture() throws {
        let run = try filled()
        let status = [
            "enroll", "--class", "K-001", "--nik", "6309064505990001", "--status", "completed", "--date", "2098-01-01",
        ]
        let refused = try run.silat(status)
        #expect(refused.status == 65)
        #expect(refused.messages.contains("01-01-2098") && refused.messages.contains("--confirm"))
        let siti = try run.silat("participant", "show", try id(of: "siti", run), "--format", "json").object()
        #expect((siti["enrollments"] as? [Any])?.isEmpty == true)
        #expect(try run.silat(status + ["--confirm"]).status == 0)
    }

    @Test func enrollsAndSetsStatuses() throws {
        let run = try filled()
        let first = try run.silat("enroll", "--class", "k-001", "--nik", "6309064505990001", "--format", "json")
            .object()
        #expect(first["status"] as? String == "attending" && first["already_enrolled"] as? Bool == false)
        let again = try run.silat("enroll", "--class", "K-001", "--nik", "6309064505990001", "--format", "json")
            .object()
        #expect(again["status"] as? String == "attending" && again["already_enrolled"] as? Bool == true)
        let certified = try run.silat(
            "enroll", "--class", "K-001", "--nik", "6309064505990001", "--status", "certified", "--certificate", "S-1",
            "--date", "2025-03-01", "--format", "json"
        ).object()
        #expect(certified["status"] as? String == "certified" && certified["date"] as? String == "2025-03-01")
        let dropped = try run.silat(
            "enroll", "--class", "K-001", "--nik", "6309064505990001", "--status", "dropped", "--reason", "pindah")
        #expect(dropped.status == 0)
        #expect(try run.silat("gauge", "--format", "json").object()["people"] as? Int == 0)
        #expect(try run.silat("enroll", "--class", "K-001", "--nik", "6309064505990099").status == 65)
        #expect(try run.silat("enroll", "--class", "K-009", "--nik", "6309064505990001").status == 65)
        #expect(
            try run.silat(
                "enroll", "--class", "K-001", "--nik", "6309064505990001", "--status", "completed", "--date",
                "2024-01-01"
            ).status == 65)
    }

    @Test func asksAboutAFullClassUnlessConfirmed() throws {
        let run = try filled()
        _ = try run.write("nik,nama,kecamatan\n6309064505990003,Aminah,Kelua\n", to: "x.csv")
        #expect(try run.silat("import", "x.csv").status == 0)
        for serial in 1...2 {
            #expect(try run.silat("enroll", "--class", "K-001", "--nik", "630906450599000\(serial)").status == 0)
        }
        let full = try run.silat("enroll", "--class", "K-001", "--nik", "6309064505990003")
        #expect(full.status == 65 && full.messages.contains("--confirm"))
        #expect(try run.silat("gauge", "--format", "json").object()["people"] as? Int == 2)
        #expect(try run.silat("enroll", "--class", "K-001", "--nik", "6309064505990003", "--confirm").status == 0)
        #expect(try run.silat("gauge", "--format", "json").object()["people"] as? Int == 3)
    }

    @Test func undoTakesBackAnImport() throws {
        let run = try filled()
        let undone = try run.silat("undo", "--format", "json")
        #expect(try undone.status == 0 && undone.object()["undone"] as? String == "import_roster")
        #expect(try run.silat("participant", "list", "--format", "json").array().isEmpty)
        let other = try run.silat("undo", "--operator", "orang lain")
        #expect(other.status == 65)
    }

    @Test func exportsComeInAgain() throws {
        let run = try filled()
        #expect(try run.silat("export", "participants", "--reveal", "-o", "out.csv").status == 0)
        let again = try run.silat("import", "out.csv", "--format", "json")
        #expect(try again.status == 0 && again.object()["matched"] as? Int == 2)
        #expect(try run.silat("--db", "new.db", "import", "out.csv", "--format", "json").object()["added"] as? Int == 2)
        #expect(try run.silat("export", "participants", "-o", "masked.csv").messages.contains("--reveal"))
        #expect(try run.silat("--db", "new.db", "import", "masked.csv").status == 65)
        let json = try run.silat("export", "participants", "--format", "json").array()
        #expect(json.map { $0["name"] as? String } == ["Siti Noorhayati", "Rahmawati"])
    }

    @Test func exportsEnrollmentsAndTotals() throws {
        let run = try filled()
        #expect(try run.silat("enroll", "--class", "K-001", "--nik", "6309064505990001").status == 0)
        let rows = try run.silat("export", "enrollments", "--format", "json").array()
        #expect(rows.map { $0["class"] as? String } == ["K-001"])
        #expect(rows.map { $0["kecamatan"] as? String } == ["Murung Pudak"])
        let totals = try run.silat("export", "totals", "--by", "track").output
        #expect(totals.hasPrefix("code,name,target,people,enrollments,percent\ncommunity,"))
    }

    @Test func watchesTheGaugeWhileAnotherProcessEnrolls() throws {
        let run = try filled()
        let status = try run.shell(
            """
            "$silat" gauge --watch --format json > watched & watcher=$!
            until [ "$(wc -l < watched)" -ge 1 ]; do sleep 0.05; done
            "$silat" enroll --class K-001 --nik 6309064505990001
            for _ in $(seq 100); do [ "$(wc -l < watched)" -ge 2 ] && break; sleep 0.1; done
            kill $watcher
            grep -q '"people": 1,' watched
            """)
        #expect(status == 0)
        #expect(try run.text(of: "watched").split(separator: "\n").count == 2)
    }
}
