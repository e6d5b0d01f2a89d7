import DeskScript
import Keyboard
import Terminal
import Testing
import Training
import Words

@testable import Screens
@testable import ViewModels

/// Two versions of a participant as they look side by side.
@Suite struct ConflictDrawingTests {
    private var model: ConflictModel {
        let base = PeopleOffice.person("Aminah", 1)
        var (mine, theirs) = (base, base)
        mine.name = PersonName("Siti Aminah")!
        theirs.name = PersonName("Aminah binti H. Abdurrahman Sidiq")!
        mine.address = "Jl. Ahmad Yani KM 7,5 Gang Melati nomor 12 RT 03 RW 01"
        theirs.phone = PhoneNumber("085111222333")
        theirs.occupation = nil
        return ConflictModel(
            base: Stored(id: ID(1), version: ID(1), value: base), mine: mine,
            theirs: Stored(id: ID(1), version: ID(2), value: theirs), by: Author(name: "udin", desk: "meja2"))
    }

    private func lines(_ model: ConflictModel, _ columns: Int, _ rows: Int) -> [String] {
        let context = Context(
            words: .of(.indonesian), author: Author(name: "rina", desk: "meja1"), year: 2026,
            today: CalendarDate(iso: "2026-11-24")!, columns: columns, rows: rows)
        var frame = Frame(columns: columns, rows: rows)
        model.draw(into: &frame, Body(top: 3, rows: context.bodyRows, columns: columns), context)
        return frame.text
    }

    @Test(arguments: [(80, 24), (120, 40)]) func theTwoVersions(columns: Int, rows: Int) throws {
        try expectGolden(lines(model, columns, rows), "conflict-\(columns)x\(rows)")
    }

    @Test func theHighlightedFieldIsShownInFull() async throws {
        var model = model
        let context = Context(
            words: .of(.indonesian), author: Author(name: "rina", desk: "meja1"), year: 2026,
            today: CalendarDate(iso: "2026-11-24")!)
        _ = model.respond(to: .key(.down), context)
        #expect(lines(model, 80, 24).contains { $0.contains("Jl. Ahmad Yani KM 7,5 Gang Melati nomor 12 RT 03 RW 01") })
    }
}
