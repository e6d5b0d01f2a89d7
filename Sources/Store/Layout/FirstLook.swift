import GRDB
import Training

/// What a file says of itself before anything in it is trusted.
struct FirstLook {
    /// Whose file it is, by its mark.
    let owner: Int?
    /// Its layout.
    let version: Int
    /// Whether it was begun and holds nothing yet.
    let isBegun: Bool
    /// Tables, views and triggers that are not as this layout has them, by type and name.
    private(set) var oddObjects: [String] = []
    /// What is wrong with a file that was never written to here: it was copied, sent or made by somebody else.
    private(set) var damage: String?
    /// For a later layout: the first version of silat that knows it, where the file says so.
    private(set) var program: String?

    /// - Parameters:
    ///   - fingerprint: of this machine and this file.
    ///   - whenForeign: is told that the file came from elsewhere and is about to be read through.
    init(_ db: Database, fingerprint: String, whenForeign: () -> Void) throws {
        owner = try Int.fetchOne(db, sql: "PRAGMA application_id")
        version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        isBegun = try Schema.isBegun(db)
        guard owner == Schema.applicationID else { return }
        guard version <= Schema.version else {
            program = try Self.program(for: version, in: db)
            return
        }
        let found = try SchemaDescription(of: db)
        if !found.isOfLayout(version) { oddObjects = try found.differences(from: .expected(of: version)) }
        guard oddObjects.isEmpty else { return }
        if try Self.cameFromElsewhere(db, fingerprint) {
            whenForeign()
            let report = try String.fetchAll(db, sql: "PRAGMA quick_check(3)")
            if report != ["ok"] { damage = report.joined(separator: "; ").strippedOfControls }
        }
    }

    /// Whether somebody worked on it, and nobody here.
    private static func cameFromElsewhere(_ db: Database, _ fingerprint: String) throws -> Bool {
        let isKnown = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM desk WHERE fingerprint = ?)", arguments: [fingerprint])
        return try isKnown != true && Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM step)") == true
    }

    /// Files say this from the fifth layout on. What a file of a later one looks like is not known: anything else says nothing.
    private static func program(for version: Int, in db: Database) throws -> String? {
        guard try db.tableExists("layout") else { return nil }
        let said = try? String.fetchOne(db, sql: "SELECT program FROM layout WHERE number = ?", arguments: [version])
        guard let said, (1...20).contains(said.utf8.count),
            said.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") })
        else {
            return nil
        }
        return said
    }
}
