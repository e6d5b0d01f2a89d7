import GRDB
import Training

/// A search for NIKs whose list is by name, where not nearly everybody has them. Few holders have their cards looked up and put in order; of more, the
/// numbers are noted, and the cards are passed in their order until a page of holders is full. Nobody has to be looked up by name.
struct NumberSearch {
    private let db: Database
    private let condition: Condition
    private let isForward: Bool
    private let numbers: ClosedRange<Int64>
    private let holders: Holders

    private enum Holders {
        case few(Int)
        case many(Set<Int64>)

        var count: Int {
            switch self {
            case .few(let count): count
            case .many(let ids): ids.count
            }
        }

        /// Whether somebody whose card was read is one of them.
        func contains(_ id: Int64) -> Bool {
            switch self {
            case .few: true
            case .many(let ids): ids.contains(id)
            }
        }
    }

    /// - Parameter isForward: which way a list by name is read; `nil` for a list in another order.
    /// - Returns: `nil` where the list is better found in another way.
    init?(_ condition: Condition, _ isForward: Bool?, in db: Database) throws {
        guard let numbers = condition.numbersAlone, let isForward,
            let holders = try Self.holders(of: numbers, in: db)
        else { return nil }
        self.db = db
        self.condition = condition
        self.isForward = isForward
        self.numbers = numbers
        self.holders = holders
    }

    /// The first of those found, and whoever shares a drawer with the last of them: in a drawer nobody is in order.
    ///
    /// - Parameter name: where the list begins, if not at its end.
    func people(from name: String?, atLeast count: Int) throws -> [Int64] {
        let drawer = try name.map(CardCatalogue(db: db).drawer(of:))
        let bound = isForward ? drawer?.lowerBound ?? 0 : drawer?.upperBound ?? .max
        let (cards, arguments) = try cards(from: bound)
        var people: [Int64] = []
        var left = holders.count
        var last: Range<Int64>?
        let found = try Row.fetchCursor(cards, arguments: arguments)
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

    /// What reads the cards from one on: those of the holders, or all.
    private func cards(from bound: Int64) throws -> (Statement, StatementArguments) {
        let (comparison, direction) = isForward ? (">=", "ASC") : ("<", "DESC")
        switch holders {
        case .few:
            let sql = """
                SELECT k.number, k.participant FROM (
                    SELECT id FROM participant WHERE nik BETWEEN ? AND ? ORDER BY id LIMIT -1) r
                CROSS JOIN card k ON k.participant = r.id
                WHERE k.number \(comparison) ? ORDER BY k.number \(direction)
                """
            return (try db.cachedStatement(sql: sql), [numbers.lowerBound, numbers.upperBound, bound])
        case .many:
            let sql = """
                SELECT number, participant FROM card WHERE number \(comparison) ? ORDER BY number \(direction)
                """
            return (try db.cachedStatement(sql: sql), [bound])
        }
    }

    /// Whether a holder is on the page, not before where it begins.
    private func isListed(_ participant: Int64) throws -> Bool {
        let others = condition.others
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM participant r WHERE r.id = ?\(others.sql)")
        return try Bool.fetchOne(
            statement, arguments: StatementArguments([participant.databaseValue] + others.arguments))
            ?? false
    }

    /// Looking a card up costs as much as passing some, and a page of a list that holders come often in has looked enough people up before all holders are
    /// noted. Of n people, fewer than 2 √n are therefore looked up and more than 20 √n left to the list. Women, whose numbers tell them by the day,
    /// come late in the order of names: of them it is 8 √n and 70 √n.
    private static func holders(of numbers: ClosedRange<Int64>, in db: Database) throws -> Holders? {
        let root = try Int(Double(CardCatalogue(db: db).roughCount()).squareRoot())
        let (few, most) = NIK.areWomens(numbers) ? (8 * root, 70 * root) : (2 * root, 20 * root)
        let some = "SELECT id FROM participant WHERE nik BETWEEN ? AND ? LIMIT ?"
        let arguments: StatementArguments = [numbers.lowerBound, numbers.upperBound, most + 1]
        // Counted first: where nearly everybody has such a number, most would be gathered for nothing.
        let statement = try db.cachedStatement(sql: "SELECT count(*) FROM (\(some))")
        let count = try Int.fetchOne(statement, arguments: arguments) ?? 0
        guard count <= most else { return nil }
        guard count > few else { return .few(count) }
        var holders = Set<Int64>(minimumCapacity: count)
        try db.cachedStatement(sql: some).each(arguments) { holders.insert($0.number(at: 0)) }
        return .many(holders)
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
