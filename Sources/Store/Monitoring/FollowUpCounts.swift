import GRDB
import Training

/// How many checks stand how, place by place.
///
/// Nearly all checks stand as their day says, which is one for a whole class: enrollments are read once, in the order in which they are on file, and
/// added up in memory. SQLite would sort a line for each check. The few checks that are done are then taken from where their day has put them.
struct FollowUpCounts {
    let db: Database
    let today: CalendarDate

    private typealias States = [DueFollowUp.State: Int]
    private typealias Checks = [Int64: [(mark: Int64, state: DueFollowUp.State)]]

    /// Of each kecamatan, or of each desa of one; places with none are left out.
    func counts(in kecamatan: RegionCode?) throws -> [FollowUpCount] {
        let place = kecamatan == nil ? "r.kecamatan" : "coalesce(r.desa, r.kecamatan)"
        let condition = kecamatan == nil ? "" : "AND r.kecamatan = ?"
        let arguments = StatementArguments(kecamatan.map { [$0.number] } ?? [])
        let classes = try byClass()
        var places = try byDay(classes, place, condition, arguments)
        try moveDone(classes, place, condition, arguments, in: &places)
        return places.sorted { $0.key < $1.key }.map { number, counts in
            let code = RegionCode(number: number).map(\.description) ?? ""
            return FollowUpCount(
                code: number == Residence.outsideColumn ? Total.outsideCode : code,
                counts: counts.filter { $0.value > 0 })
        }
    }

    /// How the checks of a class stand by their day alone.
    private func byClass() throws -> Checks {
        var classes: Checks = [:]
        let state = FollowUps(db: db, today: today).stateByDay
        try db.cachedStatement(sql: "SELECT s.class, s.mark, \(state) FROM schedule s").each { row in
            let state = try DueFollowUp.State.stored(row.text(at: 2) ?? "")
            classes[row.number(at: 0), default: []].append((row.number(at: 1), state))
        }
        return classes
    }

    private func byDay(
        _ classes: Checks, _ place: String, _ condition: String, _ arguments: StatementArguments
    ) throws -> [Int64: States] {
        var enrollments: [Int64: [Int64: Int]] = [:]
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(place), e.class FROM enrollment e NOT INDEXED CROSS JOIN participant r ON r.id = e.participant
                WHERE e.status IN (3, 4) \(condition)
                """)
        try statement.each(arguments) { row in
            enrollments[row.number(at: 0), default: [:]][row.number(at: 1), default: 0] += 1
        }
        return enrollments.compactMapValues { byClass in
            var states: States = [:]
            for (trainingClass, count) in byClass {
                for check in classes[trainingClass] ?? [] { states[check.state, default: 0] += count }
            }
            return states.isEmpty ? nil : states
        }
    }

    /// Whatever was reached, or tried often enough, is done however its day stands.
    private func moveDone(
        _ classes: Checks, _ place: String, _ condition: String, _ arguments: StatementArguments,
        in places: inout [Int64: States]
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(place), e.class, s.mark FROM (SELECT DISTINCT enrollment, mark FROM follow_up) s
                CROSS JOIN enrollment e ON e.id = s.enrollment AND e.status IN (3, 4)
                CROSS JOIN participant r ON r.id = e.participant WHERE \(FollowUps.isDone) \(condition)
                """)
        try statement.each(arguments) { row in
            // A mark that the program no longer asks for is no check.
            let (place, trainingClass, mark) = (row.number(at: 0), row.number(at: 1), row.number(at: 2))
            guard let check = classes[trainingClass]?.first(where: { $0.mark == mark }) else { return }
            places[place, default: [:]][check.state, default: 0] -= 1
            places[place, default: [:]][.done, default: 0] += 1
        }
    }
}
