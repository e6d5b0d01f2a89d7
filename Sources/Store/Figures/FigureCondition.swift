import Foundation
import GRDB
import Training

/// A figure as SQL: which participants or enrollments it counts.
///
/// Enrollments are called `e`, their classes `c`, the programs `p`, the people `r`; a second one of the same person, where one
/// enrollment is compared with the others, has the same letters with `2`.
struct FigureCondition {
    private let figure: Figure
    private let plan: FigurePlan

    init(_ figure: Figure, _ plan: FigurePlan) {
        self.figure = figure
        self.plan = plan
    }

    /// The conditions on `participant r`, joined as ``FigurePlan/lines`` says where the figure counts enrollments.
    func terms() -> [Term] {
        switch figure.unit {
        case .people: personTerms() + peopleTerms()
        case .enrollments: personTerms() + enrollmentTerms("")
        case .repeats(let dimensions): personTerms() + enrollmentTerms("") + repeatTerms(across: dimensions)
        }
    }

    // MARK: People

    /// People who have the enrollments asked for: collected where they are few, and each looked at where more is to be asked.
    private func peopleTerms() -> [Term] {
        let terms = enrollmentTerms("")
        let asked = Term(terms, after: "\(FigurePlan.everybody.enrollments()) WHERE e.participant = r.id AND ")
        if figure.trait == .severalClasses {
            return collected() + [Term(sql: "(SELECT count(*) FROM \(asked.sql)) > 1", arguments: asked.arguments)]
        }
        // The age lies in the person, whom the collected do not know.
        let isAgeAsked = figure.parts.contains { $0.dimension == .age }
        if plan != .everybody, !isAgeAsked { return collected() }
        return collected() + [
            Term(
                sql: "EXISTS (SELECT 1 FROM \(asked.sql))", arguments: asked.arguments,
                subject: isAgeAsked ? .anything : .lookedUp)
        ]
    }

    /// That somebody is among those collected from the figure's classes or entries.
    private func collected() -> [Term] {
        guard plan != .everybody else { return [] }
        var figure = figure
        figure.parts.removeAll { $0.dimension == .age }
        let terms = FigureCondition(figure, plan).enrollmentTerms("")
        let found = Term(terms, after: "\(plan.enrollments()) WHERE ")
        return [Term(sql: "r.id IN (SELECT e.participant FROM \(found.sql))", arguments: found.arguments)]
    }

    /// What is asked of the person alone.
    private func personTerms() -> [Term] {
        var terms = figure.parts.compactMap(personTerm)
        switch figure.trait {
        // Plus: where many have none, they are read in the list's order, not collected.
        case .noNIK: terms.append(Term(sql: plan == .everybody ? "+r.nik IS NULL" : "r.nik IS NULL"))
        case .openDoubts: terms.append(Term(sql: "r.id IN (SELECT participant FROM doubt)"))
        case .severalClasses, nil: break
        }
        return terms
    }

    private func personTerm(_ part: Figure.Part) -> Term? {
        switch part.dimension {
        case .kecamatan, .desa: placeTerm(part)
        case .sex: Term(sql: "r.sex = ?", arguments: [part.code.databaseValue])
        case .track, .program, .organizer, .funding, .month, .age: nil
        }
    }

    private func placeTerm(_ part: Figure.Part) -> Term {
        guard let code = RegionCode(part.code) else {
            return Term(
                sql: "r.kecamatan = ?", arguments: [Residence.outsideColumn.databaseValue], subject: .place)
        }
        let kecamatan = code.kecamatan.number.databaseValue
        if code.isDesa {
            return Term(
                sql: "r.kecamatan = ? AND r.desa = ?", arguments: [kecamatan, code.number.databaseValue],
                subject: .place)
        }
        let desaUnknown = part.dimension == .desa ? " AND r.desa IS NULL" : ""
        return Term(sql: "r.kecamatan = ?\(desaUnknown)", arguments: [kecamatan], subject: .place)
    }

    // MARK: Enrollments

