import GRDB
import Training

/// The checks that the schedule asks for, and what was done.
struct FollowUps {
    let db: Database
    let today: CalendarDate

    /// Every check of every completed enrollment, with how it stands: due by its class's schedule, done by what was recorded.
    private static let checks = """
        FROM (SELECT * FROM schedule) s
        JOIN enrollment e ON e.class = s.class AND e.status IN (3, 4)
        JOIN participant r ON r.id = e.participant
        """

    /// The same of some days alone, found by the few classes that have checks then: by their end dates, and by the days.
    private static let checksOfDays = """
        FROM (SELECT * FROM schedule
            WHERE class IN (SELECT id FROM training_class WHERE end_date IN (SELECT value FROM json_each(?)))
                AND due_on IN (SELECT value FROM json_each(?))) s
        CROSS JOIN enrollment e ON e.class = s.class AND e.status IN (3, 4)
        CROSS JOIN participant r ON r.id = e.participant
        """

    /// The same of a place that has few people: found by them, and by the classes and days as above.
    private static let checksOfDaysByPeople = """
        FROM participant r
        CROSS JOIN enrollment e ON e.participant = r.id AND e.status IN (3, 4)
            AND +e.class IN (SELECT id FROM training_class WHERE end_date IN (SELECT value FROM json_each(?)))
        CROSS JOIN (SELECT * FROM schedule) s ON s.class = e.class AND s.due_on IN (SELECT value FROM json_each(?))
        """

    /// Whether the check `s.mark` of the enrollment `e` is done: somebody was reached, or tried often enough.
    static let isDone = """
        (EXISTS (SELECT 1 FROM follow_up f WHERE f.enrollment = e.id AND f.mark = s.mark AND f.reached = 1)
            OR (SELECT count(*) FROM follow_up f WHERE f.enrollment = e.id AND f.mark = s.mark AND f.reached = 0)
                >= \(FollowUp.attempts))
        """

    /// The state of a check as SQL that gives the name of a ``DueFollowUp/State``.
    private var state: String { "CASE WHEN \(Self.isDone) THEN 'done' ELSE \(stateByDay) END" }

    /// The same by the day `s.due_on` alone, of a check that is not done.
    var stateByDay: String {
        let lateBefore = today.adding(days: -DueFollowUp.daysOfGrace).column
        return """
            CASE WHEN s.due_on > \(today.column) THEN 'upcoming' WHEN s.due_on < \(lateBefore) THEN 'late' ELSE 'due' END
            """
    }

    // MARK: Lists

    /// The first checks of a list: what is open by day, then what is done.
    func list(_ query: FollowUpQuery, count: Int) throws -> [DueFollowUp] {
        guard query.visitor == nil, query.enrollment == nil else {
            return try rows(query, query.states, of: nil, count).map { try dueFollowUp($0) }
        }
        let tally = FollowUpDays(db: db, today: today, region: query.region)
        var found: [Row] = []
        for states in [query.states.subtracting([.done]), query.states.intersection([.done])] {
            let room = count - found.count
            guard room > 0, !states.isEmpty else { continue }
            let days = try tally.first(room, in: states, through: query.through)
            if !days.isEmpty { found += try rows(query, states, of: days, room) }
        }
        return try found.map { try dueFollowUp($0) }
    }

    /// How many checks a list has; `nil` where the tally does not know.
    func count(_ query: FollowUpQuery) throws -> Int? {
        guard query.visitor == nil, query.enrollment == nil else { return nil }
        let tally = FollowUpDays(db: db, today: today, region: query.region)
        return try tally.count(in: query.states, through: query.through)
    }

    /// - Parameter days: those on which all of them are due, where they are known.
    func rows(
        _ query: FollowUpQuery, _ states: Set<DueFollowUp.State>, of days: FollowUpDays.Beginning?, _ count: Int
    ) throws -> [Row] {
        var terms: [String] = []
        var arguments: [DatabaseValue] = []
        func add(_ term: String, _ values: DatabaseValue...) {
            terms.append(term)
            arguments += values
        }
        var source = Self.checks
        if let days {
            source = days.areManyForThePlace ? Self.checksOfDaysByPeople : Self.checksOfDays
            arguments += [days.endDates.asJSON.databaseValue, days.days.asJSON.databaseValue]
        }
        addRegion(query.region, add)
        if let enrollment = query.enrollment { add("e.id = ?", enrollment.rawValue.databaseValue) }
        if let visitor = query.visitor { add("a.visitor = ?", visitor.databaseValue) }
        if let through = query.through { add("s.due_on <= ?", through.column.databaseValue) }
        // What has not come yet is left out before its state is looked at.
        if !states.contains(.upcoming), !states.contains(.done) {
            add("s.due_on <= ?", today.column.databaseValue)
        }
        let condition = terms.isEmpty ? "" : "WHERE " + terms.joined(separator: " AND ")
        return try Row.fetchAll(
            db,
            sql: """
                SELECT *, CASE WHEN state = 'done' THEN 1 ELSE 0 END AS last FROM (
                    SELECT e.id AS enrollment, s.mark, s.due_on, \(state) AS state, a.visitor, r.name_key, r.desa
                    \(source)
                    LEFT JOIN assignment a ON a.enrollment = e.id AND a.mark = s.mark
                    \(condition))
                WHERE state IN (\(states.names)) ORDER BY last, due_on, desa, name_key, enrollment LIMIT ?
                """, arguments: StatementArguments(arguments + [count.databaseValue]))
    }

