import GRDB
import Training

/// A query as the conditions of a `WHERE` on `participant r`.
struct Condition {
    /// To be met by everybody in the list.
    private var terms: [Term] = []
    /// What the search index finds for the words sought, each from its beginning; `nil` where none are.
    private var match: SearchIndex.Match?
    /// The beginning of a NIK that is sought.
    private var number: NumberBeginning?
    /// The NIKs sought where the query asks for nothing else; where a page begins may be asked for too.
    private(set) var numbersAlone: ClosedRange<Int64>?
    /// Whether, besides words and a number, there is nothing but where people live: most of those found are in the list then.
    private var isSearch = false
    /// Whether words are sought.
    var hasWords: Bool { match != nil }
    /// Whether the beginning of a NIK is sought.
    var hasNumber: Bool { number != nil }
    /// Whether words are sought, and nothing but where people live narrows the list besides.
    var isOfWords: Bool { isSearch && match != nil }
    /// Whether, besides words, nothing is sought in the index, and somebody can be looked at alone for them.
    var isReadyForOne: Bool { number == nil && match?.isReadyForOne == true }
    /// Whether nobody can match: for the words sought, or because the tallies know of nobody.
    private(set) var isImpossible = false
    /// What a list is selected from: people `r`, with their enrollments where each line is one.
    private(set) var lines = "participant r"

    var arguments: [DatabaseValue] { terms.flatMap(\.arguments) + (match.map { [$0.text.databaseValue] } ?? []) }

    var whereClause: String {
        let found =
            "r.id IN (SELECT participant FROM card WHERE number IN (SELECT rowid FROM search WHERE search MATCH ?))"
        let all = match == nil ? terms.map(\.sql) : terms.map(\.sql) + [found]
        return all.isEmpty ? "" : "WHERE " + all.joined(separator: " AND ")
    }

    /// Selects the numbers of those in the list by name.
    ///
    /// By place, namesakes have to be put in order among themselves: what has to be looked up of each is asked afterwards, and of no more than the page
    /// takes.
    func numbersByName(_ direction: String) -> Term {
        let (ofPlace, others) = (terms.filter { $0.subject == .place }, terms.filter { $0.subject != .place })
        guard match == nil, !ofPlace.isEmpty, !others.isEmpty, others.allSatisfy({ $0.subject == .lookedUp }) else {
            return numbers(direction)
        }
        // With a limit, if none: SQLite would make one selection of both, and look up before it puts in order.
        let people = Term(ofPlace, after: "SELECT id, name_key FROM participant r WHERE ")
        let asked = Term(
            others, after: "SELECT r.id FROM (\(people.sql) ORDER BY \(direction) LIMIT -1) r WHERE ")
        return Term(sql: asked.sql, arguments: people.arguments + asked.arguments)
    }

    /// Selects the numbers of those in the list in an order.
    func numbers(_ direction: String) -> Term {
        Term(sql: "SELECT r.id FROM participant r \(whereClause) ORDER BY \(direction)", arguments: arguments)
    }

    /// What finds the people of a search in the index, and the terms that it leaves to be met.
    ///
    /// - Returns: `nil` where the list is no search, or is found sooner without the index.
    func indexMatch(in db: Database) throws -> (text: String, others: [Term])? {
        guard isSearch, match != nil || number?.hasFewHolders == false else { return nil }
        var others = terms
        if number?.isAllInIndex == true { others.removeAll { $0.subject == .number } }
        let parts = try [match?.text, number?.match(in: db)].compactMap(\.self)
        return (parts.joined(separator: " AND "), others)
    }

    /// Where many have numbers of the range that is sought, has the list be read in its order and their numbers looked at, rather than all of them
    /// be gathered and sorted.
    ///
    /// - Parameters:
    ///   - few: fewer are gathered, at least a drawerful.
    ///   - some: of fewer it is noted who they are, so that nobody has to be looked up: they may all live where the list ends.
    mutating func lookThroughThoseOfCommonNumbers(few: Int64, some: Int64 = 0, in db: Database) throws {
        guard let numbers = number?.numbers, let place = terms.firstIndex(where: { $0.subject == .number }) else {
            return
        }
        let few = max(CardCatalogue.drawn, few)
        let holders = Term(
            sql: "SELECT 1 FROM participant r WHERE \(Self.hasNumber)",
            arguments: [numbers.lowerBound, numbers.upperBound].map(\.databaseValue))
        let found = try holders.count(upTo: max(few, some), in: db)
        guard found >= few else { return }
        // Plus: not by the index of numbers.
        terms[place].sql =
            found < some ? "+r.id IN (SELECT id FROM participant r WHERE \(Self.hasNumber))" : "+" + Self.hasNumber
    }

