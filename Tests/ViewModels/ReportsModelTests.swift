import DeskScript
import Foundation
import Keyboard
import Store
import Testing
import Training

/// Laporan at the desk: read, scrolled, in both languages, of any year, and written to a file.
@Suite struct ReportsModelTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "silat-report-\(UUID().uuidString)")

    private func desk() async throws -> (ModelDesk, TrainingYear) {
        let year = try await TrainingYear.contested()
        let desk = await ModelDesk(year.store)
        await desk.type("6")
        return (desk, year)
    }

    @Test func theReportIsReadAndScrolled() async throws {
        let (desk, _) = try await desk()
        try await desk.sees("Laporan tahunan 2026")
        try await desk.sees("7 orang mengikuti pelatihan pada tahun anggaran 2026: 14,0 % dari target")
        try await desk.doesNotSee("Dibuat dengan silat")
        await desk.press(.end)
        try await desk.sees("Dibuat dengan silat")
        try await desk.doesNotSee("7 orang mengikuti")
        await desk.type("g")
        try await desk.sees("7 orang mengikuti")
        await desk.type("jj")
        try await desk.sees("3–")
        await desk.press(.pageDown, .pageUp, .up, .up)
        try await desk.sees("1–17 dari")
    }

    @Test func itSpeaksBothLanguagesAndOfAnyYear() async throws {
        let (desk, _) = try await desk()
        await desk.type("t")
        try await desk.sees("7 people took part in training in fiscal year 2026: 14.0 %")
        await desk.type("t")
        try await desk.sees("7 orang mengikuti")
        await desk.type("<")
        try await desk.doesNotSee("tahun anggaran 2026")
        await desk.type(">")
        try await desk.sees("tahun anggaran 2026")
    }

    @Test func whereThereIsNoOtherYearItSaysSo() async throws {
        let year = try await TrainingYear.small()
        let desk = await ModelDesk(year.store)
        for (tab, key) in [("6", "<"), ("6", ">"), ("1", "<"), ("1", ">")] {
            await desk.type(tab)
            try await desk.doesNotSee("tidak ada tahun lain di berkas ini")
            await desk.type(key)
            try await desk.sees("tidak ada tahun lain di berkas ini")
        }
    }

    @Test func pastTheLastYearItSaysSo() async throws {
        let (desk, _) = try await desk()
        await desk.type(String(repeating: ">", count: 9))
        try await desk.sees("tidak ada tahun sesudah")
        await desk.type(String(repeating: "<", count: 9))
        try await desk.sees("tidak ada tahun sebelum")
    }

    @Test func whatIsSavedElsewhereShowsAtOnce() async throws {
        let (desk, year) = try await desk()
        var other = year
        try await other.addPerson("Mahrita", 61, in: "K-013")
        await desk.hearsOfChange()
        try await desk.sees("8 orang mengikuti")
    }

    @Test func aPageAndATextAreWrittenAndNothingIsReplacedUnasked() async throws {
        let (desk, _) = try await desk()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let page = folder.appending(path: "laporan.html").path
        await desk.type("x")
        try await desk.sees("laporan-2026.html")
        await desk.press(.control("u"))
        await desk.paste(page)
        await desk.press(.enter)
        try await desk.sees("Laporan ditulis ke")
        #expect(try String(contentsOfFile: page, encoding: .utf8).hasPrefix("<!DOCTYPE html>"))

        await desk.type("p")
        try await desk.sees("laporan-2026.txt")
        let text = folder.appending(path: "laporan.txt").path
        try Data("catatan lama".utf8).write(to: URL(fileURLWithPath: text))
        await desk.press(.control("u"))
        await desk.paste(text)
        await desk.press(.enter)
        try await desk.sees("sudah ada; Enter sekali lagi")
        #expect(try String(contentsOfFile: text, encoding: .utf8) == "catatan lama")
        await desk.press(.enter)
        try await desk.sees("Laporan ditulis ke")
        #expect(try String(contentsOfFile: text, encoding: .utf8).hasPrefix("LAPORAN CAPAIAN PELATIHAN\n"))
    }

    @Test func whatCannotBeWrittenIsSaidAndThePathStays() async throws {
        let (desk, _) = try await desk()
        await desk.type("x")
        await desk.press(.control("u"))
        await desk.paste("/tidak/ada/laporan.html")
        await desk.press(.enter)
        try await desk.sees("tidak dapat ditulis")
        try await desk.sees("/tidak/ada/laporan.html")
        // Digits are text here, and no other screen opens.
        await desk.type("1")
        try await desk.sees("laporan.html1")
        await desk.press(.escape)
        try await desk.doesNotSee("laporan.html1")
        try await desk.sees("Laporan tahunan 2026")
    }
}
