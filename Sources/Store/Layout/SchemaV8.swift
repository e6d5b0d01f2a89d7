import GRDB

/// The eighth layout: the first digits of NIKs are in the search index, and enrollments that are not counted have an index of their own.
enum SchemaV8 {
    static func create(_ db: Database) throws {
        try db.execute(sql: SearchIndex.drop + SearchIndex.tables + SearchIndex.triggers + FigureCondition.index)
        try db.execute(sql: "INSERT INTO layout VALUES (8, '0.5.0')")
        try CardCatalogue(db: db).drawUp()
    }
}
