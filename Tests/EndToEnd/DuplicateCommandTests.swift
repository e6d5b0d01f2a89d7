import Foundation
import Testing

/// People who may be one, through the command.
@Suite struct DuplicateCommandTests {
    private func filled() throws -> CommandRun {
        let run = try CommandRun()
        try run.setUpYear()
        let roster = try run.write(
            """
            nik,nama,tanggal lahir,jenis kelamin,kecamatan,desa,telepon
            6309064505990001,Siti Noorhayati,05-05-1999,P,Murung Pudak,Maburai,
            6309064505990010,St. Nurhayati,05-05-1999,P,Murung Pudak,Maburai,081234567890
            6309064505990007,Rahmawati,05-05-1999,P,Kelua,,

            """, to: "roster.csv")
        try #require(try run.silat("import", roster, "--class", "K-001").status == 0)
        return run
    }

    private func pair(_ run: CommandRun) throws -> (stays: String, goes: String) {
        let found = try run.silat("duplicates", "--format", "json").array()
        try #require(found.count == 1)
        let reasons = try #require(found[0]["reasons"] as? [String])
        #expect(reasons == ["nik_digits_swapped", "same_sound", "same_birth_date", "same_desa"])
        #expect(found[0]["one_nik"] as? String == "6309••••••••0001")
        return (try #require(found[0]["one_id"] as? String), try #require(found[0]["other_id"] as? String))
    }

    @Test func twoRecordsBecomeOneAndTwoAgain() throws {
        let run = try filled()
        let (stays, goes) = try pair(run)
        let table = try run.silat("duplicates")
        #expect(table.output.contains("nama sama, beda ejaan"))
        #expect(!table.output.contains("6309064505990001"))
        let odd = try run.silat("participant", "merge", stays, goes, "--take", "nama")
        #expect(odd.status == 64 && odd.messages.contains("birth_date"))
        #expect(try run.silat("participant", "merge", stays, stays).status == 65)
        let merged = try run.silat("participant", "merge", stays, goes, "--take", "name", "--format", "json").object()
        #expect(merged["id"] as? String == stays && merged["merged_id"] as? String == goes)
        let kept = try run.silat("participant", "show", stays, "--format", "json").object()
        #expect(kept["name"] as? String == "St. Nurhayati" && kept["phone"] as? String == "0812•••••890")
        #expect((kept["enrollments"] as? [Any])?.count == 1)
        let gone = try run.silat("participant", "show", goes, "--lang", "en")
        #expect(gone.status == 65 && gone.messages.contains("was merged into St. Nurhayati, number \(stays)"))
        let log = try run.silat("log", "--participant", stays, "--format", "json").array()
        #expect(log.first?["kind"] as? String == "merge_participants" && log.count == 2)
        #expect(try run.silat("log", "--participant", goes, "--format", "json").array().count == 2)
        #expect(try run.silat("gauge", "--format", "json").object()["people"] as? Int == 2)
        #expect(try run.silat("check").status == 0)
        #expect(try run.silat("undo", "--format", "json").object()["undone"] as? String == "merge_participants")
        #expect(try run.silat("participant", "show", goes).status == 0)
        #expect(try run.silat("redo").status == 0)
        #expect(try run.silat("duplicates", "--format", "json").array().isEmpty)
        #expect(try run.silat("check").status == 0)
    }

    @Test func twoPeopleAreNotedAndForgotten() throws {
        let run = try filled()
        let (one, other) = try pair(run)
        let noted = try run.silat("participant", "distinct", one, other, "--format", "json").object()
        #expect(noted["distinct"] as? Bool == true && noted["changed"] as? Bool == true)
        #expect(try run.silat("duplicates", "--format", "json").array().isEmpty)
        #expect(try run.silat("duplicates", "--distinct", "--format", "json").array().count == 1)
        #expect(
            try run.silat("participant", "distinct", other, one, "--lang", "en").messages
                .contains("noted as two people already"))
        #expect(try run.silat("participant", "distinct", one, other, "--undo").status == 0)
        #expect(try run.silat("duplicates", "--participant", one, "--format", "json").array().count == 1)
        #expect(try run.silat("duplicates", "--participant", "1").status == 65)
        #expect(try run.silat("duplicates", "--limit", "0").status == 64)
    }
}
