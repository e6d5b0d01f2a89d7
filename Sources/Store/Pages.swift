import GRDB
import Training

/// Lists of participants: read page by page from a row's key, so that the last page costs what the first does.
struct Pages {
    let db: Database

    func page(of query: ParticipantQuery, _ start: PageStart, count: Int) throws -> ParticipantPage {
        let order = Order(query)
        let condition = try Condition(query, in: db)
        guard !condition.isImpossible else { return ParticipantPage(rows: [], hasEarlier: false, hasLater: false) }
        switch start {
        case .first:
            let (rows, more) = try read(condition, order, order.forward, from: nil, count)
            return ParticipantPage(rows: rows, hasEarlier: false, hasLater: more)
        case .last:
            let (rows, more) = try read(condition, order, order.backward, from: nil, count)
            return ParticipantPage(rows: rows.reversed(), hasEarlier: more, hasLater: false)
        case .after(let row):
            let (rows, more) = try read(condition, order, order.forward, from: (order.after, row), count)
            return ParticipantPage(rows: rows, hasEarlier: true, hasLater: more)
        case .before(let row):
            let (rows, more) = try read(condition, order, order.backward, from: (order.before, row), count)
            return ParticipantPage(rows: rows.reversed(), hasEarlier: more, hasLater: true)
        case .from(let row):
            let (rows, more) = try read(condition, order, order.forward, from: (order.after + "=", row), count)
            let (earlier, _) = try read(condition, order, order.backward, from: (order.before, row), 1)
            return ParticipantPage(rows: rows, hasEarlier: !earlier.isEmpty, hasLater: more)
        }
    }

    /// - Parameter limit: how far is counted; one more is what is counted where there are more than that.
    func count(of query: ParticipantQuery, upTo limit: Int? = nil) throws -> Int {
        if let count = try tallied(query) { return limit.map { min(count, $0 + 1) } ?? count }
        let condition = try Condition(query, in: db)
        guard !condition.isImpossible else { return 0 }
        if limit == nil, let numbers = condition.numbersAlone,
            let count = try NumberSearch.count(ofNearlyAll: numbers, in: db)
        {
            return count
        }
        // Everybody who is found by words has one card: nobody has to be looked up.
        let found =
            condition.isWordsAlone ? "search WHERE search MATCH ?" : "\(condition.lines) \(condition.whereClause)"
        guard let limit else {
            return try Int.fetchOne(
                db, sql: "SELECT count(*) FROM \(found)", arguments: StatementArguments(condition.arguments)) ?? 0
        }
        return try Int.fetchOne(
            db.cachedStatement(sql: "SELECT count(*) FROM (SELECT 1 FROM \(found) LIMIT ?)"),
            arguments: StatementArguments(condition.arguments + [(limit + 1).databaseValue])) ?? 0
    }

    /// What the tallies know of a list that nothing but a figure narrows.
    private func tallied(_ query: ParticipantQuery) throws -> Int? {
        guard let figure = query.figure, query == ParticipantQuery(figure: figure, order: query.order) else {
            return nil
        }
        return try TalliedFigure(db: db, figure: figure).count()
    }

    private func read(
        _ condition: Condition, _ order: Order, _ direction: String,
        from bound: (comparison: String, row: ParticipantRow)?, _ count: Int
    ) throws -> (rows: [ParticipantRow], more: Bool) {
        var condition = condition
        if let bound {
            condition.add("\(order.key) \(bound.comparison) \(order.places)", order.values(bound.row))
        }
        let isForward = order.isByName ? order.forward == direction : nil
        let (name, atLeast) = (bound?.row.name.key, count + 1)
        if let search = try NumberSearch(condition, isForward, in: db) {
            try condition.replaceSearch(with: search.people(from: name, atLeast: atLeast))
        } else if let search = CardSearch(condition, isForward, in: db) {
            try condition.replaceSearch(with: search.people(from: name, atLeast: atLeast))
        } else {
            try condition.lookThroughThoseOfCommonNumbers(in: db)
        }
        // The rows are chosen before anything is joined to them: SQLite would else fetch the class of every match.
        let sql =
            order.listsEnrollments
            ? """
            \(ParticipantRow.selectEnrollments) FROM \(condition.lines) \(condition.whereClause) ORDER BY \(direction) LIMIT ?
            """
            : """
            \(ParticipantRow.select) WHERE r.id IN (
                SELECT r.id FROM participant r \(condition.whereClause) ORDER BY \(direction) LIMIT ?)
            ORDER BY \(direction)
            """
        let rows = try Row.fetchAll(
            db, sql: sql, arguments: StatementArguments(condition.arguments + [(count + 1).databaseValue]))
        return (try rows.prefix(count).map(ParticipantRow.init(row:)), rows.count > count)
    }

    /// An order as SQL: the key that makes it total, and both directions.
    private struct Order {
        let key: String
        let places: String
        let forward: String
        let backward: String
        let after: String
        let before: String
        let values: (ParticipantRow) -> [DatabaseValue]

        /// Whether each line is an enrollment.
        let listsEnrollments: Bool
        let isByName: Bool

