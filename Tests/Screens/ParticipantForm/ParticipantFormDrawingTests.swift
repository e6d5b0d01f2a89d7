import DeskScript
import Foundation
import Keyboard
import Store
import Terminal
import Testing
import Training
import ViewModels
import Words

@testable import Screens

@Suite struct ParticipantFormDrawingTests {
    private static let sizes = [(80, 24), (120, 40)]
    private let author = Author(name: "rina", desk: "meja1")

    private func context(_ columns: Int, _ rows: Int, _ language: Language = .indonesian) -> Context {
        Context(
            words: .of(language), author: author, year: 2026, today: CalendarDate(iso: "2026-11-24")!,
            columns: columns, rows: rows)
    }

    private func desk(
        _ columns: Int = 80, _ rows: Int = 24, _ language: Language = .indonesian
    ) async throws -> ScreenDesk<ParticipantFormModel> {
        let store = try SilatStore.inMemory()
        let program = Program(code: Code("P-1")!, title: "Menjahit", year: 2026, track: .community)
        let id = try await store.perform(.addProgram(program), by: author).record!
        let run = TrainingClass(
            code: Code("K-014")!, program: ID(id), start: CalendarDate(iso: "2026-02-01")!,
            end: CalendarDate(iso: "2026-02-10")!, seats: 16)
        _ = try await store.perform(.addClass(run), by: author)
        return await ScreenDesk(ParticipantFormModel(), store, context(columns, rows, language))
    }

    private func enterOne(_ desk: ScreenDesk<ParticipantFormModel>) async {
        await desk.type("6309064505990007Rahmawati")
        for text in ["", "", "murung", "maburai", "", "", "", "", "k-014"] {
            await desk.type(text)
            await desk.press(.enter)
        }
    }

    private func frame(_ desk: ScreenDesk<ParticipantFormModel>) async -> Frame {
        let context = await desk.context
        var frame = Frame(columns: context.columns, rows: context.rows)
        await desk.model.draw(
            into: &frame, Body(top: 3, rows: context.bodyRows, columns: context.columns), context)
        return frame
    }

    @Test(arguments: sizes) func whileANameIsTyped(columns: Int, rows: Int) async throws {
        let desk = try await desk(columns, rows)
        await enterOne(desk)
        await desk.type("6309064505990012Siti Noorhayati")
        let frame = await frame(desk)
        try expectGolden(frame.text, "participant-form-\(columns)x\(rows)")
        #expect(frame.cursor == Frame.Position(column: 20 + 15, row: 6 - 1))
    }

    @Test(arguments: sizes) func withAnOpenList(columns: Int, rows: Int) async throws {
        let desk = try await desk(columns, rows)
        await desk.type("6309064505990012Siti")
        for _ in 0..<4 { await desk.press(.tab) }
        await desk.press(.character(" "), .down)
        try expectGolden(await frame(desk).text, "participant-form-list-\(columns)x\(rows)")
    }

    @Test(arguments: sizes) func withAQuestion(columns: Int, rows: Int) async throws {
        let desk = try await desk(columns, rows)
        await enterOne(desk)
        await desk.type("6309064505990017Rahmawati")
        await desk.press(.control("s"))
        try expectGolden(await frame(desk).text, "participant-form-question-\(columns)x\(rows)")
    }

    @Test func withAKnownNIK() async throws {
        let desk = try await desk()
        await enterOne(desk)
        await desk.type("6309064505990007")
        try expectGolden(await frame(desk).text, "participant-form-known-80x24")
        await desk.press(.enter)
        try expectGolden(await frame(desk).text, "participant-form-assign-80x24")
    }

    @Test func aWholeNIKIsShownHoweverMuchStandsBesideIt() async throws {
        let desk = try await desk()
        await desk.type("6311064505990003")
        for _ in 0..<2 {
            #expect(await frame(desk).text[4].contains("6311 0645 0599 0003  perempuan · 05-05-1999"))
            await desk.press(.tab)
        }
    }

    @Test func withTroubleInEnglish() async throws {
        let desk = try await desk(80, 24, .english)
        await desk.type("63090645")
        await desk.press(.control("s"))
        try expectGolden(await frame(desk).text, "participant-form-trouble-80x24")
    }

    @Test func editingHidesNIKAndPhone() async throws {
        let desk = try await desk()
        await enterOne(desk)
        await desk.press(.control("p"))
        try expectGolden(await frame(desk).text, "participant-form-edit-80x24")
        #expect(await frame(desk).text.allSatisfy { !$0.contains("0645") })
    }

    @Test func whatNeedsMoreRowsIsScrolledToTheFocus() async throws {
        let desk = try await desk()
        await desk.press(.control("s"))
        await desk.press(.backTab, .backTab, .character(" "))
        let frame = await frame(desk)
        #expect(frame.text.contains { $0.contains("> Kelas") })
        #expect(frame.text.contains { $0.contains("K-014  Menjahit") })
        #expect(frame.cursor != nil)
        #expect(frame.text[22...].allSatisfy { $0.isEmpty }, "the notice and the bottom line are not the form's")
    }

    @Test func aLongValueIsScrolledSidewaysWithTheCursorInSight() async throws {
        let desk = try await desk()
        while await desk.model.form.focus != .address { await desk.press(.tab) }
        await desk.type(String(repeating: "abcdefghi ", count: 15) + "AKHIR")
        var frame = await frame(desk)
        var row = try #require(frame.cursor?.row)
        #expect(frame.text[row].hasSuffix("AKHIR"))
        #expect(frame.text[row].contains("…"))
        #expect(try #require(frame.cursor?.column) < 80)
        await desk.press(.home)
        frame = await self.frame(desk)
        row = try #require(frame.cursor?.row)
        #expect(frame.text[row].contains("abcdefghi abc"))
        #expect(frame.text[row].hasSuffix("…"))
        #expect(frame.cursor?.column == 20)
    }
}
