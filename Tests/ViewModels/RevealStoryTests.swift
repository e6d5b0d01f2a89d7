import DeskScript
import Keyboard
import Store
import Testing
import Training
import Words

@testable import ViewModels

/// A number is shown for a reason, and the reason stands in the log.
@Suite struct RevealStoryTests {
    private func desk() async throws -> (ModelDesk, PeopleOffice) {
        let office = try await PeopleOffice()
        try await office.add("Aminah", 1, in: office.sewing)
        try await office.add("Budiarti", 2, in: office.sewing)
        let desk = await ModelDesk(office.store)
        await desk.press(.character("2"))
        return (desk, office)
    }

    private func notes(_ office: PeopleOffice) async throws -> [String?] {
        try await office.store.log(LogQuery(kinds: [.reveal]), before: nil, count: 9).map(\.note)
    }

    @Test func theReasonIsPickedAndTheLastOneIsPreselected() async throws {
        let (desk, office) = try await desk()
        await desk.press(.character("r"))
        try await desk.sees("Untuk apa NIK atau telepon ini dibuka?")
        try await desk.doesNotSee(PeopleOffice.nik(1))
        await desk.press(.down, .enter)
        try await desk.sees(PeopleOffice.nik(1))
        await desk.press(.down, .character("r"), .enter)
        try await desk.sees(PeopleOffice.nik(2))
        #expect(try await notes(office) == ["request", "request"])
        await desk.press(.character("L"))
        try await desk.sees("permintaan peserta")
    }

    @Test func wordsOfOnesOwnAreTyped() async throws {
        let (desk, office) = try await desk()
        await desk.press(.character("r"))
        await desk.type("kjsurat camat")
        await desk.press(.home, .delete, .delete, .enter)
        try await desk.sees(PeopleOffice.nik(1))
        #expect(try await notes(office) == ["other: surat camat"])
        await desk.press(.down, .character("r"))
        try await desk.sees("lainnya: surat camat")
        await desk.press(.enter)
        #expect(try await notes(office) == ["other: surat camat", "other: surat camat"])
    }

    @Test func aNumberIsNoReasonAndNeitherIsNothing() async throws {
        let (desk, office) = try await desk()
        await desk.press(.character("r"))
        await desk.type("NIK 6309-0645-0599-0001")
        await desk.press(.enter)
        try await desk.sees("jangan memuat nomor")
        await desk.press(.control("u"), .enter)
        try await desk.sees("tulis alasannya")
        try await desk.doesNotSee(PeopleOffice.nik(1))
        #expect(try await notes(office).isEmpty)
        await desk.press(.escape)
        try await desk.doesNotSee("Untuk apa")
        try await desk.doesNotSee(PeopleOffice.nik(1))
        #expect(try await notes(office).isEmpty)
        // The screen below goes on as before.
        await desk.press(.down, .character("r"), .enter)
        try await desk.sees(PeopleOffice.nik(2))
    }

    @Test func theFormShowsNothingBeforeTheReasonIsGiven() async throws {
        let (desk, office) = try await desk()
        await desk.press(.character("e"))
        try await desk.sees("6309••••••••0001")
        await desk.press(.control("r"), .escape)
        try await desk.sees("6309••••••••0001")
        await desk.press(.control("r"), .enter)
        try await desk.doesNotSee("6309••••••••0001")
        #expect(try await notes(office) == ["verification"])
    }
}
