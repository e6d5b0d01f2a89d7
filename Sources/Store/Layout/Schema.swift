import GRDB
import Training

/// The file's layout, as numbered migrations. A migration that was released is never edited.
enum Schema {
    /// Marks the file as silat's: `SLAT`, in SQLite's `application_id`.
    static let applicationID = 0x534C_4154
    /// The newest layout this program knows; a file's own stands in its `user_version`.
    static let version = 8

    /// Whether this is a file that was begun and holds nothing yet, no other program's tables among it.
    static func isBegun(_ db: Database) throws -> Bool {
        let (owner, version) =
            (try Int.fetchOne(db, sql: "PRAGMA application_id"), try Int.fetchOne(db, sql: "PRAGMA user_version"))
        let others = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
        return owner == 0 && version == 0 && others == 0
    }

    /// The migrations up to ``version``.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try SchemaV1.create(db)
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        migrator.registerMigration("2") { db in
            try SchemaV2.create(db)
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3") { db in
            try SchemaV3.create(db)
            try db.execute(sql: "PRAGMA user_version = 3")
        }
        migrator.registerMigration("4") { db in
            try SchemaV4.create(db)
            try db.execute(sql: "PRAGMA user_version = 4")
        }
        migrator.registerMigration("5") { db in
            try SchemaV5.create(db)
            try db.execute(sql: "PRAGMA user_version = 5")
        }
        migrator.registerMigration("6") { db in
            try SchemaV6.create(db)
            try db.execute(sql: "PRAGMA user_version = 6")
        }
        migrator.registerMigration("7") { db in
            try SchemaV7.create(db)
            try db.execute(sql: "PRAGMA user_version = 7")
        }
        migrator.registerMigration("8") { db in
            try SchemaV8.create(db)
            try db.execute(sql: "PRAGMA user_version = 8")
        }
        return migrator
    }
}
