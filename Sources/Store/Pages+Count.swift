import GRDB
import Training

/// How long a list is.
extension Pages {
    /// - Parameter limit: how far is counted; one more is what is counted where there are more than that.
    func count(of query: ParticipantQuery, upTo limit: Int? = nil) throws -> Int {
        if let count = try tallied(query) { return limit.map { min(count, $0 + 1) } ?? count }
        let condition = try Condition(query, in: db)
        guard !condition.isImpossible else { return 0 }
        if limit == nil, let numbers = condition.numbersAlone, let count = try count(ofNearlyAll: numbers) {
            return count
        }
        var (found, arguments) = ("\(condition.lines) \(condition.whereClause)", condition.arguments)
        // Everybody who is found by the index has one card: nobody has to be looked up.
        if condition.hasWords, let match = try condition.indexMatch(in: db), match.others.isEmpty {
            (found, arguments) = ("search WHERE search MATCH ?", [match.text.databaseValue])
        }
        guard let limit else {
            return try Int.fetchOne(
                db, sql: "SELECT count(*) FROM \(found)", arguments: StatementArguments(arguments)) ?? 0
        }
        return try Int(Term(sql: "SELECT 1 FROM \(found)", arguments: arguments).count(upTo: Int64(limit) + 1, in: db))
    }

    /// What the tallies know of a list that nothing but a figure narrows.
    private func tallied(_ query: ParticipantQuery) throws -> Int? {
        guard let figure = query.figure, query == ParticipantQuery(figure: figure, order: query.order) else {
            return nil
        }
        return try TalliedFigure(db: db, figure: figure).count()
    }

    /// How many have a number of a range that nearly everybody's is of, as all of a regency begin alike: everybody but the few others, since the engine
    /// counts a whole table by its pages.
    ///
    /// - Returns: `nil` where there are many others.
    private func count(ofNearlyAll numbers: ClosedRange<Int64>) throws -> Int? {
        let few = try CardCatalogue(db: db).roughCount() / 16
        let below = Term(sql: "nik < ?", arguments: [numbers.lowerBound.databaseValue])
        let above = Term(sql: "nik > ?", arguments: [numbers.upperBound.databaseValue])
        var others: Int64 = 0
        for other in [Term(sql: "nik IS NULL"), below, above] {
            others += try Term([other], after: "SELECT 1 FROM participant WHERE ").count(upTo: few, in: db)
            guard others < few else { return nil }
        }
        return try (Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM participant")) ?? 0) - Int(others)
    }
}
