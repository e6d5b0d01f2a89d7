import GRDB
import Training

/// A search for NIKs whose list is by name, where neither few nor nearly everybody have them: the holders are gathered by number, and the cards are read
/// in their order until a page of holders is full. Nobody else has to be looked up.
struct NumberSearch {
    private let db: Database
    private let condition: Condition
    private let isForward: Bool
    private let holders: Set<Int64>

    /// - Parameter isForward: which way a list by name is read; `nil` for a list in another order.
    /// - Returns: `nil` where the list is better found in another way.
    init?(_ condition: Condition, _ isForward: Bool?, in db: Database) throws {
        guard let numbers = condition.numbersAlone, let isForward,
            let holders = try Self.holders(of: numbers, in: db)
        else { return nil }
        self.db = db
        self.condition = condition
        self.isForward = isForward
        self.holders = holders
    }

    /// The first of those found, and whoever shares a drawer with the last of them: in a drawer nobody is in order.
    ///
    /// - Parameter name: where the list begins, if not at its end.
    func people(from name: String?, atLeast count: Int) throws -> [Int64] {
        let drawer = try name.map(CardCatalogue(db: db).drawer(of:))
        let bound = isForward ? drawer?.lowerBound ?? 0 : drawer?.upperBound ?? .max
        let cards = try db.cachedStatement(
            sql: """
                SELECT number, participant FROM card WHERE number \(isForward ? ">=" : "<") ?
                ORDER BY number \(isForward ? "ASC" : "DESC")
                """)
        var people: [Int64] = []
        var left = holders.count
        var last: Range<Int64>?
        let found = try Row.fetchCursor(cards, arguments: [bound])
        let card = StatementRow(of: cards)
        while left > 0, try found.next() != nil {
            if let last, !last.contains(card.number(at: 0)) { break }
            guard holders.contains(card.number(at: 1)) else { continue }
            left -= 1
            // In the drawer that the page begins in, some come before it.
            if let drawer, drawer.contains(card.number(at: 0)), try !isListed(card.number(at: 1)) { continue }
            people.append(card.number(at: 1))
            if people.count == count { last = try CardCatalogue(db: db).drawer(holding: card.number(at: 0)) }
        }
        return people
    }

    /// Whether a holder is on the page, not before where it begins.
    private func isListed(_ participant: Int64) throws -> Bool {
        let others = condition.others
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM participant r WHERE r.id = ?\(others.sql)")
        return try Bool.fetchOne(
            statement, arguments: StatementArguments([participant.databaseValue] + others.arguments))
            ?? false
    }

    /// Looking somebody up costs some fifteen times what passing a card does or noting a holder, and a page has some sixty rows: of n people, fewer than
    /// 2 √n are found at once one by one; of more than 70 √n, so many have such a number that a page of the list has looked them up before all are noted.
    private static func holders(of numbers: ClosedRange<Int64>, in db: Database) throws -> Set<Int64>? {
        let root = try Int(Double(CardCatalogue(db: db).roughCount()).squareRoot())
        let some = "SELECT id FROM participant WHERE nik BETWEEN ? AND ? LIMIT ?"
        let arguments: StatementArguments = [numbers.lowerBound, numbers.upperBound, 70 * root + 1]
        // Counted first: where nearly everybody has such a number, most would be gathered for nothing.
        let statement = try db.cachedStatement(sql: "SELECT count(*) FROM (\(some))")
        let count = try Int.fetchOne(statement, arguments: arguments) ?? 0
        guard (2 * root...70 * root).contains(count) else { return nil }
        var holders = Set<Int64>(minimumCapacity: count)
        try db.cachedStatement(sql: some).each(arguments) { holders.insert($0.number(at: 0)) }
        return holders
    }

    /// How many have a number of a range that nearly everybody's is of, as all of a regency begin alike: everybody but the few others, since the engine
    /// counts a whole table by its pages.
    ///
    /// - Returns: `nil` where there are many others.
    static func count(ofNearlyAll numbers: ClosedRange<Int64>, in db: Database) throws -> Int? {
        let few = try CardCatalogue(db: db).roughCount() / 16
        let below = "SELECT 1 FROM participant WHERE nik < ?1 LIMIT ?3"
        let above = "SELECT 1 FROM participant WHERE nik > ?2 LIMIT ?3"
        let none = "SELECT 1 FROM participant WHERE nik IS NULL LIMIT ?3"
        var others: Int64 = 0
        for sql in [none, below, above] {
            // Both bounds are named, so that all three take the same arguments.
            let statement = try db.cachedStatement(sql: "SELECT count(*), ?1, ?2 FROM (\(sql))")
            others += try Int64.fetchOne(statement, arguments: [numbers.lowerBound, numbers.upperBound, few]) ?? 0
            guard others < few else { return nil }
        }
        return try (Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM participant")) ?? 0) - Int(others)
    }
}
