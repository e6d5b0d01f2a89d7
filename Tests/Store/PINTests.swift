import Foundation
import GRDB
import Synchronization
import Testing
import Training

@testable import Store

/// PINs: kept as slow hashes, outside the log, and looked at less and less often.
@Suite struct PINTests {
    private let rina = Author(name: "rina", desk: "meja1")
    private let dewi = Author(name: "dewi", desk: "meja2")

    /// A clock that stands where the test puts it.
    private final class Hands: Sendable {
        private let seconds = Mutex(0.0)
        func pass(_ more: Double) { seconds.withLock { $0 += more } }
        var now: Date { Office.noon() + seconds.withLock { $0 } }
    }

    @Test func onlyTheRightPINOpens() async throws {
        let hands = Hands()
        let store = try SilatStore.inMemory(now: { hands.now })
        #expect(try await store.deskLock(of: "rina") == .none)
        try await store.setPIN("rahasia-9", by: rina)
        #expect(try await store.deskLock(of: "rina") == DeskLock(hasPIN: true, minutes: 10))
        #expect(try await store.deskLock(of: "dewi") == .none)
        #expect(try await store.tryPIN("rahasia-9", by: rina) == .right)
        #expect(try await store.tryPIN("rahasia-8", by: rina) == .wrong(wait: 1))
        #expect(try await store.tryPIN("rahasia-9", by: rina) == .tooSoon(wait: 1), "not even the right one")
        hands.pass(1)
        #expect(try await store.tryPIN("rahasia-8", by: rina) == .wrong(wait: 2))
        hands.pass(2)
        #expect(try await store.tryPIN("rahasia-9", by: rina) == .right)
        #expect(try await store.tryPIN("rahasia-8", by: rina) == .wrong(wait: 1), "what was wrong before is forgotten")
        let kinds = try await store.log(of: nil, count: 9).map(\.kind)
        #expect(kinds == [.failedUnlock, .failedUnlock, .failedUnlock, .setPIN])
    }

    @Test func theWaitGrowsToFiveMinutes() {
        #expect((0...12).map(PINs.delay) == [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
    }

    @Test func whatIsKeptIsASaltedSlowHash() async throws {
        let first = try #require(PINHash(of: "123456"))
        let second = try #require(PINHash(of: "123456"))
        #expect(first != second, "salted")
        // What a guess costs stands in front of the salt: B for 2^14 rounds of scrypt's mixing, T for 32 blocks of 128 bytes each,
        // and so 64 MiB. A guess reads it there, too.
        #expect(first.text.hasPrefix("$y$jBT$") && !first.text.contains("123456"))
        #expect(first.isOf("123456") && !first.isOf("123457") && !first.isOf(""))
    }

    @Test func theHashIsInNoLogAndNoTraceOfAnOldOneStays() async throws {
        let store = try SilatStore.inMemory(now: Office.noon)
        try await store.setPIN("rahasia-9", by: rina)
        let hash = try await store.read { try PINs(db: $0, now: Office.noon()).hash(of: "rina") }
        let text = try #require(hash).text
        let found = try await store.read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT (SELECT count(*) FROM step WHERE instr(coalesce(note, ''), ?1))
                        + (SELECT count(*) FROM change WHERE instr(coalesce(before, ''), ?1))
                    """, arguments: [text])
        }
        #expect(found == 0)
        try await store.setPIN(nil, by: rina)
        #expect(try await store.deskLock(of: "rina") == .none)
        #expect(try await store.tryPIN("x", by: rina) == .right, "there is none any more")
        #expect(try await store.check().allSatisfy { $0.problem == nil })
    }

    @Test func aShortPINIsRefused() async throws {
        let store = try SilatStore.inMemory(now: Office.noon)
        await #expect(throws: Refusal.self) { try await store.setPIN("12345", by: rina) }
    }

    @Test func aSupervisorTakesAForgottenOneAway() async throws {
        let store = try SilatStore.inMemory(now: Office.noon)
        _ = try await store.perform(.setRole(Operator(name: "dewi", role: .supervisor)), by: dewi)
        _ = try await store.perform(.setRole(Operator(name: "rina", role: .clerk)), by: dewi)
        try await store.setPIN("rahasia-9", by: rina)
        try await store.setPIN("rahasia-7", by: dewi)
        await #expect(throws: Refusal.self) { try await store.resetPIN(of: "dewi", by: rina) }
        try await store.resetPIN(of: "rina", by: dewi)
        #expect(try await store.deskLock(of: "rina") == .none)
        let step = try #require(try await store.log(of: nil, count: 1).first)
        #expect(step.kind == .setPIN && step.note == "rina" && step.author == dewi)
    }

    @Test func theTimeIsSetForTheOffice() async throws {
        let store = try SilatStore.inMemory(now: Office.noon)
        try await store.setPIN("rahasia-9", by: rina)
        _ = try await store.perform(.setLock(after: 3), by: rina)
        #expect(try await store.deskLock(of: "rina").minutes == 3)
        _ = try await store.perform(.setLock(after: nil), by: rina)
        #expect(try await store.deskLock(of: "rina").minutes == nil)
        _ = try await store.perform(.undo, by: rina)
        #expect(try await store.lockMinutes() == 3)
        await #expect(throws: Refusal.self) { _ = try await store.perform(.setLock(after: 0), by: rina) }
    }
}
