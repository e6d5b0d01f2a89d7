import GRDB

/// The sixth layout: people are found in the order of their names, by cards in drawers. Both stay empty, and the index with them: the eighth draws
/// them up before anybody reads.
enum SchemaV6 {
    static func create(_ db: Database) throws {
        try db.execute(
            sql: SearchIndex.drop + CardCatalogue.tables + SearchIndexV6.tables + SearchIndexV6.triggers)
        try db.execute(sql: "INSERT INTO layout VALUES (6, '0.3.0')")
    }
}
