import Foundation
import GRDB
import Training

/// The one door through which records change: one step, in one transaction.
///
/// Whatever goes through is entered in the log with what it replaced. The step itself is written last, by ``close()``, when its
/// hash is known.
final class Door {
    /// A column's value as the log keeps it.
    typealias Values = [DatabaseValue]

    let db: Database
    /// The step's number.
    let step: Int64
    private var clock: Clock
    private var chain: Chain
    private var position: Int64 = 0
    private let author: Author
    private let kind: Step.Kind
    private let undoes: Int64?
    private let logChange: RowInsert
    /// What an import of very many keeps back; `nil` in all other steps.
    private var queues: Queues?
    /// By the raw value of their entity.
    private var inserts: [RowInsert?] = []
    /// Whoever was added last.
    private(set) var newest: Int64?
    /// What the step is about, for the log of one record.
    var subject: Int64?
    /// What the log says of it, without personal data.
    var note: String?

    /// Begins a step. The database must be in a write transaction.
    init(
        _ db: Database, author: Author, kind: Step.Kind, undoes: Int64? = nil, desk: String, now: Date
    ) throws {
        self.db = db
        self.author = author
        self.kind = kind
        self.undoes = undoes
        let last = try Row.fetchOne(db.cachedStatement(sql: "SELECT last_id, hash FROM step ORDER BY id DESC LIMIT 1"))
        clock = Clock(after: last?["last_id"] ?? 0, desk: try DeskNumber.find(fingerprint: desk, in: db), now: now)
        chain = Chain(after: last?["hash"] ?? Data())
        step = clock.next()
        logChange = try RowInsert(Self.insertChange, in: db)
    }

    private static let insertChange = "INSERT INTO change (step, position, entity, row, before) VALUES (?, ?, ?, ?, ?)"

    /// Whether anything went through.
    var isUnused: Bool { position == 0 }

    /// How many records went through.
    var changes: Int { Int(position) }

    /// A number for a new record.
    func newID() -> Int64 { clock.next() }

    /// Numbers higher than this one are yet to be given in this file.
    var lastNumber: Int64 { clock.last }

    private struct Queues {
        let changes: RowQueue
        let people: RowQueue
        let enrollments: RowQueue

        init(_ db: Database) throws {
            changes = try RowQueue(Door.insertChange, columns: 5, in: db)
            people = try Self.queue(of: .participant, in: db)
            enrollments = try Self.queue(of: .enrollment, in: db)
        }

        private static func queue(of entity: Entity, in db: Database) throws -> RowQueue {
            try RowQueue(entity.insert, columns: entity.columns.count + 1, in: db)
        }
    }

    /// Has the log, and what ``add(_:)`` and ``enroll(_:)`` are given, wait until they are many.
    func startQueues() throws { queues = try Queues(db) }

    /// Writes what waits: to be called before anything reads the log, people or enrollments, or refers to them.
    func catchUp() throws {
        guard let queues else { return }
        try queues.people.flush()
        try queues.enrollments.flush()
        try queues.changes.flush()
    }

    /// Writes a participant, at the latest when this is next told to catch up.
    func add(_ participant: Participant) throws -> Int64 {
        try insert(.participant, participant.values, through: queues?.people)
    }

    /// Writes an enrollment, at the latest when this is next told to catch up.
    func enroll(_ enrollment: Enrollment) throws -> Int64 {
        // Nobody is enrolled before they are on file.
        if let queues, queues.enrollments.writesNext { try queues.people.flush() }
        return try insert(.enrollment, enrollment.values, through: queues?.enrollments)
    }

    /// Writes a new row and returns its number.
    ///
    /// - Parameter queue: where it may wait to be written.
    @discardableResult
    func insert(
        _ entity: Entity, id given: Int64? = nil, _ values: Values, through queue: RowQueue? = nil
    ) throws -> Int64 {
        let id = given ?? newID()
        if let queue { try queue.add(id, values: values) } else { try rowInsert(of: entity)(id, values: values) }
        try log(entity, id, before: nil)
        if entity == .participant { newest = id }
        return id
    }

    private func rowInsert(of entity: Entity) throws -> RowInsert {
        while inserts.count <= entity.rawValue { inserts.append(nil) }
        if let known = inserts[entity.rawValue] { return known }
        let insert = try RowInsert(entity.insert, in: db)
        inserts[entity.rawValue] = insert
        return insert
    }

    /// Writes what differs from the row on file, and logs what that replaced.
    ///
    /// - Returns: whether anything differed.
    /// - Throws: ``Refusal/gone`` where there is no such row.
    @discardableResult
    func update(_ entity: Entity, _ id: Int64, _ values: Values) throws -> Bool {
        let old = try current(entity, id)
        let differing = entity.columns.indices.filter { old[$0] != values[$0] }
        guard !differing.isEmpty else { return false }
        try write(
            entity, id, differing.map { (entity.columns[$0], values[$0]) },
            replacing: differing.map { (entity.columns[$0], old[$0]) })
        return true
    }

    /// Writes some columns of a row, and logs what is said to have been there.
    func write(
        _ entity: Entity, _ id: Int64, _ values: [(String, DatabaseValue)], replacing old: [(String, DatabaseValue)]
    ) throws {
        let moved = values.filter { entity == .enrollment && $0.0 == "participant" }
        let rest = values.filter { value in !moved.contains { $0.0 == value.0 } }
        if moved.isEmpty || rest.isEmpty {
            try set(entity, id, values)
        } else {
            try move(entity, id, moved, rest)
        }
        try log(entity, id, before: Before(columns: old, wasDeleted: false))
    }

