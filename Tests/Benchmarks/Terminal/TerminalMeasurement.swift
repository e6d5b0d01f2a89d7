import BenchmarkTables
import EmulatedTerminal
import Foundation
import Keyboard

/// Measures the built program in a pseudo-terminal.
enum TerminalMeasurement {
    /// How much is measured.
    struct Effort: Sendable {
        var starts = 20
        var versions = 50
        var rest = Duration.seconds(10)
        /// Only cases with this in their name.
        var only: String?
        var isWideToo = true
        /// Is told the time and the bytes of each key.
        var each: (@Sendable (String) -> Void)?

        /// Whether a case is measured.
        func takes(_ name: String) -> Bool { only.map(name.contains) ?? true }

        /// What a table of many sizes needs.
        static let short = Effort(starts: 10, versions: 10, rest: .seconds(5), isWideToo: false)
    }

    /// Measures a program at a file, which is as it was afterwards but for the day's backup that it then believes to have.
    ///
    /// - Throws: `MeasuredTerminal.Failure` where the program ends or shows something else than silat does.
    static func measure(program: String, file: String, effort: Effort = Effort()) async throws -> TerminalFigures {
        let restored = try WithoutBackup(of: file)
        defer { restored.end() }
        var figures = TerminalFigures()
        func terminal(columns: Int = 80, rows: Int = 24) throws -> MeasuredTerminal {
            try MeasuredTerminal(program: program, arguments: ["--db", file], columns: columns, rows: rows)
        }
        for _ in 0..<effort.starts {
            try readOnce(file)
            let run = try terminal()
            figures.start.add(run.toFirstScreen)
            figures.wholeStart.add(run.start.time)
            try run.quit()
        }
        let cases = TerminalCase.all.filter { effort.takes($0.name) }
        try measure(cases, of: file, at: try terminal(), effort, &figures)
        if effort.isWideToo {
            let wide = try terminal(columns: 200, rows: 60)
            for (place, one) in cases.enumerated() where one.mostBytes != nil {
                figures.keys[place].wideBytes = try measure(one, at: wide, nil).bytes
            }
            try wide.quit()
        }
        for _ in 0..<effort.versions {
            figures.version.add(try time(of: program, ["--version"]))
            figures.nothing.add(try time(of: "/bin/true", []))
        }
        return figures
    }

    /// What one run of the program is measured at, from its first screen to its end.
    private static func measure(
        _ cases: [TerminalCase], of file: String, at run: MeasuredTerminal, _ effort: Effort,
        _ figures: inout TerminalFigures
    ) throws {
        figures.memory.start = run.process.memory.resident
        figures.restingLoad = try run.restingLoad(for: effort.rest)
        figures.keys = try cases.map { one in
            try readOnce(file)
            return try measure(one, at: run, effort.each)
        }
        if effort.takes(HurriedSearch.name) {
            try readOnce(file)
            figures.keys.append(try HurriedSearch.measure(at: run, effort.each))
        }
        if effort.takes(TerminalFigures.walkName) {
            for key in TerminalCase.walk { figures.walk.add(try run.press(key), for: key, effort.each) }
        }
        // What was gathered is given back once nobody has pressed a key for half a second.
        Thread.sleep(forTimeInterval: 1.5)
        figures.memory.browsed = run.process.memory.resident
        figures.memory.most = run.process.mostMemory
        try run.quit()
    }

    private static func measure(
        _ one: TerminalCase, at terminal: MeasuredTerminal, _ each: ((String) -> Void)?
    ) throws -> TerminalFigures.Keys {
        var keys = TerminalFigures.Keys(name: one.name, mostBytes: one.mostBytes, goal: one.goal)
        try terminal.press(one.way)
        try terminal.requireSight(of: one.sight)
        for key in one.keys { keys.add(try terminal.press(key), for: key, each) }
        try terminal.press(one.back + [.character("1")])
        try terminal.requireSight(of: "Capaian pelatihan")
        return keys
    }

    /// Reads a file to its end, so that the system has it in memory as it has what an office works with. A machine that is idle for some minutes may
    /// give that up, and what is measured then is its disk.
    private static func readOnce(_ path: String) throws {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {}
    }

    /// Runs a command to its end.
    private static func time(of program: String, _ arguments: [String]) throws -> Duration {
        let begin = ContinuousClock.now
        let terminal = try PseudoTerminal(
            program, arguments, environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8"],
            folder: NSTemporaryDirectory(), columns: 80, rows: 24)
        while true {
            switch terminal.wait(until: begin.advanced(by: .seconds(30))) {
            case .output, .written: continue
            case .ended: return begin.duration(to: .now)
            case .timeIsUp: throw MeasuredTerminal.Failure(description: "\(program) does not end")
            }
        }
    }
}
