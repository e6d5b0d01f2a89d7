import GRDB
import Training

/// How the records of a file hang together, as its layout says: what refers to what, and what there can be only one of.
///
/// Read from the layout itself, so that a merge knows every table there is.
struct FileShape {
    /// Every kind of record after those that it refers to.
    let order: [Entity]
    private let parents: [Entity: [(column: Int, entity: Entity)]]
    private let keys: [Entity: [[Int]]]

    init(_ db: Database) throws {
        let tables = Dictionary(uniqueKeysWithValues: Entity.allCases.map { ($0.table, $0) })
        var parents: [Entity: [(column: Int, entity: Entity)]] = [:]
        var keys: [Entity: [[Int]]] = [:]
        for entity in Entity.allCases {
            parents[entity] = try Row.fetchAll(db, sql: "PRAGMA foreign_key_list(\(entity.table))").compactMap { row in
                guard let parent = tables[row["table"]], let column = entity.columns.firstIndex(of: row["from"]) else {
                    return nil
                }
                return (column, parent)
            }
            keys[entity] = try Self.uniqueColumns(of: entity, in: db)
        }
        // One person is unsure about one thing once, which the layout leaves to the door.
        keys[.doubt, default: []].append([0, 1])
        self.parents = parents
        self.keys = keys
        order = Self.sorted(parents)
    }

    private static func uniqueColumns(of entity: Entity, in db: Database) throws -> [[Int]] {
        try Row.fetchAll(db, sql: "PRAGMA index_list(\(entity.table))").compactMap { index in
            guard index["unique"] == 1, index["partial"] == 0 else { return nil }
            let name: String = index["name"]
            let columns = try String.fetchAll(db, sql: "SELECT name FROM pragma_index_info(?)", arguments: [name])
            let places = columns.compactMap { entity.columns.firstIndex(of: $0) }
            return places.count == columns.count && !places.isEmpty ? places : nil
        }
    }

    private static func sorted(_ parents: [Entity: [(column: Int, entity: Entity)]]) -> [Entity] {
        var sorted: [Entity] = []
        var rest = Entity.allCases
        while !rest.isEmpty {
            let ready = rest.filter { entity in
                needs(entity, parents).allSatisfy { $0 == entity || sorted.contains($0) }
            }
            // Tables that refer to each other cannot be put in order: they are tried until all that can be is written.
            sorted += ready.isEmpty ? rest : ready
            rest.removeAll { sorted.contains($0) }
        }
        return sorted
    }

    private static func needs(_ entity: Entity, _ parents: [Entity: [(column: Int, entity: Entity)]]) -> [Entity] {
        (parents[entity] ?? []).map(\.entity) + (entity == .target ? [.organizer] : [])
            + (entity == .mergedParticipant ? [.participant] : [])
    }

    /// What a row refers to: columns with the kind of record whose number stands there.
    func references(_ entity: Entity, _ values: Door.Values) -> [(column: Int, entity: Entity)] {
        var found = (parents[entity] ?? []).filter { !values[$0.column].isNull }
        // A target's key is an organizer's number where that is whom it is for.
        if entity == .target, values[1] == "organizer".databaseValue { found.append((2, .organizer)) }
        // Whoever was merged is on file no more; the one who stays is.
        if entity == .mergedParticipant { found.append((1, .participant)) }
        return found
    }

    /// The numbers of the records that a row refers to.
    func parents(of entity: Entity, _ values: Door.Values) -> [RowKey] {
        references(entity, values).compactMap { reference in
            Int64.fromDatabaseValue(values[reference.column]).map { RowKey(reference.entity, $0) }
        }
    }

    /// The rows that refer to one.
    func children(of key: RowKey, in db: Database) throws -> [RowKey] {
        var found: [RowKey] = []
        for (entity, references) in parents.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for reference in references where reference.entity == key.entity {
                let statement = try db.cachedStatement(
                    sql: "SELECT id FROM \(entity.table) WHERE \(entity.columns[reference.column]) = ? ORDER BY id")
                found += try Int64.fetchAll(statement, arguments: [key.id]).map { RowKey(entity, $0) }
            }
        }
        if key.entity == .organizer {
            found += try Int64.fetchAll(
                db, sql: "SELECT id FROM target WHERE scope = 'organizer' AND scope_key = ?", arguments: [key.id]
            ).map { RowKey(.target, $0) }
        }
        return found
    }

    /// What tells a row from all others of its kind, besides its number; empty where nothing does.
    func naturalKeys(_ entity: Entity, _ values: Door.Values) -> [NaturalKey] {
        (keys[entity] ?? []).compactMap { columns in
            let key = columns.map { values[$0] }
            return key.contains(.null) ? nil : NaturalKey(entity: entity, columns: columns, values: key)
        }
    }

    /// Columns that say one thing together: they change hands together.
    func fields(of entity: Entity) -> [[Int]] {
        let tied: [[String]] =
            switch entity {
            case .participant: [["nik", "no_nik_reason"], ["name", "name_key"], ["kecamatan", "desa"]]
            case .enrollment: [["status", "since", "detail"]]
            case .trainingClass: [["start_date", "end_date"]]
            case .target, .claim:
                [entity.columns.filter { ["count", "source", "source_date", "reported_on", "letter"].contains($0) }]
            case .recallEntry: [["state", "date", "note"]]
            default: []
            }
        let groups = tied.map { $0.compactMap { entity.columns.firstIndex(of: $0) } }
        let alone = entity.columns.indices.filter { place in !groups.contains { $0.contains(place) } }
        return (groups + alone.map { [$0] }).sorted { $0[0] < $1[0] }
    }
}

/// A row of a table.
struct RowKey: Hashable {
    let entity: Entity
    let id: Int64

    init(_ entity: Entity, _ id: Int64) { (self.entity, self.id) = (entity, id) }
}

/// What there can be only one of.
struct NaturalKey: Hashable {
    let entity: Entity
    let columns: [Int]
    let values: [DatabaseValue]

    /// The row that has it.
    func find(in db: Database) throws -> Int64? {
        let condition = columns.map { "\(entity.columns[$0]) = ?" }.joined(separator: " AND ")
        let statement = try db.cachedStatement(sql: "SELECT id FROM \(entity.table) WHERE \(condition)")
        return try Int64.fetchOne(statement, arguments: StatementArguments(values))
    }
}

extension Entity {
    /// A row's values in the order of ``columns``; `nil` where there is none.
    func values(_ id: Int64, in db: Database) throws -> Door.Values? {
        let statement = try db.cachedStatement(
            sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table) WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [id]).map { Array($0.databaseValues) }
    }
}
