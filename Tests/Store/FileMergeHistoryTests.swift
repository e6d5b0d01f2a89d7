import Foundation
import GRDB
import Testing
import Training

@testable import Store

/// Random work on both sides of a copy, merged: nothing that only one side did is lost, the figures are right, and it does not matter
/// which side takes the other in.
@Suite struct FileMergeHistoryTests {
    private static let rina = Author(name: "rina", desk: "meja1")

    /// Where both sides made one of two people, each other pairs, which record is left depends on the side that takes the other in, and
    /// a removal may be refused: what must hold then is that the file is whole, and that undo takes it all back.
    @Test(arguments: 1...8, [false, true]) func mergedHistoriesAgree(seed: UInt64, bothMergePeople: Bool) async throws {
        let folder = try Folder()
        let clock = TestClock()
        func open(_ name: String) throws -> SilatStore {
            try SilatStore.open(at: folder.file(name), mode: .readWrite, now: clock.now)
        }
        let store = try SilatStore.open(at: folder.file("kantor.db"), mode: .create, now: clock.now)
        var office = try await History(store, seed: seed)
        for _ in 1...30 { _ = try await office.doSomething() }
        for name in ["dasar.db", "desa.db"] { _ = try await store.backup(to: folder.file(name)) }
        let laptop = try open("desa.db")
        var village = History(office, at: laptop, seed: seed &+ 1_000)
        village.mergesPeople = bothMergePeople
        for _ in 1...25 {
            _ = try await office.doSomething()
            _ = try await village.doSomething()
        }
        let base = try await Contents(try open("dasar.db"))
        let (ours, theirs) = (try await Contents(store), try await Contents(laptop))
        for name in ["kantor-2.db"] { _ = try await store.backup(to: folder.file(name)) }
        _ = try await laptop.backup(to: folder.file("desa-2.db"))
        for (here, there) in [(MergePreference.theirs, MergePreference.ours), (.ours, .theirs)] {
            _ = try await store.backup(to: folder.file("a-\(here).db"))
            _ = try await laptop.backup(to: folder.file("b-\(here).db"))
            let (one, other) = (try open("a-\(here).db"), try open("b-\(here).db"))
            let first = try await one.merge(
                FileMergePlan(path: folder.file("desa-2.db"), preference: here), by: Self.rina
            ) { _ in }
            let second = try await other.merge(
                FileMergePlan(path: folder.file("kantor-2.db"), preference: there), by: Self.rina
            ) { _ in }
            for merged in [one, other] {
                for finding in try await merged.check() {
                    #expect(finding.problem == nil, "seed \(seed): \(finding.check)")
                }
            }
            if !bothMergePeople {
                #expect(first.refusals.isEmpty, "seed \(seed): \(first.refusals)")
                #expect(second.refusals.isEmpty, "seed \(seed): \(second.refusals)")
                let result = try await Contents(one)
                let differing = Set(try await Contents(other).told).symmetricDifference(result.told).sorted()
                #expect(differing.isEmpty, "seed \(seed), \(here): \(differing.joined(separator: "; "))")
                if here == .ours { result.expectNothingLost(of: theirs, base: base, beside: ours, "seed \(seed)") }
            }
            // Merged again, nothing is new; taken back, it is as it was.
            let again = try await one.merge(FileMergePlan(path: folder.file("desa-2.db")), by: Self.rina) { _ in }
            #expect(again.hasNothingNew)
            if first.counts.added + first.counts.changed + first.counts.removed > 0 {
                _ = try await one.perform(.undo, by: Self.rina)
                #expect(try await Contents(one).rows == ours.rows, "seed \(seed), \(here): undo")
            }
            one.close()
            other.close()
        }
        store.close()
        laptop.close()
    }
}

extension History {
    /// A history that goes on from another's in a copy of its file; numbers of people are its own.
    fileprivate init(_ other: History, at store: SilatStore, seed: UInt64) {
        self = other
        office = Office(store: store, program: other.office.program, trainingClass: other.office.trainingClass)
        random = Seeded(state: seed)
        serial = other.serial + 5_000
    }
}

/// Every row of a file, by table and number; and what they tell without numbers.
private struct Contents {
    var rows: [RowKey: [String]] = [:]
    var told: [String] = []

    init(_ store: SilatStore) async throws {
        let (rows, told) = try await store.read { db in
            var rows: [RowKey: [String]] = [:]
            var names: [RowKey: String] = [:]
            var told: [String] = []
            let shape = try FileShape(db)
            for entity in shape.order {
                for row in try Row.fetchAll(
                    db, sql: "SELECT id, \(entity.columns.joined(separator: ", ")) FROM \(entity.table)")
                {
                    let key = RowKey(entity, row["id"])
                    let values = Array(row.databaseValues.dropFirst())
                    rows[key] = values.map { "\($0)" }
                    var words = values.map { "\($0)" }
                    for reference in shape.references(entity, values) {
                        let id = Int64.fromDatabaseValue(values[reference.column])!
                        words[reference.column] = names[RowKey(reference.entity, id)] ?? "?"
                    }
                    // Whoever stays may have been merged further since: who it is in the end is what counts.
                    if entity == .mergedParticipant, let gone = Int64.fromDatabaseValue(values[0]),
                        let stays = try MergedPeople(db: db).whoStays(for: gone)
                    {
                        words[1] = names[RowKey(.participant, stays)] ?? "?"
                    }
                    // People without NIK are told apart by their number, which both sides know.
                    let natural = shape.naturalKeys(entity, values).first.map {
                        $0.columns.map { words[$0] }.joined(separator: "/")
                    }
                    names[key] = natural ?? "\(key.id)"
                    told.append("\(entity) \(natural == nil ? "\(key.id)" : "") \(words.joined(separator: "|"))")
                }
            }
            return (rows, told.sorted())
        }
        (self.rows, self.told) = (rows, told)
    }

    /// What the other side alone did to a column, or added, stands here.
    func expectNothingLost(of theirs: Contents, base: Contents, beside ours: Contents, _ comment: Comment) {
        for (key, there) in theirs.rows {
            guard let was = base.rows[key] else {
                // Added there: it is here, unless the same was added here, or what it belongs to was removed here.
                if rows[key] == nil, key.entity == .participant { Issue.record("\(key) is lost: \(comment)") }
                continue
            }
            guard let here = ours.rows[key], let merged = rows[key] else { continue }
            for place in there.indices where here[place] == was[place] && there[place] != was[place] {
                let field = FileMergeHistoryFields.tied(key.entity, place)
                guard field.allSatisfy({ here[$0] == was[$0] }) else { continue }
                #expect(merged[place] == there[place], "\(key) \(key.entity.columns[place]) \(comment)")
            }
        }
        for (key, here) in ours.rows where theirs.rows[key] == base.rows[key] {
            if let merged = rows[key] { #expect(merged == here, "\(key) \(comment)") }
        }
    }
}

/// Columns that change hands together, as the tests see them.
private enum FileMergeHistoryFields {
    static func tied(_ entity: Entity, _ place: Int) -> [Int] {
        let shape = try? DatabaseQueue().read { try FileShape($0) }
        return shape?.fields(of: entity).first { $0.contains(place) } ?? [place]
    }
}
