import Foundation

/// A person's name: kept as typed, compared without case, accents, titles and doubled spaces.
public struct PersonName: Hashable, Sendable {
    /// The name with the capitals it was typed in, single spaces, and no control characters.
    public let text: String

    /// Takes a name, trimmed and with runs of spaces made one; `nil` where no letter is left.
    public init?(_ typed: some StringProtocol) {
        let clean = typed.strippedOfControls.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        guard clean.contains(where: \.isLetter), clean.utf8.count <= 400 else { return nil }
        text = clean
    }

    /// What names are sorted and compared by: lower case, without accents, titles, punctuation and doubled spaces.
    ///
    /// A name that is nothing but titles keeps them.
    public var key: String {
        // Folding by Foundation costs a hundred times what lower case does, and changes nothing else in ASCII.
        let folded =
            text.utf8.allSatisfy { $0 < 0x80 }
            ? text.lowercased() : text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        let beforeDegrees = folded.split(separator: ",").first.map(String.init) ?? folded
        let words = beforeDegrees.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "'" }
            .map { $0.filter { $0 != "." && $0 != "'" } }.filter { !$0.isEmpty }
        let untitled = words.drop { Self.titles.contains($0) }
        let kept = untitled.isEmpty ? words[...] : untitled
        return kept.joined(separator: " ")
    }

    /// Titles that stand before a name: hajj, learned, noble and academic ones.
    private static let titles: Set<String> = [
        "h", "hj", "haji", "hajjah", "kh", "ustadz", "ust", "ustadzah", "drs", "dra", "dr", "drg",
        "ir", "prof", "tn", "ny", "nn", "sdr", "sdri", "bpk", "ibu",
    ]
}

extension PersonName: CustomStringConvertible {
    public var description: String { text }
}

extension StringProtocol {
    /// The text without control characters, bidirectional overrides and zero-width marks, which have no business in a
    /// form and could steer a terminal.
    public var strippedOfControls: String {
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(self) }
        var kept = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: kept.append(" ")
            case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
                0xFFF9...0xFFFB, 0xE0000...0xE007F:
                continue
            default: kept.append(scalar)
            }
        }
        return String(kept)
    }

    /// The text as a field keeps it: control characters gone, trimmed, `nil` where nothing is left.
    public var fieldText: String? {
        let clean = strippedOfControls.trimmingCharacters(in: .whitespaces)
        return clean.isEmpty ? nil : clean
    }
}
