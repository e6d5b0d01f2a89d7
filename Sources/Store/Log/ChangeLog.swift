import GRDB
import Training

/// What a step changed, before and after, as people read it.
///
/// The log keeps what was replaced. What came in its place stands in the next later change of the same column, or else on file.
final class ChangeLog {
    private typealias Values = [String: DatabaseValue]

    private let db: Database
    /// The names of records that were looked up already: a step's rows mostly refer to the same few.
    private var names: [Int64: String?] = [:]

    init(db: Database) { self.db = db }

    func changes(of step: Int64, from place: Int, count: Int) throws -> [ChangeEntry] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT position, entity, row, before FROM change WHERE step = ? AND position >= ?
                    ORDER BY position LIMIT ?
                    """), arguments: [step, place, count]
        ).map { try entry($0, of: step) }
    }

    /// A record as people know it, by its values.
    func described(_ entity: Entity, _ row: Int64, _ values: Door.Values) throws -> LoggedRecord {
        try record(entity, row, Values(zip(entity.columns, values), uniquingKeysWith: { first, _ in first }))
    }

    /// What stands in a column, as its type; `nil` where nothing does, or nobody reads it.
    func shown(_ entity: Entity, _ column: Int, _ values: Door.Values) throws -> LoggedValue? {
        guard let field = LoggedField(rawValue: entity.columns[column]) else { return nil }
        return try value(
            field, of: entity, Values(zip(entity.columns, values), uniquingKeysWith: { first, _ in first }))
    }

    private func entry(_ change: Row, of step: Int64) throws -> ChangeEntry {
        guard let entity = Entity(rawValue: change["entity"]) else { throw DamagedRow(what: "change") }
        let (place, row): (Int, Int64) = (change["position"], change["row"])
        let before = try (change["before"] as String?).map(Before.init(text:))
        let old = Values(before?.columns ?? [], uniquingKeysWith: { first, _ in first })
        let isGone = before?.wasDeleted == true
        let new = isGone ? [:] : try values(of: entity, row, after: step, place)
        let touched = before == nil ? entity.columns : entity.columns.filter { old[$0] != nil }
        let whole = isGone ? old : new.merging(old) { new, _ in new }
        return ChangeEntry(
            place: place, record: try record(entity, row, whole),
            way: before == nil ? .added : isGone ? .removed : .changed,
            fields: try touched.compactMap { try field($0, of: entity, old, new) },
            origin: try MergedLog(db: db).origin(of: RowKey(entity, row), before.map { _ in Set(touched) }, in: step))
    }

    /// A row as it stood after a change.
    private func values(of entity: Entity, _ row: Int64, after step: Int64, _ place: Int) throws -> Values {
        var values: Values = [:]
        let later = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT before FROM change
                    WHERE row = ?1 AND entity = ?2 AND (step > ?3 OR step = ?3 AND position > ?4) ORDER BY step, position
                    """), arguments: [row, entity.rawValue, step, place])
        while let change = try later.next() {
            guard let text: String = change["before"] else { continue }
            let before = try Before(text: text)
            for (column, value) in before.columns where values[column] == nil { values[column] = value }
            // From here on it is another row of the same number, brought back.
            if before.wasDeleted { return values }
        }
        return values.merging(try onFile(entity, row) ?? [:]) { later, _ in later }
    }

    private func onFile(_ entity: Entity, _ row: Int64) throws -> Values? {
        let columns = entity.columns.joined(separator: ", ")
        let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM \(entity.table) WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [row]).map {
            Values(zip(entity.columns, $0.databaseValues), uniquingKeysWith: { first, _ in first })
        }
    }

    /// A row as it is on file, or as it was when it was removed.
    private func lastKnown(_ entity: Entity, _ row: Int64) throws -> Values? {
        if let values = try onFile(entity, row) { return values }
        let statement = try db.cachedStatement(
            sql: """
                SELECT before FROM change WHERE row = ? AND entity = ? AND before IS NOT NULL
                ORDER BY step DESC, position DESC LIMIT 1
                """)
        return try String.fetchOne(statement, arguments: [row, entity.rawValue]).map {
            Values(try Before(text: $0).columns, uniquingKeysWith: { first, _ in first })
        }
    }

    // MARK: Records

    private func record(_ entity: Entity, _ row: Int64, _ values: Values) throws -> LoggedRecord {
        var values = values
        if let enrollment = values.number("enrollment"), let known = try lastKnown(.enrollment, enrollment) {
            values["participant"] = known["participant"]
            values["class"] = known["class"]
        }
        if let holding = values.number("holding"), let known = try lastKnown(.holding, holding) {
            values["equipment"] = known["equipment"]
        }
        func standing(_ own: Entity, _ column: String) throws -> Int64? {
            guard let id = entity == own ? row : values.number(column) else { return nil }
            guard try onFile(own, id) == nil else { return id }
            return own == .participant ? try MergedPeople(db: db).whoStays(for: id) : nil
        }
        return LoggedRecord(
            kind: entity.kind, id: row, name: try name(of: entity, values),
            participant: try standing(.participant, "participant").map { ID($0) },
            trainingClass: try standing(.trainingClass, "class").map { ID($0) },
            equipment: try standing(.equipment, "equipment").map { ID($0) })
    }

    /// The name of another record.
    private func name(of entity: Entity, id: Int64) throws -> String? {
        if let known = names[id] { return known }
        var values = try lastKnown(entity, id)
        if let enrollment = values?.number("enrollment"), let known = try lastKnown(.enrollment, enrollment) {
            values?["participant"] = known["participant"]
            values?["class"] = known["class"]
        }
        let name = try values.flatMap { try self.name(of: entity, $0) }
        names[id] = .some(name)
        return name
    }

    private func name(of entity: Entity, _ values: Values) throws -> String? {
        func text(_ column: String) -> String? { values[column].flatMap { String.fromDatabaseValue($0) } }
        func referred(_ entity: Entity, _ column: String) throws -> String? {
            try values.number(column).flatMap { try name(of: entity, id: $0) }
        }
        let parts: [String?] =
            switch entity {
            case .organizer, .program, .trainingClass: [text("code")]
            case .participant: [text("name")]
            case .enrollment, .followUp, .outcome, .assignment, .secondEntry:
                [try referred(.participant, "participant"), try referred(.trainingClass, "class")]
            case .doubt: [try referred(.participant, "participant")]
            case .target: [values.number("year").map(String.init)]
            case .claim: [try referred(.organizer, "organizer"), values.number("year").map(String.init)]
            case .residents: [values.number("kecamatan").flatMap { Self.place($0) }]
            case .equipment: [text("item"), text("serial")]
            case .holding, .equipmentCheck: [try referred(.equipment, "equipment")]
            case .holder: [try referred(.participant, "participant"), try referred(.equipment, "equipment")]
            case .recall: [text("title")]
            case .deskOperator, .setting: [text("name")]
            case .recallEntry: [try referred(.participant, "participant"), try referred(.recall, "recall")]
            case .mergedParticipant: [try referred(.participant, "gone"), try referred(.participant, "stays")]
            case .distinctPeople: [try referred(.participant, "one"), try referred(.participant, "other")]
            }
        let known = parts.compactMap(\.self)
        return known.isEmpty ? nil : known.joined(separator: " · ")
    }

    private static func place(_ number: Int64) -> String? {
        RegionCode(number: number).flatMap { Gazetteer.tabalong[$0]?.name }
    }

    // MARK: Fields

    private func field(_ column: String, of entity: Entity, _ old: Values, _ new: Values) throws -> FieldChange? {
        // Columns that only repeat another, or say more of it.
        guard let field = LoggedField(rawValue: column) else { return nil }
        let before = try value(field, of: entity, old)
        let after = try value(field, of: entity, new)
        return before == nil && after == nil ? nil : FieldChange(field, before: before, after: after)
    }

    private func value(_ field: LoggedField, of entity: Entity, _ values: Values) throws -> LoggedValue? {
        guard let stored = values[field.rawValue], !stored.isNull else { return nil }
        if let number = Int64.fromDatabaseValue(stored) {
            return try value(field, of: entity, number, values)
        }
        return String.fromDatabaseValue(stored).map { value(field, of: entity, $0, values) }
    }

    private func value(
        _ field: LoggedField, of entity: Entity, _ number: Int64, _ values: Values
    ) throws -> LoggedValue {
        let plain = LoggedValue.number(Int(number))
        func record(_ entity: Entity) throws -> LoggedValue {
            .record(try name(of: entity, id: number) ?? String(number))
        }
        switch field {
        case .year: return .year(Int(number))
        case .nik: return (try? NIK(number: number)).map { .nik($0) } ?? plain
        case .kecamatan, .desa: return RegionCode(number: number).map { .region($0) } ?? .outside
        case .startDate, .endDate, .birthDate, .since, .sourceDate, .reportedOn, .date, .nextTry:
            return CalendarDate(column: Int(number)).map { .date($0) } ?? plain
        case .track: return Track(column: Int(number)).map { .track($0) } ?? plain
        case .funding: return Funding(column: Int(number)).map { .funding($0) } ?? plain
        case .status: return EnrollmentStatus(column: Int(number)).map { .status($0) } ?? plain
        case .reached, .uses, .formal: return .flag(number != 0)
        case .value: return entity == .setting ? plain : .rupiah(Int(number))
        case .organizer: return try record(.organizer)
        case .program: return try record(.program)
        case .participant, .gone, .stays, .one, .other: return try record(.participant)
        case .trainingClass: return try record(.trainingClass)
        case .enrollment: return try record(.enrollment)
        case .equipment: return try record(.equipment)
        case .holding: return try record(.holding)
        case .recall: return try record(.recall)
        default: return plain
        }
    }

    private func value(_ field: LoggedField, of entity: Entity, _ text: String, _ values: Values) -> LoggedValue {
        func typed<Value: RawRepresentable<String>>(_ wrap: (Value) -> LoggedValue) -> LoggedValue {
            Value(rawValue: text).map(wrap) ?? .text(text)
        }
        switch (field, entity) {
        case (.kind, .organizer): return typed(LoggedValue.organizerKind)
        case (.kind, .doubt): return typed(LoggedValue.doubt)
        case (.kind, .outcome): return typed(LoggedValue.outcome)
        case (.sex, _): return typed(LoggedValue.sex)
        case (.education, _): return typed(LoggedValue.education)
        case (.phone, _): return PhoneNumber(text).map { .phone($0) } ?? .text(text)
        case (.followUpMonths, _): return .months(Program.marks(text))
        case (.scope, _): return scope(text, values)
        case (.stage, _): return typed(LoggedValue.stage)
        case (.rule, _): return typed(LoggedValue.rule)
        case (.method, _): return typed(LoggedValue.method)
        case (.sector, _): return typed(LoggedValue.sector)
        case (.band, _): return typed(LoggedValue.income)
        case (.reason, .outcome): return typed(LoggedValue.reason)
        case (.condition, _): return typed(LoggedValue.condition)
        case (.role, _): return typed(LoggedValue.role)
        case (.state, _): return typed(LoggedValue.recallState)
        case (.compared, _), (.firstWrong, _), (.secondWrong, _):
            return (try? VerifiedField.list(text)).map { .fields($0) } ?? .text(text)
        default: return .text(text)
        }
    }

    private func scope(_ name: String, _ values: Values) -> LoggedValue {
        guard let key = values.number("scope_key"), let scope = try? Target.Scope(name: name, key: key) else {
            return .text(name)
        }
        guard case .organizer(let id) = scope else { return .scope(scope, organizer: nil) }
        return .scope(scope, organizer: try? self.name(of: .organizer, id: id.rawValue))
    }
}

extension [String: DatabaseValue] {
    fileprivate func number(_ column: String) -> Int64? { self[column].flatMap { Int64.fromDatabaseValue($0) } }
}

extension Entity {
    /// What the log calls a record of the table.
    var kind: LoggedRecord.Kind {
        switch self {
        case .organizer: .organizer
        case .program: .program
        case .trainingClass: .trainingClass
        case .participant: .participant
        case .enrollment: .enrollment
        case .target: .target
        case .doubt: .doubt
        case .claim: .claim
        case .residents: .residents
        case .followUp: .followUp
        case .outcome: .outcome
        case .assignment: .assignment
        case .equipment: .equipment
        case .holding: .holding
        case .holder: .holder
        case .equipmentCheck: .equipmentCheck
        case .recall: .recall
        case .recallEntry: .recallEntry
        case .deskOperator: .deskOperator
        case .setting: .setting
        case .secondEntry: .secondEntry
        case .mergedParticipant: .mergedParticipant
        case .distinctPeople: .distinctPeople
        }
    }
}
