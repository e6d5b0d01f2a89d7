import Testing
import Training

@testable import Store

/// Who may do what: looked at inside the transaction, whatever asked for it.
@Suite struct OperatorTests {
    private let dewi = Author(name: "dewi", desk: "meja1")
    private let udin = Author(name: "udin", desk: "meja2")
    private let ani = Author(name: "ani", desk: "meja3")

    /// An office where dewi is a supervisor and udin a clerk; ani is not on file.
    private func office() async throws -> Office {
        let office = try await Office(.inMemory(now: Office.noon))
        try await office.perform(.setRole(Operator(name: "dewi", role: .supervisor)), by: dewi)
        try await office.perform(.setRole(Operator(name: "udin", role: .clerk)), by: dewi)
        return office
    }

    private func refusal(_ work: () async throws -> Void) async throws -> Refusal? {
        do {
            try await work()
            return nil
        } catch let refusal as Refusal { return refusal }
    }

    @Test func everybodyIsASupervisorBeforeRolesAreInUse() async throws {
        let store = try SilatStore.inMemory(now: Office.noon)
        #expect(try await store.role(of: "ani") == .supervisor)
        _ = try await store.perform(.setTarget(Target(year: 2026, count: 10)), by: ani)
    }

    @Test func strangersAreReadersFromThenOn() async throws {
        let office = try await office()
        #expect(try await office.store.role(of: "dewi") == .supervisor)
        #expect(try await office.store.role(of: "udin") == .clerk)
        #expect(try await office.store.role(of: "ani") == .reader)
        #expect(try await office.store.operators().map(\.value.name) == ["dewi", "udin"])
    }

    @Test func aRoleDoesWhatItMayAndNothingElse() async throws {
        let office = try await office()
        let person = Office.person("Siti", nik: Office.nik(1))
        let target = Action.setTarget(Target(year: 2026, count: 10))
        let entry = Action.addParticipant(person, in: nil, confirmed: Set(Doubt.allCases))
        let before = try await office.store.log(of: nil, count: 99).count
        for (author, action, role, permission): (Author, Action, Role, Permission) in [
            (udin, target, .clerk, .targets), (ani, entry, .reader, .entering),
            (udin, .setRole(Operator(name: "udin", role: .supervisor)), .clerk, .operators),
            (udin, .export(what: "names", count: 1, withNIK: true), .clerk, .exportingNIK),
            (ani, .export(what: "names", count: 1, withNIK: false), .reader, .exporting),
        ] {
            guard
                case .notAllowed(role, permission) = try await refusal({ try await office.perform(action, by: author) })
            else {
                Issue.record("\(role) may \(permission)")
                continue
            }
        }
        #expect(try await office.store.log(of: nil, count: 99).count == before)
        try await office.perform(entry, by: udin)
        try await office.perform(target, by: dewi)
        try await office.perform(.export(what: "names", count: 1, withNIK: false), by: udin)
    }

    @Test func aRosterIsNotTakenInForAReader() async throws {
        let office = try await office()
        guard
            case .notAllowed(.reader, .entering) = try await refusal({
                try await office.store.takeIn(as: .importRoster, note: "x", by: ani, keep: true) { _ in }
            })
        else {
            Issue.record("taken in")
            return
        }
    }

    /// Whoever set a target as a supervisor, and is a clerk now, may not take it back.
    @Test func takingBackNeedsWhatTheStepNeeded() async throws {
        let office = try await office()
        try await office.perform(.setRole(Operator(name: "udin", role: .supervisor)), by: dewi)
        try await office.perform(.setTarget(Target(year: 2026, count: 10)), by: udin)
        try await office.perform(.setRole(Operator(name: "udin", role: .clerk)), by: dewi)
        guard case .notAllowed(.clerk, .targets) = try await refusal({ try await office.perform(.undo, by: udin) })
        else {
            Issue.record("taken back")
            return
        }
        #expect(try await office.store.targets().count == 1)
    }

    @Test func theLastSupervisorStays() async throws {
        let store = try SilatStore.inMemory(now: Office.noon)
        func isRefused(_ action: Action) async throws -> Bool {
            if case .noSupervisorLeft = try await refusal({ _ = try await store.perform(action, by: dewi) }) {
                return true
            }
            return false
        }
        #expect(try await isRefused(.setRole(Operator(name: "udin", role: .clerk))), "the first is a supervisor")
        _ = try await store.perform(.setRole(Operator(name: "dewi", role: .supervisor)), by: dewi)
        _ = try await store.perform(.setRole(Operator(name: "udin", role: .clerk)), by: dewi)
        let first = try #require(try await store.operators().first { $0.value.name == "dewi" })
        #expect(try await isRefused(.removeOperator(first.id)))
        #expect(try await isRefused(.setRole(Operator(name: "dewi", role: .reader))))
        #expect(try await store.operators().map(\.value.role) == [.supervisor, .clerk])
        // Both steps taken back: roles are given up, as if they had never been in use.
        _ = try await store.perform(.undo, by: dewi)
        _ = try await store.perform(.undo, by: dewi)
        #expect(try await store.operators().isEmpty)
        #expect(try await store.role(of: "ani") == .supervisor)
        #expect(try await store.check().allSatisfy { $0.problem == nil })
    }

    @Test func theLogTellsOfRoles() async throws {
        let office = try await office()
        try await office.perform(.setRole(Operator(name: "udin", role: .reader)), by: dewi)
        let step = try #require(try await office.store.log(of: nil, count: 1).first)
        #expect(step.kind == .setRole && step.note == "udin")
        let change = try #require(try await office.store.changes(of: step.id, from: 0, count: 9).first)
        #expect(change.record.kind == .deskOperator && change.record.name == "udin")
        #expect(change.fields == [FieldChange(.role, before: .role(.clerk), after: .role(.reader))])
    }
}
