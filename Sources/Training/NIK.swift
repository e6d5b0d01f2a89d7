/// The Indonesian population number (Nomor Induk Kependudukan): 16 digits `PPRRDD DDMMYY SSSS`.
///
/// Province, regency and district of *first registration*, birth date with 40 added to a woman's day, and a serial.
/// A value has always passed the checks that refuse a number; what may only be asked about is in ``doubts(birthDate:sex:gazetteer:)``.
public struct NIK: Hashable, Comparable, Sendable {
    /// The 16 digits as one number.
    public let number: Int64

    /// What refuses a number, and the digits it is about.
    public enum Flaw: Error, Hashable, Sendable {
        /// A character that is neither a digit nor a usual separator; `position` counts from 1.
        case notADigit(character: Character, position: Int)
        /// Not 16 digits; `count` is how many there are.
        case length(count: Int)
        /// A number in a spreadsheet's notation, `6,30904E+15`: digits are lost.
        case digitsLost
        /// One digit over and over, as placeholders are: `0000…`, `9999…`.
        case placeholder(digit: Character)
        /// Digits 7–8 name no day of a month, with or without a woman's 40.
        case day(written: Int)
        /// Digits 9–10 name no month.
        case month(written: Int)
        /// The month has no such day in the year that digits 11–12 name.
        case noSuchDate(day: Int, month: Int, year: Int)
        /// Digits 13–16 are 0000.
        case serialZero
    }

    /// Reads a NIK. Spaces, dots, hyphens, apostrophes and invisible marks, as sheets carry them, are passed over.
    ///
    /// - Throws: ``Flaw``, naming the digits at fault.
    public init(_ text: some StringProtocol) throws(Flaw) { try self.init(String(text)) }

    /// Reads a NIK. Spaces, dots, hyphens, apostrophes and invisible marks, as sheets carry them, are passed over.
    ///
    /// - Throws: ``Flaw``, naming the digits at fault.
    // Not generic: a million rows of a roster come by here.
    public init(_ text: String) throws(Flaw) {
        if let number = Self.plainNumber(text.utf8) {
            try self.init(ofSixteenDigits: number)
        } else {
            try self.init(digits: try Self.digits(of: text))
        }
    }

    /// Takes the number of a NIK that was checked before, as a store holds it.
    ///
    /// - Throws: ``Flaw`` where the number is no NIK after all.
    public init(number: Int64) throws(Flaw) {
        guard (0...9_999_999_999_999_999).contains(number) else { throw .length(count: String(number).count) }
        try self.init(ofSixteenDigits: number)
    }

    private init(digits: [UInt8]) throws(Flaw) {
        if let first = digits.first, digits.count > 1, digits.allSatisfy({ $0 == first }) {
            throw .placeholder(digit: Character(String(first)))
        }
        guard digits.count == 16 else { throw .length(count: digits.count) }
        try self.init(ofSixteenDigits: digits.reduce(0) { $0 * 10 + Int64($1) })
    }

    /// - Parameter number: at most 16 digits; zeros stand before it where there are fewer.
    private init(ofSixteenDigits number: Int64) throws(Flaw) {
        if number.isMultiple(of: 1_111_111_111_111_111) {
            throw .placeholder(digit: Character(String(number / 1_111_111_111_111_111)))
        }
        self.number = number
        guard (1...31).contains(birthDay) else { throw .day(written: writtenDay) }
        guard (1...12).contains(birthMonth) else { throw .month(written: birthMonth) }
        // 29 February is possible when either century made it a leap year; the century is settled by `birthDate`.
        let lastDay = max(
            CalendarDate.lastDay(ofMonth: birthMonth, year: 1900 + birthYear),
            CalendarDate.lastDay(ofMonth: birthMonth, year: 2000 + birthYear))
        guard birthDay <= lastDay else {
            throw .noSuchDate(day: birthDay, month: birthMonth, year: birthYear)
        }
        guard !number.isMultiple(of: 10_000) else { throw .serialZero }
    }

    /// The number where it stands there in 16 digits and nothing else, as in nearly every row of a roster.
    private static func plainNumber(_ text: String.UTF8View) -> Int64? {
        var (number, count): (Int64, Int) = (0, 0)
        for byte in text {
            guard byte.isDigit, count < 16 else { return nil }
            number = number * 10 + Int64(byte - 0x30)
            count += 1
        }
        return count == 16 ? number : nil
    }

    private static func digits(of text: String) throws(Flaw) -> [UInt8] {
        var digits: [UInt8] = []
        for (offset, character) in text.enumerated() {
            if let value = character.asciiValue, value.isDigit {
                digits.append(value - 0x30)
            } else if !isSeparator(character) {
                if isFigure(text) { throw .digitsLost }
                throw .notADigit(character: character, position: offset + 1)
            }
        }
        return digits
    }

