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

extension FigureCondition.Term {
    /// Enrollments that have come to a step of the ladder.
    static func stage(_ stage: Figure.Stage, _ suffix: String) -> [FigureCondition.Term] {
        let today = stage.today.column.databaseValue
        let due = FigureCondition.Term(
            sql: "e\(suffix).status IN (3, 4) AND \(OutcomeLadders.firstDue(of: "c\(suffix)")) <= ?", arguments: [today]
        )
        func latest(_ condition: String) -> FigureCondition.Term {
            FigureCondition.Term(
                sql: """
                    EXISTS (SELECT 1 FROM outcome l
                            WHERE l.id = \(OutcomeLadders.latestFact(of: "e\(suffix)")) AND \(condition))
                    """)
        }
        switch stage.step {
        case .tookPart: return []
        case .completed: return [FigureCondition.Term(sql: "e\(suffix).status IN (3, 4)")]
        case .certified: return [FigureCondition.Term(sql: "e\(suffix).status = 4")]
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