    private static let hasNumber = "r.nik BETWEEN ? AND ?"

    /// Takes those who were found in the place of what was sought.
    mutating func replaceSearch(with people: [Int64]) {
        match = nil
        terms = [Term(sql: "r.id IN (SELECT value FROM json_each(?))", arguments: [people.asJSON.databaseValue])]
    }

    init(_ query: ParticipantQuery, in db: Database) throws {
        switch query.region {
        case .within(let code) where code.isDesa:
            add("r.kecamatan = ?", [code.kecamatan.number.databaseValue], about: .place)
            add("r.desa = ?", [code.number.databaseValue], about: .place)
        case .within(let code): add("r.kecamatan = ?", [code.number.databaseValue], about: .place)
        case .desaUnknown(let code):
            add("r.kecamatan = ?", [code.number.databaseValue], about: .place)
            add("r.desa IS NULL", about: .place)
        case .outside: add("r.kecamatan = ?", [Residence.outsideColumn.databaseValue], about: .place)
        case nil: break
        }
        addEnrollments(query)
        if let figure = query.figure { try addFigure(figure, in: db) }
        try addWords(query.words, in: db)
        if terms.map(\.subject) == [.number], match == nil { numbersAlone = number?.numbers }
        isSearch = query.figure == nil && query.trainingClass == nil && query.status == nil
    }

    mutating func add(_ term: String, _ values: [DatabaseValue] = [], about subject: Term.Subject = .anything) {
        add(Term(sql: term, arguments: values, subject: subject))
    }

    mutating func add(_ term: Term) { terms.append(term) }

    private mutating func addEnrollments(_ query: ParticipantQuery) {
        if let trainingClass = query.trainingClass {
            let status = query.status.map { " AND status = \($0.column)" } ?? ""
            add(
                "r.id IN (SELECT participant FROM enrollment WHERE class = ?\(status))",
                [trainingClass.rawValue.databaseValue])
        } else if let status = query.status {
            add(
                "EXISTS (SELECT 1 FROM enrollment WHERE participant = r.id AND status = ?)",
                [status.column.databaseValue])
        }
    }

    private mutating func addFigure(_ figure: Figure, in db: Database) throws {
        if try TalliedFigure(db: db, figure: figure).count() == 0 { isImpossible = true }
        let plan = try FigurePlan(of: figure, in: db)
        if figure.unit != .people { lines = plan.lines }
        for term in FigureCondition(figure, plan).terms() { add(term.sql, term.arguments, about: term.subject) }
    }

    /// Digits seek a NIK from its beginning; other words are sought in the index, each from its beginning.
    private mutating func addWords(_ text: String, in db: Database) throws {
        var digits = ""
        var words: [String] = []
        for word in text.strippedOfControls.split(whereSeparator: \.isWhitespace) {
            if word.utf8.allSatisfy({ (0x30...0x39).contains($0) }), word.first != "0" || !digits.isEmpty {
                digits += word
            } else {
                words += word.split { !$0.isLetter && !$0.isNumber }.map(String.init)
            }
        }
        addDigits(digits)
        if !words.isEmpty { match = try SearchIndex.match(words, in: db) }
        if words.isEmpty, digits.isEmpty, text.fieldText != nil { isImpossible = true }
    }

    private mutating func addDigits(_ digits: String) {
        guard !digits.isEmpty else { return }
        guard let beginning = NumberBeginning(digits) else {
            isImpossible = true
            return
        }
        add(
            Self.hasNumber, [beginning.numbers.lowerBound, beginning.numbers.upperBound].map(\.databaseValue),
            about: .number)
        number = beginning
    }
}
