import Digest
import GRDB
import Training

/// What a file says of its own tables, indexes, views and triggers, to be held against what silat makes.
///
/// A trigger or a view runs when others write or read, so a file may bring only those that are known.
struct SchemaDescription {
    /// One line an object: its type, its name, and how it was made.
    let objects: Set<String>

    /// Reads the description of a file; nothing of it runs.
    init(of db: Database) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT type, name, coalesce(sql, '') AS sql FROM sqlite_master")
        var objects: Set<String> = []
        while let row = try rows.next() {
            let (type, name, sql): (String, String, String) = (row["type"], row["name"], row["sql"])
            // SQLite's own: its statistics, its counters, the indexes behind UNIQUE.
            if name.hasPrefix("sqlite_"), type == "table" || type == "index" { continue }
            let isVirtual = sql.uppercased().hasPrefix("CREATE VIRTUAL")
            let isMadeByLibrary = type == "table" && !isVirtual && Self.madeByLibraries.contains(name)
            objects.insert("\(type) \(name) \(isMadeByLibrary ? "" : sql)")
        }
        self.objects = objects
    }

    /// Tables of FTS5 and GRDB: each version of these makes them in its own words, and nothing in them runs.
    private static let madeByLibraries: Set<String> = [
        "grdb_migrations", "search_config", "search_content", "search_data", "search_docsize", "search_idx",
    ]

    /// The objects of a new file of a layout.
    static func expected(of version: Int) throws -> SchemaDescription {
        let fresh = try DatabaseQueue()
        try Schema.migrator.migrate(fresh, upTo: "\(version)")
        return try fresh.read { try SchemaDescription(of: $0) }
    }

    /// SHA-256 over all objects, in hexadecimal digits.
    var fingerprint: String {
        var hash = SHA256()
        for object in objects.sorted() { hash.add(Array(object.utf8) + [0]) }
        return hash.hexadecimal()
    }

    /// Whether these are the objects of a layout. Known by their fingerprint, since to make a new file takes longer than to open one.
    func isOfLayout(_ version: Int) -> Bool {
        Self.fingerprints[version]?.contains(fingerprint) == true
    }

    /// What is missing, added or changed, by type and name.
    func differences(from expected: SchemaDescription) -> [String] {
        let odd = objects.symmetricDifference(expected.objects)
        return Set(odd.map { $0.split(separator: " ").prefix(2).joined(separator: " ").strippedOfControls }).sorted()
    }

    /// Those of each layout that this program knows.
    static let fingerprints: [Int: [String]] = [
        // The second is a new file of which the making was cut short: it never had the first tallies.
        1: [
            "7f551b0f45365cfe3c8d226dffb686ba75e35788e8b230b7e31d2336fd7fd3eb",
            "f3397d947038401403132c5e81bbd79db742c6bf8e527b10f708424bc07160c6",
        ],
        2: ["38274733e14b8454064135243b69dc9cc633ccc010e3109e30686dcd86f570b8"],
        3: ["1d8eb32a2a819ca1afa742d1d34cd8501fb123d02c6c6bd89776d35782e80ef5"],
        4: ["9b917dabea7fe98882a6489f6641556fc784c4e07af83edb6e06e26e5f64c2cc"],
        5: ["d1befe1244b078d59d8894859276907425350a35311aec55344989af049b9f8d"],
        6: ["74eb5b9e0dbded8a579f9cc2f8ea795c4782536bf6b024ba6692730c6d2c0aa6"],
        7: ["cee3ad65ca7d2f5fdb027229255767efb3797b14469bd7b6c3dc99e0d5ad9d12"],
        8: ["f83d60ce6fdfdb4562165c0734051567845640835d30762e91878137e2b21a3d"],
    ]
}
