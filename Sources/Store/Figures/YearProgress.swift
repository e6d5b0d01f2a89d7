import Foundation
import GRDB
import Training

/// How a year moves: its pace, who enters, and how its targets came to be.
struct YearProgress {
    let db: Database

    func pace(of year: Int, today: CalendarDate) throws -> Pace {
        // All classes are read as they stand, and no program is looked up but those of other years: most classes are of the year that is asked for, and
        // each looked up by its program takes six times as long.
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT sum(seats) AS planned, sum(CASE WHEN start_date <= ? THEN seats END) AS begun
                FROM training_class WHERE program NOT IN (SELECT id FROM program WHERE year <> ?)
                """, arguments: [today.column, year])
        return Pace(year: year, today: today, seatsBegun: row?["begun"] ?? 0, seatsPlanned: row?["planned"] ?? 0)
    }

    func entries(of year: Int, since: Date) throws -> [EntryCount] {
        let made = FigureCondition.made(since: since)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT a.name, count(*) AS enrollments FROM \(FigureCondition.makers)
                CROSS JOIN enrollment e ON e.id = h.row
                JOIN training_class c ON c.id = e.class JOIN program p ON p.id = c.program
                WHERE \(made.sql) AND e.status IN (2, 3, 4) AND p.year = ?
                GROUP BY a.name ORDER BY enrollments DESC, a.name
                """, arguments: StatementArguments(made.arguments + [year.databaseValue])
        ).map { EntryCount(name: $0["name"], enrollments: $0["enrollments"]) }
    }

    /// The versions of each target, from the log: each holds until the next step that changed it.
    func targetHistory(of year: Int) throws -> [TargetVersion] {
        try Int64.fetchAll(
            db, sql: "SELECT DISTINCT row FROM change WHERE entity = ?", arguments: [Entity.target.rawValue]
        ).flatMap(versions).filter { $0.target.year == year }.sorted { $0.from < $1.from }
    }

    private func versions(of row: Int64) throws -> [TargetVersion] {
        let columns = Entity.target.columns
        var values = try Row.fetchOne(
            db, sql: "SELECT \(columns.joined(separator: ", ")) FROM target WHERE id = ?", arguments: [row]
        ).map { Array($0.databaseValues) }
        var versions: [TargetVersion] = []
        var until: Date?
        let changes = try Row.fetchAll(
            db, sql: "SELECT step, before FROM change WHERE row = ? AND entity = ? ORDER BY step DESC",
            arguments: [row, Entity.target.rawValue])
        for change in changes {
            let step: Int64 = change["step"]
            if let values {
                let record = Row(Dictionary(uniqueKeysWithValues: zip(columns, values)))
                versions.append(
                    TargetVersion(
                        target: try Target(row: record), from: Clock.time(of: step),
                        by: try Queries(db: db).author(of: step), until: until))
            }
            until = Clock.time(of: step)
            values = try (change["before"] as String?).map { try Self.values(before: Before(text: $0), from: values) }
        }
        return versions
    }

    private static func values(before: Before, from values: Door.Values?) -> Door.Values {
        let columns = Entity.target.columns
        let old = Dictionary(before.columns.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
        return columns.enumerated().map { place, column in old[column] ?? values?[place] ?? .null }
    }

    func residents() throws -> [Residents] {
        try Row.fetchAll(db, sql: "SELECT * FROM residents ORDER BY kecamatan").map(Residents.init(row:))
    }
}
