import GRDB

/// A card for everybody, in drawers by name, as offices kept them: whoever a search finds is found drawer by drawer, so that the first page of a list by
/// name is there before the rest is looked for.
///
/// A drawer holds the names from its own up to that of the next, in any order; cards are numbered so that all of a drawer come
/// before all of the next. It is derived, and can be made anew from the participants.
struct CardCatalogue {
    let db: Database

    static let tables = """
        CREATE TABLE drawer (name_key TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE) STRICT, WITHOUT ROWID;
        CREATE TABLE card (number INTEGER PRIMARY KEY, participant INTEGER NOT NULL) STRICT;
        CREATE UNIQUE INDEX card_by_participant ON card (participant);

        """

    /// Puts a card for the participant `NEW` at the end of the drawer, where there is none.
    static let addCard = """
        INSERT OR IGNORE INTO card (number, participant) VALUES (\(nextNumber("NEW.name_key")), NEW.id);
        """

    private static func nextNumber(_ name: String) -> String {
        """
        (SELECT coalesce(
            (SELECT number + 1 FROM card WHERE number >= d.first AND number < d.next ORDER BY number DESC LIMIT 1), d.first)
        FROM (SELECT \(first(name)) AS first,
            \(next(name)) AS next) d)
        """
    }

    /// The first number of the drawer that a name belongs in.
    private static func first(_ name: String) -> String {
        "(SELECT number FROM drawer WHERE name_key <= \(name) ORDER BY name_key DESC LIMIT 1)"
    }

    /// The first number of the drawer after that.
    private static func next(_ name: String) -> String {
        "coalesce((SELECT number FROM drawer WHERE name_key > \(name) ORDER BY name_key LIMIT 1), \(end))"
    }

    /// How many cards a drawer holds when the catalogue is drawn up, and when it is divided.
    static let (drawn, full): (Int64, Int64) = (256, 512)

    /// How far apart the numbers of drawers are when they are drawn up: room to put others between them.
    static let gap: Int64 = 1 << 30
    /// No card has this number, nor a higher one.
    private static let end: Int64 = 1 << 61

    // MARK: Drawers

    /// The drawer that a name belongs in: the numbers of its cards.
    func drawer(of name: String) throws -> Range<Int64> {
        let statement = try db.cachedStatement(sql: "SELECT \(Self.first("?1")), \(Self.next("?1"))")
        let row = try Row.fetchOne(statement, arguments: [name])
        return (row?[0] ?? 0)..<(row?[1] ?? Self.end)
    }

    /// The drawer that a card is in.
    func drawer(holding card: Int64) throws -> Range<Int64> {
        let first = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT max(number) FROM drawer WHERE number <= ?"), arguments: [card])
        let next = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT min(number) FROM drawer WHERE number > ?"), arguments: [card])
        return (first ?? 0)..<(next ?? Self.end)
    }

    /// The first of some who are in a drawer, or the last ones first: read off in the order of names. Where many are of one name, which no division
    /// parts, each would be looked up to be put in order.
    func first(_ count: Int, of people: [Int64], in drawer: Range<Int64>, isForward: Bool) throws -> [Int64] {
        let names = try [drawer.lowerBound, drawer.upperBound].map {
            try String.fetchOne(
                db.cachedStatement(sql: "SELECT name_key FROM drawer WHERE number = ?"), arguments: [$0])
        }
        let direction = isForward ? "ASC" : "DESC"
        // Plus: not each by its number. No text comes after a blob: the last drawer has no end.
        let sql = """
            SELECT id FROM participant INDEXED BY participant_by_name
            WHERE name_key >= ?1 AND name_key < coalesce(?2, x'') AND +id IN (SELECT value FROM json_each(?3))
            ORDER BY name_key \(direction), id \(direction) LIMIT ?4
            """
        return try Int64.fetchAll(
            db.cachedStatement(sql: sql), arguments: [names[0] ?? "", names[1], people.asJSON, count])
    }

