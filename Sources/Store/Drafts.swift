import Foundation
import GRDB
import Training

/// What was typed into forms and not saved: kept in the file, outside the log, one for each form of each running program.
///
/// A draft is offered to its operator again when the program that kept it no longer runs.
struct Drafts {
    let db: Database
    let author: Author

    private static var ownProcess: Int32 { getpid() }

    func keep(_ draft: String?, form: String) throws {
        guard let draft else {
            try db.execute(
                sql: "DELETE FROM draft WHERE form = ? AND operator = ? AND desk = ? AND process = ?",
                arguments: [form, author.name, author.desk, Self.ownProcess])
            return
        }
        try db.execute(
            sql: """
                INSERT INTO draft (form, operator, desk, process, content) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET content = excluded.content
                """, arguments: [form, author.name, author.desk, Self.ownProcess, draft])
    }

    /// The newest draft that is this program's or nobody's; it is this program's from now on.
    func take(form: String) throws -> String? {
        let drafts = try Row.fetchAll(
            db,
            sql: "SELECT id, process, content FROM draft WHERE form = ? AND operator = ? AND desk = ? ORDER BY id DESC",
            arguments: [form, author.name, author.desk])
        guard let draft = drafts.first(where: { $0["process"] == Self.ownProcess || !Self.runs($0["process"]) }) else {
            return nil
        }
        if draft["process"] != Self.ownProcess {
            try db.execute(
                sql: "DELETE FROM draft WHERE form = ? AND operator = ? AND desk = ? AND process = ?",
                arguments: [form, author.name, author.desk, Self.ownProcess])
            try db.execute(
                sql: "UPDATE draft SET process = ? WHERE id = ?", arguments: [Self.ownProcess, draft["id"] as Int64])
        }
        return draft["content"]
    }

    /// Drafts that nobody will be offered any more: the record that they change is gone, and so is the program that kept them.
    static func orphans(in db: Database) throws -> [Int64] {
        try Row.fetchAll(db, sql: "SELECT id, form, process FROM draft").filter { draft in
            guard !runs(draft["process"]) else { return false }
            let form: String = draft["form"]
            return try numbers(in: form).contains { try !isOnFile($0, in: db) }
        }.map { $0["id"] }
    }

    /// The numbers of records in the name of a form. Those that ``Clock`` gives are longer than any year or month.
    private static func numbers(in form: String) -> [Int64] {
        form.split { !($0.isASCII && $0.isNumber) }.filter { $0.count > 12 }.compactMap { Int64($0) }
    }

    private static func isOnFile(_ number: Int64, in db: Database) throws -> Bool {
        try Entity.allCases.contains { entity in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM \(entity.table) WHERE id = ?)", arguments: [number]) == true
        }
    }

    /// Whether a process of this number is running on this machine.
    private static func runs(_ process: Int32) -> Bool {
        kill(process, 0) == 0 || errno == EPERM
    }
}