    private func enrollmentTerms(_ suffix: String) -> [Term] {
        classTerms(suffix) + (figure.entered.map { [enteredTerm($0, suffix)] } ?? [])
            + (figure.stage.map { Term.stage($0, suffix) } ?? [])
    }

    /// What is asked of an enrollment's status and class.
    func classTerms(_ suffix: String = "") -> [Term] {
        var terms = [Term(sql: "e\(suffix).status IN (\(statuses))")]
        // Said as their index says it, or SQLite would not take it.
        if figure.statuses.isDisjoint(with: Figure.countedStatuses) {
            terms.append(Term(sql: "e\(suffix).\(Self.uncounted)"))
        }
        if let year = figure.year { terms.append(Term(sql: "p\(suffix).year = ?", arguments: [year.databaseValue])) }
        if let year = figure.otherYearThan {
            terms.append(Term(sql: "p\(suffix).year <> ?", arguments: [year.databaseValue]))
        }
        if let year = figure.beginsIn {
            let days = [year * 10_000, year * 10_000 + 9_999].map(\.databaseValue)
            terms.append(Term(sql: "c\(suffix).start_date BETWEEN ? AND ?", arguments: days))
        }
        return terms + figure.parts.compactMap { classTerm($0, suffix) }
    }

    /// The statuses that no figure counts unless it asks for them, which few enrollments have.
    static let uncounted = "status IN (1, 5, 6)"

    /// People who have such enrollments, so that everybody in a list can be asked.
    static let index = "CREATE INDEX enrollment_uncounted ON enrollment (participant) WHERE \(uncounted);\n"

    private var statuses: String { figure.statuses.map(\.column).sorted().map(String.init).joined(separator: ", ") }

    /// What is asked of the class: a column of its program, its first day, or the age on that day.
    private func classTerm(_ part: Figure.Part, _ suffix: String) -> Term? {
        switch part.dimension {
        case .kecamatan, .desa, .sex: return nil
        case .track: return equal("p\(suffix).track", Track(rawValue: part.code)?.column.databaseValue ?? .null)
        case .funding: return equal("p\(suffix).funding", (Funding(rawValue: part.code)?.column).databaseValue)
        case .program: return Term(sql: "p\(suffix).code = ?", arguments: [part.code.databaseValue])
        case .organizer:
            guard !part.code.isEmpty else { return Term(sql: "p\(suffix).organizer IS NULL") }
            return Term(
                sql: "p\(suffix).organizer = (SELECT id FROM organizer WHERE code = ?)",
                arguments: [part.code.databaseValue])
        case .month:
            let month = Int(part.code.filter { $0 != "-" }) ?? 0
            return Term(sql: "c\(suffix).start_date / 100 = ?", arguments: [month.databaseValue])
        case .age:
            let years = (AgeGroup(code: part.code) ?? .under15).years
            return Term(
                sql: "(c\(suffix).start_date - r.birth_date) / 10000 BETWEEN ? AND ?",
                arguments: [years.lowerBound.databaseValue, years.upperBound.databaseValue])
        }
    }

    private func equal(_ column: String, _ value: DatabaseValue) -> Term {
        value.isNull ? Term(sql: "\(column) IS NULL") : Term(sql: "\(column) = ?", arguments: [value])
    }

    /// An enrollment belongs to the step that made it; the number tells when that was.
    private func enteredTerm(_ entered: Figure.Entered, _ suffix: String) -> Term {
        if plan == .entries {
            let entries = Self.entries(entered)
            return Term(sql: "e\(suffix).id IN (\(entries.sql))", arguments: entries.arguments)
        }
        let by = Self.by(entered)
        return Term(
            sql: """
                e\(suffix).id >= ? AND EXISTS (
                    SELECT 1 FROM step s JOIN author a ON a.id = s.author
                    WHERE s.id = \(Self.maker(of: "e\(suffix).id")) AND \(Self.enters)\(by.sql))
                """, arguments: [Clock.firstNumber(at: entered.since).databaseValue] + by.arguments)
    }