    private func addRegion(_ region: ParticipantQuery.RegionFilter?, _ add: (String, DatabaseValue...) -> Void) {
        switch region {
        case .within(let code) where code.isDesa:
            add(
                "r.kecamatan = ? AND r.desa = ?", code.kecamatan.number.databaseValue, code.number.databaseValue)
        case .within(let code): add("r.kecamatan = ?", code.number.databaseValue)
        case .desaUnknown(let code): add("r.kecamatan = ? AND r.desa IS NULL", code.number.databaseValue)
        case .outside: add("r.kecamatan = ?", Residence.outsideColumn.databaseValue)
        case nil: break
        }
    }

    private func dueFollowUp(_ row: Row) throws -> DueFollowUp {
        let enrollment: Int64 = row["enrollment"]
        let mark: Int = row["mark"]
        // Lists are long: each statement is made ready once.
        guard
            let line = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT r.id, r.nik, r.name, r.sex, r.birth_date, r.kecamatan, r.desa, r.phone,
                            e.id AS enrollment, c.code AS class, e.status, p.title
                        FROM enrollment e JOIN participant r ON r.id = e.participant
                        JOIN training_class c ON c.id = e.class JOIN program p ON p.id = c.program WHERE e.id = ?
                        """), arguments: [enrollment])
        else { throw Refusal.gone }
        let attempts = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT count(*) AS attempts, max(next_try) AS next_try FROM follow_up
                    WHERE enrollment = ? AND mark = ? AND reached = 0
                    """), arguments: [enrollment, mark])
        let latest = try String.fetchOne(
            db.cachedStatement(
                sql: "SELECT kind FROM outcome WHERE enrollment = ? ORDER BY date DESC, id DESC LIMIT 1"),
            arguments: [enrollment])
        let number = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM label WHERE kind = 'P' AND subject = ? AND mark = ?"),
            arguments: [enrollment, mark])
        return DueFollowUp(
            person: try ParticipantRow(row: line), enrollment: ID(enrollment),
            phone: (line["phone"] as String?).flatMap { PhoneNumber($0) },
            trainingClass: try Code(stored: line["class"]), program: line["title"], mark: mark,
            dueOn: try .stored(row["due_on"]), state: try .stored(row["state"]), attempts: attempts?["attempts"] ?? 0,
            nextTry: try (attempts?["next_try"] as Int?).map(CalendarDate.stored), visitor: row["visitor"],
            code: number.map { LabelCode(.followUp, $0) }, latest: try latest.map(Outcome.Kind.stored))
    }

    // MARK: What was done

    func done(for enrollment: ID<Enrollment>) throws -> [Stored<FollowUp>] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM follow_up WHERE enrollment = ? ORDER BY date, id", arguments: [enrollment.rawValue]
        ).map { try Queries(db: db).stored($0, FollowUp(row: $0)) }
    }

    func outcomes(of participant: ID<Participant>) throws -> [Stored<Outcome>] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT o.* FROM enrollment e JOIN outcome o ON o.enrollment = e.id
                WHERE e.participant = ? ORDER BY o.date, o.id
                """)
        return try Row.fetchAll(statement, arguments: [participant.rawValue]).map {
            try Queries(db: db).stored($0, Outcome(row: $0))
        }
    }

    /// Registration and status of every class, what was found, and what was handed over.
    func path(of participant: ID<Participant>) throws -> [PathStep] {
        let lines = try Queries(db: db).enrollments(of: participant)
        let classes = Dictionary(
            lines.map { ($0.enrollment.id, $0.trainingClass.code) }, uniquingKeysWith: { first, _ in first })
        var steps: [PathStep] = []
        for line in lines {
            steps += try statuses(of: line).map {
                PathStep(date: $0.date, trainingClass: line.trainingClass.code, event: .status($0.status))
            }
        }
        for outcome in try outcomes(of: participant) {
            guard let code = classes[outcome.value.enrollment] else { continue }
            steps.append(PathStep(date: outcome.value.date, trainingClass: code, event: .outcome(outcome.value.fact)))
        }
        let held = try db.cachedStatement(
            sql: """
                SELECT q.*, h.date FROM holder p JOIN holding h ON h.id = p.holding JOIN equipment q ON q.id = h.equipment
                WHERE p.participant = ? ORDER BY h.date
                """)
        for row in try Row.fetchAll(held, arguments: [participant.rawValue]) {
            guard let code = lines.first?.trainingClass.code else { break }
            steps.append(
                PathStep(
                    date: try .stored(row["date"]), trainingClass: code, event: .received(try Equipment(row: row))))
        }
        // What happened on one day stays in the order in which it usually happens: status, outcome, equipment.
        return steps.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    }

    /// The statuses that an enrollment had one after the other, from the log and what is on file.
    private func statuses(of line: EnrollmentLine) throws -> [(date: CalendarDate, status: EnrollmentStatus)] {
        let standing = line.enrollment.value.standing
        var statuses = [(date: standing.date, status: standing.status)]
        let statement = try db.cachedStatement(
            sql: "SELECT before FROM change WHERE row = ? AND before IS NOT NULL ORDER BY step DESC, position DESC")
        let changes = try String.fetchAll(statement, arguments: [line.enrollment.id.rawValue])
        for change in changes {
            let before = try Before(text: change)
            let values = Dictionary(before.columns.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
            guard let status = values["status"].flatMap(Int.fromDatabaseValue) else { continue }
            let date = values["since"].flatMap(Int.fromDatabaseValue).flatMap(CalendarDate.init(column:))
            // What was entered late did not happen after what followed it.
            let following = statuses.last?.date ?? standing.date
            statuses.append((min(date ?? following, following), try .stored(column: status)))
        }
        return statuses.reversed()
    }

    // MARK: Codes

    /// The codes of checks; one that has none is given the next number.
    func codes(of checks: [(enrollment: ID<Enrollment>, mark: Int)]) throws -> [LabelCode] {
        try checks.map { check in
            LabelCode(.followUp, try Self.number(.followUp, check.enrollment.rawValue, mark: check.mark, in: db))
        }
    }

    /// The number on the label of a record, given when it is first asked for.
    static func number(_ kind: LabelCode.Kind, _ subject: Int64, mark: Int = 0, in db: Database) throws -> Int {
        let arguments: StatementArguments = [kind.rawValue, subject, mark]
        let known = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM label WHERE kind = ? AND subject = ? AND mark = ?"),
            arguments: arguments)
        if let known { return known }
        try db.cachedStatement(sql: "INSERT INTO label (kind, subject, mark) VALUES (?, ?, ?)")
            .execute(arguments: arguments)
        return Int(db.lastInsertedRowID)
    }

    func followUp(code: LabelCode) throws -> DueFollowUp {
        let row = try Row.fetchOne(
            db, sql: "SELECT subject, mark FROM label WHERE number = ? AND kind = ?",
            arguments: [code.number, code.kind.rawValue])
        guard let row else { throw Refusal.unknownLabel(code) }
        let labelled: Int64 = row["subject"]
        let enrollment = try MergedPeople(db: db).keptEnrollment(for: labelled) ?? labelled
        let query = FollowUpQuery(states: Set(DueFollowUp.State.allCases), enrollment: ID(enrollment))
        let checks = try list(query, count: 20)
        guard let found = checks.first(where: { $0.mark == row["mark"] }) else {
            throw try whyMissing(ID(enrollment), mark: row["mark"], marks: checks.map(\.mark))
        }
        return found
    }

    /// Why the schedule no longer asks for a check that has a code.
    private func whyMissing(_ enrollment: ID<Enrollment>, mark: Int, marks: [Int]) throws -> Refusal {
        let status = try Int.fetchOne(
            db, sql: "SELECT status FROM enrollment WHERE id = ?", arguments: [enrollment.rawValue])
        guard let status else { return .gone }
        return marks.isEmpty ? .notCompleted(try .stored(column: status)) : .noSuchMark(mark, marks: marks.sorted())
    }
}

extension Set<DueFollowUp.State> {
    /// Their names as SQL lists them, always in the same order.
    var names: String { map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ") }
}
