import Foundation

/// A person's name: kept as typed, compared without case, accents, titles and doubled spaces.
public struct PersonName: Hashable, Sendable {
    /// The name with the capitals it was typed in, single spaces, and no control characters.
    public let text: String
    /// The key, where it was found beforehand.
    private var foundKey: String?

    /// Takes a name, trimmed and with runs of spaces made one; `nil` where no letter is left.
    public init?(_ typed: some StringProtocol) { self.init(String(typed)) }

    /// Takes a name, trimmed and with runs of spaces made one; `nil` where no letter is left.
    // Not generic: a million rows of a roster and of the file come by here.
    public init?(_ typed: String) {
        let clean =
            typed.isPlainlySpaced
            ? typed : typed.strippedOfControls.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let hasLetter = clean.utf8.first?.isPlainLetter ?? false || clean.contains(where: \.isLetter)
        guard hasLetter, clean.utf8.count <= 400 else { return nil }
        text = clean
    }

    /// What names are sorted and compared by: lower case, without accents, titles, degrees, punctuation and doubled spaces.
    ///
    /// A name that is nothing but titles keeps them.
    public var key: String { foundKey ?? plainKey ?? longKey }

    /// The same name, its key found once: whoever asks for it several times need not wait for it.
    public var withFoundKey: PersonName {
        var name = self
        name.foundKey = key
        return name
    }

    public static func == (one: PersonName, other: PersonName) -> Bool { one.text == other.text }

    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// The key of a name of plain words without a title, which most are; `nil` where it takes more to find it.
    private var plainKey: String? {
        guard text.utf8.allSatisfy({ $0.isPlainLetter || $0 == 0x20 }) else { return nil }
        let lower = text.lowercased()
        guard let space = lower.utf8.firstIndex(of: 0x20), let last = lower.utf8.lastIndex(of: 0x20) else {
            return lower
        }
        let (first, end) = (lower[..<space], lower[lower.utf8.index(after: last)...])
        // The longest title has eight letters, the longest plain degree six.
        let isTitled = first.utf8.count <= 8 && Self.titles.contains(String(first))
        return isTitled || (end.utf8.count <= 6 && Self.plainDegrees.contains(String(end))) ? nil : lower
    }

    private var longKey: String {
        let folded = text.folded()
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

extension UInt8 {
    /// Whether the byte is a letter of ASCII, small or capital.
    public var isPlainLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
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
