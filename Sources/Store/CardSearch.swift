import GRDB
import Training

/// A search whose list is by name: read from the cards in their order, and no further than the page that is wanted.
struct CardSearch {
    private let db: Database
    private let words: [String]
    private let condition: Condition
    private let isForward: Bool

    /// - Parameter isForward: which way a list by name is read; `nil` for a list in another order, which needs everybody who is found.
    /// - Returns: `nil` where the list has to be found in another way.
    init?(_ condition: Condition, _ isForward: Bool?, in db: Database) {
        guard condition.isSearch, let isForward else { return nil }
        self.db = db
        words = condition.words
        self.condition = condition
        self.isForward = isForward
    }

    /// The first of those found, and whoever shares a drawer with the last of them: in a drawer nobody is in order.
    ///
    /// - Parameter name: where the list begins, if not at its end.
    func people(from name: String?, atLeast count: Int) throws -> [Int64] {
        let drawer = try name.map(CardCatalogue(db: db).drawer(of:))
        // The index has the first letters of words ready and gathers longer beginnings from all words first: where most of those who are
        // found by the first letters are wanted, looking at them is faster.
        if let wanted = WordBeginnings(words, longerThan: SearchIndex.readyLetters, in: db) {
            let short = words.map { String($0.prefix(SearchIndex.readyLetters)) }
            if let people = try read(short, from: drawer, atLeast: count, wanted) { return people }
        }
        return try read(words, from: drawer, atLeast: count, nil) ?? []
    }

    /// How many are looked at before it is clear that few of them are wanted, and the longer beginning quickly gathered.
    private static let patience = 1_000

    /// - Returns: `nil` where too few are `wanted`.
    private func read(
        _ words: [String], from drawer: Range<Int64>?, atLeast count: Int, _ wanted: WordBeginnings?
    ) throws -> [Int64]? {
        var people: [Int64] = []
        var looked = 0
        var last: Range<Int64>?
        let found = try Row.fetchCursor(db.makeStatement(sql: sql), arguments: arguments(words, drawer))
        while let row = try found.next() {
            let number: Int64 = row[0]
            if let last, !last.contains(number) { break }
            looked += 1
            if let wanted {
                guard looked <= Self.patience else { return nil }
                guard try wanted.holds(number) else { continue }
            }
            people.append(row[1])
            if people.count == count { last = try CardCatalogue(db: db).drawer(holding: number) }
        }
        return people
    }

    private var sql: String {
        // Nobody has to be looked at but for where they live, or where the page begins.
        let others = condition.others.sql
        let participant = others.isEmpty ? "" : "CROSS JOIN participant r ON r.id = k.participant"
        return """
            SELECT s.rowid, k.participant FROM search s CROSS JOIN card k ON k.number = s.rowid \(participant)
            WHERE s.search MATCH ? AND s.rowid \(isForward ? ">=" : "<") ?\(others)
            ORDER BY s.rowid \(isForward ? "ASC" : "DESC")
            """
    }

    private func arguments(_ words: [String], _ drawer: Range<Int64>?) -> StatementArguments {
        let bound = isForward ? drawer?.lowerBound ?? 0 : drawer?.upperBound ?? .max
        let match = SearchIndex.match(words).databaseValue
        return StatementArguments([match, bound.databaseValue] + condition.others.arguments)
    }
}

/// Whether what is in the index of somebody has words that begin as those sought: what the index itself would say, where all is plain letters.
private struct WordBeginnings {
    private let db: Database
    private let beginnings: [[UInt8]]
    private let words: [String]

    /// - Returns: `nil` where no word is longer, or one has letters that the index may take for others.
    init?(_ words: [String], longerThan letters: Int, in db: Database) {
        guard words.contains(where: { $0.utf8.count > letters }),
            words.allSatisfy({ $0.utf8.allSatisfy(\.isPlainLetterOrDigit) })
        else { return nil }
        self.db = db
        self.words = words
        beginnings = words.map { $0.utf8.map(\.small) }
    }

    func holds(_ card: Int64) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: "SELECT name, desa, class FROM search_document WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [card]) else { return false }
        let texts = (0..<3).compactMap { row[$0] as String? }
        if texts.contains(where: { $0.utf8.contains { $0 >= 0x80 } }) { return try indexHolds(card) }
        return beginnings.allSatisfy { beginning in texts.contains { Self.word(beginning, beginsIn: $0) } }
    }

    private static func word(_ beginning: [UInt8], beginsIn text: String) -> Bool {
        var matched: Int? = 0
        for byte in text.utf8 {
            guard byte.isPlainLetterOrDigit else {
                matched = 0
                continue
            }
            guard let next = matched else { continue }
            matched = beginning[next] == byte.small ? next + 1 : nil
            if matched == beginning.count { return true }
        }
        return false
    }

    private func indexHolds(_ card: Int64) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?")
        return try Bool.fetchOne(statement, arguments: [SearchIndex.match(words), card]) ?? false
    }
}

extension UInt8 {
    fileprivate var isPlainLetterOrDigit: Bool { isPlainLetter || isDigit }

    /// A capital letter as a small one.
    fileprivate var small: UInt8 { isPlainLetter ? self | 0x20 : self }
}
