import GRDB
import Training

/// The days on which the first checks of a list are due, from the tally: nobody looks at every check for the nearest of them.
struct FollowUpDays {
    let db: Database
    let today: CalendarDate
    /// Whose checks; `nil` for the whole regency.
    let region: ParticipantQuery.RegionFilter?

    /// The days that a list begins with.
    struct Beginning {
        /// Days with at least one of the checks, the earliest first.
        var days: [Int]
        /// When the classes end that have checks on these days.
        var endDates: [Int]
        /// Whether these checks, wherever, are more than the place has in all: then its people are gone through.
        var areManyForThePlace: Bool

        var isEmpty: Bool { days.isEmpty }
    }

    /// The earliest days that have so many checks in these states between them, or all that have one.
    ///
    /// - Parameter states: open ones, or `done` alone.
    func first(_ count: Int, in states: Set<DueFollowUp.State>, through last: CalendarDate?) throws -> Beginning {
        let isDone = states == [.done]
        let state = FollowUps(db: db, today: today).stateByDay
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT s.due_on, sum(\(isDone ? "s.done" : "s.checks - s.done")) AS checks FROM check_tally s
                WHERE \(place.sql) AND s.due_on <= ? \(isDone ? "" : "AND \(state) IN (\(states.names))")
                GROUP BY s.due_on HAVING checks > 0 ORDER BY s.due_on
                """, arguments: StatementArguments(place.arguments + [(last?.column ?? Int.max).databaseValue]))
        var (days, found): ([Int], Int) = ([], 0)
        while found < count, let row = try cursor.next() {
            days.append(row[0])
            found += row[1]
        }
        guard !days.isEmpty else { return Beginning(days: [], endDates: [], areManyForThePlace: false) }
        return try Beginning(days: days, endDates: endDates(of: days), areManyForThePlace: !areFew(days))
    }

    /// How many checks there are in these states.
    func count(in states: Set<DueFollowUp.State>, through last: CalendarDate?) throws -> Int {
        let state = FollowUps(db: db, today: today).stateByDay
        let open = "(\(state) IN (\(states.names))) * (s.checks - s.done)"
        return try Int.fetchOne(
            db,
            sql: """
                SELECT sum(\(open) \(states.contains(.done) ? "+ s.done" : "")) FROM check_tally s
                WHERE \(place.sql) AND s.due_on <= ?
                """, arguments: StatementArguments(place.arguments + [(last?.column ?? Int.max).databaseValue])) ?? 0
    }

    /// Whose cells of the tally add up to the region.
    private var place: (sql: String, arguments: [DatabaseValue]) {
        let (kecamatan, place): (Int64, Int64)
        switch region {
        case nil: return ("s.region = 0", [])
        case .within(let code): (kecamatan, place) = (code.isDesa ? code.kecamatan.number : 0, code.number)
        case .desaUnknown(let code): (kecamatan, place) = (code.number, code.number)
        case .outside: (kecamatan, place) = (0, Residence.outsideColumn)
        }
        return ("s.region = ? AND s.place = ?", [kecamatan.databaseValue, place.databaseValue])
    }

    /// Whether it is less work to look at everybody's checks of these days than at all checks of the place.
    private func areFew(_ days: [Int]) throws -> Bool {
        guard region != nil else { return true }
        func checks(_ condition: String, _ arguments: [DatabaseValue]) throws -> Int {
            try Int.fetchOne(
                db, sql: "SELECT sum(s.checks) FROM check_tally s WHERE \(condition)",
                arguments: StatementArguments(arguments)) ?? 0
        }
        let ofDays = "s.region = 0 AND s.due_on IN (SELECT value FROM json_each(?))"
        return try checks(ofDays, [days.asJSON.databaseValue]) < checks(place.sql, place.arguments)
    }

    /// The dates from which one of the schedules' marks leads to these days; some that no calendar has, which does no harm.
    private func endDates(of days: [Int]) throws -> [Int] {
        let marks = try Int.fetchAll(
            db,
            sql: "SELECT DISTINCT m.value FROM program p, json_each(coalesce(p.follow_up_months, '[3,6,12]')) m")
        return try days.map { try CalendarDate.stored($0) }.flatMap { day in
            marks.flatMap { mark in
                let months = day.year * 12 + day.month - 1 - mark
                // The last of a month stands for those days of a longer one that it does not have.
                let last = day.adding(days: 1).day == 1 ? 31 : day.day
                return (day.day...last).map { months / 12 * 10_000 + (months % 12 + 1) * 100 + $0 }
            }
        }
    }
}
