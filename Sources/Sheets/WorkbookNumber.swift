/// Numbers as a workbook writes them, and as a table of text would.
enum WorkbookNumber {
    /// Writes a number without exponent, and without point where it is whole, with as few digits as tell it from all others.
    ///
    /// Digits of a whole number are never rounded, however many there are.
    ///
    /// - Returns: `false`, with nothing written, where the text is no number.
    static func write(_ text: [UInt8], to buffer: inout [UInt8]) -> Bool {
        if isPlain(text) {
            buffer.append(contentsOf: text)
            return true
        }
        guard var decimal = Decimal(text) else { return false }
        if decimal.digits.count > 15, decimal.isRounded {
            // Beyond 15 digits not every digit means something: the number in between is what a spreadsheet holds.
            guard let double = Double(String(decoding: text.filter { $0 != 0x20 }, as: UTF8.self)), double.isFinite,
                let shortest = Decimal(Array(double.description.utf8))
            else { return false }
            decimal = shortest
        }
        return decimal.write(to: &buffer)
    }

    /// Whether it is a whole number as it would be written here.
    private static func isPlain(_ text: [UInt8]) -> Bool {
        guard let first = text.first, text.allSatisfy({ $0.digit != nil }) else { return false }
        return first != 0x30 || text.count == 1
    }

    /// A decimal number: its digits without zeros at either end, and where the point stands.
    private struct Decimal {
        var isNegative = false
        var digits: [UInt8] = []
        /// How many places the point stands right of the first digit.
        var point = 0
        /// Whether it is written in a way that may have been rounded: with an exponent or a fraction.
        var isRounded = false

        init?(_ text: [UInt8]) {
            var rest = text[...]
            while let last = rest.last, isSpace(last) { rest.removeLast() }
            while let first = rest.first, isSpace(first) { rest.removeFirst() }
            if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
                isNegative = sign == UInt8(ascii: "-")
                rest.removeFirst()
            }
            let whole = rest.prefix { $0.digit != nil }
            rest.removeFirst(whole.count)
            digits.append(contentsOf: whole)
            if rest.first == UInt8(ascii: ".") {
                let fraction = rest.dropFirst().prefix { $0.digit != nil }
                rest.removeFirst(fraction.count + 1)
                digits.append(contentsOf: fraction)
                isRounded = fraction.contains { $0 != 0x30 }
            }
            guard !digits.isEmpty else { return nil }
            point = whole.count
            if let sign = rest.first, sign | 0x20 == UInt8(ascii: "e") {
                guard rest.count <= 6, let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self)) else {
                    return nil
                }
                point += exponent
                isRounded = true
                rest = []
            }
            guard rest.isEmpty else { return nil }
            trim()
        }

        private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

        private mutating func trim() {
            let zeros = digits.prefix { $0 == 0x30 }.count
            digits.removeFirst(zeros)
            point -= zeros
            while digits.last == 0x30 { digits.removeLast() }
            if digits.isEmpty { (isNegative, point) = (false, 1) }
        }

        /// - Returns: `false` for a number that is larger or smaller than any in a spreadsheet.
        func write(to buffer: inout [UInt8]) -> Bool {
            guard (-330...310).contains(point) else { return false }
            if isNegative { buffer.append(UInt8(ascii: "-")) }
            if point <= 0 { buffer.append(0x30) } else { buffer.append(contentsOf: digits.prefix(point)) }
            buffer.append(contentsOf: repeatElement(0x30, count: max(0, point - digits.count)))
            guard point < digits.count else { return true }
            buffer.append(UInt8(ascii: "."))
            buffer.append(contentsOf: repeatElement(0x30, count: max(0, -point)))
            buffer.append(contentsOf: digits.dropFirst(max(0, point)))
            return true
        }
    }
}

/// How a workbook counts days.
enum DateSystem: Hashable, Sendable {
    /// 1 is 1 January 1900, and 60 a 29 February that never was.
    case from1900
    /// 0 is 1 January 1904.
    case from1904

    /// Writes the day of a number as ISO 8601; the time of day is cut off.
    ///
    /// - Parameter number: as ``WorkbookNumber`` writes it.
    /// - Returns: `false`, with nothing written, where the number is no day: a time alone, or beyond the year 9999.
    func write(_ number: [UInt8], to buffer: inout [UInt8]) -> Bool {
        var serial = 0
        var length = 0
        while length < min(number.count, 8), let digit = number[length].digit {
            serial = serial * 10 + digit
            length += 1
        }
        guard length > 0, length < 8, let day = day(serial) else { return false }
        writeISO(day, to: &buffer)
        return true
    }

    /// Days since 1 March 1600.
    private func day(_ serial: Int) -> Int? {
        // 31 December 1899 is day 109.512 of that count, 1 January 1904 day 110.973, 31 December 9999 day 3.067.976.
        let day: Int? =
            switch self {
            case .from1904: serial + 110_973
            case .from1900: serial == 0 || serial == 60 ? nil : serial + (serial < 60 ? 109_512 : 109_511)
            }
        return day.flatMap { $0 <= 3_067_976 ? $0 : nil }
    }

    /// Years are counted from March, so that the leap day comes last in its year, its century and its four centuries.
    private func writeISO(_ day: Int, to buffer: inout [UInt8]) {
        let (quads, dayOfQuad) = day.quotientAndRemainder(dividingBy: 146_097)
        let century = min(dayOfQuad / 36_524, 3)
        let dayOfCentury = dayOfQuad - century * 36_524
        let (olympiads, dayOfOlympiad) = dayOfCentury.quotientAndRemainder(dividingBy: 1_461)
        let yearOfOlympiad = min(dayOfOlympiad / 365, 3)
        var left = dayOfOlympiad - yearOfOlympiad * 365
        var month = 0
        while left >= Self.lengthsFromMarch[month] {
            left -= Self.lengthsFromMarch[month]
            month += 1
        }
        let year = 1_600 + quads * 400 + century * 100 + olympiads * 4 + yearOfOlympiad + (month >= 10 ? 1 : 0)
        write(year, digits: 4, to: &buffer)
        buffer.append(UInt8(ascii: "-"))
        write((month + 2) % 12 + 1, digits: 2, to: &buffer)
        buffer.append(UInt8(ascii: "-"))
        write(left + 1, digits: 2, to: &buffer)
    }

    private static let lengthsFromMarch = [31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 29]

    private func write(_ value: Int, digits: Int, to buffer: inout [UInt8]) {
        var unit = digits == 4 ? 1_000 : 10
        while unit > 0 {
            buffer.append(0x30 + UInt8(value / unit % 10))
            unit /= 10
        }
    }
}
