import GRDB
import Training

/// The cells of the tallies, made from the tables for many people at once.
///
/// People are read one after the other and added up in memory, where there is a number for each cell: SQLite would sort a line for
/// every enrollment in every tally. What a key is stands in one place for both, ``Tallies/Grouping/key``.
struct Recount {
    let db: Database

    struct Cell: Hashable {
        var year: Int
        var dimension: Int
        var place: Int64 = 0
        var isWoman = false
        var key: Int64
        var crossing: Int64 = 0
    }

    struct Sums {
        var people = 0
        var enrollments = 0
        var latest: Int64 = 0

        mutating func add(people: Int, _ share: Sums) {
            self.people += people
            enrollments += share.enrollments
            latest = max(latest, share.latest)
        }
    }

    /// Adds the cells of all participants from a number on to the tallies.
    func addToTallies(from participant: Int64) throws { try add(cells(from: participant)) }

    /// Adds the cells of people of one enrollment each, by how these stand.
    func addToTallies(_ alike: [(Standing, Sums)]) throws {
        var cells: [Cell: Sums] = [:]
        for (standing, sums) in alike { Self.add(standing, sums, to: &cells) }
        try add(cells)
    }

    private func add(_ cells: [Cell: Sums]) throws {
        let statement = try db.makeStatement(
            sql: """
                INSERT INTO tally (year, dimension, place, woman, key, crossing, people, enrollments, latest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) \(Tallies.onConflict)
                """)
        for (cell, sums) in cells {
            try statement.execute(arguments: [
                cell.year, cell.dimension, cell.place, cell.isWoman, cell.key, cell.crossing, sums.people,
                sums.enrollments, sums.latest,
            ])
        }
    }

    /// How many cells of the tallies differ: a cell of nobody may be missing, and one may have been entered later than all that is
    /// left of it.
    func differences() throws -> Int {
        var recounted = try cells(from: .min)
        var differing = 0
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM tally")
        while let row = try rows.next() {
            let cell = Cell(
                year: row["year"], dimension: row["dimension"], place: row["place"], isWoman: row["woman"],
                key: row["key"], crossing: row["crossing"])
            let sums = recounted.removeValue(forKey: cell) ?? Sums()
            if sums.people != row["people"] || sums.enrollments != row["enrollments"] || sums.latest > row["latest"] {
                differing += 1
            }
        }
        return differing + recounted.count
    }

    // MARK: Counting

    static let groupings = Tallies.Grouping.allCases.filter { $0 != .classes }
    private static let select = """
        SELECT e.participant, e.id, e.status, p.year, coalesce(r.desa, r.kecamatan), r.kecamatan, r.sex = 'P',
            \(groupings.map(\.key).joined(separator: ", "))
        FROM enrollment e CROSS JOIN training_class c ON c.id = e.class CROSS JOIN program p ON p.id = c.program
        CROSS JOIN participant r ON r.id = e.participant
        WHERE e.participant >= ? ORDER BY e.participant
        """

    private func cells(from participant: Int64) throws -> [Cell: Sums] {
        var cells: [Cell: Sums] = [:]
        // Most people have one enrollment, and many of these stand in the same cells: they are counted first and their cells found once.
        var alike: [Standing: Sums] = [:]
        var person: (id: Int64, standings: [(standing: Standing, enrollment: Int64)]) = (.min, [])
        func settle() {
            if person.standings.count == 1, let only = person.standings.first {
                alike[only.standing, default: Sums()].add(
                    people: 1, Sums(enrollments: 1, latest: only.enrollment))
            } else {
                Self.add(person.standings, to: &cells)
            }
            person.standings.removeAll(keepingCapacity: true)
        }
        try db.cachedStatement(sql: Self.select).each([participant]) { row in
            let next = row.number(at: 0)
            if next != person.id {
                settle()
                person.id = next
            }
            person.standings.append((Standing(row), row.number(at: 1)))
        }
        settle()
        for (standing, sums) in alike { Self.add(standing, sums, to: &cells) }
        return cells
    }

    /// Adds people of one enrollment each, which all stand alike.
    private static func add(_ standing: Standing, _ sums: Sums, to cells: inout [Cell: Sums]) {
        for cell in standing.cells {
            cells[cell, default: Sums()].add(people: sums.people, sums)
            if let classes = cell.ofClasses(1) { cells[classes, default: Sums()].add(people: sums.people, sums) }
        }
    }

    /// Adds the shares of somebody with several enrollments: once as a person, with all of them, in each cell that they stand in.
    private static func add(
        _ standings: [(standing: Standing, enrollment: Int64)], to cells: inout [Cell: Sums]
    ) {
        var shares: [Cell: Sums] = [:]
        for (standing, enrollment) in standings {
            let share = Sums(enrollments: 1, latest: enrollment)
            for cell in standing.cells { shares[cell, default: Sums()].add(people: 0, share) }
        }
        for (cell, share) in shares {
            cells[cell, default: Sums()].add(people: 1, share)
            if let classes = cell.ofClasses(share.enrollments) {
                cells[classes, default: Sums()].add(people: 1, share)
            }
        }
    }

    /// All that the cells of one enrollment depend on.
    struct Standing: Hashable {
        /// Status, year, place, kecamatan, whether it is a woman's, and the keys by place among ``groupings``.
        private let numbers: [Int64]

        fileprivate init(_ row: StatementRow) { numbers = (2..<7 + groupings.count).map(row.number(at:)) }

        init(status: EnrollmentStatus, residence: Residence, isWoman: Bool, yearAndKeys: [Int64]) {
            numbers =
                [
                    Int64(status.column), yearAndKeys[0], residence.desa?.number ?? residence.kecamatanColumn,
                    residence.kecamatanColumn, isWoman ? 1 : 0,
                ] + yearAndKeys.dropFirst()
        }

        private var status: Int64 { numbers[0] }
        private var year: Int { Int(numbers[1]) }
        private var place: Int64 { numbers[2] }
        private var kecamatan: Int64 { numbers[3] }
        private var isWoman: Bool { numbers[4] != 0 }

        /// The cells that the enrollment stands in.
        fileprivate var cells: [Cell] {
            guard [2, 3, 4].contains(status) else { return [cell(.status), cell(.organizerStatus)] }
            return groupings.map(cell) + Tallies.Crossing.all.map(cell)
        }

        private func key(_ grouping: Tallies.Grouping) -> Int64 {
            numbers[5 + (groupings.firstIndex(of: grouping) ?? 0)]
        }

        private func cell(_ grouping: Tallies.Grouping) -> Cell {
            Cell(
                year: year, dimension: grouping.rawValue, place: grouping.isByKecamatan ? kecamatan : place,
                isWoman: isWoman, key: key(grouping))
        }

        private func cell(_ crossing: Tallies.Crossing) -> Cell {
            Cell(year: year, dimension: crossing.number, key: key(crossing.one), crossing: key(crossing.other))
        }
    }
}

extension Recount.Cell {
    /// The cell of how many classes somebody has joined, where this is the cell of everybody.
    fileprivate func ofClasses(_ count: Int) -> Self? {
        guard dimension == Tallies.Grouping.regency.rawValue else { return nil }
        var classes = self
        classes.dimension = Tallies.Grouping.classes.rawValue
        classes.key = Int64(count)
        return classes
    }
}
