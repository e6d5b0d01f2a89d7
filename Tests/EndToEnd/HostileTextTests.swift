import Foundation
import GRDB
import Keyboard
import Testing

/// Text that would steer a terminal, a spreadsheet or a query, in a file that somebody crafted: it comes out as text.
@Suite(.serialized) struct HostileTextTests {
    /// A title set, a screen cleared, an override from right to left, marks of no width, a storm of marks, a NUL, SQL and a formula.
    private static let text =
        "=cmd|'/C x'!A0\u{1B}]0;PWNED\u{7}\u{1B}[2J\u{9B}31m\u{202E}abc\u{200B}\u{FEFF}e"
        + String(repeating: "\u{301}", count: 100) + "'; DROP TABLE participant; --\u{0}\r\nX"

    /// An office of which every free text is hostile, put there past every check.
    private func crafted() throws -> CommandRun {
        let run = try CommandRun()
        #expect(try run.silat("generate", "--participants", "60", "--year", "2025").status == 0)
        let queue = try DatabaseQueue(path: run.path("silat.db"))
        try queue.write { db in
            let columns: [(table: String, column: String)] = [
                ("participant", "name"), ("participant", "birthplace"), ("participant", "address"),
                ("participant", "occupation"), ("training_class", "place"), ("training_class", "instructor"),
                ("program", "title"), ("program", "vocation"), ("organizer", "name"), ("target", "source"),
                ("follow_up", "visitor"), ("follow_up", "note"), ("outcome", "employer"), ("outcome", "business"),
                ("outcome", "note"), ("equipment", "item"), ("holding", "group_name"), ("equipment_check", "place"),
                ("equipment_check", "visitor"), ("recall", "title"), ("claim", "letter"), ("draft", "content"),
            ]
            for (table, column) in columns {
                try db.execute(sql: "UPDATE \(table) SET \(column) = ?", arguments: [Self.text])
            }
            try db.execute(
                sql: """
                    INSERT INTO step SELECT max(id) + 1, max(last_id) + 1, 1, 'importRoster', NULL, NULL, ?, 0, x'00' FROM step
                    """, arguments: [Self.text])
        }
        try queue.close()
        return run
    }

    static let commands: [[String]] = [
        ["participant", "list"], ["participant", "find", "PWNED"], ["list", "--class", "K-001"], ["class", "list"],
        ["program", "list"], ["organizer", "list"], ["target", "list"], ["log"], ["totals", "--by", "program"],
        ["totals", "--by", "organizer"], ["equipment", "list"], ["follow-up", "due"], ["outcomes"], ["check"],
        ["explain", "--names", "people"], ["report"], ["export", "participants"], ["export", "enrollments"],
        ["export", "follow-ups"], ["export", "equipment"], ["gauge"],
    ]

    /// No control character but the line's end reaches a terminal, whatever is asked.
    @Test func noCommandWritesAControlCharacter() throws {
        let run = try crafted()
        for command in Self.commands {
            for format in ["table", "csv", "json"] {
                let outcome = try run.silat(command + (command[0] == "report" ? [] : ["--format", format]))
                for (name, text) in [("output", outcome.output), ("messages", outcome.messages)] {
                    let odd = text.unicodeScalars.filter {
                        ($0.value < 0x20 && $0 != "\n" && $0 != "\r") || (0x7F..<0xA0).contains($0.value)
                            || (0x202A...0x202E).contains($0.value) || (0x200B...0x200F).contains($0.value)
                    }
                    #expect(
                        odd.isEmpty,
                        "\(command) \(format) \(name): \(odd.first.map { String($0.value, radix: 16) } ?? "")")
                }
                if format == "csv" {
                    let formula = outcome.output.split(whereSeparator: { $0 == "\n" || $0 == ";" || $0 == "," })
                        .contains { $0.drop { $0 == "\"" || $0 == " " }.first == "=" }
                    #expect(!formula, "\(command): a formula in a cell")
                }
            }
        }
        #expect(try run.silat("participant", "list", "--format", "json").array().count == 60)
    }

    /// Nor does a screen: what the terminal gets is what silat draws.
    @Test func noScreenSteersTheTerminal() throws {
        let run = try crafted()
        let desk = try TerminalDesk(["--db", run.path("silat.db"), "--year", "2025"])
        try desk.sees("Capaian")
        for tab in ["2", "3", "4", "5", "6", "1"] { try desk.press(.character(Character(tab))) }
        try desk.press(.character("2")).sees("=cmd|").press(.enter).sees("Riwayat")
        try desk.press(.escape).sees("Peserta").press(.character("L")).sees("Riwayat")
        try desk.press(.escape).press(.character("3")).sees("=cmd|").press(.enter).sees("=cmd|")
        try desk.press(.character("q")).ends(.exited(0))
        let written = desk.rawOutput
        for sequence in ["\u{1B}]0;PWNED", "\u{9B}31m", "\u{202E}", "\u{200B}"] {
            let bytes = Array(sequence.utf8)
            let found = written.indices.contains { written[$0...].starts(with: bytes) }
            #expect(!found, "\(bytes)")
        }
        #expect(!written.contains(0) && !written.contains(7))
    }
}
