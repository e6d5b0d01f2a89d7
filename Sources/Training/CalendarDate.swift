import Foundation

/// A day of the Gregorian calendar, without a time or a zone: what a birth date or a class's first day is.
///
/// Years run from 1800 to 2200; a value always names a day that exists.
public struct CalendarDate: Hashable, Comparable, Sendable {
    // In four bytes: lists hold tens of thousands of days.
    private let yearNumber: Int16
    private let monthNumber: Int8
    private let dayNumber: Int8

    /// The year, 1800–2200.
    public var year: Int { Int(yearNumber) }
    /// The month, 1–12.
    public var month: Int { Int(monthNumber) }
    /// The day of the month, 1–31.
    public var day: Int { Int(dayNumber) }
    /// The date as one number, `yyyymmdd`: later days have greater ones.
    public var number: Int { year * 10_000 + month * 100 + day }

    /// The day that the three numbers name, or `nil` where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1800...2200).contains(year), (1...12).contains(month),
            (1...Self.lastDay(ofMonth: month, year: year)).contains(day)
        else { return nil }
        yearNumber = Int16(year)
        monthNumber = Int8(month)
        dayNumber = Int8(day)
    }

    /// The last day of a month, 28–31; `month` is 1–12.
    public static func lastDay(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Today on this machine's clock, in its time zone.
    public static func today(_ now: Date = Date(), in zone: TimeZone = .current) -> CalendarDate {
        CalendarDate(
            daysSince1970: Int(
                ((now.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: now))) / 86_400)
                    .rounded(.down)))
    }

    /// The day that lies `days` after 1 January 1970; negative for earlier days. Beyond the year 32.767, where no clock is right, it is some day of that year.
    ///
    /// The arithmetic is that of the proleptic Gregorian calendar, counted in eras of 400 years that begin on 1 March.
    public init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        dayNumber = Int8(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
        monthNumber = Int8(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
        yearNumber = Int16(clamping: yearOfEra + era * 400 + (monthNumber <= 2 ? 1 : 0))
    }

    /// Days since 1 January 1970; negative for earlier days.
    public var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    /// The day `days` later, or earlier where `days` is negative.
    public func adding(days: Int) -> CalendarDate {
        CalendarDate(daysSince1970: daysSince1970 + days)
    }

    /// The Monday of the week that the day lies in.
    public var monday: CalendarDate {
        // 1 January 1970 was a Thursday.
        let sinceMonday = (daysSince1970 + 3) % 7
        return adding(days: -(sinceMonday < 0 ? sinceMonday + 7 : sinceMonday))
    }

    /// The moment the day begins in a time zone.
    public func start(in zone: TimeZone) -> Date {
        let midnight = Date(timeIntervalSince1970: Double(daysSince1970) * 86_400)
        // The zone's distance from Greenwich is asked for near that moment: it may change during a year.
        let guess = midnight.addingTimeInterval(-Double(zone.secondsFromGMT(for: midnight)))
        return midnight.addingTimeInterval(-Double(zone.secondsFromGMT(for: guess)))
    }

    /// Whole years from this day to `date`: an age, when this is a birth date. Negative where `date` is earlier.
    public func wholeYears(to date: CalendarDate) -> Int {
        let years = date.year - year
        return (date.month, date.day) < (month, day) ? years - 1 : years
    }

    public static func < (one: CalendarDate, other: CalendarDate) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }
}

extension CalendarDate: CustomStringConvertible {
    /// The day as ISO 8601, `2026-11-24`: as it stands in files, JSON and the store.
    public var description: String {
        guard (1_000...9_999).contains(year) else { return "\(year)-\(padded(month))-\(padded(day))" }
        return String(unsafeUninitializedCapacity: 10) { buffer in
            var written = WrittenBytes(to: buffer)
            written.add(Int64(year), digits: 4)
            written.add(UInt8(ascii: "-"))
            written.add(Int64(month), digits: 2)
            written.add(UInt8(ascii: "-"))
            written.add(Int64(day), digits: 2)
            return written.count
        }
    }

    /// The day as it stands on screen and is typed, `24-11-2026`.
    public var onScreen: String { "\(padded(day))-\(padded(month))-\(year)" }

    /// Reads ISO 8601, `2026-11-24`, and nothing else.
    public init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            parts[2].utf8.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }), let year = Int(parts[0]),
            let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

extension CalendarDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CalendarDate(iso: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no ISO 8601 date: \(text)")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
