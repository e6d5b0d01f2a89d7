import DeskScript
import Keyboard
import Testing
import Training
import ViewModels

@testable import Screens

/// What a locked desk shows.
@Suite struct LockDrawingTests {
    @Test func nobodyIsShown() async throws {
        let office = try await PeopleOffice(target: 10)
        try await office.add("Aminah", 1, in: office.sewing)
        try await office.store.setPIN("rahasia-9", by: office.author)
        let desk = await ModelDesk(office.store)
        await desk.type("1234")
        try expectGolden(await desk.screen, "locked")
        await desk.press(.enter)
        await desk.resize(columns: 120, rows: 40)
        try expectGolden(await desk.screen, "locked-wrong-wide")
    }
}

/// The question why a number is to be shown.
@Suite struct ReasonDrawingTests {
    @Test func reasons() async throws {
        let office = try await PeopleOffice()
        try await office.add("Aminah", 1, in: office.sewing)
        let desk = await ModelDesk(office.store)
        await desk.press(.character("2"), .character("r"))
        try expectGolden(await desk.screen, "reveal-reason")
        await desk.type("surat 6309064505990001")
        await desk.press(.enter)
        try expectGolden(await desk.screen, "reveal-reason-refused")
    }
}