    /// That the step `s` may be one that entered something: made-up data are nobody's work, and what undo brings back was made before.
    private static let enters = "s.kind NOT IN ('generate', 'undo')"

    /// The numbers of what was entered.
    static func entries(_ entered: Figure.Entered) -> Term {
        let (made, by) = (made(since: entered.since), by(entered))
        return Term(
            sql: "SELECT h.row FROM \(makers) WHERE \(made.sql)\(by.sql)", arguments: made.arguments + by.arguments)
    }

    /// That the author `a` of a step is the operator asked for, where one is.
    private static func by(_ entered: Figure.Entered) -> Term {
        entered.by.map { Term(sql: " AND a.name = ?", arguments: [$0.databaseValue]) } ?? Term(sql: "")
    }

    /// What was done to enrollments, `h.row`, with the steps `s` and their authors `a`: from the steps on, so that made-up data, which may be all of a
    /// large file, are not looked at one by one. To be asked for what ``made(since:)`` says.
    static let makers = """
        step s CROSS JOIN author a ON a.id = s.author
        CROSS JOIN change h ON h.step = s.id AND h.entity = \(Entity.enrollment.rawValue)
        """

    /// Of ``makers``: that the step made the enrollment, since a moment, and did not make it up.
    static func made(since: Date) -> Term {
        let step = madeStep(since: since)
        return Term(
            sql: "\(step.sql) AND h.row >= ? AND h.step = \(maker(of: "h.row"))",
            arguments: step.arguments + [Clock.firstNumber(at: since).databaseValue])
    }

    /// How many changes were made by the steps that may have made enrollments since a moment, and did not make them up.
    static func changes(since: Date) -> Term {
        let step = madeStep(since: since)
        return Term(sql: "SELECT sum(s.changes) FROM step s WHERE \(step.sql)", arguments: step.arguments)
    }

    /// That the step `s` may have made records since a moment, and did not make them up.
    private static func madeStep(since: Date) -> Term {
        // A step's number is older than those of the records it makes, but not by a day.
        let bound = Clock.firstNumber(at: since.addingTimeInterval(-86_400)).databaseValue
        return Term(sql: "s.id >= ? AND \(enters)", arguments: [bound])
    }

    private static func maker(of row: String) -> String { "(SELECT min(step) FROM change WHERE row = \(row))" }

    // MARK: Repeats

    /// Enrollments after somebody's first of those asked for; across dimensions, only the first of each further line.
    private func repeatTerms(across dimensions: [Training.Dimension]) -> [Term] {
        let earlier = Term(
            enrollmentTerms("2"),
            after: """
                SELECT 1 FROM \(FigurePlan.everybody.enrollments("2"))
                WHERE e2.participant = r.id AND e2.id < e.id AND
                """ + " ")
        let isRepeat = Term(sql: "EXISTS (\(earlier.sql))", arguments: earlier.arguments)
        guard !dimensions.isEmpty else { return [isRepeat] }
        let sameLine = dimensions.map { "\(Self.key(of: $0, "2")) IS \(Self.key(of: $0, ""))" }
        return [
            isRepeat,
            Term(
                sql: "NOT EXISTS (\(earlier.sql) AND \(sameLine.joined(separator: " AND ")))",
                arguments: earlier.arguments),
        ]
    }

    /// What puts an enrollment into a line of a table taken by a dimension.
    static func key(of dimension: Training.Dimension, _ suffix: String) -> String {
        switch dimension {
        case .kecamatan: "r.kecamatan"
        case .desa: "coalesce(r.desa, r.kecamatan)"
        case .sex: "(r.sex = 'P')"
        case .track: "p\(suffix).track"
        case .program: "p\(suffix).id"
        case .organizer: "coalesce(p\(suffix).organizer, 0)"
        case .funding: "coalesce(p\(suffix).funding, 0)"
        case .month: "c\(suffix).start_date / 100"
        case .age:
            Tallies.Grouping.age.key.replacing("c.start_date", with: "c\(suffix).start_date")
        }
    }
}
