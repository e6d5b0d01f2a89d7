import Foundation

/// A person's name: kept as typed, compared without case, accents, titles and doubled spaces.
public struct PersonName: Hashable, Sendable {
    /// The name with the capitals it was typed in, single spaces, and no control characters.
    public let text: String

    /// Takes a name, trimmed and with runs of spaces made one; `nil` where no letter is left.
    public init?(_ typed: some StringProtocol) {
        let stripped = typed.strippedOfControls
        let clean =
            stripped.isPlainlySpaced
            ? stripped : stripped.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard clean.contains(where: \.isLetter), clean.utf8.count <= 400 else { return nil }
        text = clean
    }

    /// What names are sorted and compared by: lower case, without accents, titles, degrees, punctuation and doubled spaces.
    ///
    /// A name that is nothing but titles keeps them.
    public var key: String {
        plainKey ?? longKey
    }

    /// The key of a name of plain words without a title, which most are; `nil` where it takes more to find it.
    private var plainKey: String? {
        guard text.utf8.allSatisfy({ $0.isPlainLetter || $0 == 0x20 }) else { return nil }
        let lower = text.lowercased()
        guard let space = lower.utf8.firstIndex(of: 0x20), let last = lower.utf8.lastIndex(of: 0x20) else {
            return lower
        }
        return Self.titles.contains(String(lower[..<space]))
            || Self.plainDegrees.contains(String(lower[lower.utf8.index(after: last)...])) ? nil : lower
    }

    private var longKey: String {
        // Folding by Foundation costs a hundred times what lower case does, and changes nothing else in ASCII.
        let folded =
            text.utf8.allSatisfy { $0 < 0x80 }
            ? text.lowercased() : text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        // What follows a comma are degrees.
        let name = folded.split(separator: ",", maxSplits: 1).first ?? folded[...]
        var written = name.split(separator: " ")
        while written.count > 1, let last = written.last, Self.isDegree(last) { written.removeLast() }
        let words = written.flatMap { Self.words(in: $0) }
        let untitled = words.drop { Self.titles.contains($0) }
        return (untitled.isEmpty ? words[...] : untitled).joined(separator: " ")
    }

    /// `h.syahrani` is two words, `mas'ud` is one.
    private static func words(in written: Substring) -> [String] {
        written.split { !$0.isLetter && !$0.isNumber && !apostrophes.contains($0) }
            .map { $0.filter { !apostrophes.contains($0) } }.filter { !$0.isEmpty }
    }

    /// Whether a word that ends a name is a degree: `s.e` is one, `se` may be a name.
    private static func isDegree(_ word: Substring) -> Bool {
        let letters = word.filter { $0 != "." }
        return word.dropLast().contains(".") ? degrees.contains(letters) : plainDegrees.contains(letters)
    }

    private static let apostrophes: Set<Character> = ["'", "\u{2018}", "\u{2019}", "\u{2BC}", "`", "\u{B4}"]

    /// Titles that stand before a name: hajj, learned, noble and academic ones.
    private static let titles: Set<String> = [
        "h", "hj", "haji", "hajjah", "kh", "ustadz", "ust", "ustadzah", "drs", "dra", "dr", "drg",
        "ir", "prof", "tn", "ny", "nn", "sdr", "sdri", "bpk", "ibu",
    ]

    /// Degrees that stand after a name and are no name themselves.
    private static let plainDegrees: Set<String> = [
        "spd", "spdi", "skom", "ssos", "skep", "sfarm", "shut", "mpd", "mpdi", "mkom", "mkes", "amd", "amdkeb",
        "amdkep",
    ]

    /// Degrees, without their dots.
    private static let degrees: Set<String> = plainDegrees.union([
        "se", "sei", "sh", "shi", "sip", "sikom", "st", "stp", "sstp", "sstr", "strkeb", "strkep", "sp", "spt", "spi",
        "skm", "ssi", "ssn", "sag", "sthi", "sm", "sab", "sap", "sst", "spsi", "sked", "skg", "mh", "mm", "ma",
        "mag", "map", "mt", "msi", "msc", "mba", "mp", "mkep", "phd", "ama", "amak", "amg", "amkl",
    ])
}

extension PersonName: CustomStringConvertible {
    public var description: String { text }
}

extension StringProtocol {
    /// The text without control characters, bidirectional overrides and zero-width marks, which have no business in a
    /// form and could steer a terminal.
    public var strippedOfControls: String {
        // Most text is plain, and a million rows of it are read at a time.
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(self) }
        var kept = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: kept.append(" ")
            case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
                0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
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

extension UInt8 {
    fileprivate var isPlainLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

extension String {
    /// Whether all is printable ASCII with single spaces between the words, as most names come.
    fileprivate var isPlainlySpaced: Bool {
        var previous: UInt8 = 0x20
        for byte in utf8 {
            guard (0x20..<0x7F).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
            previous = byte
        }
        return previous != 0x20
    }
}
