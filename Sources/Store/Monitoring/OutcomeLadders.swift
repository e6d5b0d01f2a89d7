import GRDB
import Training

/// The ladder of outcomes, counted from enrollments, and the names behind its steps.
struct OutcomeLadders {
    let db: Database
    let today: CalendarDate

    /// What was found last of an enrollment `e`, but that nobody was reached: the id of the fact.
    static func latestFact(of enrollment: String) -> String {
        """
        (SELECT o.id FROM outcome o WHERE o.enrollment = \(enrollment).id AND o.kind <> 'unreachable'
         ORDER BY o.date DESC, o.id DESC LIMIT 1)
        """
    }

    /// The day of the first check of an enrollment's class.
    static func firstDue(of trainingClass: String) -> String {
        "(SELECT min(d.due_on) FROM schedule d WHERE d.class = \(trainingClass).id)"
    }

    func ladders(by dimension: Training.Dimension?, of year: Int) throws -> [OutcomeLadder] {
        if dimension == nil, try hasChecksEverywhere(year) { return [try whole(of: year)] }
        return try counted(by: dimension, of: year)
    }

    /// Counts from all enrollments of the year.
    func counted(by dimension: Training.Dimension?, of year: Int) throws -> [OutcomeLadder] {
        let key = dimension.map { FigureCondition.key(of: $0, "") } ?? "0"
        let steps = OutcomeLadder.Step.allCases
        let rows = try Row.fetchAll(
            db,
            sql: """
                WITH dues AS MATERIALIZED (SELECT class, min(due_on) AS due_on FROM schedule GROUP BY class),
                facts AS (
                    SELECT \(key) AS line, e.participant, 1 AS took_part, e.status IN (3, 4) AS completed,
                        e.status = 4 AS certified, e.status IN (3, 4) AND d.due_on <= :today AS due,
                        e.status IN (3, 4) AND d.due_on <= :today AND o.id IS NOT NULL AS reached, o.kind, o.uses,
                        o.date >= c.end_date + 10000 AS stands, o.workers - o.trained_workers AS absorbed
                    FROM program p JOIN training_class c ON c.program = p.id
                    JOIN enrollment e ON e.class = c.id AND e.status IN (2, 3, 4)
                    JOIN participant r ON r.id = e.participant
                    JOIN dues d ON d.class = c.id
                    LEFT JOIN outcome o ON o.id = \(Self.latestFact(of: "e"))
                    WHERE p.year = :year),
                people AS (
                    SELECT line, max(took_part) AS took_part, max(completed) AS completed,
                        max(certified) AS certified, max(due) AS due, max(reached) AS reached,
                        max(reached AND uses) AS "using", max(reached AND kind = 'working') AS working,
                        max(reached AND kind = 'self-employed') AS self_employed,
                        max(reached AND kind IN ('working', 'self-employed') AND stands) AS standing,
                        max(CASE WHEN reached AND kind = 'self-employed' THEN absorbed END) AS absorbed
                    FROM facts GROUP BY line, participant)
                SELECT line, \(steps.map { "sum(\"\($0.rawValue)\") AS \"\($0.rawValue)\"" }.joined(separator: ", ")),
                    sum(absorbed) AS absorbed
                FROM people GROUP BY line
                """, arguments: ["today": today.column, "year": year])
        let found = rows.reduce(into: [Int64: OutcomeLadder]()) { ladders, row in
            let line: Int64 = row["line"]
            ladders[line] = OutcomeLadder(
                code: "", name: nil,
                counts: Dictionary(uniqueKeysWithValues: steps.map { ($0, row[$0.rawValue] as Int? ?? 0) }),
                workersAbsorbed: row["absorbed"] ?? 0)
        }
        guard let dimension else {
            return [found[0] ?? OutcomeLadder(code: "", name: nil, counts: [:], workersAbsorbed: 0)]
        }
        return try Figures(db: db).named(dimension, year, counted: Array(found.keys)).map { line in
            let ladder = found[line.key]
            return OutcomeLadder(
                code: line.code, name: line.name, counts: ladder?.counts ?? [:],
                workersAbsorbed: ladder?.workersAbsorbed ?? 0)
        }
    }
}

// MARK: - The whole year

