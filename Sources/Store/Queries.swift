import GRDB
import Training

/// What is read of single records, classes and the log.
struct Queries {
    let db: Database

    // MARK: Versions and authors

    /// The last step that changed a row; 0 for a row that no step knows.
    func version(of row: Int64) throws -> Int64 {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(step) FROM change WHERE row = ?"), arguments: [row]) ?? 0
    }

    /// Who did a step.
    func author(of step: Int64) throws -> Author {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT a.name, a.desk FROM step s JOIN author a ON a.id = s.author WHERE s.id = ?"),
            arguments: [step])
        return Author(name: row?["name"] ?? "?", desk: row?["desk"] ?? "?")
    }

    /// A record with its row's number and version.
    func stored<Value>(_ row: Row, _ value: Value) throws -> Stored<Value> {
        let id: Int64 = row["id"]
        return Stored(id: ID(id), version: ID(try version(of: id)), value: value)
    }

    // MARK: Participants

    func participant(_ id: ID<Participant>) throws -> Stored<Participant>? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM participant WHERE id = ?"), arguments: [id.rawValue])
            .map { try stored($0, Participant(row: $0)) }
    }

    func participant(nik: NIK) throws -> Stored<Participant>? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM participant WHERE nik = ?"), arguments: [nik.number])
            .map { try stored($0, Participant(row: $0)) }
    }

    func row(of id: ID<Participant>) throws -> ParticipantRow? {
        // Lists of alumni ask for thousands, one by one.
        let statement = try db.cachedStatement(sql: "\(ParticipantRow.select) WHERE r.id = ?")
        return try Row.fetchOne(statement, arguments: [id.rawValue]).map(ParticipantRow.init(row:))
    }

    func openDoubts(of id: ID<Participant>) throws -> [Doubt] {
        try String.fetchAll(
            db.cachedStatement(sql: "SELECT kind FROM doubt WHERE participant = ? ORDER BY id"),
            arguments: [id.rawValue]
        )
        .map(Doubt.stored)
    }

    // MARK: Enrollments

    func enrollment(_ id: ID<Enrollment>) throws -> Stored<Enrollment>? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM enrollment WHERE id = ?"), arguments: [id.rawValue])
            .map { try stored($0, Enrollment(row: $0)) }
    }

    func enrollment(of participant: ID<Participant>, in trainingClass: ID<TrainingClass>) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM enrollment WHERE participant = ? AND class = ?"),
            arguments: [participant.rawValue, trainingClass.rawValue])
    }

    func enrollments(of id: ID<Participant>) throws -> [EnrollmentLine] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM enrollment WHERE participant = ? ORDER BY id DESC"),
            arguments: [id.rawValue]
        ).compactMap { row in
            let enrollment = try stored(row, Enrollment(row: row))
            guard let line = try trainingClass(enrollment.value.trainingClass) else { return nil }
            return EnrollmentLine(
                enrollment: enrollment, trainingClass: line.trainingClass.value, program: line.program)
        }
    }

    func roster(of id: ID<TrainingClass>) throws -> [RosterLine] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT e.* FROM enrollment e JOIN participant r ON r.id = e.participant
                    WHERE e.class = ? ORDER BY r.name_key, r.id
                    """), arguments: [id.rawValue]
        ).compactMap { row in
            let enrollment = try stored(row, Enrollment(row: row))
            return try self.row(of: enrollment.value.participant).map { person in
                let verification = try SecondEntries(db: db).verification(
                    of: enrollment.id.rawValue, participant: person.id.rawValue)
                return RosterLine(enrollment: enrollment, participant: person, verification: verification)
            }
        }
    }

    // MARK: Organizers, programs, classes

    func organizers() throws -> [Stored<Organizer>] {
        try Row.fetchAll(db.cachedStatement(sql: "SELECT * FROM organizer ORDER BY code")).map {
            try stored($0, Organizer(row: $0))
        }
    }

    func programs(of year: Int) throws -> [ProgramLine] {
        try Row.fetchAll(
            db.cachedStatement(sql: "\(Self.selectPrograms) WHERE p.year = ? ORDER BY p.code"), arguments: [year]
        )
        .map(programLine)
    }

    func program(code: String) throws -> ProgramLine {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "\(Self.selectPrograms) WHERE p.code = ?"), arguments: [Code(code)?.text])
        guard let row else { throw try unknown(code, .program, in: .program) }
        return try programLine(row)
    }

    func organizer(code: String) throws -> Stored<Organizer> {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM organizer WHERE code = ?"), arguments: [Code(code)?.text])
        guard let row else { throw try unknown(code, .organizer, in: .organizer) }
        return try stored(row, Organizer(row: row))
    }

    func trainingClass(_ id: ID<TrainingClass>) throws -> ClassLine? { try ClassLists(db: db).one(id) }

    func trainingClass(code: String) throws -> ClassLine {
        guard let id = try id(ofCode: Code(code)?.text, in: .trainingClass), let line = try trainingClass(ID(id)) else {
            throw try unknown(code, .trainingClass, in: .trainingClass)
        }
        return line
    }

    /// The record that has a code, in one of the tables that have codes.
    func id(ofCode code: String?, in entity: Entity) throws -> Int64? {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM \(entity.table) WHERE code = ?"), arguments: [code])
    }

    private func unknown(_ code: String, _ kind: Refusal.CodeKind, in entity: Entity) throws -> Refusal {
        let codes = try String.fetchAll(db.cachedStatement(sql: "SELECT code FROM \(entity.table) ORDER BY code"))
        return .unknownCode(code, kind: kind, nearest: nearest(to: code, among: codes))
    }

    // Columns of two records in one row are told apart by a prefix.
    private static let selectPrograms = """
        SELECT p.*, o.code AS o_code, o.name AS o_name, o.kind AS o_kind,
            (SELECT count(*) FROM training_class c WHERE c.program = p.id) AS classes,
            (SELECT max(step) FROM change WHERE row = p.id) AS version
        FROM program p LEFT JOIN organizer o ON o.id = p.organizer
        """

    private func programLine(_ row: Row) throws -> ProgramLine {
        let organizer = try (row["o_code"] as String?).map {
            Organizer(code: try Code(stored: $0), name: row["o_name"], kind: try .stored(row["o_kind"]))
        }
        let program = Stored(id: ID<Program>(row["id"]), version: ID(row["version"] ?? 0), value: try Program(row: row))
        return ProgramLine(program: program, organizer: organizer, classes: row["classes"])
    }
}

extension ParticipantRow {
    /// Reads what lists show; a `WHERE` on `r` may follow.
    static let select = """
        SELECT r.id, r.nik, r.name, r.sex, r.birth_date, r.kecamatan, r.desa, c.code AS class, e.status
        FROM participant r
        LEFT JOIN enrollment e ON e.id = (SELECT max(id) FROM enrollment WHERE participant = r.id)
        LEFT JOIN training_class c ON c.id = e.class
        """

    /// Reads a line for each enrollment; `FROM` people `r`, enrollments `e` and classes `c` has to follow.
    static let selectEnrollments = """
        SELECT r.id, r.nik, r.name, r.sex, r.birth_date, r.kecamatan, r.desa, e.id AS enrollment, c.code AS class,
            e.status
        """

    init(row: Row) throws {
        self.init(
            id: ID(row["id"]), nik: try (row["nik"] as Int64?).map(NIK.init(stored:)),
            name: try PersonName(stored: row["name"]), sex: try .stored(row["sex"]),
            birthDate: try .stored(row["birth_date"]),
            residence: Residence(kecamatan: row["kecamatan"], desa: row["desa"]),
            enrollment: (row["enrollment"] as Int64?).map { ID($0) },
            latestClass: try (row["class"] as String?).map(Code.init(stored:)),
            latestStatus: try (row["status"] as Int?).map { try .stored(column: $0) })
    }
}
