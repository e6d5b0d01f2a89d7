import CVterm
import EmulatedTerminal
import Foundation
import Keyboard
import Testing

/// The terminal a clerk sits at: whatever it is, and however the program ends, it works and is left as it was found.
@Suite(.serialized) struct TerminalStories {
    /// What the first line shows once the program is up.
    private let up = "silat"

    private func opened(
        _ environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
    ) throws -> TerminalDesk {
        let desk = try TerminalDesk(environment: environment, columns: columns, rows: rows)
        // The bottom line is written last.
        return try desk.sees(that: "a whole screen") { desk.shows(up) && desk.screen.last?.isEmpty == false }
    }

    /// The terminal is as it was before the program started.
    private func expectAsFound(_ desk: TerminalDesk, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(!desk.isAlternate, sourceLocation: sourceLocation)
        #expect(desk.cursor != nil, sourceLocation: sourceLocation)
        #expect(desk.settings == desk.settingsBefore, sourceLocation: sourceLocation)
        let output = String(decoding: desk.rawOutput, as: UTF8.self)
        let on = output.range(of: "\u{1B}[?2004h", options: .backwards)
        let off = output.range(of: "\u{1B}[?2004l", options: .backwards)
        if let on { #expect(off.map { $0.lowerBound > on.lowerBound } == true, sourceLocation: sourceLocation) }
    }

    @Test func quittingLeavesTheTerminalAsItWas() throws {
        let desk = try opened()
        #expect(desk.isAlternate)
        #expect(desk.settings != desk.settingsBefore)
        try desk.type("q").ends()
        expectAsFound(desk)
    }

    @Test(arguments: [SIGTERM, SIGINT]) func beingAskedToEndDoesToo(_ signal: Int32) throws {
        let desk = try opened().kill(signal).ends()
        expectAsFound(desk)
    }

    @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGQUIT])
    func aCrashDoesToo(_ signal: Int32) throws {
        let desk = try opened().kill(signal).ends(.killed(signal: signal))
        expectAsFound(desk)
    }

    @Test func aBrokenLineEndsTheProgramInOrder() throws {
        try opened().hangUp().ends()
        let desk = try opened().kill(SIGHUP).ends()
        expectAsFound(desk)
    }

    @Test func controlCAndControlSNeitherKillNorFreeze() throws {
        try opened().press(.control("c"), .control("s"), .control("q"), .control("\\")).type("q").ends()
    }

    @Test func followsEverySize() throws {
        let desk = try opened(columns: 120, rows: 40)
        for (columns, rows) in [(80, 24), (200, 60), (30, 8), (80, 24)] {
            desk.resize(columns: columns, rows: rows)
            try desk.sees(that: "the screen drawn for \(columns)×\(rows)") {
                columns < 80 ? !desk.screen.joined().isEmpty : desk.shows(up) && desk.screen.last?.isEmpty == false
            }
        }
        try desk.type("q").ends()
    }

    @Test(arguments: ["xterm", "xterm-256color", "linux", "screen-256color", "tmux-256color", "rxvt", "vt220", "vt100"])
    func worksInEveryTerminal(_ name: String) throws {
        let desk = try opened(["TERM": name]).press(.function(1)).sees("Bantuan ·").press(.escape).sees(up)
        try desk.sees(that: "the help to be gone") { !desk.shows("Bantuan ·") }.type("q").ends()
        expectAsFound(desk)
    }

    @Test(arguments: [["TERM": "vt100"], ["NO_COLOR": "1"], ["TERM": "xterm-mono"]])
    func withoutColoursNothingIsColoured(_ environment: [String: String]) throws {
        let desk = try opened(environment)
        #expect(desk.look(of: up)?.isColoured == false)
        #expect(!desk.hasColours)
        try desk.type("q").ends()
    }

    @Test func withoutUTF8AllIsASCII() throws {
        let desk = try opened(["LANG": "C"])
        #expect(desk.rawOutput.allSatisfy { $0 < 0x80 })
        try desk.type("q").ends()
    }

    @Test func aLocaleThatIsNotInstalledStillTellsUTF8() throws {
        let desk = try opened(["LANG": "xx_XX.UTF-8"]).sees("──")
        try desk.type("q").ends()
    }

    @Test(arguments: ["", "dumb", "no-such-terminal"]) func saysWhatIsMissing(_ name: String) throws {
        let desk = try TerminalDesk(environment: ["TERM": name])
        try desk.sees("silat:").sees(that: "the end") { desk.ending != nil }
        #expect(desk.ending != .exited(0))
        expectAsFound(desk)
    }

    @Test func sleepsAndGoesOn() throws {
        let desk = try TerminalDesk(
            program: "/bin/bash", ["--norc", "-i"], environment: ["PS1": "prompt> ", "SILAT": TerminalDesk.silat.path])
        try desk.sees("prompt>").type("$SILAT").press(.enter).sees("1 Capaian")
        try desk.press(.control("z")).sees("Stopped").sees("prompt>").doesNotSee("1 Capaian")
        #expect(!desk.isAlternate)
        try desk.type("stty -a").press(.enter).sees("isig icanon")
        // In the background it neither reads nor writes, although there is something to read: it sleeps on.
        try desk.type("bg; wait -n; echo sl''ept").press(.enter).type("echo a''head").press(.enter)
        try desk.sees("slept").sees("ahead")
        desk.resize(columns: 90, rows: 30)
        try desk.type("fg").press(.enter).sees("1 Capaian")
        #expect(desk.isAlternate)
        try desk.type("q").doesNotSee("1 Capaian").sees("prompt>").type("exit").press(.enter).ends()
    }

    /// At rest nothing wakes it but the look at the file's times, which reads and writes nothing but the eight bytes with which one
    /// of its threads calls another: no screen is drawn, and neither the keyboard nor the file is asked. How much of a processor
    /// that takes is measured by `silat-benchmark`.
    @Test func comesToRest() async throws {
        let desk = try opened()
        let looks = 12
        var (before, output) = (desk.activity, desk.rawOutput.count)
        try await desk.waits(for: "rest") {
            let now = desk.activity
            guard now.reads - before.reads >= looks else { return false }
            defer { (before, output) = (now, desk.rawOutput.count) }
            return now.isRest(since: before, wakeup: 8) && desk.rawOutput.count == output
        }
        try desk.type("q").ends()
    }
}