    /// Dots, hyphens, apostrophes, and whatever leaves no mark: sheets carry all of them.
    private static func isSeparator(_ character: Character) -> Bool {
        ".-'`\u{2018}\u{2019}".contains(character) || String(character).fieldText == nil
    }

    /// Whether a spreadsheet wrote the number as a figure, `6,30904E+15`.
    private static func isFigure(_ text: String) -> Bool {
        let parts = text.filter { !$0.isWhitespace }.lowercased().split(
            separator: "e", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        let points = parts[0].filter { $0 == "," || $0 == "." }.count
        let exponent = parts[1].hasPrefix("+") ? parts[1].dropFirst() : parts[1]
        guard points <= 1, points == 1 || exponent != parts[1], !exponent.isEmpty,
            exponent.utf8.allSatisfy(\.isDigit), let first = parts[0].utf8.first, first.isDigit
        else { return false }
        return parts[0].utf8.allSatisfy { $0.isDigit || $0 == 0x2C || $0 == 0x2E }
    }

    public static func < (one: NIK, other: NIK) -> Bool { one.number < other.number }

    /// What an NIK says of the day of birth, taking the century that makes the person 0–99 years old on `today`.
    ///
    /// A typed birth date decides otherwise: see ``agrees(with:)``. A 29 February that only one century had takes that one.
    public func birthDate(today: CalendarDate) -> CalendarDate {
        let century = today.year / 100 * 100
        // The next century stands last: only a 29 February that no other has can need it.
        let candidates = [century, century - 100, century + 100].compactMap {
            CalendarDate(year: $0 + birthYear, month: birthMonth, day: birthDay)
        }
        let likely = candidates.first { $0 <= today && $0.wholeYears(to: today) <= 99 }
        // The initialiser proved that the day exists.
        return likely ?? candidates.first ?? today
    }

    /// Whether a birth date has the day, the month and the last two digits of the year that the NIK carries.
    public func agrees(with date: CalendarDate) -> Bool {
        date.day == birthDay && date.month == birthMonth && date.year % 100 == birthYear
    }

    /// The sex that the day carries: 40 is added for a woman.
    public var sex: Sex { Self.writtenDay(of: number) > 40 ? .female : .male }

    /// Digits 1–2 and 1–4 as numbers.
    var provinceNumber: Int { Int(number / 100_000_000_000_000) }
    var regencyNumber: Int { Int(number / 1_000_000_000_000) }

    /// The code of the province of first registration, digits 1–2.
    public var province: String { String(digits.prefix(2)) }

    /// The code of the regency of first registration, digits 1–4, as `63.09`.
    public var regency: String { "\(digits.prefix(2)).\(digits.dropFirst(2).prefix(2))" }

    /// The code of the district of first registration, digits 1–6, as `63.09.06`.
    public var district: String { "\(regency).\(digits.dropFirst(4).prefix(2))" }

    /// The 16 digits, unmasked: personal data.
    public var digits: String {
        String(unsafeUninitializedCapacity: 16) { buffer in
            var written = WrittenBytes(to: buffer)
            written.add(number, digits: 16)
            return written.count
        }
    }

    /// The digits in fours, `6309 0645 0599 0012`: personal data.
    public var grouped: String {
        let all = Array(digits)
        return stride(from: 0, to: 16, by: 4).map { String(all[$0..<$0 + 4]) }
            .joined(separator: " ")
    }

    /// The NIK as it may be shown, `6309••••••••0123`.
    public var masked: String {
        String(unsafeUninitializedCapacity: 32) { buffer in
            var written = WrittenBytes(to: buffer)
            written.add(number / 1_000_000_000_000, digits: 4)
            written.addBullets(8)
            written.add(number % 10_000, digits: 4)
            return written.count
        }
    }

    /// Whether two numbers of 16 digits differ in exactly one place.
    public static func differInOneDigit(_ one: Int64, _ other: Int64) -> Bool {
        var (one, other, differing) = (one, other, 0)
        for _ in 0..<16 {
            if one % 10 != other % 10 { differing += 1 }
            one /= 10
            other /= 10
        }
        return differing == 1
    }

    private var writtenDay: Int { Self.writtenDay(of: number) }
    private static func writtenDay(of number: Int64) -> Int { Int(number / 100_000_000 % 100) }
    private var birthDay: Int { writtenDay > 40 ? writtenDay - 40 : writtenDay }
    private var birthMonth: Int { Int(number / 1_000_000 % 100) }
    private var birthYear: Int { Int(number / 10_000 % 100) }
}

extension NIK: CustomStringConvertible {
    /// The masked form, so that a NIK never reaches a log or a message by accident.
    public var description: String { masked }
}
