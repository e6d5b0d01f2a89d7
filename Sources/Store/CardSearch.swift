import GRDB
import Training

/// A search whose list is by name: read from the cards in their order, and no further than the page that is wanted.
struct CardSearch {
    private let db: Database
    private let match: String
    private let others: [Term]
    private let isForward: Bool

    /// - Parameter isForward: which way a list by name is read; `nil` for a list in another order, which needs everybody who is found.
    /// - Returns: `nil` where the list has to be found in another way.
    init?(_ condition: Condition, _ isForward: Bool?, in db: Database) throws {
        guard let isForward, let match = try condition.indexMatch(in: db) else { return nil }
        self.db = db
        self.match = match.text
        others = match.others
        self.isForward = isForward
    }

    /// The first of those found, in any order.
    ///
    /// - Parameter name: where the list begins, if not at its end.
    func people(from name: String?, atLeast count: Int) throws -> [Int64] {
        let catalogue = CardCatalogue(db: db)
        let drawer = try name.map(catalogue.drawer(of:))
        let sought = [match.databaseValue, bound(drawer).databaseValue] + others.flatMap(\.arguments)
        var people: [(card: Int64, id: Int64)] = []
        // In a drawer nobody is in order: all who share one with the last of the page are looked at.
        var last: Range<Int64>?
        let found = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: StatementArguments(sought))
        while let row = try found.next() {
            let card: Int64 = row[0]
            if let last, !last.contains(card) { break }
            people.append((card, row[1]))
            if people.count == count { last = try catalogue.drawer(holding: card) }
        }
        guard let last, let sharing = people.firstIndex(where: { last.contains($0.card) }),
            people.count - sharing > max(CardCatalogue.full, Int64(count - sharing))
        else { return people.map(\.id) }
        let sharers = people[sharing...].map(\.id)
        return try people[..<sharing].map(\.id)
            + catalogue.first(count - sharing, of: sharers, in: last, isForward: isForward)
    }

    private func bound(_ drawer: Range<Int64>?) -> Int64 {
        isForward ? drawer?.lowerBound ?? 0 : drawer?.upperBound ?? .max
    }

    private var sql: String {
        // Nobody has to be looked at but for where they live, or where the page begins.
        let isLookedUp = others.contains { $0.subject != .card }
        let participant = isLookedUp ? "CROSS JOIN participant r ON r.id = k.participant" : ""
        return """
            SELECT s.rowid, k.participant FROM search s CROSS JOIN card k ON k.number = s.rowid \(participant)
            WHERE s.search MATCH ? AND s.rowid \(isForward ? ">=" : "<") ? \(others.map { "AND \($0.sql)" }.joined(separator: " "))
            ORDER BY s.rowid \(isForward ? "ASC" : "DESC")
            """
    }
}
