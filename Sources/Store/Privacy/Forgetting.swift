import Foundation
import GRDB
import Training

/// Replaces what is on file, and in the log, of somebody who asked for it, and leaves every total as it was.
struct Forgetting {
    let actions: Actions
    let person: Int64

    private var db: Database { actions.db }

    /// The records that may say something of the person, by table.
    private typealias Records = [Entity: Set<Int64>]

    /// - Parameter always: whether a step is written even where nothing is left to replace: then merges to come know of it.
    func run(reason: String?, always: Bool = false) throws -> Receipt {
        // What is replaced is overwritten, not only marked as free.
        try db.execute(sql: "PRAGMA secure_delete = ON")
        let isOnFile = try Int64.fetchOne(db, sql: "SELECT 1 FROM participant WHERE id = ?", arguments: [person]) != nil
        let records = try records()
        let isKnown =
            try isOnFile
            || Int64.fetchOne(
                db, sql: "SELECT 1 FROM change WHERE row = ? AND entity = ? LIMIT 1",
                arguments: [person, Entity.participant.rawValue]) != nil
            || always
        guard isKnown else { throw Refusal.gone }
        let secrets = try secrets()
        if let reason,
            RevealReason.other(reason).holdsNumber || secrets.contains(where: reason.localizedCaseInsensitiveContains)
        {
            throw Refusal.invalid(.reason)
        }
        let door = try actions.open(.forget)
        door.subject = person
        try replaceInLog(records, secrets, by: door.step)
        for (entity, ids) in records.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for id in ids.sorted() { try replace(entity, id, through: door) }
        }
        try dropDrafts(secrets)
        // What the index remembers of words that nobody has any more goes only when it is put together anew.
        try db.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
        let isSealed = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM seal WHERE forget = ?)", arguments: [door.step])
        door.note = [try Seals(db: db).digest(by: door.step), reason].compactMap(\.self).joined(separator: " ")
        return try actions.finish(door, record: person, evenIfUnused: always || isSealed == true)
    }

    // MARK: What is about the person

    /// The person, and whoever was merged into them: the log of those is the person's.
    private var people: Set<Int64> {
        get throws {
            try Set(
                Int64.fetchAll(
                    db,
                    sql: """
                        WITH RECURSIVE who (id) AS (
                            SELECT ? UNION SELECT m.gone FROM who w JOIN merged_participant m ON m.stays = w.id)
                        SELECT id FROM who
                        """, arguments: [person]))
        }
    }

    /// The same, as SQL lists it.
    private var everybody: String { get throws { try people.map { String($0) }.joined(separator: ", ") } }

    /// Rows on file and rows that only the log has.
    private func records() throws -> Records {
        let people = try people
        var records: Records = [.participant: people]
        records[.enrollment] = try ids(.enrollment, "participant", people)
        for entity in [Entity.followUp, .outcome] {
            records[entity] = try ids(entity, "enrollment", records[.enrollment] ?? [])
        }
        records[.recallEntry] = try ids(.recallEntry, "participant", people)
        try addEquipment(to: &records)
        return records
    }

    /// The rows of a table that refer to some others, now or when they were removed.
    private func ids(_ entity: Entity, _ column: String, _ others: Set<Int64>) throws -> Set<Int64> {
        guard !others.isEmpty else { return [] }
        let list = others.map { String($0) }.joined(separator: ", ")
        // In what merges brought in, rows refer to each other by the numbers that they have in the other file.
        let there = try Self.numbersThere(of: others, in: db).map { String($0) }.joined(separator: ", ")
        return try Set(
            Int64.fetchAll(
                db,
                sql: """
                    SELECT id FROM \(entity.table) WHERE \(column) IN (\(list))
                    UNION SELECT row FROM change WHERE entity = ?1 AND before ->> ?2 IN (\(list))
                    UNION SELECT coalesce(ours, row) FROM merged_change
                        WHERE entity = ?1 AND before ->> ?2 IN (\(there))
                    """, arguments: [entity.rawValue, column]))
    }

    /// Some rows' numbers here and in the files that merges brought in.
    private static func numbersThere(of rows: Set<Int64>, in db: Database) throws -> Set<Int64> {
        let list = rows.map { String($0) }.joined(separator: ", ")
        return try rows.union(
            Int64.fetchAll(db, sql: "SELECT row FROM merged_change WHERE ours IN (\(list)) AND row <> ours"))
    }

    /// Handovers to this person alone, and the checks that found the item there. What a group holds is not about one of them.
    private func addEquipment(to records: inout Records) throws {
        let held = try Set(
            Int64.fetchAll(
                db,
                sql: """
                    SELECT holding FROM holder WHERE participant = ?1
                    UNION SELECT before ->> 'holding' FROM change WHERE entity = ?2 AND before ->> 'participant' = ?1
                    """, arguments: [person, Entity.holder.rawValue]))
        for holding in held {
            let others = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM holder WHERE holding = ? AND participant <> ?",
                arguments: [holding, person])
            guard others == 0 else { continue }
            records[.holding, default: []].insert(holding)
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT equipment, date, (
                        SELECT min(l.date) FROM holding l
                        WHERE l.equipment = h.equipment AND (l.date, l.id) > (h.date, h.id)) AS until
                    FROM holding h WHERE id = ?
                    """, arguments: [holding])
            guard let row else { continue }
            let (equipment, date, until): (Int64, Int, Int?) = (row["equipment"], row["date"], row["until"])
            records[.equipment, default: []].insert(equipment)
            let checks = try Int64.fetchAll(
                db, sql: "SELECT id FROM equipment_check WHERE equipment = ? AND date BETWEEN ? AND ?",
                arguments: [equipment, date, until ?? Int.max])
            records[.equipmentCheck, default: []].formUnion(checks)
        }
    }

    /// The name and numbers that the person has or had: steps' notes and drafts are looked through for them.
    private func secrets() throws -> [String] {
        let columns = ["nik", "name", "phone"]
        var secrets: Set<String> = []
        let now = try Row.fetchAll(
            db, sql: "SELECT \(columns.joined(separator: ", ")) FROM participant WHERE id = ?", arguments: [person])
        let before = try Row.fetchAll(
            db,
            sql: """
                SELECT \(columns.map { "before ->> '\($0)' AS \($0)" }.joined(separator: ", ")) FROM change
                WHERE row IN (\(try everybody)) AND entity = ? AND before IS NOT NULL
                """, arguments: [Entity.participant.rawValue])
        let brought = try Row.fetchAll(
            db,
            sql: """
                WITH said (text) AS (
                    SELECT before FROM merged_change
                        WHERE coalesce(ours, row) IN (\(try everybody)) AND entity = ?1 AND before IS NOT NULL
                    UNION SELECT base FROM merged_choice WHERE row IN (\(try everybody)) AND entity = ?1
                    UNION SELECT ours FROM merged_choice WHERE row IN (\(try everybody)) AND entity = ?1
                    UNION SELECT theirs FROM merged_choice WHERE row IN (\(try everybody)) AND entity = ?1)
                SELECT \(columns.map { "text ->> '\($0)' AS \($0)" }.joined(separator: ", ")) FROM said
                WHERE text IS NOT NULL
                """, arguments: [Entity.participant.rawValue])
        for row in now + before + brought {
            secrets.formUnion(columns.compactMap { String.fromDatabaseValue(row[$0]) ?? Self.text(row[$0]) })
        }
        secrets.remove(ForgottenTraces.marker)
        return secrets.filter { $0.count > 3 }
    }

    private static func text(_ value: DatabaseValue) -> String? { Int64.fromDatabaseValue(value).map(String.init) }

    // MARK: The log

    private func replaceInLog(_ records: Records, _ secrets: [String], by forget: Int64) throws {
        var changes: [Int64: [(position: Int64, text: String)]] = [:]
        for (entity, ids) in records {
            for id in ids {
                let rows = try Row.fetchAll(
                    db,
                    sql:
                        "SELECT step, position, before FROM change WHERE row = ? AND entity = ? AND before IS NOT NULL",
                    arguments: [id, entity.rawValue])
                for row in rows {
                    let text: String = row["before"]
                    let neutral = try Self.forgetting(text, of: entity)
                    if neutral != text { changes[row["step"], default: []].append((row["position"], neutral)) }
                }
            }
        }
        let names: [String] = secrets.flatMap { secret in secret.split(separator: " ").map { String($0) } }
            .filter { $0.count > 3 }
        let notes = try Row.fetchAll(
            db,
            sql:
                "SELECT id, note FROM step WHERE subject IN (\(try everybody)) AND note IS NOT NULL AND kind <> 'forget'"
        ).filter { Self.concerns($0["note"], names) }
        let noted = Set(notes.map { $0["id"] as Int64 })
        let brought = try replacedInMerges(records, names)
        let seals = Seals(db: db)
        for step in Set(changes.keys).union(noted).union(brought.keys).sorted() {
            try seals.open(step, by: forget)
            for change in changes[step] ?? [] {
                try db.execute(
                    sql: "UPDATE change SET before = ? WHERE step = ? AND position = ?",
                    arguments: [change.text, step, change.position])
            }
            if noted.contains(step) {
                try db.execute(
                    sql: "UPDATE step SET note = ? WHERE id = ?", arguments: [ForgottenTraces.marker, step])
            }
            for line in brought[step] ?? [] { try db.execute(sql: line.sql, arguments: line.arguments) }
            try seals.close(step, by: forget)
        }
    }

    /// Words of one's own about this person, and whatever names them.
    private static func concerns(_ note: String, _ names: [String]) -> Bool {
        if case .other = RevealReason(note: note) { return true }
        return names.contains { note.localizedCaseInsensitiveContains($0) }
    }

    /// One line of a merge that is to be written anew.
    private struct BroughtLine {
        var sql: String
        var arguments: StatementArguments
    }

    /// What merges brought in of the person, by the merge, with what stands in its place.
    private func replacedInMerges(_ records: Records, _ names: [String]) throws -> [Int64: [BroughtLine]] {
        var lines: [Int64: [BroughtLine]] = [:]
        for (entity, ids) in records where !entity.personalColumns.isEmpty {
            for id in ids {
                try replaceChanges(of: entity, id, in: &lines)
                try replaceChoices(about: entity, id, in: &lines)
            }
        }
        let there = try Self.numbersThere(of: people, in: db).map { String($0) }.joined(separator: ", ")
        let notes = try Row.fetchAll(
            db,
            sql: """
                SELECT merge, id, note FROM merged_step
                WHERE subject IN (\(there)) AND note IS NOT NULL AND kind <> 'forget'
                """)
        for row in notes where row["note"] != ForgottenTraces.marker && Self.concerns(row["note"], names) {
            let (merge, step): (Int64, Int64) = (row["merge"], row["id"])
            lines[merge, default: []].append(
                BroughtLine(
                    sql: "UPDATE merged_step SET note = ? WHERE merge = ? AND id = ?",
                    arguments: [ForgottenTraces.marker, merge, step]))
        }
        return lines
    }

    private func replaceChanges(of entity: Entity, _ id: Int64, in lines: inout [Int64: [BroughtLine]]) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT merge, step, position, before FROM merged_change
                WHERE (ours = ?1 OR ours IS NULL AND row = ?1) AND entity = ?2 AND before IS NOT NULL
                """, arguments: [id, entity.rawValue])
        for row in rows {
            let text: String = row["before"]
            let neutral = try Self.forgetting(text, of: entity)
            guard neutral != text else { continue }
            let (merge, step, position): (Int64, Int64, Int64) = (row["merge"], row["step"], row["position"])
            lines[merge, default: []].append(
                BroughtLine(
                    sql: "UPDATE merged_change SET before = ? WHERE merge = ? AND step = ? AND position = ?",
                    arguments: [neutral, merge, step, position]))
        }
    }

    private func replaceChoices(about entity: Entity, _ id: Int64, in lines: inout [Int64: [BroughtLine]]) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM merged_choice WHERE row = ? AND entity = ?", arguments: [id, entity.rawValue])
        for row in rows {
            let columns = ["base", "ours", "theirs"]
            let old: [String?] = columns.map { row[$0] }
            let neutral = try old.map { try $0.map { try Self.forgetting($0, of: entity) } }
            guard neutral != old else { continue }
            let (merge, position): (Int64, Int64) = (row["merge"], row["position"])
            lines[merge, default: []].append(
                BroughtLine(
                    sql: "UPDATE merged_choice SET base = ?, ours = ?, theirs = ? WHERE merge = ? AND position = ?",
                    arguments: [neutral[0], neutral[1], neutral[2], merge, position]))
        }
    }

    /// What a change replaced, with what may say something of the person replaced once more.
    private static func forgetting(_ text: String, of entity: Entity) throws -> String {
        var before = try Before(text: text)
        let values = entity.forgetting(Dictionary(before.columns.map { ($0.0, $0.1) }) { first, _ in first })
        before.columns = before.columns.map { ($0.0, values[$0.0] ?? $0.1) }
        return try before.text
    }

    // MARK: What is on file

    private func replace(_ entity: Entity, _ id: Int64, through door: Door) throws {
        let columns = entity.columns
        let found = try Row.fetchOne(
            db, sql: "SELECT \(columns.joined(separator: ", ")) FROM \(entity.table) WHERE id = ?", arguments: [id])
        guard let found else { return }
        let old = Dictionary(zip(columns, found.databaseValues)) { first, _ in first }
        if entity == .equipment, try !isHeldNow(id) { return }
        let birthDate =
            try entity == .participant ? self.birthDate(Int.fromDatabaseValue(old["birth_date"] ?? .null)) : nil
        let new = entity.forgetting(old, birthDate: birthDate)
        try door.forget(entity, id, columns.map { new[$0] ?? .null }) { column, value in
            entity.forgetting([column: value])[column] ?? .null
        }
    }

    /// Whether an item is with the person alone: then its photograph may show them.
    private func isHeldNow(_ equipment: Int64) throws -> Bool {
        let holders = try Int64.fetchAll(
            db,
            sql: """
                SELECT participant FROM holder WHERE holding =
                    (SELECT id FROM holding WHERE equipment = ? ORDER BY date DESC, id DESC LIMIT 1)
                """, arguments: [equipment])
        return holders == [person]
    }

    /// The first day of the birth year on which the person is in the same groups of ages in all their classes: mostly 1 January.
    private func birthDate(_ date: Int?) throws -> Int? {
        guard let date else { return nil }
        let starts = try Int.fetchAll(
            db,
            sql:
                "SELECT c.start_date FROM enrollment e JOIN training_class c ON c.id = e.class WHERE e.participant = ?",
            arguments: [person])
        func groups(_ birth: Int) -> [AgeGroup?] {
            starts.map { start in
                let age = (start - birth) / 10_000
                return AgeGroup.allCases.first { age <= $0.years.upperBound }
            }
        }
        let year = date / 10_000 * 10_000
        // On a class's first day somebody is a year older than on the day before only if that was their birthday.
        let days =
            [101]
            + starts.compactMap { CalendarDate(column: year + $0 % 10_000)?.adding(days: 1).column }
            .filter { $0 / 10_000 * 10_000 == year }.map { $0 - year }.sorted()
        return days.map { year + $0 }.first { groups($0) == groups(date) } ?? date
    }

    private func dropDrafts(_ secrets: [String]) throws {
        for draft in try Row.fetchAll(db, sql: "SELECT id, form, content FROM draft") {
            let text = "\(draft["form"] as String) \(draft["content"] as String)"
            guard (secrets + [String(person)]).contains(where: { text.localizedCaseInsensitiveContains($0) }) else {
                continue
            }
            try db.execute(sql: "DELETE FROM draft WHERE id = ?", arguments: [draft["id"] as Int64])
        }
    }
}