    private func set(_ entity: Entity, _ id: Int64, _ values: [(String, DatabaseValue)]) throws {
        let assignments = values.map { "\($0.0) = ?" }.joined(separator: ", ")
        try db.cachedStatement(sql: "UPDATE \(entity.table) SET \(assignments) WHERE id = ?")
            .execute(arguments: StatementArguments(values.map(\.1) + [id.databaseValue]))
    }

    /// Writes whose an enrollment is apart from what it is: each has triggers that count, and both at once would count twice.
    ///
    /// The one or the other goes first, since for a moment there may be two of one person in one class.
    private func move(
        _ entity: Entity, _ id: Int64, _ moved: [(String, DatabaseValue)], _ rest: [(String, DatabaseValue)]
    ) throws {
        func both(_ first: [(String, DatabaseValue)], _ second: [(String, DatabaseValue)]) throws {
            try db.inSavepoint {
                try set(entity, id, first)
                try set(entity, id, second)
                return .commit
            }
        }
        do { try both(moved, rest) } catch let error as DatabaseError
            where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
        {
            try both(rest, moved)
        }
    }

    /// Removes a row, and logs all it held.
    func delete(_ entity: Entity, _ id: Int64) throws {
        let old = try current(entity, id)
        // Kept ready: with what the triggers do, making it takes longer than carrying it out.
        try db.cachedStatement(sql: "DELETE FROM \(entity.table) WHERE id = ?").execute(arguments: [id])
        try log(entity, id, before: Before(columns: Array(zip(entity.columns, old)), wasDeleted: true))
    }

    /// The row as it is on file, in the order of ``Entity/columns``.
    func current(_ entity: Entity, _ id: Int64) throws -> Values {
        let columns = entity.columns.joined(separator: ", ")
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT \(columns) FROM \(entity.table) WHERE id = ?"), arguments: [id])
        guard let row else { throw Refusal.gone }
        return Array(row.databaseValues)
    }

    private func log(_ entity: Entity, _ id: Int64, before: Before?) throws {
        let text = try before?.text
        let value = CollectionOfOne(text.databaseValue)
        if let changes = queues?.changes {
            try changes.add(step, position, Int64(entity.rawValue), id, values: value)
        } else {
            try logChange(step, position, Int64(entity.rawValue), id, values: value)
        }
        position += 1
        chain.add(Int64(entity.rawValue))
        chain.add(id)
        chain.add(text)
    }

    /// Writes the step; nothing may go through afterwards.
    func close() throws {
        try catchUp()
        if let newest { try CardCatalogue(db: db).makeRoom(beside: newest) }
        let authorID = try Self.number(of: author, in: db)
        chain.addStep(
            id: step, last: clock.last, author: author, kind: kind.rawValue, undoes: undoes, subject: subject,
            note: note,
            changes: position)
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO step (id, last_id, author, kind, undoes, subject, note, changes, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            step, clock.last, authorID, kind.rawValue, undoes, subject, note, position, chain.digest(),
        ])
    }

    private static func number(of author: Author, in db: Database) throws -> Int64 {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO author (name, desk) VALUES (?, ?)")
            .execute(arguments: [author.name, author.desk])
        return try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM author WHERE name = ? AND desk = ?"),
            arguments: [author.name, author.desk]) ?? 0
    }
}

extension Chain {
    /// Adds what a step says of itself; its changes come before.
    mutating func addStep(
        id: Int64, last: Int64, author: Author, kind: String, undoes: Int64?, subject: Int64?, note: String?,
        changes: Int64
    ) {
        add(id)
        add(last)
        add(author.name)
        add(author.desk)
        add(kind)
        add(undoes ?? 0)
        add(subject ?? 0)
        add(note)
        add(changes)
    }
}

/// What a change replaced: the columns that differed, or all of a row that was deleted.
struct Before {
    /// Columns with the values they had.
    var columns: [(String, DatabaseValue)]
    /// Whether the row is gone, rather than changed.
    var wasDeleted: Bool

    /// The text that stands in the log: JSON, a deleted row marked by the key `deleted`.
    var text: String {
        get throws {
            var object: [String: Scalar] = Dictionary(
                uniqueKeysWithValues: columns.map { ($0.0, Scalar($0.1)) })
            if wasDeleted { object["deleted"] = .number(1) }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(object), as: UTF8.self)
        }
    }

    init(columns: [(String, DatabaseValue)], wasDeleted: Bool) {
        self.columns = columns
        self.wasDeleted = wasDeleted
    }

    /// Reads what stands in the log.
    init(text: String) throws {
        var object = try JSONDecoder().decode([String: Scalar].self, from: Data(text.utf8))
        wasDeleted = object.removeValue(forKey: "deleted") != nil
        columns = object.sorted { $0.key < $1.key }.map { ($0.key, $0.value.databaseValue) }
    }

    private enum Scalar: Codable {
        case null
        case number(Int64)
        case text(String)

        init(_ value: DatabaseValue) {
            switch value.storage {
            case .int64(let number): self = .number(number)
            case .string(let text): self = .text(text)
            case .null, .double, .blob: self = .null
            }
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let number = try? container.decode(Int64.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .null: try container.encodeNil()
            case .number(let number): try container.encode(number)
            case .text(let text): try container.encode(text)
            }
        }

        var databaseValue: DatabaseValue {
            switch self {
            case .null: .null
            case .number(let number): number.databaseValue
            case .text(let text): text.databaseValue
            }
        }
    }
}
