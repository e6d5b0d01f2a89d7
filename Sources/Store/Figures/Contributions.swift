import Foundation
import GRDB
import Training

/// What organizers claimed beside the names on file, and what may explain the difference.
struct Contributions {
    let db: Database

    func all(of year: Int) throws -> [Contribution] {
        let claims = try claims(of: year)
        let rule = try Figures(db: db).achievement(of: year).rule
        let named = Dictionary(
            try Figures(db: db).totals(by: .organizer, of: year).map { ($0.code, $0) },
            uniquingKeysWith: { first, _ in first })
        let counts = try statusCounts(year)
        let (noNIK, otherYear) = (try noNIK(year), try otherYear(year))
        return try Queries(db: db).organizers().sorted { $0.value.code < $1.value.code }.map { organizer in
            let total = named[organizer.value.code.text]
            let count = Count(people: total?.people ?? 0, enrollments: total?.enrollments ?? 0)
            let id = organizer.id.rawValue
            var reasons = try reasons(of: organizer, year, count, counts[id] ?? [:])
            reasons[.noNIK] = noNIK[id]
            reasons[.otherYear] = otherYear[id]
            return Contribution(
                organizer: organizer, year: year, claim: claims[organizer.id], named: count, rule: rule,
                reasons: reasons.filter { $0.value != 0 })
        }
    }

    private func claims(of year: Int) throws -> [ID<Organizer>: Claim] {
        try Row.fetchAll(db, sql: "SELECT * FROM claim WHERE year = ?", arguments: [year])
            .reduce(into: [:]) { claims, row in
                let claim = try Claim(row: row)
                claims[claim.organizer] = claim
            }
    }

    /// How many enrollments of each status stand in each organizer's classes.
    private func statusCounts(_ year: Int) throws -> [Int64: [EnrollmentStatus: Int]] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT key AS organizer, crossing AS status, enrollments FROM tally
                WHERE year = ? AND dimension = ? AND key <> 0 AND enrollments <> 0
                """, arguments: [year, Tallies.Crossing.organizerStatus.number]
        ).reduce(into: [:]) { counts, row in
            counts[row["organizer"], default: [:]][try .stored(column: row["status"])] = row["enrollments"]
        }
    }

    private func reasons(
        of organizer: Stored<Organizer>, _ year: Int, _ named: Count, _ statuses: [EnrollmentStatus: Int]
    ) throws -> [Contribution.Reason: Int] {
        [
            .sameTwice: named.enrollments - named.people, .registered: statuses[.registered] ?? 0,
            .dropped: statuses[.dropped] ?? 0, .cancelled: statuses[.cancelled] ?? 0,
            .outside: try outside(organizer.id, year),
        ]
    }

    /// How many of each organizer's people have no NIK: these are looked through once, for all organizers.
    private func noNIK(_ year: Int) throws -> [Int64: Int] {
        try counts(
            """
            SELECT p.organizer, count(DISTINCT r.id) AS count FROM participant r
            CROSS JOIN enrollment e ON e.participant = r.id AND e.status IN (2, 3, 4)
            CROSS JOIN training_class c ON c.id = e.class CROSS JOIN program p ON p.id = c.program
            WHERE r.nik IS NULL AND p.year = ? AND p.organizer IS NOT NULL GROUP BY p.organizer
            """, [year])
    }

    /// How many enrollments stand in each organizer's classes that begin in the year but belong to another one.
    private func otherYear(_ year: Int) throws -> [Int64: Int] {
        let byMonth = Tallies.Crossing(.organizer, .month)?.number
        return try counts(
            """
            SELECT key AS organizer, sum(enrollments) AS count FROM tally
            WHERE \(Tallies.ofEveryYear) AND year <> ?1 AND dimension = ?2 AND key <> 0 AND crossing BETWEEN ?1 * 100 AND ?1 * 100 + 99
            GROUP BY key
            """, [year, byMonth])
    }

    private func counts(_ sql: String, _ arguments: StatementArguments) throws -> [Int64: Int] {
        try Row.fetchAll(db, sql: sql, arguments: arguments).reduce(into: [:]) { $0[$1["organizer"]] = $1["count"] }
    }

    private func outside(_ organizer: ID<Organizer>, _ year: Int) throws -> Int {
        try Int.fetchOne(
            db,
            sql: "SELECT sum(people) FROM tally WHERE year = ? AND dimension = ? AND place = ? AND key = ?",
            arguments: [
                year, Tallies.Grouping.organizer.rawValue, Residence.outsideColumn, organizer.rawValue,
            ]) ?? 0
    }
}