    /// How many people there are, as far as the number of drawers tells.
    func roughCount() throws -> Int64 {
        try Self.drawn * (Int64.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM drawer")) ?? 0)
    }

    // MARK: Keeping it

    /// Makes all drawers, cards and the search index anew.
    func drawUp() throws {
        let draft = try SearchIndexDraft(of: db)
        try putCards(of: draft)
        try draft.move(to: db)
    }

    /// Puts drawers and cards in the place of those on file, once they are sorted.
    func putCards(of draft: SearchIndexDraft) throws {
        let order = try draft.order()
        let index = try LaidAside(indexes: ["card_by_participant"], in: db)
        try db.execute(sql: "DELETE FROM card; DELETE FROM drawer")
        let addDrawer = try RowInsert(Self.insertDrawer, in: db)
        try order.eachDrawer { try addDrawer($0, values: CollectionOfOne($1.databaseValue)) }
        let cards = try RowQueue(Self.insertCard, columns: 2, in: db)
        try order.eachCard { try cards.add($0, draft.documents.people[$1], values: EmptyCollection()) }
        try cards.flush()
        try index.putBack()
    }

    private static let insertDrawer = "INSERT INTO drawer (number, name_key) VALUES (?, ?)"
    private static let insertCard = "INSERT INTO card (number, participant) VALUES (?, ?)"

    /// Whether there are more people than the drawers were made for, once so many were added.
    func isOutgrown(by added: Int) throws -> Bool {
        let room = try Self.full * (Int64.fetchOne(db, sql: "SELECT count(*) FROM drawer") ?? 0)
        // Few change little, and everybody would have to be counted: their drawers are divided.
        guard Int64(added) * 4 > room else { return false }
        return try Int64.fetchOne(db, sql: "SELECT count(*) FROM participant") ?? 0 > room
    }

    /// Adds the cards of people made in a batch, which the triggers leave to its end.
    func addBatch() throws {
        let addCard = try db.cachedStatement(
            sql: "INSERT INTO card (number, participant) VALUES (\(Self.nextNumber("?1")), ?2)")
        // They are sorted: reading them off the index of names would pass everybody.
        let new = try Row.fetchCursor(
            db,
            sql: """
                SELECT name_key, id FROM participant NOT INDEXED WHERE id >= (SELECT begins_at FROM batch)
                ORDER BY name_key, id
                """)
        var touched: Set<Int64> = []
        while let row = try new.next() {
            try addCard.execute(arguments: [row[0] as String, row[1] as Int64])
            touched.insert(try drawer(of: row[0]).lowerBound)
        }
        let made = "SELECT number FROM card WHERE participant >= (SELECT begins_at FROM batch)"
        try db.execute(sql: SearchIndex.learn("id IN (\(made))"))
        for first in touched.sorted() { try divide(first) }
    }

    /// Divides the drawer that somebody's card was put in, where it is full.
    func makeRoom(beside participant: Int64) throws {
        let card = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM card WHERE participant = ?"), arguments: [participant])
        guard let card else { return }
        let first = try drawer(holding: card).lowerBound
        // Once for so many new cards: a drawer of people of one name cannot be divided.
        if card - first >= Self.full, (card - first).isMultiple(of: Self.full) { try divide(first) }
    }

    /// Divides a drawer into as many as it takes, in order of name.
    private func divide(_ first: Int64) throws {
        let numbers = try drawer(holding: first)
        let people = try Row.fetchAll(
            db,
            sql: """
                SELECT r.name_key, r.id FROM card k JOIN participant r ON r.id = k.participant
                WHERE k.number >= ? AND k.number < ? ORDER BY r.name_key, r.id
                """, arguments: [numbers.lowerBound, numbers.upperBound])
        guard people.count > Self.full else { return }
        var parts: [ArraySlice<Row>] = []
        for row in people.indices {
            let isNewName = row > 0 && people[row]["name_key"] as String != people[row - 1]["name_key"] as String
            if let part = parts.last, part.count < Self.drawn || !isNewName {
                parts[parts.count - 1] = people[part.startIndex...row]
            } else {
                parts.append(people[row...row])
            }
        }
        // Where others were put between so often that there is no room left, it stays as it is: found more slowly, and rightly.
        let width = Int64(numbers.count) / Int64(parts.count)
        guard parts.count > 1, width > Int64(people.count) * 2 else { return }
        try put(parts, into: numbers, each: width)
    }

    private func put(_ parts: [ArraySlice<Row>], into numbers: Range<Int64>, each width: Int64) throws {
        let bounds: StatementArguments = [numbers.lowerBound, numbers.upperBound]
        try db.execute(sql: SearchIndex.forget("id >= ? AND id < ?"), arguments: bounds)
        try db.execute(sql: "DELETE FROM card WHERE number >= ? AND number < ?", arguments: bounds)
        let addDrawer = try RowInsert(Self.insertDrawer, in: db)
        let addCard = try RowInsert(Self.insertCard, in: db)
        for (place, part) in parts.enumerated() {
            let first = numbers.lowerBound + Int64(place) * width
            if place > 0, let name = part.first?["name_key"] as String? {
                try addDrawer(first, values: CollectionOfOne(name.databaseValue))
            }
            for (card, row) in part.enumerated() {
                try addCard(first + Int64(card), row["id"], values: EmptyCollection())
            }
        }
        try db.execute(sql: SearchIndex.learn("id >= ? AND id < ?"), arguments: bounds)
    }

    /// How many people have no card, or one in another drawer than their name's.
    func misplaced() throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM participant r LEFT JOIN card k ON k.participant = r.id
                WHERE k.number IS NULL
                    OR k.number < \(Self.first("r.name_key")) OR k.number >= \(Self.next("r.name_key"))
                """) ?? 0
    }
}
