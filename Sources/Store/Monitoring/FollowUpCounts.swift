import GRDB
import Training

/// How many checks stand how, place by place, from the tally.
struct FollowUpCounts {
    let db: Database
    let today: CalendarDate

    /// Of each kecamatan, or of each desa of one; places with none are left out.
    func counts(in kecamatan: RegionCode?) throws -> [FollowUpCount] {
        let open = DueFollowUp.State.allCases.filter { $0 != .done }
        let state = FollowUps(db: db, today: today).stateByDay
        let sums = open.map { "sum((\(state) = '\($0.rawValue)') * (s.checks - s.done))" }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT s.place, sum(s.done), \(sums.joined(separator: ", ")) FROM check_tally s
                WHERE s.region = ? GROUP BY s.place HAVING sum(s.checks) > 0 ORDER BY s.place
                """, arguments: [kecamatan?.number ?? 0])
        return rows.map { row in
            var counts: [DueFollowUp.State: Int] = [.done: row[1]]
            for (place, state) in open.enumerated() { counts[state] = row[place + 2] }
            return FollowUpCount(code: code(of: row[0]), counts: counts.filter { $0.value > 0 })
        }
    }

    private func code(of place: Int64) -> String {
        place == Residence.outsideColumn ? Total.outsideCode : RegionCode(number: place).map(\.description) ?? ""
    }
}
