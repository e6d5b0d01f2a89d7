import Foundation
import GRDB
import Training

/// How a year's headline comes about: now, from tallies and short lists; or at an earlier time, from the log.
struct Explaining {
    let db: Database

    /// The explanation of what is on file now.
    func now(_ year: Int, at moment: Date) throws -> Explanation {
        var counts = try statusCounts(year)
        let achievement = try Figures(db: db).achievement(of: year)
        counts[.counted] = achievement.enrollments
        counts[.people] = achievement.people
        counts[.repeats] = achievement.enrollments - achievement.people
        counts[.severalClasses] = try severalClasses(year)
        counts[.outside] = try outside(year)
        for step in [Explanation.Step.noNIK, .openDoubts] {
            let query = ParticipantQuery(figure: Explanation.figure(step, of: year))
            counts[step] = try Pages(db: db).count(of: query)
        }
        return Explanation(year: year, cutOff: moment, targets: try Figures(db: db).targets(of: year), counts: counts)
    }

    /// The explanation of what was on file just before a moment.
    func past(_ year: Int, before moment: Date) throws -> Explanation {
        let past = try PastRecords(db: db, before: moment)
        var counter = ExplanationCounter(year: year)
        try past.eachEnrollment { counter.add($0) }
        return Explanation(
            year: year, cutOff: moment, isPast: true, targets: try past.targets().filter { $0.year == year },
            counts: counter.steps)
    }

    private func statusCounts(_ year: Int) throws -> [Explanation.Step: Int] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT year = ? AS ofYear, key AS status, sum(enrollments) AS enrollments FROM tally
                WHERE \(Tallies.ofEveryYear) AND dimension = ? GROUP BY 1, 2 HAVING sum(enrollments) <> 0
                """, arguments: [year, Tallies.Grouping.status.rawValue])
        var counts: [Explanation.Step: Int] = [:]
        for row in rows {
            let count: Int = row["enrollments"]
            counts[.onFile, default: 0] += count
            guard row["ofYear"] else {
                counts[.otherYears, default: 0] += count
                continue
            }
            counts[.ofYear, default: 0] += count
            switch try EnrollmentStatus.stored(column: row["status"]) {
            case .cancelled: counts[.cancelled, default: 0] += count
            case .registered: counts[.registered, default: 0] += count
            case .dropped: counts[.dropped, default: 0] += count
            case .attending, .completed, .certified: break
            }
        }
        return counts
    }

    private func severalClasses(_ year: Int) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT sum(people) FROM tally WHERE year = ? AND dimension = ? AND key > 1",
            arguments: [year, Tallies.Grouping.classes.rawValue]) ?? 0
    }

    private func outside(_ year: Int) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT sum(people) FROM tally WHERE year = ? AND dimension = 0 AND place = ?",
            arguments: [year, Residence.outsideColumn]) ?? 0
    }
}
