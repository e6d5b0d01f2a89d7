import GRDB
import Training

/// Who was forgotten, here or in a file that is merged: nothing of theirs comes back, and nobody is asked about it.
struct ForgottenPeople {
    private let ours: Database
    /// Their numbers here, with those of whoever was merged into them.
    private let people: Set<Int64>
    /// Those whom the other file has forgotten since, by their numbers here.
    let forgottenThere: [Int64]

    init(ours: Database, theirs: Database, base: FileMergeBase) throws {
        self.ours = ours
        let there = try Int64.fetchAll(
            theirs,
            sql: """
                SELECT DISTINCT subject FROM step WHERE kind = 'forget' AND id > ? AND subject IS NOT NULL
                ORDER BY subject
                """, arguments: [base.known])
        forgottenThere = there.map { id in (base.numbers[RowKey(.participant, id)] ?? id) ?? id }
        people = try Self.withMerged(Self.forgottenHere(in: ours).union(forgottenThere), in: ours)
    }

    /// Whom the steps of a file say to be forgotten.
    static func forgottenHere(in db: Database) throws -> Set<Int64> {
        try Set(
            Int64.fetchAll(db, sql: "SELECT DISTINCT subject FROM step WHERE kind = 'forget' AND subject IS NOT NULL"))
    }

    private static func withMerged(_ people: Set<Int64>, in db: Database) throws -> Set<Int64> {
        var (found, next) = (people, Array(people))
        let statement = try db.cachedStatement(sql: "SELECT gone FROM merged_participant WHERE stays = ?")
        while let person = next.popLast() {
            next += try Int64.fetchAll(statement, arguments: [person]).filter { found.insert($0).inserted }
        }
        return found
    }

    /// Whether a record is that of somebody who is forgotten, or belongs to them.
    ///
    /// - Parameter values: with the numbers that records have here.
    func covers(_ entity: Entity, _ id: Int64, _ values: Door.Values) throws -> Bool {
        guard !people.isEmpty else { return false }
        switch entity {
        case .participant: return people.contains(id)
        case .enrollment, .recallEntry:
            guard let column = entity.columns.firstIndex(of: "participant") else { return false }
            return Int64.fromDatabaseValue(values[column]).map(people.contains) ?? false
        case .followUp, .outcome:
            let participant = try Int64.fetchOne(
                ours, sql: "SELECT participant FROM enrollment WHERE id = ?", arguments: [values[0]])
            return participant.map(people.contains) ?? false
        default: return false
        }
    }

    /// Forgets them once more after a merge has brought in what the other file still had of them.
    ///
    /// - Returns: the steps that did.
    func forgetAgain(_ actions: Actions) throws -> [Int64] {
        try Self.forgottenHere(in: ours).union(forgottenThere).sorted().compactMap { person in
            let isNew = try forgottenThere.contains(person) && !Self.forgottenHere(in: ours).contains(person)
            let receipt = try Forgetting(actions: actions, person: person).run(reason: nil, always: isNew)
            return receipt.step?.rawValue
        }
    }
}

extension Entity {
    /// A row's values, in the order of ``columns``, with what may say something of the person replaced.
    func forgetting(_ values: Door.Values) -> Door.Values {
        let named = Dictionary(zip(columns, values)) { first, _ in first }
        let neutral = forgetting(named)
        return columns.map { neutral[$0] ?? .null }
    }
}
