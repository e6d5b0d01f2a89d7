/// How a name sounds: what is left of it once the ways of spelling it that are common in Banjar and Indonesian names are one.
///
/// *Muhammad*, *Mohamad*, *M.*, *Muh.* and *Mohd.* are one name, *Abdul Rahman*, *Abd. Rahman* and *Abdurrahman* another; old spelling
/// (*dj*, *tj*, *oe*) and new, Arabic letters written one way or another (*ch*, *kh*, *sy*, *dz*, *q*), *y* and *i*, *f*, *v* and
/// *p*, doubled letters and a last *h* tell nobody apart. Words are joined: *Nur Hayati* is *Nurhayati*.
///
/// Folding is generous. It finds people to look at; it never decides who somebody is.
public struct NameSound: Hashable, Sendable {
    /// The folded letters, in ASCII wherever the name is.
    public let letters: [UInt8]

    /// Folds a name.
    public init(_ name: PersonName) { self.init(key: name.key) }

    /// Folds a name from what it is sorted and compared by.
    public init(key: String) {
        var words = key.utf8.split(separator: 0x20).map { Array($0) }
        if words.count > 1, let full = Self.shortenedFirst[String(decoding: words[0], as: UTF8.self)] {
            words[0] = Array(full.utf8)
        }
        var letters: [UInt8] = []
        letters.reserveCapacity(key.utf8.count)
        // A letter that ends a word and begins the next is written once or twice where the two are one word.
        func join(_ word: ArraySlice<UInt8>) { letters += word.first == letters.last ? word.dropFirst() : word }
        var place = 0
        while place < words.count {
            if place + 1 < words.count, Self.servants.contains(String(decoding: words[place], as: UTF8.self)) {
                letters += Self.servant
                join(Self.folded(words[place + 1].drop { $0 == Self.l }))
                place += 2
            } else {
                join(Self.foldedWord(words[place]))
                place += 1
            }
        }
        self.letters = letters
    }

    /// The sound without *Muhammad* or *Siti* before the name proper, which are often left out.
    public var core: ArraySlice<UInt8> {
        for common in Self.oftenLeftOut where letters.starts(with: common) && letters.count >= common.count + 3 {
            return letters[common.count...]
        }
        return letters[...]
    }

    // MARK: Words

    private static let l = UInt8(ascii: "l")
    private static let servant = Array("abd".utf8)

    /// *Abdul* and how it is shortened, or sounds before the name that follows it.
    private static let servants: Set<String> = [
        "abd", "abdl", "abdul", "abdoel", "abdur", "abdus", "abdun", "abdut", "abdud", "abdush", "abdusy",
    ]

    /// Names that are shortened where another follows.
    private static let shortenedFirst: [String: String] = {
        let names: [String: [String]] = [
            "muhamad": ["m", "mh", "mhd", "moh", "mohd", "muh", "muhd", "moch", "mochd", "much", "muchd", "mohammed"],
            "ahmad": ["ach", "akh", "ahm", "acmad", "ahmed"],
            "siti": ["st", "sitti", "sti"],
        ]
        return names.reduce(into: [:]) { table, name in for short in name.value { table[short] = name.key } }
    }()

    private static let servantBeginnings = [Array("abdu".utf8), Array("abdoe".utf8)]
    private static let oftenLeftOut = [Array("muhamad".utf8), Array("siti".utf8)]

    /// A word by itself; *Abdurrahman* is taken apart first.
    private static func foldedWord(_ word: [UInt8]) -> ArraySlice<UInt8> {
        for beginning in servantBeginnings where word.starts(with: beginning) {
            let rest = word.dropFirst(beginning.count).drop { $0 == l }
            if rest.count >= 2 { return (servant + folded(rest))[...] }
        }
        return folded(word[...])
    }

    // MARK: Letters

    /// Where a word begins, and how that is folded before its letters are: *Chandra* has no Arabic *ch*.
    private static let written = beginnings([("chandr", "candr"), ("chris", "kris")])

    /// The same, of what is left of a word: *Noor*, *Nor* and *Nur*, *Khoirul* and *Khairul*.
    private static let heard = beginnings([("moham", "muham"), ("nor", "nur"), ("hoir", "hair"), ("rohm", "rahm")])

    private typealias Beginning = (from: [UInt8], to: [UInt8])

    private static func beginnings(_ table: [(String, String)]) -> [Beginning] {
        table.map { (Array($0.0.utf8), Array($0.1.utf8)) }
    }

    private static func replacing(_ word: ArraySlice<UInt8>, _ table: [Beginning]) -> ArraySlice<UInt8> {
        for beginning in table where word.starts(with: beginning.from) {
            return (beginning.to + word.dropFirst(beginning.from.count))[...]
        }
        return word
    }

