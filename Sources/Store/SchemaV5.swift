import GRDB

/// The fifth layout, part by part: each stands in a file of its own.
enum SchemaV5 {
    static func create(_ db: Database) throws {
        for part in [secondEntries, mergedPeople, mergedFiles, operators, forgetting] { try db.execute(sql: part) }
    }

    static let secondEntries = ""
    static let mergedPeople = ""
    static let mergedFiles = ""
}
