import DeskScript
import Keyboard
import Store
import Testing
import Training
import Words

@testable import ViewModels

/// A desk that nobody sits at shows nothing and takes nothing.
@Suite struct LockStoryTests {
    /// A desk of rina's, whose PIN is “rahasia-9”, past the question at the start.
    private func desk() async throws -> (ModelDesk, PeopleOffice) {
        let office = try await PeopleOffice(target: 10)
        try await office.add("Aminah", 1, in: office.sewing)
        try await office.store.setPIN("rahasia-9", by: office.author)
        let desk = await ModelDesk(office.store)
        try await desk.sees("Terkunci")
        await unlock(desk)
        return (desk, office)
    }

    private func unlock(_ desk: ModelDesk) async {
        await desk.type("rahasia-9")
        await desk.press(.enter)
    }

    @Test func whatWasTypedStaysAndComesBack() async throws {
        let (desk, _) = try await desk()
        await desk.press(.character("2"), .character("n"))
        await desk.type("6309064505990077Siti Noor")
        try await desk.sees("Siti Noor")
        await desk.restsFor(minutes: 9)
        try await desk.sees("Siti Noor")
        await desk.restsFor(minutes: 10)
        try await desk.sees("Terkunci")
        try await desk.sees("rina – ketik PIN, lalu Enter")
        try await desk.sees("1 / 10 orang")
        for text in ["Siti", "0077", "Peserta", "Capaian", "Aminah"] { try await desk.doesNotSee(text) }
        await unlock(desk)
        try await desk.sees("Siti Noor")
        await desk.type("hayati")
        try await desk.sees("Siti Noorhayati")
    }

    @Test func noKeyReachesAnythingElse() async throws {
        let (desk, _) = try await desk()
        await desk.press(.character("2"), .control("l"))
        try await desk.sees("Terkunci")
        await desk.press(.character("q"), .escape, .control("c"), .control("z"), .function(1), .control("l"))
        await desk.paste("rahasia-9")
        #expect(await !desk.hasQuit)
        try await desk.sees("Terkunci")
        try await desk.doesNotSee("rahasia")
        await desk.press(.escape)
        await unlock(desk)
        try await desk.sees("1 peserta")
    }

    @Test func aWrongPINSaysHowLongToWait() async throws {
        let (desk, office) = try await desk()
        await desk.press(.control("l"))
        await desk.type("123456")
        try await desk.sees("••••••")
        try await desk.doesNotSee("123456")
        await desk.press(.enter)
        try await desk.sees("PIN salah; coba lagi sesudah 1 detik")
        await unlock(desk)
        try await desk.sees("belum boleh; tunggu 1 detik lagi")
        let log = try await office.store.log(of: nil, count: 1)
        #expect(log.first?.kind == .failedUnlock && log.first?.author == office.author)
    }

    /// News that comes while the desk is locked is not drawn, there or afterwards.
    @Test func newsIsNotDrawn() async throws {
        let (desk, office) = try await desk()
        await desk.press(.character("2"))
        await desk.restsFor(minutes: 60)
        try await office.add("Budiarti", 2, in: office.sewing)
        await desk.hearsOfChange()
        try await desk.sees("2 / 10 orang")
        try await desk.doesNotSee("Budiarti")
        await unlock(desk)
        try await desk.sees("Budiarti")
    }

    @Test func withoutAPINNothingLocks() async throws {
        let office = try await PeopleOffice(target: 10)
        let desk = await ModelDesk(office.store)
        await desk.restsFor(minutes: 500)
        try await desk.doesNotSee("Terkunci")
        await desk.press(.control("l"))
        try await desk.sees("! Anda belum punya PIN")
    }

    @Test func aPINThatWasTakenAwayOpensWithEnter() async throws {
        let (desk, office) = try await desk()
        await desk.press(.control("l"))
        try await office.store.resetPIN(of: "rina", by: office.other)
        await desk.type("x")
        await desk.press(.enter)
        try await desk.sees("1 Capaian")
    }

    /// The wall has nobody's name on it: it stays in sight, and a key asks for the PIN.
    @Test func theWallStaysInSight() async throws {
        let (desk, _) = try await desk()
        await desk.press(.character("W"))
        await desk.restsFor(minutes: 60)
        try await desk.doesNotSee("Terkunci")
        await desk.press(.escape)
        try await desk.sees("Terkunci")
    }
}
