import GRDB

/// The sixth layout: people are found in the order of their names, by cards in drawers.
enum SchemaV6 {
    static func create(_ db: Database) throws {
        try db.execute(sql: withoutOldSearch + CardCatalogue.tables + SearchIndex.tables + SearchIndex.triggers)
        try db.execute(sql: "INSERT INTO layout VALUES (6, '0.3.0')")
        try CardCatalogue(db: db).drawUp()
    }

    private static var withoutOldSearch: String {
        let changes = [
            "participant_update", "enrollment_insert", "enrollment_delete", "enrollment_update", "enrollment_moved",
            "training_class_update", "program_update",
        ]
        let triggers =
            ["participant_insert", "participant_delete"] + changes.flatMap { ["\($0)_before", "\($0)_after"] }
        return triggers.map { "DROP TRIGGER search_\($0);\n" }.joined()
            + "DROP TABLE search;\nDROP VIEW search_document;\n"
    }
}
