import Foundation
import Keyboard
import Testing

/// Windows that change their size, and the header in the narrowest one.
@Suite(.serialized) struct ScreenSizeTests {
    @Test func whatIsTypedStaysThroughEverySize() async throws {
        let office = try await OfficeFile()
        let desk = try TerminalDesk(at: office)
        try desk.sees("1 / 10 orang").press(.character("2")).sees("Rahmawati").press(.character("n")).sees(
            "Peserta baru")
        try desk.type(OfficeFile.nik(2)).type("Siti Nurul").sees("> Nama             Siti Nurul")

        desk.resize(columns: 120, rows: 40)
        try desk.sees(that: "the bottom line at the bottom of 40 rows") { desk.screen[39].contains("Ctrl-S simpan") }
        #expect(desk.screen.count == 40)
        try desk.sees("> Nama             Siti Nurul")
        try desk.sees(that: "a rule over all columns") { desk.screen[2] == String(repeating: "─", count: 120) }

        desk.resize(columns: 60, rows: 10)
        try desk.sees("silat perlu layar 80×24 atau lebih besar").doesNotSee("Siti Nurul")

        desk.resize(columns: 80, rows: 24)
        try desk.sees("> Nama             Siti Nurul").doesNotSee("silat perlu layar")
        try desk.sees(that: "the bottom line at the bottom of 24 rows") { desk.screen[23].contains("Ctrl-S simpan") }
        try desk.type(" Hidayah").sees("> Nama             Siti Nurul Hidayah")
        #expect(desk.screen[0].contains("1 / 10 orang"))
    }

    @Test func aSmallWindowAtTheStartIsToldAndGrows() async throws {
        let office = try await OfficeFile()
        let desk = try TerminalDesk(at: office, columns: 79, rows: 20)
        try desk.sees("silat perlu layar 80×24 atau lebih besar")
        desk.resize(columns: 80, rows: 24)
        try desk.sees("1 / 10 orang   10,0 %").sees("1 Capaian")
    }

    @Test func windowsThatNeverRestEndWithTheLastSize() async throws {
        let office = try await OfficeFile()
        let desk = try TerminalDesk(at: office)
        try desk.sees("1 / 10 orang")
        for step in 1...40 { desk.resize(columns: 80 + step * 2, rows: 24 + step % 9) }
        desk.resize(columns: 91, rows: 31)
        try desk.sees(that: "a rule over 91 columns") { desk.screen[2] == String(repeating: "─", count: 91) }
        try desk.sees(that: "the bottom line at the bottom of 31 rows") { desk.screen[30].contains("? bantuan") }
        #expect(desk.ending == nil)
    }

    @Test func theDemoShowsItsFiguresInTheFirstLine() throws {
        let desk = try TerminalDesk(["demo"])
        for tab in ["1", "2", "3", "4", "5"] {
            try desk.press(.character(Character(tab)))
            try desk.sees(that: "the figures in the first line of tab \(tab)") {
                desk.screen[0].contains("11.630 / 3.000") && desk.screen[0].contains("387,6 %")
            }
        }
        try desk.press(.character("2")).sees("14.042 peserta").press(.character("q")).ends(.exited(0))
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).isEmpty)
    }
}
