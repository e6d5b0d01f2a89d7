import GRDB
import Training

/// What happened to the records of a file since one of its steps: how each stood then, and who wrote what last.
struct FileHistory {
    /// What the log says of a row.
    struct Touched {
        /// Whether it was made since: then it was not there.
        var isNew = false
        /// What stood in the columns that were changed since.
        var before: [String: DatabaseValue] = [:]
        /// The last step that wrote a column.
        var writers: [String: Int64] = [:]
        /// The last step that touched the row at all.
        var last: Int64 = 0
    }

    private(set) var touched: [RowKey: Touched] = [:]

    init(_ db: Database, after step: Int64) throws {
        let changes = try Row.fetchCursor(
            db, sql: "SELECT step, entity, row, before FROM change WHERE step > ? ORDER BY step, position",
            arguments: [step])
        while let change = try changes.next() {
            guard let entity = Entity(rawValue: change["entity"]) else { throw DamagedRow(what: "change") }
            let before = try (change["before"] as String?).map(Before.init(text:))
            let key = RowKey(entity, change["row"])
            var row = touched[key] ?? Touched(isNew: before == nil)
            row.last = change["step"]
            for (column, value) in before?.columns ?? [] where row.before[column] == nil { row.before[column] = value }
            for column in before?.columns.map(\.0) ?? entity.columns { row.writers[column] = row.last }
            touched[key] = row
        }
    }

    /// A row as it stood at the step; `nil` where it was not there.
    ///
    /// - Parameter now: the row as it is; `nil` where it is gone.
    func start(of key: RowKey, now: Door.Values?) -> Door.Values? {
        guard let row = touched[key] else { return now }
        guard !row.isNew else { return nil }
        return key.entity.columns.enumerated().map { place, column in row.before[column] ?? now?[place] ?? .null }
    }
}
