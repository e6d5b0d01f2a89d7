import Foundation
import GRDB
import Training

/// The records as they were before a moment: what is on file, with everything that was changed since put back from the log.
///
/// The log is read forwards: the first change of a column since the moment tells what stood there then, and a row that was made
/// since was not there at all. Memory grows with what was changed since, not with the file.
struct PastRecords {
    private let db: Database
    private let rows: [Entity: [Int64: Row]]

    /// What the log says of a row.
    private struct Row {
        /// Whether the row was made since: then it was not there.
        var isNew = false
        /// Whether the row is gone since: then only the log has it.
        var isGone = false
        /// What stood in the columns that were changed since.
        var columns: [String: DatabaseValue] = [:]
    }

    init(db: Database, before moment: Date) throws {
        self.db = db
        var rows: [Entity: [Int64: Row]] = [:]
        let changes = try GRDB.Row.fetchCursor(
            db, sql: "SELECT entity, row, before FROM change WHERE step >= ? ORDER BY step, position",
            arguments: [Clock.firstNumber(at: moment)])
        while let change = try changes.next() {
            guard let entity = Entity(rawValue: change["entity"]) else { throw DamagedRow(what: "change") }
            let before = try (change["before"] as String?).map(Before.init(text:))
            Self.take(before, into: &rows[entity, default: [:]], change["row"])
        }
        self.rows = rows
    }

    private static func take(_ before: Before?, into rows: inout [Int64: Row], _ id: Int64) {
        var row = rows[id] ?? Row()
        defer { rows[id] = row }
        if let before {
            // Only what stood there first is of interest, and nothing of a row that was made since.
            if !row.isNew {
                for (column, value) in before.columns where row.columns[column] == nil { row.columns[column] = value }
            }
            row.isGone = before.wasDeleted
        } else {
            if rows[id] == nil { row.isNew = true }
            row.isGone = false
        }
    }

    /// Gives every row of a table as it was, a few columns of it.
    private func each(_ entity: Entity, _ columns: [String], _ body: (Int64, [DatabaseValue]) throws -> Void) throws {
        let changed = rows[entity] ?? [:]
        let present = try GRDB.Row.fetchCursor(
            db, sql: "SELECT id, \(columns.joined(separator: ", ")) FROM \(entity.table)")
        while let row = try present.next() {
            let id: Int64 = row["id"]
            var values = Array(row.databaseValues.dropFirst())
            if let past = changed[id] {
                if past.isNew { continue }
                for (place, column) in columns.enumerated() {
                    if let value = past.columns[column] { values[place] = value }
                }
            }
            try body(id, values)
        }
        for (id, past) in changed where past.isGone && !past.isNew {
            try body(id, columns.map { past.columns[$0] ?? .null })
        }
    }

    /// Every enrollment as it was, with what an explanation asks of it.
    func eachEnrollment(_ body: (ExplanationCounter.Entry) throws -> Void) throws {
        let years = try yearsOfClasses()
        let odd = try peopleWithOddities()
        try each(.enrollment, ["participant", "class", "status"]) { _, values in
            guard let participant = Int64.fromDatabaseValue(values[0]),
                let trainingClass = Int64.fromDatabaseValue(values[1]), let year = years[trainingClass],
                let status = Int.fromDatabaseValue(values[2]).flatMap({ EnrollmentStatus(column: $0) })
            else { throw DamagedRow(what: "enrollment") }
            try body(
                ExplanationCounter.Entry(
                    participant: participant, year: year, status: status,
                    isOutside: odd.outside.contains(participant), hasNIK: !odd.withoutNIK.contains(participant),
                    hasOpenDoubts: odd.inDoubt.contains(participant)))
        }
    }

    private func yearsOfClasses() throws -> [Int64: Int] {
        var years: [Int64: Int] = [:]
        try each(.program, ["year"]) { id, values in years[id] = Int.fromDatabaseValue(values[0]) }
        var classes: [Int64: Int] = [:]
        try each(.trainingClass, ["program"]) { id, values in
            classes[id] = Int64.fromDatabaseValue(values[0]).flatMap { years[$0] }
        }
        return classes
    }

    /// The few who are not like the rest.
    private func peopleWithOddities() throws -> (outside: Set<Int64>, withoutNIK: Set<Int64>, inDoubt: Set<Int64>) {
        var outside: Set<Int64> = []
        var withoutNIK: Set<Int64> = []
        try each(.participant, ["kecamatan", "nik"]) { id, values in
            if values[0] == Residence.outsideColumn.databaseValue { outside.insert(id) }
            if values[1].isNull { withoutNIK.insert(id) }
        }
        var inDoubt: Set<Int64> = []
        try each(.doubt, ["participant"]) { _, values in
            if let participant = Int64.fromDatabaseValue(values[0]) { inDoubt.insert(participant) }
        }
        return (outside, withoutNIK, inDoubt)
    }

    /// The targets as they were.
    func targets() throws -> [Target] {
        var targets: [Target] = []
        let columns = Entity.target.columns
        try each(.target, columns) { _, values in
            targets.append(try Target(row: GRDB.Row(Dictionary(uniqueKeysWithValues: zip(columns, values)))))
        }
        return targets
    }
}
