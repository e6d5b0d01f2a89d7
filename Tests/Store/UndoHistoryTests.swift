import GRDB
import Testing
import Training

@testable import Store

/// Undo and redo in random order, against a model: what is on file is what the steps that stand wrote, in the order they were done.
@Suite struct UndoHistoryTests {
    @Test(arguments: 1...10) func theFileIsWhatStandingStepsWrote(seed: UInt64) async throws {
        let store = try SilatStore.inMemory(now: Office.noon)
        var history = try await History(store, seed: seed)
        let author = history.office.author
        var model = Model(start: try await dump(store))
        var turned = 0
        for _ in 0..<120 {
            let before = try await dump(store)
            let dice = Int.random(in: 0..<10, using: &history.random)
            if dice < 5 {
                let known = try await store.log(LogQuery(), before: nil, count: 1).first
                _ = try await history.doSomething(undoing: false)
                guard let step = try await store.log(LogQuery(), before: nil, count: 1).first, step != known else {
                    continue
                }
                model.steps.append(
                    Model.Done(id: step.id, writes: Model.writes(from: before, to: try await dump(store))))
                continue
            }
            guard let place = model.steps.indices.randomElement(using: &history.random) else { continue }
            let step = model.steps[place]
            do {
                let action: Action = step.stands ? .undoStep(step.id) : .redoStep(step.id)
                let receipt = try await store.perform(action, by: author)
                #expect((receipt.undone != nil) == step.stands)
                #expect((receipt.redone != nil) == !step.stands)
                model.steps[place].stands.toggle()
                turned += 1
                let after = try await dump(store)
                #expect(after == model.state, "seed \(seed)")
                guard dice > 8 else { continue }
                _ = try await store.perform(step.stands ? .redoStep(step.id) : .undoStep(step.id), by: author)
                #expect(try await dump(store) == before, "seed \(seed): undo and redo")
                model.steps[place].stands.toggle()
            } catch is Refusal {
                #expect(try await dump(store) == before, "a refusal changes nothing")
            }
            #expect(try await store.step(step.id)?.isTakenBack == !model.steps[place].stands)
        }
        #expect(turned > 15)
        #expect(try await store.check().filter { $0.problem != nil }.isEmpty)
        try await expectChangesJoin(store)
    }

    /// What is in the way of a turn is never the turn itself, though it may have written some of its rows before it came there.
    @Test func whatIsInTheWayIsAnotherStep() async throws {
        let office = try await Office(SilatStore.inMemory(now: Office.noon))
        let other = try await office.addClass("K-002", office.program, start: "2026-05-01")
        var people: [ID<Participant>] = []
        for serial in 1...2 { people.append(try await office.add("Siti \(serial)", serial)) }
        func enroll(_ people: [ID<Participant>]) async throws -> ID<Step> {
            let action = Action.enroll(people, in: other, standing: nil, confirmed: Set(Doubt.allCases))
            return try #require(try await office.perform(action).step)
        }
        let both = try await enroll(people)
        try await office.perform(.undo)
        for person in people {
            let again = try await enroll([person])
            do {
                try await office.perform(.redoStep(both))
                Issue.record("somebody would be in a class twice")
            } catch Refusal.changedSince(let step) { #expect(step.id == again) }
            try await office.perform(.undoStep(again))
        }
        try await office.perform(.redoStep(both))
        #expect(try await office.store.roster(of: other).count == 2)
    }

    /// Of every field, what stood after a change is what stood before the next.
    private func expectChangesJoin(_ store: SilatStore) async throws {
        struct Place: Hashable {
            let record: Int64
            let field: LoggedField
        }
        var latest: [Place: LoggedValue?] = [:]
        for step in try await store.log(LogQuery(), before: nil, count: .max).reversed() {
            let changes = try await store.changes(of: step.id, from: 0, count: .max)
            #expect(changes.count == step.changes)
            #expect(changes.map(\.place) == Array(0..<step.changes))
            for change in changes {
                for field in change.fields {
                    let place = Place(record: change.record.id, field: field.field)
                    if change.way == .added {
                        #expect(field.before == nil && field.after != nil)
                    } else {
                        #expect(field.before == latest[place] ?? nil)
                    }
                    if change.way == .removed { #expect(field.after == nil) }
                    latest[place] = .some(field.after)
                }
            }
        }
        for (place, value) in latest {
            guard case .nik(let nik)? = value else { continue }
            #expect(try await store.participant(nik: nik)?.id.rawValue == place.record)
        }
    }

    private func dump(_ store: SilatStore) async throws -> Model.State {
        try await store.read { db in
            var state: Model.State = [:]
            for entity in Entity.allCases {
                let columns = entity.columns.joined(separator: ", ")
                for row in try Row.fetchAll(db, sql: "SELECT id, \(columns) FROM \(entity.table)") {
                    let id: Int64 = row["id"]
                    state[Model.Place(entity: entity, row: id)] = Array(row.databaseValues.dropFirst())
                }
            }
            return state
        }
    }
}

/// What is on file as the sum of steps.
private struct Model {
    struct Place: Hashable {
        let entity: Entity
        let row: Int64
    }
    typealias State = [Place: [DatabaseValue]]

    /// What a step did to a row.
    enum Write {
        case whole([DatabaseValue])
        case cells([Int: DatabaseValue])
        case gone
    }

    struct Done {
        let id: ID<Step>
        let writes: [Place: Write]
        var stands = true
    }

    let start: State
    var steps: [Done] = []

    var state: State {
        var state = start
        for step in steps where step.stands {
            for (place, write) in step.writes {
                switch write {
                case .whole(let values): state[place] = values
                case .cells(let cells): for (column, value) in cells { state[place]?[column] = value }
                case .gone: state[place] = nil
                }
            }
        }
        return state
    }

    static func writes(from before: State, to after: State) -> [Place: Write] {
        var writes: [Place: Write] = [:]
        for (place, new) in after {
            guard let old = before[place] else {
                writes[place] = .whole(new)
                continue
            }
            let differing = new.indices.filter { old[$0] != new[$0] }
            if !differing.isEmpty {
                writes[place] = .cells(Dictionary(uniqueKeysWithValues: differing.map { ($0, new[$0]) }))
            }
        }
        for place in before.keys where after[place] == nil { writes[place] = .gone }
        return writes
    }
}
