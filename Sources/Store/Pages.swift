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

    private func read(
        _ condition: Condition, _ order: Order, _ direction: String,
        from bound: (comparison: String, row: ParticipantRow)?, _ count: Int
    ) throws -> (rows: [ParticipantRow], more: Bool) {
        var condition = condition
        let isForward = order.forward == direction
        if order.isByKecamatan, try hasMany(condition) {
            return try readByKecamatan(condition, isForward: isForward, from: bound, count)
        }
        if order.isByEntry, let search = try EntrySearch(condition, isForward: isForward, in: db) {
            let start = bound.map { ($0.comparison, $0.row.id.rawValue) }
            try condition.replaceSearch(with: search.people(from: start, atLeast: count + 1))
        }
        if let bound {
            condition.add(
                "\(order.key) \(bound.comparison) \(order.places)", order.values(bound.row),
                about: order.isByName && !order.listsEnrollments ? .place : .anything)
        }
        if let search = try CardSearch(condition, order.isByName ? isForward : nil, in: db) {
            try condition.replaceSearch(with: search.people(from: bound?.row.name.key, atLeast: count + 1))
        } else {
            try lookThroughThoseOfCommonNumbers(&condition, order)
        }
        let found = order.listsEnrollments ? lines(condition, direction) : people(condition, order, direction)
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: found.sql),
            arguments: StatementArguments(found.arguments + [(count + 1).databaseValue]))
        return (try rows.prefix(count).map(ParticipantRow.init(row:)), rows.count > count)
    }

    private func lookThroughThoseOfCommonNumbers(_ condition: inout Condition, _ order: Order) throws {
        guard condition.hasNumber else { return }
        let people = try CardCatalogue(db: db).roughCount()
        if order.isByEntry {
            // The index of numbers has all that puts them in order.
            try condition.lookThroughThoseOfCommonNumbers(few: people / 8, in: db)
        } else {
            let (few, some) = order.isByKecamatan ? (people / 100, people / 8) : (people / 200, 0)
            try condition.lookThroughThoseOfCommonNumbers(few: few, some: some, in: db)
        }
    }

    /// Whether words are sought that more people have than are looked up and put in order in no time.
    private func hasMany(_ condition: Condition) throws -> Bool {
        guard condition.isOfWords, let match = try condition.indexMatch(in: db) else { return false }
        return try SearchIndex.count(match.text, upTo: Self.fewFound, in: db) == Self.fewFound
    }

    private static let fewFound: Int64 = 2_000

    /// A search in the order of kecamatan is one by name in each.
    private func readByKecamatan(
        _ condition: Condition, isForward: Bool, from bound: (comparison: String, row: ParticipantRow)?, _ count: Int
    ) throws -> (rows: [ParticipantRow], more: Bool) {
        let byName = Order(ParticipantQuery(order: .name))
        var (rows, bound): ([ParticipantRow], _) = ([], bound)
        var next = try bound?.row.residence.kecamatanColumn ?? kecamatan(after: nil, isForward)
        while let kecamatan = next {
            var there = condition
            try there.add(living(in: kecamatan))
            let (found, more) = try read(
                there, byName, isForward ? byName.forward : byName.backward, from: bound, count - rows.count)
            rows += found
            if more { return (rows, true) }
            (next, bound) = (try self.kecamatan(after: kecamatan, isForward), nil)
        }
        return (rows, false)
    }

    /// Where few live, the cards of very many are passed until a page is full: whose they are is known without a look at each then.
    private func living(in kecamatan: Int64) throws -> Term {
        let few = try CardCatalogue(db: db).roughCount() / 32
        let people = Term(sql: "SELECT id FROM participant WHERE kecamatan = ?", arguments: [kecamatan.databaseValue])
        guard try people.count(upTo: few, in: db) < few else {
            return Term(sql: "r.kecamatan = ?", arguments: people.arguments, subject: .place)
        }
        return Term(sql: "k.participant IN (\(people.sql))", arguments: people.arguments, subject: .card)
    }

    /// The kecamatan in which people live, one after the other.
    private func kecamatan(after last: Int64?, _ isForward: Bool) throws -> Int64? {
        let sql =
            isForward
            ? "SELECT min(kecamatan) FROM participant WHERE kecamatan > ?"
            : "SELECT max(kecamatan) FROM participant WHERE kecamatan < ?"
        return try Int64.fetchOne(
            db.cachedStatement(sql: sql), arguments: [last ?? (isForward ? .min : .max)])
    }

    private func lines(_ condition: Condition, _ direction: String) -> Term {
        let from = "\(condition.lines) \(condition.whereClause)"
        return Term(
            sql: "\(ParticipantRow.selectEnrollments) FROM \(from) ORDER BY \(direction) LIMIT ?",
            arguments: condition.arguments)
    }

    /// The rows are chosen before anything is joined to them: SQLite would else fetch the class of every match.
    private func people(_ condition: Condition, _ order: Order, _ direction: String) -> Term {
        let numbers = order.isByName ? condition.numbersByName(direction) : condition.numbers(direction)
        return Term(
            sql: "\(ParticipantRow.select) WHERE r.id IN (\(numbers.sql) LIMIT ?) ORDER BY \(direction)",
            arguments: numbers.arguments)
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
        let isByKecamatan: Bool
        /// Whether people come as they were entered, and nothing but people.
        let isByEntry: Bool

        init(_ query: ParticipantQuery) {
            listsEnrollments = query.listsEnrollments
            // Those of a region are of one kecamatan.
            let order = query.order == .kecamatan && query.region != nil ? .name : query.order
            isByName = order == .name
            isByKecamatan = order == .kecamatan && !query.listsEnrollments
            isByEntry = order == .newest && !query.listsEnrollments
            let line = listsEnrollments ? ["r.id", "e.id"] : ["r.id"]
            let lineValues: (ParticipantRow) -> [DatabaseValue] = { row in
                [row.id.rawValue.databaseValue] + (row.enrollment.map { [$0.rawValue.databaseValue] } ?? [])
            }
            let columns: [String]
            switch order {
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
            let newestFirst = order == .newest
            key = "(\(columns.joined(separator: ", ")))"
            places = "(\(columns.map { _ in "?" }.joined(separator: ", ")))"
            forward = newestFirst ? falling : rising
            backward = newestFirst ? rising : falling
            after = newestFirst ? "<" : ">"
            before = newestFirst ? ">" : "<"
        }
    }
}
