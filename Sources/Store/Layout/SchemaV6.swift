import GRDB

/// The sixth layout: people are found in the order of their names, by cards in drawers.
enum SchemaV6 {
    static func create(_ db: Database) throws {
        try db.execute(
            sql: SearchIndex.drop + CardCatalogue.tables + SearchIndexV6.tables + SearchIndexV6.triggers)
        try db.execute(sql: "INSERT INTO layout VALUES (6, '0.3.0')")
        // Its index stays empty: that of the eighth takes its place before anybody reads.
        try CardCatalogue(db: db).drawUpCards()
    }
}
