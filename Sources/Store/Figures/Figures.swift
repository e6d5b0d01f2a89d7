import GRDB
import Training

/// The gauge and the totals, from the tallies.
struct Figures {
    let db: Database

    func years() throws -> [Int] {
        try Int.fetchAll(db, sql: "SELECT year FROM target UNION SELECT year FROM program ORDER BY year DESC")
    }

    func newestTargetYear() throws -> Int? {
        try Int.fetchOne(db, sql: "SELECT max(year) FROM target WHERE scope = 'regency'")
    }

    func achievement(of year: Int) throws -> Achievement {
        var achievement = Achievement(year: year)
        let targets = try targets(of: year).filter { $0.scope == .regency }
        achievement.original = targets.first { $0.stage == .original }?.count
        achievement.revised = targets.first { $0.stage == .revised }?.count
        achievement.rule = targets.inForce(for: .regency)?.rule ?? .people
        let tally = try Row.fetchOne(
            db,
            sql: """
                SELECT sum(people) AS people, sum(enrollments) AS enrollments FROM tally
                WHERE year = ? AND dimension = 0
                """, arguments: [year])
        achievement.people = tally?["people"] ?? 0
        achievement.enrollments = tally?["enrollments"] ?? 0
        let beside = try Row.fetchAll(
            db,
            sql: """
                SELECT key AS status, sum(enrollments) AS enrollments FROM tally
                WHERE year = ? AND dimension = ? AND key IN (1, 5, 6) GROUP BY key
                """, arguments: [year, Tallies.Grouping.status.rawValue])
        for row in beside { achievement.beside[try .stored(column: row["status"])] = row["enrollments"] }
        return achievement
    }

    func targets() throws -> [Stored<Target>] {
        let queries = Queries(db: db)
        return try Row.fetchAll(
            db, sql: "SELECT * FROM target ORDER BY year DESC, scope = 'regency' DESC, scope, scope_key, stage"
        )
        .map { row in
            let id: Int64 = row["id"]
            return Stored(id: ID(id), version: ID(try queries.version(of: id)), value: try Target(row: row))
        }
    }

    func targets(of year: Int) throws -> [Target] {
        try Row.fetchAll(db, sql: "SELECT * FROM target WHERE year = ?", arguments: [year]).map(Target.init(row:))
    }

    func totals(by dimension: Training.Dimension, of year: Int) throws -> [Total] {
        let tallies = try tallies(by: dimension, of: year)
        let targets = try targets(of: year)
        return try lines(of: dimension, year, counted: Array(tallies.keys)).map { line in
            var total = tallies[line.key] ?? Total(code: "", name: nil, people: 0, enrollments: 0)
            (total.code, total.name) = (line.code, line.name)
            let target = line.scope.flatMap { targets.inForce(for: $0) }
            (total.target, total.rule) = (target?.count, target?.rule ?? .people)
            return total
        }
    }

