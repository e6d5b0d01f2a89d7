import Foundation
import Keyboard
import Testing
import Training

/// Terminals that know little, and ends that come while a form is open: what was typed is shown as well as can be, and stays.
@Suite(.serialized) struct TypedTextStaysTests {
    private func formWithName(
        _ office: OfficeFile, _ environment: [String: String] = [:]
    ) throws -> TerminalDesk {
        let desk = try TerminalDesk(at: office, environment: environment)
        try desk.sees("1 / 10 orang").press(.character("2")).sees("Rahmawati").press(.character("n")).sees(
            "Peserta baru")
        return try desk.type(OfficeFile.nik(2)).type("Siti Aminah").sees("> Nama             Siti Aminah")
    }

    private func isOffered(_ office: OfficeFile) throws {
        let next = try TerminalDesk(at: office)
        try next.sees("1 / 10 orang").press(.character("2")).sees("Rahmawati").press(.character("n"))
        try next.sees("Konsep belum disimpan: Siti Aminah · 6309••••••••0002").press(.enter)
        try next.sees("> Nama             Siti Aminah").sees("6309 0645 0599 0002")
    }

    @Test(arguments: [SIGTERM, SIGHUP]) func whenTheProgramIsAskedToEnd(_ signal: Int32) async throws {
        let office = try await OfficeFile()
        let desk = try formWithName(office).kill(signal).ends(.exited(0))
        #expect(!desk.isAlternate && desk.settings == desk.settingsBefore)
        try isOffered(office)
    }

    @Test func whenTheLineBreaks() async throws {
        let office = try await OfficeFile()
        try formWithName(office).hangUp().ends(.exited(0))
        try isOffered(office)
    }

    @Test func whenItIsLeftWithQ() async throws {
        let office = try await OfficeFile()
        let desk = try formWithName(office).press(.escape).sees("1 peserta").press(.character("q")).ends(.exited(0))
        #expect(!desk.isAlternate && desk.settings == desk.settingsBefore)
        try isOffered(office)
    }

    @Test func whenItSleeps() async throws {
        let office = try await OfficeFile()
        let silat = ([TerminalDesk.silat.path] + office.arguments).joined(separator: " ")
        let desk = try TerminalDesk(
            program: "/bin/bash", ["--norc", "-i"], keeping: office, environment: ["PS1": "prompt> ", "SILAT": silat])
        try desk.sees("prompt>").type("$SILAT").press(.enter).sees("1 / 10 orang")
        try desk.press(.character("2")).sees("Rahmawati").press(.character("n")).sees("Peserta baru")
        try desk.type(OfficeFile.nik(2)).type("Siti").sees("> Nama             Siti").press(.control("z"))
        try desk.sees("Stopped").doesNotSee("Peserta baru")
        // Another desk saves meanwhile.
        try await office.add("Aulia", serial: 3)
        try desk.type("fg").press(.enter).sees("> Nama             Siti").sees("2 / 10 orang")
        try desk.type(" Aminah").sees("> Nama             Siti Aminah").press(.escape).sees("2 peserta")
        try desk.press(.character("q")).doesNotSee("2 peserta").sees("prompt>").type("exit").press(.enter).ends()
    }

    @Test func whenItIsPutToSleepFromOutside() async throws {
        let office = try await OfficeFile()
        let silat = ([TerminalDesk.silat.path] + office.arguments).joined(separator: " ")
        let start = "echo $$ > number; exec \(silat)"
        let desk = try TerminalDesk(
            program: "/bin/bash", ["--norc", "-i"], keeping: office, environment: ["PS1": "prompt> ", "START": start])
        try desk.sees("prompt>").type("sh -c \"$START\"").press(.enter).sees("1 / 10 orang")
        try desk.press(.character("2")).sees("Rahmawati").press(.character("n")).sees("Peserta baru")
        try desk.type(OfficeFile.nik(2)).type("Siti").sees("> Nama             Siti")
        let number = try String(contentsOf: desk.folder.appending(path: "number"), encoding: .utf8)
        kill(try #require(pid_t(number.trimmingCharacters(in: .whitespacesAndNewlines))), SIGTSTP)
        try desk.sees("Stopped").doesNotSee("Peserta baru")
        try await office.add("Aulia", serial: 3)
        try desk.type("fg").press(.enter).sees("> Nama             Siti").sees("2 / 10 orang")
        try desk.press(.escape).sees("2 peserta").press(.character("q")).doesNotSee("2 peserta").sees("prompt>")
        try desk.type("exit").press(.enter).ends()
    }

    /// The arrows of a vt100 are others than those of xterm, and it has no other screen.
    @Test func inAVT100() async throws {
        let office = try await OfficeFile()
        let desk = try formWithName(office, ["TERM": "vt100"])
        #expect(!desk.hasColours && !desk.isAlternate)
        try desk.press(.down).sees("> Tempat lahir").press(.up, .left, .left, .backspace).type("N")
        try desk.sees("> Nama             Siti AmiNah").press(.escape).sees("1 peserta").press(.character("q")).ends()
        #expect(desk.settings == desk.settingsBefore)
    }

    @Test func withoutColours() async throws {
        let office = try await OfficeFile()
        let plain = try formWithName(office, ["NO_COLOR": "1"])
        #expect(!plain.hasColours)
        // What has the focus is still told from the rest.
        try plain.press(.escape).sees("1 peserta").sees(that: "the row of Rahmawati to stand out") {
            plain.look(of: "Rahmawati").map { $0.isReverse || $0.isBold || $0.isUnderlined } == true
        }
    }

    /// Where the locale has no UTF-8, letters lose their accents on screen, and on screen alone.
    @Test func withoutUTF8() async throws {
        let office = try await OfficeFile()
        let desk = try formWithName(office, ["LANG": "C"])
        try desk.type(" Señora é ’").sees("> Nama             Siti Aminah Senora e '")
        try desk.press(.enter, .enter).sees("> Kecamatan").type("kelua").press(.enter).sees("> Desa")
        try desk.press(.control("s")).sees("Tersimpan: Siti Aminah Senora e '")
        #expect(desk.rawOutput.allSatisfy { $0 < 0x80 })
        #expect(try await office.person(2)?.name.text == "Siti Aminah Señora é ’")
    }
}
