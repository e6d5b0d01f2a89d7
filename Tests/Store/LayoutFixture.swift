import Foundation
import GRDB

@testable import Store

/// Files of each layout that was released, kept under Fixtures. With `SILAT_RECORD=1` in the environment one that is missing is
/// made of the first: before its layout is released, and never again.
enum LayoutFixture {
    static func path(_ version: Int) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        let path = folder.appending(path: "layout-\(version).db").path
        let isRecording = ProcessInfo.processInfo.environment["SILAT_RECORD"] == "1"
        if isRecording, !FileManager.default.fileExists(atPath: path) {
            // Other cases read it at the same time: it appears whole.
            let unfinished = path + UUID().uuidString
            try FileManager.default.copyItem(atPath: folder.appending(path: "layout-1.db").path, toPath: unfinished)
            let queue = try DatabaseQueue(path: unfinished)
            try Schema.migrator.migrate(queue, upTo: "\(version)")
            try queue.close()
            rename(unfinished, path)
        }
        return path
    }

    /// Everybody on file with what is known of them since the first layout.
    static func people(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT p.id || ' ' || p.name || ' ' || coalesce(p.nik, '-') || ' ' || p.birth_date || ' ' ||
                    (SELECT group_concat(e.class || ':' || e.status, ' ') FROM enrollment e WHERE e.participant = p.id)
                FROM participant p ORDER BY p.id
                """)
    }
}
