import Dispatch
import Foundation
import GRDB
import Synchronization
import Training

/// The search index of everybody, with their cards, made on a thread of its own in a file of its own, while the silat file is written; then it is moved
/// there as it stands.
///
/// SQLite has one writer a file, and words are what takes longest of all that is made at the end of a large import.
final class SearchIndexDraft: Sendable {
    let documents: SearchDocuments
    private let file: DatabaseQueue
    private let making: Making

    /// What the threads have in common.
    private final class Making: Sendable {
        struct State {
            /// Until they are sorted.
            var names: NameOrder?
            var order: CardOrder?
            var failure: (any Error)?
            var isGivenUp = false
        }

        let state: Mutex<State>
        let isSorted = DispatchSemaphore(value: 0)
        let isMade = DispatchSemaphore(value: 0)

        init(_ names: NameOrder) { state = Mutex(State(names: names)) }

        func demandWanted() throws {
            if state.withLock({ $0.isGivenUp }) { throw CancellationError() }
        }
    }

    /// Reads everybody on file, and begins.
    ///
    /// - Throws: `DatabaseError`, `CancellationError`, and ``StoreFailure`` where no file can be made.
    init(of db: Database) throws {
        var names = NameOrder()
        documents = try SearchDocuments(db, keys: &names)
        file = try Self.file(beside: db)
        making = Making(names)
        file.asyncWriteWithoutTransaction { [documents, making] db in
            do { try Self.make(documents, making, in: db) } catch { making.state.withLock { $0.failure = error } }
            making.isSorted.signal()
            making.isMade.signal()
        }
    }

    deinit { making.state.withLock { $0.isGivenUp = true } }

    /// A file that has no name once it is open: what is in it is personal data, and is gone with the program.
    private static func file(beside db: Database) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "silat search index"
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
                    PRAGMA cache_size = -4096; PRAGMA temp_store = MEMORY
                    """)
        }
        let silat = try String.fetchOne(db, sql: "SELECT file FROM pragma_database_list WHERE name = 'main'") ?? ""
        guard !silat.isEmpty else { return try DatabaseQueue(configuration: configuration) }
        var path = Array("\(silat)-search.XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else {
            throw StoreFailure.cannotCreate(path: silat, reason: String(cString: strerror(errno)))
        }
        close(descriptor)
        defer { unlink(path) }
        return try DatabaseQueue(
            path: String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self),
            configuration: configuration)
    }

    private static func make(_ documents: SearchDocuments, _ making: Making, in db: Database) throws {
        let names = making.state.withLock { $0.names.take() }
        let order = CardOrder(names ?? NameOrder())
        making.state.withLock { $0.order = order }
        making.isSorted.signal()
        try db.execute(sql: SearchIndex.draft)
        try db.inTransaction {
            // More is held in memory than otherwise before a piece of the index is written, and the pieces are merged at the end alone.
            try db.execute(sql: "INSERT INTO search (search, rank) VALUES ('hashsize', \(1 << 24))")
            try db.execute(sql: "INSERT INTO search (search, rank) VALUES ('automerge', 0)")
            let learn = try RowInsert(
                "INSERT INTO search (rowid, \(SearchIndex.columns)) VALUES (?, ?, ?, ?, ?)", in: db)
            try order.eachCard { card, person in
                if person.isMultiple(of: 1_024) { try making.demandWanted() }
                try learn(card, values: documents.columns(of: person))
            }
            // Whoever is asked for by number is looked for in each piece.
            try db.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
            return .commit
        }
    }

    /// Waits for the other thread, as long as whoever asks is not told to stop.
    private func wait(for sign: DispatchSemaphore) throws {
        repeat { try Task.checkCancellation() } while sign.wait(timeout: .now() + Self.patience) == .timedOut
        sign.signal()
    }

    private static let patience = DispatchTimeInterval.milliseconds(50)

    /// Everybody's cards, once they are sorted.
    ///
    /// - Throws: what went wrong there, and `CancellationError`.
    func order() throws -> CardOrder {
        try wait(for: making.isSorted)
        return try making.state.withLock { state in
            if let failure = state.failure { throw failure }
            guard let order = state.order else { throw CancellationError() }
            return order
        }
    }

    /// Puts the index, once it is made, in the place of the one in a silat file.
    ///
    /// The pieces it is made of are taken over as they are; the index reads what it knows of them anew once it was emptied.
    ///
    /// - Throws: what went wrong there, `DatabaseError` and `CancellationError`.
    func move(to db: Database) throws {
        try wait(for: making.isMade)
        try db.execute(sql: "INSERT INTO search (search) VALUES ('delete-all')")
        try file.writeWithoutTransaction { draft in
            if let failure = making.state.withLock({ $0.failure }) { throw failure }
            for (table, columns) in [("search_data", "id, block"), ("search_idx", "segid, term, pgno")] {
                try db.execute(sql: "DELETE FROM \(table)")
                let places = columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")
                let insert = try RowInsert("INSERT INTO \(table) (\(columns)) VALUES (\(places))", in: db)
                let rows = try Row.fetchCursor(draft, sql: "SELECT \(columns) FROM \(table)")
                while let row = try rows.next() { try insert(values: Array(row.databaseValues)) }
            }
        }
    }
}
