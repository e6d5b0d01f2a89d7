import GRDB
import Training

/// Forms that were keyed a second time: how each goes through the door, and what is read of them.
extension Actions {
    func verify(
        _ entry: SecondEntry, of basis: Stored<Participant>, corrected: Participant, confirmed: Set<Doubt>
    ) throws -> Receipt {
        let queries = Queries(db: db)
        guard let enrollment = try queries.enrollment(entry.enrollment)?.value, enrollment.participant == basis.id,
            let line = try queries.trainingClass(enrollment.trainingClass),
            let current = try queries.participant(basis.id)
        else { throw Refusal.gone }
        guard current.version == basis.version else {
            throw Refusal.changedMeanwhile(theirs: current, by: try queries.author(of: current.version.rawValue))
        }
        let earlier = try SecondEntries(db: db).verification(
            of: entry.enrollment.rawValue, participant: basis.id.rawValue)
        if let earlier, !earlier.isOutdated { throw Refusal.verifiedAlready(by: earlier.by) }
        try check(entry, current.value, corrected)
        let door = try open(.secondEntry)
        door.subject = basis.id.rawValue
        door.note = line.trainingClass.value.code.text
        if corrected != current.value {
            try change(
                Stored(id: basis.id, version: basis.version, value: corrected), basedOn: basis, confirmed: confirmed,
                through: door)
        }
        let id = try door.insert(.secondEntry, entry.values)
        return try finish(door, record: id)
    }

    /// What is corrected is what the second entry was right in, and nothing else.
    private func check(_ entry: SecondEntry, _ first: Participant, _ corrected: Participant) throws {
        let changed = Set(VerifiedField.allCases.filter { !$0.agrees(first, corrected) })
        guard !entry.verdicts.isEmpty, changed == Set(entry.fields(.secondRight)) else {
            throw Refusal.invalid(.verdicts)
        }
    }
}

extension SecondEntry {
    var values: Door.Values {
        func names(_ fields: [VerifiedField]) -> String? {
            fields.isEmpty ? nil : fields.map(\.rawValue).joined(separator: ",")
        }
        return [
            enrollment.rawValue.databaseValue,
            names(VerifiedField.allCases.filter { verdicts[$0] != nil }).databaseValue,
            names(fields(.secondRight)).databaseValue, names(fields(.firstRight)).databaseValue,
        ]
    }

    init(row: Row) throws {
        self.init(enrollment: ID(row["enrollment"]), verdicts: [:])
        for (column, verdict) in [
            ("compared", Verdict.agreed), ("first_wrong", .secondRight), ("second_wrong", .firstRight),
        ] {
            for field in try VerifiedField.list(row[column]) { verdicts[field] = verdict }
        }
    }
}

extension VerifiedField {
    /// Fields as their column holds them.
    static func list(_ column: String?) throws -> [VerifiedField] {
        try (column ?? "").split(separator: ",").map { try .stored(String($0)) }
    }
}

/// What is read of second entries.
struct SecondEntries {
    let db: Database

    /// A class's people by name, each with the last second entry.
    func lines(of trainingClass: ID<TrainingClass>) throws -> [SecondEntryLine] {
        let queries = Queries(db: db)
        return try queries.roster(of: trainingClass).compactMap { line in
            guard let person = try queries.participant(line.participant.id) else { return nil }
            return SecondEntryLine(
                enrollment: line.enrollment.id, participant: person, firstBy: try firstAuthor(of: person.id.rawValue),
                verification: line.verification)
        }
    }

    /// The last second entry of an enrollment.
    func verification(of enrollment: Int64, participant: Int64) throws -> Verification? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT *, (SELECT max(step) FROM change WHERE row = s.id) AS step FROM second_entry s
                WHERE enrollment = ? ORDER BY id DESC LIMIT 1
                """)
        guard let row = try Row.fetchOne(statement, arguments: [enrollment]) else { return nil }
        let step: Int64 = row["step"] ?? 0
        let version = try Queries(db: db).version(of: participant)
        return Verification(
            by: try Queries(db: db).author(of: step), time: Clock.time(of: step),
            differing: try SecondEntry(row: row).differing.count, isOutdated: version > step)
    }

    /// Who put a record on file.
    private func firstAuthor(of row: Int64) throws -> Author {
        let statement = try db.cachedStatement(sql: "SELECT min(step) FROM change WHERE row = ?")
        return try Queries(db: db).author(of: try Int64.fetchOne(statement, arguments: [row]) ?? 0)
    }

    /// Second entries by class and name, with whose they are.
    func entries(_ scope: SecondEntryScope) throws -> [ComparedEntry] {
        // A year has few of them among everybody's enrollments.
        let (source, ofClass) =
            scope.trainingClass == nil
            ? ("second_entry s CROSS JOIN enrollment e ON e.id = s.enrollment", "")
            : ("enrollment e CROSS JOIN second_entry s ON s.enrollment = e.id", "AND e.class = ?2")
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT x.*, f.name AS first_name, f.desk AS first_desk, l.name AS last_name, l.desk AS last_desk
                FROM (SELECT s.enrollment, s.compared, s.first_wrong, s.second_wrong, s.id, r.id AS person,
                        r.name, r.name_key, r.nik, c.id AS class, c.code,
                        (SELECT min(step) FROM change WHERE row = r.id) AS first,
                        (SELECT max(step) FROM change WHERE row = s.id) AS last
                    FROM \(source)
                    CROSS JOIN participant r ON r.id = e.participant CROSS JOIN training_class c ON c.id = e.class
                    CROSS JOIN program p ON p.id = c.program WHERE p.year = ?1 \(ofClass)) x
                JOIN step fs ON fs.id = x.first JOIN author f ON f.id = fs.author
                JOIN step ls ON ls.id = x.last JOIN author l ON l.id = ls.author
                WHERE ?3 IS NULL OR f.name = ?3
                ORDER BY x.code, x.name_key, x.id
                """, arguments: [scope.year, scope.trainingClass?.rawValue, scope.firstBy])
        return try rows.map { row in
            ComparedEntry(
                person: ID(row["person"]), name: try PersonName(stored: row["name"]),
                nik: try (row["nik"] as Int64?).map(NIK.init(stored:)), trainingClass: ID(row["class"]),
                code: try Code(stored: row["code"]),
                firstBy: Author(name: row["first_name"], desk: row["first_desk"]),
                secondBy: Author(name: row["last_name"], desk: row["last_desk"]), time: Clock.time(of: row["last"]),
                entry: try SecondEntry(row: row))
        }
    }
}
