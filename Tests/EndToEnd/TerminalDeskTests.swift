import CVterm
import EmulatedTerminal
import Foundation
import Keyboard
import Testing

/// The desk itself, at programs that every system has.
@Suite(.serialized) struct TerminalDeskTests {
    private let shell = "/bin/sh"

    @Test func seesWhatIsTyped() throws {
        let desk = try TerminalDesk(program: "/bin/cat")
        try desk.type("Noorhayati é ’").press(.enter).sees("Noorhayati é ’")
        try desk.press(.enter, .control("d")).ends()
        #expect(desk.screen.filter { $0 == "Noorhayati é ’" }.count == 2)
        #expect(desk.settings == desk.settingsBefore)
        #expect(desk.rawOutput.count > 30)
    }

    @Test func tellsHowAProgramEnded() throws {
        try TerminalDesk(program: shell, ["-c", "exit 65"]).ends(.exited(65))
        try TerminalDesk(program: "/no/such/program").ends(.exited(127))
        let desk = try TerminalDesk(program: "/bin/cat")
        try desk.type("x").sees("x").kill(SIGTERM).ends(.killed(signal: SIGTERM))
        #expect(desk.ending == .killed(signal: SIGTERM))
    }

    @Test func hasTheSizeAskedForAndAnother() throws {
        let script = "trap 'stty size' WINCH; stty size; while :; do read -r line; done"
        let desk = try TerminalDesk(program: shell, ["-c", script], columns: 120, rows: 40)
        try desk.sees("40 120")
        desk.resize(columns: 79, rows: 20)
        try desk.sees("20 79")
        #expect(desk.screen.count == 20)
    }

    @Test func givesAFreshEnvironment() throws {
        let desk = try TerminalDesk(
            program: shell, ["-c", "echo \"$TERM/$LANG/$USER/$EXTRA\"; pwd; [ \"$HOME\" = \"$(pwd)\" ] && echo home"],
            environment: ["TERM": "vt100", "LANG": "", "EXTRA": "tambahan"])
        try desk.ends()
        #expect(desk.screen[0] == "vt100//siti/tambahan")
        #expect(desk.shows("home"))
        #expect(!desk.folder.path.isEmpty && FileManager.default.fileExists(atPath: desk.folder.path))
    }

    @Test func seesLooksCursorAndTheOtherScreen() throws {
        let script = #"""
            printf 'biasa \033[1mtebal\033[0m \033[7mbalik\033[0m \033[4mgaris\033[0m \033[32mhijau\033[0m 語x'; read -r line
            printf '\033[?1049h\033[?25l\033[3;5Hlain'; read -r line
            printf '\033[?25h\033[?1049l'; read -r line
            """#
        let desk = try TerminalDesk(program: shell, ["-c", script])
        try desk.sees("語x")
        #expect(desk.look(of: "biasa").map { $0.isBold || $0.isReverse || $0.isUnderlined || $0.isColoured } == false)
        #expect(desk.look(of: "tebal")?.isBold == true)
        #expect(desk.look(of: "balik")?.isReverse == true)
        #expect(desk.look(of: "garis")?.isUnderlined == true)
        #expect(desk.look(of: "hijau")?.isColoured == true)
        #expect(desk.cursor.map { [$0.column, $0.row] } == [33, 0])
        try desk.press(.enter).sees("lain").doesNotSee("biasa")
        #expect(desk.isAlternate)
        #expect(desk.cursor == nil)
        try desk.press(.enter).sees("biasa").doesNotSee("lain")
        #expect(!desk.isAlternate)
    }

    @Test func keysAreSentAsTheProgramAskedForThem() throws {
        let script = #"stty raw -echo; printf '\033[?1h\033[?2004hready'; exec od -An -c -v -w1"#
        let desk = try TerminalDesk(program: shell, ["-c", script], rows: 200)
        try desk.sees("ready").press(.up, .wordLeft, .backTab, .function(5), .control("s")).paste("é\n")
        try desk.send(Array("ENDENDENDENDENDEND".utf8)).sees(that: "the last bytes") {
            desk.screen.filter { $0.hasSuffix("   N") }.count >= 2
        }
        let sent = desk.screen.joined().split(separator: " ").joined()
        #expect(sent.contains(#"033OA033[1;5D033[Z033[15~023033[200~303251\n033[201~END"#))
    }

    @Test func takesALongPasteWhileItReads() throws {
        let long = String(repeating: "Noorhayati ", count: 20_000)
        let desk = try TerminalDesk(
            program: shell, ["-c", "stty raw -echo; echo ready; head -c \(long.utf8.count) | wc -c"])
        try desk.sees("ready").paste(long).sees("\(long.utf8.count)").ends()
    }

    @Test func aBrokenLineEndsWhatListensForIt() throws {
        let desk = try TerminalDesk(program: "/bin/cat")
        try desk.type("x").sees("x").hangUp().ends(.killed(signal: SIGHUP))
    }

    @Test func whatIsNotSeenFailsWithTheScreen() throws {
        let desk = try TerminalDesk(program: "/bin/cat")
        try desk.type("Siti").sees("Siti")
        #expect {
            try desk.sees("Rahmawati", within: .milliseconds(1))
        } throws: { error in
            "\(error)".contains("“Rahmawati”") && "\(error)".contains("Siti")
        }
        try desk.press(.enter, .control("d")).ends()
        #expect {
            try desk.sees("Rahmawati")
        } throws: { error in
            "\(error)".contains("the program ended before")
        }
    }

    @Test func countsWhatAProgramAsksOfTheSystem() throws {
        let desk = try TerminalDesk(program: "/bin/cat")
        try desk.type("a").sees("a").press(.enter)
        try desk.sees(that: "what was typed twice") { desk.screen.prefix(2) == ["a", "a"] }
        let before = desk.activity
        try desk.type("Siti").press(.enter).sees(that: "it twice") { desk.screen.count { $0 == "Siti" } == 2 }
        let after = desk.activity
        #expect(after.reads - before.reads == 1 && after.bytesRead - before.bytesRead == 5)
        #expect(after.writes - before.writes == 1 && after.bytesWritten - before.bytesWritten == 5)
        #expect(after.waits > before.waits)
    }
}
