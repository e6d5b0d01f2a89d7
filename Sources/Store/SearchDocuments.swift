import GRDB

/// What the search index has of everybody, to make it anew.
///
/// Each table is read once, in the order in which it stands on file, and people are sorted by card in memory. Asked for card by card, each person and
/// enrollment, class and program would be looked up somewhere else in the file.
struct SearchDocuments {
    private let desaNames: [Int64: DatabaseValue]
    private let classTexts: [Int64: DatabaseValue]
    private var cards: [Int64] = []
    private var desa: [Int64] = []
    /// The first eight digits of everybody's NIK; 0 for whoever has none.
    private var numbers: [Int32] = []
    /// Everybody's name, one after the other, and where each ends.
    private var names: [UInt8] = []
    private var nameEnds: [Int] = []
    /// Everybody's classes, one after the other, and where each person's end.
    private var classes: [Int64] = []
    private var classEnds: [Int] = []

    /// Reads everybody who has a card.
    ///
    /// - Throws: `DatabaseError` and `CancellationError`.
    init(_ db: Database) throws {
        desaNames = try Self.texts("SELECT code, name FROM region", in: db)
        classTexts = try Self.texts(
            "SELECT c.id, \(SearchIndex.classText) FROM training_class c JOIN program p ON p.id = c.program", in: db)
        try reserve(Int.fetchOne(db, sql: "SELECT count(*) FROM participant") ?? 0)
        try read(db)
    }

    /// Hands out the columns of the index's documents, in the order of their numbers.
    ///
    /// - Throws: what `body` throws, and `CancellationError`.
    func each(_ body: (_ card: Int64, _ columns: [DatabaseValue]) throws -> Void) throws {
        for (place, person) in cards.indices.sorted(by: { cards[$0] < cards[$1] }).enumerated() {
            if place.isMultiple(of: 1_000) { try Task.checkCancellation() }
            let desaName = desaNames[desa[person]] ?? .null
            try body(cards[person], [name(of: person), desaName, classText(of: person), number(of: person)])
        }
    }

    private static func texts(_ sql: String, in db: Database) throws -> [Int64: DatabaseValue] {
        var texts: [Int64: DatabaseValue] = [:]
        try db.cachedStatement(sql: sql).each { texts[$0.number(at: 0)] = ($0.text(at: 1) ?? "").databaseValue }
        return texts
    }

    private mutating func reserve(_ people: Int) {
        cards.reserveCapacity(people)
        desa.reserveCapacity(people)
        numbers.reserveCapacity(people)
        nameEnds.reserveCapacity(people)
        classEnds.reserveCapacity(people)
        classes.reserveCapacity(people)
    }

    private mutating func read(_ db: Database) throws {
        let cards = try SortedRows("SELECT participant, number FROM card ORDER BY participant", in: db)
        let enrollments = try SortedRows(
            "SELECT participant, class FROM enrollment ORDER BY participant, class", in: db)
        // By the table itself: an index would be read in order, and each name looked up.
        let people = try db.cachedStatement(sql: "SELECT id, name, desa, nik FROM participant NOT INDEXED ORDER BY id")
        try people.each { person in
            let id = person.number(at: 0)
            try cards.each(of: id) { self.cards.append($0) }
            try enrollments.each(of: id) { classes.append($0) }
            names += (person.text(at: 1) ?? "").utf8
            desa.append(person.number(at: 2))
            numbers.append(Int32(truncatingIfNeeded: person.number(at: 3) / 100_000_000))
            nameEnds.append(names.count)
            classEnds.append(classes.count)
        }
    }

    private func name(of person: Int) -> DatabaseValue {
        let start = person == 0 ? 0 : nameEnds[person - 1]
        return String(decoding: names[start..<nameEnds[person]], as: UTF8.self).databaseValue
    }

    private func number(of person: Int) -> DatabaseValue {
        let digits = Int64(numbers[person])
        return digits == 0 ? .null : NumberBeginning.word(of: digits).databaseValue
    }

    private func classText(of person: Int) -> DatabaseValue {
        let joined = classes[(person == 0 ? 0 : classEnds[person - 1])..<classEnds[person]]
        if joined.count == 1, let only = joined.first { return classTexts[only] ?? .null }
        let texts = joined.compactMap { classTexts[$0].flatMap(String.fromDatabaseValue) }
        return texts.isEmpty ? .null : texts.joined(separator: " ").databaseValue
    }
}

/// Rows of a number that belong to people, read beside the people themselves, both in the order of their ids.
private final class SortedRows {
    private let rows: RowCursor
    private let row: StatementRow
    private var isAtRow: Bool

    init(_ sql: String, in db: Database) throws {
        let statement = try db.makeStatement(sql: sql)
        rows = try Row.fetchCursor(statement)
        row = StatementRow(of: statement)
        isAtRow = try rows.next() != nil
    }

    /// The numbers of one person; those of earlier ones are passed over.
    func each(of person: Int64, _ body: (Int64) -> Void) throws {
        while isAtRow, row.number(at: 0) <= person {
            if row.number(at: 0) == person { body(row.number(at: 1)) }
            isAtRow = try rows.next() != nil
        }
    }
}
