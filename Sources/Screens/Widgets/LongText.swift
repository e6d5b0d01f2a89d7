import Terminal

/// Sentences that are longer than their place.
extension String {
    /// The text in a few lines, broken between words. What does not fit gives way in the middle: a long name stands there,
    /// and the end says what to do.
    func lines(atMost most: Int, width: Int) -> [String] {
        var room = min(columns, most * width)
        while room > width {
            let lines = shortenedInTheMiddle(to: room).wrapped(to: width)
            if lines.count <= most, lines.allSatisfy({ $0.columns <= width }) { return lines }
            room -= 1
        }
        return [shortenedInTheMiddle(to: width)]
    }

    /// The text where it fits into so many terminal columns, else its beginning, `…` and its end.
    func shortenedInTheMiddle(to width: Int) -> String {
        guard columns > width else { return self }
        guard width > 0 else { return "" }
        let room = width - 1
        let end = String(reversed().prefix(columns: room / 2).reversed())
        return "\(prefix(columns: room - room / 2))…\(end)"
    }
}

extension Sequence<Character> {
    /// As many characters from the start as fit into so many terminal columns.
    func prefix(columns: Int) -> String {
        var kept = ""
        var used = 0
        for character in self {
            guard used + character.columns <= columns else { break }
            kept.append(character)
            used += character.columns
        }
        return kept
    }
}
