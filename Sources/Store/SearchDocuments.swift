import GRDB

/// What the search index has of everybody, to make it anew.
///
/// Each table is read once, in the order in which it stands on file, and people are sorted by name in memory. Asked for card by card, each person and
/// enrollment, class and program would be looked up somewhere else in the file.
struct SearchDocuments: Sendable {
    /// Numbers of people, in order.
    private(set) var people: [Int64] = []
    private let desaNames: NumberedTexts
    private let classTexts: NumberedTexts
    /// Places among ``desaNames``.
    private var desa: [UInt32] = []
    /// The first eight digits of everybody's NIK; 0 for whoever has none.
    private var numbers: [Int32] = []
    private var names = Runs<UInt8>()
    /// Places among ``classTexts``.
    private var classes = Runs<UInt32>()

    /// Reads everybody on file.
    ///
    /// - Parameter keys: is given everybody's name as lists are sorted by it, in the order of ``people``.
    /// - Throws: `DatabaseError` and `CancellationError`.
    init(_ db: Database, keys: inout NameOrder) throws {
        desaNames = try NumberedTexts("SELECT code, name FROM region", in: db)
        classTexts = try NumberedTexts(
            "SELECT c.id, \(SearchIndex.classText) FROM training_class c JOIN program p ON p.id = c.program", in: db)
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM participant") ?? 0
        reserve(count)
        keys.reserve(count)
        try read(db, &keys)
    }

    /// The columns of the index's document of somebody, by their place among ``people``.
    func columns(of person: Int) -> [DatabaseValue] {
        [name(of: person), desaNames.texts[Int(desa[person])], classText(of: person), number(of: person)]
    }

    private mutating func reserve(_ count: Int) {
        people.reserveCapacity(count)
        desa.reserveCapacity(count)
        numbers.reserveCapacity(count)
        names.reserve(count, of: NameOrder.bytesEach)
        classes.reserve(count, of: 1)
    }

    private mutating func read(_ db: Database, _ keys: inout NameOrder) throws {
        let enrollments = try SortedRows(
            "SELECT participant, class FROM enrollment ORDER BY participant, class", in: db)
        // By the table itself: an index would be read in order, and each name looked up.
        let everybody = try db.cachedStatement(
            sql: "SELECT id, desa, nik, name, name_key FROM participant NOT INDEXED ORDER BY id")
        try everybody.each { person in
            let id = person.number(at: 0)
            people.append(id)
            desa.append(desaNames.place(of: person.number(at: 1)))
            numbers.append(Int32(truncatingIfNeeded: person.number(at: 2) / 100_000_000))
            person.withText(at: 3) { names.append($0) }
            person.withText(at: 4) { keys.add($0) }
            try enrollments.each(of: id) { classes.add(classTexts.place(of: $0)) }
            classes.end()
        }
    }

    private func name(of person: Int) -> DatabaseValue {
        String(decoding: names[person], as: UTF8.self).databaseValue
    }

    private func number(of person: Int) -> DatabaseValue {
        let digits = Int64(numbers[person])
        return digits == 0 ? .null : NumberBeginning.word(of: digits).databaseValue
    }

    private func classText(of person: Int) -> DatabaseValue {
        let joined = classes[person]
        if joined.count == 1, let only = joined.first { return classTexts.texts[Int(only)] }
        let texts = joined.compactMap { String.fromDatabaseValue(classTexts.texts[Int($0)]) }
        return texts.isEmpty ? .null : texts.joined(separator: " ").databaseValue
    }
}

/// Texts that are found by a number, each by its place, which takes less room than the number.
private struct NumberedTexts {
    /// The first is null, for numbers that have none.
    private(set) var texts: [DatabaseValue] = [.null]
    private var places: [Int64: UInt32] = [:]

    init(_ sql: String, in db: Database) throws {
        try db.cachedStatement(sql: sql).each { row in
            places[row.number(at: 0)] = UInt32(texts.count)
            texts.append((row.text(at: 1) ?? "").databaseValue)
        }
    }

    func place(of number: Int64) -> UInt32 { places[number] ?? 0 }
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
