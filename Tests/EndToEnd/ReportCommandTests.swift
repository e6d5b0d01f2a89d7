import Foundation
import Testing

/// `silat report` through the built program: the page, the text, where they go, and what the exit code says.
@Suite struct ReportCommandTests {
    private func filled() throws -> CommandRun {
        let run = try CommandRun()
        try run.setUpYear()
        let roster = try run.write(CommandRun.roster, to: "roster.csv")
        try #require(try run.silat("import", roster, "--class", "K-001").status == 0)
        return run
    }

    @Test func thePageComesOnStandardOutput() throws {
        let run = try filled()
        let page = try run.silat("report")
        #expect(page.status == 0 && page.messages.isEmpty)
        #expect(page.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"id\">") && page.output.hasSuffix("</html>\n"))
        #expect(page.output.contains("2 orang mengikuti pelatihan pada tahun anggaran 2025"))
        #expect(!page.output.contains("Noorhayati") && !page.output.contains("Rahmawati"))
        let english = try run.silat("--lang", "en", "report", "--year", "2025")
        #expect(english.output.contains("<html lang=\"en\">") && english.output.contains("2 people took part"))
    }

    @Test func theTextIsEightyColumnsWide() throws {
        let text = try filled().silat("report", "--format", "text")
        #expect(text.status == 0)
        #expect(text.output.hasPrefix("LAPORAN CAPAIAN PELATIHAN\nKabupaten Tabalong · Tahun Anggaran 2025\n"))
        #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func aFileAppearsWholeOrNotAtAll() throws {
        let run = try filled()
        let done = try run.silat("report", "-o", "report.html")
        #expect(done.status == 0 && done.output.isEmpty && done.messages.contains("report.html"))
        #expect(try run.text(of: "report.html").hasSuffix("</html>\n"))
        #expect(try run.silat("report", "-o", "nowhere/report.html").status == 73)
        // The records are not what a report is written over.
        #expect(try run.silat("report", "-o", "silat.db").status == 73)
        #expect(try run.silat("check").status == 0)
        #expect(try run.shell("\"$silat\" report > /dev/full") == 73)
    }

    @Test func whyItCannotBeWrittenIsSaidInTheScreensLanguage() throws {
        let run = try filled()
        let missing = try run.silat("report", "-o", "nowhere/report.html")
        #expect(missing.messages.contains("berkas atau folder itu tidak ada"), "\(missing.messages)")
        try FileManager.default.createDirectory(atPath: run.path("folder"), withIntermediateDirectories: false)
        let folder = try run.silat("report", "-o", "folder")
        #expect(folder.messages.contains("itu folder, bukan berkas"), "\(folder.messages)")
        let english = try run.silat("--lang", "en", "report", "-o", "nowhere/report.html")
        #expect(english.messages.contains("No such file or directory"))
    }

    @Test func whatIsWrongHasItsExitCode() throws {
        let run = try filled()
        #expect(try run.silat("report", "--format", "pdf").status == 64)
        #expect(try run.silat("report", "--year", "1").status == 64)
        #expect(try run.silat("report", "--db", "none.db").status == 66)
        let help = try run.silat("report", "--help", "--lang", "id")
        #expect(help.status == 0 && help.output.contains("Laporan tahunan untuk pimpinan"))
    }
}
