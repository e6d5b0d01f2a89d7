import Testing
import Training
import Words

@Suite struct NumberTextTests {
    @Test(arguments: [
        (0, "0", "0"), (7, "7", "7"), (999, "999", "999"), (1_000, "1.000", "1,000"), (3_000, "3.000", "3,000"),
        (11_630, "11.630", "11,630"), (100_000, "100.000", "100,000"), (1_234_567, "1.234.567", "1,234,567"),
        (-5, "-5", "-5"), (-100, "-100", "-100"), (-1_000, "-1.000", "-1,000"),
        (.max, "9.223.372.036.854.775.807", "9,223,372,036,854,775,807"),
        (.min, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"),
    ])
    func groupsThousands(_ number: Int, _ indonesian: String, _ english: String) {
        #expect(Language.indonesian.number(number) == indonesian)
        #expect(Language.english.number(number) == english)
    }

    @Test(arguments: [
        (11_630, 3_000, "387,6 %", "387.6 %"), (2_999, 3_000, "99,9 %", "99.9 %"), (3_000, 3_000, "100,0 %", "100.0 %"),
        (0, 3_000, "0,0 %", "0.0 %"), (1, 2_000, "0,0 %", "0.0 %"), (40_000, 3, "1.333.333,3 %", "1,333,333.3 %"),
    ])
    func showsOneDecimalAndNeverMore(_ count: Int, _ target: Int, _ indonesian: String, _ english: String) throws {
        let percent = try #require(Percent(count, of: target))
        #expect(Language.indonesian.percent(percent) == indonesian)
        #expect(Language.english.percent(percent) == english)
    }

    @Test(arguments: [
        (1, "5 Januari 2026", "5 January 2026"), (2, "5 Februari 2026", "5 February 2026"),
        (3, "5 Maret 2026", "5 March 2026"), (4, "5 April 2026", "5 April 2026"), (5, "5 Mei 2026", "5 May 2026"),
        (6, "5 Juni 2026", "5 June 2026"), (7, "5 Juli 2026", "5 July 2026"), (8, "5 Agustus 2026", "5 August 2026"),
        (9, "5 September 2026", "5 September 2026"), (10, "5 Oktober 2026", "5 October 2026"),
        (11, "5 November 2026", "5 November 2026"), (12, "5 Desember 2026", "5 December 2026"),
    ])
    func namesTheMonth(_ month: Int, _ indonesian: String, _ english: String) throws {
        let date = try #require(CalendarDate(year: 2026, month: month, day: 5))
        #expect(Language.indonesian.longDate(date) == indonesian)
        #expect(Language.english.longDate(date) == english)
        // What is written can be typed again.
        #expect(CalendarDate(typed: indonesian, latest: date) == date)
        #expect(CalendarDate(typed: english, latest: date) == date)
    }

    @Test(arguments: [
        (999, 1_000, "99 %", "99 %"), (1, 3, "33 %", "33 %"), (0, 5, "0 %", "0 %"), (5, 5, "100 %", "100 %"),
        (40_000, 30, "133.333 %", "133,333 %"),
    ])
    func cutsToWholePercent(_ count: Int, _ whole: Int, _ indonesian: String, _ english: String) throws {
        let percent = try #require(Percent(count, of: whole))
        #expect(Language.indonesian.wholePercent(percent) == indonesian)
        #expect(Language.english.wholePercent(percent) == english)
    }

    @Test func boundsThatAreOneAreWrittenOnce() throws {
        let (least, most) = (try #require(Percent(181, of: 1_000)), try #require(Percent(759, of: 1_000)))
        #expect(Language.indonesian.wholePercent(from: least, to: most) == "18–75 %")
        #expect(Language.indonesian.wholePercent(from: least, to: least) == "18 %")
    }

    @Test func amountsOfMoney() {
        #expect(Language.indonesian.rupiah(1_250_000) == "Rp1.250.000")
        #expect(Language.english.rupiah(1_250_000) == "Rp1,250,000")
    }
}
