import GRDB
import Training

/// The operators on file, and the rule that says who has which role.
struct Operators {
    let db: Database

    /// The role of whoever has this name: everybody's is supervisor before the office has begun to use roles, and a stranger's is
    /// reader from then on.
    func role(of name: String) throws -> Role {
        let statement = try db.cachedStatement(sql: "SELECT role FROM operator WHERE name = ?")
        if let stored = try String.fetchOne(statement, arguments: [name]) { return try .stored(stored) }
        return try isInUse ? .reader : .supervisor
    }

    /// Whether any operator is on file.
    private var isInUse: Bool {
        get throws { try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM operator)")) ?? false }
    }

    func all() throws -> [Stored<Operator>] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT o.*, (SELECT max(step) FROM change WHERE row = o.id) AS version FROM operator o ORDER BY o.name
                    """)
        ).map { row in
            Stored(
                id: ID(row["id"]), version: ID(row["version"] ?? 0),
                value: Operator(name: row["name"], role: try .stored(row["role"])))
        }
    }

    /// Refuses where operators are on file and none of them is a supervisor.
    func refuseWithoutSupervisor() throws {
        let isLed = try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM operator WHERE role = 'supervisor')"))
        guard try isLed == true || !isInUse else { throw Refusal.noSupervisorLeft }
    }
}

extension Actions {
    /// Refuses what the author's role may not do.
    func demand(_ permission: Permission) throws {
        let role = try Operators(db: db).role(of: author.name)
        guard role.may(permission) else { throw Refusal.notAllowed(role, permission) }
    }

    func setRole(_ person: Operator) throws -> Receipt {
        guard let name = person.name.fieldText else { throw Refusal.invalid(.title) }
        let door = try open(.setRole)
        door.note = name
        var id = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM operator WHERE name = ?"), arguments: [name])
        let values = [name.databaseValue, person.role.rawValue.databaseValue]
        if let id { try door.update(.deskOperator, id, values) } else { id = try door.insert(.deskOperator, values) }
        try Operators(db: db).refuseWithoutSupervisor()
        return try finish(door, record: id)
    }

    /// Takes an operator off file. The last supervisor stays, even where nobody else is on file: only taking back the step that put
    /// them there gives roles up.
    func removeOperator(_ id: ID<Operator>) throws -> Receipt {
        let door = try open(.removeOperator)
        door.note = try String.fetchOne(
            db.cachedStatement(sql: "SELECT name FROM operator WHERE id = ?"), arguments: [id.rawValue])
        try door.delete(.deskOperator, id.rawValue)
        // A PIN of somebody who is gone locks nothing.
        if let name = door.note { try PINs(db: db, now: now).keep(nil, of: name) }
        let others =
            try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM operator WHERE role = 'supervisor'")) ?? 0
        guard others > 0 else { throw Refusal.noSupervisorLeft }
        return try finish(door, record: id.rawValue)
    }
}

extension SilatStore {
    public func operators() async throws -> [Stored<Operator>] { try await read { try Operators(db: $0).all() } }

    public func role(of operatorName: String) async throws -> Role {
        try await read { try Operators(db: $0).role(of: operatorName) }
    }
}
