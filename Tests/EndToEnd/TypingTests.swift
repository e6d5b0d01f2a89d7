import Foundation
import Keyboard
import Testing
import Training

/// Text that comes faster than the screen can draw, and text in one piece.
@Suite(.serialized) struct TypingTests {
    private func formAtAddress(_ office: OfficeFile) throws -> TerminalDesk {
        let desk = try TerminalDesk(at: office)
        try desk.sees("1 / 10 orang").press(.character("2")).sees("Rahmawati").press(.character("n")).sees(
            "Peserta baru")
        try desk.type(OfficeFile.nik(2)).type("Siti Aminah").press(.enter, .enter).sees("> Kecamatan")
        try desk.type("kelua").press(.enter).sees("> Desa").press(.tab).sees("> Alamat")
        return desk
    }

    /// Four hundred characters and more in one write, across fields, lists and the save.
    @Test func aWholeParticipantInOneWriteLandsInOrder() async throws {
        let office = try await OfficeFile()
        let name = (1...18).map { "Noorhayatí\($0)’é" }.joined(separator: " ").replacing(/\d/) { "ñ\($0.output)" }
        let address = (1...24).map { "RT \($0) é ñ ’" }.joined(separator: ", ")
        let typed =
            OfficeFile.nik(2) + String(name.prefix(199)) + "\rMuara Uya ñ\rmurung pudak\rmaburai\r"
            + String(address.prefix(190))
        #expect(typed.count > 400)
        let desk = try TerminalDesk(at: office)
        try desk.sees("1 / 10 orang")
        try desk.send(Array("2n\(typed)\u{13}".utf8)).sees("✓ Tersimpan:")
        let saved = try #require(try await office.person(2))
        #expect(saved.name.text == String(name.prefix(199)).trimmingCharacters(in: .whitespaces))
        #expect(saved.birthplace == "Muara Uya ñ")
        #expect(saved.residence == .desa(RegionCode("63.09.06.2004")!))
        #expect(saved.address == String(address.prefix(190)).trimmingCharacters(in: .whitespaces))
    }

    @Test func aPasteOfManyLinesStaysInItsField() async throws {
        let office = try await OfficeFile()
        let desk = try formAtAddress(office)
        let lines = (1...400).map { "Jalan ke-\($0) “é ñ ’”" }
        // Neither Enter nor Ctrl-S nor the start of an escape sequence is a key in what is pasted.
        try desk.paste(lines.joined(separator: "\r\n") + "\u{13}\u{1B}[31m").sees("> Alamat")
        try desk.sees(that: "the pasted text") {
            desk.screen.contains { $0.contains("> Alamat") && $0.contains("“é ñ ’”") }
        }
        // What found no room is not passed over in silence.
        try desk.press(.control("s")).sees("huruf terakhir tidak masuk").doesNotSee("Tersimpan")
        try desk.press(.backspace).doesNotSee("tidak masuk").press(.control("s")).sees("✓ Tersimpan: Siti Aminah")
        let address = try #require(try await office.person(2)?.address)
        #expect(lines.joined(separator: " ").hasPrefix(address) && address.count > 190)
        #expect(try await office.store.achievement(of: OfficeFile.year).people == 1)
    }

    /// As a line that gathers bytes sends them, and as terminals send Alt-1.
    @Test func escapeAndADigitInOneBurstAreBothTaken() async throws {
        let office = try await OfficeFile()
        let desk = try formAtAddress(office)
        try desk.sees("> Alamat").send(Array("\u{1B}1".utf8)).sees("Capaian pelatihan").doesNotSee("> Alamat")
    }

    @Test func theCursorMovesAndWordsGo() async throws {
        let office = try await OfficeFile()
        let desk = try formAtAddress(office)
        try desk.type("Jalan Cempakaa Nomor é").press(.wordLeft, .wordLeft, .left, .backspace, .end, .control("w"))
        try desk.type("7").press(.home, .delete).type("j").sees("> Alamat           jalan Cempaka Nomor 7")
        try desk.press(.control("s")).sees("✓ Tersimpan: Siti Aminah")
        #expect(try await office.person(2)?.address == "jalan Cempaka Nomor 7")
    }
}
