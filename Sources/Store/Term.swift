import GRDB

/// A condition or a selection in SQL, with the values of its question marks.
struct Term {
    var sql: String
    var arguments: [DatabaseValue] = []
    var subject = Subject.anything

    /// What of a participant `r` it is about.
    enum Subject {
        /// No more than the index of people by place has: place, name and number.
        case place
        /// What has to be looked up elsewhere, by the participant's number alone, one by one.
        case lookedUp
        /// The range of NIKs that is sought.
        case number
        /// The card `k` that a search by name comes upon: it is asked before the participant is looked up.
        case card
        case anything
    }

    init(sql: String, arguments: [DatabaseValue] = [], subject: Subject = .anything) {
        self.sql = sql
        self.arguments = arguments
        self.subject = subject
    }

    /// All of the terms, behind what selects what they are asked of.
    init(_ terms: some Sequence<Term>, after select: String) {
        sql = select + terms.map(\.sql).joined(separator: " AND ")
        arguments = terms.flatMap(\.arguments)
    }

    /// How many a selection comes to, if they are fewer than a limit: no more are counted, so very many cost no more than that.
    func count(upTo limit: Int64, in db: Database) throws -> Int64 {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT count(*) FROM (\(sql) LIMIT ?)"),
            arguments: StatementArguments(arguments + [limit.databaseValue])) ?? 0
    }
}
