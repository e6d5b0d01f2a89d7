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
        return "\(date.day) \(months[date.month - 1]) \(date.year)"
    }

    /// A month of a year: `Agustus 2026`.
    public func month(_ month: Int, of year: Int) -> String {
        months.indices.contains(month - 1) ? "\(months[month - 1]) \(year)" : "\(month) \(year)"
    }

    /// A month in three letters: `Agu`.
    public func shortMonth(_ month: Int) -> String {
        let months = self == .indonesian ? Self.indonesianShortMonths : Self.englishMonths.map { String($0.prefix(3)) }
        return months.indices.contains(month - 1) ? months[month - 1] : "\(month)"
    }

    private var months: [String] { self == .indonesian ? Self.indonesianMonths : Self.englishMonths }

    private static let indonesianShortMonths = [
        "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
    ]

    private static let indonesianMonths = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
        "Oktober", "November", "Desember",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}
