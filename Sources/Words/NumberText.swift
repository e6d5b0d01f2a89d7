import Training

/// Numbers and dates as a language writes them.
extension Language {
    /// Thousands in groups: `11.630` in Indonesian, `11,630` in English.
    public func number(_ number: Int) -> String {
        let separator: Character = self == .indonesian ? "." : ","
        let digits = String(number.magnitude)
        var text = number < 0 ? "-" : ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.count - offset) % 3 == 0 { text.append(separator) }
            text.append(digit)
        }
        return text
    }

    /// One decimal, cut: `387,6 %` in Indonesian, `387.6 %` in English.
    public func percent(_ percent: Percent) -> String {
        let comma = self == .indonesian ? "," : "."
        return "\(number(percent.tenths / 10))\(comma)\(percent.tenths % 10) %"
    }

    /// A day with its month's name: `24 November 2026`.
    public func longDate(_ date: CalendarDate) -> String {
        "\(date.day) \(months[date.month - 1]) \(date.year)"
    }

    /// A month of a year: `Mei 2026`; `month` is 1–12.
    public func month(_ month: Int, _ year: Int) -> String { "\(months[month - 1]) \(year)" }

    /// A month in three letters; `month` is 1–12.
    public func shortMonth(_ month: Int) -> String { String(months[month - 1].prefix(3)) }

    private var months: [String] { self == .indonesian ? Self.indonesianMonths : Self.englishMonths }

    private static let indonesianMonths = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
        "Oktober", "November", "Desember",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}
