import GRDB
import Training

/// From which end the names behind a figure are read.
///
/// SQLite cannot know: a list in its order looks at everybody until a page is full, which is quick where many belong to the
/// figure; few are collected from their classes and then put in order. The tallies tell which it is.
enum FigurePlan: CaseIterable {
    /// Everybody in the list's order is asked whether they belong.
    case everybody
    /// The enrollments of the figure's classes are collected first.
    case classes
    /// The enrollments since some time are collected first.
    case entries

    /// A page has some fifty rows; asking somebody costs as much as collecting one enrollment and sorting it.
    private static let pageLength = 50
    /// How many entries are collected at most.
    private static let fewEntries: Int64 = 10_000

    init(of figure: Figure, in db: Database) throws {
        if let entered = figure.entered {
            self = try Self.areFew(entered, in: db) ? .entries : .everybody
            return
        }
        let tallied = TalliedFigure(db: db, figure: figure)
        let inClasses = try tallied.enrollmentsInClasses()
        let names = try tallied.count() ?? inClasses
        let asked = try tallied.enrollmentsInKecamatan()
        self = inClasses * (names + 1) < asked * Self.pageLength ? .classes : .everybody
    }

    /// Whether few enrollments were entered: few changes were made at all since then that were not made up, few enrollments, or few of
    /// those not made up. What is quickly told comes first.
    private static func areFew(_ entered: Figure.Entered, in db: Database) throws -> Bool {
        let since = Clock.firstNumber(at: entered.since).databaseValue
        let made = Term(sql: "SELECT 1 FROM enrollment WHERE id >= ?", arguments: [since])
        let changes = FigureCondition.changes(since: entered.since)
        let changed = try Int64.fetchOne(
            db.cachedStatement(sql: changes.sql), arguments: StatementArguments(changes.arguments))
        return try changed ?? 0 <= fewEntries
            || [made, FigureCondition.entries(entered)].contains {
                try $0.count(upTo: fewEntries + 1, in: db) <= fewEntries
            }
    }

    /// The enrollments `e` of a figure with class and program, in the order in which they are looked up.
    func enrollments(_ suffix: String = "") -> String {
        switch self {
        case .classes:
            """
            program p\(suffix) CROSS JOIN training_class c\(suffix) ON c\(suffix).program = p\(suffix).id
            CROSS JOIN enrollment e\(suffix) ON e\(suffix).class = c\(suffix).id
            """
        case .everybody, .entries:
            """
            enrollment e\(suffix) CROSS JOIN training_class c\(suffix) ON c\(suffix).id = e\(suffix).class
            CROSS JOIN program p\(suffix) ON p\(suffix).id = c\(suffix).program
            """
        }
    }

    /// The people `r` with their enrollments, where each line of a list is an enrollment.
    var lines: String {
        switch self {
        case .classes, .entries: "\(enrollments()) CROSS JOIN participant r ON r.id = e.participant"
        case .everybody:
            """
            participant r CROSS JOIN enrollment e ON e.participant = r.id
            CROSS JOIN training_class c ON c.id = e.class CROSS JOIN program p ON p.id = c.program
            """
        }
    }
}
