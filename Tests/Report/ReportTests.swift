import DeskScript
import Foundation
import Store
import Testing
import Training
import Words

@testable import Report

/// The report of a year: the same figures as everywhere, on a page that stands alone and names nobody.
@Suite struct ReportTests {
    @Test(arguments: Language.allCases) func looksAsKept(_ language: Language) async throws {
        let report = try await ReportedYear().report()
        try expectGoldenFile(report.html(language), "report-\(language.rawValue).html")
        try expectGoldenFile(report.text(language), "report-\(language.rawValue).txt")
    }

    /// A year of 1.200 made-up people who were followed up.
    private func sample() async throws -> (SilatStore, YearReport) {
        let store = try SilatStore.inMemory(now: TrainingYear.noon)
        try await store.fillMonitored(participants: 1_200, today: MonitoredYear.today)
        return (store, try await YearReport.read(store, year: 2025, today: MonitoredYear.today))
    }

    // MARK: Figures

    @Test func theExplanationEndsAtTheHeadline() async throws {
        for report in [try await sample().1, try await ReportedYear().report()] {
            let explained = report.explanation.achievement
            #expect(report.achievement.people == explained.people && report.achievement.percent == explained.percent)
            #expect(report.achievement.enrollments == explained.enrollments)
        }
    }

    /// In every table that has a total, the lines above add up to it, column by column.
    @Test func linesAddUpToTheTotal() async throws {
        for report in [try await sample().1, try await ReportedYear().report()] {
            let document = ReportDocument(report, .of(.indonesian), in: ReportedYear.zone)
            let tables = document.sections.filter { $0.anchor != "explanation" }.flatMap(\.tables)
                .filter { $0.rows.last?.kind == "total" }
            #expect(tables.count == 7)
            for table in tables {
                for heading in [Phrasebook.of(.indonesian).terms.people, "Keikutsertaan", "Alat"] {
                    guard let place = table.headings.firstIndex(where: { $0.label == heading }) else { continue }
                    let numbers = table.rows.map { number($0.cells[place].text) }
                    #expect(numbers.dropLast().reduce(0, +) == numbers.last, "\(table.caption), \(heading)")
                }
            }
            #expect(tables.contains { $0.rows.contains { $0.kind == "overlap" } })
        }
    }

    private func number(_ text: String) -> Int { Int(text.replacing(".", with: "")) ?? 0 }

