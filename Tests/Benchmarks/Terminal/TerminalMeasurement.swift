import BenchmarkTables
import EmulatedTerminal
import Foundation
import Keyboard

/// What the built program was measured at, in a terminal of 80×24, on one file.
struct TerminalFigures: Sendable {
    /// The repaints of one case.
    struct Keys: Sendable {
        let name: String
        let mostBytes: Int?
        var repaints: [(key: Key, repaint: MeasuredTerminal.Repaint)] = []
        /// The bytes of the same keys at 200×60.
        var wideBytes: [Int] = []

        /// The times of its keys but Esc, which waits 25 ms whether more bytes come that make another key of it.
        var times: Times { Times(repaints.filter { $0.key != .escape }.map(\.repaint.time)) }
        var escapes: Times { Times(repaints.filter { $0.key == .escape }.map(\.repaint.time)) }
        var bytes: [Int] { repaints.map(\.repaint.bytes) }
    }

    /// From the start of the program to the last byte of its first screen before a pause of 10 ms, figures, table and keys.
    var start = Times()
    /// The same to the last byte of all, for which outcomes are counted.
    var wholeStart = Times()
    var keys: [Keys] = []
    /// The keys of all cases together, Esc by itself.
    var allKeys: Times { keys.reduce(into: Times()) { $0.add($1.times) } }
    var escapes: Times { keys.reduce(into: Times()) { $0.add($1.escapes) } }
    /// Resident memory at the first screen, after everything was browsed, and at most; in bytes.
    var memory = (start: 0, browsed: 0, most: 0)
    /// The share of a processor that is spent while nobody does anything and the file is watched.
    var restingLoad = 0.0
    /// The time of `silat --version`.
    var version = Times()
    /// The time of a program that does nothing, started the same way.
    var nothing = Times()
}

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
            figures.start.add(run.start.toFirstScreen)
            figures.wholeStart.add(run.start.time)
            try run.quit()
        }
        let run = try terminal()
        figures.memory.start = run.process.memory.resident
        figures.restingLoad = try run.restingLoad(for: effort.rest)
        let cases = TerminalCase.all.filter { effort.only.map($0.name.contains) ?? true }
        figures.keys = try cases.map { one in
            try readOnce(file)
            return try measure(one, at: run, effort.each)
        }
        if effort.only == nil {
            for key in TerminalCase.walk {
                let time = try run.press(key).time
                if time > .milliseconds(33) { effort.each?("browsing: \(key) \(time), \(run.process.memory.resident)") }
            }
        }
        figures.memory.browsed = run.process.memory.resident
        figures.memory.most = run.process.mostMemory
        try run.quit()
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

    private static func measure(
        _ one: TerminalCase, at terminal: MeasuredTerminal, _ each: ((String) -> Void)?
    ) throws -> TerminalFigures.Keys {
        var keys = TerminalFigures.Keys(name: one.name, mostBytes: one.mostBytes)
        try terminal.press(one.way)
        try terminal.requireSight(of: one.sight)
        for key in one.keys {
            let repaint = try terminal.press(key)
            // Keys that change nothing on the screen have nothing to time.
            guard repaint.bytes > 0 else { continue }
            keys.repaints.append((key, repaint))
            let time = String(format: "%.2f", repaint.time / .milliseconds(1))
            each?("\(one.name): \(key) \(time) ms, \(repaint.bytes) bytes")
        }
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
