import GRDB
import Training

/// Who was merged into whom, and who was found to be two people.
struct MergedPeople {
    let db: Database

    /// Who is on file in the place of somebody who was merged; `nil` for whoever was not.
    func whoStays(for gone: Int64) throws -> Int64? {
        let statement = try db.cachedStatement(sql: "SELECT stays FROM merged_participant WHERE gone = ?")
        var known: Int64?
        var next = gone
        while let stays = try Int64.fetchOne(statement, arguments: [next]), stays != known {
            known = stays
            next = stays
        }
        return known
    }

    /// Whether somebody was merged into another.
    func areMerged(_ participant: Int64) -> Bool { ((try? whoStays(for: participant)) ?? nil) != nil }

    /// The enrollment that took in one of somebody who was merged; `nil` where that is not what became of it.
    ///
    /// Papers that were printed before have its number.
    func keptEnrollment(for gone: Int64) throws -> Int64? {
        let removed = try Row.fetchOne(
            db,
            sql: """
                SELECT before ->> 'participant' AS participant, before ->> 'class' AS class FROM change
                WHERE row = ? AND entity = \(Entity.enrollment.rawValue) AND before ->> 'deleted' = 1 ORDER BY step DESC LIMIT 1
                """, arguments: [gone])
        guard let removed, let stays = try whoStays(for: removed["participant"]) else { return nil }
        return try Queries(db: db).enrollment(of: ID(stays), in: ID(removed["class"]))
    }

    /// The number of the row that says that two are two.
    func distinction(_ one: Int64, _ other: Int64) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM distinct_people WHERE one = ? AND other = ?"),
            arguments: [min(one, other), max(one, other)])
    }

    /// All pairs that are two, the last decided first.
    func distinctPairs() throws -> [DuplicatePair] {
        let queries = Queries(db: db)
        return try Row.fetchAll(db, sql: "SELECT one, other FROM distinct_people ORDER BY id DESC LIMIT 5000")
            .compactMap {
                guard let one = try queries.row(of: ID($0["one"])), let other = try queries.row(of: ID($0["other"])),
                    let first = try queries.participant(one.id), let second = try queries.participant(other.id)
                else { return nil }
                return DuplicatePair(one: one, other: other, likeness: Likeness(first.value, second.value))
            }
    }
}
