import GRDB
import Training

/// Lists of classes, of which a year may have tens of thousands.
struct ClassLists {
    let db: Database

    /// The classes of a fiscal year by code.
    func all(of year: Int) throws -> [ClassLine] {
        let extent = try Extent(of: year, in: db)
        let ids = extent.isMostOfAll ? nil : "SELECT c.id \(extent.from) WHERE p.year = ?"
        let counts = try counts(of: ids, [year], classes: extent.count)
        return try lines("\(extent.from) WHERE p.year = ? ORDER BY c.code", [year], counts, capacity: extent.count)
    }

    /// The classes of a fiscal year that fit what was typed, and how many do.
    func fitting(_ text: String, of year: Int, count: Int) throws -> (lines: [ClassLine], total: Int) {
        let typed = FoldedText(text)
        guard !typed.text.isEmpty else { return try first(count, of: year) }
        let found = try ClassSearch(typed, of: year, in: db).best(count)
        let ids = found.ids.asJSON
        let among = "SELECT value FROM json_each(?)"
        let counts = try counts(of: among, [ids], classes: found.ids.count)
        let lines = try lines(
            "FROM training_class c WHERE c.id IN (\(among))", [ids], counts, capacity: found.ids.count)
        let byID = Dictionary(uniqueKeysWithValues: lines.map { ($0.trainingClass.id.rawValue, $0) })
        return (found.ids.compactMap { byID[$0] }, found.total)
    }

    /// The first classes of a fiscal year by code, and how many there are.
    private func first(_ count: Int, of year: Int) throws -> (lines: [ClassLine], total: Int) {
        try end(count, of: year, by: "c.code")
    }

    /// The last classes of a fiscal year by code, and how many there are.
    func last(_ count: Int, of year: Int) throws -> (lines: [ClassLine], total: Int) {
        let (lines, total) = try end(count, of: year, by: "c.code DESC")
        return (lines.reversed(), total)
    }

    /// The classes that an order begins with.
    private func end(_ count: Int, of year: Int, by order: String) throws -> (lines: [ClassLine], total: Int) {
        let extent = try Extent(of: year, in: db)
        let source = "\(extent.from) WHERE p.year = ? ORDER BY \(order) LIMIT ?"
        let counts = try counts(of: "SELECT c.id \(source)", [year, count], classes: count)
        return (try lines(source, [year, count], counts, capacity: count), extent.count)
    }

    /// One class.
    func one(_ id: ID<TrainingClass>) throws -> ClassLine? {
        let counts = try counts(of: "?", [id.rawValue], classes: 1)
        return try lines("FROM training_class c WHERE c.id = ?", [id.rawValue], counts, capacity: 1).first
    }

    /// What a program says is read once for all of its classes.
    private func lines(
        _ source: String, _ arguments: StatementArguments, _ counts: [Int64: EnrollmentCounts], capacity: Int
    ) throws -> [ClassLine] {
        var programs: [Int64: Shared<Program>] = [:]
        // Many are held at the same place by the same people: their texts, too, are held once.
        var texts: Set<String> = []
        var lines: [ClassLine] = []
        lines.reserveCapacity(capacity)
        try db.cachedStatement(sql: "\(Self.select) \(source)").each(arguments) { row in
            let number = row.number(at: 2)
            let program = try programs[number] ?? program(number)
            programs[number] = program
            var value = try TrainingClass(row: row, from: 1)
            value.place = value.place.map { texts.insert($0).memberAfterInsert }
            value.instructor = value.instructor.map { texts.insert($0).memberAfterInsert }
            let id = row.number(at: 0)
            let stored = Stored(id: ID<TrainingClass>(id), version: ID(row.number(at: 8)), value: value)
            lines.append(ClassLine(trainingClass: stored, program: program, enrollments: counts[id] ?? [:]))
        }
        return lines
    }

    private static let select = """
        SELECT c.id, c.code, c.program, c.start_date, c.end_date, c.place, c.seats, c.instructor,
            (SELECT max(step) FROM change WHERE row = c.id)
        """

    private func program(_ id: Int64) throws -> Shared<Program> {
        let known = try db.cachedStatement(sql: "SELECT * FROM program WHERE id = ?")
        guard let row = try Row.fetchOne(known, arguments: [id]) else {
            throw DamagedRow(what: "class without program")
        }
        return Shared(try Program(row: row))
    }

    /// - Parameters:
    ///   - ids: selects the classes; `nil` for those of all years.
    ///   - classes: how many there are, some more or less.
    private func counts(
        of ids: String?, _ arguments: StatementArguments, classes: Int
    ) throws -> [Int64: EnrollmentCounts] {
        let condition = ids.map { "AND class IN (\($0))" } ?? ""
        let sql = "SELECT class, status, enrollments FROM class_tally WHERE enrollments <> 0 \(condition)"
        var counts: [Int64: EnrollmentCounts] = [:]
        counts.reserveCapacity(classes)
        try db.cachedStatement(sql: sql).each(ids == nil ? [] : arguments) { row in
            let status: EnrollmentStatus = try .stored(column: Int(row.number(at: 1)))
            counts[row.number(at: 0), default: [:]][status] = Int(row.number(at: 2))
        }
        return counts
    }
}

/// How many classes a year has, and how they are best found.
private struct Extent {
    let count: Int
    /// Whether the year has most of the classes on file.
    let isMostOfAll: Bool

    init(of year: Int, in db: Database) throws {
        let ofYear = "SELECT count(*) FROM training_class c JOIN program p ON p.id = c.program WHERE p.year = ?"
        count = try Int.fetchOne(db.cachedStatement(sql: ofYear), arguments: [year]) ?? 0
        let all = try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM training_class")) ?? 0
        isMostOfAll = count * 2 > all
    }

    /// Where most classes are of the year, they are read off by code, and none has to be sorted.
    var from: String { "FROM training_class c \(isMostOfAll ? "CROSS " : "")JOIN program p ON p.id = c.program" }
}
