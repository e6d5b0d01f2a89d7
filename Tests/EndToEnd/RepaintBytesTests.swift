import Foundation
import Keyboard
import Testing

/// How many bytes a key costs on a thin line, counted at the terminal.
@Suite(.serialized) struct RepaintBytesTests {
    private func atParticipants(_ office: OfficeFile) throws -> TerminalDesk {
        let desk = try TerminalDesk(at: office)
        return try desk.sees("1 / 10 orang").press(.character("2")).sees("Rahmawati")
    }

    /// The name of somebody new, with its first letter, and all that came with it: the keys of the last row change last.
    private func atName(_ desk: TerminalDesk) throws {
        try desk.press(.character("n")).sees("Peserta baru").type(OfficeFile.nik(2)).sees("perempuan")
        try desk.type("S").sees("> Nama             S").sees("F4 salin  Ctrl-S simpan  Esc kembali")
    }

    /// The bytes written from a key until the screen shows what comes of it.
    private func bytes(_ desk: TerminalDesk, _ key: Key, sees text: String) throws -> Int {
        let before = desk.rawOutput.count
        try desk.press(key).sees(text)
        return desk.rawOutput.count - before
    }

    @Test func aLetterInAFieldIsAFewBytes() async throws {
        let desk = try atParticipants(try await OfficeFile())
        try atName(desk)
        let (letters, before) = ("itiNoorhayati", desk.rawOutput.count)
        var typed = "S"
        for letter in letters {
            typed.append(letter)
            try desk.press(.character(letter)).sees("> Nama             \(typed)")
        }
        // Of all together, since the screen shows a letter before the last byte of its repaint has come.
        #expect(desk.rawOutput.count - before < 64 * letters.count)
    }

    /// Text that arrives at once is drawn once: its letters, and not each with the way of the cursor to it and back.
    @Test func keysTypedAheadAreOneRepaint() async throws {
        let desk = try atParticipants(try await OfficeFile())
        try atName(desk)
        let text = "iti Noorhayati binti Abdurrahman"
        let before = desk.rawOutput.count
        try desk.type(text).sees("> Nama             S\(text)")
        #expect(desk.rawOutput.count - before < text.utf8.count + 64)
    }

    /// A page and a screen write less than its cells, and a step only the rows that it leaves and comes to.
    @Test func aTableAndAScreenAreWrittenAsWhatChanged() async throws {
        let office = try await OfficeFile()
        for serial in 2...40 { try await office.add("Siti \(serial)", serial: serial) }
        let desk = try TerminalDesk(at: office)
        try desk.sees("40 / 10 orang").press(.character("2")).sees("Rahmawati").sees("40 peserta")
            // The last row: all of the screen has come, none of it is counted with the step.
            .sees("e ubah")
        let start = try #require(desk.highlightedRow(of: "Rahmawati"))
        let before = desk.rawOutput.count
        try desk.press(.down).sees(that: "the highlight on the next row") {
            desk.highlightedRow(of: "Rahmawati") != start
        }
        #expect(desk.rawOutput.count - before < 400)
        #expect(try bytes(desk, .end, sees: "Siti 9") < 4_000)
        #expect(try bytes(desk, .character("3"), sees: "K-001") < 4_000)
    }
}

extension TerminalDesk {
    /// The row in which a text is highlighted; `nil` where none is.
    fileprivate func highlightedRow(of text: String) -> Int? {
        look(of: text)?.isReverse == true ? screen.firstIndex { $0.contains(text) } : nil
    }
}
