import GRDB

/// The first digits of a NIK, by which its holder is sought.
///
/// The search index has a word for the first eight of everybody's, up to the day of birth: one letter for digits 1–3, one for 4–6, one each for the seventh
/// and the eighth. The letters are of those that Unicode leaves to private use, so that nobody finds a number by typing a name. Beginnings of up to
/// three letters the index has ready.
struct NumberBeginning {
    private let digits: [UInt8]
    /// The NIKs that begin so.
    let numbers: ClosedRange<Int64>

    /// - Returns: `nil` where no NIK begins so: it has 16 digits.
    init?(_ text: String) {
        guard text.utf8.count <= 16, let number = Int64(text) else { return nil }
        let width = (text.utf8.count..<16).reduce(Int64(1)) { width, _ in width * 10 }
        numbers = number * width...number * width + width - 1
        digits = text.utf8.map { $0 - 0x30 }
    }

    /// Whether so few people have such a number that they are looked up: it goes on to the month of birth.
    var hasFewHolders: Bool { digits.count > 9 }

    /// Whether everybody whom the index finds has such a number.
    var isAllInIndex: Bool { digits.count <= Self.digitsInIndex }

    private static let digitsInIndex = 8
    /// How many digits the first so many letters stand for.
    private static let lettersEnd = [0, 3, 6, 7, 8]

    // MARK: Letters

    private static let firstLetter: Int64 = 0xE000

    private static func letter(_ value: Int64) -> Character {
        Character(UInt32(exactly: firstLetter + value).flatMap(UnicodeScalar.init) ?? "\u{FFFD}")
    }

    /// The word of a participant `r`, in SQL.
    static let wordOfHolder = """
        iif(r.nik IS NULL, NULL, char(
            \(firstLetter) + r.nik / 10000000000000, \(firstLetter) + r.nik / 10000000000 % 1000,
            \(firstLetter) + r.nik / 1000000000 % 10, \(firstLetter) + r.nik / 100000000 % 10))
        """

    /// The word of whoever has a number with these eight digits.
    static func word(of digits: Int64) -> String {
        String([letter(digits / 100_000), letter(digits / 100 % 1_000), letter(digits / 10 % 10), letter(digits % 10)])
    }

    // MARK: Seeking

    /// What finds the holders in the search index, or those who have the first eight digits.
    func match(in db: Database) throws -> String {
        let known = digits.prefix(Self.digitsInIndex)
        let whole = Self.lettersEnd.lastIndex { $0 <= known.count } ?? 0
        let word = zip(Self.lettersEnd, Self.lettersEnd.dropFirst()).prefix(whole)
            .map { Self.letter(Self.value(of: known[$0..<$1])) }
        let rest = known[Self.lettersEnd[whole]...]
        let beginnings = try rest.isEmpty ? [String(word)] : Self.beginnings(String(word), rest, in: db)
        let phrases = beginnings.map { "\"\($0)\"" + (whole == Self.lettersEnd.count - 1 ? "" : " *") }
        return "(\(phrases.joined(separator: " OR ")))"
    }

    private static func value(of digits: some Collection<UInt8>) -> Int64 {
        digits.reduce(0) { $0 * 10 + Int64($1) }
    }

    /// The beginnings that the index has of a word that goes on with a letter for three digits, of which the first are given.
    private static func beginnings(_ word: String, _ digits: some Collection<UInt8>, in db: Database) throws -> [String]
    {
        let width: Int64 = digits.count == 1 ? 100 : 10
        let first = value(of: digits) * width
        var beginnings: [String] = []
        var next = first
        while next < first + width, let found = try SearchIndex.term(from: word + String(letter(next)), in: db) {
            guard found.hasPrefix(word), let scalar = found.unicodeScalars.dropFirst(word.unicodeScalars.count).first
            else { break }
            next = Int64(scalar.value) - firstLetter
            guard next < first + width else { break }
            beginnings.append(word + String(letter(next)))
            next += 1
        }
        // Where nobody has such a number, the first of them finds nobody.
        return beginnings.isEmpty ? [word + String(letter(first))] : beginnings
    }
}
