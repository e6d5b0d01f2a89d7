import GRDB

/// The cells of the tally of checks, made from the tables for many people at once.
///
/// Nearly all checks are one of the same few hundred days, and their classes' alone: enrollments are read once, in the order in which they are on file, and added up
/// in memory by what they have in common. SQLite would sort a line for each check.
struct CheckRecount {
    let db: Database

    private struct Cell: Hashable {
        var region: Int64
        var place: Int64
        var dueOn: Int64
    }

    private struct Sums {
        var checks = 0
        var done = 0
    }

    /// Adds the checks of all participants from a number on to the tally.
    func addToTally(from participant: Int64) throws {
        let statement = try db.makeStatement(
            sql: """
                INSERT INTO check_tally (region, place, due_on, checks, done) VALUES (?, ?, ?, ?, ?)
                \(CheckTally.onConflict)
                """)
        for (cell, sums) in try cells(from: participant) {
            try statement.execute(arguments: [cell.region, cell.place, cell.dueOn, sums.checks, sums.done])
        }
    }

    func rebuild() throws {
        try db.execute(sql: "DELETE FROM check_tally")
        try addToTally(from: .min)
    }

    /// How many cells differ; one of no checks may be missing.
    func differences() throws -> Int {
        var recounted = try cells(from: .min)
        var differing = 0
        let statement = try db.cachedStatement(sql: "SELECT region, place, due_on, checks, done FROM check_tally")
        try statement.each { row in
            let cell = Cell(region: row.number(at: 0), place: row.number(at: 1), dueOn: row.number(at: 2))
            let sums = recounted.removeValue(forKey: cell) ?? Sums()
            if sums.checks != row.number(at: 3) || sums.done != row.number(at: 4) { differing += 1 }
        }
        return differing + recounted.count
    }

    // MARK: Counting

    /// What decides the cells of an enrollment.
    private struct Standing: Hashable {
        var kecamatan: Int64
        var place: Int64
        /// The number of its class's days among those that were met.
        var days: Int
    }

    private func cells(from participant: Int64) throws -> [Cell: Sums] {
        var days = ClassDays(db: db)
        var standings: [Standing: Int] = [:]
        // Whoever is added later has a higher number, and so have their enrollments.
        let statement = try db.cachedStatement(
            sql: """
                SELECT e.class, r.kecamatan, coalesce(r.desa, r.kecamatan)
                FROM enrollment e NOT INDEXED CROSS JOIN participant r ON r.id = e.participant
                WHERE e.id >= ?1 AND e.participant >= ?1 AND e.status IN (3, 4)
                """)
        try statement.each([participant]) { row in
            let number = try days.number(of: row.number(at: 0))
            let standing = Standing(kecamatan: row.number(at: 1), place: row.number(at: 2), days: number)
            standings[standing, default: 0] += 1
        }
        var cells: [Cell: Sums] = [:]
        for (standing, count) in standings {
            for day in days[standing.days] {
                let ofKecamatan = Cell(region: 0, place: standing.kecamatan, dueOn: day)
                let ofDesa = Cell(region: standing.kecamatan, place: standing.place, dueOn: day)
                for cell in [ofKecamatan, ofDesa] { cells[cell, default: Sums()].checks += count }
            }
        }
        try addDone(from: participant, to: &cells)
        return cells
    }

    private func addDone(from participant: Int64, to cells: inout [Cell: Sums]) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT region, place, due_on, count(*) FROM check_share
                WHERE participant >= ?1 AND enrollment IN (SELECT enrollment FROM follow_up WHERE id >= ?1) AND done
                GROUP BY region, place, due_on
                """)
        try statement.each([participant]) { row in
            let cell = Cell(region: row.number(at: 0), place: row.number(at: 1), dueOn: row.number(at: 2))
            cells[cell, default: Sums()].done += Int(row.number(at: 3))
        }
    }
}

/// On which days the checks of classes are due; classes that have all of them in common share a number.
private struct ClassDays {
    private let db: Database
    private var numbers: [Int64: Int] = [:]
    private var numbersOfDays: [[Int64]: Int] = [:]
    private var days: [[Int64]] = []

    init(db: Database) { self.db = db }

    subscript(number: Int) -> [Int64] { days[number] }

    mutating func number(of trainingClass: Int64) throws -> Int {
        if let known = numbers[trainingClass] { return known }
        let due = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT due_on FROM schedule WHERE class = ?"), arguments: [trainingClass])
        let number = numbersOfDays[due] ?? days.count
        if number == days.count {
            days.append(due)
            numbersOfDays[due] = number
        }
        numbers[trainingClass] = number
        return number
    }
}