    /// Old spelling, and letters of Arabic names that one writes one way and another the other. Within a word *nj* is no old *ny*:
    /// *Panji*, *Tanjung*.
    private static let anywhere = foldings([
        "oe": "u", "oo": "u", "dj": "j", "tj": "c", "sj": "s", "ch": "h", "kh": "h", "gh": "g", "th": "t", "dh": "d",
        "ph": "p", "ts": "s", "sh": "s", "sy": "s", "dz": "s", "z": "s", "q": "k", "x": "ks", "f": "p", "v": "p",
        "y": "i", "uw": "u",
    ])

    /// What is folded in another way where a word begins: *Zainab* is *Jainab*, while *Aziz* is *Azis*.
    private static let first = foldings(["nj": "ni", "dz": "j", "z": "j"], or: anywhere)

    /// What two letters sound like, and how many of them that takes.
    private struct Folding {
        var one: UInt8
        var other: UInt8 = 0
        var taken = 1
    }

    /// A table of foldings, found by a letter and the one that follows it.
    private static func foldings(_ rules: [String: String], or others: [Folding]? = nil) -> [Folding] {
        var table = others ?? (0..<0x4000).map { Folding(one: UInt8($0 >> 7)) }
        // Pairs after single letters: they go before them.
        for (from, to) in rules.sorted(by: { $0.key.utf8.count < $1.key.utf8.count }) {
            let (from, to) = (Array(from.utf8), Array(to.utf8))
            let folding = Folding(one: to[0], other: to.count > 1 ? to[1] : 0, taken: from.count)
            if from.count > 1 {
                table[Int(from[0]) << 7 | Int(from[1])] = folding
            } else {
                for next in 0..<0x80 where table[Int(from[0]) << 7 | next].taken == 1 {
                    table[Int(from[0]) << 7 | next] = folding
                }
            }
        }
        return table
    }

    private static func folded(_ whole: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let word = replacing(whole, written)
        var folded: [UInt8] = []
        folded.reserveCapacity(word.count)
        func add(_ letter: UInt8) { if letter != 0, folded.last != letter { folded.append(letter) } }
        var place = word.startIndex
        while place < word.endIndex {
            let next = place + 1 < word.endIndex ? word[place + 1] : 0
            guard word[place] < 0x80, next < 0x80 else {
                add(word[place])
                place += 1
                continue
            }
            let folding = (place == word.startIndex ? first : anywhere)[Int(word[place]) << 7 | Int(next)]
            add(folding.one)
            add(folding.other)
            place += folding.taken
        }
        if folded.count > 2, folded.last == UInt8(ascii: "h") { folded.removeLast() }
        return replacing(folded[...], heard)
    }
}

extension NameSound: CustomStringConvertible {
    public var description: String { String(decoding: letters, as: UTF8.self) }
}

/// How like two names are.
public enum NameLikeness: Int, Comparable, Sendable {
    /// Other names.
    case other
    /// A letter or two apart, or one is the other with a name more.
    case similar
    /// Spelled differently, and the same to the ear.
    case sounding
    /// The same but for capitals, titles and accents.
    case same

    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

    /// Compares two names.
    public init(_ one: PersonName, _ other: PersonName) {
        if one.key == other.key {
            self = .same
        } else {
            self.init(NameSound(one).letters[...], NameSound(other).letters[...])
        }
    }

    /// Compares two sounds that are not the same name; never ``same``.
    public init(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) {
        self = one == other ? .sounding : Self.areSimilar(one, other) ? .similar : .other
    }

    private static func areSimilar(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        let (short, long) = one.count <= other.count ? (one, other) : (other, one)
        guard short.count >= 5 else { return false }
        // Somebody's last name is left out, or the first of several.
        if long.starts(with: short) || long.suffix(short.count) == short { return true }
        let most = short.count >= 10 ? 2 : 1
        return long.count - short.count <= most && Slips.count(short, long, atMost: most) <= most
    }
}

/// How many slips of the pen lie between two texts: a letter too many, too few or another, or two beside each other swapped.
enum Slips {
    /// - Parameter most: more are not told apart; the count is then above it.
    static func count(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>, atMost most: Int) -> Int {
        let (one, other) = (Array(one), Array(other))
        var before: [Int] = []
        var last = Array(0...other.count)
        for row in one.indices {
            var current = [row + 1]
            for column in other.indices {
                let isSame = one[row] == other[column]
                var least = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    least = min(least, before[column - 1] + 1)
                }
                current.append(least)
            }
            guard current.contains(where: { $0 <= most }) else { return most + 1 }
            (before, last) = (last, current)
        }
        return last.last ?? 0
    }
}
