import Foundation

extension Date {
    /// A day and an hour as they stand on screen, `24-11-2026 09:05`.
    public func toTheMinute(in zone: TimeZone) -> String {
        let seconds = Int(timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: self)
        let minutes = ((seconds % 86_400) + 86_400) % 86_400 / 60
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(CalendarDate.today(self, in: zone).onScreen) \(padded(minutes / 60)):\(padded(minutes % 60))"
    }
}

extension CalendarDate {
    /// The moment at which the day ends where the clocks of a zone are: the next one's first.
    public func end(in zone: TimeZone) -> Date {
        let midnight = Date(timeIntervalSince1970: Double(adding(days: 1).daysSince1970) * 86_400)
        let guess = midnight.addingTimeInterval(-Double(zone.secondsFromGMT(for: midnight)))
        // Where clocks are changed at that midnight, one of the two lies an hour before the day is over.
        return max(guess, midnight.addingTimeInterval(-Double(zone.secondsFromGMT(for: guess))))
    }
}