extension OutcomeLadders {
    /// Whether each class of the year is checked at some time, as all are unless a program says otherwise.
    private func hasChecksEverywhere(_ year: Int) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT NOT EXISTS (
                    SELECT 1 FROM program p WHERE p.year = ? AND json_array_length(p.follow_up_months) = 0)
                """, arguments: [year]) ?? false
    }

    /// The year's ladder, which the first screen shows: where most people have come to a step, those are counted who have not, and the
    /// facts of those who were asked come from the outcomes, not from everybody's enrollments.
    private func whole(of year: Int) throws -> OutcomeLadder {
        let tookPart = try Figures(db: db).achievement(of: year).people
        guard tookPart > 0 else { return OutcomeLadder(code: "", name: nil, counts: [:], workersAbsorbed: 0) }
        let row = try Row.fetchOne(
            db,
            sql: """
                WITH classes AS MATERIALIZED (
                    SELECT d.class, min(d.due_on) <= :today AS due
                    FROM program p JOIN schedule d ON d.program = p.id WHERE p.year = :year GROUP BY d.class),
                attending AS (
                    SELECT DISTINCT e.participant FROM classes k JOIN enrollment e ON e.class = k.class AND e.status = 2),
                awaited AS (
                    SELECT DISTINCT e.participant FROM classes k
                    JOIN enrollment e ON e.class = k.class AND e.status IN (3, 4) WHERE NOT k.due)
                SELECT
                    (SELECT count(*) FROM attending a WHERE NOT EXISTS (
                        SELECT 1 FROM enrollment e JOIN classes k ON k.class = e.class
                        WHERE e.participant = a.participant AND e.status IN (3, 4))) AS uncompleted,
                    (SELECT count(*) FROM awaited a WHERE NOT EXISTS (
                        SELECT 1 FROM enrollment e JOIN classes k ON k.class = e.class
                        WHERE e.participant = a.participant AND e.status IN (3, 4) AND k.due)) AS early
                """, arguments: ["today": today.column, "year": year])
        let completed = tookPart - (row?["uncompleted"] ?? 0)
        var counts = try facts(of: year)
        counts.steps[.tookPart] = tookPart
        counts.steps[.completed] = completed
        counts.steps[.certified] = try TalliedFigure(
            db: db, figure: Figure(year: year, statuses: [.certified], unit: .people)
        ).count()
        counts.steps[.due] = completed - (row?["early"] ?? 0)
        return OutcomeLadder(code: "", name: nil, counts: counts.steps, workersAbsorbed: counts.absorbed)
    }

    /// The steps that need a fact, from those that are known.
    private func facts(of year: Int) throws -> (steps: [OutcomeLadder.Step: Int], absorbed: Int) {
        let steps: [OutcomeLadder.Step] = [.reached, .using, .working, .selfEmployed, .standing]
        let row = try Row.fetchOne(
            db,
            sql: """
                WITH known AS MATERIALIZED (SELECT DISTINCT enrollment FROM outcome WHERE kind <> 'unreachable'),
                people AS (
                    SELECT max(o.uses) AS "using", max(o.kind = 'working') AS working,
                        max(o.kind = 'self-employed') AS self_employed, 1 AS reached,
                        max(o.kind IN ('working', 'self-employed') AND o.date >= c.end_date + 10000) AS standing,
                        max(CASE WHEN o.kind = 'self-employed' THEN o.workers - o.trained_workers END) AS absorbed
                    FROM known n JOIN enrollment e ON e.id = n.enrollment AND e.status IN (3, 4)
                    JOIN training_class c ON c.id = e.class JOIN program p ON p.id = c.program AND p.year = :year
                    JOIN outcome o ON o.id = \(Self.latestFact(of: "e"))
                    WHERE \(Self.firstDue(of: "c")) <= :today
                    GROUP BY e.participant)
                SELECT \(steps.map { "sum(\"\($0.rawValue)\") AS \"\($0.rawValue)\"" }.joined(separator: ", ")),
                    sum(absorbed) AS absorbed FROM people
                """, arguments: ["today": today.column, "year": year])
        return (
            Dictionary(uniqueKeysWithValues: steps.map { ($0, row?[$0.rawValue] as Int? ?? 0) }), row?["absorbed"] ?? 0
        )
    }
}

extension Term {
    /// Enrollments that have come to a step of the ladder.
    static func stage(_ stage: Figure.Stage, _ suffix: String) -> [Term] {
        let today = stage.today.column.databaseValue
        let due = Term(
            sql: "e\(suffix).status IN (3, 4) AND \(OutcomeLadders.firstDue(of: "c\(suffix)")) <= ?", arguments: [today]
        )
        func latest(_ condition: String) -> Term {
            Term(
                sql: """
                    EXISTS (SELECT 1 FROM outcome l
                            WHERE l.id = \(OutcomeLadders.latestFact(of: "e\(suffix)")) AND \(condition))
                    """)
        }
        switch stage.step {
        case .tookPart: return []
        case .completed: return [Term(sql: "e\(suffix).status IN (3, 4)")]
        case .certified: return [Term(sql: "e\(suffix).status = 4")]
        case .due: return [due]
        case .reached: return [due, latest("1")]
        case .using: return [due, latest("l.uses")]
        case .working: return [due, latest("l.kind = 'working'")]
        case .selfEmployed: return [due, latest("l.kind = 'self-employed'")]
        case .standing:
            return [
                due, latest("l.kind IN ('working', 'self-employed') AND l.date >= c\(suffix).end_date + 10000"),
            ]
        }
    }
}
