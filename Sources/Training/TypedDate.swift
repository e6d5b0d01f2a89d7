/// Dates as clerks type them and as sheets carry them.
extension CalendarDate {
    /// Reads a typed date: `24112026`, `24/11/2026`, `24-11-26`, `24.11.2026`, `24 nov 2026`, `24 November 2026`
    /// or ISO `2026-11-24`.
    ///
    /// Day comes before month, as Indonesia writes it. Two digits of a year take the century that puts the
    /// date no later than `latest` and less than a hundred years before it.
    ///
    /// - Returns: `nil` where the text names no day.
    public init?(typed text: String, latest: CalendarDate) {
        if let plain = Self.plainNumbers(text.utf8) {
            self.init(year: plain.year, month: plain.month, day: plain.day)
            return
        }
        let parts = Self.parts(of: text.lowercased())
        if parts.count == 1, parts[0].utf8.allSatisfy(\.isDigit) {
            self.init(digits: parts[0], latest: latest)
            return
        }
        guard parts.count == 3 else { return nil }
        if parts[0].utf8.count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2])
        {
            self.init(year: year, month: month, day: day)
            return
        }
        guard let day = Int(parts[0]), let month = Int(parts[1]) ?? Self.month(named: parts[1]),
            let year = Self.year(written: parts[2], month: month, day: day, latest: latest)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The numbers of `2026-11-24` and `24/11/2026`, as nearly every row of a roster writes a day.
    private static func plainNumbers(_ text: String.UTF8View) -> (year: Int, month: Int, day: Int)? {
        guard text.count == 10 else { return nil }
        var numbers = (0, 0, 0)
        var lengths = (0, 0, 0)
        var part = 0
        for byte in text {
            if byte.isDigit {
                let digit = Int(byte - 0x30)
                switch part {
                case 0: (numbers.0, lengths.0) = (numbers.0 * 10 + digit, lengths.0 + 1)
                case 1: (numbers.1, lengths.1) = (numbers.1 * 10 + digit, lengths.1 + 1)
                default: (numbers.2, lengths.2) = (numbers.2 * 10 + digit, lengths.2 + 1)
                }
            } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") {
                part += 1
            } else {
                return nil
            }
        }
        guard part == 2, lengths.1 == 2 else { return nil }
        switch (lengths.0, lengths.2) {
        case (4, 2): return (numbers.0, numbers.1, numbers.2)
        case (2, 4): return (numbers.2, numbers.1, numbers.0)
        default: return nil
        }
    }

    private init?(digits: Substring, latest: CalendarDate) {
        guard digits.utf8.count == 8 || digits.utf8.count == 6,
            let day = Int(digits.prefix(2)), let month = Int(digits.dropFirst(2).prefix(2)),
            let year = Self.year(
                written: digits.dropFirst(4), month: month, day: day, latest: latest)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func parts(of text: String) -> [Substring] {
        // A plus would be read as part of a number.
        guard !text.contains("+") else { return [] }
        return text.split { $0 == "/" || $0 == "-" || $0 == "." || $0 == " " || $0 == "," }
    }

    private static func year(
        written text: Substring, month: Int, day: Int, latest: CalendarDate
    ) -> Int? {
        guard let year = Int(text), year >= 0 else { return nil }
        guard text.utf8.count == 2 else { return text.utf8.count == 4 ? year : nil }
        let century = latest.year / 100 * 100
        return (latest.year, latest.month, latest.day) < (century + year, month, day)
            ? century + year - 100 : century + year
    }

    private static func month(named name: Substring) -> Int? {
        guard name.count >= 3 else { return nil }
        return monthNames.first { $0.names.contains { $0.hasPrefix(name) } }?.number
    }

    private static let monthNames: [(number: Int, names: [String])] = [
        (1, ["januari", "january"]), (2, ["februari", "february", "pebruari"]),
        (3, ["maret", "march"]), (4, ["april"]), (5, ["mei", "may"]), (6, ["juni", "june"]),
        (7, ["juli", "july"]), (8, ["agustus", "august", "agt", "ags"]), (9, ["september"]),
        (10, ["oktober", "october"]), (11, ["november", "nopember"]),
        (12, ["desember", "december"]),
    ]
}

extension UInt8 {
    /// Whether the byte is a digit of ASCII.
    public var isDigit: Bool { (0x30...0x39).contains(self) }
}
