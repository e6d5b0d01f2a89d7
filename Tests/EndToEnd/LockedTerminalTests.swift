import Foundation
import Keyboard
import Testing
import Training

/// The program in its terminal asks for a PIN, and a locked terminal has nothing of anybody on it.
@Suite(.serialized) struct LockedTerminalTests {
    @Test func thePINIsAskedForAtTheStartAndAfterLocking() async throws {
        let office = try await OfficeFile()
        try await office.store.setPIN("rahasia-9", by: Author(name: "rina", desk: "meja2"))
        let desk = try TerminalDesk(["--operator", "rina"], at: office)
        try desk.sees("rina – ketik PIN").type("rahasia-9").press(.enter).sees("1 Capaian")
        try desk.press(.character("2")).sees("Rahmawati").press(.control("l")).sees("Terkunci")
        #expect(!desk.screen.contains { $0.contains("Rahmawati") })
        try desk.type("q123456").press(.enter).sees("PIN salah")
        #expect(!desk.screen.contains { $0.contains("Rahmawati") })
        try desk.kill(SIGTERM).ends()
        // What the terminal keeps after the program is what stood there before it.
        #expect(!desk.screen.contains { $0.contains("Rahmawati") })
    }

    /// Typed in a terminal, a PIN is not echoed.
    @Test func aPINIsTypedUnseen() async throws {
        let office = try await OfficeFile()
        let desk = try TerminalDesk(["operator", "pin", "--db", office.path, "--operator", "rina"])
        try desk.sees("PIN baru")
        // With the question on the screen nothing is echoed any more.
        #expect(desk.settings != desk.settingsBefore)
        try desk.type("rahasia-9").press(.enter).sees("Sekali lagi").type("rahasia-9").press(.enter)
        try desk.sees("PIN Anda tersimpan").ends(.exited(0))
        #expect(!String(decoding: desk.rawOutput, as: UTF8.self).contains("rahasia"))
        #expect(desk.settings == desk.settingsBefore)
        #expect(try await office.store.tryPIN("rahasia-9", by: Author(name: "rina", desk: "x")) == .right)
    }
}
