import DeskScript
import Keyboard
import Store
import Testing
import Training

@testable import Screens
@testable import ViewModels

/// People who may be one, as they look.
@Suite struct DuplicatesDrawingTests {
    private func office() async throws -> PeopleOffice {
        let office = try await PeopleOffice()
        try await office.add("Siti Aminah", 11, in: office.sewing)
        try await office.add("Muhammad Yusuf Maulana Siddiq", 21)
        for (name, serial) in [("Sitti Amina", nil), ("Siti Aminah", 12), ("M. Yusuf Maulana Sidik", 22)]
            as [(String, Int?)]
        {
            var person = PeopleOffice.person(name, serial ?? 99)
            if serial == nil {
                person.identity = .none(reason: "belum rekam KTP-el")
                person.phone = PhoneNumber("085111222333")
                person.address = "Jl. Ahmad Yani KM 7,5 Gang Melati nomor 12 RT 03 RW 01"
            }
            let action = Action.addParticipant(
                person, in: serial == nil ? office.welding : office.sewing, confirmed: Set(Doubt.allCases))
            _ = try await office.store.perform(action, by: office.author)
        }
        return office
    }

    @Test(arguments: [(80, 24), (120, 40)]) func theListAndTwoRecords(columns: Int, rows: Int) async throws {
        let office = try await office()
        let desk = await ModelDesk(office.store, columns: columns, rows: rows)
        await desk.press(.character("2"), .character("D"))
        try expectGolden(await desk.screen, "duplicates-\(columns)x\(rows)")
        for _ in 1...4 where await !desk.screen.contains(where: { $0.contains("Sitti Amina · P") }) {
            await desk.press(.down)
        }
        await desk.press(.enter, .left)
        try expectGolden(await desk.screen, "merge-\(columns)x\(rows)")
        await desk.press(.left, .left, .control("s"))
        try expectGolden(await desk.screen, "merge-question-\(columns)x\(rows)")
    }
}
