import GRDB
import Training

/// Items, who has them, and how they were found.
struct EquipmentRegister {
    let db: Database
    let today: CalendarDate

    /// An item `q` with its holding of now `h`, the person to ask for `r`, and how it was found last `k`.
    private static let current = """
        FROM equipment q
        JOIN holding h ON h.id = (SELECT id FROM holding WHERE equipment = q.id ORDER BY date DESC, id DESC LIMIT 1)
        JOIN participant r ON r.id = (SELECT participant FROM holder WHERE holding = h.id ORDER BY id LIMIT 1)
        LEFT JOIN equipment_check k ON k.id = (
            SELECT id FROM equipment_check WHERE equipment = q.id ORDER BY date DESC, id DESC LIMIT 1)
        """

    func list(_ list: EquipmentList, in region: ParticipantQuery.RegionFilter?) throws -> [EquipmentLine] {
        let lines = try Int64.fetchAll(db, sql: "SELECT q.id \(Self.current) ORDER BY q.id").compactMap(line)
        return lines.filter { $0.isOn(list, today) && lives($0.person.residence, in: region) }
            .sorted { $0.code.number < $1.code.number }
    }

    private func lives(_ residence: Residence, in region: ParticipantQuery.RegionFilter?) -> Bool {
        switch region {
        case nil: true
        case .within(let code) where code.isDesa: residence.desa == code
        case .within(let code): residence.kecamatan == code
        case .desaUnknown(let code): residence == .kecamatan(code)
        case .outside: residence == .outside
        }
    }

    func line(_ id: Int64) throws -> EquipmentLine? {
        let row = try Row.fetchOne(
            db, sql: "SELECT h.id AS holding, r.id AS person, k.id AS found \(Self.current) WHERE q.id = ?",
            arguments: [id])
        guard let row, let item = try Row.fetchOne(db, sql: "SELECT * FROM equipment WHERE id = ?", arguments: [id]),
            let person = try Queries(db: db).row(of: ID(row["person"])), let holding = try holding(row["holding"])
        else { return nil }
        let check = try (row["found"] as Int64?).flatMap { try self.check($0) }
        let number = try Int.fetchOne(
            db, sql: "SELECT number FROM label WHERE kind = 'A' AND subject = ?", arguments: [id])
        return EquipmentLine(
            equipment: try Queries(db: db).stored(item, Equipment(row: item)), code: LabelCode(.equipment, number ?? 0),
            holding: holding.value, person: person, lastCheck: check?.value,
            nextDue: try nextDue(id, since: holding.value.date))
    }

    /// The first day of the schedule, counted from the handover, that has no check on it or after it.
    private func nextDue(_ id: Int64, since handover: CalendarDate) throws -> CalendarDate? {
        let last = try Int.fetchOne(
            db, sql: "SELECT max(date) FROM equipment_check WHERE equipment = ? AND date >= ?",
            arguments: [id, handover.column]
        ).flatMap(CalendarDate.init(column:))
        // A check some days early stands for the one it was meant for.
        return Equipment.marks.map { handover.adding(months: $0) }.first { due in
            last.map { $0.adding(days: 14) < due } ?? true
        }
    }

    private func holding(_ id: Int64) throws -> Stored<EquipmentHolding>? {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM holding WHERE id = ?", arguments: [id]) else {
            return nil
        }
        let people = try Int64.fetchAll(
            db, sql: "SELECT participant FROM holder WHERE holding = ? ORDER BY id", arguments: [id])
        return try Queries(db: db).stored(row, EquipmentHolding(row: row, people: people))
    }

    private func check(_ id: Int64) throws -> Stored<EquipmentCheck>? {
        try Row.fetchOne(db, sql: "SELECT * FROM equipment_check WHERE id = ?", arguments: [id])
            .map { try Queries(db: db).stored($0, EquipmentCheck(row: $0)) }
    }

    func history(of id: ID<Equipment>) throws -> EquipmentHistory? {
        guard let line = try line(id.rawValue) else { return nil }
        let holdings = try Int64.fetchAll(
            db, sql: "SELECT id FROM holding WHERE equipment = ? ORDER BY date, id", arguments: [id.rawValue])
        let checks = try Int64.fetchAll(
            db, sql: "SELECT id FROM equipment_check WHERE equipment = ? ORDER BY date, id", arguments: [id.rawValue])
        return EquipmentHistory(
            line: line, holdings: try holdings.compactMap(holding), checks: try checks.compactMap(check),
            candidates: try candidates(for: line))
    }

    /// Who in the holder's desa completed a class of a program that the holder completed too, and holds nothing of the kind.
    private func candidates(for line: EquipmentLine) throws -> [ParticipantRow] {
        guard let desa = line.person.residence.desa else { return [] }
        let ids = try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT r.id FROM participant r
                JOIN enrollment e ON e.participant = r.id AND e.status IN (3, 4)
                JOIN training_class c ON c.id = e.class
                WHERE r.kecamatan = ?1 AND r.desa = ?2 AND r.id <> ?3 AND c.program IN (
                    SELECT oc.program FROM enrollment oe JOIN training_class oc ON oc.id = oe.class
                    WHERE oe.participant = ?3 AND oe.status IN (3, 4))
                AND NOT EXISTS (
                    SELECT 1 FROM holder p JOIN holding h ON h.id = p.holding JOIN equipment q ON q.id = h.equipment
                    WHERE p.participant = r.id AND q.kind = ?4 AND h.id = (
                        SELECT id FROM holding WHERE equipment = q.id ORDER BY date DESC, id DESC LIMIT 1))
                ORDER BY r.name_key LIMIT 50
                """,
            arguments: [
                desa.kecamatan.number, desa.number, line.person.id.rawValue, line.equipment.value.kind,
            ])
        return try ids.compactMap { try Queries(db: db).row(of: ID($0)) }
    }

    func equipment(code: LabelCode) throws -> ID<Equipment> {
        let subject = try Int64.fetchOne(
            db, sql: "SELECT subject FROM label WHERE number = ? AND kind = ?",
            arguments: [code.number, code.kind.rawValue])
        guard let subject, try line(subject) != nil else { throw Refusal.unknownLabel(code) }
        return ID(subject)
    }
}
