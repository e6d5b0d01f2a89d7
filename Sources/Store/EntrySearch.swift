import GRDB
import Training

/// A search whose list is by when people were entered: of common words the newest are looked through, of others all who are found are put in order.
struct EntrySearch {
    private let db: Database
    private let match: String
    private let others: [Term]
    private let isOfCommonWords: Bool
    private let isForward: Bool

    /// How many of the newest are looked through: where fewer than one in thirteen is found, all who are found are sooner put in order.
    private static let nearest = 680
    /// How many of them tell whether the others are worth looking at.
    private static let first = 64

    /// - Parameter isForward: whether the last who were entered come first.
    /// - Returns: `nil` where the list has to be found in another way.
    init?(_ condition: Condition, isForward: Bool, in db: Database) throws {
        guard condition.isOfWords, let match = try condition.indexMatch(in: db) else { return nil }
        self.db = db
        self.match = match.text
        others = match.others
        isOfCommonWords = condition.hasOnlyReadyWords
        self.isForward = isForward
    }

    /// The first of those found, in any order.
    ///
    /// - Parameter bound: where the list begins, if not at its end.
    func people(from bound: (comparison: String, id: Int64)?, atLeast count: Int) throws -> [Int64] {
        if isOfCommonWords, try hasMany(from: bound, count) {
            let near = try people(among: Self.nearest, from: bound, count)
            if near.count == count { return near }
        }
        return try everybody(bound, count)
    }

    private func hasMany(from bound: (comparison: String, id: Int64)?, _ count: Int) throws -> Bool {
        let found = try people(among: Self.first, from: bound, count).count
        return found * Self.nearest >= count * Self.first
    }

    private var direction: String { isForward ? "DESC" : "ASC" }

    /// Those of the newest who are found, in the order in which they were entered.
    private func people(
        among nearest: Int, from bound: (comparison: String, id: Int64)?, _ count: Int
    ) throws -> [Int64] {
        let terms = others + limits(bound, of: "r.id")
        let people = Term(terms, after: "SELECT r.id FROM participant r NOT INDEXED \(terms.isEmpty ? "" : "WHERE ")")
        let sql = """
            SELECT k.participant FROM (\(people.sql) ORDER BY r.id \(direction) LIMIT ?) n
            CROSS JOIN card k ON k.participant = n.id CROSS JOIN search s ON s.rowid = k.number
            WHERE s.search MATCH ? LIMIT ?
            """
        return try Int64.fetchAll(
            db.cachedStatement(sql: sql),
            arguments: StatementArguments(
                people.arguments + [nearest.databaseValue, match.databaseValue, count.databaseValue]))
    }

    private func everybody(_ bound: (comparison: String, id: Int64)?, _ count: Int) throws -> [Int64] {
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

    private func limits(_ bound: (comparison: String, id: Int64)?, of column: String) -> [Term] {
        bound.map { [Term(sql: "\(column) \($0.comparison) ?", arguments: [$0.id.databaseValue])] } ?? []
    }
}