    @Test func bothFormsSayTheSame() async throws {
        let report = try await ReportedYear().report()
        let document = ReportDocument(report, .of(.indonesian), in: ReportedYear.zone)
        let (html, text) = (onOneLine(report.html()), onOneLine(report.text()))
        #expect(
            document.headline
                == "6 orang mengikuti pelatihan pada tahun anggaran 2026: 150,0 % dari target perubahan 4 orang.")
        #expect(html.contains(document.headline) && text.contains(document.headline))
        for section in document.sections where section.map == nil {
            for remark in section.remarks where !remark.contains("<") {
                #expect(html.contains(onOneLine(remark)) && text.contains(onOneLine(remark)), "\(remark)")
            }
        }
    }

    /// The words one after the other, however lines are broken.
    private func onOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func aYearWithoutTargetOrPeopleHasAPageToo() async throws {
        let year = try await TrainingYear.small()
        for (number, words) in [(2026, "Target tahun ini belum ditetapkan"), (2031, "0 orang mengikuti pelatihan")] {
            let report = try await YearReport.read(year.store, year: number, today: MonitoredYear.today)
            #expect(report.html().contains(words) && onOneLine(report.text()).contains(words))
            #expect(!report.html().contains("class=\"gauge\""))
            try expectValid(report.html())
        }
    }

    // MARK: Nobody's data

    @Test func nobodyIsNamed() async throws {
        let office = try await ReportedYear()
        let people = try await office.store.page(of: ParticipantQuery(), .first, count: 100).rows
        #expect(people.count >= 8)
        let report = try await office.report()
        for form in Language.allCases.flatMap({ [report.html($0), report.text($0)] }) {
            for person in people {
                for word in person.name.text.split(separator: " ") where word.count > 3 {
                    #expect(!form.contains(word), "\(word)")
                }
            }
            #expect(!form.contains("630906") && !form.contains("Syahrani") && !form.contains("Pak Udin"))
        }
    }

    // MARK: The page

    @Test func thePageStandsAlone() async throws {
        let html = try await ReportedYear().report().html()
        #expect(html.contains("default-src 'none'"))
        for loaded in ["<script", "http:", "https:", "src=", "href=", "url(", "@import"] {
            #expect(!html.contains(loaded), "\(loaded)")
        }
        let template = String(decoding: PackageResources.year_report_mustache, as: UTF8.self)
        #expect(!template.contains("{{{") && !template.contains("{{&"))
    }

    @Test func wordsOnFileAreNoMarkup() async throws {
        let html = try await ReportedYear().report().html()
        #expect(html.contains("LKP &lt;b&gt;Odd &amp; &quot;Sons&quot;"))
        #expect(html.contains("DPPA &lt;2026&gt; &amp; lain"))
        #expect(!html.contains("<b>") && !html.contains("\u{202E}"))
    }

    /// Every picture has words in its place, and every table a caption and heads for lines and columns.
    @Test func everyPictureAndTableCanBeHeard() async throws {
        let html = try await sample().1.html()
        func count(_ text: String) -> Int { html.components(separatedBy: text).count - 1 }
        #expect(count("<svg ") > 60)
        #expect(count("<svg ") == count("role=\"img\""))
        // One title is the page's own.
        #expect(count("<svg ") + 1 == count("<title"))
        #expect(count("<table") == count("<caption"))
        #expect(count("<tr") == count("<th scope=\"row\"") + count("<thead>"))
    }

    @Test(arguments: Language.allCases) func tidyFindsNoFault(_ language: Language) async throws {
        try expectValid(try await ReportedYear().report().html(language))
        try expectValid(try await sample().1.html(language))
    }

    /// What the HTML checker says: nothing.
    private func expectValid(_ html: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let path = NSTemporaryDirectory() + "report-\(UUID().uuidString).html"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try html.write(toFile: path, atomically: true, encoding: .utf8)
        let process = Process()
        let messages = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/tidy")
        process.arguments = ["-q", "-e", "-utf8", path]
        process.standardError = messages
        try process.run()
        let said = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(said.isEmpty && process.terminationStatus == 0, "\(said)", sourceLocation: sourceLocation)
    }

    // MARK: The text

    @Test(arguments: Language.allCases) func noLineIsWiderThanThePaper(_ language: Language) async throws {
        let year = try await ReportedYear()
        let name = "Lembaga " + String(repeating: "panjang ", count: 20) + String(repeating: "x", count: 120)
        _ = try await year.store.perform(
            .addOrganizer(Organizer(code: Code("LONG")!, name: String(name.prefix(200)), kind: .lkp)),
            by: Author(name: "rina", desk: "meja1"))
        for text in [try await year.report().text(language), try await sample().1.text(language)] {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines.filter { $0.count > 80 })")
            #expect(lines.contains { $0.contains("#") })
        }
    }

    // MARK: Gauge and map

    @Test(arguments: [
        (count: 0, target: 3_000, rings: 1, full: 0, arc: false),
        (count: 1_500, target: 3_000, rings: 1, full: 0, arc: true),
        (count: 3_000, target: 3_000, rings: 1, full: 1, arc: false),
        (count: 11_630, target: 3_000, rings: 4, full: 3, arc: true),
        (count: 12_000, target: 3_000, rings: 4, full: 4, arc: false),
        (count: 40_000, target: 3_000, rings: 2, full: 1, arc: true),
    ]) func aRingForEachLap(_ year: (count: Int, target: Int, rings: Int, full: Int, arc: Bool)) throws {
        let achievement = Achievement(year: 2025, original: year.target, people: year.count)
        let gauge = try #require(LapGauge(achievement, .of(.indonesian)))
        #expect(gauge.rings.count == year.rings)
        #expect(gauge.rings.filter(\.isFull).count == year.full)
        #expect((gauge.rings.last?.arc != nil) == year.arc)
    }

    @Test func theArcEndsWhereTheShareDoes() throws {
        let quarter = try #require(LapGauge(Achievement(year: 2025, original: 4, people: 1), .of(.english)))
        #expect(quarter.rings.map(\.arc) == ["M160.00 12.00A148.00 148.00 0 0 1 308.00 160.00"])
        let most = try #require(LapGauge(Achievement(year: 2025, original: 4, people: 3), .of(.english)))
        #expect(most.rings.map(\.arc) == ["M160.00 12.00A148.00 148.00 0 1 1 12.00 160.00"])
    }

    @Test func everyKecamatanHasATileOfItsOwn() {
        let codes = Gazetteer.tabalong.kecamatan.map(\.code.description)
        #expect(Set(TileMap.places.keys) == Set(codes))
        #expect(Set(TileMap.places.values.map { "\($0)" }).count == codes.count)
    }
}
