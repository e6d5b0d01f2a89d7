/// Numbers on paper that count up by one: class codes (`K-014`, `K-015`) and certificate numbers (`0123/BLK/2026`).
public struct Series: Hashable, Sendable {
    private let before: String
    private let digits: String
    private let after: String

    /// The series that a text is the first of; `nil` where it holds no digit.
    ///
    /// The last group of digits counts up, save one that is a year: `0123/BLK/2026` goes on with `0124/BLK/2026`. Where
    /// a year is all there is, it counts.
    ///
    /// - Parameter years: the numbers that are years here.
    public init?(first text: String, years: Set<Int> = []) {
        var groups: [Range<String.Index>] = []
        var index = text.startIndex
        while let start = text[index...].firstIndex(where: \.isPlainDigit) {
            let end = text[start...].firstIndex { !$0.isPlainDigit } ?? text.endIndex
            groups.append(start..<end)
            index = end
        }
        let counting = groups.last { group in !years.contains { text[group] == String($0) } }
        // More digits than a machine word holds are left alone in front.
        guard let group = counting ?? groups.last else { return nil }
        let short = text.index(group.upperBound, offsetBy: -15, limitedBy: group.lowerBound) ?? group.lowerBound
        before = String(text[..<short])
        digits = String(text[short..<group.upperBound])
        after = String(text[group.upperBound...])
    }

    /// The text `steps` further on; 0 is the first. Leading zeros keep the width until it overflows.
    public subscript(steps: Int) -> String {
        let number = String((Int(digits) ?? 0) + steps)
        return before + String(repeating: "0", count: max(0, digits.count - number.count)) + number + after
    }

    /// The number that counts, to tell which of several texts of one pattern is furthest on.
    private var number: Int { Int(digits) ?? 0 }

    /// The text that follows the furthest of those given; `nil` where none holds a digit.
    ///
    /// The pattern is that of the last one: codes of another pattern (`L-003` beside `K-014`) do not take part.
    public static func next(after texts: [String], years: Set<Int> = []) -> String? {
        let series = texts.compactMap { Series(first: $0, years: years) }
        guard let pattern = series.last else { return nil }
        let furthest = series.filter { $0.before == pattern.before && $0.after == pattern.after }
            .max { $0.number < $1.number }
        return furthest?[1]
    }
}

extension Character {
    fileprivate var isPlainDigit: Bool { ("0"..."9").contains(self) }
}
