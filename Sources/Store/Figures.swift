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
        for target in try targets(of: year) where target.scope == .regency {
            if target.stage == .original { achievement.original = target.count }
            if target.stage == .revised { achievement.revised = target.count }
            if target.stage == .revised || achievement.revised == nil { achievement.rule = target.rule }
        }
        let tally = try Row.fetchOne(
            db, sql: "SELECT people, enrollments FROM tally WHERE year = ? AND dimension = 0 AND key = 0",
            arguments: [year])
        achievement.people = tally?["people"] ?? 0
        achievement.enrollments = tally?["enrollments"] ?? 0
        let beside = try Row.fetchAll(
            db,
            sql: """
                SELECT t.status, sum(t.enrollments) AS enrollments FROM program p
                JOIN training_class c ON c.program = p.id JOIN class_tally t ON t.class = c.id
                WHERE p.year = ? AND t.status IN (1, 5, 6) GROUP BY t.status
                """, arguments: [year])
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

    private func targets(of year: Int) throws -> [Target] {
        // 'original' sorts before 'revised', so that the revised one is read last and holds.
        try Row.fetchAll(db, sql: "SELECT * FROM target WHERE year = ? ORDER BY stage", arguments: [year])
            .map(Target.init(row:))
    }

    func totals(by dimension: Dimension, of year: Int) throws -> [Total] {
        var tallies: [Int64: (people: Int, enrollments: Int)] = [:]
        for row in try Row.fetchAll(
            db, sql: "SELECT key, people, enrollments FROM tally WHERE year = ? AND dimension = ?",
            arguments: [year, Tallies.number(of: dimension)])
        where row["enrollments"] != 0 {
            tallies[row["key"]] = (row["people"], row["enrollments"])
        }
        let targets = try self.targets(of: year)
        let lines = try lines(of: dimension, year, counted: Array(tallies.keys))
        return (lines + unlisted(tallies.keys, in: lines)).map { line in
            let target = line.scope.flatMap { scope in targets.last { $0.scope == scope } }
            let tally = tallies[line.key]
            return Total(
                code: line.code, name: line.name, target: target?.count, rule: target?.rule ?? .people,
                people: tally?.people ?? 0, enrollments: tally?.enrollments ?? 0)
        }
    }

    /// A line of a table of totals before it is counted.
    private struct Line {
        var key: Int64
        var code: String
        var name: String?
        var scope: Target.Scope?
    }

    /// The lines of a table: all that there are, with or without anybody, then what the tallies have beside them.
    private func lines(of dimension: Dimension, _ year: Int, counted: [Int64]) throws -> [Line] {
        switch dimension {
        case .kecamatan:
            return Gazetteer.tabalong.kecamatan.map(line) + outside(counted)
        case .desa:
            let unknown = Gazetteer.tabalong.kecamatan.filter { counted.contains($0.code.number) }
            return (Gazetteer.tabalong.desa + unknown).map(line) + outside(counted)
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
