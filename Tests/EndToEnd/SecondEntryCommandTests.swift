import Foundation
import Keyboard
import Testing

/// A form keyed a second time at the terminal, and what the command reads of it.
@Suite struct SecondEntryCommandTests {
    @Test func ratesAndWhoIsLeft() throws {
        let run = try CommandRun()
        try run.setUpYear()
        let roster = try run.write(CommandRun.roster, to: "roster.csv")
        try #require(try run.silat("import", roster, "--class", "K-001").status == 0)
        let before = try run.silat("second-entry", "list", "--class", "K-001", "--format", "json").array()
        #expect(before.count > 1 && before.allSatisfy { $0["state"] as? String == "left" })
        #expect(before[0]["nik"] as? String == "6309••••••••0002" && before[0]["second_by"] is NSNull)
        let none = try run.silat("second-entry", "rates", "--format", "json").array()
        #expect(none.count == 11 && none.allSatisfy { $0["compared"] as? Int == 0 && $0["percent"] is NSNull })

        run.environment["SILAT_OPERATOR"] = "udin"
        let desk = try TerminalDesk(environment: run.environment)
        try desk.press(.character("3")).sees("K-001")
        try desk.press(.enter).sees("Rahmawati")
        try desk.press(.character("V"))
        try desk.sees("Masukan kedua")
        try desk.type("6309064505990002")
        try desk.sees("Catatan ditemukan")
        try desk.press(.enter)
        try desk.type("Rahmawaty")
        try desk.press(.enter)
        try desk.sees("beda: pertama “Rahmawati”")
        try desk.press(.function(2))
        try desk.sees("isian pertama yang dipakai")
        try desk.press(.control("s"))
        // What the paper says of the place is asked for, as in the entry form.
        try desk.sees("Kecamatan harus diisi")
        try desk.type("kelua")
        try desk.press(.enter, .control("s"))
        try desk.sees("✓ Terverifikasi: Rahmawati")

        let lines = try run.silat("second-entry", "list", "--class", "K-001", "--format", "json").array()
        let rahma = try #require(lines.first { $0["participant"] as? String == "Rahmawati" })
        #expect(rahma["state"] as? String == "verified" && rahma["second_by"] as? String == "udin")
        #expect(rahma["differing"] as? Int ?? 0 >= 1 && rahma["date"] is String)
        let left = try run.silat("second-entry", "list", "--class", "K-001", "--left", "--format", "json").array()
        #expect(left.count == lines.count - 1 && !left.contains { $0["participant"] as? String == "Rahmawati" })
        let rates = try run.silat("second-entry", "rates", "--class", "K-001", "--format", "json").array()
        let names = try #require(rates.first { $0["code"] as? String == "name" })
        #expect(names["compared"] as? Int == 1 && names["second_wrong"] as? Int == 1)
        #expect(names["percent"] as? Double == 100.0)
        let total = try run.silat("second-entry", "rates", "--by", "total", "--format", "json").array()
        #expect(total.count == 1 && total[0]["forms"] as? Int == 1 && total[0]["compared"] as? Int == 11)
        let header = try run.silat("second-entry", "rates", "--by", "class", "--format", "csv").output
        #expect(
            header.hasPrefix("code,name,forms,compared,differing,percent,first_wrong,second_wrong\nK-001,K-001,1,11,"))
        #expect(
            try run.silat("second-entry", "rates", "--first-by", "nobody", "--format", "csv").output.contains(
                "name,Nama,0,0,0,,0,0"))
        #expect(try run.silat("second-entry", "list", "--class", "K-999").status == 65)
        #expect(try run.silat("second-entry", "rates", "--by", "moon").status == 64)
        #expect(try run.silat("log", "--kind", "second_entry", "--format", "json").array().count == 1)
        #expect(try run.silat("check").status == 0)
    }
}
