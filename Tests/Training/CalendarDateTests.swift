import Foundation
import Testing
import Training

@Suite struct CalendarDateTests {
    @Test func everyDayOfTwoCenturiesComesBack() {
        var date = CalendarDate.day("1900-01-01")
        var days = date.daysSince1970
        #expect(days == -25_567)
        while date.year <= 2100 {
            guard CalendarDate(daysSince1970: days) == date, date.daysSince1970 == days,
                CalendarDate(iso: date.description) == date,
                CalendarDate(typed: date.onScreen, latest: date) == date,
                CalendarDate(year: date.year, month: date.month, day: date.day) == date
            else {
                Issue.record("\(date) does not come back")
                return
            }
            let next = date.adding(days: 1)
            guard date < next, next.adding(days: -1) == date else {
                Issue.record("\(next) does not follow \(date)")
                return
            }
            date = next
            days += 1
        }
        #expect(days == 47_847)
    }

    @Test func agreesWithTheSystemsCalendar() {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for days in stride(from: -25_567, through: 47_846, by: 97) {
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(days) * 86_400))
            let date = CalendarDate(daysSince1970: days)
            #expect(date.year == parts.year && date.month == parts.month && date.day == parts.day)
        }
    }

    @Test(arguments: [
        (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (2026, 1, 32),
        (1799, 1, 1), (2201, 1, 1), (2026, -1, 1),
    ])
    func aDayThatIsNotIsRefused(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [(2024, 2, 29), (2000, 2, 29), (1800, 1, 1), (2200, 12, 31)])
    func aDayThatIsIsTaken(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day)?.day == day)
    }

    @Test(arguments: [
        "24112026", "241126", "24/11/2026", "24-11-26", "24-11-2026", "24.11.2026", "24.11.26", "24 nov 2026",
        "24 Nov 2026", "24 NOVEMBER 2026", "24 november 2026", "24 nopember 2026", "24 Nov. 2026", "24-nov-26",
        "2026-11-24", "2026/11/24", " 24 11 2026 ", "24 - 11 - 2026",
    ])
    func readsWhatIsTyped(_ text: String) {
        #expect(CalendarDate(typed: text, latest: .day("2026-12-31")) == .day("2026-11-24"))
    }

    @Test(arguments: [
        ("1 jan 2025", 1), ("1 Januari 2025", 1), ("1 feb 2025", 2), ("1 Pebruari 2025", 2), ("1 mar 2025", 3),
        ("1 maret 2025", 3), ("1 apr 2025", 4), ("1 mei 2025", 5), ("1 May 2025", 5), ("1 jun 2025", 6),
        ("1 juli 2025", 7), ("1 agt 2025", 8), ("1 agu 2025", 8), ("1 Agustus 2025", 8), ("1 aug 2025", 8),
        ("1 ags 2025", 8), ("1 sep 2025", 9), ("1 sept 2025", 9), ("1 okt 2025", 10), ("1 oct 2025", 10),
        ("1 nop 2025", 11), ("1 des 2025", 12), ("1 dec 2025", 12),
    ])
    func knowsTheMonths(_ text: String, _ month: Int) {
        #expect(CalendarDate(typed: text, latest: .day("2026-12-31"))?.month == month)
    }

    @Test(arguments: [
        "", " ", "24", "2411", "2411202", "241120266", "31-04-2026", "29-02-2025", "24-13-2026", "00-11-2026",
        "24-11", "24-11-2026-1", "24-11-202", "24-11-20266", "24 xyz 2026", "24 no 2026", "24 ma 2026", "x",
        "+24-11-2026",
        "24-+11-2026", "24-11-+026", "24/11/99999999999999999999", "２４-11-2026", "2026-24-11", "nov 24 2026",
    ])
    func refusesWhatNamesNoDay(_ text: String) {
        #expect(CalendarDate(typed: text, latest: .day("2026-12-31")) == nil)
    }

    @Test(arguments: [
        ("24-11-26", "2026-11-24", "2026-11-24"), ("24-11-26", "2026-11-23", "1926-11-24"),
        ("01-01-00", "2026-11-24", "2000-01-01"), ("31-12-99", "2026-11-24", "1999-12-31"),
        ("31-12-99", "1999-12-31", "1999-12-31"), ("010127", "2026-11-24", "1927-01-01"),
        ("01-01-27", "2027-12-31", "2027-01-01"), ("29-02-00", "2026-11-24", "2000-02-29"),
    ])
    func twoDigitsOfAYearLookBack(_ text: String, _ latest: String, _ expected: String) {
        #expect(CalendarDate(typed: text, latest: .day(latest)) == .day(expected))
    }

    @Test(arguments: [
        "2026-1-02", "26-01-02", "2026-01-2", "2026/01/02", "2026-02-30", "", "2026-01", "2026-01-02T00:00",
        "2026-+1-02", "2026-01-+2", "+026-01-02", " 2026-01-02", "2026-01-02-",
    ])
    func isoIsReadStrictly(_ text: String) { #expect(CalendarDate(iso: text) == nil) }

    @Test func countsWholeYears() {
        let birth = CalendarDate.day("2004-02-29")
        #expect(birth.wholeYears(to: .day("2019-02-28")) == 14)
        #expect(birth.wholeYears(to: .day("2019-03-01")) == 15)
        #expect(birth.wholeYears(to: .day("2020-02-29")) == 16)
        #expect(birth.wholeYears(to: birth) == 0)
        #expect(birth.wholeYears(to: .day("2004-02-28")) == -1)
        #expect(CalendarDate.day("1999-05-05").wholeYears(to: .day("2026-05-04")) == 26)
        #expect(CalendarDate.day("1999-05-05").wholeYears(to: .day("2026-05-05")) == 27)
    }

    @Test func todayIsTheDayOfTheZone() throws {
        let zone = try #require(TimeZone(identifier: "Asia/Makassar"))
        let lateEvening = Date(timeIntervalSince1970: 1_764_000_000)  // 2025-11-24 16:00 UTC
        #expect(CalendarDate.today(lateEvening, in: .gmt) == .day("2025-11-24"))
        #expect(CalendarDate.today(lateEvening, in: zone) == .day("2025-11-25"))
        #expect(CalendarDate.today(Date(timeIntervalSince1970: -1), in: .gmt) == .day("1969-12-31"))
    }

    @Test func standsInJSONAsISO() throws {
        let date = CalendarDate.day("2026-01-05")
        #expect(date.onScreen == "05-01-2026")
        let data = try JSONEncoder().encode([date])
        #expect(String(decoding: data, as: UTF8.self) == #"["2026-01-05"]"#)
        #expect(try JSONDecoder().decode([CalendarDate].self, from: data) == [date])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarDate].self, from: Data(#"["05-01-2026"]"#.utf8))
        }
    }
}