    /// What the tallies say of each line, by its key.
    private func tallies(by dimension: Training.Dimension, of year: Int) throws -> [Int64: Total] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT \(dimension.tallyKey) AS line, sum(people) AS people, sum(enrollments) AS enrollments,
                    sum(people * woman) AS women, max(latest) AS latest
                FROM tally WHERE year = ? AND dimension = ? GROUP BY line HAVING sum(enrollments) <> 0
                """, arguments: [year, (dimension.grouping ?? .regency).rawValue])
        return rows.reduce(into: [:]) { tallies, row in
            tallies[row["line"]] = Total(
                code: "", name: nil, people: row["people"], enrollments: row["enrollments"], women: row["women"],
                lastEntry: Clock.time(of: row["latest"]))
        }
    }

    func cross(_ rows: Training.Dimension, _ columns: Training.Dimension, of year: Int) throws -> CrossTable {
        let cells = try cells(rows, columns, of: year)
        let rowLines = try lines(of: rows, year, counted: Array(Set(cells.map(\.row))))
        let columnLines = try lines(of: columns, year, counted: Array(Set(cells.map(\.column))))
        let rowCodes = Dictionary(rowLines.map { ($0.key, $0.code) }, uniquingKeysWith: { first, _ in first })
        let columnCodes = Dictionary(columnLines.map { ($0.key, $0.code) }, uniquingKeysWith: { first, _ in first })
        let achievement = try achievement(of: year)
        return CrossTable(
            year: year, rows, columns, rows: try totals(by: rows, of: year), columns: try totals(by: columns, of: year),
            whole: Count(people: achievement.people, enrollments: achievement.enrollments),
            cells: cells.compactMap { cell in
                guard let row = rowCodes[cell.row], let column = columnCodes[cell.column] else { return nil }
                return (row, column, cell.count)
            })
    }

    private typealias CrossCell = (row: Int64, column: Int64, count: Count)

    /// The cells of a crossing by the keys of its lines: from a tally where one has both dimensions, else counted anew.
    private func cells(
        _ rows: Training.Dimension, _ columns: Training.Dimension, of year: Int
    ) throws -> [CrossCell] {
        let found: [Row]
        if let crossing = Tallies.crossing(of: rows, columns) {
            let isSwapped = crossing.one != rows.grouping
            found = try Row.fetchAll(
                db,
                sql: """
                    SELECT \(isSwapped ? "crossing" : "key") AS line, \(isSwapped ? "key" : "crossing") AS column,
                        people, enrollments
                    FROM tally WHERE year = ? AND dimension = ? AND enrollments <> 0
                    """, arguments: [year, crossing.number])
        } else if let grouping = Tallies.grouping(of: rows, columns) {
            found = try Row.fetchAll(
                db,
                sql: """
                    SELECT \(rows.tallyKey) AS line, \(columns.tallyKey) AS column, sum(people) AS people,
                        sum(enrollments) AS enrollments
                    FROM tally WHERE year = ? AND dimension = ? GROUP BY line, column HAVING sum(enrollments) <> 0
                    """, arguments: [year, grouping.rawValue])
        } else {
            found = try Row.fetchAll(
                db,
                sql: """
                    SELECT line, column, count(*) AS people, sum(enrollments) AS enrollments
                    FROM (SELECT \(FigureCondition.key(of: rows, "")) AS line,
                              \(FigureCondition.key(of: columns, "")) AS column, count(*) AS enrollments
                          FROM program p CROSS JOIN training_class c ON c.program = p.id
                          CROSS JOIN enrollment e ON e.class = c.id AND e.status IN (2, 3, 4)
                          CROSS JOIN participant r ON r.id = e.participant
                          WHERE p.year = ? GROUP BY e.participant, line, column)
                    GROUP BY line, column
                    """, arguments: [year])
        }
        return found.map {
            ($0["line"], $0["column"], Count(people: $0["people"], enrollments: $0["enrollments"]))
        }
    }

    /// The lines of a table by a dimension, for others that count something else by it.
    func named(_ dimension: Training.Dimension, _ year: Int, counted: [Int64]) throws -> [Line] {
        try lines(of: dimension, year, counted: counted)
    }

    /// A line of a table of totals before it is counted.
    struct Line {
        var key: Int64
        var code: String
        var name: String?
        var scope: Target.Scope?
    }

    /// The lines of a table: all that there are, with or without anybody, then what the tallies have beside them.
    private func lines(of dimension: Training.Dimension, _ year: Int, counted: [Int64]) throws -> [Line] {
        let lines = try listed(of: dimension, year, counted: counted)
        return lines + unlisted(counted, in: lines)
    }

    private func listed(of dimension: Training.Dimension, _ year: Int, counted: [Int64]) throws -> [Line] {
        switch dimension {
        case .kecamatan:
            return Gazetteer.tabalong.kecamatan.map(line) + outside(counted)
        case .desa:
            // Those whose desa is not on file have the kecamatan's code, but not its target.
            let unknown = Gazetteer.tabalong.kecamatan.filter { counted.contains($0.code.number) }.map {
                Line(key: $0.code.number, code: $0.code.description, name: $0.name)
            }
            return Gazetteer.tabalong.desa.map(line) + unknown + outside(counted)
        case .track:
            return Track.allCases.map {
                Line(key: Int64($0.column), code: $0.rawValue, scope: .track($0))
            }
        case .program:
            return try Row.fetchAll(
                db, sql: "SELECT id, code, title FROM program WHERE year = ? ORDER BY code", arguments: [year]
            ).map { Line(key: $0["id"], code: $0["code"], name: $0["title"]) }
        case .organizer:
            return try Row.fetchAll(db, sql: "SELECT id, code, name FROM organizer ORDER BY code").map {
                Line(key: $0["id"], code: $0["code"], name: $0["name"], scope: .organizer(ID($0["id"])))
            } + unnamed(counted)
        case .funding:
            return Funding.allCases.map { Line(key: Int64($0.column), code: $0.rawValue) } + unnamed(counted)
        case .month:
            return counted.sorted().map { key in
                let month = String(key % 100)
                return Line(key: key, code: "\(key / 100)-\(month.count < 2 ? "0" : "")\(month)")
            }
        case .sex:
            return [Line(key: 0, code: Sex.male.rawValue), Line(key: 1, code: Sex.female.rawValue)]
        case .age: return AgeGroup.allCases.map { Line(key: Int64($0.rawValue), code: $0.code) }
        }
    }

    /// Places that the list no longer has, after a reform for instance: whoever lives there is still counted.
    private func unlisted(_ counted: some Sequence<Int64>, in lines: [Line]) -> [Line] {
        let listed = Set(lines.map(\.key))
        return counted.filter { !listed.contains($0) }.sorted().map { key in
            Line(key: key, code: RegionCode(number: key)?.description ?? String(key))
        }
    }

    private func line(_ region: Region) -> Line {
        Line(
            key: region.code.number, code: region.code.description, name: region.name,
            scope: region.kind == .kecamatan ? .kecamatan(region.code) : nil)
    }

    private func outside(_ counted: [Int64]) -> [Line] {
        counted.contains(Residence.outsideColumn)
            ? [Line(key: Residence.outsideColumn, code: Total.outsideCode)] : []
    }

    /// The line of those whose program names no organizer or no funding.
    private func unnamed(_ counted: [Int64]) -> [Line] { counted.contains(0) ? [Line(key: 0, code: "")] : [] }
}

extension Training.Dimension {
    /// The tally that has this dimension; `nil` for places and sexes, which every tally has.
    var grouping: Tallies.Grouping? {
        switch self {
        case .kecamatan, .desa, .sex: nil
        case .track: .track
        case .program: .program
        case .organizer: .organizer
        case .funding: .funding
        case .month: .month
        case .age: .age
        }
    }

    /// What a cell of that tally says of it.
    fileprivate var tallyKey: String {
        switch self {
        case .kecamatan: "CASE WHEN place > 999999 THEN place / 10000 ELSE place END"
        case .desa: "place"
        case .sex: "woman"
        case .track, .program, .organizer, .funding, .month, .age: "key"
        }
    }
}

extension Tallies {
    /// The tally of both dimensions at once, where people can stand in several lines of either.
    fileprivate static func crossing(of one: Training.Dimension, _ other: Training.Dimension) -> Crossing? {
        guard let one = one.grouping, let other = other.grouping else { return nil }
        return Crossing(one, other)
    }

    /// The tally whose cells have both dimensions; `nil` where none has.
    fileprivate static func grouping(of one: Training.Dimension, _ other: Training.Dimension) -> Grouping? {
        switch (one.grouping, other.grouping) {
        case (nil, nil): .regency
        case (let grouping?, nil): grouping.isByKecamatan && other == .desa ? nil : grouping
        case (nil, let grouping?): grouping.isByKecamatan && one == .desa ? nil : grouping
        case (let grouping?, _?): one == other ? grouping : nil
        }
    }
}
