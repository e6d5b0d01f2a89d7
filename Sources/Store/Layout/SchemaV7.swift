import GRDB

/// The seventh layout: a tally of the checks that are due, by place and day.
enum SchemaV7 {
    static func create(_ db: Database) throws {
        try db.execute(sql: CheckTally.tables + CheckTally.triggers)
        try db.execute(sql: "INSERT INTO layout VALUES (7, '0.4.0')")
        try CheckRecount(db: db).addToTally(from: .min)
    }
}
