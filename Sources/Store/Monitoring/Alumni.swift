import GRDB
import Training

/// Those who completed a class: found for an opening, kept on a list, and followed by the proposal they came from.
struct Alumni {
    let db: Database
    let today: CalendarDate

    private static let select = "SELECT \(columns) FROM participant r JOIN \(completed) \(programs)"

    private static let columns = """
        e.id AS enrollment, r.id AS person, r.phone, p.title, e.detail, e.status, \(latest) AS latest
        """

    private static let latest = """
        (SELECT kind FROM outcome o WHERE o.enrollment = e.id ORDER BY o.date DESC, o.id DESC LIMIT 1)
        """

    /// What a participant `r` completed.
    private static let completed = "enrollment e ON e.participant = r.id AND e.status IN (3, 4)"
    private static let programs = "JOIN training_class c ON c.id = e.class JOIN program p ON p.id = c.program"

    /// - Parameter people: those who are looked at; `nil` for everybody.
    func find(_ query: AlumniQuery, among people: [ID<Participant>]? = nil) throws -> [AlumniLine] {
        var terms = terms(of: query)
        if let people {
            let numbers = people.map(\.rawValue).asJSON.databaseValue
            terms.append(Term(sql: "r.id IN (SELECT value FROM json_each(?))", arguments: [numbers]))
        }
        let found = Term(terms, after: "\(Self.select) WHERE ")
        let rows = try Row.fetchAll(
            db, sql: "\(found.sql) ORDER BY r.name_key, r.id, e.id", arguments: StatementArguments(found.arguments))
        var seen = Set<Int64>()
        return try rows.filter { seen.insert($0["person"]).inserted }.compactMap { try line($0) }
    }

    /// Whom a query finds, by name.
    func people(_ query: AlumniQuery) throws -> [ID<Participant>] {
        // Of a program some are sorted; else very many are, and everybody is gone through by name.
        let isOfSome = query.program != nil || query.vocation != nil
        let (index, plus) = isOfSome ? ("", "") : ("INDEXED BY participant_by_name", "+")
        let found = Term(
            terms(of: query),
            after: "SELECT r.id FROM participant r JOIN \(Self.completed) \(isOfSome ? Self.programs : "") WHERE ")
        return try Int64.fetchAll(
            db,
            sql: """
                SELECT n.id FROM participant n \(index) WHERE \(plus)n.id IN (\(found.sql)) ORDER BY n.name_key, n.id
                """, arguments: StatementArguments(found.arguments)
        ).map { ID($0) }
    }

    private func terms(of query: AlumniQuery) -> [Term] {
        var terms: [Term] = [Term(sql: "1")]
        func add(_ sql: String, _ values: [DatabaseValue] = []) { terms.append(Term(sql: sql, arguments: values)) }
        if let program = query.program { add("p.code = ?", [program.databaseValue]) }
        if let vocation = query.vocation { add("p.vocation = ? COLLATE NOCASE", [vocation.databaseValue]) }
        if query.isCertified { add("e.status = 4") }
        if let ages = query.ages {
            add(
                "(\(today.column) - r.birth_date) / 10000 BETWEEN ? AND ?",
                [ages.lowerBound.databaseValue, ages.upperBound.databaseValue])
        }
        if !query.places.isEmpty {
            let marks = query.places.map { _ in "?" }.joined(separator: ", ")
            let values = query.places.map(\.number.databaseValue)
            add("(r.kecamatan IN (\(marks)) OR r.desa IN (\(marks)))", values + values)
        }
        if !query.outcomes.isEmpty {
            let kinds = query.outcomes.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
            add("\(Self.latest) IN (\(kinds))")
        }
        return terms
    }

    private func line(_ row: Row, entry: Stored<RecallEntry>? = nil) throws -> AlumniLine? {
        guard let person = try Queries(db: db).row(of: ID(row["person"])) else { return nil }
        let isCertified = row["status"] == EnrollmentStatus.certified.column
        return AlumniLine(
            person: person, phone: (row["phone"] as String?).flatMap { PhoneNumber($0) }, program: row["title"],
            certificate: isCertified ? row["detail"] : nil,
            latest: try (row["latest"] as String?).map(Outcome.Kind.stored), entry: entry)
    }

    func recalls() throws -> [Stored<Recall>] {
        try Row.fetchAll(db, sql: "SELECT * FROM recall ORDER BY id DESC").map {
            try Queries(db: db).stored($0, Recall(row: $0))
        }
    }

    func lines(of recall: ID<Recall>) throws -> [AlumniLine] {
        let entries = try Row.fetchAll(
            db,
            sql: """
                SELECT n.* FROM recall_entry n JOIN participant r ON r.id = n.participant
                WHERE n.recall = ? ORDER BY r.name_key, r.id
                """, arguments: [recall.rawValue])
        return try entries.compactMap { row in
            let entry = try Queries(db: db).stored(row, RecallEntry(row: row))
            let newest = try Row.fetchOne(
                db, sql: "\(Self.select) WHERE r.id = ? ORDER BY e.id DESC LIMIT 1",
                arguments: [entry.value.participant.rawValue])
            return try newest.flatMap { try line($0, entry: entry) }
        }
    }

    func pokirTrails(of year: Int) throws -> [PokirTrail] {
        let ladders = Dictionary(
            try OutcomeLadders(db: db, today: today).ladders(by: .program, of: year).map { ($0.code, $0) },
            uniquingKeysWith: { first, _ in first })
        return try Queries(db: db).programs(of: year).compactMap { line in
            let program = line.program.value
            guard let proposer = program.pokirProposer else { return nil }
            let ladder =
                ladders[program.code.text] ?? OutcomeLadder(code: "", name: nil, counts: [:], workersAbsorbed: 0)
            return PokirTrail(
                proposer: proposer, reference: program.pokirReference, program: line.program, classes: line.classes,
                ladder: ladder, equipment: try equipment(heldAfter: line.program.id))
        }.sorted { ($0.proposer, $0.program.value.code) < ($1.proposer, $1.program.value.code) }
    }

    /// Items held by people who completed a class of a program.
    private func equipment(heldAfter program: ID<Program>) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(DISTINCT h.equipment) FROM training_class c
                JOIN enrollment e ON e.class = c.id AND e.status IN (3, 4)
                JOIN holder p ON p.participant = e.participant JOIN holding h ON h.id = p.holding
                WHERE c.program = ? AND h.id = (
                    SELECT id FROM holding WHERE equipment = h.equipment ORDER BY date DESC, id DESC LIMIT 1)
                """, arguments: [program.rawValue]) ?? 0
    }
}
