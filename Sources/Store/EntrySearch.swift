import GRDB
import Training

/// A search whose list is by when people were entered.
///
/// Of words that few have, all who are found are put in order. Of others some of the newest are looked at: one by one, where so many are found that few
/// looks fill a page; else the cards of some thousands are laid beside those of all who are found.
struct EntrySearch {
    /// Where a list begins, if not at its end: a comparison with somebody's id.
    typealias Bound = (comparison: String, id: Int64)

    private let db: Database
    private let match: String
    private let others: [Term]
    private let isReadyForOne: Bool
    private let isForward: Bool
    /// How many there are, found or not.
    private let people: Int64

    /// Fewer are put in order in no time.
    private static let few: Int64 = 8_000
    /// How many of the newest are looked at one by one to tell whether the words are common, and how many if they are.
    private static let (first, next) = (48, 384)
    /// How many of the newest have their cards laid beside those who are found.
    private static let nearest = 2_048

    /// - Parameter isForward: whether the last who were entered come first.
    /// - Returns: `nil` where the list has to be found in another way.
    init?(_ condition: Condition, isForward: Bool, in db: Database) throws {
        guard condition.isOfWords, let match = try condition.indexMatch(in: db) else { return nil }
        self.db = db
        self.match = match.text
        others = match.others
        isReadyForOne = condition.isReadyForOne
        self.isForward = isForward
        people = try CardCatalogue(db: db).roughCount()
    }

    /// The first of those found, in any order.
    func people(from bound: Bound?, atLeast count: Int) throws -> [Int64] {
        let many = min(Self.few, people / 60)
        guard others.allSatisfy({ $0.subject == .place }), try SearchIndex.count(match, upTo: many, in: db) == many
        else { return try everybody(bound, count) }
        var nearest = Self.nearest
        if isReadyForOne {
            let found = try lookingAtEach(of: Self.first, bound, count)
            if found.count == count { return found }
            if found.count * Self.next >= count * Self.first {
                let found = try lookingAtEach(of: Self.next, bound, count)
                if found.count == count { return found }
            }
            // Of those who are found, fewer are taken for one of the newest, and looked up in vain, where fewer are near.
            if found.count > 1 { nearest /= 2 }
        }
        let found = try amongCards(of: nearest, bound, count)
        return found.count == count ? found : try everybody(bound, count)
    }

    private var direction: String { isForward ? "DESC" : "ASC" }

    /// Those of the newest who are found, as soon as they fill the page.
    private func lookingAtEach(of nearest: Int, _ bound: Bound?, _ count: Int) throws -> [Int64] {
        try select("FROM n CROSS JOIN search s ON s.rowid = n.number WHERE s.search MATCH ?", of: nearest, bound, count)
    }

    private func amongCards(of nearest: Int, _ bound: Bound?, _ count: Int) throws -> [Int64] {
        let found = "FROM search s CROSS JOIN n ON n.number = s.rowid WHERE s.search MATCH ?"
        return try select("\(found) ORDER BY n.participant \(direction)", of: nearest, bound, count)
    }

    private func select(_ found: String, of nearest: Int, _ bound: Bound?, _ count: Int) throws -> [Int64] {
        let newest = try newest(bound)
        return try Int64.fetchAll(
            db.cachedStatement(sql: "WITH n AS MATERIALIZED (\(newest.sql)) SELECT n.participant \(found) LIMIT ?"),
            arguments: StatementArguments(
                newest.arguments + [nearest.databaseValue, match.databaseValue, count.databaseValue]))
    }

    /// Selects the cards of so many of the newest as are asked for.
    private func newest(_ bound: Bound?) throws -> Term {
        guard !others.isEmpty else {
            let limits = limits(bound, of: "participant")
            let cards = Term(limits, after: "SELECT number, participant FROM card \(limits.isEmpty ? "" : "WHERE ")")
            return Term(sql: "\(cards.sql) ORDER BY participant \(direction) LIMIT ?", arguments: cards.arguments)
        }
        // From a place where few live, the newest are far apart.
        let index = try fewLiveThere() ? "" : "NOT INDEXED"
        let people = Term(others + limits(bound, of: "r.id"), after: "SELECT r.id FROM participant r \(index) WHERE ")
        return Term(
            sql: """
                SELECT k.number AS number, k.participant AS participant
                FROM (\(people.sql) ORDER BY r.id \(direction) LIMIT ?) r CROSS JOIN card k ON k.participant = r.id
                """,
            arguments: people.arguments)
    }

    private func fewLiveThere() throws -> Bool {
        let few = people / 16
        return try Term(others, after: "SELECT 1 FROM participant r WHERE ").count(upTo: few, in: db) < few
    }

    private func everybody(_ bound: Bound?, _ count: Int) throws -> [Int64] {
        let found = Term(sql: "s.search MATCH ?", arguments: [match.databaseValue])
        // Nobody has to be looked up but for where they live.
        let participant = others.isEmpty ? "" : "CROSS JOIN participant r ON r.id = k.participant"
        let people = Term(
            [found] + limits(bound, of: "k.participant") + others,
            after: "SELECT k.participant FROM search s CROSS JOIN card k ON k.number = s.rowid \(participant) WHERE ")
        return try Int64.fetchAll(
            db.cachedStatement(sql: "\(people.sql) ORDER BY k.participant \(direction) LIMIT ?"),
            arguments: StatementArguments(people.arguments + [count.databaseValue]))
    }

    private func limits(_ bound: Bound?, of column: String) -> [Term] {
        bound.map { [Term(sql: "\(column) \($0.comparison) ?", arguments: [$0.id.databaseValue])] } ?? []
    }
}
