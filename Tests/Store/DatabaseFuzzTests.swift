import Foundation
import GRDB
import SheetFixtures
import Testing
import Training

@testable import Store

/// Files with bytes that nobody meant: they are refused, or read as far as they can be, and never end the program.
@Suite(.serialized) struct DatabaseFuzzTests {
    /// A small office's file as bytes.
    private static func whole(_ path: String) async throws -> [UInt8] {
        let office = try await Office(SilatStore.open(at: path, mode: .create, now: Office.noon))
        for serial in 1...30 { try await office.add("Siti \(serial)", serial, in: office.trainingClass) }
        try await office.perform(.setTarget(Target(year: 2026, count: 20)))
        try await office.perform(.undo)
        try await office.store.keepDraft("{}", form: "participant", by: office.author)
        office.store.close()
        return Array(try Data(contentsOf: URL(filePath: path)))
    }

    /// Put in place as a file from elsewhere, which is read through first, and as one that was damaged where it stands.
    @Test(arguments: [true, false]) func aMutatedFileNeverEndsTheProgram(fromElsewhere: Bool) async throws {
        let folder = try Folder()
        let path = folder.file("x.db")
        let whole = try await Self.whole(path)
        var refused = 0
        var opened = 0
        for seed in FuzzBudget(seeds: 200, share: 0.05).seeds {
            var random = Seeded(state: seed)
            var bytes = whole
            Self.mutate(&bytes, &random)
            for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
            if fromElsewhere {
                try Data(bytes).write(to: URL(filePath: path), options: .atomic)
            } else {
                // The same file to the system, so the same desk.
                let file = try FileHandle(forWritingTo: URL(filePath: path))
                try file.truncate(atOffset: 0)
                try file.write(contentsOf: Data(bytes))
                try file.close()
            }
            if await Self.use(path, &random) { opened += 1 } else { refused += 1 }
        }
        #expect(refused + opened > 0)
    }

    private static func mutate(_ bytes: inout [UInt8], _ random: inout Seeded) {
        let page = 4096
        let pages = bytes.count / page
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let start = Int.random(in: 0..<pages, using: &random) * page
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                let other = Int.random(in: 0..<pages, using: &random) * page
                bytes.replaceSubrange(start..<start + page, with: bytes[other..<other + page])
            case 1: bytes.replaceSubrange(start..<start + page, with: repeatElement(0, count: page))
            case 2 where pages > 2: bytes.removeLast(Int.random(in: 1..<page * 2, using: &random))
            default:
                // Where something stands, so that it does not hit empty space most of the time.
                let filled = (start..<min(start + page, bytes.count)).filter { bytes[$0] != 0 }
                guard let place = filled.randomElement(using: &random) else { continue }
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            if bytes.count < page * 3 { return }
        }
    }

    /// Does what a day's work does; whatever fails may fail with an error.
    ///
    /// - Returns: whether the file was opened.
    private static func use(_ path: String, _ random: inout Seeded) async -> Bool {
        let mode: SilatStore.Mode = Bool.random(using: &random) ? .readWrite : .readOnly
        guard let store = try? SilatStore.open(at: path, mode: mode, now: Office.noon) else { return false }
        defer { store.close() }
        let author = Author(name: "rina", desk: "meja1")
        _ = try? await store.check()
        let rows = (try? await store.page(of: ParticipantQuery(), .first, count: 50))?.rows ?? []
        _ = try? await store.page(of: ParticipantQuery(words: "siti"), .first, count: 50)
        for row in rows.prefix(3) {
            _ = try? await store.participant(row.id)
            _ = try? await store.enrollments(of: row.id)
            _ = try? await store.path(of: row.id)
            _ = try? await store.log(of: row.id, count: 20)
        }
        for dimension in Training.Dimension.allCases { _ = try? await store.totals(by: dimension, of: 2026) }
        _ = try? await store.achievement(of: 2026)
        _ = try? await store.explanation(of: 2026, asOf: nil)
        _ = try? await store.explanation(of: 2026, asOf: Office.noon())
        _ = try? await store.followUps(FollowUpQuery(), today: CalendarDate(iso: "2026-11-24")!, count: 20)
        for line in (try? await store.classes(of: 2026)) ?? [] {
            _ = try? await store.roster(of: line.trainingClass.id)
        }
        for step in (try? await store.log(of: nil, count: 10)) ?? [] {
            _ = try? await store.changes(of: step.id, from: 0, count: 20)
        }
        _ = try? await store.draft(form: "participant", by: author)
        try? await store.eachParticipant(ParticipantQuery()) { _ in }
        _ = try? await store.perform(
            .addParticipant(Office.person("Budi"), in: nil, confirmed: Set(Doubt.allCases)), by: author)
        _ = try? await store.perform(.undo, by: author)
        return true
    }
}