        init(_ query: ParticipantQuery) {
            listsEnrollments = query.listsEnrollments
            isByName = query.order == .name
            let line = listsEnrollments ? ["r.id", "e.id"] : ["r.id"]
            let lineValues: (ParticipantRow) -> [DatabaseValue] = { row in
                [row.id.rawValue.databaseValue] + (row.enrollment.map { [$0.rawValue.databaseValue] } ?? [])
            }
            let columns: [String]
            switch query.order {
            case .name:
                columns = ["r.name_key"] + line
                values = { [$0.name.key.databaseValue] + lineValues($0) }
            case .newest:
                columns = line
                values = lineValues
            case .kecamatan:
                columns = ["r.kecamatan", "r.name_key"] + line
                values = {
                    [$0.residence.kecamatanColumn.databaseValue, $0.name.key.databaseValue] + lineValues($0)
                }
            }
            let rising = columns.map { "\($0) ASC" }.joined(separator: ", ")
            let falling = columns.map { "\($0) DESC" }.joined(separator: ", ")
            let newestFirst = query.order == .newest
            key = "(\(columns.joined(separator: ", ")))"
            places = "(\(columns.map { _ in "?" }.joined(separator: ", ")))"
            forward = newestFirst ? falling : rising
            backward = newestFirst ? rising : falling
            after = newestFirst ? "<" : ">"
            before = newestFirst ? ">" : "<"
        }
    }
}

/// A query as the conditions of a `WHERE` on `participant r`.
struct Condition {
    private var terms: [String] = []
    private var termArguments: [DatabaseValue] = []
    /// What the search index finds for the words sought, each from its beginning; `nil` where none are.
    private(set) var match: String?
    /// The NIKs that begin with the digits sought.
    private var numbers: ClosedRange<Int64>?
    /// The same where the query asks for nothing else; where a page begins may be asked for too.
    private(set) var numbersAlone: ClosedRange<Int64>?
    /// Whether, besides the words, there is nothing but where people live: most of those found are in the list then.
    private(set) var isSearch = false
    /// Whether words are all that is asked for.
    var isWordsAlone: Bool { isSearch && terms.isEmpty }
    /// Whether nobody can match: for the words sought, or because the tallies know of nobody.
    private(set) var isImpossible = false
    /// What a list is selected from: people `r`, with their enrollments where each line is one.
    private(set) var lines = "participant r"

    var arguments: [DatabaseValue] { termArguments + (match.map { [$0.databaseValue] } ?? []) }

    var whereClause: String {
        let found =
            "r.id IN (SELECT participant FROM card WHERE number IN (SELECT rowid FROM search WHERE search MATCH ?))"
        let all = match == nil ? terms : terms + [found]
        return all.isEmpty ? "" : "WHERE " + all.joined(separator: " AND ")
    }

    /// The terms besides the words, each to be met.
    var others: (sql: String, arguments: [DatabaseValue]) {
        (terms.map { " AND \($0)" }.joined(), termArguments)
    }

    /// Where many have numbers of the range that is sought, has the list be read in its order and their numbers looked at, rather than all of them
    /// be gathered and sorted.
    mutating func lookThroughThoseOfCommonNumbers(in db: Database) throws {
        guard let numbers, let place = terms.firstIndex(of: Self.hasNumber) else { return }
        let people = try CardCatalogue(db: db).roughCount()
        let many = max(CardCatalogue.drawn, people / 200)
        let found = try Int64.fetchOne(
            db, sql: "SELECT count(*) FROM (SELECT 1 FROM participant WHERE nik BETWEEN ? AND ? LIMIT ?)",
            arguments: [numbers.lowerBound, numbers.upperBound, many])
        // Plus: not by the index of numbers.
        if found == many { terms[place] = "+" + Self.hasNumber }
    }

    private static let hasNumber = "r.nik BETWEEN ? AND ?"

    /// Takes those who were found in the place of what was sought.
    mutating func replaceSearch(with people: [Int64]) {
        match = nil
        terms = ["r.id IN (SELECT value FROM json_each(?))"]
        termArguments = [people.asJSON.databaseValue]
    }

    init(_ query: ParticipantQuery, in db: Database) throws {
        switch query.region {
        case .within(let code) where code.isDesa:
            add("r.kecamatan = ?", [code.kecamatan.number.databaseValue])
            add("r.desa = ?", [code.number.databaseValue])
        case .within(let code): add("r.kecamatan = ?", [code.number.databaseValue])
        case .desaUnknown(let code):
            add("r.kecamatan = ?", [code.number.databaseValue])
            add("r.desa IS NULL")
        case .outside: add("r.kecamatan = ?", [Residence.outsideColumn.databaseValue])
        case nil: break
        }
        addEnrollments(query)
        if let figure = query.figure { try addFigure(figure, in: db) }
        try addWords(query.words, in: db)
        if terms == [Self.hasNumber], match == nil { numbersAlone = numbers }
        isSearch = match != nil && query.figure == nil && query.trainingClass == nil && query.status == nil
    }

    mutating func add(_ term: String, _ values: [DatabaseValue] = []) {
        terms.append(term)
        termArguments += values
    }

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
        for term in FigureCondition(figure, plan).terms() { add(term.sql, term.arguments) }
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
        guard digits.utf8.count <= 16, let number = Int64(digits) else {
            isImpossible = true
            return
        }
        let width = (0..<(16 - digits.utf8.count)).reduce(Int64(1)) { width, _ in width * 10 }
        let range = number * width...number * width + width - 1
        add(Self.hasNumber, [range.lowerBound.databaseValue, range.upperBound.databaseValue])
        numbers = range
    }
}
