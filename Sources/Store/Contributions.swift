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
        return try Queries(db: db).organizers().sorted { $0.value.code < $1.value.code }.map { organizer in
            let total = named[organizer.value.code.text]
            let count = Count(people: total?.people ?? 0, enrollments: total?.enrollments ?? 0)
            return Contribution(
                organizer: organizer, year: year, claim: claims[organizer.id], named: count, rule: rule,
                reasons: try reasons(of: organizer, year, count, counts[organizer.id.rawValue] ?? [:]))
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
                SELECT p.organizer, t.status, sum(t.enrollments) AS enrollments FROM program p
                JOIN training_class c ON c.program = p.id JOIN class_tally t ON t.class = c.id
                WHERE p.year = ? AND p.organizer IS NOT NULL GROUP BY 1, 2
                """, arguments: [year]
        ).reduce(into: [:]) { counts, row in
            counts[row["organizer"], default: [:]][try .stored(column: row["status"])] = row["enrollments"]
        }
    }

    private func reasons(
        of organizer: Stored<Organizer>, _ year: Int, _ named: Count, _ statuses: [EnrollmentStatus: Int]
    ) throws -> [Contribution.Reason: Int] {
        var reasons: [Contribution.Reason: Int] = [
            .sameTwice: named.enrollments - named.people, .registered: statuses[.registered] ?? 0,
            .dropped: statuses[.dropped] ?? 0, .cancelled: statuses[.cancelled] ?? 0,
            .outside: try outside(organizer.id, year),
        ]
        for reason in [Contribution.Reason.noNIK, .otherYear] {
            let figure = Contribution.figure(reason, of: organizer.value.code, year)
            reasons[reason] = try Pages(db: db).count(of: ParticipantQuery(figure: figure))
        }
        return reasons.filter { $0.value != 0 }
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