extension Door {
    /// Puts values in the place of those on file that nobody is to read again, the log included.
    ///
    /// - Parameter shown: what the log says was replaced, for each column that differs.
    func forget(
        _ entity: Entity, _ id: Int64, _ values: Values, shown: (String, DatabaseValue) -> DatabaseValue
    ) throws {
        let old = try current(entity, id)
        let differing = entity.columns.indices.filter { old[$0] != values[$0] }
        guard !differing.isEmpty else { return }
        try write(
            entity, id, differing.map { (entity.columns[$0], values[$0]) },
            replacing: differing.map { (entity.columns[$0], shown(entity.columns[$0], old[$0])) })
    }
}

extension SilatStore {
    public func traces(of id: ID<Participant>) async throws -> ForgottenTraces? {
        try await read { db in
            let person = id.rawValue
            let name = try String.fetchOne(db, sql: "SELECT name FROM participant WHERE id = ?", arguments: [person])
            let gone = try String.fetchOne(
                db,
                sql: """
                    SELECT before ->> 'name' FROM change WHERE row = ? AND entity = \(Entity.participant.rawValue)
                        AND before ->> 'deleted' = 1 ORDER BY step DESC LIMIT 1
                    """, arguments: [person])
            guard let known = name ?? gone else { return nil }
            func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql, arguments: [person]) ?? 0 }
            let enrollments = "SELECT id FROM enrollment WHERE participant = ?1"
            let exports = try StepLog(db: db).steps(
                LogQuery(kinds: [.export], since: Clock.time(of: person)), before: nil, count: 1_000)
            return ForgottenTraces(
                name: known, isForgotten: known == ForgottenTraces.marker,
                enrollments: try count("SELECT count(*) FROM enrollment WHERE participant = ?1"),
                followUps: try count(
                    """
                    SELECT (SELECT count(*) FROM follow_up WHERE enrollment IN (\(enrollments)))
                        + (SELECT count(*) FROM outcome WHERE enrollment IN (\(enrollments)))
                    """), exports: exports)
        }
    }

    /// Writes the file anew without what was deleted from it, and empties the log of writes, which has it still.
    ///
    /// - Throws: ``StoreFailure``; forgetting the same person again does what is left.
    func sweep() async throws {
        do {
            try await database.barrierWriteWithoutTransaction { db in
                try db.execute(sql: "VACUUM")
                try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
        } catch { throw StoreFile.failure(error, path: path) }
    }
}
